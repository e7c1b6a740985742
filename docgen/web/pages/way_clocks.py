"""The periods that run, as countdowns: the most urgent first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from docgen.escalation.decision import Clock, ClockKind
from docgen.law.assessment import Missing
from docgen.web.pages.boxes import Label

SHORT, SOON = 30, 90  # days until the last safe day

NAMES: dict[ClockKind, Label] = {
    ClockKind.LIMITATION: _("Limitation period"),
    ClockKind.GUARANTEE: _("Guarantee period"),
    ClockKind.OBJECTION: _("The debtor’s time to object"),
    ClockKind.REFUSE_LITIGATION: _("To refuse a suit after the payment order"),
    ClockKind.PRESERVATION_SUIT: _("To sue after property was frozen"),
    ClockKind.ENFORCEMENT: _("To apply for enforcement"),
    ClockKind.PROMISE: _("Promise to pay"),
    ClockKind.HOLD: _("Hold"),
    ClockKind.LAW_DATA: _("Law data to be renewed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown:
    """grade: "over", "short", "soon" or "calm" where it is ours to lose, else "theirs".

    rolled_end: the last arguable day, where it is later than the raw one. house: it is no period of this account.
    """

    clock: Clock
    name: Label
    grade: str
    safe_in: int
    rolled_end: dt.date | None
    house: bool

    @property
    def left(self) -> int:
        return abs(self.clock.days_left)


def countdowns(clocks: tuple[Clock, ...], as_of: dt.date) -> list[Countdown]:
    return sorted((_countdown(clock, as_of) for clock in clocks), key=_urgency)


def _countdown(clock: Clock, as_of: dt.date) -> Countdown:
    safe_in = (clock.last_safe_day - as_of).days
    house = clock.kind is ClockKind.LAW_DATA
    rolled = clock.rolled_end
    if not clock.ours or house:
        grade = "theirs"
    elif clock.expired:
        grade = "over"
    else:
        grade = "short" if safe_in <= SHORT else "soon" if safe_in <= SOON else "calm"
    return Countdown(
        clock=clock,
        name=NAMES[clock.kind],
        grade=grade,
        safe_in=safe_in,
        rolled_end=rolled if not isinstance(rolled, Missing) and rolled != clock.raw_end else None,
        house=house,
    )


def _urgency(each: Countdown) -> tuple[object, ...]:
    """What can still be lost first, by its last safe day; then what is lost, what is others' and the law data."""
    order = {"short": 0, "soon": 0, "calm": 0, "over": 1, "theirs": 2}[each.grade]
    return (each.house, order, each.clock.last_safe_day, each.clock.kind.value, each.clock.subject)
