"""Agreements as tests make them: a shipped request document, changed, made through the same door as a clerk's."""

from __future__ import annotations

from typing import Any

import schemas
from docgen.errors import Barred
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, Letter, make_letter
from docgen.wordfile.text import text


def made(desk: Desk, kind: LetterKind, document: Any, language: Language = Language.ZH) -> Letter:
    loaded = schemas.load(document, kind=kind)
    return make_letter(desk, kind, language, loaded.account, loaded.letter, loaded.notices)


def words(desk: Desk, kind: LetterKind, document: Any, language: Language = Language.ZH) -> str:
    return text(made(desk, kind, document, language).docx)


def stopped(desk: Desk, kind: LetterKind, document: Any) -> dict[str, str]:
    """The codes of what keeps it from being made, each with its place; empty when nothing does."""
    try:
        made(desk, kind, document)
    except Barred as refused:
        return {finding.code: str(finding.place or "") for finding in refused.findings}
    return {}


def told(letter: Letter) -> set[str]:
    return {notice.code for notice in letter.notices}


def answer(document: Any, question: str, said: str) -> None:
    document["account"]["declared"][question] = {"answer": said}


def expire(document: Any) -> None:
    """Make limitation run out: invoices due in 2022, and nothing done about them since."""
    account = document["account"]
    account["contracts"] = account["contracts"][:1]
    account["payments"], account["history"] = [], []
    account["invoices"] = [
        {
            "number": "22327000000000000001",
            "contract": account["contracts"][0]["number"],
            "issued_on": "2022-03-01",
            "due_on": "2022-04-29",
            "amount": "100000.00",
        }
    ]


def contest(document: Any, number: str, amount: str) -> None:
    """The debtor contests so much of the invoice whose number ends so."""
    invoice = next(one for one in document["account"]["invoices"] if one["number"].endswith(number))
    invoice["dispute"] = {"amount": amount, "reason": "部分不合格", "raised_on": "2026-08-01", "in_writing": True}
