"""The example account is one that a lawyer would believe: its figures foot, its days follow one another."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

import schemas
from docgen.accounts.invoice import DocumentKind, Invoice
from docgen.law.calendar import is_workday
from docgen.law.statutes import LawData
from docgen.letters.request import LADDER, LetterKind
from tests.schemas.documents import EXAMPLES, example

ACCOUNT = schemas.load(example()).account
INVOICES = [one for one in ACCOUNT.invoices if one.document is DocumentKind.INVOICE]
CREDITS = [one for one in ACCOUNT.invoices if one.document is DocumentKind.CREDIT_NOTE]
PRICED = {
    "zh": re.compile(r" ?([0-9,]+) (?:台|根|件)，单价 ([0-9,.]+) 元$"),
    "en": re.compile(r"([0-9,]+) [a-z ]+(?:, model [A-Z0-9]+,)? at RMB ([0-9,.]+) each$"),
}


def number(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


@pytest.mark.parametrize("language", PRICED)
@pytest.mark.parametrize("invoice", INVOICES, ids=lambda one: one.number)
def test_an_invoice_is_its_quantity_times_its_price(invoice: Invoice, language: str) -> None:
    said = invoice.description if language == "zh" else invoice.description_en
    priced = PRICED[language].search(said or "")
    assert priced and number(priced[1]) * number(priced[2]) == invoice.amount


def test_each_contract_amount_is_the_sum_of_its_invoices_before_any_credit() -> None:
    for contract in ACCOUNT.contracts:
        assert sum(one.amount for one in INVOICES if one.contract == contract.number) == contract.amount


def test_the_credit_note_is_a_rebate_agreed_on_paper_and_concedes_no_short_delivery() -> None:
    (credit,) = CREDITS
    assert "价格折让" in str(credit.description) and "补充协议" in str(credit.description)
    assert not re.search("短交|少交|瑕疵|质量|退货", str(credit.description))
    evidence = schemas.load(example("payment_order_application")).letter.evidence
    assert any("补充协议" in one.name for one in evidence) and any("红字发票" in one.name for one in evidence)


def test_goods_are_delivered_then_accepted_then_invoiced_with_papers_of_the_same_days() -> None:
    for one in INVOICES:
        assert one.delivered_on and one.accepted_on
        assert one.delivered_on <= one.accepted_on <= one.issued_on
        assert [paper.dated_on for paper in one.delivery_documents] == [one.delivered_on]
        assert [paper.dated_on for paper in one.acceptance_documents] == [one.accepted_on]


def days(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from days(each, f"{at}/{key}")
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        yield at, value


@pytest.mark.parametrize("kind", LetterKind)
def test_everything_happens_on_a_working_day(kind: LetterKind, law: LawData) -> None:
    rest = {
        at: day
        for at, day in days(example(kind.value))
        if not at.endswith("period_until") and not is_workday(law, dt.date.fromisoformat(day))
    }  # a guarantee period may end years from now, in a year whose holidays nobody knows
    assert rest == {}


def test_every_letter_in_the_history_has_its_number_and_its_proof_on_record() -> None:
    for event in ACCOUNT.history:
        assert event.note
        assert event.reference or event.kind == "call"
    on = [event.on for event in ACCOUNT.history]
    assert all(one <= other for one, other in pairwise(on))


def test_nobody_real_is_named_and_every_example_has_the_same_account() -> None:
    accounts = []
    for kind in LetterKind:
        document = json.loads((EXAMPLES / f"{kind}.json").read_text("utf-8"))
        if kind in LADDER:  # a paper of the way adds to it what it is about
            accounts.append(document["account"])
        for firm in filter(None, [document["letter"].get("law_firm")]):
            assert "EXAMPLE" in firm["licence_number"]
            assert all(int(lawyer["practice_number"][1:-1]) == 0 for lawyer in firm["lawyers"])
    assert all(account == accounts[0] for account in accounts)
    for party in (ACCOUNT.creditor, ACCOUNT.debtor):
        assert "示例" in party.name and "EXAMPLE" in str(party.registration_number)


def test_the_court_is_the_basic_court_of_the_debtor_s_district() -> None:
    court = schemas.load(example("payment_order_application")).letter.court
    district = str(ACCOUNT.debtor.address).partition("区")[0] + "区"
    assert court == f"{district}人民法院"
