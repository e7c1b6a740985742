"""The settlement in kind (以物抵债协议): a thing in place of money, the old debt kept until it is there.

Agreed after the due date it binds at once, but the debt ends only when the thing is delivered or registered; until
then debt and security stand side by side with it, and after a demand the creditor may choose (合同编通则解释 27).
Agreed before the due date it is security, whatever it is called (28, 担保制度解释 68).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.accounts.money import ZERO
from docgen.errors import Finding, Severity
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.context.base import Case
from docgen.letters.context.reserved import contested_part_said, reserved_said
from docgen.letters.entry import Entry, Group, titles
from docgen.letters.papers import agreed, agreeing, in_kind_words, signing
from docgen.letters.papers.paper import Paper
from docgen.letters.part import Part, same
from docgen.letters.particulars.agreements import InKindAgreement
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.letters.wording import percent

_PLACE = "/letter/in_kind"
_CHOICE = ("contract_interpretation:27",)
_ODD = ("civil_code:539", "contract_interpretation:42", "contract_interpretation:43")


def _bars(account: Account, assessment: Assessment, request: LetterRequest, law: LawData) -> Iterator[Finding]:
    debt = agreeing.Debt(account, assessment, overdue_only=True)
    yield from agreeing.bars(debt)
    yield from signing.of_signer(request.debtor_signer, account)
    if (terms := request.in_kind) is None:
        return
    if debt.principal and terms.offset > debt.principal:
        facts = {"offset": f"{terms.offset:f}", "debt": f"{debt.principal:f}", "currency": assessment.currency}
        yield Finding("paper.in_kind.more_than_debt", Severity.BAR, f"{_PLACE}/offset", facts, _CHOICE)
    dated = request.dated_on or account.as_of
    if terms.hand_over_on <= dated:
        facts = {"on": terms.hand_over_on.isoformat(), "dated_on": dated.isoformat()}
        yield Finding("paper.in_kind.day_past", Severity.BAR, f"{_PLACE}/hand_over_on", facts)
    yield from _of_title(terms, account)
    yield from _of_price(terms, assessment, law)
    if not terms.use:
        yield Finding("paper.in_kind.use_unknown", Severity.WARNING, f"{_PLACE}/use", {"thing": terms.thing})
    if not terms.dispute_clause and agreeing.clauses_differ(debt):
        articles = ("cpl:35",)
        yield Finding("paper.agreement.clauses_differ", Severity.WARNING, f"{_PLACE}/dispute_clause", articles=articles)


def _of_title(terms: InKindAgreement, account: Account) -> Iterator[Finding]:
    """Whose the thing is, and who else has a right to it: never assumed."""
    who = {"debtor": account.debtor.name, "thing": terms.thing}
    if terms.owned_by_debtor is None:
        yield Finding("paper.in_kind.owner_unknown", Severity.BAR, f"{_PLACE}/owned_by_debtor", who, _CHOICE)
    elif not terms.owned_by_debtor:
        yield Finding("paper.in_kind.not_the_owner", Severity.BAR, f"{_PLACE}/owned_by_debtor", who, _CHOICE)
    if not terms.title:
        yield Finding("paper.in_kind.title_unknown", Severity.WARNING, f"{_PLACE}/title", who, _CHOICE)
    if terms.encumbered is None:
        yield Finding("paper.in_kind.encumbrances_unknown", Severity.BAR, f"{_PLACE}/encumbered", who, _CHOICE)
    elif terms.encumbered and not terms.encumbrances:
        yield Finding("paper.in_kind.encumbrances_unnamed", Severity.BAR, f"{_PLACE}/encumbrances", who, _CHOICE)
    elif terms.encumbered:
        facts = who | {"encumbrances": terms.encumbrances or ""}
        yield Finding("paper.in_kind.encumbered", Severity.WARNING, f"{_PLACE}/encumbrances", facts, _CHOICE)


def _of_price(terms: InKindAgreement, assessment: Assessment, law: LawData) -> Iterator[Finding]:
    """A price far from the value may be undone by the debtor's other creditors, or costs us more than we get."""
    low = law.figure("odd_price.low_share", assessment.as_of).value
    high = law.figure("odd_price.high_share", assessment.as_of).value
    share = percent((terms.offset / terms.worth).quantize(Decimal("0.01")))
    facts = {"offset": f"{terms.offset:f}", "value": f"{terms.worth:f}", "currency": assessment.currency}
    if terms.offset < terms.worth * low:
        facts |= {"share": share, "limit": percent(low)}
        yield Finding("paper.in_kind.price_low", Severity.WARNING, f"{_PLACE}/offset", facts, _ODD)
    elif terms.offset > terms.worth * high:
        facts |= {"share": share, "limit": percent(high)}
        yield Finding("paper.in_kind.price_high", Severity.WARNING, f"{_PLACE}/offset", facts, _ODD)


