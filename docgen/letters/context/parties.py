"""Both sides, the account to pay to, and the contracts between them."""

from __future__ import annotations

from docgen.accounts.contract import Contract
from docgen.accounts.party import BankAccount, Party, PartyKind
from docgen.letters.context.pen import Pen


def party(who: Party, pen: Pen, *, in_court: bool = False) -> dict[str, object]:
    """A side under its full registered name; an absent particular is an empty string.

    The identity number of a natural person stands in court papers alone (个人信息保护法 6: no more than needed).
    """
    natural = who.kind is PartyKind.NATURAL_PERSON
    shown = who.registration_number if not natural or in_court else None
    own = who.name if pen.zh or not who.name_en else who.name_en
    return {
        "name": own,
        "full_name": own if own == who.name else f"{own} ({who.name})",
        "native_name": "" if own == who.name else who.name,
        "natural": natural,
        "code": shown or "",
        "code_label": _code_label(who, pen),
        "address": (who.address if pen.zh else who.address_en or who.address) or "",
        "postcode": who.postcode or "",
        "representative": who.representative or "",
        "representative_post": pen.term(who.representative_post),
        "representative_label": _representative_label(who, pen),
        "contact": who.contact or "",
        "phone": who.phone or "",
        "email": who.email or "",
        "reach": pen.say("；", "; ").join(_reach(who, pen)),
        "particulars": pen.say("　", "  |  ").join(_particulars(who, shown, pen)),
    }


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


def bank_account(account: BankAccount | None) -> dict[str, object]:
    return {
        "given": account is not None,
        "holder": account.holder if account else "",
        "bank": account.bank if account else "",
        "number": account.number if account else "",
        "swift": (account.swift or "") if account else "",
    }


def contract(one: Contract, pen: Pen) -> dict[str, object]:
    clause = one.late_payment
    return {
        "number": one.number,
        "cited": cited(one, pen),
        "title": one.title or "",
        "subject": one.subject or "",
        "signed_on": pen.date(one.signed_on),
        "signed_at": one.signed_at or "",
        "amount": pen.money(one.amount) if one.amount is not None else "",
        "payment_terms": pen.quoted(one.payment_terms) if one.payment_terms else "",
        "late_payment": pen.quoted(clause.words) if clause and clause.words else "",
        "dispute_clause": pen.quoted(one.dispute_clause) if one.dispute_clause else "",
        "costs_clause": pen.quoted(one.costs_clause) if one.costs_clause else "",
    }


def cited(one: Contract, pen: Pen) -> str:
    """《采购合同》（编号：HX-1，2025年3月1日签订）; Contract No. HX-1 (《采购合同》) of 1 March 2025."""
    title = one.title or ""
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


def _code_label(who: Party, pen: Pen) -> str:
    if who.kind is PartyKind.NATURAL_PERSON:
        return pen.say("公民身份号码", "Identity No.")
    if who.country == "CN":
        return pen.say("统一社会信用代码", "Unified Social Credit Code")
    return pen.say("注册登记号", "Registration No.")


def _representative_label(who: Party, pen: Pen) -> str:
    if who.kind is PartyKind.PUBLIC_BODY:
        return pen.say("负责人", "Head")
    return pen.say("法定代表人", "Legal representative")


def _particulars(who: Party, code: str | None, pen: Pen) -> list[str]:
    """What a letterhead says below the name, only what is known."""
    address = who.address if pen.zh else who.address_en or who.address
    parts = (
        (pen.say(f"{_code_label(who, pen)}：", f"{_code_label(who, pen)} "), code),
        (pen.say("地址：", ""), address),
        (pen.say("电话：", "Tel. "), who.phone),
    )
    return [label + value for label, value in parts if value]


def _reach(who: Party, pen: Pen) -> list[str]:
    """The contact in one line, only what is known."""
    parts = ((pen.say("联系人：", "Contact: "), who.contact), (pen.say("电话：", "Tel.: "), who.phone))
    return [label + value for label, value in (*parts, (pen.say("电子邮箱：", "E-mail: "), who.email)) if value]
