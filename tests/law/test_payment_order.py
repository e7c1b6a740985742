"""The gates of the payment order: closed by a fact, and not opened by a fact that nobody stated."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.accounts.account import Question
from docgen.law import payment_order
from docgen.law.assessment import GateState
from docgen.law.payment_order import Facts, ObjectionGround
from docgen.law.statutes import LawData

CLEAN = Facts(
    money_claim=True,
    due=True,
    amount_fixed=True,
    other_debts=False,
    counter_performance=False,
    debtor_in_china=True,
    debtor_missing=False,
    serviceable=True,
    preservation_applied=False,
    interest_claimed=True,
    interest_agreed=True,
    suit_pending=False,
    written_dispute=False,
    court_has_jurisdiction=True,
)


def not_open(law: LawData, **changed: Any) -> list[tuple[str, GateState, str | None]]:
    gates = payment_order.gates(law, replace(CLEAN, **changed))
    assert payment_order.eligible(gates) is all(gate.state is GateState.OPEN for gate in gates)
    return [(gate.code, gate.state, gate.asks) for gate in gates if gate.state is not GateState.OPEN]


def test_a_clean_case_opens_all_eleven_in_order(law: LawData) -> None:
    assert not_open(law) == []
    assert [gate.code for gate in payment_order.gates(law, CLEAN)] == [f"G{number}" for number in range(1, 12)]


@pytest.mark.parametrize(
    ("changed", "gate"),
    [
        ({"money_claim": False}, "G1"),
        ({"due": False}, "G2"),
        ({"amount_fixed": False}, "G2"),
        ({"other_debts": True}, "G3"),
        ({"counter_performance": True, "other_debts": None}, "G3"),  # one fact is enough to close it
        ({"debtor_in_china": False}, "G4"),
        ({"debtor_missing": True}, "G4"),
        ({"serviceable": False}, "G5"),
        ({"court_has_jurisdiction": False}, "G6"),
        ({"preservation_applied": True}, "G7"),
        ({"interest_agreed": False}, "G8"),
        ({"suit_pending": True}, "G10"),
        ({"written_dispute": True}, "G11"),
    ],
)
def test_a_fact_closes_its_gate(law: LawData, changed: dict[str, Any], gate: str) -> None:
    assert not_open(law, **changed) == [(gate, GateState.CLOSED, None)]


@pytest.mark.parametrize(
    ("fact", "gate", "asks"),
    [
        ("other_debts", "G3", "other_debts_between_parties"),
        ("counter_performance", "G3", "own_performance_outstanding"),
        ("debtor_in_china", "G4", "debtor_abroad"),
        ("debtor_missing", "G4", "debtor_missing"),
        ("serviceable", "G5", "debtor_serviceable"),
        ("preservation_applied", "G7", "preservation_applied"),
        ("suit_pending", "G10", "suit_pending"),
        ("written_dispute", "G11", "written_dispute"),
    ],
)
def test_an_unknown_fact_leaves_its_gate_shut_and_is_asked_for(law: LawData, fact: str, gate: str, asks: str) -> None:
    assert not_open(law, **{fact: None}) == [(gate, GateState.UNKNOWN, asks)]
    assert asks in set(Question)


def test_interest_that_is_not_claimed_needs_no_agreement(law: LawData) -> None:
    assert not_open(law, interest_claimed=False, interest_agreed=None) == []


@pytest.mark.parametrize(
    ("ground", "given", "ends"),
    [
        (ObjectionGround.MERITS, {"in_writing": True}, True),
        (ObjectionGround.MERITS, {"in_writing": True, "in_time": False}, False),
        (ObjectionGround.MERITS, {"in_writing": True, "sues_elsewhere_only": True}, False),
        (ObjectionGround.MORE_TIME, {"in_writing": True}, False),
        (ObjectionGround.OTHER_MANNER, {"in_writing": True}, False),
    ],
)
def test_only_a_written_timely_objection_on_the_merits_ends_the_order(
    ground: ObjectionGround, given: dict[str, bool], ends: bool
) -> None:
    assert payment_order.objection_ends_order(ground, **given) is ends
