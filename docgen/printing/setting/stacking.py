"""Blocks under each other without pages: what stands in a cell, a header, a note, a text box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from docgen.printing.reading.tree import Block, Note
from docgen.printing.setting.boxes import Context, SetRow, SetTable
from docgen.printing.setting.items import PARTED, TORN, Feed, Item
from docgen.printing.setting.putting import Placed, put
from docgen.printing.sheet import Canvas

#: Sums of heights are not exact; this much too high still fits.
LEEWAY = 0.05


class Stacked:
    """Blocks under each other. `height`: with the space before the first and after the last (Word counts both)."""

    __slots__ = ("height", "notes", "placed", "width")

    def __init__(self, placed: Sequence[Placed], width: float, height: float) -> None:
        self.placed = placed
        self.width = width
        self.height = height
        self.notes: Sequence[Note] = [note for _, item in placed for note in item.notes]

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        put(canvas, x, y, self.width, self.placed)

    def split(self, room: float, *, anyway: bool = False) -> tuple[Stacked, Stacked] | None:
        """What fits in `room` and the rest, without the space between them; None where nothing fits. `anyway`: lines
        that stay together are torn apart as well."""
        placed = self.placed
        if self.height <= room + LEEWAY:
            return self, Stacked((), self.width, 0.0)
        fits = next((at for at, (y, item) in enumerate(placed) if y + item.height > room + LEEWAY), len(placed))
        if fits == len(placed):  # all but the space below the last
            return Stacked(placed, self.width, min(room, self.height)), Stacked((), self.width, 0.0)
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
        return Stacked(above, self.width, bottom), Stacked(rest, self.width, self.height - later)


def part_of(item: Item, row: SetRow) -> Item:
    """An item for a part of a row."""
    return Item(item.block, row, item.index, row.height, notes=row.notes)


def stack(blocks: Sequence[object], width: float, context: Context) -> Stacked:
    """Set blocks under each other."""
    feed = Feed(context, width, stack, in_cell=True)
    placed: list[Placed] = []
    y = 0.0
    for items in feed.items(cast(Sequence[Block], blocks)):
        for item in items:
            y += item.gap
            placed.append((y, item))
            y += item.height
    return Stacked(placed, width, y + feed.below)
