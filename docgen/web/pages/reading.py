"""What people type, read as what they mean, where it can mean only one thing.

"1,000.00", "￥1000" and "12.5万" are amounts; "2026/9/15" and "2026年9月15日" are days. What could
mean two things ("12,5", "1.000,00", "9/10/2026") is left as typed, and the schemas say what is
wrong with it. Nothing is changed behind anybody's back: the form shows what it read.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from docgen.web.pages.boxes import Kind

_CURRENCY = re.compile(r"^(?:CNY|RMB|人民币|[¥$€£])|(?:元整?|CNY|RMB)$", re.IGNORECASE)
_GROUPED = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_PLAIN = re.compile(r"^-?\d+(?:\.\d+)?$")
_DAY = re.compile(r"^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?$")
_TIME = re.compile(r"(?:\s+|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "(" + "|".join(_MONTHS) + ")[a-z]*"
_NAMED = re.compile(
    rf"^(?:(\d{{1,2}})[\s.-]*)?{_MONTH}[\s.-]*(?:(\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(\d{{4}})$", re.IGNORECASE
)
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050  # 2000-01-01 and 2099-12-31
_WHOLE = re.compile(r"(\d{4,})\.0+")
_PARTS = {"%": 2, "‰": 3, "‱": 4}
_OF = {"百分之": 2, "千分之": 3, "万分之": 4}
_DIGITS = {digit: str(value) for value, digit in enumerate("零一二三四五六七八九")}


def amount(typed: str) -> str:
    """Digits with a point: thousands separators, a currency sign and 万 or 亿 are read.

    Below zero is what has a minus before or behind it ("1,000.00-"), or stands in brackets.
    """
    text = _flat(typed)
    text, below = _without_minus(text)
    text, inside = _without_minus(_CURRENCY.sub("", _CURRENCY.sub("", text)))
    if below and inside:
        return typed.strip()
    shift = {"万": 4, "亿": 8}.get(text[-1:], 0)
    if shift:
        text = text[:-1]
    if _GROUPED.match(text):
        text = text.replace(",", "")
    if not _PLAIN.match(text):
        return typed.strip()
    digits = format(Decimal(text).scaleb(shift), "f") if shift else text
    return f"-{digits}" if below or inside else digits


def _without_minus(text: str) -> tuple[str, bool]:
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1], True
    if text.startswith("-"):
        return text[1:], True
    if text.endswith("-") and text[-2:-1].isdecimal():
        return text[:-1], True
    return text, False


def day(typed: str) -> str:
    """A day as YYYY-MM-DD; the year must come first, because 9/10/2026 is two different days.

    A month may be named in English ("1 Sep 2026"), and a bare number may be a spreadsheet's own count of days.
    """
    text = _TIME.sub("", unicodedata.normalize("NFKC", typed).strip())
    if (named := _NAMED.match(text)) and bool(named[1]) != bool(named[3]):
        first, month, second, year = named.groups()
        return f"{year}-{_MONTHS.index(month[:3].lower()) + 1:02}-{int(first or second):02}"
    if serial := serial_day(typed):
        return serial
    text = _flat(text)
    if len(text) == 8 and text.isascii() and text.isdecimal():
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if match := _DAY.match(text):
        year, _, month, _, of_month = match.groups()
        return f"{year}-{int(month):02}-{int(of_month):02}"
    return typed.strip()


def serial_day(typed: str) -> str:
    """A day that a spreadsheet gave as its count of days since the end of 1899 ("46266"), from 2000 to 2099."""
    text = _flat(typed)
    count = int(text.partition(".")[0]) if _SERIAL.fullmatch(text) else 0
    if not _FIRST_SERIAL <= count <= _LAST_SERIAL:
        return ""
    return (dt.date(1899, 12, 30) + dt.timedelta(days=count)).isoformat()


def rate(typed: str) -> str:
    """A fraction or a multiple: 0.05% and 万分之五 are 0.0005."""
    text = _flat(typed).removeprefix("日").removeprefix("年")
    shift = 0
    for words, places in _OF.items():
        if text.startswith(words):
            text, shift = "".join(_DIGITS.get(sign, sign) for sign in text.removeprefix(words)), places
    if text[-1:] in _PARTS:
        text, shift = text[:-1], _PARTS[text[-1]]
    if not _PLAIN.match(text):
        return typed.strip()
    return format(Decimal(text).scaleb(-shift), "f")


def whole(typed: str) -> str:
    text = _flat(typed).removesuffix("天").removesuffix("日").removesuffix("days")
    return text if re.fullmatch(r"-?\d+", text) else typed.strip()


def number(typed: str) -> str:
    """The number of a paper, without the ".0" that a spreadsheet puts behind it ("12345679.0")."""
    match = _WHOLE.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    return match[1] if match else typed.strip()


def _flat(typed: str) -> str:
    """Full-width signs as half-width ones, and no spaces."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", typed).replace("\u2212", "-"))


READ: dict[Kind, Callable[[str], str]] = {
    Kind.MONEY: amount,
    Kind.DATE: day,
    Kind.RATE: rate,
    Kind.WHOLE: whole,
    Kind.NUMBER: number,
    Kind.COUNTRY: lambda typed: typed.strip().upper(),
}


def read(kind: Kind, typed: str) -> str:
    """What was typed into a box of this kind, in the form the schemas take."""
    return READ.get(kind, str.strip)(typed) if typed.strip() else ""
