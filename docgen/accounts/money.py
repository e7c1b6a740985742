"""Exact amounts: `Decimal` in the currency's own unit, never a binary float."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache

# ISO 4217 exponents that are not 2; every other currency has two decimals.
_DECIMALS = dict.fromkeys(
    (
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    ),
    0,
) | dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)

ZERO = Decimal(0)


def decimals(currency: str) -> int:
    """How many decimals an amount of this currency has (ISO 4217)."""
    return _DECIMALS.get(currency, 2)


@cache
def smallest_unit(currency: str) -> Decimal:
    """The smallest amount of this currency: 0.01 for CNY, 1 for JPY."""
    return Decimal(1).scaleb(-decimals(currency))


def rounded(amount: Decimal, currency: str) -> Decimal:
    """The amount rounded half-up to the currency's smallest unit ; done once, at the end of a computation."""
    return amount.quantize(smallest_unit(currency), rounding=ROUND_HALF_UP)


def fits(amount: Decimal, currency: str) -> bool:
    """Whether the amount has no more decimals than its currency."""
    return amount == rounded(amount, currency)