# -- what is printed


def _worded(case: Case) -> dict[str, object]:
    pen, terms = case.pen, case.request.in_kind
    debt = agreeing.Debt(case.account, case.assessment, overdue_only=True)
    offset = terms.offset if terms else ZERO
    left = max(debt.principal - offset, ZERO)
    of_them = signing.signed(case, signing.sides(case))
    own = (terms.dispute_clause, terms.dispute_clause_en) if terms else (None, None)
    return {
        **agreed.confirmed(case, debt),
        "items": _settled(case, debt, offset),
        "contested": any(item.disputed for item in debt.items),
        "left_out_said": pen.say("", " ").join(
            said for said in (_contested_said(case, debt), agreed.left_out_said(case, debt)) if said
        ),
        "sides": of_them,
        "copies": signing.many(len(of_them), pen),
        "offset_full": pen.in_full(offset) if offset else pen.no_sum,
        "offset_column": pen.column(offset),
        "left_column": pen.column(sum((item.open for item in debt.items), ZERO) - offset),
        "left_full": pen.in_full(left) if left else "",
        "thing": in_kind_words.described(terms, pen) if terms else [],
        "warranted_said": in_kind_words.warranted_said(terms, pen),
        "handover_said": in_kind_words.handover_said(terms, pen),
        "ends_said": in_kind_words.ends_said(terms, pen),
        "taxes_said": in_kind_words.taxes_said(terms, pen),
        "choice_said": in_kind_words.choice_said(terms, pen),
        "costs_said": agreed.costs_said(case),
        "forum_said": agreed.forum_said(case, debt, *own),
    }


def _settled(case: Case, debt: agreeing.Debt, offset: Decimal) -> list[dict[str, object]]:
    """The invoices with what of the sum goes to each, the one first due before the others (民法典 560)."""
    pen, to_give = case.pen, offset
    rows = []
    for row, item in zip(agreed.rows(case, debt), debt.items, strict=True):
        given = min(to_give, item.undisputed)
        to_give -= given
        rows.append(row | {"discharged": pen.column(given), "left": pen.column(item.open - given)})
    return rows


def _contested_said(case: Case, debt: agreeing.Debt) -> str:
    """That what is contested stays owed: neither confirmed by the debtor nor discharged, and reserved."""
    pen = case.pen
    parts, reserved = contested_part_said(debt.items, pen), reserved_said(case.settlement, pen, case.we, case.you)
    if not parts:
        return reserved
    return pen.say(
        f"上表的未付金额和抵偿后余额包括{parts}，该部分不在上述确认的本金之内，也未以物抵偿。{reserved}",
        f"What the table shows as unpaid and as left includes {parts}; it is neither part of the principal confirmed "
        f"nor discharged. {reserved}",
    )


