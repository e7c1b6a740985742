"""The tags of a template: which facts it asks for, and on what its words hang."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jinja2.runtime import Undefined
from lxml import etree

from docgen.errors import WordPlace
from docgen.studio.comparing.alignment import Likeness, Unit, pairs
from docgen.studio.comparing.comparison import ConditionChange, FieldChanges, Sort, Steer
from docgen.studio.comparing.inlines import MC
from docgen.studio.comparing.stories import File, shortened
from docgen.studio.comparing.words import TAG
from docgen.templating.language import Sandbox, asked_tag_by_tag
from docgen.templating.places import paragraphs, texts
from docgen.templating.source import straightened

_TAG = re.compile(TAG, re.DOTALL)
_STATEMENT = re.compile(r"\{%-?\s*(if|elif|else|endif|for|endfor)\b\s*(.*?)\s*-?%\}", re.DOTALL)
_GOVERNED = 80  # characters of what hangs on a tag, that are kept to know it again


@dataclass(slots=True)
class _Open:
    """A block that is not closed yet."""

    word: str
    test: str
    place: WordPlace
    paragraph: etree._Element
    within: tuple[str, ...]
    words: list[str] = field(default_factory=list)

    def hear(self, words: str) -> None:
        if sum(map(len, self.words)) < _GOVERNED:
            self.words.append(words)


def fields(old: File, new: File) -> FieldChanges:
    """The facts that only one of both asks for."""
    before, after = _asked(old), _asked(new)
    return FieldChanges(tuple(sorted(after - before)), tuple(sorted(before - after)))


def conditions(old: File, new: File) -> tuple[ConditionChange, ...]:
    """The conditions and loops that are new, gone, or ask something else; those that only moved are not told."""
    before, after = list(_steers(old)), list(_steers(new))
    units = [[Unit(s.word, (s.test, s.governs), f"{s.test} {s.governs}") for s, _ in row] for row in (before, after)]
    found: list[ConditionChange] = []
    for i, j in pairs(units[0], units[1], Likeness()):
        one, other = before[i][0] if i is not None else None, after[j][0] if j is not None else None
        heading = after[j][1] if j is not None else before[i][1] if i is not None else ""
        if one and other and one.test == other.test:
            continue
        sort = Sort.CHANGED if one and other else Sort.ADDED if other else Sort.REMOVED
        found.append(ConditionChange(sort, one, other, heading))
    return tuple(_without_moved(found))


def _without_moved(found: list[ConditionChange]) -> Iterator[ConditionChange]:
    """One that is gone here and new there stands elsewhere."""
    gone = Counter((c.old.word, c.old.test) for c in found if c.sort is Sort.REMOVED and c.old)
    new = Counter((c.new.word, c.new.test) for c in found if c.sort is Sort.ADDED and c.new)
    moved = {Sort.REMOVED: gone & new, Sort.ADDED: gone & new}
    for change in found:
        steer = change.new if change.sort is Sort.ADDED else change.old
        if change.sort in moved and steer and moved[change.sort][steer.word, steer.test]:
            moved[change.sort][steer.word, steer.test] -= 1
        else:
            yield change


def _asked(file: File) -> set[str]:
    found: set[str] = set()
    for part in _parts(file):
        places = [place for _, _, place in _pieces(file, part) if place]
        found |= {one.name for one, _ in asked_tag_by_tag(places, _sandbox(), [])}
    for part in file.package.related("core-properties", ""):
        said = " ".join(str(text) for text in file.tree(part).itertext())
        places = [WordPlace(part, words=tag) for tag in _TAG.findall(said)]
        found |= {one.name for one, _ in asked_tag_by_tag(places, _sandbox(), [])}
    return found


def _steers(file: File) -> Iterator[tuple[Steer, str]]:
    """Every tag that steers, in the order in which they stand, with the heading above it."""
    for part in _parts(file):
        pieces = list(_pieces(file, part))
        names: dict[WordPlace, list[tuple[str, str]]] = {}
        for one, where in asked_tag_by_tag([place for _, _, place in pieces if place], _sandbox(), []):
            names.setdefault(where, []).append((one.written, one.name))
        closed: list[tuple[int, _Open]] = []
        standing: list[tuple[int, _Open]] = []
        for number, (words, paragraph, place) in enumerate(pieces):
            statement = _STATEMENT.match(straightened(words)) if place else None
            if place is None or statement is None:
                for _, block in standing:
                    block.hear(words)
                continue
            word, test = statement[1], " ".join(statement[2].split())
            if word not in ("if", "for") and standing:
                closed.append(standing.pop())
            if not word.startswith("end"):
                within = tuple(block.test for _, block in standing)
                standing.append((number, _Open(word, test, place, paragraph, within)))
        for _, block in sorted([*closed, *standing], key=lambda one: one[0]):
            if block.word != "else":
                written = tuple(dict.fromkeys(names.get(block.place, ())))
                asked = tuple(dict.fromkeys(name for _, name in written))
                governs = shortened("".join(block.words)) or "".join(block.words)[:_GOVERNED]
                heading = file.headings.get(block.paragraph, "") if part == file.package.document else ""
                steer = Steer(block.word, block.test, asked, governs, block.within, block.place, written)
                yield steer, heading or shortened(governs)


def _pieces(file: File, part: str) -> Iterator[tuple[str, etree._Element, WordPlace | None]]:
    """The text of a part cut at its tags; a tag comes with its place."""
    for paragraph, place in paragraphs(part, file.tree(part)):
        if next(paragraph.iterancestors(MC + "Fallback"), None) is not None:
            continue
        said = "".join(text.text or "" for text in texts(paragraph))
        at = 0
        for number, tag in enumerate(_TAG.finditer(said)):
            if tag.start() > at:
                yield said[at : tag.start()], paragraph, None
            # `around` tells two tags of one paragraph apart that say the same
            yield (
                tag.group(),
                paragraph,
                replace(place, words=tag.group(), around=said[max(at - 24, 0) : tag.end() + number]),
            )
            at = tag.end()
        if said[at:]:
            yield said[at:], paragraph, None


def _parts(file: File) -> list[str]:
    return [story.part for story in file.stories]


def _sandbox() -> Sandbox:
    return Sandbox({}, Undefined)
