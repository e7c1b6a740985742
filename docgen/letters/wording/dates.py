"""Dates as letters, tables and bills write them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from babel.dates import format_date

from docgen.letters.request import Language

_DIGITS = "零壹贰叁肆伍陆柒捌玖"


def letter_date(day: dt.date, language: Language) -> str:
    """2026年1月5日 (GB/T 9704-2012: Arabic figures, full year, no leading zero); 5 January 2026."""
    if language is Language.ZH:
        return f"{day.year}年{day.month}月{day.day}日"
    return _in_english(day, "d MMMM y")


def table_date(day: dt.date, language: Language) -> str:
    """2026-01-05; 5 Jan 2026: short, for a column of dates."""
    return day.isoformat() if language is Language.ZH else _in_english(day, "d MMM y")


@lru_cache(maxsize=4096)  # a letter prints few days, and many times; Babel takes longer for each than a whole row does
def _in_english(day: dt.date, pattern: str) -> str:
    return format_date(day, pattern, locale="en")


def bill_date(day: dt.date) -> str:
    """贰零贰陆年零壹月壹拾伍日, as bills are dated (银发〔1997〕393号 附一).

    零 stands before the months 1, 2 and 10 and the days 1 to 9, 10, 20 and 30, so that nothing can be written in front.
    """
    year = "".join(_DIGITS[int(digit)] for digit in f"{day.year:04d}")
    month = ("零" if day.month in {1, 2, 10} else "") + _tens(day.month)
    of_month = ("零" if day.day < 10 or day.day % 10 == 0 else "") + _tens(day.day)
    return f"{year}年{month}月{of_month}日"


def _tens(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (f"{_DIGITS[tens]}拾" if tens else "") + (_DIGITS[ones] if ones else "")
