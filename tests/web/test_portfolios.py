"""Many accounts over HTTP and on the command line: who first, the collection rate, the aging."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

import schemas
from docgen import cli
from docgen.app import Environment
from docgen.errors import NotJSON
from tests.letters.making import example

ACCOUNTS = Path(__file__).parents[2] / "examples" / "portfolio" / "accounts.json"


def account(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = example("demand_letter")["account"]
    return {**found, **changes}


def looked_over(client: FlaskClient, document: Any, language: str = "zh") -> Any:
    answer = client.post("/api/v1/portfolios", json=document, headers={"Accept-Language": language})
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.get_json()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "西岭机械（示例）有限公司：发票 26327000000000002001 的诉讼时效 2026-10-20 届满，还剩 35 天"),
        (
            "en",
            "西岭机械（示例）有限公司：The limitation period of 26327000000000002001 ends on 2026-10-20, in 35 days",
        ),
    ],
)
def test_the_example_accounts_stand_in_their_order_with_reasons_in_words(
    client: FlaskClient, language: str, said: str
) -> None:
    found = looked_over(client, json.loads(ACCOUNTS.read_text("utf-8")), language)
    places = found["priority"]
    assert [place["place"] for place in places] == list(range(1, len(places) + 1))
    losses = [Decimal(place["loss"]) for place in places]
    assert losses == sorted(losses, reverse=True)
    assert [place["debtor"][:4] for place in places[:4]] == ["东湖泵业", "西岭机械", "远航装备", "北岸冶金"]
    assert f"{places[1]['debtor']}：{places[1]['reasons'][0]['message']}".startswith(said)
    assert places[1]["reasons"][0]["articles"][0]["ref"] == "civil_code:188"
    assert places[0]["step"]["step"] == "guarantor_request"


def test_the_figures_add_up(client: FlaskClient) -> None:
    found = looked_over(client, {**json.loads(ACCOUNTS.read_text("utf-8")), "period": {"by": "quarter"}})
    assert found["collection"]["period"] == {"from_on": "2025-10-01", "to_on": "2026-09-15", "by": "quarter"}
    (collected,) = found["collection"]["currencies"]
    whole = {name: Decimal(value) for name, value in collected["whole"].items()}
    assert whole["opening"] + whole["billed"] - whole["received"] == whole["closing"]
    assert whole["rate"] == (whole["received"] / whole["billed"] * 100).quantize(Decimal("0.01"))
    for part in ("periods", "customers", "salespeople"):
        assert sum(Decimal(each["received"]) for each in collected[part]) == whole["received"]
    (aging,) = found["aging"]["currencies"]
    assert Decimal(aging["whole"]["total"]) == whole["closing"]
    assert sum(map(Decimal, aging["whole"]["buckets"].values())) == whole["closing"]


def test_the_answer_is_as_it_is_described(client: FlaskClient) -> None:
    described = client.get("/api/v1/openapi.json").get_json()
    schema = {"$ref": "#/components/schemas/Portfolio", "components": described["components"]}
    early = account(invoices=[{"number": "1", "issued_on": "1980-01-01", "due_on": "1980-02-01", "amount": "1.00"}])
    early |= {"contracts": [], "payments": [], "history": []}
    for document in ({"account": account()}, {"accounts": [early, account()]}):
        found = looked_over(client, document, "en")
        assert list(Draft202012Validator(schema).iter_errors(found)) == []
    request = {"$ref": "#/components/schemas/PortfolioRequest", "components": described["components"]}
    sent = {"accounts": [account()], "period": {"by": "year", "from_on": None}}
    assert list(Draft202012Validator(request).iter_errors(sent)) == []


def test_the_same_accounts_give_the_same_bytes(client: FlaskClient) -> None:
    sent = ACCOUNTS.read_bytes()
    first, again = (
        client.post("/api/v1/portfolios", data=sent, content_type="application/json").data for _ in range(2)
    )
    assert first == again


def test_the_order_is_the_same_whatever_the_order_of_the_accounts(client: FlaskClient) -> None:
    document = json.loads(ACCOUNTS.read_text("utf-8"))
    backwards = {"accounts": document["accounts"][::-1]}
    names = [
        [(place["debtor"], place["loss"]) for place in looked_over(client, each)["priority"]]
        for each in (document, backwards)
    ]
    assert names[0] == names[1]


def test_faults_are_told_with_the_place_of_their_account(client: FlaskClient) -> None:
    sent = {"accounts": [account(), account(as_of="gestern")], "period": {"by": "week"}}
    answer = client.post("/api/v1/portfolios", json=sent)
    assert answer.status_code == 422
    assert {error["pointer"] for error in answer.get_json()["errors"]} == {"/accounts/1/as_of", "/period/by"}


@pytest.mark.parametrize("wrong", [[], "x", [1], {}])
def test_a_list_that_is_none_is_refused(client: FlaskClient, wrong: Any) -> None:
    assert client.post("/api/v1/portfolios", json={"accounts": wrong}).status_code == 422


def test_more_accounts_than_a_thousand_are_refused(client: FlaskClient) -> None:
    answer = client.post("/api/v1/portfolios", json={"accounts": [{}] * 1001})
    assert answer.status_code == 422 and answer.get_json()["errors"][0]["code"] == "list.too_long"


def test_the_command_line_says_the_same_from_one_file_or_several(
    client: FlaskClient, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(ACCOUNTS.read_text("utf-8"))
    files = []
    for number, each in enumerate(document["accounts"]):
        files.append(str(tmp_path / f"{number:02}.json"))
        Path(files[-1]).write_text(json.dumps({"account": each}, ensure_ascii=False), "utf-8")
    asked = ["--language", "zh", "--by", "year", "--from", "2025-01-01", "--to", "2026-09-15"]
    expected = looked_over(
        client, {**document, "period": {"by": "year", "from_on": "2025-01-01", "to_on": "2026-09-15"}}
    )
    for given in ([str(ACCOUNTS)], files):
        assert cli.run(["portfolio", *asked, "--account", *given], Environment({})) == 0
        assert json.loads(capsys.readouterr().out) == expected


def test_the_command_line_refuses_a_day_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["portfolio", "--language", "en", "--account", str(ACCOUNTS), "--from", "yesterday"]
    assert cli.run(asked, Environment({})) == 1
    assert "value.not_a_date" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("call", "language", "advice"),
    [
        ("portfolios", "en", "Send fewer accounts in one call: of accounts with seven invoices"),
        ("decisions", "zh", "一次约可提交 550 户"),
        ("letters/demand_letter", "en", "Send fewer invoices at once"),
        ("prints", "en", "Send a smaller file or text"),
    ],
)
def test_who_sends_too_much_is_told_what_helps_with_that_call(
    client: FlaskClient, call: str, language: str, advice: str
) -> None:
    kind = "application/json"
    if call == "prints":
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    answer = client.post(
        f"/api/v1/{call}", data=bytes((8 << 20) + 1), content_type=kind, headers={"Accept-Language": language}
    )
    assert (answer.status_code, answer.get_json()["code"]) == (413, "too_large")
    assert advice in answer.get_json()["detail"] and "DOCGEN_MAX_BYTES" in answer.get_json()["detail"]


def test_the_number_of_accounts_that_fit_is_about_right() -> None:
    whole = len(json.dumps({"accounts": [account()] * 550}, ensure_ascii=False).encode())
    assert 0.8 * (8 << 20) < whole < (8 << 20)
    with pytest.raises(NotJSON) as error:
        schemas.load_accounts(json.dumps({"accounts": [account()] * 1000}))
    assert [finding.code for finding in error.value.findings] == ["json.too_large_accounts"]
