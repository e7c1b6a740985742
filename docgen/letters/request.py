"""What is asked for: one letter, its particulars and its choices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from docgen.law.choice import ImputationOrder, InterestChoice, InterestRule, RestDay
from docgen.letters.particulars.agreements import InKindAgreement, RepaymentAgreement, Signer
from docgen.letters.particulars.court import (
    Complaint,
    Identity,
    Instrument,
    Mandate,
    Preservation,
    Service,
    Suit,
)
from docgen.letters.particulars.notices import ClaimAssignment, Rescission, SetOff, SupplySuspension
from docgen.letters.particulars.working import Dispatch, EarlyPayment, Handover

__all__ = [
    "LADDER",
    "Agent",
    "Evidence",
    "ImputationOrder",
    "InterestChoice",
    "InterestRule",
    "Language",
    "LawFirm",
    "Lawyer",
    "LetterKind",
    "LetterRequest",
    "PrevailingText",
    "Purpose",
    "RestDay",
]


class LetterKind(StrEnum):
    """The five letters of the ladder, each stronger than the last, then the papers of the way. The values name the Word
    files."""

    PAYMENT_REMINDER = "payment_reminder"
    BALANCE_CONFIRMATION = "balance_confirmation"
    DEMAND_LETTER = "demand_letter"
    LAWYERS_LETTER = "lawyers_letter"
    PAYMENT_ORDER_APPLICATION = "payment_order_application"
    GUARANTOR_REQUEST = "guarantor_request"
    REPAYMENT_AGREEMENT = "repayment_agreement"
    DEBT_ACKNOWLEDGMENT = "debt_acknowledgment"
    IN_KIND_AGREEMENT = "in_kind_agreement"
    SUPPLY_SUSPENSION_NOTICE = "supply_suspension_notice"
    SET_OFF_NOTICE = "set_off_notice"
    ASSIGNMENT_NOTICE = "assignment_notice"
    RESCISSION_NOTICE = "rescission_notice"
    CIVIL_COMPLAINT = "civil_complaint"
    PRESERVATION_APPLICATION = "preservation_application"
    ENFORCEMENT_APPLICATION = "enforcement_application"
    EVIDENCE_LIST = "evidence_list"
    LEGAL_REPRESENTATIVE_CERTIFICATE = "legal_representative_certificate"
    POWER_OF_ATTORNEY = "power_of_attorney"
    ADDRESS_CONFIRMATION = "address_confirmation"
    SME_COMPLAINT = "sme_complaint"
    DECISION_MEMO = "decision_memo"
    CALL_SHEET = "call_sheet"
    VISIT_SHEET = "visit_sheet"
    LAW_FIRM_HANDOVER = "law_firm_handover"
    SERVICE_COVER = "service_cover"
    STATEMENT_OF_ACCOUNT = "statement_of_account"
    EARLY_PAYMENT_OFFER = "early_payment_offer"
    PERFORMANCE_NOTICE = "performance_notice"


LADDER = (
    LetterKind.PAYMENT_REMINDER,
    LetterKind.BALANCE_CONFIRMATION,
    LetterKind.DEMAND_LETTER,
    LetterKind.LAWYERS_LETTER,
    LetterKind.PAYMENT_ORDER_APPLICATION,
)


class Language(StrEnum):
    """What a letter is written in; never whose law it stands under."""

    ZH = "zh"
    EN = "en"


class Purpose(StrEnum):
    """The two balance confirmations, which are never mixed."""

    ACCOUNTS = "accounts"  # 往来款项询证函: reconciliation only
    DEMAND = "demand"  # 欠款征询函: confirmation with a demand


class PrevailingText(StrEnum):
    """Which text an English letter says prevails: the Chinese one that is sent with it, or none."""

    CHINESE = "chinese"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lawyer:
    name: str
    practice_number: str  # 17 digits
    phone: str | None = None
    email: str | None = None
    name_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFirm:
    name: str
    licence_number: str
    name_en: str | None = None
    address: str | None = None
    address_en: str | None = None
    phone: str | None = None
    email: str | None = None
    lawyers: tuple[Lawyer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Who acts for the applicant in court (民事诉讼法 61)."""

    name: str
    name_en: str | None = None
    post: str | None = None
    post_en: str | None = None
    firm: str | None = None
    firm_en: str | None = None
    authority: str | None = None
    authority_en: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    name: str
    name_en: str | None = None
    source: str | None = None
    source_en: str | None = None
    pages: str | None = None
    original: bool | None = None
    proves: str | None = None
    proves_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRequest:
    """One letter asked for. What is None here is filled by `docgen.letters.defaults`, visibly."""

    number: str | None = None
    dated_on: dt.date | None = None  # default: the account's as_of
    pay_by: dt.date | None = None
    reply_by: dt.date | None = None
    signatory: str | None = None
    signatory_en: str | None = None
    signatory_post: str | None = None
    signatory_post_en: str | None = None
    salutation: str | None = None
    delivery: str | None = None  # how the letter is sent, in words; nobody knows it unless it is given
    purpose: Purpose | None = None
    prevailing_text: PrevailingText | None = None  # of an English letter; the application's copy always names Chinese
    enclosures: tuple[str, ...] = ()
    enclosures_en: tuple[str, ...] = ()  # one for each of `enclosures`, or none at all
    interest: InterestChoice = field(default_factory=InterestChoice)
    law_firm: LawFirm | None = None
    mandate_on: dt.date | None = None
    court: str | None = None
    court_en: str | None = None
    agents: tuple[Agent, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    invoices: tuple[str, ...] = ()  # the letter is about these alone; none named: about all that may be asked for
    costs: Decimal | None = None  # costs of realising the claim so far, where the contract lets them be claimed
    guarantor: str | None = None  # the name of the one who is asked to perform
    suspension: SupplySuspension | None = None
    set_off: SetOff | None = None
    assignment: ClaimAssignment | None = None
    rescission: Rescission | None = None
    debtor_signer: Signer | None = None  # who signs for the debtor; None: its legal representative
    repayment: RepaymentAgreement | None = None
    in_kind: InKindAgreement | None = None
    suit: Suit | None = None
    preservation: Preservation | None = None
    instrument: Instrument | None = None
    mandate: Mandate | None = None
    identity: Identity | None = None
    service: Service | None = None
    complaint: Complaint | None = None
    handover: Handover | None = None  # what a law firm is handed the case with
    dispatch: Dispatch | None = None  # the letter that is sent, and where
    early_payment: EarlyPayment | None = None
    statement_from: dt.date | None = None  # first day of a statement of account; None: from the first entry
    paragraphs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # named place → free words
    own: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """What a letter of the company's own asks for: name → answer, of the type of its kind (`docgen.letters.own`)."""
    draft_anyway: bool = False
    acknowledge: tuple[str, ...] = ()  # codes of the warnings that the sender has read
