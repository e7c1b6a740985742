"""Tables (ECMA-376-1, 17.4): rows of cells on a grid of columns, each with what the table, its style and it say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from docgen.errors import WordPlace
from docgen.printing.reading import cells, floating, plain, unprinted, values
from docgen.printing.reading.bordered import Cascade, Draft, Edges
from docgen.printing.reading.cellstyles import CellStyles
from docgen.printing.reading.inlines import RIGHT_TO_LEFT, Story
from docgen.printing.reading.rows import Found, Rows, Said
from docgen.printing.reading.source import Counter, Surroundings, local
from docgen.printing.reading.tablestyles import TableStyle
from docgen.printing.reading.tree import Block, Cell, Float, Paragraph, Row, Table
from docgen.printing.reading.values import Element, W, attribute, twips

_ALIGNMENTS = {"start": "left", "end": "right"}

#: What a style says of rows and cells, and is read.
_STYLED = {
    "trPr": frozenset(("cantSplit", "tblHeader", "cnfStyle", "divId")),
    "tcPr": frozenset(("tcBorders", "shd", "tcMar", "textDirection", "vAlign", "cnfStyle", "hideMark")),
}

ReadBlocks = Callable[[Element, Story, Counter, Surroundings], tuple[Block, ...]]


def table(
    element: Element, story: Story, counter: Counter, around: Surroundings, read_blocks: ReadBlocks
) -> Table | Float:
    """A w:tbl with everything in it; one that floats stands where its w:tblpPr says."""
    reader = _Reader(element, story, counter, around, read_blocks)
    position = reader.style.find("tblpPr")
    return reader.table() if position is None else floating.table(reader.table(), position)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A cell of rows that are alike. settings: those of `Cell` after its blocks; paragraphs: None where it holds more
    than words."""

    surroundings: Surroundings
    settings: tuple[Any, ...]
    paragraphs: tuple[plain.Words, ...] | None


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
        self._rows = Rows(element, story, counter)
        self._is_outermost = counter.table is None and counter.within is None
        self.drafts = self._drafts()
        self.columns = self._columns(element)
        self._tell("tblPr", [style.find(W + "tblPr") for style in self.style.chain] + [self.style.settings])
        self._tell_of_style()
        for exception in self.exceptions.values():
            self._tell_once("tblPrEx", exception)
        self._cell_styles = CellStyles(self.style, self.columns, around, self.exceptions)
        rows, columns = len(self.drafts), len(self.columns)
        for row in self.drafts:
            for draft in row:
                draft.conditions = self.style.conditions(draft.row, draft.column, draft.span, rows, columns)
        self._cascade = Cascade(
            self.drafts,
            self.style.chain,
            self._cell_styles.borders_of_table(),
            {number: _borders_of(found) for number, found in self.exceptions.items()},
        )

    def table(self) -> Table:
        rows = tuple(self._row(number, row) for number, row in enumerate(self._rows.walk(telling=False)))
        indent = self.style.written("tblInd")
        offset = 0.0 if indent is None or attribute(indent, "type") == "pct" else twips(attribute(indent, "w"))
        overhang = 0.0
        if not self.story.source.table_in_margin and self.counter.table is None:
            # Up to Word 2010 the text of the first column, not its edge, stands at the margin; not so within a cell.
            offset -= self._cell_styles.margins["left"]
            overhang = self._cell_styles.margins["left"] + self._cell_styles.margins["right"]
        layout, jc = self.style.written("tblLayout"), self.style.written("jc")
        align = "" if jc is None else attribute(jc, "val")
        kind, gap = cells.width(self._spacing())
        gap = gap if kind == "pt" else 0.0
        description = self.style.setting("tblDescription") or self.style.setting("tblCaption")
        outer = self._cell_styles.borders_of_table()
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

    def _drafts(self) -> list[list[Draft]]:
        rows: list[list[Draft]] = []
        starts: dict[int, Draft] = {}  # by column, the draft that began the merged cell there
        for number, found in enumerate(self._rows.walk(telling=True)):
            said = found.said
            if said.exception is not None:
                self.exceptions[number] = said.exception
            if number == 0:
                self.row_spacing = said.spacing
            column = said.skipped
            drafts: list[Draft] = []
            above, starts = starts, {}
            place = self._rows.place(number + 1)
            for at, settings in enumerate(said.of_cells):
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

    def _row(self, number: int, found: Found) -> Row:
        drafts, said = self.drafts[number], found.said
        place = self._rows.place(number + 1)
        if not said.told:
            self._tell_once("trPr", said.settings, place)
            said.told = True
        if number and said.spacing is not None and cells.width(said.spacing) != cells.width(self._spacing()):
            self.story.source.tell("print.cell_spacing", place)
        conditions = drafts[0].conditions if drafts else ()
        return Row(
            self._cells(number, found),
            said.height,
            said.exact,
            self._row_flag(said.settings, "cantSplit", conditions),
            self._row_flag(said.settings, "tblHeader", conditions),
            said.skipped,
            max(len(self.columns) - sum(draft.span for draft in drafts) - said.skipped, 0),
            said.align,
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

    def _cells(self, number: int, found: Found) -> tuple[Cell, ...]:
        drafts = self.drafts[number]
        if found.pattern is None or found.said.merges or not self._is_outermost:
            elements = found.filled()
            return tuple(
                self._cell(draft, at, elements[draft.at]) for at, draft in enumerate(drafts, 1) if not draft.continues
            )
        words, texts = found.words, found.said.texts
        is_plain = not self.story.fields and RIGHT_TO_LEFT.search("".join(words)) is None
        made = []
        for at, (draft, ready) in enumerate(zip(drafts, self._ready(number, found.said), strict=True), 1):
            if is_plain and ready.paragraphs is not None:
                blocks: tuple[Block, ...] = self._words(
                    ready.paragraphs, words[texts[at - 1] : texts[at]], number + 1, at
                )
            else:
                blocks = self._blocks(draft, at, found.filled()[draft.at], ready.surroundings)
                is_plain = is_plain and not self.story.fields
            made.append(Cell(blocks, *ready.settings))
        return tuple(made)

    def _ready(self, number: int, said: Said) -> list[_Ready]:
        """The cells of a row of which there are many, but for their words."""
        rows = self.drafts
        conditions: tuple[object, ...] = ()
        if self.style.has_parts:
            around = (rows[at] if 0 <= at < len(rows) else () for at in (number - 1, number, number + 1))
            conditions = tuple(tuple(draft.conditions for draft in row) for row in around)
        key = (number == 0, number == len(rows) - 1, conditions, self.exceptions.get(number))
        if key not in said.read:
            said.read[key] = [
                self._ready_cell(draft, at, said.cells[draft.at]) for at, draft in enumerate(rows[number], 1)
            ]
        ready: list[_Ready] = said.read[key]
        return ready

    def _ready_cell(self, draft: Draft, at: int, element: Element) -> _Ready:
        surroundings, settings = self._settings(draft, at)
        return _Ready(surroundings, settings, plain.paragraphs(element, self.story.source, surroundings))

    def _words(
        self, paragraphs: Sequence[plain.Words], words: Sequence[str], row: int, cell: int
    ) -> tuple[Paragraph, ...]:
        done = []
        start = 0
        for number, paragraph in enumerate(paragraphs, 1):
            own = words[start : (start := start + len(paragraph.pieces))]
            first = "".join(own).strip()[:30]
            place = WordPlace(self.story.part, number, self.counter.tables, row, cell, first)
            done.append(paragraph.paragraph(own, place))
        return tuple(done)

    def _cell(self, draft: Draft, at: int, element: Element) -> Cell:
        surroundings, settings = self._settings(draft, at)
        return Cell(self._blocks(draft, at, element, surroundings), *settings)

    def _blocks(self, draft: Draft, at: int, element: Element, surroundings: Surroundings) -> tuple[Block, ...]:
        story = Story(self.story.source, self.story.part, self.story.fields, self.story.note)
        return self.read_blocks(element, story, self.counter.of_cell(draft.row + 1, at), surroundings)

    def _settings(self, draft: Draft, at: int) -> tuple[Surroundings, tuple[Any, ...]]:
        """What surrounds the words of a cell, and its settings, in the order of `Cell`."""
        own = draft.settings
        if own.unprinted:
            self.story.source.tell_unprinted(own.unprinted, self.counter.of_cell(draft.row + 1, at).here())
        surroundings, padding, background, align, direction = self._cell_styles.of(draft)
        width = own.width
        if draft.joined and width[0] == "pt":
            width = ("pt", width[1] + draft.joined)
        borders = self._cascade.borders(draft, draft if draft.rows == 1 else self._lowest(draft))
        return surroundings, (
            draft.span,
            draft.rows,
            borders,
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


def _borders_of(exception: Element) -> Edges:
    found = exception.find(W + "tblBorders")
    return {} if found is None else values.borders(found)
