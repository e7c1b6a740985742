"""A template read together with letters made from it: what the file shows, what its letters lack or must not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.errors import DocgenError, Finding, HostileFile, Severity, TemplateFault, WordPlace
from docgen.letters.defaults import complete
from docgen.letters.entry import Group
from docgen.letters.facts import facts
from docgen.letters.own import sample
from docgen.letters.part import Part
from docgen.letters.part_names import part_name
from docgen.letters.proofreading import sentences
from docgen.letters.request import Language, LetterRequest, Purpose
from docgen.letters.required import required_parts
from docgen.letters.tone import texts_in
from docgen.studio.checking import Checked, Tools, check
from docgen.studio.checking.parts import TAKEN_OUT, Paragraph, all_paragraphs, parts_of, story
from docgen.studio.subject import Subject
from docgen.studio.trials import Trial
from docgen.templating import Template
from docgen.usecases.assessment import assess_account
from docgen.usecases.check import check_letter
from docgen.usecases.desk import Desk
from docgen.usecases.letter import decided_for, remarks_on
from docgen.wordfile import open_package
from docgen.wordfile.text import text

__all__ = ["Review", "review"]

_ASKS = "citation.before_2021"
# Days that may fall together, so that the words of one stand for another in a letter; those of the template do not.
_DAYS = frozenset({"letter.date", "letter.pay_by", "letter.reply_by", "letter.cut_off"})
_OWN_WORDS = frozenset({"reservation", "due_date_stays"})
_SENTENCE = 12  # characters of a fact that says something by itself
_TELLING = 4  # characters of a template that lead to it from a letter; fewer stand everywhere


@dataclass(frozen=True, slots=True)
class Review:
    """checked: what the file itself shows. findings: that, and what its letters show, each in the template's own
    paragraph where its words are found there."""

    checked: Checked
    findings: tuple[Finding, ...]

    @property
    def stops(self) -> bool:
        """Whether it may not be published."""
        return any(finding.severity is Severity.FAULT for finding in self.findings)


def review(desk: Desk, word_file: bytes, subject: Subject, tools: Tools, trials: Iterable[Trial]) -> Review:
    """Check a template and read the letters that it makes for these accounts, for each purpose that it has. Never
    raises for what the file holds.

    trials: the first is the letter's example, whose account a letter is held against; of the others it is only asked
    whether they can be made, and hold what such a letter must. What bars a letter is a fault of its template. What the
    same words were told for already is not told again.
    """
    checked = check(word_file, subject, tools)
    if checked.compiled is None:
        return Review(checked, checked.findings)
    try:
        paragraphs = tuple(all_paragraphs(parts_of(open_package(word_file))))
    except HostileFile:  # which `check` has told
        return Review(checked, checked.findings)
    found = list(checked.findings)
    told = {_key(finding) for finding in found}
    for number, trial in enumerate(trials):
        for remark in _remarks(desk, checked.compiled, subject, trial, whole=number == 0):
            placed = _placed(remark, paragraphs)
            if (same := _known_better(found, placed)) is not None:
                found[same] = replace(placed, place=found[same].place)
            elif _key(placed) not in told and not _said(found, placed):
                told.add(_key(placed))
                found.append(placed)
    missing = {finding.facts["part"] for finding in found if finding.code == "letter.part_missing"}
    found += (finding for finding in _without_its_day(checked, subject) if finding.facts["part"] not in missing)
    return Review(checked, tuple(found))


def _without_its_day(checked: Checked, subject: Subject) -> Iterator[Finding]:
    """A day that the template does not print, though the example's letter has it by chance: another falls on it."""
    for purpose in subject.entry.purposes[:1] or (None,):
        for part in required_parts(subject.kind, purpose):
            field = part.pattern(subject.language).strip("{}")
            if field in _DAYS and field not in checked.names:
                yield _missing(part, subject.language)


def _not_of_its_own(
    written: str, worded: Mapping[str, object], subject: Subject, purpose: Purpose | None
) -> Iterator[Finding]:
    """A right that the letter reserves only because this account is contested: no words of the template do it."""
    if subject.entry.group is Group.AGREEMENT:
        return  # whose clauses are worded from what was agreed
    own = written
    for words in sorted(texts_in(worded), key=len, reverse=True):
        own = own.replace(words, "") if len(words) >= _SENTENCE else own
    said = sentences(own)
    for part in required_parts(subject.kind, purpose):
        if part.id in _OWN_WORDS and not (
            part.found_in(said, subject.language, worded) or part.put_otherwise(said, subject.language, worded)
        ):
            yield _missing(part, subject.language)


