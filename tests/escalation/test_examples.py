"""The worked examples of the engine; every fact that a row omits is the clean baseline's."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from docgen.accounts.account import Account, Answer, Event, EventKind, Proof, Question
from docgen.accounts.contract import Guarantee, GuaranteeMode
from docgen.accounts.party import Party
from docgen.escalation.decision import FILINGS, Decision, Step
from tests.escalation.baseline import ARBITRATION_CLAUSE, D, account, contract, decided, event, invoice

ROWS = list(csv.DictReader(Path(__file__).with_name("examples.csv").read_text("utf-8").splitlines()))
TODAY = D(2026, 11, 22)
DEMAND, LAWYERS = D(2026, 10, 10), D(2026, 10, 28)


def of_row(given: dict[str, Any]) -> tuple[Account, list[Event]]:
    """The account and history that a row describes."""
    days = given.get("overdue_days")
    due = D.fromordinal(TODAY.toordinal() - days) if days else D(2026, 6, 30)
    if given.get("due_date", "") is not None and "due_date" in given:
        due = D.fromisoformat(given["due_date"])
    terms: dict[str, Any] = {}
    if given.get("arbitration_clause"):
        terms["dispute_clause"] = ARBITRATION_CLAUSE
    if "guarantee" in given:
        until = D.fromisoformat(given["guarantee"]["raw_end"])
        mode = GuaranteeMode(given["guarantee"]["mode"])
        terms["guarantees"] = (Guarantee(guarantor=Party(name="东湖担保有限公司"), mode=mode, period_until=until),)
    one = invoice(due=due)
    if "due_date" in given and given["due_date"] is None:
        delivered = D.fromisoformat(given["delivered"])
        one = invoice(due=None, delivered_on=delivered, issued_on=delivered)
    answers = {
        question: Answer.YES if given[question.value] else Answer.NO
        for question in (Question.BANKRUPTCY_ACCEPTED, Question.WRITTEN_DISPUTE)
        if question.value in given
    }
    history = []
    if given.get("demand_arrived"):
        history.append(event(EventKind.DEMAND, DEMAND))
    if given.get("lawyer_letter_arrived"):
        history.append(event(EventKind.LAWYERS_LETTER, LAWYERS))
    if given.get("confirmed_balance"):
        history.append(event(EventKind.CONFIRMATION, D(2026, 10, 5), Proof.SIGNED))
    if served := given.get("payment_order_served"):
        history.append(event(EventKind.PAYMENT_ORDER_SERVED, D.fromisoformat(served)))
    if last := given.get("judgment_last_day_of_performance"):
        on = D.fromisoformat(last)
        history.append(event(EventKind.JUDGMENT_EFFECTIVE, on.replace(day=1), perform_by=on))
    return account(one, declared=answers, contracts=(contract(**terms),)), history


def said(decision: Decision) -> str:
    """The step in the words of the examples."""
    effects = {fired.code: fired.effect for fired in decision.fired}
    if effects.get("E08") == "due_on_receipt":
        return "due_date_is_receipt_then_continue"
    if decision.next.rule == "E05" and decision.step in {Step.LAWSUIT, Step.ARBITRATION}:
        return "sue_or_arbitrate_debtor"
    if decision.next.rule == "E04a" and decision.step in FILINGS:
        return "file_now"
    if decision.next.rule == "E04b" and effects["E04b"] == "proof_of_arrival":
        return {Step.DEMAND: "formal_demand_with_proof_of_arrival"}[decision.step]
    return {
        Step.DECLARE_CLAIM: "declare_claim",
        Step.REPAYMENT_AGREEMENT: "lawyer_review_and_repayment_agreement",
        Step.REMINDER: "reminder_or_balance_confirmation_only",
    }.get(decision.step, decision.step.value)


@pytest.mark.parametrize("row", ROWS, ids=[row["inputs"][:80] for row in ROWS])
def test_the_engine_answers_as_the_worked_example(row: dict[str, str]) -> None:
    given, expected = json.loads(row["inputs"]), json.loads(row["expected"])
    found = decided(*of_row(given), as_of=D.fromisoformat(given["today"]))
    rule = found.next.rule
    if expected["rule"] == "E08":  # a filter that gives the day and lets the way go on
        rule = next(fired.code for fired in found.fired if fired.code == "E08")
    assert {"rule": rule, "step": said(found)} == expected


def test_a_due_day_by_receipt_starts_the_limitation_period() -> None:
    given = next(json.loads(row["inputs"]) for row in ROWS if '"E08"' in row["expected"])
    found = decided(*of_row(given), as_of=TODAY)
    assert D(2029, 5, 1) in {clock.raw_end for clock in found.clocks}
