"""The call sheet (电话催收单): what whoever calls needs at a glance, what to ask, and boxes for what is answered.

An internal paper. What must not be said stands on it with its articles; what the handbooks advise is told as advice.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context.base import Case
from docgen.letters.context.working import CONTACT, WORKING, contacting
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.request import LetterKind, LetterRequest

SHEET_PARTS = (
    same("title", "{title}"),
    same("debtor.name", "{debtor.name}"),
    same("cut_off", "{letter.cut_off}"),
    same("invoice", "{items.number}"),
    same("sum", "{sums.open}"),
    same("sheet.goal", "{goal}"),
    same("sheet.six", "{six.say}"),
    same("sheet.nine", "{nine.say}"),
    same("sheet.payers", "{payers.answer}"),
    same("sheet.never", "{never}"),
    same("sheet.hours", "{hours}"),
    same("sheet.advice", "{advice.say}"),
    Part("sheet.meals", "11:30", "11:30"),
    Part("sheet.promise", "承诺付款日期", "[Dd]ay promised"),
    Part("sheet.internal", "内部", "[Ii]nternal"),
)
SHEET_NAMES = MappingProxyType(
    {
        "sheet.goal": ("目的", "the goal"),
        "sheet.six": ("催收前六问", "the six questions before collecting"),
        "sheet.nine": ("付款流程九问", "the nine questions on the payer's process"),
        "sheet.payers": ("各种拖欠的对策", "the answer to each kind of late payer"),
        "sheet.never": ("不得说、不得做的", "what must not be said or done"),
        "sheet.hours": ("可以联系的时间", "the hours that the policy leaves"),
        "sheet.advice": ("经验提示", "the advice"),
        "sheet.meals": ("吃饭时间不打扰", "that meal times are left alone"),
        "sheet.promise": ("承诺栏", "the promise box"),
        "sheet.internal": ("“内部资料”", "that it is internal"),
    }
)


def held(account: Account, _assessment: Assessment, _request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    """Somebody has stopped every step against this customer: nobody calls, and nobody goes."""
    for row, hold in enumerate(account.holds):
        if hold.stands_on(account.as_of):
            facts = {"reason": hold.reason, "until": hold.until.isoformat() if hold.until else ""}
            yield Finding("paper.sheet.hold", Severity.BAR, f"/account/holds/{row}", facts)


def _worded(case: Case) -> dict[str, object]:
    return contacting(case)


PAPER = Paper(
    entry=Entry(
        LetterKind.CALL_SHEET,
        MappingProxyType({None: titles("电话催收单", "Call Sheet")}),
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
    fields=MappingProxyType(CONTACT),
    parts=SHEET_PARTS,
    part_names=SHEET_NAMES,
)
