"""What was agreed: kind, due ground, late-payment clause, forum, guarantees."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.accounts.party import Party


class ContractKind(StrEnum):
    SALE = "sale"
    SERVICES = "services"
    CONSTRUCTION = "construction"
    OTHER = "other"


class DueGround(StrEnum):
    """What makes an invoice fall due."""

    FIXED_DATE = "fixed_date"  # each invoice says its own day
    AFTER_RECEIPT = "after_receipt"  # so many days from receipt of goods or services
    AFTER_ACCEPTANCE = "after_acceptance"
    AFTER_INVOICE = "after_invoice"
    LAW = "law"  # nothing agreed: Civil Code 628, or the SME payment regulation 9


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTerms:
    ground: DueGround
    days: int | None = None  # credit days, counted from the day after the event; None for fixed_date and law


class LateRate(StrEnum):
    """How a late-payment clause states its rate."""

    NONE = "none"  # the contract has no late-payment clause
    PER_DAY = "per_day"  # value: fraction per day (0.0005 is 万分之五)
    PER_YEAR = "per_year"  # value: fraction per year (0.12 is 12 %)
    LPR_PLUS = "lpr_plus"  # value: fraction per year added to the loan prime rate (0.02 is two points)
    LPR_TIMES = "lpr_times"  # value: multiple of the loan prime rate (1.5)


class Tenor(StrEnum):
    ONE_YEAR = "one_year"
    FIVE_YEARS = "five_years"


class LprChoice(StrEnum):
    STATIC = "static"  # the rate in force on the day of breach
    FLOATING = "floating"  # the rates of the period, segment by segment


class PenaltyBase(StrEnum):
    OPEN = "open"  # what is still unpaid of the invoice
    INVOICE = "invoice"  # the invoice's full amount, as long as any of it is unpaid


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePaymentClause:
    """The agreed penalty or interest for late payment (Civil Code 585).

    cap: highest total, as a fraction of the invoice amount (0.1 is 10 %), or None.
    grace_days: days after the due date in which nothing accrues; accrual then starts after them.
    words: the clause as the contract words it; words_en: its translation.
    """

    rate: LateRate
    value: Decimal | None = None
    tenor: Tenor = Tenor.ONE_YEAR
    lpr: LprChoice = LprChoice.STATIC
    grace_days: int = 0
    cap: Decimal | None = None
    base: PenaltyBase = PenaltyBase.OPEN
    day_count: int = 365
    words: str | None = None
    words_en: str | None = None


class GuaranteeMode(StrEnum):
    """Mode of a guarantee; an unclear one is general (Civil Code 686)."""

    GENERAL = "general"
    JOINT = "joint"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """period_until: the agreed end of the guarantee period, or None when none, or an unclear one, is agreed."""

    guarantor: Party
    mode: GuaranteeMode = GuaranteeMode.UNCLEAR
    maximum: Decimal | None = None
    period_until: dt.date | None = None
    words: str | None = None
    words_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A field with _en holds what an English letter prints for it; of a clause, the translation."""

    number: str
    title: str | None = None
    title_en: str | None = None
    subject: str | None = None  # what was sold or done, in words
    subject_en: str | None = None
    kind: ContractKind = ContractKind.SALE
    signed_on: dt.date | None = None
    signed_at: str | None = None
    signed_at_en: str | None = None
    amount: Decimal | None = None
    currency: str = "CNY"
    payment_terms: str | None = None
    payment_terms_en: str | None = None
    due: DueTerms | None = None  # None: each invoice says its own
    late_payment: LatePaymentClause | None = None  # None: not known; LateRate.NONE: known to have none
    invoice_first: bool | None = None  # "no payment before the fapiao"; None: not known
    pays_costs: bool | None = None  # the debtor bears the costs of realising the claim
    costs_clause: str | None = None
    costs_clause_en: str | None = None
    governing_law: str = "CN"
    dispute_clause: str | None = None  # court or arbitration clause, in its own words
    dispute_clause_en: str | None = None
    service_clause: str | None = None  # address-for-service clause, in its own words
    service_clause_en: str | None = None
    imputation_561: bool | None = None  # payments go to costs, interest, principal; None: the contract is silent
    retention_of_title: bool | None = None  # the goods stay the seller's until they are paid; None: not known
    instalments: int | None = None  # of an instalment sale: into how many payments the price is divided
    guarantees: tuple[Guarantee, ...] = ()
