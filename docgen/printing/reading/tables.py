"""Tables (ECMA-376-1, 17.4): rows of cells on a grid of columns, each with what the table, its style and it say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from docgen.errors import WordPlace
from docgen.printing.reading import cells, floating, properties, unprinted, values
from docgen.printing.reading.bordered import Cascade, Draft, Edges
from docgen.printing.reading.cells import MOST_COLUMNS, CellSettings
from docgen.printing.reading.inlines import REVISED, TRANSPARENT, M, Story
from docgen.printing.reading.source import INKLESS, Counter, Source, Surroundings, local
from docgen.printing.reading.tablestyles import TableStyle
from docgen.printing.reading.tree import Block, Cell, Float, Row, Table
from docgen.printing.reading.values import Element, W, attribute, twips

#: The names that the strict form of the format has for ST_TextDirection (17.18.93).
_DIRECTIONS = {"tb": "lrTb", "rl": "tbRl", "lr": "btLr", "tbV": "lrTbV", "rlV": "tbRlV", "lrV": "tbLrV"}
_ALIGNMENTS = {"start": "left", "end": "right"}

#: What a style says of rows and cells, and is read.
_STYLED = {
    "trPr": frozenset(("cantSplit", "tblHeader", "cnfStyle", "divId")),
    "tcPr": frozenset(("tcBorders", "shd", "tcMar", "textDirection", "vAlign", "cnfStyle", "hideMark")),
}

_TR, _TRPR, _TC, _TCPR = (W + name for name in ("tr", "trPr", "tc", "tcPr"))
ReadBlocks = Callable[[Element, Story, Counter, Surroundings], tuple[Block, ...]]


def table(
    element: Element, story: Story, counter: Counter, around: Surroundings, read_blocks: ReadBlocks
) -> Table | Float:
    """A w:tbl with everything in it; one that floats stands where its w:tblpPr says."""
    reader = _Reader(element, story, counter, around, read_blocks)
    position = reader.style.find("tblpPr")
    return reader.table() if position is None else floating.table(reader.table(), position)


class _Reader:
    def __init__(
        self, element: Element, story: Story, counter: Counter, around: Surroundings, read_blocks: ReadBlocks
    ) -> None:
        self.element = element
        self.story, self.counter, self.around, self.read_blocks = story, counter, around, read_blocks
        self.style = TableStyle(element.find(W + "tblPr"), story.source.styles)
        self._cached: dict[tuple[object, ...], Any] = {}
        self._told: set[str] = set()
        self.exceptions: dict[int, Element] = {}
        self.row_spacing: Element | None = None  # that of the first row
        self.walked = 0  # rows, with those that are not printed
        self.drafts = self._drafts()
        self.columns = self._columns(element)
        self._tell("tblPr", [style.find(W + "tblPr") for style in self.style.chain] + [self.style.settings])
        self._tell_of_style()
        for exception in self.exceptions.values():
            self._tell_once("tblPrEx", exception)
        self._table_padding = self._padding_of_table()
        rows, columns = len(self.drafts), len(self.columns)
        for row in self.drafts:
            for draft in row:
                draft.conditions = self.style.conditions(draft.row, draft.column, draft.span, rows, columns)
        self._cascade = Cascade(
            self.drafts,
            self.style.chain,
            self._borders_of_table(),
            {number: _borders_of(found) for number, found in self.exceptions.items()},
        )

    def table(self) -> Table:
        rows = tuple(self._row(number, row) for number, row in enumerate(self._rows(self.element, telling=False)))
        indent = self.style.written("tblInd")
        offset = 0.0 if indent is None or attribute(indent, "type") == "pct" else twips(attribute(indent, "w"))
        overhang = 0.0
        if not self.story.source.table_in_margin and self.counter.table is None:
            # Up to Word 2010 the text of the first column, not its edge, stands at the margin; not so within a cell.
            offset -= self._table_padding["left"]
            overhang = self._table_padding["left"] + self._table_padding["right"]
        layout, jc = self.style.written("tblLayout"), self.style.written("jc")
        align = "" if jc is None else attribute(jc, "val")
        kind, gap = cells.width(self._spacing())
        gap = gap if kind == "pt" else 0.0
        description = self.style.setting("tblDescription") or self.style.setting("tblCaption")
        outer = self._borders_of_table()
        return Table(
            tuple(self.columns),
            rows,
            _ALIGNMENTS.get(align, align) or "left",
            offset,
            cells.width(self.style.written("tblW")),
            fixed=layout is not None and attribute(layout, "type") == "fixed",
            spacing=gap,
            outer={side: edge for side, edge in outer.items() if edge} if gap > 0 else {},
            description=description,
            overhang=overhang,
        )

    def _spacing(self) -> Element | None:
        """Of the table, else of its first row (17.4.44, 17.4.45)."""
        found = self.style.written("tblCellSpacing")
        return self.row_spacing if found is None else found

    # What the table and its style say

    def _tell(self, kind: str, elements: Sequence[Element | None], place: WordPlace | None = None) -> None:
        self.story.source.tell_unprinted(unprinted.settings(kind, elements), place or self.counter.in_table())

    def _row_place(self, row: int) -> WordPlace:
        return self.counter.in_table(row)

    def _tell_once(self, kind: str, element: Element | None, place: WordPlace | None = None) -> None:
        if element is not None:
            written = etree.tostring(element, encoding="unicode", with_tail=False)
            if written not in self._told:
                self._told.add(written)
                self._tell(kind, [element], place)

    def _tell_of_style(self) -> None:
        """Parts of a style may set rows and cells apart only so far (17.7.6): what else they say is told."""
        for of_table in (*(style.find(W + "tblPr") for style in self.style.chain), self.style.settings):
            if of_table is None:
                continue
            if any(unprinted.is_shadowed(edge) for edge in of_table.iterfind(f"{W}tblBorders/*")):
                self.story.source.tell("print.setting", self.counter.in_table(), setting="shadow")
            if (ground := of_table.find(W + "shd")) is not None and unprinted.is_striped(attribute(ground, "val")):
                self.story.source.tell("print.shading_pattern", self.counter.in_table())
        for style in self.style.chain:
            for part in (style, *style.iterfind(W + "tblStylePr")):
                for kind, read in _STYLED.items():
                    for child in part.iterfind(f"{W}{kind}/*"):
                        if local(child) not in read:
                            self.story.source.tell("print.setting", self.counter.in_table(), setting=local(child))
                for ground in part.iterfind(f"{W}tcPr/{W}shd"):
                    if unprinted.is_striped(attribute(ground, "val")):
                        self.story.source.tell("print.shading_pattern", self.counter.in_table())

    # Rows and columns

    def _columns(self, element: Element) -> list[float]:
        """The grid as written (17.4.48); a column that only cells know of is 0 wide."""
        grid = element.find(W + "tblGrid")
        written = [] if grid is None else [max(twips(attribute(e, "w")), 0.0) for e in grid.iterfind(W + "gridCol")]
        needed = max((row[-1].column + row[-1].span for row in self.drafts if row), default=0)
        return written + [0.0] * (needed - len(written))

    def _rows(self, parent: Element, *, telling: bool) -> Iterator[Element]:
        """The rows that are printed. They are walked through twice, since the look of a cell may depend on rows below;
        `telling`: what is found on the way is told, once."""
        source, counter = self.story.source, self.counter
        for child in source.children(self.story.part, parent):
            if child.tag == _TR:
                self.walked += 1
                settings = child.find(_TRPR)
                if settings is None:
                    yield child
                elif settings.find(W + "del") is not None:
                    if telling:
                        source.tell("print.revisions", self._row_place(self.walked))
                elif not values.is_on(settings.find(W + "hidden")):
                    yield child
                elif telling:
                    source.tell("print.hidden", self._row_place(self.walked))
            elif (name := local(child)) in TRANSPARENT:
                if telling and name in REVISED:
                    source.tell("print.revisions", self._row_place(self.walked + 1))
                yield from self._rows(child, telling=telling)
            elif telling:
                _between(child, source, counter.in_table())

    def _drafts(self) -> list[list[Draft]]:
        rows: list[list[Draft]] = []
        starts: dict[int, Draft] = {}  # by column, the draft that began the merged cell there
        for number, row in enumerate(self._rows(self.element, telling=True)):
            if (exception := row.find(W + "tblPrEx")) is not None:
                self.exceptions[number] = self._kept(exception)
            if number == 0 and (spacing := row.find(f"{W}trPr/{W}tblCellSpacing")) is not None:
                self.row_spacing = self._kept(spacing)
            column = _skipped(row)
            drafts: list[Draft] = []
            above, starts = starts, {}
            place = self._row_place(number + 1)
            for at, cell in enumerate(_cells(row, self.story.source, place, telling=True)):
                settings = self._cell_settings(cell)
                if settings.deleted:
                    self.story.source.tell("print.revisions", place)
                    continue
                if settings.joins_left and drafts:  # 17.4.22: how older versions of Word merge cells
                    drafts[-1].span += settings.span
                    drafts[-1].joined += settings.width[1]
                    column += settings.span
                    continue
                draft = Draft(at, settings, number, column, settings.span)
                if settings.merge:
                    start = above.get(column) if settings.merge == "continue" else None
                    # 17.4.84: a part goes on with the cell above where that is as wide; else it begins a cell.
                    if start is not None and start.span == draft.span:
                        draft.continues = True
                        start.rows += 1
                        starts[column] = start
                    else:
                        starts[column] = draft
                drafts.append(draft)
                column += draft.span
            rows.append(drafts)
        return rows

    def _kept(self, element: Element) -> Element:
        """A copy, so that what it was parsed with can go; rows that say the same share one."""
        key = ("kept", element.tag, properties.written(element), *element.items())
        if key not in self._cached:
            self._cached[key] = deepcopy(element)
        kept: Element = self._cached[key]
        return kept

    def _row(self, number: int, element: Element) -> Row:
        drafts = self.drafts[number]
        place = self._row_place(number + 1)
        elements = _cells(element, self.story.source, place, telling=False)
        settings = element.find(W + "trPr")
        self._tell_once("trPr", settings, place)
        apart = settings.find(W + "tblCellSpacing") if number and settings is not None else None
        if apart is not None and cells.width(apart) != cells.width(self._spacing()):
            self.story.source.tell("print.cell_spacing", place)
        height = None if settings is None else settings.find(W + "trHeight")
        rule = "" if height is None else attribute(height, "hRule", "atLeast")
        used = sum(draft.span for draft in drafts)
        before = _skipped(element)
        align = "" if settings is None else _row_setting(element, "jc")
        own = tuple(
            self._cell(draft, at, elements[draft.at]) for at, draft in enumerate(drafts, 1) if not draft.continues
        )
        conditions = drafts[0].conditions if drafts else ()
        return Row(
            own,
            0.0 if height is None or rule == "auto" else max(twips(attribute(height, "val")), 0.0),
            rule == "exact",
            self._row_flag(settings, "cantSplit", conditions),
            self._row_flag(settings, "tblHeader", conditions),
            before,
            max(len(self.columns) - used - before, 0),
            _ALIGNMENTS.get(align, align),
        )

    def _row_flag(self, settings: Element | None, name: str, conditions: tuple[str, ...]) -> bool:
        """A switch of the row, else of the parts of the style that it belongs to (17.7.6.4)."""
        if settings is not None and (own := settings.find(W + name)) is not None:
            return values.is_on(own)
        if not self.style.chain:
            return False
        key = (name, conditions)
        if key not in self._cached:
            layers = self.style.layers(conditions, f"{W}trPr/{W}{name}")
            self._cached[key] = bool(layers) and values.is_on(layers[-1])
        return bool(self._cached[key])

    # Cells

    def _cell_settings(self, cell: Element) -> CellSettings:
        element = cell.find(_TCPR)
        key = ("settings", () if element is None else properties.written(element))
        if key not in self._cached:
            self._cached[key] = cells.settings(element)
        settings: CellSettings = self._cached[key]
        return settings

    def _cell(self, draft: Draft, at: int, element: Element) -> Cell:
        source, own = self.story.source, draft.settings
        counter = self.counter.of_cell(draft.row + 1, at)
        if own.unprinted:
            source.tell_unprinted(own.unprinted, counter.here())
        key = ("cell", id(own), draft.conditions, self.exceptions.get(draft.row), draft.column, draft.span)
        if key not in self._cached:
            self._cached[key] = self._alike(draft)
        surroundings, padding, background, align, direction = self._cached[key]
        story = Story(source, self.story.part, self.story.fields, self.story.note)
        width = own.width
        if draft.joined and width[0] == "pt":
            width = ("pt", width[1] + draft.joined)
        last = draft if draft.rows == 1 else self._lowest(draft)
        return Cell(
            self.read_blocks(element, story, counter, surroundings),
            draft.span,
            draft.rows,
            self._cascade.borders(draft, last),
            padding,
            background,
            align,
            own.no_wrap,
            width,
            direction,
            own.fit,
            own.bare,
            own.hides_mark,
        )

    def _lowest(self, draft: Draft) -> Draft:
        row = self.drafts[draft.row + draft.rows - 1]
        return next(found for found in row if found.column == draft.column)

    def _alike(self, draft: Draft) -> tuple[Surroundings, tuple[float, float, float, float], str, str, str]:
        """What cells of the same settings share."""
        sides = self._padding(draft)
        columns = self.columns[draft.column : draft.column + draft.span]
        width = sum(columns) or self.around.width * draft.span / max(len(self.columns), 1)
        surroundings = Surroundings(
            character=self.style.part(draft.conditions, "rPr", properties.character),
            paragraph=self.style.part(draft.conditions, "pPr", properties.paragraph),
            width=max(width - sides["left"] - sides["right"], 1.0),
            grid=self.around.grid,
        )
        padding = (sides["top"], sides["right"], sides["bottom"], sides["left"])
        align = draft.settings.align or self._cell_value(draft, "vAlign")
        direction = draft.settings.direction or self._cell_value(draft, "textDirection")
        return (
            surroundings,
            padding,
            self._background(draft),
            {"center": "middle", "bottom": "bottom"}.get(align, "top"),
            _DIRECTIONS.get(direction, direction) or "lrTb",
        )

    def _cell_layers(self, draft: Draft, name: str) -> list[Element]:
        return self.style.layers(draft.conditions, f"{W}tcPr/{W}{name}") if self.style.chain else []

    def _cell_value(self, draft: Draft, name: str) -> str:
        layers = self._cell_layers(draft, name)
        return attribute(layers[-1], "val") if layers else ""

    def _background(self, draft: Draft) -> str:
        if draft.settings.background is not None:
            return draft.settings.background
        exception = self.exceptions.get(draft.row)
        row_wide = None if exception is None else exception.find(W + "shd")
        for element in (*reversed(self._cell_layers(draft, "shd")), row_wide, self.style.find("shd")):
            if element is not None:
                return values.shading(element)
        return ""

    def _padding_of_table(self) -> dict[str, float]:
        """Cell margins: 5.4 points at the sides where nobody says otherwise (17.4.42)."""
        found = {"top": 0.0, "right": 5.4, "bottom": 0.0, "left": 5.4}
        for element in self.style.layers((), f"{W}tblPr/{W}tblCellMar"):
            found |= values.sides(element)
        own = self.style.find("tblCellMar")
        return found if own is None else found | values.sides(own)

    def _padding(self, draft: Draft) -> dict[str, float]:
        """17.4.42, 17.4.68: margins of the table, of the row's exception, of the style's parts, of the cell."""
        found = dict(self._table_padding)
        exception = self.exceptions.get(draft.row)
        if exception is not None and (row_wide := exception.find(W + "tblCellMar")) is not None:
            found |= values.sides(row_wide)
        for element in self._cell_layers(draft, "tcMar"):
            found |= values.sides(element)
        return found | dict(draft.settings.margins or {})

    def _borders_of_table(self) -> Edges:
        found: Edges = {}
        for element in self.style.layers((), f"{W}tblPr/{W}tblBorders"):
            found |= values.borders(element)
        own = self.style.find("tblBorders")
        return found if own is None else found | values.borders(own)


def _cells(row: Element, source: Source, place: WordPlace, *, telling: bool) -> list[Element]:
    found: list[Element] = []
    for child in row:
        if child.tag == _TC:
            found.append(child)
        elif (name := local(child)) in TRANSPARENT:
            if name in REVISED:
                source.tell("print.revisions", place)
            found.extend(_cells(child, source, place, telling=telling))
        elif telling:
            _between(child, source, place)
    return found


def _between(child: Element, source: Source, place: WordPlace) -> None:
    """What stands between rows or cells and is neither."""
    name = local(child)
    if name in REVISED:
        source.tell("print.revisions", place)
    elif name and name not in INKLESS:
        if child.tag.startswith(M):
            source.refuse("print.equation", place)
        else:
            source.refuse("print.unknown", place, element=name)


def _row_setting(row: Element, name: str) -> str:
    found = row.find(f"{W}trPr/{W}{name}")
    return "" if found is None else attribute(found, "val")


def _skipped(row: Element) -> int:
    """Columns of the grid before the first cell (17.4.15)."""
    return min(max(int(values.number(_row_setting(row, "gridBefore"))), 0), MOST_COLUMNS)


def _borders_of(exception: Element) -> Edges:
    found = exception.find(W + "tblBorders")
    return {} if found is None else values.borders(found)
