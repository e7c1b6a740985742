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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity, TextPlace
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.check import days, readers, sums
from docgen.letters.check.days import Day
from docgen.letters.check.explaining import Explaining
from docgen.letters.check.instead import instead
from docgen.letters.check.known import Explained, Known
from docgen.letters.check.printed import Printed
from docgen.letters.check.reading import Paragraph, read
from docgen.letters.check.sorts import nature
from docgen.letters.check.standing import Placed
from docgen.letters.check.sums import Sum
from docgen.letters.request import Language, LetterKind, LetterRequest

__all__ = ["Checked", "Explained", "Placed", "check", "examine", "language_of", "own_day"]


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
    named: bool = False,
    law: LawData,
) -> Checked:
    """Read a text, and tell all that was found in it and all that was read.

    text: as one, its paragraphs on lines of their own, or paragraph by paragraph. kind: which letter it is; None: of
    unknown origin. language: of the words to use instead; None: the text's own. dated_on: the letter's day. account:
    with it the facts are checked, with its assessment also the sums that the law makes of them. printed: texts that
    docgen itself worded from the account, which explain what stands in them. named: say of each sum and day as what the
    account has it, also of those in `printed`; that takes some time.
    """
    paragraphs = read(text)
    spoken = language or language_of(paragraphs)
    purpose = request.purpose if request else None
    own = Printed(printed)
    about = nature(paragraphs, kind, purpose)
    known = Known(account, assessment, request) if account else None
    paragraphs = tuple(paragraph for paragraph in paragraphs if named or not own.holds(paragraph))
    facts = Explaining(known, own, paragraphs, named=named)
    by_number = {paragraph.number: paragraph for paragraph in paragraphs}
    found_sums = tuple(one for paragraph in paragraphs for one in map(facts.sum, sums.sums(paragraph)))
    found_days = tuple(one for paragraph in paragraphs for one in map(facts.day, days.days(paragraph)))
    found_citations = tuple(readers.of_citations(paragraphs, law, dated_on, account))
    found_by: tuple[Iterator[Finding], ...] = (
        readers.of_tone(paragraphs, about, kind, purpose, account, own.texts),
        readers.of_traps(paragraphs, about, account, own.texts, known),
        readers.of_signer(paragraphs),
        readers.of_cited(by_number, found_citations, law, spoken, known),
        readers.of_sums(by_number, found_sums, known),
        readers.of_days(by_number, found_days, known, dated_on, spoken),
        readers.of_names(paragraphs, request, known, own),
    )
    found = [_worded(each, spoken) for reader in found_by for each in islice(reader, readers.MOST)]
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
