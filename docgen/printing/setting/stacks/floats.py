"""What floats beside, over or under the text: where it stands, and what room it leaves (ECMA-376-1, 20.4.2, 17.3.1.11,
17.4.57).

A page, a cell, a header or a box of words is a surface. What floats is put on it when the paragraph that it is anchored
in gets its place; lines that come after it are broken in the room beside it.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import inf

from docgen.printing.reading.tree import Float, Picture, Table, TextBox
from docgen.printing.setting.boxes import Context, SetTable, StackBlocks
from docgen.printing.setting.ground import Ground, Rectangle, across, down, placed
from docgen.printing.setting.lines.textboxes import set_box
from docgen.printing.setting.marks import picturing
from docgen.printing.setting.stacks.clearing import NEAR, Shadow, first_clear
from docgen.printing.sheet import Canvas

_NARROWEST = 72.0  # Word sets no text beside a float in less than an inch
#: Top, bottom, left and right edge of what text goes around, and on which sides of it text may stand: "none" for what
#: has text above and below alone.
Wall = tuple[float, float, float, float, str]
_NOWHERE = Rectangle(0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class Hanging:
    """Something that floats, with its size. owner: the paragraph that it is anchored in; gap: from where it is met to
    the top of the paragraph after it; follows: it stands where its paragraph does, and moves with it; around: the
    place that it takes, with the gaps to the text."""

    it: Float
    width: float
    height: float
    draw: Callable[[Canvas, float, float], None]
    owner: object = None
    gap: float = 0.0
    x: float = 0.0
    y: float = 0.0
    follows: bool = False
    around: Rectangle = _NOWHERE

    def stand(self, x: float, y: float) -> None:
        """Put its top left corner there."""
        top, right, bottom, left = self.it.gaps
        self.x, self.y = x, y
        self.around = Rectangle(x - left, y - top, x + self.width + right, y + self.height + bottom)


def _picture(picture: Picture, canvas: Canvas, x: float, y: float) -> None:
    picturing.draw(canvas, x, y, picture)


def hang(it: Float, context: Context, stack: StackBlocks, set_rows: Callable[[Table], SetTable]) -> Hanging:
    """Set what floats."""
    content = it.content
    if isinstance(content, Picture):
        return Hanging(it, content.width, content.height, partial(_picture, content))
    if isinstance(content, TextBox):
        box = set_box(content, context, stack)
        return Hanging(it, box.width, box.height, box.draw)
    table = set_rows(content)
    rows = list(table.rows)
    height = sum(row.height for row in rows)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        table.draw_rows(canvas, x - table.left, y, rows)

    return Hanging(it, table.width, height, draw)


@dataclass(slots=True)
class Floats:
    """What floats on one surface, in the order in which it was anchored."""

    ground: Ground
    hanging: list[Hanging] = field(default_factory=list)
    _walls: list[Wall] | None = None  # of those that text goes around, by their tops

    @property
    def walls(self) -> list[Wall]:
        if self._walls is None:
            self._walls = sorted(_wall(found) for found in self.hanging if found.it.wrap != "none")
        return self._walls

    def place(self, found: Hanging, column: tuple[float, float], top: float, line: float, *, in_cell: bool) -> None:
        """Put something where it says. column: its left edge and its width; top: of the paragraph; line: of the line
        in which it is anchored."""
        ground = self.ground
        left, width = column
        if in_cell:
            edges = Rectangle(left, ground.margins.y, left + width, ground.margins.bottom)
            ground = Ground(edges, edges, ground.even)
        sideways, downwards = found.it.across, found.it.down
        low, high = across(sideways.origin, ground, left, width)
        place = placed(sideways, low, high, found.width, even=ground.even)
        low, high = down(downwards.origin, ground, top, line)
        depth = placed(downwards, low, high, found.height)
        found.follows = downwards.origin in ("paragraph", "line", "character")
        if found.follows:
            # What goes with its paragraph stays on the paper all the same.
            depth = max(min(depth, ground.paper.bottom - found.height), ground.paper.y)
        found.stand(place, depth)
        self.hanging.append(found)
        if self._walls is not None and found.it.wrap != "none":
            insort(self._walls, _wall(found))

    def withdraw(self, gone: Collection[int]) -> None:
        """Take away what is anchored in lines that turned out to stand on another page; by identity."""
        self.hanging = [found for found in self.hanging if id(found) not in gone]
        self._walls = None

    def beside(self, x: float, y: float, width: float) -> Beside | None:
        """The room of a paragraph whose column begins at `x` and whose top is at `y`; None where nothing is in the
        way."""
        over, end = y + NEAR, x + width
        for _, bottom, low, high, side in self.walls:
            if bottom > over and (side == "none" or (high > x and low < end)):
                return Beside(self.walls, x, y, end)
        return None

    def clear(self, x: float, y: float, width: float, height: float) -> float:
        """How far down something as high as that, which does not give way, has to go: a row of a table."""
        shadows = [(-inf, top, inf, bottom) for top, bottom, _, _, side in self.walls if side == "none" and bottom > y]
        return first_clear(shadows, y, height, (x, x + width), width)

    def draw(self, canvas: Canvas, x: float, y: float, *, behind: bool, down: float = 0.0) -> None:
        """What stands behind the text, or before it. x, y: of the surface on its page; down: how far the text was
        moved with what follows it."""
        chosen = [found for found in self.hanging if found.it.behind == behind]
        for found in sorted(chosen, key=lambda hanging: hanging.it.order):
            found.draw(canvas, x + found.x, y + found.y + (down if found.follows else 0.0))


def _wall(found: Hanging) -> Wall:
    box = found.around
    return box.y, box.bottom, box.x, box.right, "none" if found.it.wrap == "topAndBottom" else found.it.side


class Beside:
    """The room of one paragraph beside what floats. Places count from its column's left edge and its own top, which
    are at x, y of the surface, where the column ends at `end`."""

    def __init__(self, walls: Sequence[Wall], x: float, y: float, end: float) -> None:
        self._walls = walls
        self._x, self._y, self._end = x, y, end

    def at(self, top: float, height: float, left: float, right: float) -> Sequence[tuple[float, float]]:
        x, y = self._x, self._y
        over, under = top + NEAR, top + height - NEAR
        shadows = []
        for begins, bottom, low, high, side in self._walls:
            if begins - y >= under:
                break
            if bottom - y <= over:
                continue
            if side == "none":
                return ()
            if high > x and low < self._end and high - x > left and low - x < right:
                shadows.append(_shadow(low - x, high - x, side, left, right))
        if not shadows:
            return [(left, right)]
        least = min(_NARROWEST, right - left)
        return [(low, high) for low, high in _between(shadows, left, right) if high - low >= least - NEAR]

    def below(self, top: float, height: float, left: float, right: float, wider: float) -> float:
        shadows = self._shadows(top, left, right)
        if not shadows:
            return top
        first = min(bottom for *_, bottom in shadows)
        least = max(min(_NARROWEST, right - left) - NEAR, min(wider, right - left))
        clear = first_clear(shadows, first, height, (left, right), least)
        return first if clear == first else min(bottom for *_, bottom in shadows if bottom > clear - NEAR)

    def _shadows(self, top: float, left: float, right: float) -> list[Shadow]:
        """Of what reaches further down than that."""
        x, y = self._x, self._y
        found = []
        for begins, bottom, low, high, side in self._walls:
            if bottom - y <= top + NEAR:
                continue
            if side == "none":
                found.append((-inf, begins - y, inf, bottom - y))
            elif high > x and low < self._end and high - x > left and low - x < right:
                start, end = _shadow(low - x, high - x, side, left, right)
                found.append((start, begins - y, end, bottom - y))
        return found


def _shadow(low: float, high: float, side: str, left: float, right: float) -> tuple[float, float]:
    """20.4.3.7: from where to where no text stands on a line between these edges, beside a box from `low` to `high`.
    side: on which sides of it text may stand."""
    if side == "largest":
        side = "left" if low - left >= right - high else "right"
    return (-inf if side in ("right", "none") else low, inf if side in ("left", "none") else high)


def _between(shadows: list[tuple[float, float]], left: float, right: float) -> list[tuple[float, float]]:
    """What shadows leave of a line."""
    shadows.sort()
    free = []
    for low, high in shadows:
        if low > left:
            free.append((left, min(low, right)))
        left = max(left, high)
        if left >= right:
            return free
    return [*free, (left, right)]
