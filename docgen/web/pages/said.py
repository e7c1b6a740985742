"""Findings in the reader's words, each with the box it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.accounts.account import Question
from docgen.errors import Finding, Severity
from docgen.letters.request import Language
from docgen.letters.wording import cite
from docgen.usecases import Desk
from docgen.web.pages.typed import Places


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in the reader's words. name: the box, group or rows it is about; "" for the whole."""

    code: str
    say: str
    do: str
    name: str
    severity: Severity
    articles: tuple[str, ...]


def said(finding: Finding, desk: Desk, reader: Language, places: Places) -> Said:
    """A finding as a sentence, with the box it belongs to."""
    place = finding.place
    # beside its box a finding need not name the field again: the form may have words of its own
    own = f"form.{finding.code}"
    worded = replace(finding, code=own) if own in desk.messages.by_language[reader.value] else finding
    return Said(
        code=finding.code,
        say=desk.messages.say(worded, reader.value),
        do=desk.messages.do(worded, reader.value),
        name=places.name(place) if isinstance(place, str) else _asked(finding.code),
        severity=finding.severity,
        articles=tuple(cite(reference, desk.law, reader) for reference in finding.articles),
    )


def _asked(code: str) -> str:
    """The question that a gate waits for ("payment_order.g4_unknown.debtor_missing"), else nothing."""
    _gate, unknown, question = code.rpartition("_unknown.")
    return f"account.declared.{question}" if unknown and question in set(Question) else ""
