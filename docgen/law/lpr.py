"""The loan prime rate (贷款市场报价利率): which one is in force on a day.

A rate holds from the day it is published until the next one is. It is published every month, so
that a month without its row is a gap, not a month of the old rate: from that month's publication
day on there is no answer (`RuleMissing`, lpr.stale).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.contract import Tenor
from docgen.errors import Finding, RuleMissing
from docgen.law.calendar import publication_day
from docgen.law.statutes import LawData, PublishedRate

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both ends counted, on which one published rate holds; `published_on` is when it began to."""

    from_on: dt.date
    to_on: dt.date
    rate: Decimal
    published_on: dt.date


def at(law: LawData, day: dt.date) -> PublishedRate:
    """The rate in force on a day (中国人民银行公告〔2019〕第15号)."""
    published = law.lpr_of_month.get((day.year, day.month))
    if published is not None and published.effective_on <= day:
        return published
    if published is None and _past_publication(law, day):
        raise RuleMissing(_stale(law, day, day))
    before = dt.date(day.year, day.month, 1) - ONE_DAY
    published = law.lpr_of_month.get((before.year, before.month))
    if published is None:
        raise RuleMissing(_stale(law, day, before))
    return published


def stale(law: LawData, day: dt.date) -> bool:
    """Whether the rate of that day should have been published but is not in the law data."""
    try:
        at(law, day)
    except RuleMissing:
        return True
    return False


def over(law: LawData, from_on: dt.date, to_on: dt.date, tenor: Tenor) -> tuple[Stretch, ...]:
    """The rates of a stretch of days; neighbouring publications of the same rate are one stretch."""
    stretches: list[Stretch] = []
    day = from_on
    while day <= to_on:
        published = at(law, day)
        following = min((row.effective_on for row in law.lpr if row.effective_on > day), default=dt.date.max)
        last = min(to_on, following - ONE_DAY)
        _refuse_gap(law, day, last)
        rate = published.by_tenor[tenor]
        if stretches and stretches[-1].rate == rate:
            stretches[-1] = Stretch(stretches[-1].from_on, last, rate, stretches[-1].published_on)
        else:
            stretches.append(Stretch(day, last, rate, published.effective_on))
        day = last + ONE_DAY
    return tuple(stretches)


def _refuse_gap(law: LawData, from_on: dt.date, to_on: dt.date) -> None:
    """Raise for the first publication that is missing between two days: a later one cannot stand in for it."""
    month = from_on
    while (month.year, month.month) < (to_on.year, to_on.month):
        following = dt.date(month.year + month.month // 12, month.month % 12 + 1, 1)
        at(law, following - ONE_DAY)
        month = following
    at(law, to_on)


def benchmark_over(law: LawData, from_on: dt.date, to_on: dt.date) -> tuple[Stretch, ...]:
    """The central bank's one-year benchmark loan rates of a stretch of days, which ended with 2019-08-19.

    Raises RuleMissing (benchmark.missing) for a day that the table does not cover.
    """
    stretches: list[Stretch] = []
    day = from_on
    while day <= to_on:
        row = next((row for row in reversed(law.benchmark) if row.effective_on <= day), None)
        if row is None or (row.effective_until is not None and row.effective_until < day):
            raise RuleMissing(Finding("benchmark.missing", facts={"on": day.isoformat()}))
        following = min((each.effective_on for each in law.benchmark if each.effective_on > day), default=dt.date.max)
        last = min(to_on, following - ONE_DAY, row.effective_until or dt.date.max)
        stretches.append(Stretch(day, last, row.by_tenor[Tenor.ONE_YEAR], row.effective_on))
        day = last + ONE_DAY
    return tuple(stretches)


def _past_publication(law: LawData, day: dt.date) -> bool:
    """Whether the month's rate is already published on that day. Before the 20th it cannot be."""
    return day.day >= 20 and day >= publication_day(law, day.year, day.month)


def _stale(law: LawData, day: dt.date, in_month_of: dt.date) -> Finding:
    """Why there is no rate on that day: the publication of that month is not in the data, named by its day, or by
    its month where the day cannot be told because the holidays of that year are missing too."""
    last = max((row.effective_on for row in law.lpr), default=None)
    first = min((row.effective_on for row in law.lpr), default=None)
    try:
        missing = publication_day(law, in_month_of.year, in_month_of.month).isoformat()
    except RuleMissing:
        missing = f"{in_month_of:%Y-%m}"
    return Finding(
        "lpr.stale" if last is not None and last < day else "lpr.missing",
        facts={
            "on": day.isoformat(),
            "missing": missing,
            "last": last.isoformat() if last else "–",
            "first": first.isoformat() if first else "–",
        },
    )
