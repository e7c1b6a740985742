"""What a PDF says of a face: its name, its measures, and how its glyphs can be called (ISO 32000-1, 9.8)."""

from __future__ import annotations

import string
import struct
from dataclasses import dataclass, field
from functools import lru_cache

import uharfbuzz as hb

from docgen.printing.fonts import Face
from docgen.printing.writing.charset import is_keyed_by_identifiers

_IN_NAMES = frozenset(string.ascii_letters + string.digits + "-_")
_MOST_KEPT = 256  # faces


@dataclass(frozen=True, slots=True)
class Source:
    """A face to cut glyphs from. All measures in thousandths of the font size.

    cff: whether its outlines are CFF. keyed: whether its glyphs can be given other numbers. widths: of the glyphs that
    were asked for so far; whole numbers, for some readers cut decimals off, and would draw each letter a little too far
    to the left.
    """

    name: str
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    capitals: int
    weight: int
    italic_angle: float
    serif: bool
    fixed: bool
    cff: bool
    keyed: bool
    widths: dict[int, int] = field(default_factory=dict)


@lru_cache(maxsize=_MOST_KEPT)
def source(face: Face) -> Source:
    """What there is to say of a face; read from its file once."""
    whole = face.harfbuzz
    present, scale = set(whole.table_tags), 1000 / whole.upem

    def table(tag: str, length: int) -> bytes:
        """A table; nothing where it is absent or too short to be read."""
        content = bytes(whole.reference_table(tag).data) if tag in present else b""
        return content if len(content) >= length else b""

    head, hhea, os2, post = table("head", 54), table("hhea", 36), table("OS/2", 68), table("post", 32)
    ascent, descent = struct.unpack_from(">2h", hhea, 4) if hhea else (880, -120)
    edges = struct.unpack_from(">4h", head, 36) if head else (0, descent, whole.upem, ascent)
    left, bottom, right, top = (round(edge * scale) for edge in edges)
    weight = struct.unpack_from(">H", os2, 4)[0] if os2 else 400
    return Source(
        name=_name(face),
        box=(left, bottom, right, top),
        ascent=round(ascent * scale),
        descent=round(descent * scale),
        capitals=round((struct.unpack_from(">h", os2, 88)[0] if len(os2) >= 90 else ascent) * scale),
        weight=int(face.axes.get("wght", weight)),
        italic_angle=struct.unpack_from(">i", post, 4)[0] / 65536 if post else 0.0,
        serif=bool(os2) and 1 <= os2[30] <= 7,  # the first byte of sFamilyClass
        fixed=bool(post and struct.unpack_from(">I", post, 12)[0]),
        cff="glyf" not in present,
        keyed="glyf" in present or is_keyed_by_identifiers(table("CFF ", 4)),
    )


def _name(face: Face) -> str:
    """Its PostScript name (9.6.2.1 asks for it); its family where it has none."""
    words = face.harfbuzz.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.family
    return "".join(character for character in words if character in _IN_NAMES) or "Font"
