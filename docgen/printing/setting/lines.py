"""Paragraphs → lines (ECMA-376-1, 17.3.1): breaking, tabs, alignment and the heights of lines.

A paragraph is one row of slots (setting/slots.py). A line is found by bisecting the sums of their widths, and from
there back to where the rules let it end (setting/breaking.py): the work is linear in the characters.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import cast

from docgen.printing.reading.tree import Bookmark, Break, Float, Note, NoteMark, Paragraph, Shape, Tab, TabStop
from docgen.printing.setting import breaking, spreading, tabs
from docgen.printing.setting.boxes import Context, Line, Room, SetParagraph
from docgen.printing.setting.breaking import BLANKS, HANGING, LINE, PAGE, SOFT_HYPHEN, TAB
from docgen.printing.setting.drawing import Drawing, Part, Way
from docgen.printing.setting.glyphs import Run
from docgen.printing.setting.slots import Filler, Slots, Solid
from docgen.printing.setting.solids import solid

# Sums of widths carry small errors; Word counts in twentieths of a point.
_NEAR = 0.02
_LAST = {"\x0c": "page", "\x0e": "column"}
_SPREAD = frozenset(("both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida"))


def set_paragraph(paragraph: Paragraph, width: float, context: Context, room: Room | None = None) -> SetParagraph:
    """The lines of a paragraph in a column of that width; `room`: what floats leave of it, counted from its top."""
    return SetParagraph(paragraph, _Setter(paragraph, width, context, room).lines(), width)


def widths(paragraph: Paragraph, context: Context) -> tuple[float, float]:
    """The narrowest width at which nothing is broken that need not be, and that of the paragraph on one line; both with
    its indents, in points. For the columns of automatic tables (17.18.87)."""
    setter = _Setter(paragraph, 1e6, context, None)
    slots, shape = setter.slots, paragraph.shape
    text, sums = slots.text, slots.sums
    indent = shape.left + shape.right
    narrowest = widest = 0.0
    start, first = 0, True
    for stop in [*(at for at in slots.stops if text[at] != TAB), len(text)]:
        spans = setter.fill(start, shape.left + (shape.first if first else 0.0), 1e6).spans
        last = spans[-1]
        widest = max(widest, last.x + setter.content(last.start, last.stop) + shape.right)
        piece = start
        for at in range(start + 1, stop + 1):
            if at == stop or setter.breaks.may(text, at):
                end = setter.without_blanks(piece, at)
                lead = max(shape.first, 0.0) if first and piece == start else 0.0
                narrowest = max(narrowest, sums[end] - sums[piece] - slots.gaps.get(end - 1, 0.0) + lead)
                piece = at
        start, first = stop + 1, False
    return narrowest + indent, max(widest, narrowest + indent)


@dataclass(slots=True)
class _Span:
    """Slots that follow each other from `x` on; a new one begins after each tab."""

    start: int
    stop: int
    x: float


@dataclass(slots=True)
class _Filled:
    """What goes into one free stretch of a line."""

    spans: list[_Span]
    stop: int
    left: float
    right: float
    ended: str = ""  # the break that ends it, "end" at the end of the paragraph
    hung: int = -1  # the slot of a character that hangs over the right edge
    ways: list[Way] | None = None
    hyphen: Run | None = None


class _Setter:
    """Sets one paragraph."""

    def __init__(self, paragraph: Paragraph, width: float, context: Context, room: Room | None) -> None:
        self.paragraph = paragraph
        self.shape: Shape = paragraph.shape
        self.width = width
        self.context = context
        self.room = room
        self.slots: Slots = Filler(paragraph, context, solid).filled()
        document, shape = context.document, paragraph.shape
        self.breaks = breaking.breaks(
            self._language(), shape.kinsoku, shape.word_wrap, document.no_start, document.no_end
        )
        in_grid = shape.snap and (document.grid_in_tables or not context.in_table)
        self.pitch = context.grid.pitch if in_grid else 0.0
        self._mark: Run | None = None

    def _language(self) -> str:
        for thing in self.slots.things:
            if isinstance(thing, Run):
                return thing.look.east_asian_language
        return self.paragraph.mark.east_asian_language

    # Lines

    def lines(self) -> list[Line]:
        shape, slots = self.shape, self.slots
        count = len(slots.text)
        lines: list[Line] = []
        at, top = 0, 0.0
        while True:
            left = shape.left + (shape.first if at == 0 else 0.0)
            right = self.width - shape.right
            if self.room is None:
                filled = self.fill(at, left, max(right, left + 1.0))
                line = self._line(at, [filled])
            else:
                line, filled, top = self._beside(at, top, left, right, self.room)
            line.top = top
            top += line.height
            lines.append(line)
            at = filled.stop
            if filled.ended == "end":
                return lines
            if at >= count and filled.ended == PAGE:
                # The mark of the paragraph stays with a page break at its end (17.15.3, w:splitPgBreakAndParaMark).
                return lines
            if self.room is not None and filled.ended:
                top = self._cleared(at - 1, top)

    def _cleared(self, slot: int, top: float) -> float:
        """Below everything that floats, where the break says so (17.18.3)."""
        thing = self.slots.thing(slot)
        while self.room is not None and isinstance(thing, Break) and thing.clear:
            if len(free := self.room.at(top, 1.0, 0.0, self.width)) == 1 and free[0][1] - free[0][0] > self.width - 1:
                break
            below = self.room.below(top)
            if below <= top:
                break
            top = below
        return top

    def _beside(self, at: int, top: float, left: float, right: float, room: Room) -> tuple[Line, _Filled, float]:
        """A line in the room that floats leave; further down where there is none that a word fits into."""
        height = self.mark.ascent + self.mark.descent
        for _ in range(1000):
            stretches = [(low, high) for low, high in room.at(top, height, left, right) if high - low > 1.0]
            filled: list[_Filled] = []
            go_on = at
            for low, high in stretches:
                piece = self.fill(go_on, low, high, forced=False)
                if piece.stop == go_on and piece.ended != "end":
                    continue
                filled.append(piece)
                go_on = piece.stop
                if piece.ended:
                    break
            if filled:
                line = self._line(at, filled)
                if line.height <= height + _NEAR:
                    return line, filled[-1], top
                height = line.height
                continue
            below = room.below(top)
            if below <= top:
                break
            top = below
        only = self.fill(at, left, max(right, left + 1.0))
        return self._line(at, [only]), only, top

    # One stretch of a line

    def fill(self, at: int, left: float, right: float, *, forced: bool = True) -> _Filled:
        """Slots from `at` on between these edges. forced: something always fits."""
        slots = self.slots
        text, sums, stops = slots.text, slots.sums, slots.stops
        count = len(text)
        start, x, edge, reached = at, left, right, left
        spans: list[_Span] = []
        ways: list[Way] | None = None
        if at < slots.label:
            x = self._label_start(left)
        next_stop = bisect_left(stops, at) if stops else 0
        while True:
            limit = stops[next_stop] if next_stop < len(stops) else count
            end, hung = self._reach(start, at, limit, edge - x, forced)
            spans.append(_Span(at, end, x))
            if end < limit:
                return _Filled(spans, end, left, edge, hung=hung, ways=ways, hyphen=self._hyphen(end))
            if limit == count:
                return _Filled(spans, count, left, edge, "end", hung, ways)
            if text[limit] != TAB:
                return _Filled(spans, limit + 1, left, edge, text[limit], hung, ways)
            # A tab
            x += sums[end] - sums[at] - slots.gaps.get(end - 1, 0.0)
            tab = cast(Tab, slots.thing(limit))
            group = stops[next_stop + 1] if next_stop + 1 < len(stops) else count
            stop, own = self._stop(tab, max(x, reached))
            if stop.position > edge + _NEAR and not own:
                if limit > start:
                    return _Filled(spans, limit, left, edge, ways=ways)
                stop = TabStop(max(edge, x))
            width = self.content(limit + 1, group)
            goal = self._goal(stop, limit + 1, group, width, edge)
            to = max(x, goal)
            (ways := ways if ways is not None else []).append(Way(x, to, stop.leader or tab.leader, tab.look, limit))
            reached = max(stop.position, to) if stop.alignment != "left" else to
            if own and stop.position > edge:
                # Stops of the paragraph's own count beyond its right indent, as in tables of contents.
                edge = max(stop.position, to + width if stop.alignment == "left" else 0.0)
            x, at = to, limit + 1
            next_stop += 1

    def _label_start(self, left: float) -> float:
        """Numbers may end or be centred at the indent (17.9.7)."""
        label = self.paragraph.label
        alignment = label.alignment if label else "left"
        end = next((stop for stop in self.slots.stops if stop < self.slots.label), self.slots.label)
        width = self.slots.sums[end]
        return left - {"right": width, "end": width, "center": width / 2}.get(alignment, 0.0)

    def _stop(self, tab: Tab, x: float) -> tuple[TabStop, bool]:
        if tab.to:
            return tabs.fixed_stop(tab, self.shape.left, self.width - self.shape.right, self.width), True
        return tabs.stop_after(self.shape, x, self.context.document.default_tab)

    def _goal(self, stop: TabStop, start: int, end: int, width: float, edge: float) -> float:
        """Where what follows a tab begins."""
        if stop.alignment in ("right", "end"):
            return stop.position - width
        if stop.alignment == "center":
            return min(stop.position - width / 2, edge - width)
        if stop.alignment == "decimal":
            sums = self.slots.sums
            point = self._decimal(start, end)
            return stop.position - (sums[point] - sums[start] if point < end else width)
        return stop.position

    def _decimal(self, start: int, end: int) -> int:
        """The decimal point of the first number: the first point after a digit; the end of it where it has none."""
        text = self.slots.text
        seen = False
        for at in range(start, end):
            character = text[at]
            if character.isdigit():
                seen = True
            elif seen and character not in ",\u00a0 '’":
                return at
        return end

    def _reach(self, start: int, at: int, limit: int, room: float, forced: bool) -> tuple[int, int]:
        """How far slots from `at` reach, at most to `limit`, and the slot that hangs over the edge or -1."""
        slots = self.slots
        sums, text = slots.sums, slots.text
        base = sums[at]
        if sums[limit] - base <= room + _NEAR and (limit == at or self._trailing(limit - 1) >= 0):
            return limit, -1
        fits = max(bisect_right(sums, base + room + _NEAR, at, limit + 1) - 1, at)
        # What follows the last character of a line, a gap or its letter spacing, takes no room.
        if fits < limit and sums[fits + 1] - base - self._trailing(fits) <= room + _NEAR:
            fits += 1
        elif fits > at and sums[fits] - base - self._trailing(fits - 1) > room + _NEAR:
            fits -= 1
        after = fits
        while after < limit and text[after] in BLANKS:
            after += 1
        if after == limit:
            return limit, -1
        if after > fits:
            return after, -1
        may = self.breaks.may
        if self.shape.hanging and text[fits] in HANGING and fits > at and self._hangs(fits):
            after = fits + 1
            while after < limit and text[after] in BLANKS:
                after += 1
            if after == limit or may(text, after):
                return after, fits
        broken = fits
        while broken > at:
            if may(text, broken) and (text[broken - 1] != SOFT_HYPHEN or self._hyphen_fits(at, broken, room)):
                return broken, -1
            broken -= 1
        if at > max(start, slots.label) or not forced:
            return at, -1
        # A word longer than the line: it breaks where the line ends.
        broken = max(fits, at + 1)
        while broken > at + 1 and breaking.combines(text[broken]):
            broken -= 1
        return broken, -1

    def _hangs(self, slot: int) -> bool:
        """Whether a mark follows an ideograph: full stops of Latin words do not hang."""
        return breaking.is_wide(self.slots.text[slot]) or breaking.is_wide(self.slots.text[slot - 1])

    def _trailing(self, slot: int) -> float:
        """What of a slot's width is not its character's."""
        thing = self.slots.thing(slot)
        spacing = thing.look.spacing if isinstance(thing, Run) else 0.0
        return self.slots.gaps.get(slot, 0.0) + spacing

    def _hyphen(self, end: int) -> Run | None:
        """The hyphen that a soft one shows at the end of a line."""
        if end == 0 or self.slots.text[end - 1] != SOFT_HYPHEN:
            return None
        thing = self.slots.thing(end - 1)
        look = thing.look if isinstance(thing, Run) else self.paragraph.mark
        return self.context.typesetter.runs("-", look, self.paragraph.place)[0]

    def _hyphen_fits(self, at: int, end: int, room: float) -> bool:
        hyphen = self._hyphen(end)
        return hyphen is None or self.slots.sums[end] - self.slots.sums[at] + hyphen.advances[0] <= room + _NEAR

    def without_blanks(self, start: int, stop: int) -> int:
        """The end of what is seen between two slots."""
        text = self.slots.text
        while stop > start and text[stop - 1] in BLANKS:
            stop -= 1
        return stop

    def content(self, start: int, stop: int) -> float:
        """The width of slots, but for blanks at their end and what follows the last character."""
        stop = self.without_blanks(start, stop)
        if stop <= start:
            return 0.0
        return self.slots.sums[stop] - self.slots.sums[start] - self._trailing(stop - 1)

    # From slots to something that can be drawn

    @property
    def mark(self) -> Run:
        """The mark of the paragraph, which alone makes the line of an empty one."""
        if self._mark is None:
            empty = not any(isinstance(thing, Run) for thing in self.slots.things)
            self._mark = self.context.typesetter.mark(self.paragraph.mark, east_asian=empty)
        return self._mark

    def _line(self, start: int, filled: Sequence[_Filled]) -> Line:
        slots = self.slots
        last = filled[-1]
        stop, ended = last.stop, last.ended
        ascent, descent, solids = self._extent(start, stop, ended == "end")
        height, base = self._height(ascent, descent)
        parts: list[Part] = []
        ways: list[Way] = []
        end = 0.0
        for piece in filled:
            end = self._place(piece, parts, ways)
        if self.shape.text_alignment not in ("auto", "baseline"):
            self._align_down(parts, ascent, descent)
        notes: tuple[Note, ...] = ()
        floats: tuple[Float, ...] = ()
        names: tuple[str, ...] = ()
        if slots.events:
            low = bisect_left(slots.events, start, key=lambda event: event[0])
            high = bisect_left(slots.events, len(slots.text) + 1 if ended == "end" else stop, key=lambda e: e[0])
            here = [event for _, event in slots.events[low:high]]
            notes = tuple(event.note for event in here if isinstance(event, NoteMark))
            floats = tuple(event for event in here if isinstance(event, Float))
            names = tuple(event.name for event in here if isinstance(event, Bookmark))
        bars: tuple[float, ...] = ()
        if self.shape.tabs:
            bars = tuple(tab.position for tab in self.shape.tabs if tab.alignment == "bar")
        cut = self.shape.lines.rule == "exact" and (solids or ascent > base + 1 or descent > height - base + 1)
        drawn = Drawing(parts, height, base, slots.plain, ways, names, bars, cut, self.context)
        return Line(height, base, end, drawn, notes, floats, _LAST.get(ended, ""))

    def _extent(self, start: int, stop: int, with_mark: bool) -> tuple[float, float, bool]:
        """How far a line reaches above and below its base line; whether something other than text stands in it."""
        slots = self.slots
        things = slots.things
        ascent = descent = 0.0
        solids = written = False
        if stop > start:
            first = bisect_right(slots.starts, start) - 1
            for at in range(first, bisect_left(slots.starts, stop, first)):
                thing = things[at]
                if isinstance(thing, Run):
                    up = thing.look.position
                    ascent = max(ascent, thing.ascent + up) if up else max(ascent, thing.ascent)
                    descent = max(descent, thing.descent - up)
                    written = True
                elif isinstance(thing, Solid):
                    ascent, descent, solids = max(ascent, thing.ascent), max(descent, thing.descent), True
        if not written or with_mark:
            # The mark of the paragraph is a character of its last line.
            mark = self.mark
            ascent, descent = max(ascent, mark.ascent), max(descent, mark.descent)
        return ascent, descent, solids

    def _height(self, ascent: float, descent: float) -> tuple[float, float]:
        """Height of a line and place of its base line (17.3.1.33), on the grid where there is one (17.6.5).

        The room that a multiple adds stands below the text; that of "at least" and most of that of "exactly" above.
        """
        lines = self.shape.lines
        if lines.rule == "exact":
            return lines.value, lines.value * 0.8
        natural = ascent + descent
        height, base = natural, ascent
        if self.pitch:
            height = self.pitch * max(math.ceil(natural / self.pitch - 0.02), 1)
            base = ascent + (height - natural) / 2
        if lines.rule == "atLeast":
            if lines.value > height:
                base += lines.value - height
                height = lines.value
            return height, base
        if lines.value < 1.0:
            # Less than single spacing takes its room from above the letters.
            base -= height * (1 - lines.value)
        return height * lines.value, base

    def _place(self, filled: _Filled, parts: list[Part], ways: list[Way]) -> float:
        """Parts of one stretch of a line, aligned and spread; returns where its content ends."""
        align = self.shape.align
        last = filled.spans[-1]
        end = self.without_blanks(last.start, last.stop)
        seen = filled.hung if filled.hung >= 0 else end
        slots = self.slots
        width = slots.sums[seen] - slots.sums[last.start]
        if seen > last.start:
            width -= self._trailing(seen - 1)
        if filled.hyphen:
            width += filled.hyphen.advances[0]
        spare = filled.right - last.x - width
        shift = 0.0
        if align == "center":
            shift = spare / 2
        elif align in ("right", "end"):
            shift = spare
        spread = (
            spare > _NEAR and align in _SPREAD and (not filled.ended or align == "distribute" or self._broken(filled))
        )
        openings = (
            spreading.openings(slots.text, max(last.start, slots.label), seen, everywhere=align == "distribute")
            if spread
            else []
        )
        for span in filled.spans:
            if openings and span is last:
                self._spread(span, openings, spare / len(openings), parts)
            else:
                self._plain(span, shift, parts)
        if filled.ways:
            for way in filled.ways:
                way.x += shift
                way.to += shift
            ways.extend(filled.ways)
        if filled.hyphen:
            at = last.x + width - filled.hyphen.advances[0] + shift + (spare if openings else 0.0)
            parts.append(Part(filled.hyphen, 0, 1, at))
        return last.x + width + shift + (spare if openings else 0.0)

    def _broken(self, filled: _Filled) -> bool:
        """Whether a line that a break ends is spread all the same."""
        return filled.ended == LINE and self.context.document.spread_broken

    def _plain(self, span: _Span, shift: float, parts: list[Part]) -> None:
        """The things of a span in their own widths."""
        slots = self.slots
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
            if slots.gaps or self.context.grid.add:
                part.advances = slots.advances[low:high]
                part.advances[-1] -= gap
            parts.append(part)

    def _spread(self, span: _Span, openings: list[int], opening: float, parts: list[Part]) -> None:
        """The things of a span, with some more room after the slots of `openings`."""
        slots = self.slots
        start, stop = span.start, span.stop
        advances = slots.advances[start:stop]
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

    def _align_down(self, parts: list[Part], ascent: float, descent: float) -> None:
        """Characters of unlike size on one line (17.3.1.39): their tops, middles or bottoms in line."""
        for part in parts:
            thing = part.thing
            if self.shape.text_alignment == "top":
                part.rise = ascent - thing.ascent
            elif self.shape.text_alignment == "center":
                part.rise = (ascent - descent - thing.ascent + thing.descent) / 2
            elif self.shape.text_alignment == "bottom":
                part.rise = thing.descent - descent
