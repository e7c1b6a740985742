"""What stands on the pages of a PDF: every character with its place, in the order in which it was painted."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

#: Points; a line of dots is as long as its tab, and is drawn by some programs and set by others.
LEADERS, SHORTEST_LEADER = frozenset(".·-_"), 4
#: PDFium gives this for a hyphen at the end of a line; these are not said but obeyed.
HYPHEN, SILENT = "\x02", frozenset("\u00ad\u200b\ufeff\ufffe\x00")
#: Symbol fonts put their signs where Unicode has none (17.3.3.30): what the usual ones show.
SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf06e": "■", "\uf06c": "●", "\uf076": "❖",
    "\uf0fe": "☑", "\uf0a8": "□", "\uf052": "☑", "\uf0b1": "±",
}  # fmt: skip
#: Characters that are read alike, because fonts show them with one glyph.
ALIKE = {
    "\u2011": "-", "\u2010": "-", "\u00a0": "", "\u2215": "/", "\u2022": "•", "\u30fb": "·", "\u2027": "·",
    "\u2015": "—", "\u25aa": "▪", "☐": "□", "◻": "□", "◾": "▪", "➔": "➢", "⮚": "➢", "\u03bc": "µ", "\u2126": "Ω",
}  # fmt: skip
_SHARED_GLYPHS = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0xFB00, 0xFB07), range(0x2F800, 0x2FA20))


@dataclass(frozen=True, slots=True)
class Sign:
    """A character; (x, y) is where its base line begins, in points from the top left corner of page `page` (from 0)."""

    text: str
    page: int
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Proof:
    """The signs of a PDF in the order of painting, and the sizes of its pages in points."""

    signs: list[Sign]
    sizes: list[tuple[float, float]]

    @property
    def pages(self) -> int:
        return len(self.sizes)


def read(pdf: bytes) -> Proof:
    """Blanks, leaders and soft hyphens are left out: they are spread, not said."""
    signs: list[Sign] = []
    sizes = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            sizes.append(page.get_size())
            words = page.get_textpage()
            signs += _without_leaders(_signs(words, number, page.get_height()))
            words.close()
            page.close()
    return Proof(signs, sizes)


def _signs(words: pypdfium2.PdfTextPage, number: int, height: float) -> Iterator[Sign]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(words.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(words, at))
        if character.isspace() or character in SILENT or raw.FPDFText_IsGenerated(words, at) == 1:
            continue
        raw.FPDFText_GetCharOrigin(words, at, x, y)
        for plain in plainly(character):
            yield Sign(plain, number, x.value, height - y.value, raw.FPDFText_GetFontSize(words, at))


def plainly(character: str) -> str:
    """A character as it is read: ligatures apart, radicals as the ideographs that they are."""
    if character == HYPHEN:
        return "-"
    if any(ord(character) in alike for alike in _SHARED_GLYPHS):
        return unicodedata.normalize("NFKC", character)
    return ALIKE.get(character) or SYMBOLS.get(character, character)


def _without_leaders(signs: Iterable[Sign]) -> Iterator[Sign]:
    for (text, _), same in groupby(signs, lambda sign: (sign.text, round(sign.y))):
        alike = list(same)
        if text not in LEADERS or len(alike) < SHORTEST_LEADER:
            yield from alike


def breaks_between(one: Sign, other: Sign) -> bool:
    """Whether a line ends between two signs painted one after the other: their base lines are not one."""
    return one.page != other.page or abs(one.y - other.y) > 0.6 * max(one.size, other.size)
