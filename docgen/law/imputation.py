"""What a payment goes against within one debt. Which of several debts it goes to is `docgen.accounts.allocation`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.account import Account, Event, EventKind, Proof
from docgen.accounts.allocation import Split, article_561
from docgen.accounts.money import ZERO
from docgen.errors import Finding, Severity
from docgen.law.assessment import Interest, OpenItem, Settlement
from docgen.law.choice import ImputationOrder

__all__ = ["Recovered", "Split", "article_561", "enforcement", "remarks"]


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


def remarks(account: Account, chosen: Settlement, alternative: Settlement) -> Iterator[Finding]:
    """What the order of imputation leaves open, where a payment would have met interest first (民法典 561): that the
    books' order is not the law's; that the debtor confirmed a balance worked out in the other order."""
    principal_first = chosen.order is ImputationOrder.PRINCIPAL_FIRST
    by_561, by_books = (alternative, chosen) if principal_first else (chosen, alternative)
    met = {item.invoice.number for item in by_561.items if any(each.interest for each in item.applied)}
    if not met:
        return
    silent = not any(contract.imputation_561 for contract in account.contracts)
    if principal_first and silent and isinstance(chosen.interest, Interest) and chosen.interest.total:
        yield Finding(
            "imputation.principal_first",
            Severity.INFORMATION,
            place="/letter/interest/imputation",
            facts={"invoices": ", ".join(sorted(met))},
            articles=("civil_code:561",),
        )
    if principal_first:
        return
    for event in account.history:
        mine = _balance(by_561.items, event)
        if _confirms(event, account.as_of) and event.amount == _balance(by_books.items, event) != mine:
            yield Finding(
                "confirmed.principal_first",
                Severity.WARNING,
                place="/letter/interest/imputation",
                facts={
                    "on": event.on.isoformat(),
                    "amount": f"{event.amount:f}",
                    "balance": f"{mine:f}",
                    "currency": account.currency,
                },
                articles=("civil_code:561", "sales_interpretation:18(3)"),
            )


def _confirms(event: Event, as_of: dt.date) -> bool:
    """Whether the debtor put its name to a figure."""
    kinds, proofs = {EventKind.CONFIRMATION, EventKind.PROMISE}, {Proof.SIGNED, Proof.PROMISED}
    return event.kind in kinds and event.proof in proofs and event.amount is not None and event.on <= as_of


def _balance(items: Iterable[OpenItem], event: Event) -> Decimal:
    """The principal open on the day of an event, of the invoices it names or of all."""
    return sum(
        (
            item.invoice.amount - sum((each.principal for each in item.applied if each.on <= event.on), ZERO)
            for item in items
            if item.invoice.issued_on <= event.on and (not event.invoices or item.invoice.number in event.invoices)
        ),
        ZERO,
    )
