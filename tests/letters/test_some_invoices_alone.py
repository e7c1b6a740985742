"""A letter about some invoices alone: its sums, tables and interest are of these, and it reserves the others."""

from __future__ import annotations

import copy
import io
from decimal import Decimal
from typing import Any

import pytest
from flask.testing import FlaskClient

from docgen.letters.request import LADDER, LetterKind
from docgen.wordfile.text import text
from tests.letters.making import example

ONE, DISPUTED = "26327000000000000105", "25327000000000000102"  # 198,000.00, and one that is disputed in part or open
WHOLE = "876,650.50"
RESERVED = {"zh": "不在本函之内，权利予以保留", "en": "outside this letter, reserved"}


def limited(kind: LetterKind, *numbers: str, **letter: Any) -> dict[str, Any]:
    found: dict[str, Any] = copy.deepcopy(example(kind.value))
    found["letter"] |= {"invoices": list(numbers), **letter}
    return found


def written(client: FlaskClient, kind: LetterKind, language: str, request: dict[str, Any]) -> str:
    answer = client.post(f"/api/v1/letters/{kind.value}?format=docx&language={language}", json=request)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return text(io.BytesIO(answer.data).getvalue())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", LADDER)
def test_every_letter_of_the_ladder_asks_for_the_invoices_named_alone(
    client: FlaskClient, kind: LetterKind, language: str
) -> None:
    words = written(client, kind, language, limited(kind, ONE))
    assert "198,000.00" in words and WHOLE not in words
    assert words.count(ONE) >= 1
    if kind is not LetterKind.PAYMENT_ORDER_APPLICATION:
        assert RESERVED[language] in words and f"{DISPUTED}" in words


def test_the_figures_are_of_these_alone_and_the_notice_names_the_others(client: FlaskClient) -> None:
    request = limited(LetterKind.DEMAND_LETTER, ONE)
    assessed = client.post("/api/v1/assessments?language=en", json=request).get_json()
    totals, interest = assessed["chosen"]["totals"], assessed["chosen"]["interest"]
    assert (totals["demandable"], interest["total"]) == ("198000.00", "2732.40")
    assert totals["open"] == "1021850.50", "what is open is open"
    standings = {item["invoice"]["number"]: item["standing"] for item in assessed["chosen"]["items"]}
    assert standings[ONE] == "overdue" and standings["26327000000000000104"] == "left_out"
    (told,) = (each for each in assessed["notices"] if each["code"] == "letter.invoices_left_out")
    assert told["pointer"] == "/letter/invoices" and "26327000000000000104" in told["message"]
    whole = client.post("/api/v1/assessments", json=example("demand_letter")).get_json()
    one = next(item for item in whole["chosen"]["items"] if item["invoice"]["number"] == ONE)
    assert Decimal(one["demandable"]) == Decimal(totals["demandable"])


@pytest.mark.parametrize(
    ("numbers", "code", "place"),
    [
        (["26327000000000000109"], "letter.unknown_invoice", "/letter/invoices/0"),
        ([ONE, "26327000000000000901"], "letter.names_credit_note", "/letter/invoices/1"),
        ([5], "value.not_text", "/letter/invoices/0"),
    ],
)
def test_what_cannot_be_asked_for_is_a_located_fault(
    client: FlaskClient, numbers: list[Any], code: str, place: str
) -> None:
    answer = client.post("/api/v1/letters/demand_letter", json=limited(LetterKind.DEMAND_LETTER, *numbers))
    assert answer.status_code == 422
    assert (code, place) in {(each["code"], each["pointer"]) for each in answer.get_json()["errors"]}


def test_a_letter_limited_to_what_is_not_due_is_barred(client: FlaskClient) -> None:
    request = limited(LetterKind.DEMAND_LETTER, "26327000000000000106")
    answer = client.post("/api/v1/letters/demand_letter", json=request)
    assert answer.status_code == 409
    assert {"bar.not_due", "bar.left_out"} <= {each["code"] for each in answer.get_json()["errors"]}


@pytest.mark.parametrize("kind", [LetterKind.STATEMENT_OF_ACCOUNT, LetterKind.DECISION_MEMO])
def test_papers_that_show_the_whole_account_go_on_showing_it(client: FlaskClient, kind: LetterKind) -> None:
    whole = written(client, kind, "zh", example(kind.value))
    assert written(client, kind, "zh", limited(kind, ONE)) == whole


def test_a_reconciliation_names_every_balance(client: FlaskClient) -> None:
    kind = LetterKind.BALANCE_CONFIRMATION
    words = written(client, kind, "zh", limited(kind, ONE, purpose="accounts"))
    assert RESERVED["zh"] not in words
