"""The payment reminder: it words itself for what is not yet due, just due, and overdue."""

from __future__ import annotations

from docgen.accounts.money import ZERO
from docgen.law.assessment import Standing
from docgen.letters.context import claims
from docgen.letters.context.base import Case
from docgen.letters.context.reserved import reserved_said
from docgen.letters.context.statement import statement


def reminder(case: Case) -> dict[str, object]:
    """`state` is "overdue", "due" or "not_due", after the worst of the invoices, or "contested" when nothing is to be
    paid now or later. Payment is asked for only when due, and of a contested invoice only the uncontested part.
    """
    settlement, pen = case.settlement, case.pen
    demanded = claims.demanded_items(settlement)
    coming = [item for item in claims.open_items(settlement) if item.standing is Standing.NOT_DUE]
    overdue = any(item.standing is Standing.OVERDUE for item in demanded)
    state = "overdue" if overdue else "due" if demanded else "not_due" if coming else "contested"
    asks = bool(demanded) and settlement.totals.demandable > 0
    rows = claims.rows(demanded, pen)
    coming_sum = sum((item.undisputed for item in coming), ZERO)
    return {
        "state": state,
        "all_overdue": bool(demanded) and all(item.standing is Standing.OVERDUE for item in demanded),
        **({} if asks or coming else {"title": pen.say("对账函", "Statement of Account")}),
        "asks_payment": asks,
        "items": rows,
        "coming": claims.rows(coming, pen),
        "coming_sum": pen.money(coming_sum),
        "coming_column": pen.column(coming_sum),
        "coming_full": pen.in_full(coming_sum),
        "coming_on": pen.date(min((item.due.on for item in coming if item.due.on), default=None)),
        "not_demanded": claims.not_demanded(settlement, pen, case.you, coming=False),
        "reserved_said": reserved_said(settlement, pen, case.we, case.you),
        "sums": claims.sums(settlement, demanded, pen),
        "longest_overdue": pen.counted(claims.longest_overdue(demanded), "天", "day", "days"),
        "settled_said": claims.settled_said(demanded or coming, pen),
        "unallocated_said": claims.unallocated_said(settlement, pen, case.we, case.you),
        "thanks": _thanks(case, asks_nothing=not asks and not coming),
        "statement": statement(settlement, pen, rows),
    }


def _thanks(case: Case, *, asks_nothing: bool) -> str:
    """Thanks for what has come in since the books were closed: named where it is known, else to whom it may concern.

    asks_nothing: a mere statement of account, which nobody need disregard.
    """
    account, pen = case.account, case.pen
    received = [payment for payment in account.payments if payment.received_on > account.booked_up_to]
    since = pen.date(account.booked_up_to)
    if received:
        said = pen.listed(
            [
                pen.say(
                    f"{pen.date(one.received_on)}支付的{pen.money(one.amount)}",
                    f"{pen.money(one.amount)} on {pen.date(one.received_on)}",
                )
                for one in received
            ]
        )
        named = pen.say(
            f"{case.we}已收到{case.you}{said}，谨致谢意。", f"We have received {said}, for which we thank you. "
        )
    else:
        named = ""
    paid = pen.say("另有付款", "made any other payment") if received else pen.say("已经付款", "paid")
    if asks_nothing:
        return named + pen.say(
            f"如{case.you}在{since}之后{paid}，请将付款日期和金额告知{case.we}，以便及时核销。",
            f"If you have {paid} since {since}, please let us know the date and amount so that we can book it.",
        )
    return named + pen.say(
        f"如{case.you}在{since}之后{paid}，谨致谢意，已付部分请忽略本函，并将付款日期和金额告知{case.we}，以便及时核销。",
        f"If you have {paid} since {since}, please accept our thanks, disregard this letter as far as you have paid, "
        "and let us know the date and amount so that we can book it.",
    )
