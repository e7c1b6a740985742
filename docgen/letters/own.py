"""A letter of a company's own: what it is called, what it asks the clerk, and which letter of the catalogue it follows.

It has the facts, the bars and the parts of that letter, its `base`, and besides the answers to what it asks, which its
template prints as {{ own.NAME }}. So a letter that no lawyer of ours has thought of still cannot ask for a wrong sum or
go out where the law forbids it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from docgen.letters.request import Language, LetterKind


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

    name: [a-z][a-z0-9_]*, as the template prints it. labels, helps: language ("zh", "en") → words.
    choices: of a CHOICE, value → language → words. longest: characters of a TEXT or PARAGRAPH.
    least, most: of an AMOUNT, a WHOLE_NUMBER or a DATE, as written in a request; "" is no bound.
    """

    name: str
    kind: Asked
    labels: Mapping[str, str]
    helps: Mapping[str, str]
    required: bool = True
    longest: int = 500
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

    @property
    def languages(self) -> tuple[Language, ...]:
        return tuple(self.titles)
