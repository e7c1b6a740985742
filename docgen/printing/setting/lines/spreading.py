"""Spreading of lines to their full width (ECMA-376-1, 17.18.44: both, distribute)."""

from __future__ import annotations

import re

_BLANKS = " \u00a0\u2002\u2003\u2004\u2005\u2006"
_WIDE = (
    "\u1100-\u11ff\u2460-\u24ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\U00020000-\U0003ffff"
)
_STRETCHES = re.compile(f"[{_BLANKS}]|[{_WIDE}](?![{_BLANKS}])|[^{_BLANKS}](?=[{_WIDE}])")
_EVERYWHERE = re.compile(r"(?s).")


def openings(text: str, start: int, stop: int, *, everywhere: bool = False) -> list[int]:
    """The slots between start and stop after which a spread line opens: blanks, and between ideographs and anything;
    never within Latin words. `everywhere`: after every character (distribute)."""
    pattern = _EVERYWHERE if everywhere else _STRETCHES
    return [match.start() for match in pattern.finditer(text, start, stop) if match.start() < stop - 1]
