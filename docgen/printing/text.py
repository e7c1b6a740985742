"""Runs → spans: each stretch of characters in the font that Word would take, in a language that keeps its glyphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from xml.etree import ElementTree

from docgen.errors import Finding, Severity, WordPlace
from docgen.printing import scripts
from docgen.printing.css import pt, string
from docgen.printing.fonts import Family, Fonts, Kind
from docgen.printing.tree import Look

#: Word's superscript and subscript: the size and rise, in sizes of the text around (17.3.2.42).
_SMALLER, _RAISED, _LOWERED = 0.65, 0.35, -0.14
_SMALL_CAPS = 0.8


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one look, one font and one script."""

    text: str
    look: Look
    family: Family
    east_asian: bool
    size: float
    blank_before: bool = False
    blank_after: bool = False

    @property
    def line(self) -> float:
        """Height of its line at single spacing, in points."""
        return self.family.line * self.size if not self.look.vertical else self.family.line * self.look.size


@dataclass
class Typesetter:
    """Chooses fonts and writes spans; collects what it notices about fonts and characters."""

    fonts: Fonts
    findings: list[Finding] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    missing: set[tuple[str, WordPlace]] = field(default_factory=set)

    def family(self, look: Look, *, east_asian: bool) -> Family:
        return self.fonts.family(look.east_asia if east_asian else look.ascii, east_asian=east_asian)

    def mark(self, look: Look, *, east_asian: bool) -> Stretch:
        """A stretch without words, in the font that words there would have."""
        return Stretch("", look, self.family(look, east_asian=east_asian), east_asian, look.size)

    def _tell(self, family: Family) -> None:
        if family.stands_for and family.stands_for not in self.told:
            self.told.add(family.stands_for)
            facts = {"font": family.stands_for, "used": family.name}
            self.findings.append(Finding("font.substituted", Severity.INFORMATION, None, facts))

    def _tell_face(self, family: Family, look: Look, place: WordPlace) -> None:
        """The press slants and thickens no font: what has no such face is printed upright, or in its own weight."""
        face = family.face(bold=look.bold or family.heavy, italic=look.italic)
        for code, lacks in (("font.no_italic", look.italic and not face.italic),
                            ("font.no_bold", look.bold and not face.bold)):  # fmt: skip
            if lacks and (key := f"{code} {family.name}") not in self.told:
                self.told.add(key)
                self.findings.append(Finding(code, Severity.INFORMATION, place, {"font": family.name}))

    def stretches(self, text: str, look: Look, place: WordPlace) -> Iterator[Stretch]:
        """Cut a run where the font changes. A character that no font has is told, with its place."""
        for part, size in _cased(text, look):
            start = 0
            known = self.fonts.kinds(look.ascii, look.east_asia, look.hint_east_asia, look.bold, look.italic)
            kinds = [known.get(character) or self._kind(character, look, place, known) for character in part]
            for at in range(1, len(part) + 1):
                if at == len(part) or kinds[at] != kinds[start]:
                    east_asian, other = kinds[start]
                    family = other or self.family(look, east_asian=east_asian)
                    self._tell(family)
                    if look.italic or look.bold:
                        self._tell_face(family, look, place)
                    yield Stretch(part[start:at], look, family, east_asian, size)
                    start = at

    def _kind(self, character: str, look: Look, place: WordPlace, known: dict[str, Kind]) -> Kind:
        east_asian = scripts.is_east_asian(character, hint=look.hint_east_asia)
        if character == " " or scripts.is_invisible(character):
            return known.setdefault(character, (east_asian, None))
        for slot in (east_asian, not east_asian):
            family = self.family(look, east_asian=slot)
            face = family.face(bold=look.bold or family.heavy, italic=look.italic)
            if ord(character) in face.characters:
                return known.setdefault(character, (slot, None))
        fallback = self.fonts.fallback(character, look.bold)
        if fallback is None and (character, place) not in self.missing:
            self.missing.add((character, place))
            facts = {"character": character, "code_point": f"U+{ord(character):04X}"}
            self.findings.append(Finding("glyph.missing", Severity.FAULT, place, facts))
        return east_asian, fallback

    def width(self, stretch: Stretch) -> float:
        """In points, as it will be set: without kerning, with the spacing of its run and the blanks at its ends."""
        face = stretch.family.face(bold=self._is_bold(stretch), italic=stretch.look.italic)
        blanks = 0.25 * stretch.size * (stretch.blank_before + stretch.blank_after)
        return face.width(stretch.text) * stretch.size + stretch.look.spacing * len(stretch.text) + blanks

    def _is_bold(self, stretch: Stretch) -> bool:
        return stretch.look.bold or stretch.family.heavy

    def plain_css(self, stretch: Stretch) -> str:
        """Font and colour of a stretch that has nothing else to it; "" for one that needs a box of its own."""
        look = stretch.look
        needs_box = (
            look.underline,
            look.strike,
            look.background,
            look.boxed,
            look.spacing,
            look.position,
            look.vertical,
        )
        if any(needs_box) or stretch.blank_before or stretch.blank_after or stretch.size != look.size:
            return ""
        return self.declarations(stretch)

    def span(self, stretch: Stretch, line_height: str = "") -> ElementTree.Element:
        element = ElementTree.Element("span", {"style": self.declarations(stretch) + line_height})
        element.text = stretch.text
        return element

    def declarations(self, stretch: Stretch) -> str:
        """CSS of a stretch."""
        look, size = stretch.look, stretch.size
        rise = look.position
        if look.vertical:
            rise += (_RAISED if look.vertical == "superscript" else _LOWERED) * look.size
            size *= _SMALLER
        css = font_css(stretch.family, size, bold=self._is_bold(stretch), italic=look.italic)
        css += f";color:{look.colour or '#000'}"  # said even when black: its block may have a neighbour's look
        if look.kerned:
            css += ";font-kerning:normal"
        if look.spacing:
            css += f";letter-spacing:{pt(look.spacing)}"
        if rise:
            css += f";vertical-align:{pt(rise)};line-height:0"
        lines = ("underline " if look.underline else "") + ("line-through" if look.strike else "")
        if lines:
            style = {"thick": "solid"}.get(look.underline or look.strike, look.underline or look.strike)
            css += f";text-decoration:{lines.strip()} {style}"
            if look.underline_colour:
                css += f";text-decoration-color:{look.underline_colour}"
            if look.underline == "thick":
                css += ";text-decoration-thickness:0.09em"
        if look.background:
            css += f";background:{look.background}"
        if look.boxed:
            css += f";border:{pt(look.boxed.width)} solid {look.boxed.colour}"
        if stretch.blank_before:
            css += ";margin-left:.25em"
        if stretch.blank_after:
            css += ";margin-right:.25em"
        return css


