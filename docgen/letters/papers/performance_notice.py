"""The notice that sets a time for payment where none was agreed (履行付款义务通知书, 民法典 511(4)).

Where neither the contract nor the law makes a day of a debt's payment certain, the creditor may ask for it at any time,
leaving the time that it takes to prepare. When that time has ended the debt is due; from there liability for late
payment and the limitation period run (诉讼时效规定 4). Until then nothing is overdue, and the notice calls nothing so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from docgen.accounts.account import Account, Answer, Question
from docgen.accounts.contract import ContractKind
from docgen.accounts.money import ZERO
from docgen.errors import Finding
from docgen.escalation.findings import caution, told
from docgen.law.assessment import Assessment, OpenItem
from docgen.law.statutes import LawData
from docgen.letters.context import claims, parties
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import LISTED
from docgen.letters.context.performance import performance_said
from docgen.letters.context.reserved import contested_part_said, reserved_said
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers import filing
from docgen.letters.papers.noticed import NEEDED, RESERVATION, against_debtor, bar, declared
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.request import Language, LetterKind, LetterRequest

_UNDATED = ("civil_code:511(4)",)
_BASIS = ("civil_code:509(1)", "civil_code:511(4)", "civil_code:579")
_LATE = ("civil_code:577", "civil_code:579")
_FEW_DAYS = 7  # no law says how many; a week is what a company takes to approve a payment
_USUAL_DAYS = 15


@dataclass(frozen=True)
class _Undated:
    """What is open and uncontested, and due on no day that anybody agreed or the law sets."""

    assessment: Assessment

    def _of(self, *codes: str) -> list[OpenItem]:
        numbers = {one.facts["invoice"] for one in self.assessment.notices if one.code in codes}
        undated = (item for item in self.assessment.chosen.items if item.due.on is None and item.undisputed > 0)
        return [item for item in undated if item.invoice.number in numbers]

    @cached_property
    def items(self) -> list[OpenItem]:
        return self._of("due.not_agreed")

    @property
    def unread(self) -> list[OpenItem]:
        """Those whose day is only not entered: it was agreed, or runs from an event whose day is missing."""
        return self._of("due.day_missing", "due.receipt_missing", "due.acceptance_missing")

    @property
    def asked(self) -> Decimal:
        """Their sum; no money waits on account while an invoice is open."""
        return sum((item.undisputed for item in self.items), ZERO)


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    yield from against_debtor(account)
    if account.declares(Question.CLAIM_ASSIGNED) is Answer.YES:
        yield bar("bar.assigned", ("civil_code:545", "civil_code:546"), place=declared(Question.CLAIM_ASSIGNED))
    if not account.invoices:
        yield bar("bar.no_invoices", (), place="/account/invoices")
        return
    found = _Undated(assessment)
    if found.unread:
        numbers = ", ".join(item.invoice.number for item in found.unread)
        yield told("paper.performance.day_not_entered", _UNDATED, place="/account/invoices", invoices=numbers)
    if not found.asked:
        yield bar("paper.performance.nothing_undated", _UNDATED, place="/account/invoices")
        return
    works = [one.number for one in filing.contracts_of(account, found.items) if one.kind is ContractKind.CONSTRUCTION]
    if works:  # the law deems the price of works payable from handover, settlement papers or the suit
        deemed = ("construction_interpretation:27",)
        yield caution("paper.performance.works", deemed, place="/account/contracts", contracts=", ".join(works))
    yield from _of_time(account, request, found)
    outstanding, articles = account.declares(Question.OWN_PERFORMANCE_OUTSTANDING), ("civil_code:525", "civil_code:526")
    if outstanding is Answer.YES:
        yield caution("caution.own_performance", articles, place=declared(Question.OWN_PERFORMANCE_OUTSTANDING))
    if assessment.sme_applies is None:
        side = "creditor" if account.creditor.size is None else "debtor"
        yield told("paper.performance.size_unknown", ("sme_regulation:9",), place=f"/account/{side}/size")


def _of_time(account: Account, request: LetterRequest, found: _Undated) -> Iterator[Finding]:
    """A short time to prepare is for somebody to judge; that the debt is due after it is told."""
    if request.pay_by is None:
        return
    dated, on = request.dated_on or account.as_of, request.pay_by.isoformat()
    if (days := _days(account, request)) < _FEW_DAYS:
        facts = {"days": str(days), "on": on, "dated_on": dated.isoformat()}
        yield caution("paper.performance.short_time", _UNDATED, place="/letter/pay_by", **facts)
    numbers = ", ".join(item.invoice.number for item in found.items)
    yield told("paper.performance.then_due", ("limitation_rules:4",), on=on, invoices=numbers)


def _days(account: Account, request: LetterRequest) -> int:
    """From the letter's date to the last day for payment; none where no day is set."""
    dated = request.dated_on or account.as_of
    return max(((request.pay_by or dated) - dated).days, 0)


