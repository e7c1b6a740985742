"""A Word file as the template of a letter: everything that is wrong with it or remarkable in it, found in one pass.

    check     Word file + subject → Checked: each finding with its place, and what was compiled where nothing stops it

    parts     paragraphs with their places, and the tags among their words
    known     what this letter can print
    reading   tags while they are read: what is open, what was found
    meaning   what the tags mean: names, loops, filters, comparisons, what is printed unguarded
    structure where conditions and loops begin and end in the document
    sentences sums typed by hand or printed without currency and words, labels that may be left without content
    traces    formatting, tracked changes and comments inside tags; languages
    wording   what the template's own words must not say, and articles that are not law any more
    printing  what the press cannot print, and fonts that are missing

Nothing here makes a letter: what letters made from the template lack or must not say is for
`docgen.usecases.studio.review`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from docgen.errors import Finding, HostileFile, PressFailed, Severity, TemplateFault, WordPlace
from docgen.law.statutes import LawData
from docgen.letters.entry import Group
from docgen.printing.workers import Prints
from docgen.studio.apart import fit
from docgen.studio.checking import known, sentences, structure, traces
from docgen.studio.checking.meaning import meant
from docgen.studio.checking.parts import Part, Story, all_paragraphs, parts_of, story
from docgen.studio.checking.printing import printing
from docgen.studio.checking.reading import Meant
from docgen.studio.checking.wording import wording
from docgen.studio.subject import Subject
from docgen.templating import Template
from docgen.wordfile import Package, open_package

__all__ = ["Checked", "Tools", "check"]

_MOST = 500  # findings that anybody reads
# Of a part that a lawyer has written; a longer one is no letter. The longest that ships has 12,000 and 400.
_MOST_CHARACTERS, _MOST_TAGS = 300_000, 4_000
_TAG = re.compile(r"\{[{%]")
_MOST_FINDINGS = 500  # that are worth telling in one pass
# A tag with a tracked change in it, or what is left of one.
_NO_FACTS = {"clause", "loop"}  # names within tags that stand for nothing of the account or the letter
_TORN = frozenset({"studio.tracked_in_tag", "template.tag_open", "template.tag_not_opened"})


@dataclass(frozen=True, slots=True)
class Tools:
    """law: for what a template cites. press: tells what it cannot print. clauses: the names of those that a letter of
    the subject's unit may include."""

    law: LawData
    press: Prints
    clauses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Checked:
    """digest: SHA-256 of the Word file, hex. findings: in reading order, the same never twice.
    names: the facts that it asks for, dotted. includes: the clauses that it names, in their order.
    compiled: None where something stops it.
    """

    digest: str
    findings: tuple[Finding, ...]
    names: frozenset[str]
    includes: tuple[str, ...]
    compiled: Template | None

    @property
    def stops(self) -> bool:
        """Whether something in it must be mended before any letter can be made from it."""
        return any(finding.severity is Severity.FAULT for finding in self.findings)


def check(word_file: bytes, subject: Subject, tools: Tools) -> Checked:
    """Everything that can be told from the file alone. Never raises for what the file holds."""
    digest = hashlib.sha256(word_file).hexdigest()
    try:
        package = open_package(word_file)
        parts = parts_of(package)
    except HostileFile as fault:
        return Checked(digest, tuple(fault.findings), frozenset(), (), None)
    if too_large := tuple(_too_large(parts)):
        return Checked(digest, too_large, frozenset(), (), None)
    root = known.known(subject, tools.clauses)
    names = known.names(root)
    read = [meant(part, root) for part in parts]
    found = [*_of_the_notation(parts, read), *_of_the_words(parts, read, names, subject, tools), *_unfilled(package)]
    compiled = None
    if not any(finding.severity is Severity.FAULT for finding in found):  # whose consequences are no findings
        compiled, refused = _compiled(word_file, names, tools.press)
        found += refused
    torn = {story(one.place) for one in found if one.code in _TORN and isinstance(one.place, WordPlace)}
    found += printing(word_file, tools.press, parts, torn)
    return Checked(
        digest=digest,
        findings=_most_telling(_in_order(found, parts)),
        names=frozenset(name for one in read for name in one.names if name.partition(".")[0] not in _NO_FACTS),
        includes=tuple(dict.fromkeys(name for one in read for name in one.includes)),
        compiled=compiled,
    )


