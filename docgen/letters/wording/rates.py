"""Rates of interest in figures and words. A rate is a Decimal fraction: 0.0005 is 0.05 %."""

from __future__ import annotations

from decimal import Decimal

from docgen.letters.request import Language

_DIGITS = "零一二三四五六七八九"


def percent(fraction: Decimal, at_least: int = 0) -> str:
    """0.05%, 12%, and 3.00% where `at_least` two decimals are asked for; never rounded."""
    value = (fraction * 100).normalize()
    places = max(at_least, -int(value.as_tuple().exponent), 0)
    return f"{value:.{places}f}%"


def day_rate(fraction: Decimal, language: Language) -> str:
    """每日万分之五 and 每日千分之一, as contracts say it; 0.05% per day."""
    if language is Language.EN:
        return f"{percent(fraction)} per day"
    per_thousand, per_myriad = fraction * 1000, fraction * 10000
    if per_thousand == per_thousand.to_integral_value() and 0 < per_thousand < 10:
        return f"每日千分之{_spoken(per_thousand)}"
    if 0 < per_myriad < 10:
        return f"每日万分之{_spoken(per_myriad)}"
    return f"每日{percent(fraction)}"


def multiple(factor: Decimal, language: Language) -> str:
    """1.3倍; 1.3 times."""
    value = f"{factor.normalize():f}"
    return f"{value}倍" if language is Language.ZH else f"{value} times"


def _spoken(number: Decimal) -> str:
    """五, 二点一: a number below ten, digit by digit after the point."""
    whole, _, rest = f"{number.normalize():f}".partition(".")
    return _DIGITS[int(whole)] + ("点" + "".join(_DIGITS[int(digit)] for digit in rest) if rest else "")