_PERFORMED = ("number", "description", "performed")


def _worded(case: Case) -> dict[str, object]:
    pen, found = case.pen, _Undated(case.assessment)
    items = found.items
    rows = [
        row | {"asked": pen.column(item.undisputed)} for row, item in zip(claims.rows(items, pen), items, strict=True)
    ]
    contested = contested_part_said(items, pen)
    return {
        **claims.listed(case.settlement, items, pen, case.we, case.you),
        "items": rows,
        "performance": [{name: row[name] for name in _PERFORMED} for row in rows if row["performed"]],
        "performance_said": performance_said(case, items),
        "contract_cited": parties.contracts_cited(case.contracts(items), pen),
        "asked_column": pen.column(found.asked),
        "asked": pen.money(found.asked) if found.asked else pen.no_sum,
        "asked_full": pen.in_full(found.asked) if found.asked else pen.no_sum,
        "contested_said": pen.say(
            f"上表的未付金额包括{contested}，未列入本次请求。" if contested else "",
            f"What the table shows as unpaid includes {contested}; it is not requested here. " if contested else "",
        )
        + reserved_said(case.settlement, pen, case.we, case.you),
        "days": pen.counted(_days(case.account, case.request), "日", "day", "days"),
        "basis_cited": pen.cite(_BASIS),
        "rule_cited": pen.cite(_UNDATED),
        "late_cited": pen.cite(_LATE),
    }


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("合同（复印件）", "发票及交付、验收单据（复印件）")
    return ("Contract (copy)", "Invoices, delivery and acceptance documents (copies)")


PAPER = Paper(
    entry=Entry(
        LetterKind.PERFORMANCE_NOTICE,
        MappingProxyType({None: titles("履行付款义务通知书", "Notice to Perform")}),
        job="notice",
        places=("facts", "closing"),
        reply_days=_USUAL_DAYS,
        group=Group.NOTICE,
        needed=(*NEEDED, "/account/creditor/bank_account"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **LISTED,
            "items[].asked": ("本次请求支付的金额", "what is requested of it"),
            "performance[]": ("有交付记录的发票", "the invoices with a record of delivery"),
            "performance[].number": ("发票号码", "invoice number"),
            "performance[].description": ("货物或服务", "goods or services"),
            "performance[].performed": ("交付与验收，附凭证", "delivery and acceptance with their papers"),
            "performance_said": ("引出交付情况的一句话", "what leads to the list of what was delivered"),
            "contract_cited": ("所涉合同", "the contracts of these invoices"),
            "asked_column": ("本次请求合计，仅数字", "the sum requested, figures alone"),
            "asked": ("同上", "the same"),
            "asked_full": ("同上，数字及大写", "the same, figures and words"),
            "contested_said": (
                "有异议的部分及权利保留；没有为空",
                "what is contested, and that it is reserved; else empty",
            ),
            "days": ("自函件日期至付款期限的天数", "the days from the letter to the last day for payment"),
            "basis_cited": ("法律依据", "the legal basis"),
            "rule_cited": ("履行期限不明确时的规定", "the rule where no time for performance is certain"),
            "late_cited": ("逾期责任的依据", "the articles on late payment"),
        }
    ),
    parts=(
        same("number", "{letter.number}"),
        same("contract", "{contract_cited}"),
        same("invoice", "{items.number}"),
        same("sum", "{asked_full}"),
        same("pay_by", "{letter.pay_by}"),
        same("reply_by", "{letter.reply_by}"),
        same("account.number", "{bank.number}"),
        same("performance.rule", "{rule_cited}"),
        Part("performance.time", "必要的准备时间", "time (needed )?to prepare|reasonable time"),
        Part(
            "performance.earlier",
            "不构成对该期限的变更或者延长",
            "(nothing|not)[^.]{0,60}(change|extend)",
        ),
        Part("performance.overdue", r"已逾期|逾期\d+[日天]", r"is overdue|overdue for \d+", forbidden=True),
        RESERVATION,
    ),
    part_names=MappingProxyType(
        {
            "performance.rule": ("履行期限不明确时的规定", "the rule where no time for performance is certain"),
            "performance.time": ("必要的准备时间", "the time to prepare"),
            "performance.earlier": ("更早的付款期限不受影响", "that an earlier time for payment stays"),
            "performance.overdue": ("称款项已经逾期", "that the debt is overdue already"),
        }
    ),
    bars=_bars,
    enclosures=_enclosures,
)
