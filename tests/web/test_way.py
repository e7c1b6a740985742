"""The page of the way: in with an account, the next step, why, what is asked; out with a letter, a memo or the form."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from docgen.accounts.account import Question
from docgen.errors import Finding, Severity
from docgen.escalation.decision import Clock, ClockKind
from docgen.letters.request import LetterKind
from docgen.web.pages.sheet import PARTS
from docgen.web.pages.typed import from_request
from docgen.web.pages.way_clocks import countdowns
from docgen.web.pages.way_questions import part_named, section_of
from tests.letters.making import example
from tests.web.form import Form, flat
from tests.web.way import Walker

LANGUAGES = ["zh", "en"]
DEBTOR = {"zh": "远航装备（示例）股份有限公司", "en": "Yuanhang Equipment (Example) Corp., Ltd."}
PARTS_OF_ACCOUNT = ["creditor", "invoices", "history", "declared", "holds", "contracts", "as_of", "payments", "credit"]
STEPS = {
    "en": {"lawyers_letter": "Lawyer's letter", "hold": "On hold", "facts": "Facts are needed first"},
    "zh": {"lawyers_letter": "律师函", "hold": "暂停", "facts": "先补充事实"},
}


def request(**changes: Any) -> dict[str, Any]:
    document = example("demand_letter")
    document["account"].update(changes)
    return document


def declared(**answers: str) -> dict[str, Any]:
    return {**example("demand_letter")["account"]["declared"], **answers}


def before_the_order(**answers: str) -> dict[str, Any]:
    """Reminder, confirmation, demand and lawyer's letter went, and were proved to arrive: a payment order is next."""
    document = request(as_of="2026-11-10", booked_up_to="2026-11-09", declared=declared(**answers))
    document["account"]["history"].append({"kind": "lawyers_letter", "on": "2026-09-01", "proof": "arrived"})
    return document


def before_a_suit_over_a_dispute() -> dict[str, Any]:
    """As before the order, and one invoice is disputed by word of mouth: of that one a court is to judge."""
    document = before_the_order()
    contested = document["account"]["invoices"][5]
    contested["dispute"] = {"amount": contested["amount"], "reason": "数量不足", "raised_on": "2026-08-05"}
    return document


# -- in


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_tried_with_one_press(client: FlaskClient, language: str) -> None:
    page = Walker(client, language).go("example")
    assert page.step() == STEPS[language]["lawyers_letter"]
    assert page.words("//h1") == DEBTOR[language]
    assert "876,650.50" in page.words("//*[@id='answer']")


def test_a_saved_file_and_its_text_lead_to_the_same_page(client: FlaskClient) -> None:
    content = json.dumps(request(), ensure_ascii=False).encode()
    by_file = Walker(client).go("put", file=(io.BytesIO(content), "account.json"))
    by_text = Walker(client).bring(request())
    assert by_file.step() == by_text.step() == "Lawyer's letter"
    assert by_file.fields["carried"] == by_text.fields["carried"]


def test_without_a_file_it_asks_for_one(client: FlaskClient) -> None:
    assert "choose a file" in Walker(client).go("put").words("//*[@role='status']")


def test_a_spreadsheet_is_told_where_its_rows_go(client: FlaskClient) -> None:
    for content in (b"PK\x03\x04", "发票号码,开票日期\nA-1,2026/6/1".encode("gb18030"), b"\xd0\xcf\x11\xe0"):
        page = Walker(client).go("put", file=(io.BytesIO(content), "export.csv"))
        assert "Paste from a spreadsheet" in page.words("//*[@role='status']")


@pytest.mark.parametrize(("language", "told"), [("en", "does not claim them"), ("zh", "不会自行主张")])
def test_the_paper_of_a_suit_over_a_dispute_says_that_it_does_not_claim_what_is_disputed(
    client: FlaskClient, language: str, told: str
) -> None:
    words = Walker(client, language).bring(before_a_suit_over_a_dispute()).words("//*[@id='answer']")
    assert told in words and "198,000.00" in words
    assert told not in Walker(client, language).bring(before_the_order()).words("//*[@id='answer']")


