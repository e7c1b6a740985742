"""What the catalogue says of one letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from docgen.letters.request import Language, LetterKind, Purpose

# A court paper names its parties as the court asks (民事诉讼法 124, 225).
BEFORE_A_COURT = (
    "/account/creditor/address",
    "/account/creditor/representative",
    "/account/creditor/registration_number",
    "/account/debtor/address",
    "/account/debtor/registration_number",
)


class Group(StrEnum):
    """The kinds of paper, as a person looks for them."""

    LETTER = "letter"  # of the ladder, each stronger than the last
    NOTICE = "notice"  # changes something by arriving: a guarantor is asked, a debt set off, a contract ended
    AGREEMENT = "agreement"  # both sides sign
    COURT = "court"  # for a court or an authority, and what goes with it
    WORKING = "working"  # for our own hands


@dataclass(frozen=True, slots=True)
class Entry:
    """One letter of the catalogue.

    titles: by purpose (None where a letter has one purpose only), then by language.
    job: what the letter does in law: "notice", "figure", "demand", "application".
    places: where free paragraphs may stand; the template has a field for each.
    always_draft: no final letter comes out of this program (a lawyer's letter is released by its firm).
    reply_days: days from the letter's date to its answer or payment, where nobody says otherwise; a policy, not law.
    0: it asks for neither.
    group: what kind of paper it is. needed: JSON pointers to what a request for it must hold, free in general.
    salutes: it speaks to the debtor, and begins with a salutation.
    we, you: how it calls the creditor and the debtor, in Chinese and in English, where neither speaks to the other.
    draft_mark: what a draft says of itself on its face.
    """

    kind: LetterKind
    titles: Mapping[Purpose | None, Mapping[Language, str]]
    job: str
    places: tuple[str, ...]
    reply_days: int
    always_draft: bool = False
    group: Group = Group.LETTER
    needed: tuple[str, ...] = ()
    salutes: bool = True
    we: tuple[str, str] | None = None
    you: tuple[str, str] | None = None
    draft_mark: tuple[str, str] = ("草稿，不得发出", "Draft – not to be sent")

    @property
    def in_court(self) -> bool:
        """Whether it is a paper for a court, which identifies the parties as courts ask."""
        return self.group is Group.COURT

    def title(self, language: Language, purpose: Purpose | None = None) -> str:
        by_language = self.titles.get(purpose) or next(iter(self.titles.values()))
        return by_language[language]

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        return tuple(purpose for purpose in self.titles if purpose is not None)


def titles(zh: str, en: str) -> Mapping[Language, str]:
    return MappingProxyType({Language.ZH: zh, Language.EN: en})
