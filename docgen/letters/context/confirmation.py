"""The two confirmations of a balance, which are never mixed: reconciliation only, or with a demand.

Neither states a sum of interest: a statement that names principal and overdue interest may take the place of the
agreed penalty (买卖合同解释 18(3)).
"""

from __future__ import annotations

from docgen.law.assessment import Standing
from docgen.letters.context import claims
from docgen.letters.context.base import Case
from docgen.letters.context.parties import country_said, phone
from docgen.letters.context.reserved import on_the_slip, reserved_said
from docgen.letters.request import Purpose


def confirmation(case: Case) -> dict[str, object]:
    settlement, pen = case.settlement, case.pen
    purpose = case.request.purpose or Purpose.DEMAND
    demanded = claims.demanded_items(settlement)
    items = demanded if purpose is Purpose.DEMAND else claims.open_items(settlement)
    asks = purpose is Purpose.DEMAND and settlement.totals.demandable > 0
    return {
        "purpose": purpose.value,
        "asks_payment": asks,
        "items": claims.rows(items, pen),
        "not_demanded": claims.not_demanded(settlement, pen, case.you) if purpose is Purpose.DEMAND else [],
        "reserved_said": reserved_said(settlement, pen, case.we, case.you) if purpose is Purpose.DEMAND else "",
        "slip_reserved_said": on_the_slip(settlement, pen) if purpose is Purpose.DEMAND else "",
        "sums": claims.sums(settlement, items, pen),
        "longest_overdue": pen.counted(max(claims.longest_overdue(demanded), 0), "天", "day", "days"),
        "has_overdue": any(item.standing is Standing.OVERDUE for item in demanded),
        "settled": claims.settled(items, case.account, pen),
        "settled_said": claims.settled_said(items, pen, names_interest=False),
        "unallocated_said": claims.unallocated_said(settlement, pen, case.we, case.you),
        "basis_cited": pen.cite(["civil_code:195"]) if purpose is Purpose.DEMAND else "",
        "return_to": _return_to(case),
    }


def _return_to(case: Case) -> list[str]:
    """Where the slip goes back to, line by line; only what is known."""
    who, pen = case.account.creditor, case.pen
    address, country = pen.own(who.address, who.address_en), country_said(who, case.account.debtor, pen)
    where = pen.say("，", ", ").join(part for part in (address, country) if address and part)
    lines = (
        (pen.say("回函地址：", "Return address: "), where),
        (pen.say("邮政编码：", "Postcode: "), who.postcode),
        (pen.say("收件人：", "Attention: "), pen.own(who.contact, who.contact_en)),
        (pen.say("电话：", "Tel.: "), phone(who.phone, pen, who.country)),
        (pen.say("电子邮箱：", "E-mail: "), who.email),
    )
    return [label + value for label, value in lines if value]
