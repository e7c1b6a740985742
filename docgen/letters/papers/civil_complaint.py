"""The civil complaint of a seller (民事起诉状), in the element-style form for sales contracts (法〔2025〕82号).

A plaintiff who sells fills in claims 1, 2 and 5 to 10; 3 and 4 are the buyer's. What the account does not hold – the
terms on goods, delivery and quality, security on things – is asked for or left open on the face of the draft. Its last
page is for our own eyes: which court, what it costs, what goes with it, which periods run.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from docgen.accounts.account import Account, Answer, EventKind, Question
from docgen.accounts.money import ZERO
from docgen.law import fees
from docgen.law.assessment import Assessment
from docgen.letters.context import claims, court, suits
from docgen.letters.context.base import Case
from docgen.letters.context.basis import basis_cited
from docgen.letters.context.demand import order_note, order_said, total_facts
from docgen.letters.context.field_groups import (
    AGENTS,
    CLAIM,
    EVIDENCE,
    FILING,
    LISTED,
    SERVICE,
    SETTLED,
    of_boxes,
    of_party,
)
from docgen.letters.context.history import confirmed_said, demands_said
from docgen.letters.context.interest import interest
from docgen.letters.context.pen import Pen
from docgen.letters.context.performance import performance_said
from docgen.letters.context.reserved import reserved_said
from docgen.letters.context.suits import Sued
from docgen.letters.entry import BEFORE_A_COURT, Entry, Group, titles
from docgen.letters.papers.complaint_bars import bars
from docgen.letters.papers.paper import Paper
from docgen.letters.papers.suing import claimed, disputes, ended, sue_by, sued
from docgen.letters.part import Part, same
from docgen.letters.particulars.court import Suit
from docgen.letters.request import Language, LetterKind


def _worded(case: Case) -> dict[str, object]:
    settlement, pen, request, account = case.settlement, case.pen, case.request, case.account
    pairs = sued(account, case.assessment, request)
    if pairs:  # the debtor is one of several defendants, and is called so wherever it is spoken of
        case = replace(case, entry=replace(case.entry, you=suits.FIRST_OF_SEVERAL))
    suit = request.suit or Suit()
    items = claims.demanded_items(settlement)
    contracts = case.contracts(items)
    owed, total = interest(case), claimed(settlement)
    rows = claims.rows(items, pen)
    return {
        "plaintiff": court.named(account.creditor, court.side(case, creditor=True), pen),
        "defendant": court.named(account.debtor, court.side(case, creditor=False), pen)
        | {"label": suits.first_defendant(pairs, pen)},
        "guarantors": suits.guarantors(pairs, case),
        "agents": court.agents(request, pen),
        "court": pen.own(request.court, request.court_en),
        "service": court.service(case),
        "subject": court.subject(contracts, pen),
        "items": rows,
        "sums": claims.sums(settlement, items, pen),
        "performance": [row for row in rows if row["performed"]],
        "performance_said": performance_said(case, items),
        "settled": claims.settled(items, account, pen),
        "settled_said": claims.settled_said(items, pen),
        "unallocated_said": claims.unallocated_said(settlement, pen, case.we, case.you),
        "reserved_said": reserved_said(settlement, pen, case.we, case.you),
        "demands_said": demands_said(case, items, provable_only=True),
        "confirmed_said": confirmed_said(case, items),
        "longest_overdue": pen.counted(max(claims.longest_overdue(items), 0), "天", "day", "days"),
        "interest": owed,
        "costs": {"claimed": settlement.costs > 0, "amount": pen.in_full(settlement.costs) if settlement.costs else ""},
        **total_facts(total if settlement.totals.demandable else ZERO, pen),
        "order": order_said(settlement.order, pen),
        "order_note": order_note(settlement.order, pen, with_interest=bool(owed["claimed"])),
        "forum_clause": court.forum_clause(contracts, pen),
        "preserved": suits.preserved(suit, pen),
        "suit": {
            "goods": suits.terms(suit.goods, suit.goods_en, pen),
            "delivery": suits.terms(suit.delivery, suit.delivery_en, pen),
            "quality": suits.terms(suit.quality, suit.quality_en, pen),
            "further": pen.own(suit.further, suit.further_en),
            "mediation": court.boxes(suit.agrees_to_mediate),
            "security": court.boxes(bool(pairs)),
            "runs_on": court.boxes(bool(owed["continues"])),
            "disputed": court.boxes(
                True if any(disputes(account, case.assessment)) else _answer(account, Question.WRITTEN_DISPUTE)
            ),
            "disputed_said": _disputed_said(case),
            "costs_said": _costs_said(case, pairs),
        },
        "basis_cited": basis_cited(
            settlement, items, contracts, pen, with_interest=bool(owed["claimed"]), also=suits.articles(pairs)
        ),
        "evidence": court.evidence(request, pen),
        "filing": {
            "where": court.where_said(case, contracts),
            "level": court.level_said(case, total, outside=suit.outside_province),
            "fees": court.fee_rows(
                (
                    fees.property_case(pen.law, total, request.dated_on or account.as_of),
                    fees.property_halved(pen.law, total, request.dated_on or account.as_of),
                    fees.preservation(pen.law, total, request.dated_on or account.as_of),
                ),
                pen,
            ),
            "attach": court.attachments(suits.attached(1 + len(suits.defendants(pairs, pen))), pen),
            "clocks": [*_sue_in_time(suit, pen), *court.clocks(case, items), *_not_of_guarantors(case)],
        },
    }


def _disputed_said(case: Case) -> str:
    """What is on record of an objection, and that it is not conceded; empty where nothing is."""
    items, events = disputes(case.account, case.assessment)
    pen, parts = case.pen, []
    for item in items:
        dispute = item.invoice.dispute
        if dispute:
            on, reason = pen.date(dispute.raised_on), pen.own(dispute.reason, None)
            parts.append(
                pen.say(
                    f"{case.you}于{on}就发票{item.invoice.number}提出异议，涉及{pen.money(dispute.amount)}，理由：{reason}",
                    f"on {on} {case.you} objected to {pen.money(dispute.amount)} of invoice {item.invoice.number}: "
                    f"{reason}",
                )
            )
    if not parts:
        parts = [
            pen.say(f"{case.you}曾于{pen.date(one.on)}提出异议", f"{case.you} objected on {pen.date(one.on)}")
            for one in events
        ]
    if not parts:
        return ""
    return pen.say(f"{'；'.join(parts)}。原告不予认可。", f"{'; '.join(parts)}. The plaintiff does not accept it.")


def _costs_said(case: Case, pairs: list[Sued]) -> str:
    """Who is to bear the costs of the suit, and the fee of preservation where that was applied for (交纳办法 38(3))."""
    pen, who = case.pen, suits.all_defendants(pairs, case.pen)
    if _applied_for_preservation(case.account, case.request.suit or Suit()):
        return pen.say(
            f"本案诉讼费用、财产保全申请费由{who}负担",
            f"That {who} bear the litigation costs of the case and the fee of the preservation",
        )
    return pen.say(f"本案诉讼费用由{who}负担", f"That {who} bear the litigation costs of the case")


def _applied_for_preservation(account: Account, suit: Suit) -> bool:
    kinds = {EventKind.PRESERVATION_APPLIED, EventKind.PRESERVATION_TAKEN}
    declared = account.declares(Question.PRESERVATION_APPLIED) is Answer.YES
    return suit.preserved is not None or declared or any(one.kind in kinds for one in account.history)


def _not_of_guarantors(case: Case) -> list[dict[str, object]]:
    """For our own eyes: of which invoices a guarantor is not sued, for its period has ended."""
    pen = case.pen
    items = claims.demanded_items(case.settlement)
    if not (case.request.suit and case.request.suit.claims_security):
        return []
    numbers = {item.invoice.number for item in items}
    found: list[dict[str, object]] = []
    for contract in case.contracts(items):
        for one in contract.guarantees:
            who = pen.own(one.guarantor.name, one.guarantor.name_en)
            for clock in ended(case.assessment, contract, one):
                invoices = [number for number in clock.invoices if number in numbers]
                said = pen.say(
                    f"保证期间已届满，未请求{who}承担：发票{'、'.join(invoices)}",
                    f"guarantee period over, not claimed of {who}: invoices {', '.join(invoices)}",
                )
                if invoices:
                    found.append({"what": said, "on": pen.date(clock.raw_end)})
    return found


def _sue_in_time(suit: Suit, pen: Pen) -> list[dict[str, object]]:
    ends = sue_by(suit, pen.law)
    article = pen.cite(["cpl:104(3)"], briefly=True)
    what = pen.say(f"诉前保全后起诉的期限届满（{article}）", f"time to sue after preservation ends ({article})")
    return [{"what": what, "on": pen.date(ends)}] if ends else []


def _answer(account: Account, question: Question) -> bool | None:
    return {Answer.YES: True, Answer.NO: False, Answer.UNKNOWN: None}[account.declares(question)]


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("起诉状副本", "原告主体资格证明", "证据目录及证据材料")
    return ("Copies of this complaint", "Proof of the plaintiff's identity", "List of evidence and evidence")


PAPER = Paper(
    entry=Entry(
        LetterKind.CIVIL_COMPLAINT,
        MappingProxyType({None: titles("民事起诉状", "Civil Complaint")}),
        job="application",
        places=("facts", "reasons"),
        reply_days=0,
        group=Group.COURT,
        needed=("/letter/court", "/letter/evidence", *BEFORE_A_COURT),
        salutes=False,
        always_draft=True,
        draft_mark=("草稿，须经律师或者法务审核后提交", "Draft – to be reviewed by a lawyer before filing"),
        we=("原告", "the plaintiff"),
        you=("被告", "the defendant"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **LISTED,
            "reserved_said": (
                "有异议部分不予认可、权利保留，一句话；没有为空",
                "what is contested is reserved; else empty",
            ),
            **CLAIM,
            **SETTLED,
            **of_party("plaintiff"),
            **of_party("defendant"),
            "guarantors[]": ("一并起诉的保证人", "the guarantors sued too"),
            **of_party("guarantors[]"),
            **{
                f"{side}.{name}": words
                for side in ("plaintiff", "defendant", "guarantors[]")
                for name, words in {
                    "name_label": ("姓名或者名称", "what the name is called"),
                    "person_said": ("自然人的性别、出生日期、民族；否则为空", "a person's gender, birth, ethnic group"),
                }.items()
            },
            "defendant.label": (
                "对其的称呼：被告，有保证人时为被告一",
                "how it is called: the defendant, or Defendant 1",
            ),
            "guarantors[].label": ("对其的称呼：被告二等", "how it is called: Defendant 2 and so on"),
            "guarantors[].first": ("是否首次列出（一人担保数份合同时）", "whether named for the first time"),
            "guarantors[].claim": ("对其的诉讼请求", "what is claimed of it"),
            "guarantors[].mode": ("保证方式", "mode of its guarantee"),
            "guarantors[].words": ("保证条款原文，加引号", "the words of its guarantee, quoted"),
            "guarantors[].contract": ("所担保的合同", "the contract guaranteed"),
            **AGENTS,
            **EVIDENCE,
            **SERVICE,
            **FILING,
            "court": ("法院", "court"),
            "subject": ("款项名称：货款", "what the money is for"),
            "costs.claimed": ("是否主张实现债权的费用", "whether costs are claimed"),
            "costs.amount": ("费用，数字及大写", "costs, figures and words"),
            "forum_clause": ("争议解决条款原文，加引号", "the clauses on disputes, quoted"),
            "preserved": ("诉前保全的法院、日期、案号；没有为空", "preservation before the suit; else empty"),
            "longest_overdue": ("最长逾期", "longest time overdue"),
            "suit.goods": ("标的物约定", "terms on the goods"),
            "suit.delivery": ("交货约定", "terms on delivery"),
            "suit.quality": ("质量约定", "terms on quality"),
            "suit.further": ("其他诉讼请求", "further claims"),
            **of_boxes("suit.mediation", "是否愿意先行调解", "would try mediation first"),
            **of_boxes("suit.security", "是否主张担保权利", "claims upon security"),
            **of_boxes("suit.runs_on", "是否请求支付至实际清偿之日", "interest claimed until payment"),
            "suit.disputed_said": ("异议及其理由；没有记录为空", "the objection and its reason; else empty"),
            "suit.costs_said": ("诉讼费用由谁负担，一句话", "who bears the litigation costs, a sentence"),
            **of_boxes("suit.disputed", "是否存在质量争议", "a dispute over quality"),
        }
    ),
    parts=(
        same("plaintiff.address", "{plaintiff.address}"),
        same("defendant.address", "{defendant.address}"),
        same("sum", "{sums.demanded_full}"),
        same("request.interest", "{interest.total_full}"),
        same("total", "{total_full}"),
        same("court", "{court}"),
        Part("claims.fees", "诉讼费用", "litigation costs"),
        Part("evidence", "证据清单", "evidence"),
        Part("mediation", "调解", "mediation"),
        Part("own_eyes", "不提交法院", "not to be filed"),
        Part("reference_copy", "民事起诉状", "reference.{0,80}Chinese text prevails"),
    ),
    part_names=MappingProxyType(
        {
            "plaintiff.address": ("原告住所地", "the plaintiff's domicile"),
            "defendant.address": ("被告住所地", "the defendant's domicile"),
            "claims.fees": ("诉讼费用的负担", "who bears the litigation costs"),
            "mediation": ("调解意愿", "the wish for mediation"),
            "own_eyes": ("自用核对页", "the page for our own eyes"),
        }
    ),
    bars=bars,
    asks=True,
    enclosures=_enclosures,
)
