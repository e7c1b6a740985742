"""Every construct of the list (constructs.txt) takes effect: in a row of its own here, or in a test named beside it."""

from __future__ import annotations

import ast
import ctypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from docgen.printing import Press
from tests.printing.constructs.rows import ROWS, Seen

_HERE = Path(__file__).parent
_SCALE = 4  # pixels to a point


@dataclass(frozen=True)
class Construct:
    name: str
    clause: str
    shown_by: tuple[str, ...]


def constructs() -> list[Construct]:
    found = []
    for line in (_HERE / "constructs.txt").read_text("utf-8").splitlines():
        if line and line[0] not in "#[":
            name, clause, shown_by = (cell.strip() for cell in line.split("|"))
            found.append(Construct(name, clause, tuple(each.strip() for each in shown_by.split(","))))
    return found


CONSTRUCTS = constructs()


@pytest.mark.parametrize("name", ROWS)
def test_a_construct_is_seen_on_its_page(press: Press, name: str) -> None:
    row = ROWS[name]
    result = press.print(row.made)
    assert {notice.code for notice in result.notices} <= row.codes
    assert row.shows(seen(result.pdf))


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda construct: construct.name)
def test_every_construct_has_its_clause_and_its_test(construct: Construct) -> None:
    assert construct.clause[0].isdigit() or construct.clause.startswith("part 4")
    assert construct.shown_by
    for shown in construct.shown_by:
        if shown == "row":
            assert construct.name in ROWS
        else:
            path, _, test = shown.partition("::")
            assert test in names_in(_HERE.parent / path), f"{shown} is no test"


def test_no_row_stands_beside_the_list() -> None:
    assert set(ROWS) == {construct.name for construct in CONSTRUCTS if "row" in construct.shown_by}


@cache
def names_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def seen(pdf: bytes) -> Seen:
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=_SCALE).to_pil().convert("RGB")
        links = [link for page in document for link in links_of(document, page)]

    def ink(x: float, y: float) -> str:
        red, green, blue = image.getpixel((round(x * _SCALE), round(y * _SCALE)))
        return f"#{red:02x}{green:02x}{blue:02x}"

    return Seen(pdf, ink, links)


def links_of(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> list[str]:
    """Where the links of a page lead: an address, or "page 2"."""
    found, at, link = [], ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, at, link):
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if size:
            address = ctypes.create_string_buffer(size)
            raw.FPDFAction_GetURIPath(document, action, address, size)
            found.append(address.value.decode())
        else:
            target = raw.FPDFLink_GetDest(document, link) or raw.FPDFAction_GetDest(document, action)
            found.append(f"page {raw.FPDFDest_GetDestPageIndex(document, target) + 1}")
    return found
