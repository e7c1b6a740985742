"""What the working papers ask for: a handover to a law firm, a dispatch, an offer for early payment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from docgen.letters.particulars import Particulars


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(Particulars):
    """What a law firm is handed a case with. budget: the most that may be spent before the firm asks again."""

    OWN: ClassVar[tuple[str, ...]] = ("wanted", "wanted_en", "powers", "powers_en", "budget_terms", "budget_terms_en")

    firm: str
    firm_en: str | None = None
    wanted: str | None = None  # what is to be done, in words
    wanted_en: str | None = None
    powers: str | None = None  # 一般代理, 特别代理
    powers_en: str | None = None
    budget: Decimal | None = None
    budget_terms: str | None = None  # how the fee is agreed, in words
    budget_terms_en: str | None = None


class AddressSource(StrEnum):
    """Where an address comes from: what a court asks when nobody signed for the letter."""

    CONTRACT = "contract"  # a clause of the contract
    CONFIRMED = "confirmed"  # a confirmation of address, signed by the debtor
    REGISTER = "register"  # the company register
    REPLY = "reply"  # the debtor's own letter or reply
    OTHER = "other"


class Channel(StrEnum):
    POST = "post"
    EMAIL = "email"
    MESSENGER = "messenger"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination(Particulars):
    """One address that a letter goes to."""

    OWN: ClassVar[tuple[str, ...]] = ("reference", "reference_en")

    address: str
    address_en: str | None = None
    channel: Channel = Channel.POST
    source: AddressSource
    reference: str | None = None  # which clause, which reply
    reference_en: str | None = None
    waybill: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch(Particulars):
    """A letter on its way. letter: what it is called; amount: what it asks for; None: what is due and undisputed."""

    OWN: ClassVar[tuple[str, ...]] = ("letter", "letter_en")

    letter: str = "催款函"
    letter_en: str | None = None
    number: str | None = None
    letter_on: dt.date | None = None
    amount: Decimal | None = None
    sheets: int | None = None
    destinations: tuple[Destination, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyPayment(Particulars):
    """A discount for payment by a day. percent: of each invoice, a fraction; or amount: a sum, once.

    invoices: those that it is offered for; empty: all that are open, uncontested and not yet due.
    """

    percent: Decimal | None = None
    amount: Decimal | None = None
    invoices: tuple[str, ...] = ()
