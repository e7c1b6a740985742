"""What a payment goes against within one debt. Which of several debts it goes to is `docgen.accounts.allocation`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.allocation import Split, article_561

__all__ = ["Recovered", "Split", "article_561", "enforcement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What an enforced sum leaves open."""

    judgment_debt_left: Decimal
    doubled_part_left: Decimal


def enforcement(recovered: Decimal, *, judgment_debt: Decimal, doubled_part: Decimal) -> Recovered:
    """Money from enforcement: first the judgment debt, then the doubled part of the interest
    (迟延履行利息解释 4), the opposite of article 561."""
    to_debt = min(recovered, judgment_debt)
    return Recovered(
        judgment_debt_left=judgment_debt - to_debt,
        doubled_part_left=doubled_part - min(recovered - to_debt, doubled_part),
    )
