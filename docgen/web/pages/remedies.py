"""What a button beside a bar can change at once: another letter, another setting. All that is typed stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from flask_babel import lazy_gettext as _

from docgen.letters.request import LetterKind
from docgen.web.pages.boxes import Label

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """name: what the button sends. kind: the letter it switches to. values: box → what it puts there."""

    name: str
    label: Label
    kind: LetterKind | None = None
    values: Mapping[str, str] = field(default_factory=lambda: _NOTHING)


REMEDIES: Mapping[str, Remedy] = MappingProxyType(
    {
        remedy.name: remedy
        for remedy in (
            Remedy(
                name="accounts",
                label=_("Send an accounts confirmation instead"),
                kind=LetterKind.BALANCE_CONFIRMATION,
                values={"letter.purpose": "accounts"},
            ),
            Remedy(name="reminder", label=_("Send a payment reminder instead"), kind=LetterKind.PAYMENT_REMINDER),
            Remedy(
                name="no_interest",
                label=_("Claim no interest"),
                values={"letter.interest.rule": "none"},
            ),
            Remedy(
                name="usual_interest",
                label=_("Interest as the law decides"),
                values={"letter.interest.rule": "automatic"},
            ),
        )
    }
)

# The remedies that a finding's own sentence names, or that lift it.
FOR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "bar.nothing_open": ("accounts",),
        "bar.credit_balance": ("accounts",),
        "bar.covered": ("accounts",),
        "bar.not_due": ("reminder", "accounts"),
        "bar.due_today": ("reminder",),
        "bar.due_unknown": ("accounts",),
        "bar.disputed": ("accounts",),
        "caution.due_today": ("reminder",),
        "payment_order.g8_closed": ("no_interest", "usual_interest"),
        "payment_order.g8_unknown": ("no_interest",),
        "interest.no_clause": ("usual_interest", "no_interest"),
        "interest.sme_not_applicable": ("usual_interest", "no_interest"),
        "interest.foreign_currency": ("no_interest",),
        "lpr.stale": ("no_interest",),
        "lpr.missing": ("no_interest",),
        "benchmark.missing": ("no_interest",),
    }
)


def remedies(code: str) -> tuple[Remedy, ...]:
    return tuple(REMEDIES[name] for name in FOR.get(code, ()))
