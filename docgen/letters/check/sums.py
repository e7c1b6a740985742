"""Sums of a text, in figures and in words: whether both agree, tables add up, and the account has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest

from docgen.errors import Finding, Severity
from docgen.letters.check.known import Explained, Known
from docgen.letters.check.numerals import CAPITALS, ENGLISH, amount, english_amount
from docgen.letters.check.reading import Paragraph
from docgen.letters.wording.capitals import rmb_capitals
from docgen.letters.wording.english import amount_in_english

_NUMBER = re.compile(r"(?<![\d.])\d[\d,，]*(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,4})?|\d{1,15}(?:\.\d{1,4})?")
_MARK = re.compile(r"(人民币|RMB|CNY|CN¥|[￥¥]|US\$|HK\$|USD|EUR|HKD|GBP|JPY|[$€£]|美元|欧元|港元)\s{0,2}$")
_UNIT = re.compile(
    r"\s{0,2}(?:余|多)?(?P<scale>万|亿|千|百万|(?:million|billion|thousand)\b)?(?:余|多)?"
    r"(?P<name>人民币元|元|圆|美元|欧元|港元|日元|英镑|\s?(?:yuan|RMB|US dollars|euros?)\b)?"
)
# ￥, 元 and 圆 may be of another country.
_CURRENCIES = {
    **dict.fromkeys(("人民币", "RMB", "CNY", "CN¥", "人民币元", "yuan"), "CNY"),
    **dict.fromkeys(("US$", "USD", "$", "美元", "US dollars"), "USD"),
    **dict.fromkeys(("HK$", "HKD", "港元"), "HKD"),
    **dict.fromkeys(("EUR", "€", "欧元", "euro", "euros"), "EUR"),
    **dict.fromkeys(("GBP", "£", "英镑"), "GBP"),
    **dict.fromkeys(("JPY", "日元"), "JPY"),
}
_SCALES = {
    "": 1,
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "亿": 10**8,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}
# What may stand between the same sum in figures and in words.
_TO_WORDS = re.compile(
    r"[\s（(，,:：]*(?:整|大写|即|计|合计|为|SAY|[Ss]ay|in words|[：:]|人民币|RMB|Renminbi|US dollars|[，,]|\s)*"
)
_TO_FIGURES = re.compile(r"[\s（(，,)）]*(?:整|小写|即|计|为|only|[：:]|[，,]|\s)*")
_BEFORE_ENGLISH = re.compile(r"(?:Renminbi|RMB|CNY|dollars|euros|[Ss]ay|SAY|in words)[:,]?\s*$")
_TOTAL = re.compile(r"(?:合\s*计|总\s*计|共\s*计|Total|Sum)\b|^(?:合\s*计|总\s*计|共\s*计)", re.IGNORECASE)
_SPELT = re.compile("[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]|[一二三四五六七八九两][十百千万亿]")  # not 两三元, "a few yuan"
_IN_ENGLISH = ("only", "hundred", "thousand", "million", "HUNDRED", "THOUSAND", "MILLION", "Hundred", "Thousand")
_CELLS = re.compile(r" \| |\t")
_MONEY = re.compile(r"-?\d{1,3}(?:[,，]\d{3})*\.\d{2}|-?\d+\.\d{2}")
_APART = 24  # characters at most between the same sum in figures and in words
_ALIKE = 0.8  # of two figures, one of which may be a slip of the other


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money as it stands in a text. step: of a round figure, what its last digit counts; 0 where exact.

    in_words: 大写, or English words. explained: as what the account has it.
    """

    paragraph: int
    start: int
    end: int
    words: str
    value: Decimal
    currency: str = ""
    step: Decimal = Decimal(0)
    in_words: bool = False
    explained: Explained | None = None


def sums(paragraph: Paragraph) -> tuple[Sum, ...]:
    """Every sum of a paragraph, in order."""
    return tuple(sorted((*_in_figures(paragraph), *_in_words(paragraph)), key=lambda each: (each.start, each.end)))


def _in_figures(paragraph: Paragraph) -> Iterator[Sum]:
    text = paragraph.text
    cells = bool(_CELLS.search(text))
    for match in _NUMBER.finditer(text):
        written = match[0].rstrip(",，")
        if not _GROUPED.fullmatch(written):
            continue
        end = match.start() + len(written)
        mark = _MARK.search(text, max(match.start() - 8, 0), match.start())
        unit = _UNIT.match(text, end)
        name = (unit["name"] or "").strip() if unit else ""
        if text[end : end + 1] in {"%", "％", "‰"} or (match.start() and text[match.start() - 1] in "-×*/"):
            continue
        money = bool(_MONEY.fullmatch(written)) and ("," in written or "，" in written or cells)
        if not (mark or name or money) or text[max(match.start() - 1, 0) : match.start()] == "第":
            continue
        scale = _SCALES[(unit["scale"] or "").strip()] if unit and (mark or name) else 1
        value = Decimal(written.replace(",", "").replace("，", "")) * scale
        decimals = len(written.partition(".")[2])
        start = mark.start() if mark else match.start()
        stop = unit.end() if unit and (name or scale > 1) else end
        stop = start + len(text[start:stop].rstrip())
        yield Sum(
            paragraph.number, start, stop, text[start:stop], value,
            _CURRENCIES.get(name, "") or (_CURRENCIES.get(mark[1], "") if mark else ""),
            Decimal(scale) / 10**decimals if scale > 1 else Decimal(0),
        )  # fmt: skip


