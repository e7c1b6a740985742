"""What floats beside, over or under the text: where it stands, and what room it leaves (ECMA-376-1, 20.4.2, 17.3.1.11,
17.4.57).

A page, a cell, a header or a box of words is a surface. What floats is put on it when the paragraph that it is anchored
in gets its place; lines that come after it are broken in the room beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import inf

from docgen.printing.reading.tree import Float, Picture, Table, TextBox
from docgen.printing.setting import picturing
from docgen.printing.setting.boxes import Context, SetTable, StackBlocks
from docgen.printing.setting.clearing import NEAR, Shadow, first_clear
from docgen.printing.setting.ground import Ground, Rectangle, across, down, placed
from docgen.printing.setting.textboxes import set_box
from docgen.printing.sheet import Canvas

_NARROWEST = 72.0  # Word sets no text beside a float in less than an inch
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

    def withdraw(self, gone: Collection[int]) -> None:
        """Take away what is anchored in lines that turned out to stand on another page; by identity."""
        self.hanging = [found for found in self.hanging if id(found) not in gone]

    def obstacles(self, x: float, y: float, width: float) -> list[Hanging]:
        """What leaves less room in a column from `y` on."""
        return [
            found
            for found in self.hanging
            if found.it.wrap != "none"
            and found.around.bottom > y + NEAR
            and (found.it.wrap == "topAndBottom" or (found.around.right > x and found.around.x < x + width))
        ]

    def beside(self, x: float, y: float, width: float) -> Beside | None:
        """The room of a paragraph whose column begins at `x` and whose top is at `y`; None where nothing is in the
        way."""
        found = self.obstacles(x, y, width)
        return Beside(found, x, y) if found else None

    def clear(self, x: float, y: float, width: float, height: float) -> float:
        """How far down something as high as that, which does not give way, has to go: a row of a table."""
        shadows = sorted(
            (-inf, found.around.y, inf, found.around.bottom)
            for found in self.obstacles(x, y, width)
            if found.it.wrap == "topAndBottom"
        )
        return first_clear(shadows, y, height, (x, x + width), width)

    def draw(self, canvas: Canvas, x: float, y: float, *, behind: bool, down: float = 0.0) -> None:
        """What stands behind the text, or before it. x, y: of the surface on its page; down: how far the text was
        moved with what follows it."""
        chosen = [found for found in self.hanging if found.it.behind == behind]
        for found in sorted(chosen, key=lambda hanging: hanging.it.order):
            found.draw(canvas, x + found.x, y + found.y + (down if found.follows else 0.0))


class Beside:
    """The room of one paragraph beside what floats. Places count from its column's left edge and its own top."""

    def __init__(self, found: Sequence[Hanging], x: float, y: float) -> None:
        boxes = [(hanging.it, hanging.around.moved(-x, -y)) for hanging in found]
        self._boxes = [
            (box.y, box.bottom, box.x, box.right, "none" if it.wrap == "topAndBottom" else it.side)
            for it, box in sorted(boxes, key=lambda pair: pair[1].y)
        ]
        self._bottoms = sorted(box.bottom for _, box in boxes)

    def at(self, top: float, height: float, left: float, right: float) -> Sequence[tuple[float, float]]:
        over, under = top + NEAR, top + height - NEAR
        shadows = []
        for begins, bottom, low, high, side in self._boxes:
            if begins >= under:
                break
            if bottom <= over:
                continue
            if side == "none":
                return ()
            if high > left and low < right:
                shadows.append(_shadow(low, high, side, left, right))
        if not shadows:
            return [(left, right)]
        least = min(_NARROWEST, right - left)
        return [(low, high) for low, high in _between(shadows, left, right) if high - low >= least - NEAR]

    def below(self, top: float, height: float, left: float, right: float, wider: float) -> float:
        at = bisect_right(self._bottoms, top + NEAR)
        if at == len(self._bottoms):
            return top
        least = max(min(_NARROWEST, right - left) - NEAR, min(wider, right - left))
        clear = first_clear(self._shadows(top, left, right), self._bottoms[at], height, (left, right), least)
        return self._bottoms[max(bisect_right(self._bottoms, clear - NEAR), at)]

    def _shadows(self, top: float, left: float, right: float) -> list[Shadow]:
        """Of what reaches further down than that."""
        found = []
        for begins, bottom, low, high, side in self._boxes:
            if bottom > top + NEAR and (side == "none" or (high > left and low < right)):
                across = _shadow(low, high, side, left, right)
                found.append((across[0], begins, across[1], bottom))
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
