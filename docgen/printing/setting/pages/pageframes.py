"""Borders of the page (ECMA-376-1, 17.6.10)."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.printing.reading.tree import Border, PageBorders
from docgen.printing.setting.marks import borders
from docgen.printing.sheet import Canvas


def shown(found: PageBorders | None, *, first: bool) -> bool:
    """Whether a page has them. `first`: it is the first of its section."""
    return found is not None and (found.on == "allPages" or (found.on == "firstPage") == first)


def draw(canvas: Canvas, found: PageBorders, around: tuple[float, float, float, float]) -> None:
    """Around the text (`around`: its left, top, right and bottom), or along the edges of the paper (17.18.63): `space`
    lies between the text, or the edge, and the near side of the line."""
    edges = found.edges
    left, top, right, bottom = around if found.from_text else (0.0, 0.0, canvas.sheet.width, canvas.sheet.height)
    way = -1.0 if found.from_text else 1.0
    left, right = left + way * _middle(edges, "left"), right - way * _middle(edges, "right")
    top, bottom = top + way * _middle(edges, "top"), bottom - way * _middle(edges, "bottom")
    with canvas.tagged(None):
        borders.frame(canvas, left, top, right - left, bottom - top, edges)


def _middle(edges: Mapping[str, Border], side: str) -> float:
    edge = edges.get(side)
    return edge.space + borders.breadth(edge) / 2 if edge else 0.0
