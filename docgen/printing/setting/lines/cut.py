"""What does not find room where the file puts it, and is lost on paper.

Word cuts it off in the same way, but there whoever writes sees it; here it is told, with its place: words in a box or
a row of exact height, letters and pictures on lines of exact height, what stands beyond the edge of the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from docgen.errors import WordPlace
from docgen.printing.reading.tree import Block, Cell, Float, Paragraph, Picture, Table, TextBox
from docgen.printing.setting.boxes import Context, Line, SetTable, Stack
from docgen.printing.setting.ground import Ground, Rectangle
from docgen.printing.setting.lines.drawing import Drawing, Part
from docgen.printing.setting.lines.slots import Solid

_SLACK = 2.0  # points: nobody misses that much
_PART = 0.1  # of the height of a picture on a line
_BEYOND = 0.6  # of a picture that stands off the paper: half of a seal does on purpose, 骑缝章, so that pages match
_CAPITALS = 0.7  # of the size of letters, above the base line; ideographs and figures lose a tenth of theirs below that
_ENDLESS = 1e5  # points: not paper, but a cell or a box


def tell_box(box: TextBox, words: Stack, context: Context) -> None:
    """Lines of a box that is too low for them (20.1.2.2.33; of a frame, 17.3.1.11)."""
    if _is_cut(words, box.height - box.padding[0]):
        _tell(context, "print.cut_box", place_of(box.blocks))


def tell_row(cell: Cell, words: Stack, room: float, context: Context) -> None:
    """Lines of a cell in a row of exact height (17.4.80). room: from its top to its lower edge."""
    room -= cell.padding[0]
    if words.height > room and _is_cut(words, room):
        _tell(context, "print.cut_row", place_of(cell.blocks))


def tell_line(parts: Sequence[Part], base: float, place: WordPlace, context: Context) -> None:
    """Letters and pictures on a line of exact height (17.3.1.33), which shows what has room above its base line."""
    for part in parts:
        thing = part.thing
        if isinstance(thing, Solid):
            high = thing.ascent * (1 - _PART) + part.rise
        elif _is_seen(part):
            high = thing.size * _CAPITALS + thing.rise + part.rise
        else:
            continue
        if high > base + _SLACK / 2:
            _tell(context, "print.cut_line", place)
            return


def tell_float(it: Float, box: Rectangle, ground: Ground, place: WordPlace | None, context: Context) -> None:
    """Pictures, boxes and tables that float beyond the edge of the paper; half of a picture may, and so may what
    is turned."""
    content, paper = it.content, ground.paper
    if place is None or paper.bottom - paper.y > _ENDLESS:
        return
    if isinstance(content, Picture | TextBox) and content.turned:
        return
    across, down = (box.right - box.x) * _BEYOND, (box.bottom - box.y) * _BEYOND
    top = right = bottom = left = 0.0
    if isinstance(content, TextBox):
        if not any(_has_words(block) for block in content.blocks):
            return
        top, right, bottom, left = content.padding
        across = down = 0.0
    elif isinstance(content, Table):
        across = down = 0.0
    over_across = max(paper.x - box.x - left, box.right - right - paper.right)
    over_down = max(paper.y - box.y - top, box.bottom - bottom - paper.bottom)
    if over_across > across + _SLACK or over_down > down + _SLACK:
        _tell(context, "print.cut_paper", place)


def tell_table(table: SetTable, x: float, paper: float, context: Context) -> None:
    """A table wider than the paper. x: the left edge of its column; paper: how wide that is."""
    if x + table.left < -_SLACK or x + table.left + table.width > paper + _SLACK:
        place = place_of([table.table])
        if place is not None:
            _tell(context, "print.cut_paper", replace(place, paragraph=None, row=None, cell=None))


def place_of(blocks: Sequence[Block]) -> WordPlace | None:
    """Where the first paragraph of blocks stands."""
    for block in blocks:
        if isinstance(block, Paragraph):
            return block.place
        table = block.content if isinstance(block, Float) else block
        if isinstance(table, TextBox):
            return place_of(table.blocks)
        if isinstance(table, Table):
            for row in table.rows:
                for cell in row.cells:
                    if (found := place_of(cell.blocks)) is not None:
                        return found
    return None


def _tell(context: Context, code: str, place: WordPlace | None) -> None:
    if place is not None:
        context.typesetter.tell_lost(code, place)


def _is_cut(stack: Stack, room: float) -> bool:
    """Whether the base line of something seen lies lower than that."""
    return any(base > room for base in _bases(stack))


def _bases(stack: Any, down: float = 0.0) -> Iterator[float]:
    """Of lines in which something is seen, those in the cells of tables among them."""
    for y, item in getattr(stack, "placed", ()):
        part = item.part
        if isinstance(part, Line):
            if isinstance(part.draw, Drawing) and any(_is_seen(each) for each in part.draw.parts):
                yield down + y + item.inset + part.base
        else:
            for cell in getattr(part, "cells", ()):
                yield from _bases(cell.stack, down + y + part.over + cell.cell.padding[0])


def _is_seen(part: Part) -> bool:
    thing = part.thing
    return isinstance(thing, Solid) or bool("".join(thing.texts[part.low : part.high]).strip())


def _has_words(block: Block) -> bool:
    return (
        not isinstance(block, Paragraph)
        or bool(block.label)
        or any(not isinstance(inline, Float) for inline in block.inlines)
    )
