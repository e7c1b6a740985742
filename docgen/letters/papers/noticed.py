"""What the notices have in common: the contract that one is about, and what stands against any of them."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.accounts.account import Account, Answer, Question
from docgen.accounts.contract import Contract
from docgen.errors import Finding, Severity
from docgen.letters.part import Part

NEEDED = ("/letter/number", "/account/creditor/registration_number")
RESERVATION = Part(
    "reservation", "不构成[^。]{0,60}放弃", "(not|nothing|neither)[^.]{0,80}waive|reserve[sd]?[^.]{0,60}rights"
)


def bar(code: str, articles: tuple[str, ...], *, place: str | None = None, **facts: str) -> Finding:
    """What the law, or a fact that nobody has given, forbids for now."""
    return Finding(code, Severity.BAR, place=place, facts=facts, articles=articles)


def contract_named(account: Account, number: str | None) -> Contract | None:
    """The contract of this number; the account's only one where none is named."""
    if number is None:
        return account.contracts[0] if len(account.contracts) == 1 else None
    return next((one for one in account.contracts if one.number == number), None)


def known_contracts(account: Account) -> str:
    return ", ".join(one.number for one in account.contracts)


def against_debtor(account: Account) -> Iterator[Finding]:
    """A notice to a debtor in bankruptcy reaches the wrong person: its administrator decides on its contracts and
    takes set-off (企业破产法 18, 40)."""
    if account.declares(Question.BANKRUPTCY_ACCEPTED) is Answer.YES:
        articles = ("bankruptcy_law:18", "bankruptcy_law:40")
        place = f"/account/declared/{Question.BANKRUPTCY_ACCEPTED.value}"
        yield bar("paper.notice.bankruptcy", articles, place=place, debtor=account.debtor.name)


def declared(question: Question) -> str:
    """Where the request answers this question."""
    return f"/account/declared/{question.value}"


def paragraphs(words: str | None, english: str | None, *, zh: bool) -> list[str]:
    """The sender's words in the letter's language, as far as they are given in it, paragraph by paragraph."""
    given = words if zh else english or words
    return [line for each in (given or "").splitlines() if (line := each.strip())]
