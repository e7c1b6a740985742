"""Frames and grounds of paragraphs (ECMA-376-1, 17.3.1.24, 17.3.1.31)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docgen.printing.reading.tree import Shape
from docgen.printing.sheet import Canvas, Fill, Stroke


class Span(NamedTuple):
    """A paragraph, or the part of it on this page, from `top` to `bottom` with the room of its frame."""

    shape: Shape
    top: float
    bottom: float


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
    edge = shape.borders.get("top")
    if joined(above, shape):
        edge = shape.borders.get("between")
    over = edge.space + edge.width if edge else 0.0
    edge = None if joined(below, shape) else shape.borders.get("bottom")
    return over, edge.space + edge.width if edge else 0.0


def draw(canvas: Canvas, x: float, width: float, spans: Sequence[Span]) -> None:
    """One frame around paragraphs that share it, each on its own ground. `x`, `width`: of the room."""
    shape = spans[0].shape
    left, right = x + shape.left + min(shape.first, 0.0), x + width - shape.right
    top, bottom = spans[0].top, spans[-1].bottom
    outer, canvas.tag = canvas.tag, None
    edges = shape.borders
    if "left" in edges:
        left -= edges["left"].space + edges["left"].width / 2
    if "right" in edges:
        right += edges["right"].space + edges["right"].width / 2
    for at, span in enumerate(spans):
        if span.shape.background:
            end = spans[at + 1].top if at + 1 < len(spans) else bottom
            canvas.put(Fill(left, span.top, right - left, end - span.top, span.shape.background))
    for side, (x1, y1, x2, y2) in {
        "top": (left, top, right, top),
        "right": (right, top, right, bottom),
        "bottom": (left, bottom, right, bottom),
        "left": (left, top, left, bottom),
    }.items():
        if edge := edges.get(side):
            canvas.put(Stroke(((x1, y1), (x2, y2)), edge.width, edge.colour))
    if edge := edges.get("between"):
        for span in spans[1:]:
            canvas.put(Stroke(((left, span.top), (right, span.top)), edge.width, edge.colour))
    canvas.tag = outer
