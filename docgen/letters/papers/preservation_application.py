"""The application for preservation before a suit (诉前财产保全申请书, 民事诉讼法 104).

It is granted within 48 hours on facts that make it urgent, clear property and security for the whole amount, and falls
unless the applicant sues, or goes to arbitration, within 30 days of the measure. It shuts the way to a payment order,
and a wrong one is paid for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from docgen.accounts.account import Account, Answer, Question
from docgen.accounts.money import ZERO
from docgen.errors import Finding, Severity
from docgen.law import fees, jurisdiction
from docgen.law.assessment import Assessment, Missing
from docgen.law.jurisdiction import Forum
from docgen.law.statutes import LawData
from docgen.letters.context import claims, court
from docgen.letters.context.base import Case
from docgen.letters.context.demand import total_facts
from docgen.letters.context.field_groups import AGENTS, FILING, LISTED, PROPERTIES, of_party
from docgen.letters.context.history import demands_said
from docgen.letters.context.interest import interest
from docgen.letters.context.pen import Pen
from docgen.letters.context.reserved import reserved_said
from docgen.letters.entry import BEFORE_A_COURT, Entry, Group, titles
from docgen.letters.papers import filing
from docgen.letters.papers.paper import Paper
from docgen.letters.papers.suing import claimed
from docgen.letters.part import Part, same
from docgen.letters.particulars.court import Preservation, SecurityOffered, UrgentFact
from docgen.letters.request import Language, LetterKind, LetterRequest

_BASIS = ("cpl:104", "cpl:105", "preservation_rules:1", "preservation_rules:5(2)", "preservation_rules:10")
_ASKED = ("urgency", "property", "security")
_SECURED_BY = {
    SecurityOffered.INSURER: (
        "{by}出具的财产保全责任保险保函",
        "a letter of guarantee of {by} (preservation liability)",
    ),
    SecurityOffered.BANK: ("{by}出具的独立保函", "a letter of guarantee of {by}"),
    SecurityOffered.CASH: ("现金", "cash"),
    SecurityOffered.PROPERTY: ("{by}提供的财产", "property of {by}"),
    SecurityOffered.GUARANTOR: ("{by}提供的保证", "a guarantee of {by}"),
}


def asked(assessment: Assessment, request: LetterRequest) -> Decimal:
    """For how much: as stated, else all that will be claimed."""
    stated = request.preservation.amount if request.preservation else None
    return claimed(assessment.chosen) if stated is None else stated


def _bars(account: Account, assessment: Assessment, request: LetterRequest, law: LawData) -> Iterator[Finding]:
    settlement, own = assessment.chosen, request.preservation or Preservation()
    items = claims.demanded_items(settlement)
    if not items:
        yield Finding("paper.preservation_application.nothing_due", Severity.BAR, articles=("cpl:104(1)", "cpl:105"))
        return
    for pending in filing.of_pending(account, law):  # once a suit is filed, preservation is asked for in it
        yield replace(pending, code=pending.code.replace("paper.court.", "paper.preservation_application."))
    if isinstance(settlement.interest, Missing) and own.amount is None:
        yield replace(settlement.interest.finding, severity=Severity.BAR)
    for name in _ASKED:
        if not getattr(own, name):
            code, articles = f"paper.preservation_application.no_{name}", _ARTICLES[name]
            yield Finding(code, Severity.BAR, f"/letter/preservation/{name}", articles=articles)
    most, amount = claimed(settlement), asked(assessment, request)
    if amount > most:
        facts = {"amount": f"{amount:f}", "most": f"{most:f}", "currency": assessment.currency}
        place = "/letter/preservation/amount"
        yield Finding("paper.preservation_application.too_much", Severity.BAR, place, facts, ("cpl:105",))
    if own.security_amount is not None and own.security_amount < amount:
        facts = {"security": f"{own.security_amount:f}", "amount": f"{amount:f}", "currency": assessment.currency}
        place = "/letter/preservation/security_amount"
        articles = ("cpl_interpretation:152", "preservation_rules:5(2)")
        yield Finding("paper.preservation_application.security_short", Severity.WARNING, place, facts, articles)
    yield from _of_giver(account, own)
    if account.declares(Question.PRESERVATION_APPLIED) is Answer.YES:
        place = f"/account/declared/{Question.PRESERVATION_APPLIED.value}"
        yield Finding("paper.preservation_application.again", Severity.WARNING, place, articles=("cpl:104",))
    if account.declares(Question.MOVING_ASSETS) is Answer.NO:  # the facts would deny the ground that is pleaded
        place = f"/account/declared/{Question.MOVING_ASSETS.value}"
        articles = ("cpl:104(1)", "preservation_rules:1")
        yield Finding("paper.preservation_application.no_moving_assets", Severity.WARNING, place, articles=articles)
    if not own.consequences_known:
        articles = ("cpl_interpretation:427(1)(7)", "cpl:104(3)", "cpl:108")
        place = "/letter/preservation/consequences_known"
        yield Finding("paper.preservation_application.consequences", Severity.BAR, place, articles=articles)


def _of_giver(account: Account, own: Preservation) -> Iterator[Finding]:
    """Who gives the security must be said; a guarantee, or a letter of one, is a third party's."""
    if own.security in {None, SecurityOffered.CASH}:
        return
    place, given = "/letter/preservation/security_by", (own.security_by or "").strip()
    articles = ("preservation_rules:1", "preservation_rules:7")
    if not given:
        yield Finding("paper.preservation_application.security_by_unknown", Severity.BAR, place, articles=articles)
    elif given == account.debtor.name or (
        given == account.creditor.name and own.security is not SecurityOffered.PROPERTY
    ):
        facts = {"by": given}
        yield Finding("paper.preservation_application.security_by_party", Severity.BAR, place, facts, articles)


