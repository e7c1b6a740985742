"""A letter of a company's own: what it is called, what it asks the clerk, and which letter of the catalogue it follows.

It has the facts, the bars and the parts of that letter, its `base`, and besides the answers to what it asks, which its
template prints as {{ own.NAME }}. So a letter that no lawyer of ours has thought of still cannot ask for a wrong sum or
go out where the law forbids it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.letters.request import Language, LetterKind
from docgen.letters.wording import in_full, in_sentence, letter_date, plain_figures

LONGEST = 500  # characters of an answer in words, where nothing else is said


class Asked(StrEnum):
    """The kinds of answer."""

    TEXT = "text"  # one line
    PARAGRAPH = "paragraph"  # several lines
    DATE = "date"
    AMOUNT = "amount"  # money, in the currency of the account
    WHOLE_NUMBER = "whole_number"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedField:
    """One thing that the letter asks the clerk for.

    name: [a-z][a-z0-9_]{0,39}, as the template prints it. labels, helps: language ("zh", "en") → words.
    choices: of a CHOICE, value ([a-z][a-z0-9_]{0,39}) → language → words. longest: characters of a TEXT or PARAGRAPH.
    least, most: of an AMOUNT, a WHOLE_NUMBER or a DATE, as written in a request; "" is no bound.
    """

    name: str
    kind: Asked
    labels: Mapping[str, str]
    helps: Mapping[str, str]
    required: bool = True
    longest: int = LONGEST
    least: str = ""
    most: str = ""
    choices: Mapping[str, Mapping[str, str]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLetter:
    """id: [a-z][a-z0-9_]{2,39}, and no LetterKind's. titles: for each language that it can be written in.
    step: the step of the way that it belongs to, as `docgen.escalation` names it; "" is none.
    approver: who approves each letter of this kind before it goes out, in words; "" is nobody.
    """

    id: str
    base: LetterKind
    titles: Mapping[Language, str]
    asks: tuple[AskedField, ...] = ()
    step: str = ""
    approver: str = ""

    def __hash__(self) -> int:
        """Of what never changes: its mappings have no hash."""
        return hash((self.id, self.base))

    @property
    def languages(self) -> tuple[Language, ...]:
        return tuple(self.titles)

    def title(self, language: Language) -> str:
        """What it is called in this language; where it is not written in it, in another."""
        return self.titles.get(language) or next(iter(self.titles.values()))


def names(own: OwnLetter) -> dict[str, tuple[str, str]]:
    """What its template may print of the answers: name → what it holds, in Chinese and in English."""
    return {f"own.{name}": meanings for asked in own.asks for name, meanings in printed(asked)}


def printed(asked: AskedField) -> Iterator[tuple[str, tuple[str, str]]]:
    """The names of one answer, below `own`. An amount has the three that every sum of a letter has."""
    yield asked.name, (asked.labels["zh"], asked.labels["en"])
    if asked.kind is Asked.AMOUNT:
        yield f"{asked.name}_full", ("同上，数字及大写", "the same, figures and words")
        yield f"{asked.name}_column", ("同上，仅数字", "the same, figures alone")
    for value, words in (asked.choices or {}).items():
        yield f"{asked.name}_is.{value}", (f"是否选择“{words['zh']}”", f"whether “{words['en']}” is chosen")


def worded(own: OwnLetter, answers: Mapping[str, object], language: Language, currency: str) -> dict[str, object]:
    """The facts under `own`: every name that there is, worded in the letter's language; of what nobody has answered
    an empty string or False.

    answers: name → as a request holds it once it is read: str, date, Decimal, int, bool.
    """
    return {
        name: value for asked in own.asks for name, value in _worded(asked, answers.get(asked.name), language, currency)
    }


def _worded(asked: AskedField, answer: object, language: Language, currency: str) -> Iterator[tuple[str, object]]:
    name = asked.name
    match asked.kind:
        case Asked.YES_NO:
            yield name, answer is True
        case Asked.DATE:
            yield name, letter_date(answer, language) if isinstance(answer, dt.date) else ""
        case Asked.AMOUNT:
            given = answer if isinstance(answer, Decimal) else None
            yield name, "" if given is None else in_sentence(given, currency, language)
            yield f"{name}_full", "" if given is None else in_full(given, currency, language)
            yield f"{name}_column", "" if given is None else plain_figures(given, currency)
        case Asked.CHOICE:
            choices = asked.choices or {}
            yield name, choices[str(answer)][language.value] if answer in choices else ""
            yield f"{name}_is", {value: value == answer for value in choices}
        case _:
            yield name, "" if answer is None else answer


def sample(own: OwnLetter, language: Language, day: dt.date) -> dict[str, object]:
    """Answers to everything that is asked, for a letter that shows what a template does. day: the letter's."""
    return {asked.name: _sample(asked, language, day) for asked in own.asks}


def _sample(asked: AskedField, language: Language, day: dt.date) -> object:
    match asked.kind:
        case Asked.YES_NO:
            return True
        case Asked.DATE:
            return dt.date.fromisoformat(asked.least or asked.most) if asked.least or asked.most else day
        case Asked.AMOUNT:
            return Decimal(asked.least or asked.most or "12345.60")
        case Asked.WHOLE_NUMBER:
            return int(asked.least or asked.most or "3")
        case Asked.CHOICE:
            return next(iter(asked.choices or {}), None)
        case _:
            return asked.labels[language.value][: asked.longest]
