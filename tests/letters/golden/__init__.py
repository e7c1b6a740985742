"""The letters that are kept as text: which request document, which kind, which purpose."""

from __future__ import annotations

from pathlib import Path

from docgen.letters.request import Language, LetterKind
from tests.letters.making import example, make

CASES = (*(kind.value for kind in LetterKind), "accounts_confirmation")


def path(case: str, language: Language) -> Path:
    return Path(__file__).parent / language.value / f"{case}.txt"


def words(case: str, language: Language) -> str:
    """What the letter says now, without the version of the law data, which changes with any row of it."""
    if case == "accounts_confirmation":
        document = example(LetterKind.BALANCE_CONFIRMATION.value)
        document["letter"]["purpose"] = "accounts"
        made = make(LetterKind.BALANCE_CONFIRMATION, document, language)
    else:
        made = make(LetterKind(case), language=language)
    return made.text.replace(made.assessment.law_version, "…")
