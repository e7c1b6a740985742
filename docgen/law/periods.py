"""Periods of time: where they end, and where the end moves when it falls on a holiday.

The day of the event is not counted; months and years end on the corresponding day, and where there
is none, with the month (民法典 200–203, 民事诉讼法 85). `raw_end` is that day; `rolled_end` the first
working day from it on, or `Missing` where the year's holidays are not in the law data.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from docgen.errors import RuleMissing
from docgen.law.assessment import Missing
from docgen.law.calendar import ONE_DAY, may_work, workday_from
from docgen.law.statutes import LawData


@dataclass(frozen=True, slots=True)
class Term:
    """The end of a period. Alarms and bars go by `raw_end`; `rolled_end` is the last arguable day."""

    raw_end: dt.date
    rolled_end: dt.date | Missing
    articles: tuple[str, ...]


@lru_cache(maxsize=8192)
def add_months(day: dt.date, months: int) -> dt.date:
    """The corresponding day so many months on, else the last of that month (民法典 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_years(day: dt.date, years: int) -> dt.date:
    """The corresponding day so many years on; 28 February for 29 February (民法典 202)."""
    return add_months(day, 12 * years)


def rolled_end(law: LawData, raw_end: dt.date) -> dt.date | Missing:
    """The day itself, or the first after the holiday it falls in (民法典 203(1), 民事诉讼法 85(3))."""
    known: dt.date | Missing | None = law.asked.get(("rolled_end", raw_end))
    if known is not None:
        return known
    found: dt.date | Missing
    try:
        found = workday_from(law, raw_end)
    except RuleMissing as missing:
        found = Missing(missing.findings[0])
    law.asked["rolled_end", raw_end] = found
    return found


def last_safe_day(law: LawData, raw_end: dt.date) -> dt.date:
    """The last working day not after `raw_end`: the last on which a court or the post surely takes a paper.
    Where that year's holidays are not in the law data, as far as weekends and fixed holidays tell;
    `holidays_missing` says so."""
    known: dt.date | None = law.asked.get(("last_safe_day", raw_end))
    if known is not None:
        return known
    day = raw_end
    while not may_work(law, day):
        day -= ONE_DAY
    law.asked["last_safe_day", raw_end] = day
    return day


def holidays_missing(law: LawData, raw_end: dt.date) -> int | None:
    """The year whose holidays the last safe day was told without, or None."""
    years = (raw_end.year, last_safe_day(law, raw_end).year)
    return next((year for year in years if year not in law.holidays), None)


def deadline(law: LawData, name: str, from_on: dt.date) -> Term:
    """A procedural deadline: its length is the figure "deadline.<name>" in days, months or years, counted from
    the event (service, measure, ruling, end of performance), which is not counted itself (民事诉讼法 85).

    Raises RuleMissing when no such deadline was in force on that day.
    """
    figure = law.figure(f"deadline.{name}", from_on)
    length = int(figure.value)
    if figure.unit == "days":
        raw_end = from_on + dt.timedelta(days=length)
    else:
        raw_end = add_months(from_on, length) if figure.unit == "months" else add_years(from_on, length)
    return Term(raw_end, rolled_end(law, raw_end), figure.articles)
