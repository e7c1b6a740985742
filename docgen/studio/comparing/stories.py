"""A Word file as its stories – headers, body, notes, footers –, each a row of paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml import etree

from docgen.errors import WordPlace
from docgen.printing.reading.numbering import Lists, Numbering
from docgen.printing.reading.styles import Styles, numbering_of
from docgen.printing.reading.theme import Theme
from docgen.studio.comparing import inlines
from docgen.studio.comparing.alignment import Likeness, Pair, Unit, pairs
from docgen.studio.comparing.inlines import MC, Piece, R, Word
from docgen.studio.comparing.settling import W, settle
from docgen.studio.comparing.words import words as cut
from docgen.templating.places import paragraphs
from docgen.wordfile import Package, open_package
from docgen.wordfile.package import parse

_OPEN = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag"))  # stand around blocks
_STEERS = re.compile(r"\s*(?:\{%[^{}]*%\}\s*)+")
_STEER = re.compile(r"\{%[^{}]*%\}|\{#[^{}]*#\}")
_HEADING = re.compile(
    r"\s*(?:第[〇零一二三四五六七八九十百\d]+[条章节编]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}(?:\.\d{1,2})*[.、．)）]?\s|(?:Article|Section|Clause|Part|Annex|Schedule)\s+[\dIVXA-Z]+\b"
    r"|[IVX]{1,5}\.\s|附表|附件[：:一二三四五六七八九十\d])"
)
_LONGEST = 40  # characters of a heading
_NOTES = ("footnote", "endnote")
_LIKE_TABLES = 0.2  # tables with less in common are two


@dataclass(slots=True)
class Block:
    """A paragraph, a table, a row or a cell."""

    element: etree._Element
    unit: Unit

    @property
    def is_paragraph(self) -> bool:
        return self.element.tag == W + "p"


@dataclass(frozen=True, slots=True)
class Story:
    """role: what it is for, the same in both files: "document", "header 0 first", "footnotes"."""

    role: str
    part: str
    container: etree._Element  # its blocks stand in it


@dataclass
class File:
    """A Word file, its parts as trees free to be changed, with tracked changes of its own accepted."""

    package: Package
    trees: dict[str, etree._Element] = field(default_factory=dict)
    settled: set[str] = field(default_factory=set)  # the parts that had tracked changes
    _words: dict[etree._Element, tuple[list[Word], list[Piece]]] = field(default_factory=dict)
    _texts: dict[etree._Element, str] = field(default_factory=dict)
    _places: dict[str, dict[etree._Element, WordPlace]] = field(default_factory=dict)

    @classmethod
    def read(cls, word_file: bytes) -> File:
        """Raises HostileFile."""
        return cls(open_package(word_file))

    def tree(self, part: str) -> etree._Element:
        if part not in self.trees:
            tree = self.trees[part] = parse(part, self.package.read(part))
            if settle(tree):
                self.settled.add(part)
        return self.trees[part]

    def related(self, kind: str) -> etree._Element | None:
        """The one part of a kind that belongs to the document: styles, numbering, settings, theme."""
        names = self.package.related(kind)
        return self.tree(names[0]) if names else None

    # Stories

    @cached_property
    def sections(self) -> list[etree._Element]:
        return list(self.tree(self.package.document).iter(W + "sectPr"))

    @cached_property
    def stories(self) -> list[Story]:
        """In reading order; a header that several sections share is one story."""
        targets = {relation.id: relation.target for relation in self.package.relationships(self.package.document)}
        found: dict[str, list[Story]] = {"header": [], "footer": []}
        seen: set[str] = set()
        for number, section in enumerate(self.sections):
            for kind, stories in found.items():
                for reference in section.iterfind(f"{W}{kind}Reference"):
                    part = targets.get(reference.get(R + "id", ""), "")
                    if part in self.package.parts and part not in seen:
                        seen.add(part)
                        role = f"{kind} {number} {reference.get(W + 'type', 'default')}"
                        stories.append(Story(role, part, self.tree(part)))
        body = self.tree(self.package.document).find(W + "body")
        assert body is not None  # noqa: S101 - `open_package` refuses a file without
        notes = [
            Story(f"{kind}s", part, self.tree(part)) for kind in _NOTES for part in self.package.related(f"{kind}s")[:1]
        ]
        return [*found["header"], Story("document", self.package.document, body), *notes, *found["footer"]]

    # Blocks

    def blocks(self, container: etree._Element, part: str) -> list[Block]:
        """The paragraphs and tables of a container, those in content controls and in notes among them."""
        return [Block(element, self._unit(element, part)) for element in _flat(container, W + "p", W + "tbl")]

    def rows(self, table: etree._Element, part: str) -> list[Block]:
        return [Block(row, self._unit(row, part)) for row in _flat(table, W + "tr")]

    def _unit(self, element: etree._Element, part: str) -> Unit:
        shown = self.text(element, part)
        if element.tag != W + "p":
            return Unit(etree.QName(element).localname, shown, shown)
        words, _ = self.words(element, part)
        return Unit("tag" if steers(shown) else "p", tuple(word.key for word in words), shown)

    def words(self, paragraph: etree._Element, part: str) -> tuple[list[Word], list[Piece]]:
        if paragraph not in self._words:
            self._words[paragraph] = inlines.read(paragraph, self.package, part)
        return self._words[paragraph]

    def text(self, element: etree._Element, part: str) -> str:
        """The words of a paragraph; of a row with bars between cells; of a table and a cell with breaks between."""
        if element not in self._texts:
            if element.tag == W + "p":
                self._texts[element] = inlines.text(self.words(element, part)[0])
            else:
                joint = " | " if element.tag == W + "tr" else "\n"
                self._texts[element] = joint.join(self.text(inner, part) for inner in parts_of(element))
        return self._texts[element]

    def place(self, element: etree._Element, part: str) -> WordPlace:
        """Of a paragraph or a row."""
        if part not in self._places:
            self._places[part] = dict(paragraphs(part, self.tree(part)))
        first = element if element.tag == W + "p" else next(element.iter(W + "p"), None)
        found = self._places[part].get(first, WordPlace(part)) if first is not None else WordPlace(part)
        if element.tag == W + "tr":
            found = replace(found, paragraph=None, cell=None)
        return replace(found, words=self.text(element, part))

    # Names and numbers

    @cached_property
    def style_names(self) -> dict[str, str]:
        """Style id → name. Word and WPS give ids of their own when they save, and leave the names."""
        styles = self.related("styles")
        found = {}
        for style in styles.iterfind(W + "style") if styles is not None else ():
            name = style.find(W + "name")
            found[style.get(W + "styleId", "")] = name.get(W + "val", "") if name is not None else ""
        return found

    @cached_property
    def numbers(self) -> dict[etree._Element, str]:
        """Numbered paragraphs of the body → their number, as it is printed."""
        body = self.tree(self.package.document)
        names = self.package.related("numbering")
        if not names:
            return {}
        theme = Theme(None)
        style_names = self.package.related("styles")
        styles = Styles(parse("styles", self.package.read(style_names[0])) if style_names else None, theme)
        numbering = Numbering(Lists(parse("numbering", self.package.read(names[0])), theme))
        found = {}
        for paragraph in body.iter(W + "p"):
            settings = paragraph.find(W + "pPr")
            named = settings.find(W + "pStyle") if settings is not None else None
            identity = named.get(W + "val", "") if named is not None else ""
            of_style = styles.style(identity, "paragraph").numbering or ("", "")
            own = (numbering_of(settings) if settings is not None else None) or ("", "")
            list_id, level = own[0] or of_style[0], own[1] or of_style[1]
            if list_id and list_id != "0":
                at = int(level) if level.isdigit() else numbering.level_of_style(list_id, identity)
                if shown := numbering.next(list_id, min(at, 8)):
                    found[paragraph] = shown
        return found

    @cached_property
    def headings(self) -> dict[etree._Element, str]:
        """Every paragraph of the body → the numbered heading that it stands under, or is."""
        found: dict[etree._Element, str] = {}
        current = ""
        part = self.package.document
        for paragraph in self.tree(part).iter(W + "p"):
            if next(paragraph.iterancestors(W + "tc", W + "txbxContent"), None) is None:
                own = heading_of(self.text(paragraph, part), self.numbers.get(paragraph, ""))
                if own or self._is_heading(paragraph):
                    current = own or shortened(self.text(paragraph, part)) or current
            found[paragraph] = current
        return found

    def _is_heading(self, paragraph: etree._Element) -> bool:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = self.style_names.get(style.get(W + "val", ""), "") if style is not None else ""
        return name.casefold().startswith("heading") or name == "标题"


def steers(words: str) -> bool:
    """Whether a text holds nothing but tags that steer."""
    return bool(_STEERS.fullmatch(words))


def heading_of(words: str, number: str) -> str:
    """The clause number and title that a paragraph begins with: "第三条 逾期付款"; "" where it has none."""
    if number and not words.startswith(number):
        return shortened(f"{number} {words}") if any(sign.isdigit() or sign.isalpha() for sign in number) else ""
    return shortened(words) if _HEADING.match(words) and not steers(words) else ""


def shortened(words: str) -> str:
    """The first words of a paragraph."""
    line = " ".join(_STEER.sub("", words).replace(inlines.OBJECT, "").split())
    if len(line) <= _LONGEST:
        return line
    found = ""
    for word in cut(line):
        if len(found) + len(word) > _LONGEST or (word in "。；;：:!?！？" and len(found) >= 4):
            break
        found += word
    return found.rstrip() or line[:_LONGEST]


def parts_of(element: etree._Element) -> list[etree._Element]:
    """The rows of a table, the cells of a row, the blocks of a cell."""
    inner = {W + "tbl": (W + "tr",), W + "tr": (W + "tc",)}.get(str(element.tag), (W + "p", W + "tbl"))
    return list(_flat(element, *inner))


def boxes(node: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, without what stands for them where they cannot be drawn."""
    return [box for box in node.iter(W + "txbxContent") if next(box.iterancestors(MC + "Fallback"), None) is None]


def alike(old: Sequence[Block], new: Sequence[Block], likeness: Likeness) -> list[Pair]:
    """Which block is which. A table is found again by fewer words than a paragraph, and by being the only one."""
    least = _LIKE_TABLES if all(block.unit.kind == "tbl" for block in (*old, *new)) else None
    before, after = [block.unit for block in old], [block.unit for block in new]
    return pairs(before, after, likeness) if least is None else pairs(before, after, likeness, least=least)


def _flat(container: etree._Element, *wanted: str) -> Iterator[etree._Element]:
    notes = (W + "footnote", W + "endnote")
    for child in container:
        if child.tag in wanted:
            yield child
        elif child.tag in _OPEN or child.tag in notes:
            yield from _flat(child, *wanted)
