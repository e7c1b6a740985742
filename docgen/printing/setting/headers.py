"""Headers and footers (ECMA-376-1, 17.10): which of them a page shows, set once where they say no numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docgen.printing.reading.tree import Block, Document, Section
from docgen.printing.setting.boxes import Context, Numbers
from docgen.printing.setting.glyphs import Typesetter
from docgen.printing.setting.stacking import Stacked, stack

Edge = Literal["header", "footer"]


@dataclass(slots=True)
class Story:
    """A header or footer set for a page. `waits`: it says how many pages there are, which is known at the end."""

    stack: Stacked
    blocks: Sequence[Block]
    width: float
    waits: bool


class Stories:
    """The headers and footers of a document."""

    def __init__(self, typesetter: Typesetter, document: Document) -> None:
        self._typesetter = typesetter
        self._document = document
        self._set: dict[tuple[int, float], Story] = {}

    def of(self, section: Section, edge: Edge, numbers: Numbers, *, first: bool, even: bool) -> Story | None:
        """What stands at that edge of a page; None for nothing. 17.10.6: a first page has its own where the section has
        one, empty or not, and so have even pages (17.10.1)."""
        stories = section.headers if edge == "header" else section.footers
        kind = "first" if first and "first" in stories else "even" if even and "even" in stories else "default"
        blocks = stories.get(kind, ())
        if not blocks:
            return None
        key = (id(blocks), section.page.text_width)
        if key in self._set:
            return self._set[key]
        story, used = self._story(blocks, section.page.text_width, numbers)
        if not used:
            self._set[key] = story
        return story

    def anew(self, story: Story, numbers: Numbers) -> Story:
        """The same, with numbers that are known now."""
        return self._story(story.blocks, story.width, numbers)[0]

    def _story(self, blocks: Sequence[Block], width: float, numbers: Numbers) -> tuple[Story, set[str]]:
        context = Context(self._typesetter, self._document, numbers=numbers)
        found = stack(blocks, width, context)
        return Story(found, blocks, width, bool(context.used_numbers & {"pages", "section"})), context.used_numbers
