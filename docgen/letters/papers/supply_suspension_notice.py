"""The notice that suspends supply (暂停供货通知): lawful only on its ground, and only with notice (民法典 525–528).

Whoever keeps back deliveries without a ground is itself in breach. So the ground is chosen, and what it rests on is on
record: an overdue price that was to be paid first (526), goods against money (525), conclusive evidence of insecurity
(527), or a clause of the contract. Payment or adequate security ends the suspension.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from docgen.accounts.account import Account, Answer, Question
from docgen.accounts.contract import Contract
from docgen.accounts.money import ZERO
from docgen.errors import Finding
from docgen.escalation.findings import caution
from docgen.law.assessment import Assessment, OpenItem
from docgen.law.statutes import LawData
from docgen.letters.context import claims, parties
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import LISTED
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.noticed import (
    NEEDED,
    RESERVATION,
    against_debtor,
    bar,
    contract_named,
    declared,
    known_contracts,
    paragraphs,
)
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.notices import Insecurity, SupplySuspension, SuspensionGround
from docgen.letters.request import Language, LetterKind, LetterRequest

_GROUNDS = ("civil_code:525", "civil_code:526", "civil_code:527")
_BASIS = MappingProxyType(
    {
        SuspensionGround.PRIOR: ("civil_code:526",),
        SuspensionGround.SIMULTANEOUS: ("civil_code:525",),
        SuspensionGround.INSECURITY: ("civil_code:527", "civil_code:528"),
        SuspensionGround.CLAUSE: ("civil_code:509(1)",),
    }
)
_SHOWS = MappingProxyType(
    {
        Insecurity.BUSINESS: ("经营状况严重恶化", "a serious worsening of its business"),
        Insecurity.ASSETS: ("转移财产、抽逃资金，以逃避债务", "the moving of assets or funds to avoid debts"),
        Insecurity.CREDIT: ("丧失商业信誉", "a loss of commercial credit"),
        Insecurity.ABILITY: (
            "有丧失或者可能丧失履行债务能力的其他情形",
            "another loss, or likely loss, of the ability to perform",
        ),
    }
)
# Terms that put the price before the next delivery: "付清前批货款后再交付后批", "款到发货", "deliver … after … paid".
_PAID_FIRST = re.compile(
    r"付(清|款|讫|齐|款项)[^。；]{0,20}(后|再|之前)[^。；]{0,20}(交付|交货|供货|发货)|款到(后)?(发|交|供)货|先款后货|先付款后(发|交|供)货"
    r"|deliver[^.;]{0,60}\b(after|once|upon|until)\b[^.;]{0,60}\b(paid|payment)",
    re.IGNORECASE,
)
_ELECTRONIC = re.compile(r"邮件|邮箱|电邮|微信|短信|传真|电子|e-?mail|wechat|fax|electronic", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Suspended:
    """asked: what the request says. contract: whose deliveries; unpaid: under which payment is overdue."""

    asked: SupplySuspension
    contract: Contract | None
    unpaid: Contract | None
    items: list[OpenItem]

    @property
    def crosses(self) -> bool:
        return bool(self.contract and self.unpaid and self.contract is not self.unpaid)


def _suspended(account: Account, assessment: Assessment, request: LetterRequest) -> _Suspended:
    asked = request.suspension or SupplySuspension(deliveries="")
    contract = contract_named(account, asked.contract)
    unpaid = contract_named(account, asked.unpaid_contract) if asked.unpaid_contract else contract
    items = [
        item
        for item in claims.demanded_items(assessment.chosen)
        if unpaid and item.invoice.contract == unpaid.number and item.days_past_due > 0
    ]
    return _Suspended(asked, contract, unpaid, items)


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    yield from against_debtor(account)
    if request.suspension is None:
        return
    found = _suspended(account, assessment, request)
    known = known_contracts(account)
    for name, contract in (("contract", found.contract), ("unpaid_contract", found.unpaid)):
        if contract is None:
            named = getattr(found.asked, name) or ""
            place = f"/letter/suspension/{name}"
            yield bar("paper.suspension.which_contract", ("civil_code:528",), place=place, known=known, named=named)
            return
    yield from _of_ground(found)
    yield from _of_facts(account, request, found)


def _of_ground(found: _Suspended) -> Iterator[Finding]:
    """What the chosen ground needs, and what of it is not there."""
    asked, place = found.asked, "/letter/suspension"
    if asked.ground is None:
        yield bar("paper.suspension.no_ground", _GROUNDS, place=f"{place}/ground")
    elif asked.ground is SuspensionGround.PRIOR:
        yield from _of_prior(found)
    elif asked.ground is SuspensionGround.SIMULTANEOUS:
        if not asked.facts:
            yield bar("paper.suspension.no_facts", ("civil_code:525",), place=f"{place}/facts")
        due = found.contract.due if found.contract else None
        if due and due.days:
            articles = ("civil_code:525", "civil_code:527")
            yield caution("paper.suspension.credit_given", articles, place=f"{place}/ground", days=str(due.days))
    elif asked.ground is SuspensionGround.INSECURITY:
        if asked.signs:
            yield caution("paper.suspension.evidence_weighed", ("civil_code:527", "civil_code:528"))
        else:
            yield bar("paper.suspension.no_evidence", ("civil_code:527",), place=f"{place}/signs")
    elif not asked.clause:
        yield bar("paper.suspension.no_clause", ("civil_code:509(1)",), place=f"{place}/clause")
    if found.crosses and asked.ground in {SuspensionGround.PRIOR, SuspensionGround.SIMULTANEOUS}:
        articles = ("civil_code:525", "civil_code:526")
        facts = {"contract": asked.contract or "", "unpaid": asked.unpaid_contract or ""}
        yield caution("paper.suspension.cross_contract", articles, place=f"{place}/unpaid_contract", **facts)


def _of_prior(found: _Suspended) -> Iterator[Finding]:
    """Payment must have been due first: nothing overdue, or a delivery that came before it, and 526 is not there."""
    asked = found.asked
    if not found.items:
        number = found.unpaid.number if found.unpaid else ""
        yield bar("paper.suspension.nothing_overdue", ("civil_code:526",), contract=number)
        return
    place = "/letter/suspension/delivery_on"
    first = min(item.due.on for item in found.items if item.due.on)
    if asked.delivery_on is None:
        yield caution("paper.suspension.delivery_day_unknown", ("civil_code:526",), place=place, due=first.isoformat())
    elif asked.delivery_on <= first:
        facts = {"delivery": asked.delivery_on.isoformat(), "due": first.isoformat()}
        yield bar("paper.suspension.deliver_first", ("civil_code:526", "civil_code:527"), place=place, **facts)
    elif not any(_PAID_FIRST.search(words) for words in _terms(found)):
        facts = {"delivery": asked.delivery_on.isoformat(), "due": first.isoformat()}
        yield caution("paper.suspension.dates_alone", ("civil_code:526",), place="/letter/suspension/ground", **facts)


def _terms(found: _Suspended) -> Iterator[str]:
    """What the contracts themselves say of payment."""
    for contract in (found.contract, found.unpaid):
        if contract is not None:
            yield from (words for words in (contract.payment_terms, contract.payment_terms_en) if words)


def _of_facts(account: Account, request: LetterRequest, found: _Suspended) -> Iterator[Finding]:
    """What is declared, or not known, of the deliveries, of the debtor's objections and of how the notice is sent."""
    open_ = account.declares(Question.DELIVERIES_OPEN)
    if open_ is Answer.NO:
        yield bar("paper.suspension.nothing_to_suspend", ("civil_code:528",), place=declared(Question.DELIVERIES_OPEN))
    elif open_ is Answer.UNKNOWN:
        place = declared(Question.DELIVERIES_OPEN)
        yield caution("paper.suspension.deliveries_unknown", ("civil_code:528",), place=place)
    place, articles = declared(Question.WRITTEN_DISPUTE), ("civil_code:525", "civil_code:526")
    disputed = account.declares(Question.WRITTEN_DISPUTE)
    if disputed is Answer.YES:
        yield caution("paper.suspension.disputed", articles, place=place)
    elif disputed is Answer.UNKNOWN:
        yield caution("paper.suspension.dispute_unknown", articles, place=place)
    dated, start = request.dated_on or account.as_of, found.asked.from_on
    if start is not None and start < dated:
        place = "/letter/suspension/from_on"
        yield caution("paper.suspension.late_notice", ("civil_code:528",), place=place, start=start.isoformat())
    not_electronic = ("electronic_signature_law:3(3)",)
    if found.asked.utility:
        yield caution("paper.suspension.utility", not_electronic, place="/letter/delivery")
    elif found.asked.utility is None and _ELECTRONIC.search(request.delivery or ""):
        yield caution("paper.suspension.utility_unknown", not_electronic, place="/letter/suspension/utility")


