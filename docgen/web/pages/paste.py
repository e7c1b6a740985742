"""Rows pasted from a spreadsheet, an export of a bookkeeping program or a bank statement.

What was taken, what was not and why is all in the answer: a sum that is wrong because a row was
dropped or a line of totals was booked in silence is the worst that can come of pasting.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from flask_babel import lazy_gettext as _

from docgen.web.pages.boxes import Box, Kind, Label, Rows
from docgen.web.pages.columns import Column, Columns, boxes, columns, currency, heading, order, plain, without_currency
from docgen.web.pages.reading import read, serial_day
from docgen.web.pages.typed import Tree

_LONG_NAME = 4  # characters
_WORDS = 40  # characters of a line that are quoted when it is left out

_CHOSEN = {  # what spreadsheets write for a choice
    "credit note": "credit_note",
    "credit memo": "credit_note",
    "红字发票": "credit_note",
    "红票": "credit_note",
    "负数发票": "credit_note",
    "贷项": "credit_note",
    "invoice": "invoice",
    "发票": "invoice",
    "蓝字发票": "invoice",
}
_TOTAL = re.compile(
    r"(?:本页|本月|本年|本期|客户|按客户|部门)?(?:合计|小计|总计|累计|共计|合計|小計|總計)(?:[(:（：].*)?"
    r"|(?:grand|sub|page|running)?[- ]?totals?(?: \(.*\))?:?|sum:?",
    re.IGNORECASE,
)
_BEGINS_TOTAL = re.compile(
    r"(?:本页|本月|本年|本期|客户)?(?:合计|小计|总计|累计|共计|合計|小計|總計)"
    r"|(?:grand|sub)[- ]?total|total\b|\*{1,3}$",
    re.IGNORECASE,
)
_NOTHING = frozenset({"", "-", "–", "—", "--", "0", "0.0", "0.00", "n/a"})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the paste that was not read. number: counted from one, as the spreadsheet shows it."""

    number: int
    words: str
    why: Label


@dataclass(slots=True)
class Pasted:
    """What became of a paste.

    rows: as if typed. head: what was read as what, and which columns were not read.
    left: lines not taken, with the reason. stop: why nothing at all was read.
    understood: what was typed → what it was read as, where that is not plain to see.
    credits: the rows that became credit notes because their amount is below zero.
    """

    rows: list[Tree] = field(default_factory=list)
    head: Columns = field(default_factory=Columns)
    left: list[LeftOut] = field(default_factory=list)
    understood: list[tuple[str, str]] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    headed: bool = False
    stop: Label = ""

    def explain(self, row: Tree) -> None:
        """Note what a row was read as: days given as bare numbers, credit notes given as amounts below zero."""
        given = {column.box.name for column in self.head.read.values()}
        for column in self.head.read.values():
            if column.box.kind is Kind.DATE and (day := serial_day(row.get(column.box.name, ""))):
                self.understood.append((row[column.box.name], day))
        if row.get("document") == "credit_note" and "document" not in given:
            self.credits.append(row.get("number") or row["amount"])


def pasted(text: str, rows: Rows, *, debtor: Iterable[str] = (), held: Sequence[Tree] = ()) -> Pasted:
    """Tab-separated cells as a spreadsheet copies them, or commas or semicolons where there are no tabs.

    debtor: its names; lines of an export that name another customer are left out.
    held: the rows that the table holds already; a line that is there already is left out.
    """
    lines = [(number, line) for number, line in enumerate(_cells(text), 1) if any(line)]
    found = Pasted()
    names = [name for name in map(plain, debtor) if name]
    top = heading(lines, rows) if lines else None
    head = [""]
    if top is None:
        found.head.read = {place: Column(box) for place, box in enumerate(order(rows))}
    else:
        found.headed, head = True, lines[top][1]
        found.head = columns(head, rows)
        above = _("It stands above the headings.")
        found.left += [LeftOut(number, _quoted(line), above) for number, line in lines[:top]]
        lines = lines[top + 1 :]
    whose = found.head.whose
    if not found.head.read:
        found.stop = _("None of these headings is known: %(names)s", names=", ".join(filter(None, head)))
    elif whose is not None and not names and len({plain(line[whose]) for _n, line in lines if _has(line, whose)}) > 1:
        found.stop = _("These rows are of several customers. Enter the debtor’s name first, then press again.")
    else:
        credits = any(box.name == "document" for box in boxes(rows.columns))
        for number, line in lines:
            row, wrong = _row(line, found.head.read, credits=credits)
            why = _not_a_row(line, head) or _not_whose(line, whose, names) or wrong
            if not why and row and any(_holds(known, row) for known in held):
                why = _("It is in the table already.")
            if why:
                found.left.append(LeftOut(number, _quoted(line), why))
            elif row:
                found.rows.append(row)
                found.explain(row)
        if not found.rows:
            found.stop = _("There were no rows in what was pasted.")
    return found


