"""The law as data: acts, articles, rates, tariffs, holidays, each row dated and sourced.

`parse` reads TOML texts into one frozen `LawData`. A text's table is the last part of its name
("lpr.toml", "/etc/docgen/law/lpr.toml"); texts are read in the order given, and a row with the key
of an earlier text's row takes its place, so that an operator adds next month's rate, or corrects
one, without touching what was shipped. Every row says where it comes from. What the data does not
hold on a date is `RuleMissing`; the nearest value is never an answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.errors import Finding, RuleMissing


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
class Renumbering:
    """An article that changed its number when its act was revised."""

    old: str
    new: str
    source: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LawData:
    """All of it, frozen. `version` changes with any row: "2026-09-30+1f2e3d4c"."""

    version: str
    acts: Mapping[str, Act]
    articles: Mapping[str, Article]
    figures: Mapping[str, tuple[Figure, ...]]  # by key, in order of date
    lpr: tuple[PublishedRate, ...]  # in order of date
    benchmark: tuple[PublishedRate, ...]  # in order of date
    tariffs: Mapping[str, tuple[Tariff, ...]]  # by kind, in order of date
    holidays: Mapping[int, HolidayYear]
    gates: tuple[GateRule, ...]
    renumbered: Mapping[str, Renumbering]  # by old reference

    def act(self, act_id: str) -> Act:
        """The act of this id; RuleMissing when the data has none."""
        if act_id not in self.acts:
            raise RuleMissing(Finding("rule.act_missing", facts={"act": act_id}))
        return self.acts[act_id]

    def article(self, ref: str) -> Article:
        """The article of this reference, by its whole number, else by its article without paragraph and item."""
        found = self.articles.get(ref) or self.articles.get(ref.partition("(")[0])
        if found is None:
            raise RuleMissing(Finding("rule.article_missing", facts={"article": ref}))
        return found

    def figure(self, key: str, on: dt.date) -> Figure:
        """The figure in force on a day; RuleMissing when none was, never the nearest."""
        rows = self.figures.get(key, ())
        for row in rows:
            if row.in_force_from <= on and (row.in_force_until is None or on <= row.in_force_until):
                return row
        raise RuleMissing(
            Finding(
                "rule.missing",
                facts={
                    "figure": key,
                    "name_zh": rows[-1].name_zh if rows else key,
                    "name_en": rows[-1].name_en if rows else key,
                    "on": on.isoformat(),
                    "known": _known(rows),
                },
            )
        )

    def tariff(self, kind: str, on: dt.date) -> Tariff:
        """The court fee tariff in force on a day; RuleMissing when none was."""
        rows = self.tariffs.get(kind, ())
        for row in rows:
            if row.in_force_from <= on and (row.in_force_until is None or on <= row.in_force_until):
                return row
        raise RuleMissing(
            Finding("rule.tariff_missing", facts={"kind": kind, "on": on.isoformat(), "known": _known(rows)})
        )


def _known(rows: tuple[Figure, ...] | tuple[Tariff, ...]) -> str:
    """The stretches that the data does cover: "2020-09-01–2025-05-31, 2025-06-01–"."""
    return ", ".join(f"{row.in_force_from}–{row.in_force_until or ''}" for row in rows) or "–"
