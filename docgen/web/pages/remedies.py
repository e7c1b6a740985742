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
                name="give_up_interest",
                label=_("Claim no interest: this letter gives it away"),
                values={"letter.interest.rule": "none"},
            ),
            Remedy(
                name="usual_interest",
                label=_("Interest as the law decides"),
                values={"letter.interest.rule": "automatic"},
            ),
            Remedy(
                name="lpr_fixed",
                label=_("Take the rate on the day of breach"),
                values={"letter.interest.lpr": "static"},
            ),
            Remedy(
                name="year_of_365", label=_("Count the year with 365 days"), values={"letter.interest.day_count": "365"}
            ),
            Remedy(
                name="principal_first",
                label=_("Put payments against principal first"),
                values={"letter.interest.imputation": "principal_first"},
            ),
            Remedy(
                name="with_demand",
                label=_("Ask for payment as well"),
                kind=LetterKind.BALANCE_CONFIRMATION,
                values={"letter.purpose": "demand"},
            ),
            Remedy(name="demand", label=_("Send a demand letter instead"), kind=LetterKind.DEMAND_LETTER),
            Remedy(
                name="factor_1",
                label=_("Take the plain loan prime rate"),
                values={"letter.interest.multiplier": "1"},
            ),
            Remedy(
                name="factor_13",
                label=_("Take 1.3 times the loan prime rate"),
                values={"letter.interest.multiplier": "1.3"},
            ),
            Remedy(
                name="rest_days_none",
                label=_("Let no due date move"),
                values={"letter.interest.rest_day": "none"},
            ),
            Remedy(
                name="rest_days_all",
                label=_("Let every due date move"),
                values={"letter.interest.rest_day": "all"},
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
        "bar.expired": ("accounts",),
        "caution.due_today": ("reminder",),
        "caution.no_interruption": ("with_demand", "demand"),
        "caution.no_interruption_in_time": ("with_demand", "demand"),
        "due.rest_day_moved": ("rest_days_none",),
        "due.rest_day_stayed": ("rest_days_all",),
        "interest.year_of_360_days": ("year_of_365",),
        "interest.floating_rate": ("lpr_fixed",),
        "interest.by_analogy": ("factor_1",),
        "interest.multiplier_for_kind": ("factor_13",),
        "imputation.penalty_unsettled": ("principal_first",),
        "payment_order.g8_closed": ("no_interest", "usual_interest"),
        "payment_order.g8_unknown": ("no_interest",),
        "interest.no_clause": ("usual_interest", "no_interest"),
        "interest.sme_not_applicable": ("usual_interest", "no_interest"),
        "interest.foreign_currency": ("no_interest",),
        "lpr.stale": ("give_up_interest",),
        "lpr.missing": ("give_up_interest",),
        "benchmark.missing": ("give_up_interest",),
    }
)


def remedies(code: str) -> tuple[Remedy, ...]:
    return tuple(REMEDIES[name] for name in FOR.get(code, ()))