def _most_telling(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """All of them, in their order; of thousands the first few hundred, faults before all others."""
    if len(findings) <= _MOST:
        return findings
    faults_first = sorted(range(len(findings)), key=lambda number: findings[number].severity is not Severity.FAULT)
    return tuple(findings[number] for number in sorted(faults_first[:_MOST]))


def _too_large(parts: Sequence[Part]) -> Iterator[Finding]:
    for part in parts:
        characters = sum(len(paragraph.words) for paragraph in part.paragraphs)
        for much, most in ((characters, _MOST_CHARACTERS), (len(part.tags.tags), _MOST_TAGS)):
            if much > most:
                facts = {"part": part.name, "limit": f"{most:,}"}
                yield Finding("template.part_too_large", place=WordPlace(part.name), facts=facts)


def _unfilled(package: Package) -> Iterator[Finding]:
    """Tags in properties that no letter fills in: company and manager, and those that somebody has added."""
    for kind in ("extended-properties", "custom-properties"):
        for name in package.related(kind, ""):
            for element in package.xml(name).iter(etree.Element):
                if _TAG.search(words := element.text or ""):
                    yield Finding("template.misplaced", place=WordPlace(name, words=words), facts={"tag": words[:60]})


def _of_the_notation(parts: Sequence[Part], read: Sequence[Meant]) -> Iterator[Finding]:
    for part, one in zip(parts, read, strict=True):
        yield from part.tags.findings
        yield from structure.misplaced(part)
        yield from structure.too_deep(part)
        yield from one.findings
        for paragraph in part.paragraphs:
            yield from traces.traces(paragraph)


def _of_the_words(
    parts: tuple[Part, ...], read: Sequence[Meant], names: Sequence[str], subject: Subject, tools: Tools
) -> Iterator[Finding]:
    paragraphs = tuple(all_paragraphs(parts))
    by_element: sentences.ByElement = {paragraph.element: paragraph for paragraph in paragraphs}
    printed = [one for part in read for one in part.printed]
    yield from sentences.typed_fields(paragraphs, frozenset(names))
    yield from sentences.typed_sums(paragraphs)
    yield from sentences.unguarded(printed, by_element)
    yield from sentences.sums(printed, by_element)
    if subject.entry.group is not Group.WORKING:  # our own hands need no capitals
        yield from sentences.without_words(printed)
    yield from traces.languages(paragraphs, subject.language)
    yield from wording(paragraphs, subject, tools.law)


def _compiled(word_file: bytes, names: Sequence[str], press: Prints) -> tuple[Template | None, tuple[Finding, ...]]:
    try:
        return fit(word_file, press, known=names), ()
    except (TemplateFault, PressFailed) as fault:
        return None, tuple(fault.findings)


def _in_order(found: Iterable[Finding], parts: Sequence[Part]) -> tuple[Finding, ...]:
    """As somebody reads the file, what is about the whole of it last; each once, with all that its place can tell."""
    told: dict[tuple[object, ...], Finding] = {}
    at: dict[Story, tuple[int, WordPlace, str]] = {}
    for number, paragraph in enumerate(all_paragraphs(tuple(parts))):
        at[story(paragraph.place)] = (number, paragraph.place, paragraph.words)
    last = len(at)
    order: dict[int, tuple[int, int]] = {}
    for finding in found:
        rank = (last, 0)
        here = finding.place
        if isinstance(here, WordPlace) and story(here) in at:
            number, place, words = at[story(here)]
            whole = replace(here, pages=place.pages, note=place.note, in_box=place.in_box)
            finding = replace(finding, place=whole)  # noqa: PLW2901
            rank = (number, max(words.find(here.words), 0))
        key = (finding.code, finding.place, tuple(sorted(finding.facts.items())))
        if key not in told:
            told[key] = finding
            order[id(finding)] = rank
    return tuple(sorted(told.values(), key=lambda finding: order[id(finding)]))
