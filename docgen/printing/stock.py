"""Stock: what the glyphs of a letter are cut from.

A Chinese face has 65,000 glyphs in 20 MB, and HarfBuzz goes through all of them, and through all characters of the
face, to find the few hundred of a letter: 3 to 10 ms each time. So the frequent ones are cut out once, still under
their numbers in the face, and prepared (hb_subset_preprocess); to cut from those takes 0.2 ms. The outlines come
without subroutines, which are what would differ: so whatever is cut from stock is the same to the last byte as if it
were cut from the face itself, and deflated a seventh smaller than with them.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING

import uharfbuzz as hb

if TYPE_CHECKING:
    from docgen.printing.faces import Face

_FLAGS = (
    hb.SubsetFlags.DESUBROUTINIZE
    | hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NO_BIDI_CLOSURE
)
_LARGE = 20_000  # glyphs; a smaller face is cut as fast itself
_KEPT = frozenset(("CFF ", "CFF2", "glyf", "loca", "gvar", "fvar", "avar", "HVAR", "MVAR", "head", "hhea", "hmtx",
                   "maxp"))  # fmt: skip
#: What is frequent where: the characters of the country's first standard, by the end of a family's name.
_STANDARDS = {" tc": "big5", " hk": "big5hkscs", " hc": "big5hkscs", " jp": "euc_jp", " kr": "euc_kr"}
_ALWAYS = (range(0x20, 0x7F), range(0xA0, 0x180), range(0x2010, 0x2067), range(0x3000, 0x3040), range(0xFF00, 0xFFF0))
_PERHAPS = (range(0x370, 0x460), range(0x2000, 0x2700), range(0x3040, 0x3400), range(0x4E00, 0xA000),
            range(0xAC00, 0xD7A4), range(0xF900, 0xFB00))  # fmt: skip


class Stock:
    """Of one face. Prepared when glyphs are cut for the second time: what prints once need not wait for it."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._asked = 0
        self._prepared: tuple[hb.Face, frozenset[int]] | None = None
        self._lock = threading.Lock()

    def cut(self, glyphs: Collection[int], *, renumbered: bool = True) -> tuple[hb.Face, Mapping[int, int]]:
        """A face with these glyphs alone, and which glyph of the whole face each of its own was.

        renumbered: whether its glyphs are counted anew, without gaps.
        """
        # From a font that varies always from stock: there, it would not be the same to the last byte.
        if self._prepared is None and (self._asked or self._face.axes) and self._face.harfbuzz.glyph_count > _LARGE:
            self.prepare()
        self._asked += 1
        whole, prepared = self._face.harfbuzz, self._prepared
        source = prepared[0] if prepared and prepared[1].issuperset(glyphs) else whole
        flags = _FLAGS if renumbered else _FLAGS | hb.SubsetFlags.RETAIN_GIDS
        wanted = self._wanted(source, glyphs, flags)
        plan = hb.SubsetPlan(source, wanted)
        return plan.execute(), plan.new_to_old_glyph_mapping

    def prepare(self) -> None:
        """Cut out what is frequent: a tenth of a second for a large face."""
        with self._lock:
            if self._prepared is None:
                self._prepared = self._cut()

    def _cut(self) -> tuple[hb.Face, frozenset[int]]:
        whole, known = self._face.harfbuzz, self._face.font.get_nominal_glyph
        standard = _STANDARDS.get(self._face.family.lower()[-3:], "gb2312")
        glyphs = {glyph for code in frequent(standard) if (glyph := known(code))}
        cut = self._wanted(whole, glyphs, _FLAGS | hb.SubsetFlags.RETAIN_GIDS).subset(whole)
        return hb.subset_preprocess(hb.Face(cut.blob.data)), frozenset((0, *glyphs))

    def _wanted(self, source: hb.Face, glyphs: Collection[int], flags: hb.SubsetFlags) -> hb.SubsetInput:
        """These glyphs, and of the tables what draws them: text is shaped before, and hints are for screens."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        if "fvar" in source.table_tags:
            flags |= hb.SubsetFlags.DOWNGRADE_CFF2
            wanted.pin_all_axes_to_default(source)
            for axis, place in self._face.axes.items():
                wanted.pin_axis_location(source, axis, place)
        wanted.flags = flags
        for table in source.table_tags:
            if table not in _KEPT:
                wanted.drop_table_tag_set.add(int.from_bytes(table.encode(), "big"))
        return wanted


@cache
def frequent(standard: str) -> frozenset[int]:
    """Characters of a national standard (a codec of Python's), Latin letters with accents, common punctuation."""
    perhaps = "".join(map(chr, (code for codes in _PERHAPS for code in codes)))
    known = perhaps.encode(standard, "ignore").decode(standard, "ignore")
    return frozenset((*map(ord, known), *(code for codes in _ALWAYS for code in codes)))


__all__ = ["Stock", "frequent"]
