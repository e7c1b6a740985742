"""Tab stops (ECMA-376-1, 17.3.1.37): where a tab leads, and what is drawn on the way."""

from __future__ import annotations

from docgen.printing.reading.tree import Shape, Tab, TabStop

_LEADERS = {"dot": ".", "middleDot": "·", "hyphen": "-", "underscore": "_", "heavy": "_"}
_NEAR = 0.05


def stop_after(shape: Shape, x: float, default: float) -> tuple[TabStop, bool]:
    """The first stop past `x`, and whether the paragraph sets it: a stop of its own, the hanging indent, else the next
    multiple of the default distance, which count from the margin."""
    found: TabStop | None = None
    for stop in shape.tabs:
        past = stop.position > x + _NEAR and stop.alignment not in ("bar", "clear")
        if past and (found is None or stop.position < found.position):
            found = stop
    if shape.first < 0 and shape.left > x + _NEAR and (found is None or shape.left < found.position):
        found = TabStop(shape.left)
    if found is not None:
        return found, True
    step = default if default > 0 else 36.0
    return TabStop((int((x + _NEAR) // step) + 1) * step), False


def fixed_stop(tab: Tab, left: float, right: float, width: float) -> TabStop:
    """Where an absolute position tab leads (17.3.3.23): to the left, middle or right of the margins or the indents."""
    low, high = (left, right) if tab.from_indent else (0.0, width)
    place = {"left": low, "center": (low + high) / 2, "right": high}[tab.to]
    return TabStop(place, tab.to, tab.leader)


def leader(kind: str) -> str:
    """The character that is repeated along a tab (17.18.83); "" for none."""
    return _LEADERS.get(kind, "")
