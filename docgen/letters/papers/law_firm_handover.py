"""The handover of a case to a law firm (委托律师事务所移交清单), with the file that it needs.

Collection goes to a law firm, not to a collection agency: debt-collecting companies may not be registered in the PRC
(国家经贸委、公安部、国家工商行政管理局2000年联合通知, from memory: to be checked before it is cited), and what
such people do falls on whoever sent them. The firm takes the mandate itself (律师法 28) and keeps it confidential (41).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from docgen.accounts.account import Account, EventKind, Proof
from docgen.accounts.invoice import Invoice
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment, OpenItem
from docgen.law.statutes import LawData
from docgen.letters.context import claims, parties
from docgen.letters.context.base import Case
from docgen.letters.context.decided import day
from docgen.letters.context.field_groups import LISTED
from docgen.letters.context.pen import Pen
from docgen.letters.context.working import CLOCKS, CONTACT, DECISION, WORKING, contacting
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.working import Handover
from docgen.letters.request import LetterKind, LetterRequest

_MANDATE = ("lawyers_law:28", "lawyers_law:41", "lawyers_law:42")
_PROVED = frozenset({Proof.ARRIVED, Proof.REFUSED, Proof.SIGNED, Proof.PROMISED})
_DEMANDS = frozenset({EventKind.DEMAND, EventKind.LAWYERS_LETTER, EventKind.REMINDER})
_NO_AGENCY = (
    "本案只委托律师事务所，不委托以讨债为业的公司：在中国境内，此类公司不得登记设立"
    "（国家经济贸易委员会、公安部、国家工商行政管理局2000年联合通知；"
    "引用前须核对原文），其不当行为的后果会落到委托人身上。受托方也不得转委托此类机构。",
    "This case goes to a law firm alone. Collection agencies may not be registered in the PRC (joint notice of the "
    "State Economic and Trade Commission, the Ministry of Public Security and the State Administration for Industry "
    "and Commerce, 2000; to be checked against its text before it is cited), and what they do wrong falls on whoever "
    "sent them. The firm may not pass the case on to one.",
)
_HAS, _LACKS = ("有", "on record"), ("缺，须补", "missing: to be found")


def _bars(account: Account, _assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    if not account.contracts:
        yield Finding("paper.law_firm_handover.no_contract", Severity.WARNING, "/account/contracts")
    given = request.handover or Handover(firm="")
    if not given.powers:
        yield Finding("paper.law_firm_handover.no_powers", Severity.INFORMATION, "/letter/handover/powers")
    if given.budget is None and not given.budget_terms:
        yield Finding("paper.law_firm_handover.no_budget", Severity.INFORMATION, "/letter/handover/budget")


def _worded(case: Case) -> dict[str, object]:
    settlement, pen, account = case.settlement, case.pen, case.account
    given = case.request.handover or Handover(firm="")
    items = claims.open_items(settlement)
    told = contacting(case, last=len(account.history) or 1)
    return {
        **{name: told[name] for name in ("decision", "clocks", "contacts", "promises", "disputes", "warnings")},
        **claims.listed(settlement, items, pen, case.we, case.you),
        "handover": {
            "firm": pen.own(given.firm, given.firm_en),
            "wanted": pen.own(given.wanted, given.wanted_en) or _next_step(case),
            "powers": pen.own(given.powers, given.powers_en) or pen.say("待商定", "to be agreed"),
            "budget": pen.money(given.budget) if given.budget is not None else pen.say("待商定", "to be agreed"),
            "budget_terms": pen.own(given.budget_terms, given.budget_terms_en),
        },
        "papers": _papers(case, items),
        "clauses": [_clauses(one, pen) for one in (parties.contract(each, pen) for each in case.contracts(items))],
        "sizes": [
            said
            for said in (
                parties.size_said(account.creditor, pen.say("债权人", "the creditor"), pen),
                parties.size_said(account.debtor, pen.say("债务人", "the debtor"), pen),
            )
            if said
        ],
        "guarantees": [
            {
                "guarantor": pen.own(one.guarantor.name, one.guarantor.name_en),
                "words": pen.quoted(one.words, one.words_en) if one.words else "—",
            }
            for each in account.contracts
            for one in each.guarantees
        ],
        "no_agency": pen.say(*_NO_AGENCY),
        "basis_cited": pen.cite(_MANDATE),
        "look_again_on": day(case.decided["look_again_on"], pen),
    }


def _next_step(case: Case) -> str:
    step = case.decided["next"]["title"]
    return case.pen.say(
        f"就下列欠款采取下一步骤（{step}），并就其后的步骤提出书面意见",
        f"take the next step on the debts below ({step}) and advise in writing on those after it",
    )


def _clauses(contract: dict[str, object], pen: Pen) -> dict[str, object]:
    """A contract's clauses that a suit turns on; of one that is not on record, that it is not."""
    names = ("payment_terms", "late_payment", "dispute_clause", "costs_clause", "service_clause")
    absent = pen.say("账上没有录入", "not on record")
    return {"cited": contract["cited"], **{name: contract[name] or absent for name in names}}


