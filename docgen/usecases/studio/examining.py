"""What an uploaded file shows: everything that is wrong with it, where, and the letters that it would make.

One examination serves the page, the API and the command line, and is what a version is handed in with.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from docgen.accounts.account import Account
from docgen.errors import (
    Finding,
    InvalidRequest,
    Severity,
    TemplateFault,
    TextPlace,
    UnknownLetter,
    WordFileFault,
    WordPlace,
)
from docgen.letters import own_file
from docgen.letters.context.fields import fields
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.studio.checking import Checked, Tools, check
from docgen.studio.composing import Composed, Letterhead, compose, included
from docgen.studio.composing.clauses import fragment_faults
from docgen.studio.marking import Repaired, Said, marked, repaired, repairs, unmarked
from docgen.studio.subject import Subject
from docgen.studio.trials import Trial, trials
from docgen.templating import compile_template
from docgen.usecases.desk import Desk
from docgen.usecases.studio.composed import composed_of, with_clause
from docgen.usecases.studio.kinds import own_letter_drafted
from docgen.usecases.studio.resolving import Resolver, touched
from docgen.usecases.studio.review import review
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.trying import try_letter
from docgen.usecases.studio.versions import Item, Sort
from docgen.wordfile import open_package

_LACKS = "letter.part_missing"
Example = Callable[[LetterKind], tuple[Account, LetterRequest]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """word_file: as it was sent, but for what marking had once put into it.
    composed: the file that letters are made from, clauses and letterhead in it; None where something stops that.
    findings: in the order of the file; a place within a clause says so by its `file`. subject: what letters are made.
    """

    item: Item
    word_file: bytes
    findings: tuple[Finding, ...]
    names: frozenset[str] = frozenset()
    includes: tuple[str, ...] = ()
    composed: bytes | None = None
    subject: Subject | None = None

    @property
    def stops(self) -> bool:
        return any(finding.severity in (Severity.FAULT, Severity.BAR) for finding in self.findings)

    @property
    def repairable(self) -> tuple[Finding, ...]:
        return repairs(self.findings)


def subject_of(item: Item, shelf: Shelf | None = None, day: dt.date = dt.date.max) -> Subject:
    """The letter that versions of an item make. Raises UnknownLetter.

    shelf, day: where a letter of the company's own is looked for, as letters dated this day have it.
    """
    try:
        language = Language(item.language)
        if item.name not in set(LetterKind) and shelf and (own := own_letter_drafted(shelf, item.name, item.unit, day)):
            return Subject(kind=own.base, language=language, own=own)
        return Subject(kind=LetterKind(item.name), language=language)
    except ValueError:
        raise UnknownLetter(Finding("letter.unknown", facts={"kind": item.name[:80], "nearest": ""})) from None


def examine(
    desk: Desk, shelf: Shelf, example: Example, item: Item, content: bytes, *, day: dt.date, clauses: bool = True
) -> Examined:
    """Everything about a version of an item, before anybody keeps it. Never raises for what the file holds.

    example: the account and the request that ship as a letter's example. clauses: also those in force for its unit,
    and its letterhead, as letters dated `day` would have them.
    """
    match item.sort:
        case Sort.LETTER:
            return _letter(desk, shelf, example, item, content, day, clauses)
        case Sort.CLAUSE:
            return _clause(desk, shelf, example, item, content, day)
        case Sort.LETTERHEAD:
            return _letterhead(desk, shelf, example, item, content, day)
        case Sort.KIND:
            return _kind(item, content)


def trials_of(subject: Subject, example: Example) -> tuple[Trial, ...]:
    """The accounts that a letter is tried on, the example first."""
    return trials(*example(subject.kind))


def marked_file(examined: Examined, say: Callable[[Finding], Said], language: Language) -> bytes:
    """The lawyer's own file, with a comment at each finding."""
    return marked(examined.word_file, _in_letter(examined.findings), say, language)


def repaired_file(examined: Examined) -> Repaired:
    """The lawyer's own file with what is certain put right."""
    names = examined.subject.fields if examined.subject else ()
    known = [name.replace("[]", "") for name in names]
    return repaired(examined.word_file, _in_letter(examined.findings), known=known)


def _letter(
    desk: Desk, shelf: Shelf, example: Example, item: Item, content: bytes, day: dt.date, clauses: bool
) -> Examined:
    subject = subject_of(item, shelf, day)
    try:
        word_file = unmarked(content)
        resolved = Resolver(shelf).resolve_in(item.unit, item.name, item.language, day)
        if not clauses:
            resolved = replace(resolved, clauses={}, letterhead=None)
        composed = composed_of(shelf, resolved, word_file, subject.language)
        includes = included(word_file)
    except TemplateFault as fault:  # a clause that there is not, or in the wrong place: the rest is told with it
        checked = check(unmarked(content), subject, Tools(desk.law, desk.press, frozenset(resolved.clauses)))
        return _examined(item, unmarked(content), (*fault.findings, *checked.findings), checked, subject)
    except WordFileFault as fault:
        return Examined(item=item, word_file=content, findings=tuple(fault.findings), subject=subject)
    tools = Tools(desk.law, desk.press, frozenset(resolved.clauses))
    found = review(desk, composed.word_file, subject, tools, trials_of(subject, example)[:1])
    findings = _at_source(found.findings, composed)
    made = composed.word_file if found.checked.compiled else None
    return replace(_examined(item, word_file, findings, found.checked, subject), includes=includes, composed=made)


