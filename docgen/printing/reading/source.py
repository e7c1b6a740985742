"""What all readers of one Word file share: its package, styles, lists, and the findings they collect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from docgen.errors import Finding, Severity, WordPlace
from docgen.printing.reading import properties
from docgen.printing.reading.numbering import Numbering
from docgen.printing.reading.properties import Set
from docgen.printing.reading.styles import Style, Styles
from docgen.printing.reading.tree import Shape
from docgen.printing.reading.values import Element
from docgen.wordfile import Package, Relationship

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

#: Elements that carry no ink: bookmarks, marks of checkers, rooms for metadata, revision marks of ranges.
INKLESS = frozenset(
    (
        "bookmarkEnd", "bookmarkStart", "commentRangeEnd", "commentRangeStart", "customXmlDelRangeEnd",
        "customXmlDelRangeStart", "customXmlInsRangeEnd", "customXmlInsRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveToRangeEnd", "customXmlMoveToRangeStart", "lastRenderedPageBreak",
        "moveFromRangeEnd", "moveFromRangeStart", "moveToRangeEnd", "moveToRangeStart", "permEnd", "permStart",
        "proofErr", "pPr", "rPr", "sdtEndPr", "sdtPr", "sectPr", "smartTagPr", "customXmlPr", "tblGrid", "tblPr",
        "tblPrEx", "tcPr", "trPr", "fldData", "annotationRef",
    )
)  # fmt: skip


@dataclass
class Source:
    """One Word file being read. `findings` grows; nothing else changes but the counters of `numbering`."""

    package: Package
    styles: Styles
    numbering: Numbering
    even_and_odd: bool = False
    table_in_margin: bool = False
    grid_in_tables: bool = False
    default_tab: float = 36.0
    findings: list[Finding] = field(default_factory=list)
    told: set[str] = field(default_factory=set)

    _settings: dict[bytes, Set] = field(default_factory=dict)
    _shapes: dict[tuple[object, ...], tuple[Shape, Set, Set]] = field(default_factory=dict)

    def paragraph_settings(self, element: Element | None) -> Set:
        """What a w:pPr says; many paragraphs say the same."""
        written = b"" if element is None else etree.tostring(element, with_tail=False)
        if written not in self._settings:
            self._settings[written] = properties.paragraph(element)
        return self._settings[written]

    def shape(self, style: Style, around: Surroundings, numbering: Set, direct: Set, em: float) -> Shape:
        """The shape of a paragraph. `direct`: its own settings; `em`: its size, for indents counted in characters."""
        key = (
            style.id,
            *(id(level) if level else 0 for level in (around.paragraph, numbering, direct)),
            em,
            around.pitch,
        )
        if key not in self._shapes:
            shape = self.styles.shape(style, around.paragraph, numbering, direct, em, around.pitch)
            self._shapes[key] = (shape, around.paragraph, numbering)  # kept, so that what the key names stays
        return self._shapes[key][0]

    def relationship(self, part: str, identity: str) -> Relationship | None:
        return next((found for found in self.package.relationships(part) if found.id == identity), None)

    def refuse(self, code: str, place: WordPlace, **facts: str) -> None:
        """The press cannot print this: name it and where it is."""
        self.findings.append(Finding(code, Severity.FAULT, place, facts))

    def tell(self, code: str, place: WordPlace, **facts: str) -> None:
        """Something worth knowing; once for a part."""
        key = f"{code} {place.part} {sorted(facts.items())}"
        if key not in self.told:
            self.told.add(key)
            self.findings.append(Finding(code, Severity.INFORMATION, place, facts))

    def tell_unprinted(self, settings: Iterable[tuple[str, str]], place: WordPlace) -> None:
        """Settings that the press does not print: (code, name)."""
        for code, name in settings:
            self.tell(code, place, **({"setting": name} if code == "print.setting" else {}))


@dataclass
class Counter:
    """Counts paragraphs and tables of one story, or of one cell, as a reader counts."""

    part: str
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    paragraphs: int = 0
    tables: int = 0

    def paragraph(self, words: str = "") -> WordPlace:
        self.paragraphs += 1
        return WordPlace(self.part, self.paragraphs, self.table, self.row, self.cell, words[:30])

    def here(self) -> WordPlace:
        return WordPlace(self.part, self.paragraphs or None, self.table, self.row, self.cell)


@dataclass(frozen=True)
class Surroundings:
    """What a table gives to the paragraphs in its cells: settings of the table style, under all others."""

    character: Set = field(default_factory=dict)
    paragraph: Set = field(default_factory=dict)
    width: float = 0.0
    pitch: float = 0.0

    def within(self, width: float) -> Surroundings:
        return replace(self, width=width)


def local(element: Element) -> str:
    """The name without its namespace; "" for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def chosen(element: Element) -> list[Element]:
    """The children of the branch of mc:AlternateContent to read: what Word writes for itself, else what it writes
    for others (ECMA-376-3, 9.3)."""
    for branch in element:
        if isinstance(branch.tag, str) and branch.tag in (MC + "Choice", MC + "Fallback"):
            return list(branch)
    return []
