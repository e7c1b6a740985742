"""What lifts the step when a period runs out or property is being moved: nothing milder keeps the claim."""

from __future__ import annotations

from docgen.accounts.account import Question
from docgen.escalation.case import Lot
from docgen.escalation.decision import Force, Stage, Step
from docgen.escalation.proceedings import Stand
from docgen.escalation.rules.rule import Rule
from docgen.law.assessment import GuaranteeClock

SUE, REQUEST = "sue_debtor", "request_guarantor"


def _flight(lot: Lot) -> bool | None:
    """Property is being moved, or a measure of preservation waits for its suit."""
    if not lot.overdue or lot.expired:
        return False
    return True if lot.court.stand is Stand.PRESERVED else lot.case.declared(Question.MOVING_ASSETS)


def _flight_effect(lot: Lot) -> str:
    return "sue_within_thirty_days" if lot.court.stand is Stand.PRESERVED else "preservation"


def _flight_facts(lot: Lot) -> dict[str, str]:
    return {"end": lot.court.term.raw_end.isoformat() if lot.court.term else "–"}


def _clock_facts(lot: Lot) -> dict[str, str]:
    clock = lot.clock
    return {"on": clock.raw_end.isoformat() if clock else "–", "left": str(lot.days_left or 0)}


def ending(lot: Lot, act: str) -> tuple[GuaranteeClock, ...]:
    """The guarantees whose period ends soon and whose act is still to be done: to sue the debtor, or to ask them."""
    if not lot.overdue or lot.expired:
        return ()
    as_of, days = lot.case.as_of, lot.case.policy.guarantee_days
    return tuple(
        clock for clock in lot.guarantees if clock.act_needed == act and 0 <= (clock.raw_end - as_of).days <= days
    )


def _guarantee_facts(act: str, lot: Lot) -> dict[str, str]:
    clocks = ending(lot, act)
    first = min(clock.raw_end for clock in clocks)
    return {
        "guarantor": ", ".join(sorted({clock.guarantor for clock in clocks})),
        "on": first.isoformat(),
        "left": str((first - lot.case.as_of).days),
    }


FLOORS: tuple[Rule[Lot], ...] = (
    Rule(
        code="E04b",
        stage=Stage.FLOOR,
        force=Force.POLICY,
        articles=("civil_code:195(1)", "limitation_rules:8"),
        reads=("limitation: raw_end", "policy: limitation_demand_days"),
        holds=lambda lot: (
            not lot.disputed
            and lot.days_left is not None
            and lot.case.policy.limitation_file_days < lot.days_left <= lot.case.policy.limitation_demand_days
        ),
        effects=("proof_of_arrival",),
        facts=_clock_facts,
        lifts=lambda _: Step.DEMAND,
    ),
    Rule(
        code="E04a",
        stage=Stage.FLOOR,
        force=Force.LAW,
        articles=("civil_code:195(3)", "limitation_rules:10", "limitation_rules:11"),
        reads=("limitation: raw_end", "policy: limitation_file_days"),
        holds=lambda lot: lot.days_left is not None and lot.days_left <= lot.case.policy.limitation_file_days,
        effects=("file_now",),
        facts=_clock_facts,
        lifts=lambda _: Step.LAWSUIT,
    ),
    Rule(
        code="E05",
        stage=Stage.FLOOR,
        force=Force.LAW,
        articles=("civil_code:692", "civil_code:693(1)"),
        reads=("contract: guarantees", "guarantee: raw_end", "history: filings", "policy: guarantee_days"),
        holds=lambda lot: bool(ending(lot, SUE)),
        effects=(SUE, REQUEST),
        facts=lambda lot: _guarantee_facts(SUE, lot),
        lifts=lambda _: Step.LAWSUIT,
    ),
    Rule(
        code="E12",
        stage=Stage.FLOOR,
        force=Force.LAW,
        articles=("cpl:104", "cpl_interpretation:152(2)"),
        reads=("moving_assets", "history: preservation"),
        holds=_flight,
        effects=("preservation", "sue_within_thirty_days"),
        effect=_flight_effect,
        facts=_flight_facts,
        lifts=lambda lot: Step.LAWSUIT if lot.court.stand is Stand.PRESERVED else Step.PRESERVATION,
        asks=(Question.MOVING_ASSETS,),
    ),
)
"""Mildest first; of two that lift to the same step the first is named."""

REQUESTS: Rule[Lot] = Rule(
    code="E05",
    stage=Stage.FLOOR,
    force=Force.LAW,
    articles=("civil_code:692", "civil_code:693(2)"),
    reads=("contract: guarantees", "guarantee: raw_end", "history: guarantor_requested", "policy: guarantee_days"),
    holds=lambda lot: bool(ending(lot, REQUEST)),
    effects=(SUE, REQUEST),
    effect=lambda _: REQUEST,
    facts=lambda lot: _guarantee_facts(REQUEST, lot),
    lifts=lambda _: Step.GUARANTOR,
)
"""The other half of E05: a joint guarantor is asked beside whatever is asked of the debtor."""
