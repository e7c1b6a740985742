"""Rows pasted from a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from docgen.web.pages.boxes import Box, Kind, Part, Rows
from docgen.web.pages.typed import Tree

_CHOSEN = {  # what spreadsheets write for a choice
    "credit note": "credit_note",
    "红字发票": "credit_note",
    "贷项": "credit_note",
    "invoice": "invoice",
    "发票": "invoice",
    "蓝字发票": "invoice",
}


@dataclass(frozen=True, slots=True)
class Pasted:
    """rows: as if typed. unknown: headings that no box answers to; their columns are left out and said."""

    rows: list[Tree]
    unknown: tuple[str, ...]
    headed: bool


def boxes(parts: tuple[Part, ...]) -> list[Box]:
    """The boxes that a pasted column can fill: those of the row itself."""
    return [part for part in parts if isinstance(part, Box)]


def order(rows: Rows) -> list[Box]:
    """The columns of a paste without headings: those of the table that are typed, left to right."""
    return [box for box in boxes(rows.columns) if box.kind is not Kind.CHOICE]


def headings(box: Box) -> frozenset[str]:
    """All that a spreadsheet may call this box, in either language, flattened for comparing."""
    return frozenset(_flat(word) for word in (box.name, str(box.label), *box.headings))


def pasted(text: str, rows: Rows) -> Pasted:
    """Tab-separated cells as a spreadsheet copies them, or commas or semicolons where there are no tabs."""
    lines = [line for line in _cells(text) if any(line)]
    if not lines:
        return Pasted([], (), False)
    known = [(box, headings(box)) for box in boxes(rows.parts)]
    found = [next((box for box, words in known if _flat(cell) in words), None) for cell in lines[0]]
    headed = sum(box is not None for box in found) >= 2
    columns: list[Box | None] = list(found) if headed else list(order(rows))
    unknown = tuple(cell for cell, box in zip(lines[0], found, strict=True) if box is None and cell) if headed else ()
    taken = [_row(line, columns) for line in (lines[1:] if headed else lines)]
    return Pasted([row for row in taken if row], unknown, headed)


def _cells(text: str) -> list[list[str]]:
    delimiter = "\t" if "\t" in text else (";" if ";" in text else ",")
    reader = csv.reader(io.StringIO(text.strip("\r\n").replace("\0", "")), delimiter=delimiter)
    try:
        return [[cell.strip() for cell in line] for line in reader]
    except csv.Error:
        return [[cell.strip() for cell in line.split(delimiter)] for line in text.splitlines()]


def _row(line: list[str], columns: list[Box | None]) -> Tree:
    row: Tree = {}
    for cell, box in zip(line, columns, strict=False):
        if box is not None and cell and box.name not in row:
            row[box.name] = _CHOSEN.get(cell.lower(), cell) if box.kind is Kind.CHOICE else cell
    return row


def _flat(words: str) -> str:
    return "".join(sign for sign in words.lower() if sign.isalnum())
