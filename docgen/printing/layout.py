"""Tree → HTML and paged CSS (css-page-3, css-gcpm-3). Widths are all known before anything is laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree

from docgen.errors import Finding
from docgen.printing.css import Sheet
from docgen.printing.fonts import Fonts
from docgen.printing.pages import number_content, page_rules, stories
from docgen.printing.paragraphs import Setting, gap_between, paragraph
from docgen.printing.tabled import table
from docgen.printing.text import Typesetter, font_css
from docgen.printing.tree import Block, Document, Page, Paragraph, Picture, Section, Shape, Table

Element = ElementTree.Element

#: Set for every box: blanks as they are; neither kerning nor ligatures, as in Word unless a file asks for them.
_GROUND = (
    "html,body,div{display:block}head{display:none}"
    "table{display:table}colgroup{display:table-column-group}col{display:table-column}tr{display:table-row}"
    "thead{display:table-header-group}tbody{display:table-row-group}td{display:table-cell}"
    "br::before{content:'\\A';white-space:pre-line}"
    "html{white-space:pre-wrap;overflow-wrap:break-word;font-kerning:none;font-variant-ligatures:none;%s}"
    "body{margin:0;orphans:2;widows:2}"
    "table{border-collapse:collapse;table-layout:fixed;border-spacing:0;text-indent:0}"
    "td{padding:0}"
    "a[href]{-weasy-link:attr(href)}"
)


@dataclass(frozen=True)
class Laid:
    """What the press prints."""

    html: Element
    css: str
    pictures: Mapping[str, Picture]
    findings: tuple[Finding, ...]
    counts_section: bool = False


@dataclass
class Flow:
    """Sets blocks one under another."""

    typesetter: Typesetter
    default_tab: float
    grid_in_tables: bool
    pictures: dict[str, Picture] = field(default_factory=dict)
    section: Section = field(default_factory=lambda: Section(Page(), (), {}, {}))
    section_pages: int = 0
    counts_section: bool = False

    def number(self, of: str, written: str) -> str:
        """The class of an empty span that shows a page number."""
        self.counts_section = self.counts_section or of == "section"
        content = number_content(of, written, self.section, self.section_pages)
        return self.typesetter.sheet.name(content, "::before")

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
            setting = Setting(width, gap_between(above, block.shape), below, pitch, self.default_tab, above, next_shape)
            for box in paragraph(block, setting, self):
                into.append(box)
            above = block.shape


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
        flow.section, flow.section_pages = section, section_pages.get(number, 0)
        holder = ElementTree.SubElement(body, "div", {"class": sheet.name(f"page:s{number}") + f" s{number}"})
        stories(number, section, holder, flow)
        flow.blocks(section.blocks, section.page.text_width, section.page.grid.pitch, holder)
    return Laid(html, sheet.text(), flow.pictures, tuple(typesetter.findings), flow.counts_section)
