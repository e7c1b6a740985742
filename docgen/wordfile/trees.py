"""XML of strangers → trees, long tables left as bytes where that is asked for.

A tree takes fifteen times the room of its file: 800 MB for a letter over ten thousand invoices. Whoever reads a table
from its first row to its last has no need of all rows at once: in a folded part they stay bytes, and are parsed some
hundred at a time when they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from docgen.errors import Finding, HostileFile, WordPlace
from docgen.wordfile.archive import refusal

_LONG = 4 << 20  # bytes; a shorter part is parsed whole, as is a shorter table
_AT_ONCE = 1 << 17  # bytes of rows that are parsed together
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# What libxml2 says beyond its limits: elements 256 deep, 10 MB in one text, a name of 50,000 characters.
_TOO_MUCH = {etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_NAME_TOO_LONG}

_ATTRIBUTES = rb"""(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*"""
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(<\?xml [^>?]*\?>)?\s*(<([\w.:-]+)" + _ATTRIBUTES + rb">)")
_PREFIX = re.compile(rb"""xmlns:([\w.-]+)\s*=\s*["']""" + re.escape(_W.encode()) + rb"""["']""")
_STUB = "folded"


def parse(name: str, content: bytes) -> etree._Element:
    """XML with nothing fetched, nothing expanded and no document type. Raises HostileFile."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        declares = b"<!DOCTYPE" in content or b"<!ENTITY" in content
        code = "word_file.beyond_xml" if getattr(error, "code", 0) in _TOO_MUCH else "word_file.broken_xml"
        code = "word_file.document_type" if declares else code
        raise refusal(Finding(code, place=WordPlace(name), facts={"part": name})) from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise refusal(Finding("word_file.document_type", place=WordPlace(name), facts={"part": name}))
    return tree


@dataclass(frozen=True, slots=True)
class Folded:
    """A part whose long tables are folded: `tree` has stubs, processing instructions, where their rows stand."""

    name: str
    content: bytes
    tree: etree._Element
    _around: tuple[bytes, bytes]  # the tags of the root, which declare the prefixes

    def rows(self, stub: etree._Element) -> etree._Element:
        """What a stub stands for, in an element of its own."""
        start, end = map(int, (stub.text or "").split())
        head, tail = self._around
        return parse(self.name, b"".join((head, self.content[start:end], tail)))

    def pieces(self) -> Iterator[etree._Element]:
        """The tree, then the rows, each time some."""
        yield self.tree
        for stub in self.tree.iter(etree.ProcessingInstruction):
            yield self.rows(stub)

    def iter(self, *tags: str) -> Iterator[etree._Element]:
        """Elements of these tags in the order of the file, as `iter` of an unfolded tree has them."""
        for found in self.tree.iter(etree.ProcessingInstruction, *tags):
            if isinstance(found.tag, str):
                yield found
            else:
                for row in self.rows(found):
                    yield from row.iter(*tags)


def fold(name: str, content: bytes) -> Folded | None:
    """A long part with its long tables folded; None where there is nothing to fold, or where it cannot be done safely:
    bytes are cut at the tags of tables and rows, so nothing else may look like one."""
    root = _ROOT.match(content) if len(content) >= _LONG else None
    if root is None or b"<!" in content or content.count(b"<?") > (root[1] is not None):
        return None
    if b"encoding" in (root[1] or b"") and b"utf-8" not in root[1].lower():
        return None
    prefixes = _PREFIX.findall(root[2])
    stretches = list(_stretches(content, prefixes[0])) if len(prefixes) == 1 else []
    if not stretches:
        return None
    kept: list[bytes] = []
    at = 0
    for start, end in stretches:
        kept += (content[at:start], f"<?{_STUB} {start} {end}?>".encode())
        at = end
    try:
        tree = parse(name, b"".join((*kept, content[at:])))
    except HostileFile:
        return None  # the whole is broken, and says better where
    if any(stub.getparent().nsmap != tree.nsmap for stub in tree.iter(etree.ProcessingInstruction)):  # type: ignore[union-attr]
        return None
    return Folded(name, content, tree, (root[2], b"</" + root[3] + b">"))


def _stretches(content: bytes, prefix: bytes) -> Iterator[tuple[int, int]]:
    """Where rows that follow each other begin and end, in tables that are long and stand in no other."""
    tags = re.compile(rb"<(/?)" + re.escape(prefix) + rb":(tbl|tr)(?=[\s/>])" + _ATTRIBUTES + rb"(/?)>")
    tables = rows = 0
    begun = first = last = 0
    found: list[tuple[int, int]] = []
    for tag in tags.finditer(content):
        closes, name, empty = tag.groups()
        if empty:
            continue
        step = -1 if closes else 1
        if name == b"tbl":
            tables += step
            if tables == 1 and not closes:
                begun, first, found = tag.end(), 0, []
            elif tables == 0:
                if first:
                    found.append((first, last))
                if tag.start() - begun >= _LONG:
                    yield from found
        elif tables == 1:
            rows += step
            if rows == 1 and not closes and first and (content[last : tag.start()].strip() or last - first >= _AT_ONCE):
                found.append((first, last))
                first = 0
            if rows == 1 and not closes:
                first = first or tag.start()
            elif rows == 0:
                last = tag.end()
