"""The parts of a Word file that are read: paragraphs with their places, and the tags among their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from docgen.errors import WordPlace
from docgen.templating.places import MC, W, at, in_order, words_of
from docgen.templating.source import Tags, tags_of, tags_of_properties
from docgen.templating.spans import Span
from docgen.wordfile import Package

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TAKEN_OUT = "\ufffc"  # stands for each character of a tag
_RUNNING = ("header", "footer", "footnotes", "endnotes")
_MOST_BYTES = 8 << 20  # of a part; a longer one is refused when the template is compiled
Story = tuple[str, int | None, int | None, int | None, int | None]  # what a place counts


@dataclass(frozen=True, eq=False)
class Paragraph:
    """One paragraph. earlier: the words before it."""

    element: etree._Element
    place: WordPlace
    words: str
    earlier: str
    spans: list[Span]

    @cached_property
    def bare(self) -> str:
        """Its words as long as they are, with the tags blotted out."""
        words = self.words
        for span in self.spans:
            words = words[: span.start] + TAKEN_OUT * (span.end - span.start) + words[span.end :]
        return words

    def at(self, start: int, end: int) -> WordPlace:
        """The place of these characters."""
        return at(self.place, self.words, start, end, self.earlier)


@dataclass(frozen=True, eq=False)
class Part:
    """A part with its tags, all of them with the place that their paragraph has. tree: None for properties."""

    name: str
    tree: etree._Element | None
    tags: Tags
    paragraphs: tuple[Paragraph, ...]


def parts_of(package: Package) -> tuple[Part, ...]:
    """The parts of running text in reading order, then the document's properties."""
    names = [package.document, *(name for kind in _RUNNING for name in package.related(kind))]
    pages, notes = _pages(package), _notes(package)
    found = [
        _part(name, package.xml(name), pages.get(name, ""), notes)
        for name in dict.fromkeys(names)
        if len(package.read(name)) <= _MOST_BYTES
    ]
    for name in dict.fromkeys(package.related("core-properties", "")):
        found.append(Part(name, None, tags_of_properties(name, package.xml(name)), ()))
    return tuple(found)


def story(place: WordPlace) -> Story:
    return place.part, place.table, place.row, place.cell, place.paragraph


def _part(name: str, tree: etree._Element, pages: str, notes: dict[tuple[str, str], int]) -> Part:
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    tags = tags_of(name, tree)
    paragraphs = []
    for element, place, earlier in in_order(name, tree):
        if next(element.iterancestors(MC + "Fallback"), None) is not None:
            continue  # the same words a second time
        in_box = next(element.iterancestors(W + "txbxContent"), None) is not None
        note = next(element.iterancestors(W + "footnote", W + "endnote"), None)
        number = notes.get((str(note.tag), note.get(W + "id", ""))) if note is not None else None
        told = replace(place, pages=pages, note=number, in_box=in_box)
        paragraphs.append(Paragraph(element, told, words_of(element), earlier, tags.spans.get(element, [])))
    return Part(name, tree, tags, tuple(paragraphs))


def _pages(package: Package) -> dict[str, str]:
    """Of each header and footer, the pages that have it; "" where several sections differ in that."""
    found: dict[str, set[str]] = {}
    targets = {relation.id: relation.target for relation in package.relationships(package.document)}
    tree = package.xml(package.document)
    for reference in tree.iter(W + "headerReference", W + "footerReference"):
        target = targets.get(reference.get(R + "id", ""), "")
        found.setdefault(target, set()).add(reference.get(W + "type", "default"))
    return {name: next(iter(pages)) for name, pages in found.items() if len(pages) == 1}


def _notes(package: Package) -> dict[tuple[str, str], int]:
    """Of each note its number: notes of a kind are counted as the text refers to them."""
    tree = package.xml(package.document)
    found: dict[tuple[str, str], int] = {}
    for kind in ("footnote", "endnote"):
        references = (each.get(W + "id", "") for each in tree.iter(f"{W}{kind}Reference"))
        for number, identity in enumerate(dict.fromkeys(references), start=1):
            found[W + kind, identity] = number
    return found


def all_paragraphs(parts: tuple[Part, ...]) -> Iterator[Paragraph]:
    for part in parts:
        yield from part.paragraphs
