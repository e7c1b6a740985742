"""What docgen itself worded from an account: its texts explain the sums, days and names that stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from docgen.letters.check.reading import Paragraph

_CELLS = " | "
_OUTSIDE = "（）()，,。.；;：:  "  # what surrounds a sum or a day in a sentence


class Printed:
    """The texts of one letter's facts. texts: they may be many thousands, of which most are cells of tables."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(map(str.strip, self.texts))

    @cached_property
    def _together(self) -> str:
        """Each text once, those of many rows among them."""
        return "\n".join(self._set)

    def says(self, words: str) -> bool:
        """Whether some text has these words."""
        return bool(self.texts) and (words in self._set or words.strip(_OUTSIDE) in self._together)

    def holds(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a row of a table with nothing in it but such texts."""
        return (
            bool(self.texts)
            and _CELLS in paragraph.text
            and all(not cell.strip() or cell.strip() in self._set for cell in paragraph.text.split(_CELLS))
        )
