"""Reads the text of a letter before it leaves: what it must not say, what it cites, and whether its facts are true.

The text may be of any origin: made here, edited in Word, or typed by hand. It is read sentence by sentence; nothing is
asked of a model, a network or a clock. Every finding has its place, and words that would be lawful.

    tone        threats, exposure, insults, waivers, new due dates (`docgen.letters.tone`)
    traps       sentences that give a right away, or rest on one that is not there
    signer      a lawyer's letter that no law firm issues
    citations   each act and article: in force on the letter's day, and about what it is cited for
    sums, days  figures and words agree, tables add up, days exist; with an account: it has them
    names       with an account: parties, invoices, contracts and bank accounts are called as it calls them
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import islice

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity, TextPlace
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.check import days, names, sums
from docgen.letters.check.citing import citations
from docgen.letters.check.days import Day
from docgen.letters.check.instead import instead
from docgen.letters.check.known import Explained, Known
from docgen.letters.check.naming import names_of
from docgen.letters.check.printed import Printed
from docgen.letters.check.reading import Paragraph, read
from docgen.letters.check.sorts import Nature, Signer, Sort, lawyers_title, nature, signer
from docgen.letters.check.standing import Placed, placed, remark
from docgen.letters.check.sums import Sum
from docgen.letters.check.traps import Traps, lapses
from docgen.letters.request import Language, LetterKind, LetterRequest, Purpose
from docgen.letters.tone import allowed, names_in, spotted, suspicious, telling
from docgen.letters.tone_rule import Rule

__all__ = ["Checked", "Explained", "Placed", "check", "examine", "language_of", "own_day"]

MOST = 500  # findings of each reader; a letter with more is no letter
# Of the other sorts, what they may say: see `docgen.letters.tone.allowed` for the kinds that are made here.
_PASSING = {
    Sort.COURT_PAPER: frozenset({"tone.lawyer", "tone.authority", "tone.admission"}),
    Sort.AGREEMENT: frozenset({"tone.new_due_date"}),  # both sides move it, which is what an agreement is for
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """findings: in the order of the text. citations, sums, days: all that were read, also those that are right."""

    findings: tuple[Finding, ...]
    citations: tuple[tuple[Placed, TextPlace], ...]
    sums: tuple[Sum, ...]
    days: tuple[Day, ...]
    language: Language
    dated_on: dt.date

    @property
    def verdict(self) -> str:
        """ "block" where the law forbids a sentence, "warn" where somebody must decide, else "ok"."""
        severities = {finding.severity for finding in self.findings}
        if severities & {Severity.BAR, Severity.FAULT}:
            return "block"
        return "warn" if Severity.WARNING in severities else "ok"


def check(
    text: str | Sequence[str],
    *,
    kind: LetterKind | None = None,
    language: Language | None = None,
    dated_on: dt.date,
    account: Account | None = None,
    assessment: Assessment | None = None,
    request: LetterRequest | None = None,
    law: LawData,
) -> tuple[Finding, ...]:
    """What is to be said of a letter's text; see `examine`."""
    return examine(
        text,
        kind=kind,
        language=language,
        dated_on=dated_on,
        account=account,
        assessment=assessment,
        request=request,
        law=law,
    ).findings


def examine(
    text: str | Sequence[str],
    *,
    kind: LetterKind | None = None,
    language: Language | None = None,
    dated_on: dt.date,
    account: Account | None = None,
    assessment: Assessment | None = None,
    request: LetterRequest | None = None,
    printed: Iterable[str] = (),
    law: LawData,
) -> Checked:
    """Read a text, and tell all that was found in it and all that was read.

    text: as one, its paragraphs on lines of their own, or paragraph by paragraph. kind: which letter it is; None: of
    unknown origin. language: of the words to use instead; None: the text's own. dated_on: the letter's day. account:
    with it the facts are checked, with its assessment also the sums that the law makes of them. printed: texts that
    docgen itself worded from the account, which explain what stands in them.
    """
    paragraphs = read(text)
    spoken = language or language_of(paragraphs)
    purpose = request.purpose if request else None
    own = Printed(printed)
    about = nature(paragraphs, kind, purpose)
    known = Known(account, assessment, request) if account else None
    paragraphs = tuple(paragraph for paragraph in paragraphs if not own.holds(paragraph))
    facts = _Facts(known, own, paragraphs)
    by_number = {paragraph.number: paragraph for paragraph in paragraphs}
    found_sums = tuple(one for paragraph in paragraphs for one in map(facts.sum, sums.sums(paragraph)))
    found_days = tuple(one for paragraph in paragraphs for one in map(facts.day, days.days(paragraph)))
    found_citations = tuple(_citations(paragraphs, law, dated_on, account))
    readers: tuple[Iterator[Finding], ...] = (
        _tone(paragraphs, about, kind, purpose, account, own.texts),
        _traps(paragraphs, about, account, own.texts, known),
        _signer(paragraphs),
        _cited(by_number, found_citations, law, spoken, known),
        _sums(by_number, found_sums, known),
        _days(by_number, found_days, known, dated_on, spoken),
        _names(paragraphs, request, known, own),
    )
    found = [_worded(each, spoken) for reader in readers for each in islice(reader, MOST)]
    return Checked(
        findings=tuple(sorted({_order(each): each for each in found}.values(), key=_order)),
        citations=found_citations,
        sums=found_sums,
        days=found_days,
        language=spoken,
        dated_on=dated_on,
    )