@pytest.mark.parametrize("content", ["", "[]", "{}", "null", "12", "{", "PK\x03\x04", '{"letter": {}}', "[" * 9000])
def test_what_is_no_account_is_told_so(client: FlaskClient, content: str) -> None:
    page = Walker(client).go("put", file=(io.BytesIO(content.encode()), "x.json"))
    assert page.answer.status_code == 200
    assert page.words("//*[@role='status']") and page.page.xpath("//input[@id='file']")


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_typed_in_the_form_goes_along_and_comes_back(client: FlaskClient, language: str) -> None:
    form = Form(client, language).fill(request())
    form.type({"answers.by": "王会计", "letter.number": "华信催〔2026〕9号"})
    typed = {**flat(from_request(request(), PARTS)), "letter.number": "华信催〔2026〕9号"}
    page = Walker(client, language)
    page.page, page.fields = form.page, form.fields
    page.go("decide")
    assert page.step() == STEPS[language]["lawyers_letter"]
    back = page.go("open").fields
    assert back["answers.by"] == "王会计"
    assert {name: back.get(name) for name in typed} == typed


def test_rows_that_wait_in_a_paste_box_are_not_passed_over(client: FlaskClient) -> None:
    page = Walker(client)
    form = Form(client).fill(request()).type({"paste.account.payments": "2026-09-10\t876650.50"})
    page.page, page.fields = form.page, form.fields
    page.go("decide")
    assert page.page.xpath("//form[@id='sheet']") and page.summary()


@pytest.mark.parametrize("path", ["/", "/way", "/check", "/print"])
def test_every_page_leads_there(client: FlaskClient, path: str) -> None:
    head = Form.__new__(Form)
    head.answer = client.get(f"{path}?lang=en")
    head._read()
    assert "Next step" in head.words("//nav[@class='where']")
    assert head.page.xpath("//nav[@class='where']//*[@href='/way' or @formaction='/way']")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_of_the_head_that_leads_here_or_to_the_form_loses_the_account(
    client: FlaskClient, language: str
) -> None:
    page = Walker(client, language).bring(request()).type({"account.as_of": "2026-09-14"})
    entries = page.page.xpath("//header//*[@formaction='/way' or @formaction='/']")
    assert [each.tag for each in entries] == ["button"] * 3, "the mark, the letters, and this page"
    assert not page.page.xpath("//header//nav//a[@href='/way' or @href='/']")
    (here,) = page.page.xpath("//nav[@class='where']//button[@aria-current='page']")
    assert (here.get("form"), here.get("formaction")) == ("way", "/way")
    page.go(here.get("value"))
    assert page.step() == STEPS[language]["lawyers_letter"] and page.fields["account.as_of"] == "2026-09-14"
    form = page.go("open")
    assert form.page.xpath("//form[@id='sheet']") and form.fields["account.as_of"] == "2026-09-14"
    (letters,) = form.page.xpath("//nav[@class='where']//button[@aria-current='page']")
    again = form.type({"account.debtor.address": "Elsewhere"}).go(letters.get("value"))
    assert again.fields["account.debtor.address"] == "Elsewhere"


def test_what_was_typed_and_stands_in_no_file_is_not_left_unasked(client: FlaskClient) -> None:
    page = Walker(client).bring(request())
    assert not page.page.xpath("//form[@id='way'][@data-unsaved]")
    page.type({"hold.reason": "x"}).go("hold")
    assert page.page.xpath("//form[@id='way'][@data-unsaved]")


# -- what is wrong


def test_faults_are_told_with_their_places_and_put_right_in_the_form(client: FlaskClient) -> None:
    document = request(as_of="gestern")
    document["account"]["invoices"][1]["amount"] = "viel"
    page = Walker(client).bring(document)
    assert "2 things" in page.headline()
    listed = page.words("//ul[@class='faults']")
    assert "State of the account on" in listed and "Invoice 2 · Amount" in listed
    page.go("preview")
    assert {"at-account-as_of", "at-account-invoices-1-amount"} <= set(page.summary())
    assert page.fields["account.invoices.1.amount"] == "viel"


