"""A Word file as a package of parts (ECMA-376 part 2, Open Packaging Conventions)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from docgen.errors import Finding, HostileFile
from docgen.wordfile import archive
from docgen.wordfile.active_content import faults
from docgen.wordfile.archive import Limits, Packed, Part, refusal
from docgen.wordfile.trees import LARGE, Folded, Row, fold, parse

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CONTENT_TYPES = "[Content_Types].xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = (
    "http://purl.oclc.org/ooxml/wordprocessingml/main"  # ISO/IEC 29500-1, annex A: the same words, otherwise named
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """From one part to another, or to an address outside. `kind` is the last word of its type ("header", "image")."""

    id: str
    kind: str
    target: str  # a part name when internal, an address when external
    external: bool


@dataclass(frozen=True)
class Package:
    """The parts of a Word file, every one of them checked by `open_package`."""

    parts: Mapping[str, Part]
    content_types: Mapping[str, str]
    document: str  # the name of the main part, "word/document.xml"
    _relationships: Mapping[str, tuple[Relationship, ...]] = field(repr=False)
    _trees: dict[str, etree._Element] = field(default_factory=dict, repr=False)  # made when the file was opened
    _folded: dict[str, Folded] = field(default_factory=dict, repr=False)

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises KeyError."""
        return self.parts[name].content

    def xml(self, name: str) -> etree._Element:
        """A part as a tree of its own, free to be changed by the caller. Raises KeyError, HostileFile."""
        if name in self._folded:
            return self._folded[name].tree
        tree = self._trees.pop(name, None)
        return parse(name, self.parts[name].content) if tree is None else tree

    def tally(self, name: str) -> Iterator[tuple[etree._Element, int, int]]:
        """A part as one tree that several look at, and nobody changes: the tree, 1, 0; where long tables are folded,
        that without their rows, then a row of each kind, how often it stands there, and how many characters all of
        these have besides what it holds. Raises KeyError, HostileFile."""
        if name in self._folded:
            yield from self._folded[name].tally()
            return
        if name not in self._trees:
            self._trees[name] = parse(name, self.parts[name].content)
        yield self._trees[name], 1, 0

    def unfolded(self, name: str, element: etree._Element) -> Iterator[Row] | None:
        """The rows behind a stub; None for what is no stub."""
        is_stub = name in self._folded and not isinstance(element.tag, str)
        return self._folded[name].rows(element) if is_stub else None

    def relationships(self, name: str = "") -> tuple[Relationship, ...]:
        """Those that start from a part; "" is the package itself."""
        return self._relationships.get(name, ())

    def content_type(self, name: str) -> str:
        return self.content_types[name]

    def related(self, kind: str, source: str | None = None) -> tuple[str, ...]:
        """The parts of one kind ("header", "footer", "styles") that `source`, the document if None, refers to."""
        from_part = self.document if source is None else source
        return tuple(
            relationship.target
            for relationship in self.relationships(from_part)
            if relationship.kind == kind and not relationship.external and relationship.target in self.parts
        )

    def with_parts(self, contents: Mapping[str, Iterable[bytes]]) -> bytes:
        """The Word file with these parts replaced, given in pieces; all others are copied as already compressed. Parts
        that it does not have yet come last."""
        return archive.write(
            Packed.of(name, contents[name]) if name in contents else self.parts[name]
            for name in dict.fromkeys((*self.parts, *contents))
        )


