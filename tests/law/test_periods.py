"""Periods and working days."""

from __future__ import annotations

import datetime as dt

import pytest

from docgen.errors import RuleMissing
from docgen.law import calendar, periods
from docgen.law.assessment import Missing
from docgen.law.statutes import LawData

D = dt.date


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (D(2025, 8, 31), 6, D(2026, 2, 28)),
        (D(2023, 8, 31), 6, D(2024, 2, 29)),
        (D(2025, 10, 31), 1, D(2025, 11, 30)),
        (D(2025, 12, 15), 1, D(2026, 1, 15)),
        (D(2024, 2, 29), 12, D(2025, 2, 28)),
        (D(2024, 2, 29), 48, D(2028, 2, 29)),
    ],
)
def test_a_month_ends_on_the_corresponding_day_or_with_the_month(day: dt.date, months: int, expected: dt.date) -> None:
    assert periods.add_months(day, months) == expected


@pytest.mark.parametrize(
    ("raw_end", "rolled"),
    [
        (D(2026, 2, 14), D(2026, 2, 14)),  # a Saturday on which people work
        (D(2026, 2, 15), D(2026, 2, 24)),  # the Spring Festival
        (D(2026, 5, 9), D(2026, 5, 9)),
        (D(2025, 1, 25), D(2025, 1, 26)),  # a Saturday before a working Sunday
        (D(2024, 12, 31), D(2024, 12, 31)),
    ],
)
def test_an_end_on_a_holiday_rolls_to_the_first_working_day(law: LawData, raw_end: dt.date, rolled: dt.date) -> None:
    assert periods.rolled_end(law, raw_end) == rolled


def test_the_holidays_of_2027_are_not_known(law: LawData) -> None:
    with pytest.raises(RuleMissing) as caught:
        calendar.is_workday(law, D(2027, 1, 4))
    (finding,) = caught.value.findings
    assert (finding.code, finding.facts["year"]) == ("calendar.holidays_missing", "2027")
    assert isinstance(periods.rolled_end(law, D(2027, 1, 1)), Missing)


@pytest.mark.parametrize(
    ("raw_end", "safe", "year"),
    [
        (D(2026, 10, 10), D(2026, 10, 10), None),  # a Saturday on which people work
        (D(2027, 9, 5), D(2027, 9, 3), 2027),  # a Sunday
        (D(2027, 9, 8), D(2027, 9, 8), 2027),  # a Wednesday, which may be a holiday for all that is known
        (D(2028, 10, 2), D(2028, 9, 29), 2028),  # National Day after a weekend
        (D(2027, 1, 2), D(2026, 12, 31), 2027),  # back into a year that is known
    ],
)
def test_the_last_safe_day_of_a_year_without_holidays_goes_by_weekends_and_says_so(
    law: LawData, raw_end: dt.date, safe: dt.date, year: int | None
) -> None:
    assert periods.last_safe_day(law, raw_end) == safe
    assert periods.holidays_missing(law, raw_end) == year


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [
        (2026, 2, D(2026, 2, 24)),
        (2026, 9, D(2026, 9, 20)),
        (2025, 12, D(2025, 12, 22)),
        (2026, 10, D(2026, 10, 20)),
    ],
)
def test_the_loan_prime_rate_comes_on_the_20th_or_the_next_working_day(
    law: LawData, year: int, month: int, expected: dt.date
) -> None:
    assert calendar.publication_day(law, year, month) == expected


def test_every_published_rate_came_on_its_day(law: LawData) -> None:
    for row in law.lpr:
        assert row.effective_on == calendar.publication_day(law, row.effective_on.year, row.effective_on.month)


def test_a_deadline_that_was_not_law_is_missing(law: LawData) -> None:
    with pytest.raises(RuleMissing):
        periods.deadline(law, "set_aside_award", D(2026, 2, 28))
    assert periods.deadline(law, "set_aside_award", D(2026, 3, 31)).raw_end == D(2026, 6, 30)
