"""CFF tables as a PDF takes them: bare, packed, each glyph under the number by which the pages call it.

A font keyed by character identifiers (CFF with a ROS: all large Chinese fonts) says in its charset which identifier
each glyph answers to (Adobe Technical Note 5176, 13 and 18), and a PDF takes such a font bare (ISO 32000-1, 9.7.4.2,
table 126). So the glyphs are packed, and the charset gives them the numbers that the pages use.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

_BARE_CFF = b"\x01\x00"  # major and minor version
_CHARSET, _ROS = 15, (12, 30)
_LONG = 29  # how HarfBuzz writes an offset: this byte and four more


def is_keyed_by_identifiers(table: bytes) -> bool:
    """Whether the glyphs of a CFF table are called by character identifiers, not by names."""
    return table[:2] == _BARE_CFF and _ROS in dict(_operators(table, *_top_dict(table)))


def with_charset(table: bytes, identifiers: Sequence[int]) -> bytes | None:
    """A CFF table whose glyphs, in their order, answer to these identifiers; None where that cannot be said in it."""
    if table[:2] != _BARE_CFF:
        return None
    operators = dict(_operators(table, *_top_dict(table)))
    at = operators.get(_CHARSET)
    if _ROS not in operators or at is None or table[at] != _LONG:
        return None
    offset = struct.pack(">i", len(table))
    charset = struct.pack(f">B{len(identifiers) - 1}H", 0, *identifiers[1:])  # format 0; glyph 0 is always .notdef
    return table[: at + 1] + offset + table[at + 5 :] + charset


def _top_dict(table: bytes) -> tuple[int, int]:
    """Where the Top DICT stands: the first entry of the second INDEX (5176, 5)."""
    _, after_names = _index(table, table[2])
    entries, _ = _index(table, after_names)
    return entries[0], entries[1]


def _index(table: bytes, at: int) -> tuple[list[int], int]:
    """Where the entries of an INDEX begin and end, and where it ends itself."""
    count = int.from_bytes(table[at : at + 2], "big")
    if not count:
        return [], at + 2
    size = table[at + 2]
    base = at + 3 + (count + 1) * size - 1
    offsets = [int.from_bytes(table[at + 3 + n * size : at + 3 + (n + 1) * size], "big") for n in range(count + 1)]
    return [base + offset for offset in offsets], base + offsets[-1]


def _operators(table: bytes, at: int, end: int) -> Iterator[tuple[int | tuple[int, int], int]]:
    """The operators of a DICT, each with where its last operand stands (5176, 4)."""
    operand = at
    while at < end:
        first = table[at]
        if first <= 21:
            size = 2 if first == 12 else 1
            yield (first, table[at + 1]) if first == 12 else first, operand
        else:
            operand = at
            size = {28: 3, 29: 5}.get(first) or (1 if first <= 246 else 2)
            if first == 30:
                size = next(n for n in range(1, end - at) if 0xF in (table[at + n] >> 4, table[at + n] & 0xF)) + 1
        at += size
