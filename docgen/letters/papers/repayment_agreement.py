"""The repayment agreement (还款协议): the debt confirmed, a plan, what becomes of interest, what a default brings.

It moves no due date: the plan is a way of performing, kept open while it is kept (买卖合同解释 18(1)). Interest is
named as a sum only where that is meant (18(3)), and given up only where the plan is kept to the day (民法典 575).
A guarantor answers for it only by signing (692, 695).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.accounts.contract import GuaranteeMode
from docgen.accounts.money import ZERO
from docgen.accounts.party import Party, PartyKind
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment, Missing
from docgen.law.statutes import LawData
from docgen.letters.context.base import Case
from docgen.letters.context.interest import name
from docgen.letters.context.pen import Pen
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers import agreed, signing
from docgen.letters.papers.paper import Paper
from docgen.letters.papers.signing import Side
from docgen.letters.part import Part, same
from docgen.letters.particulars.agreements import Enforcement, InterestTerm, RepaymentAgreement, Surety
from docgen.letters.request import Language, LetterKind, LetterRequest

_PLACE = "/letter/repayment"
_GUARANTEE = ("civil_code:691", "civil_code:692", "civil_code:695")
_RELEASE = "若未按期足额支付，减免自始不生效，恢复原欠款"


def _sum(account: Account, assessment: Assessment, terms: RepaymentAgreement) -> Decimal:
    """What the plan must come to: principal, costs, and interest where it is included."""
    settlement = assessment.chosen
    included = terms.interest is InterestTerm.INCLUDED
    owed = ZERO if isinstance(settlement.interest, Missing) or not included else settlement.interest.total
    return agreed.Debt(account, assessment).principal + settlement.costs + owed


def _bars(account: Account, assessment: Assessment, request: LetterRequest, law: LawData) -> Iterator[Finding]:
    debt = agreed.Debt(account, assessment)
    yield from agreed.bars(debt)
    yield from signing.of_signer(request.debtor_signer, account)
    if (terms := request.repayment) is None:
        return
    if debt.principal:
        yield from _of_plan(account, assessment, request, terms)
    yield from _of_interest(assessment, terms)
    yield from _of_sureties(debt, terms)
    yield from _of_instalment_sale(debt, terms, law)
    if not terms.dispute_clause and agreed.clauses_differ(debt):
        yield Finding(
            "paper.agreement.clauses_differ", Severity.WARNING, f"{_PLACE}/dispute_clause", articles=("cpl:35",)
        )


def _of_plan(
    account: Account, assessment: Assessment, request: LetterRequest, terms: RepaymentAgreement
) -> Iterator[Finding]:
    """The instalments come to the sum agreed, each on a day to come, one after the other."""
    place, due = f"{_PLACE}/instalments", _sum(account, assessment, terms)
    if not terms.instalments:
        yield Finding("paper.repayment.no_plan", Severity.BAR, place, articles=("limitation_rules:14",))
        return
    planned = sum((one.amount for one in terms.instalments), ZERO)
    if planned != due:
        facts = {"planned": f"{planned:f}", "agreed": f"{due:f}", "currency": assessment.currency}
        facts |= {"difference": f"{abs(planned - due):f}"}
        code = "paper.repayment.plan_too_small" if planned < due else "paper.repayment.plan_too_large"
        yield Finding(code, Severity.BAR, place, facts, ("civil_code:575",) if planned < due else ("civil_code:509",))
    dated = request.dated_on or account.as_of
    for index, one in enumerate(terms.instalments):
        if one.pay_on <= dated:
            facts = {"number": str(index + 1), "on": one.pay_on.isoformat(), "dated_on": dated.isoformat()}
            yield Finding("paper.repayment.day_past", Severity.BAR, f"{place}/{index}/pay_on", facts)
    for index, (before, after) in enumerate(pairwise(terms.instalments), 1):
        if after.pay_on <= before.pay_on:
            facts = {"number": str(index + 1), "on": after.pay_on.isoformat(), "before": before.pay_on.isoformat()}
            yield Finding("paper.repayment.out_of_order", Severity.BAR, f"{place}/{index}/pay_on", facts)


def _of_interest(assessment: Assessment, terms: RepaymentAgreement) -> Iterator[Finding]:
    found, place = assessment.chosen.interest, f"{_PLACE}/interest"
    if terms.interest is InterestTerm.INCLUDED:
        if isinstance(found, Missing):
            yield replace(found.finding, severity=Severity.BAR)
        elif not found.total:
            yield Finding("paper.repayment.no_interest", Severity.BAR, place, articles=("sales_interpretation:18(3)",))
        else:
            facts = {"amount": f"{found.total:f}", "currency": assessment.currency, "until": found.until.isoformat()}
            articles = ("sales_interpretation:18(3)",)
            yield Finding("paper.repayment.interest_fixed", Severity.WARNING, place, facts, articles)
    elif terms.interest is InterestTerm.WAIVED_IF_KEPT:
        amount = "" if isinstance(found, Missing) else f"{found.total:f}"
        facts = {"amount": amount or "?", "currency": assessment.currency}
        yield Finding("paper.repayment.interest_waived", Severity.INFORMATION, place, facts, ("civil_code:575",))


def _of_sureties(debt: agreed.Debt, terms: RepaymentAgreement) -> Iterator[Finding]:
    """A guarantee given here says its mode and an end after the plan; whoever does not sign is bound as before."""
    last = max((one.pay_on for one in terms.instalments), default=None)
    for index, one in enumerate(terms.sureties):
        place, who = f"{_PLACE}/sureties/{index}", {"guarantor": one.name}
        party = _party(debt.account, one)
        if one.mode is GuaranteeMode.UNCLEAR:
            unclear = ("civil_code:686(2)", "civil_code:688")
            yield Finding("paper.repayment.guarantee_mode", Severity.BAR, f"{place}/mode", who, unclear)
        if one.period_until is None or (last and one.period_until <= last):
            facts = who | {"last": last.isoformat() if last else "–"}
            too_short = ("civil_code:692(2)",)
            yield Finding("paper.repayment.guarantee_period", Severity.BAR, f"{place}/period_until", facts, too_short)
        if party.address is None:
            unserved = ("cpl_interpretation:137",)
            yield Finding("paper.repayment.guarantor_address", Severity.BAR, f"{place}/address", who, unserved)
        if party.kind is PartyKind.COMPANY:
            yield Finding("paper.repayment.resolution", Severity.INFORMATION, place, who, ("company_law:15",))
    those_who_sign = {_party(debt.account, one).name for one in terms.sureties}
    for contract, known in debt.guarantees():
        if known.guarantor.name in those_who_sign:
            continue
        ends = [
            clock.raw_end
            for clock in debt.assessment.guarantees
            if clock.guarantor == known.guarantor.name and clock.contract == contract
        ]
        facts = {
            "guarantor": known.guarantor.name,
            "contract": contract,
            "on": min(ends).isoformat() if ends else "–",
            "last": last.isoformat() if last else "–",
        }
        articles = ("civil_code:692", "civil_code:693", "civil_code:695")
        yield Finding("paper.repayment.guarantor_absent", Severity.WARNING, f"{_PLACE}/sureties", facts, articles)


def _of_instalment_sale(debt: agreed.Debt, terms: RepaymentAgreement, law: LawData) -> Iterator[Finding]:
    """A price that was sold by instalments falls due whole only once a fifth of it is overdue (民法典 634); a clause
    that asks less of the seller may be void (买卖合同解释 27(2))."""
    on = debt.assessment.as_of
    numbers = {item.invoice.contract for item in debt.items}
    for one in debt.account.contracts:
        if one.number not in numbers or one.instalments is None or not one.amount:
            continue
        fifth = one.amount * law.figure("instalment.overdue_share", on).value
        enough = one.instalments >= law.figure("instalment.fewest", on).value
        if enough and any(each.amount < fifth for each in terms.instalments):
            facts = {"contract": one.number, "amount": f"{fifth:f}", "currency": debt.assessment.currency}
            articles = ("civil_code:634", "sales_interpretation:27")
            yield Finding("paper.repayment.instalment_sale", Severity.WARNING, f"{_PLACE}/grace_days", facts, articles)


def _party(account: Account, one: Surety) -> Party:
    """The guarantor as the account has it; a new one by what the request says of it."""
    for contract in account.contracts:
        for known in contract.guarantees:
            if one.name in {known.guarantor.name, known.guarantor.name_en}:
                return known.guarantor
    return Party(
        name=one.name,
        name_en=one.name_en,
        kind=one.kind,
        registration_number=one.registration_number,
        address=one.address,
        address_en=one.address_en,
        representative=one.representative,
        representative_en=one.representative_en,
        phone=one.phone,
    )


# -- what is printed

_EMPTY = RepaymentAgreement(instalments=(), interest=InterestTerm.RESERVED)


def _worded(case: Case) -> dict[str, object]:
    pen, account = case.pen, case.account
    terms = case.request.repayment or _EMPTY
    debt = agreed.Debt(account, case.assessment)
    due = _sum(account, case.assessment, terms)
    sureties = [_party(account, one) for one in terms.sureties]
    sides = signing.sides(case, sureties)
    guaranteed = [_guaranteed(one, side, pen) for one, side in zip(terms.sureties, sides[2:], strict=True)]
    enforced = _enforced(terms.enforcement, bool(sureties), pen)
    return {
        **agreed.confirmed(case, debt),
        "sides": signing.signed(case, sides),
        "copies": signing.many(len(sides) + (terms.enforcement is not Enforcement.NONE), pen),
        "interest_said": _interest_said(case, terms),
        "agreed_parts_said": _parts_said(case, debt, terms),
        "agreed": pen.money(due) if due else pen.no_sum,
        "agreed_full": pen.in_full(due) if due else pen.no_sum,
        "agreed_column": pen.column(due),
        "plan": _plan(terms, due, pen),
        "plan_total": pen.column(sum((one.amount for one in terms.instalments), ZERO)),
        "default_said": _default_said(terms, pen),
        "restored_said": _restored_said(case),
        "costs_said": agreed.costs_said(case),
        "guarantee_said": guaranteed,
        "forum_said": agreed.forum_said(case, debt, terms.dispute_clause, terms.dispute_clause_en),
        "enforcement_said": enforced,
        "heads": _heads(bool(guaranteed), bool(enforced), pen),
    }


def _heads(guaranteed: bool, enforced: bool, pen: Pen) -> dict[str, str]:
    """The heads of the articles, numbered as they stand."""
    names = {
        "debt": ("债务的确认", "Confirmation of the debt"),
        "plan": ("还款安排", "Plan of payment"),
        "default": ("违约责任与加速到期", "Default and acceleration"),
        "limitation": ("诉讼时效", "Limitation"),
        **({"guarantee": ("保证", "Guarantee")} if guaranteed else {}),
        "service": ("送达地址", "Addresses for service"),
        "forum": ("争议解决", "Disputes"),
        **({"enforcement": ("强制执行效力", "Enforceability")} if enforced else {}),
        "rest": ("其他", "General"),
    }
    numbered = dict(zip(names, signing.heads(list(names.values()), pen), strict=True))
    return {"guarantee": "", "enforcement": ""} | numbered


def _plan(terms: RepaymentAgreement, due: Decimal, pen: Pen) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    left = due
    for number, one in enumerate(terms.instalments, 1):
        left -= one.amount
        rows.append(
            {
                "no": str(number),
                "pay_on": pen.date(one.pay_on),
                "amount": pen.column(one.amount),
                "words": pen.words(one.amount),
                "left": pen.column(left),
            }
        )
    return rows


def _called(case: Case) -> str:
    """What the charge for late payment is called, by the rule that it follows."""
    found = case.settlement.interest
    if isinstance(found, Missing) or not found.segments:
        return case.pen.say("逾期付款违约金或者利息", "liquidated damages or interest for late payment")
    return name(found, case.pen)


def _parts_said(case: Case, debt: agreed.Debt, terms: RepaymentAgreement) -> str:
    """What the sum is made of, where it is more than principal."""
    pen, found = case.pen, case.settlement.interest
    parts = [(pen.say("本金", "principal"), debt.principal)]
    if terms.interest is InterestTerm.INCLUDED and not isinstance(found, Missing):
        parts.append((_called(case), found.total))
    parts.append((pen.say("实现债权的费用", "costs of enforcement"), case.settlement.costs))
    said = [
        pen.say(f"{called}{pen.money(amount)}", f"{called} {pen.money(amount)}") for called, amount in parts if amount
    ]
    return pen.say(f"（{'，'.join(said)}）", f" ({', '.join(said)})") if len(said) > 1 else ""


def _interest_said(case: Case, terms: RepaymentAgreement) -> str:
    pen, found, called = case.pen, case.settlement.interest, _called(case)
    if terms.interest is InterestTerm.INCLUDED and not isinstance(found, Missing):
        until, amount = pen.date(found.until), pen.in_full(found.total)
        return pen.say(
            f"计算至{until}的{called}，各方确认为{amount}，计入本协议的还款总额。自{until}之次日起至实际清偿之日止的"
            f"{called}，以届时未付的本金为基数，仍按原合同约定或者法律规定的标准另行计算，{case.we}对此保留权利，不构成"
            f"放弃。",
            f"The parties agree that {called} up to {until} amount to {amount} and are part of the sum to be paid. "
            f"From the day after {until} until actual payment, {called} on the principal then unpaid are computed "
            f"separately, as the original contracts or the law provide; {case.we} reserves and does not waive its "
            f"rights to them.",
        )
    if terms.interest is InterestTerm.WAIVED_IF_KEPT:
        return pen.say(
            f"上述金额仅为本金，不包括{called}。{case.you}按本协议约定的日期和金额付清全部款项的，{case.we}自全部款项付"
            f"清之日起不再主张此前的{called}。{_RELEASE}，{case.we}有权自原到期日起按原合同约定或者法律规定主张全部"
            f"{called}；全部款项付清之前，本款不构成{case.we}对{called}的放弃。",
            f"The above sum is principal alone and does not include {called}. If {case.you} pays all sums on the days "
            f"and in the amounts agreed here, {case.we} will from the day of full payment no longer claim {called} for "
            f"the time before. If any of them is not paid in full and on time, that concession is void from the outset "
            f"and the original debt is restored: {case.we} may claim {called} in full from the original due dates, as "
            f"the original contracts or the law provide. Until everything is paid, nothing here waives them.",
        )
    return agreed.reserved_said(case)


def _default_said(terms: RepaymentAgreement, pen: Pen) -> str:
    grace = pen.counted(terms.grace_days, "日", "day", "days")
    if terms.grace_days:
        return pen.say(
            f"乙方任何一期款项逾期超过{grace}仍未足额支付的，其余各期款项全部到期，甲方有权不经另行催告，要求乙方立即付"
            f"清全部未付款项。",
            f"If any instalment is not paid in full within {grace} after its day, all remaining instalments fall due "
            f"at once, and Party A may, without a further demand, require immediate payment of all that is unpaid.",
        )
    return pen.say(
        "乙方任何一期款项未按期足额支付的，其余各期款项全部到期，甲方有权不经另行催告，要求乙方立即付清全部未付款项。",
        "If any instalment is not paid in full on its day, all remaining instalments fall due at once, and Party A "
        "may, without a further demand, require immediate payment of all that is unpaid.",
    )


def _restored_said(case: Case) -> str:
    """What a default changes of the penalty, and what stays (买卖合同解释 18(3))."""
    pen, article = case.pen, case.pen.cite(["sales_interpretation:18(3)"], briefly=True)
    order = pen.cite(["civil_code:561"], briefly=True)
    return pen.say(
        f"原合同关于逾期付款违约金、利息及其他违约责任的约定不因本协议而变更（{article}）；本协议未约定的，适用原合同。"
        f"发生前款情形的，乙方此后的付款依次抵充实现债权的费用、违约金（利息）和本金（{order}）。",
        f"This agreement does not vary what the original contracts provide on liquidated damages, interest and other "
        f"liability for breach ({article}); they apply to all that is not agreed here. After such a default, payments "
        f"go to costs of enforcement, then to liquidated damages and interest, then to principal ({order}).",
    )


def _guaranteed(one: Surety, side: Side, pen: Pen) -> str:
    label = side.label
    joint = one.mode is GuaranteeMode.JOINT
    mode = pen.say(
        "连带责任保证" if joint else "一般保证",
        "a guarantee with joint and several liability" if joint else "a general guarantee",
    )
    until = pen.date(one.period_until)
    most = ""
    if one.maximum is not None:
        most = pen.say(f"最高限额为{pen.money(one.maximum)}。", f" Its maximum is {pen.money(one.maximum)}.")
    decided = ""
    if side.party.kind is PartyKind.COMPANY:
        company_law = pen.cite(["company_law:15"], briefly=True)
        decided = pen.say(
            f"{label}确认已依{company_law}及其章程就本保证作出有效决议，决议（复印件）作为本协议附件。",
            f" {label} confirms that a valid resolution on this guarantee has been passed under {company_law} and its "
            "articles of association; a copy is annexed.",
        )
    article = pen.cite(_GUARANTEE, briefly=True)
    return pen.say(
        f"{label}已阅读本协议，书面同意本协议的全部内容，并就本协议所确认的债务（包括本金、违约金、利息、损害赔偿金和实"
        f"现债权的费用）向甲方提供{mode}，保证期间自本协议签署之日起至{until}止（{article}）。{most}{label}此前已提供的"
        f"担保继续有效。{decided}",
        f"{label} has read this agreement, consents in writing to all of it, and gives Party A {mode} for the debt "
        f"confirmed here (principal, liquidated damages, interest, damages and costs of enforcement). The guarantee "
        f"period runs from the signing of this agreement until {until} ({article}).{most} Security given by {label} "
        f"before remains in force.{decided}",
    )


def _enforced(how: Enforcement, guaranteed: bool, pen: Pen) -> str:
    who_zh, who_en = ("乙方、丙方", "Party B and Party C undertake") if guaranteed else ("乙方", "Party B undertakes")
    if how is Enforcement.NOTARISED:
        article = pen.cite(["cpl:249"], briefly=True)
        return pen.say(
            f"各方应于本协议签署后十日内共同申请公证机构对本协议办理赋予强制执行效力的债权文书公证。{who_zh}承诺：不履"
            f"行或者不适当履行本协议的，愿意直接接受人民法院强制执行，甲方可以向有管辖权的人民法院申请执行（{article}）"
            f"。",
            f"Within ten days of signing, the parties shall jointly apply to a notary office to notarise this "
            f"agreement as an enforceable instrument. {who_en}, in case of non-performance or improper "
            f"performance, to submit to compulsory enforcement directly, for which Party A may apply to the competent "
            f"people's court ({article}).",
        )
    if how is Enforcement.CONFIRMED:
        article = pen.cite(["cpl:205"], briefly=True)
        return pen.say(
            f"各方同意以本协议的内容向依法设立的调解组织申请调解，并自调解协议生效之日起三十日内，共同向有管辖权的人民"
            f"法院申请司法确认（{article}）。",
            f"The parties agree to have the contents of this agreement mediated by a mediation body established by "
            f"law, and to apply jointly to the competent people's court for judicial confirmation within thirty days "
            f"of the mediated agreement taking effect ({article}).",
        )
    return ""


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("原合同（复印件）", "发票及交付、验收单据（复印件）", "签署人身份证明或者授权委托书")
    return (
        "Original contracts (copies)",
        "Invoices, delivery and acceptance documents (copies)",
        "Proof of identity or power of attorney of those who sign",
    )


PAPER = Paper(
    entry=Entry(
        LetterKind.REPAYMENT_AGREEMENT,
        MappingProxyType({None: titles("还款协议", "Repayment Agreement")}),
        job="agreement",
        places=("facts", "terms"),
        reply_days=0,
        group=Group.AGREEMENT,
        needed=(
            "/letter/number",
            "/letter/repayment",
            "/account/creditor/bank_account",
            "/account/creditor/address",
            "/account/creditor/registration_number",
            "/account/debtor/registration_number",
        ),
        salutes=False,
        we=signing.WE,
        you=signing.YOU,
    ),
    worded=_worded,
    fields=MappingProxyType(
        {
            **agreed.CONFIRMED,
            **signing.SIDES,
            "interest_said": ("违约金或利息：保留、计入或者附条件减免", "what becomes of the interest accrued"),
            "agreed_parts_said": (
                "还款总额的构成，括注；仅为本金时为空",
                "what the sum is made of, in brackets; else empty",
            ),
            "agreed": ("还款总额", "the sum agreed"),
            "agreed_full": ("同上，数字及大写", "the same, figures and words"),
            "agreed_column": ("同上，仅数字", "the same, figures alone"),
            "plan[]": ("还款计划", "the plan"),
            "plan[].no": ("期次", "number"),
            "plan[].pay_on": ("付款日期", "day"),
            "plan[].amount": ("金额", "amount"),
            "plan[].words": ("金额大写", "amount in words"),
            "plan[].left": ("该期付清后的余额", "what is left once it is paid"),
            "plan_total": ("各期合计", "sum of the plan"),
            "default_said": ("加速到期，一句话", "acceleration, in a sentence"),
            "restored_said": ("违约金约定不变及此后的抵充顺序", "what stays of the penalty, and the order of payments"),
            "costs_said": ("实现债权费用的承担", "who bears the costs"),
            "guarantee_said[]": ("各保证人的书面同意和保证，逐人一段", "each guarantor's consent and guarantee"),
            "forum_said": ("争议解决", "disputes"),
            "enforcement_said": ("强制执行公证或者司法确认；没有则为空", "enforceability; else empty"),
            **{
                f"heads.{one}": ("条款标题及序号；没有该条为空", "head of this article, numbered; empty without it")
                for one in (
                    "debt",
                    "plan",
                    "default",
                    "limitation",
                    "guarantee",
                    "service",
                    "forum",
                    "enforcement",
                    "rest",
                )
            },
        }
    ),
    parts=(
        *agreed.PARTS,
        same("agreement.sum", "{agreed_full}"),
        same("agreement.plan_days", "{plan.pay_on}"),
        same("agreement.plan_sums", "{plan.words}"),
        same("account.number", "{bank.number}"),
        same("agreement.sides", "{sides.name}"),
        same("agreement.guarantee", "{guarantee_said}"),
        same("agreement.addresses", "{sides.address}"),
        Part("agreement.acceleration", "全部到期", "fall due at once"),
        Part("agreement.penalty_stays", "违约责任的约定不因本协议而变更", "does not vary what the original contracts"),
        Part("agreement.costs", "律师费", "lawyers' fees"),
    ),
    part_names=MappingProxyType(
        {
            **agreed.PART_NAMES,
            "agreement.sum": ("还款总额（数字及大写）", "the sum agreed, in figures and words"),
            "agreement.plan_days": ("各期付款日期", "the days of the plan"),
            "agreement.plan_sums": ("各期金额大写", "the sums of the plan in words"),
            "agreement.sides": ("签署各方的名称", "the names of those who sign"),
            "agreement.guarantee": ("保证人的同意和保证", "the guarantors' consent and guarantee"),
            "agreement.addresses": ("各方送达地址", "the addresses for service"),
            "agreement.acceleration": ("加速到期", "acceleration"),
            "agreement.penalty_stays": ("违约金约定不变", "that the penalty clause stays"),
            "agreement.costs": ("实现债权费用的承担", "who bears the costs"),
        }
    ),
    bars=_bars,
    enclosures=_enclosures,
)
