"""One page while it fills: where its text may stand, what stands there, and its drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.printing.reading.tree import Page
from docgen.printing.setting.boxes import Context
from docgen.printing.setting.ground import page_ground
from docgen.printing.setting.pages import columns, pageframes
from docgen.printing.setting.pages.flowing import Column
from docgen.printing.setting.pages.headers import Story
from docgen.printing.setting.pages.notes import Foot, FootNote
from docgen.printing.setting.stacks.floats import Floats
from docgen.printing.setting.stacks.putting import Placed, put
from docgen.printing.sheet import Canvas, Tag


@dataclass(slots=True)
class _Part:
    """A column of one section on the page."""

    x: float
    y: float
    width: float
    placed: list[Placed]


class Leaf:
    """A page of a section. `top`, `bottom`: of the text, which gives way to a header or footer taller than its margin
    (17.6.11); `y`: how far the text has come; `notes`: at the foot, across all columns."""

    context: Context

    def __init__(
        self,
        canvas: Canvas,
        page: Page,
        number: int,
        section: int,
        first: bool,
        header: Story | None,
        footer: Story | None,
    ) -> None:
        self.canvas = canvas
        self.page = page
        self.number = number
        self.section = section
        self.first = first
        self.header = header
        self.footer = footer
        # 17.15.1.57: on even pages, left and right margins change places
        self.left = page.right if page.mirrored and number % 2 == 0 else page.left
        self.top, self.bottom = page.top, page.height - page.bottom
        if header and not page.fixed_top:
            self.top = max(self.top, page.header + header.stack.height)
        if footer and not page.fixed_bottom:
            self.bottom = min(self.bottom, page.height - page.footer - footer.stack.height)
        if self.bottom - self.top < page.height / 20:  # nothing would ever fit: they overlap
            self.top, self.bottom = page.top, page.height - page.bottom
        self.y = self.top
        self.notes: list[FootNote] = []
        self.align = page.align
        self._parts: list[_Part] = []
        self._lines: list[tuple[Page, float, float]] = []
        self._feet: list[tuple[float, float, list[FootNote]]] = []
        self.is_full = False
        self.floats = Floats(page_ground(page, number))

    @property
    def is_blank(self) -> bool:
        return not self._parts

    def add(self, page: Page, places: Sequence[tuple[float, float]], found: Sequence[Column]) -> None:
        """Columns of a section, from where the text has come so far."""
        left = page.right if page.mirrored and self.number % 2 == 0 else page.left
        tallest = 0.0
        for (x, width), column in zip(places, found, strict=False):
            if column.placed:
                self._parts.append(_Part(left + x, self.y, width, column.placed))
            tallest = max(tallest, column.height)
            if len(places) == 1:
                self.notes = column.notes
            elif column.notes:
                self._feet.append((left + x, width, column.notes))
        if len(places) > 1 and tallest:
            self._lines.append((page, self.y, self.y + tallest))
        self.is_full = found[-1].ended == "full"
        self.y += tallest

    def draw(self, root: Tag | None, foot: Foot, *, beneath_text: bool) -> None:
        """Everything but headers and footers, in reading order."""
        canvas, page = self.canvas, self.page
        across = foot.height(self.notes, self.context)
        free = self.bottom - across - max([foot.height(notes, self.context) for *_, notes in self._feet], default=0.0)
        free -= self.y
        down = {"center": free / 2, "bottom": free}.get(self.align, 0.0) if free > 0 else 0.0
        framed = page.borders if pageframes.shown(page.borders, first=self.first) else None
        over, under = self.context.document.borders_around
        top = min(page.header, self.top) if over and self.header else self.top
        bottom = max(page.height - page.footer, self.bottom) if under and self.footer else self.bottom
        around = (self.left, top, self.left + page.text_width, bottom)
        if framed and framed.behind:
            pageframes.draw(canvas, framed, around)
        with canvas.tagged(root):
            self.floats.draw(canvas, 0.0, 0.0, behind=True, down=down)
            for part in self._parts:
                placed = part.placed
                if self.align == "both" and self.is_full and free > 0 and len(self._parts) == 1:
                    placed = _spread(placed, free)
                put(canvas, part.x, part.y + down, part.width, placed)
            self.floats.draw(canvas, 0.0, 0.0, behind=False, down=down)
        for set_up, top, bottom in self._lines:
            columns.lines(canvas, set_up, self.left, top + down, bottom + down)
        for x, width, notes in self._feet:
            foot.draw(canvas, x, self.bottom - across, width, notes, self.context)
        end = self.y + down + across if beneath_text else self.bottom
        foot.draw(canvas, self.left, end, page.text_width, self.notes, self.context)
        if framed and not framed.behind:
            pageframes.draw(canvas, framed, around)
        # Of thousands of pages, those whose footers wait for the number of pages are kept, but not what stood on them.
        self._parts, self._feet, self.notes, self.floats = [], [], [], Floats(self.floats.ground)

    def draw_stories(self) -> None:
        """Header and footer; they lie beneath the text."""
        page, canvas = self.page, self.canvas
        canvas.outlined = False
        with canvas.beneath(), canvas.tagged(None):
            if self.header:
                self.header.stack.draw(canvas, self.left, page.header)
            if self.footer:
                height = self.footer.stack.height
                self.footer.stack.draw(canvas, self.left, page.height - page.footer - height)


def _spread(placed: list[Placed], free: float) -> list[Placed]:
    """17.6.23, "both": what is free between the paragraphs of a full page."""
    starts = [at for at, (_, item) in enumerate(placed) if at and item.index == 0]
    if not starts:
        return placed
    step, shift, found = free / len(starts), 0.0, []
    gaps = set(starts)
    for at, (y, item) in enumerate(placed):
        shift += step if at in gaps else 0.0
        found.append((y + shift, item))
    return found
