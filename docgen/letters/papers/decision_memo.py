"""The memo of a decision (催收决定备忘录): on one page for the file, why the next step is what it is.

It decides nothing by itself: whoever approves a step signs below, and what the approval goes by is named here - the
facts, the rules and their articles, the versions of the policy and of the law data.
"""

from __future__ import annotations

from types import MappingProxyType

from docgen.accounts.money import ZERO
from docgen.letters.context import claims
from docgen.letters.context.base import Case
from docgen.letters.context.decided import decision
from docgen.letters.context.working import CLOCKS, DECISION, WORKING
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.request import LetterKind


def _worded(case: Case) -> dict[str, object]:
    settlement, pen = case.settlement, case.pen
    totals = settlement.totals
    demandable = sum((item.demandable for item in settlement.items), ZERO)
    return {
        **decision(case),
        "position": {
            "open": pen.money(totals.open),
            "overdue": pen.money(demandable),
            "disputed": pen.money(totals.disputed) if totals.disputed else pen.say("无", "none"),
            "expired": pen.money(totals.expired) if totals.expired else "",
            "unallocated": pen.money(totals.unallocated) if totals.unallocated else "",
            "credit": case.account.credit or pen.say("未评定", "not graded"),
            "longest_overdue": pen.counted(
                max(claims.longest_overdue(claims.open_items(settlement)), 0), "天", "day", "days"
            ),
        },
        "salesperson": case.account.salesperson or "",
    }


PAPER = Paper(
    entry=Entry(
        LetterKind.DECISION_MEMO,
        MappingProxyType({None: titles("催收决定备忘录", "Escalation Memo")}),
        job="record",
        places=("closing",),
        reply_days=0,
        group=Group.WORKING,
        salutes=False,
        we=("债权人", "the creditor"),
        you=("债务人", "the debtor"),
        draft_mark=WORKING,
    ),
    worded=_worded,
    decides=True,
    common=False,
    fields=MappingProxyType(
        {
            **DECISION,
            **CLOCKS,
            "position.open": ("全部未付", "all that is open"),
            "position.overdue": ("其中已到期、无争议的", "of it due and uncontested"),
            "position.disputed": ("有争议的；没有则为“无”", "contested, or “none”"),
            "position.expired": ("时效已过的；没有则为空", "past the limitation period; else empty"),
            "position.unallocated": ("未指定用途的款项；没有则为空", "money that names no invoice; else empty"),
            "position.credit": ("信用等级", "the customer's grade"),
            "position.longest_overdue": ("最长逾期", "longest time overdue"),
            "salesperson": ("负责的业务员；未填写时为空", "who answers for the customer; else empty"),
        }
    ),
    parts=(
        same("title", "{title}"),
        same("date", "{letter.as_of}"),
        same("creditor.name", "{creditor.name}"),
        same("debtor.name", "{debtor.name}"),
        same("cut_off", "{letter.cut_off}"),
        same("decision.step", "{decision.step}"),
        same("decision.rule", "{decision.rule}"),
        same("decision.sum", "{decision.amount}"),
        same("decision.approval", "{decision.approval}"),
        same("decision.reasons", "{reasons.said}"),
        same("decision.refused", "{refused.said}"),
        same("decision.questions", "{questions.said}"),
        same("decision.clocks", "{clocks.last_safe_day}"),
        same("decision.policy", "{decision.policy}"),
        same("decision.law_data", "{decision.law_data}"),
        Part("decision.nothing_by_itself", "本身不作出任何决定", "decides nothing by itself"),
    ),
    part_names=MappingProxyType(
        {
            "decision.step": ("下一步", "the next step"),
            "decision.rule": ("所依据的规则", "the rule that decided it"),
            "decision.sum": ("涉及金额", "the sum concerned"),
            "decision.approval": ("批准人", "who approves it"),
            "decision.reasons": ("理由", "the reasons"),
            "decision.refused": ("未采取的步骤及理由", "the steps refused, and why"),
            "decision.questions": ("待答问题", "the questions open"),
            "decision.clocks": ("各期间的最迟安全日", "the last safe day of each clock"),
            "decision.policy": ("催收政策版本", "the version of the policy"),
            "decision.law_data": ("法律数据版本", "the version of the law data"),
            "decision.nothing_by_itself": ("“本身不作出任何决定”", "that it decides nothing by itself"),
        }
    ),
)
