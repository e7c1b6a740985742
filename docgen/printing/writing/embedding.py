"""Fonts of a document: which glyphs its pages show, under which codes, standing for which characters; then cut fonts.

A page calls a glyph by a code of two bytes (Identity-H, ISO 32000-1, 9.7.5.2). Codes are counted in the order in which
glyphs are first shown, which makes pages and tables small. A font of TrueType outlines says which glyph a code means in
its CIDToGIDMap (9.7.4.2), one of CFF in its charset; CFF without character identifiers cannot, and keeps its numbers.

ToUnicode (9.10.3) gives a code one meaning. A glyph that stands for two characters (space and no-break space; a Han
character and the radical that looks like it) gets a second font for the second: the same font file and widths under
another ToUnicode.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Sequence

from docgen.printing.fonts import Face
from docgen.printing.writing.charset import with_charset
from docgen.printing.writing.objects import File, name, number
from docgen.printing.writing.sources import Source, source

_CODES_IN_A_BLOCK = 100  # of a ToUnicode CMap (Adobe Technical Note 5014, 6)
_NOTHING = "\u200b"  # what a glyph means that is only ever shown as a part of several


class Font:
    """A face as this document uses it.

    codes: by glyph, four hexadecimal digits. widths: by glyph, in thousandths of the size. known: glyphs with the
    characters that they stand for in the first font. others: the same with the number of a further font. keys: names of
    the fonts in the resources of pages. shown: by glyphs, advances, size and scale, the character spacing and the
    operator that shows them.
    """

    def __init__(self, face: Face, key: str) -> None:
        self.face = face
        self.source: Source = source(face)
        self.codes: dict[int, str] = {}
        self.widths = self.source.widths
        self.known: set[tuple[int, str]] = set()
        self.others: dict[tuple[int, str], int] = {}
        self.keys = [key]
        self.shown: dict[tuple[float, ...], tuple[float, str]] = {}
        self._meanings: list[dict[int, str]] = [{}]

    def learn(self, ids: Iterable[int], texts: Iterable[str]) -> None:
        """Take note of glyphs and what they stand for; "" for what is a part of something else.

        Glyph 0 stands for a character that the font lacks, and is none of them (ISO 19005-3, 6.2.11.8)."""
        first = self._meanings[0]
        for pair in zip(ids, texts, strict=True):
            glyph, words = pair
            if not glyph:
                continue
            if glyph not in self.codes:
                code = len(self.codes) + 1 if self.source.keyed else glyph
                self.codes[glyph] = f"{code:04X}"
                if glyph not in self.widths:
                    self.widths[glyph] = round(self.face.font.get_glyph_h_advance(glyph) * 1000 / self.face.em)
            if not words or pair in self.known or pair in self.others:
                continue
            if first.setdefault(glyph, words) == words:
                self.known.add(pair)
            else:
                self.others[pair] = self._further(glyph, words)

    def _further(self, glyph: int, words: str) -> int:
        """The number of the further font in which a glyph stands for these words."""
        for count, meanings in enumerate(self._meanings[1:], 1):
            if glyph not in meanings:
                meanings[glyph] = words
                return count
        self._meanings.append({glyph: words})
        self.keys.append(f"{self.keys[0]}x{len(self.keys)}")
        return len(self.keys) - 1

    def write(self, file: File) -> Iterable[tuple[str, int]]:
        """Write the font cut to its glyphs; returns names for the resources of pages, with object numbers."""
        base, descendant = self._write_descendant(file)
        for key, meanings in zip(self.keys, self._meanings, strict=True):
            if key != self.keys[0]:
                meanings = self._meanings[0] | meanings  # noqa: PLW2901
            to_unicode = file.stream(self._to_unicode(meanings))
            yield (
                key,
                file.add(
                    f"<</Type/Font/Subtype/Type0/BaseFont{name(base)}/Encoding/Identity-H"
                    f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>"
                ),
            )

    def _write_descendant(self, file: File) -> tuple[str, int]:
        made, origins = self.face.stock.cut(sorted(self.codes), renumbered=self.source.keyed)
        code_of = {glyph: int(code, 16) for glyph, code in self.codes.items()}
        mapping = ""
        if self.source.cff:
            table = bytes(made.reference_table("CFF ").data)
            if self.source.keyed:
                table = _recoded(table, [origins[new] for new in range(len(origins))], code_of)
            program = f"/FontFile3 {file.stream(table, '/Subtype/CIDFontType0C')} 0 R"
        else:
            table = bytes(made.blob.data)
            program = f"/FontFile2 {file.stream(table, f'/Length1 {len(table)}')} 0 R"
            places = bytearray(2 * (max(code_of.values(), default=0) + 1))
            for new, old in origins.items():
                if old in code_of:
                    places[2 * code_of[old] : 2 * code_of[old] + 2] = new.to_bytes(2, "big")
            mapping = f"/CIDToGIDMap {file.stream(bytes(places))} 0 R"
        base = f"{_tag(table)}+{self.source.name}"
        descriptor = file.add(self._descriptor(base, program))
        kind = "CIDFontType0" if self.source.cff else "CIDFontType2"
        return base, file.add(
            f"<</Type/Font/Subtype/{kind}/BaseFont{name(base)}/CIDSystemInfo"
            f"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R"
            f"/DW 1000/W{self._written_widths(code_of)}{mapping}>>"
        )

    def _descriptor(self, base: str, program: str) -> str:
        """9.8. StemV is not known to modern fonts: the usual estimate from the weight."""
        of = self.source
        flags = 4 | of.fixed | of.serif << 1 | (of.italic_angle != 0) << 6  # symbolic, as glyphs are called by number
        box = " ".join(map(str, of.box))
        return (
            f"<</Type/FontDescriptor/FontName{name(base)}/Flags {flags}/FontBBox[{box}]"
            f"/ItalicAngle {number(of.italic_angle)}/Ascent {of.ascent}/Descent {of.descent}"
            f"/CapHeight {of.capitals}/StemV {10 + 220 * max(of.weight - 50, 0) // 900}{program}>>"
        )

    def _written_widths(self, code_of: dict[int, int]) -> str:
        """9.7.4.3: runs of codes, each with the widths in it; those of a full em go without saying."""
        written, after = ["["], -1
        for code, glyph in sorted((code, glyph) for glyph, code in code_of.items()):
            width = self.widths[glyph]
            if width == 1000:
                continue
            if code != after:
                written.append(f"]{code}[" if after >= 0 else f"{code}[")
            else:
                written.append(" ")
            written.append(str(width))
            after = code + 1
        return "".join(written) + ("]]" if after >= 0 else "]")

    def _to_unicode(self, meanings: dict[int, str]) -> bytes:
        """9.10.3: each code with its characters in UTF-16, by the hundred; with a blank between, as not every
        reader of such tables does without."""
        pairs = sorted((code, meanings.get(glyph, _NOTHING)) for glyph, code in self.codes.items())
        lines = [f"<{code}> <{words.encode('utf-16-be').hex().upper()}>" for code, words in pairs]
        blocks = [
            "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
            for start in range(0, len(lines), _CODES_IN_A_BLOCK)
            for block in [lines[start : start + _CODES_IN_A_BLOCK]]
        ]
        return "\n".join(
            (
                "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap",
                "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
                "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def",
                "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange",
                *blocks,
                "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend",
            )
        ).encode()


def _recoded(table: bytes, origins: Sequence[int], code_of: dict[int, int]) -> bytes:
    """A packed CFF table whose glyphs answer to their codes.

    Glyphs that the pages do not show, .notdef apart, get numbers that no page uses.
    """
    unused = iter(range(max(code_of.values(), default=0) + 1, 0x10000))
    recoded = with_charset(table, [code_of[old] if old in code_of else next(unused) for old in origins])
    if recoded is None:
        raise AssertionError("a font keyed by identifiers whose charset cannot be written")
    return recoded


def _tag(program: bytes) -> str:
    """Six letters (9.6.4) that follow from the content."""
    count = int.from_bytes(hashlib.sha256(program).digest()[:8], "big")
    return "".join(string.ascii_uppercase[count // 26**place % 26] for place in range(6))
