"""What a Word file says, resolved: sections of blocks of inlines, every style already applied.

Lengths are points. Colours are "#rrggbb". Names of kinds (of lines, breaks, alignments) are those of ECMA-376 (ST_…),
where it has one. Nothing here knows XML or pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.errors import WordPlace

Side = Literal["top", "right", "bottom", "left"]
SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")


@dataclass(frozen=True, slots=True)
class Border:
    """One edge. `kind`: a name of ST_Border (17.18.2); `width`: of one line of it (w:sz), in points; `space`: to the
    text or the edge of the paper."""

    kind: str
    width: float
    colour: str = "#000000"
    space: float = 0.0


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look (17.3.2), after the whole cascade."""

    ascii: str = ""
    hansi: str = ""  # of letters beyond ASCII, signs and quotation marks (17.3.2.26); "" for that of `ascii`
    east_asia: str = ""
    hint_east_asia: bool = False
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str = ""  # ST_Underline (17.18.99); "" for none
    underline_colour: str = ""
    strike: str = ""  # "single" or "double"
    colour: str = ""
    caps: str = ""  # "all" or "small"
    spacing: float = 0.0
    scale: float = 1.0  # w:w (17.3.2.43): of the width
    position: float = 0.0
    vertical: str = ""  # "superscript" or "subscript"
    emphasis: str = ""  # ST_Em (17.18.24): "dot", "comma", "circle", "underDot"
    background: str = ""
    boxed: Border | None = None
    latin_language: str = "en-US"
    east_asian_language: str = "zh-CN"
    kerned: bool = False
    snap: bool = True  # w:snapToGrid (17.3.2.34): characters on the grid
    unprinted: tuple[tuple[str, str], ...] = ()  # (code of the finding, setting)


# What stands in a line


@dataclass(frozen=True, slots=True)
class Text:
    """`link`: an address outside; `target`: a bookmark of this file."""

    text: str
    look: Look
    link: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """`to`: of a w:ptab (17.3.3.23): "left", "center" or "right" of the margin or the indents."""

    look: Look
    to: str = ""
    from_indent: bool = False
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    kind: Literal["line", "page", "column"]
    look: Look
    clear: bool = False  # w:clear (17.18.3): goes on below what floats beside


@dataclass(frozen=True, slots=True)
class Number:
    """A page field: which number, in which format (a w:numFmt name)."""

    of: Literal["page", "pages", "section"]
    format: str
    look: Look


