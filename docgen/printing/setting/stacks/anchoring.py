"""Puts what floats on its surface when the paragraph that it is anchored in gets its place; breaks lines beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from docgen.printing.setting.boxes import Line, SetTable
from docgen.printing.setting.ground import Rectangle
from docgen.printing.setting.lines import cut
from docgen.printing.setting.stacks.floats import Floats, Hanging
from docgen.printing.setting.stacks.items import Feed, Item, Standing
from docgen.printing.setting.stacks.putting import Placed

_NEAR = 0.05


class Anchorage:
    """A column of text on a surface. x, y: its top left corner there; bottom: where its text ends."""

    def __init__(self, floats: Floats, feed: Feed, x: float, y: float, bottom: float = float("inf")) -> None:
        self.floats = floats
        self._feed = feed
        self._x, self._y, self._bottom = x, y, bottom
        self._here = {id(found) for found in floats.hanging}
        self._put: list[Hanging] = []
        # Whether the item put last is a frame or a table that would float beyond the end of the column. Pictures and
        # boxes may stand in the margin, and are kept on the paper.
        self.overhangs = False

    def put(self, item: Item, y: float, gap: float, opens: bool, back: list[Item]) -> tuple[Item, float]:
        """An item that is to stand at `y` of the column: the same, or another where its lines had to be broken anew.

        gap: the space above it. opens: nothing of its block stands above it in the column. back: items that wait, the
        last of them next.
        """
        block = item.block
        self.overhangs = False
        if isinstance(block, Standing):
            return self._paragraph(item, block, y, gap, opens, back), y
        if isinstance(block, Hanging):
            self._hang(block, block, y + block.gap, y + block.gap)
        elif isinstance(block, SetTable) and self.floats.hanging:
            top = self.floats.clear(self._x, self._y + y, self._feed.width, item.height)
            return item, top - self._y
        return item, y

    def _paragraph(self, item: Item, standing: Standing, y: float, gap: float, opens: bool, back: list[Item]) -> Item:
        lines = standing.set.lines
        anchors = standing.set.anchors
        if opens and anchors and anchors[-1] >= item.index:
            first = lines[item.index].top if item.index else 0.0
            top = y + item.inset
            # The paragraph begins with the space that it has above itself, though not with that of the one before.
            start = y - min(gap, standing.paragraph.shape.before) if item.index == 0 else top
            for line in map(lines.__getitem__, anchors[bisect_left(anchors, item.index) :]):
                if line.top - first > self._bottom - self._y:
                    break  # it has no place in this column, wherever that begins
                for found in line.floats:
                    self._hang(self._feed.hanging(found), standing, start, top + line.top - first)
        if not opens or not (self.floats.hanging or standing.beside):
            return item
        base = lines[item.index].top if item.index else 0.0
        top = self._y + y + (item.inset if item.index == 0 else 0.0)
        beside = self.floats.beside(self._x, top - base, self._feed.width)
        name = beside and (id(self.floats), round(top, 1), round(self._x, 1), len(self.floats.hanging))
        if name == standing.beside:
            return item
        standing.beside = name
        while back and back[-1].block is standing:
            back.pop()
        back += self._feed.anew(item, beside)[::-1]
        return back.pop()

    def _hang(self, found: Hanging, owner: object, top: float, line: float) -> None:
        if id(found) in self._here:
            return
        self._here.add(id(found))
        found.owner = owner
        cell = found.it.in_cell and self._feed.context.in_table
        column = (self._x, self._feed.width)
        self.floats.place(found, column, self._y + top, self._y + line, in_cell=cell)
        box = Rectangle(found.x, found.y, found.x + found.width, found.y + found.height)
        place = owner.paragraph.place if isinstance(owner, Standing) else cut.place_of([found.it])
        cut.tell_float(found.it, box, self.floats.ground, place, self._feed.context)
        self._put.append(found)
        if owner is found and found.follows and found.around.bottom > self._bottom + _NEAR:
            self.overhangs = True

    def settle(self, placed: Iterable[Placed]) -> None:
        """Take back what is anchored in lines that did not find room in the column after all."""
        if not self._put:
            return
        here = {id(item.block) for _, item in placed}
        carried = {id(it) for _, item in placed if isinstance(item.part, Line) for it in item.part.floats}
        gone = {
            id(found)
            for found in self._put
            if (id(found.it) not in carried if isinstance(found.owner, Standing) else id(found.owner) not in here)
        }
        if gone:
            self.floats.withdraw(gone)
