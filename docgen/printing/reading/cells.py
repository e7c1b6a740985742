"""What a cell of a table says of itself (ECMA-376-1, 17.4.69)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.printing.reading import unprinted, values
from docgen.printing.reading.tree import AUTO, Border, Width
from docgen.printing.reading.values import Element, W, attribute, twips

#: As many columns as Word has in a table.
MOST_COLUMNS = 63

_NAMES = {"start": "left", "end": "right"}
_WORDS = {"vAlign": "align", "textDirection": "direction"}
_SWITCHES = {"noWrap": "no_wrap", "tcFitText": "fit", "hideMark": "hides_mark", "cellDel": "deleted"}


@dataclass(slots=True)
class CellSettings:
    """What a w:tcPr says (17.4.69); None or "" where it says nothing. Cells that say the same share one.

    borders: None for "no line"; bare: sides of them that are "nil". merge: of w:vMerge, "" for none."""

    span: int = 1
    width: Width = ("auto", 0.0)
    merge: str = ""
    joins_left: bool = False
    borders: Mapping[str, Border | None] | None = None
    bare: frozenset[str] = frozenset()
    background: str | None = None
    margins: Mapping[str, float] | None = None
    align: str = ""
    no_wrap: bool = False
    direction: str = ""
    fit: bool = False
    hides_mark: bool = False
    deleted: bool = False  # a revision that was to be accepted
    unprinted: tuple[tuple[str, str], ...] = ()


def settings(element: Element | None) -> CellSettings:
    """Of a w:tcPr."""
    found = CellSettings()
    if element is None:
        return found
    for name, child in values.children(element):
        value = attribute(child, "val")
        if name == "gridSpan":
            found.span = _span(value)
        elif name == "tcW":
            found.width = width(child)
        elif name == "vMerge":
            found.merge = value if value == "restart" else "continue"
        elif name == "hMerge":
            found.joins_left = value != "restart"
        elif name == "tcBorders":
            found.borders = values.borders(child)
            found.bare = frozenset(
                _NAMES.get(side, side) for side, edge in values.children(child) if attribute(edge, "val") == "nil"
            )
        elif name == "shd":
            found.background = values.shading(child)
        elif name == "tcMar":
            found.margins = values.sides(child)
        elif name in _WORDS:
            setattr(found, _WORDS[name], value)
        elif name in _SWITCHES:
            setattr(found, _SWITCHES[name], values.is_on(child))
    found.unprinted = _unprinted(element)
    return found


def _span(written: str) -> int:
    return min(max(int(values.number(written, 1)), 1), MOST_COLUMNS)


def _unprinted(element: Element) -> tuple[tuple[str, str], ...]:
    """(code, setting) of what a cell says that is not printed, or not as it is."""
    borders, ground = element.find(W + "tcBorders"), element.find(W + "shd")
    found = (*unprinted.settings("tcPr", [element]), *unprinted.settings("tcBorders", [borders]))
    span = element.find(W + "gridSpan")
    if span is not None and values.is_beyond(written := attribute(span, "val"), 0, MOST_COLUMNS):
        found = (*found, (unprinted.beyond(written, str(_span(written))), "gridSpan"))
    if borders is not None and any(unprinted.is_shadowed(edge) for _, edge in values.children(borders)):
        found = (*found, ("print.setting", "shadow"))
    if ground is not None and unprinted.is_striped(attribute(ground, "val")):
        found = (*found, ("print.shading_pattern", "shd"))
    return found


def width(element: Element | None) -> Width:
    """A preferred width (17.18.90): twips, fiftieths of a per cent, or a number with "%"."""
    if element is None:
        return AUTO
    written, kind = attribute(element, "w"), attribute(element, "type", "dxa")
    if written.endswith("%"):
        kind, share = "pct", values.number(written[:-1]) / 100
    else:
        share = values.number(written) / 5000
    if kind == "pct":
        return ("part", share) if share > 0 else AUTO
    length = twips(written)
    return ("pt", length) if kind == "dxa" and length > 0 else AUTO
