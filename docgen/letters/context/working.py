"""What the working papers have in common: the fields of a decision, and what stands on the sheets of those who go or
call."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.accounts.account import Event, EventKind, Proof
from docgen.letters.context import claims
from docgen.letters.context.base import Case
from docgen.letters.context.decided import advised, clocks, decision, listed
from docgen.letters.context.field_groups import LISTED
from docgen.letters.context.pen import Pen

WORKING = ("内部资料，草稿", "Internal – draft")
"""What a working paper says of itself where something stands against it."""

_STEP = {
    "step": ("步骤", "the step"),
    "rule": ("决定的规则", "the rule that decided it"),
    "when": ("何时可以采取，一语", "when it may be taken, in a phrase"),
    "now": ("当日是否可以采取", "whether it may be taken on the day asked about"),
    "invoices": ("涉及的发票", "the invoices that it concerns"),
    "amount": ("涉及的金额；没有则为空", "the sum; else empty"),
    "amount_full": ("同上，数字及大写", "the same, figures and words"),
    "document": ("所用文书；没有则为空", "the paper that it is taken with; else empty"),
    "approval": ("批准人；不需要批准则为空", "who must approve it; else empty"),
}
CLOCKS = {
    "clocks[]": ("正在进行的期间", "the periods that run"),
    "clocks[].kind": ("何种期间", "which period"),
    "clocks[].subject": ("关于什么", "of what"),
    "clocks[].raw_end": ("届满日", "last day"),
    "clocks[].last_safe_day": ("最迟安全日", "last safe day"),
    "clocks[].days_left": ("剩余天数，或者“已届满”", "days left, or “over”"),
}
DECISION = {
    **{f"decision.{name}": words for name, words in _STEP.items()},
    "decision.tier": ("客户等级", "tier of the customer"),
    "decision.days_overdue": ("可以催收的款项最长逾期", "longest time overdue of what may be asked for"),
    "decision.look_again_on": ("复查日", "when to look again"),
    "decision.policy": ("催收政策版本", "version of the policy"),
    "decision.law_data": ("法律数据版本", "version of the law data"),
    "beside[]": ("其他发票的步骤，逐句", "steps for other invoices, one sentence each"),
    "reasons[]": ("成立的规则", "the rules that hold"),
    "reasons[].code": ("规则代号", "code"),
    "reasons[].force": ("法律或者公司规定", "law or policy"),
    "reasons[].said": ("理由", "reason"),
    "reasons[].basis": ("依据的条文", "its articles"),
    "sides[]": ("可以同时做的事", "steps beside the way"),
    "refused[]": ("未采取的步骤，同一规则同一理由的合为一行", "steps refused; those of one rule and reason in one row"),
    "refused[].steps": ("步骤", "steps"),
    "refused[].code": ("规则代号", "rule"),
    "refused[].said": ("理由", "reason"),
    "refused[].basis": ("依据的条文", "its articles"),
    "questions[]": ("尚未答复的问题", "questions open"),
    "questions[].said": ("问题", "question"),
    "questions[].rules": ("等待答案的规则", "the rules that wait for it"),
    "questions[].blocking": ("步骤是否等待答案；不等待为空", "whether the step waits for it; else empty"),
    "evidence[]": ("尚缺的证据", "evidence not on record"),
    "warnings[]": ("采取任何步骤之前须知", "what must be read before anything is done"),
    "done[]": ("已经走过的步骤", "steps on record"),
}
_QUESTION = {
    "no": ("序号", "number"),
    "say": ("问题", "question"),
    "source": ("出处", "source"),
}
CONTACT = {
    **LISTED,
    **DECISION,
    **CLOCKS,
    "longest_overdue": ("最长逾期", "longest time overdue"),
    "contacts_line": ("最近七天联系的次数与公司规定", "contacts in the last seven days, and the policy's limit"),
    "contacts_full": ("是否已达公司规定的次数", "whether the limit is reached"),
    "hours": ("公司规定可以联系的时间", "the hours that the policy leaves"),
    "goal[]": ("本次目的，逐句", "the goal, sentence by sentence"),
    "promises[]": ("承诺记录", "promises on record"),
    "promises[].on": ("承诺日", "made on"),
    "promises[].day": ("承诺付款日", "day promised"),
    "promises[].sum": ("承诺金额", "sum promised"),
    "promises[].proof": ("证据", "proof"),
    "contacts[]": ("最近的联系", "the last contacts"),
    "contacts[].on": ("日期", "date"),
    "contacts[].kind": ("方式", "kind"),
    "contacts[].proof": ("证据", "proof"),
    "contacts[].note": ("要点", "note"),
    "disputes[]": ("有争议的发票", "contested invoices"),
    "disputes[].number": ("发票号码", "invoice"),
    "disputes[].amount": ("争议金额", "sum contested"),
    "disputes[].reason": ("对方所称理由", "the reason given"),
    "six[]": ("催收前六问", "six questions before collecting"),
    **{f"six[].{name}": words for name, words in _QUESTION.items()},
    "nine[]": ("付款流程九问", "nine questions on the payer's process"),
    **{f"nine[].{name}": words for name, words in _QUESTION.items()},
    "payers[]": ("拖欠的种类与对策", "kinds of late payer, and the answer to each"),
    "payers[].say": ("种类", "kind"),
    "payers[].answer": ("对策", "answer"),
    "payers[].source": ("出处", "source"),
    "signs[]": ("危险信号", "warning signs"),
    "traps[]": ("三个陷阱", "three traps"),
    "never[]": ("不得说、不得做的", "what must not be said or done"),
    "never_basis": ("其依据", "its articles"),
    "advice[]": ("经验提示：不是法律", "advice, never law"),
    "advice[].topic": ("题目", "topic"),
    "advice[].say": ("内容", "advice"),
    "advice[].source": ("出处", "source"),
}

_KINDS = {
    EventKind.REMINDER: ("付款提醒", "reminder"),
    EventKind.DEMAND: ("催款函", "demand letter"),
    EventKind.LAWYERS_LETTER: ("律师函", "lawyer's letter"),
    EventKind.CALL: ("电话", "call"),
    EventKind.VISIT: ("上门", "visit"),
    EventKind.CONFIRMATION: ("对账确认", "confirmation"),
    EventKind.PROMISE: ("承诺付款", "promise"),
    EventKind.DISPUTE: ("提出异议", "objection"),
    EventKind.REFUSAL: ("拒绝付款", "refusal"),
}
_TOUCHES = frozenset(
    {
        EventKind.REMINDER,
        EventKind.DEMAND,
        EventKind.LAWYERS_LETTER,
        EventKind.CALL,
        EventKind.VISIT,
        EventKind.CONFIRMATION,
    }
)
_PROOF = {
    Proof.NONE: ("无书面证据", "nothing in writing"),
    Proof.SENT: ("已发出", "sent"),
    Proof.ARRIVED: ("已送达", "arrived"),
    Proof.REFUSED: ("拒收", "refused"),
    Proof.SIGNED: ("对方签章", "signed"),
    Proof.PROMISED: ("对方签章并承诺", "signed, with a promise"),
}
_NEVER = (
    ("不以公安、刑事追究或者人身自由相威胁", "No threat with any authority, or with anybody's liberty"),
    (
        "不向第三方谈这笔欠款：家人、同事、客户、供应商、媒体、网络",
        "Not a word of the debt to third parties: family, staff, customers, suppliers, the public",
    ),
    ("不辱骂、不讥讽，不说对方没有信用", "No insult, no mockery, nothing about anybody's honesty"),
    ("不冒充律师、法院或者机关工作人员", "No posing as a lawyer, a court or an official"),
    (
        "不反复拨打，不在规定时间以外联系，不纠缠、不滞留",
        "No repeated calls, none outside the hours, no pestering and no staying on",
    ),
    (
        "不承认货物或者服务有问题，不口头答应减少、延期或者抵账",
        "No fault of goods or services conceded; nothing reduced, extended or set off by word of mouth",
    ),
    (
        "不把只有法院才能决定的事说成一定会发生",
        "Nothing told as certain that only a court decides",
    ),
)
_NEVER_BASIS = (
    "civil_code:1024",
    "civil_code:1032",
    "personal_information_law:6",
    "public_security_law:50(1)",
    "lawyers_law:16",
    "evidence_rules:3",
)
_WEEK = 7  # days


def contacting(case: Case, *, visit: bool = False, last: int = 6) -> dict[str, object]:
    """What whoever calls or goes needs at a glance, and the boxes' own words. last: how many contacts are told."""
    settlement, pen = case.settlement, case.pen
    items = claims.open_items(settlement)
    known = [each for each in case.account.history if each.on <= case.account.as_of]
    touched = sum(1 for each in known if each.kind in _TOUCHES and (case.account.as_of - each.on).days < _WEEK)
    rules = case.decided["contacts"]
    most = rules["most_a_week"]
    return {
        **claims.listed(settlement, items, pen, case.we, case.you),
        **decision(case),
        "clocks": clocks(case),
        "longest_overdue": pen.counted(max(claims.longest_overdue(items), 0), "天", "day", "days"),
        "contacts_line": pen.say(
            f"最近七天已联系{touched}次，公司规定最多{most}次",
            f"{touched} in the last seven days; the policy allows {most}",
        ),
        "contacts_full": touched >= most,
        "hours": pen.say(f"{rules['from']}至{rules['to']}", f"{rules['from']} to {rules['to']}"),
        "goal": _goal(case, visit=visit),
        "promises": _promises(known, pen),
        "contacts": _contacts(known, last, pen),
        "disputes": [
            {
                "number": item.invoice.number,
                "amount": pen.money(item.disputed),
                "reason": item.invoice.dispute.reason if item.invoice.dispute else "",
            }
            for item in items
            if item.disputed
        ],
        "six": _lines(case, "six", "no", "say", "source"),
        "nine": _lines(case, "nine", "no", "say", "source"),
        "payers": _lines(case, "payer", "say", "answer", "source"),
        "signs": [one["say"] for one in listed(case, "signs")],
        "traps": [one["say"] for one in listed(case, "traps")],
        "never": [pen.say(*words) for words in _NEVER],
        "never_basis": basis(_NEVER_BASIS, pen),
        "advice": advised(case),
    }


