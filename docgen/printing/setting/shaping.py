"""Text → glyphs where each character does not simply have its own: HarfBuzz asks the font's own tables."""

from __future__ import annotations

from collections.abc import Iterator

import uharfbuzz as hb

from docgen.printing.faces import Face

#: Word joins no letters unless it is told to (w14:ligatures), and kerns from the size that w:kern says (17.3.2.19).
_FEATURES = {"liga": False, "clig": False, "dlig": False, "hlig": False}


def shape(text: str, face: Face, language: str, *, kerned: bool) -> Iterator[tuple[str, int, int, int, int]]:
    """The glyphs of a text of one face, in the order in which they are drawn.

    Of each: the characters that it shows, "" where it belongs to the glyph before it; its number; how far it moves on;
    how far right and up it stands; in units of the face.
    """
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language or "zh-CN"
    hb.shape(face.font, buffer, {**_FEATURES, "kern": kerned})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    before = -1
    for info, position in zip(infos, positions, strict=True):
        start = info.cluster
        characters = text[start : ends[start]] if start != before else ""
        before = start
        yield characters, info.codepoint, position.x_advance, position.x_offset, position.y_offset
