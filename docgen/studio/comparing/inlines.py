"""A paragraph as a row of words, each with the pieces of XML that it is made of.

Word cuts runs wherever somebody clicked; a word, a number or a tag is one here, over how many runs it may stand. What
is no text – a picture, a field, a break – is a word of its own.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from docgen.studio.comparing.settling import W
from docgen.studio.comparing.words import words
from docgen.wordfile import Package

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OBJECT = "\ufffc"  # what stands in a text for what is none
BOX = ("box",)
_HOLDERS = frozenset(W + name for name in ("hyperlink", "smartTag", "customXml", "sdt", "dir", "bdo", "sdtContent"))
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_DRAWN = frozenset((W + "drawing", W + "pict", MC + "AlternateContent"))
_PASSING = frozenset((W + "lastRenderedPageBreak", W + "rPr"))
_UNSEEN = frozenset((W + "commentReference", W + "annotationRef"))
_SETTINGS = frozenset((W + "pPr", W + "sdtPr", W + "sdtEndPr", W + "smartTagPr", W + "customXmlPr"))


class Piece(NamedTuple):
    """A part of a run: its text, or one element; or, with `run` None, an element that stands in no run.

    holders: what the run stands in – a link, a content control –, the outermost first.
    """

    text: str
    node: etree._Element | None
    run: etree._Element | None
    holders: tuple[etree._Element, ...]

    @property
    def settings(self) -> etree._Element | None:
        return None if self.run is None else self.run.find(W + "rPr")


@dataclass(slots=True)
class Word:
    """key: what is compared; the text itself, or what an object is. unseen: what stands before it and is not seen –
    bookmarks, the ends of comments."""

    key: Hashable
    text: str
    pieces: list[Piece]
    unseen: list[Piece] = field(default_factory=list)


def read(paragraph: etree._Element, package: Package, part: str) -> tuple[list[Word], list[Piece]]:
    """The words of a paragraph, and what is unseen behind the last."""
    found: list[Word] = []
    texts: list[Piece] = []
    unseen: list[tuple[int, Piece]] = []  # with the number of characters before it

    def flush() -> None:
        found.extend(_cut(texts, unseen))
        texts.clear()

    for pieces in _together(_pieces(paragraph, ())):
        first = pieces[0]
        if first.node is None:
            texts.append(first)
        elif len(pieces) == 1 and (first.run is None or first.node.tag in _UNSEEN) and not _is_seen(first.node):
            unseen.append((sum(len(piece.text) for piece in texts), first))
        else:
            flush()
            word = Word(_key(pieces, package, part), _shown(pieces), pieces, [piece for _, piece in unseen])
            unseen.clear()
            found.append(word)
    flush()
    return found, [piece for _, piece in unseen]


def text(row: list[Word]) -> str:
    return "".join(word.text for word in row)


def plain(node: etree._Element) -> str:
    """The words in an element, without those of field codes."""
    return "".join(t.text or "" for t in node.iter(W + "t", M + "t"))


def _cut(texts: list[Piece], unseen: list[tuple[int, Piece]]) -> Iterator[Word]:
    """The text of neighbouring runs, in words; clears what was unseen between them."""
    if not texts:
        return
    at = taken = start = 0  # the run, the characters of it that are taken, and those of all runs
    waiting = deque(unseen)
    unseen.clear()
    for word in words("".join(piece.text for piece in texts)):
        made = Word(word, word, [])
        while waiting and waiting[0][0] < start + len(word):
            made.unseen.append(waiting.popleft()[1])
        start += len(word)
        left = len(word)
        while left:
            piece = texts[at]
            own = piece.text[taken : taken + left]
            made.pieces.append(Piece(own, None, piece.run, piece.holders))
            left -= len(own)
            taken += len(own)
            if taken == len(piece.text):
                at, taken = at + 1, 0
        yield made
    unseen += ((0, piece) for _, piece in waiting)


def _pieces(parent: etree._Element, holders: tuple[etree._Element, ...]) -> Iterator[Piece]:
    for child in parent:
        if child.tag == W + "r":
            for node in child:
                if node.tag == W + "t":
                    if node.text:
                        yield Piece(node.text, None, child, holders)
                elif node.tag not in _PASSING:
                    yield Piece(_SIGNS.get(str(node.tag), ""), node, child, holders)
        elif child.tag in _HOLDERS:
            yield from _pieces(child, (*holders, child) if child.tag != W + "sdtContent" else holders)
        elif child.tag not in _SETTINGS:
            yield Piece("", child, None, holders)


def _together(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """A field from its beginning to its end is one; of a field that ends in another paragraph each sign is."""
    group: list[Piece] = []
    depth = 0
    for piece in pieces:
        kind = piece.node.get(W + "fldCharType") if piece.node is not None and piece.node.tag == W + "fldChar" else ""
        if kind == "begin":
            depth += 1
        if depth:
            group.append(piece)
            if kind == "end":
                depth -= 1
                if not depth:
                    yield group
                    group = []
        else:
            yield [piece]
    yield from ([piece] for piece in group)


def _is_seen(node: etree._Element) -> bool:
    return node.tag in (W + "fldSimple", M + "oMath", M + "oMathPara") or node.tag in _SIGNS or node.tag in _DRAWN


def _key(pieces: list[Piece], package: Package, part: str) -> Hashable:
    node = pieces[0].node
    assert node is not None  # noqa: S101 - text is no object
    if len(pieces) > 1:
        code = "".join(p.node.text or "" for p in pieces if p.node is not None and p.node.tag == W + "instrText")
        return "field", " ".join(code.split()), _shown(pieces)
    if node.tag == W + "fldSimple":
        return "field", " ".join(node.get(W + "instr", "").split()), plain(node)
    if node.tag in _DRAWN:
        return (
            BOX if next(node.iter(W + "txbxContent"), None) is not None else ("picture", picture(node, package, part))
        )
    name = etree.QName(node).localname
    if name in ("footnoteReference", "endnoteReference"):
        return (name,)
    attributes = tuple(sorted((str(k), str(v)) for k, v in node.items() if not str(k).endswith(("}id", "}rsidR"))))
    return name, attributes, plain(node) or (node.text or "")


def picture(node: etree._Element, package: Package, part: str) -> str:
    """What a drawing shows, told by the pictures in it, else by its XML."""
    targets = {relation.id: relation.target for relation in package.relationships(part)}
    asked = [
        str(value) for e in node.iter(etree.Element) for name, value in e.items() if name in (R + "embed", R + "id")
    ]
    shown = [package.read(targets[one]) for one in asked if targets.get(one) in package.parts]
    return hashlib.sha256(b"".join(shown) or etree.tostring(node, method="c14n", exclusive=True)).hexdigest()


def _shown(pieces: list[Piece]) -> str:
    first = pieces[0]
    if len(pieces) > 1:  # a field: what stands between its separator and its end
        shown, is_result = "", False
        for piece in pieces:
            if piece.node is not None and piece.node.tag == W + "fldChar":
                is_result = piece.node.get(W + "fldCharType") == "separate" or (
                    is_result and piece.node.get(W + "fldCharType") != "end"
                )
            elif is_result:
                shown += piece.text
        return shown
    assert first.node is not None  # noqa: S101
    if first.node.tag in _SIGNS:
        return first.text
    if first.node.tag == W + "fldSimple" or first.node.tag in (M + "oMath", M + "oMathPara"):
        return plain(first.node)
    if etree.QName(first.node).localname in ("fldChar", "instrText", "separator", "continuationSeparator"):
        return ""
    return OBJECT
