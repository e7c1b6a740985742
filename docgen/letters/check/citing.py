"""Citations of a text: which article of which act, and where it stands.

Read are 《中华人民共和国民法典》第五百七十九条、第五百八十五条第一款, 民法典第577、579条, 该法第188条,
"Articles 577 and 579 of the Civil Code", "Civil Code, Art. 579". A clause of a contract (合同第八条) is no citation.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.law.statutes import Act
from docgen.letters.check.naming import Mention, Names, unknown_english
from docgen.letters.check.numerals import CHINESE, counted
from docgen.letters.check.reading import Paragraph

_NUMBER = f"{CHINESE}{{1,12}}"
_PARTS = re.compile(rf"(?:\s*第?\s*(?P<paragraph>{_NUMBER})\s*款)?(?:\s*第?\s*[（(]?(?P<item>{_NUMBER})[）)]?\s*项)?")
_ITEM = re.compile(
    rf"\s*(?P<the>第)?\s*(?P<number>{_NUMBER})\s*(?P<article>条)?(?:之(?P<inserted>[一二三四五六七八九十\d]{{1,2}}))?"
)
_MORE_PARTS = re.compile(rf"\s*第?\s*{_NUMBER}\s*[款项]")
_BETWEEN = re.compile(rf"\s*(?:以及|或者|[、，,和及与或并至到~～—–-])+\s*(?=第|[\d０-９]|{_NUMBER}条)")
_BOOK = re.compile(
    r"\s*(?:[（(](?:以下|下)?简?称[^（）()]{1,30}[）)])?\s*(?:(?:的|之|中|"
    r"里)\s*)?(?:第[一二三四五六七八九十]{1,3}(?:分?编|章|节)[^第，。；]{0,10}|[\u4e00-\u9fff]{2,4}编[的中]?){0,4}\s*"
)
_BARE = re.compile(rf"第\s*({_NUMBER})\s*条")
# What makes an article one of a contract and not of the act named before it.
_CONTRACT = re.compile("(?:合同|协议|章程|订单|条款|约定|本函|附件|补充协议)(?:书)?(?:的|中|之)?$")
_CITES = re.compile("(?:[、，,；;。：:及和与或]|依据|根据|按照|依照|适用|规定|以及)\\s*$")
_MOST_AWAY = 400  # characters behind an act within which an article may still be its own
FEWEST = 90  # no contract has so many articles: a number above it belongs to the act named before

_NUMBER_EN = r"\d{1,4}(?:-\d{1,2}\b)?(?:\s?\(\d{1,2}\))*"
_AND_EN = r"\s*(?:,\s*and|,|and|or|&|to|through|–|—|-)\s*"
_LIST_EN = rf"{_NUMBER_EN}(?:{_AND_EN}(?:Articles?\s+|Arts?\.?\s*)?{_NUMBER_EN}){{0,20}}"
_WORD_EN = r"(?:[Aa]rticles?|ARTICLES?|[Aa]rts?\.?|[Ss]ections?|§§?)"
_BEFORE_EN = re.compile(
    rf"{_WORD_EN}\s*(?P<list>{_LIST_EN})(?:\s*,?\s*(?:paragraphs?|paras?\.?|items?|"
    rf"subparagraphs?)\s*\(?\d+\)?(?:\s*(?:and|,)\s*\(?\d+\)?)*)*"
    r"(?:\s+et\s+seq\.?|\s+ff\.?)?\s*,?\s*(?:of|in|under)\s+(?:the\s+)?(?:(?:PRC|Chinese)\s+)?$"
)
_AFTER_EN = re.compile(rf"\s*[,(]?\s*{_WORD_EN}\s*(?P<list>{_LIST_EN})")
_ONE_EN = re.compile(r"(?P<number>\d{1,4})(?:-(?P<inserted>\d{1,2})\b)?(?P<parts>(?:\s?\(\d{1,2}\))*)")
_ANY_EN = re.compile(rf"{_WORD_EN}\s*(?P<list>{_LIST_EN})\s*,?\s*(?:of|in|under)\s+the\s+(?=[A-Z])")
_NO_LAW_EN = re.compile(r"Contract\b(?! Law)|Agreement|Articles|Association|Letter|Order|Annex|Sale Contract|Purchase")
_REACH_EN = 220  # characters before an act's name in which its articles stand


@dataclass(frozen=True, slots=True)
class Citation:
    """One act as it is named, or one article of it.

    start, end: its characters; those of the article with its act where they stand side by side.
    number: of the article, as the law data writes it ("579", "293-1"); "" where the act alone is named.
    parts: paragraph and item, "(1)(2)". cluster: citations that stand in one list share it.
    """

    paragraph: int
    start: int
    end: int
    words: str
    act: Act | None
    named: str
    number: str = ""
    parts: str = ""
    cluster: int = 0

    @property
    def article(self) -> int:
        return int(self.number.partition("-")[0] or 0)


def citations(paragraph: Paragraph, names: Names, on: dt.date) -> tuple[Citation, ...]:
    """Every citation of a paragraph, in order. on: the day of the letter."""
    text = paragraph.text
    mentions = list(names.mentions(text, on))
    found: list[Citation] = []
    cluster, end_before = 0, -1
    for index, mention in enumerate(mentions):
        following = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
        of_it = [*_before(text, mention, end_before), *_behind(text, mention, following)]
        if not of_it and mention.again:
            continue
        start = min([mention.start, *(start for start, *_ in of_it)])
        if end_before < 0 or not _joined(text[end_before:start]):
            cluster += 1
        if not of_it:
            of_it = [(mention.start, mention.end, "", "")]
        for start_of_one, end_of_one, number, parts in of_it:
            begin, stop = min(start_of_one, end_of_one), end_of_one
            found.append(
                Citation(
                    paragraph.number, begin, stop, text[begin:stop], mention.act, mention.named, number, parts, cluster
                )
            )
        end_before = max(mention.end, *(stop for _, stop, *_ in of_it))
    found += _unknown(paragraph, found, cluster)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _joined(between: str) -> bool:
    """Whether two citations stand in one list."""
    return (
        len(between) <= 12
        and re.fullmatch(r"[\s、，,和及与或]*(?:以及|或者|and|or|&|with)?[\s,]*", between) is not None
    )


def _behind(text: str, mention: Mention, following: int) -> list[tuple[int, int, str, str]]:
    """The articles that stand behind an act's name."""
    match = _AFTER_EN.match(text, mention.end, following)
    if match or not mention.chinese:
        listed = list(_listed(text, match)) if match else []
        return [(mention.start if index == 0 else one[0], *one[1:]) for index, one in enumerate(listed)]
    book = _BOOK.match(text, mention.end, following)
    at = book.end() if book else mention.end
    found, end = _list(text, at, following)
    if found:
        first = found[0]
        found[0] = (mention.start, first[1], first[2], first[3])
    limit = min(following, max(end, mention.end) + _MOST_AWAY)
    at = max(end, mention.end)
    while match := _BARE.search(text, at, limit):
        at = match.end()
        before = text[max(match.start() - 12, 0) : match.start()]
        number = counted(match[1])
        if number and number >= FEWEST and not _CONTRACT.search(before) and _CITES.search(before):
            more, at = _list(text, match.start(), limit)
            found += more
    return found


