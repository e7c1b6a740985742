"""What chooses among the steps that are left: the letters in their order, then the court; and the company's own days.

The codes that begin with P are settings of the policy; what they say of a lot is told by `rungs.wait`.
"""

from __future__ import annotations

import datetime as dt

from docgen.accounts.account import EventKind
from docgen.accounts.money import ZERO
from docgen.escalation.case import Case, Lot
from docgen.escalation.decision import Force, Stage, Step
from docgen.escalation.rules.court import PROCEEDINGS
from docgen.escalation.rules.filters import FILTERS
from docgen.escalation.rules.rule import Rule
from docgen.escalation.rungs import answer_awaited, of, wait

CONTACTS = frozenset(
    {
        EventKind.REMINDER,
        EventKind.CONFIRMATION,
        EventKind.DEMAND,
        EventKind.LAWYERS_LETTER,
        EventKind.CALL,
        EventKind.VISIT,
    }
)


def on_ladder(lot: Lot) -> bool:
    """Whether the letters are what is left for it: due, undisputed, not expired, and before no court."""
    if any(rule.holds(lot) for rule in PROCEEDINGS):
        return False
    return lot.due and bool(lot.case.demandable) and not (lot.disputed or lot.expired)


def order_refused(lot: Lot) -> bool:
    """Whether a filter takes the payment order away."""
    return any(rule.holds(lot) for rule in FILTERS if Step.PAYMENT_ORDER in rule.takes)


def too_small(lot: Lot, step: Step) -> bool:
    return lot.case.demandable < of(lot.case.tier, step).least


def _why(lot: Lot) -> str:
    if not on_ladder(lot) or lot.due_on is None:
        return ""
    found = wait(lot.rung, lot.due_on, lot.rung.following, lot.case.tier)
    return found.why if found.on > lot.case.as_of or found.why == "P05" else ""


def _tier_facts(lot: Lot) -> dict[str, str]:
    return {"day": str(of(lot.case.tier, lot.rung.following).day), "tier": lot.case.tier.name}


def _answer_facts(lot: Lot) -> dict[str, str]:
    awaited = answer_awaited(lot.rung, lot.rung.following, lot.case.tier)
    return {"on": awaited.sent_on.isoformat(), "days": str(awaited.days)} if awaited else {}


def _promise_facts(lot: Lot) -> dict[str, str]:
    promise = lot.rung.promise
    return {"on": promise.promised_on.isoformat(), "until": promise.until.isoformat()} if promise else {}


def _forgotten_facts(lot: Lot) -> dict[str, str]:
    return {"on": lot.rung.forgotten_until.isoformat() if lot.rung.forgotten_until else "–"}


def _least_facts(lot: Lot) -> dict[str, str]:
    return {"least": f"{of(lot.case.tier, lot.rung.following).least:f}", "amount": f"{lot.case.demandable:f}"}


LADDER: tuple[Rule[Lot], ...] = (
    Rule(
        code="E13",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=("cpl:225",),
        reads=("history: demand, lawyers_letter with proof of arrival", "policy: answer_days", "gates of the order"),
        holds=lambda lot: on_ladder(lot) and lot.rung.pressed and not order_refused(lot),
        effects=("payment_order",),
    ),
    Rule(
        code="E24",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("history: letters", "policy: days of the tier"),
        holds=lambda lot: on_ladder(lot) and (not lot.rung.pressed or order_refused(lot)),
        effects=("next_rung",),
    ),
    Rule(
        code="P02",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("due_on", "policy: day"),
        holds=lambda lot: _why(lot) == "P02",
        effects=("waits_for_day",),
        facts=_tier_facts,
    ),
    Rule(
        code="P03",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("history: last letter", "policy: answer_days"),
        holds=lambda lot: _why(lot) == "P03",
        effects=("waits_for_answer",),
        facts=_answer_facts,
    ),
    Rule(
        code="P04",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("history: promised_on", "policy: promise_grace_days"),
        holds=lambda lot: _why(lot) == "P04",
        effects=("waits_for_promise",),
        facts=_promise_facts,
    ),
    Rule(
        code="P05",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("history: promised_on", "payments", "policy: promise_grace_days"),
        holds=lambda lot: _why(lot) == "P05",
        effects=("advances",),
        facts=_promise_facts,
    ),
    Rule(
        code="P06",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("history: promised_on", "payments", "policy: promise_grace_days"),
        holds=lambda lot: lot.rung.forgotten_until is not None,
        effects=("begins_anew",),
        facts=_forgotten_facts,
    ),
    Rule(
        code="P07",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("open", "policy: least"),
        holds=lambda lot: on_ladder(lot) and too_small(lot, lot.rung.following),
        effects=("repeats_milder",),
        facts=_least_facts,
    ),
)


def contacts_of_the_week(case: Case) -> list[int]:
    """The days ago on which the debtor was written to, called or visited in the last seven days, nearest first."""
    ago = ((case.as_of - event.on).days for event in case.events if event.kind in CONTACTS)
    return sorted(days for days in ago if days < 7)


def _held(case: Case) -> dict[str, str]:
    """What a hold stops: everything that is open, due or not, in dispute or not."""
    if case.hold is None:
        return {}
    until = {"until": case.hold.until.isoformat()} if case.hold.until else {}
    amount = sum((lot.amount for lot in case.lots), ZERO)
    return {
        "reason": case.hold.reason,
        "since": case.hold.from_on.isoformat(),
        **until,
        "invoices": ", ".join(dict.fromkeys(lot.number for lot in case.lots)),
        "amount": f"{amount:f}",
    }


PAUSES: tuple[Rule[Case], ...] = (
    Rule(
        code="P01",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("holds",),
        holds=lambda case: case.hold is not None,
        effects=("stops_all", "stops_until"),
        effect=lambda case: "stops_until" if case.hold and case.hold.until else "stops_all",
        facts=_held,
        instead=lambda _: Step.HOLD,
    ),
    Rule(
        code="P09",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("history: contacts", "policy: contacts_a_week"),
        holds=lambda case: len(contacts_of_the_week(case)) >= case.policy.contacts_a_week,
        effects=("waits_a_week",),
        facts=lambda case: {"most": str(case.policy.contacts_a_week)},
    ),
    Rule(
        code="P08",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("open", "days overdue", "credit", "policy: tiers"),
        holds=lambda case: case.overdue,
        effects=("tier",),
        facts=lambda case: {"tier": case.tier.name},
    ),
    Rule(
        code="P10",
        stage=Stage.LADDER,
        force=Force.POLICY,
        articles=(),
        reads=("policy: working_days", "public holidays"),
        holds=lambda case: not works(case, case.as_of),
        effects=("waits_for_working_day",),
    ),
)


def works(case: Case, on: dt.date) -> bool:
    """Whether letters leave on that day: a weekday of the policy that is no public holiday, or a weekend day on which
    people work instead; weekdays alone where the year's holidays are not known."""
    year = case.law.holidays.get(on.year)
    if year is not None and on in year.working:
        return True
    return on.weekday() in case.policy.working_days and (year is None or on not in year.off)
