"""Which column of a paste is which: by its heading, the surest first, or by its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from flask_babel import lazy_gettext as _

from docgen.web.pages.boxes import Box, Kind, Label, Part, Rows

HEADING_WITHIN = 12  # lines: exports put a title, a period and a company above their headings

# A column of this name says that an amount beside it may be without tax.
_TAX = frozenset({"税额", "税金", "税率", "增值税", "tax", "taxamount", "vat", "vatamount"})
_CURRENCIES = {
    "US$": "USD", "USD": "USD", "美元": "USD", "EUR": "EUR", "€": "EUR", "欧元": "EUR", "GBP": "GBP", "£": "GBP",
    "英镑": "GBP", "HK$": "HKD", "HKD": "HKD", "港元": "HKD", "港币": "HKD", "JPY": "JPY", "日元": "JPY",
}  # fmt: skip
_BRACKETS = re.compile(r"\(([^()]*)\)")


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
    named: heading → box, as it is said. unknown: headings that no box answers to.
    unused: headings that were understood and not taken, with the reason.
    """

    read: dict[int, Column] = field(default_factory=dict)
    whose: int | None = None
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
    words = {word for box in boxes(rows.parts) for word in headings(box)}
    for place, (_number, line) in enumerate(lines[:HEADING_WITHIN]):
        if sum(bool(_known(cell, words)) for cell in line) >= 2:
            return place
    first = [cell for cell in lines[0][1] if cell]
    wordy = not any(sign.isdecimal() for cell in first for sign in cell)
    return 0 if wordy and (len(lines) > 1 or len(first) > 1) else None


def columns(head: Sequence[str], rows: Rows) -> Columns:
    """What a line of headings says; where two columns answer to one box, the surest heading wins."""
    ranked = {box.name: headings(box) for box in boxes(rows.parts)}
    fits: dict[int, Box] = {}
    best: dict[str, tuple[int, int]] = {}  # box → how sure its heading is, and where it stands
    for place, cell in enumerate(head):
        for box in boxes(rows.parts):
            if word := _known(cell, ranked[box.name]):
                fits[place] = box
                sure = (ranked[box.name].index(word), place)
                best[box.name] = min(best.get(box.name, sure), sure)
                break
    customers = tuple(map(flat, rows.customers))
    found = Columns(
        whose=next((place for place, cell in enumerate(head) if place not in fits and _known(cell, customers)), None)
    )
    found.unknown += [cell for place, cell in enumerate(head) if cell and place not in fits and place != found.whose]
    for place, box in fits.items():
        surest = best[box.name][1]
        other = _("“%(other)s” was taken instead", other=head[surest]) if surest != place else ""
        if why := other or _unfit(place, box, head, rows):
            found.unused.append((head[place], why))
        else:
            inside = _inside(head[place])
            found.read[place] = Column(box, "万" in inside, currency(inside))
            found.named.append((head[place], box.label))
    if found.whose is not None:
        found.named.append((head[found.whose], _("whose rows they are")))
    return found


def _unfit(place: int, box: Box, head: Sequence[str], rows: Rows) -> Label:
    """Why a column of amounts is better left alone; else nothing."""
    if box.kind is not Kind.MONEY:
        return ""
    if any(unit in _inside(head[place]) for unit in ("千", "百", "亿", "thousand", "'000", "million")):
        return _("its unit is not the currency’s own")
    if any(flat(cell) in _TAX for cell in head) and _known(head[place], tuple(map(flat, rows.perhaps_net))):
        return _("beside a column of tax it may be without tax; copy the amount with tax")
    return ""


def _inside(heading: str) -> str:
    """What a heading says in brackets: a unit, a currency."""
    return "".join(_BRACKETS.findall(plain(heading)))


def _known(cell: str, words: Collection[str]) -> str:
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
