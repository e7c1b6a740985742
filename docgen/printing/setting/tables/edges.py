"""Edges of table cells: which of two neighbours' borders is drawn, and the lines of a page (ECMA-376-1, 17.4.66).

The clause says how a conflict is settled, and Word does it otherwise: what Word does is published in [MS-OI29500],
2.1.169, and followed here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.printing.reading.tree import Border, Cell, Side
from docgen.printing.setting.marks.borders import breadth, line, reach
from docgen.printing.sheet import Canvas

#: The edge of a cell that has no line, whatever its neighbour says ("nil").
BARE = Border("nil", 0.0)

#: Numbers of the kinds in Word's formula: weight = width × number.
_NUMBERS = {kind: number for number, kind in enumerate((
    "", "single", "thick", "double", "", "", "", "", "dotDash", "dotDotDash", "triple", "thinThickSmallGap",
    "thickThinSmallGap", "thinThickThinSmallGap", "thinThickMediumGap", "thickThinMediumGap", "thinThickThinMediumGap",
    "thinThickLargeGap", "thickThinLargeGap", "thinThickThinLargeGap", "wave", "doubleWave", "dashSmallGap",
    "dashDotStroked", "threeDEmboss", "threeDEngrave", "outset", "inset",
))}  # fmt: skip
#: The clause's list, for borders of one weight.
_ORDER = {kind: at for at, kind in enumerate((
    "single", "thick", "double", "dotted", "dashed", "dotDash", "dotDotDash", "triple", "thinThickSmallGap",
    "thickThinSmallGap", "thinThickThinSmallGap", "thinThickMediumGap", "thickThinMediumGap", "thinThickThinMediumGap",
    "thinThickLargeGap", "thickThinLargeGap", "thinThickThinLargeGap", "wave", "doubleWave", "dashSmallGap",
    "dashDotStroked", "threeDEmboss", "threeDEngrave", "outset", "inset",
))}  # fmt: skip


def shown(one: Border | None, other: Border | None) -> Border | None:
    """The border between two cells, of those that they ask for. No line ("none") gives way, unless it is "nil"."""
    if one is other or one == other:
        return None if one is BARE else one
    if one is BARE or other is BARE:
        return None
    if one is None or other is None:
        return one or other
    return one if _rank(one) >= _rank(other) else other


def _rank(border: Border) -> tuple[float, int, int, int, int]:
    """Weight; then the place in the clause's list; then darkness, counted in three ways. The larger is drawn."""
    number = _NUMBERS.get(border.kind, 0)
    weight = 1.0 if border.kind in ("dotted", "dashed") else border.width * 8 * number
    red, green, blue = (int(border.colour[at : at + 2], 16) for at in (1, 3, 5))
    return weight, -_ORDER.get(border.kind, 99), -(red + blue + 2 * green), -(blue + 2 * green), -green


@dataclass(slots=True)
class Place:
    """A cell in a row of the grid. `begins`, `ends`: whether its first and last row is this one."""

    cell: Cell
    column: int
    begins: bool = True
    ends: bool = True


@dataclass(slots=True)
class RowEdges:
    """What one row asks for. tops, bottoms: by column; uprights: by boundary between columns, settled; opened_above,
    opened_below: columns where a cell goes on into the row above or below."""

    tops: list[Border | None]
    bottoms: list[Border | None]
    uprights: list[Border | None]
    opened_above: frozenset[int]
    opened_below: frozenset[int]


@dataclass(slots=True)
class Boundary:
    """The line between two rows: a border for each column, and the room that it takes."""

    borders: list[Border | None]
    breadth: float


