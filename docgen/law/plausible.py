"""Whether a loan prime rate can be right: a slip in a row would put a wrong sum into every letter after it.

The rate is published on the 20th of the month, or the next working day (中国人民银行公告〔2019〕第15号); every
publication since August 2019 kept to that. It has never moved by a whole percentage point from one month to the next,
and that for five years and more has never been below that for one year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from docgen.errors import Finding
from docgen.law.rows import HolidayYear, PublishedRate

MOST_MOVED = Decimal("0.01")
FIELDS = {"one_year": "one_year_percent", "five_years": "five_years_percent"}
LATEST = 28  # where the year's holidays are not known: the longest holiday ends before it

Origins = Mapping[dt.date, tuple[str, int]]


def faults(
    rates: Mapping[dt.date, PublishedRate], holidays: Mapping[int, HolidayYear], origins: Origins
) -> Iterator[Finding]:
    """What is wrong with the loan prime rates, by day; origins: the file and the row that each was read from."""
    before: PublishedRate | None = None
    for day, rate in sorted(rates.items()):
        expected = publication_day(day, holidays.get(day.year))
        if day != expected:
            yield _fault("law.rate_day", origins[day], "effective_on", given=f"{day}", expected=f"{expected}")
        elif rate.by_tenor["five_years"] < rate.by_tenor["one_year"]:
            yield _fault("law.rate_tenors", origins[day], FIELDS["five_years"], **_percents(rate))
        elif before is not None:
            for tenor, field in FIELDS.items():
                if abs(rate.by_tenor[tenor] - before.by_tenor[tenor]) > MOST_MOVED:
                    was, given = _percents(before)[tenor], _percents(rate)[tenor]
                    on = f"{before.effective_on}"
                    yield _fault("law.rate_jump", origins[day], field, given=given, before=was, on=on)
        before = rate


def publication_day(day: dt.date, holidays: HolidayYear | None) -> dt.date:
    """The day of that month's publication; where the holidays are not known, the given day if it may be right."""
    if holidays is None:
        return day if 20 <= day.day <= LATEST else day.replace(day=20)
    published = day.replace(day=20)
    while not holidays.works_on(published):
        published += dt.timedelta(days=1)
    return published


def _percents(rate: PublishedRate) -> dict[str, str]:
    values = {tenor: rate.by_tenor[tenor] * 100 for tenor in FIELDS}
    return {tenor: f"{value:.2f}" if value == round(value, 2) else f"{value:f}" for tenor, value in values.items()}


def _fault(code: str, origin: tuple[str, int], field: str, **facts: str) -> Finding:
    file, row = origin
    return Finding(code, facts={"file": file, "row": str(row), "field": field, **facts})
