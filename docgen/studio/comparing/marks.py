"""Words written back as runs, each marked as its own, deleted or inserted (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from docgen.studio.comparing.comparison import Mark
from docgen.studio.comparing.inlines import Piece
from docgen.studio.comparing.settling import XML_SPACE, W, drop

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAGS = {Mark.INSERTED: W + "ins", Mark.DELETED: W + "del"}
_DELETED = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
_FIRST_ID = 1_000_000  # above those that bookmarks and comments have
_Copy = Callable[[etree._Element], etree._Element]


class Marked(NamedTuple):
    """A piece and what became of it. was: the w:rPr that the same words had, where they look different now."""

    piece: Piece
    mark: Mark
    was: etree._Element | None = None


@dataclass
class Pen:
    """Whose changes these are. Every change has a number of its own."""

    author: str
    at: dt.datetime
    used: int = 0
    _shown: dict[str, str] = field(default_factory=dict)

    def sign(self, tag: str) -> etree._Element:
        """An element of a tracked change."""
        self.used += 1
        moment = self.at.astimezone(dt.UTC) if self.at.tzinfo else self.at
        made = etree.Element(tag)
        made.set(W + "id", str(_FIRST_ID + self.used))
        made.set(W + "author", _NOT_XML.sub("", self.author))
        made.set(W + "date", moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return made

    def mark_paragraph(self, paragraph: etree._Element, mark: Mark) -> None:
        """Its mark – what ends it – was inserted or deleted."""
        settings = of_paragraph(paragraph)
        signs = settings.find(W + "rPr")
        if signs is None:
            signs = etree.Element(W + "rPr")
            before = [e for e in settings if e.tag not in (W + "sectPr", W + "pPrChange")]
            settings.insert(len(before), signs)
        signs.insert(0, self.sign(_TAGS[mark]))

    def mark_row(self, row: etree._Element, mark: Mark) -> None:
        settings = row.find(W + "trPr")
        if settings is None:
            settings = etree.Element(W + "trPr")
            row.insert(1 if row.find(W + "tblPrEx") is not None else 0, settings)
        settings.append(self.sign(_TAGS[mark]))

    def mark_settings(self, paragraph: etree._Element, was: etree._Element | None) -> None:
        """Its settings were others: `was`, a w:pPr."""
        settings = of_paragraph(paragraph)
        change = self.sign(W + "pPrChange")
        kept = deepcopy(was) if was is not None else etree.Element(W + "pPr")
        kept.tail = None
        for child in [e for e in kept if e.tag in (W + "rPr", W + "sectPr", W + "pPrChange")]:
            kept.remove(child)
        change.append(kept)
        settings.append(change)

    def write(self, paragraph: etree._Element, pieces: Iterable[Marked], copy: _Copy) -> None:
        """A paragraph's words anew. copy: makes of an element of the old file one of the new."""
        spelled = list(_joined(_spelled(pieces)))
        for child in [child for child in paragraph if child.tag != W + "pPr"]:
            paragraph.remove(child)
        holder = target = paragraph
        last: Marked | None = None
        for marked in spelled:
            moves = last is None or marked.piece.holders != last.piece.holders
            if moves:
                holder = _held(paragraph, marked, copy)
            if moves or last is None or marked.mark is not last.mark:
                target = holder
                if marked.mark is not Mark.SAME:
                    target = self.sign(_TAGS[marked.mark])
                    holder.append(target)
                last = None
            self._append(target, marked, last, copy)
            last = marked

    def _append(self, target: etree._Element, marked: Marked, last: Marked | None, copy: _Copy) -> None:
        piece, mark = marked.piece, marked.mark
        if piece.run is None:
            if piece.node is not None:
                target.append(copy(piece.node) if mark is Mark.DELETED else _own(piece.node))
            return
        goes_on = last is not None and last.piece.run is piece.run and last.was is marked.was and len(target)
        run = target[-1] if goes_on and target[-1].tag == W + "r" else self._run(target, marked, copy)
        if piece.node is None:
            kind = W + "delText" if mark is Mark.DELETED else W + "t"
            text = run[-1] if len(run) and run[-1].tag == kind else etree.SubElement(run, kind)
            text.text = (text.text or "") + piece.text
            if text.text != text.text.strip() or "  " in text.text:
                text.set(XML_SPACE, "preserve")
            return
        node = copy(piece.node) if mark is Mark.DELETED else _own(piece.node)
        if mark is Mark.DELETED and node.tag in _DELETED:
            node.tag = _DELETED[str(node.tag)]
        run.append(node)

    def _run(self, target: etree._Element, marked: Marked, copy: _Copy) -> etree._Element:
        run = etree.SubElement(target, W + "r")
        settings = marked.piece.settings
        if settings is not None:
            run.append(copy(settings) if marked.mark is Mark.DELETED else _own(deepcopy(settings)))
        if marked.was is not None:
            own = run.find(W + "rPr")
            if own is None:
                own = etree.SubElement(run, W + "rPr")
            change = self.sign(W + "rPrChange")
            change.append(copy(marked.was))
            own.append(change)
        return run


