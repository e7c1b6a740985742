"""Aging buckets at their edges."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.accounts.aging import AgingBucket, age, bucket


@pytest.mark.parametrize(
    ("days_past_due", "expected"),
    [
        (-30, "not_due"),
        (0, "not_due"),
        (1, "days_1_30"),
        (30, "days_1_30"),
        (31, "days_31_60"),
        (60, "days_31_60"),
        (61, "days_61_90"),
        (90, "days_61_90"),
        (91, "days_91_180"),
        (180, "days_91_180"),
        (181, "days_181_365"),
        (365, "days_181_365"),
        (366, "over_365"),
    ],
)
def test_an_amount_so_many_days_past_due_falls_into_its_bucket(days_past_due: int, expected: str) -> None:
    assert bucket(days_past_due) == expected


def test_sums_are_by_bucket_and_name_the_empty_ones() -> None:
    sums = age([(5, Decimal("1.10")), (30, Decimal("2.20")), (400, Decimal(7))])
    assert set(sums) == set(AgingBucket)
    assert sums[AgingBucket.DAYS_1_30] == Decimal("3.30")
    assert sums[AgingBucket.OVER_365] == 7
    assert sums[AgingBucket.NOT_DUE] == 0
