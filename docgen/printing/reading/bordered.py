"""Borders of table cells: what the table, its style and the cell itself say (ECMA-376-1, 17.4.38, 17.4.66, 17.7.6).

Which of two neighbours' borders is drawn is settled where the table is set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.printing.reading import values
from docgen.printing.reading.cells import CellSettings
from docgen.printing.reading.tree import SIDES, Border, Side
from docgen.printing.reading.values import Element, W, attribute

Edges = dict[str, Border | None]

_DIAGONALS = ("tl2br", "tr2bl")


@dataclass(slots=True)
class Draft:
    """A cell of the grid before it is read. `at`: its place among the w:tc of its row; `continues`: it is the lower
    part of the cell above."""

    at: int
    settings: CellSettings
    row: int
    column: int
    span: int
    rows: int = 1
    continues: bool = False
    conditions: tuple[str, ...] = ()
    joined: float = 0.0  # width of cells that w:hMerge joined to it


class Cascade:
    """Works out the borders of the cells of one table. `chain`: its styles, the farthest first; `table_wide`: borders
    of the whole table; `exceptions`: by row, those of its w:tblPrEx."""

    def __init__(
        self,
        rows: Sequence[Sequence[Draft]],
        chain: Sequence[Element],
        table_wide: Edges,
        exceptions: Mapping[int, Edges],
    ) -> None:
        self._rows, self._table_wide, self._exceptions = rows, table_wide, exceptions
        self._parts: dict[str, list[Edges]] = {}
        for style in chain:
            if (whole := style.find(f"{W}tcPr/{W}tcBorders")) is not None:
                self._parts.setdefault("wholeTable", []).append(values.borders(whole))
            for part in style.iterfind(W + "tblStylePr"):
                for path in (f"{W}tblPr/{W}tblBorders", f"{W}tcPr/{W}tcBorders"):
                    if (found := part.find(path)) is not None:
                        self._parts.setdefault(attribute(part, "type"), []).append(values.borders(found))
        self._found: dict[tuple[object, ...], Mapping[str, Border]] = {}

    def borders(self, draft: Draft, last: Draft) -> Mapping[str, Border]:
        """Of a cell; `last`: the lowest part of a merged one, whose lower edge counts. Cells alike share a mapping."""
        found = self._part(draft)
        if last is draft:
            return found
        below = self._part(last)
        if found.get("bottom") == below.get("bottom"):
            return found
        key = ("merged", id(found), id(below))
        if key not in self._found:
            joined = {name: edge for name, edge in found.items() if name != "bottom"}
            if "bottom" in below:
                joined["bottom"] = below["bottom"]
            self._found[key] = joined
        return self._found[key]

    def _part(self, draft: Draft) -> Mapping[str, Border]:
        row = self._rows[draft.row]
        exception = self._exceptions.get(draft.row)
        at_edge = (
            draft.row == 0,
            draft is row[-1],
            draft.row == len(self._rows) - 1,
            draft is row[0],
        )
        conditions = tuple(name for name in draft.conditions if name in self._parts)
        around = self._around(draft) if conditions else ()
        key = (id(draft.settings), at_edge, conditions, around, id(exception))
        if key not in self._found:
            self._found[key] = self._edges(draft, dict(zip(SIDES, at_edge, strict=True)), conditions, around)
        return self._found[key]

    def _around(self, draft: Draft) -> tuple[tuple[str, ...], ...]:
        """Conditions of the neighbours at the top, right, bottom and left."""
        row = self._rows[draft.row]
        at = row.index(draft)
        beside: list[Draft | None] = [
            self._at(draft.row - 1, draft.column),
            row[at + 1] if at + 1 < len(row) else None,
            self._at(draft.row + 1, draft.column),
            row[at - 1] if at else None,
        ]
        return tuple(() if found is None else found.conditions for found in beside)

    def _at(self, row: int, column: int) -> Draft | None:
        if not 0 <= row < len(self._rows):
            return None
        return next((d for d in self._rows[row] if d.column <= column < d.column + d.span), None)

    def _edges(
        self, draft: Draft, at_edge: Mapping[Side, bool], conditions: Sequence[str], around: Sequence[Sequence[str]]
    ) -> Mapping[str, Border]:
        """Borders of the table or of the row's exception, then of the style's parts, then of the cell (17.7.2)."""
        table_wide = self._table_wide | self._exceptions.get(draft.row, {})
        edges: Edges = {}
        for side in SIDES:
            edges[side] = table_wide.get(side if at_edge[side] else _inside(side))
        for condition in conditions:
            for part in self._parts[condition]:
                for side, beside in zip(SIDES, around, strict=True):
                    # Outer edges of a part stand at its rim, inner ones within.
                    name = _inside(side) if condition in beside else side
                    if name in part:
                        edges[side] = part[name]
        for name, edge in (draft.settings.borders or {}).items():
            if name in SIDES or name in _DIAGONALS:
                edges[name] = edge
        return {name: edge for name, edge in edges.items() if edge is not None}


def _inside(side: str) -> str:
    return "insideH" if side in ("top", "bottom") else "insideV"
