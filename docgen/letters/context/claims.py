"""What is open: invoice by invoice, what is demanded and what is not, what was paid, and the sums."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.invoice import DocumentKind, Invoice, SupportingDocument
from docgen.accounts.money import ZERO
from docgen.law.assessment import OpenItem, Settlement, Standing
from docgen.letters.context.pen import Pen
from docgen.letters.wording import unit


def row(number: int, item: OpenItem, pen: Pen) -> dict[str, object]:
    """One invoice as a row of a table: figures without the currency, which the head of the column names."""
    invoice = item.invoice
    return {
        "no": str(number),
        "number": invoice.number,
        "contract": invoice.contract or "—",
        "description": pen.own(invoice.description, invoice.description_en) or "—",
        "issued_on": pen.column_date(invoice.issued_on),
        "due_on": pen.column_date(item.due.on),
        "amount": pen.column(invoice.amount),
        "settled": pen.column(item.paid + item.credited),
        "paid": pen.column(item.paid),
        "credited": pen.column(item.credited),
        "open": pen.column(item.open),
        "demanded": pen.column(item.demandable),
        "days": str(max(item.days_past_due, 0)),
        "disputed_said": _disputed_said(item, pen),
        "standing": _standing(item, pen),
        "performed": _performed(invoice, pen),
    }


def rows(items: Iterable[OpenItem], pen: Pen) -> list[dict[str, object]]:
    return [row(number, item, pen) for number, item in enumerate(items, 1)]


def open_items(settlement: Settlement) -> list[OpenItem]:
    return [item for item in settlement.items if item.open > 0]


def demanded_items(settlement: Settlement) -> list[OpenItem]:
    return [item for item in settlement.items if item.demandable > 0]


def leaves_out_due(settlement: Settlement) -> bool:
    """Whether something open that is due, or may be, is not asked for: what is asked for is then not all that is due.

    Where the due date is not known, the debt may have fallen due (民法典 628).
    """
    return any(
        item.open > item.demandable and (item.due.on is None or item.days_past_due >= 0) for item in settlement.items
    )


def not_demanded(settlement: Settlement, pen: Pen, you: str, *, coming: bool = True) -> list[dict[str, object]]:
    """What is open and yet not asked for, and why, in words that admit nothing.

    A contested part stands apart from what is merely not due; `reserved` upholds the claim to it.
    coming: whether to name what falls due later.
    """
    found: list[dict[str, object]] = []
    for item in open_items(settlement):
        parts = [(item.disputed, _objected(pen, you))]
        if coming or item.standing is not Standing.NOT_DUE:
            parts.append((item.undisputed - item.demandable, _reason(item, pen)))
        found += [
            {"number": item.invoice.number, "amount": pen.money(amount), "reason": reason}
            for amount, reason in parts
            if amount > 0
        ]
    return found


def settled(items: Iterable[OpenItem], account: Account, pen: Pen) -> list[dict[str, object]]:
    """Every payment and credit note that was put against these invoices, in order of date, each with its paper."""
    papers = _papers(account, pen)
    applied = sorted(
        ((part, item.invoice.number) for item in items for part in item.applied), key=lambda pair: pair[0].on
    )
    return [
        {
            "on": pen.column_date(part.on),
            "kind": pen.say("付款", "Payment") if part.kind == "payment" else pen.say("贷项", "Credit note"),
            "reference": papers.get((part.kind == "payment", part.reference), part.reference) or "—",
            "invoice": number,
            "amount": pen.column(part.principal + part.interest + part.costs),
            "principal": pen.column(part.principal),
            "interest": pen.column(part.interest),
            "costs": pen.column(part.costs),
        }
        for part, number in applied
    ]


def _papers(account: Account, pen: Pen) -> dict[tuple[bool, str | None], str]:
    """By whether it is a payment's and its number: a payment's paper; a credit note with the reason of the credit."""
    papers = {(True, one.reference): pen.own(one.reference, one.reference_en) for one in account.payments}
    for one in account.invoices:
        if one.document is DocumentKind.CREDIT_NOTE and one.description:
            reason = pen.own(one.description, one.description_en)
            papers[False, one.number] = pen.say(f"{one.number}（{reason}）", f"{one.number} ({reason})")
    return papers


def settled_said(items: list[OpenItem], pen: Pen, *, names_interest: bool = True) -> str:
    """One sentence on what was paid and credited against these invoices, a payment whole; empty without invoices.

    Where article 561 puts payments to costs and interest first, it says how they were split, and what the table shows.
    names_interest: False in a statement of the balance, which names no sum of interest (买卖合同解释 18(3)).
    """
    if not items:
        return ""
    received = sum((item.received for item in items), ZERO)
    credited = sum((item.credited for item in items), ZERO)
    if not received and not credited:
        return pen.say("就上列发票，账上尚无付款记录。", "No payment against these invoices is on record.")
    parts = []
    if received:
        split = _split(items, pen, names_interest)
        parts.append(pen.say(f"付款合计{pen.money(received)}{split}", f"payments of {pen.money(received)}{split}"))
    if credited:
        parts.append(pen.say(f"贷项（冲减）合计{pen.money(credited)}", f"credit notes of {pen.money(credited)}"))
    english = pen.listed(parts)
    return pen.say(
        f"就上列发票，已计入{'、'.join(parts)}。",
        f"{english[0].upper()}{english[1:]} are booked against these invoices.",
    )


def _split(items: list[OpenItem], pen: Pen, names_interest: bool) -> str:
    """What the payments met, where it was not principal alone."""
    payments = [part for item in items for part in item.applied if part.kind == "payment"]
    principal = sum((part.principal for part in payments), ZERO)
    met = (
        (sum((part.costs for part in payments), ZERO), "实现债权的费用", "costs"),
        (sum((part.interest for part in payments), ZERO), "利息（违约金）", "interest or liquidated damages"),
    )
    if not any(amount for amount, _, _ in met):
        return ""
    if not names_interest:
        return pen.say(
            f"（其中抵充本金{pen.money(principal)}，其余依法先行抵充；“已付及冲减”栏仅列冲减本金的部分）",
            f" ({pen.money(principal)} of them to principal, the rest to what the law puts before it; the column “Paid "
            "and credited” shows what went to principal)",
        )
    said = [
        pen.say(f"抵充{zh}{pen.money(amount)}", f"{pen.money(amount)} to {en}")
        for amount, zh, en in (*met, (principal, "本金", "principal"))
        if amount
    ]
    return pen.say(
        f"（其中{'、'.join(said)}；“已付及冲减”栏仅列冲减本金的部分）",
        f" ({', '.join(said)}; the column “Paid and credited” shows what went to principal)",
    )


def listed(settlement: Settlement, items: list[OpenItem], pen: Pen, we: str, you: str) -> dict[str, object]:
    """The invoices that a paper lists, their sums, and what was paid on them (`field_groups.LISTED`)."""
    return {
        "items": rows(items, pen),
        "sums": sums(settlement, items, pen),
        "settled_said": settled_said(items, pen),
        "unallocated_said": unallocated_said(settlement, pen, we, you),
    }


def sums(settlement: Settlement, items: list[OpenItem], pen: Pen) -> dict[str, object]:
    """The sums of a settlement. `demanded` is what the letter asks for as principal; a draft may have no such sum."""
    totals = settlement.totals
    asked = sum((item.demandable for item in items), ZERO)
    disputed = sum((item.disputed for item in items), ZERO)
    return {
        "unit": unit(pen.currency, pen.language),
        "open": pen.money(totals.open),
        "open_column": pen.column(totals.open),
        "invoiced_column": pen.column(sum((item.invoice.amount for item in items), ZERO)),
        "settled_column": pen.column(sum((item.paid + item.credited for item in items), ZERO)),
        "items_open_column": pen.column(sum((item.open for item in items), ZERO)),
        "asked_column": pen.column(asked),
        "demanded": pen.money(totals.demandable) if totals.demandable else pen.no_sum,
        "demanded_column": pen.column(totals.demandable) if totals.demandable else pen.no_sum,
        "demanded_words": pen.words(totals.demandable) if totals.demandable else pen.no_sum,
        "demanded_full": pen.in_full(totals.demandable) if totals.demandable else pen.no_sum,
        "has_demanded": totals.demandable > 0,
        "leaves_out_due": leaves_out_due(settlement),
        "disputed_column": pen.column(disputed) if disputed else "",
        "unallocated": pen.money(totals.unallocated),
        "unallocated_column": pen.column(totals.unallocated),
        "has_unallocated": totals.unallocated > 0,
        "balance": pen.money(balance(settlement)),
        "has_balance": balance(settlement) != 0,
        "balance_column": pen.column(balance(settlement)),
        "balance_full": pen.in_full(abs(balance(settlement))),
        "we_owe": balance(settlement) < 0,
        "we_owe_column": pen.column(max(-balance(settlement), ZERO)),
        "they_owe_column": pen.column(max(balance(settlement), ZERO)),
    }


def balance(settlement: Settlement) -> Decimal:
    """The balance of the books: all that is open, due or not, less what stands against no invoice."""
    return settlement.totals.open - settlement.totals.unallocated


def unallocated_said(settlement: Settlement, pen: Pen, we: str, you: str) -> str:
    """One sentence on money and credits that stand against no invoice; empty when there are none."""
    amount = settlement.totals.unallocated
    if not amount:
        return ""
    return pen.say(
        f"另有尚未与发票对应的款项或贷项{pen.money(amount)}，{we}已从应付总额中扣减；如{you}对其用途另有指定，请函告。",
        f"Payments or credits of {pen.money(amount)} that stand against no invoice have been deducted from the total; "
        "please tell us if they were meant for a particular invoice.",
    )


def longest_overdue(items: Iterable[OpenItem]) -> int:
    return max((item.days_past_due for item in items), default=0)


def _reason(item: OpenItem, pen: Pen) -> str:
    """A reason that concedes nothing: no word on a fault of the goods, none on limitation."""
    if item.standing is Standing.NOT_DUE:
        return pen.say(f"{pen.date(item.due.on)}到期", f"due on {pen.date(item.due.on)}")
    if item.standing is Standing.EXPIRED:
        return pen.say("另行商洽", "to be discussed separately")
    if item.standing is Standing.DUE_UNKNOWN:
        return pen.say("付款日期待双方确认", "due date to be confirmed")
    if item.standing is Standing.LEFT_OUT:
        return pen.say(
            "不在本函之内，权利予以保留，另行主张", "outside this letter, reserved and to be pursued separately"
        )
    return pen.say("另行主张", "to be pursued separately")


def _objected(pen: Pen, you: str) -> str:
    have = "have" if you == "you" else "has"
    return pen.say(f"{you}提出异议", f"{you} {have} raised an objection")


def _disputed_said(item: OpenItem, pen: Pen) -> str:
    """How the row of an invoice that is contested in part comes to what is asked for; empty for any other."""
    if not item.disputed or not item.demandable:
        return ""
    return pen.say(
        f"未付{pen.column(item.open)}，其中有争议的{pen.column(item.disputed)}暂不列入，权利保留",
        f"Open {pen.column(item.open)}, of which {pen.column(item.disputed)} contested: reserved, not included here",
    )


def _standing(item: OpenItem, pen: Pen) -> str:
    """Where an invoice stands, in English under the head "Overdue"; of one that is contested in part, that too."""
    if item.disputed and item.disputed < item.open:
        return _undisputed_standing(item, pen) + pen.say("（部分有异议）", ", contested in part")
    return _undisputed_standing(item, pen)


def _undisputed_standing(item: OpenItem, pen: Pen) -> str:
    days = item.days_past_due
    if item.standing is Standing.NOT_DUE:
        return pen.say("未到期", "not yet due")
    if item.standing is Standing.DUE:
        return pen.say("当日到期", "due that day")
    if item.standing is Standing.OVERDUE:
        return pen.say(f"逾期{days}天", f"{days} {'day' if days == 1 else 'days'}")
    if item.standing is Standing.DUE_UNKNOWN:
        return pen.say("待确认", "to be confirmed")
    if item.standing is Standing.DISPUTED:
        return pen.say("存在异议", "contested")
    if item.standing is Standing.LEFT_OUT:
        return pen.say("不在本函之内", "outside this letter")
    return pen.say("另行商洽", "to be discussed")


def _performed(invoice: Invoice, pen: Pen) -> str:
    """What was delivered and accepted, with the papers that show it; empty when nothing is on record."""
    parts = []
    if invoice.delivered_on or invoice.delivery_documents:
        parts.append(
            _act(pen.say("交付", "delivered"), pen.date(invoice.delivered_on), invoice.delivery_documents, pen)
        )
    if invoice.accepted_on or invoice.acceptance_documents:
        parts.append(
            _act(pen.say("验收", "accepted"), pen.date(invoice.accepted_on), invoice.acceptance_documents, pen)
        )
    return pen.say("；", "; ").join(parts)


def _act(verb: str, day: str, documents: Iterable[SupportingDocument], pen: Pen) -> str:
    papers = [
        pen.own(document.title, document.title_en)
        + (pen.say(document.number, f" No. {document.number}") if document.number else "")
        for document in documents
    ]
    if pen.zh:
        return f"{day}{verb}" + (f"（{'、'.join(papers)}）" if papers else "")
    return verb + (f" on {day}" if day else "") + (f" ({', '.join(papers)})" if papers else "")