def _enclosures(_account: Account, _assessment: Assessment, language: Language) -> tuple[str, ...]:
    if language is Language.ZH:
        return (
            "原合同、发票（复印件）",
            "抵债物权属凭证（复印件）",
            "价值依据（评估报告等，复印件）",
            "抵债物交接清单（格式）",
        )
    return (
        "Original contracts and invoices (copies)",
        "Papers of title (copies)",
        "Basis of the value, such as a valuation report (copy)",
        "Form of the record of handover",
    )


PAPER = Paper(
    entry=Entry(
        LetterKind.IN_KIND_AGREEMENT,
        MappingProxyType({None: titles("以物抵债协议", "Agreement on Settlement in Kind")}),
        job="agreement",
        places=("facts", "terms"),
        reply_days=0,
        group=Group.AGREEMENT,
        needed=(
            "/letter/number",
            "/letter/in_kind",
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
            "contested": ("所列发票是否部分存在异议", "whether a part of these invoices is contested"),
            "items[].discharged": ("其中以物抵偿的金额", "what of it the thing discharges"),
            "items[].left": ("抵偿后的余额", "what is left of it"),
            "offset_full": ("抵偿金额，数字及大写", "the debt discharged, figures and words"),
            "offset_column": ("同上，仅数字", "the same, figures alone"),
            "left_column": ("抵偿后余额合计", "what is left in all, figures alone"),
            "left_full": ("剩余债务，数字及大写；没有则为空", "the debt that remains, figures and words; else empty"),
            "thing[]": ("抵债物的各项情况", "the thing, line by line"),
            "thing[].label": ("项目", "what is said"),
            "thing[].words": ("内容", "the words"),
            "warranted_said": ("权利和质量的保证", "what the debtor warrants"),
            "handover_said": ("交付、权利转移和风险", "handing over, title and risk"),
            "ends_said": ("原债务及担保何时消灭", "when the old debt and its security end"),
            "taxes_said": ("税费和发票", "taxes and invoice"),
            "choice_said": ("不履行时债权人的选择权", "the creditor's choice on default"),
            "costs_said": ("实现债权费用的承担", "who bears the costs"),
            "forum_said": ("争议解决", "disputes"),
        }
    ),
    parts=(
        *(part for part in agreed.PARTS if part.id != "due_date_stays"),
        same("agreement.offset", "{offset_full}"),
        same("agreement.thing", "{thing.words}"),
        same("agreement.remainder", "{left_full}"),
        same("agreement.ends", "{ends_said}"),
        same("agreement.handover", "{handover_said}"),
        same("agreement.taxes", "{taxes_said}"),
        same("agreement.choice", "{choice_said}"),
        same("agreement.addresses", "{sides.address}"),
        Part("agreement.risk", "风险", "risk"),
        Part(
            "agreement.forfeiture",
            "不(能|按期)?(清偿|还款|付款)[^。；]{0,20}(即|直接)?归[^。；]{0,10}所有",
            "(if|unless)[^.;]{0,40}(paid|pay)[^.;]{0,40}(belongs to|becomes the property of) Party A",
            forbidden=True,
        ),
    ),
    part_names=MappingProxyType(
        {
            **agreed.PART_NAMES,
            "agreement.offset": ("抵偿金额（数字及大写）", "the debt discharged, in figures and words"),
            "agreement.thing": ("抵债物及其价值依据", "the thing and the basis of its value"),
            "agreement.remainder": ("剩余债务", "the debt that remains"),
            "agreement.ends": ("原债务自交付或登记完成之日消灭", "that the debt ends with delivery or registration"),
            "agreement.handover": ("交付、权利转移和风险", "handing over, title and risk"),
            "agreement.taxes": ("税费承担", "who bears the taxes"),
            "agreement.choice": ("债权人的选择权", "the creditor's choice"),
            "agreement.addresses": ("各方送达地址", "the addresses for service"),
            "agreement.risk": ("风险转移", "the passing of the risk"),
            "agreement.forfeiture": ("到期不还即归债权人所有", "that the thing is forfeited"),
        }
    ),
    bars=_bars,
    enclosures=_enclosures,
)
