"""How much is printed at most: a file of any size would keep the press from everyone else's letters.

The time that a file takes goes with its paragraphs, those in table cells included, and with the runs that they are cut
into. Tables, content controls and the like in each other cost depth of stack, and nobody reads a tenth table within
tables.
"""

from __future__ import annotations

import re

from lxml import etree

from docgen.errors import Finding, Severity, WordPlace
from docgen.wordfile.package import Package

MOST_BLOCKS = 35_000  # a demand letter over two thousand invoices
_RUNS = 5  # for each paragraph, all told
MOST_DEEP = 30
_NESTING = ("tbl", "sdt", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "txbxContent")
_OPENED = re.compile(rb"<(?:\w+:)?(?:%s)[\s>/]" % "|".join(_NESTING).encode())
_ONE = " or ".join(f"local-name()='{name}'" for name in _NESTING)
_DEEPEST = etree.XPath(f"boolean(//*[({_ONE}) and count(ancestor::*[{_ONE}]) >= {MOST_DEEP}])")
_PARAGRAPH = re.compile(rb"<(?:\w+:)?p[\s/>]")
_RUN = re.compile(rb"<(?:\w+:)?r[\s/>]")


def of_package(package: Package, most: int) -> Finding | None:
    """Whether the text, headers, footers and notes have more paragraphs or runs than are printed; asked before they are
    read."""
    for code, pattern, bound in (("print.too_large", _PARAGRAPH, most), ("print.too_many_changes", _RUN, most * _RUNS)):
        count = sum(len(pattern.findall(package.read(part))) for part in _parts(package))
        if count > bound:
            return _fault(code, package, count, bound)
    return None


def of_depth(package: Package) -> Finding | None:
    """Whether tables, content controls and the like stand deeper in each other than is printed; asked before they are
    read. A part with few of them is not even parsed for it."""
    for part in _parts(package):
        if len(_OPENED.findall(package.read(part))) > MOST_DEEP and _DEEPEST(package.xml(part)):
            return Finding("print.nested_too_deep", Severity.FAULT, WordPlace(part), {"most": str(MOST_DEEP)})
    return None


def _parts(package: Package) -> tuple[str, ...]:
    names = ("header", "footer", "footnotes", "endnotes")
    return (package.document, *(part for name in names for part in package.related(name)))


def _fault(code: str, package: Package, count: int, most: int) -> Finding:
    facts = {"count": f"{count:,}", "most": f"{most:,}", "setting": "DOCGEN_MAX_BLOCKS"}
    return Finding(code, Severity.FAULT, WordPlace(package.document), facts)
