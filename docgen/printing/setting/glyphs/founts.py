"""Founts: everything that characters of one look have in common, and what is known of each of them.

A fount answers for each character with the face that Word would take (ECMA-376-1, 17.3.2.26), its glyph there and how
wide it is set. It lives as long as the fonts do, so a character is looked up once for all letters of a look.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.printing.faces import Face, Family
from docgen.printing.fonts import Fonts
from docgen.printing.reading.symbols import is_symbol_font, symbol
from docgen.printing.reading.tree import Look
from docgen.printing.setting.glyphs import scripts

#: Word's superscript and subscript: the size and rise, in sizes of the text around (17.3.2.42).
_SMALLER, _RAISED, _LOWERED = 0.65, 0.35, -0.14
_SMALL_CAPS = 0.8
_SLANT = 1 / 3  # of artificial italics and
_STROKE = 1 / 25  # of artificial bold, in sizes: both as LibreOffice draws them

#: Blanks that a face may lack, in sizes (The Unicode Standard, 6.2, table 6-2).
_BLANKS = {"\u2000": 1 / 2, "\u2001": 1, "\u2002": 1 / 2, "\u2003": 1, "\u2004": 1 / 3, "\u2005": 1 / 4,
           "\u2006": 1 / 6, "\u2009": 1 / 5, "\u200a": 1 / 10, "\u202f": 1 / 5, "\u205f": 4 / 18,
           "\u3000": 1}  # fmt: skip
#: Characters that Word prints with the glyph of another one, or as wide as that.
_SHOWN = {"\u00a0": " ", "\u2011": "-", "\u2010": "-", "\u2007": "0", "\u2008": "."}


@dataclass(slots=True, eq=False)
class Choice:
    """What a stretch of characters shares: its face, and what is done to it.

    glyphs: by character, as they are in text of that slot. half: letters half as wide as ideographs stand in for those
    of the font named. ascent, descent: of a line at single spacing, in points. substituted: (font named, font used)
    where they differ.
    """

    face: Face
    glyphs: Mapping[str, tuple[int, float] | None]
    east_asian: bool
    half: bool
    ascent: float
    descent: float
    slant: float
    thicken: float
    substituted: tuple[str, str] | None


#: Of a character: its choice, its glyph, its width as set in points; where no font has it, the glyph is 0.
Known = tuple[Choice, int, float]


class Fount(dict[str, Known]):
    """The characters of one look, known from when they are first asked for.

    missing: those of them that no font has. size: as drawn, in points. rise: of the base line.
    """

    def __init__(self, fonts: Fonts, look: Look, *, small: bool = False) -> None:
        super().__init__()
        self.look = look
        self.size, self.rise = look.size, look.position
        if look.vertical:
            self.size *= _SMALLER
            self.rise += (_RAISED if look.vertical == "superscript" else _LOWERED) * look.size
        if small:
            self.size *= _SMALL_CAPS
        self.small = Fount(fonts, look, small=True) if look.caps == "small" and not small else self
        self.other = Fount(fonts, replace(look, ascii=look.hansi, hansi=""), small=small) if look.hansi else self
        self.missing: set[str] = set()
        self._fonts = fonts
        self._language = look.east_asian_language
        self._choices: dict[tuple[Face, bool, str], Choice] = {}
        self._families = (
            fonts.family(look.ascii, east_asian=False, language=self._language),
            fonts.family(look.east_asia, east_asian=True, language=self._language),
        )
        self._slots = tuple(self._chosen(self._families[slot], slot) for slot in (False, True))

    def choice(self, *, east_asian: bool) -> Choice:
        """Of characters of that slot, when its font has them."""
        return self._slots[east_asian]

    def __missing__(self, character: str) -> Known:
        found = self[character] = self._look_up(character)
        return found

    def _look_up(self, character: str) -> Known:
        look = self.look
        east_asian = scripts.is_east_asian(character, hint=look.hint_east_asia, language=self._language)
        if not east_asian and self.other is not self and ord(character) > 0x7F:
            known = self.other[character]
            self.missing |= self.other.missing
            return known
        if scripts.is_invisible(character):
            choice = self._slots[east_asian]
            return choice, (choice.face.glyphs[" "] or (0, 0.0))[0], 0.0
        for slot in (east_asian, not east_asian):
            choice = self._slots[slot]
            if found := self._in(choice.glyphs, character):
                return self._known(choice, found)
        if shown := self._symbol(character):
            return self[shown]
        if family := self._fonts.fallback(character, look.bold, self._language):
            choice = self._chosen(family, east_asian)
            if found := choice.glyphs[character]:
                return self._known(choice, found)
            face = next(face for face in family.faces if face.glyphs[character])
            one_face = replace(family, faces=(face,), _nearest={})
            return self._known(self._chosen(one_face, east_asian), face.glyphs[character] or (0, 0.0))
        self.missing.add(character)
        return self._known(self._slots[east_asian], (0, 1.0))

    def _in(self, glyphs: Mapping[str, tuple[int, float] | None], character: str) -> tuple[int, float] | None:
        """Glyph and width of a character, its own or what stands for it."""
        found = glyphs[character]
        if found and character != "\u00a0":
            return found
        if shown := _SHOWN.get(character):
            same = glyphs[shown]
            if same and character in "\u2007\u2008":
                blank = glyphs[" "]
                return blank and (blank[0], same[1])
            return same or found
        if (width := _BLANKS.get(character)) and (blank := glyphs[" "]):
            return blank[0], width
        return None

    def _symbol(self, character: str) -> str:
        """What a symbol font shows there, as the Unicode character that other fonts have; "" when not known."""
        if 0xF020 <= ord(character) <= 0xF0FF:
            for name in (self.look.ascii, self.look.east_asia, "wingdings"):
                if is_symbol_font(name):
                    return symbol(name, f"{ord(character):x}")
        return ""

    def _known(self, choice: Choice, found: tuple[int, float]) -> Known:
        return choice, found[0], found[1] * self.size * self.look.scale + self.look.spacing

    def _chosen(self, family: Family, east_asian: bool) -> Choice:
        """The face of a family for this look. Its line is as high as the named font's, whichever has the glyph."""
        look = self.look
        bold = look.bold or family.heavy
        face = family.face(bold=bold, italic=look.italic)
        if (known := self._choices.get((face, east_asian, family.stands_for))) is None:
            named = self._families[east_asian]
            ascent, descent = named.extents(named.face(bold=look.bold or named.heavy, italic=look.italic))
            half = family.half and not east_asian
            forms = face.forms(self._language, squared=family.half) if east_asian or half else face.glyphs
            known = self._choices[face, east_asian, family.stands_for] = Choice(
                face, forms, east_asian, half, ascent * look.size, descent * look.size,
                _SLANT if look.italic and not face.italic else 0.0,
                _STROKE * self.size if bold and not face.bold else 0.0,
                (family.stands_for, family.name) if family.stands_for else None,
            )  # fmt: skip
        return known