def _worded(case: Case) -> dict[str, object]:
    pen = case.pen
    found = _suspended(case.account, case.assessment, case.request)
    asked = found.asked
    owed = sum((item.demandable for item in found.items), ZERO)
    arrival = pen.say(f"本通知送达{case.you}之日", "your receipt of this notice")
    return {
        "contract_cited": parties.cited(found.contract, pen) if found.contract else "",
        "unpaid_cited": parties.cited(found.unpaid, pen) if found.unpaid else "",
        "crosses": found.crosses,
        "ground": asked.ground.value if asked.ground else "",
        "basis_cited": pen.cite(_BASIS[asked.ground] if asked.ground else _GROUNDS),
        "clause": pen.quoted(asked.clause, asked.clause_en) if asked.clause else "",
        "stated": paragraphs(asked.facts, asked.facts_en, zh=pen.zh),
        "signs": [
            {
                "no": str(number),
                "shows": pen.say(*_SHOWS[sign.shows]),
                "evidence": pen.own(sign.evidence, sign.evidence_en),
                "seen_on": pen.column_date(sign.seen_on),
            }
            for number, sign in enumerate(asked.signs, 1)
        ],
        "deliveries": pen.own(asked.deliveries, asked.deliveries_en),
        "delivery_on": pen.date(asked.delivery_on),
        "start": pen.date(asked.from_on) or arrival,
        "first_due_on": pen.date(min((item.due.on for item in found.items if item.due.on), default=None)),
        **claims.listed(case.settlement, found.items, pen, case.we, case.you),
        "has_overdue": bool(found.items),
        "asked": pen.money(owed) if owed else pen.no_sum,
        "asked_full": pen.in_full(owed) if owed else pen.no_sum,
        "longest_overdue": pen.counted(max(claims.longest_overdue(found.items), 0), "天", "day", "days"),
    }


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    return ("合同（复印件）", "发票（复印件）") if language is Language.ZH else ("Contract (copy)", "Invoices (copies)")


