"""One line of a paste as a row of the form, or the reason why it is none.

No row is made without its amount, and none from what may be a payment, a draft or somebody's refund: a row too
many is a sum too high.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from flask_babel import lazy_gettext as _

from docgen.web.pages.boxes import Box, Kind, Label, Rows
from docgen.web.pages.cells import Document, cut, document, partly_settled, scientific, settled
from docgen.web.pages.columns import Column, Columns, boxes, currency, without_currency
from docgen.web.pages.reading import number, read, serial_day
from docgen.web.pages.typed import Tree

_NOTHING = frozenset({"", "-", "–", "—", "--", "0", "0.0", "0.00", "n/a"})
_ZERO = _NOTHING - {"", "n/a"}
_NUMBERS = frozenset({"number", "credits", "names", "contract", "reference"})  # boxes that hold numbers of papers
_NOUGHT_COUNTS = frozenset({"stated_open", "received", "net", "tax"})
_CHINESE_MONEY = dict.fromkeys(("人民币", "人民币元", "RMB", "rmb", "本位币", "元", "￥", "¥"), "CNY")
_AMOUNT = re.compile(r"-?\d+(?:\.\d+)?")
_OUT = re.compile(r"(?:借|支|付|出|转出|往).*|(?:d|dr|debit|out)", re.IGNORECASE)
_PAID_OUT = _(
    "It is money paid out and was not read. If it pays back a receipt, enter that receipt less what was paid back."
)


@dataclass(slots=True)
class Entry:
    """row: as the form holds it. why: the reason for which it cannot be a row.

    credit: it is a credit note because its amount is below zero. added_up: its amount is net and tax together.
    received: what the export says was received of it, or credited. cut: its number may have lost digits.
    serials: numbers that a spreadsheet uses for days, as read. numbers: numbers as they stood → as they are read.
    written: days and amounts as they stood → as the form writes them. dropped: cells that were left empty.
    """

    row: Tree = field(default_factory=dict)
    why: Label = ""
    credit: bool = False
    added_up: bool = False
    received: Decimal = Decimal()
    cut: bool = False
    serials: list[tuple[str, str]] = field(default_factory=list)
    numbers: list[tuple[str, str]] = field(default_factory=list)
    written: list[tuple[str, str]] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def entry(line: Sequence[str], head: Columns, rows: Rows) -> Entry:
    """A line as a row of what the form holds."""
    found = Entry()
    held: Tree = {}
    reasons = [
        _cell(found, held, line[place], column, head)
        for place, column in head.read.items()
        if place < len(line) and line[place]
    ]
    beside = {box.name: held.pop(box.name) for box in rows.beside if box.name in held}
    found.row = held
    wanted = next((box.name for box in boxes(rows.columns) if box.kind is Kind.MONEY and box.needed), "")
    with_credits = any(box.name == "document" for box in boxes(rows.columns))
    found.why = (
        next(filter(None, reasons), "")
        or _amount(found, beside, wanted, head, with_credits=with_credits)
        or _still_open(found, beside)
    )
    return found


def _cell(found: Entry, held: Tree, cell: str, column: Column, head: Columns) -> Label:
    """Read one cell into its box; a reason where it makes the line no row."""
    box = column.box
    if box.kind is Kind.MONEY:
        return _money(found, held, cell, column, head)
    if box.kind is Kind.CHOICE:
        return _document(held, box, cell)
    if box.name in _NUMBERS:
        if scientific(cell):
            if box.needed:
                return _(
                    "The spreadsheet has put its number into powers of ten. Set that column to text, then copy again."
                )
            found.dropped.append(cell)
            return ""
        if (whole := number(cell)) != cell:
            found.numbers.append((cell, whole))
            cell = whole
        found.cut |= box.name == "number" and cut(cell)
    understood = (
        _CHINESE_MONEY.get(cell) or currency(cell) or cell.upper() if box.name == "currency" else read(box.kind, cell)
    )
    if box.kind is Kind.DATE and serial_day(cell) == understood != "":
        found.serials.append((cell, understood))
    elif understood != cell:
        found.written.append((cell, understood))
    held[box.name] = understood
    return ""


def _money(found: Entry, held: Tree, cell: str, column: Column, head: Columns) -> Label:
    name = column.box.name
    if cell.lower() in _NOTHING:
        if name in _NOUGHT_COUNTS and cell.lower() in _ZERO:
            held[name] = "0"
        return ""
    typed = cell
    if code := currency(cell) or column.currency:
        cell = without_currency(cell)
        if name == "amount" and all(each.box.name != "currency" for each in head.read.values()):
            held["currency"] = code
    understood = read(Kind.MONEY, cell + ("万" if column.ten_thousands else ""))
    if understood != typed:
        found.written.append((typed, understood))
    held[name] = understood
    return ""


def _document(held: Tree, box: Box, cell: str) -> Label:
    match document(cell):
        case Document.UNKNOWN:
            return _("“%(type)s” is not known to be an invoice or a credit note.", type=cell)
        case Document.PAYMENT:
            return _("“%(type)s” is a payment, no invoice: enter it under “Payments”.", type=cell)
        case known:
            held[box.name] = known.value
            return ""


def _amount(found: Entry, beside: Tree, wanted: str, head: Columns, *, with_credits: bool) -> Label:
    """See to it that the row has its amount, the right way round."""
    row = found.row
    if not row and not beside:
        return _("Nothing in it was read.")
    if _OUT.fullmatch(beside.get("direction", "").strip()):
        return _PAID_OUT
    net, tax = _sum(beside.get("net")), _sum(beside.get("tax"))
    if wanted not in row and net is not None and tax is not None:
        row[wanted], found.added_up = format(net + tax, "f"), True
    if wanted not in row:
        if "net" in beside or head.net:
            return _("Only an amount that may be without tax stands here. Copy the amount with tax as well.")
        if "paid_out" in beside:
            return _PAID_OUT
        if "stated_open" in row:
            return _("It says what is open, but not what was invoiced. Copy that column as well.")
        return _("It has no amount.")
    if row[wanted].startswith("-"):
        if not with_credits:
            return _PAID_OUT
        found.credit = row.get("document") != "credit_note"
        row |= {wanted: row[wanted].removeprefix("-"), "document": "credit_note"}
    return ""


def _still_open(found: Entry, beside: Tree) -> Label:
    """What the export says is still open of an invoice: the less of what it says outright and what it says was received
    leaves."""
    row = found.row
    outright, received = row.pop("stated_open", None), beside.get("received")
    if row.get("document") == "credit_note":
        return ""
    if outright is None and received is None:
        outright = "0" if settled(beside.get("settled", "")) else None
        if partly_settled(beside.get("settled", "")):
            return _("A part of it is paid, and it does not say how much. Enter it by hand, with what was received.")
    if outright is None and received is None:
        return ""
    opened, paid, amount = _sum(outright), _sum(received), _sum(row.get("amount"))
    for cell, understood in ((outright, opened), (received, paid)):
        if cell is not None and understood is None:
            return _("What is received or open of it is not an amount: %(cell)s", cell=cell)
    left = [opened] if opened is not None else []
    if amount is not None and paid is not None:
        left.append(amount - paid)
    if not left:  # nothing can be taken from what is no amount
        return _("Its amount cannot be read: %(cell)s", cell=row.get("amount", ""))
    still = max(min(left), Decimal())
    row["stated_open"] = format(still, "f")
    if amount is not None:
        found.received = max(amount - still, Decimal())
    return ""


def _sum(cell: str | None) -> Decimal | None:
    return Decimal(cell) if cell and _AMOUNT.fullmatch(cell) else None
