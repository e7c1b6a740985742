"""The claim as a demand letter and a lawyer's letter put it: facts, sums, interest, legal basis, annex."""

from __future__ import annotations

from decimal import Decimal

from docgen.accounts.money import ZERO
from docgen.law.assessment import Missing, Settlement, Standing
from docgen.law.choice import ImputationOrder
from docgen.letters.context import claims
from docgen.letters.context.base import Case
from docgen.letters.context.basis import basis_cited, legal_basis
from docgen.letters.context.consequences import consequences
from docgen.letters.context.history import confirmed_said, demands_said
from docgen.letters.context.interest import interest, name
from docgen.letters.context.pen import Pen
from docgen.letters.context.performance import performance_said
from docgen.letters.context.reserved import asserted_said


def demand(case: Case) -> dict[str, object]:
    settlement, pen = case.settlement, case.pen
    items = claims.demanded_items(settlement)
    contracts = case.contracts(items)
    claimed = interest(case)
    costs = settlement.costs
    total = settlement.totals.demandable + (interest_total(settlement) if claimed["claimed"] else ZERO) + costs
    return {
        "items": claims.rows(items, pen),
        "performance": [row for row in claims.rows(items, pen) if row["performed"]],
        "performance_said": performance_said(case, items),
        "not_demanded": claims.not_demanded(settlement, pen, case.you),
        "reserved_said": asserted_said(settlement, pen, case.we, case.you),
        "settled": claims.settled(items, case.account, pen),
        "settled_said": claims.settled_said(items, pen),
        "unallocated_said": claims.unallocated_said(settlement, pen, case.we, case.you),
        "demands_said": demands_said(case, items),
        "confirmed_said": confirmed_said(case, items),
        "sums": claims.sums(settlement, items, pen),
        "has_overdue": any(item.standing is Standing.OVERDUE for item in items),
        "longest_overdue": pen.counted(max(claims.longest_overdue(items), 0), "天", "day", "days"),
        "interest": claimed,
        "costs": {
            "claimed": costs > 0,
            "amount": pen.money(costs),
            "column": pen.column(costs),
            "clause": _clause(case),
        },
        **total_facts(total if settlement.totals.demandable else ZERO, pen),
        "more_than_principal": total != settlement.totals.demandable,
        "basis": legal_basis(settlement, items, contracts, pen, with_interest=bool(claimed["claimed"])),
        "basis_cited": basis_cited(settlement, items, contracts, pen, with_interest=bool(claimed["claimed"])),
        "consequences": consequences(case, items, clause_quoted=costs > 0 and bool(_clause(case))),
        "order": order_said(settlement.order, pen),
        "order_note": order_note(settlement.order, pen, with_interest=bool(claimed["claimed"])),
        "alternative": alternative(case),
    }


def total_facts(total: Decimal, pen: Pen) -> dict[str, object]:
    """The sum of all that is asked for; in a draft that can ask for nothing, no sum."""
    return {
        "total": pen.money(total) if total else pen.no_sum,
        "total_full": pen.in_full(total) if total else pen.no_sum,
        "total_column": pen.column(total) if total else pen.no_sum,
    }


def order_said(order: ImputationOrder, pen: Pen) -> str:
    if order is ImputationOrder.ARTICLE_561:
        return pen.say(
            f"款项依{pen.cite(['civil_code:561'])}先抵充实现债权的费用，再抵充利息，最后抵充主债务",
            f"payments go first to costs, then to interest and then to principal ({pen.cite(['civil_code:561'])})",
        )
    return pen.say("款项先抵充本金", "payments go to principal first")


def order_note(order: ImputationOrder, pen: Pen, *, with_interest: bool) -> str:
    """The order as the annex states it. That principal comes first is a way of computing and waives nothing; where no
    interest is claimed, it computes nothing and is not said."""
    if order is ImputationOrder.ARTICLE_561:
        return pen.say(f"抵充顺序：{order_said(order, pen)}。", f"Order of application: {order_said(order, pen)}.")
    if not with_interest:
        return ""
    article = pen.cite(["civil_code:561"], briefly=True)
    return pen.say(
        f"本计算暂按款项先抵充本金列示，不构成对{article}抵充顺序及所生权利的放弃。",
        "For this computation payments are shown as going to principal first; this does not waive the order of "
        f"application in {article} or any right under it.",
    )


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
        "said": _sums_said(other, pen),
    }


def _sums_said(settlement: Settlement, pen: Pen) -> str:
    """Principal, interest under its name and costs, those that there are, and what they come to."""
    principal, owed, costs = settlement.totals.demandable, interest_total(settlement), settlement.costs
    called = "" if isinstance(settlement.interest, Missing) else name(settlement.interest, pen)
    parts = (("本金", "principal", principal), (called, called, owed), ("费用", "costs", costs))
    said = [pen.say(f"{zh}为{pen.column(sum_)}", f"{en} {pen.column(sum_)}") for zh, en, sum_ in parts if sum_]
    total = pen.column(principal + owed + costs)
    return pen.say("，", ", ").join([*said, pen.say(f"合计{total}", f"in total {total}")])


def interest_total(settlement: Settlement) -> Decimal:
    return ZERO if isinstance(settlement.interest, Missing) else settlement.interest.total


def _clause(case: Case) -> str:
    """The words of the first contract that lets the costs be claimed, quoted."""
    clauses = ((one.costs_clause, one.costs_clause_en) for one in case.account.contracts)
    return next((case.pen.quoted(words, english) for words, english in clauses if words), "")
