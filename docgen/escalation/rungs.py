"""The ladder of one claim: the letters on record that cover it, the one that follows, and when that may go.

A rung is told by the record alone, never by the days: what was paid in part, or which invoice is now the oldest,
neither skips a letter nor repeats one. Days tell only from when the next may go.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.accounts.account import Event, EventKind
from docgen.escalation.decision import RUNGS, Step
from docgen.escalation.policy import StepPolicy, Tier
from docgen.escalation.promises import Promise, Word
from docgen.law.limitation import ARRIVED

ONE_DAY = dt.timedelta(days=1)

LETTERS: Mapping[EventKind, Step] = {
    EventKind.REMINDER: Step.REMINDER,
    EventKind.CONFIRMATION: Step.CONFIRMATION,
    EventKind.DEMAND: Step.DEMAND,
    EventKind.LAWYERS_LETTER: Step.LAWYERS_LETTER,
}
PROVED = frozenset({Step.DEMAND, Step.LAWYERS_LETTER})  # count once they arrived, or were refused at the door
_PLACE = {step: place for place, step in enumerate(RUNGS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """used: the letters that count, each with the last day it was sent. unproved: demands sent, whose arrival nobody
    can prove. forgotten_until: letters up to then were answered by a promise that was kept."""

    used: Mapping[Step, dt.date]
    unproved: Mapping[Step, dt.date]
    forgotten_until: dt.date | None
    promise: Promise | None  # the last word given about it

    @property
    def top(self) -> Step | None:
        """The strongest letter that counts."""
        return max(self.used, key=_PLACE.__getitem__) if self.used else None

    @property
    def following(self) -> Step:
        """The next step of the ladder: the following letter, none skipped; after the last the payment order. A demand
        whose arrival nobody can prove is sent again, and nothing milder than it."""
        place = _PLACE[self.top] + 1 if self.top else 0
        again = max((_PLACE[step] for step in self.unproved), default=-1)
        if again >= place:
            return RUNGS[again]
        return RUNGS[place] if place < len(RUNGS) else Step.PAYMENT_ORDER

    @property
    def pressed(self) -> bool:
        """Whether both the demand and the lawyer's letter were used."""
        return Step.DEMAND in self.used and Step.LAWYERS_LETTER in self.used

    @property
    def broken(self) -> Promise | None:
        """The promise that was broken, while nothing was sent since."""
        promise = self.promise
        if promise is None or promise.word is not Word.BROKEN:
            return None
        sent = (*self.used.values(), *self.unproved.values())
        return None if any(on > promise.until for on in sent) else promise

    @property
    def running(self) -> Promise | None:
        return self.promise if self.promise is not None and self.promise.word is Word.RUNNING else None


NO_RUNG = Rung(used={}, unproved={}, forgotten_until=None, promise=None)


def rung(number: str, due_on: dt.date, letters: Iterable[Event], promised: Iterable[Promise]) -> Rung:
    """letters: the events that are letters, in order of day. A letter that names no invoices covers what was due then;
    before the due date it announces, and is no step."""
    forgotten, last = None, None
    for each in promised:
        if number in each.invoices:
            last = each
            if each.word is Word.KEPT:
                forgotten = each.promised_on
    used: dict[Step, dt.date] = {}
    unproved: dict[Step, dt.date] = {}
    for event in letters:
        if forgotten is not None and event.on <= forgotten:
            continue
        step = LETTERS[event.kind]
        asks = event.on > due_on if step in PROVED else event.on >= due_on
        if not asks or (event.invoices and number not in event.invoices):
            continue
        if step in PROVED and event.proof not in ARRIVED:
            unproved[step] = event.on
        else:
            used[step] = event.on
    return Rung(used=used, unproved=unproved, forgotten_until=forgotten, promise=last)


@dataclass(frozen=True, slots=True)
class Wait:
    """on: the day. why: the rule of the policy that sets it: "P02" the day of the tier, "P03" the answer time of the
    last step, "P04" a running promise, "P05" a broken one, "E13" no wait but the answer times."""

    on: dt.date
    why: str


def wait(rung: Rung, due_on: dt.date, step: Step, tier: Tier) -> Wait:
    """From when the step may be taken, by the policy of this tier."""
    if broken := rung.broken:
        return Wait(max(broken.until, due_on) + ONE_DAY, "P05")
    least = 0 if step is Step.REMINDER else 1  # only a reminder may go on the due day itself
    found = Wait(due_on + dt.timedelta(days=max(of(tier, step).day, least)), "P02")
    if rung.pressed and step is Step.PAYMENT_ORDER:
        found = Wait(due_on + ONE_DAY, "E13")
    answer = answer_awaited(rung, step, tier)
    if answer is not None and answer.until > found.on:
        found = Wait(answer.until, "P03")
    if running := rung.running:
        found = max(found, Wait(running.until + ONE_DAY, "P04"), key=lambda each: each.on)
    return found


@dataclass(frozen=True, slots=True)
class Awaited:
    """The letter whose answer is waited for: when it was sent, the days it is given, the first day after them."""

    sent_on: dt.date
    days: int
    until: dt.date


def answer_awaited(rung: Rung, step: Step, tier: Tier) -> Awaited | None:
    """Of the letters that the step follows, the one with the longest time to answer: the strongest that counts, both
    demand and lawyer's letter before the court, and the step itself where it was sent without proof."""
    top, court = rung.top, step is Step.PAYMENT_ORDER and rung.pressed
    sent = [(each, on) for each, on in rung.used.items() if each is top or (court and each in PROVED)]
    if step in rung.unproved:
        sent.append((step, rung.unproved[step]))
    waits = ((on, of(tier, each).answer_days) for each, on in sent)
    awaited = [Awaited(on, days, on + dt.timedelta(days=days)) for on, days in waits]
    return max(awaited, key=lambda each: each.until) if awaited else None


DEFAULTS: Mapping[Step, StepPolicy] = {
    Step.REMINDER: StepPolicy(day=1, answer_days=7),
    Step.CONFIRMATION: StepPolicy(day=15, answer_days=10),
    Step.DEMAND: StepPolicy(day=30, answer_days=10),
    Step.LAWYERS_LETTER: StepPolicy(day=60, answer_days=15),
    Step.PAYMENT_ORDER: StepPolicy(day=75, answer_days=0),
}
_AT_ONCE = StepPolicy(day=1, answer_days=0)


def of(tier: Tier, step: Step) -> StepPolicy:
    """What the policy says of a step; a tier that leaves a step out has the usual days, so that none is skipped."""
    return tier.steps.get(step) or DEFAULTS.get(step, _AT_ONCE)
