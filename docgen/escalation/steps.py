"""From the ways of all lots to the steps: what goes together, what goes first, what waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from docgen.accounts.money import ZERO
from docgen.escalation.case import Case
from docgen.escalation.decision import STRENGTH, NextStep, Step
from docgen.escalation.rungs import of
from docgen.escalation.way import CONTACTED, Way, day_of_contact, working_day

DOCUMENTS: dict[Step, str] = {
    Step.REMINDER: "payment_reminder",
    Step.CONFIRMATION: "balance_confirmation",
    Step.DEMAND: "demand_letter",
    Step.LAWYERS_LETTER: "lawyers_letter",
    Step.PAYMENT_ORDER: "payment_order_application",
    Step.LAWSUIT: "civil_complaint",
    Step.ARBITRATION: "law_firm_handover",
    Step.PRESERVATION: "preservation_application",
    Step.ENFORCEMENT: "enforcement_application",
    Step.NEGOTIATION: "statement_of_account",
    Step.REPAYMENT_AGREEMENT: "repayment_agreement",
    Step.GUARANTOR: "guarantor_request",
    Step.PERFORMANCE_NOTICE: "performance_notice",
    Step.DECLARE_CLAIM: "law_firm_handover",
    Step.LAWYER: "law_firm_handover",
}
STATING_INTEREST = frozenset({Step.DEMAND, Step.LAWYERS_LETTER, Step.PAYMENT_ORDER})
"""The steps whose letter may state interest; a reminder and a confirmation never do."""
STATING_FEES = frozenset({Step.DEMAND, Step.LAWYERS_LETTER})
PURPOSES = {Step.CONFIRMATION: "demand"}


def step_of(case: Case, step: Step, rule: str, from_on: dt.date, invoices: Iterable[str], amount: Decimal) -> NextStep:
    numbers = tuple(dict.fromkeys(invoices))
    return NextStep(
        step=step,
        rule=rule,
        from_on=from_on,
        invoices=numbers,
        amount=amount,
        limited=any(
            lot.due and not lot.disputed and not lot.expired and lot.number not in numbers for lot in case.lots
        ),
        document=DOCUMENTS.get(step),
        purpose=PURPOSES.get(step),
        approval=of(case.tier, step).approval,
        interest=step in case.policy.interest_in,
        fees=step in case.policy.fees_in,
    )


def put_off(case: Case, ways: Iterable[Way]) -> bool:
    """Move what is written to the debtor to a working day, and out of a week that holds its contacts already; what a
    floor asks for now waits for neither. Whether the week was full."""
    contact_on, why = day_of_contact(case)
    leaves: dict[dt.date, dt.date] = {}
    full = False
    for each in ways:
        if each.rule.startswith(("E04", "E05", "E12")) or each.step not in CONTACTED | {Step.FACTS}:
            continue
        if contact_on > each.from_on and each.step is not Step.FACTS:
            each.from_on, each.waits, full = contact_on, why, True
        if each.from_on not in leaves:
            leaves[each.from_on] = working_day(case, each.from_on)
        each.from_on = leaves[each.from_on]
    return full


def grouped(case: Case, ways: Iterable[Way]) -> list[NextStep]:
    """One step for all lots that take it by the same rule now; one for those that take it later, from the first day.

    The first is the strongest of those that may be taken on the first day on which any may.
    """
    groups: dict[tuple[Step, str, bool], list[Way]] = {}
    for each in ways:
        groups.setdefault((each.step, each.rule, each.from_on <= case.as_of), []).append(each)
        if each.asks_guarantor:
            of_guarantee = Way(each.lot, Step.GUARANTOR, "E05", case.as_of)
            groups.setdefault((Step.GUARANTOR, "E05", True), []).append(of_guarantee)
    steps = [
        step_of(
            case,
            step,
            rule,
            min(each.from_on for each in members),
            (each.lot.number for each in sorted(members, key=_by_age)),
            _amount(case, members),
        )
        for (step, rule, _), members in groups.items()
    ]
    to_do = [step for step in steps if step.step is not Step.NOTHING]
    return sorted(to_do or steps, key=_first)


def _first(step: NextStep) -> tuple[object, ...]:
    """By day, and on one day the strongest first."""
    return (step.from_on, -STRENGTH[step.step], step.rule, step.invoices)


def _by_age(way: Way) -> tuple[dt.date, str]:
    return (way.lot.due_on or dt.date.max, way.lot.number)


def _amount(case: Case, members: list[Way]) -> Decimal:
    """What is asked for: no more than is left after money that stands against no invoice."""
    total = sum((each.lot.amount for each in members), ZERO)
    if all(each.lot.item.demandable and not each.lot.disputed for each in members):
        return min(total, case.demandable)
    return total
