"""Faces: one cut of one design in a font file, with its glyphs, their widths and the height of its lines."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from docgen.printing.stock import Stock

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_OUTLINES = {"glyf", "CFF ", "CFF2"}
_FAMILY_NAMES = (1, 16)  # of the name table: family, typographic family
_ITALIC, _BOLD, _TYPOGRAPHIC, _OBLIQUE = 0x01, 0x20, 0x80, 0x200  # OS/2 fsSelection
_REGULAR, _SEMIBOLD, _HEAVY = 400, 600, 700  # usWeightClass


@dataclass(frozen=True, eq=False)
class Face:
    """One face of a family in a font file. Opened when first asked for its characters.

    names: what files may call it, in every language of its name table, as `key` writes them.
    axes: where it stands in a font that varies, as of its weight; what is not named stands where the font has it.
    """

    family: str
    bold: bool
    italic: bool
    path: Path
    index: int
    names: tuple[str, ...] = ()
    axes: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def harfbuzz(self) -> hb.Face:
        """The face as HarfBuzz has it, to shape and to cut with. Its file is mapped, not read."""
        return hb.Face(hb.Blob.from_file_path(self.path), self.index)

    @cached_property
    def font(self) -> hb.Font:
        """To ask for glyphs and widths, in units of the face."""
        font = hb.Font(self.harfbuzz)
        if self.axes:
            font.set_variations(dict(self.axes))
        return font

    @cached_property
    def stock(self) -> Stock:
        """What its glyphs are cut from when a file is written."""
        return Stock(self)

    @cached_property
    def em(self) -> int:
        """How many units of the face its size has."""
        return int(self.harfbuzz.upem)

    @cached_property
    def glyphs(self) -> Glyphs:
        """By character: its nominal glyph and the width of that in sizes; None where the face has no such character."""
        return Glyphs(self)

    @cached_property
    def extents(self) -> tuple[float, float]:
        """Ascent and descent of a line at single spacing, in sizes; what is added between lines counts as ascent.

        As Windows reads them: the win metrics of OS/2 with the line gap as far as hhea has more than they, or the
        typographic ones where the face asks for them (OpenType, "Recommendations", baseline to baseline distances).
        """
        found = self.font.get_font_extents("ltr")  # hhea, or the typographic ones where the face asks for them
        ascent, descent, gap = found.ascender, -found.descender, found.line_gap
        table = self.harfbuzz.reference_table("OS/2").data
        if len(table) >= 78 and not _selection(table) & _TYPOGRAPHIC:
            win_ascent, win_descent = struct.unpack_from(">2H", table, 74)
            if win_ascent + win_descent:
                gap = max(0, gap - (win_ascent + win_descent - (ascent + descent)))
                ascent, descent = win_ascent, win_descent
        return (ascent + gap) / self.em, descent / self.em

    @property
    def line(self) -> float:
        """Height of a line at single spacing, in font sizes."""
        return sum(self.extents)


class Glyphs(dict[str, tuple[int, float] | None]):
    """The characters of a face, looked up when first asked for: Chinese faces have 65,000, and a letter 400."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._font, self._em = face.font, face.em

    def __missing__(self, character: str) -> tuple[int, float] | None:
        glyph = self._font.get_nominal_glyph(ord(character))
        found = self[character] = (glyph, self._font.get_glyph_h_advance(glyph) / self._em) if glyph else None
        return found


@dataclass(frozen=True, eq=False)
class Family:
    """A family as the press knows it; `stands_for` is set where it stands in for another font.

    line: height of a line at single spacing, in sizes, of the font that a file names.
    """

    name: str
    faces: tuple[Face, ...]
    line: float
    heavy: bool = False
    stands_for: str = ""
    _nearest: dict[tuple[bool, bool], Face] = field(default_factory=dict, repr=False)

    def face(self, *, bold: bool, italic: bool) -> Face:
        """The face nearest to what is asked for; the slant gives way before the weight."""
        if (found := self._nearest.get((bold, italic))) is None:
            found = min(self.faces, key=lambda face: (face.bold != bold, face.italic != italic))
            self._nearest[bold, italic] = found
        return found

    def extents(self, face: Face) -> tuple[float, float]:
        """Ascent and descent of a line, in sizes: its height, parted as the face parts its own."""
        ascent, descent = face.extents
        factor = self.line / (ascent + descent) if ascent + descent else 1.0
        return ascent * factor, descent * factor


def key(name: str) -> str:
    """A name of a font as it is compared: without case, and without the full width of letters (ＭＳ 明朝).

    Of a list, the first (other programs write "宋体;SimSun"); "@宋体" is 宋体 turned for vertical text, which the page
    does itself.
    """
    return unicodedata.normalize("NFKC", name).partition(";")[0].strip(" '\"").removeprefix("@").casefold()


def faces_in(*folders: Path) -> Iterator[Face]:
    """The faces of all font files in these folders and theirs. A file that is no font has none."""
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in _ENDINGS:
                yield from _faces_of(path)


def _faces_of(path: Path) -> Iterator[Face]:
    try:
        blob = hb.Blob.from_file_path(path)
    except (hb.HarfBuzzError, OSError):
        return
    for index in range(hb.Face(blob, 0).count):
        face = hb.Face(blob, index)
        # A face of pictures alone (emoji), or of paint, would print as boxes: it has no outlines to print.
        if _OUTLINES.intersection(face.table_tags) and not (face.has_color_paint or face.has_color_png):
            yield from _styles(face, path, index)


def _styles(face: hb.Face, path: Path, index: int) -> Iterator[Face]:
    """The face; of one that varies in weight, its regular and its bold (OpenType, "fvar" and the axis wght)."""
    names = {}
    for entry in face.list_names():
        if entry.name_id in _FAMILY_NAMES and (name := face.get_name(entry.name_id, entry.language)):
            names[int(entry.name_id), entry.language] = name
    family = names.get((1, "en")) or next((names[key] for key in sorted(names) if key[0] == 1), path.stem)
    called = tuple(dict.fromkeys(map(key, names.values())))
    table = face.reference_table("OS/2").data
    selection = _selection(table) if len(table) >= 64 else 0
    bold, italic = bool(selection & _BOLD), bool(selection & (_ITALIC | _OBLIQUE))
    weights = next(((axis.min_value, axis.max_value) for axis in face.axis_infos if axis.tag == "wght"), None)
    if not weights:
        yield Face(family, bold, italic, path, index, called)
        return
    least, most = weights
    family = names.get((16, "en"), family)
    yield Face(family, False, italic, path, index, called, {"wght": min(max(_REGULAR, least), most)})
    if most >= _SEMIBOLD:
        yield Face(family, True, italic, path, index, called, {"wght": min(_HEAVY, most)})


def _selection(table: bytes) -> int:
    return int.from_bytes(table[62:64], "big")


__all__ = ["Face", "Family", "Glyphs", "faces_in", "key"]
