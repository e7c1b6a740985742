"""What a request adds to the assessment, and what is said of figures that cannot be given."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import schemas
from docgen.errors import Barred, Finding, Severity
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, assess_account, make_letter, missing_figures

APPLICATION = LetterKind.PAYMENT_ORDER_APPLICATION


def told(desk: Desk, kind: LetterKind, asked: dict[str, Any]) -> tuple[Finding, ...]:
    """What bars the letter or is to be read with it."""
    loaded = schemas.load(asked, kind=kind)
    try:
        return make_letter(desk, kind, Language.ZH, loaded.account, loaded.letter).notices
    except Barred as refused:
        return refused.findings


def codes(found: tuple[Finding, ...], severity: Severity) -> set[str]:
    return {each.code for each in found if each.severity is severity}


@pytest.mark.parametrize(
    ("court", "code", "severity"),
    [
        ("浙江省示例市中级人民法院", "payment_order.g6_closed", Severity.BAR),
        ("浙江省示例市上城区人民法院", "caution.court_elsewhere", Severity.WARNING),
    ],
)
def test_the_court_of_the_request_is_weighed(
    desk: Desk, example: Any, court: str, code: str, severity: Severity
) -> None:
    asked = example("payment_order_application")
    asked["letter"]["court"] = court
    assert code in codes(told(desk, APPLICATION, asked), severity)


def test_the_shipped_application_names_the_court_of_the_debtors_domicile(desk: Desk, example: Any) -> None:
    found = told(desk, APPLICATION, example("payment_order_application"))
    assert not {code for code in codes(found, Severity.WARNING) if code.startswith("caution.")}
    assert not codes(found, Severity.BAR)


def test_the_days_of_the_request_are_weighed(desk: Desk, example: Any) -> None:
    asked = example("demand_letter")
    dated = dt.date.fromisoformat(asked["letter"]["dated_on"])
    asked["letter"] |= dict.fromkeys(("pay_by", "reply_by"), (dated + dt.timedelta(days=1)).isoformat())
    assert "caution.short_time" in codes(told(desk, LetterKind.DEMAND_LETTER, asked), Severity.WARNING)


def late(example: Any) -> Any:
    """The demand's account two months on: the rates of October and November 2026 are not in the law data."""
    asked = example("demand_letter")
    asked["account"] |= {"as_of": "2026-11-22", "booked_up_to": "2026-11-22"}
    floating = {"interest": {"rule": "lpr", "lpr": "floating"}}
    loaded = schemas.load({"account": asked["account"], "letter": floating})
    return loaded.account, loaded.letter


def test_a_figure_that_cannot_be_given_is_named_once_with_its_reason(desk: Desk, example: Any) -> None:
    account, request = late(example)
    found = missing_figures(assess_account(desk, account, request))
    assert [(each.code, each.severity) for each in found if each.severity is Severity.WARNING] == [
        ("lpr.stale", Severity.WARNING)
    ]
    assert desk.messages.say(found[0], "en")


def test_years_without_holidays_are_named_once_each(desk: Desk, example: Any) -> None:
    account, request = late(example)
    found = missing_figures(assess_account(desk, account, request))
    years = [each.facts["year"] for each in found if each.code == "calendar.holidays_missing"]
    assert years == sorted(set(years))
