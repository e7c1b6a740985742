"""Read a letter's text before it leaves: any text, a Word file, or a letter that was just made here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from docgen.accounts.account import Account
from docgen.errors import DocgenError, Finding, InvalidRequest, TextPlace, WordPlace
from docgen.law.assessment import Assessment
from docgen.letters.check import Checked, examine, own_day
from docgen.letters.check.reading import read, wordless
from docgen.letters.defaults import complete
from docgen.letters.facts import facts
from docgen.letters.papers import PAPERS
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.tone import own_words, texts_in
from docgen.usecases.assessment import assess_account
from docgen.usecases.decision import told as told_decision
from docgen.usecases.desk import Desk, file_name
from docgen.wordfile.text import text as words_of

MOST_CHARACTERS = 1_000_000  # some seconds of reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text that was checked: its paragraphs as they were counted, and what was found."""

    paragraphs: tuple[str, ...]
    checked: Checked


def check_text(
    desk: Desk,
    text: str | Sequence[str],
    *,
    today: dt.date,
    kind: LetterKind | None = None,
    language: Language | None = None,
    dated_on: dt.date | None = None,
    account: Account | None = None,
    request: LetterRequest | None = None,
) -> Reading:
    """Check a text of any origin; with an account, its facts too.

    dated_on: the letter's day; else that of the request, else the one that the text bears, else today.
    Raises InvalidRequest where there are no words: of nothing nobody can say that it is well. Raises RuleMissing where
    the account cannot be assessed.
    """
    if wordless(text):
        raise InvalidRequest(Finding("check.nothing"))
    asked = request or LetterRequest()
    assessment = assess_account(desk, account, asked, kind) if account else None
    day = dated_on or asked.dated_on or own_day(text) or today
    checked = examine(
        text,
        kind=kind,
        language=language,
        dated_on=day,
        account=account,
        assessment=assessment,
        request=replace(asked, dated_on=day),
        printed=_would_print(desk, kind, account, assessment, asked),
        named=True,
        law=desk.law,
    )
    return Reading(paragraphs=paragraphs_of(text), checked=checked)


def check_file(
    desk: Desk,
    word_file: bytes,
    *,
    today: dt.date,
    kind: LetterKind | None = None,
    language: Language | None = None,
    dated_on: dt.date | None = None,
    account: Account | None = None,
    request: LetterRequest | None = None,
) -> Reading:
    """The same of a Word file: a table row is a paragraph, its cells parted by bars.

    Raises HostileFile, and InvalidRequest for one with no words, or with more than any letter has.
    """
    words = words_of(word_file).strip("\n")
    if wordless(words):
        raise InvalidRequest(Finding("check.nothing", place=WordPlace("word/document.xml")))
    if len(words) > MOST_CHARACTERS:
        facts = {"length": str(len(words)), "most": str(MOST_CHARACTERS)}
        raise InvalidRequest(Finding("check.too_long", facts=facts))
    return check_text(
        desk,
        words,
        today=today,
        kind=kind,
        language=language,
        dated_on=dated_on,
        account=account,
        request=request,
    )


def check_own_words(
    desk: Desk,
    kind: LetterKind,
    language: Language,
    account: Account,
    assessment: Assessment,
    request: LetterRequest,
    told: Iterable[Finding],
) -> tuple[Finding, ...]:
    """What is to be said of the words that the sender adds to a letter, each with its field of the request.

    told: what was said of them before; nothing is said twice.
    """
    said = tuple(told)
    return tuple(
        replace(finding, place=place)
        for place, words in own_words(request)
        for finding in examine(
            words,
            kind=kind,
            language=language,
            dated_on=_day(request, assessment),
            account=account,
            assessment=assessment,
            request=request,
            law=desk.law,
        ).findings
        if not _said_in(said, finding)
    )


def check_letter(
    desk: Desk,
    kind: LetterKind,
    language: Language,
    account: Account,
    assessment: Assessment,
    request: LetterRequest,
    written: str,
    worded: Mapping[str, object],
    told: Iterable[Finding],
    *,
    file: str = "",
) -> tuple[Finding, ...]:
    """What is to be said of a finished letter, but for what was said already: `told`, and its sender's own words.

    written: its words, as `docgen.wordfile.text` reads them. file: what its template is called, where that is not its
    kind. What docgen worded from the account explains itself: what
    is left are the words of the template.
    """
    own = {line.strip() for _, words in own_words(request) for line in words.splitlines() if line.strip()}
    said = tuple(told)
    checked = examine(
        written,
        kind=kind,
        language=language,
        dated_on=_day(request, assessment),
        account=account,
        assessment=assessment,
        request=request,
        printed=[words for words in texts_in(worded) if words not in own],
        law=desk.law,
    )
    file = file or file_name(language, kind)
    return tuple(
        replace(finding, place=WordPlace("", file=file, words=finding.place.sentence))
        for finding in checked.findings
        if isinstance(finding.place, TextPlace)
        and not _said_in(said, finding)
        and not any(finding.place.sentence in line for line in own)
    )


def _said_in(told: Sequence[Finding], finding: Finding) -> bool:
    """Whether the same was said of the same words, or of some of them."""
    return any(
        each.code == finding.code and each.facts.get("words", "") in finding.facts.get("words", "") for each in told
    )


def _would_print(
    desk: Desk, kind: LetterKind | None, account: Account | None, assessment: Assessment | None, request: LetterRequest
) -> list[str]:
    """What docgen itself would say in this letter, in either language, but for the sender's own words: it explains what
    only this kind of letter works out. Nothing where the letter cannot be made.
    """
    if kind is None or account is None or assessment is None:
        return []
    decides = kind in PAPERS and PAPERS[kind].decides
    own = {line.strip() for _, words in own_words(request) for line in words.splitlines()}
    printed: list[str] = []
    for language in Language:
        with suppress(DocgenError):
            whole, _ = complete(request, kind, account, assessment, language, law=desk.law)
            decided = told_decision(desk, account, language.value) if decides else {}
            worded = facts(kind, language, account, assessment, whole, desk.law, decided=decided)
            printed += [words for words in texts_in(worded) if words not in own]
    return printed


def paragraphs_of(text: str | Sequence[str]) -> tuple[str, ...]:
    """A text as its places count it."""
    return tuple(paragraph.text for paragraph in read(text))


def _day(request: LetterRequest, assessment: Assessment) -> dt.date:
    return request.dated_on or assessment.as_of
