"""XML of strangers → trees, long tables left as bytes where that is asked for.

A tree takes fifteen times the room of its file, 800 MB for a letter over ten thousand invoices, and most of the time in
which it is read. The rows of a long table say the same again and again, but for their words: in a folded part they stay
bytes, and of rows that are alike one becomes a tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from docgen.errors import Finding, HostileFile, WordPlace
from docgen.wordfile.archive import refusal

_LONG = 1 << 14  # bytes; a shorter part is parsed whole, as is a shorter table
LARGE = 4 << 20  # bytes; of a smaller part the words of all rows are kept once they were looked for
MOST_PATTERNS = 1_000  # that are kept of one part; rows like none of them are parsed each time
_LONGEST_ROW = 1 << 20  # bytes; a longer one is parsed by itself
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_T = f"{{{_W}}}t"
# What libxml2 says beyond its limits: elements 256 deep, 10 MB in one text, a name of 50,000 characters.
_TOO_MUCH = {etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_NAME_TOO_LONG}

_ATTRIBUTES = rb"""(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*"""
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(<\?xml [^>?]*\?>)?\s*(<([\w.:-]+)" + _ATTRIBUTES + rb">)")
_PREFIX = re.compile(rb"""xmlns:([\w.-]+)\s*=\s*["']""" + re.escape(_W.encode()) + rb"""["']""")
#: What may stand between the tags of a w:t for the row to be like others: neither tags nor control characters.
_WORDS = rb"([^<>&\x00-\x1f]*(?:&(?:amp|lt|gt|quot|apos);[^<>&\x00-\x1f]*)*)"
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}  # the last one last
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")  # U+FFFE, U+FFFF: UTF-8, but not XML (2.2)
#: What Word numbers paragraphs and savings with: says nothing that is read, and makes each row another.
_NUMBERED = (
    re.compile(rb' w14:(?:paraId|textId)="[0-9A-Fa-f]*"'),
    re.compile(rb' w:rsid\w*="[0-9A-Fa-f]*"'),
)
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


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Rows that say the same but for the words of their w:t: one w:tr for all of them. is_alone: a row that none is
    like, with its words in it."""

    element: etree._Element
    _texts: tuple[etree._Element, ...] = ()
    is_alone: bool = False

    def filled(self, words: Sequence[str]) -> etree._Element:
        """The row with these words, until it is filled with others."""
        for text, said in zip(self._texts, words, strict=True):
            text.text = said
        return self.element


Row = tuple[Pattern, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Folded:
    """A part whose long tables are folded: `tree` has stubs, processing instructions, where their rows stand."""

    name: str
    content: bytes
    tree: etree._Element
    _stretches: Sequence[Sequence[tuple[int, int]]]  # of each stub: where its rows begin and end
    _around: tuple[bytes, bytes]  # the tags of the root, which declare the prefixes
    _words: re.Pattern[bytes]
    _patterns: dict[tuple[bytes, ...], Pattern | None] = field(default_factory=dict)
    _read: dict[int, list[Row]] = field(default_factory=dict)

    def rows(self, stub: etree._Element) -> Iterator[Row]:
        """What a stub stands for. Raises HostileFile for XML that is broken there."""
        number = int(stub.text or "")
        if len(self.content) > LARGE:
            return map(self._row, self._stretches[number])
        if number not in self._read:
            self._read[number] = list(map(self._row, self._stretches[number]))
        return iter(self._read[number])

    def tally(self) -> Iterator[tuple[etree._Element, int, int]]:
        """The tree, then a row of each kind: how often it stands there, and with how many characters that are not in
        it."""
        yield self.tree, 1, 0
        found: dict[Pattern, list[int]] = {}
        for stub in self.tree.iter(etree.ProcessingInstruction):
            for pattern, words in self.rows(stub):
                counted = found.setdefault(pattern, [0, 0])
                counted[0] += 1
                counted[1] += sum(map(len, words))
        for pattern, (times, characters) in found.items():
            yield pattern.filled([""] * len(pattern._texts)), times, characters

    def iter(self, *tags: str) -> Iterator[etree._Element]:
        """Elements of these tags in the order of the file, as `iter` of an unfolded tree has them."""
        without: set[Pattern] = set()
        for found in self.tree.iter(etree.ProcessingInstruction, *tags):
            if isinstance(found.tag, str):
                yield found
                continue
            for pattern, words in self.rows(found):
                if pattern in without:
                    continue
                if next(pattern.element.iter(*tags), None) is None:
                    without.add(pattern)
                else:
                    yield from deepcopy(pattern.filled(words)).iter(*tags)

    def _row(self, span: tuple[int, int]) -> Row:
        row = self.content[span[0] : span[1]]
        pieces = self._words.split(row) if len(row) < _LONGEST_ROW else [row]
        words = pieces[2::3]  # between what stands before a w:t, and its attribute
        del pieces[2::3]
        key = tuple(pieces)
        if key in self._patterns:
            pattern = self._patterns[key]
        else:
            pattern = self._pattern(row, len(words))
            if len(self._patterns) < MOST_PATTERNS:
                self._patterns[key] = pattern
        if pattern is None:
            return Pattern(self._parsed(row), is_alone=True), ()
        return pattern, _decoded(words)

    def _pattern(self, row: bytes, count: int) -> Pattern | None:
        """None where something else may be a w:t, or one of them something else: such a row is like no other."""
        element = self._parsed(row)
        texts = tuple(element.iter(_T))
        return Pattern(element, texts) if len(texts) == count and b"xmlns" not in row else None

    def _parsed(self, row: bytes) -> etree._Element:
        head, tail = self._around
        return parse(self.name, b"".join((head, row, tail)))[0]


def _decoded(words: list[bytes]) -> Sequence[str]:
    if not words:
        return ()
    joined = b"\0".join(words).decode()
    if "&" in joined:
        for written, meant in _ENTITIES.items():
            joined = joined.replace(written, meant)
    return joined.split("\0")


def fold(name: str, content: bytes) -> Folded | None:
    """A long part with its long tables folded; None where there is nothing to fold, or where it cannot be done safely:
    bytes are cut at the tags of tables, rows and words, so nothing else may look like one."""
    root = _ROOT.match(content) if len(content) >= _LONG else None
    if root is None or b"<!" in content or content.count(b"<?") > (root[1] is not None) or not _is_text(content):
        return None
    if b"encoding" in (root[1] or b"") and b"utf-8" not in root[1].lower():
        return None
    prefixes = _PREFIX.findall(root[2])
    if len(prefixes) != 1:
        return None
    for numbered in _NUMBERED:
        content = numbered.sub(b"", content)
    stretches = list(_stretches(content, prefixes[0]))
    if not stretches:
        return None
    kept: list[bytes] = []
    at = 0
    for number, rows in enumerate(stretches):
        kept += (content[at : rows[0][0]], f"<?{_STUB} {number}?>".encode())
        at = rows[-1][1]
    try:
        tree = parse(name, b"".join((*kept, content[at:])))
    except HostileFile:
        return None  # the whole is broken, and says better where
    if any(stub.getparent().nsmap != tree.nsmap for stub in tree.iter(etree.ProcessingInstruction)):  # type: ignore[union-attr]
        return None
    tag = re.escape(prefixes[0]) + b":t"
    words = re.compile(b"<" + tag + rb"""( xml:space="preserve")?>""" + _WORDS + b"</" + tag + b">")
    return Folded(name, content, tree, stretches, (root[2], b"</" + root[3] + b">"), words)


def _is_text(content: bytes) -> bool:
    """Whether it is UTF-8 throughout, of characters that XML allows, but for control characters."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return not any(character in content for character in _NO_CHARACTERS)


def _stretches(content: bytes, prefix: bytes) -> Iterator[list[tuple[int, int]]]:
    """Where rows begin and end that follow each other, in tables that are long and stand in no other."""
    tags = re.compile(rb"<(/?)" + re.escape(prefix) + rb":(tbl|tr)(?=[\s/>])" + _ATTRIBUTES + rb"(/?)>")
    tables = rows = 0
    begun = start = 0
    found: list[list[tuple[int, int]]] = []
    for tag in tags.finditer(content):
        closes, name, empty = tag.groups()
        if empty:
            continue
        step = -1 if closes else 1
        if name == b"tbl":
            tables += step
            if tables == 1 and not closes:
                begun, rows, found = tag.end(), 0, []
            elif tables == 0 and tag.start() - begun >= _LONG:
                yield from filter(None, found)
        elif tables == 1:
            rows += step
            if rows == 1 and not closes:
                start = tag.start()
                if not found or content[found[-1][-1][1] : start].strip():
                    found.append([])
            elif rows == 0 and closes and found:
                found[-1].append((start, tag.end()))
