"""Days of a text: whether there is such a day, whether it has passed, and whether the account has it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.errors import Finding, Severity
from docgen.letters.check.known import Explained, Known
from docgen.letters.check.numerals import counted
from docgen.letters.check.reading import Paragraph
from docgen.letters.request import Language
from docgen.letters.wording.dates import letter_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?P<{name}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    "Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = re.compile(
    r"(?<!\d)(?P<y1>\d{4})\s{0,2}年\s{0,2}(?P<m1>\d{1,2})\s{0,2}月\s{0,2}(?P<d1>\d{1,2})\s{0,2}[日号]"
    r"|(?<![\d/.-])(?P<y2>(?:19|20)\d{2})(?P<sign>[-/.])(?P<m2>\d{1,2})(?P=sign)(?P<d2>\d{1,2})(?![\d/.-]*\d)"
    r"|"
    r"("
    r"?"
    r"P"
    r"<"
    r"y"
    r"3"
    r">"
    r"["
    r"二"
    r"一][〇零○一二三四五六七八九]{3})年(?P<m3>[一二三四五六七八九十]{1,3})月(?P<d3>[一二三四五六七八九十]{1,3})[日号]"
    rf"|(?<!\d)(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.format(name='m4')}\.?,? (?P<y4>\d{{4}})(?!\d)"
    rf"|\b{_MONTH.format(name='m5')}\.? (?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y5>\d{{4}})(?!\d)"
)
# A day by which something is to be paid or answered.
_ASKED = re.compile("(?:请|务必|望|限期|要求贵[司方])[^。；，,]{0,24}$")
_PAID = re.compile(
    "^(?:之?前|以前|内|止)[^。；]{0,24}?(?:支付|付款|付清|结清|偿还|清偿|还款|汇|答复|回复|函复|回函|书面)"
)
_ASKED_EN = re.compile(
    r"\b(?:please|must|demand|require|ask|request)(?: (?:that )?you)?\b[^.;]{0,40}\b(?:pay|payment|settle|remit|"
    r"reply|respond)"
    r"\b[^.;]{0,60}\b(?:by|before|no later than|on or before)\s+$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^[\s　]*(?:日\s*期|Date|Dated|签署日期|发函日期)?[\s　]*[:：]?[\s　]*$", re.IGNORECASE)
_EARLIEST = 1949


@dataclass(frozen=True, slots=True)
class Day:
    """A date as it stands in a text; on: None where the calendar has no such day."""

    paragraph: int
    start: int
    end: int
    words: str
    on: dt.date | None
    explained: Explained | None = None


def days(paragraph: Paragraph) -> tuple[Day, ...]:
    """Every date of a paragraph that names day, month and year."""
    return tuple(
        Day(paragraph.number, match.start(), match.end(), match[0], _read(match))
        for match in _DAY.finditer(paragraph.text)
    )


def days_in(text: str) -> Iterator[dt.date]:
    """The days that a text names."""
    for match in _DAY.finditer(text):
        if on := _read(match):
            yield on


def _read(match: re.Match[str]) -> dt.date | None:
    for form in "12345":
        if match[f"y{form}"]:
            year, day = counted(match[f"y{form}"]), counted(match[f"d{form}"])
            named = match[f"m{form}"]
            month = _MONTHS.index(named[:3].lower()) + 1 if form in "45" else counted(named)
            try:
                return dt.date(year or 0, month or 0, day or 0)
            except ValueError:
                return None
    return None


def own_day(paragraphs: Sequence[Paragraph]) -> dt.date | None:
    """The day that a letter bears: the last that stands alone in its paragraph."""
    for paragraph in reversed(paragraphs):
        for day in days(paragraph)[:1]:
            around = paragraph.text[: day.start] + paragraph.text[day.end :]
            if day.on and len(paragraph.text) < 60 and _ALONE.match(around):
                return day.on
    return None


def remarks(paragraph: Paragraph, day: Day, letter_day: dt.date) -> Iterator[Finding]:
    """What a date says against itself."""
    place = paragraph.place(day.start, day.end)
    if day.on is None:
        yield Finding("day.impossible", Severity.WARNING, place, {"day": day.words, "instead": ""})
        return
    before, after = paragraph.text[max(day.start - 100, 0) : day.start], paragraph.text[day.end : day.end + 40]
    asked = (_ASKED.search(before) and _PAID.search(after)) or _ASKED_EN.search(before)
    if asked and day.on < letter_day and day.on.year >= _EARLIEST and not paragraph.quotes(day.start, day.end):
        dated = {f"letter_day_{language.value}": letter_date(letter_day, language) for language in Language}
        facts = {"day": day.words, **dated, "instead": ""}
        yield Finding("day.deadline_passed", Severity.WARNING, place, facts)


def unexplained(paragraph: Paragraph, day: Day, known: Known, language: Language) -> Finding:
    """A date that nothing in the account explains, with the nearest that would be."""
    near = _nearest(day.on, known) if day.on else None
    facts = {"day": day.words, "nearest": letter_date(near, language) if near else ""}
    facts["instead"] = facts["nearest"]
    return Finding("day.unexplained", Severity.WARNING, paragraph.place(day.start, day.end), facts)


def _nearest(day: dt.date, known: Known) -> dt.date | None:
    """A day of the account that differs in the day, the month or the year alone."""
    alike = [
        each
        for each in known.days
        if known.days[each].code != "explains.next_day"
        and sum((each.year == day.year, each.month == day.month, each.day == day.day)) == 2
    ]
    return min(alike, key=lambda each: (abs((each - day).days), each), default=None)
