"""Rows of a table on one page: grounds, words, then lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.printing.reading.tree import Cell, Table
from docgen.printing.setting.boxes import Stack
from docgen.printing.setting.marks import turned
from docgen.printing.setting.marks.borders import breadth, frame, ground
from docgen.printing.setting.tables import edges
from docgen.printing.setting.tables.edges import Boundary
from docgen.printing.setting.tables.rows import CellBox, RowBox, Span
from docgen.printing.sheet import Canvas, Tag

_ALIGNED = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


class Band:
    """Consecutive rows under each other that stand equally far to the right. xs: edges of the columns on the page; y:
    top of the first row; between: the line above each row, and that below the last."""

    def __init__(
        self, table: Table, xs: Sequence[float], y: float, rows: Sequence[RowBox], between: Sequence[Boundary]
    ) -> None:
        self._table, self._xs, self._rows, self._between = table, xs, rows, between
        self.tops = [y]
        for row in rows:
            self.tops.append(self.tops[-1] + row.height)
        end, under = self.tops[-1], rows[-1].under
        self._middles = [top + row.over / 2 for top, row in zip(self.tops, rows, strict=False)]
        self._middles.append(end - under / 2 if under else end + between[-1].breadth / 2)

    # Grounds and lines

    def grounds(self, canvas: Canvas) -> None:
        """The colours of cells. Neighbours of one colour are painted at once, so that no seam is seen."""
        for at, row in enumerate(self._rows):
            left, right, colour = 0.0, 0.0, ""
            for box in row.cells:
                cell = box.cell
                if not cell.background and not colour:
                    continue
                x, y, width, height = self._rectangle(cell, box.column, at, at)
                if cell.background == colour and abs(x - right) < 0.01:
                    right = x + width
                    continue
                if colour:
                    ground(canvas, left, y, right - left, height, colour)
                left, right, colour = x, x + width, cell.background
            if colour:
                _, y, _, height = self._rectangle(row.cells[0].cell, row.cells[0].column, at, at)
                ground(canvas, left, y, right - left, height, colour)
        for span, first, last in self._spans():
            if span.cell.background:
                ground(canvas, *self._rectangle(span.cell, span.column, first, last), span.cell.background)

    def lines(self, canvas: Canvas) -> None:
        """The lines between cells; with space between them, the frame of each and that of the table."""
        if self._table.spacing:
            self._frames(canvas)
        else:
            uprights = [row.edges.uprights for row in self._rows]
            edges.draw(canvas, self._xs, self._middles, [line.borders for line in self._between], uprights)
        for cell, rectangle in self._cells():
            if "tl2br" in cell.borders or "tr2bl" in cell.borders:
                edges.across(canvas, *rectangle, cell.borders)

    def _frames(self, canvas: Canvas) -> None:
        for cell, (x, y, width, height) in self._cells():
            left, top = breadth(cell.borders.get("left")) / 2, breadth(cell.borders.get("top")) / 2
            right, bottom = breadth(cell.borders.get("right")) / 2, breadth(cell.borders.get("bottom")) / 2
            frame(canvas, x + left, y + top, width - left - right, height - top - bottom, cell.borders)
        x, y = self._xs[0], self.tops[0]
        frame(canvas, x, y, self._xs[-1] - x, self.tops[-1] - y, self._table.outer)

    def _cells(self) -> Iterator[tuple[Cell, tuple[float, float, float, float]]]:
        for at, row in enumerate(self._rows):
            for box in row.cells:
                yield box.cell, self._rectangle(box.cell, box.column, at, at)
        for span, first, last in self._spans():
            yield span.cell, self._rectangle(span.cell, span.column, first, last)

    def _rectangle(self, cell: Cell, column: int, first: int, last: int) -> tuple[float, float, float, float]:
        """Of a cell in these rows of the band: x, y, width, height; from middle to middle of the lines around it."""
        rim = len(self._xs) - 1
        end = min(column + cell.span, rim)
        x, right = self._xs[column], self._xs[end]
        y, bottom = self._middles[first], self._middles[last + 1]
        if gap := self._table.spacing:
            x, right = x + gap * (1 + (column == 0)), right - gap * (1 + (end == rim))
            y, bottom = self.tops[first] + self._rows[first].over, self.tops[last + 1] - self._rows[last].under
        return x, y, right - x, bottom - y

    def _spans(self) -> Iterator[tuple[Span, int, int]]:
        """Cells over several rows, each with its first and last row in this band."""
        seen: set[int] = set()
        for first, row in enumerate(self._rows):
            for span in row.spans:
                if id(span) not in seen:
                    seen.add(id(span))
                    last = first
                    while last + 1 < len(self._rows) and span in self._rows[last + 1].spans:
                        last += 1
                    yield span, first, last

    # Words

    def words(self, canvas: Canvas, table: Tag | None) -> None:
        """What stands in the cells, under tags of its own; a head that stands here again has none."""
        outer = canvas.tag
        seen: set[int] = set()
        for at, row in enumerate(self._rows):
            tags = self._tags(row, table)
            top = self.tops[at] + row.over
            for box in row.cells:
                canvas.tag = tags[box.at + 1] if tags else None
                bottom = self.tops[at + 1] - row.under
                self._put(canvas, box.cell, box.column, box.left, box.width, box.stack, top, bottom, row,
                          box.squeezed)  # fmt: skip
            for span in row.spans:
                if id(span) in seen:
                    continue
                seen.add(id(span))
                if span.first == row.index and row.begins:
                    span.restart()
                    span.tag = tags[span.at + 1] if tags else None
                canvas.tag = span.tag if table is not None else None
                self._put_span(canvas, span, at, top)
        canvas.tag = outer

    def _put_span(self, canvas: Canvas, span: Span, first: int, top: float) -> None:
        last = first
        while last + 1 < len(self._rows) and self._rows[last + 1].index <= span.last:
            last += 1
        row = self._rows[last]
        bottom = self.tops[last + 1] - row.under
        final = row.index == span.last and row.ends
        stack = span.take(bottom - top, bottom - top, final=final)
        self._put(canvas, span.cell, span.column, span.left, span.width, stack, top, bottom, row)

    def _put(
        self, canvas: Canvas, cell: Cell, column: int, left: float, width: float, stack: Stack, top: float,
        bottom: float, row: RowBox, squeezed: float = 1.0,
    ) -> None:  # fmt: skip
        """Words of a cell between the lines above and below it."""
        x = self._xs[0] + left
        above, _, below, _ = cell.padding
        y, bottom = top + above, bottom - below
        if self._table.spacing:
            y, bottom = y + breadth(cell.borders.get("top")), bottom - breadth(cell.borders.get("bottom"))
        height = bottom - y
        if cell.direction in turned.TURNS:
            shift = max((width - stack.height) * _ALIGNED[cell.align], 0.0)
            turned.draw(canvas, cell.direction, x, y, width, height, lambda inner: stack.draw(inner, 0.0, shift))
            return
        if cell.align != "top" and row.begins and row.ends:  # parts of a row begin at its top
            y += max((height - stack.height) * _ALIGNED[cell.align], 0.0)
        if row.row.exact and stack.height > height + 0.05:
            end = self._xs[min(column + cell.span, len(self._xs) - 1)]
            start, bottom = self._xs[column], bottom + below
            with turned.inside(canvas, start, top, clip=(end - start, bottom - top)):
                stack.draw(canvas, x - start, y - top)
        elif cell.direction == "lrTbV":
            turned.lying(canvas, x, y, lambda inner: stack.draw(inner, 0.0, 0.0))
        elif squeezed != 1.0:
            turned.squeezed(canvas, x, y, squeezed, lambda inner: stack.draw(inner, 0.0, 0.0))
        else:
            stack.draw(canvas, x, y)

    def _tags(self, row: RowBox, table: Tag | None) -> Sequence[Tag]:
        """TR, and TH or TD for each cell that begins in the row (ISO 32000-1, 14.8.4.3.4); an empty one where no cell
        stands beside them, so that all rows have the same columns (ISO 14289-1, 7.5)."""
        if table is None or (row.tags and row.begins):
            return ()
        if not row.tags:
            line = table.child("TR")
            row.tags.append(line)
            columns = len(self._xs) - 1
            boxes: tuple[CellBox | Span, ...] = (*row.cells, *row.spans)
            _empty(line, min((box.column for box in boxes), default=columns))
            for cell in row.row.cells:
                attributes: dict[str, object] = {}
                if cell.span > 1:
                    attributes["ColSpan"] = cell.span
                if cell.rows > 1:
                    attributes["RowSpan"] = cell.rows
                if row.header:
                    attributes["Scope"] = "Column"
                row.tags.append(line.child("TH" if row.header else "TD", attributes=attributes))
            _empty(line, columns - max((box.column + box.cell.span for box in boxes), default=columns))
        return row.tags


def _empty(line: Tag, columns: int) -> None:
    """A cell over so many columns that holds nothing; none over none."""
    if columns > 0:
        line.child("TD", attributes={"ColSpan": columns} if columns > 1 else {})