def _not_a_row(line: Sequence[str], head: Sequence[str]) -> Label:
    """Why a line is no entry at all; else nothing."""
    first = plain(next(filter(None, line)))
    if line == head:
        return _("It repeats the headings.")
    if any(_TOTAL.fullmatch(plain(cell)) for cell in line if cell) or _BEGINS_TOTAL.match(first):
        return _("It is a line of totals.")
    return ""


def _not_whose(line: Sequence[str], whose: int | None, names: Sequence[str]) -> Label:
    """Why a line belongs to somebody else, by its column of customers; else nothing.

    The debtor is known by its full name, or by a part of it that is long enough to be no chance.
    """
    if whose is None or not names or not _has(line, whose):
        return ""
    name = plain(line[whose])
    if any(name == own or (min(len(name), len(own)) >= _LONG_NAME and (name in own or own in name)) for own in names):
        return ""
    return _("It names somebody else: %(name)s. Without that column it would be read.", name=line[whose])


# -- rows


def _row(line: Sequence[str], columns: Mapping[int, Column], *, credits: bool) -> tuple[Tree, Label]:
    """A line as a row of typed values; with a reason where it cannot be one.

    credits: the table has credit notes, so that an amount below zero is one.
    """
    row: Tree = {}
    given = {column.box.name for column in columns.values()}
    for place, column in columns.items():
        cell, box = (line[place] if place < len(line) else ""), column.box
        if not cell or (box.kind is Kind.MONEY and cell.lower() in _NOTHING):
            continue
        if box.kind is Kind.CHOICE:
            cell = _chosen(box, cell)
        elif box.kind is Kind.MONEY:
            if code := currency(cell) or column.currency:
                cell = without_currency(cell)
                if "currency" not in given:
                    row["currency"] = code
            cell += "万" if column.ten_thousands else ""
        row[box.name] = cell
    wanted = next((each.box.name for each in columns.values() if each.box.kind is Kind.MONEY and each.box.needed), "")
    if wanted and row and wanted not in row:
        return row, _("It has no amount.")
    understood = read(Kind.MONEY, row.get(wanted, ""))
    if understood.startswith("-"):
        if not credits:
            return row, _("Its amount is below zero: money paid back is no payment received.")
        row |= {wanted: understood.removeprefix("-"), "document": "credit_note"}
    return row, ""


def _chosen(box: Box, cell: str) -> str:
    labels = {str(label).lower(): code for code, label in box.choices}
    return _CHOSEN.get(cell.lower()) or labels.get(cell.lower()) or cell


def _holds(known: Tree, row: Tree) -> bool:
    """Whether a row of the table says all that a pasted one says."""
    kinds = {"amount": Kind.MONEY, "issued_on": Kind.DATE, "due_on": Kind.DATE, "received_on": Kind.DATE}
    return all(
        read(kinds[name], str(known.get(name, ""))) == read(kinds[name], value)
        if name in kinds
        else str(known.get(name, "")).strip() == value.strip()
        for name, value in row.items()
    )


def _cells(text: str) -> list[list[str]]:
    delimiter = "\t" if "\t" in text else (";" if ";" in text else ",")
    reader = csv.reader(io.StringIO(text.strip("\r\n").replace("\0", "")), delimiter=delimiter)
    try:
        return [[cell.strip() for cell in line] for line in reader]
    except csv.Error:
        return [[cell.strip() for cell in line.split(delimiter)] for line in text.splitlines()]


def _has(line: Sequence[str], place: int) -> bool:
    return place < len(line) and bool(line[place])


def _quoted(line: Sequence[str]) -> str:
    words = " · ".join(filter(None, line))
    return words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"
