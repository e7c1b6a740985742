"""What the studio keeps, as plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

GROUP = "group"  # the unit that is nobody's subsidiary; there is always one
DOCGEN = "docgen"  # the author of what ships


class Sort(StrEnum):
    """What can be versioned. All of them live alike."""

    LETTER = "letter"  # a Word template
    CLAUSE = "clause"  # a Word fragment that letters include by name
    LETTERHEAD = "letterhead"  # of one unit: logo, address line, colours, seal; a zip of letterhead.json and pictures
    KIND = "kind"  # a letter of the company's own: JSON


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One thing that has versions.

    name: of a letter its kind ("demand_letter", or an own letter's id), of a clause the name it is included by, of a
    kind its id; of a letterhead "". language: "zh" or "en"; "" where there is none (letterhead, kind).
    unit: the company or business unit whose it is.
    """

    sort: Sort
    name: str
    language: str = ""
    unit: str = GROUP


class State(StrEnum):
    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Origin(StrEnum):
    SHIPPED = "shipped"
    OWN = "own"  # uploaded
    IMPORTED = "imported"  # from a folder, by the command line
    ROLLED_BACK = "rolled_back"  # an earlier version, published again


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of an item; its content never changes, its state does.

    number: counted from 1 within the item, never given twice. digest: SHA-256 of its content, hex.
    in_force_from, in_force_until: first and last day on which letters are made with it; None is without bound.
    acknowledged: codes of the warnings that the author has read, handed in with it.
    handed_in_by: mostly the author; of what ships, whoever takes it. approved_by: neither of the two.
    published_at: of several that are in force on a day, the one published last makes the letter.
    names: the facts that it asks for (of a letter or a clause), dotted; includes: the clauses that it names.
    """

    item: Item
    number: int
    digest: str
    state: State
    origin: Origin
    author: str
    created_at: dt.datetime
    note: str = ""
    based_on: int | None = None
    in_force_from: dt.date | None = None
    in_force_until: dt.date | None = None
    acknowledged: tuple[str, ...] = ()
    handed_in_by: str = ""
    approved_by: str = ""
    published_at: dt.datetime | None = None
    names: frozenset[str] = frozenset()
    includes: tuple[str, ...] = ()

    def in_force(self, day: dt.date) -> bool:
        """Whether letters dated this day are made with it, as far as itself is asked."""
        after = self.in_force_from is None or self.in_force_from <= day
        before = self.in_force_until is None or day <= self.in_force_until
        return self.state is State.PUBLISHED and after and before


class Act(StrEnum):
    """What happens to a version."""

    DRAFTED = "drafted"
    HANDED_IN = "handed_in"  # draft → in review
    SENT_BACK = "sent_back"  # in review → draft
    APPROVED = "approved"  # in review, by another person than the author
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    ROLLED_BACK = "rolled_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what when; never changed, never deleted."""

    item: Item
    number: int
    act: Act
    person: str
    at: dt.datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A company or a business unit. What it has no version of is its parent's.

    registration_number: the creditor's code by which a request finds its unit; "" for a part of a company.
    may_seal: whether its letters may carry the picture of its seal.
    """

    id: str
    name: str
    parent: str | None = GROUP
    registration_number: str = ""
    may_seal: bool = False


class Right(StrEnum):
    READ = "read"
    DRAFT = "draft"
    APPROVE = "approve"
    PUBLISH = "publish"
    MANAGE = "manage"  # people, units and rights


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A local identity, chosen on the page until sign-in exists.

    rights: unit → what the person may do there and in every unit below it.
    """

    id: str
    name: str
    rights: Mapping[str, frozenset[Right]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A letter that went out: what it was made from, so that it can be proved and made again.

    templates: every version that is in it – the letter, its clauses, the letterhead – as (item, number, digest).
    facts, docx, pdf: digests of the kept files: the facts as JSON, the Word file, the PDF ("" until it is printed).
    entry: how it was asked for: "api", "page", "command".
    """

    id: str  # digest of the Word file
    number: str  # of the letter, "" where it has none
    kind: str
    language: str
    unit: str
    debtor: str
    dated_on: dt.date
    issued_at: dt.datetime
    templates: tuple[tuple[Item, int, str], ...]
    facts: str
    docx: str
    pdf: str
    law_version: str
    docgen_version: str
    entry: str = ""
