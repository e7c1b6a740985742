"""One settlement: what every invoice stands at, the sums, the aging and the interest, in one order of imputation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.aging import age, bucket
from docgen.accounts.contract import PenaltyBase
from docgen.accounts.invoice import DocumentKind, Invoice
from docgen.accounts.ledger import Ledger
from docgen.accounts.money import ZERO, rounded
from docgen.errors import RuleMissing
from docgen.law.assessment import Due, Interest, Missing, OpenItem, Settlement, Standing, Totals
from docgen.law.choice import ImputationOrder
from docgen.law.interest import Basis, ExactSegment
from docgen.law.meter import Meter

LIMITED = frozenset({Standing.NOT_DUE, Standing.DUE, Standing.OVERDUE, Standing.DUE_UNKNOWN})
"""What a letter about other invoices leaves out; the rest is not asked for anyhow, for its own reason."""


def issued(account: Account) -> tuple[Invoice, ...]:
    """The invoices (not the credit notes) issued up to the day asked about."""
    return tuple(
        each for each in account.invoices if each.document is DocumentKind.INVOICE and each.issued_on <= account.as_of
    )


def settle(
    account: Account,
    dues: Mapping[str, Due],
    books: Ledger,
    expired: Mapping[str, dt.date],
    meter: Meter,
    *,
    order: ImputationOrder,
    until: dt.date,
    only: frozenset[str] = frozenset(),
) -> Settlement:
    """dues: by invoice number. expired: the last day of the limitation period of the invoices for which
    it is over. until: the last day of interest. only: the invoices that may be asked for; none named: all."""
    items = tuple(
        sorted(
            (open_item(account, each, dues[each.number], books, expired, only) for each in issued(account)),
            key=lambda item: (item.due.on or dt.date.max, item.invoice.number),
        )
    )
    costs_paid = sum((each.costs for item in items for each in item.applied), ZERO)
    return Settlement(
        order=order,
        items=items,
        totals=_totals(account, items, books),
        aging=age((item.days_past_due, item.open) for item in items if item.bucket is not None),
        interest=_interest(items, meter, until),
        costs=meter.total_costs - costs_paid,
        on_account=books.on_account,
    )


def open_item(
    account: Account,
    invoice: Invoice,
    due: Due,
    books: Ledger,
    expired: Mapping[str, dt.date],
    only: frozenset[str] = frozenset(),
) -> OpenItem:
    applied = books.applied[invoice.number]
    open_amount = books.open[invoice.number]
    disputed = min(invoice.dispute.amount, open_amount) if invoice.dispute else ZERO
    standing = _standing(account, invoice, due, open_amount, disputed, expired)
    if only and invoice.number not in only and standing in LIMITED:
        standing = Standing.LEFT_OUT
    demandable = standing in {Standing.DUE, Standing.OVERDUE}
    days = (account.as_of - due.on).days if due.on else 0
    return OpenItem(
        invoice=invoice,
        due=due,
        standing=standing,
        days_past_due=days,
        applied=applied,
        credited=sum((each.principal for each in applied if each.kind == "credit_note"), ZERO),
        paid=sum((each.principal for each in applied if each.kind == "payment"), ZERO),
        open=open_amount,
        disputed=disputed,
        demandable=open_amount - disputed if demandable else ZERO,
        bucket=bucket(days) if open_amount and due.on else None,
        limitation_ended_on=expired.get(invoice.number) if standing is Standing.EXPIRED else None,
    )


def _standing(
    account: Account,
    invoice: Invoice,
    due: Due,
    open_amount: Decimal,
    disputed: Decimal,
    expired: Mapping[str, dt.date],
) -> Standing:
    tests = (
        (not open_amount, Standing.SETTLED),
        (due.on is None, Standing.DUE_UNKNOWN),
        (invoice.number in expired, Standing.EXPIRED),
        (disputed == open_amount, Standing.DISPUTED),
        (due.on is not None and due.on > account.as_of, Standing.NOT_DUE),
        (due.on == account.as_of, Standing.DUE),
    )
    return next((standing for holds, standing in tests if holds), Standing.OVERDUE)


def _totals(account: Account, items: Iterable[OpenItem], books: Ledger) -> Totals:
    items = tuple(items)
    credits = (
        each.amount
        for each in account.invoices
        if each.document is DocumentKind.CREDIT_NOTE and each.issued_on <= account.as_of
    )
    demandable = sum((item.demandable for item in items), ZERO)
    return Totals(
        invoiced=sum((item.invoice.amount for item in items), ZERO),
        credited=sum(credits, ZERO),
        paid=sum((each.amount for each in account.payments if each.received_on <= account.as_of), ZERO),
        open=sum((item.open for item in items), ZERO),
        not_due=sum((item.open for item in items if item.standing is Standing.NOT_DUE), ZERO),
        disputed=sum((item.disputed for item in items), ZERO),
        expired=sum((item.open for item in items if item.standing is Standing.EXPIRED), ZERO),
        demandable=max(demandable - books.unallocated, ZERO),
        unallocated=books.unallocated,
    )


@dataclass(frozen=True, slots=True)
class _Accrued:
    """What one invoice adds to the interest. amount: exact, or what was paid of it where that settled it."""

    invoice: str
    basis: Basis
    segments: tuple[ExactSegment, ...]
    amount: Decimal
    paid: Decimal
    cut: bool


def _interest(items: tuple[OpenItem, ...], meter: Meter, until: dt.date) -> Interest | Missing:
    """Interest over all invoices that are overdue, rounded once; Missing when any rate that it needs is.

    An invoice that is settled, wholly disputed or expired adds none, unless payments have met its
    interest by article 561: then both the interest and what was paid of it are shown.
    """
    currency = meter.account.currency
    parts = []
    try:
        for item in items:
            part = _accrued(item, meter, until)
            if part is not None:
                parts.append(part)
    except RuleMissing as refused:
        return Missing(refused.findings[0])
    segments = tuple(each.segment for part in parts for each in part.segments)
    at_cap = tuple(part.invoice for part in parts if part.cut)
    accrued = rounded(sum((part.amount for part in parts), ZERO), currency)
    paid = sum((part.paid for part in parts), ZERO)
    rules = {part.basis.rule for part in parts}
    multipliers = {part.basis.multiplier for part in parts if part.basis.multiplier is not None}
    return Interest(
        rule=rules.pop() if len(rules) == 1 else ("mixed" if rules else "none"),
        agreed=bool(parts) and all(part.basis.agreed for part in parts),
        multiplier=multipliers.pop() if len(multipliers) == 1 else None,
        until=until,
        segments=segments,
        accrued=accrued,
        paid=paid,
        total=accrued - paid,
        rounding_difference=accrued - sum((segment.amount for segment in segments), ZERO),
        articles=tuple(dict.fromkeys(article for segment in segments for article in segment.articles)),
        capped=bool(at_cap),
        at_cap=at_cap,
        continues_on=sum((_goes_on(item, meter) for item in items if item.invoice.number not in at_cap), ZERO),
    )


def _goes_on(item: OpenItem, meter: Meter) -> Decimal:
    """What bears interest of one invoice from tomorrow on, also when it falls due today."""
    if not item.demandable:
        return ZERO
    try:
        rule = meter.basis(item.invoice).rule
    except RuleMissing:
        return ZERO
    clause = meter.clause(item.invoice)
    if rule == "clause" and clause is not None and clause.base is PenaltyBase.INVOICE:
        disputed = item.invoice.dispute.amount if item.invoice.dispute else ZERO
        return item.invoice.amount - disputed - item.credited
    return ZERO if rule == "none" else item.demandable


def _accrued(item: OpenItem, meter: Meter, until: dt.date) -> _Accrued | None:
    claimed = item.standing is Standing.OVERDUE
    paid = sum((each.interest for each in item.applied), ZERO)
    if item.due.on is None or not (claimed or paid):
        return None
    segments, cut = meter.segments(item.invoice, item.applied, until)
    if not segments:
        return None
    exact = sum((each.exact for each in segments), ZERO)
    settled = bool(paid) and rounded(exact, meter.account.currency) == paid
    if not (claimed or settled):
        return None
    amount = paid if settled else exact
    return _Accrued(item.invoice.number, meter.basis(item.invoice), segments, amount, paid, cut)
