"""Blocks under each other without pages: what stands in a cell, a header, a note, a text box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from docgen.printing.reading.tree import Block, Note
from docgen.printing.setting.boxes import Context, SetRow, SetTable
from docgen.printing.setting.ground import Ground, Rectangle
from docgen.printing.setting.stacks.anchoring import Anchorage
from docgen.printing.setting.stacks.floats import Floats, Hanging
from docgen.printing.setting.stacks.items import PARTED, TORN, Feed, Item, Standing
from docgen.printing.setting.stacks.putting import Placed, put
from docgen.printing.sheet import Canvas

#: Sums of heights are not exact; this much too high still fits.
LEEWAY = 0.05


class Stacked:
    """Blocks under each other. `height`: with the space before the first and after the last (Word counts both)."""

    __slots__ = ("floats", "height", "notes", "placed", "width")

    def __init__(self, placed: Sequence[Placed], width: float, height: float, floats: Floats | None = None) -> None:
        self.placed = placed
        self.floats = floats
        self.width = width
        self.height = height
        self.notes: Sequence[Note] = [note for _, item in placed for note in item.notes]

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        if self.floats is None:
            put(canvas, x, y, self.width, self.placed)
            return
        self.floats.draw(canvas, x, y, behind=True)
        put(canvas, x, y, self.width, self.placed)
        self.floats.draw(canvas, x, y, behind=False)

    def split(self, room: float, *, anyway: bool = False) -> tuple[Stacked, Stacked] | None:
        """What fits in `room` and the rest, without the space between them; None where nothing fits. `anyway`: lines
        that stay together are torn apart as well."""
        placed = self.placed
        if self.height <= room + LEEWAY:
            return self, Stacked((), self.width, 0.0)
        fits = next((at for at, (y, item) in enumerate(placed) if y + item.height > room + LEEWAY), len(placed))
        if fits == len(placed):  # all but the space below the last
            return Stacked(placed, self.width, min(room, self.height), self.floats), Stacked((), self.width, 0.0)
        y, item = placed[fits]
        if isinstance(item.block, SetTable) and (rows := cast(SetRow, item.part).split(room - y, anyway=anyway)):
            return self._at(fits, rows)
        most = TORN if anyway else PARTED
        while fits and placed[fits][1].cost > most:
            fits -= 1
        return self._at(fits) if fits else None

    def _at(self, at: int, rows: tuple[SetRow, SetRow] | None = None) -> tuple[Stacked, Stacked]:
        """Two stacks: before item `at`, and from it on; or after the first of the rows that item is split into."""
        above, below = list(self.placed[:at]), list(self.placed[at:])
        start, item = below[0]
        if rows:
            above.append((start, part_of(item, rows[0])))
            below[0] = (start, part_of(item, rows[1]))
            later = start + item.height - rows[1].height  # what follows stood below the whole row
        else:
            later = start
        rest = [(y - later if n or not rows else 0.0, item) for n, (y, item) in enumerate(below)]
        bottom = above[-1][0] + above[-1][1].height
        upper, lower = (None, None) if self.floats is None else _parted(self.floats, above, later)
        return Stacked(above, self.width, bottom, upper), Stacked(rest, self.width, self.height - later, lower)


def _parted(floats: Floats, above: Sequence[Placed], later: float) -> tuple[Floats, Floats]:
    """What floats goes with the paragraph that it is anchored in."""
    owners = {id(item.block) for _, item in above}
    upper, lower = Floats(floats.ground), Floats(floats.ground)
    for found in floats.hanging:
        if id(found.owner) in owners:
            upper.hanging.append(found)
            continue
        moved = replace(found)
        if found.follows:
            moved.stand(found.x, found.y - later)
        lower.hanging.append(moved)
    return upper, lower


def part_of(item: Item, row: SetRow) -> Item:
    """An item for a part of a row."""
    return Item(item.block, row, item.index, row.height, notes=row.notes)


def stack(blocks: Sequence[object], width: float, context: Context) -> Stacked:
    """Set blocks under each other."""
    found = _stack(cast(Sequence[Block], blocks), width, context, 0.0)
    if found.floats and found.floats.hanging and context.edge:  # only now it is known how high a footer is
        found = _stack(cast(Sequence[Block], blocks), width, context, found.height)
    return found


def _stack(blocks: Sequence[Block], width: float, context: Context, height: float) -> Stacked:
    """height: guess of what will come out."""
    feed = Feed(context, width, stack, in_cell=True)
    placed: list[Placed] = []
    anchorage: Anchorage | None = None
    y = 0.0
    for items in feed.items(blocks):
        back = items[::-1]
        while back:
            item = back.pop()
            y += item.gap
            if anchorage is None and _floats(item):
                ground = context.edge(height) if context.edge else _within(width)
                anchorage = Anchorage(Floats(ground), feed, 0.0, 0.0)
            if anchorage:
                opens = not placed or placed[-1][1].block is not item.block
                item, y = anchorage.put(item, y, item.gap, opens, back)
            placed.append((y, item))
            y += item.height
    y += feed.below
    if anchorage is None:
        return Stacked(placed, width, y)
    if not context.edge:  # a cell has room for what floats in it
        for found in anchorage.floats.hanging:
            if found.follows and found.it.wrap != "none":
                y = max(y, found.around.bottom)
    return Stacked(placed, width, y, anchorage.floats)


def _floats(item: Item) -> bool:
    if isinstance(item.block, Standing):
        return item.index == 0 and any(line.floats for line in item.block.set.lines)
    return isinstance(item.block, Hanging)


def _within(width: float) -> Ground:
    """A cell or a box, where page and margins are its own edges (20.4.2.3, layoutInCell)."""
    edges = Rectangle(0.0, 0.0, width, 1e6)
    return Ground(edges, edges)
