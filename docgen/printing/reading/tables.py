"""Tables (ECMA-376-1, 17.4): a grid of columns, cells over several of them, borders settled between neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from docgen.errors import WordPlace
from docgen.printing.reading import properties, unprinted, values
from docgen.printing.reading.bordered import Draft, Edges, Settler
from docgen.printing.reading.inlines import REVISED, TRANSPARENT, Story
from docgen.printing.reading.properties import Set, merged
from docgen.printing.reading.source import INKLESS, Counter, Source, Surroundings, local
from docgen.printing.reading.styles import CONDITIONS
from docgen.printing.reading.tree import Block, Cell, Row, Table
from docgen.printing.reading.values import Element, W, attribute, twips

ReadBlocks = Callable[[Element, Story, Counter, Surroundings], tuple[Block, ...]]


def table(element: Element, story: Story, counter: Counter, around: Surroundings, read_blocks: ReadBlocks) -> Table:
    """A w:tbl with everything in it."""
    return _Reader(element, story, counter, around, read_blocks).table()


class _Reader:
    def __init__(
        self, element: Element, story: Story, counter: Counter, around: Surroundings, read_blocks: ReadBlocks
    ) -> None:
        self.story, self.counter, self.around, self.read_blocks = story, counter, around, read_blocks
        self.settings = element.find(W + "tblPr")
        self.chain = story.source.styles.table_chain(self._setting("tblStyle"))
        self.look = self._conditions_on()
        self.row_elements = list(_rows(element, story.source, counter))
        self.columns = self._columns(element)
        self._cached: dict[tuple[str, tuple[str, ...]], Any] = {}
        self._tell("tblPr", [style.find(W + "tblPr") for style in self.chain] + [self.settings])
        self._table_padding = self._padding_of_table()

    def table(self) -> Table:
        drafts = self._drafts()
        Settler(self.row_elements, self.chain, self._borders_of_table()).settle(drafts)
        rows = tuple(self._row(index, drafts[index]) for index in range(len(self.row_elements)))
        if self._find("tblpPr") is not None:
            self.story.source.tell("print.floating_table", self.counter.here())
        indent = self._find("tblInd")
        offset = 0.0 if indent is None or attribute(indent, "type") == "pct" else twips(attribute(indent, "w"))
        if not self.story.source.table_in_margin:
            offset -= self._table_padding["left"]
        return Table(tuple(self.columns), rows, self._setting("jc") or self._styled("jc") or "left", offset)

    # What the table and its style say

    def _tell(self, kind: str, elements: Sequence[Element | None], place: WordPlace | None = None) -> None:
        self.story.source.tell_unprinted(unprinted.settings(kind, elements), place or self.counter.here())

    def _find(self, name: str) -> Element | None:
        return None if self.settings is None else self.settings.find(W + name)

    def _setting(self, name: str) -> str:
        found = self._find(name)
        return "" if found is None else attribute(found, "val")

    def _styled(self, name: str) -> str:
        for style in reversed(self.chain):
            if (found := style.find(f"{W}tblPr/{W}{name}")) is not None:
                return attribute(found, "val")
        return ""

    def _conditions_on(self) -> dict[str, bool]:
        """w:tblLook (17.4.55): which parts of the table the style sets apart."""
        found = self._find("tblLook")
        if found is None:
            return {"firstRow": False, "lastRow": False, "firstColumn": False, "lastColumn": False,
                    "noHBand": False, "noVBand": False}  # fmt: skip
        try:
            bits = int(attribute(found, "val", "0"), 16)
        except ValueError:
            bits = 0
        flags = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
                 "noHBand": 0x200, "noVBand": 0x400}  # fmt: skip
        return {
            name: attribute(found, name) not in ("0", "false", "off") if attribute(found, name) else bool(bits & bit)
            for name, bit in flags.items()
        }

    def _conditions(self, row: int, column: int, span: int) -> tuple[str, ...]:
        """The parts that this cell belongs to, weakest first (17.7.6.6)."""
        look, rows, columns = self.look, len(self.row_elements), len(self.columns)
        top, bottom = look["firstRow"] and row == 0, look["lastRow"] and row == rows - 1
        left, right = look["firstColumn"] and column == 0, look["lastColumn"] and column + span >= columns
        found = {"wholeTable"}
        if not look["noVBand"] and not left and not right:
            band = (column - look["firstColumn"]) // int(self._styled("tblStyleColBandSize") or 1)
            found.add("band2Vert" if band % 2 else "band1Vert")
        if not look["noHBand"] and not top and not bottom:
            band = (row - look["firstRow"]) // int(self._styled("tblStyleRowBandSize") or 1)
            found.add("band2Horz" if band % 2 else "band1Horz")
        for name, is_in in (("firstCol", left), ("lastCol", right), ("firstRow", top), ("lastRow", bottom),
                            ("neCell", top and right), ("nwCell", top and left),
                            ("seCell", bottom and right), ("swCell", bottom and left)):  # fmt: skip
            if is_in:
                found.add(name)
        return tuple(name for name in CONDITIONS if name in found)

    def _layers(self, conditions: Sequence[str], path: str) -> list[Element]:
        """The settings at `path` from the style's ancestors to the style, plain ones first, then by condition."""
        found = [e for style in self.chain if (e := style.find(path)) is not None]
        for condition in conditions:
            for style in self.chain:
                for part in style.iterfind(W + "tblStylePr"):
                    if attribute(part, "type") == condition and (e := part.find(path)) is not None:
                        found.append(e)
        return found

    # Rows and columns

    def _columns(self, element: Element) -> list[float]:
        grid = element.find(W + "tblGrid")
        widths = [] if grid is None else [twips(attribute(e, "w")) for e in grid.iterfind(W + "gridCol")]
        fixed = self._find("tblLayout")
        for row in self.row_elements:
            column = int(values.number(_row_setting(row, "gridBefore")))
            for cell in _cells(row):
                span, width = _span(cell), _cell_width(cell)
                widths.extend([0.0] * (column + span - len(widths)))
                own = sum(widths[column : column + span])
                if width and (own <= 0 or (span == 1 and fixed is not None and attribute(fixed, "type") == "fixed")):
                    for at in range(column, column + span):
                        widths[at] = width / span
                column += span
        known = sum(widths)
        missing = [at for at, width in enumerate(widths) if width <= 0]
        for at in missing:  # neither grid nor cells say: share what is left of the line
            widths[at] = max((self.around.width - known) / len(missing), 6.0)
        wanted = self._find("tblW")
        total = sum(widths)
        if wanted is not None and attribute(wanted, "type") == "pct" and total:
            share = attribute(wanted, "w")
            part = values.number(share.rstrip("%")) / (100 if share.endswith("%") else 5000)
            if part > 0:
                widths = [width * part * self.around.width / total for width in widths]
        return widths

    def _drafts(self) -> list[list[Draft]]:
        rows: list[list[Draft]] = []
        for number, row in enumerate(self.row_elements):
            column = int(values.number(_row_setting(row, "gridBefore")))
            drafts = []
            for cell in _cells(row):
                draft = Draft(cell, number, column, _span(cell))
                draft.conditions = self._conditions(number, column, draft.span)
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                if merge is not None and attribute(merge, "val", "continue") != "restart":
                    above = next((d for d in rows[-1] if d.column == column), None) if rows else None
                    if above is not None and above.span == draft.span:
                        draft.continues = True
                drafts.append(draft)
                column += draft.span
            rows.append(drafts)
        for number in range(len(rows) - 1, 0, -1):
            for draft in rows[number]:
                if draft.continues:
                    above = next(d for d in rows[number - 1] if d.column == draft.column)
                    above.rows += draft.rows
        return rows

    def _row(self, number: int, drafts: list[Draft]) -> Row:
        element = self.row_elements[number]
        self._tell("trPr", [element.find(W + "trPr")])
        height = element.find(f"{W}trPr/{W}trHeight")
        rule = "" if height is None else attribute(height, "hRule", "atLeast")
        used = sum(draft.span for draft in drafts)
        before = int(values.number(_row_setting(element, "gridBefore")))
        cells = tuple(self._cell(draft, at) for at, draft in enumerate(drafts, 1) if not draft.continues)
        return Row(
            cells,
            0.0 if height is None or rule == "auto" else twips(attribute(height, "val")),
            rule == "exact",
            values.is_on(element.find(f"{W}trPr/{W}cantSplit")),
            values.is_on(element.find(f"{W}trPr/{W}tblHeader")),
            before,
            max(len(self.columns) - used - before, 0),
        )

    # Cells

    def _cell(self, draft: Draft, at: int) -> Cell:
        element, source = draft.element, self.story.source
        counter = Counter(self.counter.part, self.counter.tables, draft.row + 1, at)
        padding = self._padding(draft)
        width = sum(self.columns[draft.column : draft.column + draft.span]) - padding["left"] - padding["right"]
        surroundings = Surroundings(
            character=self._style_settings(draft, "rPr", properties.character),
            paragraph=self._style_settings(draft, "pPr", properties.paragraph),
            width=max(width, 1.0),
            pitch=self.around.pitch,
        )
        own = element.find(W + "tcPr")
        self._tell("tcPr", [own], counter.here())
        self._tell("tcBorders", [None if own is None else own.find(W + "tcBorders")], counter.here())
        direction = element.find(f"{W}tcPr/{W}textDirection")
        if direction is not None and attribute(direction, "val") not in ("", "lrTb", "tb"):
            source.refuse("print.vertical_text", counter.here())
        story = Story(source, self.story.part, self.story.fields)
        return Cell(
            self.read_blocks(element, story, counter, surroundings),
            draft.span,
            draft.rows,
            {side: edge for side, edge in draft.edges.items() if edge},
            (padding["top"], padding["right"], padding["bottom"], padding["left"]),
            self._background(draft),
            {"center": "middle", "bottom": "bottom"}.get(self._cell_value(draft, "vAlign"), "top"),
            values.is_on(element.find(f"{W}tcPr/{W}noWrap")),
        )

    def _style_settings(self, draft: Draft, name: str, read: Callable[[Element | None], Set]) -> Set:
        key = (name, draft.conditions)
        if key not in self._cached:
            nothing: Set = {}
            self._cached[key] = reduce(merged, (read(e) for e in self._layers(draft.conditions, W + name)), nothing)
        found: Set = self._cached[key]
        return found

    def _cell_layers(self, draft: Draft, name: str) -> list[Element]:
        key = (name, draft.conditions)
        if key not in self._cached:
            self._cached[key] = self._layers(draft.conditions, f"{W}tcPr/{W}{name}")
        found: list[Element] = self._cached[key]
        return found

    def _cell_value(self, draft: Draft, name: str) -> str:
        own = draft.element.find(f"{W}tcPr/{W}{name}")
        if own is not None:
            return attribute(own, "val")
        layers = self._cell_layers(draft, name)
        return attribute(layers[-1], "val") if layers else ""

    def _background(self, draft: Draft) -> str:
        own = draft.element.find(f"{W}tcPr/{W}shd")
        layers = self._cell_layers(draft, "shd")
        table_wide = self._find("shd")
        for element in (own, *reversed(layers), table_wide):
            if element is not None:
                return values.shading(element)
        return ""

    def _padding_of_table(self) -> dict[str, float]:
        """Cell margins: 5.4 points at the sides where nobody says otherwise (17.4.42)."""
        found = {"top": 0.0, "right": 5.4, "bottom": 0.0, "left": 5.4}
        for element in self._layers((), f"{W}tblPr/{W}tblCellMar"):
            found |= values.sides(element)
        own = self._find("tblCellMar")
        return found if own is None else found | values.sides(own)

    def _padding(self, draft: Draft) -> dict[str, float]:
        cell = draft.element.find(f"{W}tcPr/{W}tcMar")
        return self._table_padding if cell is None else self._table_padding | values.sides(cell)

    def _borders_of_table(self) -> Edges:
        found: Edges = {}
        for element in self._layers((), f"{W}tblPr/{W}tblBorders"):
            found |= values.borders(element)
        own = self._find("tblBorders")
        return found if own is None else found | values.borders(own)


