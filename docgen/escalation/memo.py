"""A decision as plain data, for the answer of an entry point and for the memo that is filed.

A memo keeps the account, the policy's text, the version of the law and this document; from the first three the decision
can be made again, years later, and must come out as the last. A room above does that.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.errors import Finding
from docgen.escalation.decision import Decision
from docgen.law.assessment import Missing

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


def as_document(decision: Decision) -> dict[str, Plain]:
    """The decision as JSON holds it: days as ISO 8601, sums as decimal text, codes as they are, keys in the order in
    which they are declared. Equal decisions give equal documents, byte for byte."""
    written = _plain(decision)
    assert isinstance(written, dict)  # noqa: S101 - a dataclass is written as an object
    return {**written, "step": decision.step.value, "now": decision.now}


def _plain(value: object) -> Plain:
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Missing):
        return {"missing": _plain(value.finding)}
    if isinstance(value, Finding):
        return {
            "code": value.code,
            "severity": value.severity.value,
            "place": value.place if isinstance(value.place, str) else None,
            "facts": {name: value.facts[name] for name in sorted(value.facts)},
            "articles": list(value.articles),
        }
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    raise TypeError(f"a decision holds no {type(value).__name__}")
