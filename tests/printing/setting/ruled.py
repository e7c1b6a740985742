"""The lines, grounds and tags of tables, as they stand on finished pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import pytest

from docgen.printing import fonts
from docgen.printing.reading.reader import read
from docgen.printing.setting.pages.document import set_document
from docgen.printing.sheet import Fill, Group, Mark, Sheets, Stroke, Tag
from docgen.wordfile import open_package
from tests.printing.word import word

Laid = Callable[..., Sheets]


class Rule(NamedTuple):
    """A straight line, from its left or upper end; places rounded to hundredths of a point."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: str


@pytest.fixture(scope="session")
def laid() -> Laid:
    """Set blocks on pages, without writing them."""
    found = fonts.prepare()

    def lay(*blocks: str, **kwargs: object) -> Sheets:
        document, findings = read(open_package(word(*blocks, **kwargs)))  # type: ignore[arg-type]
        assert not findings
        return set_document(document, found)[0]

    return lay


def marks(found: Sequence[Mark]) -> Iterator[Mark]:
    for mark in found:
        if isinstance(mark, Group):
            yield from marks(mark.marks)
        else:
            yield mark


def rules(sheets: Sheets, page: int = 1) -> list[Rule]:
    found = []
    for mark in marks(sheets.sheets[page - 1].marks):
        if isinstance(mark, Stroke):
            ends = sorted((round(x, 2), round(y, 2)) for x, y in (mark.points[0], mark.points[-1]))
            found.append(Rule(*ends[0], *ends[1], round(mark.width, 3), mark.colour))
    return found


def level(sheets: Sheets, page: int = 1) -> list[Rule]:
    """Lines from left to right, from the top down."""
    return sorted((r for r in rules(sheets, page) if r.y0 == r.y1 and r.x0 != r.x1), key=lambda r: (r.y0, r.x0))


def upright(sheets: Sheets, page: int = 1) -> list[Rule]:
    """Lines from top to bottom, from the left."""
    return sorted((r for r in rules(sheets, page) if r.x0 == r.x1), key=lambda r: (r.x0, r.y0))


def grounds(sheets: Sheets, page: int = 1) -> list[Fill]:
    return [mark for mark in marks(sheets.sheets[page - 1].marks) if isinstance(mark, Fill)]


def outline(tag: Tag, depth: int = 9) -> str:
    """A tree of tags in one line: "Table(TR(TD,TD))"."""
    inner = ",".join(outline(child, depth - 1) for child in tag.children) if depth else ""
    return tag.kind + (f"({inner})" if inner else "")
