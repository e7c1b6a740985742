"""What a table and its style say: settings of the whole, and of parts such as the first row (ECMA-376-1, 17.7.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from docgen.printing.reading import values
from docgen.printing.reading.properties import Set, merged
from docgen.printing.reading.styles import CONDITIONS, Styles
from docgen.printing.reading.values import Element, W, attribute


class TableStyle:
    """The settings of one table (w:tblPr) over those of its style and of the styles that one is based on."""

    def __init__(self, settings: Element | None, styles: Styles) -> None:
        self.settings, self._styles = settings, styles
        self._name = self.setting("tblStyle")
        self.chain = styles.table_chain(self._name)
        #: Whether the style sets parts of the table apart, so that cells differ by where they stand.
        self.has_parts = any(style.find(W + "tblStylePr") is not None for style in self.chain)
        self._look = self._conditions_on()
        self._bands = tuple(int(values.number(self.styled(f"tblStyle{name}BandSize"))) or 1 for name in ("Row", "Col"))
        self._cached: dict[tuple[object, ...], Any] = {}

    def find(self, name: str) -> Element | None:
        return None if self.settings is None else self.settings.find(W + name)

    def setting(self, name: str) -> str:
        found = self.find(name)
        return "" if found is None else attribute(found, "val")

    def written(self, name: str) -> Element | None:
        """A setting of the table itself, else of its style."""
        if (own := self.find(name)) is not None:
            return own
        for style in reversed(self.chain):
            if (found := style.find(f"{W}tblPr/{W}{name}")) is not None:
                return found
        return None

    def styled(self, name: str) -> str:
        for style in reversed(self.chain):
            if (found := style.find(f"{W}tblPr/{W}{name}")) is not None:
                return attribute(found, "val")
        return ""

    def _conditions_on(self) -> dict[str, bool]:
        """w:tblLook (17.4.55): which parts of the table the style sets apart."""
        found = self.find("tblLook")
        if found is None:
            return {"firstRow": False, "lastRow": False, "firstColumn": False, "lastColumn": False,
                    "noHBand": False, "noVBand": False}  # fmt: skip
        try:
            bits = int(attribute(found, "val", "0"), 16)
        except ValueError:
            bits = 0
        flags = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
                 "noHBand": 0x200, "noVBand": 0x400}  # fmt: skip
        return {
            name: attribute(found, name) not in ("0", "false", "off") if attribute(found, name) else bool(bits & bit)
            for name, bit in flags.items()
        }

    def conditions(self, row: int, column: int, span: int, rows: int, columns: int) -> tuple[str, ...]:
        """The parts that this cell belongs to, weakest first (17.7.6.6)."""
        if not self.has_parts:
            return ("wholeTable",)
        look = self._look
        top, bottom = look["firstRow"] and row == 0, look["lastRow"] and row == rows - 1
        left, right = look["firstColumn"] and column == 0, look["lastColumn"] and column + span >= columns
        across = down = ""
        if not look["noVBand"] and not left and not right:
            down = f"band{(column - look['firstColumn']) // self._bands[1] % 2 + 1}Vert"
        if not look["noHBand"] and not top and not bottom:
            across = f"band{(row - look['firstRow']) // self._bands[0] % 2 + 1}Horz"
        key = ("conditions", top, bottom, left, right, across, down)
        if key not in self._cached:
            found = {"wholeTable", across, down}
            for name, is_in in (("firstCol", left), ("lastCol", right), ("firstRow", top), ("lastRow", bottom),
                                ("neCell", top and right), ("nwCell", top and left),
                                ("seCell", bottom and right), ("swCell", bottom and left)):  # fmt: skip
                if is_in:
                    found.add(name)
            self._cached[key] = tuple(name for name in CONDITIONS if name in found)
        conditions: tuple[str, ...] = self._cached[key]
        return conditions

    def layers(self, conditions: Sequence[str], path: str) -> list[Element]:
        """The settings at `path` from the style's ancestors to the style, plain ones first, then by condition."""
        key = (self._name, tuple(conditions), path)
        return self._styles.table_layers(key, lambda: self._layers(conditions, path))

    def _layers(self, conditions: Sequence[str], path: str) -> list[Element]:
        found = [e for style in self.chain if (e := style.find(path)) is not None]
        for condition in conditions:
            for style in self.chain:
                for part in style.iterfind(W + "tblStylePr"):
                    if attribute(part, "type") == condition and (e := part.find(path)) is not None:
                        found.append(e)
        return found

    def part(self, conditions: Sequence[str], name: str, read: Callable[[Element | None], Set]) -> Set:
        key = (name, conditions)
        if key not in self._cached:
            nothing: Set = {}
            found = reduce(merged, (read(e) for e in self.layers(conditions, W + name)), nothing)
            self._cached[key] = self._styles.kept(found)
        kept: Set = self._cached[key]
        return kept
