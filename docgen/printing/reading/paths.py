"""The path data of SVG (SVG 1.1, 8.3) as moves, lines and cubic Bézier curves in absolute coordinates."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

#: A move "m", a line "l", a curve "c" or a close "h", with its points.
Segment = tuple[str, tuple[float, ...]]

_TOKEN = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([\s,]+)")
_FLAG = re.compile(r"[\s,]*([01])")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
MOST_SEGMENTS = 100_000


def segments(data: str) -> list[Segment]:
    """The segments of a path. What is broken ends it, as SVG asks (F.2). Raises ValueError for too many."""
    found: list[Segment] = []
    start = at = control = (0.0, 0.0)
    before = ""
    for command, given in _commands(data):
        kind, (x, y) = command.upper(), at
        left, up = at if command.islower() else (0.0, 0.0)
        if not found and kind != "M":
            return found
        if kind == "Z":
            found.append(("h", ()))
            at = start
        elif kind == "M":
            at = start = (left + given[0], up + given[1])
            found.append(("m", at))
        elif kind in "LHV":
            at = (x if kind == "V" else left + given[0], y if kind == "H" else up + given[-1])
            found.append(("l", at))
        elif kind == "A":
            end = (left + given[5], up + given[6])
            found += _arc(at, end, *given[:5])
            at = end
        else:
            points = [(left + given[n], up + given[n + 1]) for n in range(0, len(given), 2)]
            if kind in "ST":  # the handle is that of the curve before, mirrored
                alike = before in ("CS" if kind == "S" else "QT")
                points.insert(0, (2 * x - control[0], 2 * y - control[1]) if alike and before else at)
            control = points[-2]
            if kind in "QT":
                points = [_towards(at, points[0]), _towards(points[1], points[0]), points[1]]
            at = points[-1]
            found.append(("c", tuple(part for point in points for part in point)))
        before = kind
        if len(found) > MOST_SEGMENTS:
            raise ValueError("path")
    return found


def _commands(data: str) -> Iterator[tuple[str, Sequence[float]]]:
    """Commands with their numbers; a command that is not repeated goes without saying."""
    at, command = 0, ""
    numbers: list[float] = []
    while at < len(data):
        in_arc = command in ("A", "a") and len(numbers) in (3, 4)
        token = (_FLAG if in_arc else _TOKEN).match(data, at)
        if token is None:
            return
        at = token.end()
        if in_arc:
            numbers.append(float(token[1]))
            continue
        if token[1]:
            if numbers:
                return
            command = token[1]
            if command in ("Z", "z"):
                yield command, ()
        elif token[2]:
            if command in ("", "Z", "z"):
                return
            numbers.append(min(max(float(token[2]), -1e7), 1e7))
        if numbers and len(numbers) == _ARGUMENTS[command.upper()]:
            yield command, numbers
            numbers = []
            command = {"M": "L", "m": "l"}.get(command, command)


def _towards(point: tuple[float, float], handle: tuple[float, float]) -> tuple[float, float]:
    """The handle of the cubic curve that is the quadratic one."""
    return point[0] + 2 / 3 * (handle[0] - point[0]), point[1] + 2 / 3 * (handle[1] - point[1])


def _arc(
    start: tuple[float, float],
    end: tuple[float, float],
    rx: float,
    ry: float,
    turned: float,
    large: float,
    sweep: float,
) -> Iterator[Segment]:
    """A part of an ellipse between two points (F.6.5), as curves of a quarter at most."""
    rx, ry = abs(rx), abs(ry)
    if start == end:
        return
    if not rx or not ry:
        yield "l", end
        return
    cosine, sine = math.cos(math.radians(turned)), math.sin(math.radians(turned))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cosine * dx + sine * dy, cosine * dy - sine * dx
    if (beyond := (x / rx) ** 2 + (y / ry) ** 2) > 1:
        rx, ry = rx * math.sqrt(beyond), ry * math.sqrt(beyond)
    square = (rx * y) ** 2 + (ry * x) ** 2
    factor = math.sqrt(max(0.0, (rx * ry) ** 2 - square) / square) * (-1 if large == sweep else 1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    middle = (cosine * cx - sine * cy + (start[0] + end[0]) / 2, sine * cx + cosine * cy + (start[1] + end[1]) / 2)
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    through = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    through += 2 * math.pi * ((through < 0) * bool(sweep) - (through > 0) * (not sweep))
    count = max(1, math.ceil(abs(through) / (math.pi / 2) - 1e-9))
    step = through / count
    handle = 4 / 3 * math.tan(step / 4)

    def on(x: float, y: float) -> tuple[float, float]:
        x, y = x * rx, y * ry
        return middle[0] + cosine * x - sine * y, middle[1] + sine * x + cosine * y

    for part in range(count):
        one, two = first + part * step, first + (part + 1) * step
        yield (
            "c",
            (
                *on(math.cos(one) - handle * math.sin(one), math.sin(one) + handle * math.cos(one)),
                *on(math.cos(two) + handle * math.sin(two), math.sin(two) - handle * math.cos(two)),
                *on(math.cos(two), math.sin(two)),
            ),
        )
