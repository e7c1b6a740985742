"""Amounts in English words, as a cheque has them.

num2words gives the same words (en_GB, its commas taken out), but needs docopt, which is published as a source archive
alone, and only wheels are installed (docs/decisions/0003-pinned-by-hash.md); hence the forty lines here.
"""

from __future__ import annotations

from decimal import Decimal

from docgen.accounts.money import decimals

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_GROUPS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def amount_in_english(amount: Decimal, currency: str, name: str) -> str:
    """Renminbi one thousand four hundred and nine and 50/100 only; the fraction is left out when it is zero.

    Raises ValueError for a negative amount, more decimals than the currency has, or 10^15 and above.
    """
    places = decimals(currency)
    if not amount.is_finite() or not 0 <= amount < Decimal(10) ** 15:
        raise ValueError(f"no words for {amount}")
    if amount != amount.quantize(Decimal(1).scaleb(-places)):
        raise ValueError(f"{amount} has more than {places} decimals")
    whole = int(amount)
    fraction = int((amount - whole).scaleb(places))
    cents = f" and {fraction:0{places}d}/{10**places}" if fraction else ""
    return f"{name} {number_in_english(whole)}{cents} only"


def number_in_english(number: int) -> str:
    """one million two hundred thousand and five"""
    if number < 1000:
        return _hundreds(number)
    words = []
    for size, name in _GROUPS:
        group, number = divmod(number, size)
        if group:
            words.append(f"{_hundreds(group)} {name}")
    if number:
        words.append(f"and {_hundreds(number)}" if number < 100 else _hundreds(number))
    return " ".join(words)


def _hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    return f"{_ONES[hundreds]} hundred" + (f" and {_below_hundred(rest)}" if rest else "")


def _below_hundred(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
