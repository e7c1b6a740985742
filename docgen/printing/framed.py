"""Lines around paragraphs (ECMA-376-1, 17.3.1.24) → CSS borders, and boxes for what CSS borders lack."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from docgen.printing.css import pt
from docgen.printing.flow import Setting
from docgen.printing.tree import SIDES, Border, Shape, Side

Element = ElementTree.Element


def borders_css(shape: Shape, setting: Setting, drop: float) -> str:
    """Lines around a paragraph (17.3.1.24). They stand outside the text, which keeps its indents (17.3.1.7)."""
    css = ""
    for side in SIDES:
        edge = shape.borders.get(side)
        if edge is None or (side == "top" and _joined(setting.above, shape)):
            continue
        if side == "bottom" and _joined(setting.next, shape):
            edge = shape.borders.get("between")
            if edge is None:
                continue
        space = edge.space + (drop if side == "top" else 0.0)
        if edge.pair and side in ("top", "bottom"):
            # The line next to the text; the other one of the pair is a box of its own.
            near = edge.pair[0 if side == "bottom" else 2]
            edge = replace(edge, style="solid", width=near)
        css += f";border-{side}:{border_css(edge)};padding-{side}:{pt(space)}"
        if side in ("left", "right"):
            css += f";margin-{side}:{pt((shape.left if side == 'left' else shape.right) - edge.space - edge.width)}"
    return css


def second_line(shape: Shape, side: Side, setting: Setting) -> Element | None:
    """The far line of a thick and thin pair above or below a paragraph, which CSS borders do not have."""
    edge = shape.borders.get(side)
    if edge is None or edge.pair is None or _joined(setting.above if side == "top" else setting.next, shape):
        return None
    first, gap, second = edge.pair
    if side == "top":
        line, margin, keep = first, f"{pt(setting.gap)} {pt(shape.right)} {pt(gap)} {pt(shape.left)}", "after"
    else:
        line, margin, keep = second, f"{pt(gap)} {pt(shape.right)} {pt(setting.below)} {pt(shape.left)}", "before"
    css = f"margin:{margin};border-top:{pt(line)} solid {edge.colour};break-{keep}:avoid"
    return Element("div", {"style": css})


def _joined(other: Shape | None, shape: Shape) -> bool:
    """Neighbours with the same borders and indents share one frame (17.3.1.24)."""
    return (
        other is not None
        and other.borders == shape.borders
        and bool(shape.borders)
        and ((other.left, other.right) == (shape.left, shape.right))
    )


def border_css(edge: Border) -> str:
    return f"{pt(edge.width)} {edge.style} {edge.colour}"
