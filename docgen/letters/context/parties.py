"""Both sides, the account to pay to, and the contracts between them."""

from __future__ import annotations

import re

from docgen.accounts.contract import Contract
from docgen.accounts.party import BankAccount, Gender, Party, PartyKind, Size
from docgen.letters import wording
from docgen.letters.context.pen import Pen


def party(who: Party, pen: Pen, *, other: Party, in_court: bool = False) -> dict[str, object]:
    """A side under its full registered name; an absent particular is an empty string.

    other: the other side; where it sits elsewhere, the country stands with the address.
    The identity number of a natural person stands in court papers alone (个人信息保护法 6: no more than needed).
    """
    natural = is_natural(who)
    shown = who.registration_number if not natural or in_court else None
    own = pen.own(who.name, who.name_en)
    country = country_said(who, other, pen)
    return {
        "name": own,
        "full_name": own if own == who.name else f"{own} ({who.name})",
        "native_name": "" if own == who.name else who.name,
        "natural": natural,
        "code": shown or "",
        "code_label": _code_label(who, pen),
        "personal": _personal(who, pen) if natural and in_court else "",
        "address_label": _address_label(who, pen),
        "address": pen.own(who.address, who.address_en),
        "postcode": who.postcode or "",
        "country": country,
        "representative": pen.own(who.representative, who.representative_en),
        "representative_post": pen.own(who.representative_post, who.representative_post_en),
        "representative_label": representative_label(who, pen),
        "contact": pen.own(who.contact, who.contact_en),
        "phone": phone(who.phone, pen, who.country),
        "email": who.email or "",
        "reach": pen.say("；", "; ").join(_reach(who, pen)),
        "particulars": pen.say("　", "  |  ").join(_particulars(who, shown, country, pen)),
    }


def is_natural(who: Party) -> bool:
    """Whether a person signs for himself or herself, who has no seal."""
    return who.kind is PartyKind.NATURAL_PERSON


def country_said(who: Party, other: Party, pen: Pen) -> str:
    """Where an address is, for a reader elsewhere: in an English letter both countries where they differ, in a Chinese
    one that of a party abroad; empty where the address begins or ends with it.
    """
    if who.country == other.country or (pen.zh and who.country == "CN"):
        return ""
    named = wording.country_name(who.country, pen.language)
    address = pen.own(who.address, who.address_en).casefold().strip(" .,")
    return "" if address.startswith(named.casefold()) or address.endswith(named.casefold()) else named


def addressed(debtor: Party, pen: Pen) -> str:
    """How the letter speaks to its reader: 贵司, 贵单位, 您."""
    if not pen.zh:
        return "you"
    return {PartyKind.COMPANY: "贵司", PartyKind.PUBLIC_BODY: "贵单位", PartyKind.NATURAL_PERSON: "您"}[debtor.kind]


def speaking(creditor: Party, pen: Pen) -> str:
    """How the creditor speaks of itself: 本公司, 本单位, 本人."""
    if not pen.zh:
        return "we"
    return {PartyKind.COMPANY: "本公司", PartyKind.PUBLIC_BODY: "本单位", PartyKind.NATURAL_PERSON: "本人"}[
        creditor.kind
    ]


def bank_account(account: BankAccount | None, pen: Pen) -> dict[str, object]:
    return {
        "given": account is not None,
        "holder": pen.own(account.holder, account.holder_en) if account else "",
        "bank": pen.own(account.bank, account.bank_en) if account else "",
        "number": account.number if account else "",
        "swift": (account.swift or "") if account else "",
    }


def contract(one: Contract, pen: Pen) -> dict[str, object]:
    clause = one.late_payment
    return {
        "number": one.number,
        "cited": cited(one, pen),
        "title": pen.own(one.title, one.title_en),
        "subject": pen.own(one.subject, one.subject_en),
        "signed_on": pen.date(one.signed_on),
        "signed_at": pen.own(one.signed_at, one.signed_at_en),
        "amount": pen.money(one.amount) if one.amount is not None else "",
        "payment_terms": pen.quoted(one.payment_terms, one.payment_terms_en) if one.payment_terms else "",
        "late_payment": pen.quoted(clause.words, clause.words_en) if clause and clause.words else "",
        "dispute_clause": pen.quoted(one.dispute_clause, one.dispute_clause_en) if one.dispute_clause else "",
        "costs_clause": pen.quoted(one.costs_clause, one.costs_clause_en) if one.costs_clause else "",
        "service_clause": pen.quoted(one.service_clause, one.service_clause_en) if one.service_clause else "",
    }


