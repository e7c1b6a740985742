"""Paragraphs → lines (ECMA-376-1, 17.3.1).

A paragraph becomes one row of slots (slots.py), the row is cut into lines (filling.py), and each line is put in its
places (placing.py) at its height (heights.py). All of it is linear in the characters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import inf
from operator import itemgetter

from docgen.printing.reading.tree import Bookmark, Break, Float, NoteMark, Paragraph
from docgen.printing.setting.boxes import Context, Line, Place, Room, SetParagraph
from docgen.printing.setting.glyphs.typesetter import Run
from docgen.printing.setting.lines.breaking import COLUMN, PAGE, TAB
from docgen.printing.setting.lines.cut import tell_line
from docgen.printing.setting.lines.drawing import Drawing, Part, Way
from docgen.printing.setting.lines.filling import NEAR, Filled, Measure
from docgen.printing.setting.lines.heights import extent, height
from docgen.printing.setting.lines.placing import line_up, place
from docgen.printing.setting.lines.slots import Filler, Slots
from docgen.printing.setting.lines.solids import solid
from docgen.printing.sheet import Canvas

_THEN = {PAGE: "page", COLUMN: "column"}
_SLOT = itemgetter(0)
#: So many slots are filled at once where a paragraph goes on on another page: more than most pages hold.
_AHEAD = 4000
_HALVINGS = 25  # of the width of a page, to less than a unit of drawings


def set_paragraph(paragraph: Paragraph, width: float, context: Context, room: Room | None = None) -> SetParagraph:
    """The lines of a paragraph in a column of that width; `room`: what floats leave of it, counted from its top."""
    setter = _Setter(paragraph, width, context)
    return SetParagraph(paragraph, setter.beside(room) if room else setter.lines(), width)


def go_on(
    found: SetParagraph, first: int, width: float, context: Context, room: Room | None = None, enough: float = inf
) -> None:
    """Set a paragraph anew from line `first` on, where it goes on on another page, in a column of that width; as many
    lines as are higher together than `enough`, or end with a page or a column. What follows them waits."""
    line = found.lines[first]
    setter, most = found.setter, _AHEAD
    lines: list[Line] = []
    if isinstance(setter, _Setter) and setter.holds(line.place):
        setter.width = setter.measure.width = width
        lines = setter.on(line.place, line.top, room, enough)
    while not lines:
        setter = found.setter = _Setter(found.paragraph, width, context, line.place, most)
        lines = setter.on(line.place, line.top, room, enough)
        most = 2 * len(setter.slots.text)  # where so few slots end on the first lines
    found.replace(first, lines)


def widths(paragraph: Paragraph, context: Context) -> tuple[float, float]:
    """The narrowest width at which nothing is broken that need not be, and that of the paragraph on one line; both with
    its indents, in points. For the columns of automatic tables (17.18.87)."""
    setter = _Setter(paragraph, 1e6, context)
    measure, slots, shape = setter.measure, setter.slots, paragraph.shape
    text = slots.text
    indents = shape.left + shape.right
    narrowest = widest = 0.0
    start, first = 0, shape.first
    for stop in [*(at for at in slots.stops if text[at] != TAB), len(text)]:
        last = measure.fill(start, shape.left + first, 1e6).spans[-1]
        widest = max(widest, last.x + measure.content(last.start, last.stop) + shape.right)
        piece, lead = start, max(first, 0.0)
        for at in range(start + 1, stop + 1):
            if at == stop or measure.breaks.may(text, at):
                narrowest = max(narrowest, measure.content(piece, at) + lead)
                piece, lead = at, 0.0
        start, first = stop + 1, 0.0
    return narrowest + indents, max(widest, narrowest + indents)


class _Setter:
    """Sets one paragraph."""

    def __init__(
        self, paragraph: Paragraph, width: float, context: Context, begin: Place = (0, 0), most: int | None = None
    ) -> None:
        """begin: where lines are to begin; most: so many slots are enough."""
        self.paragraph = paragraph
        self.shape = paragraph.shape
        self.width = width
        self.context = context
        self.slots: Slots = Filler(paragraph, context, solid).filled(begin[0], most)
        self.page = context.numbers.page
        self.measure = Measure(paragraph, self.slots, width, context)
        on_grid = self.shape.snap and (context.document.grid_in_tables or not context.in_table)
        self.pitch = context.grid.pitch if on_grid else 0.0
        self._mark: Run | None = None

    @property
    def mark(self) -> Run:
        """The mark of the paragraph, which alone makes the line of an empty one.

        It is a control character and takes the Latin font (17.3.2.26); typed in Chinese it bears w:hint="eastAsia",
        and then the line is as high as the Chinese ones around. LibreOffice passes that hint over.
        """
        if self._mark is None:
            look = self.paragraph.mark
            self._mark = self.context.typesetter.mark(look, east_asian=look.hint_east_asia)
        return self._mark

    def lines(self) -> list[Line]:
        """The lines, each over the whole width."""
        lines: list[Line] = []
        at, top = 0, 0.0
        while True:
            filled = self._whole(at)
            line = self._line(at, (filled,))
            line.top = top
            top += line.height
            lines.append(line)
            at = filled.stop
            if self._is_last(filled):
                return lines

    def beside(self, room: Room) -> list[Line]:
        """The lines, where something floats."""
        lines: list[Line] = []
        at, top = 0, 0.0
        while True:
            line, filled, top = self._beside(at, top, room)
            lines.append(line)
            at = filled.stop
            if self._is_last(filled):
                return lines

    def holds(self, place: Place) -> bool:
        """Whether lines can be set from there on as they are to be on this page."""
        slots = self.slots
        if not slots.first <= place[0] < slots.first + len(slots.inlines) - slots.more:
            return False
        said_here = self.page == self.context.numbers.page
        return said_here or not slots.numbers or slots.numbers[-1] < slots.slot(place)

    def on(self, place: Place, top: float, room: Room | None, enough: float) -> list[Line]:
        """Lines from there on, and one for what waits; none where the slots end too soon to know them."""
        lines: list[Line] = []
        at, end = self.slots.slot(place), top + enough + 1.0
        while True:
            if room:
                line, filled, top = self._beside(at, top, room)
            else:
                filled = self._whole(at)
                line = self._line(at, (filled,))
                line.top = top
                top += line.height
            if self.slots.more and filled.ended == "end":
                # What follows may belong to this line, and to a tab on the one before.
                return [*lines[:-2], _waiting(lines[-2].place, lines[-2].top)] if len(lines) > 2 else []
            lines.append(line)
            at = filled.stop
            if not self.slots.more and self._is_last(filled):
                return lines
            if line.then or top > end:
                return [*lines, _waiting(self.slots.place(at), top)]

    def _is_last(self, filled: Filled) -> bool:
        # The mark of the paragraph stays with a page break at its end (17.15.3, w:splitPgBreakAndParaMark).
        return filled.ended == "end" or (filled.ended == PAGE and filled.stop >= len(self.slots.text))

    def _edges(self, at: int) -> tuple[float, float]:
        first = self.shape.first if at == self.slots.first == 0 else 0.0
        return self.shape.left + first, self.width - self.shape.right

    def _whole(self, at: int) -> Filled:
        left, right = self._edges(at)
        return self.measure.fill(at, left, max(right, left + 1.0))

    def _beside(self, at: int, top: float, room: Room) -> tuple[Line, Filled, float]:
        """A line in the room that floats leave, further down where there is none that a word fits into; and where the
        next one may begin."""
        left, right = self._edges(at)
        high = self.mark.ascent + self.mark.descent
        needed = 0.0
        while True:
            stretches = [(low, up) for low, up in room.at(top, high, left, right) if up - low > 1.0]
            filled = self._stretches(at, stretches, whole=stretches == [(left, right)])
            if filled:
                line = self._line(at, filled)
                if line.height <= high + NEAR:
                    break
                high = line.height
                continue
            if stretches:
                needed = self._needed(at, max(up - low for low, up in stretches))
            below = room.below(top, high, left, right, needed)
            if below <= top:
                filled = [self._whole(at)]
                line = self._line(at, filled)
                break
            top = below
        line.top = top
        last = filled[-1]
        top += line.height
        if last.ended and not self._is_last(last):
            top = self._cleared(last.stop - 1, top, room)
        return line, last, top

    def _needed(self, at: int, low: float) -> float:
        """The width of a stretch into which nothing goes, where anything goes into any wider one; low: one into which
        nothing does."""
        left, right = self._edges(at)
        high = right - left
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            filled = self.measure.fill(at, left, left + middle, forced=False)
            low, high = (low, middle) if filled.stop > at or filled.ended else (middle, high)
        return low

    def _stretches(self, at: int, stretches: Sequence[tuple[float, float]], *, whole: bool) -> list[Filled]:
        """One line in several free stretches; empty where nothing fits. whole: nothing floats there."""
        found: list[Filled] = []
        for low, up in stretches:
            filled = self.measure.fill(at, low, up, forced=whole)
            if filled.stop > at or filled.ended:
                found.append(filled)
                at = filled.stop
            if filled.ended:
                break
        return found

    def _cleared(self, slot: int, top: float, room: Room) -> float:
        """Below everything that floats, where the break says so (17.18.3)."""
        thing = self.slots.thing(slot)
        if isinstance(thing, Break) and thing.clear:
            edges = 0.0, self.width
            while list(room.at(top, 1.0, *edges)) != [edges]:
                below = room.below(top, 1.0, *edges, wider=self.width)
                if below <= top:
                    break
                top = below
        return top

    def _line(self, start: int, filled: Sequence[Filled]) -> Line:
        """A line of slots from `start` on, with what it carries."""
        slots, shape = self.slots, self.shape
        stop, ended = filled[-1].stop, filled[-1].ended
        ascent, descent, written, solids = extent(slots, start, stop)
        if not written or ended == "end":
            # The mark of the paragraph is a character of its last line.
            ascent, descent = max(ascent, self.mark.ascent), max(descent, self.mark.descent)
        high, base = height(shape.lines, ascent, descent, self.pitch)
        parts: list[Part] = []
        ways: list[Way] = []
        end = 0.0
        for piece in filled:
            end = place(self.measure, piece, parts, ways)
        if shape.text_alignment not in ("auto", "baseline"):
            line_up(parts, shape.text_alignment, ascent, descent)
        if not slots.plain:
            _clip(parts, max(end, self.width - shape.right))
        cut = shape.lines.rule == "exact" and (solids or ascent > base + 1 or descent > high - base + 1)
        bars = tuple([tab.position for tab in shape.tabs if tab.alignment == "bar"])
        if cut:
            tell_line(parts, base, self.paragraph.place, self.context)
        drawing = Drawing(parts, high, base, slots.plain, ways, bars, cut, self.context)
        line = Line(high, base, end, drawing, then=_THEN.get(ended, ""))
        if start or slots.first:
            line.place = slots.place(start)
        if slots.events:
            low = bisect_left(slots.events, start, key=_SLOT)
            up = len(slots.events) if ended == "end" else bisect_left(slots.events, stop, key=_SLOT)
            here = [event for _, event in slots.events[low:up]]
            line.notes = tuple(event.note for event in here if isinstance(event, NoteMark))
            line.floats = tuple(event for event in here if isinstance(event, Float))
            drawing.names = tuple(event.name for event in here if isinstance(event, Bookmark))
        return line


def _waiting(place: Place, top: float) -> Line:
    return Line(0.0, 0.0, 0.0, _nothing, top=top, place=place, waits=True)


def _nothing(_canvas: Canvas, _x: float, _y: float) -> None:
    raise AssertionError("lines that wait are set before they are drawn")


def _clip(parts: Sequence[Part], limit: float) -> None:
    """Blanks at the end of a line run on beyond the margin; what is drawn under them ends there."""
    for part in reversed(parts):
        if part.x + part.width <= limit + NEAR:
            return
        part.width = max(limit - part.x, 0.0)
