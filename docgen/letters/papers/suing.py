"""What a suit on an account comes to: its sum, the guarantees claimed upon, what is on record of an objection."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from docgen.accounts.account import Account, Event, EventKind
from docgen.accounts.contract import Contract, Guarantee
from docgen.errors import RuleMissing
from docgen.law.assessment import Assessment, GuaranteeClock, OpenItem, Settlement
from docgen.law.periods import deadline
from docgen.law.statutes import LawData
from docgen.letters.context import claims
from docgen.letters.context.demand import interest_total
from docgen.letters.context.suits import Sued
from docgen.letters.papers import filing
from docgen.letters.particulars.court import Suit
from docgen.letters.request import LetterRequest


def claimed(settlement: Settlement) -> Decimal:
    """The sum in dispute: principal, interest to the day, costs of realising the claim."""
    return settlement.totals.demandable + interest_total(settlement) + settlement.costs


def sued(account: Account, assessment: Assessment, request: LetterRequest) -> list[Sued]:
    """The guarantees that are claimed upon: those of the contracts sued upon, for the invoices whose own guarantee
    period has not ended."""
    if not (request.suit and request.suit.claims_security):
        return []
    items = claims.demanded_items(assessment.chosen)
    found = []
    for contract in filing.contracts_of(account, items):
        for one in contract.guarantees:
            lost = {number for clock in ended(assessment, contract, one) for number in clock.invoices}
            left = tuple(
                item for item in items if item.invoice.contract == contract.number and item.invoice.number not in lost
            )
            found.append(Sued(contract, one, left))
    return [one for one in found if one.items]


def ended(assessment: Assessment, contract: Contract, one: Guarantee) -> list[GuaranteeClock]:
    return [
        clock
        for clock in assessment.guarantees
        if clock.expired and (clock.guarantor, clock.contract) == (one.guarantor.name, contract.number)
    ]


def disputes(account: Account, assessment: Assessment) -> tuple[list[OpenItem], list[Event]]:
    """What is on record of an objection: the invoices that carry one, and the events in the history."""
    items = [item for item in assessment.chosen.items if item.invoice.dispute and item.open > 0]
    return items, [one for one in account.history if one.kind is EventKind.DISPUTE]


def sue_by(suit: Suit, law: LawData) -> dt.date | None:
    """The last of the thirty days after the measure; None without one, or where the law data does not reach back."""
    try:
        return deadline(law, "preservation_suit", suit.preserved.on).raw_end if suit.preserved else None
    except RuleMissing:
        return None
