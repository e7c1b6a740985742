"""Frames and grounds of paragraphs (ECMA-376-1, 17.3.1.24, 17.3.1.31)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docgen.printing.reading.tree import SIDES, Border, Shape
from docgen.printing.setting.marks import borders
from docgen.printing.sheet import Canvas


class Span(NamedTuple):
    """A paragraph, or the part of it on this page, from `top` to `bottom` with the room of its frame. `opens` and
    `closes`: whether it begins and ends there; a frame that goes on over a page is open."""

    shape: Shape
    top: float
    bottom: float
    opens: bool = True
    closes: bool = True


def joined(above: Shape | None, shape: Shape) -> bool:
    """Whether neighbours share one frame: same edges, same indents."""
    return (
        above is not None
        and above.borders == shape.borders
        and (above.left, above.right) == (shape.left, shape.right)
        and (bool(shape.borders) or above.background == shape.background)
    )


def insets(shape: Shape, above: Shape | None, below: Shape | None) -> tuple[float, float]:
    """The room that edges take above and below the lines."""
    top = shape.borders.get("between" if joined(above, shape) else "top")
    bottom = None if joined(below, shape) else shape.borders.get("bottom")
    return _room(top), _room(bottom)


def draw(canvas: Canvas, x: float, width: float, spans: Sequence[Span]) -> None:
    """One frame around paragraphs that share it, each on its own ground. `x`, `width`: of the room around. Edges stand
    outside the text, which keeps its indents (17.3.1.7)."""
    shape, edges = spans[0].shape, spans[0].shape.borders
    left, right = x + shape.left + min(shape.first, 0.0), x + width - shape.right
    left -= _room(edges.get("left")) - borders.breadth(edges.get("left")) / 2
    right += _room(edges.get("right")) - borders.breadth(edges.get("right")) / 2
    top, bottom = spans[0].top, spans[-1].bottom
    drawn: dict[str, Border] = {side: edges[side] for side in SIDES if side in edges}
    if not spans[0].opens:
        drawn.pop("top", None)
    if not spans[-1].closes:
        drawn.pop("bottom", None)
    top += borders.breadth(drawn.get("top")) / 2
    bottom -= borders.breadth(drawn.get("bottom")) / 2
    with canvas.tagged(None):
        for at, span in enumerate(spans):
            if span.shape.background:
                start = top if at == 0 else span.top
                end = spans[at + 1].top if at + 1 < len(spans) else bottom
                borders.ground(canvas, left, start, right - left, end - start, span.shape.background)
        borders.frame(canvas, left, top, right - left, bottom - top, drawn)
        if between := edges.get("between"):
            for span in spans[1:]:
                y = span.top + borders.breadth(between) / 2
                borders.line(canvas, left, y, right, y, between)


def _room(edge: Border | None) -> float:
    return edge.space + borders.breadth(edge) if edge else 0.0
