"""Text → runs: each stretch of characters in the face that Word would take, with the glyphs and widths of that face."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.errors import Finding, WordPlace
from docgen.printing.fonts import Face, Fonts
from docgen.printing.reading.tree import Look


@dataclass(slots=True)
class Run:
    """Characters of one look, one face and one script. Parallel: texts[n] is shown by glyph ids[n], advances[n] wide.

    texts: a str where each glyph is one character (almost always); else strings, "" for a glyph that belongs to the one
    before it, where no line breaks. advances: points, with letter spacing and scaling, without justification.
    size: as drawn, in points (smaller for subscripts and small capitals). rise: of the base line, upwards.
    ascent, descent: of a line of this run at single spacing; they count the size of the text around, not of a subscript.
    """

    texts: Sequence[str]
    ids: Sequence[int]
    advances: Sequence[float]
    face: Face
    look: Look
    size: float
    east_asian: bool
    ascent: float
    descent: float
    rise: float = 0.0
    offsets: Mapping[int, tuple[float, float]] | None = None
    slant: float = 0.0
    thicken: float = 0.0
    link: str = ""
    target: str = ""


class Typesetter:
    """Chooses faces and finds glyphs; collects what it notices about fonts and characters. One for each document."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.findings: list[Finding] = []

    def runs(self, text: str, look: Look, place: WordPlace) -> list[Run]:
        """Text of one look in runs; a character that no font has is told, with its place."""
        raise NotImplementedError

    def mark(self, look: Look, *, east_asian: bool) -> Run:
        """A run without characters: the height of a line of that look (an empty paragraph)."""
        raise NotImplementedError
