"""Limitation of actions (诉讼时效): when it ends, what starts it anew, what revives nothing.

A demand counts when it arrived or should have arrived, a promise when it is signed; an event after
the end revives nothing, but a promise to pay given then bars the defence. Blocking goes by the
earliest reading: the due date is the base day, and the end does not move for a holiday.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from docgen.accounts.account import Event, EventKind, Proof
from docgen.law.assessment import Interruption, LimitationClock
from docgen.law.periods import Term, add_years, last_safe_day, rolled_end
from docgen.law.statutes import Figure, LawData

ARRIVED = frozenset({Proof.ARRIVED, Proof.REFUSED, Proof.SIGNED, Proof.PROMISED})
DEMANDS = frozenset({EventKind.DEMAND, EventKind.LAWYERS_LETTER})  # they ask for payment unless it is said they do not
MAY_DEMAND = frozenset({EventKind.REMINDER, EventKind.CONFIRMATION, EventKind.CALL, EventKind.VISIT})
LETTERS_AND_CALLS = DEMANDS | MAY_DEMAND
FILINGS = frozenset(
    {
        EventKind.ACTION_FILED,
        EventKind.ARBITRATION_FILED,
        EventKind.PAYMENT_ORDER_APPLIED,
        EventKind.PRESERVATION_APPLIED,
        EventKind.ENFORCEMENT_APPLIED,
    }
)
ENDINGS = frozenset({EventKind.PROCEEDINGS_ENDED, EventKind.JUDGMENT_EFFECTIVE})
PART_PAYMENT = "part_payment"
PROMISES = frozenset({"promise", "waived"})
COUNTS = PROMISES | {"demand_arrived", "part_payment", "filed", "proceedings_ended"}

_ARTICLES = {
    "demand_arrived": ("civil_code:195(1)", "limitation_rules:8"),
    "not_proved": ("limitation_rules:8(1)(2)",),
    "asks_for_nothing": ("civil_code:195(1)", "limitation_rules:8"),
    "figure_only": ("limitation_rules:14", "limitation_rules:19(3)"),
    "promise": ("civil_code:195(2)", "limitation_rules:14"),
    "part_payment": ("civil_code:195(2)", "limitation_rules:14"),
    "filed": ("civil_code:195(3)", "limitation_rules:10", "limitation_rules:11"),
    "proceedings_ended": ("civil_code:195(3)",),
    "before_due": ("civil_code:188",),
    "after_expiry": ("civil_code:192", "civil_code:195"),
    "waived": ("civil_code:192(2)", "limitation_rules:19(1)"),
}


def end(law: LawData, base_on: dt.date, *, international_sale: bool = False) -> Term:
    """Where the period ends that begins with a due date: three years (民法典 188), four for an international
    sale of goods (民法典 594)."""
    raw_end = add_years(base_on, int(_length(law, base_on, international_sale=international_sale).value))
    articles = _length(law, base_on, international_sale=international_sale).articles
    return Term(raw_end, rolled_end(law, raw_end), articles)


def _length(law: LawData, begins_on: dt.date, *, international_sale: bool) -> Figure:
    """The length of a period by the law of the day on which it begins, also anew."""
    return law.figure("limitation.international_sale_years" if international_sale else "limitation.years", begins_on)


def base_days(due_on: Iterable[dt.date], *, same_debt: bool) -> tuple[dt.date, ...]:
    """The day each period begins: for one debt in instalments the last due date only (民法典 189), for
    separate orders each its own (民法典 188)."""
    days = tuple(sorted(due_on))
    return days[-1:] if same_debt else days


class Act(NamedTuple):
    """Something that was done, and what it amounts to by itself. invoices: empty for the whole account."""

    on: dt.date
    kind: str
    reason: str
    invoices: frozenset[str] = frozenset()


def acts(events: Iterable[Event], as_of: dt.date) -> tuple[Act, ...]:
    """What was done about limitation until `as_of`, in order of day."""
    told = ((event, _amounts_to(event)) for event in events if event.on <= as_of)
    done = (Act(event.on, event.kind.value, reason, frozenset(event.invoices)) for event, reason in told if reason)
    return tuple(sorted(done, key=_of_day))


def _of_day(act: Act) -> tuple[dt.date, bool]:
    """On one day, what ends proceedings comes after what began them."""
    return (act.on, act.kind in ENDINGS)


def acts_on(
    invoices: Sequence[str], done: Iterable[Act], part_paid_on: Iterable[dt.date], as_of: dt.date
) -> tuple[Act, ...]:
    """Of all that was done, what concerns one debt, and the payments on it. done, and this: in order of day."""
    paid = [Act(on, PART_PAYMENT, "part_payment") for on in part_paid_on if on <= as_of]
    mine = [act for act in done if not act.invoices or not act.invoices.isdisjoint(invoices)]
    return tuple(sorted((*paid, *mine), key=_of_day) if paid else mine)


def clock(
    law: LawData,
    *,
    invoices: Sequence[str],
    due_on: dt.date,
    events: Iterable[Event],
    part_paid_on: Iterable[dt.date],
    as_of: dt.date,
    international_sale: bool = False,
) -> LimitationClock:
    """The period of one debt, with everything that was done about it (民法典 188–195).

    events: the account's history; those that name other invoices only, or lie after `as_of`, are left out.
    part_paid_on: the days on which money came in for this debt. Raises RuleMissing when no period was in force.
    """
    mine = acts_on(invoices, acts(events, as_of), part_paid_on, as_of)
    return period(law, tuple(invoices), due_on=due_on, done=mine, as_of=as_of, international_sale=international_sale)


def period(
    law: LawData,
    invoices: tuple[str, ...],
    *,
    due_on: dt.date,
    done: Iterable[Act],
    as_of: dt.date,
    international_sale: bool = False,
) -> LimitationClock:
    """The same of what was done about this debt alone. done: in order of day."""
    length = running = _length(law, due_on, international_sale=international_sale)
    outer_end = add_years(due_on, int(law.figure("limitation.outer_years", due_on).value))
    raw_end = add_years(due_on, int(length.value))
    filed = False
    interruptions = []
    ended_on = max((act.on for act in done if act.kind in ENDINGS), default=dt.date.min)
    for act in done:
        ends_proceedings = act.kind in ENDINGS
        if ends_proceedings and not filed:
            continue
        in_proceedings = filed and act.on <= ended_on  # proceedings whose end is not on record are not taken to last
        reason = _in_time(act.reason, act.on, due_on, raw_end, in_proceedings=in_proceedings)
        counted = reason in COUNTS
        if counted:
            running = _length(law, act.on, international_sale=international_sale)
            raw_end = min(add_years(act.on, int(running.value)), outer_end)
            filed = (filed or act.kind in FILINGS) and not ends_proceedings
        interruptions.append(
            Interruption(on=act.on, kind=act.kind, counted=counted, reason=reason, articles=_ARTICLES[reason])
        )
    return LimitationClock(
        invoices=invoices,
        base_on=due_on,
        years=int(running.value),
        interruptions=tuple(interruptions),
        raw_end=raw_end,
        rolled_end=rolled_end(law, raw_end),
        last_safe_day=last_safe_day(law, raw_end),
        expired=as_of > raw_end,
        articles=(*length.articles, "civil_code:201", "civil_code:202"),
    )


def _amounts_to(event: Event) -> str | None:
    """What an event is, its day aside; None for one that has nothing to do with limitation (诉讼时效规定 8–14).

    A court's or commission's own file proves a filing; a call or a reminder counts only where it is recorded
    that it asked for payment; a signed figure alone is neither a demand nor a promise.
    """
    if event.kind in FILINGS:
        return "filed"
    if event.kind in ENDINGS:
        return "proceedings_ended"
    if event.kind is EventKind.PROMISE:
        return "promise" if event.proof in {Proof.SIGNED, Proof.PROMISED} else "not_proved"
    if event.kind in LETTERS_AND_CALLS:
        if event.proof is Proof.PROMISED:
            return "promise"
        if event.demands_payment is False or (event.kind in MAY_DEMAND and not event.demands_payment):
            signed_figure = event.kind is EventKind.CONFIRMATION and event.proof is Proof.SIGNED
            return "figure_only" if signed_figure else "asks_for_nothing"
        return "demand_arrived" if event.proof in ARRIVED else "not_proved"
    return None


def _in_time(reason: str, on: dt.date, due_on: dt.date, raw_end: dt.date, *, in_proceedings: bool) -> str:
    """The reason once the day is known: before the period begins nothing interrupts it, after its end only a
    promise helps, by barring the defence (民法典 192(2), 诉讼时效规定 19)."""
    if reason in {"not_proved", "asks_for_nothing"}:
        return reason
    if on <= due_on:
        return reason if reason in {"figure_only"} else "before_due"
    if on <= raw_end or in_proceedings or reason == "figure_only":
        return reason
    return "waived" if reason == "promise" else "after_expiry"
