"""A style sheet that grows while the document is laid out: equal declarations share one class.

Classes are named after what they declare and written in the order of their names, so that letters of one template have
the same style sheet, whatever stands in them, and it need not be parsed again.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache


class Sheet:
    def __init__(self) -> None:
        self._classes: dict[tuple[str, str], str] = {}
        self._rules: list[str] = []

    def name(self, declarations: str, part: str = "") -> str:
        """The class that carries these declarations, for itself or for a part of it, such as "::before"."""
        key = (declarations, part)
        if key not in self._classes:
            self._classes[key] = "c" + hashlib.blake2b(f"{part}{declarations}".encode(), digest_size=8).hexdigest()
        return self._classes[key]

    def rule(self, text: str) -> None:
        """A rule as it stands: @page, @font-face."""
        self._rules.append(text)

    def text(self) -> str:
        named = sorted(f".{name}{part}{{{declarations}}}" for (declarations, part), name in self._classes.items())
        return "\n".join((*self._rules, *named))


def pt(length: float) -> str:
    """A length in points, short and always written alike."""
    return f"{round(length, 3):g}pt"


@lru_cache(maxsize=1024)
def string(text: str) -> str:
    """A CSS string (css-syntax-3, 4.3.5)."""
    escaped = "".join(
        f"\\{ord(character):x} " if character in '"\\<>' or character < " " else character for character in text
    )
    return f'"{escaped}"'