def _missing(part: Part, language: Language) -> Finding:
    facts = {"part": part_name(part.id, language), "example": part.example(language)}
    return Finding("letter.part_missing", Severity.WARNING, facts=facts)


def _known_better(found: Sequence[Finding], remark: Finding) -> int | None:
    """Which finding asks what this one, who knows an account, can answer: an act that is repealed is law no more where
    nothing happened under it."""
    cited = remark.facts.get("cited")
    if not cited or not remark.code.startswith("citation."):
        return None
    asking = (number for number, each in enumerate(found) if each.code == _ASKS and each.facts.get("cited") == cited)
    return next(asking, None)


def _remarks(desk: Desk, compiled: Template, subject: Subject, trial: Trial, *, whole: bool) -> Iterator[Finding]:
    for purpose in subject.entry.purposes or (None,):
        yield from _read(desk, compiled, subject, trial, replace(trial.request, purpose=purpose), whole=whole)


def _read(
    desk: Desk, compiled: Template, subject: Subject, trial: Trial, request: LetterRequest, *, whole: bool
) -> tuple[Finding, ...]:
    """What is to be said of one letter. An account that cannot be assessed says nothing about a template.

    whole: also what its words say of the account.
    """
    kind, language, account = subject.kind, subject.language, trial.account
    try:
        assessment = assess_account(desk, account, request)
        request, _ = complete(request, kind, account, assessment, language, law=desk.law)
        if own := subject.own:
            request = replace(request, own=sample(own, language, request.dated_on or account.as_of))
        decided = decided_for(desk, kind, language, account)
        worded = facts(kind, language, account, assessment, request, desk.law, decided=decided, own=own)
    except DocgenError:
        return ()
    try:
        written = text(compiled.merge(worded))
    except TemplateFault as fault:
        return tuple(fault.findings)
    read = remarks_on(written, kind, language, request, worded)
    if not whole:
        return read
    lacking = {remark.facts.get("part") for remark in read}
    reserved = _not_of_its_own(written, worded, subject, request.purpose)
    read = (*read, *(one for one in reserved if one.facts["part"] not in lacking))
    return (*read, *check_letter(desk, kind, language, account, assessment, request, written, worded, read))


# Places


def _placed(remark: Finding, paragraphs: Sequence[Paragraph]) -> Finding:
    """A remark on a letter, at the words of the template that the letter has them from."""
    severity = Severity.FAULT if remark.severity is Severity.BAR else remark.severity
    remark = replace(remark, severity=severity)
    if not isinstance(remark.place, WordPlace) or remark.place.part:
        return remark
    written, words = remark.place.words.strip("…"), remark.facts.get("words", "")
    best = max(paragraphs, key=lambda paragraph: _likeness(paragraph, written, words), default=None)
    if best is None or not _likeness(best, written, words)[0]:
        return replace(remark, place=WordPlace("", words=written))
    start = best.bare.find(words) if words else -1
    if start < 0:
        return replace(remark, place=best.at(0, len(best.words)))
    return replace(remark, place=best.at(start, start + len(words)))


def _likeness(paragraph: Paragraph, written: str, words: str) -> tuple[int, int]:
    """How much of what a letter says a paragraph has: the words themselves count above all."""
    pieces = [piece.strip() for piece in paragraph.bare.split(TAKEN_OUT)]
    shared = sum(len(piece) for piece in pieces if len(piece) >= _TELLING and piece in written)
    whole = paragraph.bare.strip()
    if len(whole) > len(written) >= _TELLING and written in whole:
        shared = len(written)
    named = len(words) if words and words in paragraph.bare else 0
    return (named and named + shared + 1) or shared, shared


def _key(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    at = (story(place), place.words) if isinstance(place, WordPlace) else None
    words = finding.facts.get("words") or tuple(sorted(finding.facts.items()))
    return finding.code, at, words


def _said(found: Sequence[Finding], remark: Finding) -> bool:
    """Whether the same was said of this paragraph, of these words or some of them."""
    place, words = remark.place, remark.facts.get("words", "")
    if not isinstance(place, WordPlace) or not words:
        return False
    return any(
        each.code == remark.code
        and isinstance(each.place, WordPlace)
        and story(each.place) == story(place)
        and (each.facts.get("words", "") in words or words in each.facts.get("words", ""))
        for each in found
    )
