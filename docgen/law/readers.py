"""How a row of each file of law data is read: its key, and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from docgen.law.fields import Fields
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

LPR_TENORS = {"one_year_percent": "one_year", "five_years_percent": "five_years"}
BENCHMARK_TENORS = {
    "one_year_percent": "one_year",
    "three_years_percent": "one_to_three_years",
    "five_years_percent": "three_to_five_years",
    "over_five_years_percent": "over_five_years",
}

Row = (
    Act
    | Article
    | ContractingState
    | Figure
    | GateRule
    | HolidayYear
    | Naming
    | PublishedRate
    | Renumbering
    | Tariff
    | Topic
)
Key = tuple[str, ...]


def act(row: Fields) -> tuple[Key, Act]:
    read = Act(
        id=row.text("id"),
        title_zh=row.text("title_zh"),
        title_en=row.text("title_en"),
        short_zh=row.text("short_zh"),
        short_en=row.text("short_en"),
        number=row.text("number", required=False),
        in_force_from=row.day("in_force_from"),
        in_force_until=row.day_if_any("in_force_until"),
        source=row.text("source"),
        sure=row.text("sure"),
    )
    return (read.id,), read


def article(row: Fields) -> tuple[Key, Article]:
    ref = row.text("ref")
    act_id, _, number = ref.partition(":")
    read = Article(
        ref=ref,
        act=act_id,
        number=number,
        subject_zh=row.text("subject_zh"),
        subject_en=row.text("subject_en"),
        source=row.text("source"),
        sure=row.text("sure"),
    )
    return (ref,), read


def figure(row: Fields) -> tuple[Key, Figure]:
    read = Figure(
        key=row.text("key"),
        name_zh=row.text("name_zh"),
        name_en=row.text("name_en"),
        value=row.number("value"),
        unit=row.text("unit"),
        articles=row.texts("articles"),
        in_force_from=row.day("in_force_from"),
        in_force_until=row.day_if_any("in_force_until"),
        source=row.text("source"),
        sure=row.text("sure"),
    )
    return (read.key, read.in_force_from.isoformat()), read


def rates(tenors: Mapping[str, str], needed: set[str]) -> Callable[[Fields], tuple[Key, PublishedRate]]:
    """Reads rows of published percentages; `needed` are the fields that every row must have."""

    def published(row: Fields) -> tuple[Key, PublishedRate]:
        percents = {
            tenor: row.number(name) if name in needed else row.number_if_any(name) for name, tenor in tenors.items()
        }
        read = PublishedRate(
            effective_on=row.day("effective_on"),
            effective_until=row.day_if_any("effective_until"),
            by_tenor={tenor: percent / 100 for tenor, percent in percents.items() if percent is not None},
            source=row.text("source"),
            sure=row.text("sure"),
        )
        return (read.effective_on.isoformat(),), read

    return published


def tariff(row: Fields) -> tuple[Key, Tariff]:
    tier_rows = row.nested("tiers")
    tiers = tuple(
        Tier(up_to=tier.number_if_any("up_to"), flat=tier.number_if_any("flat"), rate=tier.number_if_any("rate"))
        for tier in tier_rows
    )
    for tier in tier_rows:
        tier.finish()
    ends = [tier.up_to for tier in tiers if tier.up_to is not None]
    if ends != sorted(set(ends)) or any((tier.flat is None) == (tier.rate is None) for tier in tiers):
        row.fault("law.field_wrong", "tiers")
    read = Tariff(
        kind=row.text("kind"),
        tiers=tiers,
        cap=row.number_if_any("cap"),
        articles=row.texts("articles"),
        in_force_from=row.day("in_force_from"),
        in_force_until=row.day_if_any("in_force_until"),
        source=row.text("source"),
        sure=row.text("sure"),
    )
    return (read.kind, read.in_force_from.isoformat()), read


def holiday_year(row: Fields) -> tuple[Key, HolidayYear]:
    read = HolidayYear(
        year=row.whole("year"),
        off=row.days("off"),
        working=row.days("working"),
        source=row.text("source"),
        sure=row.text("sure"),
    )
    if any(day.year != read.year for day in read.off | read.working) or read.off & read.working:
        row.fault("law.field_wrong", "off")
    return (str(read.year),), read


def gate(row: Fields) -> tuple[Key, GateRule]:
    read = GateRule(
        code=row.text("code"),
        condition_zh=row.text("condition_zh"),
        condition_en=row.text("condition_en"),
        articles=row.texts("articles"),
        asks=row.text("asks", required=False) or None,
        in_force_from=row.day("in_force_from"),
        source=row.text("source"),
        sure=row.text("sure"),
    )
    if not re.fullmatch(r"G([1-9]|1[01])", read.code):
        row.fault("law.field_wrong", "code")
    return (read.code,), read


def renumbering(row: Fields) -> tuple[Key, Renumbering]:
    read = Renumbering(old=row.text("old"), new=row.text("new"), source=row.text("source"), sure=row.text("sure"))
    return (read.old,), read


def naming(row: Fields) -> tuple[Key, Naming]:
    read = Naming(
        act=row.text("act"),
        names_zh=row.texts("names_zh"),
        names_en=row.texts("names_en"),
        last_article=row.whole_if_any("last_article"),
        succeeded_by=row.text("succeeded_by", required=False) or None,
        source=row.text("source"),
        sure=row.text("sure"),
    )
    return (read.act,), read


def topic(row: Fields) -> tuple[Key, Topic]:
    read = Topic(
        topic=row.text("topic"),
        name_zh=row.text("name_zh"),
        name_en=row.text("name_en"),
        words_zh=row.texts("words_zh"),
        words_en=row.texts("words_en"),
        articles=row.texts("articles"),
        source=row.text("source"),
        sure=row.text("sure"),
        also_zh=row.texts_if_any("also_zh"),
        also_en=row.texts_if_any("also_en"),
    )
    return (read.topic,), read


def contracting_state(row: Fields) -> tuple[Key, ContractingState]:
    read = ContractingState(
        country=row.text("country"),
        in_force_from=row.day("in_force_from"),
        source=row.text("source"),
        sure=row.text("sure"),
    )
    if not re.fullmatch("[A-Z]{2}", read.country):
        row.fault("law.field_wrong", "country")
    return (read.country,), read


READERS: Mapping[str, Callable[[Fields], tuple[Key, Row]]] = {
    "acts": act,
    "articles": article,
    "lpr": rates(LPR_TENORS, set(LPR_TENORS)),
    "benchmark": rates(BENCHMARK_TENORS, {"one_year_percent"}),
    "fees": tariff,
    "holidays": holiday_year,
    "gates": gate,
    "renumbering": renumbering,
    "citing": naming,
    "topics": topic,
    "cisg": contracting_state,
}
FIGURES = "figures"
