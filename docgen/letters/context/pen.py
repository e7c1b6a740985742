"""One hand for one letter: its language, its currency, the law data it cites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from docgen.law.statutes import LawData
from docgen.letters import wording
from docgen.letters.request import Language


@dataclass(frozen=True, slots=True)
class Pen:
    language: Language
    currency: str
    law: LawData

    @property
    def zh(self) -> bool:
        return self.language is Language.ZH

    def say(self, zh: str, en: str) -> str:
        """The one of two wordings that the letter's language asks for."""
        return zh if self.zh else en

    def date(self, day: dt.date | None) -> str:
        return wording.letter_date(day, self.language) if day else ""

    def column_date(self, day: dt.date | None) -> str:
        return wording.table_date(day, self.language) if day else "—"

    def column(self, amount: Decimal) -> str:
        return wording.plain_figures(amount, self.currency)

    def money(self, amount: Decimal) -> str:
        return wording.in_sentence(amount, self.currency, self.language)

    @property
    def no_sum(self) -> str:
        """What stands in a draft for a sum that there is not: never 0.00, which nobody demands."""
        return self.say("【金额待定】", "[amount to be determined]")

    def words(self, amount: Decimal) -> str:
        return wording.in_words(amount, self.currency, self.language)

    def in_full(self, amount: Decimal) -> str:
        return wording.in_full(amount, self.currency, self.language)

    def cite(self, references: Iterable[str], *, briefly: bool = False) -> str:
        return wording.cite_all(references, self.law, self.language, briefly=briefly)

    def listed(self, parts: list[str]) -> str:
        return wording.listed(parts, self.language)

    def term(self, words: str | None) -> str:
        """A set term in the letter's language; anything else as it was written; nothing for None."""
        return wording.set_term(words, self.language) if words else ""

    def own(self, words: str | None, english: str | None) -> str:
        """What somebody wrote: in an English letter their English words where given, else a set term, else as written;
        nothing for None."""
        return english if english and not self.zh else self.term(words)

    def quoted(self, words: str, english: str | None = None) -> str:
        """Somebody's own words, as a sentence that ends: the full stop inside the quotation is not said twice.

        english: their translation. An English letter prints that, marked as one and without quotation marks: what was
        agreed stands in the other language.
        """
        if english and not self.zh:
            return f"{english.strip().removesuffix('.')} (translation)."
        ended = words.rstrip().endswith(("。", "！", "？", ".", "!", "?"))
        return f"“{words.strip()}”" + ("" if ended else self.say("。", "."))

    def counted(self, number: int, zh: str, one: str, many: str) -> str:
        """3份; 1 copy, 3 copies."""
        return f"{number}{zh}" if self.zh else f"{number} {one if number == 1 else many}"
