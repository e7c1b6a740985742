"""Text → runs: each stretch of characters in the face that Word would take, with the glyphs and widths of that face."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from docgen.errors import Finding, Severity, WordPlace
from docgen.printing.fonts import Face, Fonts
from docgen.printing.reading.tree import Look
from docgen.printing.setting.glyphs import scripts, shaping
from docgen.printing.setting.glyphs.founts import Choice, Fount, Known

#: Runs kept of one set of fonts: of so many looks, of each so many characters, in texts as long as that.
_MOST_LOOKS, _MOST_CHARACTERS, _LONGEST = 256, 60_000, 400
_MOST_LOST = 50


@dataclass(slots=True)
class Run:
    """Characters of one look, one face and one script. Parallel: texts[n] is shown by glyph ids[n], advances[n] wide.

    Runs are shared between paragraphs and letters: never change one, `replace` it.

    texts: a str where each glyph is one character (almost always); else strings, "" for a glyph that belongs to the one
    before it, where no line breaks. advances: points, with letter spacing and scaling, without justification.
    size: as drawn, in points (smaller for subscripts and small capitals). rise: of the base line, upwards.
    ascent, descent: of a line of this run at single spacing; of the size of the text around, not of a subscript.
    """

    texts: Sequence[str]
    ids: Sequence[int]
    advances: Sequence[float]
    face: Face
    look: Look
    size: float
    east_asian: bool
    ascent: float
    descent: float
    rise: float = 0.0
    offsets: Mapping[int, tuple[float, float]] | None = None
    slant: float = 0.0
    thicken: float = 0.0
    link: str = ""
    target: str = ""


class _Kept:
    """What is kept of one look: its fount, and the runs of texts with the substitutions that they made."""

    __slots__ = ("characters", "fount", "texts")

    def __init__(self, fount: Fount) -> None:
        self.fount = fount
        self.texts: dict[str, tuple[list[Run], frozenset[tuple[str, str]]]] = {}
        self.characters = 0

    def keep(self, text: str, made: tuple[list[Run], frozenset[tuple[str, str]]]) -> None:
        if self.characters > _MOST_CHARACTERS:
            self.texts.clear()
            self.characters = 0
        self.characters += len(text) + 1
        self.texts[text] = made


class Typesetter:
    """Chooses faces and finds glyphs; collects what it notices about fonts and characters. One for each document."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.findings: list[Finding] = []
        self._looks: dict[int, tuple[Look, _Kept]] = {}  # by identity: a look is hashed once for each document
        self._told: set[str] = set()
        self._told_sets: set[frozenset[tuple[str, str]]] = set()
        self._missing: set[tuple[str, WordPlace]] = set()
        self._lost: set[tuple[str, WordPlace]] = set()

    def runs(self, text: str, look: Look, place: WordPlace) -> list[Run]:
        """Text of one look in runs; a character that no font has is told, with its place."""
        known = self._looks.get(id(look))
        kept = known[1] if known else self._kept(look)
        made = kept.texts.get(text)
        if made is None:
            choices: set[Choice] = set()
            runs = list(_set(text, kept.fount, choices))
            made = runs, frozenset(choice.substituted for choice in choices if choice.substituted)
            if not self._tell_missing(text, kept.fount, place) and len(text) <= _LONGEST:
                kept.keep(text, made)
        if made[1] not in self._told_sets:
            self._tell_substituted(made[1])
        return made[0]

    def mark(self, look: Look, *, east_asian: bool) -> Run:
        """A run without characters: the height of a line of that look (an empty paragraph)."""
        known = self._looks.get(id(look))
        fount = (known[1] if known else self._kept(look)).fount
        return _run("", (), (), fount.choice(east_asian=east_asian), fount)

    def tell_lost(self, code: str, place: WordPlace) -> None:
        """Something had no room and is not seen; once for each place, and for as many as somebody would look at."""
        if (code, place) not in self._lost and len(self._lost) < _MOST_LOST:
            self._lost.add((code, place))
            self.findings.append(Finding(code, Severity.WARNING, place))

    def _kept(self, look: Look) -> _Kept:
        founts = self.fonts.founts
        kept: _Kept | None = founts.get(look)
        if kept is None:
            if len(founts) >= _MOST_LOOKS:
                founts.clear()
            kept = founts[look] = _Kept(Fount(self.fonts, look))
        self._looks[id(look)] = look, kept
        return kept

    def _tell_missing(self, text: str, fount: Fount, place: WordPlace) -> bool:
        """Say which characters no font has; whether there are any."""
        if not (fount.missing or fount.small.missing):
            return False
        missing = fount.missing | fount.small.missing
        found = [character for character in dict.fromkeys(_cased_whole(text, fount.look)) if character in missing]
        for character in found:
            if (character, place) not in self._missing:
                self._missing.add((character, place))
                facts = {"character": character, "code_point": f"U+{ord(character):04X}"}
                self.findings.append(Finding("glyph.missing", Severity.FAULT, place, facts))
        return bool(found)

    def _tell_substituted(self, substituted: frozenset[tuple[str, str]]) -> None:
        self._told_sets.add(substituted)
        for font, used in sorted(substituted):
            if font not in self._told:
                self._told.add(font)
                facts = {"font": font, "used": used}
                self.findings.append(Finding("font.substituted", Severity.INFORMATION, None, facts))