@dataclass(frozen=True, slots=True)
class Crop:
    """a:srcRect (20.1.8.55): parts of the picture cut off, from 0 to 1 of its width or height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    content: bytes
    mime: str  # "image/png", "image/jpeg" or "image/svg+xml"
    width: float
    height: float
    description: str = ""
    crop: Crop = Crop()
    turned: float = 0.0  # degrees, clockwise
    border: Border | None = None
    fallback: bytes = b""  # the same as PNG or JPEG, where Word keeps one beside an SVG
    link: str = ""  # an address outside
    target: str = ""  # a bookmark of this file


@dataclass(frozen=True, slots=True)
class Ruby:
    """Words above words (17.3.3.25). `raise_by`: from the base line of the words to that of those above."""

    base: tuple[Inline, ...]
    above: tuple[Inline, ...]
    align: str = "center"  # ST_RubyAlign, 17.18.79
    raise_by: float = 0.0


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where a footnote or endnote is called (17.11). The mark itself is text, counted by the reader; within the note
    it stands again as plain text."""

    text: str
    look: Look
    note: Note


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place that links within the file point to (17.13.6.2). Takes no room."""

    name: str


@dataclass(frozen=True, slots=True)
class Offset:
    """Where something floats, on one axis (20.4.2.10, 17.3.1.11, 17.4.57).

    origin: "page", "margin", "column", "character", "paragraph", "line", "leftMargin", "rightMargin", "topMargin",
    "bottomMargin", "insideMargin", "outsideMargin". Either `align` ("left", "center", "right", "inside", "outside",
    "top", "bottom") or `distance` counts.
    """

    origin: str
    distance: float = 0.0
    align: str = ""


@dataclass(frozen=True, slots=True)
class TextBox:
    """Words in a box of their own, with what is drawn around them (20.1.2.2.33, wps:wsp)."""

    blocks: tuple[Block, ...]
    width: float
    height: float
    padding: tuple[float, float, float, float] = (3.6, 7.2, 3.6, 7.2)  # top, right, bottom, left
    border: Border | None = None
    background: str = ""
    align: str = "top"  # of the words: "top", "middle", "bottom"
    grows: bool = False  # as high as its words
    direction: str = "lrTb"
    shape: str = "rect"  # a:prstGeom: "rect", "line", "ellipse", "roundRect"; "lineUp" rises; others are refused
    description: str = ""
    turned: float = 0.0
    stretched: bool = False  # WordArt: its one line is as wide as the box, whatever that does to the letters
    fits: bool = False  # a:spAutoFit: no higher than its words either
    wraps: bool = True  # off: lines end where paragraphs do, and a box that fits is as wide as the longest


@dataclass(frozen=True, slots=True)
class Float:
    """Something anchored in a paragraph that stands beside, over or under the text (20.4.2.3, 17.3.1.11, 17.4.57)."""

    content: Picture | TextBox | Table
    across: Offset
    down: Offset
    wrap: Literal["square", "topAndBottom", "none"]
    side: str = "bothSides"  # ST_WrapText, 20.4.3.7
    gaps: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)  # top, right, bottom, left, to the text around
    behind: bool = False
    order: int = 0  # relativeHeight: what is drawn later
    in_cell: bool = True


Inline = Text | Tab | Break | Number | Picture | TextBox | Ruby | NoteMark | Bookmark | Float


# Paragraphs


@dataclass(frozen=True, slots=True)
class TabStop:
    position: float
    alignment: str = "left"
    leader: str = ""  # ST_TabTlc, 17.18.83


@dataclass(frozen=True, slots=True)
class Label:
    """The number or bullet before a numbered paragraph; `suffix` is "tab", "space" or "nothing"."""

    text: str
    look: Look
    suffix: str = "tab"
    alignment: str = "left"
    level: int = 0
    list_id: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Line spacing: "auto" (value is a multiple), "atLeast" or "exact" (points)."""

    rule: str = "auto"
    value: float = 1.0


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set (17.3.1), after the whole cascade."""

    style: str = ""
    align: str = "left"  # ST_Jc, 17.18.44: left (start), right (end), center, both, distribute
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    lines: Lines = Lines()
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    snap: bool = True  # lines on the grid
    space_letters: bool = True  # blanks between ideographs and Latin letters
    space_digits: bool = True  # … and digits
    kinsoku: bool = True
    word_wrap: bool = True  # off: Latin words break anywhere
    hanging: bool = True  # w:overflowPunct: punctuation may hang over the end of the line
    top_line_punctuation: bool = False
    text_alignment: str = "auto"  # ST_TextAlignment, 17.18.91: of characters of unlike size on their line
    tabs: tuple[TabStop, ...] = ()
    borders: Mapping[str, Border] = field(default_factory=dict)  # sides, "between", "bar"
    background: str = ""
    level: int | None = None  # w:outlineLvl, from 0: a heading
    title: bool = False  # of Word's own style "Title"
    no_line_numbers: bool = False
    unprinted: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]
    shape: Shape
    mark: Look
    place: WordPlace
    label: Label | None = None


# Tables

#: A preferred width: ("auto", 0), ("pt", points) or ("part", of the room, 0 to 1). ST_TblWidth, 17.18.90
Width = tuple[Literal["auto", "pt", "part"], float]
AUTO: Width = ("auto", 0.0)


@dataclass(frozen=True, slots=True)
class Cell:
    """`borders`: its edges after the whole cascade, not yet settled with those of its neighbours (17.4.66); "tl2br" and
    "tr2bl" run across. `bare`: edges that it says have no line ("nil"), whatever the neighbour says. Cells alike share
    one mapping."""

    blocks: tuple[Block, ...]
    span: int
    rows: int
    borders: Mapping[str, Border]
    padding: tuple[float, float, float, float]  # top, right, bottom, left
    background: str = ""
    align: str = "top"  # "top", "middle", "bottom"
    no_wrap: bool = False
    width: Width = AUTO
    direction: str = "lrTb"  # ST_TextDirection, 17.18.93
    fit: bool = False  # w:tcFitText: the words fill the width of the cell
    bare: frozenset[str] = frozenset()
    hides_mark: bool = False  # w:hideMark (17.4.21): an empty cell takes no height for the mark that ends it


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    height: float = 0.0
    exact: bool = False
    cant_split: bool = False
    header: bool = False
    before: int = 0
    after: int = 0
    align: str = ""  # w:jc of the row alone; "" as the table


@dataclass(frozen=True, slots=True)
class Table:
    """`columns`: widths of the grid as written (17.4.48), 0 where it says none, which `fixed` tables keep and automatic
    ones adjust to what stands in the cells (17.18.87). `overhang`: by how much a table as wide as the room is wider
    than it (up to Word 2010 its text, not its edge, stands at the margins)."""

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    align: str = "left"
    indent: float = 0.0
    width: Width = AUTO
    fixed: bool = True
    spacing: float = 0.0  # w:tblCellSpacing, between cells
    outer: Mapping[str, Border] = field(default_factory=dict)  # the table's own frame, where cells have spacing
    description: str = ""
    overhang: float = 0.0


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote (17.11). `number` is its mark as text."""

    kind: Literal["footnote", "endnote"]
    identity: str
    number: str
    blocks: tuple[Block, ...]


