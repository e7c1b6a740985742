"""A portfolio as a plain document, for the API and the command line alike: amounts as text, every reason a sentence."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from docgen.accounts.collection import Figures, Period
from docgen.accounts.money import rounded
from docgen.errors import Finding, Severity
from docgen.escalation.priority import Place
from docgen.escalation.recovery import Recovery
from docgen.escalation.stakes import WAIT_DAYS
from docgen.letters.request import Language
from docgen.letters.wording import cite
from docgen.usecases.desk import Desk
from docgen.usecases.portfolio import Aged, Portfolio
from docgen.usecases.report import finding_document

_HUNDREDTH = Decimal("0.01")
_TEN_THOUSANDTH = Decimal("0.0001")


def portfolio_answer(found: Portfolio, desk: Desk, reader: str) -> dict[str, Any]:
    """Who first, with reasons; the collection rate; the aging. reader: the language of words."""
    return {
        "priority": [_place(place, desk, reader) for place in found.order],
        "collection": {
            "period": _period(found.period) | {"by": found.period.by.value},
            "currencies": [
                {
                    "currency": each.currency,
                    "whole": _figures(each.whole, each.currency),
                    "periods": [_period(part) | _figures(own, each.currency) for part, own in each.parts],
                    "customers": [{"customer": name} | _figures(own, each.currency) for name, own in each.customers],
                    "salespeople": [
                        {"salesperson": name} | _figures(own, each.currency) for name, own in each.salespeople
                    ],
                }
                for each in found.collections
            ],
        },
        "aging": {
            "currencies": [
                {
                    "currency": each.currency,
                    "whole": _aged(each.whole, each.currency),
                    "customers": [{"customer": name} | _aged(own, each.currency) for name, own in each.customers],
                }
                for each in found.agings
            ]
        },
        "recovery": _recovery(desk.recovery, reader),
        "notices": [finding_document(notice, reader, desk) for notice in found.notices],
        "policy": desk.policy.version,
        "law_data": desk.law.version,
    }


def percent(rate: Decimal | None) -> Decimal | None:
    """A collection rate as it is printed: two decimals, half up."""
    return None if rate is None else rate.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)


def _place(place: Place, desk: Desk, reader: str) -> dict[str, Any]:
    decision, language = place.decision, Language(reader)
    currency, next_ = decision.currency, decision.next

    def money(amount: Decimal) -> str:
        return f"{rounded(amount, currency):f}"

    def share(rate: Decimal | None) -> str | None:
        return None if rate is None else f"{rate.quantize(_TEN_THOUSANDTH, rounding=ROUND_HALF_UP):f}"

    return {
        "place": place.number,
        "account": place.account,
        "debtor": decision.debtor,
        "creditor": decision.creditor,
        "salesperson": place.salesperson,
        "as_of": decision.as_of.isoformat(),
        "currency": currency,
        "open": money(place.open),
        "due": money(place.asked),
        "disputed": money(place.disputed),
        "days_overdue": decision.days_overdue,
        "recovered_now": share(place.now),
        "recovered_later": share(place.later),
        "loss_by_age": money(place.by_age),
        "at_stake": money(place.by_period),
        "loss": None if place.loss is None else money(place.loss),
        "act_by": place.act_by.isoformat() if place.act_by else None,
        "step": {
            "step": next_.step.value,
            "title": desk.messages.say(Finding(f"step.{next_.step.value}", Severity.INFORMATION), reader),
            "from_on": next_.from_on.isoformat(),
            "now": decision.now,
        },
        "reasons": [
            {
                "code": reason.code,
                "message": desk.messages.say(reason, reader),
                "remedy": desk.messages.do(reason, reader),
                "articles": [{"ref": ref, "citation": cite(ref, desk.law, language)} for ref in reason.articles],
            }
            for reason in place.reasons
        ],
    }


def _period(period: Period) -> dict[str, str]:
    return {"from_on": period.from_on.isoformat(), "to_on": period.to_on.isoformat()}


def _figures(figures: Figures, currency: str) -> dict[str, str | None]:
    rate = percent(figures.rate)
    return {
        "opening": f"{rounded(figures.opening, currency):f}",
        "billed": f"{rounded(figures.billed, currency):f}",
        "received": f"{rounded(figures.received, currency):f}",
        "closing": f"{rounded(figures.closing, currency):f}",
        "rate": None if rate is None else f"{rate:f}",
    }


def _aged(aged: Aged, currency: str) -> dict[str, Any]:
    return {
        "buckets": {bucket.value: f"{rounded(amount, currency):f}" for bucket, amount in aged.buckets.items()},
        "due_unknown": f"{rounded(aged.due_unknown, currency):f}",
        "on_account": f"{rounded(aged.on_account, currency):f}",
        "total": f"{rounded(aged.total, currency):f}",
    }


def _recovery(recovery: Recovery, reader: str) -> dict[str, Any]:
    return {
        "wait_days": WAIT_DAYS,
        "curve": [{"days": days, "rate": f"{rate:f}"} for days, rate in recovery.curve],
        "studies": [
            {
                "source": study.source[reader],
                "points": [
                    {
                        "days": point.days,
                        "rate": f"{point.rate:f}",
                        "says": point.words[reader],
                        "our_reading": point.reading,
                    }
                    for point in study.points
                ],
            }
            for study in recovery.studies
        ],
    }
