"""Tree → HTML and paged CSS (css-page-3, css-gcpm-3). Widths are all known before anything is laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree

from docgen.errors import Finding
from docgen.printing.flow import Flow, Setting
from docgen.printing.fonts import Fonts
from docgen.printing.pages import page_rules
from docgen.printing.paragraphs import gap_between, paragraph
from docgen.printing.tabled import table
from docgen.printing.text import Typesetter, font_css
from docgen.printing.tree import Block, Document, Paragraph, Picture, Section, Shape, Table

Element = ElementTree.Element


@dataclass(frozen=True)
class Laid:
    """What the press prints. Each element says its CSS itself, in `style`, and in `before` that of its ::before box."""

    html: Element
    page_css: str
    pictures: Mapping[str, Picture]
    findings: tuple[Finding, ...]
    counts_section: bool = False


def lay_out(
    document: Document,
    fonts: Fonts,
    *,
    header_room: Mapping[int, tuple[float, float]],
    section_pages: Mapping[int, int],
) -> Laid:
    """The whole document.

    header_room: by section, what headers and footers take beyond the margins, in points.
    section_pages: by section, how many pages it has; empty before they were counted.
    """
    typesetter = Typesetter(fonts)
    flow = Flow(typesetter, document.default_tab, document.grid_in_tables)
    ground = fonts.family("宋体", east_asian=True)
    css = font_css(ground, 10.5, bold=False, italic=False)
    html = Element("html", {"lang": document.language or "zh-CN", "style": css})
    head = ElementTree.SubElement(html, "head")
    ElementTree.SubElement(head, "title").text = document.title
    if document.author:
        ElementTree.SubElement(head, "meta", {"name": "author", "content": document.author})
    if document.keywords:
        ElementTree.SubElement(head, "meta", {"name": "keywords", "content": document.keywords})
    body = ElementTree.SubElement(html, "body")
    rules: list[str] = []
    for number, section in enumerate(document.sections):
        rules += page_rules(number, section, header_room.get(number, (0.0, 0.0)), ground)
        flow.section, flow.section_pages = section, section_pages.get(number, 0)
        holder = ElementTree.SubElement(body, "div", {"style": f"page:s{number}"})
        _stories(number, section, holder, flow)
        _stack(section.blocks, flow, section.page.text_width, section.page.grid.pitch, holder)
    return Laid(html, "\n".join(rules), flow.pictures, tuple(typesetter.findings), flow.counts_section)


def _stories(number: int, section: Section, into: Element, flow: Flow) -> None:
    """Headers and footers, each once; they run on every page that shows them."""
    for name, kinds in (("header", section.headers), ("footer", section.footers)):
        for kind, blocks in kinds.items():
            if blocks:
                css = f"position:running({name}-{number}-{kind})"
                holder = ElementTree.SubElement(into, "div", {"style": css})
                _stack_in_cell(blocks, flow, section.page.text_width, 0.0, holder)


def _stack(
    blocks: Sequence[Block], flow: Flow, width: float, pitch: float, into: Element, *, in_cell: bool = False
) -> None:
    """Set blocks one under another. In a cell the space after the last paragraph counts too."""
    above: Shape | None = None
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(block, Table):
            gap = 0.0 if above is None else above.after
            into.append(table(block, flow, width, pitch, gap, _stack_in_cell))
            above = None
            continue
        below = block.shape.after if following is None and in_cell else 0.0
        next_shape = following.shape if isinstance(following, Paragraph) else None
        setting = Setting(width, gap_between(above, block.shape), below, pitch, flow.default_tab, above, next_shape)
        for box in paragraph(block, setting, flow):
            into.append(box)
        above = block.shape


_stack_in_cell = partial(_stack, in_cell=True)