Block = Paragraph | Table | Float  # a Float among blocks is a floating table or frame, anchored in the block after it


# Pages


@dataclass(frozen=True, slots=True)
class Grid:
    """The document grid (17.6.5): the distance of its lines, when it has lines; what is added to every East Asian
    character, and to every other one, when it has characters; `cell`: their width where each stands in one of its own
    ("snapToChars"), else 0."""

    pitch: float = 0.0
    add: float = 0.0
    latin: float = 0.0
    cell: float = 0.0


@dataclass(frozen=True, slots=True)
class Columns:
    """17.6.4. `widths` and `gaps` (one less) in points; `line`: a line between them."""

    widths: tuple[float, ...]
    gaps: tuple[float, ...]
    line: bool = False


@dataclass(frozen=True, slots=True)
class PageBorders:
    """17.6.10. `from_text`: `space` counts from the text, else from the edge of the paper; `on`: "allPages",
    "firstPage" or "notFirstPage"."""

    edges: Mapping[str, Border]
    from_text: bool = True
    on: str = "allPages"
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Page set-up of a section (17.6). `footer` and `header` are distances from the paper's edge.

    fixed_top, fixed_bottom: the margin stays as it is, however tall the header or footer.
    mirrored: left and right change places on even pages (17.15.1.57).
    """

    width: float = 595.3
    height: float = 841.9
    top: float = 72.0
    right: float = 90.0
    bottom: float = 72.0
    left: float = 90.0
    header: float = 42.55
    footer: float = 49.6
    fixed_top: bool = False
    fixed_bottom: bool = False
    mirrored: bool = False
    grid: Grid = Grid()
    columns: Columns | None = None
    borders: PageBorders | None = None
    align: str = "top"  # w:vAlign: "top", "center", "bottom", "both"
    number_format: str = "decimal"
    number_from: int | None = None

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Section:
    """`headers` and `footers` hold "default", "first" and "even" as far as they apply; what is absent is empty."""

    page: Page
    blocks: tuple[Block, ...]
    headers: Mapping[str, tuple[Block, ...]]
    footers: Mapping[str, tuple[Block, ...]]
    starts: str = "nextPage"  # ST_SectionMark, 17.18.77


@dataclass(frozen=True, slots=True)
class Document:
    """`endnotes`: at the end of the document, in order. `separators`: what stands above notes where that is not
    Word's line, by "footnote", "footnote continued" (on the next page) and "endnote".

    compress: w:characterSpacingControl (17.18.7). no_start, no_end: characters of w:noLineBreaksBefore and
    w:noLineBreaksAfter where the settings have some of their own. spread_broken: whether justified lines that a break
    ends are spread; they are unless w:doNotExpandShiftReturn says otherwise (17.15.3). balances_columns: before a
    section that goes on on the page (17.15.3, w:noColumnBalance). borders_around: whether borders of the page that
    stand around the text stand around its header and its footer, too (17.15.1.10, 17.15.1.9). adds_space: the space
    after a paragraph and that before the next add up, where Word else leaves the larger of both.
    """

    sections: tuple[Section, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    identifier: str = ""
    language: str = "zh-CN"
    default_tab: float = 36.0
    grid_in_tables: bool = False
    endnotes: tuple[Note, ...] = ()
    separators: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    endnotes_at_section: bool = False
    footnotes_beneath_text: bool = False
    compress: str = "doNotCompress"
    no_start: str = ""
    no_end: str = ""
    spread_broken: bool = False
    adds_space: bool = False
    balances_columns: bool = True
    borders_around: tuple[bool, bool] = (False, False)
