"""A draft may be full of comments; a letter that goes to the debtor as a Word file must not bring them along."""

from __future__ import annotations

from lxml import etree

from docgen.wordfile import Package
from docgen.wordfile.text import W

_AT = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
# The parts that hold what was said, who said it and when ([MS-DOCX] 2.5.1 and after): kept, and emptied.
_PARTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
_XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def without_comments(package: Package) -> dict[str, bytes]:
    """The parts that change, when every comment is taken out; none where there is no comment."""
    holding = [name for kind in _PARTS for name in package.related(kind)]
    if not holding:
        return {}
    changed: dict[str, bytes] = {}
    for name in holding:
        root = package.xml(name)
        for child in list(root):
            root.remove(child)
        root.text = None
        changed[name] = _XML + etree.tostring(root, encoding="utf-8")
    for name in _running_text(package):
        tree = package.xml(name)
        if found := list(tree.iter(*_AT)):
            for element in found:
                _take_out(element)
            changed[name] = _XML + etree.tostring(tree, encoding="utf-8")
    return changed


def _running_text(package: Package) -> list[str]:
    kinds = ("header", "footer", "footnotes", "endnotes")
    return [package.document, *dict.fromkeys(name for kind in kinds for name in package.related(kind))]


def _take_out(element: etree._Element) -> None:
    """The element; of a reference the run that holds nothing else."""
    holder = element.getparent()
    assert holder is not None  # noqa: S101 — a part has one root, and it is none of these
    holder.remove(element)
    above = holder.getparent()
    if holder.tag == W + "r" and above is not None and all(child.tag == W + "rPr" for child in holder):
        above.remove(holder)
