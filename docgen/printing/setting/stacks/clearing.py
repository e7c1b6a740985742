"""How far down a line has to go until it finds room among what floats."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

#: What is in the way: its left edge, top, right edge and bottom, in points.
Shadow = tuple[float, float, float, float]
Edges = tuple[float, float]

NEAR = 0.05  # as much may overlap
_TOUCH = 0.001  # what stands beside each other may touch


def first_clear(shadows: Iterable[Shadow], top: float, height: float, edges: Edges, width: float) -> float:
    """The first place from `top` on where a line as high as that has a free stretch as wide as that between its edges.
    shadows: by their tops.

    For each place where the stretch may begin it is known how far down it has to go below the shadows so far. A shadow
    sends all that it covers to its own bottom, where they are one place again: so the time goes with the shadows.
    """
    left, last = edges[0], max(edges[1] - width, edges[0])
    starts, downs = [left], [top]  # from starts[n] on a stretch has to go down to downs[n]
    least = top
    for low, over, high, bottom in shadows:
        begins = over - height + NEAR
        if begins >= least and begins >= (least := min(downs)):
            return least  # all that follow begin further down
        start, end = max(low - width + _TOUCH, left), high - _TOUCH
        if bottom <= least + NEAR or start > last or end <= start:
            continue
        at = _parted(starts, downs, start)
        to = len(starts) if end > last else _parted(starts, downs, end)
        lowered = [bottom if down + NEAR < bottom else down for down in downs[at:to]]
        kept = [n for n, down in enumerate(lowered) if n == 0 or down != lowered[n - 1]]
        starts[at:to] = [starts[at + n] for n in kept]
        downs[at:to] = [lowered[n] for n in kept]
    return min(downs)


def _parted(starts: list[float], downs: list[float], place: float) -> int:
    """The number of the stretches that begin at this place, parted from those that begin left of it."""
    at = bisect_left(starts, place)
    if at == len(starts) or starts[at] != place:
        starts.insert(at, place)
        downs.insert(at, downs[at - 1])
    return at
