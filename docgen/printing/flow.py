"""What is known while blocks are set one under another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree

from docgen.printing.pages import number_content
from docgen.printing.text import Typesetter
from docgen.printing.tree import Block, Page, Picture, Section, Shape

#: Sets blocks into an element: (blocks, flow, width, pitch, into). Tables are handed it for what stands in their cells.
Stacking = Callable[[Sequence[Block], "Flow", float, float, ElementTree.Element], None]


@dataclass
class Flow:
    """The document so far: its fonts, its pictures, the section that is being set."""

    typesetter: Typesetter
    default_tab: float
    grid_in_tables: bool
    pictures: dict[str, Picture] = field(default_factory=dict)
    section: Section = field(default_factory=lambda: Section(Page(), (), {}, {}))
    section_pages: int = 0
    counts_section: bool = False

    def number(self, of: str, written: str) -> str:
        """The CSS of what stands before an empty span: a page number."""
        self.counts_section = self.counts_section or of == "section"
        return number_content(of, written, self.section, self.section_pages)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a paragraph stands. `gap`: space above it, in points; `pitch`: lines of the grid, 0 without.

    cell: CSS of the table cell that the paragraph is alone in, and whose box it shares; `padding`: that of the cell.
    """

    width: float
    gap: float
    below: float = 0.0
    pitch: float = 0.0
    default_tab: float = 36.0
    above: Shape | None = None
    next: Shape | None = None
    cell: str = ""
    padding: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