@lru_cache(maxsize=1024)
def font_css(family: Family, size: float, *, bold: bool, italic: bool) -> str:
    names = (family.cut, family.name) if family.cut else (family.name,)
    css = f"font-family:{','.join(string(name) for name in names)};font-size:{pt(size)}"
    return f"{css};font-weight:{700 if bold else 400};font-style:{'italic' if italic else 'normal'}"


def language(stretch: Stretch) -> str:
    """The language of a stretch, so that shared code points show the glyphs of the right country."""
    if stretch.east_asian:
        return stretch.look.east_asian_language or "zh-CN"
    return stretch.look.latin_language or "en-US"


def language_css(name: str) -> str:
    """As a property of the class: an attribute would give each element a style of its own, to be worked out anew."""
    return f";-weasy-lang:{string(name)}"


def with_blanks(stretches: list[Stretch], *, letters: bool = True, digits: bool = True) -> list[Stretch]:
    """The quarter blanks between ideographs and Latin letters or digits, at the Latin side (17.3.1.2, 17.3.1.3)."""
    found = list(stretches)
    for at in range(1, len(found)):
        left, right = found[at - 1], found[at]
        if not (left.text and right.text and scripts.opens_blank(left.text[-1], right.text[0])):
            continue
        latin = left.text[-1] if right.east_asian else right.text[0]
        if digits if latin.isdigit() else letters:
            if right.east_asian:
                found[at - 1] = replace(left, blank_after=True)
            else:
                found[at] = replace(right, blank_before=True)
    return found


def _cased(text: str, look: Look) -> Iterator[tuple[str, float]]:
    """Capitals (17.3.2.5) and small capitals (17.3.2.33), each part with its size."""
    if look.caps == "all":
        yield text.upper(), look.size
    elif look.caps == "small":
        start = 0
        for at in range(1, len(text) + 1):
            if at == len(text) or text[at].islower() != text[start].islower():
                lower = text[start].islower()
                yield text[start:at].upper(), look.size * (_SMALL_CAPS if lower else 1)
                start = at
    else:
        yield text, look.size