def basis(references: Iterable[str], pen: Pen) -> str:
    """Articles of several acts by the acts' usual names; in English act by act, so that no number is taken for the
    act before it."""
    by_act: dict[str, list[str]] = {}
    for reference in references:
        by_act.setdefault(reference.partition(":")[0], []).append(reference)
    return pen.say("、", "; ").join(pen.cite(same, briefly=True) for same in by_act.values())


def _lines(case: Case, topic: str, *names: str) -> list[dict[str, str]]:
    return [{name: one[name] for name in names} for one in listed(case, topic)]


def _goal(case: Case, *, visit: bool) -> list[str]:
    """What is to be reached, by what the account is like: never more than the next step allows."""
    settlement, pen = case.settlement, case.pen
    asked = settlement.totals.demandable
    coming = settlement.totals.not_due
    goal = []
    if asked:
        sum_ = pen.money(asked)
        goal.append(
            pen.say(
                f"取得{sum_}的确切付款日期和数额，并落实到书面；短期内确实付不清的，谈还款协议。",
                f"Get an exact day and sum for {sum_} in writing; where that cannot be soon, a repayment agreement.",
            )
        )
    if any(each.promised_on and each.promised_on < case.account.as_of for each in case.account.history) and asked:
        goal.append(pen.say("问明上次承诺为什么没有兑现。", "Ask why the last promise was not kept."))
    if settlement.totals.disputed:
        goal.append(
            pen.say(
                "有异议的部分：请对方书面写明理由并附依据；不评论，不表态。",
                "On what is contested: ask for the grounds in writing, with documents; no comment and no concession.",
            )
        )
    if coming:
        goal.append(
            pen.say(
                f"尚未到期的{pen.money(coming)}：只核对金额和付款日，不催。",
                f"On {pen.money(coming)} not yet due: agree the sum and the day; do not press.",
            )
        )
    goal.append(
        pen.say("问清不付的真实原因，判断属于哪一种拖欠。", "Find the true reason, and judge which kind it is.")
    )
    if visit:
        goal.append(
            pen.say(
                "当面核对对账单，请对方盖章；有还款协议的，当面签。",
                "Compare the statement of account and have it sealed on the spot; so with a repayment agreement.",
            )
        )
    return goal


def _promises(known: Iterable[Event], pen: Pen) -> list[dict[str, str]]:
    made = sorted(
        (each for each in known if each.promised_on or each.kind is EventKind.PROMISE), key=lambda each: each.on
    )
    return [
        {
            "on": pen.column_date(each.on),
            "day": pen.column_date(each.promised_on),
            "sum": pen.column(each.amount) if each.amount is not None else "—",
            "proof": pen.say(*_PROOF[each.proof]),
        }
        for each in made
    ]


def _contacts(known: Iterable[Event], last: int, pen: Pen) -> list[dict[str, str]]:
    told = sorted((each for each in known if each.kind in _KINDS), key=lambda each: each.on)[-last:]
    return [
        {
            "on": pen.column_date(each.on),
            "kind": pen.say(*_KINDS[each.kind]),
            "proof": pen.say(*_PROOF[each.proof]),
            "note": pen.say("；", "; ").join(part for part in (each.reference, each.note) if part) or "—",
        }
        for each in reversed(told)
    ]
