"""A paragraph cut into what stands in its lines, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.errors import Finding, Severity
from docgen.printing.text import Stretch, Typesetter, with_blanks
from docgen.printing.tree import Break, Inline, Number, Paragraph, Picture, Tab, Text

LONGEST = 50_000  # characters of a paragraph: some fifty pages, broken into lines in two seconds


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing in a line, ready to be written: a stretch, or something without words."""

    stretch: Stretch | None = None
    tab: Tab | None = None
    line_break: Break | None = None
    number: Number | None = None
    picture: Picture | None = None
    link: str = ""


def pieces(block: Paragraph, typesetter: Typesetter) -> Iterator[Piece]:
    """Label and inlines, cut into stretches, with the blanks between scripts."""
    inlines: list[Inline] = list(block.inlines)
    length = sum(len(inline.text) for inline in inlines if isinstance(inline, Text))
    if length > LONGEST:
        facts = {"count": f"{length:,}", "most": f"{LONGEST:,}"}
        typesetter.findings.append(Finding("print.long_paragraph", Severity.FAULT, block.place, facts))
    if block.label and block.label.text:
        ending: list[Inline] = []
        if block.label.suffix == "tab":
            ending = [Tab(block.label.look)]
        elif block.label.suffix == "space":
            ending = [Text(" ", block.label.look)]
        inlines[:0] = [Text(block.label.text, block.label.look), *ending]
    standing: list[tuple[Stretch, str]] = []

    def flush() -> Iterator[Piece]:
        stretches = [stretch for stretch, _ in standing]
        stretches = with_blanks(stretches, letters=block.shape.space_letters, digits=block.shape.space_digits)
        for stretch, (_, link) in zip(stretches, standing, strict=True):
            yield Piece(stretch=stretch, link=link)
        standing.clear()

    for inline in inlines:
        if isinstance(inline, Text):
            standing += [(s, inline.link) for s in typesetter.stretches(inline.text, inline.look, block.place)]
            continue
        yield from flush()
        match inline:
            case Tab():
                yield Piece(tab=inline)
            case Break():
                yield Piece(line_break=inline)
            case Number():
                yield Piece(number=inline)
            case Picture():
                yield Piece(picture=inline)
    yield from flush()


def at_page_breaks(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces before, between and after page breaks."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.line_break and piece.line_break.kind in ("page", "column"):
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts
