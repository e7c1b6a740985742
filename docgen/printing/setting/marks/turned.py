"""Words in a box of their own: turned, upright in turned lines, squeezed, cut off (ECMA-376-1, 17.4.68, 17.18.93)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import cos, radians, sin

from docgen.printing.sheet import Canvas, Fill, Glyphs, Group, Mark, Stroke

#: How lines run that are not level: degrees by which they are turned, clockwise.
TURNS = {"tbRl": 90.0, "tbRlV": 90.0, "btLr": -90.0, "tbLrV": 90.0}

#: Where the middle of an ideograph is, above the base line, in sizes.
_MIDDLE = 0.38
#: Signs that lie on their side in upright lines: brackets, dashes, dots.
_LYING = frozenset("（）〔〕［］｛｝〈〉《》「」『』【】〖〗—―…～－()[]{}－ー")
#: Signs that stand at the lower left of their square in level lines and at the upper right in upright ones.
_CORNERED = frozenset("，。、．")


@contextmanager
def inside(
    canvas: Canvas, x: float, y: float, degrees: float = 0.0, clip: tuple[float, float] | None = None
) -> Iterator[None]:
    """A group, with the links and bookmarks that are put within moved as it is; those belong to the page itself."""
    links, places = len(canvas.sheet.links), set(canvas.sheet.places)
    with canvas.group(x, y, degrees, clip):
        yield
    along, aside = round(cos(radians(degrees)), 9), round(sin(radians(degrees)), 9)

    def moved(px: float, py: float) -> tuple[float, float]:
        return x + px * along - py * aside, y + px * aside + py * along

    for link in canvas.sheet.links[links:]:
        corners = moved(link.x, link.y), moved(link.x + link.width, link.y + link.height)
        link.x, link.y = min(corner[0] for corner in corners), min(corner[1] for corner in corners)
        link.width, link.height = abs(corners[0][0] - corners[1][0]), abs(corners[0][1] - corners[1][1])
    for name in canvas.sheet.places.keys() - places:
        canvas.sheet.places[name] = moved(*canvas.sheet.places[name])


def draw(
    canvas: Canvas, direction: str, x: float, y: float, width: float, height: float, put: Callable[[Canvas], None]
) -> None:
    """Words in a rectangle whose lines run as `direction` says. `put` draws them from the origin in level lines, as
    wide as the rectangle is high, down to `width`."""
    degrees = TURNS[direction]
    origin = (x, y + height) if degrees < 0 else (x + width, y)
    with inside(canvas, *origin, degrees):
        put(canvas)
        if direction == "tbLrV":
            canvas.marks[:] = [_mirrored(mark, width) for mark in canvas.marks]
        if direction in ("tbRl", "tbRlV"):  # V: ideographs are turned back ([MS-DOC] TextFlow); upright in both
            canvas.marks[:] = list(_upright(canvas.marks))


def lying(canvas: Canvas, x: float, y: float, put: Callable[[Canvas], None]) -> None:
    """lrTbV: level lines of ideographs that lie on their left side."""
    with inside(canvas, x, y):
        put(canvas)
        canvas.marks[:] = list(_upright(canvas.marks))


def squeezed(canvas: Canvas, x: float, y: float, part: float, put: Callable[[Canvas], None]) -> None:
    """17.4.68: one line made as wide as its cell; letters grow narrower, or stand farther apart."""
    with inside(canvas, x, y):
        put(canvas)
        for mark in canvas.marks:
            if isinstance(mark, Glyphs):
                mark.x *= part
                mark.advances = [advance * part for advance in mark.advances]
                mark.scale *= min(part, 1.0)
            elif isinstance(mark, Stroke):
                mark.points = [(px * part, py) for px, py in mark.points]
            elif isinstance(mark, Fill):
                mark.x, mark.width = mark.x * part, mark.width * part


def _upright(marks: list[Mark]) -> Iterator[Mark]:
    """Each ideograph turned back by a quarter about its middle; everything else as it is."""
    for mark in marks:
        if isinstance(mark, Group):
            mark.marks = list(_upright(mark.marks))
        if not isinstance(mark, Glyphs) or not any(map(_stands, mark.texts)):
            yield mark
            continue
        x, start = mark.x, 0
        for at, text in enumerate(mark.texts):
            if _stands(text):
                if start < at:
                    yield _part(mark, start, at)
                yield _turned_back(mark, at, x)
                start = at + 1
            x += mark.advances[at]
        if start < len(mark.texts):
            yield _part(mark, start, len(mark.texts))


def _stands(text: str) -> bool:
    return bool(text) and ord(text[0]) >= 0x2E80 and text not in _LYING


def _part(mark: Glyphs, start: int, stop: int) -> Glyphs:
    offsets = mark.offsets
    return Glyphs(
        mark.x + sum(mark.advances[:start]), mark.y, mark.face, mark.size, mark.ids[start:stop],
        mark.advances[start:stop], mark.texts[start:stop], mark.colour, mark.scale,
        offsets and {at - start: by for at, by in offsets.items() if start <= at < stop},
        mark.slant, mark.thicken, mark.tag,
    )  # fmt: skip


def _turned_back(mark: Glyphs, at: int, x: float) -> Group:
    one = _part(mark, at, at + 1)
    square = mark.size * mark.scale
    shift = 0.55 * mark.size if mark.texts[at] in _CORNERED else 0.0
    one.x, one.y = shift - square / 2, _MIDDLE * mark.size - shift
    middle = x + mark.advances[at] / 2 if mark.texts[at] in _CORNERED else x + square / 2
    return Group(middle, mark.y - _MIDDLE * mark.size, [one], -90.0, None, mark.tag)


def _mirrored(mark: Mark, width: float) -> Mark:
    """tbLrV: the first line stands at the left; letters are turned as they are."""
    if isinstance(mark, Glyphs):
        mark.y = width - mark.y + 2 * _MIDDLE * mark.size
    elif isinstance(mark, Stroke):
        mark.points = [(px, width - py) for px, py in mark.points]
    else:
        height = 0.0 if isinstance(mark, Group) else mark.height
        mark.y = width - mark.y - height
    return mark
