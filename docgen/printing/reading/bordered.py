"""Borders of table cells, settled between neighbours (ECMA-376-1, 17.4.38, 17.4.66)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.printing.reading import values
from docgen.printing.reading.tree import SIDES, Border, Side
from docgen.printing.reading.values import Element, W, attribute

Edges = dict[str, Border | None]

_OPPOSITE: dict[Side, Side] = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}


@dataclass
class Draft:
    """A cell before its borders are settled."""

    element: Element
    row: int
    column: int
    span: int
    rows: int = 1
    continues: bool = False
    edges: dict[Side, Border | None] = field(default_factory=dict)
    conditions: tuple[str, ...] = ()


class Settler:
    """Settles the borders of one table. `chain`: its styles, the farthest first; `table_wide`: borders of the whole."""

    def __init__(self, rows: Sequence[Element], chain: Sequence[Element], table_wide: Edges) -> None:
        self._rows, self._chain, self._table_wide = rows, chain, table_wide
        self._parts: dict[tuple[str, str], list[Element]] = {}

    def settle(self, rows: list[list[Draft]]) -> None:
        owner = {
            (draft.row, column): draft
            for row in rows
            for draft in row
            for column in range(draft.column, draft.column + draft.span)
        }
        for row in rows:
            for draft in row:
                draft.edges = self._edges(draft, owner)
        for row in rows:
            for draft in row:
                for side, neighbour in self._neighbours(draft, owner):
                    facing = _OPPOSITE[side]
                    draft.edges[side] = stronger(draft.edges.get(side), neighbour.edges.get(facing))
                    alike = draft.span == neighbour.span and draft.column == neighbour.column
                    if alike or side in ("left", "right"):
                        neighbour.edges[facing] = draft.edges[side]
        for row in rows:
            for draft in row:
                if not draft.continues and draft.rows > 1:
                    draft.edges["bottom"] = owner[draft.row + draft.rows - 1, draft.column].edges.get("bottom")

    def _neighbours(self, draft: Draft, owner: dict[tuple[int, int], Draft]) -> list[tuple[Side, Draft]]:
        right = owner.get((draft.row, draft.column + draft.span))
        below = owner.get((draft.row + 1, draft.column))
        above = owner.get((draft.row - 1, draft.column))
        found: list[tuple[Side, Draft]] = []
        if right is not None:
            found.append(("right", right))
        if below is not None and not below.continues:
            found.append(("bottom", below))
        if above is not None and not draft.continues and above.span != draft.span:
            found.append(("top", above))
        return found

    def _edges(self, draft: Draft, owner: dict[tuple[int, int], Draft]) -> dict[Side, Border | None]:
        """Borders of the table, then of the style's parts, then of the cell itself (17.4.38, 17.4.66)."""
        table_wide = self._table_wide
        if (exception := self._rows[draft.row].find(f"{W}tblPrEx/{W}tblBorders")) is not None:
            table_wide = table_wide | values.borders(exception)
        at_edge: dict[Side, bool] = {
            "top": draft.row == 0,
            "bottom": draft.row == len(self._rows) - 1,
            "left": (draft.row, draft.column - 1) not in owner,
            "right": (draft.row, draft.column + draft.span) not in owner,
        }
        edges: dict[Side, Border | None] = {}
        for side in SIDES:
            inside = "insideH" if side in ("top", "bottom") else "insideV"
            edges[side] = table_wide.get(side if at_edge[side] else inside)
        for condition in draft.conditions:
            for path in (f"{W}tblPr/{W}tblBorders", f"{W}tcPr/{W}tcBorders"):
                for element in self._only(condition, path):
                    self._apply_part(edges, values.borders(element), draft, condition, owner)
        if (cell := draft.element.find(f"{W}tcPr/{W}tcBorders")) is not None:
            for name, edge in values.borders(cell).items():
                for side in SIDES:
                    if name == side:
                        edges[side] = edge
        return edges

    def _only(self, condition: str, path: str) -> list[Element]:
        key = (path, condition)
        if key not in self._parts:
            self._parts[key] = [
                e
                for style in self._chain
                for part in style.iterfind(W + "tblStylePr")
                if attribute(part, "type") == condition and (e := part.find(path)) is not None
            ]
        return self._parts[key]

    def _apply_part(
        self,
        edges: dict[Side, Border | None],
        found: Edges,
        draft: Draft,
        condition: str,
        owner: dict[tuple[int, int], Draft],
    ) -> None:
        """Edges of a part of the table: its outer ones at its rim, its inner ones within."""
        steps: dict[Side, tuple[int, int]] = {
            "top": (-1, 0), "bottom": (1, 0), "left": (0, -1), "right": (0, draft.span)
        }  # fmt: skip
        for side in SIDES:
            down, along = steps[side]
            neighbour = owner.get((draft.row + down, draft.column + along))
            within = neighbour is not None and condition in neighbour.conditions
            name = ("insideH" if side in ("top", "bottom") else "insideV") if within else side
            if name in found:
                edges[side] = found[name]


def stronger(one: Border | None, other: Border | None) -> Border | None:
    """Of two borders that meet, the heavier; of equally heavy ones, the darker; none gives way (17.4.66)."""
    if one is None or other is None:
        return one or other

    def weight(border: Border) -> tuple[float, int]:
        lines = 2 if border.style == "double" else 1
        darkness = -sum(int(border.colour[i : i + 2], 16) * share for i, share in ((1, 3), (3, 6), (5, 1)))
        return border.width * lines, darkness

    return one if weight(one) >= weight(other) else other