def own_day(text: str | Sequence[str]) -> dt.date | None:
    """The day that a letter bears, alone in a paragraph."""
    return days.own_day(read(text))


def language_of(paragraphs: Sequence[Paragraph] | Sequence[str]) -> Language:
    """What a text is written in: Chinese where a tenth of its letters are."""
    text = "".join(each.text if isinstance(each, Paragraph) else each for each in paragraphs)
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in text)
    return Language.ZH if chinese * 10 >= sum(map(str.isalpha, text)) else Language.EN


def _order(finding: Finding) -> tuple[int, int, int, str]:
    place = finding.place
    return (place.paragraph, place.start, place.end, finding.code) if isinstance(place, TextPlace) else (0, 0, 0, "")


def _worded(finding: Finding, language: Language) -> Finding:
    """With the words to use instead, where the finding itself has none."""
    words = finding.facts.get("instead") or instead(finding.code, language)
    return replace(finding, facts={**finding.facts, "instead": words})


# -- the readers


def _tone(
    paragraphs: Sequence[Paragraph],
    about: Nature,
    kind: LetterKind | None,
    purpose: Purpose | None,
    account: Account | None,
    printed: Sequence[str],
) -> Iterator[Finding]:
    """What `docgen.letters.tone` finds, but for the words of others and what this sort of writing may say."""
    texts = set(suspicious({paragraph.text for paragraph in paragraphs}))
    if not texts:
        return
    passing = (allowed(kind, purpose) if kind else frozenset()) | _PASSING.get(about.sort, frozenset())
    if about.sort is Sort.LAWYERS_LETTER and signer(paragraphs) is Signer.LAW_FIRM:
        passing |= {"tone.lawyer"}
    if kind is None and not about.asks_payment:
        passing |= {"tone.not_a_demand"}  # a reconciliation says so, and asks for nothing
    hidden = telling((*names_in(account), *printed)) if account else telling(printed)
    for paragraph in paragraphs:
        if paragraph.text not in texts:
            continue
        for rule, start, end in _told_once(spotted(paragraph.text, passing, hidden)):
            insult = rule.code == "tone.insult"  # a word in quotation marks is one all the same
            if (paragraph.quotes(start, end) and not insult) or (rule.code == "tone.waiver" and lapses(paragraph.text)):
                continue
            place = paragraph.place(*paragraph.words(start, end))
            yield Finding(rule.code, rule.severity, place, {"words": place.words}, rule.articles)


def _told_once(found: Iterable[tuple[Rule, int, int]]) -> Iterator[tuple[Rule, int, int]]:
    """Whoever tells the world tells third parties: the same words are exposure, and said once."""
    told = list(found)
    exposed = [(start, end) for rule, start, end in told if rule.code == "tone.exposure"]
    for rule, start, end in told:
        if rule.code != "tone.third_parties" or not any(start < stop and begin < end for begin, stop in exposed[:MOST]):
            yield rule, start, end


def _traps(
    paragraphs: Sequence[Paragraph],
    about: Nature,
    account: Account | None,
    printed: Sequence[str],
    known: Known | None,
) -> Iterator[Finding]:
    traps = Traps("\n".join(paragraph.text for paragraph in paragraphs), about, account)
    suspects = set(traps.telling({paragraph.text for paragraph in paragraphs}))
    hidden = traps.telling((*printed, *(known.texts if known else ()))) if suspects else ()
    for paragraph in paragraphs:
        if paragraph.text not in suspects:
            continue
        text = paragraph.text
        for words in hidden:
            text = text.replace(words, _BLOT * len(words))
        for trap, start, end in traps.trapped(paragraph, text):
            place = paragraph.place(start, end)
            yield Finding(trap.code, Severity.WARNING, place, {"words": place.words}, trap.articles)