def test_a_fault_of_the_letter_does_not_stop_the_decision(client: FlaskClient) -> None:
    document = request()
    document["letter"]["dated_on"] = "32. Januar"
    assert Walker(client).bring(document).step() == "Lawyer's letter"


HOSTILE = '"><script>alert(1)</script>{{ 7 * 7 }}'


def test_names_are_shown_as_they_are_and_nothing_in_them_runs(client: FlaskClient) -> None:
    document = request(holds=[{"from_on": "2026-09-01", "reason": HOSTILE, "by": HOSTILE}])
    document["account"]["creditor"]["name"] = f"{HOSTILE}!"
    document["account"]["debtor"] |= {"name": HOSTILE, "name_en": HOSTILE}
    document["account"]["history"][0]["reference"] = HOSTILE
    document["account"]["credit"] = "<b>B</b>"
    page = Walker(client).bring(document)
    assert not page.page.xpath("//ul[@class='faults']"), page.words("//ul[@class='faults']")
    assert page.step() == "On hold"
    assert page.words("//h1") == HOSTILE
    scripts = page.page.xpath("//script")
    assert all(each.get("src") and not each.text for each in scripts)
    assert page.page.xpath("//input[@name='carried']/@value")[0].count(HOSTILE.replace('"', '\\"')) >= 5


def absurd() -> Iterable[Any]:
    for value in (None, 1, "x", [], {}, [[]], True, "9" * 5000):
        yield {"account": value}
        for part in PARTS_OF_ACCOUNT:
            yield request(**{part: value})
    yield request(declared={"bankruptcy_accepted": {"answer": {"answer": "yes"}}})
    yield request(holds=[{"from_on": [], "until": {}, "reason": 5}])
    yield request(as_of="9999-12-31", booked_up_to="0001-01-01")
    yield {**request(), "saved_for": [1], "carried": "x"}


def test_no_document_is_too_absurd_to_be_answered(client: FlaskClient) -> None:
    for document in absurd():
        page = Walker(client).bring(document)
        assert page.answer.status_code == 200, document
        assert page.words("//main")


def test_a_carried_document_that_was_tampered_with_is_no_account(client: FlaskClient) -> None:
    page = Walker(client).bring(request())
    page.fields["carried"] = "{'"
    assert "not an account" in page.go("decide").words("//*[@role='status']")
    page = Walker(client).bring(request())
    page.fields.setlist("asked", ["account", "..", "account.declared.x.answer", "__class__", "account.invoices.0"])
    assert page.go("decide").step() == "Lawyer's letter"


@pytest.mark.parametrize("button", ["lift:9", "lift:x", "lift:", "lift:-1", "open:x", "print:exe", "???", ""])
def test_a_button_that_there_is_not_does_no_harm(client: FlaskClient, button: str) -> None:
    page = Walker(client).bring(request())
    answer = client.post("/way", data={**page.fields.to_dict(), "do": button})
    assert answer.status_code == 200 and "Lawyer" in answer.text


def test_a_page_from_before_a_restart_loses_nothing(client: FlaskClient) -> None:
    page = Walker(client).bring(before_the_order(written_dispute="unknown"))
    page.type({"csrf_token": "old"})
    page.fields["account.declared.written_dispute.answer"] = "no"
    page.go("decide")
    assert page.answer.status_code == 400
    assert "Nothing is lost" in page.words("//*[@role='status']")
    assert page.fields["account.declared.written_dispute.answer"] == "no"
    page.type({"csrf_token": "old"})
    page.go("open:payment_order_application")
    assert page.answer.status_code == 400 and page.fields["account.invoices.0.amount"] == "386400.00"


def test_more_than_the_limit_is_refused_with_a_page(client: FlaskClient) -> None:
    answer = client.post("/way?lang=en", data={"pasted": "x" * (9 << 20)})
    assert answer.status_code == 413 and "too large" in answer.text