PAPER = Paper(
    entry=Entry(
        LetterKind.SUPPLY_SUSPENSION_NOTICE,
        MappingProxyType({None: titles("暂停供货通知", "Notice of Suspension of Supply")}),
        job="notice",
        places=("facts", "closing"),
        reply_days=10,
        group=Group.NOTICE,
        needed=(*NEEDED, "/letter/suspension", "/account/creditor/bank_account"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **LISTED,
            "contract_cited": ("暂停供货的合同", "the contract whose deliveries are suspended"),
            "unpaid_cited": ("逾期未付的合同", "the contract under which payment is overdue"),
            "crosses": ("两者是否不同", "whether the two are different ones"),
            "ground": (
                "依据：prior、simultaneous、insecurity、clause；未选择为空",
                "the ground: prior, simultaneous, insecurity or clause; else empty",
            ),
            "basis_cited": ("法律依据", "the legal basis"),
            "clause": ("所依合同条款原文，加引号", "the clause that it rests on, quoted"),
            "stated[]": ("事实，逐段", "the facts, paragraph by paragraph"),
            "signs[]": ("不安抗辩的证据", "the evidence of insecurity"),
            "signs[].no": ("序号", "number of the row"),
            "signs[].shows": ("所属情形", "what it shows"),
            "signs[].evidence": ("证据", "the evidence"),
            "signs[].seen_on": ("日期", "its day"),
            "deliveries": ("暂停的供货范围", "the deliveries suspended"),
            "delivery_on": ("约定交货日；未填写为空", "the day agreed for delivery; else empty"),
            "start": ("暂停起始日", "from when they are suspended"),
            "first_due_on": ("逾期款项的最早到期日", "the first due date of what is overdue"),
            "has_overdue": ("该合同项下是否有逾期款项", "whether anything is overdue under that contract"),
            "asked": ("恢复供货前应付清的金额", "the sum to be paid before supply goes on"),
            "asked_full": ("同上，数字及大写", "the same, figures and words"),
            "longest_overdue": ("最长逾期", "longest time overdue"),
        }
    ),
    parts=(
        same("number", "{letter.number}"),
        same("suspension.contract", "{contract_cited}"),
        same("suspension.basis", "{basis_cited}"),
        same("suspension.scope", "{deliveries}"),
        same("suspension.start", "{start}"),
        same("suspension.clause", "{clause}"),
        same("suspension.evidence", "{signs.evidence}"),
        same("suspension.facts", "{stated}"),
        same("invoice", "{items.number}"),
        same("due_date", "{items.due_on}"),
        same("sum", "{asked_full}", when="has_overdue"),
        Part("suspension.ends", "恢复供货", "resume[^.]{0,60}deliver"),
        Part("suspension.security", "适当(的)?担保", "adequate security"),
        same("reply_by", "{letter.reply_by}"),
        RESERVATION,
    ),
    part_names=MappingProxyType(
        {
            "suspension.contract": ("暂停供货的合同", "the contract whose deliveries are suspended"),
            "suspension.basis": ("暂停供货的依据", "the ground"),
            "suspension.scope": ("暂停的范围", "what is suspended"),
            "suspension.start": ("暂停起始日", "from when"),
            "suspension.clause": ("所依合同条款原文", "the clause that it rests on"),
            "suspension.evidence": ("不安抗辩的确切证据", "the conclusive evidence of insecurity"),
            "suspension.facts": ("事实", "the facts"),
            "suspension.ends": ("恢复供货的条件", "what ends the suspension"),
            "suspension.security": ("提供适当担保", "the invitation to give adequate security"),
        }
    ),
    bars=_bars,
    enclosures=_enclosures,
)
