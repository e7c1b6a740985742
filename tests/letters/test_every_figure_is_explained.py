"""Random accounts: no figure and no date stands in a demand that the assessment does not explain."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from docgen.law.assessment import Interest, OpenItem, Settlement
from docgen.letters.request import Language, LetterKind
from docgen.letters.wording import letter_date, table_date
from tests.letters.making import Worded, example, make

AS_OF = dt.date(2026, 9, 15)
ZERO = Decimal(0)
DAY = {Language.ZH: r"\d{4}年\d+月\d+日|\d{4}-\d\d-\d\d(?!\+)", Language.EN: r"\d{1,2} [A-Z][a-z]+ \d{4}"}


def drawn(seed: int) -> dict[str, Any]:
    chance = random.Random(seed)  # noqa: S311 - accounts to test with, no secret

    def amount(most: int) -> str:
        return str(Decimal(chance.randint(100, most * 100)) / 100)

    def day(first: dt.date, last: dt.date) -> str:
        return (first + dt.timedelta(days=chance.randint(0, (last - first).days))).isoformat()

    document = example(LetterKind.DEMAND_LETTER.value)
    clause = {"rate": "per_day", "value": "0.0005", "base": chance.choice(["open", "invoice"]),
              "cap": chance.choice(["0.02", "0.3"]), "grace_days": chance.choice([0, 30])}  # fmt: skip
    document["account"] |= {
        "contracts": [
            {"number": f"C-{kind}", "kind": kind, "currency": "CNY", "late_payment": terms, "pays_costs": True}
            for kind, terms in (("sale", clause), ("construction", {"rate": "none"}))
        ],
        "invoices": [
            {"number": f"F{place}", "contract": f"C-{chance.choice(['sale', 'construction'])}",
             "issued_on": (issued := day(dt.date(2025, 1, 10), dt.date(2026, 8, 1))), "amount": amount(900000),
             "due_on": day(dt.date.fromisoformat(issued), AS_OF + dt.timedelta(days=30))}
            for place in range(chance.randint(2, 6))
        ],
        "payments": [
            {"received_on": day(dt.date(2025, 3, 1), AS_OF), "amount": amount(200000)}
            for _ in range(chance.randint(0, 3))
        ],
        "history": [],
    }  # fmt: skip
    document["letter"]["interest"] = {"imputation": chance.choice(["principal_first", "article_561"])}
    document["letter"]["costs"] = chance.choice(["0", "3000.50"])
    return document


def figures(settlement: Settlement) -> Iterator[Decimal]:
    """Every sum of a settlement that a demand may name."""
    interest, totals = settlement.interest, settlement.totals
    assert isinstance(interest, Interest)
    yield from (
        totals.demandable,
        totals.unallocated,
        settlement.costs,
        interest.total,
        interest.accrued,
        interest.paid,
    )
    yield from (
        interest.continues_on,
        interest.rounding_difference,
        totals.demandable + interest.total + settlement.costs,
    )
    yield from (sum_ for part in interest.segments for sum_ in (part.base, part.amount))
    asked = [item for item in settlement.items if item.demandable]
    for items in (asked, *([item] for item in settlement.items)):
        yield from (sum(each, ZERO) for each in zip(*(of_item(item) for item in items), strict=True))
    for part in (part for item in asked for part in item.applied):
        yield from (part.amount, part.principal, part.interest, part.costs)


def of_item(item: OpenItem) -> tuple[Decimal, ...]:
    interest = sum((part.interest for part in item.applied), ZERO)
    costs = sum((part.costs for part in item.applied), ZERO)
    return item.invoice.amount, item.open, item.demandable, item.paid, item.received, interest, costs


def days(made: Worded) -> Iterator[dt.date | None]:
    found = made.assessment
    interest = found.chosen.interest
    assert isinstance(interest, Interest)
    yield from (found.as_of, found.booked_up_to, made.request.dated_on, made.request.pay_by, made.request.reply_by)
    yield interest.until + dt.timedelta(days=1)
    yield from (day for part in interest.segments for day in (part.from_on, part.to_on))
    for item in found.chosen.items:
        yield from (item.invoice.issued_on, item.due.on, *(part.on for part in item.applied))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("seed", range(30))
def test_a_demand_names_no_figure_and_no_date_of_its_own(seed: int, language: Language) -> None:
    made = make(LetterKind.DEMAND_LETTER, drawn(seed), language)
    known = {abs(sum_) for one in (made.assessment.chosen, made.assessment.alternative) for sum_ in figures(one)}
    named = {Decimal(words.replace(",", "")) for words in re.findall(r"(?<![\d.])\d[\d,]*\.\d\d(?![\d%])", made.text)}
    assert named - known - {ZERO} == set()
    written = {write(day, language) for day in days(made) if day for write in (letter_date, table_date)}
    assert set(re.findall(DAY[language], made.text)) - written == set()
