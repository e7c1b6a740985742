"""Numbers as Word writes them: the formats of ST_NumberFormat (ECMA-376-1, 17.18.59)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_CUSTOM = re.compile(r"(0*)1, ?(0*)2, ?(0*)3, ?(\.\.\.|…)")


def in_format(number: int, name: str) -> str:
    """A number in a w:numFmt format; decimal for those not listed here, and for numbers that the format lacks."""
    if name == "none":
        return ""
    if custom := _CUSTOM.fullmatch(name):
        return str(number).zfill(len(custom[1]) + 1)
    writer = _FORMATS.get(name)
    return writer(number) if writer and 0 < number <= 32_767 else str(number)


def is_known_format(name: str) -> bool:
    return name in _FORMATS or name in ("decimal", "bullet", "none", "") or _CUSTOM.fullmatch(name) is not None


def _letters(number: int) -> str:
    """a … z, aa … zz: the letter repeats."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if number <= 780 else str(number)


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


def _digit_by_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _one_of(characters: str) -> Callable[[int], str]:
    """A character for each number, as far as they go; then plain figures."""
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _round_again(characters: str) -> Callable[[int], str]:
    """A character for each number; after the last, each twice, and so on."""
    return lambda number: characters[(number - 1) % len(characters)] * ((number - 1) // len(characters) + 1)


def _cycle(number: int) -> str:
    """甲子, 乙丑 …: the cycle of sixty (ideographZodiacTraditional)."""
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number <= 60 else str(number)


def _circled(number: int) -> str:
    for last, first, code in ((20, 1, 0x2460), (35, 21, 0x3251), (50, 36, 0x32B1)):
        if number <= last:
            return chr(code + number - first)
    return str(number)


_ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
             "twelve": "twelfth"}  # fmt: skip


def _english(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    for unit, word in ((1000, "thousand"), (100, "hundred")):
        if number >= unit:
            rest = _english(number % unit) if number % unit else ""
            return f"{_english(number // unit)} {word} {rest}".strip()
    return ""


def _cardinal(number: int) -> str:
    return _english(number).capitalize()


def _ordinal_words(number: int) -> str:
    head, joint, last = _english(number).rpartition("-" if number % 100 > 20 and number % 10 else " ")
    last = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return (head + joint + last).capitalize()


def _ordinal(number: int) -> str:
    return f"{number}{'th' if 10 <= number % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _marks(number: int) -> str:
    """chicago: *, †, ‡, §, then each twice, and so on."""
    return _round_again("*†‡§")(number) if number <= 400 else str(number)


_FULL_WIDTH = "".join(map(chr, range(0xFF10, 0xFF1A)))
_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"

_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "hex": lambda n: f"{n:X}",
    "chicago": _marks,
    "ordinal": _ordinal,
    "cardinalText": _cardinal,
    "ordinalText": _ordinal_words,
    "numberInDash": lambda n: f"- {n} -",
    "chineseCounting": _plain,
    "taiwaneseCounting": _plain,
    "chineseCountingThousand": lambda n: _spelled(n, "零" + _DIGITS[1:], "十百千万", ten_alone=True),
    "taiwaneseCountingThousand": lambda n: _spelled(n, "零" + _DIGITS[1:], "十百千萬", ten_alone=True),
    "japaneseCounting": lambda n: _spelled(n, "〇" + _DIGITS[1:], "十百千万", ten_alone=True),
    "japaneseLegal": lambda n: _spelled(n, "〇壱弐参四伍六七八九", "拾百阡萬", ten_alone=False),
    "ideographDigital": _digit_by_digit(_DIGITS),
    "japaneseDigitalTenThousand": _digit_by_digit(_DIGITS),
    "taiwaneseDigital": _digit_by_digit("○" + _DIGITS[1:]),
    "chineseLegalSimplified": lambda n: _spelled(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万", ten_alone=False),
    "ideographLegalTraditional": lambda n: _spelled(n, _TRADITIONAL, "拾佰仟萬", ten_alone=False),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "ideographEnclosedCircle": _one_of("".join(map(chr, range(0x3220, 0x322A)))),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _digit_by_digit(_FULL_WIDTH),
    "decimalFullWidth2": _digit_by_digit(_FULL_WIDTH),
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if n <= 20 else f"({n})",
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if n <= 20 else f"{n}.",
    "iroha": _one_of(_IROHA),
    "irohaFullWidth": _one_of(_IROHA),
    "aiueoFullWidth": _one_of(_AIUEO),
    "aiueo": _one_of(_AIUEO),
}
