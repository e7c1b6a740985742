"""Turn a receivables ledger into one request document for each customer with open items.

    python examples/ledger.py LEDGER.csv --cut 2013-06-30 --weeks 678 --out FOLDER

The ledger is a CSV file with the columns of IBM's published late-payment sample: customerID,
invoiceNumber, InvoiceDate, DueDate, InvoiceAmount, Disputed, SettledDate; days are month/day/year.
It holds closed histories, so it is cut at a day: what was issued by then and settled later is open.
Then every day is moved by whole weeks, so that weekdays stay and the law data reaches the new days.

A ledger knows no names, codes, contracts or bank account. Those particulars are MADE UP here, from
the customer's id, and look it; amounts, numbers, due dates, disputes and payments are the ledger's own.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from stdnum.cn import uscc

Row = dict[str, str]
Document = dict[str, Any]


def day(text: str) -> dt.date:
    """A day written month/day/year."""
    month, day_of_month, year = text.split("/")
    return dt.date(int(year), int(month), int(day_of_month))


def documents(rows: Iterable[Row], cut: dt.date, weeks: int) -> Iterator[tuple[str, Document]]:
    """For each customer with something open at the cut: its id and a payment-reminder request."""
    by_customer: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if day(row["InvoiceDate"]) <= cut:
            by_customer[row["customerID"]].append(row)
    for serial, (customer, its_rows) in enumerate(sorted(by_customer.items()), start=1):
        if any(day(row["SettledDate"]) > cut for row in its_rows):
            yield customer, document(customer, serial, its_rows, cut, dt.timedelta(weeks=weeks))


def document(customer: str, serial: int, rows: list[Row], cut: dt.date, shift: dt.timedelta) -> Document:
    """The request for one customer; `shift` moves every day of the ledger."""

    def moved(text: str) -> str:
        return (day(text) + shift).isoformat()

    today = (cut + shift).isoformat()
    invoices: list[Document] = []
    payments: list[Document] = []
    for row in sorted(rows, key=lambda row: (day(row["InvoiceDate"]), row["invoiceNumber"])):
        invoice: Document = {
            "number": row["invoiceNumber"],
            "issued_on": moved(row["InvoiceDate"]),
            "due_on": moved(row["DueDate"]),
            "amount": row["InvoiceAmount"],
        }
        settled = day(row["SettledDate"]) <= cut
        if row["Disputed"] == "Yes" and not settled:
            # The ledger flags a dispute without a day or a reason; both are made up.
            invoice["dispute"] = {
                "amount": row["InvoiceAmount"],
                "reason": "账册标记为有争议",
                "raised_on": moved(row["InvoiceDate"]),
            }
        invoices.append(invoice)
        if settled:
            payments.append(
                {
                    "received_on": moved(row["SettledDate"]),
                    "amount": row["InvoiceAmount"],
                    "reference": f"R{row['invoiceNumber']}",
                    "names": [row["invoiceNumber"]],
                }
            )
    payments.sort(key=lambda payment: str(payment["received_on"]))
    return {
        "account": {
            "as_of": today,
            "booked_up_to": today,
            "creditor": {
                "name": "示例精工（苏州）有限公司",
                "name_en": "Example Precision (Suzhou) Co., Ltd.",
                "kind": "company",
                "registration_number": code(0),
                "address": "江苏省苏州市示例路1号",
                "address_en": "1 Example Road, Suzhou, Jiangsu",
                "contact": "李示例",
                "phone": "0512-55550100",
                "email": "ar@seller.example",
                "bank_account": {
                    "holder": "示例精工（苏州）有限公司",
                    "bank": "示例银行苏州分行",
                    "number": "6200000000000000000",
                },
            },
            "debtor": {
                "name": f"示例客户{customer}有限公司",
                "name_en": f"Example Customer {customer} Co., Ltd.",
                "kind": "company",
                "registration_number": code(serial),
                "address": f"江苏省苏州市客户路{serial}号",
                "address_en": f"{serial} Customer Road, Suzhou, Jiangsu",
            },
            "invoices": invoices,
            "payments": payments,
        },
        "letter": {"number": f"示例函〔{today[:4]}〕{serial}号", "dated_on": today},
    }


def code(serial: int) -> str:
    """A made-up unified social credit code whose check characters are right (GB 32100, GB 11714)."""
    organisation = f"9{serial:07d}"
    total = sum(int(digit) * weight for digit, weight in zip(organisation, (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    check = {10: "X", 11: "0"}.get(11 - total % 11, str(11 - total % 11))
    first = f"91320500{organisation}{check}"
    return first + str(uscc.calc_check_digit(first))


def main() -> None:
    parser = argparse.ArgumentParser(description="One request document for each customer with open items.")
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--cut", type=dt.date.fromisoformat, required=True)
    parser.add_argument("--weeks", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with arguments.ledger.open(encoding="utf-8", newline="") as source:
        made = list(documents(csv.DictReader(source), arguments.cut, arguments.weeks))
    for customer, request in made:
        target = arguments.out / f"{customer}.json"
        target.write_text(json.dumps(request, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"{len(made)} requests in {arguments.out}")


if __name__ == "__main__":
    main()
