"""Sections → @page rules; headers and footers → running elements in the margin boxes (css-gcpm-3, 1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.printing.css import pt, string
from docgen.printing.fonts import Family
from docgen.printing.numbering import in_format
from docgen.printing.text import font_css
from docgen.printing.tree import Section

#: w:numFmt names that CSS knows under names of its own.
_COUNTERS = {
    "decimal": "decimal", "lowerRoman": "lower-roman", "upperRoman": "upper-roman", "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha", "decimalZero": "decimal-leading-zero",
}  # fmt: skip


def page_rules(number: int, section: Section, room: tuple[float, float], ground: Family) -> Iterator[str]:
    """@page of a section: paper, margins, and which header and footer stand on which of its pages.

    room: how much taller than the margin header and footer are; the text gives way to them (17.6.11).
    """
    page = section.page
    font = font_css(ground, 10.5, bold=False, italic=False)
    size = f"size:{pt(page.width)} {pt(page.height)}"
    margin = f"margin:{pt(page.top + room[0])} {pt(page.right)} {pt(page.bottom + room[1])} {pt(page.left)}"
    yield f"@page s{number}{{{size};{margin};{font};{_margin_boxes(number, section, 'default', font)}}}"
    if "even" in section.headers or "even" in section.footers:
        yield f"@page s{number}:left{{{_margin_boxes(number, section, 'even', font)}}}"
    start = "" if page.number_from is None else f"counter-reset:page {page.number_from - 1};counter-increment:page 1;"
    first = _margin_boxes(number, section, "first", font) if "first" in section.headers else ""
    if start or first:
        yield f"@page s{number}:nth(1 of s{number}){{{start}{first}}}"


def _margin_boxes(number: int, section: Section, kind: str, font: str) -> str:
    page = section.page
    boxes = ""
    for edge, name, blocks, align, distance in (
        ("top", "header", section.headers.get(kind, ()), "top", f"padding-top:{pt(page.header)}"),
        ("bottom", "footer", section.footers.get(kind, ()), "bottom", f"padding-bottom:{pt(page.footer)}"),
    ):
        content = f"element({name}-{number}-{kind})" if blocks else "none"
        boxes += (
            f"@{edge}-center{{content:{content};width:100%;margin:0;vertical-align:{align};{distance};"
            f"text-align:left;{font}}}"
        )
    return boxes


def number_content(of: str, written: str, section: Section, pages: int) -> str:
    """The CSS of a page field (17.6.12, 17.16.4.3.1): counted by the engine, but for the pages of a section."""
    if of == "section":
        return f"content:{string(in_format(pages, written or 'decimal') if pages else '')}"
    name = written or (section.page.number_format if of == "page" else "decimal")
    return f"content:counter({'page' if of == 'page' else 'pages'},{counter_style(name)})"


_OWN = frozenset(("chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "numberInDash",
                  "decimalFullWidth", "decimalEnclosedCircle", "ideographTraditional"))  # fmt: skip


def number_sample(of: str, written: str, section: Section) -> str:
    """A character of the numbers of a page field: they take the font that it takes."""
    name = written or (section.page.number_format if of == "page" else "decimal")
    return in_format(1, name) if name.startswith(("chinese", "ideograph")) else "0"


def counter_style(name: str) -> str:
    return _COUNTERS.get(name) or (f"w-{name}" if name in _OWN else "decimal")


def counter_styles(most: int = 400) -> str:
    """@counter-style rules for the formats that CSS does not have, written out up to `most` pages."""
    rules = []
    for name in sorted(_OWN):
        symbols = " ".join(string(in_format(value, name)) for value in range(1, most + 1))
        rules.append(f"@counter-style w-{name}{{system:fixed;symbols:{symbols};suffix:''}}")
    return "\n".join(rules)
