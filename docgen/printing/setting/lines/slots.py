"""A paragraph as one row of slots: a character, a tab, a break or a picture each, with its width.

Lines are cut out of the row by its sums of widths, whatever runs it is made of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from itertools import accumulate

from docgen.printing.reading.numbering import in_format
from docgen.printing.reading.tree import (
    Bookmark,
    Break,
    Float,
    Inline,
    Label,
    Look,
    Note,
    NoteMark,
    Number,
    Paragraph,
    Picture,
    Ruby,
    Shape,
    Tab,
    Text,
    TextBox,
)
from docgen.printing.setting.boxes import Context, Place
from docgen.printing.setting.glyphs.scripts import DASH, opens_blank
from docgen.printing.setting.glyphs.typesetter import Run
from docgen.printing.setting.lines.breaking import COLUMN, LINE, OBJECT, PAGE, TAB
from docgen.printing.setting.lines.compressing import compress
from docgen.printing.setting.lines.gridded import align
from docgen.printing.sheet import Canvas

#: The blank between scripts, in sizes of the ideograph beside it: a quarter in Word, a fifth in LibreOffice 7, so that
#: lines with many numbers may break one character apart.
BLANK = 0.25

_BREAKS = {"line": LINE, "page": PAGE, "column": COLUMN}


@dataclass(slots=True)
class Solid:
    """What is one slot and no character: a picture, a box, words with words above. `draw` puts it with its left end of
    the base line there."""

    width: float
    ascent: float
    descent: float
    draw: Callable[[Canvas, float, float], None]
    look: Look | None = None


@dataclass(slots=True)
class Calling(Run):
    """The mark of a note in the text."""

    note: Note | None = None


_RUN = tuple(each.name for each in fields(Run))
Thing = Run | Solid | Tab | Break


@dataclass(slots=True)
class Slots:
    """`text` has one character for each slot, `sums[n]` is the width before slot n. things[n] begins at starts[n].

    gaps: what stands after a slot only while the line goes on (17.3.1.2). stops: slots of tabs and breaks.
    events: what takes no room, with the slot it stands before. label: how many slots belong to the number.
    first: the number of the first inline; inlines: the first slot of each, and the end; more: whether inlines follow
    that are not among these; numbers: slots with the number of the page.
    """

    text: str
    advances: list[float]
    sums: list[float]
    starts: list[int]
    things: list[Thing]
    gaps: dict[int, float]
    stops: list[int]
    events: list[tuple[int, Bookmark | Float | NoteMark]]
    label: int = 0
    widened: bool = False  # advances are not those of the runs everywhere
    plain: bool = True  # no decorations, notes, links, solids: nothing but characters
    first: int = 0
    inlines: list[int] = field(default_factory=list)
    more: bool = False
    numbers: list[int] = field(default_factory=list)

    def thing(self, slot: int) -> Thing:
        return self.things[bisect_right(self.starts, slot) - 1]

    def place(self, slot: int) -> Place:
        """Of a slot, whatever the numbers before it say."""
        at = bisect_left(self.inlines, slot)
        if self.inlines[at] != slot:
            at = max(at - 1, 0)
        return self.first + at, slot - self.inlines[at]

    def slot(self, place: Place) -> int:
        return self.inlines[place[0] - self.first] + place[1]


#: Makes a solid of what is one piece.
MakeSolid = Callable[[Picture | TextBox | Ruby, Paragraph, Context], Solid]


class Filler:
    """Fills a row of slots from the inlines of a paragraph."""

    def __init__(self, paragraph: Paragraph, context: Context, solid: MakeSolid) -> None:
        self.solid = solid
        self.paragraph = paragraph
        self.shape: Shape = paragraph.shape
        self.context = context
        self.texts: list[str] = []
        self.advances: list[float] = []
        self.starts: list[int] = []
        self.things: list[Thing] = []
        self.gaps: dict[int, float] = {}
        self.stops: list[int] = []
        self.events: list[tuple[int, Bookmark | Float | NoteMark]] = []
        self.plain = True
        self.numbers: list[int] = []
        self.last: Run | None = None

    def filled(self, begin: int = 0, most: int | None = None) -> Slots:
        """begin: the inline to begin with, after the one before it, whose last character may matter to its first; most:
        so many slots are enough, or what stands before a break that ends a page or a column."""
        first = max(begin - 1, 0)
        label = self.paragraph.label if first == 0 else None
        if label is not None:
            self._label(label)
        count = len(self.advances)
        inlines: list[int] = []
        every, more = self.paragraph.inlines, False
        for number in range(first, len(every)):
            at = len(self.advances)
            if most is not None and (at >= most or (number > begin and _ends(every[number - 1]))):
                more = True
                break
            inlines.append(at)
            inline = every[number]
            if type(inline) is Text:
                self._text(inline.text, inline.look, inline.link, inline.target)
            else:
                self._other(inline)
        inlines.append(len(self.advances))
        text = "".join(self.texts)
        if self.context.document.compress.startswith("compress") and not text.isascii():
            compress(text, self.starts, self.things, self.advances, self.gaps)
        grid = self.context.grid
        if grid.cell:
            align(self.starts, self.things, self.advances, self.gaps, grid.cell)
        sums = list(accumulate(self.advances, initial=0.0))
        widened = bool(self.gaps or grid.add or grid.cell)
        plain = self.plain and label is None
        return Slots(
            text,
            self.advances,
            sums,
            self.starts,
            self.things,
            self.gaps,
            self.stops,
            self.events,
            count,
            widened,
            plain,
            first,
            inlines,
            more,
            self.numbers,
        )

    def _text(self, text: str, look: Look, link: str = "", target: str = "") -> None:
        for run in self.context.typesetter.runs(text, look, self.paragraph.place):
            if link or target:
                self.plain = False
                self._run(replace(run, link=link, target=target))
            else:
                self._run(run)

    def _run(self, run: Run) -> None:
        if not run.ids:
            return
        texts = run.texts
        if not isinstance(texts, str):
            # A glyph of several characters, or a character of several glyphs, which no line parts.
            texts = "".join(characters[:1] or "\u0301" for characters in texts)
        at = len(self.advances)
        look = run.look
        if look.underline or look.strike or look.background or look.boxed or look.emphasis:
            self.plain = False
        last = self.last
        if last is not None and last.east_asian is not run.east_asian:
            self._gap(at, last, run, self.texts[-1][-1], texts[0])
        self.starts.append(at)
        self.things.append(run)
        self.texts.append(texts)
        grid = self.context.grid
        if grid.add and look.snap:
            # The grid of characters (17.6.5) widens all of one kind alike.
            add = grid.add if run.east_asian else grid.latin
            both = 1 + (run.texts == [DASH])
            self.advances.extend([advance + add * both for advance in run.advances])
        else:
            self.advances.extend(run.advances)
        self.last = run

    def _gap(self, at: int, last: Run, run: Run, left: str, right: str) -> None:
        """The quarter of an em between an ideograph and a Latin letter or a digit (17.3.1.2, 17.3.1.3)."""
        shape = self.shape
        if not (shape.space_letters or shape.space_digits) or not opens_blank(left, right):
            return
        if self.context.grid.cell:  # the grid leaves its own
            return
        latin = left if run.east_asian else right
        ideograph = run if run.east_asian else last
        if shape.space_digits if latin.isdigit() else shape.space_letters:
            gap = ideograph.size * ideograph.look.scale * BLANK
            self.gaps[at - 1] = gap
            self.advances[at - 1] += gap

    def _single(self, character: str, thing: Thing, width: float) -> None:
        at = len(self.advances)
        self.starts.append(at)
        self.things.append(thing)
        self.texts.append(character)
        self.advances.append(width)
        self.last = None
        if character != OBJECT:
            self.stops.append(at)

    def _other(self, inline: Inline) -> None:
        context = self.context
        if isinstance(inline, Tab):
            self._single(TAB, inline, 0.0)
        elif isinstance(inline, Break):
            self._single(_BREAKS[inline.kind], inline, 0.0)
        elif isinstance(inline, Number):
            context.used_numbers.add(inline.of)
            if inline.of == "page":
                self.numbers.append(len(self.advances))
            numbers = context.numbers
            value = {"page": numbers.page, "pages": numbers.pages, "section": numbers.section}[inline.of]
            self._text(in_format(value, inline.format or numbers.format), inline.look)
        elif isinstance(inline, NoteMark):
            self.plain = False
            start = len(self.things)
            self.last = None  # a mark opens no blank beside it, whether it is a digit or not
            self._text(inline.text, inline.look)
            self.last = None
            # The note goes with its mark: it belongs to the line on which the mark ends.
            self.events.append((len(self.advances) - 1, inline))
            for at in range(start, len(self.things)):
                run = self.things[at]
                if isinstance(run, Run):
                    self.things[at] = Calling(**{name: getattr(run, name) for name in _RUN}, note=inline.note)
        elif isinstance(inline, Bookmark | Float):
            self.plain = False
            self.events.append((len(self.advances), inline))
        elif isinstance(inline, Picture | TextBox | Ruby):
            self.plain = False
            said, context.used_numbers = context.used_numbers, set()
            made = self.solid(inline, self.paragraph, context)
            if "page" in context.used_numbers:
                self.numbers.append(len(self.advances))
            said |= context.used_numbers
            context.used_numbers = said
            self._single(OBJECT, made, made.width)

    def _label(self, label: Label) -> None:
        """The number or bullet and what follows it (17.9.7, 17.9.28)."""
        self._text(label.text, label.look)
        if label.suffix == "tab":
            self._single(TAB, Tab(label.look), 0.0)
        elif label.suffix == "space":
            self._text(" ", label.look)
        self.last = None


def _ends(inline: Inline) -> bool:
    """Whether what follows stands on another page or in another column."""
    return isinstance(inline, Break) and inline.kind != "line"
