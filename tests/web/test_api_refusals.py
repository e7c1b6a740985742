"""What a refusal says besides its findings: bars beside faults, and the JSON that lets a letter go out."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from flask.testing import FlaskClient

ADDRESS = "/api/v1/letters/{}?format=docx"


def post(client: FlaskClient, kind: str, request: Any) -> Any:
    return client.post(ADDRESS.format(kind), json=request, headers={"Accept-Language": "en"})


def paid(request: Any) -> Any:
    """The same account with every invoice paid."""
    request["account"]["payments"] = [
        {"received_on": request["account"]["booked_up_to"], "amount": one["amount"], "names": [one["number"]]}
        for one in request["account"]["invoices"]
        if one.get("document") != "credit_note"
    ]
    return request


def without_number(request: Any) -> None:
    del request["letter"]["number"]


def with_an_impossible_day(request: Any) -> None:
    request["letter"]["pay_by"] = "soon"


def without_a_letter(request: Any) -> None:
    del request["letter"]


@pytest.mark.parametrize("spoilt", [without_number, with_an_impossible_day, without_a_letter])
def test_bars_stand_beside_the_faults_of_a_letter_that_must_not_be_sent(
    client: FlaskClient, example: Any, spoilt: Any
) -> None:
    request = paid(example("payment_reminder"))
    spoilt(request)
    answer = post(client, "payment_reminder", request)
    assert answer.status_code == 422
    problem = answer.get_json()
    assert problem["code"] == "invalid_request"
    assert {one["severity"] for one in problem["errors"]} == {"fault"}
    assert {one["code"] for one in problem["bars"]} & {"bar.nothing_open", "bar.credit_balance"}
    assert all(one["message"] and one["remedy"] for one in problem["bars"])


def test_an_account_with_faults_of_its_own_shows_no_bars(client: FlaskClient, example: Any) -> None:
    request = paid(example("payment_reminder"))
    request["account"]["invoices"][0]["amount"] = "a lot"
    problem = post(client, "payment_reminder", request).get_json()
    assert (problem["code"], problem["bars"]) == ("invalid_request", [])


def test_a_letter_that_nothing_bars_lists_none(client: FlaskClient, example: Any) -> None:
    request = example("payment_reminder")
    without_number(request)
    assert post(client, "payment_reminder", request).get_json()["bars"] == []


def test_what_to_add_lets_the_letter_out(client: FlaskClient, example: Any) -> None:
    request = example("demand_letter")
    request["letter"] |= {"acknowledge": [], "dated_on": "2026-09-14"}
    answer = post(client, "demand_letter", request)
    assert (answer.status_code, answer.get_json()["code"]) == (409, "unacknowledged")
    added = copy.deepcopy(request)
    added["letter"] |= answer.get_json()["add"]["letter"]
    assert post(client, "demand_letter", added).status_code == 200


def test_a_barred_letter_has_nothing_to_add(client: FlaskClient, example: Any) -> None:
    problem = post(client, "payment_reminder", paid(example("payment_reminder"))).get_json()
    assert problem["code"] == "barred"
    assert "add" not in problem


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("call", "in_the_body"),
    [
        ("letters/demand_letter", ("value.not_a_date", "/account/as_of")),
        ("assessments", ("value.not_a_date", "/account/as_of")),
        ("decisions", ("value.not_a_date", "/account/as_of")),
        ("portfolios", ("value.not_a_date", "/account/as_of")),
        ("checks", ("value.not_a_date", "/account/as_of")),
    ],
)
def test_a_slip_in_the_query_hides_no_fault_of_the_body(
    client: FlaskClient, example: Any, call: str, in_the_body: tuple[str, str]
) -> None:
    request = {"account": {**example("demand_letter")["account"], "as_of": "soon"}}
    answer = client.post(f"/api/v1/{call}?tongue=zh&kind=poem&language=fr", json=request)
    assert answer.status_code == 422
    told = [(error["code"], error["pointer"] or error["parameter"]) for error in answer.get_json()["errors"]]
    assert told[0] == ("query.unknown", "tongue")
    assert {("query.unknown", "tongue"), in_the_body} <= set(told)


def test_a_body_that_cannot_be_read_is_told_with_the_slip_in_the_query(client: FlaskClient) -> None:
    for address, sent, status, code in (
        ("decisions", {"data": b"{", "content_type": "application/json"}, 400, "json.syntax"),
        ("decisions", {"data": b"{}", "content_type": "text/plain"}, 415, "body.media_type"),
        ("prints", {"data": b"%PDF", "content_type": DOCX}, 422, "word_file.not_zip"),
    ):
        answer = client.post(f"/api/v1/{address}?formt=pdf", **sent)
        assert answer.status_code == status
        assert [error["code"] for error in answer.get_json()["errors"]] == ["query.unknown", code]


def test_a_letter_is_not_made_where_the_query_alone_is_wrong(client: FlaskClient, example: Any) -> None:
    answer = client.post("/api/v1/letters/demand_letter?formt=pdf", json=example("demand_letter"))
    assert [error["code"] for error in answer.get_json()["errors"]] == ["query.unknown"]
