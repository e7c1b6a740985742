"""What the debtor promised, and whether it was kept: a sum by a day, with some days of grace by the policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from docgen.accounts.account import Account, Event
from docgen.accounts.money import ZERO
from docgen.law.assessment import OpenItem


class Word(StrEnum):
    RUNNING = "running"
    KEPT = "kept"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Promise:
    """promised_on: the day named. until: the last day on which payment still counts as in time.
    invoices: numbers that it concerns: those it names, else those due when it was given."""

    given_on: dt.date
    promised_on: dt.date
    until: dt.date
    invoices: frozenset[str]
    word: Word


def promises(
    account: Account, events: Iterable[Event], items: tuple[OpenItem, ...], as_of: dt.date, grace_days: int
) -> tuple[Promise, ...]:
    """Every promise of a day on record, in order, each with what became of it.

    One that names a sum is kept when as much came in by then; one that names none, when nothing of what it concerns
    is left open.
    """
    found = []
    for event in events:
        if event.promised_on is None:
            continue
        concerned = _concerned(event, event.promised_on, items)
        until = event.promised_on + dt.timedelta(days=grace_days)
        if _kept(account, event, concerned, until, as_of):
            word = Word.KEPT
        else:
            word = Word.RUNNING if as_of <= until else Word.BROKEN
        numbers = frozenset(item.invoice.number for item in concerned)
        found.append(Promise(event.on, event.promised_on, until, numbers, word))
    return tuple(found)


def _concerned(event: Event, promised_on: dt.date, items: tuple[OpenItem, ...]) -> tuple[OpenItem, ...]:
    if event.invoices:
        return tuple(item for item in items if item.invoice.number in event.invoices)
    due = tuple(item for item in items if item.due.on is not None and item.due.on <= event.on)
    return due or tuple(item for item in items if item.due.on is not None and item.due.on <= promised_on)


def _kept(account: Account, event: Event, concerned: tuple[OpenItem, ...], until: dt.date, as_of: dt.date) -> bool:
    if event.amount is None:
        return bool(concerned) and not any(item.open for item in concerned)
    last = min(until, as_of)
    if event.invoices:
        came = (
            each.amount
            for item in concerned
            for each in item.applied
            if each.kind == "payment" and event.on <= (each.received_on or each.on) <= last
        )
    else:
        came = (each.amount for each in account.payments if event.on <= each.received_on <= last)
    return sum(came, ZERO) >= event.amount
