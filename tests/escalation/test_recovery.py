"""What is recovered of a debt at each age, by the two studies."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

import docgen
from docgen.escalation.recovery import Recovery, read

TEXT = (Path(docgen.__file__).parent / "escalation" / "recovery.toml").read_text("utf-8")
RECOVERY: Recovery = read(TEXT)


@pytest.mark.parametrize(
    ("days", "rate"),
    [
        (-30, "1"),  # not due yet
        (0, "1"),
        (30, "0.975"),  # half-way to two months
        (60, "0.95"),  # "almost all", as we read it
        (100, "0.80"),
        (140, "0.65"),
        (180, "0.50"),
        (365, "0.233"),  # the mean of 20 % and 26.6 %
        (730, "0.136"),
        (4000, "0"),
    ],
)
def test_the_rate_at_an_age_is_that_of_the_studies_or_lies_on_the_line_between(days: int, rate: str) -> None:
    assert RECOVERY.rate(days) == Decimal(rate)


def test_beyond_the_last_study_the_last_decline_goes_on() -> None:
    a_year = RECOVERY.rate(365) - RECOVERY.rate(730)
    assert RECOVERY.rate(730 + 365) == pytest.approx(RECOVERY.rate(730) - a_year, abs=Decimal("1e-20"))


@given(some.integers(-400, 3000), some.integers(0, 400))
def test_an_older_debt_is_never_worth_more(days: int, waited: int) -> None:
    assert 0 <= RECOVERY.rate(days + waited) <= RECOVERY.rate(days) <= 1


def test_every_figure_has_its_source_and_its_words_in_both_languages() -> None:
    assert len(RECOVERY.studies) == 2
    for study in RECOVERY.studies:
        assert study.source["zh"] and study.source["en"]
        assert all(point.words["zh"] and point.words["en"] for point in study.points)
    readings = [point.words["en"] for study in RECOVERY.studies for point in study.points if point.reading]
    assert readings == ["within two months: almost all"]


@pytest.mark.parametrize("wrong", [('rate = "0.80"', 'rate = "0.99"'), ('rate = "0.95"', 'rate = "1.5"')])
def test_figures_that_would_rise_with_age_or_are_no_part_are_refused(wrong: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="never rise"):
        read(TEXT.replace(*wrong))


def test_the_page_about_portfolios_has_the_figures_of_the_curve() -> None:
    page = (Path(__file__).parents[2] / "docs" / "portfolio.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| ([\d.]+) % \|", page, re.MULTILINE)
    assert [(int(days), Decimal(percent) / 100) for days, percent in rows] == list(RECOVERY.curve[1:])
