"""Findings in the reader's words, each with the box it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.account import Question
from docgen.errors import Finding, Severity, WordPlace
from docgen.letters.request import Language
from docgen.letters.wording import cite, figures
from docgen.messages.places import place_in_words
from docgen.usecases import Desk
from docgen.web.pages.remedies import Remedy, remedies
from docgen.web.pages.typed import Places

_AMOUNT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_WITH_CURRENCY = re.compile(r"\{(\w+)\} ?\{currency\}")
# Facts that are amounts of the account's currency wherever they are named.
_AMOUNTS = frozenset({"amount", "credited", "disputed", "demanded", "open", "paid", "total"})


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in the reader's words.

    name: the box, group or rows it is about; "" for the whole.
    remedies: what a button beside it can change at once.
    """

    code: str
    say: str
    do: str
    name: str
    severity: Severity
    articles: tuple[str, ...]
    remedies: tuple[Remedy, ...] = ()


def said(finding: Finding, desk: Desk, reader: Language, places: Places, currency: str = "") -> Said:
    """A finding as a sentence, with the box it belongs to. currency: the account's, where it is known."""
    place = finding.place
    # beside its box a finding need not name the field again: the form may have words of its own
    own = f"form.{finding.code}"
    known = desk.messages.by_language[reader.value]
    message = known.get(own) or known[finding.code]
    sentence = message.say + (message.nearest if finding.facts.get("nearest") else "")
    say, do = (_worded(words, finding.facts, reader, currency) for words in (sentence, message.do))
    if isinstance(place, WordPlace):
        say = place_in_words(place, reader.value) + say
    return Said(
        code=finding.code,
        say=say,
        do=do,
        name=places.name(place) if isinstance(place, str) else _asked(finding.code),
        severity=finding.severity,
        articles=tuple(cite(reference, desk.law, reader) for reference in finding.articles),
        remedies=remedies(finding.code),
    )


def _worded(words: str, facts: Mapping[str, str], reader: Language, currency: str) -> str:
    """A sentence with its amounts as people write them: ￥100,000.00 or RMB 100,000.00, not "100000.00 CNY"."""
    shown = dict(facts)
    currency = facts.get("currency", currency)
    for name in _WITH_CURRENCY.findall(words) if currency else ():
        if _AMOUNT.fullmatch(facts.get(name, "")):
            shown[name] = figures(Decimal(facts[name]), currency, reader)
            words = re.sub(r"\{" + name + r"\} ?\{currency\}", "{" + name + "}", words)
    for name in _AMOUNTS & shown.keys():
        if _AMOUNT.fullmatch(shown[name]):
            amount = Decimal(shown[name])
            shown[name] = figures(amount, currency, reader) if currency else f"{amount:,f}"
    return words.format_map(shown)


def _asked(code: str) -> str:
    """The question that a gate waits for ("payment_order.g4_unknown.debtor_missing"), else nothing."""
    _gate, unknown, question = code.rpartition("_unknown.")
    return f"account.declared.{question}" if unknown and question in set(Question) else ""
