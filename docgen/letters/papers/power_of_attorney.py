"""The power of attorney (授权委托书): one or two agents, and each special power by name (民事诉讼法 61, 62).

"All powers" alone grants none of them (民诉法解释 89). In enforcement the powers to waive or change rights, to settle
and to receive money must be named (执行规定（试行） 20).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context import court
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import AGENTS, of_party
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.named import NAMED, named, of_guarantors
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.court import Mandate, Matter
from docgen.letters.request import Language, LetterKind, LetterRequest

_MOST_AGENTS = 2
_IN_SUIT = {
    "admits": ("代为承认诉讼请求", "to admit claims"),
    "waives": ("代为放弃诉讼请求", "to waive claims"),
    "changes": ("代为变更诉讼请求", "to amend claims"),
    "settles": ("进行和解", "to settle"),
    "counterclaims": ("提起反诉", "to counterclaim"),
    "appeals": ("提起上诉", "to appeal"),
}
_IN_ENFORCEMENT = {
    "waives": ("代为放弃民事权利", "to waive civil rights"),
    "changes": ("代为变更民事权利", "to change civil rights"),
    "settles": ("代为进行执行和解", "to settle in enforcement"),
    "receives": ("代为收取执行款项", "to receive the money that is enforced"),
}
_MATTERS = {
    Matter.SUIT: ("诉讼", "the suit"),
    Matter.PAYMENT_ORDER: ("申请支付令", "the application for a payment order"),
    Matter.ENFORCEMENT: ("申请强制执行", "the application for enforcement"),
}
_GENERAL = {
    Matter.SUIT: (
        "代为起诉、立案，提交和领取诉讼材料，申请财产保全，参加庭审、质证、辩论和调解程序",
        "to file the suit, to hand in and receive papers, to apply for preservation, and to appear, examine "
        "evidence and argue at hearings and in mediation",
    ),
    Matter.PAYMENT_ORDER: (
        "代为提出支付令申请，提交和领取法律文书及材料",
        "to apply for the payment order, and to hand in and receive papers",
    ),
    Matter.ENFORCEMENT: (
        "代为申请执行、立案，提交和领取执行材料，提供财产线索",
        "to apply for enforcement, to hand in and receive papers, and to point out property",
    ),
}


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    own = request.mandate
    if len(request.agents) > _MOST_AGENTS:
        facts = {"number": str(len(request.agents))}
        yield Finding("paper.power_of_attorney.too_many", Severity.BAR, "/letter/agents", facts, ("cpl:61",))
    for row, agent in enumerate(request.agents):
        if not agent.firm and not agent.post:
            facts, place = {"agent": agent.name}, f"/letter/agents/{row}/firm"
            articles = ("cpl:61", "cpl_interpretation:88")
            yield Finding("paper.power_of_attorney.which_agent", Severity.WARNING, place, facts, articles)
    if own is None:
        return
    if own.matter is Matter.SUIT:
        # it is no power against whoever it does not name
        yield from of_guarantors(account, assessment, request, Severity.WARNING)
    known = _powers(own)
    for name in (*_IN_SUIT, "receives"):
        if getattr(own, name) and name not in known:
            place = f"/letter/mandate/{name}"
            yield Finding("paper.power_of_attorney.no_such_power", Severity.BAR, place, articles=("cpl:62(2)",))
    if own.receives and own.matter is Matter.ENFORCEMENT:
        place = "/letter/mandate/receives"
        yield Finding("paper.power_of_attorney.receives", Severity.WARNING, place, articles=("enforcement_rules:20",))
    if own.matter is Matter.SUIT and not own.stages:
        yield Finding("paper.power_of_attorney.no_stage", Severity.BAR, "/letter/mandate/stages", articles=("cpl:62",))


def _powers(own: Mandate) -> dict[str, tuple[str, str]]:
    """The powers that may be granted in such a matter; a payment order knows none of the special ones."""
    return {Matter.SUIT: _IN_SUIT, Matter.ENFORCEMENT: _IN_ENFORCEMENT, Matter.PAYMENT_ORDER: {}}[own.matter]


def _worded(case: Case) -> dict[str, object]:
    pen, own = case.pen, case.request.mandate or Mandate(matter=Matter.SUIT)
    granted = [pen.say(*words) for name, words in _powers(own).items() if getattr(own, name)]
    return {
        "principal": court.side(case, creditor=True),
        "other_side": court.side(case, creditor=False),
        **named(case, guarantors=own.matter is Matter.SUIT),
        "agents": court.agents(case.request, pen),
        "court": pen.own(case.request.court, case.request.court_en),
        "mandate": {
            "matter": pen.say(*_MATTERS[own.matter]),
            "stages": pen.own(own.stages, own.stages_en),
            "special": bool(granted),
            "general": pen.say(*_GENERAL[own.matter]),
            "powers": granted,
            "powers_said": pen.listed(granted),
            "until": pen.date(own.until),
        },
        "basis_cited": pen.cite(
            ("cpl:61", "cpl:62", "enforcement_rules:20") if own.matter is Matter.ENFORCEMENT else ("cpl:61", "cpl:62")
        ),
    }


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("代理人身份及执业材料（律师执业证、所函；本单位人员：劳动关系证明）", "法定代表人身份证明书")
    return ("The agent's papers (lawyer: licence and firm's letter; employee: proof of employment)",
            "Certificate of the legal representative")  # fmt: skip


PAPER = Paper(
    entry=Entry(
        LetterKind.POWER_OF_ATTORNEY,
        MappingProxyType({None: titles("授权委托书", "Power of Attorney")}),
        job="application",
        places=("closing",),
        reply_days=0,
        group=Group.COURT,
        needed=(
            "/letter/agents",
            "/letter/mandate",
            "/account/creditor/registration_number",
            "/account/creditor/representative",
        ),
        salutes=False,
        always_draft=True,
        draft_mark=("草稿，须经律师或者法务审核后提交", "Draft – to be reviewed by a lawyer before filing"),
        we=("委托人", "the principal"),
        you=("对方当事人", "the other party"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **of_party("principal"),
            **of_party("other_side"),
            **NAMED,
            **AGENTS,
            "court": ("法院；未填写为空", "court; else empty"),
            "mandate.matter": ("委托事项", "the matter"),
            "mandate.stages": ("代理阶段", "the stages"),
            "mandate.special": ("是否特别授权", "whether special powers are granted"),
            "mandate.general": ("一般代理权限", "the general powers"),
            "mandate.powers[]": ("特别授权的各项权限", "the special powers granted"),
            "mandate.powers_said": ("同上，合为一语", "the same in one phrase"),
            "mandate.until": ("委托期限；未填写为空", "valid until; else empty"),
            "basis_cited": ("法律依据", "the legal basis"),
        }
    ),
    parts=(
        same("title", "{title}"),
        same("date", "{letter.date}"),
        same("principal", "{principal.name}"),
        same("agent", "{agents.name}"),
        same("mandate.matter", "{mandate.matter}"),
        same("mandate.powers", "{mandate.powers}"),
        Part("seal", "盖章", "seal", when="letter.sealed"),
    ),
    part_names=MappingProxyType(
        {
            "principal": ("委托人名称", "the principal's name"),
            "agent": ("受托人姓名", "the agents' names"),
            "mandate.matter": ("委托事项", "the matter"),
            "mandate.powers": ("特别授权事项", "the special powers"),
        }
    ),
    bars=_bars,
    common=False,
    enclosures=_enclosures,
)
