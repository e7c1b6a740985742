"""What a payment goes against within one debt. Which of several debts it goes to is `docgen.accounts.allocation`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


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
