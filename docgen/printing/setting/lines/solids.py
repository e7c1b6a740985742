"""What stands in a line as one piece: pictures, text boxes, words above words (ECMA-376-1, 20.4.2.8, 17.3.3.25)."""

from __future__ import annotations

from docgen.printing.reading.tree import Paragraph, Picture, Ruby, TextBox
from docgen.printing.setting.boxes import Context
from docgen.printing.setting.lines.ruby import ruby
from docgen.printing.setting.lines.slots import Solid
from docgen.printing.setting.lines.textboxes import set_box
from docgen.printing.setting.marks import picturing
from docgen.printing.sheet import Canvas


def solid(inline: Picture | TextBox | Ruby, paragraph: Paragraph, context: Context) -> Solid:
    """One piece, as it stands on the base line."""
    if isinstance(inline, Picture):
        return _picture(inline)
    if isinstance(inline, Ruby):
        return ruby(inline, paragraph, context, solid)
    return _box(inline, context)


def _picture(picture: Picture) -> Solid:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        picturing.draw(canvas, x, y - picture.height, picture)

    return Solid(picture.width, picture.height, 0.0, draw)


def _box(box: TextBox, context: Context) -> Solid:
    if context.stack is None:
        raise AssertionError("who sets blocks says how they are stacked")
    made = set_box(box, context, context.stack)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        made.draw(canvas, x, y - made.height)

    return Solid(made.width, made.height, 0.0, draw)
