"""Footnotes at the foot of a page or column (ECMA-376-1, 17.11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docgen.printing.reading.tree import Look, Note, Paragraph
from docgen.printing.setting.boxes import Context
from docgen.printing.setting.stacks.stacking import LEEWAY, Stacked, stack
from docgen.printing.sheet import Canvas, Stroke, Tag

#: The separator that Word draws unless told otherwise: two inches long, in a line of its own (17.11.23); above what
#: goes on from the page before it is as long as the text is wide (17.11.1).
_LENGTH = 144.0
_THICKNESS = 0.5


@dataclass(slots=True)
class Separator:
    """The line between text and notes, in the middle of a line of its own."""

    height: float
    length: float = _LENGTH
    notes: Sequence[Note] = ()

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        middle = y + self.height / 2
        with canvas.tagged(None):
            canvas.put(Stroke(((x, middle), (x + self.length, middle)), _THICKNESS, "#000000"))

    def split(self, room: float, *, anyway: bool = False) -> None:
        """A line stays whole."""


@dataclass(slots=True)
class FootNote:
    """A note, or the part of it that stands on one page."""

    note: Note
    stack: Stacked
    goes_on: bool = False


class Foot:
    """The notes of a document. `carried`: what did not fit on the pages so far."""

    def __init__(self, root: Tag, *, tagged: bool = True) -> None:
        self.carried: list[FootNote] = []
        self._root = root
        self._tagged = tagged
        self._tags: dict[str, Tag] = {}
        self._set: dict[tuple[str, float], Stacked] = {}

    def notes(self, called: Iterable[Note], width: float, context: Context) -> list[FootNote]:
        """The footnotes among those that a line or a row calls, set once."""
        found = []
        for note in called:
            if note.kind != "footnote":
                continue
            key = (note.identity, width)
            if key not in self._set:
                self._set[key] = stack(note.blocks, width, context)
            found.append(FootNote(note, self._set[key]))
        return found

    def height(self, notes: Sequence[FootNote], context: Context) -> float:
        """Of notes with the separator above them."""
        if not notes:
            return 0.0
        return self._above(notes, context).height + sum(note.stack.height for note in notes)

    def fitted(self, notes: Sequence[FootNote], room: float, context: Context, *, alone: bool) -> list[FootNote]:
        """As much of these notes as fits in `room`; the rest is carried on. `alone`: to a page with nothing else, where
        something has to stand whatever its height."""
        left = room - (self._above(notes, context).height if notes else 0.0)
        fitting: list[FootNote] = []
        self.carried = []
        for at, note in enumerate(notes):
            if note.stack.height <= left + LEEWAY:
                fitting.append(note)
                left -= note.stack.height
                continue
            parts = note.stack.split(left) or (note.stack.split(left, anyway=True) if alone and not fitting else None)
            if parts:
                fitting.append(FootNote(note.note, parts[0], note.goes_on))
                self.carried = [FootNote(note.note, parts[1], True), *notes[at + 1 :]]
            elif alone and not fitting:
                fitting.append(note)
                self.carried = list(notes[at + 1 :])
            else:
                self.carried = list(notes[at:])
            break
        return fitting

    def draw(
        self, canvas: Canvas, x: float, bottom: float, width: float, notes: Sequence[FootNote], context: Context
    ) -> None:
        """Notes that end at `bottom`."""
        if not notes:
            return
        y = bottom - self.height(notes, context)
        separator = self._above(notes, context, width)
        separator.draw(canvas, x, y)
        y += separator.height
        for note in notes:
            with canvas.tagged(self.tag(note.note) if self._tagged else None):
                note.stack.draw(canvas, x, y)
            y += note.stack.height

    def tag(self, note: Note) -> Tag:
        """Of a note, when it is put for the first time."""
        if note.identity not in self._tags:
            self._tags[note.identity] = self._root.child("Note")
        return self._tags[note.identity]

    def _above(self, notes: Sequence[FootNote], context: Context, width: float = _LENGTH) -> Separator | Stacked:
        """Word's line, or what the file has in its place, in the width of the notes."""
        first = notes[0]
        kind = "footnote continued" if first.goes_on else "footnote"
        if (blocks := context.document.separators.get(kind)) is not None:
            key = (kind, first.stack.width)
            if key not in self._set:
                self._set[key] = stack(blocks, first.stack.width, context)
            return self._set[key]
        return Separator(line_height(first.note, context), width if first.goes_on else min(_LENGTH, width))


def line_height(note: Note, context: Context) -> float:
    """The line of a separator: as high as one of the note."""
    first = note.blocks[0] if note.blocks else None
    look = first.mark if isinstance(first, Paragraph) else Look()
    run = context.typesetter.mark(look, east_asian=False)
    return run.ascent + run.descent
