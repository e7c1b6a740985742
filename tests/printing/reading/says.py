"""What the reader finds in a Word file, in one line.

said(p("甲方")).texts   →  ["甲方"]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from docgen.errors import Finding, Severity
from docgen.printing.reading import reader
from docgen.printing.reading.tree import Document, Inline, Paragraph, Section, Text
from docgen.wordfile import open_package
from tests.printing.word import word

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Said:
    document: Document
    findings: tuple[Finding, ...]

    @property
    def section(self) -> Section:
        return self.document.sections[0]

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [block for section in self.document.sections for block in section.blocks if isinstance(block, Paragraph)]

    @property
    def inlines(self) -> list[Inline]:
        return [inline for paragraph in self.paragraphs for inline in paragraph.inlines]

    @property
    def texts(self) -> list[str]:
        """Of each paragraph."""
        return ["".join(i.text for i in p.inlines if isinstance(i, Text)) for p in self.paragraphs]

    @property
    def labels(self) -> list[str]:
        return [p.label.text for p in self.paragraphs if p.label]

    def only(self, kind: type[Kind]) -> Kind:
        """The one inline of that kind."""
        (found,) = (inline for inline in self.inlines if isinstance(inline, kind))
        return found

    @property
    def refused(self) -> list[str]:
        return [finding.code for finding in self.findings if finding.severity is Severity.FAULT]

    @property
    def told(self) -> list[str]:
        return [finding.code for finding in self.findings if finding.severity is not Severity.FAULT]


def said(*blocks: str, **parts: Any) -> Said:
    document, findings = reader.read(open_package(word(*blocks, **parts)))
    return Said(document, findings)


def style(identity: str, kind: str, inner: str, based_on: str = "") -> str:
    below = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{identity}"/>{below}{inner}</w:style>'


def levels(*inner: str) -> Iterator[str]:
    for at, level in enumerate(inner):
        yield f'<w:lvl w:ilvl="{at}">{level}</w:lvl>'


def numbering(*inner: str, more: str = "") -> str:
    """A list 1 of the levels given."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels(*inner))}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
    )


def numbered(list_id: int = 1, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
