"""Text boxes (ECMA-376-1, 20.1.2.2.33; wps:wsp): a shape with words in it, in a line or floating."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import sqrt

from docgen.printing.reading.tree import SIDES, Paragraph, TextBox
from docgen.printing.setting.boxes import Context, Stack, StackBlocks
from docgen.printing.setting.lines import cut
from docgen.printing.setting.marks import borders, turned
from docgen.printing.sheet import Canvas, Fill, Glyphs, Stroke

#: Lengths on and off, in widths of the line.
_DASHES = {"dotted": (1.0, 1.0), "dashed": (4.0, 3.0), "dashSmallGap": (3.0, 1.0), "dotDash": (4.0, 3.0, 1.0, 3.0),
           "dotDotDash": (4.0, 3.0, 1.0, 3.0, 1.0, 3.0)}  # fmt: skip
#: The adjustment of roundRect that nothing else is said of: a sixth of the shorter side (presetShapeDefinitions).
_ROUND = 1 / 6


@dataclass(slots=True)
class SetBox:
    """A text box with its words. `draw` puts its top left corner there."""

    box: TextBox
    width: float
    height: float
    words: Stack
    natural: float = 0.0  # width of the words, where they are stretched

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Turned boxes turn about their middle; what stands around the box stays where it is."""
        if self.box.turned:
            middle = x + self.width / 2, y + self.height / 2
            with turned.inside(canvas, *middle, self.box.turned):
                self._draw(canvas, -self.width / 2, -self.height / 2)
        else:
            self._draw(canvas, x, y)

    def _draw(self, canvas: Canvas, x: float, y: float) -> None:
        outer = canvas.tag
        with canvas.tagged(None):
            self._shape(canvas, x, y)
        with canvas.tagged(outer):
            self._words(canvas, x, y)

    def _shape(self, canvas: Canvas, x: float, y: float) -> None:
        box, width, height = self.box, self.width, self.height
        border = box.border
        colour, line = (border.colour, border.width) if border else ("", 0.0)
        dashes = tuple(length * line for length in _DASHES.get(border.kind, ())) if border else ()
        if box.shape in ("line", "lineUp"):
            if border:
                start, end = (y, y + height) if box.shape == "line" else (y + height, y)
                canvas.put(Stroke(((x, start), (x + width, end)), line, colour, dashes))
        elif box.shape in ("ellipse", "roundRect"):
            radius = -1.0 if box.shape == "ellipse" else min(width, height) * _ROUND
            if box.background:
                canvas.put(Fill(x, y, width, height, box.background, radius))
            if border:
                points = _ellipse(x, y, width, height) if radius < 0 else _rounded(x, y, width, height, radius)
                canvas.put(Stroke(points, line, colour, dashes, closed=True, curved=True))
        else:
            if box.background:
                borders.ground(canvas, x, y, width, height, box.background)
            if border:
                borders.frame(canvas, x, y, width, height, dict.fromkeys(SIDES, border))

    def _words(self, canvas: Canvas, x: float, y: float) -> None:
        box = self.box
        top, right, bottom, left = _padding(box)
        width, height = self.width - left - right, self.height - top - bottom
        if box.stretched:
            self._stretch(canvas, x, y)
            return
        upright = box.direction in turned.TURNS
        spare = max((width if upright else height) - self.words.height, 0.0)
        down = {"middle": spare / 2, "bottom": spare}.get(box.align, 0.0)
        if upright:
            turned.draw(
                canvas, box.direction, x + left, y + top, width, height, lambda page: self.words.draw(page, 0.0, down)
            )
        elif self.words.height > height + 1.0 and not box.grows:  # what has no room in the box is not seen
            with turned.inside(canvas, x, y, clip=(self.width, self.height)):
                self.words.draw(canvas, left, top)
        else:
            self.words.draw(canvas, x + left, y + top + down)

    def _stretch(self, canvas: Canvas, x: float, y: float) -> None:
        """One line made as wide as the box, as WordArt is."""
        part = self.width / max(self.natural, 1.0)
        with turned.inside(canvas, x, y + (self.height - self.words.height) / 2):
            self.words.draw(canvas, 0.0, 0.0)
            for mark in canvas.marks:
                if isinstance(mark, Glyphs):
                    mark.x *= part
                    mark.advances = [advance * part for advance in mark.advances]
                    mark.scale *= part