def test_an_account_too_long_for_a_page_is_refused_and_not_cut(client: FlaskClient) -> None:
    document = request(invoices=[{"number": str(number), "amount": "1"} for number in range(5001)])
    assert "more than 5000 rows" in Walker(client).bring(document).words("//*[@role='status']")
    form = Form(client).press("load", file=(io.BytesIO(json.dumps(document).encode()), "a.json"))
    assert "more than 5000 rows" in form.words("//*[@role='status']")


# -- the line


def test_the_line_shows_what_is_done_with_its_proof_and_where_the_customer_stands(client: FlaskClient) -> None:
    page = Walker(client).bring(request())
    demand = page.station("Formal demand").text_content()
    assert "28 Apr 2026" in demand and "proof of arrival" in demand and "华信催〔2026〕8号" in demand
    here = page.page.xpath("//ol[@class='line']/li[@aria-current='step']")
    assert [" ".join(each.text_content().split()) for each in here] == ["Lawyer's letter now"]


def test_a_demand_that_cannot_be_proved_is_marked(client: FlaskClient) -> None:
    document = request()
    for event in document["account"]["history"]:
        if event["kind"] == "demand":
            event["proof"] = "sent"
    words = Walker(client).bring(document).station("Formal demand").text_content()
    assert "does not count yet" in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_step_has_its_reason_at_hand_for_mouse_keyboard_and_reader(
    client: FlaskClient, language: str
) -> None:
    page = Walker(client, language).bring(request())
    refused = page.page.xpath("//li[contains(@class, 'refused')]")
    assert len(refused) == 5
    for station in refused:
        (summary,) = station.xpath(".//summary")
        (reason,) = station.xpath(f".//*[@id='{summary.get('aria-describedby')}']")
        assert len(reason.text_content().strip()) > 8


def test_a_step_outside_of_the_line_stands_after_what_is_done(client: FlaskClient) -> None:
    page = Walker(client).bring(request(declared=declared(bankruptcy_accepted="yes")))
    names = [each.text_content().split("\n")[0] for each in page.page.xpath("//ol[@class='line']/li")]
    stations = page.page.xpath("//ol[@class='line']/li")
    at = next(place for place, each in enumerate(stations) if each.get("aria-current"))
    assert "Declare the claim in bankruptcy" in stations[at].text_content(), names
    assert at == 3 and all("refused" in each.get("class") for each in stations[at + 1 :])


# -- the step and its letter


def test_the_next_step_opens_its_letter_filled_in(client: FlaskClient) -> None:
    kind = "lawyers_letter"
    page = Walker(client).go("example")
    (button,) = page.page.xpath("//*[@id='answer']//button[contains(@class, 'btn-primary')]")
    assert button.get("value") == f"open:{kind}"
    page.go(f"open:{kind}")
    assert page.fields["kind"] == kind and page.page.xpath("//figure//img")
    assert page.headline() in {"Your letter", "A draft for the law firm"}


