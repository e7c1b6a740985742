"""What a Word file says, resolved: sections of blocks of inlines, every style already applied.

Lengths are points. Colours are "#rrggbb". Nothing here knows XML, HTML or CSS.
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
    """One edge. `style` is a CSS border style. `pair`: two lines of unlike width with the gap between them, from the
    top or the left."""

    style: str
    width: float
    colour: str = "#000000"
    space: float = 0.0
    pair: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look (ECMA-376-1, 17.3.2), after the whole cascade."""

    ascii: str = ""
    east_asia: str = ""
    hint_east_asia: bool = False
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str = ""
    underline_colour: str = ""
    strike: str = ""
    colour: str = ""
    caps: str = ""
    spacing: float = 0.0
    position: float = 0.0
    vertical: str = ""
    background: str = ""
    boxed: Border | None = None
    latin_language: str = "en-US"
    east_asian_language: str = "zh-CN"
    kerned: bool = False
    unprinted: tuple[tuple[str, str], ...] = ()  # (code of the finding, setting)


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    look: Look
    link: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    look: Look


@dataclass(frozen=True, slots=True)
class Break:
    kind: Literal["line", "page", "column"]
    look: Look


@dataclass(frozen=True, slots=True)
class Number:
    """A page field: which number, in which format (a w:numFmt name)."""

    of: Literal["page", "pages", "section"]
    format: str
    look: Look


@dataclass(frozen=True, slots=True)
class Picture:
    content: bytes
    mime: str
    width: float
    height: float
    description: str = ""


Inline = Text | Tab | Break | Number | Picture


@dataclass(frozen=True, slots=True)
class TabStop:
    position: float
    alignment: str = "left"
    leader: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """The number or bullet before a numbered paragraph; `suffix` is "tab", "space" or "nothing"."""

    text: str
    look: Look
    suffix: str = "tab"
    alignment: str = "left"


@dataclass(frozen=True, slots=True)
class Lines:
    """Line spacing: "auto" (value is a multiple), "atLeast" or "exact" (points)."""

    rule: str = "auto"
    value: float = 1.0


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set (17.3.1), after the whole cascade."""

    style: str = ""
    align: str = "left"
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
    snap: bool = True
    space_letters: bool = True  # blanks between ideographs and Latin letters
    space_digits: bool = True  # … and digits
    tabs: tuple[TabStop, ...] = ()
    borders: Mapping[str, Border] = field(default_factory=dict)
    background: str = ""
    unprinted: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]
    shape: Shape
    mark: Look
    place: WordPlace
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    blocks: tuple[Block, ...]
    span: int
    rows: int
    borders: Mapping[Side, Border]
    padding: tuple[float, float, float, float]
    background: str = ""
    align: str = "top"
    no_wrap: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    height: float = 0.0
    exact: bool = False
    cant_split: bool = False
    header: bool = False
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    align: str = "left"
    indent: float = 0.0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Grid:
    """The document grid (17.6.5): the distance of its lines, when it has lines."""

    pitch: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """Page set-up of a section (17.6). `footer` and `header` are distances from the paper's edge.

    fixed_top, fixed_bottom: the margin stays as it is, however tall the header or footer.
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
    grid: Grid = Grid()
    number_format: str = "decimal"
    number_from: int | None = None

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Section:
    """`headers` and `footers` hold "default", "first" and "even" as far as they apply."""

    page: Page
    blocks: tuple[Block, ...]
    headers: Mapping[str, tuple[Block, ...]]
    footers: Mapping[str, tuple[Block, ...]]
    starts: str = "nextPage"


@dataclass(frozen=True, slots=True)
class Document:
    sections: tuple[Section, ...]
    title: str = ""
    author: str = ""
    keywords: str = ""
    language: str = "zh-CN"
    default_tab: float = 36.0
    grid_in_tables: bool = False
