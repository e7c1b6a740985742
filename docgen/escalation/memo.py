"""The memo of a decision: the facts frozen as they were, the policy's text, the version of the law, and the answer.

From it the decision can be made again, years later, and must come out the same. Who reads the account's text back and
decides anew is a room above; here is told what a memo holds, and how a decision is written as plain data.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.errors import Finding
from docgen.escalation.decision import Decision
from docgen.law.assessment import Missing

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """account: its JSON text, history included. policy: its TOML text. decision: as `as_document` writes it."""

    account: str
    as_of: dt.date
    policy: str
    law_version: str
    decision: Mapping[str, Plain]


def memo(account: str, policy: str, decision: Decision) -> Memo:
    """The memo of a decision made from this account and this policy."""
    return Memo(
        account=account,
        as_of=decision.as_of,
        policy=policy,
        law_version=decision.law_version,
        decision=as_document(decision),
    )


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
