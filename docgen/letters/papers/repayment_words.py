"""What a repayment agreement says: its sum and plan, what becomes of interest, guarantors, enforceability."""

from __future__ import annotations

from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.contract import GuaranteeMode
from docgen.accounts.money import ZERO
from docgen.accounts.party import Party, PartyKind
from docgen.law.assessment import Assessment, Missing
from docgen.letters.context.base import Case
from docgen.letters.context.interest import name
from docgen.letters.context.pen import Pen
from docgen.letters.papers import agreed, agreeing, signing
from docgen.letters.papers.signing import Side
from docgen.letters.particulars.agreements import Enforcement, InterestTerm, RepaymentAgreement, Surety

_GUARANTEE = ("civil_code:691", "civil_code:692", "civil_code:695")
_RELEASE = "若未按期足额支付，减免自始不生效，恢复原欠款"


def sum_agreed(account: Account, assessment: Assessment, terms: RepaymentAgreement) -> Decimal:
    """What the plan must come to: principal, costs, and interest where it is included."""
    settlement = assessment.chosen
    included = terms.interest is InterestTerm.INCLUDED
    owed = ZERO if isinstance(settlement.interest, Missing) or not included else settlement.interest.total
    return agreeing.Debt(account, assessment).principal + settlement.costs + owed


def surety_party(account: Account, one: Surety) -> Party:
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


_EMPTY = RepaymentAgreement(instalments=(), interest=InterestTerm.RESERVED)


def worded(case: Case) -> dict[str, object]:
    pen, account = case.pen, case.account
    terms = case.request.repayment or _EMPTY
    debt = agreeing.Debt(account, case.assessment)
    due = sum_agreed(account, case.assessment, terms)
    sureties = [surety_party(account, one) for one in terms.sureties]
    sides = signing.sides(case, sureties)
    guaranteed = [_guaranteed(one, side, case) for one, side in zip(terms.sureties, sides[2:], strict=True)]
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


def _parts_said(case: Case, debt: agreeing.Debt, terms: RepaymentAgreement) -> str:
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


def _guaranteed(one: Surety, side: Side, case: Case) -> str:
    pen, label = case.pen, side.label
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
    kept, article = _kept(side, case), pen.cite(_GUARANTEE, briefly=True)
    return pen.say(
        f"{label}已阅读本协议，书面同意本协议的全部内容，并就本协议所确认的债务（包括本金、违约金、利息、损害赔偿金和实"
        f"现债权的费用）向甲方提供{mode}，保证期间自本协议签署之日起至{until}止（{article}）。{most}{kept}{decided}",
        f"{label} has read this agreement, consents in writing to all of it, and gives Party A {mode} for the debt "
        f"confirmed here (principal, liquidated damages, interest, damages and costs of enforcement). The guarantee "
        f"period runs from the signing of this agreement until {until} ({article}).{most}{kept}{decided}",
    )


def _kept(side: Side, case: Case) -> str:
    """That an earlier guarantee goes on, while its period runs; nothing revives it later (担保制度解释 34(2))."""
    clocks = [clock for clock in case.assessment.guarantees if clock.guarantor == side.party.name]
    if not any(not clock.expired for clock in clocks):
        return ""
    return case.pen.say(
        f"{side.label}此前已提供的担保继续有效。", f" The guarantee that {side.label} gave before remains in force."
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