def open_package(word_file: bytes, limits: Limits | None = None, *, folded: bool = False) -> Package:
    """Open a Word file of unknown origin. `folded`: long tables of its text are left as bytes until they are asked for
    by `unfolded`.

    Raises HostileFile with all findings: not a Word file, too large, damaged, encrypted, or carrying what a letter has
    no need of — macros, embedded objects, DTDs, external content, fields that read files or the network.
    """
    limits = limits or Limits()
    parts = archive.read(word_file, limits)
    if _CONTENT_TYPES not in parts:
        raise refusal(Finding("word_file.not_word"))
    types = _content_types(parts)
    if (tags := sum(part.content.count(b"<") for name, part in parts.items() if _is_xml(name, types))) > limits.tags:
        facts = {"count": f"{tags:,}", "limit": f"{limits.tags:,}"}
        raise refusal(Finding("word_file.too_many_tags", facts=facts))
    trees: dict[str, etree._Element] = {}
    folds: dict[str, Folded] = {}
    findings: list[Finding] = []
    for name in parts:
        if _is_xml(name, types):
            try:
                if folded and types[name] == _MAIN and (found := fold(name, parts[name].content)):
                    folds[name], trees[name] = found, found.tree
                else:
                    trees[name] = parse(name, parts[name].content)
            except HostileFile as hostile:
                findings += hostile.findings
    relationships = {
        _source(name): _relationships(_source(name), tree) for name, tree in trees.items() if _is_relationships(name)
    }
    mains = [
        relationship.target
        for relationship in relationships.get("", ())
        if relationship.kind == "officeDocument" and types.get(relationship.target) == _MAIN
    ]
    try:
        forbidden = list(faults(parts, types, {**trees, **folds}))
        if forbidden and folds:  # in a whole tree a row and a cell can be counted
            small = {name for name in folds if len(parts[name].content) < LARGE}
            forbidden = list(faults(parts, types, {**trees, **folds, **{n: parse(n, parts[n].content) for n in small}}))
        findings += forbidden
    except HostileFile as hostile:  # in a folded row
        findings += hostile.findings
    if not findings:
        findings += _document_faults([trees[name] for name in mains])
    if findings:
        raise refusal(findings)
    read_only = (MappingProxyType(parts), MappingProxyType(types), mains[0], MappingProxyType(relationships))
    return Package(*read_only, trees, folds)


def _document_faults(mains: list[etree._Element]) -> Iterable[Finding]:
    """What is wrong with a file that is sound XML, but has no main text that Word would open."""
    if [etree.QName(tree).namespace for tree in mains] == [_STRICT]:
        yield Finding("word_file.strict")
    elif [tree.tag for tree in mains] != [_W + "document"] or mains[0].find(_W + "body") is None:
        yield Finding("word_file.not_word")


def _content_types(parts: Mapping[str, Part]) -> dict[str, str]:
    by_name: dict[str, str] = {}
    by_ending: dict[str, str] = {}
    for entry in parse(_CONTENT_TYPES, parts[_CONTENT_TYPES].content).iterchildren(etree.Element):
        kind, name, ending = (entry.get(key) for key in ("ContentType", "PartName", "Extension"))
        if name is not None:
            by_name[name.lstrip("/").lower()] = kind or ""
        elif ending is not None:
            by_ending[ending.lower()] = kind or ""
    return {name: by_name.get(name.lower(), by_ending.get(name.rpartition(".")[2].lower(), "")) for name in parts}


def _is_xml(name: str, types: Mapping[str, str]) -> bool:
    kind = types[name]
    return name.lower().endswith((".xml", ".rels")) or kind.endswith(("+xml", "/xml"))


def _is_relationships(name: str) -> bool:
    return name.endswith(".rels") and posixpath.basename(posixpath.dirname(name)) == "_rels"


def _source(name: str) -> str:
    """word/_rels/document.xml.rels → word/document.xml; _rels/.rels → the package itself, ""."""
    folder, _, file = name.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _relationships(source: str, tree: etree._Element) -> tuple[Relationship, ...]:
    found = []
    for entry in tree.iterchildren(etree.Element):
        target = entry.get("Target", "")
        external = entry.get("TargetMode", "Internal").lower() == "external"
        if not external:
            path = target.partition("#")[0]
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")
        kind = entry.get("Type", "").rpartition("/")[2]
        found.append(Relationship(entry.get("Id", ""), kind, target, external))
    return tuple(found)


__all__ = ["Package", "Relationship", "open_package", "parse"]
