"""What places on a page count from (ECMA-376-1, 20.4.3.4, 20.4.3.5, 17.18.35)."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.printing.reading.tree import Offset, Page


@dataclass(frozen=True, slots=True)
class Rectangle:
    x: float
    y: float
    right: float
    bottom: float

    def moved(self, across: float, down: float) -> Rectangle:
        return Rectangle(self.x + across, self.y + down, self.right + across, self.bottom + down)


@dataclass(frozen=True, slots=True)
class Ground:
    """What places count from, all in the coordinates of one surface. even: left pages of a bound sheet, where inside
    and outside change places."""

    paper: Rectangle
    margins: Rectangle
    even: bool = False


def page_ground(page: Page, number: int, left: float = 0.0, top: float = 0.0) -> Ground:
    """Of a page, for a surface whose top left corner is there. The margins are those of its set-up, however tall header
    and footer are."""
    even = number % 2 == 0
    start = page.right if page.mirrored and even else page.left
    paper = Rectangle(0.0, 0.0, page.width, page.height)
    margins = Rectangle(start, page.top, start + page.text_width, page.height - page.bottom)
    return Ground(paper.moved(-left, -top), margins.moved(-left, -top), even)


def across(origin: str, ground: Ground, left: float, width: float) -> tuple[float, float]:
    """20.4.3.4: from where to where an origin reaches."""
    paper, margins = ground.paper, ground.margins
    inner, outer = (paper.x, margins.x), (margins.right, paper.right)
    if ground.even:
        inner, outer = outer, inner
    return {
        "page": (paper.x, paper.right),
        "margin": (margins.x, margins.right),
        "leftMargin": (paper.x, margins.x),
        "rightMargin": (margins.right, paper.right),
        "insideMargin": inner,
        "outsideMargin": outer,
    }.get(origin, (left, left + width))


def down(origin: str, ground: Ground, top: float, line: float) -> tuple[float, float]:
    """20.4.3.5."""
    paper, margins = ground.paper, ground.margins
    return {
        "page": (paper.y, paper.bottom),
        "margin": (margins.y, margins.bottom),
        "topMargin": (paper.y, margins.y),
        "insideMargin": (paper.y, margins.y),
        "bottomMargin": (margins.bottom, paper.bottom),
        "outsideMargin": (margins.bottom, paper.bottom),
        "line": (line, line),
    }.get(origin, (top, top))


def placed(offset: Offset, low: float, high: float, size: float, *, even: bool = False) -> float:
    """Where something as large as that begins between `low` and `high`."""
    align = offset.align
    if align in ("inside", "outside"):
        align = "left" if (align == "inside") != even else "right"
    if align == "center":
        return (low + high - size) / 2
    if align in ("right", "bottom"):
        return high - size
    return low + (0.0 if align else offset.distance)
