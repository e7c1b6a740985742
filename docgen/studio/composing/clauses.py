"""Clauses that several letters share: each a Word file of its own, put in where a letter names it.

A fragment brings its words, what is bold, underlined or in italics, and its tables. Everything else is the letter's: a
paragraph without a style of its own takes that of the place, and a style that both files have is the letter's. So one
clause looks right in a letter in 仿宋 and in one in Times.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from lxml import etree

from docgen.errors import Finding, WordPlace
from docgen.templating.source import paragraphs, tags_in
from docgen.wordfile import Package, open_package
from docgen.wordfile.text import W, words

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = ("header", "footer")
_ALONE = re.compile(r"\{\{\s*clause\.([a-z][a-z0-9_]*)\s*\}\}")
_NAMED = re.compile(r"\{[{%].*?\bclause\s*[.\[]")
_KEPT_OF_A_RUN = {
    W + name for name in ("rStyle", "b", "bCs", "i", "iCs", "u", "strike", "vertAlign", "highlight", "em")
}
_STYLED = {W + "pStyle", W + "rStyle", W + "tblStyle"}
# What belongs to the file that a fragment was taken from, and means nothing in another.
_LEFT_BEHIND = {
    W + name
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "numPr", "lang")
}
# What cannot come along: it lies in other parts of the fragment's file.
_HELD_ELSEWHERE = {
    W + "drawing": ("图片", "picture"),
    W + "pict": ("图片", "picture"),
    W + "object": ("对象", "object"),
    W + "footnoteReference": ("脚注", "footnote"),
    W + "endnoteReference": ("尾注", "endnote"),
    W + "hyperlink": ("超链接", "hyperlink"),
    W + "sectPr": ("分节符", "section break"),
}


@dataclass(frozen=True, slots=True)
class Inserted:
    """Where a clause stands in the composed file.

    place: of the tag. paragraphs, tables: how many of the clause's stand there, of those counted beside it.
    """

    clause: str
    place: WordPlace
    paragraphs: int
    tables: int
    tables_before: int  # of the part, before the clause, in the composed file

    def within(self, place: WordPlace) -> WordPlace | None:
        """The place in the clause's own file, of one that is in it."""
        first = self.place.paragraph or 1
        same_story = (place.part, place.table, place.row, place.cell) == (
            self.place.part,
            self.place.table,
            self.place.row,
            self.place.cell,
        )
        if same_story and place.paragraph and first <= place.paragraph < first + self.paragraphs:
            return replace(
                place, part="word/document.xml", paragraph=place.paragraph - first + 1, table=None, row=None, cell=None
            )
        if place.part == self.place.part and place.table and 0 < place.table - self.tables_before <= self.tables:
            return replace(place, part="word/document.xml", table=place.table - self.tables_before)
        return None

    def before(self, place: WordPlace) -> WordPlace:
        """The place in the letter, of one that is in none of its clauses: counted as if the clause were its tag."""
        if place.part != self.place.part:
            return place
        same_story = (place.table, place.row, place.cell) == (self.place.table, self.place.row, self.place.cell)
        if same_story and place.paragraph and place.paragraph > (self.place.paragraph or 1):
            place = replace(place, paragraph=place.paragraph - self.paragraphs + 1)
        if place.table and place.table > self.tables_before:
            place = replace(place, table=place.table - self.tables)
        return place


def named_in(package: Package) -> tuple[str, ...]:
    """The clauses that a Word file names, alone in a paragraph."""
    found = [
        alone[1]
        for name in _running_text(package)
        for paragraph in package.xml(name).iter(W + "p")
        if (alone := _ALONE.fullmatch(words(paragraph).strip()))
    ]
    return tuple(dict.fromkeys(found))


def insert(package: Package, clauses: Mapping[str, bytes]) -> tuple[list[Finding], list[Inserted], dict[str, bytes]]:
    """The parts of the letter that clauses are put into: faults, what was put where, name → content."""
    findings: list[Finding] = []
    inserted: list[Inserted] = []
    contents: dict[str, bytes] = {}
    styles = _Styles.of(package)
    fragments: dict[str, Package] = {}
    for name in _running_text(package):
        if b"clause" not in package.read(name):
            continue
        tree = package.xml(name)
        alone = [(found, one[1]) for found in tree.iter(W + "p") if (one := _ALONE.fullmatch(words(found).strip()))]
        findings += _out_of_place(tags_in(name, tree), {words(paragraph).strip() for paragraph, _ in alone})
        for paragraph, clause in alone:
            # asked anew each time: the clauses before this one stand there already
            place = next(place for found, place in paragraphs(name, tree) if found is paragraph)
            if clause not in clauses:
                tag = words(paragraph).strip()
                facts = {"name": clause, "nearest": "".join(get_close_matches(clause, clauses, n=1)), "tag": tag}
                findings.append(Finding("studio.clause_unknown", place=replace(place, words=tag), facts=facts))
                continue
            fragment = fragments.setdefault(clause, open_package(clauses[clause]))
            blocks = list(_blocks(fragment, styles, paragraph))
            before = _tables_before(tree, paragraph)
            inserted.append(Inserted(clause, place, _own_paragraphs(blocks), _tables(blocks), before))
            _replace(paragraph, blocks)
        if alone:
            contents[name] = _XML.encode() + etree.tostring(tree, encoding="utf-8")
    return findings, inserted, contents


