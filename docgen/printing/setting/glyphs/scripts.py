"""Which font slot a character takes, and where blanks open between scripts (ECMA-376-1, 17.3.2.26, 17.3.1.2)."""

from __future__ import annotations

import bisect
import re
import unicodedata

# Ranges of the table in 17.3.2.26 whose characters always take the East Asian font.
_EAST_ASIAN = (
    (0x1100, 0x11FF), (0x2E80, 0x2FFF), (0x3000, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xA960, 0xA97F),
    (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF), (0x1B000, 0x1B16F), (0x1F200, 0x1F2FF),
    (0x20000, 0x3FFFF),
)  # fmt: skip
# Those that take it where the run says w:hint="eastAsia".
_HINTED = (
    (0xA1, 0xA1), (0xA4, 0xA4), (0xA7, 0xA8), (0xAA, 0xAA), (0xAD, 0xAD), (0xAF, 0xAF), (0xB0, 0xB4), (0xB6, 0xBA),
    (0xBC, 0xBF), (0xD7, 0xD7), (0xF7, 0xF7), (0x2B0, 0x4FF), (0x2000, 0x27BF), (0xE000, 0xF8FF), (0xFB00, 0xFB1C),
)  # fmt: skip
# Those that take it where, besides, the East Asian language of the run is Chinese: letters of pinyin among them.
_HINTED_IN_CHINESE = (
    (0xE0, 0xE1), (0xE8, 0xEA), (0xEC, 0xED), (0xF2, 0xF3), (0xF9, 0xFA), (0xFC, 0xFC), (0x100, 0x2AF),
    (0x1E00, 0x1EFF),
)  # fmt: skip
_IDEOGRAPHS = ((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
               (0xF900, 0xFAFF), (0x20000, 0x3FFFF))  # fmt: skip

#: 破折号: two dashes that belong together.
DASH = "\u2014\u2014"
_INVISIBLE = frozenset("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff\n\t\r")


def _in(ranges: tuple[tuple[int, int], ...], code: int) -> bool:
    at = bisect.bisect_right(ranges, (code, 0x110000)) - 1
    return at >= 0 and ranges[at][0] <= code <= ranges[at][1]


def is_east_asian(character: str, *, hint: bool, language: str = "zh-CN") -> bool:
    """Whether a character is set in the East Asian font of its run. `language`: of its East Asian text."""
    code = ord(character)
    if code < 0xA1:
        return False
    if _in(_EAST_ASIAN, code):
        return True
    return hint and (_in(_HINTED, code) or (language.startswith("zh") and _in(_HINTED_IN_CHINESE, code)))


def is_ideograph(character: str) -> bool:
    return ord(character) >= 0x2E80 and _in(_IDEOGRAPHS, ord(character))


def opens_blank(left: str, right: str) -> bool:
    """Whether Word opens a quarter of a blank between an ideograph and a Latin letter or a digit (autoSpaceDE, -DN)."""
    return (is_ideograph(left) and _is_latin(right)) or (_is_latin(left) and is_ideograph(right))


def _is_latin(character: str) -> bool:
    return character.isalnum() and ord(character) < 0x2E80


def is_invisible(character: str) -> bool:
    """Characters that no font needs a glyph for."""
    code = ord(character)
    return character in _INVISIBLE or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


# Characters whose glyphs depend on their neighbours, so that a font's own tables are asked: combining marks, variation
# selectors, joiners, conjoining jamo, and the scripts from Hebrew to Mongolian, which join, stack or reorder.
_SHAPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u109f\u1100-\u11ff\u135d-\u135f\u1700-\u18af\u1900-\u1cff\u1dc0-\u1dff"
    "\u200c\u200d\u20d0-\u20ff\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua67d\ua6f0\ua6f1\ua802-\ua8ff"
    "\ua900-\uaaff\uabc0-\uabff\ud7b0-\ud7ff\ufb1d-\ufdff\ufe00-\ufe0f\ufe20-\ufe2f\ufe70-\ufefe"
    "\U00010a00-\U00011fff\U0001e000-\U0001e95f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)


def needs_shaping(text: str) -> bool:
    """Whether some of its characters have no glyph of their own, whatever their neighbours."""
    return not text.isascii() and _SHAPED.search(text) is not None


def joins(character: str) -> bool:
    """Whether a character belongs to the one before it, and is set in its face: marks, selectors, joiners."""
    return (
        unicodedata.combining(character) != 0
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
        or (character in "\u200c\u200d" or 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF)
    )
