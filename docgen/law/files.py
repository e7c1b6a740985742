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
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docgen.errors import Finding, LawDataFault
from docgen.law import plausible
from docgen.law.fields import Fields
from docgen.law.readers import FIGURES, READERS, Key, Row, figure
from docgen.law.rows import (
    Article,
    Figure,
    GateRule,
    HolidayYear,
    Naming,
    PublishedRate,
    Renumbering,
    Tariff,
    Topic,
)

OPERATOR = " (operator)"


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
