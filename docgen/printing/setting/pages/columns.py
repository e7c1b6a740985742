"""Columns (ECMA-376-1, 17.6.4): where they stand, and how text is shared out evenly before a section goes on."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.printing.reading.tree import Page
from docgen.printing.setting.pages.flowing import Column, Room, Waiting, fill
from docgen.printing.setting.pages.notes import Foot, FootNote
from docgen.printing.setting.stacks.items import Feed, Item, Standing
from docgen.printing.sheet import Canvas, Stroke

_LINE = 0.5
_ROUNDS = 12  # halvings of a page: to less than a quarter of a point


def places(page: Page) -> list[tuple[float, float]]:
    """Columns of a section: how far each stands from the left margin, and its width."""
    if page.columns is None or len(page.columns.widths) < 2:
        return [(0.0, page.text_width)]
    found, x = [], 0.0
    for width, gap in zip(page.columns.widths, (*page.columns.gaps, 0.0), strict=False):
        found.append((x, width))
        x += width + gap
    return found


def balanced(
    columns: Sequence[Column],
    widths: Sequence[float],
    room: Room,
    waiting: Waiting,
    foot: Foot,
    carried: Sequence[FootNote],
) -> list[Column]:
    """The same text in columns as short as they can be, all nearly of one height, as Word ends a section before one
    that goes on on the same page. `carried`: notes from the page before."""
    items: list[Item] = [item for column in columns for _, item in column.placed if not item.again]
    if len(items) < 2:
        return list(columns)
    feed = waiting.feed
    unlike = len({round(width, 2) for width in widths}) > 1
    others = feed.made - len(items)

    def attempt(height: float) -> list[Column] | None:
        foot.carried = list(carried)
        feed.width = widths[0]
        waits = _anew(items, feed) if unlike else list(items)
        feed.made = others + len(waits)
        trial = Waiting(feed, iter([waits]))
        found = []
        for at, width in enumerate(widths):
            feed.width = width
            top = room.top if at == 0 else "none"
            found.append(fill(trial, Room(width, room.height, top, False, at == 0 and room.first, height), foot))
        return found if trial.is_empty and not foot.carried else None

    low, high, best = 0.0, room.height, None
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        if attempt(middle):
            high, best = middle, middle
        else:
            low = middle
    found = attempt(best) if best is not None else None
    if found is None:
        foot.carried = []
        feed.made = others + len(items)
        return list(columns)
    return found


def _anew(items: Sequence[Item], feed: Feed) -> list[Item]:
    """The same, with its paragraphs set in the width of the first column: where columns are of unlike widths, lines are
    broken for the one that they stand in. Tables keep the width that they had."""
    found: list[Item] = []
    done: set[int] = set()
    for item in items:
        if not isinstance(item.block, Standing):
            found.append(item)
        elif id(item.block) not in done:
            done.add(id(item.block))
            found += feed.anew(item)
    return found


def lines(canvas: Canvas, page: Page, left: float, top: float, bottom: float) -> None:
    """The lines between columns, as far as there is text."""
    if page.columns is None or not page.columns.line:
        return
    with canvas.tagged(None):
        for (x, width), gap in zip(places(page), page.columns.gaps, strict=False):
            middle = left + x + width + gap / 2
            canvas.put(Stroke(((middle, top), (middle, bottom)), _LINE, "#000000"))
