"""Sums of a sentence against each other: a total of those listed before it, and capitals that leave a digit out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from docgen.errors import Finding, Severity
from docgen.letters.check.known import Known
from docgen.letters.check.reading import Paragraph
from docgen.letters.check.sums import Sum
from docgen.letters.wording.capitals import rmb_capitals

_BARE = re.compile("(?:^|[万萬亿億零〇])[拾佰仟]|[拾佰仟]{2}")
_FORMAL = re.compile("[壹贰貳叁參肆伍陆陸柒捌玖]")
_N = r"(?:人民币|RMB|CNY|￥|¥)?\s?(?<![\d.,，])\d[\d,，]{0,20}(?:\.\d{1,4})?(?!\.?\d)\s?(?:元)?"
_TOTAL_WORD = r"(?:合\s?计|共\s?计|总\s?计|总\s?额|in total|totall?ing|totals?|=|＝)"
_ADDED = re.compile(
    rf"(?P<terms>{_N}(?:\s?[+＋]\s?{_N}){{1,12}})[\s，,；;]{{0,3}}{_TOTAL_WORD}\s?(?:为|是|of|:|：)?\s?(?P<total>{_N})",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_SAYS_TOTAL = re.compile(rf"{_TOTAL_WORD}[^\d。；;]{{0,8}}$", re.IGNORECASE)
# A list that does more than add.
_OTHERWISE = re.compile(
    r"其中|扣除|减|抵|已付|已支付|尚欠|未付|余|单价|每|[×*%％]|包括|包含|含|冲|退|"
    r"\b(?:of which|less|minus|deduct\w*|paid|includ\w*|each|per|unit|balance|outstanding|credit\w*)\b",
    re.IGNORECASE,
)
_MOST = 8  # sums of a list whose parts are tried


def misspelt(paragraph: Paragraph, found: Sequence[Sum]) -> Iterator[Finding]:
    """Capitals in which 拾, 佰 or 仟 stands without its digit: 壹佰万拾元 for 壹佰万零壹拾元 (支付结算办法附一)."""
    for one in found:
        if one.in_words and _FORMAL.search(one.words) and _BARE.search(one.words):
            right = rmb_capitals(one.value)
            place = paragraph.place(one.start, one.end)
            yield Finding("sum.capitals_wrong", Severity.WARNING, place, {"words": one.words, "instead": right})


def totals(paragraph: Paragraph, found: Sequence[Sum], known: Known | None) -> Iterator[Finding]:
    """A total in a sentence that neither all the sums before it nor some of them come to."""
    told: set[int] = set()
    for match in _ADDED.finditer(paragraph.text) if re.search("[+＋]", paragraph.text) else ():
        added = sum((_read(each) for each in _DIGITS.findall(match["terms"])), Decimal(0))
        stated = _read(_DIGITS.search(match["total"])[0])  # type: ignore[index]
        told.add(paragraph.sentence(match.start())[0])
        if added != stated and not paragraph.quotes(match.start(), match.end()):
            yield _remark(paragraph, match.start("total"), match.end("total"), added, stated)
    by_sentence: dict[int, list[Sum]] = {}
    for one in found:
        if one.in_words:
            continue
        begin, _ = paragraph.sentence(one.start)
        listed = by_sentence.setdefault(begin, [])
        before, said = listed[-_MOST - 1 :], paragraph.text[begin : one.start]
        listed.append(one)
        if begin in told or one.step or (known and one.value in known.sums) or not _SAYS_TOTAL.search(said):
            continue
        if not 2 <= len(before) <= _MOST or any(each.step for each in before) or _OTHERWISE.search(said):
            continue
        parts = (each for size in range(1, len(before) + 1) for each in combinations(before, size))
        if all(sum(each.value for each in part) != one.value for part in parts):
            told.add(begin)
            if not paragraph.quotes(one.start, one.end):
                added = sum((each.value for each in before), Decimal(0))
                yield _remark(paragraph, one.start, one.end, added, one.value)


def _remark(paragraph: Paragraph, start: int, end: int, added: Decimal, stated: Decimal) -> Finding:
    facts = {"total": f"{stated:,.2f}", "sum": f"{added:,.2f}", "instead": f"{added:,.2f}"}
    return Finding("sum.list_differs", Severity.WARNING, paragraph.place(start, end), facts)


def _read(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace("，", ""))
