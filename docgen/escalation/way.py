"""The way of one lot: what the rules leave of it, in the order proceedings, filters, ladder, floors.

The ladder proposes the next step; the floors lift it; a step that a filter took away gives way to the one in its place.
`rule` is the one that changed the outcome last.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from docgen.accounts.account import EventKind
from docgen.escalation.case import Case, Lot
from docgen.escalation.decision import RUNGS, STRENGTH, Step
from docgen.escalation.rules import FILTERS, FLOORS, OF_LADDER, PROCEEDINGS, REQUESTS, Rule
from docgen.escalation.rules.ladder import contacts_of_the_week, too_small, works
from docgen.escalation.rungs import of, wait

LETTERS = frozenset(RUNGS)
LONGEST_REST = 31  # days; no holiday is longer, whatever the weekdays of a policy
CONTACTED = LETTERS | {Step.NEGOTIATION, Step.REPAYMENT_AGREEMENT, Step.PERFORMANCE_NOTICE}


@dataclass(slots=True, eq=False)
class Way:
    """taken: by step, the rule that took it away and the step in its place. fired, unknown: the rules that hold for
    this lot, and those that wait for a fact. waits: the rule that puts off `from_on`."""

    lot: Lot
    step: Step = Step.NOTHING
    rule: str = ""
    from_on: dt.date = dt.date.min
    taken: dict[Step, tuple[str, Step]] = field(default_factory=dict)
    fired: list[Rule[Lot]] = field(default_factory=list)
    unknown: list[Rule[Lot]] = field(default_factory=list)
    waits: str | None = None
    asks_guarantor: bool = False

    def goes(self, step: Step, rule: str, from_on: dt.date) -> None:
        self.step, self.rule, self.from_on = step, rule, from_on


def way(lot: Lot) -> Way:
    found = Way(lot)
    as_of = lot.case.as_of
    if lot.guarantees and REQUESTS.holds(lot):
        found.asks_guarantor = True
        found.fired.append(REQUESTS)
    for rule in PROCEEDINGS:
        if rule.holds(lot) and rule.instead and (step := rule.instead(lot)):
            found.fired.append(rule)
            found.goes(step, rule.code, as_of)
            return found
    settled = _filtered(found)
    if not settled:
        _climb(found)
    _lift(found)
    while found.step in found.taken:
        found.rule, found.step = found.taken[found.step]
    return found


def _filtered(found: Way) -> bool:
    """Ask every filter; True where one of them leaves a single step."""
    lot, settled = found.lot, False
    alike = lot.case.alike
    for rule in FILTERS:
        if not rule.alike:
            holds = rule.holds(lot)
        elif rule.code in alike:
            holds = alike[rule.code]
        else:
            holds = alike[rule.code] = rule.holds(lot)
        if holds is None:
            found.unknown.append(rule)
        if not holds:
            continue
        found.fired.append(rule)
        if rule.instead and (step := rule.instead(lot)) is not None:
            found.goes(step, rule.code, _from(lot, step))
            settled = True
        for step, other in rule.takes.items():
            found.taken.setdefault(step, (rule.code, other))
    return settled


def _from(lot: Lot, step: Step) -> dt.date:
    """From when the only step that is left may be taken: announced before the due date, once; else at once."""
    as_of = lot.case.as_of
    if step is Step.LAWSUIT and lot.due_on is not None:
        return max(wait(lot.rung, lot.due_on, Step.PAYMENT_ORDER, lot.case.tier).on, as_of)
    if step is not Step.REMINDER or lot.due_on is None:
        return as_of
    day = of(lot.case.tier, step).day
    ahead = max(lot.case.policy.before_due_days, -day)
    announce_on = lot.due_on - dt.timedelta(days=ahead)
    remind_on = lot.due_on + dt.timedelta(days=max(day, 0))
    announced = ahead == 0 or any(
        event.kind is EventKind.REMINDER
        and event.on >= announce_on
        and (not event.invoices or lot.number in event.invoices)
        for event in lot.case.events
    )
    return remind_on if announced else max(announce_on, as_of)


def _climb(found: Way) -> None:
    """The next rung, and from when: the policy's days, a promise, the smallest sum."""
    lot = found.lot
    case, due_on, rung = lot.case, lot.due_on, lot.rung
    assert due_on is not None  # noqa: S101 - E08 settles what has no due date
    step = rung.following
    rule = OF_LADDER["E13" if rung.pressed and Step.PAYMENT_ORDER not in found.taken else "E24"]
    found.fired.append(rule)
    if rung.forgotten_until is not None:
        found.fired.append(OF_LADDER["P06"])
    pause = wait(rung, due_on, step, case.tier)
    found.goes(step, rule.code, max(pause.on, case.as_of))
    if pause.on > case.as_of or pause.why == "P05":
        found.waits = pause.why
        if pause.why != "E13":
            found.fired.append(OF_LADDER[pause.why])
    if too_small(lot, step):
        found.fired.append(OF_LADDER["P07"])
        found.goes(*_milder(found))


def _milder(found: Way) -> tuple[Step, str, dt.date]:
    """Where the sum is too small for the next step, the last one, a demand at most, is repeated after its answer
    time; a sum that is too small even for a reminder is left alone."""
    lot = found.lot
    top = lot.rung.top
    if top is None:
        return Step.NOTHING, "P07", lot.case.as_of
    step = min(top, Step.DEMAND, key=STRENGTH.__getitem__)
    again_on = lot.rung.used[top] + dt.timedelta(days=max(of(lot.case.tier, top).answer_days, 1))
    return step, "P07", max(again_on, lot.case.as_of)


def _lift(found: Way) -> None:
    lot, as_of = found.lot, found.lot.case.as_of
    for rule in FLOORS:
        holds = rule.holds(lot)
        if holds is None:
            found.unknown.append(rule)
        if not holds or rule.lifts is None:
            continue
        found.fired.append(rule)
        least = rule.lifts(lot)
        if STRENGTH[found.step] < STRENGTH[least]:
            found.goes(least, rule.code, as_of)
        elif found.from_on > as_of:
            found.goes(found.step, rule.code, as_of)
        else:
            continue
        found.waits = None


def day_of_contact(case: Case) -> tuple[dt.date, str | None]:
    """The first day on which the debtor may be written to by the policy: a working day, and not one contact more than
    it allows in seven days; with the rule that puts it off."""
    ago = contacts_of_the_week(case)
    most = case.policy.contacts_a_week
    on, why = case.as_of, None
    if len(ago) >= most:  # free again when the last but so many is seven days old
        on, why = case.as_of + dt.timedelta(days=7 - ago[most - 1]), "P09"
    return on, why


def working_day(case: Case, on: dt.date) -> dt.date:
    """The day itself, or the first on which letters leave."""
    days = (on + dt.timedelta(days=ahead) for ahead in range(LONGEST_REST))
    return next((day for day in days if works(case, day)), on)
