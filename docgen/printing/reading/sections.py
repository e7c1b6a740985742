"""Page set-up (ECMA-376-1, 17.6)."""

from __future__ import annotations

from dataclasses import replace

from docgen.errors import WordPlace
from docgen.printing.reading.numbering import is_known_format
from docgen.printing.reading.source import Source
from docgen.printing.reading.tree import Grid, Page, Section
from docgen.printing.reading.values import Element, W, attribute, number, twips


def page(section: Element | None, source: Source, part: str) -> Page:
    """Paper, margins, grid and page numbers of a w:sectPr; Word's own defaults where it says nothing."""
    found = Page()
    if section is None:
        return found
    place = WordPlace(part)
    size, margin, grid, numbers, columns = (
        section.find(W + name) for name in ("pgSz", "pgMar", "docGrid", "pgNumType", "cols")
    )
    if size is not None:
        found = replace(
            found,
            width=_within(twips(attribute(size, "w"), found.width), found.width),
            height=_within(twips(attribute(size, "h"), found.height), found.height),
        )
    if margin is not None:
        gutter = twips(attribute(margin, "gutter"))
        found = replace(
            found,
            # 17.6.11: a negative top or bottom margin stays as it is, however tall the header.
            fixed_top=attribute(margin, "top").startswith("-"),
            fixed_bottom=attribute(margin, "bottom").startswith("-"),
            top=abs(twips(attribute(margin, "top"), found.top)),
            bottom=abs(twips(attribute(margin, "bottom"), found.bottom)),
            left=max(twips(attribute(margin, "left"), found.left) + gutter, 0.0),
            right=max(twips(attribute(margin, "right"), found.right), 0.0),
            header=twips(attribute(margin, "header"), found.header),
            footer=twips(attribute(margin, "footer"), found.footer),
        )
    if grid is not None and attribute(grid, "type", "default") != "default":
        found = replace(found, grid=Grid(twips(attribute(grid, "linePitch"))))
        if attribute(grid, "type") != "lines" and number(attribute(grid, "charSpace")):
            source.tell("print.character_grid", place)
    if numbers is not None:
        written = attribute(numbers, "fmt", "decimal")
        if not is_known_format(written):
            source.refuse("print.number_format", place, format=written)
        start = attribute(numbers, "start")
        found = replace(found, number_format=written, number_from=int(start) if start.isdecimal() else None)
    if columns is not None and attribute(columns, "num", "1") not in ("", "0", "1"):
        source.refuse("print.columns", place)
    for name, code in (("pgBorders", "print.page_borders"), ("lnNumType", "print.line_numbers")):
        if section.find(W + name) is not None:
            source.refuse(code, place)
    direction = section.find(W + "textDirection")
    if direction is not None and attribute(direction, "val") not in ("lrTb", "tb", ""):
        source.refuse("print.vertical_text", place)
    vertical = section.find(W + "vAlign")
    if vertical is not None and attribute(vertical, "val", "top") != "top":
        source.tell("print.page_alignment", place)
    return found


def _within(length: float, default: float) -> float:
    """22 inches is the largest paper that Word knows."""
    return length if 36.0 <= length <= 1584.0 else default


def starts(section: Element | None) -> str:
    """17.6.22: how the section begins."""
    kind = None if section is None else section.find(W + "type")
    return "nextPage" if kind is None else attribute(kind, "val", "nextPage")


def joined(before: Section, after: Section) -> Section | None:
    """Two sections as one, where the second goes on, on the same paper; None where it needs a page of its own."""
    same_page = replace(after.page, number_from=before.page.number_from) == before.page
    if after.starts == "continuous" and same_page and after.page.number_from is None:
        return replace(before, blocks=before.blocks + after.blocks)
    return None
