"""Amounts in Chinese capitals, as 正确填写票据和结算凭证的基本规定 (支付结算办法附一, 银发〔1997〕393号) writes them.

Where those rules leave a choice, one is made here, so that the same amount is always the same words: 整 and
not 正; no 整 after 角; 零 after 元 when the digit before 元 is zero and 角 is not; between groups of four digits
零 exactly when the lower group is below 1000 or a whole group between is zero; below one yuan no 零元.
What somebody else wrote is compared by `same_amount`, which accepts the other official ways too.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_FRACTIONS = ("角", "分", "厘")
_LARGEST = Decimal(10) ** 16

# Tokens besides characters: a zero that the rules leave free, and which way the house writes it.
_ZERO_LEFT_OUT = "zero allowed, not written"
_ZERO_WRITTEN = "zero allowed, written"
_YUAN = "元"


def rmb_capitals(amount: Decimal) -> str:
    """人民币壹仟肆佰零玖元伍角 for 1409.50.

    Raises ValueError for a negative amount, more than two decimals, or 10^16 yuan and above.
    """
    return "人民币" + _written(_tokens(amount, 2))


def capitals(amount: Decimal, name: str, decimals: int = 2) -> str:
    """The same for any currency, its Chinese `name` before the words: 美元壹仟元整."""
    return name + _written(_tokens(amount, decimals))


def same_amount(words: str, amount: Decimal) -> bool:
    """Whether `words`, written by somebody else, say `amount` in one of the official ways."""
    tokens = _tokens(amount, 2)
    pattern = "".join(_pattern(word) for word in tokens if word != "整")
    ending = {_YUAN: "[整正]", "角": "[整正]?"}.get(tokens[-2] if tokens[-1] == "整" else tokens[-1], "")
    return re.fullmatch(f"(?:人民币)?{pattern}{ending}", words.strip()) is not None


def _written(tokens: list[str]) -> str:
    return "".join("零" if token == _ZERO_WRITTEN else token for token in tokens if token != _ZERO_LEFT_OUT)


def _pattern(token: str) -> str:
    if token in {_ZERO_LEFT_OUT, _ZERO_WRITTEN}:
        return "零?"
    return "[元圆]" if token == _YUAN else token


def _tokens(amount: Decimal, decimals: int) -> list[str]:
    if not amount.is_finite() or amount < 0 or amount >= _LARGEST:
        raise ValueError(f"no capitals for {amount}")
    if amount != amount.quantize(Decimal(1).scaleb(-decimals)):
        raise ValueError(f"{amount} has more than {decimals} decimals")
    whole = int(amount)
    fraction = [int(digit) for digit in f"{amount - whole:.{max(decimals, 1)}f}"[2:]]
    if not any(fraction):
        return [*(_whole(whole) or ["零"]), _YUAN, "整"]
    tokens: list[str] = [*_whole(whole), _YUAN] if whole else []
    for place, digit in enumerate(fraction):
        if digit == 0:
            continue
        skipped = place > 0 and fraction[place - 1] == 0
        if skipped and tokens:
            tokens.append("零")
        elif place == 0 and whole and whole % 10 == 0:
            tokens.append(_ZERO_WRITTEN)
        tokens += [_DIGITS[digit], _FRACTIONS[place]]
    return tokens


def _whole(number: int) -> list[str]:
    """A whole number, group by group: what stands before 亿 is read as a number of its own (壹万亿)."""
    if number < 10**4:
        return _group(number)
    scale, name = (10**8, "亿") if number >= 10**8 else (10**4, "万")
    high, low = divmod(number, scale)
    tokens = [*_whole(high), name]
    if low:
        if low < scale // 10:
            tokens.append("零")
        elif high % 10 == 0:
            tokens.append(_ZERO_LEFT_OUT)
        tokens += _whole(low)
    return tokens


def _group(number: int) -> list[str]:
    """1 to 9999; nothing for zero."""
    tokens: list[str] = []
    digits = f"{number:d}"
    gap = False
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit == "0":
            gap = True
            continue
        if gap and tokens:
            tokens.append("零")
        gap = False
        tokens += [_DIGITS[int(digit)], _PLACES[place]]
    return [token for token in tokens if token]
