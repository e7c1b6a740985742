"""What of both sides' debts meets in a set-off, and what it leaves of each (民法典 568, 560, 561)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.allocation import Debt
from docgen.accounts.ledger import debt_of
from docgen.accounts.money import ZERO, smallest_unit
from docgen.law.assessment import Assessment, Interest, OpenItem, Settlement, Standing
from docgen.law.choice import ImputationOrder
from docgen.law.setoff import EqualSums, Mutual, equal_sums
from docgen.letters.context.demand import interest_total
from docgen.letters.particulars.notices import CrossDebt
from docgen.letters.request import LetterRequest


def is_due(item: OpenItem) -> bool:
    return item.due.on is not None and item.days_past_due >= 0


def claims(assessment: Assessment, request: LetterRequest) -> list[OpenItem]:
    """The uncontested part of which invoices is set off: those named, else all that are due. Expired ones are taken
    where they are named, or where nothing else is due."""
    named = set(request.set_off.invoices) if request.set_off else set()
    open_ = [item for item in assessment.chosen.items if item.undisputed > 0 and is_due(item)]
    if named:
        return [item for item in open_ if item.invoice.number in named]
    running = [item for item in open_ if item.standing is not Standing.EXPIRED]
    return running or open_


def debts_of(request: LetterRequest) -> tuple[CrossDebt, ...]:
    return request.set_off.debts if request.set_off else ()


def _with_interest(settlement: Settlement) -> bool:
    return settlement.order is ImputationOrder.ARTICLE_561 and isinstance(settlement.interest, Interest)


def reserves_interest(settlement: Settlement) -> bool:
    """Whether interest has accrued and principal alone is set off, though the law puts interest before it."""
    return not _with_interest(settlement) and interest_total(settlement) > 0


@dataclass(frozen=True, slots=True)
class Meeting:
    """Both sides' debts, and what set-off leaves of them."""

    items: list[OpenItem]
    ours: list[Mutual]
    debts: tuple[CrossDebt, ...]
    result: EqualSums


def meeting(account: Account, assessment: Assessment, request: LetterRequest) -> Meeting:
    settlement, items = assessment.chosen, claims(assessment, request)
    costs = settlement.costs if _with_interest(settlement) else ZERO
    ours = []
    for item in items:
        debt = debt_of(account, item.invoice, item.due.on)
        ours.append(Mutual(debt=debt, principal=item.undisputed, interest=_interest(item, settlement), costs=costs))
        costs = ZERO
    debts = debts_of(request)
    theirs = [
        Mutual(
            debt=Debt(number=str(number), due_on=one.due_on, secured=False, bears_interest=False),
            principal=one.amount,
            interest=one.interest,
            costs=one.costs,
        )
        for number, one in enumerate(debts)
    ]
    result = equal_sums(ours, theirs, on=assessment.as_of, unit=smallest_unit(assessment.currency))
    return Meeting(items, ours, debts, result)


def _interest(item: OpenItem, settlement: Settlement) -> Decimal:
    """What of the interest is the invoice's own: its segments, less what payments met of it. A difference of rounding
    is left to be claimed separately."""
    if not _with_interest(settlement) or not isinstance(settlement.interest, Interest):
        return ZERO
    accrued = sum((part.amount for part in settlement.interest.segments if part.invoice == item.invoice.number), ZERO)
    return max(accrued - sum((part.interest for part in item.applied), ZERO), ZERO)
