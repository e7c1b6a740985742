"""What is certain, put right: what an input method, Word's autocorrect or a slip of the finger made of a tag."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from jinja2.runtime import Undefined
from lxml import etree

from docgen.errors import Finding, WordPlace
from docgen.studio.marking.opened import Opened
from docgen.studio.marking.runs import join, replace
from docgen.studio.marking.spots import Spot, Spots
from docgen.templating.language import Sandbox, asked_tag_by_tag
from docgen.templating.places import words_of
from docgen.templating.spans import spans

# Tags that are right as words, and are in pieces: over runs of several looks, or with something between their letters.
_IN_PIECES = frozenset({"studio.formatting_lost", "studio.tracked_in_tag", "studio.comment_in_tag"})
# Of names that nobody knows: what stands before them in the tag.
_NAMES = {"template.name_unknown": "", "studio.clause_unknown": "clause."}
_BOUND = re.compile(r"\{%-?(?:tr|tc|p|r)?\s*-?\s*(?:for\s+([\w\s,]+?)\s+in|set\s+([\w\s,]+?)\s*=)\b")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|[‘’][^‘’]*[‘’]|[“”][^“”]*[“”]")
_STEP_SIGNS = re.compile(r"[_\-\s]")

Edit = tuple[int, int, str]  # characters from … to before …, and what is to stand there


@dataclass(frozen=True, slots=True)
class Repaired:
    """done: what was put right. left: all others; a new check tells which of these are gone with it."""

    word_file: bytes
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]


def repairs(findings: Iterable[Finding], *, known: Collection[str] = ()) -> tuple[Finding, ...]:
    """Those that `repaired` puts right, as far as that can be told without the file. known: as of `repaired`."""
    return tuple(finding for finding in findings if _is_certain(finding, known))


def repaired(word_file: bytes, findings: Sequence[Finding], *, known: Collection[str] = ()) -> Repaired:
    """The Word file with what is certain put right, and otherwise as it is.

    A tag is changed only where it is then understood. A name is, where the nearest known one is a slip away from it.
    known: the names that the letter has; where they are given, a name with two that are as near is left.
    Raises HostileFile for what `open_package` refuses.
    """
    opened = Opened(word_file)
    spots = Spots(opened)
    tags: dict[tuple[etree._Element, int, int], _Tag] = {}
    for finding in repairs(findings, known=known):
        for tag in _tags(finding, opened, spots):
            tags.setdefault(tag.key, tag).findings.append(finding)
    bound = {part: _bound_names(opened, part) for part in dict.fromkeys(tag.part for tag in tags.values())}
    done: set[int] = set()
    for tag in sorted(tags.values(), key=lambda tag: tag.start, reverse=True):
        if mended := tag.mend(bound[tag.part]):
            opened.changed(tag.part)
            done |= {id(finding) for finding in mended}
    settled = [(finding, id(finding) in done) for finding in findings]
    return Repaired(
        opened.write(),
        tuple(finding for finding, is_done in settled if is_done),
        tuple(finding for finding, is_done in settled if not is_done),
    )


@dataclass(slots=True)
class _Tag:
    """A tag of a paragraph, or of a property, where `holder` is no paragraph; `copies`: other paragraphs with the very
    same words. findings: all that is wrong with it."""

    part: str
    holder: etree._Element
    start: int
    end: int
    copies: tuple[etree._Element, ...] = ()
    is_property: bool = False
    findings: list[Finding] = field(default_factory=list)

    @property
    def key(self) -> tuple[etree._Element, int, int]:
        return self.holder, self.start, self.end

    @property
    def words(self) -> str:
        return ((self.holder.text or "") if self.is_property else words_of(self.holder))[self.start : self.end]

    def mend(self, bound: Collection[str]) -> list[Finding]:
        """What is put right; nothing where the tag would not be understood then."""
        tag = self.words
        meant, done = _meant(tag, self.findings, bound)
        if not done or not _is_understood(meant):
            return []
        edits = list(_changes(tag, meant))[::-1]
        if self.is_property:
            whole = self.holder.text or ""
            self.holder.text = whole[: self.start] + meant + whole[self.end :]
            return done
        for paragraph in (self.holder, *self.copies):
            for start, end, said in edits:
                replace(paragraph, self.start + start, self.start + end, said)
            if any(finding.code in _IN_PIECES for finding in done):
                join(paragraph, self.start, self.start + len(meant))
        return done


def _tags(finding: Finding, opened: Opened, spots: Spots) -> Iterator[_Tag]:
    """The tag that a finding is about; nothing where it cannot be found for certain."""
    place = finding.place
    if not isinstance(place, WordPlace) or not place.words:
        return
    if place.part in opened.package.related("core-properties", ""):
        for element in opened.tree(place.part).iter(etree.Element):
            if (at := (element.text or "").find(place.words)) >= 0:
                yield _Tag(place.part, element, at, at + len(place.words), is_property=True)
        return
    spot = spots.find(finding)
    if spot is None or spot.is_whole:
        return
    twin = spots.twin(spot)
    start, end = _whole_tag(spot, finding)
    yield _Tag(spot.part, spot.paragraph, start, end, (twin.paragraph,) if twin else ())


def _whole_tag(spot: Spot, finding: Finding) -> tuple[int, int]:
    """From brace to brace, where a place leads to less of a tag."""
    if "mended" not in finding.facts:
        for span in spans(words_of(spot.paragraph))[0]:
            if span.start <= spot.start and spot.end <= span.end:
                return span.start, span.end
    return spot.start, spot.end


# -- what is certain


def _is_certain(finding: Finding, known: Collection[str]) -> bool:
    place = finding.place
    if not isinstance(place, WordPlace) or not place.words:
        return False
    if finding.code in _IN_PIECES or finding.facts.get("mended"):
        return True
    name, nearest = (finding.facts.get(fact, "") for fact in ("name", "nearest"))
    return finding.code in _NAMES and bool(name and nearest) and _is_slip(name, nearest, known)


def _is_slip(written: str, nearest: str, known: Collection[str]) -> bool:
    """Whether a name differs from a known one as names do that are typed in a hurry: in one step, by capitals or
    lines, by one letter, or two of a long word; and whether no other known name is as near."""
    mine, theirs = written.split("."), nearest.split(".")
    differing = [pair for pair in zip(mine, theirs, strict=False) if pair[0] != pair[1]]
    if len(mine) != len(theirs) or len(differing) != 1:
        return False
    step, meant = (_STEP_SIGNS.sub("", one).lower() for one in differing[0])
    distance = _distance(step, meant)
    if distance > (2 if len(meant) >= 8 else 1 if len(meant) >= 4 else 0):
        return False
    others = (name for name in known if name != nearest and name.count(".") == nearest.count("."))
    return not any(_distance(written.lower(), name.lower()) <= max(distance, 1) for name in others)


def _distance(one: str, other: str) -> int:
    """Letters that are wrong, missing, too many, or in each other's place (Damerau's measure)."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, mine in enumerate(one, 1):
        row = [at]
        for to, theirs in enumerate(other, 1):
            least = min(last[to] + 1, row[-1] + 1, last[to - 1] + (mine != theirs))
            if at > 1 and to > 1 and mine == other[to - 2] and one[at - 2] == theirs:
                least = min(least, before[to - 2] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]


