"""Who owes and who is owed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class PartyKind(StrEnum):
    COMPANY = "company"
    PUBLIC_BODY = "public_body"  # 机关、事业单位
    NATURAL_PERSON = "natural_person"


class Gender(StrEnum):
    MALE = "male"
    FEMALE = "female"


class Size(StrEnum):
    """Size class, as the SME payment regulation asks (保障中小企业款项支付条例 2, 3)."""

    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"
    MICRO = "micro"
    PUBLIC_BODY = "public_body"


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeClass:
    """A size class as somebody stated it; never guessed from a name."""

    size: Size
    stated_on: dt.date  # the day for which it was stated; the regulation asks for the day of the contract
    source: str  # who or what says so
    source_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount:
    """The account to pay to."""

    holder: str
    bank: str
    number: str
    swift: str | None = None
    holder_en: str | None = None  # as the bank knows the holder in English
    bank_en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A creditor, a debtor or a guarantor, under its full registered name.

    registration_number: the unified social credit code of a Chinese company or public body,
    the register number of a foreign one; for a natural person the identity number, or nothing.
    country: ISO 3166-1 alpha-2.
    gender, born_on, ethnicity: of a natural person, for court papers alone.
    A field with _en holds what an English letter prints for the field of the same name.
    """

    name: str
    name_en: str | None = None
    kind: PartyKind = PartyKind.COMPANY
    registration_number: str | None = None
    country: str = "CN"
    address: str | None = None
    address_en: str | None = None
    postcode: str | None = None
    representative: str | None = None  # 法定代表人
    representative_en: str | None = None
    representative_post: str | None = None
    representative_post_en: str | None = None
    contact: str | None = None
    contact_en: str | None = None
    phone: str | None = None
    email: str | None = None
    bank_account: BankAccount | None = None
    size: SizeClass | None = None
    gender: Gender | None = None
    born_on: dt.date | None = None
    ethnicity: str | None = None  # 民族, as the identity card has it: 汉
    ethnicity_en: str | None = None
