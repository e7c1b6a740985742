"""The notice that ends a contract (解除合同通知书): on a ground of the law or of the contract, within its time.

For late payment, a demand must have arrived and a reasonable time passed (民法典 563(1)(3)). The right lapses a year
after its ground was known, where nothing else is agreed (564). The contract ends when the notice arrives, or of itself
when the time that the notice sets is over (565). What is to be settled stays, and so do guarantees (566, 567).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from types import MappingProxyType

from docgen.accounts.account import Account, Answer, Question
from docgen.accounts.money import ZERO
from docgen.errors import Finding
from docgen.escalation.findings import caution, told
from docgen.law.assessment import Assessment
from docgen.law.periods import add_years
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
    declared,
    known_contracts,
    paragraphs,
)
from docgen.letters.papers.paper import Paper
from docgen.letters.papers.rescinding import DEMANDS, REASONABLE_DAYS, Ended, ended, performed
from docgen.letters.part import Part, same
from docgen.letters.particulars.notices import Performed, RescissionGround
from docgen.letters.request import Language, LetterKind, LetterRequest

_SHORTEST_DAYS = 3
_ALARM_DAYS = 30

_BASIS = MappingProxyType(
    {
        RescissionGround.DELAY: ("civil_code:563(1)(3)",),
        RescissionGround.REFUSAL: ("civil_code:563(1)(2)",),
        RescissionGround.PURPOSE: ("civil_code:563(1)(4)",),
        RescissionGround.FORCE_MAJEURE: ("civil_code:563(1)(1)",),
        RescissionGround.LAW: ("civil_code:563(1)(5)",),
        RescissionGround.CLAUSE: ("civil_code:562(2)",),
    }
)
_ANY = ("civil_code:562(2)", "civil_code:563")
_PLACE = "/letter/rescission"


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    yield from against_debtor(account)
    if request.rescission is None:
        return
    found = ended(account, assessment, request)
    if found.contract is None:
        facts = {"known": known_contracts(account), "named": found.asked.contract or ""}
        yield bar("paper.rescission.which_contract", ("civil_code:565(1)",), place=f"{_PLACE}/contract", **facts)
        return
    yield from _of_ground(found)
    yield from _of_time(found)
    yield from _of_effect(found)
    yield from _of_declared(account)


def _of_ground(found: Ended) -> Iterator[Finding]:
    """What the chosen ground needs, and what of it is not there."""
    asked = found.asked
    if asked.ground is None:
        yield bar("paper.rescission.no_ground", _ANY, place=f"{_PLACE}/ground")
        return
    basis = _BASIS[asked.ground]
    if asked.ground is RescissionGround.DELAY:
        yield from _of_delay(found)
    elif not asked.facts:
        yield bar("paper.rescission.no_facts", basis, place=f"{_PLACE}/facts")
    if asked.ground is RescissionGround.CLAUSE and not asked.clause:
        yield bar("paper.rescission.no_clause", basis, place=f"{_PLACE}/clause")


def _of_delay(found: Ended) -> Iterator[Finding]:
    """Late payment: something is overdue, a demand for it arrived, and a reasonable time is over."""
    basis, contract = _BASIS[RescissionGround.DELAY], found.contract.number if found.contract else ""
    if not found.items:
        yield bar("paper.rescission.nothing_overdue", basis, contract=contract)
        return
    if found.demand is None or found.period_until is None:
        yield bar("paper.rescission.no_demand", basis, place="/account/history", contract=contract)
        return
    on, until = found.demand.on, found.period_until
    if found.dated <= until:
        yield bar("paper.rescission.period_running", basis, on=on.isoformat(), until=until.isoformat())
    if found.asked.period_until is None:
        facts = {"on": on.isoformat(), "days": str(REASONABLE_DAYS), "until": until.isoformat()}
        yield told("paper.rescission.period_taken", basis, place=f"{_PLACE}/period_until", **facts)
    elif (until - on).days < _SHORTEST_DAYS:
        facts = {"on": on.isoformat(), "until": until.isoformat()}
        yield caution("paper.rescission.short_period", basis, place=f"{_PLACE}/period_until", **facts)
    first = found.demands[0]
    if first is not found.demand and add_years(first.on + dt.timedelta(days=REASONABLE_DAYS), 1) < found.dated:
        facts = {"first": first.on.isoformat(), "on": on.isoformat()}
        yield caution("paper.rescission.earlier_demand", ("civil_code:564",), place=f"{_PLACE}/demand_on", **facts)


def _of_time(found: Ended) -> Iterator[Finding]:
    """The right lapses: the notice must arrive before (564)."""
    articles, ground = ("civil_code:564", "civil_code:199"), found.asked.ground
    if ground not in {None, RescissionGround.DELAY} and found.known_on is None:
        yield bar("paper.rescission.known_unknown", articles, place=f"{_PLACE}/known_on")
    lapses = found.lapses_on
    if lapses is None:
        return
    if found.dated > lapses:
        yield bar("paper.rescission.lapsed", articles, on=lapses.isoformat())
    elif (lapses - found.dated).days <= _ALARM_DAYS:
        days = str((lapses - found.dated).days)
        yield caution("paper.rescission.lapses_soon", articles, on=lapses.isoformat(), days=days)


def _of_effect(found: Ended) -> Iterator[Finding]:
    """When the contract ends, and what becomes of what was performed under it."""
    asked, articles = found.asked, ("civil_code:566", "civil_code:567")
    if asked.cure_until is not None and asked.cure_until <= found.dated:
        facts = {"on": asked.cure_until.isoformat()}
        yield bar("paper.rescission.cure_past", ("civil_code:565(1)",), place=f"{_PLACE}/cure_until", **facts)
    contract = found.contract
    begun = any(performed(item) for item in found.under)
    if begun and asked.performed is None:
        yield bar("paper.rescission.performed_unknown", articles, place=f"{_PLACE}/performed")
    if asked.performed is Performed.RETURN and not asked.returned:
        yield bar("paper.rescission.nothing_to_return", articles, place=f"{_PLACE}/returned")
    special = bool(contract and (contract.retention_of_title or contract.instalments))
    if begun or special:
        more = ("civil_code:633", "civil_code:634", "civil_code:642")
        number = contract.number if contract else ""
        yield caution("paper.rescission.partly_performed", (*articles, *more), contract=number)


def _of_declared(account: Account) -> Iterator[Finding]:
    """Whoever has not performed itself, or delivered badly, may have no right to rescind (526)."""
    articles = ("civil_code:526",)
    own, place = account.declares(Question.OWN_PERFORMANCE_OUTSTANDING), declared(Question.OWN_PERFORMANCE_OUTSTANDING)
    if own is Answer.YES:
        yield caution("paper.rescission.own_performance", articles, place=place)
    elif own is Answer.UNKNOWN:
        yield caution("paper.rescission.own_performance_unknown", articles, place=place)
    disputed, place = account.declares(Question.WRITTEN_DISPUTE), declared(Question.WRITTEN_DISPUTE)
    if disputed is Answer.YES:
        yield caution("paper.rescission.disputed", articles, place=place)
    elif disputed is Answer.UNKNOWN:
        yield caution("paper.rescission.dispute_unknown", articles, place=place)
    if account.declares(Question.SUIT_PENDING) is Answer.YES:
        yield caution("paper.rescission.suit", ("civil_code:565(2)",), place=declared(Question.SUIT_PENDING))


def _worded(case: Case) -> dict[str, object]:
    pen = case.pen
    found = ended(case.account, case.assessment, case.request)
    asked, contract = found.asked, found.contract
    owed = sum((item.demandable for item in found.items), ZERO)
    delay = asked.ground is RescissionGround.DELAY
    return {
        "contract_cited": parties.cited(contract, pen) if contract else "",
        "ground": asked.ground.value if asked.ground else "",
        "basis_cited": pen.cite((*(_BASIS[asked.ground] if asked.ground else _ANY), "civil_code:565(1)")),
        "clause": pen.quoted(asked.clause, asked.clause_en) if asked.clause else "",
        "stated": paragraphs(asked.facts, asked.facts_en, zh=pen.zh),
        "demand": {
            "on": pen.date(found.demand.on) if delay and found.demand else "",
            "what": pen.say(*DEMANDS[found.demand.kind]) if delay and found.demand else "",
            "reference": (found.demand.reference or "") if delay and found.demand else "",
            "until": pen.date(found.period_until) if delay else "",
        },
        "cure_until": pen.date(asked.cure_until),
        "performed": asked.performed.value if asked.performed else "",
        "returned": pen.own(asked.returned, asked.returned_en),
        "consequences_cited": pen.cite(("civil_code:566", "civil_code:567")),
        "guarantors": [
            pen.own(each.guarantor.name, each.guarantor.name_en) for each in (contract.guarantees if contract else ())
        ],
        **claims.listed(case.settlement, found.items, pen, case.we, case.you),
        "has_overdue": bool(found.items),
        "asked": pen.money(owed) if owed else pen.no_sum,
        "asked_full": pen.in_full(owed) if owed else pen.no_sum,
        "longest_overdue": pen.counted(max(claims.longest_overdue(found.items), 0), "天", "day", "days"),
    }


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("合同（复印件）", "催告函件及送达凭证（复印件）", "发票（复印件）")
    return ("Contract (copy)", "Demand with proof of delivery (copies)", "Invoices (copies)")


PAPER = Paper(
    entry=Entry(
        LetterKind.RESCISSION_NOTICE,
        MappingProxyType({None: titles("解除合同通知书", "Notice of Rescission")}),
        job="notice",
        places=("facts", "closing"),
        reply_days=10,
        group=Group.NOTICE,
        needed=(*NEEDED, _PLACE, "/account/creditor/bank_account"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **LISTED,
            "contract_cited": ("解除的合同", "the contract that ends"),
            "ground": (
                "依据：delay、refusal、purpose、force_majeure、law、clause；未选择为空",
                "the ground: delay, refusal, purpose, force_majeure, law or clause; else empty",
            ),
            "basis_cited": ("法律依据", "the legal basis"),
            "clause": ("所依解除条款原文，加引号", "the clause that it rests on, quoted"),
            "stated[]": ("事实，逐段", "the facts, paragraph by paragraph"),
            "demand.on": ("催告日期；其他依据为空", "the day of the demand; empty for other grounds"),
            "demand.what": ("催告方式", "what the demand was"),
            "demand.reference": ("催告函文号", "its number"),
            "demand.until": ("合理期限届满日", "the last day of the reasonable time"),
            "cure_until": ("逾期即自动解除的期限；没有则为空", "the day after which it ends of itself; else empty"),
            "performed": (
                "已履行部分：price、return、reserved；未选择为空",
                "what was performed: price, return or reserved; else empty",
            ),
            "returned": ("应返还的标的物", "what is to be given back"),
            "consequences_cited": ("解除后果的法律依据", "the legal basis of the consequences"),
            "guarantors[]": ("该合同的保证人", "the guarantors of the contract"),
            "has_overdue": ("该合同项下是否有逾期款项", "whether anything is overdue under the contract"),
            "asked": ("逾期未付的金额", "the sum overdue"),
            "asked_full": ("同上，数字及大写", "the same, figures and words"),
            "longest_overdue": ("最长逾期", "longest time overdue"),
        }
    ),
    parts=(
        same("number", "{letter.number}"),
        same("rescission.contract", "{contract_cited}"),
        same("rescission.basis", "{basis_cited}"),
        same("rescission.demand", "{demand.on}"),
        same("rescission.clause", "{clause}"),
        same("rescission.facts", "{stated}"),
        same("rescission.cure", "{cure_until}"),
        same("rescission.returned", "{returned}"),
        same("rescission.guarantors", "{guarantors}"),
        same("invoice", "{items.number}"),
        same("due_date", "{items.due_on}"),
        same("sum", "{asked_full}", when="has_overdue"),
        Part("rescission.effect", "(到达|届满)[^。]{0,20}解除", "rescinded[^.]{0,40}(arriv|end of)"),
        Part("rescission.settlement", "结算、清理条款", "settlement and liquidation"),
        Part("rescission.security", "担保责任", "security"),
        same("reply_by", "{letter.reply_by}"),
        RESERVATION,
    ),
    part_names=MappingProxyType(
        {
            "rescission.contract": ("解除的合同", "the contract that ends"),
            "rescission.basis": ("解除的依据", "the ground"),
            "rescission.demand": ("催告的日期", "the day of the demand"),
            "rescission.clause": ("所依解除条款原文", "the clause that it rests on"),
            "rescission.facts": ("事实", "the facts"),
            "rescission.cure": ("逾期即自动解除的期限", "the day after which it ends of itself"),
            "rescission.returned": ("应返还的标的物", "what is to be given back"),
            "rescission.guarantors": ("保证人", "the guarantors"),
            "rescission.effect": ("解除的时间", "when the contract ends"),
            "rescission.settlement": ("结算、清理条款继续有效", "that the settlement clauses survive"),
            "rescission.security": ("担保责任不受影响", "that security stays"),
        }
    ),
    bars=_bars,
    enclosures=_enclosures,
)