def _rows(element: Element, source: Source, counter: Counter) -> Sequence[Element]:
    rows: list[Element] = []
    for child in element:
        name = local(child)
        if child.tag == W + "tr":
            if child.find(f"{W}trPr/{W}del") is not None:
                source.tell("print.revisions", counter.here())
            elif not values.is_on(child.find(f"{W}trPr/{W}hidden")):
                rows.append(child)
            else:
                source.tell("print.hidden", counter.here())
        elif name in TRANSPARENT:
            if name in REVISED:
                source.tell("print.revisions", counter.here())
            rows.extend(_rows(child, source, counter))
        elif name and name not in INKLESS and name not in ("tblPr", "tblGrid"):
            source.refuse("print.unknown", counter.here(), element=name)
    return rows


def _cells(row: Element) -> list[Element]:
    found: list[Element] = []
    for child in row:
        if child.tag == W + "tc":
            found.append(child)
        elif local(child) in TRANSPARENT:
            found.extend(_cells(child))
    return found


def _row_setting(row: Element, name: str) -> str:
    found = row.find(f"{W}trPr/{W}{name}")
    return "" if found is None else attribute(found, "val")


def _span(cell: Element) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if found is None else min(max(int(values.number(attribute(found, "val"), 1)), 1), 63)


def _cell_width(cell: Element) -> float:
    found = cell.find(f"{W}tcPr/{W}tcW")
    if found is None or attribute(found, "type", "dxa") != "dxa":
        return 0.0
    return twips(attribute(found, "w"))
