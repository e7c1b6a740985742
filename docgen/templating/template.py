"""A Word file compiled as a template."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from jinja2 import TemplateSyntaxError, nodes

from docgen.errors import Finding, TemplateFault, WordPlace
from docgen.templating import dialect, language, shape, source, tags
from docgen.templating import facts as plain
from docgen.templating.rendering import FILTERS, MOST_FINDINGS, Limits, Rendering, Unknown
from docgen.wordfile import Package, open_package

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RUNNING_TEXT = ("header", "footer", "footnotes", "endnotes")
# A cell ends in a paragraph (ECMA-376 part 1, 17.4.65); a condition may have taken the last one away.
_BARE_ENDS = tuple((end + b"</w:tc>", end + b"<w:p/></w:tc>") for end in (b"</w:tcPr>", b"</w:tbl>", b"<w:tc>"))


class Template(Protocol):
    """What letters are made from, wherever it was compiled."""

    @property
    def digest(self) -> str: ...

    @property
    def names(self) -> frozenset[str]: ...

    def merge(self, facts: Mapping[str, object]) -> bytes: ...


@dataclass(frozen=True)
class CompiledTemplate:
    """A template, ready to be merged from any thread.

    digest: SHA-256 of the Word file, hex.
    names: the facts that it asks for, dotted; an entry of a list by the list's own name ("invoices.number").
    """

    digest: str
    names: frozenset[str]
    _package: Package = field(repr=False)
    _renderings: tuple[Rendering, ...] = field(repr=False)
    _limits: Limits = field(repr=False)

    def merge(self, facts: Mapping[str, object]) -> bytes:
        """The letter, a DOCX. The same facts give the same bytes.

        facts: str, int, bool, list and dict, nothing else. Raises TemplateFault with every unknown name and every
        fact that cannot be printed where the template wants it.
        """
        findings = list(plain.faults(facts))
        if findings:
            raise TemplateFault(findings)
        contents = {}
        for rendering in self._renderings:
            pieces = rendering.run(facts, self._limits, findings)
            if not findings:
                contents[rendering.source.part] = [_DECLARATION, *_repaired(rendering, pieces)]
        if findings:
            raise TemplateFault(findings)
        return self._package.with_parts(contents)


def compile_template(
    word_file: bytes, *, limits: Limits | None = None, known: Collection[str] | None = None
) -> CompiledTemplate:
    """Compile a Word file in docxtpl's notation.

    known: the names of all facts there will be, dotted as in `CompiledTemplate.names`; a name that is not among them
    is then a fault at once, unless the template itself says what is to stand for it (`|default`, `is defined`).
    Raises HostileFile when the file itself is refused, TemplateFault with every fault in its notation: with the first
    MOST_FINDINGS of a file that has more.
    """
    limits = limits or Limits()
    package = open_package(word_file, limits.file)
    findings: list[Finding] = []
    renderings: list[Rendering] = []
    asked: list[tuple[language.Asked, WordPlace]] = []
    whole = set()  # the parts that could be read
    for part in _sources(package, limits, findings):
        sandbox = language.Sandbox(FILTERS, Unknown)
        tree = language.parse(part, sandbox, findings)
        if tree is not None:
            whole.add(part.part)
            asked += ((one, part.place(one.line)) for one in language.asked(tree))
            before = len(findings)
            shape.bind(part, tree, findings)
            if len(findings) == before:
                renderings += _rendering(part, tree, sandbox, findings)
    for name in _running_text(package) if findings else ():
        if name not in whole and len(package.read(name)) <= limits.source_size:
            sandbox = language.Sandbox(FILTERS, Unknown)
            asked += language.asked_tag_by_tag(source.tags_in(name, package.xml(name)), sandbox, findings)
    if known is not None:
        findings += islice(_unknown(asked, known), MOST_FINDINGS)
    if findings:
        raise TemplateFault(findings[:MOST_FINDINGS])
    digest = hashlib.sha256(word_file).hexdigest()
    return CompiledTemplate(digest, frozenset(one.name for one, _ in asked), package, tuple(renderings), limits)


def _rendering(
    part: source.Source, tree: nodes.Template, sandbox: language.Sandbox, findings: list[Finding]
) -> Iterator[Rendering]:
    """The part compiled, or a fault: the template engine and Python behind it have limits of their own."""
    try:
        yield Rendering.of(part, tree, sandbox)
    except TemplateSyntaxError as error:
        findings.append(tags.not_understood(part.place(error.lineno), error.message or ""))
    except (SyntaxError, RecursionError, MemoryError, ValueError):
        findings.append(Finding("template.too_deep", place=part.place(None), facts={"limit": str(language.DEEPEST)}))


def _unknown(asked: Iterable[tuple[language.Asked, WordPlace]], known: Collection[str]) -> Iterator[Finding]:
    """A fault for each name that no fact has, with the nearest one as the template would write it."""
    whole = {name.rsplit(".", cut)[0] for name in known for cut in range(name.count(".") + 1)}
    for one, place in dict.fromkeys(asked):
        if one.optional or one.name in whole:
            continue
        nearest = tags.nearest_name(one.name, sorted(whole))
        owner, _, last = nearest.rpartition(".")
        if owner and owner == one.name.rpartition(".")[0]:  # within a loop: row.number, not items.number
            nearest = ".".join(filter(None, (one.written.rpartition(".")[0], last)))
        yield tags.unknown_name(place, one.written, nearest)


def _running_text(package: Package) -> list[str]:
    """The parts of running text, in reading order."""
    names = [package.document, *(name for kind in _RUNNING_TEXT for name in package.related(kind))]
    return list(dict.fromkeys(names))


def _sources(package: Package, limits: Limits, findings: list[Finding]) -> list[source.Source]:
    """The parts that hold tags: running text in reading order, then the document's properties."""
    found: list[source.Source | None] = []
    for name in _running_text(package):
        if len(package.read(name)) > limits.source_size:
            facts = {"part": name, "limit": f"{limits.source_size:,}"}
            findings.append(Finding("template.part_too_large", facts=facts))
        else:
            found.append(source.read(name, package.xml(name), findings))
    for name in package.related("core-properties", ""):
        found.append(source.read_properties(name, package.xml(name), findings))
    return [part for part in found if part is not None]


def _repaired(rendering: Rendering, pieces: list[bytes]) -> list[bytes]:
    """The bytes of a part, with what conditions and repetition leave to be put right."""
    if rendering.bares_cells:
        xml = b"".join(pieces)
        for bare, whole in _BARE_ENDS:
            xml = xml.replace(bare, whole)
        pieces = [xml]
    if rendering.source.changes_columns or rendering.repeats_pictures:
        xml = b"".join(pieces)
        pieces = [dialect.repaired(xml.decode(), columns=rendering.source.changes_columns)]
    return pieces
