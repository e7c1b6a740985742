"""Tables → HTML tables of fixed layout (css-tables-3): widths from the grid, borders already settled."""

from __future__ import annotations

from xml.etree import ElementTree

from docgen.printing.css import pt
from docgen.printing.flow import Flow, Setting, Stacking
from docgen.printing.framed import border_css
from docgen.printing.paragraphs import paragraph, shares_cell
from docgen.printing.tree import Cell, Paragraph, Row, Table

Element = ElementTree.Element


def table(block: Table, flow: Flow, width: float, pitch: float, gap: float, stack: Stacking) -> Element:
    """One table. `gap`: space after the paragraph above it; `stack` sets what stands in its cells."""
    total = sum(block.columns)
    offset = {"center": (width - total) / 2, "right": width - total, "end": width - total}.get(
        block.align, block.indent
    )
    element = Element("table", {"style": f"width:{pt(total)};margin:{pt(gap)} 0 0 {pt(offset)}"})
    group = ElementTree.SubElement(element, "colgroup")
    for column in block.columns:
        ElementTree.SubElement(group, "col", {"style": f"width:{pt(column)}"})
    heads = 0
    while heads < len(block.rows) and block.rows[heads].header:
        heads += 1
    if heads == len(block.rows):
        heads = 0  # a head repeats before something, never alone
    for tag, rows in (("thead", block.rows[:heads]), ("tbody", block.rows[heads:])):
        if rows:
            section = ElementTree.SubElement(element, tag)
            for row in rows:
                section.append(_row(row, block, flow, pitch, stack))
    return element


def _row(row: Row, block: Table, flow: Flow, pitch: float, stack: Stacking) -> Element:
    css = f"height:{pt(row.height)}" if row.height else ""
    if row.cant_split:
        css += ";break-inside:avoid"
    if _keeps_with_next(row):
        css += ";break-after:avoid"
    element = Element("tr", {"style": css} if css else {})
    _blank(element, row.before)
    column = row.before
    for cell in row.cells:
        width = sum(block.columns[column : column + cell.span])
        element.append(_cell(cell, flow, width, pitch, stack))
        column += cell.span
    _blank(element, row.after)
    return element


def _blank(row: Element, columns: int) -> None:
    if columns:
        ElementTree.SubElement(row, "td", {"colspan": str(columns)})


def _keeps_with_next(row: Row) -> bool:
    """Rows keep together where the first paragraph of every cell keeps with the next (17.3.1.15)."""
    firsts = [cell.blocks[0] for cell in row.cells if cell.blocks]
    return bool(firsts) and all(isinstance(first, Paragraph) and first.shape.keep_next for first in firsts)


def _cell(cell: Cell, flow: Flow, width: float, pitch: float, stack: Stacking) -> Element:
    css = f"vertical-align:{cell.align}"
    if cell.background:
        css += f";background:{cell.background}"
    for side, edge in cell.borders.items():
        css += f";border-{side}:{border_css(edge)}"
    top, right, bottom, left = cell.padding
    inner = max(width - left - right, 1.0)
    pitch = pitch if flow.grid_in_tables else 0.0
    only = cell.blocks[0] if len(cell.blocks) == 1 else None
    if isinstance(only, Paragraph) and shares_cell(only):
        shape = only.shape
        setting = Setting(inner, shape.before, shape.after, pitch, flow.default_tab, cell=css, padding=cell.padding)
        (element,) = paragraph(only, setting, flow)
    else:
        css += f";padding:{pt(top)} {pt(right)} {pt(bottom)} {pt(left)}"
        element = Element("td", {"style": css})
        stack(cell.blocks, flow, inner, pitch, element)
    if cell.span > 1:
        element.set("colspan", str(cell.span))
    if cell.rows > 1:
        element.set("rowspan", str(cell.rows))
    return element
