"""What a notice of rescission rests on: the contract, what is overdue under it, the demand that arrived, its times."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from types import MappingProxyType

from docgen.accounts.account import Account, Event, EventKind, Proof
from docgen.accounts.contract import Contract
from docgen.law.assessment import Assessment, OpenItem
from docgen.law.periods import add_years
from docgen.letters.papers.noticed import contract_named
from docgen.letters.particulars.notices import Rescission, RescissionGround
from docgen.letters.request import LetterRequest

# What a demand leaves where it names no last day. The law says "reasonable" and gives no number.
REASONABLE_DAYS = 15
DEMANDS = MappingProxyType(
    {
        EventKind.REMINDER: ("付款提醒函", "a payment reminder"),
        EventKind.CONFIRMATION: ("欠款征询函", "a balance confirmation with a request for payment"),
        EventKind.DEMAND: ("催款函", "a demand letter"),
        EventKind.LAWYERS_LETTER: ("律师函", "a lawyer's letter"),
        EventKind.VISIT: ("当面催告", "a visit"),
        EventKind.CALL: ("电话催告", "a telephone call"),
    }
)
_ALWAYS_ASK = frozenset({EventKind.DEMAND, EventKind.LAWYERS_LETTER})
_ARRIVED = frozenset({Proof.ARRIVED, Proof.REFUSED, Proof.SIGNED, Proof.PROMISED})


@dataclass(frozen=True, slots=True)
class Ended:
    """asked: what the request says. under: the invoices of the contract; items: those overdue. demands: those for them
    that are proved to have arrived, the earliest first. dated: the day of the notice."""

    asked: Rescission
    contract: Contract | None
    under: list[OpenItem]
    items: list[OpenItem]
    demands: list[Event]
    dated: dt.date

    @property
    def demand(self) -> Event | None:
        """The demand that delay rests on."""
        day = self.asked.demand_on
        return next((each for each in self.demands if day is None or each.on == day), None)

    @property
    def period_until(self) -> dt.date | None:
        """The last day of the reasonable time after that demand."""
        if self.demand is None:
            return None
        return self.asked.period_until or self.demand.on + dt.timedelta(days=REASONABLE_DAYS)

    @property
    def known_on(self) -> dt.date | None:
        """When the ground was known: for delay the end of the reasonable time, the safe reading."""
        return self.period_until if self.asked.ground is RescissionGround.DELAY else self.asked.known_on

    @property
    def lapses_on(self) -> dt.date | None:
        """The last day of the right (民法典 564)."""
        return self.asked.lapses_on or (add_years(self.known_on, 1) if self.known_on else None)


def ended(account: Account, assessment: Assessment, request: LetterRequest) -> Ended:
    asked = request.rescission or Rescission()
    contract = contract_named(account, asked.contract)
    under = [item for item in assessment.chosen.items if contract and item.invoice.contract == contract.number]
    items = [item for item in under if item.demandable > 0 and item.days_past_due > 0]
    demands = sorted((each for each in account.history if _demands(each, items)), key=lambda each: each.on)
    return Ended(asked, contract, under, items, demands, request.dated_on or account.as_of)


def performed(item: OpenItem) -> bool:
    """Whether something of an invoice's contract was done: delivered, accepted or paid."""
    invoice = item.invoice
    papers = invoice.delivery_documents or invoice.acceptance_documents
    return bool(invoice.delivered_on or invoice.accepted_on or papers or item.received)


def _demands(event: Event, items: list[OpenItem]) -> bool:
    """Whether an event asked for one of these, once it was overdue, and is proved to have arrived."""
    asks = event.kind in _ALWAYS_ASK or (event.kind in DEMANDS and bool(event.demands_payment))
    late = [item.invoice.number for item in items if item.due.on and item.due.on < event.on]
    about = bool(set(late) & set(event.invoices)) if event.invoices else bool(late)
    return asks and about and event.proof in _ARRIVED
