"""The sentences behind the codes: what is wrong, and what to do, in the reader's language.

Each language is a set of TOML texts, one for each room that finds something:

    ["payment.unknown_invoice"]
    say = "付款所指的发票 {invoice} 不在账上。"
    do = "请核对发票号码，或删去该指定。"

The names in braces are the facts of the finding. `nearest` is a sentence said after `say` where the fact of that name
holds something: a name that was not found may be near to a known one, or to none. `do_nearest` is then said in place
of `do`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.errors import ConfigurationFault, Finding, WordPlace
from docgen.messages.amounts import filled
from docgen.messages.places import place_in_words


@dataclass(frozen=True, slots=True)
class Message:
    say: str
    do: str = ""
    nearest: str = ""
    do_nearest: str = ""


def _plainly(amount: Decimal, currency: str, _language: str) -> str:
    return f"{amount:,f} {currency}"


class Messages:
    """Words findings. Languages are "zh" and "en".

    write: how an amount of a currency is written in a language.
    """

    def __init__(
        self,
        by_language: Mapping[str, Mapping[str, Message]],
        write: Callable[[Decimal, str, str], str] = _plainly,
    ) -> None:
        self.by_language = by_language
        self.write = write

    @classmethod
    def parse(
        cls, texts: Mapping[str, Iterable[str]], write: Callable[[Decimal, str, str], str] = _plainly
    ) -> Messages:
        """Read the TOML texts of each language; a code given twice is a fault of the build."""
        by_language: dict[str, dict[str, Message]] = {}
        for language, parts in texts.items():
            known = by_language.setdefault(language, {})
            for part in parts:
                for code, entry in tomllib.loads(part).items():
                    if code in known:
                        raise ConfigurationFault(Finding("message.twice", facts={"code": code, "language": language}))
                    known[code] = Message(**entry)
        return cls(by_language, write)

    @property
    def codes(self) -> frozenset[str]:
        """Every code that there is a sentence for."""
        return frozenset(code for known in self.by_language.values() for code in known)

    def say(self, finding: Finding, language: str) -> str:
        """What is wrong, as a sentence; of a Word file with the place first, as somebody in Word would look for it."""
        where = place_in_words(finding.place, language) if isinstance(finding.place, WordPlace) else ""
        return where + self._worded(finding, language).say

    def do(self, finding: Finding, language: str) -> str:
        """What to do about it, or what would lift a bar; empty when nothing needs doing."""
        return self._worded(finding, language).do

    def _worded(self, finding: Finding, language: str) -> Message:
        message = self.by_language[language][finding.code]
        say, do = message.say, message.do
        if finding.facts.get("nearest"):
            say, do = say + message.nearest, message.do_nearest or do

        def write(amount: Decimal, currency: str) -> str:
            return self.write(amount, currency, language)

        return Message(filled(say, finding.facts, write), filled(do, finding.facts, write))
