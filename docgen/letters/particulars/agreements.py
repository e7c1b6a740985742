"""What agreements ask for beyond the account: the plan, the guarantors who sign, the thing given for the debt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.accounts.contract import GuaranteeMode
from docgen.accounts.party import PartyKind

__all__ = [
    "Enforcement",
    "Handover",
    "InKindAgreement",
    "Instalment",
    "InterestTerm",
    "RepaymentAgreement",
    "Signer",
    "Surety",
    "Taxes",
]


class InterestTerm(StrEnum):
    """What a repayment agreement does with the interest or penalty that has accrued (买卖合同解释 18(3))."""

    RESERVED = "reserved"  # no sum is named, the claim stays whole
    INCLUDED = "included"  # its sum is agreed and paid with the plan
    WAIVED_IF_KEPT = "waived_if_kept"  # given up if, and only if, the plan is kept to the day


class Enforcement(StrEnum):
    """What makes the agreement enforceable without a suit."""

    NONE = "none"
    NOTARISED = "notarised"  # 赋予强制执行效力的公证 (民事诉讼法 249)
    CONFIRMED = "confirmed"  # mediated, then confirmed by a court (民事诉讼法 205)


class Handover(StrEnum):
    """What passes the thing given for a debt, and so ends the debt (民法典 208, 合同编通则解释 27)."""

    DELIVERY = "delivery"
    REGISTRATION = "registration"
    BOTH = "both"


class Taxes(StrEnum):
    """Who bears the taxes and fees of handing a thing over."""

    BY_LAW = "by_law"  # each side those that the law puts on it
    DEBTOR = "debtor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    pay_on: dt.date
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Surety:
    """A guarantor who signs the agreement: one of the account by its name, or a new one with its particulars.

    mode, period_until, maximum: of the guarantee that this agreement gives.
    """

    name: str
    name_en: str | None = None
    mode: GuaranteeMode = GuaranteeMode.UNCLEAR
    period_until: dt.date | None = None
    maximum: Decimal | None = None
    kind: PartyKind = PartyKind.COMPANY
    registration_number: str | None = None
    address: str | None = None
    address_en: str | None = None
    representative: str | None = None
    representative_en: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs for the debtor. authority: the paper that empowers one who is not its legal representative."""

    name: str
    name_en: str | None = None
    post: str | None = None
    post_en: str | None = None
    authority: str | None = None
    authority_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepaymentAgreement:
    """grace_days: days after the day of an instalment before all that is left falls due at once.
    dispute_clause: of this agreement; None: those of the contracts go on.
    """

    instalments: tuple[Instalment, ...]
    interest: InterestTerm
    grace_days: int = 0
    sureties: tuple[Surety, ...] = ()
    enforcement: Enforcement = Enforcement.NONE
    dispute_clause: str | None = None
    dispute_clause_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InKindAgreement:
    """A thing given in place of money (以物抵债).

    offset: the debt for which it is taken. worth, worth_basis: what it is worth, and who says so.
    owned_by_debtor, encumbered: None where nobody has said. use: what we shall do with it.
    demand_days: the time that a demand leaves after the day of handing over has passed.
    """

    thing: str
    thing_en: str | None = None
    location: str | None = None
    location_en: str | None = None
    title: str | None = None  # the papers that show whose it is
    title_en: str | None = None
    owned_by_debtor: bool | None = None
    encumbered: bool | None = None
    encumbrances: str | None = None
    encumbrances_en: str | None = None
    worth: Decimal
    worth_basis: str
    worth_basis_en: str | None = None
    offset: Decimal
    hand_over_on: dt.date
    handover: Handover = Handover.DELIVERY
    taxes: Taxes = Taxes.BY_LAW
    demand_days: int = 15
    use: str | None = None
    dispute_clause: str | None = None
    dispute_clause_en: str | None = None
