"""What stands under, over and around characters: shading, boxes, underlines, strikes, marks of emphasis."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from docgen.printing.reading.tree import SIDES, Look
from docgen.printing.setting.glyphs.typesetter import Run
from docgen.printing.setting.lines.breaking import BLANKS
from docgen.printing.setting.marks import borders
from docgen.printing.sheet import Canvas, Fill, Stroke

if TYPE_CHECKING:
    from docgen.printing.setting.lines.drawing import Part

_BLACK = "#000000"
#: Place and width of lines, in sizes of the text: below the base line, above it, and how wide.
_UNDER, _STRUCK, _THIN, _APART = 0.11, 0.26, 0.05, 0.1

#: Lengths on and off of ST_Underline (17.18.99), in widths of the line.
_DASHES: dict[str, tuple[float, ...]] = {
    "dotted": (1, 1), "dottedHeavy": (1, 1), "dash": (4, 2), "dashedHeavy": (4, 2), "dashLong": (8, 3),
    "dashLongHeavy": (8, 3), "dotDash": (4, 2, 1, 2), "dashDotHeavy": (4, 2, 1, 2),
    "dotDotDash": (4, 2, 1, 2, 1, 2), "dashDotDotHeavy": (4, 2, 1, 2, 1, 2),
}  # fmt: skip
_HEAVY = frozenset(
    ("thick", "dottedHeavy", "dashedHeavy", "dashLongHeavy", "dashDotHeavy", "dashDotDotHeavy", "wavyHeavy")
)


def beneath(canvas: Canvas, parts: Sequence[Part], x: float, base: float) -> None:
    """Highlight and shading (17.3.2.15, 17.3.2.32), as high as the text that has it; boxes (17.3.2.4)."""
    with canvas.tagged(None):
        for group in _alike(parts, lambda look: look.background):
            top, bottom = _extent(group)
            left, right = group[0].x, group[-1].x + group[-1].width
            canvas.put(Fill(x + left, base - top, right - left, top + bottom, _look(group).background))
        for group in _alike(parts, lambda look: look.boxed):
            border = _look(group).boxed
            if border is not None and border.width > 0:
                top, bottom = _extent(group)
                left, right = _ends(group)
                borders.frame(canvas, x + left, base - top, right - left, top + bottom, dict.fromkeys(SIDES, border))


def above(canvas: Canvas, parts: Sequence[Part], x: float, base: float) -> None:
    """Underlines (17.3.2.40), strikes (17.3.2.37, 17.3.2.9) and marks of emphasis (17.3.2.12)."""
    with canvas.tagged(None):
        for group in _alike(parts, lambda look: (look.underline, look.underline_colour) if look.underline else None):
            look = _look(group)
            size = max(_size(part) for part in group)
            sunk = max(-_position(part) for part in group)
            colour = look.underline_colour or look.colour or _BLACK
            for left, right in _words(group) if look.underline == "words" else [_ends(group)]:
                _underline(canvas, look.underline, x + left, x + right, base + max(sunk, 0.0), size, colour)
        for part in parts:
            run = part.thing
            if isinstance(run, Run) and run.look.strike:
                _strike(canvas, run, x + part.x, x + part.x + part.width, base - run.rise - part.rise)
            if isinstance(run, Run) and run.look.emphasis not in ("", "none"):
                _emphasis(canvas, part, run, x, base)


def way(canvas: Canvas, look: Look, left: float, right: float, base: float) -> None:
    """The lines along a tab, which has a look as a character has."""
    if not (look.underline or look.background) or right <= left:
        return
    with canvas.tagged(None):
        if look.underline and look.underline != "words":
            colour = look.underline_colour or look.colour or _BLACK
            _underline(canvas, look.underline, left, right, base, look.size, colour)


def _alike(parts: Sequence[Part], key: Callable[[Look], object]) -> Iterator[list[Part]]:
    """Neighbours whose looks have the same, where they have it."""
    group: list[Part] = []
    known: object = None
    for part in parts:
        look = part.thing.look
        value = key(look) if look is not None else None
        if group and (value != known or abs(group[-1].x + group[-1].width - part.x) > 0.1):
            yield group
            group = []
        if value:
            group.append(part)
        known = value
    if group:
        yield group


def _look(group: Sequence[Part]) -> Look:
    return group[0].thing.look or Look()


def _ends(group: Sequence[Part]) -> tuple[float, float]:
    return group[0].x, group[-1].x + group[-1].width


def _size(part: Part) -> float:
    look = part.thing.look
    return look.size if look is not None else 0.0


def _position(part: Part) -> float:
    look = part.thing.look
    return look.position if look is not None else 0.0


def _extent(group: Sequence[Part]) -> tuple[float, float]:
    """How far text reaches above and below the base line."""
    top = max(part.thing.ascent + _position(part) for part in group)
    return top, max(part.thing.descent - _position(part) for part in group)


def _words(group: Sequence[Part]) -> Iterator[tuple[float, float]]:
    """The stretches without blanks."""
    start: float | None = None
    at = 0.0
    for part in group:
        run, at = part.thing, part.x
        if not isinstance(run, Run):
            continue
        advances = part.advances or run.advances[part.low : part.high]
        for text, advance in zip(run.texts[part.low : part.high], advances, strict=True):
            if text in BLANKS or text == "\u00a0":
                if start is not None:
                    yield start, at
                start = None
            elif start is None:
                start = at
            at += advance
    if start is not None:
        yield start, at


def _underline(canvas: Canvas, kind: str, left: float, right: float, base: float, size: float, colour: str) -> None:
    if right <= left:
        return
    thin = max(size * _THIN, 0.4)
    y = base + size * _UNDER
    width = thin * 2 if kind in _HEAVY else thin
    if kind == "double":
        for down in (0.0, 2 * thin):
            canvas.put(Stroke(((left, y + down), (right, y + down)), thin * 0.8, colour))
    elif kind in ("wave", "wavyHeavy", "wavyDouble"):
        _wave(canvas, left, right, y + thin / 2, size, width * 0.7, colour)
        if kind == "wavyDouble":
            _wave(canvas, left, right, y + thin / 2 + size * _APART, size, width * 0.7, colour)
    else:
        dashes = tuple(length * width for length in _DASHES.get(kind, ()))
        canvas.put(Stroke(((left, y), (right, y)), width, colour, dashes))


def _wave(canvas: Canvas, left: float, right: float, y: float, size: float, width: float, colour: str) -> None:
    """A wave of Bézier curves, one for each half of its length."""
    half = max(size * 0.15, 1.0)
    high = half * 0.7
    points = [(left, y)]
    x, side = left, -1.0
    while x < right - 0.01:
        end = min(x + half, right)
        reach = (end - x) / 2
        points += [(x + reach, y + side * high), (end - reach, y + side * high), (end, y)]
        x, side = end, -side
    canvas.put(Stroke(points, width, colour, curved=True))


def _strike(canvas: Canvas, run: Run, left: float, right: float, base: float) -> None:
    thin = max(run.size * _THIN, 0.4)
    y = base - run.size * _STRUCK
    colour = run.look.colour or _BLACK
    levels = (-thin, thin) if run.look.strike == "double" else (0.0,)
    for level in levels:
        canvas.put(Stroke(((left, y + level), (right, y + level)), thin, colour))


def _emphasis(canvas: Canvas, part: Part, run: Run, x: float, base: float) -> None:
    """A mark for each character but blanks. In Chinese text Word puts the dot, its 着重号, below the characters; in
    Japanese, and by the letter of 17.18.24, above. (LibreOffice puts it above in both, and makes the line higher.)"""
    kind = run.look.emphasis
    below = kind == "underDot" or (kind == "dot" and run.look.east_asian_language.lower().startswith("zh"))
    size = run.size
    y = base - run.rise + size * 0.22 if below else base - run.rise - size * 0.98
    advances = part.advances or run.advances[part.low : part.high]
    colour = run.look.colour or _BLACK
    at = x + part.x
    natural = run.advances[part.low : part.high]
    for text, advance, own in zip(run.texts[part.low : part.high], advances, natural, strict=True):
        if text.strip():
            _mark(canvas, kind, at + own / 2, y, size, colour)
        at += advance


def _mark(canvas: Canvas, kind: str, x: float, y: float, size: float, colour: str) -> None:
    radius = size * 0.07
    if kind == "circle":
        points = _circle(x, y, size * 0.09)
        canvas.put(Stroke(points, size * 0.035, colour, curved=True))
    elif kind == "comma":
        points = [(x - radius, y - 2 * radius), (x, y - 2 * radius), (x + radius, y - radius), (x + radius / 2, y)]
        canvas.put(Stroke(points, radius * 1.2, colour, curved=True, round=True))
    else:
        canvas.put(Fill(x - radius, y - radius, 2 * radius, 2 * radius, colour, -1))


def _circle(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """A circle of four Bézier curves."""
    k = radius * 0.5523
    return [
        (x + radius, y), (x + radius, y + k), (x + k, y + radius), (x, y + radius), (x - k, y + radius),
        (x - radius, y + k), (x - radius, y), (x - radius, y - k), (x - k, y - radius), (x, y - radius),
        (x + k, y - radius), (x + radius, y - k), (x + radius, y),
    ]  # fmt: skip