def _set(text: str, fount: Fount, choices: set[Choice]) -> Iterator[Run]:
    """The runs of a text; the choices made for it are added to `choices`."""
    for part, of in _cased(text, fount):
        shaped = scripts.needs_shaping(part)
        start = 0
        for choice, group in groupby(_joined(part, of) if shaped else map(of.__getitem__, part), itemgetter(0)):
            known = list(group)
            end = start + len(known)
            words = part[start:end]
            start = end
            choices.add(choice)
            # Ideographs are not kerned: most Chinese files ask for it in every style, for the sake of Latin letters.
            plain = not shaped or not scripts.needs_shaping(words)
            if not plain or (of.look.kerned and not (choice.east_asian or choice.half)):
                yield _shaped(words, choice, of, plain=plain)
            elif scripts.DASH in words and (choice.east_asian or choice.half):
                yield from _dashed(words, known, choice, of)
            else:
                yield _run(words, [each[1] for each in known], [each[2] for each in known], choice, of)


def _dashed(words: str, known: list[Known], choice: Choice, fount: Fount) -> Iterator[Run]:
    """Words of an East Asian font with 破折号: two dashes are one line of two ems where the face draws them so."""
    start = 0
    for part in re.split(f"({scripts.DASH})", words):
        here = known[start : start + len(part)]
        start += len(part)
        if part == scripts.DASH and len((run := _shaped(part, choice, fount, plain=False)).ids) == 1:
            yield replace(run, advances=[run.advances[0] + fount.look.spacing])
        elif part:
            yield _run(part, [each[1] for each in here], [each[2] for each in here], choice, fount)


def _joined(text: str, fount: Fount) -> Iterator[tuple[Choice, int, float]]:
    """What is known of each character; what joins the one before it is set in its face, if that has it."""
    choice: Choice | None = None
    before = ""
    for character in text:
        if choice and scripts.joins(character) and _has(choice.face, before, character):
            yield choice, 0, 0.0
        else:
            known = fount[character]
            choice = known[0]
            yield known
        before = character


def _has(face: Face, before: str, character: str) -> bool:
    """Whether a face can show what joins a character: with a glyph for it, or for both in one."""
    if scripts.is_invisible(character) or face.glyphs[character]:
        return True
    both = unicodedata.normalize("NFC", before + character)
    return len(both) == 1 and face.glyphs[both] is not None


def _shaped(words: str, choice: Choice, fount: Fount, *, plain: bool) -> Run:
    look = fount.look
    language = look.east_asian_language if choice.east_asian or choice.half else look.latin_language
    found = shaping.shape(words, choice.face, language, kerned=look.kerned, half=choice.half, plain=plain)
    across, up = fount.size * look.scale / choice.face.em, fount.size / choice.face.em
    texts, ids, advances, offsets = [], [], [], {}
    for at, (characters, glyph, advance, right, rise) in enumerate(found):
        invisible = characters != "" and all(map(scripts.is_invisible, characters))
        texts.append(characters)
        ids.append(glyph)
        advances.append(advance * across + (look.spacing if characters and not invisible else 0.0))
        if right or rise:
            offsets[at] = (right * across, rise * up)
    one_by_one = all(len(characters) == 1 for characters in texts)
    run = _run("".join(texts) if one_by_one else texts, ids, advances, choice, fount)
    run.offsets = offsets or None
    return run


def _run(texts: Sequence[str], ids: Sequence[int], advances: Sequence[float], choice: Choice, fount: Fount) -> Run:
    return Run(
        texts, ids, advances, choice.face, fount.look, fount.size, choice.east_asian, choice.ascent, choice.descent,
        fount.rise, None, choice.slant, choice.thicken,
    )  # fmt: skip


def _cased(text: str, fount: Fount) -> Iterator[tuple[str, Fount]]:
    """Capitals (17.3.2.5) and small capitals (17.3.2.33): what was small stands in a smaller fount."""
    if fount.look.caps == "all":
        yield text.upper(), fount
    elif fount.look.caps == "small":
        for lower, characters in groupby(text, str.islower):
            yield "".join(characters).upper(), fount.small if lower else fount
    else:
        yield text, fount


def _cased_whole(text: str, look: Look) -> str:
    return text.upper() if look.caps else text


__all__ = ["Run", "Typesetter"]
