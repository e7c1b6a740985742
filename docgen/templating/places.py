"""Where a paragraph stands in its part, counted as `docgen.errors.WordPlace` says, and the words in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from docgen.errors import WordPlace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_AROUND = 24  # characters that are shown on either side of a tag


def in_order(part: str, tree: etree._Element) -> Iterator[tuple[etree._Element, WordPlace, str]]:
    """Every paragraph with its place and the words before it."""
    earlier = ""
    told: dict[WordPlace, str] = {}  # what stands a second time has the same before it
    for paragraph, place in paragraphs(part, tree):
        words = words_of(paragraph).strip()
        yield paragraph, place, told.setdefault(place, earlier)
        earlier = words or earlier


def paragraphs(part: str, tree: etree._Element) -> Iterator[tuple[etree._Element, WordPlace]]:
    """Every paragraph with its place, counted from one; those of a text box are counted with their part, and have the
    same place where Word has written the box a second time, for programs that know it otherwise (mc:Fallback)."""
    twins = _twins(tree)
    number = _numbers(tree, twins)
    counts: dict[etree._Element | None, int] = {}
    places: dict[etree._Element, WordPlace] = {}
    for paragraph in tree.iter(W + "p"):
        twin = twins.get(paragraph)
        if twin is not None and twin in places:
            yield paragraph, places[twin]
            continue
        cell = next(paragraph.iterancestors(W + "tc"), None)
        counts[cell] = counts.get(cell, 0) + 1
        place = WordPlace(part, paragraph=counts[cell])
        if cell is not None:
            row = next(cell.iterancestors(W + "tr"))
            table = next(row.iterancestors(W + "tbl"))
            place = replace(place, table=number[table], row=number[row], cell=number[cell])
        if twins:
            places[paragraph] = place
        yield paragraph, place


def _twins(tree: etree._Element) -> dict[etree._Element, etree._Element]:
    """What stands in a Fallback → what stands for it in the Choice beside it, which is what Word shows."""
    found: dict[etree._Element, etree._Element] = {}
    for fallback in tree.iter(MC + "Fallback"):
        parent = fallback.getparent()
        choice = parent.find(MC + "Choice") if parent is not None else None
        if choice is not None:
            for tag in ("p", "tbl", "tr", "tc"):
                found |= dict(zip(fallback.iter(W + tag), choice.iter(W + tag), strict=False))
    return found


def _numbers(tree: etree._Element, twins: dict[etree._Element, etree._Element]) -> dict[etree._Element, int]:
    """Tables counted through the part, rows within their table, cells within their row."""
    number: dict[etree._Element, int] = {}
    counts: dict[etree._Element | None, int] = {}
    for element in tree.iter(W + "tbl", W + "tr", W + "tc"):
        twin = twins.get(element)
        if twin is not None and twin in number:
            number[element] = number[twin]
            continue
        holder = {W + "tr": W + "tbl", W + "tc": W + "tr"}.get(str(element.tag))
        owner = next(element.iterancestors(holder), None) if holder else None
        number[element] = counts[owner] = counts.get(owner, 0) + 1
    return number


def texts(paragraph: etree._Element) -> list[etree._Element]:
    """Its own w:t, without those of text boxes that hang in it."""
    return [text for text in paragraph.iter(W + "t") if next(text.iterancestors(W + "p")) is paragraph]


def words_of(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in texts(paragraph))


def at(place: WordPlace, words: str, start: int, end: int, earlier: str = "") -> WordPlace:
    """The place of words[start:end], with what stands around them: one who looks for a tag finds it by its
    neighbours, and one alone in its paragraph by the end of the words before it.
    """
    before, after = words[max(start - _AROUND, 0) : start], words[end : end + _AROUND]
    if not (before.strip() or after.strip()) and earlier:
        before = f"{earlier[-_AROUND:]} ¶ "
        cut = len(earlier) > _AROUND
    else:
        cut = start > _AROUND
    around = f"{'…' if cut else ''}{before}{words[start:end]}{after}{'…' if len(words) > end + _AROUND else ''}"
    return replace(place, words=words[start:end], around=around.strip())
