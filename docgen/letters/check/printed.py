"""What docgen itself worded from an account: its texts explain the sums, days and names that stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from docgen.letters.check.reading import Paragraph

_CELLS = " | "
_WITHIN = tuple(",.-")  # before the rest of a figure
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
        if not self.texts or words in self._set:
            return bool(self.texts)
        bare, at = words.strip(_OUTSIDE), -1
        while bare and (at := self._together.find(bare, at + 1)) >= 0:
            before, behind = self._together[at - 1 : at], self._together[at + len(bare) : at + len(bare) + 1]
            if not ((before.isdigit() or before in _WITHIN) and bare[0].isdigit()) and not (
                behind.isdigit() and bare[-1].isdigit()
            ):
                return True
        return False

    def holds(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a row of a table with nothing in it but such texts."""
        return (
            bool(self.texts)
            and _CELLS in paragraph.text
            and all(not cell.strip() or cell.strip() in self._set for cell in paragraph.text.split(_CELLS))
        )
