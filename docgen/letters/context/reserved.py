"""What a letter leaves out of the sum it sets a date for, and how the claim to it is upheld.

A letter is evidence against its writer: whatever it does not ask for, it must not seem to give up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from docgen.accounts.money import ZERO
from docgen.law.assessment import Interest, OpenItem, Settlement
from docgen.letters.context.claims import open_items
from docgen.letters.context.pen import Pen


def contested(settlement: Settlement) -> Decimal:
    """All that is contested, due or not."""
    return sum((item.disputed for item in settlement.items), ZERO)


def reserved_said(settlement: Settlement, pen: Pen, we: str, you: str) -> str:
    """Of what the debtor contests: not conceded, reserved, not asked for now; empty when nothing is contested."""
    if not contested(settlement):
        return ""
    if pen.zh:
        return f"对{you}提出的异议，{we}不予认可；{we}对该部分款项的权利予以保留，将另行主张。"
    return (
        f"{_refused(we, you)}; {_possessive(we)} claim to the amounts contested is reserved and will be pursued "
        "separately."
    )


def contested_part_said(items: Iterable[OpenItem], pen: Pen) -> str:
    """How much of which of these invoices is contested: "发票…中存在异议的…元"; empty where nothing is."""
    return pen.listed(
        [
            pen.say(
                f"发票{item.invoice.number}中存在异议的{pen.money(item.disputed)}",
                f"{pen.money(item.disputed)} of invoice {item.invoice.number}, which is contested",
            )
            for item in items
            if item.disputed
        ]
    )


def asserted_said(settlement: Settlement, pen: Pen, we: str, you: str) -> str:
    """Of what the debtor contests: not conceded, and claimed all the same, so that limitation is interrupted for it
    too (民法典 195(1)), though no date is set for its payment. What is not due cannot be claimed yet and is reserved.
    """
    of_these = [item for item in open_items(settlement) if item.disputed]
    due = [item for item in of_these if item.due.on and item.days_past_due >= 0 and not item.limitation_ended_on]
    if not due:
        return reserved_said(settlement, pen, we, you)
    article, whole = pen.cite(["civil_code:195(1)"]), len(due) == len(of_these)
    if pen.zh:
        which = "该款项" if whole else "其中已到期的款项"
        return (
            f"{we}不予认可{you}的异议，并就{which}同时向{you}主张权利（{article}）；"
            f"该款项仅不计入本函限期支付的合计{'' if whole else '，其余款项的权利予以保留'}。"
        )
    which = "the amounts contested" if whole else "what is due of the amounts contested"
    rest = "" if whole else "; the rest is reserved"
    return (
        f"{_refused(we, you)} and hereby {'assert' if we == 'we' else 'asserts'} {_possessive(we)} claim to {which} "
        f"against {you} as well ({article}); it is merely not part of the total to be paid by the date set in this "
        f"letter{rest}."
    )


def on_the_slip(settlement: Settlement, pen: Pen) -> str:
    """What the reply slip says of the rest, so that the figure confirmed settles nothing else; empty without a rest."""
    if not any(item.open > item.demandable for item in open_items(settlement)):
        return ""
    disputed = contested(settlement)
    if pen.zh:
        rest = f"存在异议的{pen.money(disputed)}及其他" if disputed else ""
        return f"上述金额不含{rest}未列入本次请求的款项；本回执不构成双方对该等款项的结算，也不构成任何一方的放弃。"
    rest = f"{pen.money(disputed)} which is contested, or other sums" if disputed else "sums"
    return (
        f"The amount above does not include {rest} not requested by the letter; this reply is neither a settlement nor "
        "a waiver of them by either side."
    )


def in_court(found: Interest | None, name: str, pen: Pen) -> str:
    """What the application for a payment order leaves to be claimed separately: it asks for a fixed sum alone.

    found: the interest that it claims, None where it claims none; name: what that is called.
    """
    if found is None:
        return pen.say(
            "本申请不含逾期付款违约金或者利息；对此以及未列入本申请的其他款项，申请人保留另行主张的权利。",
            "This application does not include liquidated damages or interest for late payment; as to these and to "
            "other sums not in this application, the applicant reserves the right to claim them separately.",
        )
    if not found.continues_on:
        return pen.say(
            "未列入本申请的其他款项，申请人保留另行主张的权利。",
            "As to other sums not in this application, the applicant reserves the right to claim them separately.",
        )
    after = pen.date(found.until + dt.timedelta(days=1))
    return pen.say(
        f"自{after}起至实际清偿之日止的{name}，以及未列入本申请的其他款项，申请人保留另行主张的权利。",
        f"As to {name} from {after} until actual payment, and to other sums not in this application, the applicant "
        "reserves the right to claim them separately.",
    )


def _refused(we: str, you: str) -> str:
    your = "your" if you == "you" else f"{you}'s"
    return f"{we[0].upper()}{we[1:]} {'do' if we == 'we' else 'does'} not accept {your} objection"


def _possessive(we: str) -> str:
    return "our" if we == "we" else "its"
