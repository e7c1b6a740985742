"""Cells that hold nothing but words: what is said of the words is read once for all rows that are alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.errors import WordPlace
from docgen.printing.reading.properties import Set
from docgen.printing.reading.source import Source, Surroundings, local
from docgen.printing.reading.symbols import is_symbol_font
from docgen.printing.reading.tree import Look, Paragraph, Shape, Text
from docgen.printing.reading.values import Element, W

_P, _PPR, _R, _RPR, _T, _TCPR = (W + name for name in ("p", "pPr", "r", "rPr", "t", "tcPr"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Marks of Word's own between words and runs, which have no bearing on either.
_MARKS = frozenset(("", "proofErr", "lastRenderedPageBreak"))
#: What a paragraph may say that makes more of it than words.
_MORE = frozenset(("bidi", "direction", "frame", "numbering"))
_MORE_OF_MARK = frozenset(("deleted", "inserted", "style"))
_NO_SETTINGS: Set = {}


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph that holds nothing but words. pieces: of each w:t, how it looks and whether blanks at its ends count
    (17.3.3.31). shapes: by the size of the first character, for indents are counted in it."""

    pieces: tuple[tuple[Look, bool], ...]
    shapes: Mapping[float, Shape]
    mark: Look

    def paragraph(self, words: Sequence[str], place: WordPlace) -> Paragraph:
        found: list[Text] = []
        for (look, keeps), written in zip(self.pieces, words, strict=True):
            said = written if keeps else written.strip(" ")
            if said and found and found[-1].look is look:
                found[-1] = Text(found[-1].text + said, look)
            elif said:
                found.append(Text(said, look))
        first = found[0].look if found else self.mark
        return Paragraph(tuple(found), self.shapes[first.size + first.spacing], self.mark, place)


def paragraphs(cell: Element, source: Source, around: Surroundings) -> tuple[Words, ...] | None:
    """The paragraphs of a cell; None where one of them holds anything but words, or where something is to be told."""
    found = []
    for child in cell:
        if child.tag == _P and (words := _words(child, source, around)):
            found.append(words)
        elif child.tag != _TCPR:
            return None
    return tuple(found)


def _words(paragraph: Element, source: Source, around: Surroundings) -> Words | None:
    styles = source.styles
    settings = paragraph.find(_PPR)
    direct = styles.paragraph(settings)
    style = styles.style(direct.get("style", ""), "paragraph")
    mark_direct = styles.character(None if settings is None else settings.find(_RPR))
    if not _MORE.isdisjoint((*direct, *style.paragraph)) or style.numbering is not None:
        return None
    if not _MORE_OF_MARK.isdisjoint(mark_direct) or styles.is_hidden(style, mark_direct):
        return None
    mark = styles.look(style, around.character, mark_direct)
    pieces: list[tuple[Look, bool]] = []
    for run in paragraph:
        if run.tag == _R:
            said = styles.character(run.find(_RPR))
            look = styles.look(style, around.character, said)
            if styles.is_hidden(style, said) or said.get("brackets") or look.unprinted or is_symbol_font(look.ascii):
                return None
            texts = list(_texts(run))
            if None in texts:
                return None
            pieces += [(look, bool(keeps)) for keeps in texts]
        elif run is not settings and local(run) not in _MARKS:
            return None
    shapes = {
        em: source.shape(style, around, _NO_SETTINGS, direct, em)
        for em in {look.size + look.spacing for look in (mark, *(look for look, _ in pieces))}
    }
    told = any(shape.unprinted for shape in shapes.values())
    return None if told else Words(tuple(pieces), shapes, mark)


def _texts(run: Element) -> Iterator[bool | None]:
    """Of each w:t, whether blanks at its ends count; None for what is none."""
    for child in run:
        if child.tag == _T:
            yield child.get(_SPACE) == "preserve"
        elif child.tag != _RPR and local(child) not in _MARKS:
            yield None
