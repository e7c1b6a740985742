"""Working days: weekends, public holidays, and the weekend days on which people work instead.

The State Council announces each year's holidays a few weeks before it begins. A year without its
table has no answer (`RuleMissing`, calendar.holidays_missing), not even for a Sunday: it may be a
make-up working day.
"""

from __future__ import annotations

import datetime as dt

from docgen.errors import Finding, RuleMissing
from docgen.law.statutes import LawData

ONE_DAY = dt.timedelta(days=1)


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


def workday_from(law: LawData, day: dt.date) -> dt.date:
    """The day itself when it is a working day, else the first one after it (民法典 203, 民事诉讼法 85)."""
    while not is_workday(law, day):
        day += ONE_DAY
    return day


def publication_day(law: LawData, year: int, month: int) -> dt.date:
    """When the loan prime rate of a month is published: the 20th, or the next working day
    (中国人民银行公告〔2019〕第15号)."""
    return workday_from(law, dt.date(year, month, 20))