def test_a_letter_opens_without_the_interest_and_costs_that_the_policy_keeps_out_of_it(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = request()
    document["letter"]["costs"] = "3000.00"
    stated = Walker(client).bring(document).go("open:lawyers_letter")
    assert (stated.fields["letter.interest.rule"], stated.fields["letter.costs"]) == ("automatic", "3000.00")
    desk = client.application.extensions["docgen"]
    plain = replace(desk.policy, interest_in=frozenset(), fees_in=frozenset())
    monkeypatch.setitem(client.application.extensions, "docgen", replace(desk, policy=plain))
    left_out = Walker(client).bring(document).go("open:lawyers_letter")
    assert (left_out.fields["letter.interest.rule"], left_out.fields["letter.costs"]) == ("none", "")
    (decision,) = client.post("/api/v1/decisions", json={"account": document["account"]}).get_json()["decisions"]
    assert (decision["next"]["interest"], decision["next"]["fees"]) == (False, False)


def test_a_letter_that_must_wait_opens_with_the_day_of_its_step(client: FlaskClient) -> None:
    page = Walker(client).bring(request(as_of="2026-09-12", booked_up_to="2026-09-11"))  # a Saturday
    (button,) = page.page.xpath("//*[@id='answer']//button[starts-with(@value, 'open:')]")
    assert button.get("value") == "open:lawyers_letter@2026-09-14"
    assert page.go(button.get("value")).fields["letter.dated_on"] == "2026-09-14"


def test_a_confirmation_opens_with_its_purpose(client: FlaskClient) -> None:
    document = request()
    document["account"]["history"] = [event for event in document["account"]["history"] if event["kind"] == "reminder"]
    page = Walker(client).bring(document)
    assert page.step() == "Balance confirmation"
    page.go("open:balance_confirmation/demand")
    assert page.fields["kind"] == "balance_confirmation" and page.fields["letter.purpose"] == "demand"


def test_who_must_approve_is_said(client: FlaskClient) -> None:
    assert "To be approved by: 财务总监" in Walker(client).bring(request()).words("//*[@id='answer']")


def test_a_step_for_other_invoices_stands_below_with_its_day_and_its_letter(client: FlaskClient) -> None:
    page = Walker(client).bring(request())
    below = page.words("//*[@aria-labelledby='beside-title']")
    assert "Payment reminder" in below and "from 23 October 2026" in below and "in 38 days" in below
    assert page.page.xpath(
        "//*[@aria-labelledby='beside-title']//button[@value='open:payment_reminder|26327000000000000106']"
    )


@pytest.mark.parametrize(("language", "told"), [("en", "opens for these alone"), ("zh", "只涉及这些发票")])
def test_a_letter_opens_for_the_invoices_of_its_step_alone(client: FlaskClient, language: str, told: str) -> None:
    later = Walker(client, language).bring(before_the_order())
    mine = later.page.xpath("//*[@id='answer']//button[starts-with(@value, 'open:')]/@value")[0].partition("|")[2]
    assert (
        mine and "26327000000000000106" not in mine
    )  # the sixth invoice has fallen due, too, and is reminded of first
    assert told in later.words("//*[@id='answer']")
    form = later.go("open:payment_order_application")
    assert form.fields["letter.invoices"] == mine
    assert "876,650.50" in form.words() and "1,021,850.50" in form.words(), "what is asked for, and what is open"


def test_a_letter_for_all_that_is_due_names_no_invoices(client: FlaskClient) -> None:
    document = request()
    document["letter"]["invoices"] = ["26327000000000000105"]
    page = Walker(client).bring(document)
    assert "alone" not in page.words("//*[@id='answer']")
    assert page.go("open:lawyers_letter").fields["letter.invoices"] == ""


def test_days_of_the_letter_before_that_have_passed_are_not_carried_into_the_next(client: FlaskClient) -> None:
    document = before_the_order()
    document["letter"] |= {"dated_on": "2026-09-15", "pay_by": "2026-12-01"}
    page = Walker(client).bring(document).go("open:payment_order_application")
    assert page.fields["letter.dated_on"] == "" and page.fields["letter.pay_by"] == "2026-12-01"


def test_every_side_step_with_a_letter_opens_it(client: FlaskClient) -> None:
    page = Walker(client).bring(request())
    section = "//*[@aria-labelledby='side-title']"
    assert "Call" in page.words(section) and "Visit" in page.words(section)
    opens = {each.get("value") for each in page.page.xpath(f"{section}//button")}
    assert opens == {f"open:{kind}" for kind in ("call_sheet", "visit_sheet") if kind in set(LetterKind)}


def test_each_guarantor_gets_a_request_of_its_own(client: FlaskClient) -> None:
    document = example("guarantor_request")
    (guarantee,) = [each for contract in document["account"]["contracts"] for each in contract.get("guarantees", [])]
    name = guarantee["guarantor"]["name"]
    document["letter"].pop("guarantor")
    page = Walker(client).bring(document)
    page.go(f"open:guarantor_request/{name}")
    assert page.fields["kind"] == "guarantor_request" and page.fields["letter.guarantor"] == name


def test_of_many_invoices_the_first_are_named_with_their_count(client: FlaskClient) -> None:
    document = request(payments=[])
    pattern = document["account"]["invoices"][1]
    document["account"]["invoices"] = [{**pattern, "number": f"2532{number:04}"} for number in range(40)]
    words = Walker(client).bring(document).words()
    assert "25320011 … (40)" in words and "25320012" not in words.replace("25320011 …", "")


# -- questions


def test_what_the_step_waits_for_is_asked_first_and_an_answer_changes_the_decision(client: FlaskClient) -> None:
    page = Walker(client).bring(before_the_order(written_dispute="unknown", debtor_serviceable="unknown"))
    dispute, service = (f"account.declared.{name}.answer" for name in ("written_dispute", "debtor_serviceable"))
    assert page.step() == "Payment order" and set(page.asked()[:2]) == {dispute, service}
    assert "Answer 2 questions first" in page.words("//*[@id='answer']")
    page.type({dispute: "no", service: "yes", "answers.by": "陈经理", "answers.on": "2026/11/10"}).go("decide")
    assert page.step() == "Payment order" and "may be taken now" in page.words("//*[@id='answer']")
    # the answers stay where they were given, and can be changed there
    assert page.fields[dispute] == "no" and dispute in page.asked()
    held = json.loads(page.fields["carried"])["account"]["declared"]["written_dispute"]
    assert held == {"answer": "no", "by": "陈经理", "on": "2026-11-10"}
    page.type({dispute: "yes"}).go("decide")
    assert page.step() != "Payment order"
    assert "dispute in writing" in page.station("Payment order").text_content()


def test_a_missing_day_is_entered_in_place(client: FlaskClient) -> None:
    document = request(history=[], payments=[])
    contract = document["account"]["contracts"][0]["number"]  # due thirty days after receipt
    document["account"]["invoices"] = [
        {"number": "26320001", "contract": contract, "issued_on": "2026-03-01", "amount": "86400.00"}
    ]
    page = Walker(client).bring(document)
    box = "account.invoices.0.delivered_on"
    assert page.step() == "Facts are needed first" and page.asked()[0] == box
    assert "Invoice 1 26320001" in page.words("//*[@id='questions']/fieldset[1]/legend")
    page.type({box: "2026/3/31"}).go("decide")
    assert page.step() == "Payment reminder" and page.fields[box] == "2026-03-31"


def test_a_group_of_boxes_is_answered_together(client: FlaskClient) -> None:
    document = request()
    for party in ("creditor", "debtor"):
        document["account"][party].pop("size")
    page = Walker(client).bring(document)
    size = "account.creditor.size"
    assert f"{size}.size" in page.asked()
    page.type({f"{size}.size": "small", f"{size}.stated_on": "2025/3/18", f"{size}.source": "合同第1.3条"}).go("decide")
    assert json.loads(page.fields["carried"])["account"]["creditor"]["size"]["stated_on"] == "2025-03-18"
    assert page.page.xpath(f"//fieldset[contains(@class, 'answered')]//*[@name='{size}.size']")


def test_why_a_step_has_to_wait_is_said(client: FlaskClient) -> None:
    document = request()
    document["account"]["history"].append(
        {"kind": "promise", "on": "2026-09-10", "proof": "promised", "promised_on": "2026-09-20"}
    )
    page = Walker(client).bring(document)
    words = page.words("//*[@id='answer']")
    assert "from 28 September 2026 · in 13 days" in words and "The debtor promised payment for 2026-09-20" in words


def test_an_answer_on_record_can_be_changed(client: FlaskClient) -> None:
    page = Walker(client).bring(request())
    page.type({"account.declared.bankruptcy_accepted.answer": "yes"}).go("decide")
    assert page.step() == "Declare the claim in bankruptcy"
    page.type({"account.declared.bankruptcy_accepted.answer": "unknown"}).go("decide")
    assert page.step() == "Lawyer's letter"


def test_every_question_has_its_place_in_the_form() -> None:
    for question in Question:
        assert part_named(f"account.declared.{question}.answer") is not None
    assert part_named("account.invoices.7.due_on") is not None
    assert part_named("account.invoices.7") is None and part_named("account.nonsense") is None
    assert section_of("account.invoices.7.due_on") == "invoices"


def test_the_day_asked_about_is_changed_in_place(client: FlaskClient) -> None:
    page = Walker(client).bring(request())
    page.type({"account.as_of": "2029-08-02", "account.booked_up_to": "2029-08-01"}).go("decide")
    assert page.step() == "Lawsuit"
    short = page.page.xpath("//li[contains(@class, 'clock short')]")
    assert len(short) == 1 and "18" in short[0].text_content()


# -- holds


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hold_stops_everything_and_lifting_it_brings_it_back(client: FlaskClient, language: str) -> None:
    page = Walker(client, language).bring(request())
    page.type({"hold.reason": "质量投诉正在核实", "hold.by": "王总"}).go("hold")
    assert page.step() == STEPS[language]["hold"] and "质量投诉正在核实" in page.words("//*[@id='holding']")
    assert not page.page.xpath("//*[@id='answer']//button[starts-with(@value, 'open:')]")
    assert not page.page.xpath("//*[@aria-labelledby='side-title' or @aria-labelledby='beside-title']")
    page.go("lift:0")
    assert page.step() == STEPS[language]["lawyers_letter"]
    assert "holds" not in json.loads(page.fields["carried"])["account"]


@pytest.mark.parametrize(
    ("language", "until", "told"),
    [
        (
            "en",
            None,
            ["What is held", "all 5 open invoices", "RMB 1,021,850.50", "15 September 2026", "somebody ends it"],
        ),
        ("en", "2026-10-15", ["RMB 1,021,850.50", "15 October 2026", "ends by itself after that day"]),
        ("zh", None, ["暂停的款项", "全部 5 张未付发票", "￥1,021,850.50", "2026年9月15日", "有人结束暂停为止"]),
        ("zh", "2026-10-15", ["￥1,021,850.50", "2026年10月15日", "到期后自动结束"]),
    ],
)
def test_a_hold_says_what_it_holds_until_when_and_what_lifts_it(
    client: FlaskClient, language: str, until: str | None, told: list[str]
) -> None:
    hold = {"from_on": "2026-09-15", "reason": "投诉", **({"until": until} if until else {})}
    page = Walker(client, language).bring(request(holds=[hold]))
    card = page.words("//*[@class='held']")
    assert [words for words in told if words not in card] == []
    assert all("1,021,850.50" in page.words(f"//*[@id='{place}']") for place in ("answer", "why"))
    assert page.page.xpath("//*[@id='answer']//button[@value='lift:0']")


def test_of_two_holds_the_longer_one_is_told(client: FlaskClient) -> None:
    short = {"from_on": "2026-09-01", "until": "2026-09-20", "reason": "short"}
    page = Walker(client).bring(request(holds=[short, {"from_on": "2026-09-10", "reason": "long"}]))
    assert "until somebody ends the hold: long" in page.words("//*[@id='answer']")


def test_a_hold_that_began_earlier_stays_on_record_with_its_end(client: FlaskClient) -> None:
    page = Walker(client).bring(request(holds=[{"from_on": "2026-09-01", "reason": "x"}])).go("lift:0")
    assert page.step() == "Lawyer's letter"
    (held,) = json.loads(page.fields["carried"])["account"]["holds"]
    assert held == {"from_on": "2026-09-01", "until": "2026-09-14", "reason": "x"}


def test_a_hold_wants_its_reason(client: FlaskClient) -> None:
    page = Walker(client).bring(request()).type({"hold.until": "2026-10-01"}).go("hold")
    assert page.step() == "Lawyer's letter" and "say why" in page.words("//*[@role='status']")
    assert page.fields["hold.until"] == "2026-10-01"


def test_what_cannot_be_read_is_told_and_the_decision_stays(client: FlaskClient) -> None:
    page = Walker(client).bring(request()).type({"hold.reason": "x", "hold.until": "bald"}).go("hold")
    assert "Hold 1 · Until" in page.words("//*[@role='status']")
    assert page.step() == "Lawyer's letter" and page.fields["hold.until"] == "bald"
    page.type({"hold.until": "", "hold.reason": "", "account.as_of": "gestern"}).go("decide")
    assert "State of the account on" in page.words("//*[@role='status']")
    assert page.step() == "Lawyer's letter" and page.fields["account.as_of"] == "2026-09-15"


# -- why, and what to keep


def test_why_opens_the_rules_with_their_facts_and_the_articles_in_short(client: FlaskClient) -> None:
    page = Walker(client).bring(before_the_order())
    first = page.page.xpath("//*[@id='why']/details[1]")[0]
    words = " ".join(first.text_content().split())
    assert first.get("open") is not None and words.startswith("E13") and "Law" in words
    assert "RMB 876,650.50" in words and "Civil Procedure Law" in words
    assert all(each.text_content().strip() for each in first.xpath(".//q"))


def test_the_memo_makes_the_same_decision_again(client: FlaskClient) -> None:
    page = Walker(client).bring(request()).go("memo")
    assert page.answer.mimetype == "application/json" and "attachment" in page.answer.headers["Content-Disposition"]
    again = client.post("/api/v1/decisions/replay", json=json.loads(page.answer.text)).get_json()
    assert again["same"]


def test_the_one_page_memo_is_offered_where_there_is_one(client: FlaskClient) -> None:
    page = Walker(client).bring(request())
    offered = {each.get("value") for each in page.page.xpath("//*[@aria-labelledby='keep-title']//button")}
    assert offered == {"memo"} | ({"print:pdf", "print:docx"} if "decision_memo" in set(LetterKind) else set())
    if len(offered) > 1:
        assert page.go("print:pdf").answer.get_data().startswith(b"%PDF")
        assert Walker(client).bring(request()).go("print:docx").answer.get_data().startswith(b"PK")


def test_the_account_can_be_saved_from_here(client: FlaskClient) -> None:
    page = Walker(client).bring(request()).go("keep")
    assert json.loads(page.answer.text)["account"]["debtor"]["name"] == "远航装备（示例）股份有限公司"


def test_the_language_is_switched_and_nothing_lost(client: FlaskClient) -> None:
    page = Walker(client, "en").bring(before_the_order(written_dispute="unknown"))
    page.type({"account.declared.written_dispute.answer": "no"})
    answer = client.post("/way?lang=zh", data={**page.fields.to_dict(), "do": "decide"})
    assert "申请支付令" in answer.text and 'lang="zh-CN"' in answer.text


# -- periods


def clock(kind: ClockKind, end: str, *, ours: bool = True, safe: str | None = None) -> Clock:
    day = dt.date.fromisoformat(end)
    return Clock(
        kind=kind,
        subject="1",
        raw_end=day,
        rolled_end=day + dt.timedelta(days=2),
        last_safe_day=dt.date.fromisoformat(safe) if safe else day,
        days_left=(day - dt.date(2026, 9, 15)).days,
        ours=ours,
        finding=Finding("clock.limitation", Severity.INFORMATION, facts={}),
    )


def test_periods_stand_by_urgency_and_only_ours_are_red() -> None:
    shown = countdowns(
        (
            clock(ClockKind.LAW_DATA, "2026-09-16"),
            clock(ClockKind.PROMISE, "2026-09-18", ours=False),
            clock(ClockKind.GUARANTEE, "2026-09-01"),
            clock(ClockKind.LIMITATION, "2027-09-01"),
            clock(ClockKind.LIMITATION, "2026-12-14"),
            clock(ClockKind.ENFORCEMENT, "2026-10-20", safe="2026-10-15"),
        ),
        dt.date(2026, 9, 15),
    )
    assert [(each.clock.kind.value, each.grade) for each in shown] == [
        ("enforcement", "short"),
        ("limitation", "soon"),
        ("limitation", "calm"),
        ("guarantee", "over"),
        ("promise", "theirs"),
        ("law_data", "theirs"),
    ]
    assert shown[0].safe_in == 30 and shown[1].safe_in == 90
