"""What a court would ask for and is not on record; and the books, which nobody is chased against."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from docgen.accounts.account import Account, Answer, Event, Proof, Question
from docgen.accounts.contract import LatePaymentClause, LateRate
from docgen.accounts.invoice import SupportingDocument
from docgen.accounts.party import Party, Size, SizeClass
from docgen.escalation.decision import SideKind, Step
from docgen.messages import Messages
from tests.escalation.baseline import ALL_LETTERS, TODAY, D, E, account, contract, decided, event, invoice, payment

CLAUSE = LatePaymentClause(rate=LateRate.PER_DAY, value=Decimal("0.0005"))


def sized(source: str) -> Account:
    def party(name: str, size: Size) -> Party:
        stated = SizeClass(size=size, stated_on=D(2021, 3, 1), source=source)
        return Party(name=name, address="杭州市余杭区良渚路2号", size=stated)

    return account(creditor=party("江南纸业有限公司", Size.SMALL), debtor=party("北山印务有限公司", Size.LARGE))


CASES: list[tuple[str, Account, tuple[Event, ...]]] = [
    ("evidence.contract", account(invoice(contract=None), contracts=()), ()),
    ("evidence.clause_words", account(contracts=(contract(late_payment=CLAUSE),)), ()),
    ("evidence.delivery", account(invoice(delivery_documents=())), ()),
    ("evidence.confirmation", account(), ()),
    ("evidence.arrival", account(), (event(E.DEMAND, D(2026, 8, 3), Proof.SENT),)),
    ("evidence.public_notice", account(declared={Question.DEBTOR_MISSING: Answer.YES}), ()),
    ("evidence.flight", account(declared={Question.MOVING_ASSETS: Answer.YES}), ()),
    ("evidence.service_address", account(declared={Question.ADDRESS_CONFIRMED: Answer.UNKNOWN}), ()),
    ("evidence.size", sized(""), ()),
]


@pytest.mark.parametrize(("code", "given", "history"), CASES, ids=[code for code, _, _ in CASES])
def test_what_is_missing_is_told_with_how_to_get_it(
    code: str, given: Account, history: tuple[Event, ...], messages: Messages
) -> None:
    found = next(each for each in decided(given, history).evidence if each.code == code)
    for language in ("zh", "en"):
        assert messages.do(found.finding, language)


def test_a_file_that_is_whole_lacks_nothing() -> None:
    paper = (SupportingDocument(title="验收单"),)
    given = replace(
        sized("合同中的声明"),
        contracts=(contract(late_payment=replace(CLAUSE, words="每逾期一日按万分之五支付违约金")),),
        invoices=(invoice(delivery_documents=(), acceptance_documents=paper),),
    )
    signed = event(E.CONFIRMATION, D(2026, 7, 20), Proof.SIGNED)
    assert decided(given, (*ALL_LETTERS, signed)).evidence == ()


def test_nothing_is_missing_where_nothing_is_owed() -> None:
    assert decided(account(payments=(payment(D(2026, 7, 1), 100_000),))).evidence == ()


def test_books_that_say_less_is_open_are_looked_at_first() -> None:
    found = decided(account(invoice(stated_open=Decimal(40_000))))
    (warning,) = [each for each in found.warnings if each.code == "decision.stated_open"]
    assert (warning.facts["stated"], warning.facts["open"]) == ("40000", "100000.00")
    assert warning.place == "/account/invoices/0/stated_open"
    assert decided(account(invoice(stated_open=Decimal("100000.00")))).warnings == ()


@pytest.mark.parametrize(("day", "warned"), [(16, False), (15, True)])
def test_books_that_are_old_are_looked_at_first(day: int, warned: bool) -> None:
    found = decided(account(booked_up_to=D(2026, 11, day)))
    assert ("decision.books_stale" in {each.code for each in found.warnings}) is warned


def test_a_promise_for_named_invoices_is_kept_by_what_was_put_against_them() -> None:
    two = (invoice("FP-1"), invoice("FP-2"))
    given = event(
        E.PROMISE,
        D(2026, 10, 12),
        Proof.PROMISED,
        promised_on=D(2026, 10, 30),
        amount=Decimal(50_000),
        invoices=("FP-2",),
    )
    sent = event(E.REMINDER, D(2026, 10, 5))
    for name, step in (("FP-2", Step.REMINDER), ("FP-1", Step.CONFIRMATION)):
        paid = (payment(D(2026, 10, 20), 50_000, names=(name,)),)
        found = decided(account(*two, payments=paid), [sent, given])
        steps = {number: each.step for each in (found.next, *found.beside) for number in each.invoices}
        assert steps["FP-2"] is step


def test_whether_a_price_is_paid_in_instalments_is_asked_where_invoices_are_called_so() -> None:
    demand = event(E.DEMAND, D(2026, 8, 3))
    unknown = (contract(instalments=None),)
    asked = decided(account(invoice(instalment_of="一期"), contracts=unknown), [demand])
    assert "instalments" in {each.fact for each in asked.asked}
    plain = decided(account(contracts=unknown), [demand])
    assert "instalments" not in {each.fact for each in plain.asked}


def test_what_was_not_law_yet_on_that_day_is_neither_taken_to_hold_nor_not_to() -> None:
    given = account(
        invoice(due=D(2019, 12, 31)), contracts=(contract(retention_of_title=True, instalments=3),), booked_up_to=TODAY
    )
    found = decided(given, [event(E.DEMAND, D(2020, 2, 3))], as_of=D(2020, 6, 1))
    assert {SideKind.ACCELERATE, SideKind.REPOSSESS}.isdisjoint(each.kind for each in found.side_steps)
