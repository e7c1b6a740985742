"""Rows pasted from a spreadsheet, an export of a bookkeeping program or a bank statement.

What was taken, what was not and why is all in the answer: a sum that is wrong because a row was
dropped or a line of totals was booked in silence is the worst that can come of pasting.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from flask_babel import lazy_gettext as _

from docgen.web.pages.boxes import Box, Kind, Label, Part, Rows
from docgen.web.pages.reading import read, serial_day
from docgen.web.pages.typed import Tree

HEADING_WITHIN = 12  # lines: exports put a title, a period and a company above their headings
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
# A column of this name says that an amount beside it may be without tax.
_TAX = frozenset({"税额", "税金", "税率", "增值税", "tax", "taxamount", "vat", "vatamount"})
_CURRENCIES = {
    "US$": "USD", "USD": "USD", "美元": "USD", "EUR": "EUR", "€": "EUR", "欧元": "EUR", "GBP": "GBP", "£": "GBP",
    "英镑": "GBP", "HK$": "HKD", "HKD": "HKD", "港元": "HKD", "港币": "HKD", "JPY": "JPY", "日元": "JPY",
}  # fmt: skip
_BRACKETS = re.compile(r"\(([^()]*)\)")
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

    rows: as if typed. columns: heading → box, what was read as what. unknown: headings that no box answers to.
    unused: headings that were understood and not taken, with the reason. left: lines not taken, with the reason.
    understood: what was typed → what it was read as, where that is not plain to see.
    credits: the rows that became credit notes because their amount is below zero.
    stop: why nothing at all was read.
    """

    rows: list[Tree] = field(default_factory=list)
    columns: list[tuple[str, Label]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    unused: list[tuple[str, Label]] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    understood: list[tuple[str, str]] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    headed: bool = False
    stop: Label = ""

    def explain(self, row: Tree, columns: Mapping[int, _Column]) -> None:
        """Note what a row was read as: days given as bare numbers, credit notes given as amounts below zero."""
        given = {column.box.name for column in columns.values()}
        for column in columns.values():
            if column.box.kind is Kind.DATE and (day := serial_day(row.get(column.box.name, ""))):
                self.understood.append((row[column.box.name], day))
        if row.get("document") == "credit_note" and "document" not in given:
            self.credits.append(row.get("number") or row["amount"])


@dataclass(frozen=True, slots=True)
class _Column:
    """One column that is read. ten_thousands: the heading says that its amounts count 万元."""

    box: Box
    ten_thousands: bool = False
    currency: str = ""


def boxes(parts: tuple[Part, ...]) -> list[Box]:
    """The boxes that a pasted column can fill: those of the row itself."""
    return [part for part in parts if isinstance(part, Box)]


def order(rows: Rows) -> list[Box]:
    """The columns of a paste without headings: those of the table that are typed, left to right."""
    return [box for box in boxes(rows.columns) if box.kind is not Kind.CHOICE]


def headings(box: Box) -> tuple[str, ...]:
    """All that a spreadsheet may call this box, flattened for comparing; the surest first."""
    return tuple(dict.fromkeys(_flat(word) for word in (*box.headings, str(box.label), box.name)))


def pasted(text: str, rows: Rows, *, debtor: Iterable[str] = (), held: Sequence[Tree] = ()) -> Pasted:
    """Tab-separated cells as a spreadsheet copies them, or commas or semicolons where there are no tabs.

    debtor: its names; lines of an export that name another customer are left out.
    held: the rows that the table holds already; a line that is there already is left out.
    """
    lines = [(number, line) for number, line in enumerate(_cells(text), 1) if any(line)]
    found = Pasted()
    names = [name for name in map(_plain, debtor) if name]
    top = _heading(lines, rows) if lines else None
    found.headed = top is not None
    columns, whose, head = {place: _Column(box) for place, box in enumerate(order(rows))}, None, [""]
    if top is not None:
        above, head = _("It stands above the headings."), lines[top][1]
        found.left += [LeftOut(number, _quoted(line), above) for number, line in lines[:top]]
        columns, whose = _columns(head, rows, found)
        lines = lines[top + 1 :]
    if not columns:
        found.stop = _("None of these headings is known: %(names)s", names=", ".join(filter(None, head)))
    elif whose is not None and not names and len({_plain(line[whose]) for _n, line in lines if _has(line, whose)}) > 1:
        found.stop = _("These rows are of several customers. Enter the debtor’s name first, then press again.")
    else:
        credits = any(box.name == "document" for box in boxes(rows.columns))
        for number, line in lines:
            row, wrong = _row(line, columns, credits=credits)
            why = _not_a_row(line, head) or _not_whose(line, whose, names) or wrong
            if not why and row and any(_holds(known, row) for known in held):
                why = _("It is in the table already.")
            if why:
                found.left.append(LeftOut(number, _quoted(line), why))
            elif row:
                found.rows.append(row)
                found.explain(row, columns)
        if not found.rows:
            found.stop = _("There were no rows in what was pasted.")
    return found


def _not_a_row(line: Sequence[str], head: Sequence[str]) -> Label:
    """Why a line is no entry at all; else nothing."""
    first = _plain(next(filter(None, line)))
    if line == head:
        return _("It repeats the headings.")
    if any(_TOTAL.fullmatch(_plain(cell)) for cell in line if cell) or _BEGINS_TOTAL.match(first):
        return _("It is a line of totals.")
    return ""


def _not_whose(line: Sequence[str], whose: int | None, names: Sequence[str]) -> Label:
    """Why a line belongs to somebody else, by its column of customers; else nothing.

    The debtor is known by its full name, or by a part of it that is long enough to be no chance.
    """
    if whose is None or not names or not _has(line, whose):
        return ""
    name = _plain(line[whose])
    if any(name == own or (min(len(name), len(own)) >= _LONG_NAME and (name in own or own in name)) for own in names):
        return ""
    return _("It names somebody else: %(name)s. Without that column it would be read.", name=line[whose])


# -- headings


def _heading(lines: Sequence[tuple[int, list[str]]], rows: Rows) -> int | None:
    """Which line holds the headings: the first that names two columns, or a first line of words alone."""
    words = {word for box in boxes(rows.parts) for word in headings(box)}
    for place, (_number, line) in enumerate(lines[:HEADING_WITHIN]):
        if sum(bool(_known(cell, words)) for cell in line) >= 2:
            return place
    first = [cell for cell in lines[0][1] if cell]
    wordy = not any(sign.isdecimal() for cell in first for sign in cell)
    return 0 if wordy and (len(lines) > 1 or len(first) > 1) else None


def _columns(head: Sequence[str], rows: Rows, found: Pasted) -> tuple[dict[int, _Column], int | None]:
    """The columns to read, by their place; and the one that names the customer. The surest heading of a box wins."""
    ranked = {box.name: headings(box) for box in boxes(rows.parts)}
    fits: dict[int, Box] = {}
    best: dict[str, tuple[int, int]] = {}  # box → how sure its heading is, and where it stands
    for place, cell in enumerate(head):
        for box in boxes(rows.parts):
            if word := _known(cell, ranked[box.name]):
                fits[place] = box
                best[box.name] = min(best.get(box.name, (len(head) + 99, place)), (ranked[box.name].index(word), place))
                break
    customers = tuple(map(_flat, rows.customers))
    whose = next((place for place, cell in enumerate(head) if place not in fits and _known(cell, customers)), None)
    found.unknown += [cell for place, cell in enumerate(head) if cell and place not in fits and place != whose]
    columns: dict[int, _Column] = {}
    for place, box in fits.items():
        other = best[box.name][1]
        if (
            why := _("“%(other)s” was taken instead", other=head[other])
            if other != place
            else _unfit(place, box, head, rows)
        ):
            found.unused.append((head[place], why))
        else:
            inside = _inside(head[place])
            columns[place] = _Column(box, "万" in inside, _currency(inside))
            found.columns.append((head[place], box.label))
    if whose is not None:
        found.columns.append((head[whose], _("whose rows they are")))
    return columns, whose


def _unfit(place: int, box: Box, head: Sequence[str], rows: Rows) -> Label:
    """Why a column of amounts is better left alone; else nothing."""
    if box.kind is not Kind.MONEY:
        return ""
    if any(unit in _inside(head[place]) for unit in ("千", "百", "亿", "thousand", "'000", "million")):
        return _("its unit is not the currency’s own")
    if any(_flat(cell) in _TAX for cell in head) and _known(head[place], tuple(map(_flat, rows.perhaps_net))):
        return _("beside a column of tax it may be without tax; copy the amount with tax")
    return ""


def _inside(heading: str) -> str:
    """What a heading says in brackets: a unit, a currency."""
    return "".join(_BRACKETS.findall(_plain(heading)))


def _known(cell: str, words: Collection[str]) -> str:
    """The word by which a heading is known, with or without what stands in brackets ("金额（元）"); else nothing."""
    plain = _plain(cell)
    tries = (_flat(plain), _flat(_BRACKETS.sub("", plain)))
    return next((word for word in tries if word and word in words), "")


# -- rows


def _row(line: Sequence[str], columns: Mapping[int, _Column], *, credits: bool) -> tuple[Tree, Label]:
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
            if code := _currency(cell) or column.currency:
                cell = _without_currency(cell)
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


def _currency(cell: str) -> str:
    return next((code for sign, code in _CURRENCIES.items() if sign.lower() in cell.lower()), "")


def _without_currency(cell: str) -> str:
    for sign in _CURRENCIES:
        cell = re.sub(re.escape(sign), "", cell, flags=re.IGNORECASE)
    return cell.strip()


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


def _plain(words: str) -> str:
    """Full-width signs as half-width ones, lower case, and no spaces at the ends or within names."""
    return " ".join(unicodedata.normalize("NFKC", words).split()).lower()


def _flat(words: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", words).lower() if sign.isalnum())
