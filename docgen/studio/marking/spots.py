"""Where in the XML of a Word file the place of a finding is.

Places are counted in two ways. Findings of a template count every paragraph of a part, as `templating.places` does;
findings of the press leave out those in text boxes, and begin anew with each note. Where a count and the words do not
agree, the words win.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from docgen.errors import Finding, WordPlace
from docgen.studio.marking.opened import MC, Opened, R, W
from docgen.templating.places import at, paragraphs, words_of

# What is about a paragraph as it is printed: the words of its place only lead there.
_OF_PARAGRAPHS = ("print.", "font.")
_BLANKS = re.compile(r"\s+")
_NOTES = {W + "footnote": "footnoteReference", W + "endnote": "endnoteReference"}
# What agreement is worth: words that are found outweigh a count, and what stands around them decides between equals.
_COUNTED, _ALMOST_COUNTED, _FOUND = 4.0, 3.0, 8.0


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """words[start:end] of a paragraph; of the whole paragraph where both are 0. in_body: whether Word takes a comment
    there."""

    part: str
    paragraph: etree._Element
    start: int = 0
    end: int = 0
    in_body: bool = True

    @property
    def is_whole(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    part: str
    paragraph: etree._Element
    words: str
    place: WordPlace  # as findings of a template count
    by_press: WordPlace


class Spots:
    """Finds places in a file as it is when they are first asked for: find all of them, then change the file."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        (self._body,) = opened.tree(opened.document).iterchildren(W + "body")

    def find(self, finding: Finding, *, by_press: bool = False) -> Spot | None:
        """None for what is in no paragraph: the whole file, its properties, its styles. by_press: it is one of the
        press's own, counted as the press does."""
        place = finding.place
        if not isinstance(place, WordPlace):
            return None
        wanted = finding.facts.get("character", "") if finding.code == "glyph.missing" else ""
        there = [counted for counted in self._counted if place.part in ("", counted.part)]
        longest = max(place.words.removesuffix("…").split(), key=len, default="")
        with_words = [counted for counted in there if longest in counted.words] if longest else []
        found = _likest(place, with_words, by_press=by_press, least=_FOUND)
        if found is None and not place.file:  # the counts of another file, a clause, lead nowhere here
            found = _likest(place, there, by_press=by_press)
        if found is None:
            return self._hidden(place, finding.facts.get("tag", ""))
        counted, span = found
        if finding.code.startswith(_OF_PARAGRAPHS):
            span = (0, 0)
        elif wanted and wanted in counted.words and place.words != wanted:
            start = counted.words.index(wanted)
            span = (start, start + len(wanted))
        return Spot(counted.part, counted.paragraph, *span, in_body=self._in_body(counted))

    def _hidden(self, place: WordPlace, tag: str) -> Spot | None:
        """The paragraph around a tag that is in no words: in an alternative text, a field, a formula."""
        if not tag or place.words or place.part not in self._opened.running_text:
            return None
        for element in self._opened.tree(place.part).iter(etree.Element):
            if tag in (element.text or "") or any(tag in str(value) for value in element.attrib.values()):
                paragraph = next(element.iterancestors(W + "p"), None)
                found = (counted for counted in self._counted if counted.paragraph is paragraph)
                for counted in found:
                    return Spot(counted.part, counted.paragraph, in_body=self._in_body(counted))
        return None

    def twin(self, spot: Spot) -> Spot | None:
        """The same words of a text box that is in the file twice, for newer and for older programs."""
        for branch in spot.paragraph.iterancestors(MC + "Choice", MC + "Fallback"):
            both = branch.getparent()
            index = list(branch.iter(W + "p")).index(spot.paragraph)
            for other in both if both is not None else ():
                like = list(other.iter(W + "p")) if other is not branch else []
                if index < len(like) and words_of(like[index]) == words_of(spot.paragraph):
                    return Spot(spot.part, like[index], spot.start, spot.end, in_body=False)
        return None

    def first(self) -> etree._Element:
        """The first paragraph of the body; made where there is none."""
        for paragraph in self._of_body():
            return paragraph
        made = etree.Element(W + "p")
        self._body.insert(0, made)
        return made

    def home(self, spot: Spot) -> tuple[etree._Element, etree._Element | None]:
        """Where the comment stands on what can have none: a paragraph of the body, and the run in it that calls the
        note."""
        note = next(spot.paragraph.iterancestors(*_NOTES), None)
        if note is not None:
            return self._call(note)
        if spot.part == self._opened.document:
            return self._section_of(spot.paragraph), None
        relations = {relation.id for relation in self._opened.package.relationships(self._opened.document)
                     if relation.target == spot.part}  # fmt: skip
        for settings, first in self._sections:
            if any(reference.get(R + "id") in relations for reference in settings.iter(etree.Element)):
                return first, None
        return self.first(), None

    # -- which paragraphs there are

    @cached_property
    def _counted(self) -> list[_Counted]:
        found = []
        for part in self._opened.running_text:
            tree = self._opened.tree(part)
            by_press = _press_places(part, tree)
            for paragraph, place in paragraphs(part, tree):
                found.append(_Counted(part, paragraph, words_of(paragraph), place, by_press[paragraph]))
        return found

    def _of_body(self) -> Iterator[etree._Element]:
        for paragraph in self._body.iter(W + "p"):
            if _box(paragraph) is None:
                yield paragraph

    def _in_body(self, counted: _Counted) -> bool:
        return counted.part == self._opened.document and _box(counted.paragraph) is None

    # -- sections and notes

    @cached_property
    def _sections(self) -> list[tuple[etree._Element, etree._Element]]:
        """What settles each section, with its first paragraph."""
        found = []
        first: etree._Element | None = None
        for paragraph in self._of_body():
            first = paragraph if first is None else first
            if (settings := paragraph.find(f"{W}pPr/{W}sectPr")) is not None:
                found.append((settings, first))
                first = None
        if (settings := self._body.find(W + "sectPr")) is not None:
            found.append((settings, self.first() if first is None else first))
        return found

    def _section_of(self, paragraph: etree._Element) -> etree._Element:
        box = _box(paragraph)
        holder = paragraph if box is None else next(box.iterancestors(W + "p"), paragraph)
        while (outer := _box(holder)) is not None:
            holder = next(outer.iterancestors(W + "p"), self.first())
        first: etree._Element | None = None
        for candidate in self._of_body():
            first = candidate if first is None else first
            if candidate is holder:
                return first
            if candidate.find(f"{W}pPr/{W}sectPr") is not None:
                first = None
        return self.first()

    def _call(self, note: etree._Element) -> tuple[etree._Element, etree._Element | None]:
        name = _NOTES[str(note.tag)]
        for reference in self._body.iter(W + name):
            if reference.get(W + "id") == note.get(W + "id"):
                paragraph, run = (next(reference.iterancestors(W + kind), None) for kind in ("p", "r"))
                if paragraph is not None and _box(paragraph) is None:
                    return paragraph, run
        return self.first(), None


