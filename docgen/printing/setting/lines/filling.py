"""What goes into a line: slots from its left edge on, to the last place where it may end.

The sums of widths are bisected for the slot that reaches the right edge, and from there it is looked back for a place
where the rules let a line end. Tabs begin anew at their stops (ECMA-376-1, 17.3.1.37).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import cast

from docgen.printing.reading.tree import NoteMark, Number, Paragraph, Shape, Tab, TabStop, Text
from docgen.printing.setting.boxes import Context
from docgen.printing.setting.glyphs.typesetter import Run
from docgen.printing.setting.lines import breaking, tabs
from docgen.printing.setting.lines.breaking import BLANKS, HANGING, SOFT_HYPHEN, TAB
from docgen.printing.setting.lines.compressing import CENTRING, OPENING
from docgen.printing.setting.lines.drawing import Way
from docgen.printing.setting.lines.slots import Slots

#: Sums of widths carry small errors; Word counts in twentieths of a point.
NEAR = 0.02
_WIDEST = 100.0  # no mark is wider


@dataclass(slots=True)
class Span:
    """Slots that follow each other from `x` on; a new one begins after each tab."""

    start: int
    stop: int
    x: float


@dataclass(slots=True)
class Filled:
    """What goes into one free stretch of a line."""

    spans: list[Span]
    stop: int
    left: float
    right: float
    ended: str = ""  # the break that ends it, "end" at the end of the paragraph
    hung: int = -1  # the slot of a character that hangs over the right edge
    ways: list[Way] | None = None
    hyphen: Run | None = None


class Measure:
    """Fills the lines of one paragraph, whatever their edges."""

    def __init__(self, paragraph: Paragraph, slots: Slots, width: float, context: Context) -> None:
        self.paragraph = paragraph
        self.shape: Shape = paragraph.shape
        self.slots = slots
        self.width = width
        self.context = context
        document, shape = context.document, paragraph.shape
        self.breaks = breaking.breaks(
            self._language(), shape.kinsoku, shape.word_wrap, document.no_start, document.no_end
        )

    def _language(self) -> str:
        """Of its first words."""
        label = self.paragraph.label
        if label and label.text:
            return label.look.east_asian_language
        for inline in self.paragraph.inlines:
            if isinstance(inline, Number) or (isinstance(inline, Text | NoteMark) and inline.text):
                return inline.look.east_asian_language
        return self.paragraph.mark.east_asian_language

    def fill(self, at: int, left: float, right: float, *, forced: bool = True) -> Filled:
        """Slots from `at` on between these edges. forced: something always fits."""
        slots = self.slots
        text, sums, stops = slots.text, slots.sums, slots.stops
        count = len(text)
        start, x, edge, reached = at, left, right, left
        spans: list[Span] = []
        ways: list[Way] | None = None
        if at < slots.label:
            x = self._label_start(left)
        elif self.shape.top_line_punctuation and at < count and text[at] in OPENING:
            x -= self._blank_half(at)
        next_stop = bisect_left(stops, at) if stops else 0
        while True:
            limit = stops[next_stop] if next_stop < len(stops) else count
            end, hung = self._reach(start, at, limit, edge - x, forced)
            spans.append(Span(at, end, x))
            if end < limit:
                return Filled(spans, end, left, edge, hung=hung, ways=ways, hyphen=self._hyphen(end))
            if limit == count:
                return Filled(spans, count, left, edge, "end", hung, ways)
            if text[limit] != TAB:
                return Filled(spans, limit + 1, left, edge, text[limit], hung, ways)
            # A tab
            x += sums[end] - sums[at] - slots.gaps.get(end - 1, 0.0)
            tab = cast(Tab, slots.thing(limit))
            group = stops[next_stop + 1] if next_stop + 1 < len(stops) else count
            stop, own = self._stop(tab, max(x, reached))
            if stop.position > edge + NEAR and not own:
                if limit > start:
                    return Filled(spans, limit, left, edge, ways=ways)
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

    def _blank_half(self, slot: int) -> float:
        """What an opening bracket gives up at the beginning of a line (17.3.1.43)."""
        thing = self.slots.thing(slot)
        return thing.size * thing.look.scale / 2 if isinstance(thing, Run) and thing.east_asian else 0.0

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
        reach = sums[at] + room + NEAR
        if sums[limit] <= reach and (limit == at or self.trailing(limit - 1) >= 0):
            return limit, -1
        fits = max(bisect_right(sums, reach, at, limit + 1) - 1, at)
        # What follows the last character of a line, a gap or its letter spacing, takes no room.
        if fits < limit and sums[fits + 1] - self.trailing(fits) <= reach:
            fits += 1
        elif fits > at and sums[fits] - self.trailing(fits - 1) > reach:
            fits -= 1
        after = self._past_blanks(fits, limit)
        if after == limit or after > fits:
            return after, -1
        if self.shape.hanging and text[fits] in HANGING and fits > at and self._hangs(fits, sums[fits] - reach):
            after = self._past_blanks(fits + 1, limit)
            if after == limit or self.breaks.may(text, after):
                return after, fits
        broken = self._back(at, fits, room)
        if broken > at or at > max(start, slots.label) or not forced:
            return broken, -1
        # A word longer than the line: it breaks where the line ends.
        broken = max(fits, at + 1)
        while broken > at + 1 and breaking.combines(text[broken]):
            broken -= 1
        return broken, -1

    def _past_blanks(self, at: int, limit: int) -> int:
        text = self.slots.text
        while at < limit and text[at] in BLANKS:
            at += 1
        return at

    def _back(self, start: int, at: int, room: float) -> int:
        """The last place to `at` where a line may end; `start` where there is none after it."""
        text, may = self.slots.text, self.breaks.may
        while at > start:
            if may(text, at) and (text[at - 1] != SOFT_HYPHEN or self._hyphen_fits(start, at, room)):
                return at
            at -= 1
        return start

    def _hangs(self, slot: int, over: float) -> bool:
        """Whether a mark follows an ideograph: full stops of Latin words do not hang. `over`: where it begins, from the
        edge. In a cell it hangs as far as the margin there holds it, and never over the line."""
        if not (breaking.is_wide(self.slots.text[slot]) or breaking.is_wide(self.slots.text[slot - 1])):
            return False
        beside = self.context.beside + self.shape.right
        return beside >= _WIDEST or over + self._ink(slot) <= beside

    def _ink(self, slot: int) -> float:
        """How far a mark reaches from its left edge: full-width ones of the mainland stand in the left half."""
        thing, width = self.slots.thing(slot), self.slots.advances[slot]
        halved = isinstance(thing, Run) and thing.east_asian and thing.look.east_asian_language not in CENTRING
        return width / 2 if halved else width

    def trailing(self, slot: int) -> float:
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
        return hyphen is None or self.slots.sums[end] - self.slots.sums[at] + hyphen.advances[0] <= room + NEAR

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
        return self.slots.sums[stop] - self.slots.sums[start] - self.trailing(stop - 1)
