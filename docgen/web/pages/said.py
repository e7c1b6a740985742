"""Findings in the reader's words, each with the box it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.account import Question
from docgen.errors import Finding, Severity, WordPlace
from docgen.letters.request import Language
from docgen.letters.wording import cite, figures
from docgen.messages.amounts import filled
from docgen.messages.places import place_in_words
from docgen.usecases import Desk
from docgen.web.pages.remedies import Remedy, remedies
from docgen.web.pages.typed import Places


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

    def write(amount: Decimal, unit: str) -> str:
        return figures(amount, unit, reader)

    say, do = (filled(words, finding.facts, write, currency) for words in (sentence, message.do))
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


def _asked(code: str) -> str:
    """The question that a gate waits for ("payment_order.g4_unknown.debtor_missing"), else nothing."""
    _gate, unknown, question = code.rpartition("_unknown.")
    return f"account.declared.{question}" if unknown and question in set(Question) else ""
