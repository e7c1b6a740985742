"""What court papers ask for beyond the account. What nobody has stated is None, never no."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from docgen.letters.particulars import Particulars


@dataclass(frozen=True, slots=True, kw_only=True)
class Preserved:
    """Preservation that was granted before the suit."""

    court: str
    court_en: str | None = None
    on: dt.date
    number: str | None = None  # of the case


@dataclass(frozen=True, slots=True, kw_only=True)
class Suit(Particulars):
    """What the complaint says beside the account (法〔2025〕82号, form for sales contracts).

    outside_province: one party is domiciled outside the province of the court; it decides the court's level from 100
    million yuan on. claims_security: the guarantors on record are sued too. goods, delivery, quality: the contract's
    terms on them. agrees_to_mediate: whether the plaintiff would try mediation first.
    """

    OWN: ClassVar[tuple[str, ...]] = ("further", "further_en")

    outside_province: bool | None = None
    claims_security: bool | None = None
    agrees_to_mediate: bool | None = None
    goods: str | None = None
    goods_en: str | None = None
    delivery: str | None = None
    delivery_en: str | None = None
    quality: str | None = None
    quality_en: str | None = None
    further: str | None = None  # any further claim, as it is to be decided
    further_en: str | None = None
    preserved: Preserved | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A thing of the debtor's that can be found: an account with its bank and number, land, a vehicle, shares."""

    what: str
    what_en: str | None = None
    worth: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentFact(Particulars):
    """One thing that makes preservation urgent: when it was seen, what it is, and the evidence of it."""

    OWN: ClassVar[tuple[str, ...]] = ("what", "what_en")

    on: dt.date | None = None
    what: str
    what_en: str | None = None


class SecurityOffered(StrEnum):
    """What the applicant gives as security (财产保全规定 6–9)."""

    INSURER = "insurer"  # an insurer's letter of guarantee
    BANK = "bank"  # a bank's letter of guarantee
    CASH = "cash"
    PROPERTY = "property"
    GUARANTOR = "guarantor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preservation:
    """An application for preservation before a suit (民事诉讼法 104).

    amount: for how much; not given: the principal, the interest and the costs that are claimed. urgency: why waiting
    would do harm that is hard to repair. consequences_known: somebody who may decide knows that no payment order can
    be had any more, that the suit must follow within 30 days and that a wrong application is paid for. security_by:
    who gives it, an insurer say; security_amount: for how much.
    """

    amount: Decimal | None = None
    urgency: tuple[UrgentFact, ...] = ()
    property: tuple[Property, ...] = ()
    security: SecurityOffered | None = None
    security_by: str | None = None
    security_by_en: str | None = None
    security_amount: Decimal | None = None
    consequences_known: bool | None = None


class InstrumentKind(StrEnum):
    JUDGMENT = "judgment"
    MEDIATION = "mediation"  # a court's mediation paper
    PAYMENT_ORDER = "payment_order"
    AWARD = "award"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """The effective instrument that is to be enforced, and what it awards.

    issued_on: payments booked after this day count against it. performed_by: the last day that it leaves for payment.
    interrupted_on: when the two years for enforcement last began anew, on proof (a new demand, a promise, an
    application). other: money it awards beside principal and ordinary interest. interest: ordinary interest as a sum;
    yearly_rate, running_from: ordinary interest that it lets run on, as a fraction of the principal per year. fees:
    court fees that it puts on the debtor. words: its operative part. property: what is known of the debtor's.
    """

    kind: InstrumentKind
    issuer: str
    issuer_en: str | None = None
    number: str
    issued_on: dt.date
    effective_on: dt.date
    performed_by: dt.date | None = None
    interrupted_on: dt.date | None = None
    principal: Decimal
    other: Decimal | None = None
    interest: Decimal | None = None
    yearly_rate: Decimal | None = None
    running_from: dt.date | None = None
    fees: Decimal | None = None
    words: str | None = None
    words_en: str | None = None
    property: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The legal representative's identity, for the certificate alone (个人信息保护法 6: no more than needed)."""

    number: str | None = None
    address: str | None = None
    address_en: str | None = None
    phone: str | None = None


class Matter(StrEnum):
    SUIT = "suit"
    PAYMENT_ORDER = "payment_order"
    ENFORCEMENT = "enforcement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """What a power of attorney is for, and the powers granted by name; what is not granted here is not granted.

    admits, waives, changes: to admit, waive or change claims (in enforcement: to waive or change rights). settles: to
    settle. counterclaims, appeals: in a suit. receives: to receive the money that is enforced.
    """

    matter: Matter
    stages: str | None = None  # of the proceedings: 一审、二审
    stages_en: str | None = None
    until: dt.date | None = None  # not given: until the stage is over
    admits: bool = False
    waives: bool = False
    changes: bool = False
    settles: bool = False
    counterclaims: bool = False
    appeals: bool = False
    receives: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Where the court's papers reach the creditor; what is not given is taken from the account.

    electronic: whether it agrees to electronic service (民事诉讼法 90).
    """

    recipient: str | None = None
    recipient_en: str | None = None
    address: str | None = None
    address_en: str | None = None
    postcode: str | None = None
    phone: str | None = None
    email: str | None = None
    electronic: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint(Particulars):
    """A complaint of a small enterprise about money withheld (保障中小企业款项支付条例 24).

    addressee: the department or platform. told_size: the creditor told the debtor its size unasked (3). debtor_says:
    why it does not pay, in its own words.
    """

    OWN: ClassVar[tuple[str, ...]] = ("debtor_says", "debtor_says_en")

    addressee: str | None = None
    addressee_en: str | None = None
    told_size: bool | None = None
    debtor_says: str | None = None
    debtor_says_en: str | None = None
