"""Font files as what they are cut from: opened once, with what a PDF says about a font.

HarfBuzz looks through the 44,000 characters of a Chinese font each time it cuts glyphs from it, though it is asked for
glyphs: 2 ms of 4. So it is given a face of outlines and metrics alone.
"""

from __future__ import annotations

import string
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from docgen.printing.writing.charset import is_keyed_by_identifiers

#: What is cut: the outlines, what they need, and their widths. Hints (cvt, fpgm, prep) go.
_KEPT = ("CFF ", "CFF2", "glyf", "loca", "head", "hhea", "hmtx", "maxp", "fvar", "gvar", "avar", "HVAR", "MVAR")
_IN_NAMES = frozenset(string.ascii_letters + string.digits + "-_")
_PACKED = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE
_MOST_OPEN = 24  # faces: a Chinese one takes 20 MB while it is open


@dataclass(frozen=True, slots=True)
class Source:
    """A face to cut glyphs from. All measures in thousandths of the font size.

    widths: of each glyph. cff: whether its outlines are CFF; keyed: whether the glyphs can be given new numbers.
    """

    face: hb.Face
    name: str
    widths: list[int]
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
    varies: bool


@lru_cache(maxsize=_MOST_OPEN)
def source(path: Path, index: int) -> Source:
    """The face in a font file."""
    whole = hb.Face(hb.Blob.from_file_path(str(path)), index)
    present = set(whole.table_tags)
    tables = {tag: bytes(whole.reference_table(tag).data) for tag in _KEPT if tag in present}
    face = hb.Face.create_for_tables(lambda _, tag, __: tables.get(tag, b""), None)
    scale = 1000 / whole.upem
    head, hhea = tables["head"], tables["hhea"]
    os2 = bytes(whole.reference_table("OS/2").data) if "OS/2" in present else b""
    post = bytes(whole.reference_table("post").data) if "post" in present else b""
    xs = struct.unpack_from(">4h", head, 36)
    ascent, descent = struct.unpack_from(">2h", hhea, 4)
    family_class = struct.unpack_from(">h", os2, 30)[0] >> 8 if os2 else 0
    return Source(
        face=face,
        name=_name(whole, path),
        widths=_widths(tables, whole.glyph_count, scale),
        box=(round(xs[0] * scale), round(xs[1] * scale), round(xs[2] * scale), round(xs[3] * scale)),
        ascent=round(ascent * scale),
        descent=round(descent * scale),
        capitals=round((struct.unpack_from(">h", os2, 88)[0] if len(os2) >= 90 else ascent) * scale),
        weight=struct.unpack_from(">H", os2, 4)[0] if os2 else 400,
        italic_angle=struct.unpack_from(">i", post, 4)[0] / 65536 if post else 0.0,
        serif=1 <= family_class <= 7,
        fixed=bool(post and struct.unpack_from(">I", post, 12)[0]),
        cff="glyf" not in tables,
        keyed="glyf" in tables or ("CFF " in tables and is_keyed_by_identifiers(tables["CFF "])),
        varies="fvar" in tables,
    )


def cut(of: Source, glyphs: list[int]) -> tuple[hb.Face, Mapping[int, int]]:
    """The face with these glyphs alone, and which glyph of the whole face each of them was."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    flags = _PACKED
    if not of.keyed:
        flags |= hb.SubsetFlags.RETAIN_GIDS
    if of.varies:
        wanted.pin_all_axes_to_default(of.face)
        flags |= hb.SubsetFlags.DOWNGRADE_CFF2
    wanted.flags = flags
    plan = hb.SubsetPlan(of.face, wanted)
    return plan.execute(), plan.new_to_old_glyph_mapping


def _name(face: hb.Face, path: Path) -> str:
    """Its PostScript name (9.6.2.1 asks for it); the name of the file where it has none."""
    words = face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or path.stem
    return "".join(character for character in words if character in _IN_NAMES)


def _widths(tables: Mapping[str, bytes], glyphs: int, scale: float) -> list[int]:
    """Whole numbers: some readers cut decimals off, and would draw each letter a little too far to the left."""
    count = struct.unpack_from(">H", tables["hhea"], 34)[0]
    metrics = tables["hmtx"]
    widths: list[int] = [round(width * scale) for width in struct.unpack_from(f">{2 * count}H", metrics)[::2]]
    return widths + widths[-1:] * (glyphs - count)
