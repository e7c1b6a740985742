"""One row of a file of law data, field by field, and what is wrong with each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from docgen.errors import Finding


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
