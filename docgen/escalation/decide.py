"""The engine: which step is next, why, what bars the others, and every clock that runs.

A pure function of the account, its history, the day, the policy and the law data. No clock, no files; the order in
which events were entered tells nothing, and the same facts give the same answer years later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from docgen.accounts.account import Account, Event, EventKind
from docgen.errors import Finding, RuleMissing, Severity
from docgen.escalation.asking import asked
from docgen.escalation.case import Case, Lot, case, in_order
from docgen.escalation.clocks import clocks
from docgen.escalation.decision import Asked, Clock, ClockKind, Decision, Done, Fired, NextStep, SideStep, Step
from docgen.escalation.evidence import missing
from docgen.escalation.policy import Policy
from docgen.escalation.promises import Word
from docgen.escalation.refusals import refusals, stopped
from docgen.escalation.rules import ENDS, ORDER, PAUSES, SIDE, Rule
from docgen.escalation.steps import grouped, put_off, step_of
from docgen.escalation.warnings import warnings
from docgen.escalation.way import Way, way
from docgen.law.limitation import ARRIVED
from docgen.law.statutes import LawData

REVIEW_DAYS = 30  # an account is looked at again once a month, also when nothing changes by itself
ONE_DAY = dt.timedelta(days=1)

STEPS = {
    EventKind.REMINDER: Step.REMINDER,
    EventKind.CONFIRMATION: Step.CONFIRMATION,
    EventKind.DEMAND: Step.DEMAND,
    EventKind.LAWYERS_LETTER: Step.LAWYERS_LETTER,
    EventKind.PAYMENT_ORDER_APPLIED: Step.PAYMENT_ORDER,
    EventKind.ACTION_FILED: Step.LAWSUIT,
    EventKind.ARBITRATION_FILED: Step.ARBITRATION,
    EventKind.PRESERVATION_APPLIED: Step.PRESERVATION,
    EventKind.PRESERVATION_TAKEN: Step.PRESERVATION,
    EventKind.ENFORCEMENT_APPLIED: Step.ENFORCEMENT,
    EventKind.GUARANTOR_REQUESTED: Step.GUARANTOR,
}
NEED_ARRIVAL = frozenset({EventKind.DEMAND, EventKind.LAWYERS_LETTER, EventKind.GUARANTOR_REQUESTED})


def decide(account: Account, history: Iterable[Event], as_of: dt.date, policy: Policy, law: LawData) -> Decision:
    """The next step for this account on that day. There always is an answer: where a fact or a figure of the law is
    missing it is FACTS, and says which.

    history: takes the place of the account's own; events after `as_of` are not known yet.
    """
    history = tuple(history)
    known = in_order(event for event in history if event.on <= as_of)
    account = replace(account, as_of=as_of, history=known)
    try:
        found = case(account, known, policy, law)
    except RuleMissing as refused:
        return _without_law(account, known, policy, law, refused)
    return _decision(found, history)


def _decision(found: Case, history: tuple[Event, ...]) -> Decision:
    fired: list[Fired] = []
    unknown_ends: list[Rule[Case]] = []
    end: Rule[Case] | None = None
    for rule in ENDS:
        holds = rule.holds(found)
        if holds is None:
            unknown_ends.append(rule)
        elif holds:
            fired.append(_fired(rule, found))
            end = end or rule
    ways = () if end else tuple(way(lot) for lot in found.lots)
    full = put_off(found, ways)
    steps = [_end(found, end)] if end else grouped(found, ways)
    fired += _fired_of(found, ways)
    unknown_sides: list[Rule[Case]] = []
    side: list[SideStep] = []
    for rule in _sides(end):
        holds = rule.holds(found)
        if holds is None:
            unknown_sides.append(rule)
        elif holds and not (rule.code == "S01" and any(step.step is Step.GUARANTOR for step in steps)):
            told = _fired(rule, found)
            fired.append(told)
            if rule.side is not None:
                side.append(SideStep(kind=rule.side, rule=rule.code, reason=told.reason))
    for rule in PAUSES:
        if (rule.code != "P09" or full) and not (end and rule.code != "P01") and rule.holds(found):
            fired.append(_fired(rule, found))
    questions = asked(found, ways, steps, unknown_ends, unknown_sides, history)
    steps = [_ready(step, questions, first=place == 0) for place, step in enumerate(steps)]
    running = clocks(found)
    told_first = warnings(found, ways, steps, running)
    refused = refusals(found, ways, steps, end.code if end else None)
    if found.hold is not None:
        refused = (*stopped(steps), *refused)
        held = step_of(found, Step.HOLD, "P01", found.as_of, (lot.number for lot in found.lots), _sum(found.lots))
        steps = [replace(held, ready=True)]
    fired.sort(key=lambda each: ORDER[each.code])
    return Decision(
        as_of=found.as_of,
        creditor=found.account.creditor.name,
        debtor=found.account.debtor.name,
        currency=found.account.currency,
        next=steps[0],
        beside=tuple(steps[1:]),
        fired=tuple(fired),
        refused=refused,
        asked=questions,
        evidence=missing(found) if found.lots else (),
        side_steps=() if found.hold else tuple(side),
        clocks=running,
        done=_done(found.events),
        warnings=told_first,
        look_again_on=_look_again(found, ways, steps, running),
        tier=found.tier.name,
        days_overdue=_days_overdue(found),
        policy=found.policy.version,
        law_version=found.law.version,
    )


def _sides(end: Rule[Case] | None) -> Iterable[Rule[Case]]:
    """What may stand beside the step: where the debtor is bankrupt or gone, its guarantors alone."""
    if end is None:
        return SIDE
    return (rule for rule in SIDE if rule.code == "S01" and end.code in {"E01", "E02"})


def _end(found: Case, rule: Rule[Case]) -> NextStep:
    step = (rule.instead(found) if rule.instead else None) or Step.NOTHING
    lots = found.lots
    return step_of(found, step, rule.code, found.as_of, (lot.number for lot in lots), _sum(lots))


def _sum(lots: Iterable[Lot]) -> Decimal:
    return sum((lot.amount for lot in lots), Decimal(0))


def _fired(rule: Rule[Case], found: Case) -> Fired:
    effect = rule.effect_on(found)
    facts = {"currency": found.account.currency, **(rule.facts(found) if rule.facts else {})}
    reason = Finding(rule.sentence(effect), Severity.INFORMATION, facts=facts, articles=rule.articles)
    return Fired(code=rule.code, stage=rule.stage, force=rule.force, effect=effect, reason=reason)


def _fired_of(found: Case, ways: tuple[Way, ...]) -> Iterable[Fired]:
    """The rules that hold for lots, each once for each effect, with the invoices and the sum that it concerns."""
    concerned: dict[tuple[str, str], tuple[Rule[Lot], list[Lot]]] = {}
    for each in ways:
        for rule in each.fired:
            concerned.setdefault((rule.code, rule.effect_on(each.lot)), (rule, []))[1].append(each.lot)
    for (code, effect), (rule, lots) in concerned.items():
        facts = {
            "invoices": ", ".join(dict.fromkeys(lot.number for lot in lots)),
            "amount": f"{_sum(lots):f}",
            "currency": found.account.currency,
            **(rule.facts(lots[0]) if rule.facts else {}),
        }
        articles = rule.articles_on(lots[0])
        reason = Finding(rule.sentence(effect), Severity.INFORMATION, facts=facts, articles=articles)
        yield Fired(code=code, stage=rule.stage, force=rule.force, effect=effect, reason=reason)


def _ready(step: NextStep, questions: tuple[Asked, ...], *, first: bool) -> NextStep:
    blocked = first and any(question.blocking for question in questions)
    return replace(step, ready=False) if blocked else step


def _done(events: tuple[Event, ...]) -> tuple[Done, ...]:
    return tuple(
        Done(
            step=STEPS[event.kind],
            on=event.on,
            proof=event.proof.value,
            counts=event.kind not in NEED_ARRIVAL or event.proof in ARRIVED,
            reference=event.reference,
        )
        for event in events
        if event.kind in STEPS
    )


def _days_overdue(found: Case) -> int:
    """Of the oldest claim that may be asked for; negative where the first is still to fall due."""
    if found.oldest_days is not None:
        return found.oldest_days
    ahead = [
        item.days_past_due for item in found.position.items if item.open and item.due.on and item.days_past_due < 0
    ]
    return max(ahead, default=0)


def _look_again(found: Case, ways: tuple[Way, ...], steps: Iterable[NextStep], running: tuple[Clock, ...]) -> dt.date:
    """The first day on which something changes by itself."""
    policy, as_of = found.policy, found.as_of
    days = [as_of + dt.timedelta(days=REVIEW_DAYS)]
    days += [step.from_on for step in steps]
    days += [each.from_on for each in ways]
    before = {
        ClockKind.LIMITATION: (policy.limitation_demand_days, policy.limitation_file_days),
        ClockKind.GUARANTEE: (policy.guarantee_days,),
    }
    for clock in running:
        days += [clock.raw_end + ONE_DAY, clock.last_safe_day]
        if isinstance(clock.rolled_end, dt.date):
            days.append(clock.rolled_end + ONE_DAY)
        days += [clock.raw_end - dt.timedelta(days=ahead) for ahead in before.get(clock.kind, ())]
    days += [each.until + ONE_DAY for each in found.promises if each.word is Word.RUNNING]
    tiers = [dt.timedelta(days=tier.from_days) for tier in policy.tiers if tier.from_days is not None]
    for due_on in {lot.due_on for lot in found.lots if lot.due_on is not None}:
        days += [due_on, due_on + ONE_DAY, *(due_on + after for after in tiers)]
    days += [on + ONE_DAY for lot in found.lots if (on := lot.court.enforceable_from)]
    days += [hold.from_on for hold in found.account.holds]
    days += [invoice.issued_on for invoice in found.account.invoices]
    return min(day for day in days if day > as_of)


def _without_law(
    account: Account, known: tuple[Event, ...], policy: Policy, law: LawData, refused: RuleMissing
) -> Decision:
    """The law data does not hold what the account's due dates and periods need: the step is to find that out."""
    reason = replace(refused.findings[0], severity=Severity.WARNING)
    nothing = Decimal(0)
    step = NextStep(step=Step.FACTS, rule="B01", from_on=account.as_of, invoices=(), amount=nothing, ready=False)
    return Decision(
        as_of=account.as_of,
        creditor=account.creditor.name,
        debtor=account.debtor.name,
        currency=account.currency,
        next=step,
        beside=(),
        fired=(),
        refused=(),
        asked=(),
        evidence=(),
        side_steps=(),
        clocks=(),
        done=_done(known),
        warnings=(reason,),
        look_again_on=account.as_of + dt.timedelta(days=REVIEW_DAYS),
        tier=policy.tiers[-1].name,
        days_overdue=0,
        policy=policy.version,
        law_version=law.version,
    )
