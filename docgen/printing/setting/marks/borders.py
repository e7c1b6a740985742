"""Borders drawn: every line of ST_Border (ECMA-376-1, 17.18.2), alone, around a frame, and where lines meet.

A border is stripes side by side, from the top or the left: one for a plain line, two or three for double and triple
ones. The widths of thin lines and small gaps are Word's own, the rest follows from w:sz.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from docgen.printing.reading.tree import SIDES, Border, Side
from docgen.printing.sheet import Canvas, Fill, Stroke

_THIN = 0.75  # points: thin lines and small gaps beside a thick one
_BROAD = 1.5  # the thick line beside a large gap


class Stripe(NamedTuple):
    """One line of a border. `offset`: of its middle from the middle of the border, to the right or downwards."""

    offset: float
    width: float
    colour: str
    dashes: tuple[float, ...] = ()
    round: bool = False


#: Dashes in widths of the line, as Word spaces them, with the shortest in points for thin lines.
_DASHES: Mapping[str, tuple[float, ...]] = {
    "dotted": (1, 1), "dashed": (4, 4), "dashSmallGap": (4, 1), "dotDash": (4, 2, 1, 2),
    "dotDotDash": (4, 2, 1, 2, 1, 2), "dashDotStroked": (3, 1, 1, 1),
}  # fmt: skip


@lru_cache(maxsize=512)
def breadth(border: Border | None) -> float:
    """How much room a border takes across."""
    if border is None:
        return 0.0
    if border.kind in ("wave", "doubleWave"):
        return 2 * _swing(border) + border.width + (2 * border.width + _swing(border) if "double" in border.kind else 0)
    return sum(_parts(border)[::2]) + sum(_parts(border)[1::2])


def _swing(border: Border) -> float:
    """How far a wave goes to either side."""
    return max(border.width, _THIN)


def _parts(border: Border) -> tuple[float, ...]:
    """Widths of lines and gaps in turn, from the top or the left."""
    kind, size = border.kind, border.width
    if kind == "double":
        return size, size, size
    if kind == "triple":
        return size, size, size, size, size
    if kind.startswith(("thinThick", "thickThin")):  # the name tells the order
        thick, gap, thin = (size, size / 2, size / 2) if "Medium" in kind else (size, _THIN, _THIN)
        if "Large" in kind:
            thick, gap = _BROAD, size
        if kind.startswith("thinThickThin"):
            return thin, gap, thick, gap, thin
        return (thin, gap, thick) if kind.startswith("thinThick") else (thick, gap, thin)
    if kind in ("threeDEmboss", "threeDEngrave"):
        return _THIN, 0.0, size, 0.0, _THIN
    if kind in ("outset", "inset"):
        return size / 2, 0.0, size / 2
    return (size,)


@lru_cache(maxsize=512)
def stripes(border: Border, side: Side = "top") -> tuple[Stripe, ...]:
    """The lines of a border. `side`: of what it frames; raised and sunken ones are lit from the top left."""
    parts, at = _parts(border), -breadth(border) / 2
    lit = _colours(border, len(parts) // 2 + 1, near_light=side in ("top", "left"))
    dashes = tuple(part * max(border.width, _THIN) for part in _DASHES.get(border.kind, ()))
    found = []
    for number, width in enumerate(parts):
        if number % 2 == 0:
            found.append(Stripe(at + width / 2, width, lit[number // 2], dashes))
        at += width
    return tuple(found)


def _colours(border: Border, count: int, *, near_light: bool) -> tuple[str, ...]:
    if border.kind not in ("threeDEmboss", "threeDEngrave", "outset", "inset"):
        return (border.colour,) * count
    raised = border.kind in ("threeDEmboss", "outset")
    light, dark = _mixed(border.colour, 0.75), _mixed(border.colour, 0.25)
    if count == 2:
        return (light, light) if raised == near_light else (dark, dark)
    middle = _mixed(border.colour, 0.5)
    return (light, middle, dark) if raised else (dark, middle, light)


def _mixed(colour: str, white: float) -> str:
    parts = (round(int(colour[at : at + 2], 16) * (1 - white) + 255 * white) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)


def line(
    canvas: Canvas,
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    border: Border,
    *,
    side: Side = "top",
    start: Sequence[float] | float = 0.0,
    end: Sequence[float] | float = 0.0,
) -> None:
    """A border along a line, its middle on it. start, end: by how much it goes on beyond its ends; one length, or one
    for each of its stripes."""
    length = hypot(x1 - x0, y1 - y0)
    if length <= 0:
        return
    along, across = ((x1 - x0) / length, (y1 - y0) / length), ((y0 - y1) / length, (x1 - x0) / length)
    if x0 == x1:  # stripes count from the left of an upright line
        across = (1.0, 0.0)
    if border.kind in ("wave", "doubleWave"):
        _waves(canvas, (x0, y0), along, across, length, border)
        return
    found = stripes(border, side)
    for number, stripe in enumerate(found):
        before = start if isinstance(start, float) else start[number]
        after = end if isinstance(end, float) else end[number]
        dx, dy = across[0] * stripe.offset, across[1] * stripe.offset
        points = (
            (x0 - along[0] * before + dx, y0 - along[1] * before + dy),
            (x1 + along[0] * after + dx, y1 + along[1] * after + dy),
        )
        canvas.put(Stroke(points, stripe.width, stripe.colour, stripe.dashes, round=stripe.round))


def _waves(
    canvas: Canvas,
    start: tuple[float, float],
    along: tuple[float, float],
    across: tuple[float, float],
    length: float,
    border: Border,
) -> None:
    """One or two waves, as Bézier curves: each swing is one, its handles at a third."""
    swing = _swing(border)
    step = 2 * swing
    count = max(round(length / step), 1)
    step = length / count
    shifts = (0.0,) if border.kind == "wave" else (-(border.width + swing / 2), border.width + swing / 2)
    for shift in shifts:
        points = [_at(start, along, across, 0.0, shift)]
        for number in range(count):
            height = shift + swing * 4 / 3 * (1 if number % 2 else -1)
            points.append(_at(start, along, across, (number + 1 / 3) * step, height))
            points.append(_at(start, along, across, (number + 2 / 3) * step, height))
            points.append(_at(start, along, across, (number + 1) * step, shift))
        canvas.put(Stroke(points, border.width, border.colour, curved=True))


def _at(
    start: tuple[float, float], along: tuple[float, float], across: tuple[float, float], far: float, aside: float
) -> tuple[float, float]:
    return start[0] + along[0] * far + across[0] * aside, start[1] + along[1] * far + across[1] * aside


@lru_cache(maxsize=4096)
def reach(border: Border, crossing: Border | None, outer: int, *, back: bool = False) -> tuple[float, ...] | float:
    """How far each stripe of a border goes on where it ends in the middle of a crossing one.

    outer: at a corner, the side of the border that is outside: -1 for the top or left, 1 for the bottom or right; 0
    where the crossing border goes on to both sides. Stripes of a corner meet their fellows, outer ones the outer.
    back: at the start of the border, not at its end.
    """
    if crossing is None:
        return 0.0
    own, other = stripes(border), stripes(crossing)
    if back:
        other = tuple(stripe._replace(offset=-stripe.offset) for stripe in reversed(other))
    half = breadth(crossing) / 2
    near = -half + other[0].width / 2 if len(other) > 1 else 0.0
    if outer == 0:
        return near
    if len(other) == 1 or len(own) == 1:
        return half
    if len(own) != len(other):
        outermost = 0 if outer < 0 else len(own) - 1
        return tuple(half if number == outermost else near for number in range(len(own)))
    # The crossing border's stripes, from the one that is met first; both counted from inside.
    widths = [stripe.width for stripe in other]
    gaps = [b.offset - b.width / 2 - a.offset - a.width / 2 for a, b in pairwise(other)]
    ends, at = [], -half
    for number, width in enumerate(widths):
        at += width
        ends.append(at)
        at += gaps[number] if number < len(gaps) else 0.0
    return tuple(reversed(ends)) if outer < 0 else tuple(ends)


def frame(canvas: Canvas, x: float, y: float, width: float, height: float, edges: Mapping[str, Border]) -> None:
    """Borders around a rectangle, their middles on its sides, with whole corners."""
    corners = {"top": (x, y, x + width, y), "right": (x + width, y, x + width, y + height),
               "bottom": (x, y + height, x + width, y + height), "left": (x, y, x, y + height)}  # fmt: skip
    ends: dict[Side, tuple[Side, Side]] = {
        "top": ("left", "right"), "bottom": ("left", "right"), "left": ("top", "bottom"), "right": ("top", "bottom")
    }  # fmt: skip
    for side in SIDES:
        if (edge := edges.get(side)) is not None:
            outer = -1 if side in ("top", "left") else 1
            first, last = ends[side]
            start = reach(edge, edges.get(first), outer, back=True)
            line(canvas, *corners[side], edge, side=side, start=start, end=reach(edge, edges.get(last), outer))


def ground(canvas: Canvas, x: float, y: float, width: float, height: float, colour: str) -> None:
    """The colour behind something."""
    if width > 0 and height > 0:
        canvas.put(Fill(x, y, width, height, colour))
