"""How much is printed at most: a file of any size would keep a press from everyone else's letters.

The time that a file takes goes with its paragraphs, those in table cells included, with its runs, tabs and breaks, and
with its characters: some ten thousand paragraphs a second. All are counted before the file is read. Tables, content
controls and the like in each other cost depth of stack, and nobody reads a tenth table within tables.
"""

from __future__ import annotations

from collections import Counter
from typing import cast

from lxml import etree

from docgen.errors import Finding, Severity, WordPlace
from docgen.wordfile.package import Package

MOST_BLOCKS = 350_000  # a demand letter over ten thousand invoices, with all that may be said of each
_PIECES, _CHARACTERS = 3, 50  # for each paragraph, all told
MOST_DEEP = 30
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, *_OTHERS = (_W + name for name in ("p", "r", "tab", "br"))
_NESTING = tuple(
    _W + name
    for name in ("tbl", "sdt", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "txbxContent")
)
_LENGTH = etree.XPath("string-length(string(/))")


def fault(package: Package, most: int) -> Finding | None:
    """Whether the text, headers, footers and notes hold more than is printed, or in more depth. most: of paragraphs."""
    tags: Counter[str] = Counter()
    characters = 0
    for part in _parts(package):
        for tree, times, more in package.tally(part):
            if _is_too_deep(tree):
                return Finding("print.nested_too_deep", Severity.FAULT, WordPlace(part), {"most": str(MOST_DEEP)})
            for tag, count in Counter([element.tag for element in tree.iter(_PARAGRAPH, *_OTHERS)]).items():
                tags[tag] += count * times
            characters += int(cast(float, _LENGTH(tree))) * times + more
    paragraphs = tags.pop(_PARAGRAPH, 0)
    for code, count, allowed in (
        ("print.too_large", paragraphs, most),
        ("print.too_many_changes", tags.total(), most * _PIECES),
        ("print.too_much_text", characters, most * _CHARACTERS),
    ):
        if count > allowed:
            facts = {"count": f"{count:,}", "most": f"{allowed:,}", "setting": "DOCGEN_MAX_BLOCKS"}
            return Finding(code, Severity.FAULT, WordPlace(package.document), facts)
    return None


def _is_too_deep(tree: etree._Element) -> bool:
    return any(sum(1 for _ in element.iterancestors(*_NESTING)) >= MOST_DEEP for element in tree.iter(*_NESTING))


def _parts(package: Package) -> tuple[str, ...]:
    kinds = ("header", "footer", "footnotes", "endnotes")
    return tuple(dict.fromkeys((package.document, *(part for kind in kinds for part in package.related(kind)))))
