"""A filled line in its places: aligned, spread to its full width, characters of unlike size lined up (17.18.44)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from docgen.printing.setting.glyphs.typesetter import Run
from docgen.printing.setting.lines import spreading
from docgen.printing.setting.lines.breaking import LINE
from docgen.printing.setting.lines.drawing import Part, Way
from docgen.printing.setting.lines.filling import NEAR, Filled, Measure, Span
from docgen.printing.setting.lines.slots import Slots, Solid

_SPREAD = frozenset(("both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida"))


def place(measure: Measure, filled: Filled, parts: list[Part], ways: list[Way]) -> float:
    """Add the parts of one stretch of a line, aligned and spread; returns where its content ends."""
    slots, align = measure.slots, measure.shape.align
    last, hyphen = filled.spans[-1], filled.hyphen
    # What hangs, blanks or a mark, stands beyond the width that is aligned.
    seen = filled.hung if filled.hung >= 0 else measure.without_blanks(last.start, last.stop)
    width = measure.content(last.start, seen) + (hyphen.advances[0] if hyphen else 0.0)
    spare = filled.right - last.x - width
    shift = 0.0
    if align == "center":
        shift = spare / 2
    elif align in ("right", "end"):
        shift = spare
    openings: list[int] = []
    if align in _SPREAD and spare > NEAR and _is_spread(measure, filled):
        # Only what follows the last tab is spread, and no number of a list.
        openings = spreading.openings(slots.text, max(last.start, slots.label), seen, everywhere=align == "distribute")
    for span in filled.spans:
        if openings and span is last:
            _spread(slots, span, openings, spare / len(openings), parts)
        else:
            _plain(slots, span, shift, parts)
    if filled.ways:
        for way in filled.ways:
            way.x += shift
            way.to += shift
        ways.extend(filled.ways)
    end = last.x + width + shift + (spare if openings else 0.0)
    if hyphen:
        part = Part(hyphen, 0, 1, end - hyphen.advances[0])
        part.width = hyphen.advances[0]
        parts.append(part)
    return end


def _is_spread(measure: Measure, filled: Filled) -> bool:
    """All lines are but the last, and perhaps those that a break ends."""
    if not filled.ended or measure.shape.align == "distribute":
        return True
    return filled.ended == LINE and measure.context.document.spread_broken


def _plain(slots: Slots, span: Span, shift: float, parts: list[Part]) -> None:
    """The things of a span in their own widths."""
    start, stop = span.start, span.stop
    if stop <= start:
        return
    starts, things, sums = slots.starts, slots.things, slots.sums
    x = span.x + shift - sums[start]
    first = bisect_right(starts, start) - 1
    last = bisect_left(starts, stop, first)
    for at in range(first, last):
        thing = things[at]
        if not isinstance(thing, Run | Solid):
            continue
        begin = starts[at]
        low = start if at == first else begin
        high = stop if at == last - 1 else starts[at + 1]
        part = Part(thing, low - begin, high - begin, x + sums[low])
        gap = slots.gaps.get(high - 1, 0.0) if high == stop else 0.0
        part.width = sums[high] - sums[low] - gap
        part.label = low < slots.label
        if slots.widened:
            part.advances = slots.advances[low:high]
            part.advances[-1] -= gap
        parts.append(part)


def _spread(slots: Slots, span: Span, openings: list[int], opening: float, parts: list[Part]) -> None:
    """The things of a span, with some more room after the slots of `openings`."""
    start, stop = span.start, span.stop
    advances = slots.advances[start:stop]
    advances[-1] -= slots.gaps.get(stop - 1, 0.0)
    for slot in openings:
        advances[slot - start] += opening
    xs = list(accumulate(advances, initial=span.x))
    starts = slots.starts
    first = bisect_right(starts, start) - 1
    last = bisect_left(starts, stop, first)
    for at in range(first, last):
        thing = slots.things[at]
        if not isinstance(thing, Run | Solid):
            continue
        begin = starts[at]
        low = start if at == first else begin
        high = stop if at == last - 1 else starts[at + 1]
        part = Part(thing, low - begin, high - begin, xs[low - start])
        part.width = xs[high - start] - xs[low - start]
        part.advances = advances[low - start : high - start]
        part.label = low < slots.label
        parts.append(part)


def line_up(parts: list[Part], alignment: str, ascent: float, descent: float) -> None:
    """Characters of unlike size on one line (17.3.1.39): their tops, middles or bottoms in line."""
    for part in parts:
        thing = part.thing
        if alignment == "top":
            part.rise = ascent - thing.ascent
        elif alignment == "center":
            part.rise = (ascent - descent - thing.ascent + thing.descent) / 2
        elif alignment == "bottom":
            part.rise = thing.descent - descent
