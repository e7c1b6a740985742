"""Which debt a payment goes to, Civil Code 560, and what it goes against within one debt, 561.

The debtor's own choice at payment binds (560(1)); the ledger puts that first. What the debtor left
open goes to debts already due, among them to those with least security, then to those that weigh
heavier on the debtor, then to those due earlier, and at last in proportion (560(2)).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal
from itertools import groupby
from operator import attrgetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """What article 560 asks about a debt.

    secured: security or a guarantee stands behind it.
    bears_interest: a late-payment clause makes it the heavier burden.
    """

    number: str
    due_on: dt.date | None
    secured: bool
    bears_interest: bool
    rank: tuple[bool, bool, dt.date] = field(init=False)  # among debts all of which are due, or none

    def __post_init__(self) -> None:
        object.__setattr__(self, "rank", (self.secured, not self.bears_interest, self.due_on or dt.date.max))


def in_order(debts: Iterable[Debt], on: dt.date) -> Iterator[tuple[Debt, ...]]:
    """The debts in the order of Civil Code 560(2) as it stands on the day of payment.

    Each group shares in proportion. Debts not due on that day follow those that are, in the same
    order among themselves; a debt whose due date nobody knows comes last.
    """
    by_rank = attrgetter("rank")
    ranked = sorted(debts, key=attrgetter("rank", "number"))
    for to_come in (False, True):
        part = (debt for debt in ranked if ((debt.due_on or dt.date.max) > on) is to_come)
        for _, group in groupby(part, key=by_rank):
            yield tuple(group)


def in_proportion(amount: Decimal, owing: Sequence[Decimal], unit: Decimal) -> list[Decimal]:
    """The amount shared in proportion to what each is owing; the parts add up exactly.

    No part exceeds what is owing, and nothing beyond the sum of it is given out. Each part is cut
    down to the smallest unit; the units left over go to the largest fractions, the first of equals first.
    """
    whole = sum(owing, Decimal(0))
    if amount >= whole:
        return list(owing)
    exact = [amount * each / whole for each in owing]
    parts = [each.quantize(unit, rounding=ROUND_DOWN) for each in exact]
    left_over = int((amount - sum(parts, Decimal(0))) / unit)
    by_fraction = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in by_fraction[:left_over]:
        parts[place] += unit
    return parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A payment within one debt."""

    costs: Decimal
    interest: Decimal
    principal: Decimal
    left: Decimal  # of the payment, when it is more than is owed


def article_561(payment: Decimal, *, costs: Decimal, interest: Decimal, principal: Decimal) -> Split:
    """A payment within one debt: costs of realising the claim, interest, principal (Civil Code 561)."""
    to_costs = min(payment, costs)
    to_interest = min(payment - to_costs, interest)
    to_principal = min(payment - to_costs - to_interest, principal)
    return Split(
        costs=to_costs,
        interest=to_interest,
        principal=to_principal,
        left=payment - to_costs - to_interest - to_principal,
    )
