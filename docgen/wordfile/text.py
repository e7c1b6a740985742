"""The words of a Word file, one paragraph or table row to a line: `python -m docgen.wordfile.text FILE`.

Made for diffs: `.gitattributes` shows a changed template this way, and golden letters are kept this way.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from lxml import etree

from docgen.wordfile.package import Package, open_package
from docgen.wordfile.trees import Row

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLANKS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_SILENT = frozenset(
    {
        W + "del",  # tracked deletions
        W + "moveFrom",
        W + "instrText",
        W + "pPr",
        W + "rPr",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # the same words a second time
    }
)

#: The rows behind a stub of a folded table; None for what is no stub.
_Unfolded = Callable[[etree._Element], Iterator[Row] | None]


def text(docx: bytes, *, most_rows: int | None = None) -> str:
    """Headers, body, notes and footers with an empty line between them, bars between cells. Raises HostileFile.

    most_rows: how many are read of rows that stand in a long table and say the same but for their words; None: all.
    """
    package = open_package(docx, folded=True)

    def unfolded(name: str, stub: etree._Element) -> Iterator[Row] | None:
        rows = package.unfolded(name, stub)
        return rows if rows is None or most_rows is None else islice(rows, most_rows)

    stories = [_blocks(package.xml(name), partial(unfolded, name)) for name in _in_reading_order(package)]
    return "\n\n".join(filter(None, ("\n".join(lines).strip("\n") for lines in stories))) + "\n"


def words(element: etree._Element) -> str:
    """The words within a paragraph, a run or a cell, without those of field codes and tracked deletions."""
    if element.tag in _SILENT or not isinstance(element.tag, str):
        return ""
    if element.tag == W + "t":
        return element.text or ""
    return _BLANKS.get(element.tag, "") + "".join(words(child) for child in element)


def _in_reading_order(package: Package) -> list[str]:
    notes = package.related("footnotes") + package.related("endnotes")
    names = (*package.related("header"), package.document, *notes, *package.related("footer"))
    return list(dict.fromkeys(names))


def _blocks(parent: etree._Element, unfolded: _Unfolded) -> Iterator[str]:
    for child in parent:
        if child.tag == W + "p":
            yield words(child)
        elif child.tag == W + "tbl":
            for row in _rows(child, unfolded):
                yield " | ".join(_cell(cell, unfolded) for cell in row.iter(W + "tc") if _row_of(cell) is row)
        elif child.tag not in _SILENT:
            yield from _blocks(child, unfolded)


def _rows(parent: etree._Element, unfolded: _Unfolded) -> Iterator[etree._Element]:
    """Of a table, those in content controls among them; long tables are folded. Each is another's when that comes."""
    for child in parent:
        if child.tag == W + "tr":
            yield child
        elif (rows := unfolded(child)) is not None:
            yield from (pattern.filled(said) for pattern, said in rows)
        elif child.tag != W + "tbl":
            yield from _rows(child, unfolded)


def _cell(cell: etree._Element, unfolded: _Unfolded) -> str:
    return " / ".join(filter(None, (line.strip() for line in _blocks(cell, unfolded))))


def _row_of(cell: etree._Element) -> etree._Element:
    return next(cell.iterancestors(W + "tr"))


if __name__ == "__main__":
    sys.stdout.write(text(Path(sys.argv[1]).read_bytes()))
