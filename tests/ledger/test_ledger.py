"""A ledger cut at a day gives one reminder for each customer with open items, right to the cent."""

from __future__ import annotations

import csv
import datetime as dt
import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

import schemas
from docgen.errors import Severity
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, make_letter
from docgen.usecases.portfolio import look_over
from docgen.wordfile.text import text
from examples import ledger
from tests.ledger.oracle import expected

CUT, WEEKS = dt.date(2013, 6, 30), 678
IBM = Path(__file__).parents[3] / "shared" / "data" / "receivables_ibm_watson_sample.csv"
SYNTHETIC = Path(__file__).with_name("synthetic.csv")
LEDGERS = [
    pytest.param(SYNTHETIC, id="synthetic"),
    pytest.param(
        IBM,
        id="ibm",
        marks=pytest.mark.skipif(
            not IBM.exists(), reason="IBM's published sample is not ours to ship; put it beside the checkout"
        ),
    ),
]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def money(amount: Decimal) -> str:
    return f"{amount:,.2f}"


@pytest.mark.parametrize("path", LEDGERS)
def test_every_customer_with_open_items_gets_a_reminder_with_the_right_sums(desk: Desk, path: Path) -> None:
    oracle = expected(path, CUT)
    requests = dict(ledger.documents(read(path), CUT, WEEKS))
    assert requests.keys() == oracle.keys()

    for customer, request in requests.items():
        loaded = schemas.load(json.dumps(request), kind=LetterKind.PAYMENT_REMINDER)
        assert [notice for notice in loaded.notices if notice.severity is not Severity.INFORMATION] == []
        letter = make_letter(desk, LetterKind.PAYMENT_REMINDER, Language.ZH, loaded.account, loaded.letter)
        words = text(letter.docx)
        want = oracle[customer]

        chosen = letter.assessment.chosen
        assert {item.invoice.number: item.open for item in chosen.items if item.open} == want.open
        assert {item.invoice.number for item in chosen.items if item.open and item.days_past_due > 0} == set(
            want.overdue
        )
        assert chosen.totals.open == want.total
        assert chosen.totals.demandable == want.asked_for
        for number, amount in want.open.items():
            assert any(number in line and money(amount) in line for line in words.splitlines()), (customer, number)
        assert money(want.total) in words
        assert f"示例客户{customer}有限公司" in words
        if want.asked_for:
            assert f"{money(want.asked_for)}元" in words


def test_the_real_ledger_has_the_items_it_is_known_for() -> None:
    if not IBM.exists():
        pytest.skip("IBM's published sample is not ours to ship; put it beside the checkout")
    oracle = expected(IBM, CUT)
    assert len(oracle) == 52
    assert sum(len(customer.open) for customer in oracle.values()) == 84
    assert sum(len(customer.overdue) for customer in oracle.values()) == 12


def test_moving_the_days_keeps_the_weekdays() -> None:
    for _, request in ledger.documents(read(SYNTHETIC), CUT, WEEKS):
        assert request["account"]["as_of"] == "2026-06-28"
        by_number = {row["invoiceNumber"]: row for row in read(SYNTHETIC)}
        for invoice in request["account"]["invoices"]:
            source = ledger.day(by_number[invoice["number"]]["DueDate"])
            assert dt.date.fromisoformat(invoice["due_on"]).weekday() == source.weekday()


@pytest.mark.parametrize("path", LEDGERS)
def test_the_ledger_gives_a_priority_list(desk: Desk, path: Path) -> None:
    """Every customer with open items has a place, the dearest wait first.

    Nothing is older than a month, and up to two months a day costs 5 % / 60. The day asked about is a Sunday, so that
    reminders leave on the next one: 29 of the 30 days are waited although something could be done.
    """
    oracle = expected(path, CUT)
    requests = dict(ledger.documents(read(path), CUT, WEEKS))
    names = {request["account"]["debtor"]["name"]: customer for customer, request in requests.items()}
    sent = schemas.load_portfolio({"accounts": [request["account"] for request in requests.values()]})
    found = look_over(desk, sent.accounts, sent.period)

    assert [place.number for place in found.order] == list(range(1, len(oracle) + 1))
    losses = [place.loss for place in found.order]
    assert None not in losses and losses == sorted(losses, reverse=True)
    assert any(losses)
    for place in found.order:
        want = oracle[names[place.decision.debtor]]
        assert (place.open, place.asked) == (want.total, want.asked_for)
        assert place.loss == (want.asked_for * 29 * Decimal("0.05") / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert place.reasons

    (aging,) = found.agings
    assert aging.whole.total == sum(customer.total for customer in oracle.values())
    (collected,) = found.collections
    assert collected.whole.closing == aging.whole.total
    day = dt.timedelta(weeks=WEEKS)
    paid = [
        Decimal(row["InvoiceAmount"])
        for row in read(path)
        if row["customerID"] in oracle
        and sent.period.from_on <= ledger.day(row["SettledDate"]) + day <= sent.period.to_on
        and ledger.day(row["InvoiceDate"]) <= CUT
    ]
    assert collected.whole.received == sum(paid)
