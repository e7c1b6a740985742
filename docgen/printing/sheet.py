"""Finished pages: what stands where, before it is written as PDF.

Places are points from the top left corner of the page, downwards. A page is a list of marks in the order in which they
are painted, and a document a list of pages with a tree of tags over them (ISO 32000-1, 14.7, 14.8): each mark belongs
to a tag, or to none where it is no part of what the document says (lines, headers, footers).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from docgen.printing.fonts import Face
from docgen.printing.reading.tree import Picture


@dataclass(slots=True)
class Tag:
    """A node of the structure: "Document", "P", "H1" … "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
    "Figure", "Link", "Note", "Reference", "Span" (ISO 32000-1, 14.8.4). `attributes`: such as ColSpan, RowSpan, Scope;
    `level`: of a list, how deep."""

    kind: str
    parent: Tag | None = None
    description: str = ""
    language: str = ""
    attributes: Mapping[str, object] = field(default_factory=dict)
    children: list[Tag] = field(default_factory=list)
    level: int = 0

    def child(self, kind: str, **details: Any) -> Tag:
        made = Tag(kind, self, **details)
        self.children.append(made)
        return made


@dataclass(slots=True)
class Glyphs:
    """Characters of one face on one base line; (x, y) is where the first begins.

    ids: glyphs of the face. advances: from each to the next, in points, as set. texts: the characters behind each, one
    string per glyph ("" for a glyph that goes with the one before); a str where each glyph is one character.
    scale: of the width. offsets: glyphs that stand elsewhere, by index: (right, up) in points.
    slant: tangent of an artificial slant, thicken: width of an artificial stroke; 0 for none.
    """

    x: float
    y: float
    face: Face
    size: float
    ids: Sequence[int]
    advances: Sequence[float]
    texts: Sequence[str]
    colour: str = "#000000"
    scale: float = 1.0
    offsets: Mapping[int, tuple[float, float]] | None = None
    slant: float = 0.0
    thicken: float = 0.0
    tag: Tag | None = None


@dataclass(slots=True)
class Fill:
    """A filled rectangle, or ellipse."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    round: float = 0.0  # radius of the corners; -1 for an ellipse
    tag: Tag | None = None


@dataclass(slots=True)
class Stroke:
    """A line along `points`. dashes: lengths on and off, empty for a whole line; closed: back to the first point;
    round: dots are round."""

    points: Sequence[tuple[float, float]]
    width: float
    colour: str
    dashes: Sequence[float] = ()
    closed: bool = False
    round: bool = False
    curved: bool = False  # the points are ends and handles of Bézier curves: 1 + 3 n of them
    tag: Tag | None = None


@dataclass(slots=True)
class Image:
    """A picture in its rectangle, cropped and turned about its middle as `picture` says."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    tag: Tag | None = None


@dataclass(slots=True)
class Group:
    """Marks with an origin of their own: turned clockwise by `degrees` about (x, y), then moved there; `clip`: width
    and height of what is shown of them, from their origin."""

    x: float
    y: float
    marks: list[Mark]
    degrees: float = 0.0
    clip: tuple[float, float] | None = None
    tag: Tag | None = None


Mark = Glyphs | Fill | Stroke | Image | Group


@dataclass(slots=True)
class Link:
    """A rectangle that leads to an address, or to a bookmark (`target`)."""

    x: float
    y: float
    width: float
    height: float
    address: str = ""
    target: str = ""
    tag: Tag | None = None


@dataclass(slots=True)
class Sheet:
    """One page. `label`: its number as printed, "" where it is the plain one. `written`: what stood on it, where that
    was written already; `marks` are then what lies beneath."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: dict[str, tuple[float, float]] = field(default_factory=dict)  # bookmarks
    label: str = ""
    written: bytes = b""


@dataclass(slots=True)
class Heading:
    """An entry of the outline. `page` counts from 0."""

    level: int
    title: str
    page: int
    y: float


@dataclass(slots=True)
class Sheets:
    """A printed document, before it is PDF."""

    sheets: list[Sheet]
    root: Tag
    headings: list[Heading] = field(default_factory=list)
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    identifier: str = ""
    language: str = "zh-CN"


class Canvas:
    """Collects the marks of a page. `tag` is what the next marks belong to, `label_tag` what the number or bullet of
    the paragraph being put belongs to, where it has one; `outlined`: whether headings put now lead there from the
    outline, as those of the text do and those of page headers do not."""

    def __init__(self, sheet: Sheet, number: int) -> None:
        self.sheet = sheet
        self.number = number  # of the page, from 0
        self.marks: list[Mark] = sheet.marks
        self.tag: Tag | None = None
        self.label_tag: Tag | None = None
        self.headings: list[Heading] = []
        self.outlined = True

    def put(self, mark: Mark) -> None:
        mark.tag = self.tag
        self.marks.append(mark)

    @contextmanager
    def tagged(self, tag: Tag | None) -> Iterator[None]:
        outer, self.tag = self.tag, tag
        try:
            yield
        finally:
            self.tag = outer

    @contextmanager
    def group(
        self, x: float, y: float, degrees: float = 0.0, clip: tuple[float, float] | None = None
    ) -> Iterator[None]:
        """Marks put within have their origin at (x, y)."""
        outer, inner = self.marks, Group(x, y, [], degrees, clip)
        self.marks = inner.marks
        try:
            yield
        finally:
            self.marks = outer
            if inner.marks:
                outer.append(inner)

    @contextmanager
    def beneath(self) -> Iterator[None]:
        """Marks put within are painted before everything else on the page."""
        outer: list[Mark] = self.marks
        self.marks = []
        try:
            yield
        finally:
            outer[:0] = self.marks
            self.marks = outer