def of_paragraph(paragraph: etree._Element) -> etree._Element:
    """Its w:pPr, made where there is none."""
    settings = paragraph.find(W + "pPr")
    if settings is None:
        settings = etree.Element(W + "pPr")
        paragraph.insert(0, settings)
    return settings


def _own(node: etree._Element) -> etree._Element:
    drop(node)
    node.tail = None
    return node


def _held(paragraph: etree._Element, marked: Marked, copy: _Copy) -> etree._Element:
    """Where a piece goes: into the link or content control that holds it, made again without its words."""
    holder = paragraph
    for outer in marked.piece.holders:
        if outer.tag == W + "sdt" and marked.mark is Mark.DELETED:
            continue  # a content control would stay, empty, where its words are gone
        made = etree.Element(outer.tag, nsmap=outer.nsmap)  # type: ignore[arg-type]  # None is the default namespace
        for name, value in outer.attrib.items():
            made.set(name, value)
        made = copy(made) if marked.mark is Mark.DELETED else made
        holder.append(made)
        holder = made
        if outer.tag == W + "sdt":
            made.extend(deepcopy(child) for child in outer if child.tag != W + "sdtContent")
            holder = etree.SubElement(made, W + "sdtContent")
    return holder


def _spelled(pieces: Iterable[Marked]) -> Iterator[Marked]:
    """A field in one element (w:fldSimple) cannot be inserted or deleted: it is spelled out in runs."""
    for marked in pieces:
        node = marked.piece.node
        if node is None or node.tag != W + "fldSimple" or marked.mark is Mark.SAME:
            yield marked
            continue
        for run in _field(node):
            for child in list(run):
                if child.tag != W + "rPr":
                    is_text = child.tag == W + "t"
                    text = (child.text or "") if is_text else ""
                    yield marked._replace(piece=Piece(text, None if is_text else child, run, marked.piece.holders))


def _joined(pieces: Iterable[Marked]) -> Iterator[Marked]:
    """Neighbouring words of one run that became the same thing, as one piece."""
    group: list[Marked] = []
    for marked in pieces:
        if group and not (
            marked.piece.node is None
            and marked.piece.run is group[0].piece.run
            and (marked.mark, marked.was) == (group[0].mark, group[0].was)
        ):
            yield _as_one(group)
            group = []
        group.append(marked)
        if marked.piece.node is not None:
            yield _as_one(group)
            group = []
    if group:
        yield _as_one(group)


def _as_one(group: list[Marked]) -> Marked:
    text = "".join(marked.piece.text for marked in group)
    return group[0]._replace(piece=group[0].piece._replace(text=text))


def _field(simple: etree._Element) -> list[etree._Element]:
    def run(tag: str, text: str = "", **attributes: str) -> etree._Element:
        made = etree.Element(W + "r")
        inner = etree.SubElement(made, W + tag)
        for name, value in attributes.items():
            inner.set(W + name, value)
        if text:
            inner.text = text
            inner.set(XML_SPACE, "preserve")
        return made

    instruction = run("instrText", simple.get(W + "instr", ""))
    results = [deepcopy(inner) for inner in simple.iterfind(W + "r")]
    begin, separate, end = (run("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    return [begin, instruction, separate, *results, end]
