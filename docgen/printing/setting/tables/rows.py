"""Rows of a table: their cells set, as high as what stands in them, and split where a page ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from docgen.printing.reading.tree import Cell, Note, Paragraph, Row
from docgen.printing.setting.boxes import SetRow, Stack
from docgen.printing.setting.tables.edges import Boundary, Place, RowEdges
from docgen.printing.sheet import Canvas, Tag

#: Sums of heights are not exact; this much too high still fits.
_LEEWAY = 0.05


class Nothing:
    """A stack without anything in it: what is left of a cell that stands on the page before as a whole."""

    height = 0.0
    notes: Sequence[Note] = ()

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Nothing."""

    def split(self, room: float, *, anyway: bool = False) -> tuple[Stack, Stack] | None:  # noqa: ARG002
        return None


NOTHING = Nothing()


@dataclass(slots=True, eq=False)
class CellBox:
    """What stands in a cell of one row. `left`, `width`: of what stands in it; `at`: its number in `Row.cells`."""

    cell: Cell
    column: int
    at: int
    left: float
    width: float
    stack: Stack
    squeezed: float = 1.0  # by how much one line is made narrower or wider (17.4.68)


@dataclass(slots=True, eq=False)
class Span:
    """A cell over several rows (17.4.84), from row `first` to row `last`. What a page has no room for goes on in the
    rows of the next; what runs downwards is set when the height is known.

    set: what stands in it, in that length, and the length that it needs; heights: of its rows that are set and not yet
    drawn, without the line above the first; `whole`: all that stands in it; `rest`: what is still to be put.
    """

    cell: Cell
    column: int
    at: int
    left: float
    width: float
    first: int
    last: int
    set: Callable[[float], tuple[Stack, float]]
    heights: float = 0.0
    whole: Stack | None = None
    rest: Stack | None = None
    tag: Tag | None = None

    def needs(self, height: float) -> float:
        """How high its last row has to be, which is `height` without it, for what is still to be put."""
        top, _, bottom, _ = self.cell.padding
        if self.rest is None:
            room = self.heights + height - top - bottom
            self.whole, length = self.set(room)
            self.rest = self.whole
            return height + max(length - room, 0.0)
        return height if self.runs_down else self.rest.height + top + bottom - self.heights

    @property
    def runs_down(self) -> bool:
        return self.cell.direction not in ("lrTb", "lrTbV")

    def restart(self) -> None:
        """Its first row is drawn (again, where it is a head)."""
        self.rest = self.whole

    def take(self, height: float, drawn: float, *, final: bool) -> Stack:
        """What stands in that height on one page; all that is left where these rows are its last. `drawn`: the height
        of the rows."""
        top, _, bottom, _ = self.cell.padding
        room = height - top - bottom
        if self.rest is None:
            self.rest = self.whole = self.set(room)[0]
        if final or self.rest.height <= room + _LEEWAY or self.runs_down:
            taken, self.rest = self.rest, NOTHING
        else:
            taken, self.rest = self.rest.split(room) or (NOTHING, self.rest)
        self.heights -= drawn
        return taken


