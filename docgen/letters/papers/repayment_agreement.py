"""The repayment agreement (还款协议): the debt confirmed, a plan, what becomes of interest, what a default brings.

It moves no due date: the plan is a way of performing, kept open while it is kept (买卖合同解释 18(1)). Interest is
named as a sum only where that is meant (18(3)), and given up only where the plan is kept to the day (民法典 575).
A guarantor answers for it only by signing (692, 695).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.accounts.contract import GuaranteeMode
from docgen.accounts.money import ZERO
from docgen.accounts.party import PartyKind
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment, Missing
from docgen.law.statutes import LawData
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers import agreed, agreeing, repayment_words, signing
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.agreements import InterestTerm, RepaymentAgreement
from docgen.letters.request import Language, LetterKind, LetterRequest

_PLACE = "/letter/repayment"


def _bars(account: Account, assessment: Assessment, request: LetterRequest, law: LawData) -> Iterator[Finding]:
    debt = agreeing.Debt(account, assessment)
    yield from agreeing.bars(debt)
    yield from signing.of_signer(request.debtor_signer, account)
    if (terms := request.repayment) is None:
        return
    if debt.principal:
        yield from _of_plan(account, assessment, request, terms)
    yield from _of_interest(assessment, terms)
    yield from _of_sureties(debt, terms)
    yield from _of_instalment_sale(debt, terms, law)
    if not terms.dispute_clause and agreeing.clauses_differ(debt):
        yield Finding(
            "paper.agreement.clauses_differ", Severity.WARNING, f"{_PLACE}/dispute_clause", articles=("cpl:35",)
        )


def _of_plan(
    account: Account, assessment: Assessment, request: LetterRequest, terms: RepaymentAgreement
) -> Iterator[Finding]:
    """The instalments come to the sum agreed, each on a day to come, one after the other."""
    place, due = f"{_PLACE}/instalments", repayment_words.sum_agreed(account, assessment, terms)
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
        if isinstance(found, Missing):
            articles = ("civil_code:575",)
            yield Finding("paper.repayment.interest_waived_unknown", Severity.WARNING, place, articles=articles)
            return
        facts = {"amount": f"{found.total:f}", "currency": assessment.currency}
        yield Finding("paper.repayment.interest_waived", Severity.INFORMATION, place, facts, ("civil_code:575",))


def _of_sureties(debt: agreeing.Debt, terms: RepaymentAgreement) -> Iterator[Finding]:
    """A guarantee given here says its mode and an end after the plan; whoever does not sign is bound as before."""
    last = max((one.pay_on for one in terms.instalments), default=None)
    for index, one in enumerate(terms.sureties):
        place, who = f"{_PLACE}/sureties/{index}", {"guarantor": one.name}
        party = repayment_words.surety_party(debt.account, one)
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
    those_who_sign = {repayment_words.surety_party(debt.account, one).name for one in terms.sureties}
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


def _of_instalment_sale(debt: agreeing.Debt, terms: RepaymentAgreement, law: LawData) -> Iterator[Finding]:
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
    worded=repayment_words.worded,
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
