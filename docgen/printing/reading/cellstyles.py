"""What cells of the same settings share: margins, ground and the like, after the whole cascade (ECMA-376-1, 17.7.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.printing.reading import properties, values
from docgen.printing.reading.bordered import Draft, Edges
from docgen.printing.reading.source import Surroundings
from docgen.printing.reading.tablestyles import TableStyle
from docgen.printing.reading.values import Element, W, attribute

#: The names that the strict form of the format has for ST_TextDirection (17.18.93).
_DIRECTIONS = {"tb": "lrTb", "rl": "tbRl", "lr": "btLr", "tbV": "lrTbV", "rlV": "tbRlV", "lrV": "tbLrV"}
_ALIGNMENTS = {"center": "middle", "bottom": "bottom"}

#: What surrounds the words of a cell; its margins (top, right, bottom, left), ground, alignment and direction.
Shared = tuple[Surroundings, tuple[float, float, float, float], str, str, str]


class CellStyles:
    """Of one table. columns: as wide as its grid says; around: what surrounds the table; exceptions: by row, its
    w:tblPrEx. margins: of its cells by side, where neither row nor cell says otherwise."""

    def __init__(
        self,
        style: TableStyle,
        columns: Sequence[float],
        around: Surroundings,
        exceptions: Mapping[int, Element],
    ) -> None:
        self._style, self._columns, self._around, self._exceptions = style, columns, around, exceptions
        self._found: dict[tuple[object, ...], Shared] = {}
        self.margins = self._margins_of_table()

    def of(self, draft: Draft) -> Shared:
        key = (id(draft.settings), draft.conditions, self._exceptions.get(draft.row), draft.column, draft.span)
        if key not in self._found:
            self._found[key] = self._shared(draft)
        return self._found[key]

    def borders_of_table(self) -> Edges:
        found: Edges = {}
        for element in self._style.layers((), f"{W}tblPr/{W}tblBorders"):
            found |= values.borders(element)
        own = self._style.find("tblBorders")
        return found if own is None else found | values.borders(own)

    def _shared(self, draft: Draft) -> Shared:
        sides = self._margins(draft)
        columns = self._columns[draft.column : draft.column + draft.span]
        width = sum(columns) or self._around.width * draft.span / max(len(self._columns), 1)
        surroundings = Surroundings(
            character=self._style.part(draft.conditions, "rPr", properties.character),
            paragraph=self._style.part(draft.conditions, "pPr", properties.paragraph),
            width=max(width - sides["left"] - sides["right"], 1.0),
            grid=self._around.grid,
        )
        align = draft.settings.align or self._value(draft, "vAlign")
        direction = draft.settings.direction or self._value(draft, "textDirection")
        return (
            surroundings,
            (sides["top"], sides["right"], sides["bottom"], sides["left"]),
            self._ground(draft),
            _ALIGNMENTS.get(align, "top"),
            _DIRECTIONS.get(direction, direction) or "lrTb",
        )

    def _layers(self, draft: Draft, name: str) -> list[Element]:
        return self._style.layers(draft.conditions, f"{W}tcPr/{W}{name}") if self._style.chain else []

    def _value(self, draft: Draft, name: str) -> str:
        layers = self._layers(draft, name)
        return attribute(layers[-1], "val") if layers else ""

    def _ground(self, draft: Draft) -> str:
        if draft.settings.background is not None:
            return draft.settings.background
        exception = self._exceptions.get(draft.row)
        row_wide = None if exception is None else exception.find(W + "shd")
        for element in (*reversed(self._layers(draft, "shd")), row_wide, self._style.find("shd")):
            if element is not None:
                return values.shading(element)
        return ""

    def _margins_of_table(self) -> dict[str, float]:
        """5.4 points at the sides where nobody says otherwise (17.4.42)."""
        found = {"top": 0.0, "right": 5.4, "bottom": 0.0, "left": 5.4}
        for element in self._style.layers((), f"{W}tblPr/{W}tblCellMar"):
            found |= values.sides(element)
        own = self._style.find("tblCellMar")
        return found if own is None else found | values.sides(own)

    def _margins(self, draft: Draft) -> dict[str, float]:
        """17.4.42, 17.4.68: of the table, of the row's exception, of the style's parts, of the cell."""
        found = dict(self.margins)
        exception = self._exceptions.get(draft.row)
        if exception is not None and (row_wide := exception.find(W + "tblCellMar")) is not None:
            found |= values.sides(row_wide)
        for element in self._layers(draft, "tcMar"):
            found |= values.sides(element)
        return found | dict(draft.settings.margins or {})
