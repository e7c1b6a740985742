"""The sums beside a letter: every column adds up, and the last line is what the letter itself asks for."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from flask.testing import FlaskClient

from docgen.letters.request import LetterKind
from tests.schemas import documents
from tests.web.form import Form

DISPUTED = {
    "/account/invoices/1/dispute": {
        "amount": "10.00",
        "raised_on": "2026-08-01",
        "in_writing": True,
        "reason": "短少",
    }
}
UNDATED = {
    "/account/contracts/0/due": {"ground": "fixed_date"},
    "/account/invoices/5/due_on": None,
    **{f"/account/invoices/{row}/due_on": None for row in range(4)},
    **{f"/account/invoices/{row}/due": None for row in range(4)},
}
LATER = {
    "/account/as_of": "2032-09-15",
    "/account/booked_up_to": "2032-09-14",
    "/letter/dated_on": None,
    "/letter/pay_by": None,
    "/letter/reply_by": None,
}


def previewed(client: FlaskClient, document: Any, kind: str = "demand_letter", **more: str) -> Form:
    form = Form(client, "en").type({"kind": kind}).fill(document).type(more)
    return form.press("preview", draft_anyway="yes")


def columns(form: Form) -> list[list[tuple[str, Decimal, bool]]]:
    """Each column of sums as (words, signed amount, whether it is a total)."""
    return [
        [
            (
                " ".join(line.xpath("dt")[0].text_content().split()),
                money(line.xpath("dd")[0].text_content()),
                "rule" in line.get("class", "").split(),
            )
            for line in column.xpath("div[not(contains(@class, 'sub'))]")
        ]
        for column in form.page.xpath("//div[@class='figures']//dl[contains(@class, 'sums')]")
    ]


def money(words: str) -> Decimal:
    digits = re.sub(r"[^\d.]", "", words)
    return -Decimal(digits) if "−" in words else Decimal(digits)


def assert_foots(form: Form) -> None:
    assert columns(form)
    for column in columns(form):
        running = Decimal(0)
        for words, amount, total in column:
            if total:
                assert running == amount, (words, column)
            else:
                running += amount


@pytest.mark.parametrize("kind", [kind.value for kind in LetterKind])
def test_every_column_of_an_example_adds_up(client: FlaskClient, example: Any, kind: str) -> None:
    assert_foots(previewed(client, example(kind), kind))


@pytest.mark.parametrize(
    "changes",
    [
        UNDATED,
        DISPUTED,
        {"/letter/interest": {"imputation": "article_561"}},
        LATER,
        {"/account/payments/0/amount": "9000000.00"},
    ],
    ids=["no due date", "a part disputed", "interest first", "years later", "too much paid"],
)
def test_every_column_adds_up_whatever_the_account(client: FlaskClient, changes: dict[str, Any]) -> None:
    form = previewed(client, documents.changed(documents.example(), changes))
    assert form.page.xpath("//div[@class='figures']"), form.words("//section[@id='answer']")
    assert_foots(form)


def test_what_has_no_due_date_has_a_line_of_its_own_in_the_sums_and_in_the_aging(client: FlaskClient) -> None:
    form = previewed(client, documents.changed(documents.example(), UNDATED))
    sums, aging = columns(form)
    assert "Due date unknown" in [words for words, _amount, _total in sums]
    assert "Due date unknown" in [words for words, _amount, _total in aging]


def test_a_row_with_a_disputed_part_shows_it_and_adds_up(client: FlaskClient) -> None:
    form = previewed(client, documents.changed(documents.example(), DISPUTED))
    heads = [
        " ".join(head.text_content().split()) for head in form.page.xpath("//table[contains(@class,'items')]/thead//th")
    ]
    assert "of which disputed" in heads
    for row in form.page.xpath("//table[contains(@class,'items')]/tbody/tr"):
        cells = dict(zip(heads, [cell.text_content() for cell in row.xpath("td")], strict=True))
        taken = [money(cells[name]) for name in ("Credited", "Paid") if re.search(r"\d", cells.get(name, ""))]
        assert money(cells["Amount"]) + sum(taken) == money(cells["Open"])
    assert "10.00" in form.words("//table[contains(@class,'items')]")


def test_a_reminder_s_sum_holds_no_interest_and_says_that_none_is_asked_for(client: FlaskClient, example: Any) -> None:
    form = previewed(client, example("payment_reminder"), "payment_reminder")
    assert columns(form)[0][-1][0] == "May be demanded"
    assert "not asked for in this letter" in form.words("//div[@class='figures']")


@pytest.mark.parametrize("kind", ["demand_letter", "lawyers_letter", "payment_order_application"])
def test_the_last_line_is_the_sum_that_the_letter_itself_prints(client: FlaskClient, example: Any, kind: str) -> None:
    form = previewed(client, example(kind), kind)
    _words, asked, _total = columns(form)[0][-1]
    answer = client.post(f"/api/v1/letters/{kind}?language=en&format=json", json=example(kind)).get_json()
    assert f"{asked:,.2f}" in answer["facts"]["total"]


def test_nothing_is_ever_minus_zero(client: FlaskClient) -> None:
    document = documents.changed(documents.example(), {"/account/payments": []})
    form = previewed(client, document)
    assert not re.search(r"−\s*\D{0,4}0\.00", form.words("//div[@class='figures']"))


def test_a_bar_names_amounts_as_people_write_them(client: FlaskClient) -> None:
    changes = {"/account/as_of": "2026-02-01", "/account/booked_up_to": "2026-02-01"}
    account = documents.changed(documents.example(), changes)
    account["account"] |= {"payments": [], "history": []}
    account["account"]["invoices"] = [
        row | {"issued_on": "2026-01-20", "due_on": "2026-03-31"} for row in account["account"]["invoices"][:1]
    ]
    for language, sign in (("en", "RMB "), ("zh", "￥")):
        form = Form(client, language).type({"kind": "demand_letter"}).fill(account)
        form.type({"letter.dated_on": "", "letter.pay_by": "", "letter.reply_by": ""}).press("preview")
        told = form.words("//section[@id='answer']")
        assert re.search(rf"{sign}\d{{1,3}},\d{{3}}", told), told
        assert " CNY" not in told


def test_an_expired_invoice_tells_the_days_past_due_apart_from_the_end_of_its_limitation(client: FlaskClient) -> None:
    form = previewed(client, documents.changed(documents.example(), LATER))
    (state,) = form.page.xpath("//tr[contains(@class,'expired')][1]/td[contains(@class,'state')]")
    words = " ".join(state.text_content().split())
    assert re.fullmatch(r"Limitation period over \d+ days past due limitation ended on \d{4}-\d\d-\d\d", words)


def test_a_demand_shows_what_the_other_order_of_imputation_would_come_to(client: FlaskClient, example: Any) -> None:
    form = previewed(client, example("demand_letter"))
    words = " ".join(form.page.xpath("//div[@class='figures']")[0].text_content().split())
    assert "If payments went to costs, interest and principal in this order (Civil Code 561)" in words
    [other] = [
        money(line.xpath("dd")[0].text_content())
        for line in form.page.xpath("//div[@class='figures']//dl/div[contains(@class, 'sub')]")
        if "Civil Code 561" in line.text_content()
    ]
    answer = client.post("/api/v1/assessments", json=example("demand_letter")).get_json()["alternative"]
    assert other == Decimal(answer["totals"]["demandable"]) + Decimal(answer["interest"]["total"])
    reminder = previewed(client, example("payment_reminder"), "payment_reminder")
    assert "Civil Code 561)" not in reminder.page.xpath("//dl[contains(@class, 'sums')]")[0].text_content()