@dataclass(slots=True, eq=False)
class RowBox:
    """A row, or the part of it on one page. `over`: room for the line above it; `under`: for the one below, where it
    ends the table; `tags`: TR and those of its cells, made when it is first drawn."""

    row: Row
    index: int
    height: float
    cells: list[CellBox]
    spans: Sequence[Span]
    edges: RowEdges
    opening: Boundary  # the line above, where it begins a page
    over: float
    under: float
    x: float
    begins: bool = True
    ends: bool = True
    tags: list[Tag] = field(default_factory=list)
    notes: Sequence[Note] = ()
    header: bool = False
    keep_next: bool = False
    page: int | None = None
    again: Callable[[], RowBox] | None = None

    def anew(self) -> RowBox:
        return self.again() if self.again else self

    def split(self, room: float, *, anyway: bool = False) -> tuple[SetRow, SetRow] | None:
        """The part that fits in `room` and the rest. A row of exact height, a head and what runs downwards stay whole;
        a row that is not to be split (17.4.6) does so only where it is told to."""
        row = self.row
        if row.exact or not self.cells or (not anyway and (row.cant_split or row.header)):
            return None
        if any(box.cell.direction != "lrTb" for box in self.cells):
            return None
        room -= self.over
        firsts, rests = [], []
        for box in self.cells:
            parts = _parts(box, room, anyway=anyway)
            if parts is None:
                return None
            firsts.append(parts[0])
            rests.append(parts[1])
        if not any(rest.stack.height for rest in rests) or not any(first.stack.height for first in firsts):
            return None
        if sum(rest.stack.height for rest in rests) >= sum(box.stack.height for box in self.cells):
            return None  # margins alone fill the page: it would never end
        first_height = max(map(_height, firsts)) + self.over
        rest_height = max(max(map(_height, rests)) + self.opening.breadth, row.height - first_height) + self.under
        first = RowBox(row, self.index, first_height, firsts, self.spans, self.edges, self.opening, self.over, 0.0,
                       self.x, self.begins, False, self.tags, _notes(firsts), row.header)  # fmt: skip
        rest = RowBox(row, self.index, rest_height, rests, self.spans, self.edges, self.opening, self.opening.breadth,
                      self.under, self.x, False, self.ends, self.tags, _notes(rests), row.header,
                      self.keep_next)  # fmt: skip
        return first, rest


def keeps_next(row: Row) -> bool:
    """Rows keep together where the first paragraph of every cell keeps with the next (17.3.1.15)."""
    for cell in row.cells:
        first = cell.blocks[0] if cell.blocks else None
        if not isinstance(first, Paragraph) or not first.shape.keep_next:
            return False
    return bool(row.cells)


def _parts(box: CellBox, room: float, *, anyway: bool) -> tuple[CellBox, CellBox] | None:
    top, _, bottom, _ = box.cell.padding
    stack, room = box.stack, room - top - bottom
    if stack.height <= room + _LEEWAY:
        return box, _with(box, NOTHING)
    parts = stack.split(room, anyway=anyway)
    if parts is None:
        return (_with(box, NOTHING), box) if anyway else None
    return _with(box, parts[0]), _with(box, parts[1])


def _with(box: CellBox, stack: Stack) -> CellBox:
    return CellBox(box.cell, box.column, box.at, box.left, box.width, stack, box.squeezed)


def _height(box: CellBox) -> float:
    return box.stack.height + box.cell.padding[0] + box.cell.padding[2]


def _notes(boxes: Sequence[CellBox]) -> list[Note]:
    return [note for box in boxes for note in box.stack.notes]


def places(rows: Sequence[Row]) -> list[list[Place]]:
    """The cells of each row on the grid, with those that reach down into it."""
    found = []
    reaching: dict[int, tuple[Cell, int]] = {}  # by column, with how many rows are left
    for row in rows:
        column = row.before
        line: list[Place] = []
        below: dict[int, tuple[Cell, int]] = {}
        for cell in row.cells:
            column = _pass(reaching, column, line, below)
            line.append(Place(cell, column, True, cell.rows == 1))
            if cell.rows > 1:
                below[column] = (cell, cell.rows - 1)
            column += cell.span
        if reaching:
            _pass(reaching, column, line, below)
        found.append(line)
        reaching = below
    return found


def _pass(
    reaching: dict[int, tuple[Cell, int]], column: int, line: list[Place], below: dict[int, tuple[Cell, int]]
) -> int:
    """Puts the cells from above that stand at this column, and says which column comes next."""
    while column in reaching:
        cell, left = reaching.pop(column)
        line.append(Place(cell, column, False, left == 1))
        if left > 1:
            below[column] = (cell, left - 1)
        column += cell.span
    return column
