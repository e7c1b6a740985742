"""Full-width punctuation that gives up its blank half beside other punctuation (ECMA-376-1, 17.15.1.18, 17.18.7).

With w:characterSpacingControl="compressPunctuation", which Word writes into Chinese files, the first of two neighbours
takes half its width where the blank halves of both meet or where its own meets the other's sign, as in ）：【 and （（.
At the end of a line each keeps its width. LibreOffice 7 compresses nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from docgen.printing.setting.glyphs.typesetter import Run

_OPEN = "（〔［｛〈《「『【〖〝“‘"
_CLOSE = "）〕］｝〉》」』】〗〞”’"
_STOPS = "、，。．：；！？"
OPENING = frozenset(_OPEN)

_PAIRS = re.compile(f"[{_CLOSE}{_STOPS}](?=[{_OPEN}{_CLOSE}{_STOPS}])|[{_OPEN}](?=[{_OPEN}])")
#: In Taiwan and Hong Kong stops stand in the middle of their squares and have no blank half.
_CENTRED = re.compile(f"[{_CLOSE}](?=[{_OPEN}{_CLOSE}])|[{_OPEN}](?=[{_OPEN}])")
CENTRING = ("zh-TW", "zh-HK", "zh-MO")


def compress(
    text: str, starts: Sequence[int], things: Sequence[object], advances: list[float], gaps: dict[int, float]
) -> None:
    """Narrow the slots of a paragraph that compress; `gaps` gets what they have given up, as less than nothing."""
    for match in _PAIRS.finditer(text):
        at = match.start()
        first, second = (things[bisect_right(starts, slot) - 1] for slot in (at, at + 1))
        if not (isinstance(first, Run) and isinstance(second, Run)):
            continue
        if first.look.east_asian_language in CENTRING and not _CENTRED.match(text, at):
            continue
        widths = first.size * first.look.scale, second.size * second.look.scale
        # Quotation marks of Western fonts are narrow already.
        if first.east_asian and second.east_asian and advances[at] - first.look.spacing >= widths[0] * 0.9:
            half = min(widths) / 2
            advances[at] -= half
            gaps[at] = gaps.get(at, 0.0) - half