def _box(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(W + "txbxContent"), None)


def _press_places(part: str, tree: etree._Element) -> dict[etree._Element, WordPlace]:
    """As `printing.reading` counts: what stands in a text box or in a table within a table is where that is."""
    found: dict[etree._Element, WordPlace] = {}
    _count(part, tree, found)
    return found


def _count(part: str, story: etree._Element, found: dict[etree._Element, WordPlace]) -> None:
    """Of a part, or of a cell of its own tables."""
    counts = {"p": 0, "tbl": 0}

    def walk(parent: etree._Element) -> None:
        for child in parent.iterchildren(etree.Element):
            if child.tag in _NOTES:
                _count(part, child, found)
            elif child.tag == W + "p":
                counts["p"] += 1
                for paragraph in child.iter(W + "p"):
                    found[paragraph] = WordPlace(part, counts["p"])
            elif child.tag == W + "tbl":
                counts["tbl"] += 1
                _count_table(part, child, counts["tbl"], found)
            else:
                walk(child)

    walk(story)


def _count_table(part: str, table: etree._Element, number: int, found: dict[etree._Element, WordPlace]) -> None:
    for row_number, row in enumerate(_nearest(table, "tr"), 1):
        for cell_number, cell in enumerate(_nearest(row, "tc"), 1):
            for paragraph_number, paragraph in enumerate(_nearest(cell, "p"), 1):
                for inner in paragraph.iter(W + "p"):
                    found[inner] = WordPlace(part, paragraph_number, number, row_number, cell_number)
            for paragraph in cell.iter(W + "p"):
                found.setdefault(paragraph, WordPlace(part, None, number, row_number, cell_number))


