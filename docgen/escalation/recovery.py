"""How much of a debt is recovered, by its age: figures of two studies, each with its source (`recovery.toml`).

Advice for putting customers in order; no law, and no forecast for any one of them.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Any

ONE = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Of debts this many days past due the study recovers this fraction.

    reading: the study says it in words, and the figure is our reading of them. words: what it says, by language.
    """

    days: int
    rate: Decimal
    reading: bool
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """source: what it is and where it stands, by language."""

    key: str
    source: Mapping[str, str]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """One curve out of all studies: (days past due, fraction recovered), from the due day on, never rising."""

    studies: tuple[Study, ...]
    curve: tuple[tuple[int, Decimal], ...]

    @property
    def reaches(self) -> int:
        """The age of which the last study speaks, in days."""
        return self.curve[-1][0]

    def rate(self, days: int) -> Decimal:
        """The fraction recovered of a debt this many days past due: all of one that is not overdue, straight lines
        between the points, and beyond the last one the decline of the last stretch, down to nothing."""
        if days <= 0:
            return ONE
        for (before, high), (after, low) in pairwise(self.curve):
            if days <= after or after == self.reaches:
                return max(high - (high - low) * (days - before) / (after - before), Decimal(0))
        raise AssertionError("a curve has two points at least")


def read(text: str) -> Recovery:
    """The studies of this TOML text, and their curve.

    Raises ValueError where the curve would rise, or a fraction is none.
    """
    given = tomllib.loads(text)
    studies = tuple(_study(each) for each in given["studies"])
    curve = _curve(point for study in studies for point in study.points)
    rates = [rate for _, rate in curve]
    if len(curve) < 2 or not all(0 <= rate <= 1 for rate in rates) or rates != sorted(rates, reverse=True):
        raise ValueError("recovery by age: fractions from 1 down to 0, at two ages or more, that never rise with age")
    return Recovery(studies=studies, curve=curve)


def _study(given: Mapping[str, Any]) -> Study:
    points = (
        Point(
            days=int(point["days"]),
            rate=Decimal(point["rate"]),
            reading=bool(point.get("reading")),
            words=_worded(point),
        )
        for point in given["points"]
    )
    return Study(key=given["key"], source=_worded(given), points=tuple(points))


def _worded(given: Mapping[str, Any]) -> Mapping[str, str]:
    return MappingProxyType({language: str(given[language]) for language in ("zh", "en")})


def _curve(points: Iterable[Point]) -> tuple[tuple[int, Decimal], ...]:
    by_age: defaultdict[int, list[Decimal]] = defaultdict(list)
    by_age[0].append(ONE)
    for point in points:
        by_age[point.days].append(point.rate)
    return tuple((days, sum(rates, Decimal(0)) / len(rates)) for days, rates in sorted(by_age.items()))
