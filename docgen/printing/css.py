"""How CSS is written: lengths and strings."""

from __future__ import annotations

from functools import lru_cache


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
