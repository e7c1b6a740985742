"""The collection rate (回款率) and what stands behind it: balance before, billed, received, balance after.

Billed is what the invoices of a period come to, less its credit notes; received is the money that came in it, whatever
invoice it was for; the rate is received ÷ billed × 100 %. It may be above 100 %, where old debts are paid; where
nothing was billed there is none. Balances are those of the statement of account: opening + billed − received = closing.

Sums of one currency only: accounts in others stand beside them and are never added.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.accounts.account import Account
from docgen.accounts.money import ZERO
from docgen.accounts.statement import statement

ONE_DAY = dt.timedelta(days=1)
HUNDRED = Decimal(100)


class Grain(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From a day to a day, both included, parted by calendar months, quarters or years."""

    from_on: dt.date
    to_on: dt.date
    by: Grain = Grain.MONTH

    def parts(self) -> tuple[Period, ...]:
        """Its calendar parts; the first and the last may be cut short."""
        found: list[Period] = []
        first = self.from_on
        while first <= self.to_on:
            last = min(_last_day(first, self.by), self.to_on)
            found.append(Period(from_on=first, to_on=last, by=self.by))
            first = last + ONE_DAY
        return tuple(found)

    @property
    def whole(self) -> bool:
        """Whether it is a whole month, quarter or year."""
        return self.from_on == _first_day(self.from_on, self.by) and self.to_on == _last_day(self.from_on, self.by)

    @property
    def number(self) -> int:
        """Of the month (1 to 12) or quarter (1 to 4) in which it begins; the year itself for a year."""
        return {
            Grain.MONTH: self.from_on.month,
            Grain.QUARTER: (self.from_on.month + 2) // 3,
            Grain.YEAR: self.from_on.year,
        }[self.by]


def year_to(day: dt.date) -> Period:
    """The twelve months that end with the month of this day, up to the day."""
    month = day.year * 12 + day.month - 1 - 11
    return Period(from_on=dt.date(month // 12, month % 12 + 1, 1), to_on=day)


def _first_day(day: dt.date, by: Grain) -> dt.date:
    months = _MONTHS[by]
    return dt.date(day.year, (day.month - 1) // months * months + 1, 1)


def _last_day(day: dt.date, by: Grain) -> dt.date:
    first = _first_day(day, by)
    month = first.year * 12 + first.month - 1 + _MONTHS[by]
    if month // 12 > dt.MAXYEAR:
        return dt.date.max
    return dt.date(month // 12, month % 12 + 1, 1) - ONE_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of one period and some accounts, in one currency. A balance below zero is a credit of the customer."""

    opening: Decimal
    billed: Decimal
    received: Decimal

    @property
    def closing(self) -> Decimal:
        return self.opening + self.billed - self.received

    @property
    def rate(self) -> Decimal | None:
        """In percent, exact; None where nothing was billed."""
        return self.received / self.billed * HUNDRED if self.billed > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """The figures of all accounts in one currency: of the whole period, by part of it, by customer, by salesperson.

    customers: by name, the largest closing balance first. salespeople: None for the accounts that name nobody, last.
    """

    currency: str
    period: Period
    whole: Figures
    parts: tuple[tuple[Period, Figures], ...]
    customers: tuple[tuple[str, Figures], ...]
    salespeople: tuple[tuple[str | None, Figures], ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a statement: what it adds to what was billed, or to what was received."""

    on: dt.date
    billed: Decimal
    received: Decimal
    customer: str
    salesperson: str | None


def collection(accounts: Iterable[Account], period: Period) -> tuple[Collection, ...]:
    """One for each currency, CNY first. Nothing after an account's own `as_of` is counted."""
    entries: defaultdict[str, list[_Entry]] = defaultdict(list)
    for account in accounts:
        entries[account.currency] += _entries(account)
    return tuple(
        _collection(currency, entries[currency], period)
        for currency in sorted(entries, key=lambda each: (each != "CNY", each))
    )


def _entries(account: Account) -> Iterable[_Entry]:
    customer, salesperson = account.debtor.name, account.salesperson
    for line in statement(account):
        paid = line.kind == "payment"
        billed = ZERO if paid else line.debit - line.credit
        yield _Entry(line.on, billed, line.credit - line.debit if paid else ZERO, customer, salesperson)


def _collection(currency: str, entries: Sequence[_Entry], period: Period) -> Collection:
    customers: defaultdict[str, list[_Entry]] = defaultdict(list)
    salespeople: defaultdict[str | None, list[_Entry]] = defaultdict(list)
    for entry in entries:
        customers[entry.customer].append(entry)
        salespeople[entry.salesperson].append(entry)
    by_customer = {name: _figures(own, period) for name, own in customers.items()}
    by_salesperson = {name: _figures(own, period) for name, own in salespeople.items()}
    return Collection(
        currency=currency,
        period=period,
        whole=_figures(entries, period),
        parts=tuple((part, _figures(entries, part)) for part in period.parts()),
        customers=tuple(sorted(by_customer.items(), key=lambda each: (-each[1].closing, each[0]))),
        salespeople=tuple(sorted(by_salesperson.items(), key=lambda each: (each[0] is None, each[0] or ""))),
    )


def _figures(entries: Iterable[_Entry], period: Period) -> Figures:
    opening = billed = received = ZERO
    for entry in entries:
        if entry.on < period.from_on:
            opening += entry.billed - entry.received
        elif entry.on <= period.to_on:
            billed += entry.billed
            received += entry.received
    return Figures(opening=opening, billed=billed, received=received)
