"""The payment order (督促程序): its gates, and what an objection must be to end it.

A fact that nobody stated is unknown. An unknown fact does not open its gate; it asks for the fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from docgen.law.assessment import Gate, GateState
from docgen.law.statutes import LawData


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the gates ask. True, False, or None where it is not known."""

    money_claim: bool | None  # money or securities
    due: bool | None
    amount_fixed: bool | None
    other_debts: bool | None  # other debt disputes between the parties
    counter_performance: bool | None  # the creditor still owes its own performance
    debtor_in_china: bool | None
    debtor_missing: bool | None
    serviceable: bool | None
    preservation_applied: bool | None  # before a suit
    interest_claimed: bool | None
    interest_agreed: bool | None  # a document agrees it
    suit_pending: bool | None
    written_dispute: bool | None
    court_has_jurisdiction: bool | None  # the basic court of the debtor's domicile, whatever the sum
    proper_applicant: bool | None = True  # a proper party, and no illegal gains


def gates(law: LawData, facts: Facts) -> tuple[Gate, ...]:
    """Every gate with its state, in the order G1 to G11 (民事诉讼法 225, 民诉法解释 427–430)."""
    conditions = {
        "G1": _holds(facts.money_claim),
        "G2": _both(_holds(facts.due), _holds(facts.amount_fixed)),
        "G3": _both(_fails(facts.other_debts), _fails(facts.counter_performance)),
        "G4": _both(_holds(facts.debtor_in_china), _fails(facts.debtor_missing)),
        "G5": _holds(facts.serviceable),
        "G6": _holds(facts.court_has_jurisdiction),
        "G7": _fails(facts.preservation_applied),
        "G8": _either(_fails(facts.interest_claimed), _holds(facts.interest_agreed)),
        "G9": _holds(facts.proper_applicant),
        "G10": _fails(facts.suit_pending),
        "G11": _fails(facts.written_dispute),
    }
    asked = {
        "G3": "other_debts_between_parties" if facts.other_debts is None else "own_performance_outstanding",
        "G4": "debtor_abroad" if facts.debtor_in_china is None else "debtor_missing",
    }
    return tuple(
        Gate(
            code=rule.code,
            state=conditions[rule.code],
            articles=rule.articles,
            asks=asked.get(rule.code, rule.asks) if conditions[rule.code] is GateState.UNKNOWN else None,
        )
        for rule in law.gates
    )


def eligible(opened: Iterable[Gate]) -> bool:
    """Whether every gate stands open; one that is unknown does not."""
    return all(gate.state is GateState.OPEN for gate in opened)


class ObjectionGround(StrEnum):
    """What the debtor's objection says."""

    MERITS = "merits"  # disputes the debt: not owed, faulty goods, set-off, other sum
    INABILITY = "inability"  # cannot pay
    MORE_TIME = "more_time"
    OTHER_MANNER = "other_manner"  # wants to pay in another way


def objection_ends_order(
    ground: ObjectionGround, *, in_writing: bool, in_time: bool = True, sues_elsewhere_only: bool = False
) -> bool:
    """Whether an objection ends the order: in writing, in time, on the merits (民诉法解释 431, 435, 436)."""
    return ground is ObjectionGround.MERITS and in_writing and in_time and not sues_elsewhere_only


def _holds(fact: bool | None) -> GateState:
    if fact is None:
        return GateState.UNKNOWN
    return GateState.OPEN if fact else GateState.CLOSED


def _fails(fact: bool | None) -> GateState:
    return _holds(None if fact is None else not fact)


def _both(one: GateState, other: GateState) -> GateState:
    """Open when both are; closed as soon as one is, whatever the other."""
    for state in (GateState.CLOSED, GateState.UNKNOWN):
        if state in {one, other}:
            return state
    return GateState.OPEN


def _either(one: GateState, other: GateState) -> GateState:
    """Open as soon as one is; else unknown as long as one may be."""
    for state in (GateState.OPEN, GateState.UNKNOWN):
        if state in {one, other}:
            return state
    return GateState.CLOSED
