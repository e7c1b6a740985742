"""Where lines may break: after blanks and hyphens, between ideographs, and what never begins or ends a line.

Latin letters follow the essentials of UAX 14 as far as Word does: it breaks after blanks, hyphens and dashes and
nowhere else within what stands between blanks, neither at slashes nor at points. East Asian characters may be parted
anywhere but beside those that kinsoku keeps (ECMA-376-1, 17.3.1.16, 17.15.1.58, 17.15.1.59).
"""

from __future__ import annotations

from functools import cache, lru_cache

TAB, LINE, PAGE, COLUMN, OBJECT = "\t", "\n", "\x0c", "\x0e", "\ufffc"
SOFT_HYPHEN, ZERO_BLANK = "\u00ad", "\u200b"
_OPTIONAL = (SOFT_HYPHEN, ZERO_BLANK)

#: Blanks that hang at the end of a line and take no room there.
BLANKS = frozenset(" \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f")
_GLUE = frozenset("\u00a0\u2007\u2011\u202f\u2060\ufeff\u200d")
_HYPHENS = frozenset("-\u2010\u2012\u2013")
_DASHES = frozenset("\u2014\u2015")
_UNPARTED = frozenset("\u2014\u2015\u2026\u2025")  # 中文破折号 and 省略号 are two of these each

# The lists that Word has for each language where a file brings none of its own.
_NO_START = {
    "zh-CN": "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠",
    "zh-TW": "!),.:;?]}¢·–—’”•‥…‧′╴、。〉》」』】〕〞︰︱︳︴︶︸︺︼︾﹀﹂﹄﹏﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝",
    "ja-JP": "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠",
    "ko-KR": "!%),.:;?]}¢°’”′″℃〉》」』】〕！％），．：；？］｝￠",
}
_NO_END = {
    "zh-CN": "$([{£¥·‘“〈《「『【〔〖〝﹗﹙﹛＄（．［｛￡￥",
    "zh-TW": "([{£¥‘“‵〈《「『【〔〝︵︷︹︻︽︿﹁﹃﹙﹛（｛",
    "ja-JP": "$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥",
    "ko-KR": "$([\\{£¥‘“〈《「『【〔＄（［｛￡￥￦",
}
#: What may hang over the end of a line (w:overflowPunct, 17.3.1.21).
HANGING = frozenset("!,.:;?、。！，．：；？｡､")

# Characters set solid on an em: between two of them a line may break.
_WIDE = ((0x1100, 0x11FF), (0x2E80, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE6F),
         (0xFF00, 0xFFEF), (0x1B000, 0x1B16F), (0x1F000, 0x1FAFF), (0x20000, 0x3FFFF))  # fmt: skip
# Signs that stand among ideographs as one of them: ①, Ⅳ, ■, →, ℃ and the like.
_SIGNS = ((0x2100, 0x2BFF),)


@cache
def is_wide(character: str) -> bool:
    """Whether a line may break before and after a character, as beside an ideograph."""
    code = ord(character)
    return code >= 0x1100 and any(low <= code <= high for low, high in _WIDE + _SIGNS)


@cache
def combines(character: str) -> bool:
    code = ord(character)
    return 0x300 <= code <= 0x36F or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF or 0x20D0 <= code <= 0x20FF


class Breaks:
    """The rules of one paragraph. `may(text, at)`: whether a line may end before text[at]."""

    __slots__ = ("no_end", "no_start", "word_wrap")

    def __init__(self, no_start: frozenset[str], no_end: frozenset[str], word_wrap: bool) -> None:
        self.no_start = no_start
        self.no_end = no_end
        self.word_wrap = word_wrap

    def may(self, text: str, at: int) -> bool:
        after, before = text[at - 1], text[at]
        if before in BLANKS or before == ZERO_BLANK:
            return False
        if after in BLANKS or after in _OPTIONAL:
            return True
        if before in _GLUE or after in _GLUE or before == SOFT_HYPHEN or combines(before):
            return False
        if TAB in (after, before):
            return True
        while combines(after) and at > 1:
            at -= 1
            after = text[at - 1]
        if is_wide(after) or is_wide(before) or OBJECT in (after, before):
            if before in self.no_start or after in self.no_end or before in _HYPHENS:
                return False
            return not (after == before and after in _UNPARTED)
        if after in _DASHES:
            return before not in _DASHES and before not in self.no_start
        if after in _HYPHENS:
            # Not after a sign before a number, nor between two hyphens.
            return (
                at > 1
                and text[at - 2] not in BLANKS
                and before not in _HYPHENS
                and (text[at - 2].isalnum() or is_wide(text[at - 2]))
            )
        if before in _UNPARTED and before == after:
            return False
        if not self.word_wrap:
            return before not in self.no_start and after not in self.no_end
        return False


@lru_cache(maxsize=64)
def breaks(language: str, kinsoku: bool, word_wrap: bool, no_start: str, no_end: str) -> Breaks:
    """The rules for East Asian text in a language; `no_start`, `no_end`: the file's own lists, empty for Word's."""
    if not kinsoku:
        return Breaks(frozenset(), frozenset(), word_wrap)
    known = _language(language)
    return Breaks(frozenset(no_start or _NO_START[known]), frozenset(no_end or _NO_END[known]), word_wrap)


def _language(name: str) -> str:
    if name in ("zh-TW", "zh-HK", "zh-MO"):
        return "zh-TW"
    return next((known for known in _NO_START if known[:2] == name[:2].lower()), "zh-CN")
