"""The collection rate and the balances around it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from docgen.accounts.account import Account
from docgen.accounts.collection import Figures, Grain, Period, collection, year_to
from docgen.accounts.statement import statement
from tests.accounts.builders import account, credit_note, day, invoice, payment


def period(from_on: str, to_on: str, by: Grain = Grain.MONTH) -> Period:
    return Period(from_on=day(from_on), to_on=day(to_on), by=by)


def named(given: Account, debtor: str, salesperson: str | None = None) -> Account:
    return replace(given, debtor=replace(given.debtor, name=debtor), salesperson=salesperson)


def plain(own: Figures) -> tuple[str, str, str, str, str | None]:
    rate = None if own.rate is None else f"{own.rate:.2f}"
    return str(own.opening), str(own.billed), str(own.received), str(own.closing), rate


def test_eighty_of_a_hundred_is_eighty_percent() -> None:
    ours = account(invoices=[invoice("A", "100", issued="2026-05-04")], payments=[payment("2026-05-20", "80")])
    (found,) = collection([ours], period("2026-05-01", "2026-05-31"))
    assert plain(found.whole) == ("0", "100", "80", "20", "80.00")


def test_a_credit_note_lowers_what_was_billed_and_is_no_money_received() -> None:
    ours = account(
        invoices=[
            invoice("A", "1000", issued="2026-05-04"),
            credit_note("N", "200", issued="2026-05-06", credits="A"),
        ],
        payments=[payment("2026-05-20", "400")],
    )
    (found,) = collection([ours], period("2026-05-01", "2026-05-31"))
    assert plain(found.whole) == ("0", "800", "400", "400", "50.00")


def test_old_debts_paid_make_a_rate_above_a_hundred_and_nothing_billed_makes_none() -> None:
    ours = account(
        invoices=[invoice("A", "500", issued="2026-03-04"), invoice("B", "100", issued="2026-04-04")],
        payments=[payment("2026-04-20", "300"), payment("2026-05-20", "250")],
    )
    (found,) = collection([ours], period("2026-04-01", "2026-05-31"))
    assert [plain(own) for _, own in found.parts] == [
        ("500", "100", "300", "300", "300.00"),
        ("300", "0", "250", "50", None),
    ]


def test_the_first_and_the_last_day_count() -> None:
    ours = account(
        invoices=[
            invoice("A", "1", issued="2026-04-30"),
            invoice("B", "10", issued="2026-05-01"),
            invoice("C", "100", issued="2026-05-31"),
            invoice("D", "1000", issued="2026-06-01"),
        ],
        payments=[],
    )
    (found,) = collection([ours], period("2026-05-01", "2026-05-31"))
    assert plain(found.whole) == ("1", "110", "0", "111", "0.00")


def test_nothing_after_the_day_of_an_account_is_counted() -> None:
    ours = account(as_of="2026-05-15", invoices=[invoice("A", "100", issued="2026-05-04")], payments=[])
    later = replace(ours, payments=(payment("2026-05-20", "80"),))
    (found,) = collection([later], period("2026-05-01", "2026-05-31"))
    assert found.whole.received == 0


def test_customers_stand_by_balance_and_salespeople_by_name_with_nobody_last() -> None:
    small = named(account(invoices=[invoice("A", "100", issued="2026-05-04")], payments=[]), "小", "乙")
    large = named(account(invoices=[invoice("B", "900", issued="2026-05-04")], payments=[]), "大", None)
    third = named(account(invoices=[invoice("C", "300", issued="2026-05-04")], payments=[]), "中", "甲")
    again = named(account(invoices=[invoice("D", "50", issued="2026-05-04")], payments=[]), "小", "乙")
    (found,) = collection([small, large, third, again], period("2026-05-01", "2026-05-31"))
    assert [(name, own.billed) for name, own in found.customers] == [("大", 900), ("中", 300), ("小", 150)]
    assert [name for name, _ in found.salespeople] == ["乙", "甲", None]
    assert sum(own.billed for _, own in found.salespeople) == found.whole.billed == Decimal(1350)


def test_currencies_stand_beside_each_other_and_are_never_added() -> None:
    yuan = account(invoices=[invoice("A", "100", issued="2026-05-04")], payments=[])
    euro = account(invoices=[replace(invoice("B", "70", issued="2026-05-04"), currency="EUR")], payments=[])
    found = collection([euro, yuan], period("2026-05-01", "2026-05-31"))
    assert [(each.currency, each.whole.billed) for each in found] == [("CNY", 100), ("EUR", 70)]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        (Grain.MONTH, [(11, False), (12, True), (1, True), (2, False)]),
        (Grain.QUARTER, [(4, False), (1, False)]),
        (Grain.YEAR, [(2025, False), (2026, False)]),
    ],
)
def test_a_period_is_parted_by_the_calendar(by: Grain, names: list[tuple[int, bool]]) -> None:
    parts = period("2025-11-15", "2026-02-10", by).parts()
    assert [(part.number, part.whole) for part in parts] == names
    assert parts[0].from_on == day("2025-11-15") and parts[-1].to_on == day("2026-02-10")


def test_without_a_period_it_is_the_twelve_months_to_the_day() -> None:
    assert year_to(day("2026-06-30")) == period("2025-07-01", "2026-06-30")
    assert year_to(day("2024-02-29")) == period("2023-03-01", "2024-02-29")
    assert year_to(day("2026-12-01")) == period("2026-01-01", "2026-12-01")


_DAYS = some.dates(dt.date(2024, 1, 1), dt.date(2026, 6, 30))
_MONEY = some.integers(1, 10**8).map(lambda cents: Decimal(cents).scaleb(-2))


@given(
    some.lists(some.tuples(_DAYS, _MONEY), max_size=8),
    some.lists(some.tuples(_DAYS, _MONEY), max_size=8),
    _DAYS,
    _DAYS,
    some.sampled_from(Grain),
)
def test_the_parts_follow_on_each_other_and_the_last_balance_is_that_of_the_statement(
    invoiced: list[tuple[dt.date, Decimal]],
    paid: list[tuple[dt.date, Decimal]],
    one: dt.date,
    other: dt.date,
    by: Grain,
) -> None:
    ours = account(
        invoices=[invoice(f"I{n}", amount, issued=on.isoformat()) for n, (on, amount) in enumerate(invoiced)],
        payments=[payment(on.isoformat(), amount) for on, amount in paid],
    )
    asked = Period(from_on=min(one, other), to_on=max(one, other), by=by)
    (found,) = collection([ours], asked)
    balance = found.whole.opening
    for _, own in found.parts:
        assert own.opening == balance
        balance = own.closing
    assert balance == found.whole.closing
    assert sum((own.billed for _, own in found.parts), Decimal(0)) == found.whole.billed
    until = [line.balance for line in statement(ours) if line.on <= asked.to_on]
    assert found.whole.closing == (until[-1] if until else 0)
