"""A picture in its place, with the line around it and where it leads (ECMA-376-1, 20.2.2.5)."""

from __future__ import annotations

from docgen.printing.reading.tree import SIDES, Border, Picture
from docgen.printing.setting.marks import borders, turned
from docgen.printing.sheet import Canvas, Image, Link


def draw(canvas: Canvas, x: float, y: float, picture: Picture) -> None:
    """With its top left corner there. A turned one turns about its middle, and the line around it does."""
    tag = canvas.tag.child("Figure", description=picture.description) if canvas.tag is not None else None
    width, height = picture.width, picture.height
    with canvas.tagged(tag):
        canvas.put(Image(x, y, width, height, picture))
    if picture.border:
        edges: dict[str, Border] = dict.fromkeys(SIDES, picture.border)
        with canvas.tagged(None):
            if picture.turned:
                with turned.inside(canvas, x + width / 2, y + height / 2, picture.turned):
                    borders.frame(canvas, -width / 2, -height / 2, width, height, edges)
            else:
                borders.frame(canvas, x, y, width, height, edges)
    if picture.link or picture.target:
        canvas.sheet.links.append(Link(x, y, width, height, picture.link, picture.target))
