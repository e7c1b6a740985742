"""The steps that are not taken: each with the rule that refuses it, and none that may be taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.accounts.account import Account, Answer, Event, Hold, Question
from docgen.escalation.decision import RUNGS, Step
from tests.escalation.baseline import (
    ALL_LETTERS,
    ARBITRATION_CLAUSE,
    D,
    E,
    account,
    contract,
    decided,
    event,
    invoice,
    letters,
)

ARBITRATION = account(contracts=(contract(dispute_clause=ARBITRATION_CLAUSE),))
JUDGMENT = event(E.JUDGMENT_EFFECTIVE, D(2026, 10, 1), perform_by=D(2026, 10, 15))
TABLE: list[tuple[Account, tuple[Event, ...], dict[Step, str]]] = [
    (
        account(),
        (),
        {
            Step.CONFIRMATION: "E24",
            Step.DEMAND: "E24",
            Step.LAWYERS_LETTER: "E24",
            Step.PAYMENT_ORDER: "E24",
            Step.LAWSUIT: "E24",
            Step.ARBITRATION: "E06",
            Step.PRESERVATION: "E12",
            Step.ENFORCEMENT: "E16",
        },
    ),
    (account(), ALL_LETTERS[:3], {Step.PAYMENT_ORDER: "E24", Step.LAWSUIT: "E24"}),
    (account(), ALL_LETTERS, {Step.LAWSUIT: "E13"}),
    (ARBITRATION, (), {Step.LAWSUIT: "E06"}),
    (
        account(invoice(due=D(2027, 1, 31))),
        (),
        {Step.DEMAND: "E07", Step.LAWYERS_LETTER: "E07", Step.PAYMENT_ORDER: "E07", Step.LAWSUIT: "E07"},
    ),
    (
        account(invoice(due=D(2023, 1, 31))),
        (),
        {**dict.fromkeys(RUNGS, "E03"), Step.PAYMENT_ORDER: "E03", Step.LAWSUIT: "E03"},
    ),
    (account(invoice(disputed="100000")), (), {**dict.fromkeys(RUNGS, "E09"), Step.PAYMENT_ORDER: "E09"}),
    (account(declared={Question.MOVING_ASSETS: Answer.YES}), (), {Step.PAYMENT_ORDER: "E12"}),
    (account(declared={Question.DEBTOR_MISSING: Answer.YES}), (), {Step.PAYMENT_ORDER: "E11"}),
    (account(), (JUDGMENT,), {Step.PAYMENT_ORDER: "E16", Step.LAWSUIT: "E16"}),
    (account(declared={Question.BANKRUPTCY_ACCEPTED: Answer.YES}), (), dict.fromkeys(RUNGS, "E01")),
]


@pytest.mark.parametrize(("given", "history", "expected"), TABLE)
def test_what_refuses_a_step_is_told(given: Account, history: tuple[Event, ...], expected: dict[Step, str]) -> None:
    found = {each.step: each.rule for each in decided(given, history).refused}
    assert {step: found.get(step) for step in expected} == expected


def test_before_the_due_date_accounts_may_still_be_confirmed() -> None:
    refused = {each.step for each in decided(account(invoice(due=D(2027, 1, 31)))).refused}
    assert Step.CONFIRMATION not in refused


def test_whether_property_is_moved_must_be_known_before_preservation_is_called_needless() -> None:
    codes = {
        answer: next(
            each.reason.code
            for each in decided(account(declared={Question.MOVING_ASSETS: answer})).refused
            if each.step is Step.PRESERVATION
        )
        for answer in (Answer.NO, Answer.UNKNOWN)
    }
    assert codes == {Answer.NO: "refused.no_urgency", Answer.UNKNOWN: "refused.urgency_unknown"}


def test_a_hold_refuses_the_step_that_would_be_next() -> None:
    held = replace(account(), holds=(Hold(from_on=D(2026, 11, 1), reason="等总经理谈判"),))
    found = decided(held, letters(D(2026, 7, 6)))
    assert (found.refused[0].step, found.refused[0].rule) == (Step.CONFIRMATION, "P01")