def _papers(case: Case, items: list[OpenItem]) -> list[dict[str, str]]:
    """The file that a firm needs, each paper with what of it is on record."""
    pen, account = case.pen, case.account
    open_ = [item.invoice for item in items]
    held = [each for each in account.history if each.on <= account.as_of]
    demands = [each for each in held if each.kind in _DEMANDS]
    proved = [each for each in demands if each.proof in _PROVED]
    confirmed = [each for each in held if each.kind is EventKind.CONFIRMATION and each.proof in _PROVED]
    guarantees = [one for each in account.contracts for one in each.guarantees]
    disputed = [each for each in open_ if each.dispute]

    def row(zh: str, en: str, here: bool, said: str = "") -> dict[str, str]:
        on_record = pen.say(*(_HAS if here else _LACKS))
        return {"name": pen.say(zh, en), "on_record": f"{on_record}{pen.say('：', ': ')}{said}" if said else on_record}

    def of(part: list[Invoice]) -> str:
        return pen.say(f"未付发票{len(open_)}张中{len(part)}张", f"{len(part)} of {len(open_)} open invoices")

    delivered = [each for each in open_ if each.delivery_documents]
    accepted = [each for each in open_ if each.acceptance_documents]
    clauses = [each for each in account.contracts if each.service_clause]
    rows = [
        row(
            "合同及补充协议",
            "Contracts and supplements",
            bool(account.contracts),
            pen.listed([c.number for c in account.contracts]),
        ),
        row("发票", "Invoices", bool(open_), pen.counted(len(open_), "张", "invoice", "invoices")),
        row(
            "交付凭证（签收的送货单）", "Proof of delivery (signed notes)", len(delivered) == len(open_), of(delivered)
        ),
        row("验收凭证", "Proof of acceptance", len(accepted) == len(open_), of(accepted)),
        row(
            "对账确认（债务人盖章）",
            "Confirmation sealed by the debtor",
            bool(confirmed),
            pen.listed([_event(each.reference, pen.date(each.on), pen) for each in confirmed]),
        ),
        row(
            "催款函、提醒函及送达凭证",
            "Demands and reminders with proof of arrival",
            bool(proved),
            pen.say(
                f"共{len(demands)}件，其中能证明送达的{len(proved)}件",
                f"{len(demands)}, of which {len(proved)} with proof of arrival",
            ),
        ),
        row(
            "付款凭证（银行回单）",
            "Payment slips",
            bool(account.payments),
            pen.counted(len(account.payments), "笔", "payment", "payments"),
        ),
        row(
            "送达地址条款或者地址确认书",
            "Address-for-service clause or confirmation",
            bool(clauses),
            pen.listed([c.number for c in clauses]),
        ),
        row(
            "双方企业规模的证明",
            "Proof of the size class of both sides",
            bool(account.creditor.size and account.debtor.size),
        ),
        row(
            "债务人主体资料（营业执照、公示信息）",
            "The debtor's register data",
            bool(account.debtor.registration_number),
            account.debtor.registration_number or "" if not parties.is_natural(account.debtor) else "",
        ),
        row("银行账户流水及往来函件", "Bank records and correspondence", bool(held)),
    ]
    if guarantees:
        names = pen.listed([pen.own(one.guarantor.name, one.guarantor.name_en) for one in guarantees])
        rows.append(row("保证合同及向保证人请求的凭证", "Guarantees, and requests made to guarantors", True, names))
    if disputed:
        numbers = pen.listed([each.number for each in disputed])
        written = all(each.dispute and each.dispute.in_writing for each in disputed)
        rows.append(
            row("对方的书面异议及我方答复", "The debtor's written objections and our replies", written, numbers)
        )
    return rows


