"""Comments of a Word file (ECMA-376 part 1, 17.13.4): their part, its relationship, and their ends in the text."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from docgen.letters.request import Language
from docgen.studio.marking.opened import XML_SPACE, Opened, W
from docgen.studio.marking.runs import beside, in_paragraph

AUTHOR, INITIALS = "docgen", "dg"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "[Content_Types].xml"
_IDENTIFIED = tuple(W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_LANGUAGES = {Language.ZH: "en-US", Language.EN: "en-GB"}  # of the Latin letters; the others are Chinese in both


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a comment: `bold`, then `plain`."""

    bold: str = ""
    plain: str = ""


class Comments:
    """What is added to a file's comments. No comment bears a date: the same findings give the same bytes."""

    def __init__(self, opened: Opened, language: Language) -> None:
        self._opened, self._language = opened, language
        self._part = self._own_part()
        self._root = opened.tree(self._part)
        self._next = 1 + max(self._numbers(), default=-1)
        self._mark_style = self._style("annotation reference", "character")
        self._text_style = self._style("annotation text", "paragraph")

    def add(self, paragraph: etree._Element, runs: Sequence[etree._Element], lines: Sequence[Line]) -> None:
        """A comment on these runs of a paragraph of the body, or on all of it where there are none."""
        number = str(self._next)
        self._next += 1
        self._root.append(self._comment(number, lines))
        start, end = (etree.Element(name, {W + "id": number}) for name in _IDENTIFIED[:2])
        if runs:
            beside(runs[0]).addprevious(start)
            last = _behind_others(beside(runs[-1]))
            last.addnext(end)
        else:
            settings = paragraph.find(W + "pPr")
            paragraph.insert(0 if settings is None else paragraph.index(settings) + 1, start)
            paragraph.append(end)
        _behind_others(in_paragraph(end)).addnext(self._reference(number))
        self._opened.changed(self._part)
        self._opened.changed(self._opened.document)

    def _comment(self, number: str, lines: Sequence[Line]) -> etree._Element:
        comment = etree.Element(W + "comment", {W + "id": number, W + "author": AUTHOR, W + "initials": INITIALS})
        for at, line in enumerate(lines):
            paragraph = etree.SubElement(comment, W + "p")
            if self._text_style:
                settings = etree.SubElement(paragraph, W + "pPr")
                etree.SubElement(settings, W + "pStyle", {W + "val": self._text_style})
            if at == 0:
                etree.SubElement(self._marked_run(paragraph), W + "annotationRef")
            for words, bold in ((line.bold, True), (line.plain, False)):
                if words:
                    self._words(paragraph, words, bold=bold)
        return comment

    def _words(self, paragraph: etree._Element, words: str, *, bold: bool) -> None:
        run = etree.SubElement(paragraph, W + "r")
        settings = etree.SubElement(run, W + "rPr")
        if self._language is Language.ZH:  # quotation marks and dashes are those of the Chinese font
            etree.SubElement(settings, W + "rFonts", {W + "hint": "eastAsia"})
        if bold:
            etree.SubElement(settings, W + "b")
        etree.SubElement(settings, W + "lang", {W + "val": _LANGUAGES[self._language], W + "eastAsia": "zh-CN"})
        text = etree.SubElement(run, W + "t", {XML_SPACE: "preserve"})
        text.text = words

    def _reference(self, number: str) -> etree._Element:
        holder = etree.Element(W + "p")
        etree.SubElement(self._marked_run(holder), _IDENTIFIED[2], {W + "id": number})
        return holder[0]

    def _marked_run(self, parent: etree._Element) -> etree._Element:
        """A run in the style of comments' marks; in its size, where the file does not have that style."""
        run = etree.SubElement(parent, W + "r")
        settings = etree.SubElement(run, W + "rPr")
        if self._mark_style:
            etree.SubElement(settings, W + "rStyle", {W + "val": self._mark_style})
        else:
            for name in ("sz", "szCs"):
                etree.SubElement(settings, W + name, {W + "val": "16"})
        return run

    def _style(self, name: str, kind: str) -> str:
        """The identity of one of Word's own styles, which is another in each language of Word; "" where it is not."""
        for part in self._opened.package.related("styles"):
            for style in self._opened.tree(part).iterfind(W + "style"):
                named = style.find(W + "name")
                if named is not None and named.get(W + "val", "").lower() == name and style.get(W + "type") == kind:
                    return style.get(W + "styleId", "")
        return ""

    def _numbers(self) -> list[int]:
        """Those that are taken, by comments and by ends of ranges that lost theirs."""
        trees = [self._root, *(self._opened.tree(part) for part in self._opened.running_text)]
        found = (element.get(W + "id", "") for tree in trees for element in tree.iter(W + "comment", *_IDENTIFIED))
        return [int(number) for number in found if number.isascii() and number.isdigit()]

    # -- the part

    def _own_part(self) -> str:
        opened = self._opened
        if there := opened.package.related("comments"):
            return there[0]
        folder = posixpath.dirname(opened.document)
        taken = {name.lower() for name in opened.package.parts}
        names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(taken) + 1))
        part = next(name for name in names if name.lower() not in taken)
        namespace = {"w": W.strip("{}")}
        opened.changed(part, etree.Element(W + "comments", nsmap=namespace))
        types = opened.tree(_TYPES)
        etree.SubElement(types, _like(types, "Override"), {"PartName": f"/{part}", "ContentType": _TYPE})
        opened.changed(_TYPES)
        self._relate(folder, part)
        return part

    def _relate(self, folder: str, part: str) -> None:
        opened = self._opened
        name = posixpath.join(folder, "_rels", f"{posixpath.basename(opened.document)}.rels")
        if name not in opened.package.parts:
            opened.changed(name, etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>'))
        relations = opened.tree(name)
        taken = {entry.get("Id") for entry in relations}
        identity = next(made for number in range(len(taken) + 1) if (made := f"rIdDocgen{number or ''}") not in taken)
        etree.SubElement(
            relations,
            _like(relations, "Relationship"),
            {"Id": identity, "Type": _KIND, "Target": posixpath.basename(part)},
        )
        opened.changed(name)


def _like(parent: etree._Element, name: str) -> str:
    return f"{{{etree.QName(parent).namespace}}}{name}"


def _behind_others(element: etree._Element) -> etree._Element:
    """The last of the ends and marks of comments that follow, so that they stand in their order."""
    while (following := element.getnext()) is not None and (
        following.tag == _IDENTIFIED[1] or following.find(_IDENTIFIED[2]) is not None
    ):
        element = following
    return element
