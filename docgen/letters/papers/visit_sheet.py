"""The visit sheet (上门拜访单): what two people who go there take along, ask, and have signed on the spot.

An internal paper, like the call sheet. Whoever is asked to leave leaves; what is agreed is agreed in writing.
"""

from __future__ import annotations

from types import MappingProxyType

from docgen.letters.context.base import Case
from docgen.letters.context.working import CONTACT, WORKING, contacting
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.call_sheet import SHEET_NAMES, SHEET_PARTS, held
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part
from docgen.letters.request import LetterKind


def _worded(case: Case) -> dict[str, object]:
    return {**contacting(case, visit=True), "take": [case.pen.say(*words) for words in _TAKE]}


_TAKE = (
    ("对账单两份，其中一份请对方盖章带回", "Two copies of the statement of account, one to bring back with the seal"),
    ("合同、发票、送货单、验收单复印件", "Copies of contracts, invoices, delivery and acceptance notes"),
    ("此前各次函件及送达凭证复印件", "Copies of earlier letters with proof of arrival"),
    ("还款协议文本两份，送达地址确认书一份", "Two copies of a repayment agreement, one confirmation of address"),
    ("授权委托书、身份证件", "Power of attorney and identity papers"),
    ("不收现金：款项只进公司账户", "No cash is taken: money goes to the company's account alone"),
)

PAPER = Paper(
    entry=Entry(
        LetterKind.VISIT_SHEET,
        MappingProxyType({None: titles("上门拜访单", "Visit Sheet")}),
        job="record",
        places=("facts",),
        reply_days=0,
        group=Group.WORKING,
        salutes=False,
        we=("我方", "we"),
        you=("对方", "the customer"),
        draft_mark=WORKING,
    ),
    worded=_worded,
    decides=True,
    asks=True,
    bars=held,
    common=False,
    fields=MappingProxyType({**CONTACT, "take[]": ("携带的材料", "what to take along")}),
    parts=(*SHEET_PARTS, Part("sheet.leave", "对方请我方离开的，立即离开", "[Ll]eave at once when asked")),
    part_names=MappingProxyType({**SHEET_NAMES, "sheet.leave": ("被请离开即离开", "to leave when asked")}),
)
