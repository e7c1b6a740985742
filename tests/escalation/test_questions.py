"""What is asked: in the clerk's words, where it is answered, and holding up only what waits for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.accounts.account import Account, Answer, Event, Question
from docgen.accounts.contract import ContractKind, DueGround, DueTerms
from docgen.accounts.party import Party
from docgen.escalation.decision import Step
from docgen.messages import Messages
from tests.escalation.baseline import ALL_LETTERS, D, E, account, contract, decided, event, invoice, letters

SILENT = replace(account(contracts=(contract(dispute_clause=None),)), declared={})
"""The baseline, of which nobody has answered anything."""


def facts(given: Account, *history: Event, blocking: bool | None = None) -> list[str]:
    found = decided(given, history)
    return [str(each.fact) for each in found.asked if blocking is None or each.blocking is blocking]


def test_a_reminder_waits_for_no_answer() -> None:
    found = decided(SILENT)
    assert (found.step, found.now) == (Step.REMINDER, True)
    assert facts(SILENT, blocking=True) == []


def test_questions_are_asked_when_they_begin_to_matter() -> None:
    first, later = facts(SILENT), facts(SILENT, *letters(D(2026, 7, 6), D(2026, 7, 20)))
    assert {"bankruptcy_accepted", "debtor_cancelled", "deliveries_open"} <= set(first)
    assert not {"written_dispute", "own_performance_outstanding", "debtor_serviceable"} & set(first)
    assert {"written_dispute", "own_performance_outstanding", "moving_assets"} <= set(later)


def test_a_payment_order_waits_for_every_condition_that_nobody_has_answered() -> None:
    found = decided(SILENT, ALL_LETTERS)
    assert (found.step, found.next.ready, found.now) == (Step.PAYMENT_ORDER, False, False)
    assert {each.fact for each in found.asked if each.blocking} == {
        Question.WRITTEN_DISPUTE,
        Question.OWN_PERFORMANCE_OUTSTANDING,
        Question.OTHER_DEBTS_BETWEEN_PARTIES,
        Question.DEBTOR_MISSING,
        Question.DEBTOR_ABROAD,
        Question.DEBTOR_SERVICEABLE,
        Question.PRESERVATION_APPLIED,
        Question.SUIT_PENDING,
        Question.CLAIM_ASSIGNED,
    }
    assert [each.blocking for each in found.asked] == sorted((each.blocking for each in found.asked), reverse=True)


@pytest.mark.parametrize("question", list(Question))
def test_each_answer_changes_the_decision_or_ends_the_question(question: Question) -> None:
    asked = {each.fact for each in decided(SILENT, ALL_LETTERS).asked}
    if question is Question.ADDRESS_CONFIRMED:  # evidence, no condition of any step
        assert question not in asked
        return
    assert question in asked
    for answer in (Answer.YES, Answer.NO):
        known = account(declared={question: answer}).declared[question]
        after = decided(replace(SILENT, declared={question: known}), ALL_LETTERS)
        assert question not in {each.fact for each in after.asked}


@pytest.mark.parametrize(
    ("given", "fact", "place"),
    [
        (account(invoices=()), "invoices", "/account/invoices"),
        (account(invoice(due=None)), "delivered_on", "/account/invoices/0/delivered_on"),
        (account(invoice("FP-1"), invoice("FP-2", None)), "delivered_on", "/account/invoices/1/delivered_on"),
        (
            account(invoice(due=None), contracts=(contract(due=DueTerms(ground=DueGround.FIXED_DATE)),)),
            "due_on",
            "/account/invoices/0/due_on",
        ),
        (
            account(invoice(due=None), contracts=(contract(due=DueTerms(ground=DueGround.AFTER_ACCEPTANCE, days=30)),)),
            "accepted_on",
            "/account/invoices/0/accepted_on",
        ),
        (
            account(invoice(due=None, delivered_on=D(2026, 6, 1)), contracts=(contract(kind=ContractKind.OTHER),)),
            "due_on",
            "/account/invoices/0/due_on",
        ),
    ],
)
def test_a_day_that_is_missing_is_asked_for_at_its_invoice(given: Account, fact: str, place: str) -> None:
    found = decided(given)
    assert (fact, place) in {(each.fact, each.place) for each in found.asked}


def test_what_was_not_agreed_is_asked_for_by_a_notice_and_waits_for_nothing() -> None:
    given = account(invoice(due=None, delivered_on=D(2026, 6, 1)), contracts=(contract(kind=ContractKind.OTHER),))
    found = decided(given)
    assert (found.step, found.next.rule, found.next.ready) == (Step.PERFORMANCE_NOTICE, "E08", True)
    assert found.next.document == "performance_notice"


def test_the_last_day_for_payment_of_a_judgment_is_asked_for_at_its_event() -> None:
    history = [event(E.ACTION_FILED, D(2026, 7, 6)), event(E.JUDGMENT_EFFECTIVE, D(2026, 10, 12))]
    found = decided(account(), history)
    (asked,) = [each for each in found.asked if each.fact == "perform_by"]
    assert (asked.place, asked.blocking, found.next.ready) == ("/account/history/1/perform_by", True, False)


def test_an_invoice_without_a_contract_is_asked_for_its_contract() -> None:
    given = account(invoice(contract=None), contracts=())
    assert "contract" in facts(given, *ALL_LETTERS)


def test_one_question_for_two_rules_is_asked_once() -> None:
    places = [each.place for each in decided(SILENT, ALL_LETTERS).asked]
    assert len(places) == len(set(places))


def test_a_debtor_without_an_address_can_not_be_taken_to_court_yet() -> None:
    given = account(debtor=Party(name="北山印务有限公司"))
    assert facts(given, *ALL_LETTERS, blocking=True) == ["address"]


def test_every_question_is_put_and_says_where_to_look(messages: Messages) -> None:
    for code in (code for code in messages.codes if code.startswith("ask.")):
        for language in ("zh", "en"):
            entry = messages.by_language[language][code]
            assert entry.say.rstrip().endswith(("？", "?"))
            assert entry.do
