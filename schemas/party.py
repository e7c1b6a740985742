"""Parties: who owes, who is owed, who stands surety."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from babel import Locale
from babel.numbers import get_territory_currencies
from stdnum.cn import ric

from docgen.accounts.party import BankAccount, Gender, Party, PartyKind, Size, SizeClass
from schemas.credit_code import LENGTH, fault_of, has_credit_code, normalised
from schemas.parts import One, Part
from schemas.values import Choice, Code, Day, Email, Fault, Pattern, Text, english, shown

# Codes that CLDR lists beside the countries of ISO 3166-1: regions, unions, pseudo-locales.
_NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
COUNTRIES = frozenset(
    code
    for code in map(str, Locale("en").territories)
    if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
)
_IDENTITY_NUMBER = re.compile("[0-9]{17}[0-9Xx]")  # 公民身份号码 (GB 11643); else a passport, say
_CN_POSTCODE = re.compile("[0-9]{6}")


def _currencies() -> frozenset[str]:
    """The currencies in use on the first day of 2026, by CLDR: a fixed day, so that the answer does not drift."""
    first_of_2026 = dt.date(2026, 1, 1)
    return frozenset(
        code for country in COUNTRIES for code in get_territory_currencies(country, first_of_2026, first_of_2026)
    )


CURRENCIES = _currencies()


class BankAccountPart(Part):
    makes = BankAccount

    holder = Text("户名", "Account holder", "The holder, exactly as the bank knows it.", required=True)
    bank = Text("开户行", "Bank", "Bank and branch.", required=True)
    number = Text(
        "账号",
        "Account number",
        "As it is to be printed, blanks included.",
        required=True,
        most=64,
        examples=["1000 0000 0000 0001 234"],
    )
    swift = Pattern(
        "SWIFT 代码",
        "SWIFT code",
        "8 or 11 characters (ISO 9362); for payers abroad.",
        pattern="[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?",
        code="value.not_a_swift_code",
        most=11,
        examples=["EXAMCNBS"],
    )
    holder_en = english("户名", "Account holder")
    bank_en = english("开户行", "Bank")


class SizeClassPart(Part):
    makes = SizeClass

    size = Choice(Size, "企业规模", "Size class", "As stated; never guessed from a name.", required=True)
    stated_on = Day("截至日期", "Stated for", "The day for which it was stated: that of the contract.", required=True)
    source = Text("依据", "Source", "Who or what says so.", required=True)
    source_en = english("依据", "Source")


class PartyPart(Part):
    makes = Party

    name = Text("名称", "Registered name", "The full registered name.", required=True)
    name_en = Text("英文名称", "English name", "The name that English letters print beside the registered one.")
    kind = Choice(PartyKind, "类型", "Kind", "What the party is.", default=PartyKind.COMPANY)
    registration_number = Text(
        "统一社会信用代码",
        "Registration number",
        "Unified social credit code of a Chinese company or public body: 18 characters, the last a check character "
        "that is verified; blanks and hyphens are taken out. Register number of a foreign one; identity number of a "
        "natural person, printed in court papers alone, or nothing.",
        most=64,
        examples=["91320505EXAMPLE117"],
    )
    country = Code(
        "国家或地区",
        "Country",
        "ISO 3166-1, two capital letters. Hong Kong is HK, Macao MO, Taiwan TW.",
        known=COUNTRIES,
        fault="code.country_unknown",
        most=2,
        default="CN",
        examples=["CN"],
    )
    address = Text("地址", "Address", "Registered address, or that of the principal place of business.", most=300)
    address_en = Text("英文地址", "English address", "What English letters print for the address.", most=300)
    postcode = Text(
        "邮政编码", "Postcode", "Six digits, as text, where the country is CN.", most=16, examples=["215000"]
    )
    representative = Text("法定代表人", "Legal representative", "The name alone; of a public body, its head.")
    representative_en = english("法定代表人", "Legal representative")
    representative_post = Text("法定代表人职务", "Representative's post", "As printed.", examples=["总经理"])
    representative_post_en = english("法定代表人职务", "Representative's post")
    contact = Text("联系人", "Contact", "A person or department to turn to, as printed.", examples=["王示例（财务部）"])
    contact_en = english("联系人", "Contact")
    phone = Text(
        "电话", "Telephone", "As dialled at home; an English letter adds +86.", most=64, examples=["0512-5550-0100"]
    )
    email = Email("电子邮箱", "E-mail", "One address.", examples=["receivables@huaxin.example"])
    bank_account = One(BankAccountPart, "收款账户", "Bank account", "The account to pay to.")
    size = One(SizeClassPart, "企业规模", "Size class", "With the day and the source of the statement.")
    gender = Choice(Gender, "性别", "Gender", "Of a natural person; printed in court papers alone.")
    born_on = Day("出生日期", "Date of birth", "Of a natural person; printed in court papers alone.", of_birth=True)
    ethnicity = Text(
        "民族",
        "Ethnic group",
        "Of a natural person, as the identity card has it; printed in court papers alone.",
        most=20,
        examples=["汉"],
    )
    ethnicity_en = english("民族", "Ethnic group")

    def load(self, data: Any, **kwargs: Any) -> dict[str, Any]:
        """With the credit code in capitals, without blanks and hyphens."""
        read = super().load(data, **kwargs)
        if read["registration_number"] is not None and has_credit_code(read):
            read["registration_number"] = normalised(read["registration_number"])
        return read

    def wrong(self, read: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
        """The codes hold: of a company, of a person, of a place."""
        number, postcode = read.get("registration_number"), read.get("postcode")
        if number is not None and has_credit_code(read):
            code = normalised(number)
            if wrong := fault_of(code):
                facts = {"value": shown(code), "length": str(len(code)), "right": str(LENGTH)}
                yield "registration_number", Fault(wrong, facts)
        if number is not None and _is_identity_number(read) and ric.calc_check_digit(number) != number[-1].upper():
            yield "registration_number", Fault("code.identity_number_invalid", {})
        if postcode is not None and read.get("country") == "CN" and not _CN_POSTCODE.fullmatch(postcode):
            yield "postcode", Fault("code.postcode_invalid", {"value": shown(postcode)})


def _is_identity_number(party: Mapping[str, Any]) -> bool:
    """Whether the number of a party, as read, is that of a Chinese identity card."""
    of_person = (party.get("country"), party.get("kind")) == ("CN", PartyKind.NATURAL_PERSON)
    return of_person and bool(_IDENTITY_NUMBER.fullmatch(party["registration_number"]))
