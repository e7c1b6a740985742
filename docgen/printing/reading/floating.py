"""Frames and floating tables: where they stand (ECMA-376-1, 17.3.1.11, 17.4.57)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from docgen.printing.reading.tree import Float, Offset, Table, TextBox
from docgen.printing.reading.values import Element, twips

_ACROSS = {"text": "column", "margin": "margin", "page": "page"}
_DOWN = {"text": "paragraph", "margin": "margin", "page": "page"}
_SIDES = ("left", "center", "right", "inside", "outside")
_ENDS = ("top", "center", "bottom", "inside", "outside")


def frame(box: TextBox, said: Mapping[str, str]) -> Float:
    """A box with what its w:framePr says: a frame, or a drop cap (17.18.20)."""
    across = _across(said.get("hAnchor", ""), said.get("x", ""), said.get("xAlign", ""))
    down = _down(said.get("vAnchor", ""), said.get("y", ""), said.get("yAlign", ""))
    if said.get("dropCap") in ("drop", "margin"):
        down = Offset("paragraph", twips(said.get("y")))
        if said["dropCap"] == "margin":
            across = Offset("leftMargin", 0.0, "right")
    wrap: Literal["square", "topAndBottom"] = "topAndBottom" if said.get("wrap") in ("none", "notBeside") else "square"
    beside, above = max(twips(said.get("hSpace")), 0.0), max(twips(said.get("vSpace")), 0.0)
    return Float(box, across, down, wrap, gaps=(above, beside, above, beside))


def table(content: Table, position: Element) -> Table | Float:
    """A table with its w:tblpPr: floating, where that says anything."""
    said = {str(name).rpartition("}")[2]: str(value) for name, value in position.items()}
    if not said:
        return content
    # As LibreOffice has it: the place is that of the words of the first cell, not of its edge.
    first = content.rows[0].cells[0] if content.rows and content.rows[0].cells else None
    shift = -first.padding[3] if first else 0.0
    across = _across(said.get("horzAnchor", ""), said.get("tblpX", ""), said.get("tblpXSpec", ""), shift)
    down = _down(said.get("vertAnchor", ""), said.get("tblpY", ""), said.get("tblpYSpec", ""))
    top, right, bottom, left = (
        max(twips(said.get(side + "FromText")), 0.0) for side in ("top", "right", "bottom", "left")
    )
    return Float(content, across, down, "square", gaps=(top, right, bottom, left))


def _across(anchor: str, distance: str, align: str, shift: float = 0.0) -> Offset:
    origin = _ACROSS.get(anchor, "column")
    return Offset(origin, 0.0, align) if align in _SIDES else Offset(origin, twips(distance) + shift)


def _down(anchor: str, distance: str, align: str) -> Offset:
    """Beside its paragraph, an alignment says nothing (17.4.57, tblpYSpec)."""
    origin = _DOWN.get(anchor, "margin")
    if align in _ENDS and origin != "paragraph":
        return Offset(origin, 0.0, align)
    return Offset(origin, twips(distance))