def cited(one: Contract, pen: Pen) -> str:
    """《采购合同》（编号：HX-1，2025年3月1日签订）; Contract No. HX-1 (Purchase Contract) dated 1 March 2025."""
    title = pen.own(one.title, one.title_en)
    if pen.zh:
        name = title if title.startswith("《") else f"《{title}》" if title else "合同"
        signed = f"，{pen.date(one.signed_on)}签订" if one.signed_on else ""
        return f"{name}（编号：{one.number}{signed}）"
    signed = f" dated {pen.date(one.signed_on)}" if one.signed_on else ""
    return f"Contract No. {one.number}" + (f" ({title})" if title else "") + signed


def contracts_cited(contracts: list[Contract], pen: Pen) -> str:
    """All of them in one phrase; the dealings themselves when no contract is on record."""
    if not contracts:
        return pen.say("双方之间的业务往来", "the dealings between us")
    return pen.listed([cited(one, pen) for one in contracts])


def phone(number: str | None, pen: Pen, country: str = "CN") -> str:
    """A telephone number as it is dialled by the letter's reader: in an English letter a Chinese one with +86.

    Numbers that begin with neither an area code nor a mobile prefix (400, 95…) cannot be dialled from abroad and stay.
    """
    given = (number or "").strip()
    if pen.zh or country != "CN":
        return given
    if re.match(r"0[1-9]", given):
        return f"+86\u00a0{given[1:]}"
    return f"+86\u00a0{given}" if re.match(r"1[3-9](?:[\s-]?\d){9}\b", given) else given


_SIZES = {
    Size.LARGE: ("大型企业", "a large enterprise"),
    Size.MEDIUM: ("中型企业", "a medium-sized enterprise"),
    Size.SMALL: ("小型企业", "a small enterprise"),
    Size.MICRO: ("微型企业", "a micro enterprise"),
    Size.PUBLIC_BODY: ("机关、事业单位", "a public body"),
}


def size_said(who: Party, called: str, pen: Pen) -> str:
    """The size class of a side with its day and source (保障中小企业款项支付条例 3); empty when nobody stated it."""
    if who.size is None:
        if who.kind is not PartyKind.PUBLIC_BODY:
            return ""
        return pen.say(f"{called}为机关、事业单位", f"{called} {_is(called)} a public body")
    zh, en = _SIZES[who.size.size]
    day = pen.date(who.size.stated_on)
    return pen.say(
        f"{called}为{zh}（{day}，依据：{who.size.source}）",
        f"{called} {_is(called)} {en} (as stated for {day}; source: {pen.own(who.size.source, who.size.source_en)})",
    )


def _is(called: str) -> str:
    return "are" if called in {"we", "you"} else "is"


def _code_label(who: Party, pen: Pen) -> str:
    if who.kind is PartyKind.NATURAL_PERSON:
        return pen.say("公民身份号码", "Identity No.")
    if who.country == "CN":
        return pen.say("统一社会信用代码", "Unified Social Credit Code")
    return pen.say("注册登记号", "Registration No.")


def _address_label(who: Party, pen: Pen) -> str:
    """What court papers call it: a person has a 住所, an organisation a 住所地."""
    if who.kind is PartyKind.NATURAL_PERSON:
        return pen.say("住所", "Domicile")
    return pen.say("住所地", "Domicile")


def _personal(who: Party, pen: Pen) -> str:
    """男，1980年1月2日出生，汉族: what a court paper says of a natural person, as far as it is known."""
    genders = {Gender.MALE: pen.say("男", "male"), Gender.FEMALE: pen.say("女", "female")}
    people = pen.own(who.ethnicity, who.ethnicity_en)
    parts = (
        genders[who.gender] if who.gender else "",
        pen.say(f"{pen.date(who.born_on)}出生", f"born {pen.date(who.born_on)}") if who.born_on else "",
        pen.say(f"{people.removesuffix('族')}族", f"ethnic group: {people}") if people else "",
    )
    return pen.say("，", ", ").join(part for part in parts if part)


def representative_label(who: Party, pen: Pen) -> str:
    if who.kind is PartyKind.PUBLIC_BODY:
        return pen.say("负责人", "Head")
    return pen.say("法定代表人", "Legal representative")


def _particulars(who: Party, code: str | None, country: str, pen: Pen) -> list[str]:
    """What a letterhead says below the name, only what is known."""
    address = pen.own(who.address, who.address_en)
    parts = (
        (pen.say(f"{_code_label(who, pen)}：", f"{_code_label(who, pen)} "), code),
        (pen.say("地址：", ""), pen.say("，", ", ").join(part for part in (address, country) if address and part)),
        (pen.say("电话：", "Tel. "), phone(who.phone, pen, who.country)),
    )
    return [label + value for label, value in parts if value]


def _reach(who: Party, pen: Pen) -> list[str]:
    """The contact in one line, only what is known."""
    called = phone(who.phone, pen, who.country)
    contact = pen.own(who.contact, who.contact_en)
    parts = ((pen.say("联系人：", "Contact: "), contact), (pen.say("电话：", "Tel.: "), called))
    return [label + value for label, value in (*parts, (pen.say("电子邮箱：", "E-mail: "), who.email)) if value]