_ARTICLES = {
    "urgency": ("cpl:104(1)", "preservation_rules:1"),
    "property": ("preservation_rules:1", "preservation_rules:10"),
    "security": ("cpl:104(1)", "cpl_interpretation:152", "preservation_rules:5(2)"),
}


def _worded(case: Case) -> dict[str, object]:
    settlement, pen, request = case.settlement, case.pen, case.request
    own = request.preservation or Preservation()
    items = claims.demanded_items(settlement)
    contracts = case.contracts(items)
    amount, owed = asked(case.assessment, request), interest(case)
    on = request.dated_on or case.account.as_of
    arbitration = any(jurisdiction.route(one.dispute_clause) is Forum.ARBITRATION for one in contracts)
    return {
        "applicant": court.side(case, creditor=True),
        "respondent": court.side(case, creditor=False),
        "agents": court.agents(request, pen),
        "court": pen.own(request.court, request.court_en),
        "subject": court.subject(contracts, pen),
        "items": claims.rows(items, pen),
        "sums": claims.sums(settlement, items, pen),
        "settled_said": claims.settled_said(items, pen),
        "unallocated_said": claims.unallocated_said(settlement, pen, case.we, case.you),
        "reserved_said": reserved_said(settlement, pen, case.we, case.you),
        "demands_said": demands_said(case, items, provable_only=True),
        "owed_said": pen.say(
            f"，{owed['name']}计至{owed['until']}为{owed['total']}",
            f", and {owed['name']} of {owed['total']} to {owed['until']}",
        )
        if owed["claimed"]
        else "",
        **total_facts(amount if settlement.totals.demandable else ZERO, pen),
        "urgency": [_fact(one, pen) for one in own.urgency],
        "property": court.properties(own.property, pen),
        "security": _security(own, case),
        "promise_to": pen.say("依法申请仲裁", "apply for arbitration")
        if arbitration
        else pen.say("依法提起诉讼", "file the suit"),
        "fee_said": _fee_said(arbitration, pen),
        "basis_cited": pen.cite(_BASIS),
        "filing": {
            "where": pen.say(
                "向被保全财产所在地、被申请人住所地或者对案件有管辖权的法院申请"
                f"（{pen.cite(['cpl:104(1)'], briefly=True)}）。",
                "The court of the place of the property, of the respondent's domicile, or with jurisdiction over the "
                f"case ({pen.cite(['cpl:104(1)'], briefly=True)}). ",
            )
            + court.where_said(case, contracts),
            "level": court.level_said(
                case, claimed(settlement), outside=request.suit.outside_province if request.suit else None
            ),
            "fees": court.fee_rows((fees.preservation(pen.law, amount, on),), pen),
            "attach": court.attachments(_ATTACH, pen),
            "clocks": [
                {
                    "what": pen.say(
                        "法院应在接受申请后四十八小时内裁定；采取措施之日起三十日内须"
                        f"{'申请仲裁' if arbitration else '起诉'}，否则解除保全",
                        "the court decides within 48 hours; the suit or the arbitration must be filed within 30 days "
                        "of the measure, else it is lifted",
                    ),
                    "on": pen.say("采取措施之日 + 30日", "day of the measure + 30 days"),
                },
                *court.clocks(case, items),
            ],
        },
    }


def _fee_said(arbitration: bool, pen: Pen) -> str:
    """The applicant bears the fee, and may claim it in the suit (诉讼费用交纳办法 38(3))."""
    article = pen.cite(["fee_measures:38(3)"])
    if arbitration:
        return pen.say(
            f"保全申请费由申请人先行交纳（{article}），申请人申请仲裁时将一并主张由被申请人负担",
            f"the applicant pays the fee of the preservation first ({article}) and will claim it in the arbitration",
        )
    return pen.say(
        f"保全申请费由申请人先行交纳，申请人提起诉讼时将该费用列入诉讼请求（{article}）",
        f"the applicant pays the fee of the preservation first and will add it to its claims when it sues ({article})",
    )


