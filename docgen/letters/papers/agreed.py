"""What the agreements with a debtor share: the debt that they confirm, who signs, limitation, service, forum.

An agreement names principal alone unless more is meant (买卖合同解释 18(3)), moves no due date (18(1)), and binds no
guarantor who has not signed it (民法典 695).
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.accounts.account import Answer, Question
from docgen.accounts.money import ZERO
from docgen.letters.context import claims, parties
from docgen.letters.context.base import Case
from docgen.letters.context.field_groups import LISTED
from docgen.letters.context.reserved import contested_part_said
from docgen.letters.context.reserved import reserved_said as upheld
from docgen.letters.papers.agreeing import AFTER_EXPIRY, Debt
from docgen.letters.part import Part, same

PROMISE = ("civil_code:195", "limitation_rules:14")


def confirmed(case: Case, debt: Debt, paper: tuple[str, str] = ("本协议", "this agreement")) -> dict[str, object]:
    """The invoices of the debt, what is confirmed of each, and the sum. paper: how it speaks of itself."""
    pen, items = case.pen, debt.items
    listed = claims.listed(case.settlement, items, pen, case.we, case.you)
    return {
        **listed,
        "items": rows(case, debt),
        "settled_said": claims.settled_said(items, pen, names_interest=False),
        "unallocated_said": _unallocated_said(case),
        "confirmed_column": pen.column(sum((item.undisputed for item in items), ZERO)),
        "principal": pen.money(debt.principal) if debt.principal else pen.no_sum,
        "principal_full": pen.in_full(debt.principal) if debt.principal else pen.no_sum,
        "performed_said": _performed_said(case, debt),
        "left_out_said": pen.say("", " ").join(
            said for said in (_contested_said(case, debt), left_out_said(case, debt)) if said
        ),
        "limitation_said": limitation_said(case, debt, paper),
        "due_date_said": due_date_said(case),
        "reserved_said": reserved_said(case),
        "service_cited": pen.cite(["cpl_interpretation:137"], briefly=True),
    }


def rows(case: Case, debt: Debt) -> list[dict[str, object]]:
    """The invoices of the debt, each with what of it is confirmed."""
    pen, items = case.pen, debt.items
    listed = claims.rows(items, pen)
    return [row | {"confirmed": pen.column(item.undisputed)} for row, item in zip(listed, items, strict=True)]


def _unallocated_said(case: Case) -> str:
    amount, pen = case.settlement.totals.unallocated, case.pen
    if not amount:
        return ""
    return pen.say(
        f"另有尚未与发票对应的款项或者贷项{pen.money(amount)}，已从确认的金额中扣减。",
        f"Payments or credits of {pen.money(amount)} that stand against no invoice have been deducted from the sum "
        "confirmed.",
    )


def _performed_said(case: Case, debt: Debt) -> str:
    """That the debtor has received all and complains of nothing but what it contests: only where its creditor declares
    the same."""
    if case.account.declares(Question.OWN_PERFORMANCE_OUTSTANDING) is not Answer.NO:
        return ""
    contested = contested_part_said(debt.items, case.pen)
    but = case.pen.say(f"除{contested}所对应的部分外，", f", save as to {contested},") if contested else ""
    return case.pen.say(
        f"{case.you}确认，{but}上列发票对应的货物或者服务均已收到并验收，{case.you}对其数量、质量和价款没有异议。",
        f"{case.you} confirms that{but} it has received and accepted the goods or services to which these "
        "invoices relate and raises no objection to their quantity, quality or price.",
    )


def _contested_said(case: Case, debt: Debt) -> str:
    """That what is contested of these invoices is not confirmed, not conceded, and reserved."""
    pen = case.pen
    parts, reserved = contested_part_said(debt.items, pen), upheld(case.settlement, pen, case.we, case.you)
    if not parts:
        return reserved
    return pen.say(
        f"上表的未付金额不包括{parts}，该部分不在上述确认的本金之内。{reserved}",
        f"What the table shows as unpaid does not include {parts}; that is no part of the principal confirmed. "
        f"{reserved}",
    )


def left_out_said(case: Case, debt: Debt) -> str:
    if not debt.leaves_out:
        return ""
    return case.pen.say(
        f"未列入上表的款项不在本次确认的范围内；{case.we}对其权利予以保留，不构成放弃。",
        f"Sums not listed above are not part of this confirmation; {case.we} reserves its rights to them and waives "
        "none of them.",
    )


def limitation_said(case: Case, debt: Debt, paper: tuple[str, str]) -> str:
    """A promise to pay interrupts limitation; after its end it bars the defence (民法典 192(2), 195)."""
    pen, you = case.pen, case.you
    this = pen.say(*paper)
    said = []
    if len(debt.expired) < len(debt.items) or not debt.items:
        said.append(
            pen.say(
                f"{you}签署{this}，即同意履行上述债务，诉讼时效自签署之日起中断并重新计算；{you}此后的每一次付款或"
                f"者付款承诺，均再次发生同样的效力（{pen.cite(PROMISE, briefly=True)}）。",
                f"By signing {this}, {you} agrees to perform the debt confirmed above; the limitation period is "
                f"interrupted and begins anew on that day. Every later payment or promise of {you} has the same effect "
                f"({pen.cite(PROMISE, briefly=True)}).",
            )
        )
    if debt.expired:
        numbers = pen.listed([item.invoice.number for item in debt.expired])
        said.append(
            pen.say(
                f"对发票{numbers}所涉的债务，{you}知悉其诉讼时效期间可能已经届满，仍同意按{this}履行，此后不得以诉讼时"
                f"效期间届满为由提出抗辩（{pen.cite(AFTER_EXPIRY, briefly=True)}）。",
                f"{you} is aware that the limitation period of the debts under invoices {numbers} may have ended, "
                f"agrees to perform them as set out here all the same, and may no longer plead limitation "
                f"({pen.cite(AFTER_EXPIRY, briefly=True)}).",
            )
        )
    return pen.say("", " ").join(said)


def due_date_said(case: Case) -> str:
    """No promise of a day moves the due date; where it did, the penalty would begin there (买卖合同解释 18(1))."""
    article = case.pen.cite(["sales_interpretation:18(1)"], briefly=True)
    return case.pen.say(
        f"上述日期不构成对原付款期限的变更，{case.you}的逾期付款责任仍自原到期日起算（{article}），已经产生的责任不因此"
        f"免除。",
        f"The above does not change the original due dates: liability of {case.you} for late payment still runs from "
        f"the original due date ({article}), and what has accrued is not discharged.",
    )


def reserved_said(case: Case) -> str:
    """That the penalty is not part of the figure, and is claimed as contract and law have it (买卖合同解释 18(3))."""
    article = case.pen.cite(["sales_interpretation:18(3)"], briefly=True)
    return case.pen.say(
        f"上述金额仅为本金，不包括逾期付款违约金或者利息；{case.we}对违约金、利息的权利予以保留，不构成放弃，"
        f"违约金、利息按原合同约定或者法律规定另行计算（{article}）。",
        f"The above sum is principal alone and does not include liquidated damages or interest for late payment; "
        f"{case.we} reserves and does not waive its rights to them, and they are computed separately as the original "
        f"contract or the law provides ({article}).",
    )


def costs_said(case: Case) -> str:
    pen = case.pen
    return pen.say(
        f"{case.you}未按本协议履行的，{case.we}为实现债权支出的诉讼费、仲裁费、保全费、公证费、律师费、差旅费等合理费用"
        f"，由{case.you}承担。",
        f"If {case.you} does not perform this agreement, it shall bear the reasonable costs of {case.we} in enforcing "
        "its claim, such as court, arbitration, preservation and notarial fees, lawyers' fees and travel expenses.",
    )


def forum_said(case: Case, debt: Debt, own: str | None, own_en: str | None) -> str:
    """The clause of this agreement; else those of the contracts, quoted; else the courts that the law names."""
    pen = case.pen
    if own:
        return pen.say(
            "因本协议及原合同发生的争议：", "Disputes arising from this agreement or the original contracts: "
        ) + (pen.quoted(own, own_en))
    clauses: dict[str, list[str]] = {}
    for one in case.contracts(debt.items):
        if one.dispute_clause:
            said = pen.quoted(one.dispute_clause, one.dispute_clause_en)
            clauses.setdefault(said, []).append(parties.cited(one, pen))
    if not clauses:
        return pen.say(
            "因本协议发生的争议，各方协商解决；协商不成的，向依法有管辖权的人民法院提起诉讼。",
            "Disputes arising from this agreement are settled by negotiation; failing that, an action is brought "
            "before the people's court that has jurisdiction by law.",
        )
    quoted = pen.say("", " ").join(
        pen.say(f"{pen.listed(of)}约定：{said}", f"{pen.listed(of)} {'provide' if len(of) > 1 else 'provides'}: {said}")
        for said, of in clauses.items()
    )
    return pen.say(
        f"因本协议发生的争议，适用原合同的争议解决约定。{quoted}",
        f"The dispute clauses of the original contracts apply to disputes arising from this agreement. {quoted}",
    )


CONFIRMED: Mapping[str, tuple[str, str]] = {
    **LISTED,
    "items[].confirmed": ("确认的金额", "what is confirmed of it"),
    "confirmed_column": ("确认的金额合计", "sum confirmed"),
    "principal": ("确认的本金（已扣未指定用途的款项）", "principal confirmed, less what names no invoice"),
    "principal_full": ("同上，数字及大写", "the same, figures and words"),
    "performed_said": (
        "除有异议的部分外，已收货验收、没有异议，一句话；我方未声明义务已履行完毕的为空",
        "that all was received without objection but to what is contested; empty unless our own performance is "
        "declared complete",
    ),
    "left_out_said": (
        "有异议的部分和未列入的款项不在确认范围，权利保留；没有则为空",
        "what is contested or left out is not confirmed, and reserved; else empty",
    ),
    "limitation_said": ("诉讼时效：中断；已届满的，不再抗辩", "limitation: interrupted, or the defence barred"),
    "due_date_said": ("不变更原付款期限，一句话", "that the due dates stay"),
    "service_cited": ("送达地址确认的依据", "the article on addresses for service"),
    "reserved_said": ("金额不含违约金、利息并保留权利，一句话", "that interest is not included and reserved"),
}
PARTS = (
    same("number", "{letter.number}"),
    same("contract", "{contracts.number}"),
    same("invoice", "{items.number}"),
    same("agreement.principal", "{principal_full}"),
    same("agreement.limitation", "{limitation_said}"),
    Part("reservation", "不构成[^。]{0,30}放弃", "(not|none)[^.]{0,80}waive|waives none|reserve[sd]?[^.]{0,60}rights"),
    Part(
        "due_date_stays",
        "不构成对原付款期限的变更",
        "do(es)? not change the original due dates",
    ),
)
PART_NAMES: Mapping[str, tuple[str, str]] = {
    "agreement.principal": ("确认的本金（数字及大写）", "the principal confirmed, in figures and words"),
    "agreement.limitation": ("关于诉讼时效的条款", "what is agreed on limitation"),
}
