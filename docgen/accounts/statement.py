"""The statement of account: what was charged and what came in, day by day, with the running balance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.invoice import DocumentKind
from docgen.accounts.money import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """kind: "invoice", "credit_note" or "payment". balance: after this line; negative is a credit."""

    on: dt.date
    kind: str
    reference: str | None
    description: str | None
    debit: Decimal
    credit: Decimal
    balance: Decimal


def statement(account: Account) -> tuple[StatementLine, ...]:
    """Every line up to `as_of`: on one day invoices first, then credit notes, then payments as given."""
    entries: list[tuple[dt.date, int, str, str | None, str | None, Decimal]] = []
    for invoice in account.invoices:
        is_invoice = invoice.document is DocumentKind.INVOICE
        amount = invoice.amount if is_invoice else -invoice.amount
        entries.append(
            (
                invoice.issued_on,
                0 if is_invoice else 1,
                invoice.document.value,
                invoice.number,
                invoice.description,
                amount,
            )
        )
    for payment in account.payments:
        entries.append((payment.received_on, 2, "payment", payment.reference, None, -payment.amount))

    lines: list[StatementLine] = []
    balance = ZERO
    for on, _, kind, reference, description, amount in sorted(entries, key=lambda entry: entry[:2]):
        if on > account.as_of:
            break
        balance += amount
        lines.append(
            StatementLine(
                on=on,
                kind=kind,
                reference=reference,
                description=description,
                debit=max(amount, ZERO),
                credit=max(-amount, ZERO),
                balance=balance,
            )
        )
    return tuple(lines)
