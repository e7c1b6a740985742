"""Words above words: pinyin over characters (ECMA-376-1, 17.3.3.25)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.printing.reading.tree import Inline, Paragraph, Ruby, Shape
from docgen.printing.setting.boxes import Context
from docgen.printing.setting.glyphs.typesetter import Run
from docgen.printing.setting.lines.drawing import Part, draw_parts
from docgen.printing.setting.lines.slots import Filler, MakeSolid, Solid
from docgen.printing.sheet import Canvas


@dataclass(slots=True)
class _Row:
    """Words on one line, each run with its place from the left."""

    parts: list[Part]
    width: float
    ascent: float
    descent: float


def ruby(words: Ruby, paragraph: Paragraph, context: Context, solid: MakeSolid) -> Solid:
    """Both rows as one piece, as wide as the wider; `align` says how the narrower stands in it (17.18.79)."""
    base = _row(words.base, paragraph, context, solid)
    above = _row(words.above, paragraph, context, solid)
    width = max(base.width, above.width)
    _stretch(base, width, "center")
    _stretch(above, width, words.align)
    rise = words.raise_by or base.ascent

    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_parts(canvas, base.parts, x, y)
        draw_parts(canvas, above.parts, x, y - rise)

    look = base.parts[0].thing.look if base.parts else None
    return Solid(width, max(base.ascent, rise + above.ascent), base.descent, draw, look)


def _row(inlines: tuple[Inline, ...], paragraph: Paragraph, context: Context, solid: MakeSolid) -> _Row:
    plain = replace(paragraph, inlines=inlines, label=None, shape=Shape())
    slots = Filler(plain, context, solid).filled()
    parts = []
    ascent = descent = 0.0
    for at, thing in enumerate(slots.things):
        if isinstance(thing, Run):
            start = slots.starts[at]
            part = Part(thing, 0, len(thing.ids), slots.sums[start])
            part.advances = list(thing.advances)
            part.width = sum(thing.advances)
            parts.append(part)
            ascent, descent = max(ascent, thing.ascent), max(descent, thing.descent)
    return _Row(parts, slots.sums[-1], ascent, descent)


def _stretch(row: _Row, width: float, align: str) -> None:
    """Place a row in a width: in the middle, at a side, or its letters spread over it."""
    spare = width - row.width
    count = sum(part.high for part in row.parts)
    if spare <= 0 or not count:
        return
    shift = spare / 2
    opening = 0.0
    if align == "left":
        shift = 0.0
    elif align == "right":
        shift = spare
    elif align == "distributeLetter" and count > 1:
        shift, opening = 0.0, spare / (count - 1)
    elif align == "distributeSpace":
        opening = spare / count
        shift = opening / 2
    moved = shift
    for part in row.parts:
        part.x += moved
        part.advances = [advance + opening for advance in part.advances or ()]
        part.width += opening * part.high
        moved += opening * part.high
