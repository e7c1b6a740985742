"""What stands open on a day and which periods run on it: an assessment without interest, fees and the second order.

For what is decided over many accounts. The parts are those of `docgen.law.assess`, so that a decision and the letter
that follows from it agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.ledger import post
from docgen.accounts.money import ZERO
from docgen.errors import Finding
from docgen.law.assess import guarantee_clocks, limitation_clocks
from docgen.law.assessment import GuaranteeClock, LimitationClock, OpenItem
from docgen.law.due import due
from docgen.law.settle import issued, open_item
from docgen.law.sme import applies
from docgen.law.statutes import LawData


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """items: every invoice issued, settled ones too. told: by invoice number, what its due date leaves to be said.
    unallocated: money and credits that stand against no invoice. sme_applies: None while a size is not stated.
    """

    items: tuple[OpenItem, ...]
    told: Mapping[str, tuple[Finding, ...]]
    limitation: tuple[LimitationClock, ...]
    guarantees: tuple[GuaranteeClock, ...]
    unallocated: Decimal
    sme_applies: bool | None

    @property
    def open(self) -> Decimal:
        return sum((item.open for item in self.items), ZERO)


def position(account: Account, law: LawData) -> Position:
    """Where the account stands on its `as_of`: payments go to principal first, rest days move counted periods."""
    sme_applies = applies(account.creditor, account.debtor)
    found = {each.number: due(each, account, law, sme_applies=sme_applies) for each in issued(account)}
    dues = {number: each for number, (each, _) in found.items()}
    books = post(account, {number: each.on for number, each in dues.items()})
    clocks = limitation_clocks(account, dues, books, law)
    expired = {number: clock.raw_end for clock in clocks if clock.expired for number in clock.invoices}
    items = tuple(open_item(account, each, dues[each.number], books, expired) for each in issued(account))
    return Position(
        items=items,
        told={number: told for number, (_, told) in found.items()},
        limitation=clocks,
        guarantees=guarantee_clocks(account, items, law),
        unallocated=books.unallocated,
        sme_applies=sme_applies,
    )
