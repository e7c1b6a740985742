"""Headers and footers (ECMA-376-1, 17.10): which of them a page shows, set once where they say no numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docgen.printing.reading.tree import Block, Document, Page, Section
from docgen.printing.setting.boxes import Context, Numbers
from docgen.printing.setting.glyphs.typesetter import Typesetter
from docgen.printing.setting.ground import Ground, page_ground
from docgen.printing.setting.stacks.stacking import Stacked, stack

Edge = Literal["header", "footer"]


@dataclass(slots=True)
class Story:
    """A header or footer set for a page. `waits`: it says how many pages there are, which is known at the end."""

    stack: Stacked
    blocks: Sequence[Block]
    page: Page
    edge: Edge
    waits: bool


class Stories:
    """The headers and footers of a document."""

    def __init__(self, typesetter: Typesetter, document: Document) -> None:
        self._typesetter = typesetter
        self._document = document
        self._set: dict[tuple[object, ...], Story] = {}

    def of(self, section: Section, edge: Edge, numbers: Numbers, *, first: bool, even: bool) -> Story | None:
        """What stands at that edge of a page; None for nothing. 17.10.6: a first page has its own where the section has
        one, empty or not, and so have even pages (17.10.1)."""
        stories = section.headers if edge == "header" else section.footers
        kind = "first" if first and "first" in stories else "even" if even and "even" in stories else "default"
        blocks = stories.get(kind, ())
        if not blocks:
            return None
        page = section.page
        # What floats counts from the page: a story is another one on paper of another set-up, or on a left page.
        left_page = page.mirrored and numbers.page % 2 == 0
        key = (id(blocks), page.width, page.height, page.left, page.right, page.header, page.footer, left_page)
        if key in self._set:
            return self._set[key]
        story, used = self._story(blocks, page, edge, numbers)
        if not used:
            self._set[key] = story
        return story

    def anew(self, story: Story, numbers: Numbers) -> Story:
        """The same, with numbers that are known now."""
        return self._story(story.blocks, story.page, story.edge, numbers)[0]

    def _story(self, blocks: Sequence[Block], page: Page, edge: Edge, numbers: Numbers) -> tuple[Story, set[str]]:
        def ground(height: float) -> Ground:
            top = page.header if edge == "header" else page.height - page.footer - height
            left = page.right if page.mirrored and numbers.page % 2 == 0 else page.left
            return page_ground(page, numbers.page, left, top)

        context = Context(self._typesetter, self._document, numbers=numbers, edge=ground)
        found = stack(blocks, page.text_width, context)
        return Story(found, blocks, page, edge, bool(context.used_numbers & {"pages", "section"})), context.used_numbers
