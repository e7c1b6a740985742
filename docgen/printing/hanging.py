"""Blanks at the end of a line hang over its edge, as in Word: they never push a phrase to the next line.

The engine lets them hang where blanks collapse. Where they are kept as written (`white-space: pre-wrap`, as all text of
a Word file is) it counts the blank after the last word that fits, finds that the phrase is too wide, and breaks the
line before the whole phrase: a sum in bold would begin a line of its own although half of it has room above.
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

Box = Any  # a box of the engine
_engines_own = inline.trailing_whitespace_size
_BLANK = 0.25  # of the size, in the Latin fonts that letters are set in


def trailing_blanks(context: Any, box: Box) -> float:
    """Width of the blanks at the end of a box, in the engine's pixels."""
    last = box
    while isinstance(last, boxes.InlineBox | boxes.LineBox):
        if not last.children:
            return 0.0
        last = last.children[-1]
    if not isinstance(last, boxes.TextBox) or last.style["white_space"] != "pre-wrap":
        return float(_engines_own(context, box))
    blanks = len(last.text) - len(last.text.rstrip(" "))
    return blanks * _BLANK * float(last.style["font_size"])


def let_blanks_hang() -> None:
    """Have the engine break lines so, from now on."""
    inline.trailing_whitespace_size = trailing_blanks
