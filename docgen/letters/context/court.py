"""What several court papers print: who acts, what proves it, where to file, what it costs, what goes with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

from docgen.accounts.contract import Contract
from docgen.accounts.party import Gender, Party
from docgen.law import jurisdiction
from docgen.law.assessment import Fee, OpenItem
from docgen.law.jurisdiction import Forum, Level
from docgen.law.venue import BY_CLAUSE, BY_LAW, Venue, agreed
from docgen.letters.context import parties
from docgen.letters.context.base import Case
from docgen.letters.context.pen import Pen
from docgen.letters.particulars.court import Property
from docgen.letters.request import LetterRequest

YUAN = "CNY"
CHOSEN, NOT_CHOSEN = "■", "□"  # both in every font for Chinese
LEVELS = ("court_levels:1", "court_levels:2")
# The three steps of the tariff that a suit, a measure and an enforcement pay by.
_FEES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "property": ("案件受理费", "case fee"),
        "property_halved": (
            "案件受理费（适用简易程序或者调解、撤诉结案时减半）",
            "case fee, halved (summary procedure)",
        ),
        "preservation": ("财产保全申请费（上限5,000元）", "preservation fee (at most RMB 5,000)"),
        "enforcement": ("执行申请费（不预交，由被执行人负担）", "enforcement fee (not prepaid, borne by the debtor)"),
    }
)


def boxes(answer: bool | None) -> dict[str, object]:
    """The two boxes of a question in a form; neither is ticked where nobody has answered."""
    return {"yes": CHOSEN if answer else NOT_CHOSEN, "no": CHOSEN if answer is False else NOT_CHOSEN}


def the(name: str) -> str:
    """A court or a commission within an English sentence: the People's Court of Binjiang District."""
    return name if name.casefold().startswith("the ") else f"the {name}"


def agents(request: LetterRequest, pen: Pen) -> list[dict[str, object]]:
    return [
        {
            "name": pen.own(agent.name, agent.name_en),
            "post": pen.own(agent.post, agent.post_en),
            "firm": pen.own(agent.firm, agent.firm_en),
            "authority": pen.own(agent.authority, agent.authority_en),
            "phone": parties.phone(agent.phone, pen),
        }
        for agent in request.agents
    ]


def evidence(request: LetterRequest, pen: Pen) -> list[dict[str, object]]:
    """The list of evidence; what is not known of a piece is a dash."""
    return [
        {
            "no": str(number),
            "name": pen.own(one.name, one.name_en),
            "source": pen.own(one.source, one.source_en) or "—",
            "pages": one.pages or "—",
            "original": pen.say("原件", "original")
            if one.original
            else pen.say("复印件", "copy")
            if one.original is False
            else "—",
            "proves": pen.own(one.proves, one.proves_en) or "—",
        }
        for number, one in enumerate(request.evidence, 1)
    ]


def subject(contracts: Iterable[Contract], pen: Pen) -> str:
    """What the money is for: 货款, 服务费, 工程款, by the kind of the contracts."""
    kinds = {one.kind.value for one in contracts}
    names = {
        "sale": pen.say("货款", "the price of the goods"),
        "services": pen.say("服务费", "the service fees"),
        "construction": pen.say("工程款", "the price of the works"),
    }
    return names[kinds.pop()] if len(kinds) == 1 and kinds <= set(names) else pen.say("款项", "the money owed")


def side(case: Case, *, creditor: bool) -> dict[str, object]:
    """One side as courts ask for it (民事诉讼法 124)."""
    account = case.account
    who, other = (account.creditor, account.debtor) if creditor else (account.debtor, account.creditor)
    return parties.party(who, case.pen, other=other, in_court=True)


_PERSON = ("gender", "born_on", "ethnicity", "address", "registration_number")


def unknown_of(who: Party) -> list[str]:
    """What a complaint must say of a natural person and is not known (民事诉讼法 124(1)(2)); nothing of others."""
    return [name for name in _PERSON if not getattr(who, name)] if parties.is_natural(who) else []


