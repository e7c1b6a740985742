"""The claim as a demand letter and a lawyer's letter put it: facts, sums, interest, legal basis, annex."""

from __future__ import annotations

from decimal import Decimal

from docgen.accounts.account import Account, EventKind
from docgen.accounts.money import ZERO
from docgen.law.assessment import Missing, OpenItem, Settlement
from docgen.law.choice import ImputationOrder
from docgen.letters.context import claims
from docgen.letters.context.base import Case
from docgen.letters.context.basis import legal_basis
from docgen.letters.context.interest import interest
from docgen.letters.context.pen import Pen

_DEMANDS = {
    EventKind.REMINDER: ("付款提醒", "a payment reminder"),
    EventKind.DEMAND: ("催款函", "a demand letter"),
    EventKind.LAWYERS_LETTER: ("律师函", "a lawyer's letter"),
    EventKind.CALL: ("电话请求付款", "a telephone call"),
    EventKind.VISIT: ("登门洽谈付款", "a visit"),
}


def demand(case: Case) -> dict[str, object]:
    settlement, pen = case.settlement, case.pen
    items = claims.demanded_items(settlement)
    claimed = interest(settlement, case.account, pen)
    costs = settlement.costs
    total = settlement.totals.demandable + (interest_total(settlement) if claimed["claimed"] else ZERO) + costs
    return {
        "items": claims.rows(items, pen),
        "performance": [row for row in claims.rows(items, pen) if row["performed"]],
        "not_demanded": claims.not_demanded(settlement, pen),
        "settled": claims.settled(items, pen),
        "settled_said": claims.settled_said(items, pen),
        "unallocated_said": claims.unallocated_said(settlement, pen, case.we, case.you),
        "demands_said": demands_said(case.account, pen),
        "confirmed_said": confirmed_said(case),
        "sums": claims.sums(settlement, items, pen),
        "longest_overdue": pen.counted(max(claims.longest_overdue(items), 0), "天", "day", "days"),
        "interest": claimed,
        "costs": {
            "claimed": costs > 0,
            "amount": pen.money(costs),
            "column": pen.column(costs),
            "clause": _clause(case),
        },
        "total": pen.money(total),
        "total_full": pen.in_full(total),
        "total_column": pen.column(total),
        "more_than_principal": total != settlement.totals.demandable,
        "basis": legal_basis(settlement, items, pen, with_interest=bool(claimed["claimed"])),
        "basis_cited": _cited(settlement, items, pen, bool(claimed["claimed"])),
        "order": order_said(settlement.order, pen),
        "alternative": alternative(case),
    }


def demands_said(account: Account, pen: Pen) -> str:
    """The demands made so far, in order of date; empty when there were none."""
    asked = (event for event in account.history if event.kind in _DEMANDS and event.demands_payment is not False)
    made = sorted(asked, key=lambda event: event.on)
    parts = [
        pen.say(f"{pen.date(event.on)}{_DEMANDS[event.kind][0]}", f"{_DEMANDS[event.kind][1]} on {pen.date(event.on)}")
        for event in made
    ]
    return pen.listed(list(dict.fromkeys(parts)))


def confirmed_said(case: Case) -> str:
    """What the debtor has confirmed or promised, as facts of the record; empty when nothing."""
    pen, sentences = case.pen, []
    for event in sorted(case.account.history, key=lambda event: event.on):
        amount = pen.money(event.amount) if event.amount is not None else ""
        if event.kind is EventKind.CONFIRMATION:
            by = pen.date(event.promised_on)
            sentences.append(
                pen.say(
                    f"{pen.date(event.on)}，{case.you}确认欠款{amount}{f'，并承诺于{by}前付清' if by else ''}。",
                    f"On {pen.date(event.on)} {case.you} confirmed the balance{f' of {amount}' if amount else ''}"
                    f"{f' and promised to pay it by {by}' if by else ''}.",
                )
            )
        elif event.kind is EventKind.PROMISE:
            by = pen.date(event.promised_on)
            sentences.append(
                pen.say(
                    f"{pen.date(event.on)}，{case.you}承诺{f'于{by}前' if by else ''}付款{amount}。",
                    f"On {pen.date(event.on)} {case.you} promised to pay"
                    f"{f' {amount}' if amount else ''}{f' by {by}' if by else ''}.",
                )
            )
    return pen.say("", " ").join(sentences)


def order_said(order: ImputationOrder, pen: Pen) -> str:
    if order is ImputationOrder.ARTICLE_561:
        return pen.say(
            f"款项依{pen.cite(['civil_code:561'])}先抵充实现债权的费用，再抵充利息，最后抵充主债务",
            f"payments go first to costs, then to interest and then to principal ({pen.cite(['civil_code:561'])})",
        )
    return pen.say("款项先抵充本金", "payments go to principal first")


def alternative(case: Case) -> dict[str, object]:
    """The same account in the other order of imputation, for the annex; `differs` is False when it changes nothing."""
    chosen, other, pen = case.settlement, case.assessment.alternative, case.pen
    mine, theirs = interest_total(chosen), interest_total(other)
    differs = not isinstance(other.interest, Missing) and (
        (chosen.totals.demandable, mine, chosen.costs) != (other.totals.demandable, theirs, other.costs)
    )
    return {
        "differs": differs,
        "order": order_said(other.order, pen),
        "principal": pen.column(other.totals.demandable),
        "interest": pen.column(theirs),
        "costs": pen.column(other.costs),
        "total": pen.column(other.totals.demandable + theirs + other.costs),
    }


def interest_total(settlement: Settlement) -> Decimal:
    return ZERO if isinstance(settlement.interest, Missing) else settlement.interest.total


def _clause(case: Case) -> str:
    """The words of the first contract that lets the costs be claimed, quoted."""
    words = next((one.costs_clause for one in case.account.contracts if one.costs_clause), None)
    return case.pen.quoted(words) if words else ""


def _cited(settlement: Settlement, items: list[OpenItem], pen: Pen, with_interest: bool) -> str:
    references = ["civil_code:509", "civil_code:577", "civil_code:579"]
    for item in items:
        references += item.due.articles
    if with_interest and not isinstance(settlement.interest, Missing):
        references += settlement.interest.articles
    return pen.cite(references)