def _event(reference: str | None, on: str, pen: Pen) -> str:
    return pen.say(f"{on}{reference or ''}", f"{on}{f' ({reference})' if reference else ''}")


PAPER = Paper(
    entry=Entry(
        LetterKind.LAW_FIRM_HANDOVER,
        MappingProxyType({None: titles("委托律师事务所移交清单", "Handover to a Law Firm")}),
        job="record",
        places=("facts", "closing"),
        reply_days=0,
        group=Group.WORKING,
        needed=("/letter/number", "/letter/handover"),
        salutes=False,
        we=("债权人", "the creditor"),
        you=("债务人", "the debtor"),
        draft_mark=WORKING,
    ),
    worded=_worded,
    bars=_bars,
    decides=True,
    fields=MappingProxyType(
        {
            **LISTED,
            **CLOCKS,
            **{name: words for name, words in DECISION.items() if name.startswith(("decision.", "warnings"))},
            **{name: CONTACT[name] for name in CONTACT if name.startswith(("contacts[]", "promises[]", "disputes[]"))},
            "handover.firm": ("律师事务所", "the law firm"),
            "handover.wanted": ("委托事项", "what is wanted"),
            "handover.powers": ("代理权限", "powers"),
            "handover.budget": ("费用预算", "budget"),
            "handover.budget_terms": ("收费约定；没有则为空", "fee terms; else empty"),
            "papers[]": ("移交的材料", "the papers handed over"),
            "papers[].name": ("材料", "paper"),
            "papers[].on_record": ("账上情况", "what of it is on record"),
            "clauses[]": ("各合同的条款", "the clauses of each contract"),
            "clauses[].cited": ("合同", "contract"),
            "clauses[].payment_terms": ("付款条款", "payment terms"),
            "clauses[].late_payment": ("逾期付款条款", "late-payment clause"),
            "clauses[].dispute_clause": ("争议解决条款", "dispute clause"),
            "clauses[].costs_clause": ("费用承担条款", "costs clause"),
            "clauses[].service_clause": ("送达地址条款", "address-for-service clause"),
            "sizes[]": ("双方的企业规模", "the size class of each side"),
            "guarantees[]": ("保证", "guarantees"),
            "guarantees[].guarantor": ("保证人", "guarantor"),
            "guarantees[].words": ("保证条款", "its words"),
            "no_agency": ("为什么不委托以讨债为业的公司", "why no collection agency is used"),
            "basis_cited": ("律师法条文", "articles of the Lawyers Law"),
            "look_again_on": ("复查日", "when to look again"),
        }
    ),
    parts=(
        same("handover.firm", "{handover.firm}"),
        same("handover.powers", "{handover.powers}"),
        same("handover.budget", "{handover.budget}"),
        same("handover.papers", "{papers.name}"),
        same("invoice", "{items.number}"),
        same("sum", "{sums.open}"),
        same("handover.clocks", "{clocks.last_safe_day}"),
        Part("handover.no_agency", "以讨债为业的公司.{0,40}不得登记", "[Cc]ollection agenc.{0,120}not"),
        Part("handover.receipt", "接收人", "[Rr]eceived by"),
    ),
    part_names=MappingProxyType(
        {
            "handover.firm": ("律师事务所", "the law firm"),
            "handover.powers": ("代理权限", "the powers"),
            "handover.budget": ("费用预算", "the budget"),
            "handover.papers": ("移交的材料", "the papers handed over"),
            "handover.clocks": ("各期间的最迟安全日", "the last safe day of each clock"),
            "handover.no_agency": ("不委托以讨债为业的公司", "that no collection agency is used"),
            "handover.receipt": ("接收人签字处", "the place for the receiver's signature"),
        }
    ),
)