def named(who: Party, shown: dict[str, object], pen: Pen) -> dict[str, object]:
    """A side named as in a complaint: a person's 姓名, 性别, 出生日期, 民族, a line for what is unknown."""
    if not parties.is_natural(who):
        return {**shown, "name_label": pen.say("名称", "Name"), "person_said": ""}
    people = pen.own(who.ethnicity, who.ethnicity_en)
    parts = (
        (pen.say("性别", "Gender"), pen.say(*_GENDERS[who.gender]) if who.gender else ""),
        (pen.say("出生日期", "Born"), pen.date(who.born_on)),
        (pen.say("民族", "Ethnic group"), pen.say(f"{people.removesuffix('族')}族", people) if people else ""),
    )
    said = pen.say("　", "; ").join(f"{label}{pen.say('：', ': ')}{value or _LINE}" for label, value in parts)
    return {
        **shown,
        "name_label": pen.say("姓名", "Name"),
        "person_said": said,
        "personal": "",
        "code": shown["code"] or _LINE,
        "address": shown["address"] or _LINE,
    }


_GENDERS = {Gender.MALE: ("男", "male"), Gender.FEMALE: ("女", "female")}
_LINE = "＿＿＿＿＿＿"


def service(case: Case) -> dict[str, object]:
    """Where papers reach the creditor: as stated, else as the account has it."""
    own, creditor, pen = case.request.service, case.account.creditor, case.pen
    recipient = (own.recipient, own.recipient_en) if own and own.recipient else (creditor.contact, creditor.contact_en)
    address = (own.address, own.address_en) if own and own.address else (creditor.address, creditor.address_en)
    phone = own.phone if own and own.phone else creditor.phone
    return {
        "recipient": pen.own(*recipient),
        "address": pen.own(*address),
        "postcode": (own.postcode if own and (own.postcode or own.address) else creditor.postcode) or "",
        "phone": parties.phone(phone, pen, creditor.country),
        "email": (own.email if own and own.email else creditor.email) or "",
        "electronic": boxes(own.electronic if own else None),
    }


def properties(known: Iterable[Property], pen: Pen) -> list[dict[str, object]]:
    return [
        {
            "no": str(number),
            "what": pen.own(one.what, one.what_en),
            "value": pen.column(one.worth) if one.worth is not None else "—",
        }
        for number, one in enumerate(known, 1)
    ]


def forum_clause(contracts: Iterable[Contract], pen: Pen) -> str:
    """The clauses on disputes, quoted, each once."""
    clauses = dict.fromkeys((one.dispute_clause, one.dispute_clause_en) for one in contracts if one.dispute_clause)
    return pen.say("", " ").join(pen.quoted(words or "", english) for words, english in clauses)


def where_said(case: Case, contracts: list[Contract]) -> str:
    """Which court is competent by its place, and why: the clause, else the law."""
    pen = case.pen
    clauses = [one.dispute_clause for one in contracts if one.dispute_clause]
    chosen = {agreed(clause) for clause in clauses}
    both = pen.say(
        f"被告住所地：{case.account.debtor.address or '—'}；原告住所地：{case.account.creditor.address or '—'}。",
        f" Defendant's domicile: {pen.own(case.account.debtor.address, case.account.debtor.address_en) or '—'}; "
        f"plaintiff's domicile: {pen.own(case.account.creditor.address, case.account.creditor.address_en) or '—'}.",
    )
    if clauses and all(jurisdiction.route(clause) is Forum.ARBITRATION for clause in clauses):
        article = pen.cite(["arbitration_law:39", "cpl:104"], briefly=True)
        return pen.say(
            f"合同约定仲裁：仲裁前的财产保全向法院申请（{article}）。{both}",
            f"The contract provides for arbitration; preservation before it is applied for in court ({article}).{both}",
        )
    if clauses and len(chosen) == 1 and (venue := chosen.pop()) is not None:
        place = pen.say(*_VENUES[venue])
        article = pen.cite(BY_CLAUSE, briefly=True)
        return pen.say(f"合同约定由{place}管辖（{article}）。{both}", f"Agreed: {place} ({article}).{both}")
    article = pen.cite(BY_LAW, briefly=True)
    lead = pen.say(
        "合同的约定需由人判读；" if clauses else "合同没有约定管辖法院；",
        "What the clause agrees on is for a person to read; " if clauses else "No court is agreed on; ",
    )
    return pen.say(
        f"{lead}依法由被告住所地或者合同履行地法院管辖，给付货币而履行地不明确的，以接收货币一方所在地为履行地（{article}）。{both}",
        f"{lead}by law it is the court of the defendant's domicile or of the place of performance, which for money is, "
        f"where not agreed, the domicile of its receiver ({article}).{both}",
    )


