"""Rows pasted from a spreadsheet, an export of a bookkeeping program or a bank statement.

What was taken, what was not and why is all in the answer: a sum that is wrong because a row was
dropped or a line of totals was booked in silence is the worst that can come of pasting.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from flask_babel import lazy_gettext as _

from docgen.web.pages.boxes import Kind, Label, Rows
from docgen.web.pages.columns import Column, Columns, columns, heading, order, plain
from docgen.web.pages.customers import customer_column, is_one_of
from docgen.web.pages.entries import Entry, entry
from docgen.web.pages.reading import read
from docgen.web.pages.typed import Tree

_WORDS = 40  # characters of a line that are quoted when it is left out
_EXAMPLES = 3  # of how cells were read

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


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the paste that was not read. number: counted from one, as the spreadsheet shows it."""

    number: int
    words: str
    why: Label


@dataclass(slots=True)
class Pasted:
    """What became of a paste.

    rows: as the form holds them. head: what was read as what, and which columns were not read.
    left: lines not taken, with the reason. stop: why nothing at all was read.
    notes: what has to be known about the rows as a whole, each said once; calls: those that want something done.
    understood: what was typed → what it was read as, where that is not plain to see.
    credits: the rows that became credit notes because their amount is below zero.
    """

    rows: list[Tree] = field(default_factory=list)
    head: Columns = field(default_factory=Columns)
    left: list[LeftOut] = field(default_factory=list)
    understood: list[tuple[str, str]] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    notes: list[Label] = field(default_factory=list)
    calls: list[Label] = field(default_factory=list)
    headed: bool = False
    stop: Label = ""

    def add(self, taken: Entry) -> None:
        """A line as a row, with what was read into it."""
        self.rows.append(taken.row)
        self.understood += taken.serials
        if taken.credit:
            self.credits.append(taken.row.get("number") or taken.row["amount"])


def pasted(text: str, rows: Rows, *, debtor: Iterable[str] = (), held: Sequence[Tree] = ()) -> Pasted:
    """Tab-separated cells as a spreadsheet copies them, or commas or semicolons where there are no tabs.

    debtor: its names; lines of an export that name another customer are left out.
    held: the rows that the table holds already; a line that is there already is left out, but what the export says
    is open of it is put to the row in the table.
    """
    lines = [(number, line) for number, line in enumerate(_cells(text), 1) if any(line)]
    found = Pasted()
    names = [name for name in map(plain, debtor) if name]
    top = heading(lines, rows) if lines else None
    head, whose = [""], None
    if top is None:
        found.head.read = {place: Column(box) for place, box in enumerate(order(rows))}
    else:
        found.headed, head = True, lines[top][1]
        above = _("It stands above the headings.")
        found.left += [LeftOut(number, _quoted(line), above) for number, line in lines[:top]]
        lines = lines[top + 1 :]
        below = [line for _number, line in lines if not _not_a_row(line, head)]
        found.head = columns(head, below, rows)
        whose = _find_customers(found.head, head, below, rows, names)
    if not found.head.read:
        found.stop = _("None of these headings is known: %(names)s", names=", ".join(filter(None, head)))
    elif whose is not None and not names and len({plain(line[whose]) for _n, line in lines if _has(line, whose)}) > 1:
        found.stop = _("These rows are of several customers. Enter the debtor’s name first, then press again.")
    else:
        entries: list[Entry] = []
        name = ""
        for number, line in lines:
            why = _not_a_row(line, head)
            if not why and whose is not None:
                name = line[whose] if _has(line, whose) else name  # a name in merged cells holds for the rows below
                why = _not_whose(name, names)
            taken = entry(line, found.head, rows)
            why = why or taken.why
            if not why and (known := next((each for each in held if _holds(each, taken.row)), None)) is not None:
                why = _("It is in the table already.")
                if stated := taken.row.get("stated_open"):
                    known["stated_open"] = stated
                    entries.append(taken)
            if why:
                found.left.append(LeftOut(number, _quoted(line), why))
            elif taken.row:
                entries.append(taken)
                found.add(taken)
        found.calls += _calls(entries)
        found.notes += _notes(entries)
        if not found.rows:
            found.stop = _("There were no rows in what was pasted.")
    return found


def _find_customers(
    found: Columns, head: Sequence[str], below: Sequence[Sequence[str]], rows: Rows, names: Sequence[str]
) -> int | None:
    """The column that names the customer; it is said with the columns that were read."""
    said = {place for place, cell in enumerate(head) if cell and cell not in found.unknown}
    found.whose = customer_column(head, below, rows, taken=said, names=names) if head or below else None
    if found.whose is not None:
        title = head[found.whose] if _has(head, found.whose) else "—"
        found.unknown = [cell for cell in found.unknown if cell != title]
        found.named.append((title, _("whose rows they are")))
    return found.whose


def _not_a_row(line: Sequence[str], head: Sequence[str]) -> Label:
    """Why a line is no entry at all; else nothing."""
    first = plain(next(filter(None, line)))
    if line == head:
        return _("It repeats the headings.")
    if any(_TOTAL.fullmatch(plain(cell)) for cell in line if cell) or _BEGINS_TOTAL.match(first):
        return _("It is a line of totals.")
    return ""


def _not_whose(name: str, names: Sequence[str]) -> Label:
    """Why a line belongs to somebody else, by its column of customers; else nothing."""
    if not name or not names or is_one_of(plain(name), names):
        return ""
    return _("It names somebody else: %(name)s. Without that column it would be read.", name=name)


def _calls(entries: Sequence[Entry]) -> Iterable[Label]:
    """What the export holds besides the rows and somebody has to enter, or no letter can be made."""
    received = sum(each.received for each in entries)
    if received:
        yield _(
            "By this export %(received)s has been received or credited. Enter it under “Payments”, or paste the list "
            "of receipts there, with the invoice that each was for: until it is there, no letter is made.",
            received=f"{received:,.2f}",
        )
    if unsure := [each.row["number"] for each in entries if each.cut]:
        yield _(
            "These numbers end in zeros; a spreadsheet may have cut off their last digits. Please compare: %(numbers)s",
            numbers=", ".join(unsure),
        )


def _notes(entries: Sequence[Entry]) -> Iterable[Label]:
    """How cells were read, once for all of them."""
    if any(each.added_up for each in entries):
        yield _("The amounts are the amount without tax and the tax, added up.")
    if numbers := [pair for each in entries for pair in each.numbers]:
        yield _("A “.0” behind a number was taken off: %(examples)s", examples=_examples(numbers))
    if dropped := [cell for each in entries for cell in each.dropped]:
        yield _(
            "The spreadsheet has put these into powers of ten, so they were left empty: %(cells)s. Set their column to "
            "text and copy again.",
            cells=", ".join(dropped[:_EXAMPLES]),
        )
    if written := [pair for each in entries for pair in each.written]:
        yield _(
            "Days and amounts are written as the form keeps them, such as %(examples)s", examples=_examples(written)
        )


def _examples(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{typed} → {read_as}" for typed, read_as in list(dict.fromkeys(pairs))[:_EXAMPLES])


# -- lines


def _holds(known: Tree, row: Tree) -> bool:
    """Whether a row of the table says all that a pasted one says; what is open of it says nothing of what it is."""
    kinds = {"amount": Kind.MONEY, "issued_on": Kind.DATE, "due_on": Kind.DATE, "received_on": Kind.DATE}
    return all(
        read(kinds[name], str(known.get(name, ""))) == read(kinds[name], value)
        if name in kinds
        else str(known.get(name, "")).strip() == value.strip()
        for name, value in row.items()
        if name != "stated_open"
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
