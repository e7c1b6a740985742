"""The earnest money deposit (定金): how much of it is one, and what a breach does to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from docgen.accounts.money import ZERO, rounded
from docgen.law.statutes import LawData


class BreachBy(StrEnum):
    PAYER = "payer"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit:
    effective: Decimal
    excess: Decimal  # paid above the cap: not a deposit, but money on account


def effective(law: LawData, *, paid: Decimal, price: Decimal, on: dt.date, currency: str = "CNY") -> Deposit:
    """What was actually paid counts, up to 20 % of the main contract's amount (民法典 586(2))."""
    cap = rounded(price * law.figure("deposit.cap", on).value, currency)
    return Deposit(effective=min(paid, cap), excess=max(paid - cap, ZERO))


def to_return(deposit: Decimal, breach_by: BreachBy) -> Decimal:
    """What the recipient must return after a breach that defeats the contract: nothing when the payer broke it,
    the double when the recipient did (民法典 587)."""
    return 2 * deposit if breach_by is BreachBy.RECIPIENT else ZERO
