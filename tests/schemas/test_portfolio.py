"""Many accounts and a period, read; every fault with its place."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

import schemas
from docgen.accounts.collection import Grain, Period
from docgen.errors import InvalidRequest, NotJSON
from tests.schemas.documents import changed, example

D = dt.date


def account(**changes: Any) -> dict[str, Any]:
    return {**example()["account"], **changes}


def faults(document: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidRequest) as refused:
        schemas.load_portfolio(json.dumps(document))
    return [(finding.code, str(finding.place)) for finding in refused.value.findings]


def test_without_a_period_it_is_the_twelve_months_to_the_latest_day() -> None:
    one = account()
    found = schemas.load_portfolio(json.dumps({"accounts": [account(), account(as_of="2026-10-20")]}))
    assert [each.as_of.isoformat() for each in found.accounts] == [one["as_of"], "2026-10-20"]
    assert found.period == Period(from_on=D(2025, 11, 1), to_on=D(2026, 10, 20), by=Grain.MONTH)


@pytest.mark.parametrize(
    ("asked", "period"),
    [
        ({"by": "year"}, Period(from_on=D(2025, 10, 1), to_on=D(2026, 9, 15), by=Grain.YEAR)),
        ({"to_on": "2026-03-31"}, Period(from_on=D(2025, 4, 1), to_on=D(2026, 3, 31))),
        ({"from_on": "2026-01-01"}, Period(from_on=D(2026, 1, 1), to_on=D(2026, 9, 15))),
        (None, Period(from_on=D(2025, 10, 1), to_on=D(2026, 9, 15))),
    ],
)
def test_what_a_period_leaves_out_is_filled_in(asked: Any, period: Period) -> None:
    assert schemas.load_portfolio(json.dumps({"account": account(), "period": asked})).period == period


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"by": "week"}, ("value.not_a_choice", "/period/by")),
        ({"from_on": "2026-09-16"}, ("period.backwards", "/period/from_on")),
        ({"from_on": "2010-01-01"}, ("period.too_long", "/period")),
        ({"from_on": "1.1.2026"}, ("value.not_a_date", "/period/from_on")),
        ({"since": "2026-01-01"}, ("field.unknown", "/period/since")),
        (["2026"], ("value.not_an_object", "/period")),
    ],
)
def test_a_period_that_is_none_is_refused_with_its_place(asked: Any, fault: tuple[str, str]) -> None:
    assert faults({"accounts": [account()], "period": asked}) == [fault]


def test_ten_years_of_months_are_the_longest_and_longer_ones_go_by_years() -> None:
    long = {"from_on": "2016-10-01", "to_on": "2026-09-15"}
    assert len(schemas.load_portfolio(json.dumps({"account": account(), "period": long})).period.parts()) == 120
    long["from_on"] = "2016-09-30"
    assert faults({"account": account(), "period": long}) == [("period.too_long", "/period")]
    assert schemas.load_portfolio(json.dumps({"account": account(), "period": {**long, "by": "year"}}))


def test_the_faults_of_accounts_and_period_are_told_together() -> None:
    wrong = changed({"account": account()}, {"/account/as_of": "gestern"})["account"]
    assert faults({"accounts": [account(), wrong], "period": {"by": "week"}}) == [
        ("value.not_a_date", "/accounts/1/as_of"),
        ("value.not_a_choice", "/period/by"),
    ]


def test_files_with_one_account_and_with_many_are_read_together() -> None:
    one = json.dumps({"account": account(), "letter": {}})
    many = json.dumps({"accounts": [account(), account()], "period": {"by": "year"}})
    together = schemas.together([one, many.encode()])
    assert len(together["accounts"]) == 3 and together["period"] == {"by": "year"}
    assert len(schemas.load_portfolio(together).accounts) == 3


@pytest.mark.parametrize("wrong", ["{}", "[]", '{"letter": {}}'])
def test_a_file_without_an_account_is_refused(wrong: str) -> None:
    with pytest.raises(InvalidRequest):
        schemas.together([wrong])


def test_a_file_that_is_no_json_is_refused() -> None:
    with pytest.raises(NotJSON):
        schemas.together(["{"])
