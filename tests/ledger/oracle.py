"""What a ledger says is open, worked out with the standard library and nothing of docgen."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path


@dataclass
class Expected:
    """One customer at the cut: what is open, and what of it a letter may ask for."""

    open: dict[str, Decimal] = field(default_factory=dict)
    overdue: dict[str, Decimal] = field(default_factory=dict)
    asked_for: Decimal = Decimal(0)  # due by the cut and not disputed

    @property
    def total(self) -> Decimal:
        return sum(self.open.values(), Decimal(0))


def expected(ledger: Path, cut: dt.date) -> dict[str, Expected]:
    """Customer → what is open: issued by the cut, settled after it."""
    customers: dict[str, Expected] = defaultdict(Expected)
    with ledger.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            if not american(row["InvoiceDate"]) <= cut < american(row["SettledDate"]):
                continue
            customer = customers[row["customerID"]]
            amount = Decimal(row["InvoiceAmount"])
            customer.open[row["invoiceNumber"]] = amount
            if american(row["DueDate"]) < cut:
                customer.overdue[row["invoiceNumber"]] = amount
            if american(row["DueDate"]) <= cut and row["Disputed"] == "No":
                customer.asked_for += amount
    return dict(customers)


def american(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%m/%d/%Y").replace(tzinfo=dt.UTC).date()