def _signer(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """A letter that calls itself a lawyer's, and is not a firm's: its lawyers' firm takes the mandate and seals it."""
    if (title := lawyers_title(paragraphs)) and (by := signer(paragraphs)) is not Signer.LAW_FIRM:
        place = title[0].place(*title[1:])
        articles = ("lawyers_law:16",) if by is Signer.COMPANY else ("lawyers_law:28",)
        yield Finding("signer.not_a_law_firm", Severity.BAR, place, {"words": place.words, "by": by.value}, articles)


def _citations(
    paragraphs: Sequence[Paragraph], law: LawData, on: dt.date, account: Account | None
) -> Iterator[tuple[Placed, TextPlace]]:
    known = names_of(law)
    for paragraph in paragraphs:
        found = citations(paragraph, known, on)
        for one in placed(paragraph, found, law, on, account):
            yield one, paragraph.place(one.citation.start, one.citation.end)


def _cited(
    paragraphs: Mapping[int, Paragraph],
    found: Sequence[tuple[Placed, TextPlace]],
    law: LawData,
    language: Language,
    known: Known | None,
) -> Iterator[Finding]:
    """Remarks on citations; a clause that a letter quotes may cite what was law when it was written."""
    for one, place in found:
        if paragraphs[place.paragraph].quotes(place.start, place.end):
            continue
        if finding := remark(one, place, law, language, known=known is not None):
            yield finding


def _sums(paragraphs: Mapping[int, Paragraph], found: Sequence[Sum], known: Known | None) -> Iterator[Finding]:
    by_paragraph: dict[int, list[Sum]] = {}
    for one in found:
        by_paragraph.setdefault(one.paragraph, []).append(one)
    doubted: set[tuple[int, int]] = set()  # told with what they stand beside
    for number, in_it in by_paragraph.items():
        for figures, words in sums.disagreeing(paragraphs[number], in_it):
            yield sums.disagreement(paragraphs[number], figures, words)
            doubted.add((number, words.start))
            if words.explained:
                doubted.add((number, figures.start))
    yield from sums.tables(tuple(paragraphs.values()), known)
    if known is None:
        return
    told: set[object] = set()
    for one in found:
        paragraph = paragraphs[one.paragraph]
        place = paragraph.place(one.start, one.end)
        if one.explained is None:
            silent = one.value in told or (one.paragraph, one.start) in doubted or not one.value
            if not silent and not paragraph.quotes(one.start, one.end):
                told.add(one.value)
                near = sums.nearest(one, known)
                yield Finding(
                    "sum.unexplained", Severity.WARNING, place, {"sum": one.words, "nearest": near, "instead": near}
                )
        elif one.currency and one.currency != known.account.currency and one.explained.code not in _ELSEWHERE:
            facts = {"sum": one.words, "currency": known.account.currency}
            yield Finding("sum.currency_differs", Severity.WARNING, place, facts)


def _days(
    paragraphs: Mapping[int, Paragraph], found: Sequence[Day], known: Known | None, on: dt.date, language: Language
) -> Iterator[Finding]:
    told: set[dt.date] = set()
    for day in found:
        paragraph = paragraphs[day.paragraph]
        yield from days.remarks(paragraph, day, on)
        if known is None or day.explained or day.on is None or day.on in told or day.on == on:
            continue
        if not paragraph.quotes(day.start, day.end):
            told.add(day.on)
            yield days.unexplained(paragraph, day, known, language)


def _names(
    paragraphs: Sequence[Paragraph], request: LetterRequest | None, known: Known | None, printed: Printed
) -> Iterator[Finding]:
    if known is not None:
        likeness = names.Likeness()
        for paragraph in paragraphs:
            yield from names.remarks(paragraph, known, request, printed, likeness)


_BLOT = "\ufffc"
# What the account does not know as a sum of its own currency.
_ELSEWHERE = frozenset({"explains.text", "explains.printed"})


class _Facts:
    """As what the account, and what docgen worded from it, has the sums and days of a text."""

    def __init__(self, known: Known | None, printed: Printed, paragraphs: Sequence[Paragraph]) -> None:
        self._known = known
        self._printed = printed
        self._paragraphs = paragraphs

    def sum(self, one: Sum) -> Sum:
        if self._known is None:
            return one
        if self._printed.says(one.words):
            return replace(one, explained=Explained("explains.printed"))
        found = sums.explanation(one, self._known)
        if found is None and one.value in self._worked_out:
            return replace(one, explained=Explained("explains.worked_out"))
        found = found or (Explained("explains.text") if one.value in self._told_sums else None)
        return replace(one, explained=found)

    @cached_property
    def _worked_out(self) -> frozenset[Decimal]:
        return sums.worked_out(self._paragraphs, self._known) if self._known else frozenset()

    def day(self, one: Day) -> Day:
        if self._known is None or one.on is None:
            return one
        if self._printed.says(one.words):
            return replace(one, explained=Explained("explains.printed"))
        found = self._known.days.get(one.on)
        found = found or (Explained("explains.text") if one.on in self._told_days else None)
        return replace(one, explained=found)

    @cached_property
    def _told_sums(self) -> frozenset[Decimal]:
        """The sums that texts of the account name, the digits alone where nothing marks them as one."""
        texts = self._known.texts if self._known else ()
        marked = {one.value for text in texts for one in sums.sums(Paragraph(1, text))}
        return frozenset(marked | {value for text in texts for value in sums.plain(text)})

    @cached_property
    def _told_days(self) -> frozenset[dt.date]:
        texts = self._known.texts if self._known else ()
        return frozenset(day for text in texts for day in days.days_in(text))
