"""Tables (ECMA-376-1, 17.4): columns, then rows as they are asked for, then the rows of a page with all their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, islice
from typing import overload

from docgen.printing.reading.tree import Cell, Note, Paragraph, Row, Table
from docgen.printing.setting.boxes import Context, SetRow, SetTable, Stack, StackBlocks
from docgen.printing.setting.lines import cut
from docgen.printing.setting.marks import turned
from docgen.printing.setting.marks.borders import breadth
from docgen.printing.setting.tables import edges
from docgen.printing.setting.tables.bands import Band
from docgen.printing.setting.tables.repeats import Repeats
from docgen.printing.setting.tables.rows import NOTHING, CellBox, RowBox, Span, keeps_next, places
from docgen.printing.setting.tables.widths import column_widths, narrowest_and_widest
from docgen.printing.sheet import Canvas, Tag


def set_table(table: Table, width: float, context: Context, stack: StackBlocks) -> SetTable:
    """Set a table in a room of this width (points). Its rows are set one after the other, as they are asked for; they
    are not kept, but for the heads."""
    columns = column_widths(table, width, context)
    total = sum(columns)
    left = _left(table.align, table, total, width)
    setter = _Setter(table, columns, width, context, stack)
    heads = 0
    while heads < len(table.rows) and table.rows[heads].header:
        heads += 1
    if heads == len(table.rows):
        heads = 0  # a head is repeated above something, never alone
    rows = _Rows(setter, len(table.rows), heads)
    return SetTable(table, left, total, columns, rows, heads, setter.draw)


def _left(align: str, table: Table, total: float, width: float) -> float:
    """17.4.28, 17.4.50: the indent counts where the table stands at the left."""
    if align == "center":
        return (width - total) / 2
    return width - total if align == "right" else table.indent


def _lowered(cell: Cell, top: float) -> Cell:
    """What stands in a row begins below the largest of its top margins (17.4.42, 17.4.68), in every cell."""
    return cell if cell.padding[0] == top else replace(cell, padding=(top, *cell.padding[1:]))


def _hides(cell: Cell) -> bool:
    """17.4.21: a cell of nothing but the mark that ends it, which is not to count."""
    if not cell.hides_mark or len(cell.blocks) != 1:
        return False
    only = cell.blocks[0]
    return isinstance(only, Paragraph) and not only.inlines and only.label is None


class _Rows(Sequence[SetRow]):
    """The rows of a table, set while they are walked through. The heads are set once."""

    def __init__(self, setter: _Setter, count: int, heads: int) -> None:
        self._setter, self._count = setter, count
        self._heads = list(islice(setter.rows(), heads))

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[SetRow]:
        yield from self._heads
        yield from islice(self._setter.rows(self._heads), len(self._heads), None)

    @overload
    def __getitem__(self, at: int) -> SetRow: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[SetRow]: ...
    def __getitem__(self, at: int | slice) -> SetRow | Sequence[SetRow]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(self._count))]
        number = range(self._count)[at]
        if number < len(self._heads):
            return self._heads[number]
        return next(islice(iter(self), number, None))


class _Setter:
    """Sets the rows of one table and draws them."""

    def __init__(
        self, table: Table, columns: Sequence[float], room: float, context: Context, stack: StackBlocks
    ) -> None:
        self.table, self.stack = table, stack
        self._around = context
        self._repeats = Repeats(stack)
        self.context = replace(context, in_table=True)
        self._contexts: dict[float, Context] = {}  # of cells, by their right margin
        self.grid = edges.Grid(len(columns))
        self.places = places(table.rows)
        self.xs = [0.0]
        for width in columns:
            self.xs.append(self.xs[-1] + width)
        total = self.xs[-1]
        self._shifts = {
            align: _left(align or table.align, table, total, room) for align in {row.align for row in table.rows} | {""}
        }
        self._tag: Tag | None = None
        self._inners: dict[tuple[object, ...], tuple[float, float]] = {}

    # Setting

    def rows(self, done: Sequence[RowBox] = ()) -> Iterator[RowBox]:
        """Rows from the first on; those that are done already are taken as they are."""
        reaching: list[Span] = []
        above: edges.RowEdges | None = None
        last = len(self.table.rows) - 1
        for index, row in enumerate(self.table.rows):
            if index < len(done):
                box = done[index]
            else:
                box = self._numbered(partial(self._row, index, row, above, reaching, index == last))
                for span in box.spans:
                    span.heights += box.height
            above = box.edges
            reaching = [span for span in box.spans if span.last > index]
            yield box

    def _numbered(self, row: Callable[[], RowBox]) -> RowBox:
        """A row, with the number of the page where it stands where it says that; it is set anew for another page,
        unless others reach through it."""
        if self.context.numbers != self._around.numbers:
            self.context = replace(self.context, numbers=self._around.numbers)
            self._contexts.clear()
        used = self.context.used_numbers
        before = used & {"page"}
        used -= before
        box = row()
        if "page" in used and not box.spans:
            box.page, box.again = self.context.numbers.page, partial(self._numbered, row)
        used |= before
        return box

    def _row(
        self, index: int, row: Row, above: edges.RowEdges | None, reaching: Sequence[Span], ends_table: bool
    ) -> RowBox:
        lines = self.grid.row(self.places[index])
        opening = self.grid.between(None, lines)
        over = self.grid.between(above, lines).breadth if above else opening.breadth
        under = self.grid.between(lines, None).breadth if ends_table else 0.0
        if gap := self.table.spacing:
            over, under = gap * (1 + (index == 0)), gap * (1 + ends_table)
        cells: list[CellBox] = []
        spans = list(reaching)
        downwards: list[CellBox] = []  # as long as the others make the row high
        notes: list[Note] = []
        height, at = 0.0, -1
        top = max((place.cell.padding[0] for place in self.places[index] if place.begins), default=0.0)
        for place in self.places[index]:
            if not place.begins:
                continue
            at += 1
            cell = _lowered(place.cell, top)
            left, width = self._inner(place, lines)
            if not place.ends:
                spans.append(self._span(cell, place, at, left, width, index, over))
                if (whole := spans[-1].whole) is not None:
                    notes.extend(whole.notes)
                continue
            box = CellBox(cell, place.column, at, left, width, NOTHING)
            cells.append(box)
            if cell.direction in turned.TURNS:
                downwards.append(box)
                continue
            if cell.fit and (line := self._whole(cell)) > 0:
                box.squeezed, width = width / line, line + 0.01
            box.stack = found = NOTHING if _hides(cell) else self._repeats.stack(cell, width, self._within(cell))
            padding = cell.padding
            high = found.height + padding[0] + padding[2]
            if gap:
                high += breadth(cell.borders.get("top")) + breadth(cell.borders.get("bottom"))
            height = max(height, high)
            if found.notes:
                notes.extend(found.notes)
        for box in downwards:
            top, _, bottom, _ = box.cell.padding
            room = max(height, row.height - over) - top - bottom
            box.stack, length = self._downwards(box.cell, box.width, room)
            height = max(height, length + top + bottom)
            notes.extend(box.stack.notes)
        height = self._high(row, height + over) + under
        for span in (span for span in spans if span.last == index):
            needed = span.needs(height - under) + under
            height = height if row.exact else max(height, needed)
            notes.extend(span.whole.notes if span.runs_down and span.whole is not None else ())
        self._tell_cut(row, index, cells, spans, over)
        return RowBox(row, index, height, cells, spans, lines, opening, over, under, self._shifts[row.align],
                      notes=notes, header=row.header, keep_next=keeps_next(row))  # fmt: skip

    def _span(
        self, cell: Cell, place: edges.Place, at: int, left: float, width: float, index: int, over: float
    ) -> Span:
        span = Span(cell, place.column, at, left, width, index, index + cell.rows - 1,
                    partial(self._downwards, cell, width), -over)  # fmt: skip
        if cell.direction not in turned.TURNS:
            span.rest = span.whole = self.stack(cell.blocks, width, self._within(cell))
        return span

    def _tell_cut(self, row: Row, index: int, cells: Sequence[CellBox], spans: Sequence[Span], over: float) -> None:
        """What a row of exact height has no room for."""
        if not (row.exact and row.height):
            return
        for box in cells:
            if box.cell.direction not in turned.TURNS:
                cut.tell_row(box.cell, box.stack, row.height - over, self.context)
        for span in spans:
            if span.last == index and span.rest is not None and not span.runs_down:
                cut.tell_row(span.cell, span.rest, row.height + span.heights, self.context)

    def _within(self, cell: Cell) -> Context:
        """What is known in a cell: marks hang into its margin."""
        margin = cell.padding[1]
        found = self._contexts.get(margin)
        if found is None:
            found = self._contexts[margin] = replace(self.context, beside=margin)
        return found

    @staticmethod
    def _high(row: Row, height: float) -> float:
        """17.4.80: its line above counts as a part of the row's height."""
        return row.height if row.exact and row.height else max(height, row.height)

    def _inner(self, place: edges.Place, lines: edges.RowEdges) -> tuple[float, float]:
        """Left edge and width of what stands in a cell."""
        key = (place.column, place.cell.span, id(lines), place.cell.padding)
        found = self._inners.get(key)
        if found is None:
            found = self._inners[key] = self._measured(place, lines)
        return found

    def _measured(self, place: edges.Place, lines: edges.RowEdges) -> tuple[float, float]:
        """Lines have their middles on the edges of the cell; margins count from there, unless the line is broader."""
        cell, column = place.cell, place.column
        start, end = self.xs[column], self.xs[min(column + cell.span, len(self.xs) - 1)]
        _, right, _, left = cell.padding
        if self.table.spacing:
            start, end = self._spaced(column, cell.span)
            left += breadth(cell.borders.get("left"))
            right += breadth(cell.borders.get("right"))
        else:
            left = max(left, breadth(lines.uprights[column]) / 2)
            right = max(right, breadth(lines.uprights[min(column + cell.span, len(self.xs) - 1)]) / 2)
        return start + left, max(end - start - left - right, 1.0)

    def _spaced(self, column: int, span: int) -> tuple[float, float]:
        """17.4.45: half of the space between two cells belongs to each, the whole of it to those at the rim."""
        gap, last = self.table.spacing, len(self.xs) - 1
        end = min(column + span, last)
        return self.xs[column] + gap * (1 + (column == 0)), self.xs[end] - gap * (1 + (end == last))

    def _downwards(self, cell: Cell, width: float, length: float) -> tuple[Stack, float]:
        """What runs up or down in a cell of that length, and the length that it needs: that of its longest line where
        broken ones have no place beside each other."""
        if length > 1.0:
            found = self.stack(cell.blocks, length, self.context)
            if found.height <= width + 0.5:
                return found, length
        length = max(self._whole(cell), length)
        return self.stack(cell.blocks, length, self.context), length

    def _whole(self, cell: Cell) -> float:
        """How wide the words of a cell are on one line."""
        return narrowest_and_widest(cell, self.context)[1] - cell.padding[1] - cell.padding[3]

    # Drawing

    def draw(self, canvas: Canvas, x: float, y: float, rows: Sequence[SetRow]) -> None:
        """Rows of one page under each other."""
        boxes = [row for row in rows if isinstance(row, RowBox)]
        for shift, band in groupby(boxes, key=lambda box: box.x):
            y = self._band(canvas, x + shift, y, list(band))

    def _band(self, canvas: Canvas, x: float, y: float, rows: Sequence[RowBox]) -> float:
        lines = [self.grid.between(above.edges if above else None, below.edges if below else None)
                 for above, below in zip((None, *rows), (*rows, None), strict=True)]  # fmt: skip
        band = Band(self.table, [x + at for at in self.xs], y, rows, lines)
        outer, canvas.tag = canvas.tag, None
        band.grounds(canvas)
        canvas.tag = outer
        band.words(canvas, self._table_tag(outer))
        canvas.tag = None
        band.lines(canvas)
        canvas.tag = outer
        return band.tops[-1]

    def _table_tag(self, outer: Tag | None) -> Tag | None:
        if outer is not None and self._tag is None:
            self._tag = outer.child("Table", description=self.table.description)
        return self._tag if outer is not None else None
