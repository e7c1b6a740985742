"""The kinds of rows that the law data is made of. Every row names its source and how sure it is.

sure: "V" read in a stored full text of the statute, "V-B" read in one crawl of the official database,
"P" read in a public page, "R" read in public data sets, "D" derived, "M" not confirmed in a text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A statute, regulation or interpretation. A version with other article numbers is an act of its own."""

    id: str
    title_zh: str
    title_en: str
    short_zh: str
    short_en: str
    number: str  # 法释〔2020〕17号; empty when the act has none
    in_force_from: dt.date
    in_force_until: dt.date | None
    source: str
    sure: str

    def in_force_on(self, day: dt.date) -> bool:
        return self.in_force_from <= day and (self.in_force_until is None or day <= self.in_force_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article that something rests on, and what it is cited for."""

    ref: str  # "civil_code:563(1)(3)"
    act: str
    number: str  # "563(1)(3)": article, paragraph, item
    subject_zh: str
    subject_en: str
    source: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of the law in force from `in_force_from` until `in_force_until` (None: still)."""

    key: str  # "sme.daily_rate"
    name_zh: str
    name_en: str
    value: Decimal
    unit: str
    articles: tuple[str, ...]
    in_force_from: dt.date
    in_force_until: dt.date | None
    source: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRate:
    """A rate as published: loan prime rate (two tenors) or the central bank's benchmark (up to four bands).

    `by_tenor` holds yearly fractions; a tenor that was not published on that day is absent.
    """

    effective_on: dt.date
    effective_until: dt.date | None  # only the last benchmark row ends; a loan prime rate ends with the next one
    by_tenor: Mapping[str, Decimal]
    source: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """The part of the sum up to `up_to` (None: no upper end) costs `flat`, or `rate` of that part."""

    up_to: Decimal | None
    flat: Decimal | None
    rate: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """A court fee, computed in steps; amounts in yuan."""

    kind: str
    tiers: tuple[Tier, ...]
    cap: Decimal | None
    articles: tuple[str, ...]
    in_force_from: dt.date
    in_force_until: dt.date | None
    source: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayYear:
    """A year's public holidays, and the weekend days on which people work instead."""

    year: int
    off: frozenset[dt.date]
    working: frozenset[dt.date]
    source: str
    sure: str

    def works_on(self, day: dt.date) -> bool:
        """Whether people work on that day of the year."""
        return day in self.working or (day.weekday() < 5 and day not in self.off)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRule:
    """A condition of the payment order; `asks` names the declared fact that decides it."""

    code: str
    condition_zh: str
    condition_en: str
    articles: tuple[str, ...]
    asks: str | None
    in_force_from: dt.date
    source: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractingState:
    """A state in which the Convention on Contracts for the International Sale of Goods is in force."""

    country: str  # ISO 3166-1 alpha-2
    in_force_from: dt.date
    source: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumbering:
    """An article that changed its number when its act was revised."""

    old: str
    new: str
    source: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How letters call an act, and what they need to know to cite it. Versions of one act bear the same names.

    last_article: the number of its last article; None: not known. succeeded_by: the act that has come in its place.
    """

    act: str
    names_zh: tuple[str, ...]
    names_en: tuple[str, ...]
    last_article: int | None
    succeeded_by: str | None
    source: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject that articles are about. words_zh, words_en: what a text says when it speaks of it. also_zh, also_en:
    what it may say, too, of this and of much else.
    """

    topic: str
    name_zh: str
    name_en: str
    words_zh: tuple[str, ...]
    words_en: tuple[str, ...]
    articles: tuple[str, ...]
    source: str
    sure: str
    also_zh: tuple[str, ...] = ()
    also_en: tuple[str, ...] = ()
