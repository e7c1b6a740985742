"""The letters as the rules of escalation tell them apart: by what they ask of the debtor.

The two balance confirmations are different letters: one reconciles books, the other asks for payment.
"""

from __future__ import annotations

REMINDER = "payment_reminder"
ACCOUNTS_CONFIRMATION = "balance_confirmation/accounts"
CONFIRMATION_WITH_DEMAND = "balance_confirmation/demand"
DEMAND_LETTER = "demand_letter"
LAWYERS_LETTER = "lawyers_letter"
PAYMENT_ORDER = "payment_order_application"

DEMANDING = frozenset({DEMAND_LETTER, LAWYERS_LETTER, PAYMENT_ORDER})  # assert default, threaten lawful steps
ASKING = DEMANDING | {REMINDER, CONFIRMATION_WITH_DEMAND}  # ask for payment


def of_letter(kind: str, purpose: str | None) -> str:
    """The letter by its kind and, for a balance confirmation, its purpose (None: the stricter one)."""
    if kind == "balance_confirmation":
        return ACCOUNTS_CONFIRMATION if purpose == "accounts" else CONFIRMATION_WITH_DEMAND
    return kind
