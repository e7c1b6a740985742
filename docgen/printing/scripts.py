"""Which font slot a character takes, and where blanks open between scripts (ECMA-376-1, 17.3.2.26, 17.3.1.2)."""

from __future__ import annotations

import bisect

# Ranges of the table in 17.3.2.26 whose characters always take the East Asian font.
_EAST_ASIAN = (
    (0x1100, 0x11FF), (0x2E80, 0x2FFF), (0x3000, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xA960, 0xA97F),
    (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF), (0x1B000, 0x1B16F), (0x1F200, 0x1F2FF),
    (0x20000, 0x3FFFF),
)  # fmt: skip
# Those that take it where the run says w:hint="eastAsia".
_HINTED = (
    (0xA1, 0xA1), (0xA4, 0xA4), (0xA7, 0xA8), (0xAA, 0xAA), (0xAD, 0xAD), (0xAF, 0xAF), (0xB0, 0xB4), (0xB6, 0xBA),
    (0xBC, 0xBF), (0xD7, 0xD7), (0xE0, 0xE1), (0xE8, 0xEA), (0xEC, 0xED), (0xF2, 0xF3), (0xF7, 0xF7), (0xF9, 0xFA),
    (0xFC, 0xFC), (0x100, 0x24F), (0x2B0, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x27BF), (0xE000, 0xF8FF),
    (0xFB00, 0xFB1C),
)  # fmt: skip
_IDEOGRAPHS = ((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
               (0xF900, 0xFAFF), (0x20000, 0x3FFFF))  # fmt: skip


def _in(ranges: tuple[tuple[int, int], ...], code: int) -> bool:
    at = bisect.bisect_right(ranges, (code, 0x110000)) - 1
    return at >= 0 and ranges[at][0] <= code <= ranges[at][1]


def is_east_asian(character: str, *, hint: bool) -> bool:
    """Whether a character is set in the East Asian font of its run."""
    code = ord(character)
    if code < 0xA1:
        return False
    return _in(_EAST_ASIAN, code) or (hint and _in(_HINTED, code))


def is_ideograph(character: str) -> bool:
    return ord(character) >= 0x2E80 and _in(_IDEOGRAPHS, ord(character))


def opens_blank(left: str, right: str) -> bool:
    """Whether Word opens a quarter of a blank between an ideograph and a Latin letter or a digit (autoSpaceDE, -DN)."""
    return (is_ideograph(left) and _is_latin(right)) or (_is_latin(left) and is_ideograph(right))


def _is_latin(character: str) -> bool:
    return character.isalnum() and ord(character) < 0x2E80


def is_invisible(character: str) -> bool:
    """Characters that no font needs a glyph for."""
    return character in "\u00ad\u200b\u200c\u200d\u2060\ufeff\n\t" or 0xFE00 <= ord(character) <= 0xFE0F
