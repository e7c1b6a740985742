"""What stands in a line as one piece: pictures, text boxes, words above words (ECMA-376-1, 20.4.2.8, 17.3.3.25)."""

from __future__ import annotations

from docgen.printing.reading.tree import SIDES, Paragraph, Picture, Ruby, TextBox
from docgen.printing.setting.borders import frame
from docgen.printing.setting.boxes import Context
from docgen.printing.setting.ruby import ruby
from docgen.printing.setting.slots import Solid
from docgen.printing.sheet import Canvas, Image


def solid(inline: Picture | TextBox | Ruby, paragraph: Paragraph, context: Context) -> Solid:
    """One piece, as it stands on the base line."""
    if isinstance(inline, Picture):
        return _picture(inline)
    if isinstance(inline, Ruby):
        return ruby(inline, paragraph, context, solid)
    return _box(inline, context)


def _picture(picture: Picture) -> Solid:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_picture(picture, canvas, x, y - picture.height)

    return Solid(picture.width, picture.height, 0.0, draw, is_picture=True)


def draw_picture(picture: Picture, canvas: Canvas, x: float, y: float) -> None:
    """A picture from its top left corner on, with its frame, which turns with it."""
    width, height = picture.width, picture.height
    tag = canvas.tag.child("Figure", description=picture.description) if canvas.tag is not None else None
    with canvas.tagged(tag):
        canvas.put(Image(x, y, width, height, picture))
    if picture.border:
        with canvas.tagged(None), canvas.group(x + width / 2, y + height / 2, picture.turned):
            frame(canvas, -width / 2, -height / 2, width, height, dict.fromkeys(SIDES, picture.border))


def _box(box: TextBox, context: Context) -> Solid:
    from docgen.printing.setting.floats import draw_box  # text boxes hold paragraphs, which hold text boxes

    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_box(box, canvas, x, y - box.height, context)

    return Solid(box.width, box.height, 0.0, draw, is_picture=True)
