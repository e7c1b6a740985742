"""Where the tags of a text stand, and what is wrong with their braces. One fault is told once, and hides no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
# An edge as it was typed: full-width signs as an input method for Chinese leaves them, or parted by a blank.
_EDGE = re.compile(r"[{｛][ \xa0\u3000]?[{｛%％#＃]|[}｝%％#＃](?:[ \xa0\u3000](?![}｝]{2}))?[}｝]")
_NARROW = str.maketrans("｛｝％＃", "{}%#", " \xa0\u3000")
_LONGEST = 40  # characters shown of a tag that has no end
LONGEST_TAG = 4000  # characters; the longest that ships has 76
_MOST = 50  # slips of one paragraph that are worth telling


@dataclass(frozen=True, slots=True)
class Slip:
    """A fault of braces: the code of its finding, and where it is shown. edges: full-width or parted ones, as typed;
    mended: the tag as it was meant, where that is plain."""

    code: str
    start: int
    end: int
    edges: str = ""
    mended: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int
    odd: bool = False  # a slip tells of its braces


@dataclass(frozen=True, slots=True)
class _Edge:
    start: int
    end: int
    typed: str

    @property
    def meant(self) -> str:
        return self.typed.translate(_NARROW)

    @property
    def odd(self) -> bool:
        return self.meant != self.typed

    @property
    def parted(self) -> bool:
        """Half-width signs with a blank between them, which may be no tag at all."""
        return self.odd and self.typed.isascii()


def spans(words: str) -> tuple[list[Span], list[Slip]]:
    """Every tag from opening to closing braces, and every slip."""
    found: list[Span] = []
    slips: list[Slip] = []
    opened: _Edge | None = None
    wrong: _Edge | None = None  # a closing edge of another kind, within the tag that is open
    for edge in _edges(words):
        if len(slips) > _MOST:
            return found, slips
        if opened is None:
            if edge.meant in OPENERS:
                opened, wrong = edge, None
            elif not edge.parted:
                slips.append(Slip("template.tag_not_opened", edge.start, min(edge.start + _LONGEST, len(words))))
        elif edge.meant == OPENERS[opened.meant] and edge.end - opened.start > LONGEST_TAG:
            slips.append(Slip("template.tag_too_long", opened.start, opened.start + _LONGEST))
            opened = None
        elif edge.meant == OPENERS[opened.meant]:
            found.append(Span(opened.start, edge.end, opened.odd or edge.odd))
            if found[-1].odd:
                slips.append(_odd(words, opened, edge))
            opened = None
        elif opened.meant == "{#":
            continue
        elif edge.meant in OPENERS:
            slips += _open(words, opened, wrong, edge.start)
            opened, wrong = edge, None
        else:
            wrong = wrong or edge
    if opened is not None:
        slips += _open(words, opened, wrong, len(words))
    return found, slips


def _edges(words: str) -> Iterator[_Edge]:
    for match in _EDGE.finditer(words):
        yield _Edge(match.start(), match.end(), match[0])


def _odd(words: str, opened: _Edge, closed: _Edge) -> Slip:
    wide = [edge.typed for edge in (opened, closed) if edge.odd]
    code = "template.braces_apart" if opened.parted or closed.parted else "template.full_width"
    mended = opened.meant + words[opened.end : closed.start] + closed.meant
    return Slip(code, opened.start, closed.end, " ".join(wide), mended)


def _open(words: str, opened: _Edge, wrong: _Edge | None, before: int) -> Iterator[Slip]:
    if opened.parted and wrong is None:
        return  # no tag: braces with blanks among words
    end = wrong.end if wrong else before
    if end - opened.start > LONGEST_TAG or not wrong:
        wrong, end = None, min(opened.start + _LONGEST, before)
    mended = ""
    if wrong:
        mended = opened.meant + words[opened.end : wrong.start] + OPENERS[opened.meant]
    yield Slip("template.tag_open", opened.start, end, mended=mended)
