"""Characters on the grid (ECMA-376-1, 17.6.5, 17.18.14: snapToChars): ideographs in cells of their own, Latin words in
the middle of as many cells as they need, so that everything after them is on the grid again."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

from docgen.printing.setting.glyphs.typesetter import Run

_NEAR = 0.02  # of a cell: a character hardly wider than one does not take two


def align(
    starts: Sequence[int], things: Sequence[object], advances: list[float], gaps: dict[int, float], cell: float
) -> None:
    """Widen the slots of a paragraph to cells; `gaps` gets what stands beside Latin words while the line goes on."""
    ends = [*starts[1:], len(advances)]
    for kind, group in groupby(range(len(things)), key=lambda at: _kind(things[at])):
        numbers = list(group)
        first, last = starts[numbers[0]], ends[numbers[-1]] - 1
        if kind == "ideographs":
            for slot in range(first, last + 1):
                advances[slot] += _rest(advances[slot], cell)
        elif kind == "words":
            rest = _rest(sum(advances[first : last + 1]), cell)
            before = rest / 2 if first else 0.0  # nothing stands before the first word of a paragraph
            for slot, more in ((first - 1, before), (last, rest - before)):
                if more:
                    advances[slot] += more
                    gaps[slot] = gaps.get(slot, 0.0) + more


def _kind(thing: object) -> str:
    if not isinstance(thing, Run) or not thing.look.snap:
        return ""
    return "ideographs" if thing.east_asian else "words"


def _rest(width: float, cell: float) -> float:
    """What is missing to whole cells."""
    return max(math.ceil(width / cell - _NEAR) * cell - width, 0.0)
