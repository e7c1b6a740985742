"""Decisions over HTTP and on the command line: one account or many, their words, and their memo."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from docgen import cli
from docgen.app import Environment
from tests.letters.making import example


def account(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = example("demand_letter")["account"]
    return {**found, **changes}


def decided(client: FlaskClient, document: Any, query: str = "", language: str = "zh") -> Any:
    answer = client.post(f"/api/v1/decisions{query}", json=document, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.get_json()


@pytest.mark.parametrize(("language", "title"), [("zh", "律师函"), ("en", "Lawyer's letter")])
def test_one_account_gets_its_next_step_in_words(client: FlaskClient, language: str, title: str) -> None:
    (decision,) = decided(client, {"account": account()}, language=language)["decisions"]
    assert decision["next"]["step"] == "lawyers_letter" and decision["next"]["title"] == title
    assert decision["next"]["amount"] == "876650.50"
    assert decision["next"]["document"]["kind"] == "lawyers_letter"
    assert {reason["code"] for reason in decision["reasons"]} >= {"E24"}
    assert all(reason["message"] for reason in decision["reasons"])
    assert any(clock["kind"] == "limitation" and clock["days_left"] > 0 for clock in decision["clocks"])


def test_a_last_safe_day_told_without_holidays_is_a_working_day_and_says_so(client: FlaskClient) -> None:
    own = account(history=[], declared={})
    own["invoices"] = [{**own["invoices"][0], "document": "invoice", "due_on": "2026-01-09", "number": "1"}]
    own |= {"payments": [], "contracts": [{**own["contracts"][0], "guarantees": []}]}
    (decision,) = decided(client, {"account": own}, language="en")["decisions"]
    (clock,) = (each for each in decision["clocks"] if each["kind"] == "limitation")
    assert (clock["raw_end"], clock["last_safe_day"]) == ("2029-01-09", "2029-01-09")
    assert clock["unsure"]["code"] == "clock.holidays_missing"
    assert clock["unsure"]["message"].startswith("The public holidays of 2029 are not in the law data")
    own["invoices"][0]["due_on"] = "2026-01-14"
    (decision,) = decided(client, {"account": own})["decisions"]
    (clock,) = (each for each in decision["clocks"] if each["kind"] == "limitation")
    assert (clock["raw_end"], clock["last_safe_day"]) == ("2029-01-14", "2029-01-12"), "a Sunday, and the Friday before"
    own["invoices"][0]["due_on"] = "2023-10-09"
    (decision,) = decided(client, {"account": own})["decisions"]
    (clock,) = (each for each in decision["clocks"] if each["kind"] == "limitation")
    assert clock["unsure"] is None


def test_many_accounts_are_answered_in_their_order(client: FlaskClient) -> None:
    bankrupt = account()
    bankrupt["declared"] = {**bankrupt["declared"], "bankruptcy_accepted": "yes"}
    found = decided(client, {"accounts": [account(), bankrupt]})["decisions"]
    assert [one["next"]["step"] for one in found] == ["lawyers_letter", "declare_claim"]
    assert found[1]["next"]["rule"] == "E01"


def test_the_faults_of_every_account_are_told_with_their_places(client: FlaskClient) -> None:
    wrong = account(as_of="gestern")
    worse = account()
    worse["invoices"] = [{**worse["invoices"][0], "amount": "lots"}]
    answer = client.post("/api/v1/decisions", json={"accounts": [account(), wrong, worse]})
    assert answer.status_code == 422
    places = {error["pointer"] for error in answer.get_json()["errors"]}
    assert {"/accounts/1/as_of", "/accounts/2/invoices/0/amount"} <= places


@pytest.mark.parametrize("wrong", [[], "x", [1], None])
def test_a_list_that_is_none_is_refused(client: FlaskClient, wrong: Any) -> None:
    assert client.post("/api/v1/decisions", json={"accounts": wrong}).status_code == 422


def test_a_decision_is_made_again_from_its_memo(client: FlaskClient) -> None:
    (decision,) = decided(client, {"account": account()}, "?memo=yes")["decisions"]
    again = client.post("/api/v1/decisions/replay", json=decision["memo"]).get_json()
    assert again["same"] and again["differs"] == [] and again["other_law_data"] is None
    told = {**decision["memo"], "decision": {**decision["memo"]["decision"], "tier": "Z"}}
    again = client.post("/api/v1/decisions/replay", json=told).get_json()
    assert not again["same"] and again["differs"] == ["tier"]


def told(answer: Any) -> set[tuple[str, str | None]]:
    assert answer.status_code == 422, answer.get_data(as_text=True)
    return {(error["code"], error["pointer"]) for error in answer.get_json()["errors"]}


@pytest.mark.parametrize(
    ("changed", "code", "pointer"),
    [
        ({"policy": "name = 1"}, "policy.no_tiers", "/policy"),
        ({"policy": 5}, "value.not_text", "/policy"),
        ({"decision": None}, "memo.incomplete", "/decision"),
        ({"decision": []}, "value.not_an_object", "/decision"),
        ({"law_data": None}, "memo.incomplete", "/law_data"),
        ({"account": {}}, "field.missing", "/account/as_of"),
        ({"polcy": "x"}, "field.unknown", "/polcy"),
    ],
)
def test_a_memo_that_is_none_is_refused_with_what_is_wrong_and_where(
    client: FlaskClient, changed: Any, code: str, pointer: str
) -> None:
    (decision,) = decided(client, {"account": account()}, "?memo=yes")["decisions"]
    answer = client.post("/api/v1/decisions/replay", json={**decision["memo"], **changed})
    assert (code, pointer) in told(answer)


def test_all_that_is_wrong_with_a_memo_and_with_the_query_is_told_at_once(client: FlaskClient) -> None:
    wrong = {"account": account(as_of="gestern"), "policy": "name = 1", "decision": {}, "note": "x"}
    answer = client.post("/api/v1/decisions/replay?memo=yes", json=wrong)
    assert told(answer) >= {
        ("query.unknown", None),
        ("value.not_a_date", "/account/as_of"),
        ("policy.no_tiers", "/policy"),
        ("memo.incomplete", "/law_data"),
        ("field.unknown", "/note"),
    }


def test_a_name_that_stands_twice_in_a_memo_or_beside_the_accounts_is_told(client: FlaskClient) -> None:
    twice = '{"policy": "", "policy": "name = 1", "account": {"as_of": "x", "as_of": "y"}}'
    answer = client.post("/api/v1/decisions/replay", data=twice, content_type="application/json")
    assert told(answer) >= {("json.duplicate_key", "/policy"), ("json.duplicate_key", "/account/as_of")}
    many = '{"accounts": [], "accounts": [{}], "acounts": []}'
    answer = client.post("/api/v1/decisions", data=many, content_type="application/json")
    assert told(answer) >= {("json.duplicate_key", "/accounts"), ("field.unknown", "/acounts")}


def test_a_part_of_the_kept_decision_that_is_no_part_of_any_differs(client: FlaskClient) -> None:
    (decision,) = decided(client, {"account": account()}, "?memo=yes")["decisions"]
    more = {**decision["memo"], "decision": {**decision["memo"]["decision"], "note": None}}
    again = client.post("/api/v1/decisions/replay", json=more).get_json()
    assert not again["same"] and again["differs"] == ["note"]


def test_the_command_line_says_the_same_and_replays(
    client: FlaskClient, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = tmp_path / "account.json"
    sent.write_text(json.dumps({"account": account()}), "utf-8")
    assert cli.run(["decide", "--language", "zh", "--account", str(sent), "--memo"], Environment({})) == 0
    said = json.loads(capsys.readouterr().out)
    (decision,) = decided(client, {"account": account()}, "?memo=yes")["decisions"]
    assert said == decision
    for kept in (said["memo"], said):
        sent.write_text(json.dumps(kept), "utf-8")
        assert cli.run(["decide", "--replay", "--account", str(sent)], Environment({})) == 0
        assert json.loads(capsys.readouterr().out)["same"]
    sent.write_text(json.dumps({**said, "memo": {**said["memo"], "law": "x", "policy": None}}), "utf-8")
    assert cli.run(["decide", "--replay", "--language", "en", "--account", str(sent)], Environment({})) == 1
    refused = capsys.readouterr().err
    assert "(/memo/law)" in refused and "(/memo/policy)" in refused


@pytest.mark.parametrize(("language", "words"), [("en", "it knows A, B, C, D"), ("zh", "现有：A、B、C、D")])
def test_a_grade_that_the_policy_does_not_know_is_told_where_it_stands(
    client: FlaskClient, language: str, words: str
) -> None:
    (decision,) = decided(client, {"account": account(credit="AAA")}, language=language)["decisions"]
    (warned,) = (each for each in decision["warnings"] if each["code"] == "decision.unknown_grade")
    assert warned["pointer"] == "/account/credit" and words in warned["message"].replace(
        ", ", "、" if language == "zh" else ", "
    )