def _bound_names(opened: Opened, part: str) -> frozenset[str]:
    """What the tags of a part name themselves: the rows of a loop, what is set."""
    words = "".join(text.text or "" for text in opened.tree(part).iter("{*}t"))
    found = (name for match in _BOUND.finditer(words) for name in (match[1] or match[2]).split(","))
    return frozenset(name.strip() for name in found)


# -- how a tag is put right


def _meant(tag: str, findings: Sequence[Finding], bound: Collection[str]) -> tuple[str, list[Finding]]:
    """The tag as it was meant, and which of its findings are then put right: signs first, then names."""
    signs = [finding for finding in findings if finding.facts.get("mended")]
    edits = _agreed([list(_changes(tag, finding.facts["mended"])) for finding in signs])
    done = [] if edits is None else signs
    for start, end, said in edits or ():
        tag = tag[:start] + said + tag[end:]
    renamed: set[tuple[str, str]] = set()
    for finding in findings:
        if finding.code in _IN_PIECES:
            done = [*done, finding]
        elif finding.code in _NAMES and not finding.facts.get("mended"):
            names = written, nearest = _names(finding)
            after = tag if names in renamed else _renamed(tag, written, nearest, bound)
            if after != tag or names in renamed:
                tag, done = after, [*done, finding]
                renamed.add(names)
    return tag, done


def _names(finding: Finding) -> tuple[str, str]:
    before = _NAMES[finding.code]
    return before + finding.facts["name"], before + finding.facts["nearest"]


def _renamed(tag: str, written: str, nearest: str, bound: Collection[str]) -> str:
    """Outside of quotes; the row of a loop is left, for it is the list whose name is wrong."""
    first = written.partition(".")[0]
    if first in bound and first != nearest.partition(".")[0]:
        return tag
    quoted = [match.span() for match in _QUOTED.finditer(tag)]
    for match in reversed(list(re.finditer(rf"(?<![\w.]){re.escape(written)}(?!\w)", tag))):
        if not any(start <= match.start() < end for start, end in quoted):
            tag = tag[: match.start()] + nearest + tag[match.end() :]
    return tag


def _changes(tag: str, meant: str) -> Iterator[Edit]:
    """The fewest characters that make `meant` of a tag, sign for sign where that can be."""
    matcher = SequenceMatcher(None, tag, meant, autojunk=False)
    for kind, first, last, from_, to in matcher.get_opcodes():
        if kind == "replace" and last - first == to - from_:
            yield from ((first + at, first + at + 1, meant[from_ + at]) for at in range(last - first))
        elif kind != "equal":
            yield first, last, meant[from_:to]


def _agreed(proposed: Sequence[list[Edit]]) -> list[Edit] | None:
    """All edits of one tag, the last one first; None where two would change the same characters in different ways."""
    edits = sorted({edit for of_one in proposed for edit in of_one})
    for one, other in pairwise(edits):
        if other[0] < one[1] or one[:2] == other[:2]:
            return None
    return edits[::-1]


def _is_understood(tag: str) -> bool:
    """Whether the engine reads it, as far as one tag can be read by itself."""
    found, slips = spans(tag)
    if slips or len(found) != 1 or (found[0].start, found[0].end) != (0, len(tag)):
        return False
    faults: list[Finding] = []
    list(asked_tag_by_tag([WordPlace("", words=tag)], Sandbox({}, Undefined), faults))
    return not faults
