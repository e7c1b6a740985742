"""Counting in Chinese, document numbers, and lists as a sentence has them."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.letters.request import Language

_DIGITS = "零一二三四五六七八九"


def counted(number: int) -> str:
    """A count in Chinese numerals, 0 to 9999, as articles are numbered: 五百七十九, 五百一十一, 十八."""
    if not 0 <= number <= 9999:
        raise ValueError(f"{number} is not between 0 and 9999")
    if number < 10:
        return _DIGITS[number]
    words = ""
    gap = False
    for power, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit == 0:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + _DIGITS[digit] + place
        gap = False
    return words.removeprefix("一") if 10 <= number < 20 else words


def document_number(prefix: str, year: int, serial: int) -> str:
    """华信法函〔2026〕7号: six-corner brackets, full year, no 第, no leading zero (GB/T 9704-2012)."""
    return f"{prefix}〔{year}〕{serial}号"


def listed(parts: Sequence[str], language: Language) -> str:
    """One, two and three, as a sentence lists them."""
    if language is Language.ZH:
        return "、".join(parts)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
