"""What is owed at a date: every figure with its rule and its article.

`Assessment` is the answer of step 2, and all that the later steps know of the law's arithmetic.
A figure that the law data cannot give on that date is `Missing`, with its reason; it is never the
nearest value, and what does not need it goes on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.accounts.aging import AgingBucket
from docgen.accounts.contract import GuaranteeMode
from docgen.accounts.invoice import Invoice
from docgen.accounts.ledger import Applied, OnAccount
from docgen.accounts.money import ZERO
from docgen.accounts.statement import StatementLine
from docgen.errors import Finding
from docgen.law.choice import ImputationOrder, InterestChoice

__all__ = [
    "AgingBucket",
    "Applied",
    "Assessment",
    "Due",
    "Fee",
    "Gate",
    "GateState",
    "GuaranteeClock",
    "Interest",
    "Interruption",
    "LimitationClock",
    "Missing",
    "OnAccount",
    "OpenItem",
    "Segment",
    "Settlement",
    "Standing",
    "StatementLine",
    "Totals",
]


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure that cannot be given, and why."""

    finding: Finding


class Standing(StrEnum):
    """Where an invoice stands on the day asked about."""

    SETTLED = "settled"
    NOT_DUE = "not_due"  # due later than as_of
    DUE = "due"  # due on as_of itself
    OVERDUE = "overdue"
    DISPUTED = "disputed"  # all that is open is disputed, whether it is due or not
    EXPIRED = "expired"  # the limitation period is over
    DUE_UNKNOWN = "due_unknown"  # nothing on record makes it due
    LEFT_OUT = "left_out"  # it could be asked for, now or later, but the letter is about other invoices


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When an invoice falls due and why. `ground`: agreed_date, after_receipt, after_acceptance,
    after_invoice, civil_code_628, sme_9, unknown.

    on: the last day on which payment is in time; days overdue, aging and interest count from it.
    dated_on: the day before Civil Code 203 moved it from a rest day; None where nothing moved it.
    counted: the last day of a period counted in days, not a day agreed as such.
    """

    on: dt.date | None
    ground: str
    articles: tuple[str, ...] = ()
    dated_on: dt.date | None = None
    counted: bool = False

    @property
    def earliest(self) -> dt.date | None:
        """The due day before any move: limitation and guarantee periods run from it, the safe reading."""
        return self.dated_on or self.on


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One invoice at the day asked about. All amounts are in the account's currency."""

    invoice: Invoice
    due: Due
    standing: Standing
    days_past_due: int  # negative: days until due; zero when the due date is unknown
    applied: tuple[Applied, ...]
    credited: Decimal
    paid: Decimal
    open: Decimal
    disputed: Decimal  # the part of `open` that is disputed
    demandable: Decimal  # due, undisputed, not expired
    bucket: AgingBucket | None  # None when settled or the due date is unknown
    limitation_ended_on: dt.date | None = None  # the last day of the limitation period, where it is over

    @property
    def undisputed(self) -> Decimal:
        """The part of `open` that nobody disputes, due or not."""
        return self.open - self.disputed

    @property
    def received(self) -> Decimal:
        """The payments put against this invoice whole: `paid` is their principal, the rest met interest and costs."""
        return sum((each.amount for each in self.applied if each.kind == "payment"), ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of days with one base and one rate. `from_on` and `to_on` both count."""

    invoice: str
    from_on: dt.date
    to_on: dt.date
    days: int
    base: Decimal
    rate: Decimal  # a fraction, per `per`, the multiplier already in it
    per: str  # "year" or "day"
    day_count: int  # days of the year, where `per` is "year"
    reference_rate: Decimal | None  # the loan prime rate or benchmark before multiplier and margin
    reference_on: dt.date | None  # the day it was published
    rule: str  # "clause", "lpr_static", "lpr_floating", "benchmark", "sme"
    articles: tuple[str, ...]
    amount: Decimal  # rounded for printing


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Interest or penalty to `until`, rounded once at the end.

    accrued: the exact sum of the segments, rounded once. paid: what article 561 put against it.
    total: what is still owed, accrued - paid.
    rounding_difference: `accrued` less the sum of the printed segment amounts.
    agreed: a document agrees all of it (a payment order may claim it, 民诉法解释 428).
    multiplier: the factor on the published rate wherever there is one; None where there is none or several.
    rule: the segments' rule, or "mixed"; "none" when nothing bears interest.
    """

    rule: str
    agreed: bool
    multiplier: Decimal | None
    until: dt.date
    segments: tuple[Segment, ...]
    accrued: Decimal
    paid: Decimal
    total: Decimal
    rounding_difference: Decimal
    articles: tuple[str, ...]
    capped: bool = False
    at_cap: tuple[str, ...] = ()  # the invoices whose penalty has reached the agreed cap and grows no further
    continues_on: Decimal = ZERO  # what it goes on accruing on after `until`, while nothing is paid


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    invoiced: Decimal
    credited: Decimal
    paid: Decimal
    open: Decimal
    not_due: Decimal
    disputed: Decimal
    expired: Decimal
    demandable: Decimal  # after `unallocated` is taken off
    unallocated: Decimal  # money and credits that stand against no invoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """The account settled in one order of imputation."""

    order: ImputationOrder
    items: tuple[OpenItem, ...]  # in order of due date, then number
    totals: Totals
    aging: Mapping[AgingBucket, Decimal]  # every bucket, zeros included
    interest: Interest | Missing
    costs: Decimal  # of realising the claim, still owed
    on_account: tuple[OnAccount, ...] = ()  # what `totals.unallocated` is made of


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    on: dt.date
    kind: str  # an EventKind, or "part_payment"
    counted: bool
    reason: str  # code of the reason why it counts or does not
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitationClock:
    """The limitation period of one debt. Blocking goes by `raw_end`; `rolled_end` is the last arguable day.

    years: the length of the period that is running, by the law of the day on which it began.
    """

    invoices: tuple[str, ...]
    base_on: dt.date
    years: int
    interruptions: tuple[Interruption, ...]
    raw_end: dt.date
    rolled_end: dt.date | Missing
    last_safe_day: dt.date
    expired: bool
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuaranteeClock:
    """act_needed: "sue_debtor" for a general guarantee, "request_guarantor" for a joint one (Civil Code 693).

    invoices, open: what fell due on `due_on` and is still open under the contract.
    """

    guarantor: str
    contract: str
    mode: GuaranteeMode
    act_needed: str
    due_on: dt.date
    raw_end: dt.date
    expired: bool
    articles: tuple[str, ...]
    invoices: tuple[str, ...] = ()
    open: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """An estimate; the court's notice decides. `kind`: property, property_halved, payment_order, preservation."""

    kind: str
    claim: Decimal
    amount: Decimal
    articles: tuple[str, ...]


class GateState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"  # a fact is missing; counts as closed and asks for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A condition of the payment order (G1 to G11)."""

    code: str  # "G3"
    state: GateState
    articles: tuple[str, ...]
    asks: str | None = None  # the declared fact (a Question), or "court", that would decide it


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    as_of: dt.date
    booked_up_to: dt.date
    currency: str
    chosen: Settlement
    alternative: Settlement  # the same account in the other order of imputation
    limitation: tuple[LimitationClock, ...]
    guarantees: tuple[GuaranteeClock, ...]
    fees: tuple[Fee | Missing, ...]
    payment_order: tuple[Gate, ...]
    sme_applies: bool | None  # None: a size class is not stated
    law_version: str
    notices: tuple[Finding, ...]
    statement: tuple[StatementLine, ...] = ()
    choice: InterestChoice = InterestChoice()  # noqa: RUF009 - frozen

    @property
    def balance_on(self) -> dt.date:
        """The day whose balance the figures give. The last invoice or payment counted may be younger than
        `booked_up_to`, and the balance of that earlier day was another."""
        return max((self.booked_up_to, *(line.on for line in self.statement)))