def _nearest(parent: etree._Element, kind: str) -> Iterator[etree._Element]:
    """Those of a kind that no other table or text box stands around within `parent`."""
    for child in parent.iterchildren(etree.Element):
        if child.tag == W + kind:
            yield child
        elif child.tag not in (W + "tbl", W + "p"):
            yield from _nearest(child, kind)


# -- how like a paragraph is to a place


def _likest(
    place: WordPlace, among: Sequence[_Counted], *, by_press: bool, least: float = 0.0
) -> tuple[_Counted, tuple[int, int]] | None:
    """The paragraph that a place is in, and its characters there; of those that are as like, the nearest by count.
    None where none is like, or none as much as `least`."""
    best: tuple[float, float] = (least, 0.0)
    found: tuple[_Counted, tuple[int, int]] | None = None
    for counted in among:
        score, span = _likeness(place, counted, by_press=by_press)
        rank = (score, -_distance(place, counted.place))
        if score and score >= least and (found is None or rank > best):
            best, found = rank, (counted, span)
    return found


def _likeness(place: WordPlace, counted: _Counted, *, by_press: bool) -> tuple[float, tuple[int, int]]:
    score = 0.0
    usual, other = (counted.by_press, counted.place) if by_press else (counted.place, counted.by_press)
    if _agrees(place, usual):
        score = _COUNTED
    elif _agrees(place, other):
        score = _ALMOST_COUNTED
    span, around = _best(place, counted.words)
    if span != (0, 0):
        score += _FOUND + around
    return score, span


def _agrees(said: WordPlace, counted: WordPlace) -> bool:
    known = [
        (wanted, have) for wanted, have in zip(_numbers(said), _numbers(counted), strict=True) if wanted is not None
    ]
    outside = said.table is None and said.paragraph is not None and counted.table is not None
    return bool(known) and not outside and all(wanted == have for wanted, have in known)


def _numbers(place: WordPlace) -> tuple[int | None, ...]:
    return place.table, place.row, place.cell, place.paragraph


def _distance(said: WordPlace, counted: WordPlace) -> float:
    """How far off the count is: of a table the table counts most."""
    weights = (1_000_000, 10_000, 1_000, 1)
    pairs = zip(_numbers(said), _numbers(counted), weights, strict=True)
    return float(sum(weight * abs((wanted or 0) - (have or 0)) for wanted, have, weight in pairs))


def _best(place: WordPlace, text: str) -> tuple[tuple[int, int], float]:
    """Where the words of a place stand in a text, and how much of what is around them stands there too, up to 2."""
    sought = place.words.strip().removesuffix("…")
    if not sought:
        return (0, 0), 0.0
    before, _, after = place.around.rpartition("¶ ")[2].partition(place.words)
    before, after = before.removeprefix("…"), after.removesuffix("…")
    best, most = (0, 0), -1.0
    for start, end in _occurrences(sought, text):
        if at(place, text, start, end).around == place.around:
            return (start, end), 2.0
        same = _common(text[:start][::-1], before[::-1]) + _common(text[end:], after)
        alike = 2.0 * same / max(len(before) + len(after), 1)
        if alike > most:
            best, most = (start, end), alike
    return best, max(most, 0.0)


def _occurrences(sought: str, text: str) -> Sequence[tuple[int, int]]:
    """Blanks may be others than those of the place."""
    if sought in text:
        return [found.span() for found in re.finditer(re.escape(sought), text)]
    pieces = _BLANKS.split(sought)
    if any(piece not in text for piece in pieces):
        return []
    return [found.span() for found in re.finditer(r"\s+".join(map(re.escape, pieces)), text)]


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