def _in_words(paragraph: Paragraph) -> Iterator[Sum]:
    text = paragraph.text
    for match in CAPITALS.finditer(text):
        if _SPELT.search(match["whole"]) and (value := amount(match)) is not None:
            yield Sum(paragraph.number, match.start(), match.end(), match[0], value, in_words=True)
    for match in ENGLISH.finditer(text) if any(word in text for word in _IN_ENGLISH) else ():
        counts = len(re.findall("[A-Za-z]+", match["words"]))
        if counts > 1 and (
            match["only"] or match["cents"] or _BEFORE_ENGLISH.search(text, max(match.start() - 24, 0), match.start())
        ):
            value = english_amount(match)
            yield Sum(paragraph.number, match.start(), match.end(), match[0], value, in_words=True)


def plain(text: str) -> Iterator[Decimal]:
    """Every number of a text that might be a sum, marked as one or not."""
    for match in _NUMBER.finditer(text):
        written = match[0].rstrip(",，")
        if _GROUPED.fullmatch(written):
            yield Decimal(written.replace(",", "").replace("，", ""))


def disagreeing(paragraph: Paragraph, found: Sequence[Sum]) -> Iterator[tuple[Sum, Sum]]:
    """A sum in figures and, beside it, the same in words that say another."""
    for before, after in pairwise(found):
        figures, words = (after, before) if before.in_words else (before, after)
        if before.in_words == after.in_words or before.value == after.value or figures.step:
            continue
        between = paragraph.text[before.end : after.start]
        if len(between) <= _APART and (_TO_FIGURES if before.in_words else _TO_WORDS).fullmatch(between):
            yield figures, words


def disagreement(paragraph: Paragraph, figures: Sum, words: Sum) -> Finding:
    """The remark on such a pair. Where the account has what the words say, and not the figures, these are wrong."""
    chinese = "元" in words.words or "圆" in words.words
    wrong_figures = words.explained is not None and figures.explained is None
    facts = {
        "figures": figures.words,
        "words": words.words,
        "value": f"{words.value:,.2f}",
        "instead": f"{words.value:,.2f}" if wrong_figures else _spelt(figures.value, chinese=chinese),
    }
    place = paragraph.place(min(figures.start, words.start), max(figures.end, words.end))
    return Finding("sum.words_differ", Severity.WARNING, place, facts)


def _spelt(value: Decimal, *, chinese: bool) -> str:
    """The figures in words; nothing for a sum that no letter bears."""
    try:
        return rmb_capitals(value) if chinese else amount_in_english(value, "CNY", "Renminbi")
    except ValueError:
        return ""


def tables(paragraphs: Sequence[Paragraph], known: Known | None) -> Iterator[Finding]:
    """A total that is not what its column comes to. Columns are counted from the right: totals have merged cells."""
    rows: list[list[Decimal | None]] = []
    for paragraph in paragraphs:
        cells = _CELLS.split(paragraph.text)
        if len(cells) < 2:
            rows = []
            continue
        if not _TOTAL.search(cells[0].strip()):
            rows.append([_money(cell) for cell in reversed(cells)])
            continue
        at = len(paragraph.text)
        for column, cell in enumerate(reversed(cells)):
            start, at = at - len(cell), at - len(cell) - (3 if " | " in paragraph.text else 1)
            stated = _money(cell)
            column_of = [row[column] for row in rows if column < len(row) and row[column] is not None]
            if stated is None or len(column_of) < 2:
                continue
            added = sum(filter(None, column_of), Decimal(0))
            if added != stated and not (known and abs(stated) in known.sums):
                facts = {"total": f"{stated:,.2f}", "sum": f"{added:,.2f}", "instead": f"{added:,.2f}"}
                yield Finding("sum.total_differs", Severity.WARNING, paragraph.place(start, start + len(cell)), facts)
        rows = []


def worked_out(paragraphs: Sequence[Paragraph], known: Known) -> frozenset[Decimal]:
    """Sums that the tables of a text itself work out: what a column comes to, and balances that run down one – what
    stood above, or a sum of the account, less or more what stands beside.
    """
    found: set[Decimal] = set()
    rows: list[list[Decimal | None]] = []
    for paragraph in (*paragraphs, Paragraph(0, "")):
        row = [_money(cell) for cell in reversed(_CELLS.split(paragraph.text))]
        if len(row) < 2:
            columns = zip_longest(*rows)
            found |= {sum(filter(None, column), Decimal(0)) for column in columns if sum(map(bool, column)) > 1}
            rows = []
            continue
        above = rows[-1] if rows else []
        for column, value in enumerate(row):
            beside = [each for at, each in enumerate(row) if at != column and each is not None]
            before = above[column] if column < len(above) else None
            if value is not None and any(
                value + each in known.sums or (before is not None and abs(before - value) == each) for each in beside
            ):
                found.add(value)
        rows.append(row)
    return frozenset(found)


def explanation(one: Sum, known: Known) -> Explained | None:
    """As what the account has a sum."""
    if found := known.sums.get(one.value):
        return found
    return known.rounded(one.value, one.step) if one.step else None


def nearest(one: Sum, known: Known) -> str:
    """The sum of the account that was perhaps meant: two digits changed places, one was left out."""
    written = f"{one.value:.2f}"
    best, how_alike = "", _ALIKE
    for value in list(known.sums)[:2000]:
        other = f"{value:.2f}"
        if abs(len(other) - len(written)) <= 1:
            alike = SequenceMatcher(None, written, other, autojunk=False).ratio()
            if alike > how_alike:
                best, how_alike = f"{value:,.2f}", alike
    return best


def _money(cell: str) -> Decimal | None:
    return Decimal(cell.strip().replace(",", "").replace("，", "")) if _MONEY.fullmatch(cell.strip()) else None
