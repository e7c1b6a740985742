"""The decision of escalation, as a working paper prints it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from docgen.letters.context.base import Case
from docgen.letters.context.pen import Pen

_FORCE = {"law": ("法律", "law"), "policy": ("公司规定", "policy")}
_CLOCKS = {
    "limitation": ("诉讼时效", "Limitation"),
    "guarantee": ("保证期间", "Guarantee period"),
    "objection": ("债务人对支付令的异议期", "Debtor's objection to the order"),
    "refuse_litigation": ("表明不同意转入诉讼", "To refuse going on to suit"),
    "preservation_suit": ("保全后起诉", "Suit after preservation"),
    "enforcement": ("申请执行时效", "Enforcement"),
    "promise": ("承诺付款日", "Promised payment"),
    "hold": ("暂停期", "Hold"),
    "law_data": ("法律数据有效期", "Law data"),
}
_SUBJECTS = {"lpr": ("贷款市场报价利率", "loan prime rate"), "holidays": ("节假日安排", "public holidays")}
_SIDES = {
    "acceleration": ("要求支付全部价款或者解除合同", "acceleration or rescission"),
    "repossession": ("取回标的物", "repossession"),
    "small_claims": ("适用小额诉讼程序", "small-claims procedure"),
    "sme_complaint": ("向拖欠中小企业款项投诉平台投诉", "complaint to the platform for small enterprises"),
    "supply_suspension_notice": ("暂停供货通知", "supply suspension notice"),
    "guarantor_request": ("请求保证人承担责任", "request to the guarantor"),
    "call_sheet": ("电话催收", "a call"),
    "visit_sheet": ("上门拜访", "a visit"),
}


def decision(case: Case) -> dict[str, object]:
    """The decision: the next step, why, what was refused and by which rule, what is not known, and every clock."""
    told, pen = case.decided, case.pen
    return {
        "decision": {
            **_step(told["next"], pen),
            "tier": told["tier"],
            "days_overdue": pen.counted(max(told["days_overdue"], 0), "天", "day", "days"),
            "look_again_on": day(told["look_again_on"], pen),
            "policy": told["policy"],
            "law_data": told["law_data"],
        },
        "beside": [_beside(one, pen) for one in told["beside"]],
        "reasons": [
            {
                "code": one["code"],
                "force": pen.say(*_FORCE[one["force"]]),
                "said": one["message"],
                "basis": _cited(one["articles"], pen),
            }
            for one in told["reasons"]
            if one["stage"] != "side"
        ],
        "sides": [_side(one, pen) for one in told["side_steps"]],
        "refused": _refused(told["refused"], pen),
        "questions": [
            {
                "said": one["message"],
                "rules": pen.say("、", ", ").join(one["rules"]),
                "blocking": pen.say("须先答复", "the step waits for it") if one["blocking"] else "",
            }
            for one in _once(told["questions"])
        ],
        "evidence": [f"{one['message']}{pen.say('', ' ')}{one['remedy']}".strip() for one in told["evidence"]],
        "clocks": clocks(case),
        "warnings": [one["message"] for one in told["warnings"]],
        "done": [
            f"{day(one['on'], pen)}{pen.say('', ' ')}{one['title']}"
            + (pen.say(f"（{one['reference']}）", f" ({one['reference']})") if one["reference"] else "")
            for one in told["done"]
        ],
    }


def clocks(case: Case) -> list[dict[str, object]]:
    """Every period that runs, with its last day, its last safe day and the days left."""
    pen = case.pen
    return [
        {
            "kind": pen.say(*_CLOCKS[one["kind"]]),
            "subject": pen.say(*_SUBJECTS[one["subject"]]) if one["subject"] in _SUBJECTS else one["subject"],
            "raw_end": day(one["raw_end"], pen),
            "last_safe_day": day(one["last_safe_day"], pen)
            + (pen.say("（当年节假日未知）", " (holidays of that year not known)") if one["unsure"] else ""),
            "days_left": str(one["days_left"]) if not one["expired"] else pen.say("已届满", "over"),
        }
        for one in case.decided["clocks"]
    ]


def advised(case: Case) -> list[dict[str, str]]:
    """The advice that fits this account, each with its source."""
    return [{name: one[name] for name in ("topic", "say", "source")} for one in case.decided["advice"]]


def listed(case: Case, topic: str) -> list[dict[str, str]]:
    """All that the handbooks say on a topic."""
    return [
        {"no": str(number), **{name: one[name] for name in ("say", "answer", "source")}}
        for number, one in enumerate((each for each in case.decided["craft"] if each["topic"] == topic), 1)
    ]


def day(written: str, pen: Pen) -> str:
    return pen.date(dt.date.fromisoformat(written))


def _step(one: Mapping[str, Any], pen: Pen) -> dict[str, object]:
    """A step: what it is, for which invoices and what sum, from when, and who approves it."""
    amount = Decimal(one["amount"])
    when = day(one["from_on"], pen)
    if not one["ready"]:
        said = pen.say("须先答复下列问题", "once the questions below are answered")
    elif one["now"]:
        said = pen.say("即日可以采取", "may be taken now")
    else:
        said = pen.say(f"最早自{when}起", f"from {when} at the earliest")
    return {
        "step": one["title"],
        "rule": one["rule"],
        "when": said,
        "now": one["now"],
        "invoices": pen.say("、", ", ").join(one["invoices"]),
        "amount": pen.money(amount) if amount else "",
        "amount_full": pen.in_full(amount) if amount else "",
        "document": one["document"]["title"] if one["document"] and "title" in one["document"] else "",
        "approval": pen.term(one["approval"]),
    }


def _beside(one: Mapping[str, Any], pen: Pen) -> str:
    """Another step, for other invoices, in a sentence."""
    step = _step(one, pen)
    return pen.say(
        f"发票{step['invoices']}（{step['amount']}）：{step['step']}，{step['when']}。",
        f"Invoices {step['invoices']} ({step['amount']}): {step['step']}, {step['when']}.",
    )


def _side(one: Mapping[str, Any], pen: Pen) -> str:
    words = pen.say(*_SIDES[one["kind"]])
    return pen.say(f"{words}（{one['rule']}）", f"{words} ({one['rule']})")


def _refused(refused: Iterable[Mapping[str, Any]], pen: Pen) -> list[dict[str, str]]:
    """The steps that are not taken; those refused by one rule for one reason stand in one row."""
    together: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for one in refused:
        together.setdefault((one["rule"], one["message"]), []).append(one)
    return [
        {
            "steps": pen.say("、", ", ").join(one["title"] for one in same),
            "code": rule,
            "said": message,
            "basis": _cited(same[0]["articles"], pen),
        }
        for (rule, message), same in together.items()
    ]


def _once(questions: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Each question once, whatever number of contracts it is asked of."""
    return list({one["message"]: one for one in questions}.values())


def _cited(articles: Iterable[Mapping[str, str]], pen: Pen) -> str:
    return pen.cite([one["ref"] for one in articles], briefly=True) if articles else "—"
