"""What looks different about words that are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, zip_longest

from lxml import etree

from docgen.studio.comparing.inlines import Word
from docgen.studio.comparing.settling import W

_Said = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
_OF_RUN = {
    "rStyle": "style", "rFonts": "font", "sz": "size", "szCs": "size", "b": "bold", "bCs": "bold", "i": "italic",
    "iCs": "italic", "u": "underline", "color": "colour", "highlight": "colour", "shd": "colour",
}  # fmt: skip
_OF_PARAGRAPH = {"pStyle": "style", "jc": "alignment", "ind": "indents", "spacing": "spacing", "numPr": "numbering"}
_OF_CELL = "cells"
# What programs write as they save, and what no reader sees.
_UNSEEN = frozenset({"lang", "noProof", "webHidden", "rPr", "sectPr", "proofErr", "pPrChange", "rPrChange", "cnfStyle"})
_UNSEEN_ATTRIBUTES = frozenset({"hint", "rsidR", "rsidRPr", "rsidP", "rsidRDefault", "paraId", "textId"})
_NAMED = frozenset({"pStyle", "rStyle"})


def said(settings: etree._Element | None, styles: Mapping[str, str]) -> _Said:
    """What a w:pPr, w:rPr or w:tcPr says, in one way for all that say the same; styles by their names."""
    found = []
    for child in settings if settings is not None else ():
        name = _local(child)
        if name in _UNSEEN:
            continue
        values = sorted(_values(child))
        if name in _NAMED:
            values = [("val", styles.get(dict(values).get("val", ""), ""))]
        if values or not child.attrib:  # w:rFonts with nothing but a hint says nothing
            found.append((name, tuple(values)))
    return tuple(sorted(found))


def said_whole(element: etree._Element) -> str:
    """What an element says with all that is in it."""
    values = sorted(_values(element))
    return f"{_local(element)} {values}"


def of_paragraphs(
    old: etree._Element, new: etree._Element, before: Mapping[str, str], after: Mapping[str, str]
) -> set[str]:
    """What the settings of two paragraphs differ in."""
    one, other = said(old.find(W + "pPr"), before), said(new.find(W + "pPr"), after)
    return {_OF_PARAGRAPH.get(name, "paragraph") for name in differing(one, other)}


def of_words(
    old: Iterable[Word], new: Iterable[Word], before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[tuple[int, _Said, _Said]]:
    """Words that are the same in both → stretches of characters, with what either file says of them."""
    left, right = list(_stretches(old, before)), list(_stretches(new, after))
    while left and right:
        (length, one), (other_length, other) = left[-1], right[-1]
        taken = min(length, other_length)
        for row, has, what in ((left, length, one), (right, other_length, other)):
            row.pop()
            if has > taken:
                row.append((has - taken, what))
        yield taken, one, other


def of_runs(old: Iterable[Word], new: Iterable[Word], before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """What the characters of words that are the same differ in."""
    found: set[str] = set()
    for _, one, other in of_words(old, new, before, after):
        if one != other:
            found |= {_OF_RUN.get(name, "characters") for name in differing(one, other)}
    return found


def of_cells(old: Iterable[etree._Element], new: Iterable[etree._Element]) -> set[str]:
    """Whether cells look different: shading, borders, how many columns they take; not how wide they are to a hair."""
    for one, other in zip_longest(old, new):
        settings = (
            [{}, {}] if one is None or other is None else [dict(said(c.find(W + "tcPr"), {})) for c in (one, other)]
        )
        for kept in settings:
            kept.pop("tcW", None)
        if settings[0] != settings[1]:
            return {_OF_CELL}
    return set()


def differing(one: _Said, other: _Said) -> set[str]:
    return {name for name, _ in set(one) ^ set(other)}


def _stretches(row: Iterable[Word], styles: Mapping[str, str]) -> Iterator[tuple[int, _Said]]:
    """Backwards, so that they are taken from the end of the list. An object counts as one character."""
    pieces = [piece for word in row for piece in word.pieces[: 1 if word.pieces[0].node is not None else None]]
    for _, of_run in groupby(reversed(pieces), key=lambda piece: id(piece.run)):
        same = list(of_run)
        yield sum(len(piece.text) if piece.node is None else 1 for piece in same), said(same[0].settings, styles)


def _values(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        local = str(name).rpartition("}")[2]
        if local not in _UNSEEN_ATTRIBUTES:
            yield local, str(value)
    for child in element:
        yield from ((f"{_local(child)}/{name}", value) for name, value in _values(child))


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
