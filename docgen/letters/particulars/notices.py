"""What the notices ask for: why supply is suspended, what is set off, who the claim goes to, why the contract ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from docgen.accounts.money import ZERO
from docgen.accounts.party import Party
from docgen.letters.particulars import Particulars


class SuspensionGround(StrEnum):
    """What lets a seller keep back its deliveries; without one of these it is itself in breach."""

    PRIOR = "prior"  # 先履行抗辩: the buyer was to pay first, and has not (民法典 526)
    SIMULTANEOUS = "simultaneous"  # 同时履行抗辩: goods against money, and no money (525)
    INSECURITY = "insecurity"  # 不安抗辩: conclusive evidence that the buyer will not be able to pay (527)
    CLAUSE = "clause"  # the contract lets the seller suspend


class Insecurity(StrEnum):
    """The four cases of insecurity, each to be shown by conclusive evidence (民法典 527(1))."""

    BUSINESS = "business"  # (1) serious worsening of its business
    ASSETS = "assets"  # (2) moving assets or withdrawing funds to avoid debts
    CREDIT = "credit"  # (3) loss of commercial credit
    ABILITY = "ability"  # (4) another loss, or likely loss, of the ability to perform


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Particulars):
    """One piece of evidence of insecurity. shows: of which case; seen_on: the day of the paper or of the event."""

    shows: Insecurity
    evidence: str
    evidence_en: str | None = None
    seen_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplySuspension(Particulars):
    """contract: whose deliveries are suspended; None: the account's only one. unpaid_contract: under which payment is
    overdue; None: the same. delivery_on: when the first of the suspended deliveries was to be made. from_on: None:
    from arrival. utility: it is a public utility service (水、热、气), whose stopping is not notified electronically.
    """

    OWN: ClassVar[tuple[str, ...]] = ("deliveries", "deliveries_en", "facts", "facts_en")

    ground: SuspensionGround | None = None
    contract: str | None = None
    unpaid_contract: str | None = None
    deliveries: str
    deliveries_en: str | None = None
    delivery_on: dt.date | None = None
    from_on: dt.date | None = None
    facts: str | None = None
    facts_en: str | None = None
    signs: tuple[Sign, ...] = ()
    clause: str | None = None
    clause_en: str | None = None
    utility: bool | None = None


class DebtKind(StrEnum):
    """What a debt is of: only debts of the same kind and quality are set off by one side's notice (民法典 568)."""

    MONEY = "money"
    GOODS = "goods"
    SERVICES = "services"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossDebt(Particulars):
    """What the creditor of the account owes the debtor. due_on: of our debt; it need not be due. interest, costs: what
    has accrued on it up to the notice, owed beside `amount`."""

    basis: str
    basis_en: str | None = None
    due_on: dt.date
    amount: Decimal
    currency: str | None = None  # None: the account's
    kind: DebtKind = DebtKind.MONEY
    interest: Decimal = ZERO
    costs: Decimal = ZERO

    @property
    def whole(self) -> Decimal:
        return self.amount + self.interest + self.costs


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOff(Particulars):
    """invoices: those set off; empty: all that are due, in the order of 民法典 560. excluded: law, agreement or the
    nature of a debt forbids set-off; None: not known."""

    debts: tuple[CrossDebt, ...] = ()
    invoices: tuple[str, ...] = ()
    excluded: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAssignment(Particulars):
    """The account's creditor is the assignor, and gives notice. assignee: with the account to pay to from now on.

    invoices: those assigned; empty: all that are open. pay_from: from when to pay the assignee; None: from arrival.
    ban_in_contract: the contract forbids assignment. excluded: the claim's nature or a law does. guarantee_bans: a
    guarantee was given for this creditor alone, or forbids assignment (民法典 696(2)). factoring: the assignee is a
    factor. None: not known.
    """

    assignee: Party
    assigned_on: dt.date
    agreement: str | None = None  # its title and number
    agreement_en: str | None = None
    invoices: tuple[str, ...] = ()
    pay_from: dt.date | None = None
    ban_in_contract: bool | None = None
    excluded: bool | None = None
    guarantee_bans: bool | None = None
    factoring: bool | None = None


class RescissionGround(StrEnum):
    """What lets a party end a contract by notice."""

    DELAY = "delay"  # a main debt not performed within reasonable time after a demand (民法典 563(1)(3))
    REFUSAL = "refusal"  # it says or shows before the end of its time that it will not perform (563(1)(2))
    PURPOSE = "purpose"  # delay or another breach defeats the contract's purpose (563(1)(4))
    FORCE_MAJEURE = "force_majeure"  # it defeats the contract's purpose (563(1)(1))
    LAW = "law"  # another case of the law (563(1)(5)), in words
    CLAUSE = "clause"  # the contract's own (562(2))


class Performed(StrEnum):
    """What becomes of what was performed before the contract ended (民法典 566(1), 567)."""

    PRICE = "price"  # it is settled: the price of what was delivered is to be paid
    RETURN = "return"  # it is to be given back
    RESERVED = "reserved"  # left to be claimed separately


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescission(Particulars):
    """contract: which one ends; None: the account's only one. demand_on: the day of the demand that delay rests on;
    None: the first one on record that arrived. period_until: the last day that this demand left for payment. known_on:
    when the ground was known, where it is not delay. lapses_on: the agreed last day of the right; None: one year.
    cure_until: the last day for performance, after which the contract ends of itself; None: it ends on arrival.
    """

    OWN: ClassVar[tuple[str, ...]] = ("facts", "facts_en", "returned", "returned_en")

    ground: RescissionGround | None = None
    contract: str | None = None
    demand_on: dt.date | None = None
    period_until: dt.date | None = None
    known_on: dt.date | None = None
    lapses_on: dt.date | None = None
    cure_until: dt.date | None = None
    facts: str | None = None
    facts_en: str | None = None
    clause: str | None = None
    clause_en: str | None = None
    performed: Performed | None = None
    returned: str | None = None  # what is to be given back
    returned_en: str | None = None