def set_box(box: TextBox, context: Context, stack: StackBlocks) -> SetBox:
    """Words stand at the distances of `padding` from the edges; a box that grows is as high as they are. A width of 0
    is that of the words (17.3.1.11), and so is that of a box that fits them and breaks no lines (21.1.2.1.1, wrap;
    21.1.2.1.4): WPS and Word write page numbers into boxes two inches square, and fit them when the file is opened."""
    context = replace(context, in_table=False, edge=None, beside=float("inf"))
    plain = all(isinstance(block, Paragraph) for block in box.blocks)
    if box.blocks and (not box.width or (box.fits and not box.wraps and plain)):
        box = replace(box, width=_widest(box, context) + box.padding[1] + box.padding[3])
    top, right, bottom, left = _padding(box)
    upright = box.direction in turned.TURNS
    natural = _widest(box, context) if box.stretched or not box.wraps else 0.0
    room = box.height - top - bottom if upright else box.width - left - right
    words = stack(box.blocks, max(room, natural + 1.0), context)
    height = words.height + top + bottom if box.grows and not upright else box.height
    if box.grows and not (box.fits or box.border or box.background):
        height = max(height, box.height)  # a frame is at least as high as it says (17.3.1.11, hRule)
    if not (box.grows or upright or box.stretched) and words.height > height - top - bottom + 1.0:
        cut.tell_box(box, words, context)
    return SetBox(box, box.width, height, words, natural)


def _widest(box: TextBox, context: Context) -> float:
    # Paragraphs hold text boxes, which hold paragraphs.
    from docgen.printing.setting.lines.paragraphs import widths  # noqa: PLC0415

    return max((widths(block, context)[1] for block in box.blocks if isinstance(block, Paragraph)), default=0.0)


def _padding(box: TextBox) -> tuple[float, float, float, float]:
    """The words of an ellipse stand in the rectangle within it."""
    top, right, bottom, left = box.padding
    if box.shape == "ellipse":
        across, down = box.width * (1 - 1 / sqrt(2)) / 2, box.height * (1 - 1 / sqrt(2)) / 2
        return top + down, right + across, bottom + down, left + across
    return top, right, bottom, left


_BEND = 0.5523  # of a Bézier handle, for a quarter of a circle


def _ellipse(x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    a, b = width / 2, height / 2
    cx, cy, h, v = x + a, y + b, a * _BEND, b * _BEND
    return [
        (cx + a, cy), (cx + a, cy + v), (cx + h, cy + b), (cx, cy + b), (cx - h, cy + b), (cx - a, cy + v),
        (cx - a, cy), (cx - a, cy - v), (cx - h, cy - b), (cx, cy - b), (cx + h, cy - b), (cx + a, cy - v),
        (cx + a, cy),
    ]  # fmt: skip


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> list[tuple[float, float]]:
    """A rectangle with round corners; its straight sides are curves that do not bend."""
    points = [(x + radius, y)]
    right, bottom, handle = x + width, y + height, radius * (1 - _BEND)
    corners: tuple[Callable[[float, float], tuple[float, float]], ...] = (
        lambda before, after: (right - before, y + after),
        lambda before, after: (right - after, bottom - before),
        lambda before, after: (x + before, bottom - after),
        lambda before, after: (x + after, y + before),
    )
    for at in corners:
        start, end = at(radius, 0.0), at(0.0, radius)
        points += [points[-1], start, start, at(handle, 0.0), at(0.0, handle), end]
    return [*points, points[-1], points[0], points[0]]
