"""Puts what stands under each other on a page: frames first, then lines and rows, each under its tag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from docgen.printing.setting.boxes import Line, SetRow, SetTable
from docgen.printing.setting.stacks import frames, outline
from docgen.printing.setting.stacks.items import Item, Standing, Whole
from docgen.printing.sheet import Canvas

#: An item with the place of its top.
Placed = tuple[float, Item]


def put(canvas: Canvas, x: float, y: float, width: float, placed: Sequence[Placed]) -> None:
    """Items in order; their places count from `y`. Tags hang on that of the canvas, and where it has none there are
    none: headers, footers and repeated heads say nothing of the document's own (ISO 32000-1, 14.8.2.2)."""
    outer, outer_label = canvas.tag, canvas.label_tag
    at, end = 0, len(placed)
    framed_to = 0
    while at < end:
        top, item = placed[at]
        block = item.block
        until = at + 1
        while until < end and placed[until][1].block is block:
            until += 1
        if isinstance(block, Standing):
            shape = block.paragraph.shape
            if at >= framed_to and (shape.borders or shape.background):
                framed_to = _frame(canvas, x, y, width, placed, at)
            if outer is not None:
                canvas.tag, canvas.label_tag = outline.tags(outer, block)
            if shape.level is not None and canvas.outlined and not block.listed:
                outline.heading(canvas, block, y + top)
            for place, line in placed[at:until]:
                cast(Line, line.part).draw(canvas, x, y + place + line.inset)
            canvas.tag, canvas.label_tag = outer, outer_label
        elif isinstance(block, SetTable):
            rows = [cast(SetRow, row.part) for _, row in placed[at:until]]
            block.draw_rows(canvas, x, y + top, rows)
        elif isinstance(block, Whole):
            block.stack.draw(canvas, x, y + top)
        at = until


def _frame(canvas: Canvas, x: float, y: float, width: float, placed: Sequence[Placed], at: int) -> int:
    """The frame and the ground of paragraphs that share one (17.3.1.24, 17.3.1.31). Says where they end."""
    spans: list[frames.Span] = []
    while at < len(placed):
        top, item = placed[at]
        block = item.block
        if not isinstance(block, Standing):
            break
        shape, opens = block.paragraph.shape, item.index == 0
        if spans and not frames.joined(spans[-1].shape, shape):
            break
        bottom = top + item.height
        at += 1
        while at < len(placed) and placed[at][1].block is block:
            item = placed[at][1]
            bottom = placed[at][0] + item.height
            at += 1
        spans.append(frames.Span(shape, y + top, y + bottom, opens, item.index == len(block.set.lines) - 1))
    frames.draw(canvas, x, width, spans)
    return at
