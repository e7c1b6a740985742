"""How long an open amount has been due."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from docgen.accounts.money import ZERO


class AgingBucket(StrEnum):
    NOT_DUE = "not_due"
    DAYS_1_30 = "days_1_30"
    DAYS_31_60 = "days_31_60"
    DAYS_61_90 = "days_61_90"
    DAYS_91_180 = "days_91_180"
    DAYS_181_365 = "days_181_365"
    OVER_365 = "over_365"


_UP_TO = (
    (0, AgingBucket.NOT_DUE),
    (30, AgingBucket.DAYS_1_30),
    (60, AgingBucket.DAYS_31_60),
    (90, AgingBucket.DAYS_61_90),
    (180, AgingBucket.DAYS_91_180),
    (365, AgingBucket.DAYS_181_365),
)


def bucket(days_past_due: int) -> AgingBucket:
    """The bucket of an amount so many days past due; the due day itself still counts as not due."""
    return next((found for days, found in _UP_TO if days_past_due <= days), AgingBucket.OVER_365)


def age(amounts: Iterable[tuple[int, Decimal]]) -> dict[AgingBucket, Decimal]:
    """Sums by bucket of (days past due, amount); every bucket is there, zeros included."""
    sums = dict.fromkeys(AgingBucket, ZERO)
    for days_past_due, amount in amounts:
        sums[bucket(days_past_due)] += amount
    return sums
