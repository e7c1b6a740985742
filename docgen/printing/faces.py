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
_IDEOGRAPHS = 0x2E80
_EAST_ASIAN = 0b1111 << 17  # OS/2 ulCodePageRange1: Japanese, Chinese, Korean, Chinese of Taiwan

#: What Word leaves between lines of an East Asian font, of the height of its letters: half above, half below. So its
#: pages measure (Malgun Gothic, Yu Mincho, MS Mincho, Hiragino Sans), and LibreOffice adds as much on Windows.
BETWEEN = 0.3


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
    _forms: dict[tuple[str, bool], Forms] = field(default_factory=dict, repr=False)

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
        Of an East Asian face Word takes ascender and descender of hhea, never its line gap, and leaves `BETWEEN`.
        """
        if self.east_asian:
            return with_leading(*self._hhea)
        found = self.font.get_font_extents("ltr")  # hhea, or the typographic ones where the face asks for them
        ascent, descent, gap = found.ascender, -found.descender, found.line_gap
        table = self.harfbuzz.reference_table("OS/2").data
        if len(table) >= 78 and not _selection(table) & _TYPOGRAPHIC:
            win_ascent, win_descent = struct.unpack_from(">2H", table, 74)
            if win_ascent + win_descent:
                gap = max(0, gap - (win_ascent + win_descent - (ascent + descent)))
                ascent, descent = win_ascent, win_descent
        return (ascent + gap) / self.em, descent / self.em

    @cached_property
    def east_asian(self) -> bool:
        """Whether it says that it is made for Chinese, Japanese or Korean text."""
        table = self.harfbuzz.reference_table("OS/2").data
        return len(table) >= 82 and bool(int.from_bytes(table[78:82], "big") & _EAST_ASIAN)

    @property
    def line(self) -> float:
        """Height of a line at single spacing, in font sizes."""
        return sum(self.extents)

    @property
    def _hhea(self) -> tuple[float, float]:
        ascender, descender = struct.unpack_from(">2h", self.harfbuzz.reference_table("hhea").data, 4)
        return ascender / self.em, -descender / self.em

    def forms(self, language: str, *, squared: bool = False) -> Mapping[str, tuple[int, float] | None]:
        """`glyphs` as they are in East Asian text of a language: a dash as wide as an ideograph ("locl"). squared:
        letters half as wide as those ("hwid") and signs as wide as they ("fwid"), as far as the face has such."""
        if (known := self._forms.get((language, squared))) is None:
            known = self._forms[language, squared] = Forms(self, language, squared=squared)
        return known


class Glyphs(dict[str, tuple[int, float] | None]):
    """The characters of a face, looked up when first asked for: Chinese faces have 65,000, and a letter 400."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._font, self._em = face.font, face.em

    def __missing__(self, character: str) -> tuple[int, float] | None:
        glyph = self._font.get_nominal_glyph(ord(character))
        found = self[character] = (glyph, self._font.get_glyph_h_advance(glyph) / self._em) if glyph else None
        return found


class Forms(dict[str, tuple[int, float] | None]):
    """The characters of a face as its own tables form them for a language (OpenType, "GSUB"), looked up when first
    asked for. Of ideographs they are not asked."""

    def __init__(self, face: Face, language: str, *, squared: bool) -> None:
        super().__init__()
        self._face, self._language, self._squared = face, language or "zh-CN", squared

    def __missing__(self, character: str) -> tuple[int, float] | None:
        found = self._face.glyphs[character]
        if found and ord(character) < _IDEOGRAPHS:
            buffer = hb.Buffer()
            buffer.add_str(character)
            buffer.guess_segment_properties()
            buffer.direction, buffer.script, buffer.language = "ltr", "Hani", self._language
            features = {"hwid" if character.isascii() else "fwid": True} if self._squared else {}
            hb.shape(self._face.font, buffer, features)
            glyph, position = buffer.glyph_infos[0], buffer.glyph_positions[0]
            if len(buffer.glyph_infos) == 1 and position.x_advance:
                found = glyph.codepoint, position.x_advance / self._face.em
        self[character] = found
        return found


@dataclass(frozen=True, eq=False)
class Family:
    """A family as the press knows it; `stands_for` is set where it stands in for another font.

    line: height of a line at single spacing, in sizes, of the font that a file names; parts: ascent and descent of
    that, where they are known. half: the Latin letters of the font that is named are half as wide as its ideographs.
    """

    name: str
    faces: tuple[Face, ...]
    line: float
    parts: tuple[float, float] | None = None
    heavy: bool = False
    half: bool = False
    stands_for: str = ""
    _nearest: dict[tuple[bool, bool], Face] = field(default_factory=dict, repr=False)

    def face(self, *, bold: bool, italic: bool) -> Face:
        """The face nearest to what is asked for; the slant gives way before the weight."""
        if (found := self._nearest.get((bold, italic))) is None:
            found = min(self.faces, key=lambda face: (face.bold != bold, face.italic != italic))
            self._nearest[bold, italic] = found
        return found

    def extents(self, face: Face) -> tuple[float, float]:
        """Ascent and descent of a line, in sizes: as the font that is named has them, or else its height, parted as the
        face parts its own."""
        if self.parts:
            return self.parts
        ascent, descent = face.extents
        factor = self.line / (ascent + descent) if ascent + descent else 1.0
        return ascent * factor, descent * factor


def with_leading(ascender: float, descender: float) -> tuple[float, float]:
    """Ascent and descent of a line of an East Asian font, by how far its letters reach."""
    half = (ascender + descender) * BETWEEN / 2
    return ascender + half, descender + half


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


__all__ = ["Face", "Family", "Glyphs", "faces_in", "key", "with_leading"]
