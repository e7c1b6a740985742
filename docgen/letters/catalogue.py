"""The five letters: what each is called, what it does in law, where free words may stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docgen.letters.request import Language, LetterKind, Purpose


@dataclass(frozen=True, slots=True)
class Entry:
    """One letter of the catalogue.

    titles: by purpose (None where a letter has one purpose only), then by language.
    job: what the letter does in law: "notice", "figure", "demand", "application".
    places: where free paragraphs may stand; the template has a field for each.
    always_draft: no final letter comes out of this program (a lawyer's letter is released by its firm).
    reply_days: days from the letter's date to its answer or payment, where nobody says otherwise; a policy, not law.
    """

    kind: LetterKind
    titles: Mapping[Purpose | None, Mapping[Language, str]]
    job: str
    places: tuple[str, ...]
    reply_days: int
    always_draft: bool = False

    def title(self, language: Language, purpose: Purpose | None = None) -> str:
        by_language = self.titles.get(purpose) or next(iter(self.titles.values()))
        return by_language[language]

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        return tuple(purpose for purpose in self.titles if purpose is not None)


def _titles(zh: str, en: str) -> Mapping[Language, str]:
    return MappingProxyType({Language.ZH: zh, Language.EN: en})


CATALOGUE: Mapping[LetterKind, Entry] = MappingProxyType(
    {
        entry.kind: entry
        for entry in (
            Entry(
                LetterKind.PAYMENT_REMINDER,
                MappingProxyType({None: _titles("付款提醒函", "Payment Reminder")}),
                job="notice",
                places=("opening", "closing"),
                reply_days=7,
            ),
            Entry(
                LetterKind.BALANCE_CONFIRMATION,
                MappingProxyType(
                    {
                        Purpose.DEMAND: _titles("欠款征询函", "Balance Confirmation and Payment Request"),
                        Purpose.ACCOUNTS: _titles("往来款项询证函", "Accounts Confirmation"),
                    }
                ),
                job="figure",
                places=("opening", "closing"),
                reply_days=10,
            ),
            Entry(
                LetterKind.DEMAND_LETTER,
                MappingProxyType({None: _titles("催款函", "Formal Demand for Payment")}),
                job="demand",
                places=("facts", "demand", "closing"),
                reply_days=10,
            ),
            Entry(
                LetterKind.LAWYERS_LETTER,
                MappingProxyType({None: _titles("律师函", "Lawyer's Letter")}),
                job="demand",
                places=("facts", "opinion", "closing"),
                reply_days=15,
                always_draft=True,
            ),
            Entry(
                LetterKind.PAYMENT_ORDER_APPLICATION,
                MappingProxyType({None: _titles("支付令申请书", "Application for a Payment Order")}),
                job="application",
                places=("facts", "reasons"),
                reply_days=15,
            ),
        )
    }
)
