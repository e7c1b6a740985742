"""The complaint about money withheld from a small or medium-sized enterprise (保障中小企业款项支付条例 24, 25).

Only where the regulation applies: a medium, small or micro creditor against a public body or a large enterprise, by
their sizes when the contract was signed (2, 3). Sizes are stated, with day and source; never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.accounts.party import Party
from docgen.errors import Finding, Severity
from docgen.law import sme
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context import claims, court, parties
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import LISTED, ROW, of_boxes, of_party
from docgen.letters.context.history import confirmed_said, demands_said
from docgen.letters.context.interest import interest
from docgen.letters.context.performance import performance_said
from docgen.letters.context.reserved import reserved_said
from docgen.letters.entry import BEFORE_A_COURT, Entry, Group, titles
from docgen.letters.papers import filing
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.court import Complaint
from docgen.letters.request import Language, LetterKind, LetterRequest

_WHO = ("sme_regulation:2", "sme_regulation:3")
_BASIS = ("sme_regulation:9", "sme_regulation:17", "sme_regulation:24", "sme_regulation:25")


def _bars(account: Account, assessment: Assessment, request: LetterRequest, law: LawData) -> Iterator[Finding]:
    applies, own = sme.applies(account.creditor, account.debtor), request.complaint or Complaint()
    if applies is None:
        sides = (("creditor", account.creditor), ("debtor", account.debtor))
        for side, party in sides:
            if sme.size_of(party) is None:
                place = f"/account/{side}/size"
                code = f"paper.sme_complaint.size_unknown.{side}"
                yield Finding(code, Severity.BAR, place, articles=(*_WHO, "sme_regulation:29"))
    elif not applies:
        yield Finding("paper.sme_complaint.not_applicable", Severity.BAR, articles=_WHO)
    if not claims.demanded_items(assessment.chosen):
        yield Finding("paper.sme_complaint.nothing_due", Severity.BAR, articles=("sme_regulation:24",))
    for pending in filing.of_pending(account, law):
        if pending.code != "paper.court.suit_pending_unknown":
            yield Finding("paper.sme_complaint.in_court", Severity.WARNING, pending.place, articles=_BASIS[2:])
    if own.told_size is False:
        place = "/letter/complaint/told_size"
        yield Finding("paper.sme_complaint.size_not_told", Severity.WARNING, place, articles=("sme_regulation:3",))
    elif own.told_size is None:
        place = "/letter/complaint/told_size"
        yield Finding("paper.sme_complaint.told_unknown", Severity.BAR, place, articles=("sme_regulation:3",))


def _worded(case: Case) -> dict[str, object]:
    settlement, pen, account = case.settlement, case.pen, case.account
    own = case.request.complaint or Complaint()
    items = claims.demanded_items(settlement)
    contracts, owed = case.contracts(items), interest(case)
    rows = claims.rows(items, pen)
    return {
        "complainant": court.side(case, creditor=True),
        "respondent": court.side(case, creditor=False),
        "addressee": pen.own(own.addressee, own.addressee_en)
        or pen.say("（受理投诉的部门或者平台）", "(the department or platform)"),
        "sizes": {
            "creditor": _size(account.creditor, case, ours=True),
            "debtor": _size(account.debtor, case, ours=False),
        },
        "told": court.boxes(own.told_size),
        "performance": [row for row in rows if row["performed"]],
        "performance_said": performance_said(case, items),
        **claims.listed(settlement, items, pen, case.we, case.you),
        "reserved_said": reserved_said(settlement, pen, case.we, case.you),
        "demands_said": demands_said(case, items),
        "confirmed_said": confirmed_said(case, items),
        "debtor_says": " ".join(pen.own(own.debtor_says, own.debtor_says_en).split("\n")),
        "longest_overdue": pen.counted(max(claims.longest_overdue(items), 0), "天", "day", "days"),
        "interest_said": pen.say(
            f"计至{owed['until']}的{owed['name']}{owed['total']}{'及此后继续产生的部分' if owed['continues'] else ''}",
            f"{owed['name']} of {owed['total']} to {owed['until']}"
            + (", and what accrues after that day" if owed["continues"] else ""),
        )
        if owed["claimed"]
        else "",
        "terms": [
            {
                "contract": parties.cited(one, pen),
                "words": pen.quoted(one.payment_terms, one.payment_terms_en) if one.payment_terms else "—",
            }
            for one in contracts
        ],
        "attach": court.attachments(_ATTACH, pen),
        "basis_cited": pen.cite(_BASIS),
        "time_said": pen.say(
            "收到投诉的部门应在10个工作日内转办，处理部门应在30日内、最长90日内反馈"
            f"（{pen.cite(_BASIS[3:], briefly=True)}）；投诉不代替起诉，诉讼时效须另行留意。",
            "The complaint is passed on within 10 working days and answered within 30 days, at most 90 "
            f"({pen.cite(_BASIS[3:], briefly=True)}). It does not replace a suit: watch the limitation period.",
        ),
        "clocks": court.clocks(case, items),
    }


def _size(who: Party, case: Case, *, ours: bool) -> str:
    called = case.we if ours else case.you
    return parties.size_said(who, called, case.pen) or "—"


_ATTACH = (
    ("投诉人营业执照（复印件）", "Business licence (copy)"),
    ("企业规模材料（自测结果、声明或者认定）", "Proof of the size class (self-test, statement or decision)"),
    ("合同及补充协议", "Contract and supplements"),
    ("交付、验收、结算材料和发票", "Papers of delivery, acceptance and settlement; invoices"),
    ("付款记录、对账和催款材料", "Record of payments, confirmations and demands"),
)


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return tuple(zh for zh, _ in _ATTACH)
    return tuple(en for _, en in _ATTACH)


PAPER = Paper(
    entry=Entry(
        LetterKind.SME_COMPLAINT,
        MappingProxyType({None: titles("拖欠中小企业款项投诉材料", "Complaint about Money Withheld from an SME")}),
        job="application",
        places=("facts", "closing"),
        reply_days=0,
        group=Group.COURT,
        needed=BEFORE_A_COURT,
        salutes=False,
        always_draft=True,
        draft_mark=("草稿，须核实后提交", "Draft – to be verified before filing"),
        we=("投诉人", "the complainant"),
        you=("被投诉人", "the respondent"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **LISTED,
            "reserved_said": (
                "有异议部分不予认可、权利保留，一句话；没有为空",
                "what is contested is reserved; else empty",
            ),
            **of_party("complainant"),
            **of_party("respondent"),
            "addressee": ("受理投诉的部门或者平台", "the department or platform"),
            "sizes.creditor": ("投诉人规模，附日期及依据", "the complainant's size, with day and source"),
            "sizes.debtor": ("被投诉人规模，附日期及依据", "the respondent's size, with day and source"),
            **of_boxes("told", "签约时是否主动告知企业规模", "size told unasked at contract time"),
            "performance[]": ("有交付或验收记录的发票", "invoices with delivery or acceptance on record"),
            **{f"performance[].{name}": words for name, words in ROW.items()},
            "performance_said": ("履行情况的引语", "what leads to that list"),
            "demands_said": ("历次请求付款", "the demands made so far"),
            "confirmed_said": ("债务人的确认与承诺", "what the debtor confirmed or promised"),
            "debtor_says": ("对方拖欠的理由；未填写为空", "the debtor's reason; else empty"),
            "longest_overdue": ("最长逾期", "longest time overdue"),
            "interest_said": ("逾期利息，一语；没有为空", "late interest in a phrase; else empty"),
            "terms[]": ("各合同的付款约定", "the terms of payment"),
            "terms[].contract": ("合同", "contract"),
            "terms[].words": ("付款条款原文，加引号", "its terms, quoted"),
            "attach[]": ("应附材料", "what to attach"),
            "attach[].no": ("序号", "number"),
            "attach[].paper": ("材料", "paper"),
            "basis_cited": ("法律依据", "the legal basis"),
            "time_said": ("办理期限提示", "how long it takes"),
            "clocks[]": ("期间提示", "periods not to be missed"),
            "clocks[].what": ("期间", "which"),
            "clocks[].on": ("日期", "day"),
        }
    ),
    parts=(
        same("complainant.address", "{complainant.address}"),
        same("respondent.address", "{respondent.address}"),
        same("sum", "{sums.demanded_full}"),
        same("sizes.creditor", "{sizes.creditor}"),
        same("sizes.debtor", "{sizes.debtor}"),
        same("invoice", "{items.number}"),
        Part("truthful", "真实", "true"),
    ),
    part_names=MappingProxyType(
        {
            "complainant.address": ("投诉人地址", "the complainant's address"),
            "sizes.creditor": ("投诉人的企业规模", "the complainant's size"),
            "sizes.debtor": ("被投诉人的企业规模", "the respondent's size"),
            "truthful": ("内容真实的声明", "that it is true"),
        }
    ),
    bars=_bars,
    asks=True,
    enclosures=_enclosures,
)
