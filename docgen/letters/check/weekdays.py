"""Days against the calendar: the day of the week beside a date, and the days counted between two dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.errors import Finding, Severity
from docgen.letters.check.days import days
from docgen.letters.check.reading import Paragraph
from docgen.letters.request import Language

_ZH = "一二三四五六日"
_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = "|".join(_EN)
_AFTER = re.compile(rf"\s?[（(，,]?\s?(?:(?:星期|周|礼拜)(?P<zh>[一二三四五六日天])|(?P<en>{_NAMED})\b)")
_BEFORE = re.compile(rf"\b(?P<en>{_NAMED}),? (?:the )?$")
_NO_YEAR = re.compile(
    r"(?<![年\d-])(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]\s?[（(，,]?\s?(?:星期|周|礼拜)(?P<zh>[一二三四五六日天])"
)
_TO = re.compile(r"[日起算开始计之，,、\s]{0,6}(?:至|到|—|–|-|to|until)[\s到]{0,2}", re.IGNORECASE)
_COUNT = re.compile(
    r"\s?(?:之?日)?(?:止|为止)?[\s，,（(]{0,3}(?:共计|合计|总计|共|计|逾期|已逾期|历时|为期|即)?[\s共计]{0,2}"
    r"(?P<zh>\d{1,5})\s?[天日](?!前|内|后|起)"
    r"|\s?[,(]?\s?(?:a total of |that is |i\.e\. |in total )?(?P<en>\d{1,5}) days\b",
    re.IGNORECASE,
)


def wrong(paragraph: Paragraph, letter_day: dt.date, language: Language) -> Iterator[Finding]:
    """A day of the week that its date is not. A date without a year is the nearest before or after the letter's."""
    text = paragraph.text
    for day in days(paragraph):
        if day.on is None:
            continue
        after = _AFTER.match(text, day.end)
        before = _BEFORE.search(text, max(day.start - 16, 0), day.start)
        match = after or before
        if match and _weekday(match) != day.on.weekday():
            start, end = (day.start, after.end()) if after else (match.start(), day.end)
            yield from _remark(paragraph, start, end, day.on, language)
    for match in _NO_YEAR.finditer(text):
        meant = [
            on for year in (-1, 0, 1) if (on := _day(letter_day.year + year, int(match["month"]), int(match["day"])))
        ]
        near = [*[on for on in meant if on <= letter_day][-1:], *[on for on in meant if on > letter_day][:1]]
        if near and all(on.weekday() != _weekday(match) for on in near):
            nearest = min(near, key=lambda on: abs((on - letter_day).days))
            yield from _remark(paragraph, match.start(), match.end(), nearest, language)


def counts(paragraph: Paragraph) -> Iterator[Finding]:
    """Days counted from one date to another that are neither those between them nor those with both."""
    found = days(paragraph)
    for first, last in pairwise(found):
        if first.on is None or last.on is None or not _TO.fullmatch(paragraph.text[first.end : last.start]):
            continue
        match = _COUNT.match(paragraph.text, last.end)
        if match is None or paragraph.quotes(first.start, match.end()):
            continue
        stated, between = int(match["zh"] or match["en"]), (last.on - first.on).days
        if stated not in {between, between + 1}:
            place = paragraph.place(first.start, match.end())
            facts = {
                "words": place.words, "days": str(between), "both": str(between + 1),
                "stated": str(stated), "instead": "",
            }  # fmt: skip
            yield Finding("day.count_differs", Severity.WARNING, place, facts)


def _weekday(match: re.Match[str]) -> int:
    named = match.groupdict()
    if zh := named.get("zh"):
        return _ZH.index("日" if zh == "天" else zh)
    return [each.lower() for each in _EN].index(str(named["en"]).lower())


def _remark(paragraph: Paragraph, start: int, end: int, on: dt.date, language: Language) -> Iterator[Finding]:
    if paragraph.quotes(start, end):
        return
    said = {"weekday_zh": f"星期{_ZH[on.weekday()]}", "weekday_en": _EN[on.weekday()]}
    place = paragraph.place(start, end)
    facts = {"words": place.words, **said, "instead": said[f"weekday_{language.value}"]}
    yield Finding("day.weekday_wrong", Severity.WARNING, place, facts)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
