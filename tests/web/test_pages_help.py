"""What the page does for a clerk beyond the letter: ways out of a bar, files, the next customer, payers abroad."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from docgen.messages import Messages
from docgen.web.pages import showing
from docgen.web.pages.remedies import FOR, REMEDIES
from tests.schemas import documents
from tests.web.form import Form

TODAY = dt.date(2026, 9, 20)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "today", lambda: TODAY)


@pytest.fixture
def english(client: FlaskClient) -> Form:
    return Form(client, "en")


def filled(form: Form, kind: str = "demand_letter") -> Form:
    return form.type({"kind": kind}).press("example")


def paid(form: Form) -> Form:
    """Everything is paid, by one more payment."""
    form.press("add:account.payments")
    last = max(int(name.split(".")[2]) for name in form.fields if name.startswith("account.payments."))
    return form.type(
        {f"account.payments.{last}.received_on": "2026-09-10", f"account.payments.{last}.amount": "1021850.50"}
    )


# -- bars, with all that is missing


def test_bars_come_with_the_fields_still_missing_bars_first(english: Form) -> None:
    paid(filled(english)).type({"letter.number": "", "account.creditor.registration_number": ""}).press("preview")
    section = english.words("//section[@id='answer']")
    assert section.index("What stands against it") < section.index("2 things need to be put right")
    assert {"at-letter-number", "at-account-creditor-registration_number"} <= set(english.summary())
    assert english.box("letter.number").get("aria-invalid") == "true"
    assert english.page.xpath("//div[@class='figures']")


def test_a_button_beside_a_bar_sends_the_letter_that_may_go_and_keeps_all_that_was_typed(english: Form) -> None:
    paid(filled(english)).press("preview")
    before = {name: value for name, value in english.fields.items() if name.startswith("account.")}
    assert english.page.xpath("//div[@class='bars']//button[@value='remedy:accounts']")
    english.press("remedy:accounts")
    assert english.fields["kind"] == "balance_confirmation"
    assert english.fields["letter.purpose"] == "accounts"
    assert {name: english.fields[name] for name in before} == before
    assert not english.page.xpath("//div[@class='bars']")


def test_a_button_beside_a_bar_changes_the_interest(english: Form) -> None:
    filled(english).type({"letter.interest.rule": "sme"})
    for party in ("creditor", "debtor"):
        english.type({f"account.{party}.size.{part}": "" for part in ("size", "stated_on", "source", "source_en")})
    english.press("preview")
    assert english.page.xpath("//section[@id='answer']//button[@value='remedy:no_interest']")
    english.press("remedy:no_interest")
    assert english.fields["letter.interest.rule"] == "none"


def test_every_remedy_belongs_to_a_finding_that_exists(messages: Messages) -> None:
    assert set(FOR) <= set(messages.by_language["en"])
    assert {name for names in FOR.values() for name in names} == set(REMEDIES)


@pytest.mark.parametrize("button", ["remedy:", "remedy:nothing", "customer:x", "clear:no", "today:x"])
def test_a_button_that_nobody_drew_loses_nothing(english: Form, button: str) -> None:
    filled(english).press(button)
    assert english.answer.status_code == 200
    assert english.fields["account.debtor.name"]


# -- files and days


def test_a_saved_file_keeps_the_letter_its_language_and_its_particulars(english: Form, client: FlaskClient) -> None:
    filled(english, "balance_confirmation").type({"language": "zh", "letter.purpose": "accounts"})
    saved = english.press("keep").answer
    document = json.loads(saved.data)
    assert document["saved_for"] == {"kind": "balance_confirmation", "language": "zh"}
    fresh = Form(client, "en").press("load", file=(io.BytesIO(saved.data), "account.json"))
    assert (fresh.fields["kind"], fresh.fields["language"]) == ("balance_confirmation", "zh")
    assert fresh.fields["letter.purpose"] == "accounts"
    by_api = client.post("/api/v1/letters/balance_confirmation", data=saved.data, content_type="application/json")
    assert by_api.status_code == 200


def test_files_are_named_after_debtor_letter_and_day(english: Form) -> None:
    filled(english).type({"account.debtor.name": '远航/装备:"A"', "language": "zh"})
    disposition = english.press("keep").answer.headers["Content-Disposition"]
    name = unquote(disposition.partition("filename*=UTF-8''")[2])
    assert name == "远航_装备__A_-催款函-2026-09-15.json"
    assert disposition.isascii()


def test_an_old_file_is_pointed_out_and_brought_to_today_by_a_button(english: Form) -> None:
    content = json.dumps(documents.example("payment_reminder"), default=str).encode()
    english.press("load", file=(io.BytesIO(content), "account.json"))
    assert "5 days ago" in english.words("//section[@id='old']")
    english.type({"letter.pay_by": "2026-09-18", "letter.reply_by": "2026-10-01"})
    booked = english.fields["account.booked_up_to"]
    english.press("today")
    assert english.fields["account.as_of"] == "2026-09-20"
    assert english.fields["letter.dated_on"] == english.fields["letter.pay_by"] == ""
    assert english.fields["letter.reply_by"] == "2026-10-01"
    assert english.fields["account.booked_up_to"] == booked
    assert booked in english.words("//*[@role='status']")
    assert not english.page.xpath("//section[@id='old']")


# -- starting anew


def test_the_next_customer_keeps_our_own_company_and_asks_first(english: Form) -> None:
    filled(english).type({"language": "zh", "letter.signatory": "陈经理", "letter.signatory_post": "财务经理"})
    ours = {name: value for name, value in english.fields.items() if name.startswith("account.creditor.")}
    english.press("customer")
    assert english.fields["account.debtor.name"] and english.page.xpath("//section[@id='sure']")
    english.press("customer:yes")
    assert {name: english.fields[name] for name in ours} == ours
    assert english.fields["letter.signatory"] == "陈经理" and english.fields["language"] == "zh"
    left = {name for name, value in english.fields.items()
            if value and name.startswith(("account.debtor.", "account.invoices.", "account.payments.")) }  # fmt: skip
    assert {name.rpartition(".")[2] for name in left} <= {"kind", "country", "document"}
    assert english.fields["letter.number"] == ""
    assert "account.invoices.0.number" in english.fields
    assert english.fields["account.as_of"] == TODAY.isoformat()


def test_clearing_asks_first_and_then_leaves_an_empty_form(english: Form, client: FlaskClient) -> None:
    empty = {name: value for name, value in Form(client, "en").fields.items() if name != "csrf_token"}
    filled(english).press("clear")
    assert "Everything in this form will be removed" in english.words("//section[@id='sure']")
    assert english.fields["account.debtor.name"]
    english.press("clear:yes")
    cleared = {name: value for name, value in english.fields.items() if name != "csrf_token"}
    assert {**cleared, "kind": ""} == {**empty, "kind": ""}


# -- payers abroad, countries, English words


def test_a_payer_abroad_is_said_to_need_the_bank_s_code_and_english_name(english: Form) -> None:
    bank = "account.creditor.bank_account"
    filled(english).type({f"{bank}.swift": "", f"{bank}.bank_en": ""}).press("preview")
    assert "will need" not in english.words()
    english.type({"account.debtor.country": "DE"}).press("preview")
    links = english.page.xpath("//fieldset[@id='at-account-creditor-bank_account']/p[@class='caution']/a/@href")
    assert links == ["#at-account-creditor-bank_account-swift", "#at-account-creditor-bank_account-bank_en"]
    english.type({f"{bank}.swift": "EXAMCNBS", f"{bank}.bank_en": "Example Bank"}).press("preview")
    assert "will need" not in english.words()


@pytest.mark.parametrize(("language", "china", "germany"), [("zh", "中国", "德国"), ("en", "China", "Germany")])
def test_countries_are_chosen_by_name_china_first(client: FlaskClient, language: str, china: str, germany: str) -> None:
    form = Form(client, language)
    (box,) = form.page.xpath("//select[@name='account.debtor.country']")
    assert box.xpath("option[1]/@value") == ["CN"] and box.xpath("option[1]")[0].text == china
    assert box.xpath("option[@value='DE']")[0].text == germany
    assert form.fields["account.debtor.country"] == "CN"


def test_english_words_are_asked_for_beside_the_chinese_ones_and_marked_as_such(english: Form) -> None:
    for name in ("account.contracts.0.title_en", "account.debtor.name_en", "letter.signatory_en"):
        assert english.page.xpath(f"//*[@name='{name}']/ancestor::*[contains(@class, 'english')]"), name
    assert not english.page.xpath("//*[@name='account.debtor.name']/ancestor::*[contains(@class, 'english')]")


# -- settings say what they do


@pytest.mark.parametrize("name", ["rule", "multiplier", "lpr", "day_count", "imputation", "rest_day"])
def test_each_setting_of_interest_says_what_it_changes_and_which_choice_is_recommended(
    english: Form, name: str
) -> None:
    full = f"letter.interest.{name}"
    assert english.beside(full)
    box = english.box(full)
    chosen = box.xpath("option[@selected]")
    recommended = chosen[0].text if chosen else english.beside(full)
    assert "recommended" in recommended


def test_a_disputed_debt_between_the_parties_is_asked_for_in_the_words_of_the_law(client: FlaskClient) -> None:
    asked = Form(client, "zh").words("//*[@id='at-account-declared-other_debts_between_parties']")
    assert "债务纠纷" in asked and not re.search("债务往来", asked)


def test_no_sentence_on_the_page_names_a_field_by_its_place_in_json(english: Form) -> None:
    filled(english).type({"account.contracts.0.title_en": "", "language": "en"}).press("preview")
    told = english.words("//section[@id='answer']")
    assert "Contract 1 · Contract title in English" in told
    assert "/account/" not in told
    english.type(
        {"account.invoices.1.dispute.amount": "100000.00", "account.invoices.1.dispute.raised_on": "2026-08-01"}
    )
    for row in (2, 3, 5, 6):
        english.type({f"account.invoices.{row}.{name}": "" for name in ("number", "amount", "issued_on")})
    english.press("preview")
    assert "letter." not in english.words("//section[@id='answer']")


def test_an_account_without_invoices_is_not_called_settled(client: FlaskClient, example: Any) -> None:
    document = example("demand_letter")
    document["account"]["invoices"] = []
    for payment in document["account"].get("payments", []):
        payment.pop("names", None)
    chinese = Form(client, "zh").fill(document).type({"kind": "demand_letter"}).press("preview")
    told = chinese.words("//section[@id='answer']")
    assert "还没有填写任何发票" in told and "结清" not in told and "多付" not in told
    assert chinese.page.xpath("//section[@id='answer']//a[@href='#at-account-invoices']")
    assert not chinese.page.xpath("//section[@id='answer']//button[starts-with(@value, 'remedy:')]")


@pytest.mark.parametrize("lacking", ["swift", "bank_en"])
def test_a_payer_abroad_who_could_not_pay_is_a_warning_at_the_empty_box(english: Form, lacking: str) -> None:
    box = f"account.creditor.bank_account.{lacking}"
    filled(english, "payment_reminder").type({"account.debtor.country": "DE", box: ""}).press("preview")
    assert "caution.bank_abroad" in english.page.xpath("//input[@name='acknowledge']/@value")
    assert "may not be able to pay" in english.beside(box)


def test_a_missing_rate_is_told_to_a_clerk_with_what_can_be_done(english: Form) -> None:
    later = {"account.as_of": "2027-08-31", "account.booked_up_to": "2027-08-31", "letter.interest.rule": "lpr"}
    empty = dict.fromkeys(("letter.dated_on", "letter.pay_by", "letter.reply_by"), "")
    filled(english).type({**later, **empty}).press("preview")
    told = english.words("//section[@id='answer']")
    assert "Ask IT" in told and "gives it away" in told and "DOCGEN_LAW_DATA" not in told
    english.press("remedy:give_up_interest")
    assert english.fields["letter.interest.rule"] == "none" and "Ask IT" not in english.words()


def test_what_bars_a_letter_is_told_beside_a_fault_of_its_particulars(english: Form) -> None:
    filled(english).type({"account.payments.0.amount": "9999999", "letter.pay_by": "soon"}).press("preview")
    assert english.page.xpath("//div[@class='bars']//li") and english.page.xpath("//ul[@class='faults']/li")
