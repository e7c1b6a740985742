"""The ledger: every credit note and payment put against invoices, in the order in which they came.

On one day invoices are issued first, then credit notes are booked, then money that waited on account
is put against what was issued, then the day's payments follow in the order given. A credit note
lowers the invoice that it names; what it leaves over, and one that names none, is applied like a
payment. A payment goes to the invoices that the payer named (Civil Code 560(1)), then by the order
of 560(2); what finds no invoice waits on account for those still to be issued.

Within one debt the whole of a payment goes to principal, unless an `Imputation` stands before it
with costs and interest (Civil Code 561). A credit note corrects the price: it lowers principal alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from docgen.accounts.account import Account, Payment
from docgen.accounts.allocation import Debt, article_561, in_order, in_proportion
from docgen.accounts.contract import LateRate
from docgen.accounts.invoice import DocumentKind, Invoice
from docgen.accounts.money import ZERO, smallest_unit

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """A part of a payment or of a credit note that was put against an invoice.

    on: the day it was put there. received_on: the day the money came or the credit note was issued, when it
    waited on account until this invoice was issued; else None.
    """

    on: dt.date
    kind: str  # "payment" or "credit_note"
    reference: str | None
    principal: Decimal
    interest: Decimal  # zero when principal goes first
    costs: Decimal
    named: bool  # the payer named this invoice (Civil Code 560(1)), or the credit note does
    received_on: dt.date | None = None

    @property
    def amount(self) -> Decimal:
        return self.principal + self.interest + self.costs

    @property
    def lowers_from(self) -> dt.date:
        """The first day on which interest runs on the lower balance.

        The day of payment itself still counts in full; a credit note counts from its own day.
        """
        came_on = self.received_on or self.on
        return came_on if self.kind == "credit_note" else came_on + ONE_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAccount:
    """Money, or a credit, that stands against no invoice."""

    on: dt.date
    kind: str
    reference: str | None
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What was put where, by invoice number, in order of posting; and what found no invoice."""

    applied: Mapping[str, tuple[Applied, ...]]
    open: Mapping[str, Decimal]  # principal
    on_account: tuple[OnAccount, ...]

    @property
    def unallocated(self) -> Decimal:
        return sum((each.amount for each in self.on_account), ZERO)


class Imputation(Protocol):
    """What Civil Code 561 puts before the principal of one debt, in the currency's smallest unit."""

    def interest(self, invoice: Invoice, applied: Sequence[Applied], on: dt.date) -> Decimal:
        """Interest accrued up to and including that day, less what `applied` has paid of it."""
        ...

    def costs(self, paid: Decimal) -> Decimal:
        """Costs of realising the claim that are still owed after so much of them was paid."""
        ...


def debt_of(account: Account, invoice: Invoice, due_on: dt.date | None) -> Debt:
    """The invoice as article 560 sees it; a guarantee is security, as a pledge is."""
    contract = account.contract_of(invoice)
    clause = contract.late_payment if contract else None
    return Debt(
        number=invoice.number,
        due_on=due_on,
        secured=invoice.secured or bool(contract and contract.guarantees),
        bears_interest=clause is not None and clause.rate is not LateRate.NONE,
    )


def post(account: Account, due_on: Mapping[str, dt.date | None], imputation: Imputation | None = None) -> Ledger:
    """Book everything up to the account's `as_of`. due_on: by invoice number; None where nobody knows."""
    books = _Books(account, due_on, imputation)
    for day in sorted(day for day in books.issued.keys() | books.received.keys() if day <= account.as_of):
        books.book(day)
    return Ledger(
        applied={number: tuple(entry.applied) for number, entry in books.entries.items()},
        open={number: entry.open for number, entry in books.entries.items()},
        on_account=tuple(
            OnAccount(on=money.on, kind=money.kind, reference=money.reference, amount=money.left)
            for money in books.waiting
        ),
    )


@dataclass(slots=True)
class _Entry:
    """An issued invoice and what still stands open of it."""

    invoice: Invoice
    debt: Debt
    open: Decimal
    applied: list[Applied] = field(default_factory=list)


@dataclass(slots=True)
class _Money:
    """A payment or a credit note, and how much of it is still to be put somewhere."""

    on: dt.date
    kind: str
    reference: str | None
    names: tuple[str, ...]
    left: Decimal


