"""Breaking into pages: how much of what is waiting stands in one column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from docgen.printing.setting.boxes import Context, SetRow, SetTable
from docgen.printing.setting.pages.notes import Foot, FootNote
from docgen.printing.setting.stacks.anchoring import Anchorage
from docgen.printing.setting.stacks.items import FREE, PARTED, TORN, Feed, Item, Standing
from docgen.printing.setting.stacks.putting import Placed
from docgen.printing.setting.stacks.stacking import LEEWAY, part_of

#: What the space above the first item of a column is: as under another one; as where the writer sent it; none, where
#: the column before was full and Word gives the space up.
Top = Literal["gap", "before", "none"]
_ROUNDS = 8  # halvings of a page, in search of the part of a row that stands beside its notes
_ROOM_FOR_HEADS = 0.75  # of a column: a head that leaves less for rows is not repeated


class Waiting:
    """Items in order, set when they are asked for; those that did not fit are given back."""

    def __init__(self, feed: Feed, items: Iterator[list[Item]]) -> None:
        self.feed = feed
        self._items = items
        self.back: list[Item] = []  # the last is next

    def next(self) -> Item | None:
        while not self.back:
            items = next(self._items, None)
            if items is None:
                return None
            self.back = items[::-1]
        item = self.back.pop()
        standing = item.block
        if isinstance(standing, Standing) and self.feed.is_stale(item):
            while self.back and self.back[-1].block is standing:
                self.back.pop()
            self.back += self.feed.anew(item)[::-1]
            item = self.back.pop()
        elif isinstance(standing, SetTable):
            row, page = cast(SetRow, item.part), self.feed.context.numbers.page
            if row.page not in (None, page):
                row = row.anew()
                item.part, item.height, item.notes = row, row.height, row.notes
        return item

    def give_back(self, items: Sequence[Item]) -> None:
        self.back += [item for item in reversed(items) if not item.again]

    @property
    def is_empty(self) -> bool:
        if not self.back and (item := self.next()):
            self.back.append(item)
        return not self.back


@dataclass(slots=True)
class Column:
    """What stands in a column, from its top. `ended`: "full", "end" of what was waiting, or the break asked for:
    "page", "column"."""

    placed: list[Placed] = field(default_factory=list)
    notes: list[FootNote] = field(default_factory=list)
    ended: str = "end"

    @property
    def height(self) -> float:
        return self.placed[-1][0] + self.placed[-1][1].height if self.placed else 0.0


@dataclass(slots=True)
class Room:
    """The place for a column. height: of text and notes together; text: of the text alone, where that is less; top:
    what the space above its first item is; fresh: nothing else stands above it on the page, so that something has to
    stand here; first: on its page, so that what asks for a new page has it; notes: those at its foot already;
    anchorage: where it stands on its page, for what floats."""

    width: float
    height: float
    top: Top
    fresh: bool
    first: bool = True
    text: float = float("inf")
    notes: Sequence[FootNote] = ()
    anchorage: Anchorage | None = None


def fill(waiting: Waiting, room: Room, foot: Foot) -> Column:
    """Take from what is waiting as much as stands in the column."""
    column = _fill(waiting, room, foot)
    if room.anchorage:
        room.anchorage.settle(column.placed)
    return column


def _fill(waiting: Waiting, room: Room, foot: Foot) -> Column:
    context = waiting.feed.context
    carried = foot.fitted([*room.notes, *foot.carried], room.height, context, alone=room.fresh)
    if foot.carried:
        return Column([], carried, "full")
    room.fresh = room.fresh and not carried  # where notes leave too little, text waits for the next page
    column = Column(notes=list(carried))
    used, y = foot.height(carried, context), 0.0
    while (item := waiting.next()) is not None:
        placed = column.placed
        if item.starts and (placed or not room.first):
            waiting.give_back([item])
            column.ended = item.starts
            return column
        if not placed:
            y = {"gap": item.gap, "before": item.before, "none": 0.0}[room.top]
            if heads := _heads(item, room.height - used, context.numbers.page):
                for head in heads:
                    placed.append((y, head))
                    y += head.height
        else:
            y += item.gap
        overhangs = False
        if room.anchorage:
            opens = not placed or placed[-1][1].block is not item.block
            item, y = room.anchorage.put(item, y, item.gap if placed else y, opens, waiting.back)
            overhangs = room.anchorage.overhangs and not (room.fresh and all(one.again for _, one in placed))
        called = foot.notes(item.notes, room.width, context) if item.notes else []
        needed = foot.height([*column.notes, *called], context) if called else used
        if not overhangs and y + item.height + needed <= room.height + LEEWAY and y + item.height <= room.text + LEEWAY:
            placed.append((y, item))
            column.notes += called
            used = needed
            y += item.height
            if item.then and not waiting.is_empty:
                column.ended = item.then
                return column
            continue
        column.ended = "full"
        return _close(column, item, y, room, waiting, foot, carried)
    return column


def _close(
    column: Column, item: Item, y: float, room: Room, waiting: Waiting, foot: Foot, carried: list[FootNote]
) -> Column:
    """End a full column before, within or after the item that does not fit."""
    context = waiting.feed.context
    called = foot.notes(item.notes, room.width, context)
    if called and y + item.height <= room.text + LEEWAY:
        # The line stands here with as much of its note as fits; the rest of that goes on (17.11.10).
        notes = foot.fitted([*column.notes, *called], room.height - y - item.height, context, alone=False)
        if len(notes) > len(column.notes):
            column.placed.append((y, item))
            column.notes = notes
            return column
        foot.carried = []
    if parts := _split(column, item, y, room, waiting, foot, anyway=False):
        return parts
    at = _last_break([*(placed for _, placed in column.placed), item], room)
    if at == 0 and room.fresh:
        if parts := _split(column, item, y, room, waiting, foot, anyway=True):
            return parts
        column.placed.append((y, item))
        left = max(room.height - y - item.height, 0.0)
        column.notes = foot.fitted([*column.notes, *called], left, context, alone=False)
        return column
    waiting.give_back([*(placed for _, placed in column.placed[at:]), item])
    del column.placed[at:]
    if all(placed.again for _, placed in column.placed):
        column.placed.clear()
    column.notes = list(carried)
    for _, placed in column.placed:
        column.notes += foot.notes(placed.notes, room.width, context)
    return column


def _split(
    column: Column, item: Item, y: float, room: Room, waiting: Waiting, foot: Foot, *, anyway: bool
) -> Column | None:
    """The part of a row that still fits stands here, the rest waits."""
    if not isinstance(item.block, SetTable):
        return None
    context = waiting.feed.context
    free = min(room.height - foot.height(column.notes, context), room.text) - y
    parts = cast(SetRow, item.part).split(free, anyway=anyway)
    if parts and parts[0].notes:
        parts = _with_notes(cast(SetRow, item.part), column, y, room, foot, context, anyway=anyway) or (
            parts if anyway else None
        )
    if not parts:
        return None
    above, below = part_of(item, parts[0]), part_of(item, parts[1])
    column.placed.append((y, above))
    notes = [*column.notes, *foot.notes(above.notes, room.width, context)]
    column.notes = foot.fitted(notes, max(room.height - y - above.height, 0.0), context, alone=False)
    waiting.give_back([below])
    waiting.feed.made += 1
    return column


def _with_notes(
    row: SetRow, column: Column, y: float, room: Room, foot: Foot, context: Context, *, anyway: bool
) -> tuple[SetRow, SetRow] | None:
    """As much of a row as stands here together with the notes that it calls."""
    low, high = 0.0, min(room.height, room.text) - y
    best = None
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        parts = row.split(middle, anyway=anyway)
        called = foot.notes(parts[0].notes, room.width, context) if parts else []
        if parts and y + parts[0].height + foot.height([*column.notes, *called], context) <= room.height + LEEWAY:
            best, low = parts, middle
        elif parts:
            high = min(middle, parts[0].height)
        else:
            low = middle  # nothing stands in so little
    return best


def _last_break(items: Sequence[Item], room: Room) -> int:
    """Before which of these items the next column begins, the last of them being the one that does not fit. 0: none of
    them stands here, or, where something has to, the only one."""
    first = next((at for at, item in enumerate(items) if not item.again), 0)
    for most in (FREE, PARTED, TORN):
        for at in range(len(items) - 1, first, -1):
            if items[at].cost <= most:
                return at
        if not room.fresh:
            return 0  # all of it goes to the next page, where there is more room
    return 0


def _heads(item: Item, room: float, page: int) -> list[Item]:
    """The rows that are repeated above a row of the same table that begins a page (17.4.49)."""
    table = item.block
    if not isinstance(table, SetTable) or not table.heads or item.index < table.heads:
        return []
    rows = [row if row.page in (None, page) else row.anew() for row in table.rows[: table.heads]]
    height = sum(row.height for row in rows)
    if height > _ROOM_FOR_HEADS * room or height + min(item.height, room / 4) > room:
        return []
    return [Item(table, row, at, row.height, again=True) for at, row in enumerate(rows)]
