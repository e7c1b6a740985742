"""The acknowledgment of debt with a promise to pay (欠款确认及付款承诺书), signed by the debtor.

A figure alone interrupts nothing for sure and, once limitation is over, bars nothing; a promise to pay by a day does
both (民法典 192(2), 195; 诉讼时效规定 14, 19). It names no sum of interest and moves no due date (买卖合同解释
18(1), (3)).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context.base import Case
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers import agreed, agreeing, signing
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.request import Language, LetterKind, LetterRequest


def _bars(account: Account, assessment: Assessment, request: LetterRequest, _law: LawData) -> Iterator[Finding]:
    debt = agreeing.Debt(account, assessment)
    yield from agreeing.bars(debt)
    yield from signing.of_signer(request.debtor_signer, account)
    named = list(dict.fromkeys(one.guarantor.name for _, one in debt.guarantees()))
    if named:
        yield Finding(
            "paper.acknowledgment.guarantors",
            Severity.INFORMATION,
            "/account/contracts",
            {"guarantors": ", ".join(named)},
            ("civil_code:692(1)", "civil_code:693"),
        )


def _worded(case: Case) -> dict[str, object]:
    pen, debt = case.pen, agreeing.Debt(case.account, case.assessment)
    of_them = signing.signed(case, signing.sides(case))
    return {
        **agreed.confirmed(case, debt, ("本承诺书", "this acknowledgment")),
        "sides": of_them[::-1],  # the one who promises first
        "copies": signing.many(2, pen),
        "promise_cited": pen.cite(agreed.PROMISE, briefly=True),
    }


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return ("发票及交付、验收单据（复印件）", "签署人身份证明或者授权委托书")
    return (
        "Invoices, delivery and acceptance documents (copies)",
        "Proof of identity or power of attorney of the signatory",
    )


PAPER = Paper(
    entry=Entry(
        LetterKind.DEBT_ACKNOWLEDGMENT,
        MappingProxyType({None: titles("欠款确认及付款承诺书", "Acknowledgment of Debt and Promise to Pay")}),
        job="agreement",
        places=("facts", "terms"),
        reply_days=0,
        group=Group.AGREEMENT,
        needed=(
            "/letter/number",
            "/letter/pay_by",
            "/account/creditor/bank_account",
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
            "promise_cited": ("承诺的法律依据", "the articles that a promise rests on"),
        }
    ),
    parts=(
        *agreed.PARTS,
        same("pay_by", "{letter.pay_by}"),
        same("account.number", "{bank.number}"),
        same("agreement.service", "{debtor.address}"),
        Part("agreement.promise", "乙方承诺于.{0,20}前", "Party B undertakes to pay"),
        Part("agreement.principal_only", "仅为本金", "principal alone"),
        Part("not_a_demand", "并非催款|仅为复核账目", "not a demand|solely for reconciliation", forbidden=True),
    ),
    part_names=MappingProxyType(
        {
            **agreed.PART_NAMES,
            "agreement.service": ("债务人送达地址", "the debtor's address for service"),
            "agreement.promise": ("付款承诺", "the promise to pay"),
            "agreement.principal_only": ("金额仅为本金", "that the sum is principal alone"),
        }
    ),
    bars=_bars,
    enclosures=_enclosures,
)
