"""Paragraphs in one line, and a look at their lines.

paragraph("甲方", TAB, "乙方", align="both")   →  a paragraph
lines(paragraph(…), 200)                      →  its lines, with the place of every character in points
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from docgen.errors import WordPlace
from docgen.printing import fonts
from docgen.printing.reading.tree import (
    Break,
    Document,
    Grid,
    Inline,
    Label,
    Look,
    Paragraph,
    Shape,
    Tab,
    Text,
)
from docgen.printing.setting.boxes import Context, Line, Numbers, Room
from docgen.printing.setting.glyphs.typesetter import Typesetter
from docgen.printing.setting.lines.paragraphs import set_paragraph
from docgen.printing.sheet import Canvas, Fill, Glyphs, Group, Mark, Sheet, Stroke, Tag

#: Ten points: an ideograph is 10 wide, a digit 5, a line of ideographs 14.37 high, one of Latin letters 11.5.
LOOK = Look(ascii="Liberation Serif", east_asia="Noto Serif CJK SC", size=10.0)
TAB = Tab(LOOK)
BREAK = Break("line", LOOK)
PLACE = WordPlace("word/document.xml", 1)


@cache
def typesetter() -> Typesetter:
    return Typesetter(fonts.prepare())


def context(*, grid: Grid | None = None, numbers: Numbers | None = None, **document: Any) -> Context:
    return Context(typesetter(), Document((), **document), grid or Grid(), numbers or Numbers())


def look(**changes: Any) -> Look:
    return replace(LOOK, **changes)


def text(words: str, link: str = "", target: str = "", **changes: Any) -> Text:
    """Words of a look that differs from the plain one."""
    return Text(words, replace(LOOK, **changes) if changes else LOOK, link, target)


def paragraph(*inlines: Inline | str, label: Label | None = None, mark: Look = LOOK, **shape: Any) -> Paragraph:
    made = tuple(Text(inline, LOOK) if isinstance(inline, str) else inline for inline in inlines)
    return Paragraph(made, Shape(**shape), mark, PLACE, label)


@dataclass
class Set:
    """Lines as they were drawn at (0, 0)."""

    lines: list[Line]
    sheet: Sheet
    tag: Tag

    @property
    def texts(self) -> list[str]:
        """What each line says, blanks at its end excepted."""
        found = ["" for _ in self.lines]
        for glyphs in sorted(self.glyphs(), key=lambda mark: mark.x):
            at = max((n for n, line in enumerate(self.lines) if line.top <= glyphs.y + 0.01), default=0)
            found[at] += "".join(glyphs.texts)
        return [words.rstrip() for words in found]

    def glyphs(self) -> list[Glyphs]:
        return [mark for mark in _flat(self.sheet.marks) if isinstance(mark, Glyphs)]

    def strokes(self) -> list[Stroke]:
        return [mark for mark in _flat(self.sheet.marks) if isinstance(mark, Stroke)]

    def fills(self) -> list[Fill]:
        return [mark for mark in _flat(self.sheet.marks) if isinstance(mark, Fill)]

    def characters(self) -> Iterator[tuple[str, float, float, float]]:
        """Each character with where it begins, where it ends, and its base line."""
        for glyphs in self.glyphs():
            x = glyphs.x
            for words, advance in zip(glyphs.texts, glyphs.advances, strict=True):
                yield words, x, x + advance, glyphs.y
                x += advance

    def height_of(self, line: int) -> float:
        return self.lines[line].height

    def left(self, words: str, nth: int = 0) -> float:
        """Where words begin."""
        return self._found(words, nth)[0][1]

    def right(self, words: str, nth: int = 0) -> float:
        return self._found(words, nth)[-1][2]

    def base(self, words: str, nth: int = 0) -> float:
        """The base line of words, from the top of the paragraph."""
        return self._found(words, nth)[0][3]

    def _found(self, words: str, nth: int) -> Sequence[tuple[str, float, float, float]]:
        every = list(self.characters())
        said = "".join(character for character, *_ in every)
        at = -1
        for _ in range(nth + 1):
            at = said.find(words, at + 1)
        assert at >= 0, f"{words!r} is not in {said!r}"
        return every[at : at + len(words)]


def _flat(marks: Sequence[Mark]) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, Group):
            for inner in _flat(mark.marks):
                if isinstance(inner, Glyphs):
                    yield replace(inner, x=inner.x + mark.x, y=inner.y + mark.y)
                else:
                    yield inner
        else:
            yield mark


def lines(block: Paragraph, width: float, around: Context | None = None, room: Room | None = None) -> Set:
    """Set a paragraph and draw it at (0, 0)."""
    done = set_paragraph(block, width, around or context(), room)
    sheet = Sheet(1000, 1000)
    canvas = Canvas(sheet, 0)
    tag = canvas.tag = Tag("P")
    for line in done.lines:
        line.draw(canvas, 0.0, line.top)
    return Set(done.lines, sheet, tag)
