"""A style sheet that grows while the document is laid out: equal declarations share one class."""

from __future__ import annotations


class Sheet:
    def __init__(self) -> None:
        self._classes: dict[str, str] = {}
        self._rules: list[str] = []

    def name(self, declarations: str, part: str = "") -> str:
        """The class that carries these declarations, for itself or for a part of it, such as "::before"."""
        key = declarations + part
        if key not in self._classes:
            name = f"c{len(self._classes)}"
            self._classes[key] = name
            self._rules.append(f".{name}{part}{{{declarations}}}")
        return self._classes[key]

    def rule(self, text: str) -> None:
        """A rule as it stands: @page, @font-face."""
        self._rules.append(text)

    def text(self) -> str:
        return "\n".join(self._rules)


def pt(length: float) -> str:
    """A length in points, short and always written alike."""
    return f"{round(length, 3):g}pt"


def string(text: str) -> str:
    """A CSS string (css-syntax-3, 4.3.5)."""
    escaped = "".join(
        f"\\{ord(character):x} " if character in '"\\<>' or character < " " else character for character in text
    )
    return f'"{escaped}"'
