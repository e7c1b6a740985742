"""The account: everything known about what one debtor owes one creditor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from docgen.accounts.contract import Contract
from docgen.accounts.invoice import Invoice
from docgen.accounts.party import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money received. `names` are the invoices that the payer named; they bind (Civil Code 560)."""

    received_on: dt.date
    amount: Decimal
    currency: str | None = None
    reference: str | None = None
    reference_en: str | None = None
    names: tuple[str, ...] = ()


class EventKind(StrEnum):
    REMINDER = "reminder"
    DEMAND = "demand"
    LAWYERS_LETTER = "lawyers_letter"
    CALL = "call"
    VISIT = "visit"
    CONFIRMATION = "confirmation"  # the debtor stamped a figure
    PROMISE = "promise"  # the debtor agrees to perform: a plan, a date, a request for time
    DISPUTE = "dispute"
    REFUSAL = "refusal"
    ACTION_FILED = "action_filed"
    ARBITRATION_FILED = "arbitration_filed"
    PAYMENT_ORDER_APPLIED = "payment_order_applied"
    PAYMENT_ORDER_SERVED = "payment_order_served"
    PAYMENT_ORDER_OBJECTION = "payment_order_objection"
    PRESERVATION_APPLIED = "preservation_applied"
    PRESERVATION_TAKEN = "preservation_taken"
    JUDGMENT_EFFECTIVE = "judgment_effective"
    ENFORCEMENT_APPLIED = "enforcement_applied"
    PROCEEDINGS_ENDED = "proceedings_ended"
    PAYMENT_ORDER_LAPSED = "payment_order_lapsed"  # the court's ruling that ends the order was received
    NO_PROPERTY_FOUND = "no_property_found"  # the enforcement court closed this round of enforcement
    GUARANTOR_REQUESTED = "guarantor_requested"  # the guarantor, named in `reference`, was asked to perform
    SUPPLY_SUSPENDED = "supply_suspended"
    COMPLAINT_FILED = "complaint_filed"  # on the platform for small and medium-sized enterprises


class Proof(StrEnum):
    """How far an event can be proved."""

    NONE = "none"
    SENT = "sent"
    ARRIVED = "arrived"
    REFUSED = "refused"  # delivery refused at the right address: counts as arrived
    SIGNED = "signed"
    PROMISED = "promised"  # signed, with a promise to pay


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    kind: EventKind
    on: dt.date
    proof: Proof = Proof.NONE
    amount: Decimal | None = None
    promised_on: dt.date | None = None  # the day for which payment was promised
    perform_by: dt.date | None = None  # of a judgment or award: the last day that it leaves for payment
    demands_payment: bool | None = None  # for a confirmation or a call: did it ask for payment?
    invoices: tuple[str, ...] = ()  # empty: the whole account
    reference: str | None = None
    note: str | None = None


class Question(StrEnum):
    """Facts that no ledger holds. Each is answered yes, no or unknown."""

    OWN_PERFORMANCE_OUTSTANDING = "own_performance_outstanding"
    OTHER_DEBTS_BETWEEN_PARTIES = "other_debts_between_parties"
    WRITTEN_DISPUTE = "written_dispute"
    DEBTOR_MISSING = "debtor_missing"
    DEBTOR_ABROAD = "debtor_abroad"
    DEBTOR_SERVICEABLE = "debtor_serviceable"
    ADDRESS_CONFIRMED = "address_confirmed"
    MOVING_ASSETS = "moving_assets"
    PRESERVATION_APPLIED = "preservation_applied"
    SUIT_PENDING = "suit_pending"
    BANKRUPTCY_ACCEPTED = "bankruptcy_accepted"
    DEBTOR_CANCELLED = "debtor_cancelled"
    CLAIM_ASSIGNED = "claim_assigned"
    DELIVERIES_OPEN = "deliveries_open"  # we still have goods or services to deliver to this debtor


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    answer: Answer
    by: str | None = None
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Somebody has stopped every step against this debtor. until: the last day of it; None: until it is lifted."""

    from_on: dt.date
    until: dt.date | None = None
    reason: str
    by: str | None = None

    def stands_on(self, day: dt.date) -> bool:
        return self.from_on <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """as_of: the day asked about. booked_up_to: the day to which payments are booked.

    credit: the creditor's own grade of this customer, as its policy of escalation names grades. salesperson: who
    answers for the customer.
    """

    as_of: dt.date
    booked_up_to: dt.date
    creditor: Party
    debtor: Party
    contracts: tuple[Contract, ...] = ()
    invoices: tuple[Invoice, ...] = ()
    payments: tuple[Payment, ...] = ()
    history: tuple[Event, ...] = ()
    declared: Mapping[Question, Declaration] = field(default_factory=lambda: MappingProxyType({}))
    holds: tuple[Hold, ...] = ()
    credit: str | None = None
    salesperson: str | None = None
    _contract: Mapping[str | None, Contract] = field(init=False, repr=False, compare=False)  # by number
    _row: Mapping[str, int] = field(init=False, repr=False, compare=False)  # of an invoice, by number

    def __post_init__(self) -> None:
        object.__setattr__(self, "_contract", {each.number: each for each in reversed(self.contracts)})
        rows = {each.number: row for row, each in reversed(tuple(enumerate(self.invoices)))}
        object.__setattr__(self, "_row", rows)

    def declares(self, question: Question) -> Answer:
        """The declared answer; what nobody declared is unknown, never no."""
        declaration = self.declared.get(question)
        return declaration.answer if declaration else Answer.UNKNOWN

    def contract_of(self, invoice: Invoice) -> Contract | None:
        return self._contract.get(invoice.contract)

    def row_of(self, invoice: Invoice) -> int:
        """Where an invoice stands among the invoices, counted from zero."""
        return self._row[invoice.number]

    def currency_of(self, item: Invoice | Payment) -> str:
        """An item's currency: its own; for a payment else the account's; for an invoice else its contract's, else
        the account's first contract's, else CNY."""
        if item.currency:
            return item.currency
        if isinstance(item, Payment):
            return self.currency
        contract = self.contract_of(item)
        if contract is None and self.contracts:
            contract = self.contracts[0]
        return contract.currency if contract else "CNY"

    @property
    def currency(self) -> str:
        """The one currency of the account (the schemas refuse mixed ones): its invoices', else its payments', else
        its contracts', else CNY."""
        if self.invoices:
            return self.currency_of(self.invoices[0])
        named = (*(each.currency for each in self.payments), *(each.currency for each in self.contracts))
        return next((currency for currency in named if currency), "CNY")
