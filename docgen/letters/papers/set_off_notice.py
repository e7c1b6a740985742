"""The notice of set-off (抵销通知书): on arrival, equal sums of what each side owes the other end (民法典 568).

Debts of money in one currency; what the other side owes must be due, what we owe need not be. A condition or a term
makes the notice void. Of our claim, principal is set off, or costs and interest before it where the letter puts
payments so (561).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from docgen.accounts.account import Account, Answer, Question
from docgen.accounts.money import ZERO
from docgen.errors import Finding, Severity
from docgen.escalation.findings import caution, told
from docgen.law.assessment import Assessment, Missing, Standing
from docgen.law.choice import ImputationOrder
from docgen.law.setoff import SetOff, allowed
from docgen.law.statutes import LawData
from docgen.letters.context.base import Case
from docgen.letters.context.demand import interest_total
from docgen.letters.context.pen import Pen
from docgen.letters.context.reserved import contested_part_said, reserved_said
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers.noticed import NEEDED, RESERVATION, against_debtor, bar, declared
from docgen.letters.papers.paper import Paper
from docgen.letters.papers.setting_off import claims, debts_of, is_due, meeting, reserves_interest
from docgen.letters.part import Part, same
from docgen.letters.particulars.notices import DebtKind
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.wording import unit

_SET_OFF = ("civil_code:568", "contract_interpretation:55")
_ORDER = ("civil_code:560", "civil_code:561", "contract_interpretation:56")


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    yield from against_debtor(account)
    if request.set_off is None:
        return
    interest = assessment.chosen.interest
    if assessment.chosen.order is ImputationOrder.ARTICLE_561 and isinstance(interest, Missing):
        yield replace(interest.finding, severity=Severity.BAR)
    yield from _of_claims(assessment, request)
    yield from _of_debts(account, assessment, request)
    if reserves_interest(assessment.chosen):
        facts = {"amount": f"{interest_total(assessment.chosen):f}", "currency": assessment.currency}
        articles = ("civil_code:561", "contract_interpretation:56")
        yield told("paper.set_off.principal_first", articles, place="/letter/interest/imputation", **facts)
    place = "/letter/set_off/excluded"
    if request.set_off.excluded:
        yield bar("paper.set_off.excluded", ("civil_code:568",), place=place)
    elif request.set_off.excluded is None:
        yield caution("paper.set_off.exclusion_unknown", ("civil_code:568",), place=place)
    if account.declares(Question.CLAIM_ASSIGNED) is Answer.YES:
        articles = ("civil_code:545", "civil_code:568")
        yield bar("paper.set_off.assigned", articles, place=declared(Question.CLAIM_ASSIGNED))
    if account.declares(Question.OTHER_DEBTS_BETWEEN_PARTIES) is Answer.NO:
        place = declared(Question.OTHER_DEBTS_BETWEEN_PARTIES)
        yield caution("paper.set_off.declared_otherwise", ("civil_code:568",), place=place)
    if account.declares(Question.SUIT_PENDING) is Answer.YES:
        yield caution("paper.set_off.suit", ("civil_code:568",), place=declared(Question.SUIT_PENDING))


def _of_claims(assessment: Assessment, request: LetterRequest) -> Iterator[Finding]:
    """What they owe us: due, uncontested, not barred by time, and of a certain sum."""
    items, named = assessment.chosen.items, request.set_off.invoices if request.set_off else ()
    place = "/letter/set_off/invoices"
    known = {item.invoice.number: item for item in items}
    if unknown := [number for number in named if number not in known]:
        yield bar("paper.set_off.unknown_invoice", ("civil_code:568",), place=place, invoices=", ".join(unknown))
    asked = [known[number] for number in named if number in known]
    if early := [item.invoice.number for item in asked if item.open > 0 and not is_due(item)]:
        yield bar("paper.set_off.not_due", ("civil_code:568",), place=place, invoices=", ".join(early))
    if contested := [item.invoice.number for item in asked if item.open > 0 and not item.undisputed]:
        yield bar("paper.set_off.disputed", ("civil_code:568",), place=place, invoices=", ".join(contested))
    used = claims(assessment, request)
    if not used:
        yield bar("paper.set_off.nothing_due", ("civil_code:568",))
    expired = [item.invoice.number for item in used if item.standing is Standing.EXPIRED]
    standing = allowed(same_kind=True, their_debt_due=True, our_claim_time_barred=bool(expired))
    if standing is SetOff.UNLESS_LIMITATION_RAISED:
        articles = ("contract_interpretation:58", "civil_code:192")
        yield caution("paper.set_off.time_barred", articles, place=place, invoices=", ".join(expired))
    if unallocated := assessment.chosen.totals.unallocated:
        facts = {"amount": f"{unallocated:f}", "currency": assessment.currency}
        yield bar("paper.set_off.unallocated", ("civil_code:560",), place="/account/payments", **facts)


def _of_debts(account: Account, assessment: Assessment, request: LetterRequest) -> Iterator[Finding]:
    """What we owe them: money of the same currency, named with its basis."""
    debts = debts_of(request)
    if not debts:
        yield bar("paper.set_off.no_debt", ("civil_code:568",), place="/letter/set_off/debts")
        return
    for index, one in enumerate(debts):
        place = f"/letter/set_off/debts/{index}"
        if one.kind is not DebtKind.MONEY:
            yield bar("paper.set_off.other_kind", ("civil_code:568", "civil_code:569"), place=f"{place}/kind")
        if one.currency and one.currency != assessment.currency:
            facts = {"theirs": assessment.currency, "ours": one.currency}
            articles = ("civil_code:568", "civil_code:569")
            yield bar("paper.set_off.other_currency", articles, place=f"{place}/currency", **facts)
        if one.due_on > account.as_of:
            facts = {"due": one.due_on.isoformat()}
            yield told("paper.set_off.before_its_time", ("civil_code:568",), place=f"{place}/due_on", **facts)
    yield told("paper.set_off.admits", ("civil_code:195",), place="/letter/set_off/debts")


def _worded(case: Case) -> dict[str, object]:
    pen = case.pen
    found = meeting(case.account, case.assessment, case.request)
    result = found.result
    they_owe = sum((met.left for met in result.ours), ZERO)
    we_owe = sum((met.left for met in result.theirs), ZERO)
    contested = sum((item.disputed for item in found.items), ZERO)  # owed too, though not set off
    whole = they_owe + contested
    ours_before, theirs_before = whole + result.amount, we_owe + result.amount
    partial = max(len(found.ours), len(found.debts)) > 1 or any(each.interest or each.costs for each in found.ours)
    return {
        "unit": unit(pen.currency, pen.language),
        "ours": [
            {
                "no": str(number),
                "number": item.invoice.number,
                "contract": item.invoice.contract or "—",
                "due_on": pen.column_date(item.due.on),
                "principal": pen.column(item.open),
                "more": pen.column(mutual.interest + mutual.costs),
                "before": pen.column(mutual.whole + item.disputed),
                "met": pen.column(met.amount),
                "left": pen.column(met.left + item.disputed),
            }
            for number, (item, mutual, met) in enumerate(zip(found.items, found.ours, result.ours, strict=True), 1)
        ],
        "theirs": [
            {
                "no": str(number),
                "basis": pen.own(one.basis, one.basis_en),
                "due_on": pen.column_date(one.due_on),
                "before": pen.column(one.whole),
                "met": pen.column(met.amount),
                "left": pen.column(met.left),
            }
            for number, (one, met) in enumerate(zip(found.debts, result.theirs, strict=True), 1)
        ],
        "has_interest": any(each.interest or each.costs for each in found.ours),
        "interest_reserved": reserves_interest(case.settlement),
        "they_owed": pen.column(ours_before),
        "we_owed": pen.column(theirs_before),
        "met": pen.column(result.amount),
        "they_owe": pen.column(whole),
        "we_owe": pen.column(we_owe),
        "they_owe_full": pen.in_full(they_owe) if they_owe else "",
        "they_owe_whole": pen.in_full(whole) if whole else "",
        "contested": pen.money(contested) if contested else "",
        "contested_said": contested_part_said(found.items, pen),
        "reserved_said": reserved_said(case.settlement, pen, case.we, case.you),
        "we_owe_full": pen.in_full(we_owe) if we_owe else "",
        "set_off": pen.money(result.amount) if result.amount else pen.no_sum,
        "set_off_full": pen.in_full(result.amount) if result.amount else pen.no_sum,
        "basis_cited": pen.cite(_SET_OFF[:1]),
        "effect_cited": pen.cite(_SET_OFF[1:]),
        "order_said": _order(pen) if partial and (they_owe or we_owe) else "",
    }


def _order(pen: Pen) -> str:
    cited = pen.cite(_ORDER, briefly=True)
    return pen.say(
        f"一方债权不足以抵销对方全部债务的，参照{cited}确定抵销顺序，各笔债务抵销的数额以上表为准。",
        f"Where one side's claims do not cover all debts of the other, the order follows {cited} by analogy; what is "
        "set off of each debt is as the tables show.",
    )


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("发票（复印件）", "本公司所负债务的合同及凭证（复印件）")
    return ("Invoices (copies)", "Contracts and papers of the debts that we owe (copies)")


PAPER = Paper(
    entry=Entry(
        LetterKind.SET_OFF_NOTICE,
        MappingProxyType({None: titles("抵销通知书", "Notice of Set-off")}),
        job="notice",
        places=("facts", "closing"),
        reply_days=10,
        group=Group.NOTICE,
        needed=(*NEEDED, "/letter/set_off", "/letter/set_off/debts", "/account/creditor/bank_account"),
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            "unit": ("表中金额的单位", "currency of the columns"),
            "ours[]": ("对方欠我方的到期债务", "the debts due to us"),
            "ours[].no": ("序号", "number of the row"),
            "ours[].number": ("发票号码", "invoice number"),
            "ours[].contract": ("合同编号", "contract number"),
            "ours[].due_on": ("到期日", "due date"),
            "ours[].principal": ("本金", "principal"),
            "ours[].more": ("利息及费用", "interest and costs"),
            "ours[].before": ("抵销前", "before set-off"),
            "ours[].met": ("抵销", "set off"),
            "ours[].left": ("抵销后", "what is left"),
            "theirs[]": ("我方欠对方的债务", "the debts that we owe"),
            "theirs[].no": ("序号", "number of the row"),
            "theirs[].basis": ("依据", "what it rests on"),
            "theirs[].due_on": ("到期日", "due date"),
            "theirs[].before": ("抵销前", "before set-off"),
            "theirs[].met": ("抵销", "set off"),
            "theirs[].left": ("抵销后", "what is left"),
            "has_interest": ("是否抵销利息、费用", "whether interest or costs are set off"),
            "interest_reserved": ("是否另有保留的利息", "whether interest is reserved"),
            "they_owed": ("对方债务合计，抵销前", "their debts before, in all"),
            "we_owed": ("我方债务合计，抵销前", "our debts before, in all"),
            "met": ("抵销的金额，仅数字", "the equal sum, figures alone"),
            "they_owe": ("对方债务余额，仅数字", "what they still owe, figures alone"),
            "we_owe": ("我方债务余额，仅数字", "what we still owe, figures alone"),
            "they_owe_full": (
                "请求支付的余额（不含有异议的部分），数字及大写；没有则为空",
                "what is asked for, without what is contested, figures and words; else empty",
            ),
            "they_owe_whole": (
                "对方债务余额（含有异议的部分），数字及大写；没有则为空",
                "what they still owe with what is contested, figures and words; else empty",
            ),
            "contested": (
                "其中有异议、未用于抵销的金额；没有则为空",
                "what of it is contested and not set off; else empty",
            ),
            "contested_said": (
                "哪些发票中有异议的金额；没有则为空",
                "how much of which invoice is contested; else empty",
            ),
            "reserved_said": (
                "不认可异议、保留权利，一句话；没有异议为空",
                "that the objection is not conceded and rights are reserved; else empty",
            ),
            "we_owe_full": ("我方债务余额，数字及大写；没有则为空", "the same of ours, figures and words; else empty"),
            "set_off": ("抵销的金额", "the equal sum"),
            "set_off_full": ("同上，数字及大写", "the same, figures and words"),
            "basis_cited": ("抵销的法律依据", "the legal basis of set-off"),
            "effect_cited": ("抵销效力的法律依据", "the legal basis of its effect"),
            "order_said": ("抵销顺序，一句话；无需说明为空", "the order in a sentence; empty where there is none"),
        }
    ),
    parts=(
        same("number", "{letter.number}"),
        same("invoice", "{ours.number}"),
        same("due_date", "{ours.due_on}"),
        same("set_off.debts", "{theirs.basis}"),
        same("set_off.sum", "{set_off_full}"),
        same("set_off.basis", "{basis_cited}"),
        Part("set_off.arrival", "本通知(自)?(到达|送达)", "(arriv|recei)"),
        Part("set_off.unconditional", "不附条件", "no condition|unconditional"),
        same("set_off.they_owe", "{they_owe_full}"),
        same("set_off.contested", "{contested}"),
        same("set_off.reserved", "{reserved_said}"),
        same("set_off.we_owe", "{we_owe_full}"),
        same("reply_by", "{letter.reply_by}"),
        RESERVATION,
    ),
    part_names=MappingProxyType(
        {
            "set_off.debts": ("我方所负的债务", "the debts that we owe"),
            "set_off.sum": ("抵销的金额（数字及大写）", "the sum set off, in figures and words"),
            "set_off.basis": ("抵销的法律依据", "the legal basis"),
            "set_off.arrival": ("抵销自通知到达时生效", "that set-off works on arrival"),
            "set_off.unconditional": ("抵销不附条件", "that set-off has no condition"),
            "set_off.they_owe": ("抵销后对方尚欠的金额", "what they still owe"),
            "set_off.we_owe": ("抵销后我方尚欠的金额", "what we still owe"),
            "set_off.contested": ("有异议、不抵销的部分", "the contested part, which is not set off"),
            "set_off.reserved": ("对有异议部分的权利保留", "the reservation of rights on the contested part"),
        }
    ),
    bars=_bars,
    enclosures=_enclosures,
)
