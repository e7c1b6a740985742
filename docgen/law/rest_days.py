"""A due date that falls on a weekend or a public holiday, and what has to be said about it.

Civil Code 203: where the last day of a period is a statutory rest day, the day after it is the last
day. The article is about periods: a period counted in days moves; whether a day that the parties
named moves too is not settled, and is the creditor's choice (`RestDay`). What is due on receipt
itself is no period and never moves.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.errors import Finding, RuleMissing, Severity
from docgen.law.assessment import Due, OpenItem
from docgen.law.calendar import is_workday, workday_from
from docgen.law.choice import RestDay
from docgen.law.statutes import LawData

ARTICLE = "civil_code:203"
PLACE = "/letter/interest/rest_day"


def moved(law: LawData, found: Due, rest_day: RestDay) -> Due:
    """The due date, moved to the first working day where it falls on a rest day and the choice lets it move.

    In a year whose holidays are not in the law data the day stays; `remarks` says so.
    """
    if found.on is None or not _may_move(found, rest_day):
        return found
    on = last_day(law, found.on, 0)
    if on == found.on:
        return found
    return replace(found, on=on, dated_on=found.on, articles=(*found.articles, ARTICLE))


def last_day(law: LawData, from_on: dt.date, days: int) -> dt.date:
    """The last day of a period of so many days, the day of the event not counted, moved if a rest day lets it."""
    on = from_on + dt.timedelta(days=days)
    try:
        return workday_from(law, on)
    except RuleMissing:
        return on


def remarks(law: LawData, items: Iterable[OpenItem], rest_day: RestDay, as_of: dt.date) -> Iterator[Finding]:
    """Which open invoices' days moved, which stayed on a rest day, and which nobody could tell about.

    A day that could not be told is a warning once it has come, since what is overdue counts from it; while it lies
    ahead it is only told.
    """
    went: list[str] = []
    stayed: list[str] = []
    untold: dict[int, list[OpenItem]] = {}
    for item in items:
        due = item.due
        if due.on is None or not item.open:
            continue
        if due.dated_on is not None:
            went.append(f"{item.invoice.number} ({due.dated_on} → {due.on})")
            continue
        try:
            if not is_workday(law, due.on) and (due.counted or due.ground == "agreed_date"):
                stayed.append(f"{item.invoice.number} ({due.on})")
        except RuleMissing:
            if _may_move(due, rest_day):
                untold.setdefault(due.on.year, []).append(item)
    if went:
        yield _told("due.rest_day_moved", invoices=", ".join(went))
    if stayed:
        yield _told("due.rest_day_stayed", invoices=", ".join(stayed))
    for year, of_year in sorted(untold.items()):
        facts = {"invoices": ", ".join(f"{item.invoice.number} ({item.due.on})" for item in of_year), "year": str(year)}
        if any(item.due.on is not None and item.due.on <= as_of for item in of_year):
            yield Finding("due.holidays_missing", Severity.WARNING, place=PLACE, facts=facts, articles=(ARTICLE,))
        else:
            yield _told("due.holidays_to_come", **facts)


def _may_move(due: Due, rest_day: RestDay) -> bool:
    if rest_day is RestDay.ALL:
        return due.counted or due.ground == "agreed_date"
    return rest_day is RestDay.COUNTED and due.counted


def _told(code: str, **facts: str) -> Finding:
    return Finding(code, Severity.INFORMATION, place=PLACE, facts=facts, articles=(ARTICLE,))
