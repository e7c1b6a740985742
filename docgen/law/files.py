"""The law data's files: what they must say, and every fault in them at once.

A file is a TOML text with `as_known_on`, a date, and `rows`. What its rows are is told by its name:
acts.toml, articles.toml, renumbering.toml, citing.toml, topics.toml, lpr.toml, benchmark.toml, fees.toml,
holidays.toml, gates.toml, cisg.toml; every other name holds figures. A name ending in `OPERATOR` is
an operator's own file and read as the shipped one of that name: its rows are added, and one with the
key of an earlier row takes that row's place. Within one file a key may stand once only, and every row
says its source.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from docgen.errors import Finding, LawDataFault
from docgen.law import plausible
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

OPERATOR = " (operator)"

LPR_TENORS = {"one_year_percent": "one_year", "five_years_percent": "five_years"}
BENCHMARK_TENORS = {
    "one_year_percent": "one_year",
    "three_years_percent": "one_to_three_years",
    "five_years_percent": "three_to_five_years",
    "over_five_years_percent": "over_five_years",
}


@dataclass
class Fields:
    """One row being read: what is asked of it, and what is wrong with it."""

    file: str
    row: int  # counted from one
    given: Mapping[str, Any]
    faults: list[Finding]
    asked: set[str] = field(default_factory=set)

    def fault(self, code: str, name: str) -> None:
        self.faults.append(Finding(code, facts={"file": self.file, "row": str(self.row), "field": name}))

    def _get(self, name: str, kind: type, *, required: bool) -> Any:
        self.asked.add(name)
        value = self.given.get(name)
        if value is None and required:
            self.fault("law.no_source" if name == "source" else "law.field_missing", name)
        elif value is not None and (not isinstance(value, kind) or isinstance(value, bool | dt.datetime)):
            self.fault("law.field_wrong", name)
            return None
        return value

    def text(self, name: str, *, required: bool = True) -> str:
        text = self._get(name, str, required=required) or ""
        if required and name in self.given and not text.strip():
            self.fault("law.no_source" if name == "source" else "law.field_wrong", name)
        return str(text)

    def day(self, name: str) -> dt.date:
        return self._get(name, dt.date, required=True) or dt.date.min

    def day_if_any(self, name: str) -> dt.date | None:
        day: dt.date | None = self._get(name, dt.date, required=False)
        return day

    def whole(self, name: str) -> int:
        return self._get(name, int, required=True) or 0

    def whole_if_any(self, name: str) -> int | None:
        whole: int | None = self._get(name, int, required=False)
        return whole

    def number(self, name: str) -> Decimal:
        return self._decimal(name, required=True) or Decimal(0)

    def number_if_any(self, name: str) -> Decimal | None:
        return self._decimal(name, required=False)

    def _decimal(self, name: str, *, required: bool) -> Decimal | None:
        """An exact number, written as a string: a bare TOML number with a point is a binary float."""
        text = self._get(name, str, required=required)
        try:
            value = None if text is None else Decimal(text)
        except InvalidOperation:
            value = Decimal("NaN")
        if value is not None and not value.is_finite():
            self.fault("law.field_wrong", name)
            return None
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(str(each) for each in self._get(name, list, required=True) or ())

    def texts_if_any(self, name: str) -> tuple[str, ...]:
        return tuple(str(each) for each in self._get(name, list, required=False) or ())

    def days(self, name: str) -> frozenset[dt.date]:
        days = self._get(name, list, required=True) or []
        if not all(isinstance(day, dt.date) for day in days):
            self.fault("law.field_wrong", name)
        return frozenset(day for day in days if isinstance(day, dt.date))

    def nested(self, name: str) -> list[Fields]:
        tables = self._get(name, list, required=True) or []
        if not tables or not all(isinstance(table, dict) for table in tables):
            self.fault("law.field_wrong", name)
            return []
        return [Fields(self.file, self.row, table, self.faults) for table in tables]

    def finish(self) -> None:
        for name in sorted(set(self.given) - self.asked):
            self.fault("law.unknown_field", name)


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


@dataclass(frozen=True, slots=True)
class Tables:
    """Every row read, by table and key; `version` as in `LawData`."""

    rows: Mapping[str, Mapping[Key, Row]]
    version: str

    def of(self, table: str) -> list[Any]:
        """The rows of a table in the order of their keys."""
        return [row for _, row in sorted(self.rows.get(table, {}).items())]


def read(texts: Mapping[str, str]) -> Tables:
    """Read every file; raises LawDataFault with all that is wrong."""
    faults: list[Finding] = []
    rows: dict[str, dict[Key, Row]] = {}
    content: dict[tuple[str, Key], str] = {}
    origins: dict[tuple[str, Key], tuple[str, int]] = {}
    known_on: list[dt.date] = []
    for file, text in texts.items():
        document = _document(file, text, faults)
        name = file.removesuffix(OPERATOR).rpartition("/")[2].removesuffix(".toml")
        table = name if name in READERS else FIGURES
        if isinstance(document.get("as_known_on"), dt.date):
            known_on.append(document["as_known_on"])
        else:
            faults.append(Finding("law.field_missing", facts={"file": file, "row": "0", "field": "as_known_on"}))
        seen: set[Key] = set()
        for count, given in enumerate(_rows(file, document, faults), start=1):
            fields = Fields(file, count, given, faults)
            key, row = READERS.get(table, figure)(fields)
            fields.finish()
            _check_dates(fields)
            if key in seen:
                fields.fault("law.twice", " ".join(key))
            seen.add(key)
            rows.setdefault(table, {})[key] = row
            origins[table, key] = (file, count)
            content[table, key] = json.dumps(given, default=str, sort_keys=True, ensure_ascii=False)
    if not faults:
        faults += _unknown_acts(rows)
        faults += _implausible(rows, origins)
    if faults:
        raise LawDataFault(faults)
    digest = hashlib.sha256("\n".join(f"{key}{content[key]}" for key in sorted(content)).encode()).hexdigest()
    return Tables(rows, f"{max(known_on, default=dt.date.min).isoformat()}+{digest[:8]}")


def _document(file: str, text: str, faults: list[Finding]) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(Finding("law.not_toml", facts={"file": file, "error": str(error)}))
        return {"as_known_on": dt.date.min}


def _rows(file: str, document: Mapping[str, Any], faults: list[Finding]) -> list[dict[str, Any]]:
    rows = document.get("rows", [])
    if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
        return rows
    faults.append(Finding("law.field_wrong", facts={"file": file, "row": "0", "field": "rows"}))
    return []


def _check_dates(row: Fields) -> None:
    """A row that ends before it begins contradicts itself."""
    for start, stop in (("in_force_from", "in_force_until"), ("effective_on", "effective_until")):
        begins, ends = row.given.get(start), row.given.get(stop)
        if isinstance(begins, dt.date) and isinstance(ends, dt.date) and ends < begins:
            row.fault("law.ends_before_it_begins", stop)


def _implausible(
    rows: Mapping[str, Mapping[Key, Row]], origins: Mapping[tuple[str, Key], tuple[str, int]]
) -> Iterator[Finding]:
    """Loan prime rates that cannot be right, all files together: a row is weighed against the one before it."""
    rates = {row.effective_on: row for row in rows.get("lpr", {}).values() if isinstance(row, PublishedRate)}
    holidays = {row.year: row for row in rows.get("holidays", {}).values() if isinstance(row, HolidayYear)}
    yield from plausible.faults(rates, holidays, {day: origins["lpr", (day.isoformat(),)] for day in rates})


def _unknown_acts(rows: Mapping[str, Mapping[Key, Row]]) -> list[Finding]:
    """Every reference to an article must be to an act of the data."""
    acts = {key[0] for key in rows.get("acts", {})}
    faults = []
    for table, of_table in rows.items():
        for key, row in of_table.items():
            refs = row.articles if isinstance(row, Figure | Tariff | GateRule | Topic) else ()
            refs = (row.ref,) if isinstance(row, Article) else refs
            refs = (row.old, row.new) if isinstance(row, Renumbering) else refs
            refs = (row.act, row.succeeded_by or row.act) if isinstance(row, Naming) else refs
            faults += [
                Finding("law.unknown_act", facts={"file": table, "row": " ".join(key), "field": ref})
                for ref in refs
                if ref.partition(":")[0] not in acts
            ]
    return faults
