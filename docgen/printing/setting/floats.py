"""What floats beside, over or under the text: where it stands, and what room it leaves (ECMA-376-1, 20.4.2, 17.3.1.11,
17.4.57).

A page, a cell, a header or a box of words is a surface. What floats is put on it when the paragraph that it is anchored
in gets its place; lines that come after it are broken in the room beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from docgen.printing.reading.tree import Float, Picture, Table, TextBox
from docgen.printing.setting import picturing
from docgen.printing.setting.boxes import Context, SetTable, StackBlocks
from docgen.printing.setting.ground import Ground, Rectangle, across, down, placed
from docgen.printing.setting.textboxes import set_box
from docgen.printing.sheet import Canvas

_NARROWEST = 72.0  # Word sets no text beside a float in less than an inch
_NEAR = 0.05


@dataclass(slots=True)
class Hanging:
    """Something that floats, with its size. owner: the paragraph that it is anchored in; gap: from where it is met to
    the top of the paragraph after it; follows: it stands where its paragraph does, and moves with it."""

    it: Float
    width: float
    height: float
    draw: Callable[[Canvas, float, float], None]
    owner: object = None
    gap: float = 0.0
    x: float = 0.0
    y: float = 0.0
    follows: bool = False

    @property
    def around(self) -> Rectangle:
        """With the gaps to the text."""
        top, right, bottom, left = self.it.gaps
        return Rectangle(self.x - left, self.y - top, self.x + self.width + right, self.y + self.height + bottom)


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
        found.x = placed(sideways, low, high, found.width, even=ground.even)
        low, high = down(downwards.origin, ground, top, line)
        found.y = placed(downwards, low, high, found.height)
        found.follows = downwards.origin in ("paragraph", "line", "character")
        if found.follows:
            # What goes with its paragraph stays on the paper all the same.
            found.y = max(min(found.y, ground.paper.bottom - found.height), ground.paper.y)
        self.hanging.append(found)

    def withdraw(self, kept: Callable[[Hanging], bool]) -> None:
        """Take away what is anchored in lines that turned out to stand on another page."""
        self.hanging = [found for found in self.hanging if kept(found)]

    def obstacles(self, x: float, y: float, width: float) -> list[Hanging]:
        """What leaves less room in a column from `y` on."""
        return [
            found
            for found in self.hanging
            if found.it.wrap != "none"
            and found.around.bottom > y + _NEAR
            and (found.it.wrap == "topAndBottom" or (found.around.right > x and found.around.x < x + width))
        ]

    def beside(self, x: float, y: float, width: float) -> Beside | None:
        """The room of a paragraph whose column begins at `x` and whose top is at `y`; None where nothing is in the
        way."""
        found = self.obstacles(x, y, width)
        return Beside(found, x, y) if found else None

    def clear(self, x: float, y: float, width: float, height: float) -> float:
        """How far down something as high as that, which does not give way, has to go: a row of a table."""
        for _ in range(len(self.hanging) + 1):
            inside = [
                found
                for found in self.obstacles(x, y, width)
                if found.around.y < y + height - _NEAR and found.it.wrap == "topAndBottom"
            ]
            if not inside:
                break
            y = max(found.around.bottom for found in inside)
        return y

    def draw(self, canvas: Canvas, x: float, y: float, *, behind: bool, down: float = 0.0) -> None:
        """What stands behind the text, or before it. x, y: of the surface on its page; down: how far the text was
        moved with what follows it."""
        chosen = [found for found in self.hanging if found.it.behind == behind]
        for found in sorted(chosen, key=lambda hanging: hanging.it.order):
            found.draw(canvas, x + found.x, y + found.y + (down if found.follows else 0.0))


class Beside:
    """The room of one paragraph beside what floats. Places count from its column's left edge and its own top."""

    def __init__(self, found: Sequence[Hanging], x: float, y: float) -> None:
        self._found = [(hanging, hanging.around.moved(-x, -y)) for hanging in found]

    def at(self, top: float, height: float, left: float, right: float) -> Sequence[tuple[float, float]]:
        free = [(left, right)]
        blocked = False
        for hanging, box in self._found:
            if box.y >= top + height - _NEAR or box.bottom <= top + _NEAR:
                continue
            if hanging.it.wrap == "topAndBottom":
                return ()
            blocked = True
            free = [piece for stretch in free for piece in _without(stretch, box, hanging.it.side)]
        if not blocked:
            return free
        least = min(_NARROWEST, right - left)
        return [(low, high) for low, high in free if high - low >= least - _NEAR]

    def below(self, top: float) -> float:
        return min((box.bottom for _, box in self._found if box.bottom > top + _NEAR), default=top)


def _without(stretch: tuple[float, float], box: Rectangle, side: str) -> Iterator[tuple[float, float]]:
    """20.4.3.7: what is left of a stretch on the sides where text may stand."""
    low, high = stretch
    if box.right <= low or box.x >= high:
        yield stretch
        return
    before, after = (low, min(box.x, high)), (max(box.right, low), high)
    if side == "largest":
        side = "left" if before[1] - before[0] >= after[1] - after[0] else "right"
    if side != "right" and before[1] > before[0]:
        yield before
    if side != "left" and after[1] > after[0]:
        yield after
