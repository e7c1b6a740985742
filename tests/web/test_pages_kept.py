"""Nothing that was typed or pasted is passed over, and nothing is replaced unasked."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from docgen.letters.request import LADDER
from tests.web.form import Form
from tests.web.test_pages import KINDS, filled, text_of

PAYMENTS, INVOICES = "paste.account.payments", "paste.account.invoices"
PAID = "收款日期\t金额\n2026-09-10\t5,015,004.99"


@pytest.fixture
def chinese(client: FlaskClient) -> Form:
    return Form(client, "zh")


@pytest.fixture
def english(client: FlaskClient) -> Form:
    return Form(client, "en")


# -- rows that wait in a paste box


@pytest.mark.parametrize(
    "button", ["preview", "download:pdf", "download:docx", "remedy:no_interest", "keep", "customer"]
)
@pytest.mark.parametrize("box", [PAYMENTS, INVOICES])
def test_no_button_passes_over_rows_that_wait_in_a_paste_box(chinese: Form, button: str, box: str) -> None:
    filled(chinese).press("preview")
    chinese.type({box: PAID}).press(button)
    assert chinese.answer.mimetype == "text/html", "a file went out without what was pasted"
    assert not chinese.page.xpath("//figure//img") and not chinese.page.xpath("//section[@id='sure']")
    assert "框内还有 2 行未添加到表中" in chinese.beside(box)
    assert chinese.box(box).get("aria-invalid") == "true"
    assert chinese.fields[box] == PAID
    assert chinese.page.xpath(f"//details[@open][.//textarea[@name='{box}']]")
    assert chinese.page.xpath("//section[@id='answer']//li/a/@href") == ["#" + chinese.box(box).get("id")]


def test_a_payment_that_settles_all_and_waits_in_its_box_stops_the_letter_and_bars_it_once_added(
    chinese: Form,
) -> None:
    filled(chinese).type({PAYMENTS: PAID}).press("preview")
    assert not chinese.page.xpath("//figure//img")
    chinese.press("paste:account.payments")
    assert chinese.fields[PAYMENTS] == ""
    chinese.press("preview")
    assert chinese.headline() == "目前不能发出这封函件" and not chinese.page.xpath("//figure//img")


def test_one_paste_box_keeps_its_text_while_the_rows_of_the_other_are_added(english: Form) -> None:
    filled(english).type({PAYMENTS: PAID, INVOICES: "number\tamount\n77\t1.00"}).press("paste:account.payments")
    assert english.fields[PAYMENTS] == "" and english.fields[INVOICES] == "number\tamount\n77\t1.00"


@pytest.mark.parametrize("button", ["add:account.invoices", "remove:account.invoices.0", "today", "show", "example"])
def test_other_buttons_leave_the_text_in_its_box(english: Form, button: str) -> None:
    filled(english).type({PAYMENTS: PAID}).press(button)
    assert english.fields[PAYMENTS] == PAID


# -- the example and a file ask before they replace what was typed


def test_the_example_asks_before_it_replaces_what_was_typed(english: Form) -> None:
    english.type({"account.debtor.name": "Mine"}).press("example")
    assert english.fields["account.debtor.name"] == "Mine"
    assert "replaced by the example" in english.words("//section[@id='sure']")
    assert english.words("//section[@id='sure']//button[1]") == "Yes, replace"
    saved = json.loads(english.press("keep").answer.text)
    assert saved["account"]["debtor"]["name"] == "Mine"
    english.press("show")
    assert english.fields["account.debtor.name"] == "Mine" and not english.page.xpath("//section[@id='sure']")
    english.press("example").press("example:yes")
    assert english.fields["account.debtor.name"] not in {"", "Mine"}


def test_a_file_asks_before_it_replaces_what_was_typed_and_waits_on_the_page(english: Form, example: Any) -> None:
    document = example("demand_letter")
    document["account"]["debtor"]["name"] = "From <the> file"
    content = json.dumps(document, ensure_ascii=False, indent=2).encode()
    english.type({PAYMENTS: PAID}).press("load", file=(io.BytesIO(content), "九月.json"))
    assert english.fields["account.debtor.name"] == "" and english.fields[PAYMENTS] == PAID
    assert "九月.json" in english.words("//section[@id='sure']")
    english.press("load:yes")
    assert english.fields["account.debtor.name"] == "From <the> file" and english.fields[PAYMENTS] == ""


def test_a_file_that_is_no_account_is_refused_without_a_question(english: Form) -> None:
    english.type({"account.debtor.name": "Mine"}).press("load", file=(io.BytesIO(b"\xff\xfe"), "x.json"))
    assert "not an account" in english.words() and not english.page.xpath("//section[@id='sure']")
    assert english.fields["account.debtor.name"] == "Mine"
    english.press("load", file=(io.BytesIO("发票号码\t金额\nA-1\t5".encode()), "export.csv"))
    assert "Paste from a spreadsheet" in english.words() and english.fields["account.debtor.name"] == "Mine"


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_that_nobody_changed_is_replaced_without_a_question(english: Form, kind: str) -> None:
    filled(english).press("preview").type({"kind": kind}).press("example")
    assert not english.page.xpath("//section[@id='sure']")
    english.press("add:account.invoices").type({"account.debtor.address": "Elsewhere"}).press("example")
    assert english.page.xpath("//section[@id='sure']")


def test_a_company_that_the_browser_filled_in_is_no_reason_to_ask(english: Form) -> None:
    ours = {"account.creditor.name": "华信精工有限公司", "letter.signatory": "陈经理"}
    english.type({**ours, "remembered": "yes"}).press("example")
    assert not english.page.xpath("//section[@id='sure']")
    english.press("clear:yes").type({**ours, "remembered": ""}).press("example")
    assert english.page.xpath("//section[@id='sure']")


# -- the example serves every letter


@pytest.mark.parametrize("second", [kind.value for kind in LADDER])
@pytest.mark.parametrize("first", ["payment_reminder", "payment_order_application"])
def test_the_example_of_one_letter_of_the_ladder_makes_every_other(english: Form, first: str, second: str) -> None:
    filled(english, first).type({"kind": second}).press("preview")
    assert english.page.xpath("//figure//img"), english.words("//section[@id='answer']")[:300]
    assert text_of(english.press("download:pdf").answer.data)