def _list(text: str, at: int, limit: int) -> tuple[list[tuple[int, int, str, str]], int]:
    """Articles in a row: 第577条第一款、第579条; 第577、579条; 第577条至第579条. Also where the row ends."""
    found: list[tuple[int, int, str, str]] = []
    waiting: list[tuple[int, int, str]] = []
    end, first = at, True
    while len(found) + len(waiting) < 60 and (item := _ITEM.match(text, at, limit)):
        if not item["the"] and first and not item["article"]:
            break
        number = counted(item["number"])
        if number is None or not 0 < number < 10_000:
            break
        start = item.start("the") if item["the"] else item.start("number")
        numbered = f"{number}-{counted(item['inserted'])}" if item["inserted"] else str(number)
        if item["article"]:
            parts = _PARTS.match(text, item.end(), limit)
            stop = parts.end() if parts else item.end()
            found += [(begin, finish, each, "") for begin, finish, each in waiting]
            waiting = []
            found.append((start, stop, numbered, _written(parts)))
            end = stop
        elif _MORE_PARTS.match(text, at, limit) and found:
            end = _MORE_PARTS.match(text, at, limit).end()  # type: ignore[union-attr]
        else:
            waiting.append((start, item.end(), numbered))
            end = item.end() if not found else end
        first = False
        at = max(end, item.end())
        between = _BETWEEN.match(text, at, limit)
        if not between:
            break
        at = between.end()
    return found, end


def _written(parts: re.Match[str] | None) -> str:
    given = (parts[name] for name in ("paragraph", "item")) if parts else ()
    return "".join(f"({counted(words)})" for words in given if words)


def _before(text: str, mention: Mention, end_before: int) -> list[tuple[int, int, str, str]]:
    """The articles that stand before an act's English name."""
    if mention.chinese:
        return []
    begin = max(mention.start - _REACH_EN, end_before, 0)
    match = None
    for match in re.finditer(_WORD_EN, text[begin : mention.start]):  # the last list is the act's own
        if found := _BEFORE_EN.match(text[begin : mention.start], match.start()):
            shifted = [
                (begin + start, begin + stop, number, parts)
                for start, stop, number, parts in _listed(found.string, found)
            ]
            last = shifted[-1]
            shifted[-1] = (last[0], mention.end, last[2], last[3])
            return shifted
    return []


def _listed(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, str, str]]:
    """Each article of an English list; the first with the word before it."""
    start = match.start()
    while text[start] in " ,(":
        start += 1
    for one in _ONE_EN.finditer(text, match.start("list"), match.end("list")):
        number = one["number"] + (f"-{one['inserted']}" if one["inserted"] else "")
        yield start, one.end(), str(int(one["number"])) + number[len(one["number"]) :], one["parts"].replace(" ", "")
        following = one.end()
        start = min(
            following
            + len(text[following : match.end("list")])
            - len(text[following : match.end("list")].lstrip(" ,and&or-–—")),
            match.end(),
        )


def _unknown(paragraph: Paragraph, known: list[Citation], cluster: int) -> Iterator[Citation]:
    """Articles of a law with an English name that the law data does not hold."""
    text = paragraph.text
    taken = [(one.start, one.end) for one in known]
    for match in _ANY_EN.finditer(text):
        law = unknown_english(text[match.end() : match.end() + 160])
        if not law or _NO_LAW_EN.search(law[0]):
            continue
        end = match.end() + len(law[0])
        if any(start < end and match.start() < stop for start, stop in taken):
            continue
        cluster += 1
        for _, _, number, parts in _listed(text, match):
            yield Citation(
                paragraph.number, match.start(), end, text[match.start() : end], None, law[0], number, parts, cluster
            )