def _clause(desk: Desk, shelf: Shelf, example: Example, item: Item, content: bytes, day: dt.date) -> Examined:
    """A clause, and each letter in force that includes it: what is wrong in one of them is told with its name."""
    try:
        word_file = unmarked(content)
        faults = tuple(fragment_faults(open_package(word_file)))
    except WordFileFault as fault:
        return Examined(item=item, word_file=content, findings=tuple(fault.findings))
    findings = list(faults)
    names: frozenset[str] = frozenset()
    letters = () if faults else touched(shelf, item)
    if not letters:
        findings += _faults_of(lambda: compile_template(word_file, known=_everywhere()))
    for letter in letters:
        subject = subject_of(letter.item, shelf, day)
        composed = with_clause(shelf, letter, item, word_file, day=day)
        tools = Tools(desk.law, desk.press, frozenset(composed.used))
        found = review(desk, composed.word_file, subject, tools, trials_of(subject, example)[:1])
        at_home = _at_source(found.findings, composed)
        of_this = [one for one in at_home if isinstance(one.place, WordPlace) and one.place.file == item.name]
        findings += [replace(one, facts={**one.facts, "letter": subject.title}) for one in of_this]
        names |= found.checked.names
    here = _each_once(replace(one, place=_here(one.place)) for one in findings)
    return Examined(item=item, word_file=word_file, findings=here, names=names)


def _letterhead(desk: Desk, shelf: Shelf, example: Example, item: Item, content: bytes, day: dt.date) -> Examined:
    """A letterhead, and what a demand letter under it lacks that the same letter has without it: an address line takes
    the place of the line that else gives the creditor's code.
    """
    findings = [*_faults_of(lambda: Letterhead.read(content))]
    for language in Language if not findings else ():
        subject = Subject(kind=LetterKind.DEMAND_LETTER, language=language)
        resolved = Resolver(shelf).resolve_in(item.unit, subject.name, language.value, day)
        if resolved.letter is None:
            continue
        bare = composed_of(shelf, replace(resolved, letterhead=None), shelf.content(resolved.letter.digest), language)
        headed = compose(bare.word_file, {}, Letterhead.read(content), language)
        trial = trials_of(subject, example)[0]
        before, after = (
            [one for one in try_letter(desk, subject, made.word_file, trial).notices if one.code == _LACKS]
            for made in (bare, headed)
        )
        findings += [Finding("studio.letterhead_hides", facts=one.facts) for one in after if one not in before]
    return Examined(item=item, word_file=content, findings=tuple(findings))


def _everywhere() -> frozenset[str]:
    """The names that any letter has: of a clause that no letter includes yet."""
    return frozenset(name.replace("[]", "") for kind in LetterKind for name in fields(kind))


def _kind(item: Item, content: bytes) -> Examined:
    """A description of a letter of the company's own: what its letters must be answered is what it asks for."""
    try:
        own = own_file.read(content)
    except InvalidRequest as error:
        return Examined(item=item, word_file=content, findings=error.findings)
    found: tuple[Finding, ...] = ()
    if own.id != item.name:
        found = (Finding("studio.kind_other_id", place="/id", facts={"id": own.id, "name": item.name}),)
    names = frozenset(f"own.{asked.name}" for asked in own.asks if asked.required)
    return Examined(item=item, word_file=content, findings=found, names=names)


def _examined(
    item: Item, word_file: bytes, findings: Iterable[Finding], checked: Checked, subject: Subject
) -> Examined:
    return Examined(
        item=item,
        word_file=word_file,
        findings=_each_once(findings),
        names=checked.names,
        includes=checked.includes,
        subject=subject,
    )


def _each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each code once at a place, though several letters show it."""
    return tuple({(one.code, one.place, one.facts.get("tag")): one for one in reversed([*findings])}.values())[::-1]


def _at_source(findings: Sequence[Finding], composed: Composed) -> tuple[Finding, ...]:
    """The findings of a composed file, each where somebody wrote what it is about."""

    def moved(finding: Finding) -> Finding:
        if not isinstance(finding.place, WordPlace) or not finding.place.part:
            return finding
        place, clause = composed.source(finding.place)
        return replace(finding, place=replace(place, file=clause))

    return tuple(map(moved, findings))


def _in_letter(findings: Iterable[Finding]) -> list[Finding]:
    """Those that stand in the letter's own file, not in a clause of its."""
    return [one for one in findings if not (isinstance(one.place, WordPlace) and one.place.file)]


def _here(place: str | WordPlace | TextPlace | None) -> str | WordPlace | TextPlace | None:
    return replace(place, file="") if isinstance(place, WordPlace) else place


def _faults_of(work: Callable[[], object]) -> tuple[Finding, ...]:
    try:
        work()
    except WordFileFault as fault:
        return tuple(fault.findings)
    return ()
