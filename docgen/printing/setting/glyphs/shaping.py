"""Text → glyphs where each character does not simply have its own: HarfBuzz asks the font's own tables."""

from __future__ import annotations

from collections.abc import Iterator

import uharfbuzz as hb

from docgen.printing.faces import Face
from docgen.printing.setting.glyphs.scripts import DASH

#: Word joins no letters unless it is told to (w14:ligatures), and an ideograph's region is that of its face.
_FEATURES = {"liga": False, "clig": False, "dlig": False, "hlig": False}
_PLAIN = {**_FEATURES, "calt": False, "locl": False}


def shape(
    text: str, face: Face, language: str, *, kerned: bool, plain: bool, half: bool = False
) -> Iterator[tuple[str, int, int, int, int]]:
    """The glyphs of a text of one face, in the order in which they are drawn.

    kerned: from the size that w:kern says (17.3.2.19). half: with letters half as wide as ideographs. plain: each
    character has a glyph whatever its neighbours are.
    Of each glyph: the characters that it shows, "" where it belongs to the glyph before it; its number; how far it
    moves on; how far right and up it stands; in units of the face.
    """
    buffer = hb.Buffer()
    buffer.add_str(text if text.isascii() else _with_hyphens(text, face))
    buffer.guess_segment_properties()
    if text == DASH:
        buffer.script = "Hani"
    buffer.language = language or "zh-CN"
    hb.shape(face.font, buffer, {**(_PLAIN if plain else _FEATURES), "kern": kerned and not half, "hwid": half})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    before = -1
    for info, position in zip(infos, positions, strict=True):
        start = info.cluster
        characters = text[start : ends[start]] if start != before else ""
        before = start
        yield characters, info.codepoint, position.x_advance, position.x_offset, position.y_offset


def _with_hyphens(text: str, face: Face) -> str:
    """HarfBuzz finds blanks for a face that lacks theirs, but no hyphen for one that does not break."""
    for hyphen in "\u2010\u2011":
        if hyphen in text and not face.glyphs[hyphen]:
            text = text.replace(hyphen, "-")
    return text
