"""Numbers as people write them in words: 五百七十九, 捌拾柒万陆仟元伍角, eight hundred and seventy-six thousand.

Each reader takes words of any origin and answers None where they make no number.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {
    character: value
    for value, characters in enumerate(
        (
            "零〇○Ｏ0０",
            "一壹弌1１",
            "二贰貳两兩2２",
            "三叁參3３",
            "四肆4４",
            "五伍5５",
            "六陆陸6６",
            "七柒7７",
            "八捌8８",
            "九玖9９",
        )
    )
    for character in characters
}
_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SCALES = {"亿": 10**8, "億": 10**8, "万": 10**4, "萬": 10**4}
MOST = 40  # characters of a number in words

CHINESE = "[零〇○一二两三四五六七八九十百千0-9０-９]"
CAPITALS = re.compile(
    "(?P<whole>[零〇壹贰貳叁參肆伍陆陸柒捌玖两一二三四五六七八九十拾百佰千仟万萬亿億]{1,40}?)[元圆圓]"
    "(?:零?(?P<jiao>[零壹贰貳叁參肆伍陆陸柒捌玖一二两三四五六七八九])角)?"
    "(?:零?(?P<fen>[零壹贰貳叁參肆伍陆陸柒捌玖一二两三四五六七八九])分)?(?P<zheng>[整正])?"
)


def counted(words: str) -> int | None:
    """五百七十九, 579, ５７９ and 五七九 are 579."""
    if not words or len(words) > MOST:
        return None
    if all(character in _DIGITS for character in words):
        return int("".join(str(_DIGITS[character]) for character in words))
    return _grouped(words)


def _grouped(words: str) -> int | None:
    """A number with places: each scale (万, 亿) multiplies what stands before it."""
    total = group = digit = 0
    for character in words:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _PLACES:
            group, digit = group + (digit or 1) * _PLACES[character], 0
        elif character in _SCALES:
            total, group, digit = (
                (total + group + digit) * _SCALES[character]
                if _SCALES[character] > 10**4
                else (total + (group + digit) * _SCALES[character]),
                0,
                0,
            )
        else:
            return None
    return total + group + digit


def amount(match: re.Match[str]) -> Decimal | None:
    """What a match of `CAPITALS` says, in yuan."""
    whole = counted(match["whole"])
    if whole is None:
        return None
    jiao, fen = (_DIGITS[match[name]] if match[name] else 0 for name in ("jiao", "fen"))
    return Decimal(whole) + Decimal(jiao) / 10 + Decimal(fen) / 100


_ONES = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_GROUPS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORD = "|".join((*sorted((*_ONES, *_TENS), key=len, reverse=True), "hundred", *_GROUPS))
ENGLISH = re.compile(
    rf"\b(?P<words>(?:{_WORD})(?:(?:[ ,-]{{1,2}}|,? and )(?:{_WORD})\b){{0,40}})(?:(?: yuan| dollars)? and "
    rf"(?P<cents>\d{{1,2}})/100)?"
    r"(?P<only>,? only)?",
    re.IGNORECASE,
)


def english_amount(match: re.Match[str]) -> Decimal:
    """What a match of `ENGLISH` says."""
    total = group = 0
    for word in re.findall("[a-z]+", match["words"].lower()):
        if word in _ONES or word in _TENS:
            group += _ONES.get(word, _TENS.get(word, 0))
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in _GROUPS:
            total, group = total + (group or 1) * _GROUPS[word], 0
    return Decimal(total + group) + Decimal(int(match["cents"] or 0)) / 100
