"""What properties share: attributes, lengths, switches, colours, edges (ECMA-376-1, 17.3.4, 17.3.5, 17.18)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.printing.reading.tree import SIDES, Border

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = etree._Element

#: The kinds of ST_Border (17.18.2) that are lines; all others are rows of small pictures ("art").
LINES = frozenset((
    "single", "thick", "double", "dotted", "dashed", "dotDash", "dotDotDash", "triple", "thinThickSmallGap",
    "thickThinSmallGap", "thinThickThinSmallGap", "thinThickMediumGap", "thickThinMediumGap", "thinThickThinMediumGap",
    "thinThickLargeGap", "thickThinLargeGap", "thinThickThinLargeGap", "wave", "doubleWave", "dashSmallGap",
    "dashDotStroked", "threeDEmboss", "threeDEngrave", "outset", "inset",
))  # fmt: skip


def attribute(element: Element, name: str, default: str = "") -> str:
    return element.get(W + name, default)


_LONGEST = 31_680.0 / 20 * 4  # four times what Word lets anything be long; absurd lengths end here
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}


def twips(value: str | None, default: float = 0.0) -> float:
    """A length in points: plain numbers are twentieths of a point; "2.5cm" and the like name their unit (22.9.2.14)."""
    if not value:
        return default
    try:
        length = int(value) / 20
    except ValueError:
        try:
            length = float(value) / 20
        except ValueError:
            try:
                length = float(value[:-2]) * _UNITS[value[-2:]]
            except (ValueError, KeyError):
                return default
    except OverflowError:  # hundreds of digits
        return default
    return min(max(length, -_LONGEST), _LONGEST) if length == length else default  # noqa: PLR0124  (NaN)


def number(value: str | None, default: float = 0.0) -> float:
    try:
        found = float(value) if value else default
    except ValueError:
        return default
    return found if -1e9 < found < 1e9 else default  # neither NaN nor infinite


def is_beyond(value: str, least: float, most: float) -> bool:
    """Whether a number is written that lies outside these; what is no number is not."""
    try:
        return not least <= float(value) <= most
    except ValueError:
        return False


def is_on(element: Element | None, *, default: bool = False) -> bool:
    """ST_OnOff (22.9.2.7): present without a value means on."""
    if element is None:
        return default
    return attribute(element, "val", "1") not in ("0", "false", "off")


def colour(value: str, *, auto: str = "") -> str:
    """ "#rrggbb" for a hexadecimal colour, `auto` for "auto" and for anything else."""
    if len(value) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in value):
        return "#" + value.lower()
    return auto


_SHARES = {  # ST_Shd, 17.18.78: how much of a pattern is ink, where its name does not say
    "horzStripe": 50, "vertStripe": 50, "reverseDiagStripe": 50, "diagStripe": 50, "horzCross": 75, "diagCross": 75,
    "thinHorzStripe": 25, "thinVertStripe": 25, "thinReverseDiagStripe": 25, "thinDiagStripe": 25,
    "thinHorzCross": 44, "thinDiagCross": 44, "pct12": 12.5, "pct37": 37.5, "pct62": 62.5, "pct87": 87.5,
}  # fmt: skip


def shading(element: Element) -> str:
    """The colour behind (17.3.5): a pattern is mixed from its two colours."""
    fill = colour(attribute(element, "fill"))
    pattern = attribute(element, "val")
    if pattern == "solid":
        return colour(attribute(element, "color"), auto="#000000")
    share = _SHARES.get(pattern)
    if share is None:
        if not (pattern.startswith("pct") and pattern[3:].isdigit() and len(pattern) < 6):
            return fill
        share = int(pattern[3:])
    share = min(share / 100, 1.0)
    front = colour(attribute(element, "color"), auto="#000000")
    back = fill or "#ffffff"
    mixed = (round(int(front[i : i + 2], 16) * share + int(back[i : i + 2], 16) * (1 - share)) for i in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def border(element: Element) -> Border | None:
    """One edge (17.3.4): w:sz is in eighths of a point, w:space in points; None when it says "no line". Art becomes a
    single line: where it may stand (page borders), `LINES` is asked first."""
    kind = attribute(element, "val")
    if kind in ("", "nil", "none"):
        return None
    # 17.3.4 has a quarter of a point for the thinnest line and twelve points for the thickest.
    size = min(max(number(attribute(element, "sz"), 4) / 8, 0.25), 12.0)
    ink = colour(attribute(element, "color"), auto="#000000")
    return Border(kind if kind in LINES else "single", size, ink, number(attribute(element, "space")))


def borders(element: Element) -> dict[str, Border | None]:
    """The edges that are written; "start" and "end" are left and right (left-to-right text)."""
    names = {"start": "left", "end": "right"}
    return {names.get(name, name): border(child) for name, child in children(element)}


def sides(element: Element) -> dict[str, float]:
    """Cell margins (17.4.42, 17.4.68), in points."""
    names = {"start": "left", "end": "right"}
    return {
        names.get(name, name): twips(attribute(child, "w"))
        for name, child in children(element)
        if names.get(name, name) in SIDES
    }


def children(element: Element) -> Iterator[tuple[str, Element]]:
    for child in element:
        if isinstance(child.tag, str) and child.tag.startswith(W):
            yield child.tag[len(W) :], child
