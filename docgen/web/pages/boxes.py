"""What a form is made of: boxes to fill in, groups of boxes, tables of rows, sections.

The whole form is described once, in `sheet`, by these four. `typed` reads a posted form along
that description, `view` and the templates draw it, `paste` recognises a spreadsheet's columns
by it. A box's full name, "account.invoices.2.amount", is the JSON pointer of what it holds with
dots for slashes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from docgen.letters.request import LetterKind

Label: TypeAlias = "LazyString | str"
ALL = frozenset(LetterKind)


class ForLetters:
    """What a letter may ask for. letters: those that do."""

    __slots__ = ()
    letters: frozenset[LetterKind]

    @property
    def for_all(self) -> bool:
        return self.letters == ALL


class Kind(StrEnum):
    """How a box is typed into, and what becomes of it in the request."""

    TEXT = "text"
    LINES = "lines"  # a paragraph of free words
    LIST = "list"  # one string in each line
    NUMBER = "number"  # the number of a paper
    NUMBERS = "numbers"  # document numbers on one line, with commas between
    DATE = "date"
    MONEY = "money"
    RATE = "rate"  # a fraction; may be typed as a percentage
    WHOLE = "whole"  # a whole number
    YES_NO = "yes_no"  # yes, no, or not stated
    CHOICE = "choice"
    ANSWER = "answer"  # yes, no or unknown
    COUNTRY = "country"  # chosen by name, kept by its two letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(ForLetters):
    """One thing to fill in.

    usual: what stands in an empty form.
    idle: filling it does not by itself make a row or a group count as filled.
    width: of twelve columns.
    headings: what a spreadsheet may call this column, in either language.
    letters: the letters that ask for it.
    english: asked only when the letter is in English.
    """

    name: str
    label: Label
    kind: Kind = Kind.TEXT
    hint: Label = ""
    choices: tuple[tuple[str, Label], ...] = ()
    usual: str = ""
    idle: bool = False
    needed: bool = False
    width: int = 4
    headings: tuple[str, ...] = ()
    letters: frozenset[LetterKind] = ALL
    english: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(ForLetters):
    """Boxes that belong together: a JSON object, or (name "") only a heading on the page.

    folded: closed until somebody opens it or something in it is filled in.
    always: part of the request even when empty, so that what is missing is said at its box.
    """

    name: str
    title: Label
    parts: tuple[Part, ...]
    hint: Label = ""
    folded: bool = False
    always: bool = False
    letters: frozenset[LetterKind] = ALL
    english: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(ForLetters):
    """A list of like things: a JSON array.

    columns: what a row shows in one line; with `table` false the rows are cards.
    more: what a row holds besides, folded under it.
    blank: how many empty rows stand in an empty form.
    customers: what a pasted column that names the debtor may be called, and perhaps_customers: what it may be called
    that could be something else too.
    beside: what a pasted column may hold that is no box of the row, but says something of it.
    perhaps_net: headings of an amount that is without tax where a column of tax stands beside it.
    own_remarks: headings of what the company notes for itself, which no letter may print.
    """

    name: str
    title: Label
    one: Label
    add: Label
    columns: tuple[Part, ...]
    more: tuple[Part, ...] = ()
    hint: Label = ""
    table: bool = True
    paste: bool = False
    blank: int = 0
    customers: tuple[str, ...] = ()
    perhaps_customers: tuple[str, ...] = ()
    beside: tuple[Box, ...] = ()
    perhaps_net: tuple[str, ...] = ()
    own_remarks: tuple[str, ...] = ()
    letters: frozenset[LetterKind] = ALL
    english: bool = False

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*self.columns, *self.more)


Part: TypeAlias = "Box | Group | Rows"


def in_english(*parts: Part) -> Group:
    """The words that an English letter prints in place of the Chinese ones, or beside them."""
    return Group(name="", title=_("English wording"), folded=True, english=True, parts=parts)


def not_for(kind: LetterKind, group: Part) -> Iterator[str]:
    """The names of what a group asks for other letters alone."""
    for part in group.parts if isinstance(group, Group) else ():
        if kind not in part.letters:
            yield part.name
        elif not part.name:
            yield from not_for(kind, part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A step of the form, with its place in the navigation."""

    id: str
    title: Label
    intro: Label
    parts: tuple[Part, ...]


def inner(part: Group | Rows, name: str) -> str:
    """The full name of what holds a part's own parts: a group without a name adds nothing."""
    return f"{name}.{part.name}".strip(".") if part.name else name