class Grid:
    """Settles the edges of one table. Rows alike share what was found."""

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._rows: dict[tuple[object, ...], RowEdges] = {}
        self._boundaries: dict[tuple[int, int], Boundary] = {}

    def row(self, places: Sequence[Place]) -> RowEdges:
        key = tuple((p.column, p.cell.span, id(p.cell.borders), p.cell.bare, p.begins, p.ends) for p in places)
        if key not in self._rows:
            self._rows[key] = self._row(places)
        return self._rows[key]

    def _row(self, places: Sequence[Place]) -> RowEdges:
        count = self._columns
        tops: list[Border | None] = [None] * count
        bottoms: list[Border | None] = [None] * count
        lefts: list[Border | None] = [None] * (count + 1)
        rights: list[Border | None] = [None] * (count + 1)
        above, below = set(), set()
        for place in places:
            cell, first = place.cell, place.column
            last = min(first + cell.span, count)
            top, bottom = edge(cell, "top"), edge(cell, "bottom")
            for column in range(first, last):
                tops[column], bottoms[column] = top, bottom
                if not place.begins:
                    above.add(column)
                if not place.ends:
                    below.add(column)
            lefts[first], rights[last] = edge(cell, "left"), edge(cell, "right")
        uprights = [shown(right, left) for right, left in zip(rights, lefts, strict=True)]
        return RowEdges(tops, bottoms, uprights, frozenset(above), frozenset(below))

    def between(self, above: RowEdges | None, below: RowEdges | None) -> Boundary:
        """The line between two rows; None above the first and below the last on a page, where cells that go on are
        closed as well."""
        key = (id(above), id(below))
        if key not in self._boundaries:
            self._boundaries[key] = self._between(above, below)
        return self._boundaries[key]

    def _between(self, above: RowEdges | None, below: RowEdges | None) -> Boundary:
        if above is None or below is None:
            one = above.bottoms if above else below.tops if below else []
            found = [shown(border, None) for border in one]
        else:
            opened = above.opened_below & below.opened_above
            found = [
                None if column in opened else shown(above.bottoms[column], below.tops[column])
                for column in range(self._columns)
            ]
        return Boundary(found, max((breadth(border) for border in found), default=0.0))


def edge(cell: Cell, side: str) -> Border | None:
    return BARE if side in cell.bare else cell.borders.get(side)


def draw(
    canvas: Canvas,
    xs: Sequence[float],
    ys: Sequence[float],
    across: Sequence[Sequence[Border | None]],
    uprights: Sequence[Sequence[Border | None]],
) -> None:
    """The lines of rows under each other. xs: boundaries of columns; ys: middles of the lines between rows; across: one
    border for each line and column; uprights: for each row and boundary. Each stretch of one border is one line."""
    rows, columns = len(ys) - 1, len(xs) - 1
    for at, borders in enumerate(across):
        up = uprights[at - 1] if at else ()
        down = uprights[at] if at < rows else ()
        first = 0
        while first < columns:
            border = borders[first]
            last = first + 1
            if border is not None:
                while last < columns and (borders[last] is border or borders[last] == border):
                    last += 1
                before = borders[first - 1] if first else None
                after = borders[last] if last < columns else None
                start = _end(border, up[first] if up else None, down[first] if down else None, before, back=True)
                end = _end(border, up[last] if up else None, down[last] if down else None, after)
                side: Side = "bottom" if at == rows else "top"
                line(canvas, xs[first], ys[at], xs[last], ys[at], border, side=side, start=start, end=end)
            first = last
    for column in range(columns + 1):
        first = 0
        while first < rows:
            border = uprights[first][column]
            last = first + 1
            if border is not None:
                while last < rows and (uprights[last][column] is border or uprights[last][column] == border):
                    last += 1
                before = uprights[first - 1][column] if first else None
                after = uprights[last][column] if last < rows else None
                start = _end(border, *_beside(across[first], column), before, back=True)
                end = _end(border, *_beside(across[last], column), after)
                side = "right" if column == columns else "left"
                line(canvas, xs[column], ys[first], xs[column], ys[last], border, side=side, start=start, end=end)
            first = last


def _beside(borders: Sequence[Border | None], column: int) -> tuple[Border | None, Border | None]:
    return borders[column - 1] if column else None, borders[column] if column < len(borders) else None


def _end(
    border: Border, one: Border | None, other: Border | None, ahead: Border | None, *, back: bool = False
) -> tuple[float, ...] | float:
    """How far a line goes on where others meet it: `one` at its top or left, `other` at its bottom or right, `ahead` in
    its own direction."""
    if ahead is not None or (one is None and other is None):
        return 0.0
    if one is not None and other is not None:
        return reach(border, one, 0, back=back)
    return reach(border, one, 1, back=back) if one is not None else reach(border, other, -1, back=back)


def across(canvas: Canvas, x: float, y: float, width: float, height: float, borders: Mapping[str, Border]) -> None:
    """Lines from corner to corner of a cell (17.4.73, 17.4.79)."""
    if (falling := borders.get("tl2br")) is not None:
        line(canvas, x, y, x + width, y + height, falling)
    if (rising := borders.get("tr2bl")) is not None:
        line(canvas, x + width, y, x, y + height, rising)
