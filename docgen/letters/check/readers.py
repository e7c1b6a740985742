"""What each reader of the letter check has to say of a text, one after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity, TextPlace
from docgen.law.statutes import LawData
from docgen.letters.check import days, listed, names, sums, weekdays
from docgen.letters.check.citing import citations
from docgen.letters.check.days import Day
from docgen.letters.check.known import Known
from docgen.letters.check.naming import names_of
from docgen.letters.check.printed import Printed
from docgen.letters.check.reading import Paragraph
from docgen.letters.check.sorts import Nature, Signer, Sort, lawyers_title, signer
from docgen.letters.check.standing import Placed, placed, remark
from docgen.letters.check.sums import Sum
from docgen.letters.check.traps import Traps, lapses
from docgen.letters.request import Language, LetterKind, LetterRequest, Purpose
from docgen.letters.tone import allowed, names_in, spotted, suspicious, telling
from docgen.letters.tone_rule import Rule

MOST = 500  # findings of each reader; a letter with more is no letter
# Of the other sorts, what they may say: see `docgen.letters.tone.allowed` for the kinds that are made here.
_PASSING = {
    Sort.COURT_PAPER: frozenset({"tone.lawyer", "tone.authority", "tone.admission"}),
    Sort.AGREEMENT: frozenset({"tone.new_due_date"}),  # both sides move it, which is what an agreement is for
}
_BLOT = "\ufffc"
# What the account does not know as a sum of its own currency.
_ELSEWHERE = frozenset({"explains.text", "explains.printed"})


def of_tone(
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
    if kind is None and not about.asks_payment and about.sort is not Sort.DEMAND:
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


def of_traps(
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
            yield Finding(trap.code, trap.severity, place, {"words": place.words}, trap.articles)


def of_signer(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """A letter that calls itself a lawyer's, and is not a firm's: its lawyers' firm takes the mandate and seals it."""
    if (title := lawyers_title(paragraphs)) and (by := signer(paragraphs)) is not Signer.LAW_FIRM:
        place = title[0].place(*title[1:])
        articles = ("lawyers_law:16",) if by is Signer.COMPANY else ("lawyers_law:28",)
        yield Finding("signer.not_a_law_firm", Severity.BAR, place, {"words": place.words, "by": by.value}, articles)


def of_citations(
    paragraphs: Sequence[Paragraph], law: LawData, on: dt.date, account: Account | None
) -> Iterator[tuple[Placed, TextPlace]]:
    known = names_of(law)
    for paragraph in paragraphs:
        found = citations(paragraph, known, on)
        for one in placed(paragraph, found, law, on, account):
            yield one, paragraph.place(one.citation.start, one.citation.end)


def of_cited(
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


def of_sums(paragraphs: Mapping[int, Paragraph], found: Sequence[Sum], known: Known | None) -> Iterator[Finding]:
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
        yield from listed.misspelt(paragraphs[number], in_it)
    yield from sums.tables(tuple(paragraphs.values()), known)
    for paragraph in paragraphs.values():
        yield from listed.totals(paragraph, by_paragraph.get(paragraph.number, ()), known)
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


def of_days(
    paragraphs: Mapping[int, Paragraph], found: Sequence[Day], known: Known | None, on: dt.date, language: Language
) -> Iterator[Finding]:
    for paragraph in paragraphs.values():
        yield from weekdays.wrong(paragraph, on, language)
        yield from weekdays.counts(paragraph)
    told: set[dt.date] = set()
    for day in found:
        paragraph = paragraphs[day.paragraph]
        yield from days.remarks(paragraph, day, on)
        if known is None or day.explained or day.on is None or day.on in told or day.on == on:
            continue
        if not paragraph.quotes(day.start, day.end):
            told.add(day.on)
            yield days.unexplained(paragraph, day, known, language)


def of_names(
    paragraphs: Sequence[Paragraph], request: LetterRequest | None, known: Known | None, printed: Printed
) -> Iterator[Finding]:
    if known is not None:
        likeness = names.Likeness()
        for paragraph in paragraphs:
            yield from names.remarks(paragraph, known, request, printed, likeness)
