"""Numbered and bulleted paragraphs (ECMA-376-1, 17.9): which number comes next, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from docgen.printing.reading import properties, values
from docgen.printing.reading.properties import Set
from docgen.printing.reading.values import Element, W, attribute

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Level:
    start: int
    format: str
    text: str
    suffix: str
    alignment: str
    restart: int | None
    legal: bool
    character: Set
    paragraph: Set


class Numbering:
    """The lists of one file, with their counters; ask `next` for each numbered paragraph, in reading order."""

    def __init__(self, part: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._levels: dict[tuple[str, int], Level | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if part is None:
            return
        self._abstract = {attribute(e, "abstractNumId"): e for e in part.iterfind(W + "abstractNum")}
        self._lists = {attribute(e, "numId"): e for e in part.iterfind(W + "num")}

    def level(self, list_id: str, level: int) -> Level | None:
        """What a level says; None when there is no such list (numId 0 takes numbering away, 17.9.18)."""
        key = (list_id, level)
        if key not in self._levels:
            self._levels[key] = self._read(list_id, level)
        return self._levels[key]

    def next(self, list_id: str, level: int) -> str:
        """The words of the next number of this level, counting it."""
        found = self.level(list_id, level)
        if found is None:
            return ""
        counters = self._counters.setdefault(self._counted_with(list_id), {})
        start = self._override(list_id, level)
        if start is not None and (list_id, level) not in self._started:
            counters[level] = start - 1
        self._started.add((list_id, level))
        counters[level] = counters.get(level, found.start - 1) + 1
        for deeper in [number for number in counters if number > level]:
            # 17.9.10: a level starts again after any higher one, after the one named, or never (0).
            below = self.level(list_id, deeper)
            if below is None or below.restart is None or (below.restart and level < below.restart):
                del counters[deeper]
        return self._worded(list_id, found, counters)

    def _worded(self, list_id: str, level: Level, counters: Mapping[int, int]) -> str:
        if level.format == "bullet":
            return level.text
        words = level.text
        for index in range(9):
            if f"%{index + 1}" in words and (shown := self.level(list_id, index)):
                written = "decimal" if level.legal and index >= 0 else shown.format
                words = words.replace(f"%{index + 1}", in_format(counters.get(index, shown.start), written))
        return words

    def _counted_with(self, list_id: str) -> str:
        """Lists of one abstract definition count on together."""
        element = self._lists[list_id].find(W + "abstractNumId")
        return "" if element is None else attribute(element, "val")

    def _override(self, list_id: str, level: int) -> int | None:
        for override in self._lists[list_id].iterfind(W + "lvlOverride"):
            if attribute(override, "ilvl") == str(level):
                start = override.find(W + "startOverride")
                return None if start is None else int(values.number(attribute(start, "val"), 1))
        return None

    def _read(self, list_id: str, level: int) -> Level | None:
        if list_id not in self._lists:
            return None
        element = self._level_element(self._lists[list_id], level)
        if element is None:
            return None

        def value(name: str, default: str) -> str:
            child = element.find(W + name)
            return default if child is None else attribute(child, "val", default)

        restart = element.find(W + "lvlRestart")
        legal = element.find(W + "isLgl")
        return Level(
            start=int(values.number(value("start", "0"))),
            format=value("numFmt", "decimal"),
            text=value("lvlText", ""),
            suffix=value("suff", "tab"),
            alignment=value("lvlJc", "left"),
            restart=None if restart is None else int(values.number(attribute(restart, "val"))),
            legal=values.is_on(legal),
            character=properties.character(element.find(W + "rPr")),
            paragraph=properties.paragraph(element.find(W + "pPr")),
        )

    def _level_element(self, list_element: Element, level: int, hops: int = 0) -> Element | None:
        def at(parent: Element) -> Element | None:
            return next((e for e in parent.iterfind(W + "lvl") if attribute(e, "ilvl") == str(level)), None)

        for override in list_element.iterfind(W + "lvlOverride"):
            if attribute(override, "ilvl") == str(level) and (found := at(override)) is not None:
                return found
        reference = list_element.find(W + "abstractNumId")
        abstract = None if reference is None else self._abstract.get(attribute(reference, "val"))
        if abstract is None:
            return None
        link = abstract.find(W + "numStyleLink")
        if link is not None and hops < 4:  # 17.9.21: the definition stands with the numbering style of that name
            for other in self._abstract.values():
                styled = other.find(W + "styleLink")
                if styled is not None and attribute(styled, "val") == attribute(link, "val"):
                    return at(other)
        return at(abstract)


def in_format(number: int, name: str) -> str:
    """A number in a w:numFmt format (ST_NumberFormat, 17.18.59); decimal for those not listed here."""
    writer = _FORMATS.get(name)
    return writer(number) if writer and number > 0 else "" if name == "none" else str(number)


def is_known_format(name: str) -> bool:
    return name in _FORMATS or name in ("decimal", "bullet", "none", "")


def _letters(number: int) -> str:
    """a … z, aa … zz: the letter repeats (17.18.59, lowerLetter)."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    signs = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
             (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
    words = ""
    for value, sign in signs:
        words += sign * (number // value)
        number %= value
    return words


def _spelled(number: int, digits: str, units: str, *, ten_alone: bool) -> str:
    """Chinese numerals with their places: 一百二十三, 一千〇五. `units`: ten, hundred, thousand, ten thousand."""
    if number >= 10_000:
        rest = number % 10_000
        high = _spelled(number // 10_000, digits, units, ten_alone=ten_alone) + units[3]
        if not rest:
            return high
        return high + (digits[0] if rest < 1000 else "") + _spelled(rest, digits, units, ten_alone=False)
    words, zero = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            if zero and words:
                words += digits[0]
            zero = False
            words += digits[digit] + (units[power - 1] if power else "")
        else:
            zero = True
    if ten_alone and 10 <= number < 20:
        words = words[1:]
    return words


def _plain(number: int) -> str:
    """chineseCounting and ideographDigital-like counting: 一 … 十, 十一 … 九十九, then digit by digit."""
    if number < 100:
        return _spelled(number, _DIGITS, "十百千万", ten_alone=True)
    return "".join(_DIGITS[int(digit)] for digit in str(number))


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "chineseCounting": _plain,
    "taiwaneseCounting": _plain,
    "chineseCountingThousand": lambda n: _spelled(n, "零" + _DIGITS[1:], "十百千万", ten_alone=True),
    "taiwaneseCountingThousand": lambda n: _spelled(n, "零" + _DIGITS[1:], "十百千萬", ten_alone=True),
    "japaneseCounting": lambda n: _spelled(n, "〇" + _DIGITS[1:], "十百千万", ten_alone=True),
    "ideographDigital": lambda n: "".join(_DIGITS[int(digit)] for digit in str(n)),
    "japaneseDigitalTenThousand": lambda n: "".join(_DIGITS[int(digit)] for digit in str(n)),
    "taiwaneseDigital": lambda n: "".join(_DIGITS[int(digit)] for digit in str(n)),
    "chineseLegalSimplified": lambda n: _spelled(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万", ten_alone=False),
    "ideographLegalTraditional": lambda n: _spelled(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟萬", ten_alone=False),
    "ideographTraditional": lambda n: _STEMS[n - 1] if n <= 10 else str(n),
    "ideographZodiac": lambda n: _BRANCHES[n - 1] if n <= 12 else str(n),
    "decimalEnclosedCircle": lambda n: _CIRCLED[n - 1] if n <= 20 else str(n),
    "decimalEnclosedCircleChinese": lambda n: _CIRCLED[n - 1] if n <= 20 else str(n),
    "decimalFullWidth": lambda n: "".join(chr(0xFF10 + int(digit)) for digit in str(n)),
    "decimalFullWidth2": lambda n: "".join(chr(0xFF10 + int(digit)) for digit in str(n)),
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if n <= 20 else f"({n})",
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if n <= 20 else f"{n}.",
    "ideographEnclosedCircle": lambda n: chr(0x3220 + n - 1) if n <= 10 else str(n),
    "numberInDash": lambda n: f"- {n} -",
    "ordinal": lambda n: f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}",
}
