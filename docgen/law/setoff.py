"""Set-off (法定抵销): whether one party's notice ends both debts, and how much of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.accounts.allocation import Debt, article_561, in_order, in_proportion
from docgen.accounts.money import ZERO


class SetOff(StrEnum):
    YES = "yes"
    UNLESS_LIMITATION_RAISED = "unless_limitation_raised"
    NO = "no"


def allowed(*, same_kind: bool, their_debt_due: bool, our_claim_time_barred: bool = False) -> SetOff:
    """Debts of the same kind and quality, the other side's due (民法典 568). A time-barred claim sets off unless
    the other side raises limitation (合同编通则解释 58)."""
    if not (same_kind and their_debt_due):
        return SetOff.NO
    return SetOff.UNLESS_LIMITATION_RAISED if our_claim_time_barred else SetOff.YES


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutual:
    """One of the debts that meet. costs, interest, principal: what of it is still owed."""

    debt: Debt
    principal: Decimal
    interest: Decimal = ZERO
    costs: Decimal = ZERO

    @property
    def whole(self) -> Decimal:
        return self.principal + self.interest + self.costs


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What set-off ends of one debt, and what it leaves of it."""

    number: str
    costs: Decimal
    interest: Decimal
    principal: Decimal
    left: Decimal

    @property
    def amount(self) -> Decimal:
        return self.costs + self.interest + self.principal


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualSums:
    """Both sides' debts as set-off leaves them, each side in the order in which its debts were given."""

    amount: Decimal
    ours: tuple[Met, ...]
    theirs: tuple[Met, ...]


def equal_sums(ours: Sequence[Mutual], theirs: Sequence[Mutual], *, on: dt.date, unit: Decimal) -> EqualSums:
    """The equal sums that end when the notice arrives: principal, interest, penalty and damages alike
    (合同编通则解释 55). Where one side's claims do not cover the other's debts, these are met in the order of
    民法典 560 among several and of 561 within one (56, by analogy on the other side too).

    unit: the smallest of the currency.
    """
    amount = min(sum((each.whole for each in ours), ZERO), sum((each.whole for each in theirs), ZERO))
    return EqualSums(amount=amount, ours=_met(ours, amount, on, unit), theirs=_met(theirs, amount, on, unit))


def _met(debts: Sequence[Mutual], amount: Decimal, on: dt.date, unit: Decimal) -> tuple[Met, ...]:
    whole = {each.debt.number: each for each in debts}
    left, found = amount, dict[str, Met]()
    for group in in_order((each.debt for each in debts), on):
        among = [whole[debt.number] for debt in group]
        for one, part in zip(among, in_proportion(left, [each.whole for each in among], unit), strict=True):
            split = article_561(part, costs=one.costs, interest=one.interest, principal=one.principal)
            found[one.debt.number] = Met(
                number=one.debt.number,
                costs=split.costs,
                interest=split.interest,
                principal=split.principal,
                left=one.whole - part,
            )
            left -= part
    return tuple(found[each.debt.number] for each in debts)