def _fact(one: UrgentFact, pen: Pen) -> str:
    """2026年9月8日，被申请人…; On 8 September 2026: …"""
    what = pen.own(one.what, one.what_en)
    if one.on is None:
        return what
    return pen.say(f"{pen.date(one.on)}，{what}", f"On {pen.date(one.on)}: {what}")


def _security(own: Preservation, case: Case) -> str:
    """What is offered as security, by whom and for how much; empty where nothing is."""
    if own.security is None:
        return ""
    pen = case.pen
    by = pen.own(own.security_by, own.security_by_en) or pen.say("【提供担保的人待定】", "[giver to be determined]")
    what = pen.say(*_SECURED_BY[own.security]).format(by=by)
    amount = own.security_amount or asked(case.assessment, case.request)
    return pen.say(f"{what}，担保金额{pen.in_full(amount)}", f"{what}, for {pen.in_full(amount)}")


_ATTACH = (
    ("保全申请书一份，副本按被申请人数", "The application, and a copy for each respondent"),
    (
        "申请人营业执照复印件（盖章）、法定代表人身份证明书",
        "Applicant's business licence (copy), certificate of its legal representative",
    ),
    ("授权委托书及代理人材料", "Power of attorney, and the agent's papers"),
    ("被申请人主体信息", "Respondent's particulars from the public register"),
    ("债权证据（合同、交付、验收、发票、对账）", "Evidence of the claim: contract, delivery, invoices, confirmation"),
    ("情况紧急的证据", "Evidence of the urgency"),
    ("财产线索及权属材料", "Papers on the property and its title"),
    ("担保材料（保函、保险单，担保人的主体材料）", "Security: letter of guarantee or policy, and who gives it"),
)


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("申请人主体资格证明", "债权及情况紧急的证据", "财产线索", "担保材料")
    return ("Proof of the applicant's identity", "Evidence of the claim and the urgency", "Property", "Security")


PAPER = Paper(
    entry=Entry(
        LetterKind.PRESERVATION_APPLICATION,
        MappingProxyType({None: titles("诉前财产保全申请书", "Application for Preservation before a Suit")}),
        job="application",
        places=("facts", "reasons"),
        reply_days=0,
        group=Group.COURT,
        needed=("/letter/court", "/letter/preservation", *BEFORE_A_COURT),
        salutes=False,
        always_draft=True,
        draft_mark=("草稿，须经律师或者法务审核后提交", "Draft – to be reviewed by a lawyer before filing"),
        we=("申请人", "the applicant"),
        you=("被申请人", "the respondent"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **LISTED,
            "reserved_said": (
                "有异议部分不予认可、权利保留，一句话；没有为空",
                "what is contested is reserved; else empty",
            ),
            **of_party("applicant"),
            **of_party("respondent"),
            **AGENTS,
            **PROPERTIES,
            **FILING,
            "court": ("法院", "court"),
            "subject": ("款项名称：货款、服务费、工程款", "what the money is for"),
            "demands_said": ("历次请求付款，附文号及送达情况", "the demands made so far"),
            "owed_said": ("利息或者违约金，一语；没有为空", "the interest in a phrase; else empty"),
            "total": ("请求保全的金额", "amount to preserve"),
            "total_full": ("同上，数字及大写", "the same, figures and words"),
            "total_column": ("同上，仅数字", "the same, figures alone"),
            "urgency[]": ("情况紧急的事实，逐段", "the urgency, paragraph by paragraph"),
            "security": ("担保方式及金额", "security offered, and for how much"),
            "promise_to": ("承诺：提起诉讼或者申请仲裁", "what is promised: suit or arbitration"),
            "fee_said": ("保全申请费的交纳与主张", "who pays the fee, and where it is claimed"),
            "basis_cited": ("法律依据", "the legal basis"),
        }
    ),
    parts=(
        same("applicant.address", "{applicant.address}"),
        same("respondent.address", "{respondent.address}"),
        same("preserved.sum", "{total_full}"),
        same("preserved.property", "{property.what}"),
        same("preserved.security", "{security}"),
        same("court", "{court}"),
        Part("preserved.urgency", "情况紧急.{0,80}难以弥补的损害", "urgent.{0,120}hard to repair"),
        Part("preserved.promise", "三十日内{promise_to}", "30 days.{0,80}{promise_to}|{promise_to}.{0,80}30 days"),
        Part("own_eyes", "不提交法院", "not to be filed"),
        Part("reference_copy", "诉前财产保全申请书", "reference.{0,80}Chinese text prevails"),
    ),
    part_names=MappingProxyType(
        {
            "preserved.sum": ("请求保全的金额", "the amount to preserve"),
            "preserved.property": ("财产线索", "the property to preserve"),
            "preserved.security": ("担保", "the security"),
            "preserved.urgency": ("情况紧急、难以弥补的损害", "that it is urgent and harm hard to repair"),
            "preserved.promise": ("三十日内起诉或者申请仲裁的承诺", "the promise to sue within 30 days"),
        }
    ),
    bars=_bars,
    asks=True,
    enclosures=_enclosures,
)
