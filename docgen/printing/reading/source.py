"""What all readers of one Word file share: its package, styles, lists, and the findings they collect."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from docgen.errors import Finding, Severity, WordPlace
from docgen.printing.reading import unprinted
from docgen.printing.reading.numbering import Numbering
from docgen.printing.reading.properties import Set
from docgen.printing.reading.styles import Style, Styles
from docgen.printing.reading.tree import Block, Grid, Shape
from docgen.printing.reading.values import Element
from docgen.wordfile import Package, Relationship
from docgen.wordfile.trees import MOST_PATTERNS, Pattern

if TYPE_CHECKING:
    from docgen.printing.reading.notes import Notes

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

#: Elements that carry no ink: marks of checkers, rooms for metadata, revision marks of ranges.
INKLESS = frozenset(
    (
        "bookmarkEnd", "bookmarkStart", "commentRangeEnd", "commentRangeStart", "customXmlDelRangeEnd",
        "customXmlDelRangeStart", "customXmlInsRangeEnd", "customXmlInsRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveToRangeEnd", "customXmlMoveToRangeStart", "lastRenderedPageBreak",
        "moveFromRangeEnd", "moveFromRangeStart", "moveToRangeEnd", "moveToRangeStart", "permEnd", "permStart",
        "proofErr", "pPr", "rPr", "sdtEndPr", "sdtPr", "sectPr", "smartTagPr", "customXmlPr", "tblGrid", "tblPr",
        "tblPrEx", "tcPr", "trPr", "fldData", "annotationRef", "separator", "continuationSeparator",
        "customXmlConflictInsRangeStart", "customXmlConflictInsRangeEnd", "customXmlConflictDelRangeStart",
        "customXmlConflictDelRangeEnd",
    )
)  # fmt: skip

#: Vocabularies that are read, or refused by name; a branch of mc:AlternateContent in another is passed over.
_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/drawing/2010/main",
    "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "http://schemas.microsoft.com/office/drawing/2015/9/8/chartex",
    "http://schemas.microsoft.com/office/drawing/2015/10/21/chartex",
    "http://schemas.microsoft.com/office/word/",
    "urn:schemas-microsoft-com:vml",
)


@dataclass
class Source:
    """One Word file being read. `findings` grows; nothing else changes but the counters of `numbering` and `notes`.

    read_blocks(parent, story, counter, surroundings): the paragraphs and tables within an element; for whoever finds
    a room of its own in a paragraph: a text box, a note.
    """

    package: Package
    styles: Styles
    numbering: Numbering
    notes: Notes | None = None
    read_blocks: Callable[[Element, Any, Counter, Surroundings], tuple[Block, ...]] | None = None
    even_and_odd: bool = False
    mirrored: bool = False
    gutter_at_top: bool = False
    table_in_margin: bool = False
    grid_in_tables: bool = False
    spread_broken: bool = True
    halves_grid: bool = False
    adds_space: bool = False
    balances_columns: bool = True
    borders_around: tuple[bool, bool] = (True, True)
    shows_background: bool = False
    default_tab: float = 36.0
    room: float = 451.3  # the width of the text on the page of this section
    findings: list[Finding] = field(default_factory=list)
    told: set[str] = field(default_factory=set)

    _relations: dict[str, dict[str, Relationship]] = field(default_factory=dict)
    _themed: dict[str, bool] = field(default_factory=dict)

    def xml(self, name: str) -> Element:
        """A part, with the colours of the theme written into it."""
        tree = self.package.xml(name)
        if self._is_themed(name):
            self.styles.theme.resolve(tree)
        return tree

    def rows(self, part: str, parent: Element) -> Iterator[tuple[Element, Pattern | None, Sequence[str]]]:
        """The children of a table; of a long one rows that are alike as one, each with its words."""
        for child in parent:
            rows = self.package.unfolded(part, child)
            if rows is None:
                yield child, None, ()
                continue
            coloured: set[Pattern] = set()
            for pattern, words in rows:
                if self._is_themed(part) and pattern not in coloured:
                    self.styles.theme.resolve(pattern.element)
                    if len(coloured) < MOST_PATTERNS:
                        coloured.add(pattern)
                yield pattern.element, None if pattern.is_alone else pattern, words

    def _is_themed(self, part: str) -> bool:
        if part not in self._themed:
            self._themed[part] = b"theme" in self.package.read(part)
        return self._themed[part]

    def shape(self, style: Style, around: Surroundings, numbering: Set, direct: Set, em: float) -> Shape:
        """The shape of a paragraph. `direct`: its own settings; `em`: how wide its first character is.

        Indents may count characters (17.3.1.12). Word measures those of the first line by the first words of the
        paragraph, those of the sides by the default style; on a grid they are as wide as those there (17.6.5)."""
        grid = around.grid
        first, side = (grid.cell or size + grid.add for size in (em, self.styles.size))
        return self.styles.shape(style, around.paragraph, numbering, direct, first, side, grid.pitch)

    def relationship(self, part: str, identity: str) -> Relationship | None:
        if part not in self._relations:
            self._relations[part] = {found.id: found for found in reversed(self.package.relationships(part))}
        return self._relations[part].get(identity)

    def refuse(self, code: str, place: WordPlace, **facts: str) -> None:
        """The press cannot print this: name it and where it is."""
        self.findings.append(Finding(code, Severity.FAULT, place, facts))

    def tell(self, code: str, place: WordPlace, *, each: bool = False, **facts: str) -> None:
        """Something worth knowing; once for a part, or for `each` place."""
        key = f"{code} {place if each else place.part} {sorted(facts.items())}"
        if key not in self.told:
            self.told.add(key)
            severity = Severity.WARNING if code in _WARNED else Severity.INFORMATION
            self.findings.append(Finding(code, severity, place, facts))

    def tell_unprinted(self, settings: Iterable[tuple[str, str]], place: WordPlace) -> None:
        """Settings that the press does not print, or not as they are: (code, name), see `unprinted`."""
        for code, name in settings:
            plain, facts = unprinted.facts(code, name)
            self.tell(plain, place, each=False, **facts)


#: What nobody would send out who knew of it.
_WARNED = frozenset(("print.field_broken", "print.revisions"))


@dataclass(slots=True)
class Counter:
    """Counts paragraphs and tables of one story, or of one cell, as a reader counts.

    within: the place of the paragraph in which a text box hangs, or of the cell in which a table stands: what stands in
    the box, or in that table, stands there.
    """

    part: str
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    paragraphs: int = 0
    tables: int = 0
    within: WordPlace | None = None

    def paragraph(self, words: str = "") -> WordPlace:
        self.paragraphs += 1
        if self.within is not None:
            return self.within if self.within.words else replace(self.within, words=words)
        return WordPlace(self.part, self.paragraphs, self.table, self.row, self.cell, words)

    def here(self) -> WordPlace:
        return self.within or WordPlace(self.part, self.paragraphs or None, self.table, self.row, self.cell)

    def in_table(self, row: int | None = None) -> WordPlace:
        """In the table that began last, or in the cell that holds it."""
        if self.table is not None:
            return self.within or WordPlace(self.part, None, self.table, self.row, self.cell)
        return self.within or WordPlace(self.part, None, self.tables, row)

    def of_cell(self, row: int, cell: int) -> Counter:
        """Of a cell of the table that began last."""
        if self.table is None and self.within is None:
            return Counter(self.part, self.tables, row, cell)
        return Counter(self.part, self.tables, row, cell, within=self.in_table())


_NOTHING: Set = {}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a table gives to the paragraphs in its cells: settings of the table style, under all others.

    width: of the room.
    """

    character: Set = field(default_factory=lambda: _NOTHING)
    paragraph: Set = field(default_factory=lambda: _NOTHING)
    width: float = 0.0
    grid: Grid = field(default_factory=Grid)

    def within(self, width: float) -> Surroundings:
        return replace(self, width=width)


def local(element: Element) -> str:
    """The name without its namespace; "" for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def chosen(element: Element) -> list[Element]:
    """The children of the branch of mc:AlternateContent to read: the first that is written in vocabularies known here,
    else what is written for everyone (ECMA-376-3, 9.3)."""
    branches = [branch for branch in element if branch.tag in (MC + "Choice", MC + "Fallback")]
    for branch in branches:
        wanted = (branch.nsmap.get(prefix) or "" for prefix in branch.get("Requires", "").split())
        if branch.tag == MC + "Fallback" or all(space.startswith(_UNDERSTOOD) for space in wanted):
            return list(branch)
    return list(branches[0]) if branches else []
