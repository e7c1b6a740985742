"""The law as data: acts, articles, rates, tariffs, holidays, each row dated and sourced.

`parse` reads TOML texts into one frozen `LawData`; what stands in the texts is told beside their
reader, `docgen.law.files`. What the data does not hold on a date is `RuleMissing`; the nearest
value is never an answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from docgen.errors import Finding, RuleMissing
from docgen.law.files import OPERATOR, read
from docgen.law.rows import (
    Act,
    Article,
    ContractingState,
    Figure,
    GateRule,
    HolidayYear,
    Naming,
    PublishedRate,
    Renumbering,
    Tariff,
    Tier,
    Topic,
)

__all__ = [
    "OPERATOR",
    "Act",
    "Article",
    "ContractingState",
    "Figure",
    "GateRule",
    "HolidayYear",
    "LawData",
    "Naming",
    "PublishedRate",
    "Renumbering",
    "Tariff",
    "Tier",
    "Topic",
    "parse",
]


def parse(texts: Mapping[str, str]) -> LawData:
    """Read the law data: name of the file → TOML text, in the order in which later rows replace earlier ones.

    Raises LawDataFault with every fault found: each names the file and the row.
    """
    tables = read(texts)
    return LawData(
        version=tables.version,
        acts={act.id: act for act in tables.of("acts")},
        articles={article.ref: article for article in tables.of("articles")},
        figures=_grouped(tables.of("figures"), "key"),
        lpr=tuple(tables.of("lpr")),
        benchmark=tuple(tables.of("benchmark")),
        tariffs=_grouped(tables.of("fees"), "kind"),
        holidays={year.year: year for year in tables.of("holidays")},
        gates=tuple(sorted(tables.of("gates"), key=lambda gate: int(gate.code[1:]))),
        contracting_states={each.country: each for each in tables.of("cisg")},
        renumbered={each.old: each for each in tables.of("renumbering")},
        naming={each.act: each for each in tables.of("citing")},
        topics=tuple(tables.of("topics")),
    )


def _grouped(rows: Iterable[Any], name: str) -> dict[str, tuple[Any, ...]]:
    groups: dict[str, tuple[Any, ...]] = {}
    for row in rows:
        groups[getattr(row, name)] = (*groups.get(getattr(row, name), ()), row)
    return groups


@dataclass(frozen=True, slots=True, kw_only=True)
class LawData:
    """All of it, frozen. `version` changes with any row: "2026-09-30+1f2e3d4c".

    asked: answers already looked up, by question. They follow from the rows alone, and the same few days are asked
    about again and again.
    """

    version: str
    acts: Mapping[str, Act]
    articles: Mapping[str, Article]
    figures: Mapping[str, tuple[Figure, ...]]  # by key, in order of date
    lpr: tuple[PublishedRate, ...]  # in order of date
    benchmark: tuple[PublishedRate, ...]  # in order of date
    tariffs: Mapping[str, tuple[Tariff, ...]]  # by kind, in order of date
    holidays: Mapping[int, HolidayYear]
    gates: tuple[GateRule, ...]
    contracting_states: Mapping[str, ContractingState]  # of the convention on international sales, by country
    renumbered: Mapping[str, Renumbering]  # by old reference
    asked: dict[tuple[str, dt.date], Any] = field(default_factory=dict, repr=False, compare=False)
    lpr_of_month: Mapping[tuple[int, int], PublishedRate] = field(init=False, repr=False)  # by year and month

    def __post_init__(self) -> None:
        of_month = {(row.effective_on.year, row.effective_on.month): row for row in reversed(self.lpr)}
        object.__setattr__(self, "lpr_of_month", of_month)

    naming: Mapping[str, Naming]  # by act: how letters call it
    topics: tuple[Topic, ...]  # what articles are about, in the words of letters

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
        known: Figure | None = self.asked.get((key, on))
        if known is not None:
            return known
        rows = self.figures.get(key, ())
        found = _in_force(rows, on)
        if found is None:
            name = (
                {"name_zh": rows[-1].name_zh, "name_en": rows[-1].name_en} if rows else {"name_zh": key, "name_en": key}
            )
            facts = {"figure": key, **name, "on": on.isoformat(), "known": _known(rows)}
            raise RuleMissing(Finding("rule.missing", facts=facts))
        self.asked[key, on] = found
        return found

    def tariff(self, kind: str, on: dt.date) -> Tariff:
        """The court fee tariff in force on a day; RuleMissing when none was."""
        rows = self.tariffs.get(kind, ())
        found = _in_force(rows, on)
        if found is None:
            facts = {"kind": kind, "on": on.isoformat(), "known": _known(rows)}
            raise RuleMissing(Finding("rule.tariff_missing", facts=facts))
        return found


Dated = TypeVar("Dated", Figure, Tariff)


def _in_force(rows: tuple[Dated, ...], on: dt.date) -> Dated | None:
    """The row that has begun last, unless it has ended: a newer row ends the older one."""
    begun = [row for row in rows if row.in_force_from <= on]
    if not begun or (begun[-1].in_force_until is not None and begun[-1].in_force_until < on):
        return None
    return begun[-1]


def _known(rows: tuple[Figure, ...] | tuple[Tariff, ...]) -> str:
    """The stretches that the data does cover: "2020-09-01–2025-05-31, 2025-06-01–"."""
    return ", ".join(f"{row.in_force_from}–{row.in_force_until or ''}" for row in rows) or "–"