_VENUES = {
    Venue.DEFENDANT: ("被告住所地法院", "the court of the defendant's domicile"),
    Venue.PLAINTIFF: ("原告住所地法院", "the court of the plaintiff's domicile"),
    Venue.SELLER: ("卖方（原告）住所地法院", "the court of the seller's, the plaintiff's, domicile"),
    Venue.BUYER: ("买方（被告）住所地法院", "the court of the buyer's, the defendant's, domicile"),
    Venue.PERFORMANCE: ("合同履行地法院", "the court of the place of performance"),
    Venue.SIGNING: ("合同签订地法院", "the court of the place of signature"),
    Venue.COURT: ("合同写明的法院", "the court named in the contract"),
}


def level_said(case: Case, claimed: Decimal, *, outside: bool | None) -> str:
    """The level of the court of first instance, by the sum (法发〔2021〕27号)."""
    pen, on = case.pen, case.request.dated_on or case.account.as_of
    if pen.currency != YUAN:
        return pen.say(
            "标的额以外币计：级别管辖和费用须按折算的人民币金额确定。",
            "Claimed in a foreign currency: level and fees go by what it comes to in yuan.",
        )
    article, amount = pen.cite(LEVELS, briefly=True), pen.money(claimed)
    found = jurisdiction.level(pen.law, claimed, outside, on)
    if found is None:
        return pen.say(
            f"标的额{amount}：须查明是否有一方住所地不在法院所在省份，才能确定级别管辖（{article}）。",
            f"Claimed: {amount}. Whether a party is domiciled outside the province decides the level ({article}).",
        )
    court = pen.say(
        "中级人民法院" if found is Level.INTERMEDIATE else "基层人民法院",
        "an intermediate people's court" if found is Level.INTERMEDIATE else "a basic people's court",
    )
    return pen.say(f"标的额{amount}，由{court}管辖（{article}）。", f"Claimed: {amount}; {court} hears it ({article}).")


def fee_rows(found: Iterable[Fee], pen: Pen) -> list[dict[str, object]]:
    """Court fees as estimates, each with its base and article; none of a claim that is not in the tariff's currency."""
    return (
        []
        if pen.currency != YUAN
        else [
            {
                "name": pen.say(*_FEES[fee.kind]),
                "base": pen.column(fee.claim),
                "amount": pen.column(fee.amount),
                "article": pen.cite(fee.articles, briefly=True),
            }
            for fee in found
        ]
    )


def attachments(rows: Iterable[tuple[str, str]], pen: Pen) -> list[dict[str, object]]:
    """The checklist of what goes with a paper."""
    return [{"no": str(number), "paper": pen.say(*words)} for number, words in enumerate(rows, 1)]


def clocks(case: Case, items: Iterable[OpenItem]) -> list[dict[str, object]]:
    """The periods that a suit must not miss: limitation, and the guarantees that only a suit or a request keeps."""
    pen, numbers = case.pen, {item.invoice.number for item in items}
    found: list[tuple[str, dt.date]] = []
    running = [one for one in case.assessment.limitation if not one.expired and numbers & set(one.invoices)]
    if running:
        first = min(running, key=lambda one: one.raw_end)
        found.append((pen.say("诉讼时效最早届满", "limitation ends first on"), first.raw_end))
        found.append((pen.say("此前最后一个工作日", "last working day before it"), first.last_safe_day))
    for guarantor in dict.fromkeys(one.guarantor for one in case.assessment.guarantees if not one.expired):
        ends = [one.raw_end for one in case.assessment.guarantees if one.guarantor == guarantor and not one.expired]
        party = _guarantor(case, guarantor)
        found.append((pen.say(f"保证期间最早届满（{party}）", f"guarantee period of {party} ends first on"), min(ends)))
    return [{"what": what, "on": pen.date(on)} for what, on in found]


def _guarantor(case: Case, name: str) -> str:
    known = (one.guarantor for contract in case.account.contracts for one in contract.guarantees)
    return next((case.pen.own(one.name, one.name_en) for one in known if one.name == name), name)
