"""Working days: weekends, public holidays, and the weekend days on which people work instead.

The State Council announces each year's holidays a few weeks before it begins. A year without its
table has no answer (`RuleMissing`, calendar.holidays_missing), not even for a Sunday: it may be a
make-up working day. What can be told is when people surely do not work: `may_work`.
"""

from __future__ import annotations

import datetime as dt

from docgen.errors import Finding, RuleMissing
from docgen.law.statutes import LawData

ONE_DAY = dt.timedelta(days=1)
FIXED = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Month and day of the holidays that no notice moves: New Year, Labour Day, National Day (全国年节及纪念日放假办法 2,
as revised with effect from 2025-01-01, 国务院令第795号). Before that year 2 May was none."""


def is_workday(law: LawData, day: dt.date) -> bool:
    """Whether people work on that day, by the notice on the holidays of its year (国务院办公厅节假日安排通知)."""
    table = law.holidays.get(day.year)
    if table is None:
        known = ", ".join(str(year) for year in sorted(law.holidays)) or "–"
        raise RuleMissing(
            Finding(
                "calendar.holidays_missing",
                facts={"year": str(day.year), "on": day.isoformat(), "known": known},
            )
        )
    return table.works_on(day)


def may_work(law: LawData, day: dt.date) -> bool:
    """Whether people work on that day as far as anybody can tell: in a year whose holidays are not in the law data, by
    weekends and the holidays whose date is fixed. A day on which they may not work is then still possible."""
    table = law.holidays.get(day.year)
    if table is not None:
        return table.works_on(day)
    return day.weekday() < 5 and (day.month, day.day) not in FIXED


def workday_from(law: LawData, day: dt.date) -> dt.date:
    """The day itself when it is a working day, else the first one after it (民法典 203, 民事诉讼法 85)."""
    while not is_workday(law, day):
        day += ONE_DAY
    return day


def publication_day(law: LawData, year: int, month: int) -> dt.date:
    """When the loan prime rate of a month is published: the 20th, or the next working day
    (中国人民银行公告〔2019〕第15号)."""
    return workday_from(law, dt.date(year, month, 20))
