"""How high lines are (ECMA-376-1, 17.3.1.33), on the document grid where there is one (17.6.5)."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right

from docgen.printing.reading.tree import Lines
from docgen.printing.setting.glyphs.typesetter import Run
from docgen.printing.setting.lines.slots import Slots, Solid


def extent(slots: Slots, start: int, stop: int) -> tuple[float, float, bool, bool]:
    """How far slots reach above and below their base line; whether text is among them, and whether anything else."""
    things = slots.things
    ascent = descent = 0.0
    solids = written = False
    if stop > start:
        first = bisect_right(slots.starts, start) - 1
        for at in range(first, bisect_left(slots.starts, stop, first)):
            thing = things[at]
            if isinstance(thing, Run):
                # Raised words (17.3.2.24) push lines apart; superscripts stand within theirs.
                up = thing.look.position
                ascent = max(ascent, thing.ascent + up)
                descent = max(descent, thing.descent - up)
                written = True
            elif isinstance(thing, Solid):
                ascent, descent, solids = max(ascent, thing.ascent), max(descent, thing.descent), True
    return ascent, descent, written, solids


def height(lines: Lines, ascent: float, descent: float, pitch: float) -> tuple[float, float]:
    """Height of a line and place of its base line; `pitch`: of the grid, 0 for none.

    On the grid a line takes whole rows of it and stands in their middle. The room that a multiple adds is below the
    text, that of "at least" above, and so is most of that of "exactly": its base line is at four fifths. LibreOffice
    sets all of these the same, but lets the grid win over "at least" and "exactly".
    """
    if lines.rule == "exact":
        return lines.value, lines.value * 0.8
    natural = ascent + descent
    high, base = natural, ascent
    if pitch:
        high = pitch * max(math.ceil(natural / pitch - 0.02), 1)
        base += (high - natural) / 2
    if lines.rule == "atLeast":
        more = max(lines.value - high, 0.0)
        return high + more, base + more
    if lines.value < 1.0:
        # Less than single spacing takes its room from above the letters.
        base -= high * (1 - lines.value)
    return high * lines.value, base
