"""The graphics state of a page while it is written (ISO 32000-1, 8.4), and how numbers and colours are written."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache


@dataclass(slots=True)
class State:
    """The graphics state as far as it is known (8.4); None: not known."""

    fill: str = "0 g"
    stroke: str = "0 G"
    width: float | None = None
    dashes: str = "[]0 d"
    cap: int = 0
    font: tuple[str, float] = ("", 0.0)
    spacing: float = 0.0
    scale: float = 1.0
    thick: bool = False


@lru_cache(maxsize=256)
def colour_of(written: str) -> str:
    """Of #rrggbb: the operator that fills with it."""
    red, green, blue = (int(written[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{red:.3g} g" if red == green == blue else f"{red:.3g} {green:.3g} {blue:.3g} rg"


def turn(degrees: float) -> str:
    """The first four numbers of a matrix that turns clockwise."""
    if not degrees % 360:
        return "1 0 0 1"
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return " ".join(f"{part:.6f}".rstrip("0").rstrip(".") for part in (cosine, -sine, sine, cosine))


def n(value: float) -> str:
    """A number with two decimals at most, and without a power of ten, which PDF does not know (7.3.3)."""
    written = f"{round(value, 2):.8g}"
    return f"{value:.0f}" if "e" in written else written