def fragment_faults(package: Package) -> Iterator[Finding]:
    """What a fragment holds and cannot bring along, or says that only a letter may."""
    body = package.xml(package.document).find(W + "body")
    blocks = [] if body is None else [block for block in body if block.tag != W + "sectPr"]
    if not any(words(block).strip() for block in blocks):
        yield Finding("studio.clause_empty")
    found = [element for block in blocks for element in block.iter(*_HELD_ELSEWHERE)]
    for zh, en in dict.fromkeys(_HELD_ELSEWHERE[str(element.tag)] for element in found):
        yield Finding("studio.clause_holds", place=WordPlace(package.document), facts={"what_zh": zh, "what_en": en})
    for name in named_in(package):
        yield Finding("studio.clause_nested", place=WordPlace(package.document), facts={"name": name})


def _running_text(package: Package) -> list[str]:
    return [package.document, *dict.fromkeys(name for kind in _PARTS for name in package.related(kind))]


def _out_of_place(tags: list[WordPlace], alone: set[str]) -> Iterator[Finding]:
    for place in tags:
        if _NAMED.match(place.words) and place.words not in alone:
            yield Finding("studio.clause_not_alone", place=place, facts={"tag": place.words})


def _tables_before(tree: etree._Element, paragraph: etree._Element) -> int:
    """How many tables begin before a paragraph, that around it among them."""
    count = 0
    for element in tree.iter(W + "tbl", W + "p"):
        if element is paragraph:
            break
        count += element.tag == W + "tbl"
    return count


class _Styles:
    """Style names of a letter, and what a fragment's style is called in it."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self.ids = ids  # name, lower case → id

    @classmethod
    def of(cls, package: Package) -> _Styles:
        return cls({name.lower(): style for style, name in _named_styles(package)})


def _named_styles(package: Package) -> Iterator[tuple[str, str]]:
    for part in package.related("styles"):
        for style in package.xml(part).iter(W + "style"):
            name = style.find(W + "name")
            if name is not None:
                yield style.get(W + "styleId", ""), name.get(W + "val", "")


def _blocks(fragment: Package, styles: _Styles, place: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of a fragment, as they are to stand in the letter."""
    body = fragment.xml(fragment.document).find(W + "body")
    names = dict(_named_styles(fragment))
    default = {style for style, name in names.items() if name.lower() == "normal"}
    for block in () if body is None else body:
        if block.tag not in (W + "p", W + "tbl"):
            continue
        made = copy.deepcopy(block)
        for element in [*made.iter(*_LEFT_BEHIND, W + "commentReference")]:
            _drop(element)
        for properties in made.iter(W + "rPr"):
            for element in [each for each in properties if each.tag not in _KEPT_OF_A_RUN]:
                properties.remove(element)
        for styled in [*made.iter(*_STYLED)]:
            called = styled.get(W + "val", "")
            if called not in default and (known := styles.ids.get(names.get(called, "").lower())):
                styled.set(W + "val", known)
            else:
                _drop(styled)
        if block.tag == W + "p" and made.find(f"{W}pPr/{W}pStyle") is None:
            _dress(made, place)
        made.tail = None
        yield made


def _dress(paragraph: etree._Element, place: etree._Element) -> None:
    """Give a paragraph without a style the properties of the place."""
    if (own := paragraph.find(W + "pPr")) is not None:
        paragraph.remove(own)
    if (theirs := place.find(W + "pPr")) is not None:
        paragraph.insert(0, copy.deepcopy(theirs))


def _drop(element: etree._Element) -> None:
    """Take an element away; a reference to a comment with its run."""
    holder = element.getparent()
    if element.tag == W + "commentReference" and holder is not None and holder.tag == W + "r":
        element, holder = holder, holder.getparent()
    if holder is not None:
        holder.remove(element)


def _replace(paragraph: etree._Element, blocks: list[etree._Element]) -> None:
    holder = paragraph.getparent()
    assert holder is not None  # noqa: S101 — a paragraph always stands in something
    at = holder.index(paragraph)
    holder[at : at + 1] = blocks
    if holder.tag == W + "tc" and (not blocks or blocks[-1].tag == W + "tbl") and holder[-1].tag != W + "p":
        holder.append(etree.SubElement(holder, W + "p"))  # 17.4.65: a cell ends in a paragraph


def _own_paragraphs(blocks: list[etree._Element]) -> int:
    """Paragraphs outside tables, text boxes counted with them."""
    return sum(1 for block in blocks if block.tag == W + "p" for _ in block.iter(W + "p"))


def _tables(blocks: list[etree._Element]) -> int:
    return sum(1 for block in blocks for _ in block.iter(W + "tbl"))
