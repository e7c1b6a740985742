"""A line on its page: glyphs, leaders, links and tags."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from docgen.errors import WordPlace
from docgen.printing.reading.tree import Look
from docgen.printing.setting.boxes import Context
from docgen.printing.setting.glyphs.typesetter import Run
from docgen.printing.setting.lines import decoration, tabs
from docgen.printing.setting.lines.slots import Calling, Solid
from docgen.printing.setting.marks.turned import inside
from docgen.printing.sheet import Canvas, Glyphs, Link, Stroke

_NOWHERE = WordPlace("")
_NOWHITHER = ("", "")


class Part:
    """Glyphs `low` to `high` of a run, or a solid, from `x` on. advances: where they are not the run's own."""

    __slots__ = ("advances", "high", "label", "low", "rise", "thing", "width", "x")

    def __init__(self, thing: Run | Solid, low: int, high: int, x: float) -> None:
        self.thing = thing
        self.low = low
        self.high = high
        self.x = x
        self.width = 0.0
        self.rise = 0.0
        self.label = False
        self.advances: list[float] | None = None


@dataclass(slots=True)
class Way:
    """What a tab leaves open, from `x` to `to`."""

    x: float
    to: float
    leader: str
    look: Look
    slot: int


class Drawing:
    """Draws one line with its top left corner anywhere, as often as asked."""

    __slots__ = ("bars", "base", "context", "cut", "height", "names", "parts", "plain", "ways")

    def __init__(self, parts: list[Part], height: float, base: float, plain: bool, ways: list[Way],
                 bars: tuple[float, ...], cut: bool, context: Context) -> None:  # fmt: skip
        self.parts = parts
        self.height = height
        self.base = base
        self.plain = plain
        self.ways = ways
        self.names: tuple[str, ...] = ()
        self.bars = bars
        self.cut = cut
        self.context = context if ways else None

    def __call__(self, canvas: Canvas, x: float, y: float) -> None:
        for name in self.names:
            canvas.sheet.places.setdefault(name, (x, y))
        if self.cut:
            # An exact line shows what has room in it (17.3.1.33).
            width = max((part.x + part.width for part in self.parts), default=0.0) + 1000.0
            with inside(canvas, x - 500.0, y, clip=(width + 500.0, self.height)):
                self._draw(canvas, 500.0, 0.0)
        else:
            self._draw(canvas, x, y)

    def _draw(self, canvas: Canvas, x: float, y: float) -> None:
        base = y + self.base
        if self.plain:
            for part in self.parts:
                _glyphs(canvas, part, x, base)
        else:
            draw_parts(canvas, self.parts, x, base)
        for way in self.ways:
            self._leader(canvas, way, x, base)
        for bar in self.bars:
            with canvas.tagged(None):
                canvas.put(Stroke(((x + bar, y), (x + bar, y + self.height)), 0.5, "#000000"))

    def _leader(self, canvas: Canvas, way: Way, x: float, base: float) -> None:
        """A row of points or strokes that stand at multiples of their width, so that those of all lines do alike."""
        decoration.way(canvas, way.look, x + way.x, x + way.to, base)
        sign = tabs.leader(way.leader)
        if not sign or self.context is None:
            return
        runs = self.context.typesetter.runs(sign, way.look, _NOWHERE)
        run = runs[0]
        width = run.advances[0]
        if width <= 0:
            return
        first = -(-(way.x + 0.01) // width)
        count = int((way.to - first * width + 0.01) // width)
        if count > 0:
            with canvas.tagged(None):
                canvas.put(Glyphs(x + first * width, base, run.face, run.size, list(run.ids) * count, [width] * count,
                                  sign * count, run.look.colour or "#000000"))  # fmt: skip


def draw_parts(canvas: Canvas, parts: list[Part], x: float, base: float) -> None:
    """Parts on a base line with all that is under, over and around them."""
    decoration.beneath(canvas, parts, x, base)
    for link, group in groupby(parts, key=_leads):
        if link == _NOWHITHER:
            for part in group:
                _tagged(canvas, part, x, base)
        else:
            _linked(canvas, link, list(group), x, base)
    decoration.above(canvas, parts, x, base)


def _tagged(canvas: Canvas, part: Part, x: float, base: float) -> None:
    """A part under a tag of its own, where it has one."""
    thing, tag = part.thing, canvas.tag
    if isinstance(thing, Solid):
        thing.draw(canvas, x + part.x, base - part.rise)
        return
    if part.label and tag is not None and canvas.label_tag is not None:
        with canvas.tagged(canvas.label_tag):
            _glyphs(canvas, part, x, base)
        return
    if isinstance(thing, Calling) and tag is not None:
        with canvas.tagged(tag.child("Reference")):
            _glyphs(canvas, part, x, base)
    else:
        _glyphs(canvas, part, x, base)


def _leads(part: Part) -> tuple[str, str]:
    """Where a part leads, outside or in the file."""
    thing = part.thing
    return (thing.link, thing.target) if isinstance(thing, Run) else _NOWHITHER


def _linked(canvas: Canvas, link: tuple[str, str], parts: list[Part], x: float, base: float) -> None:
    """What leads to one place is one link, whatever runs it is made of."""
    tag = canvas.tag.child("Link") if canvas.tag is not None else None
    with canvas.tagged(tag):
        for part in parts:
            _tagged(canvas, part, x, base)
    left, right = parts[0].x, parts[-1].x + parts[-1].width
    ascent, descent = (max(getattr(part.thing, reach) for part in parts) for reach in ("ascent", "descent"))
    canvas.sheet.links.append(Link(x + left, base - ascent, right - left, ascent + descent, *link, tag))


def _glyphs(canvas: Canvas, part: Part, x: float, base: float) -> None:
    run = part.thing
    if not isinstance(run, Run):
        run.draw(canvas, x + part.x, base - part.rise)
        return
    low, high = part.low, part.high
    look = run.look
    if low == 0 and high == len(run.ids):
        ids, advances, texts, offsets = run.ids, part.advances or run.advances, run.texts, run.offsets
    else:
        ids, advances, texts = run.ids[low:high], part.advances or run.advances[low:high], run.texts[low:high]
        offsets = run.offsets and {at - low: move for at, move in run.offsets.items() if low <= at < high}
    canvas.put(Glyphs(x + part.x, base - run.rise - part.rise, run.face, run.size, ids, advances, texts,
                      look.colour or "#000000", look.scale, offsets, run.slant, run.thicken))  # fmt: skip