class _Books:
    def __init__(self, account: Account, due_on: Mapping[str, dt.date | None], imputation: Imputation | None) -> None:
        self.account = account
        self.due_on = due_on
        self.imputation = imputation
        self.unit = smallest_unit(account.currency)
        self.numbers = {each.number for each in account.invoices if each.document is DocumentKind.INVOICE}
        self.issued: defaultdict[dt.date, list[Invoice]] = defaultdict(list)
        self.received: defaultdict[dt.date, list[Payment]] = defaultdict(list)
        for invoice in account.invoices:
            self.issued[invoice.issued_on].append(invoice)
        for payment in account.payments:
            self.received[payment.received_on].append(payment)
        self.entries: dict[str, _Entry] = {}
        self.owed: dict[str, _Entry] = {}  # the entries of which something is open
        self.waiting: list[_Money] = []
        self.costs_paid = ZERO

    def book(self, day: dt.date) -> None:
        issued_today = False
        for invoice in self.issued.get(day, ()):
            if invoice.document is DocumentKind.INVOICE:
                debt = debt_of(self.account, invoice, self.due_on.get(invoice.number))
                self.entries[invoice.number] = self.owed[invoice.number] = _Entry(invoice, debt, invoice.amount)
                issued_today = True
        credits_of_today = [
            _Money(day, "credit_note", note.number, self._named((note.credits,) if note.credits else ()), note.amount)
            for note in self.issued.get(day, ())
            if note.document is DocumentKind.CREDIT_NOTE
        ]
        payments_of_today = [
            _Money(day, "payment", payment.reference, self._named(payment.names), payment.amount)
            for payment in self.received.get(day, ())
        ]
        self._take(credits_of_today, day)
        if issued_today:
            waited, self.waiting = self.waiting, []
            self._take(waited, day)
        for payment in payments_of_today:
            self._take([payment], day)

    def _named(self, numbers: tuple[str, ...]) -> tuple[str, ...]:
        """The invoices among the numbers named: nothing waits for what can never be issued."""
        return tuple(number for number in numbers if number in self.numbers)

    def _take(self, monies: Sequence[_Money], day: dt.date) -> None:
        """Put sums against invoices, those named first; what is left waits on account.

        A sum whose named invoice is still to be issued waits for it as a whole.
        """
        for money in monies:
            for number in money.names:
                if number in self.entries:
                    self._put(money, [self.entries[number]], day, named=True)
        for money in monies:
            if money.left and all(number in self.entries for number in money.names):
                self._put_in_order(money, day)
            if money.left:
                self.waiting.append(money)

    def _put_in_order(self, money: _Money, day: dt.date) -> None:
        for group in in_order([entry.debt for entry in self.owed.values()], day):
            if not money.left:
                break
            self._put(money, [self.owed[debt.number] for debt in group], day, named=False)

    def _put(self, money: _Money, entries: Sequence[_Entry], day: dt.date, *, named: bool) -> None:
        """Share a sum among debts of one rank, in proportion; within each: costs, interest, principal."""
        before_principal = self._before_principal(money, entries, day)
        owing = [
            costs + interest + entry.open for entry, (costs, interest) in zip(entries, before_principal, strict=True)
        ]
        shares = in_proportion(money.left, owing, self.unit)
        for entry, (costs, interest), share in zip(entries, before_principal, shares, strict=True):
            if not share:
                continue
            split = article_561(share, costs=costs, interest=interest, principal=entry.open)
            waited = money.on != day and entry.invoice.issued_on == day
            entry.open -= split.principal
            if not entry.open:
                self.owed.pop(entry.invoice.number, None)
            self.costs_paid += split.costs
            money.left -= share
            entry.applied.append(
                Applied(
                    on=day,
                    kind=money.kind,
                    reference=money.reference,
                    principal=split.principal,
                    interest=split.interest,
                    costs=split.costs,
                    named=named,
                    received_on=money.on if waited else None,
                )
            )

    def _before_principal(
        self, money: _Money, entries: Sequence[_Entry], day: dt.date
    ) -> list[tuple[Decimal, Decimal]]:
        """Costs and interest of each debt that a payment meets first.

        Costs of realising a claim arise after it is due, so they stand before the first overdue debt
        that the payment reaches. Money that was there before the invoice meets neither.
        """
        if self.imputation is None or money.kind != "payment":
            return [(ZERO, ZERO)] * len(entries)
        charges = []
        costs = self.imputation.costs(self.costs_paid)
        for entry in entries:
            waited = money.on != day and entry.invoice.issued_on == day
            overdue = entry.debt.due_on is not None and entry.debt.due_on < day
            if waited or not overdue or not entry.open:
                charges.append((ZERO, ZERO))
                continue
            charges.append((costs, self.imputation.interest(entry.invoice, entry.applied, day)))
            costs = ZERO
        return charges
