"""What was charged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.accounts.contract import DueTerms


class DocumentKind(StrEnum):
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportingDocument:
    """A delivery note, an acceptance report: number and day, as a letter cites it."""

    title: str
    title_en: str | None = None
    number: str | None = None
    dated_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    amount: Decimal
    reason: str
    raised_on: dt.date
    in_writing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice or, with `document` credit_note, a credit note. Amounts are positive in both.

    contract: number of the contract it was issued under; None when there is none on record.
    due_on: the agreed day; None when `due` (or the contract's due terms, or the law) gives it.
    credits: for a credit note, the invoice it reduces; None for a credit on the whole account.
    instalment_of: a name shared by the invoices that are instalments of one debt (Civil Code 189).
    secured: whether security stands behind this debt (order of allocation, Civil Code 560).
    stated_open: what the creditor's own books say is open of it; a control, never a source of any sum.
    """

    number: str
    document: DocumentKind = DocumentKind.INVOICE
    contract: str | None = None
    issued_on: dt.date
    due_on: dt.date | None = None
    due: DueTerms | None = None
    amount: Decimal
    currency: str | None = None  # None: the contract's, else CNY
    description: str | None = None
    description_en: str | None = None
    delivered_on: dt.date | None = None
    accepted_on: dt.date | None = None
    delivery_documents: tuple[SupportingDocument, ...] = ()
    acceptance_documents: tuple[SupportingDocument, ...] = ()
    dispute: Dispute | None = None
    credits: str | None = None
    instalment_of: str | None = None
    secured: bool = False
    stated_open: Decimal | None = None
