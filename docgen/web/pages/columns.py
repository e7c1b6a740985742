"""Which column of a paste is which: by its heading, the surest first, or by its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from flask_babel import lazy_gettext as _

from docgen.web.pages.boxes import Box, Kind, Label, Part, Rows

_OWN_REMARKS = _(
    "remarks are for your own use, and a description is printed in letters; where they name the goods, call it so"
)

HEADING_WITHIN = 12  # lines: exports put a title, a period and a company above their headings

# A column of this name says that an amount beside it may be without tax.
_TAX = frozenset({"税额", "税金", "税率", "增值税", "tax", "taxamount", "vat", "vatamount"})
_CURRENCIES = {
    "US$": "USD", "USD": "USD", "美元": "USD", "EUR": "EUR", "€": "EUR", "欧元": "EUR", "GBP": "GBP", "£": "GBP",
    "英镑": "GBP", "HK$": "HKD", "HKD": "HKD", "港元": "HKD", "港币": "HKD", "JPY": "JPY", "日元": "JPY",
}  # fmt: skip
_BRACKETS = re.compile(r"\(([^()]*)\)")
# What a column is by words within its heading, where the whole heading is not known and amounts stand below.
_ALIKE = {
    "stated_open": re.compile(r"未(?:收|付|回|核销|结|清)|余额|欠款|outstanding|unpaid|balance|open(?!ing)"),
    "received": re.compile(r"已(?:收|付|回|核销|结|还)|收回|回款|核销|paid|received|settled|applied"),
}
_NOT_ALIKE = re.compile(
    r"[日期天率数码号人]$|\d天|\ddays|预计|预期|计划|到期|逾期|质保|保证金|比例|状态|方式|期初|上期|年初|账号|信用"
    r"|expected|planned|forecast|overdue|retention|(?<!to)date|days?$|age|opening|brought|rate|number|no$|credit|status"
)
_LEDGER = re.compile(r"(?:借方|贷方)(?:金额|发生额|本币)?|debit(?:amount)?|credit(?:amount)?")
_AMOUNT_LIKE = re.compile(r"[-(]?[^\w]*[\d,.]+[-)]?|[-–—]+|")


@dataclass(frozen=True, slots=True)
class Column:
    """One column that is read. ten_thousands: the heading says that its amounts count 万元."""

    box: Box
    ten_thousands: bool = False
    currency: str = ""


@dataclass(slots=True)
class Columns:
    """What the headings of a paste say.

    read: the columns to read, by their place. whose: the place of the one that names the customer.
    net: an amount was left because it may be without tax.
    named: heading → box, as it is said. unknown: headings that no box answers to.
    unused: headings that were understood and not taken, with the reason.
    """

    read: dict[int, Column] = field(default_factory=dict)
    whose: int | None = None
    net: bool = False
    named: list[tuple[str, Label]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    unused: list[tuple[str, Label]] = field(default_factory=list)


def boxes(parts: tuple[Part, ...]) -> list[Box]:
    """The boxes that a pasted column can fill: those of the row itself."""
    return [part for part in parts if isinstance(part, Box)]


def order(rows: Rows) -> list[Box]:
    """The columns of a paste without headings: those of the table that are typed, left to right."""
    return [box for box in boxes(rows.columns) if box.kind is not Kind.CHOICE]


def headings(box: Box) -> tuple[str, ...]:
    """All that a spreadsheet may call this box, flattened for comparing; the surest first."""
    return tuple(dict.fromkeys(flat(word) for word in (*box.headings, str(box.label), box.name)))


def heading(lines: Sequence[tuple[int, list[str]]], rows: Rows) -> int | None:
    """Which line holds the headings: the first that names two columns, or a first line of words alone."""
    words = {word for box in (*boxes(rows.parts), *rows.beside) for word in headings(box)}
    words |= set(map(flat, rows.customers))
    for place, (_number, line) in enumerate(lines[:HEADING_WITHIN]):
        if sum(bool(known(cell, words)) for cell in line) >= 2:
            return place
    first = [cell for cell in lines[0][1] if cell]
    wordy = not any(sign.isdecimal() for cell in first for sign in cell)
    return 0 if wordy and (len(lines) > 1 or len(first) > 1) else None


def columns(head: Sequence[str], lines: Sequence[Sequence[str]], rows: Rows) -> Columns:
    """What a line of headings says; where two columns answer to one box, the surest heading wins.

    lines: what stands below, for headings that are known by a word within them.
    """
    sought = (*boxes(rows.parts), *rows.beside)
    ranked = {box.name: headings(box) for box in sought}
    fits: dict[int, Box] = {}
    best: dict[str, tuple[int, int]] = {}  # box → how sure the heading of a fit column is, and where it stands
    for place, cell in enumerate(head):
        for box in sought:
            word = known(cell, ranked[box.name])
            if word or _alike(box, place, head, lines):
                fits[place] = box
                if not _unfit(place, box, head, rows):
                    sure = (ranked[box.name].index(word) if word else len(ranked[box.name]), place)
                    best[box.name] = min(best.get(box.name, sure), sure)
                break
    found = Columns()
    for place, cell in enumerate(head):
        if cell and place not in fits:
            if known(cell, tuple(map(flat, rows.own_remarks))):
                found.unused.append((cell, _OWN_REMARKS))
            else:
                found.unknown.append(cell)
    if gross := best.get("amount"):  # says all that the parts of an amount say
        best |= {part: gross for part in ("net", "tax") if part in best}
    for place, box in fits.items():
        surest = best.get(box.name, (0, place))[1]
        other = _("“%(other)s” was taken instead", other=head[surest]) if surest != place else ""
        if why := _unfit(place, box, head, rows) or other:
            found.unused.append((head[place], why))
            found.net |= box.name == "amount" and gross is None and _perhaps_net(place, head, rows)
        else:
            inside = _inside(head[place])
            found.read[place] = Column(box, "万" in inside, currency(inside))
            found.named.append((head[place], box.label))
    return found


def _alike(box: Box, place: int, head: Sequence[str], lines: Sequence[Sequence[str]]) -> bool:
    """Whether a heading speaks of what was received or is open, and amounts stand below it."""
    said = flat(head[place])
    pattern = _ALIKE.get(box.name)
    if pattern is None or not pattern.search(said) or _NOT_ALIKE.search(said):
        return False
    below = [plain(line[place]) for line in lines if place < len(line)]
    return any(below) and all(_AMOUNT_LIKE.fullmatch(without_currency(cell)) for cell in below)


def _unfit(place: int, box: Box, head: Sequence[str], rows: Rows) -> Label:
    """Why a column of amounts is better left alone; else nothing."""
    if box.kind is not Kind.MONEY:
        return ""
    if any(unit in _inside(head[place]) for unit in ("千", "百", "亿", "thousand", "'000", "million")):
        return _("its unit is not the currency’s own")
    if _perhaps_net(place, head, rows):
        return _("beside a column of tax it may be without tax; copy the amount with tax")
    if flat(head[place]) in {"余额", "balance"} and any(_LEDGER.fullmatch(flat(cell)) for cell in head):
        return _("beside debits and credits it is the balance of the whole account")
    return ""


def _perhaps_net(place: int, head: Sequence[str], rows: Rows) -> bool:
    """Whether an amount may be without tax: a column of tax stands beside it."""
    return any(flat(cell) in _TAX for cell in head) and bool(known(head[place], tuple(map(flat, rows.perhaps_net))))


def _inside(heading: str) -> str:
    """What a heading says in brackets: a unit, a currency."""
    return "".join(_BRACKETS.findall(plain(heading)))


def known(cell: str, words: Collection[str]) -> str:
    """The word by which a heading is known, with or without what stands in brackets ("金额（元）"); else nothing."""
    said = plain(cell)
    tries = (flat(said), flat(_BRACKETS.sub("", said)))
    return next((word for word in tries if word and word in words), "")


def currency(cell: str) -> str:
    return next((code for sign, code in _CURRENCIES.items() if sign.lower() in cell.lower()), "")


def without_currency(cell: str) -> str:
    for sign in _CURRENCIES:
        cell = re.sub(re.escape(sign), "", cell, flags=re.IGNORECASE)
    return cell.strip()


def plain(words: str) -> str:
    """Full-width signs as half-width ones, lower case, and no spaces at the ends or within names."""
    return " ".join(unicodedata.normalize("NFKC", words).split()).lower()


def flat(words: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", words).lower() if sign.isalnum())
