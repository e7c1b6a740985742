"""How much is printed at most: a file of any size would keep the press from everyone else's letters.

The time that a file takes goes with its paragraphs, those in table cells included, and with the stretches of one font
and look that they are cut into: some two thousand paragraphs a second. Within one paragraph it goes with the square of
the length. Tables, content controls and the like in each other cost depth of stack, and nobody reads a tenth table
within tables.
"""

from __future__ import annotations

import re

from lxml import etree

from docgen.errors import Finding, Severity, WordPlace
from docgen.printing.layout import Laid
from docgen.wordfile.package import Package

MOST_BLOCKS = 35_000  # a demand letter over two thousand invoices
_STRETCHES = 5  # for each paragraph, all told
MOST_DEEP = 30
_NESTING = ("tbl", "sdt", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "txbxContent")
_OPENED = re.compile(rb"<(?:\w+:)?(?:%s)[\s>/]" % "|".join(_NESTING).encode())
_ONE = " or ".join(f"local-name()='{name}'" for name in _NESTING)
_DEEPEST = etree.XPath(f"boolean(//*[({_ONE}) and count(ancestor::*[{_ONE}]) >= {MOST_DEEP}])")
_PARAGRAPH = re.compile(rb"<(?:\w+:)?p[\s/>]")


def of_package(package: Package, most: int) -> Finding | None:
    """Whether the text, headers and footers have more paragraphs than are printed; asked before they are read."""
    count = sum(len(_PARAGRAPH.findall(package.read(part))) for part in _parts(package))
    return _fault("print.too_large", package, count, most) if count > most else None


def of_depth(package: Package) -> Finding | None:
    """Whether tables, content controls and the like stand deeper in each other than is printed; asked before they are
    read. A part with few of them is not even parsed for it."""
    for part in _parts(package):
        if len(_OPENED.findall(package.read(part))) > MOST_DEEP and _DEEPEST(package.xml(part)):
            return Finding("print.nested_too_deep", Severity.FAULT, WordPlace(part), {"most": str(MOST_DEEP)})
    return None


def of_stretches(laid: Laid, package: Package, most: int) -> Finding | None:
    """Whether the text changes its font and look more often than is printed; asked before lines are broken."""
    count = sum(1 for _ in laid.html.iter())
    most *= _STRETCHES
    return _fault("print.too_many_changes", package, count, most) if count > most else None


def _parts(package: Package) -> tuple[str, ...]:
    return (package.document, *package.related("header"), *package.related("footer"))


def _fault(code: str, package: Package, count: int, most: int) -> Finding:
    facts = {"count": f"{count:,}", "most": f"{most:,}", "setting": "DOCGEN_MAX_BLOCKS"}
    return Finding(code, Severity.FAULT, WordPlace(package.document), facts)
