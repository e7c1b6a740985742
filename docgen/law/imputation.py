"""Which debt a payment goes against, and what within it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from itertools import groupby

from docgen.accounts.money import ZERO, smallest_unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One of several debts. due_on: None while nothing makes it due. burden: what it costs the debtor to leave it
    open, a yearly fraction; the heavier is paid first."""

    name: str
    amount: Decimal
    due_on: dt.date | None
    secured: bool = False
    burden: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A payment within one debt."""

    costs: Decimal
    interest: Decimal
    principal: Decimal
    left: Decimal  # of the payment, when it is more than is owed


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What an enforced sum leaves open."""

    judgment_debt_left: Decimal
    doubled_part_left: Decimal


def article_560(
    payment: Decimal, debts: Sequence[Debt], *, on: dt.date, named: Sequence[str] = (), currency: str = "CNY"
) -> dict[str, Decimal]:
    """A payment over several debts (民法典 560): the debts that the payer named, in that order; then those due;
    among them the least secured, the heavier, the earlier due; debts alike in all that, in proportion.

    on: the day of the payment. Answers every debt by its name, zeros included; what is more than all debts
    stays with the payer. Debts not yet due come last, in the same order.
    """
    allocated = {debt.name: ZERO for debt in debts}
    left = payment
    by_name = {debt.name: debt for debt in debts}
    groups = [[by_name[name]] for name in dict.fromkeys(named) if name in by_name]

    def rank(debt: Debt) -> tuple[bool, bool, Decimal, dt.date]:
        due = debt.due_on is not None and debt.due_on <= on
        return (not due, debt.secured, -debt.burden, debt.due_on or dt.date.max)

    rest = sorted((debt for debt in debts if debt.name not in set(named)), key=rank)
    groups += [list(alike) for _, alike in groupby(rest, key=rank)]
    for alike in groups:
        for name, share in _in_proportion(left, alike, smallest_unit(currency)).items():
            allocated[name] = share
            left -= share
    return allocated


def article_561(payment: Decimal, *, costs: Decimal, interest: Decimal, principal: Decimal) -> Split:
    """A payment within one debt: costs of realising the claim, interest, principal (民法典 561)."""
    to_costs = min(payment, costs)
    to_interest = min(payment - to_costs, interest)
    to_principal = min(payment - to_costs - to_interest, principal)
    return Split(
        costs=to_costs,
        interest=to_interest,
        principal=to_principal,
        left=payment - to_costs - to_interest - to_principal,
    )


def enforcement(recovered: Decimal, *, judgment_debt: Decimal, doubled_part: Decimal) -> Recovered:
    """Money from enforcement: first the judgment debt, then the doubled part of the interest
    (迟延履行利息解释 4), the opposite of article 561."""
    to_debt = min(recovered, judgment_debt)
    return Recovered(
        judgment_debt_left=judgment_debt - to_debt,
        doubled_part_left=doubled_part - min(recovered - to_debt, doubled_part),
    )


def _in_proportion(available: Decimal, alike: Sequence[Debt], unit: Decimal) -> dict[str, Decimal]:
    """Debts alike share in proportion to their amounts; the units that rounding down leaves go one each to the
    first, by name, so that the shares add up to the payment."""
    owed = sum((debt.amount for debt in alike), ZERO)
    if available >= owed:
        return {debt.name: debt.amount for debt in alike}
    shares = {
        debt.name: (available * debt.amount / owed).quantize(unit, rounding=ROUND_DOWN)
        for debt in sorted(alike, key=lambda debt: debt.name)
    }
    for debt in sorted(alike, key=lambda debt: debt.name):
        rest = available - sum(shares.values(), ZERO)
        shares[debt.name] += min(rest, unit, debt.amount - shares[debt.name])
    return shares
