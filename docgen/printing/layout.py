"""Tree → HTML and paged CSS (css-page-3, css-gcpm-3). Widths are all known before anything is laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree

from docgen.errors import Finding
from docgen.printing.css import Sheet, pt
from docgen.printing.fonts import Fonts
from docgen.printing.pages import number_rules, page_rules, stories
from docgen.printing.paragraphs import Setting, gap_between, paragraph
from docgen.printing.tabled import table
from docgen.printing.text import Typesetter, font_css
from docgen.printing.tree import Block, Document, Look, Paragraph, Picture, Shape, Table

Element = ElementTree.Element

#: Set for every box: blanks as they are; neither kerning nor ligatures, as in Word unless a file asks for them.
_GROUND = (
    "html{white-space:pre-wrap;font-kerning:none;font-variant-ligatures:none;%s}"
    "body{margin:0;orphans:2;widows:2}"
    "table{border-collapse:collapse;table-layout:fixed;border-spacing:0;text-indent:0}"
    "td{padding:0}"
    "a{color:inherit;text-decoration:none}"
)


@dataclass(frozen=True)
class Laid:
    """What the press prints."""

    html: Element
    css: str
    pictures: Mapping[str, Picture]
    findings: tuple[Finding, ...]


@dataclass
class Flow:
    """Sets blocks one under another."""

    typesetter: Typesetter
    default_tab: float
    grid_in_tables: bool
    pictures: dict[str, Picture] = field(default_factory=dict)

    def blocks(
        self, blocks: Sequence[Block], width: float, pitch: float, into: Element, *, in_cell: bool = False
    ) -> None:
        above: Shape | None = None
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            if isinstance(block, Table):
                into.append(table(block, self, width, pitch, 0.0 if above is None else above.after))
                above = None
                continue
            below = block.shape.after if following is None and in_cell else 0.0
            next_shape = following.shape if isinstance(following, Paragraph) else None
            setting = Setting(
                width, gap_between(above, block.shape), below, pitch, self.default_tab, above, next_shape
            )
            for box in paragraph(block, setting, self.typesetter, self.pictures):
                into.append(box)
            above = block.shape


def lay_out(
    document: Document, fonts: Fonts, *, header_room: Mapping[int, tuple[float, float]], section_pages: Mapping[int, int]
) -> Laid:
    """The whole document.

    header_room: by section, what headers and footers take beyond the margins, in points.
    section_pages: by section, how many pages it has; empty before they were counted.
    """
    sheet = Sheet()
    typesetter = Typesetter(fonts, sheet)
    flow = Flow(typesetter, document.default_tab, document.grid_in_tables)
    html = Element("html", {"lang": document.language or "zh-CN"})
    head = ElementTree.SubElement(html, "head")
    ElementTree.SubElement(head, "title").text = document.title
    if document.author:
        ElementTree.SubElement(head, "meta", {"name": "author", "content": document.author})
    body = ElementTree.SubElement(html, "body")
    ground = typesetter.fonts.family("宋体", east_asian=True)
    sheet.rule(_GROUND % font_css(ground, 10.5, bold=False, italic=False))
    for number, section in enumerate(document.sections):
        page_rules(number, section, sheet, header_room.get(number, (0.0, 0.0)), ground)
        number_rules(number, section, sheet, section_pages.get(number, 0))
        holder = ElementTree.SubElement(body, "div", {"class": sheet.name(f"page:s{number}") + f" s{number}"})
        stories(number, section, holder, flow)
        flow.blocks(section.blocks, section.page.text_width, section.page.grid.pitch, holder)
    return Laid(html, sheet.text(), flow.pictures, tuple(typesetter.findings))


__all__ = ["Flow", "Laid", "Look", "lay_out", "pt"]
