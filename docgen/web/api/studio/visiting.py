"""Who calls, for which company, and about which item: what every call of the studio begins with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from flask import current_app, request

from docgen.errors import Finding, InvalidRequest, NoStore, UnknownLetter, UnknownVersion
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from docgen.usecases.studio import rights
from docgen.usecases.studio.examining import Examined, subject_of
from docgen.usecases.studio.folder import LooseFiles
from docgen.usecases.studio.people import person_of
from docgen.usecases.studio.resolving import Resolved, Resolver
from docgen.usecases.studio.resolving import in_force as in_force_of
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.units import lineage
from docgen.usecases.studio.versions import GROUP, Item, Person, Right, Sort, Version
from docgen.web import examined
from docgen.web.api.query import Parameter

HEADER = "Docgen-Person"
PERSON: dict[str, Any] = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "description": "Who calls: the `id` of a person in /people. Without it nothing that asks a right is answered.",
    "schema": {"type": "string", "examples": ["fang"]},
}
UNIT = Parameter("unit", (), GROUP, "The company or business unit whose it is, as /units names it.")
LONGEST_NOTE = 500
_CLAUSE = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LONGEST_ID = 80
_ANY = next(iter(LetterKind)).value  # clauses and letterheads are the same for every letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    desk: Desk
    shelf: Shelf
    person: Person

    def ask(self, right: Right, where: Item | str) -> None:
        """Raises NotAllowed."""
        rights.ask(self.shelf, self.person, right, where)

    def may(self, right: Right, where: Item | str) -> bool:
        return rights.may(self.person, right, where, self.shelf.units())

    def examination(self, item: Item) -> Callable[[bytes], Examined]:
        """What a file shows as a version of this item."""
        return lambda content: examined.examination(self.desk, self.shelf, item, content, today())


def visit() -> Visit:
    """Raises NoStore where nothing is kept, NotAllowed when nobody is named or nobody is called so."""
    shelf = kept_shelf()
    return Visit(
        desk=the_desk(), shelf=shelf, person=person_of(shelf, request.headers.get(HEADER, "").strip()[:_LONGEST_ID])
    )


def kept_shelf() -> Shelf:
    """Raises NoStore where nothing is kept."""
    if (shelf := the_desk().shelf) is None:
        raise NoStore(Finding("studio.no_store"))
    return shelf


def the_desk() -> Desk:
    desk: Desk = current_app.extensions["docgen"]
    return desk


def any_shelf(desk: Desk) -> Shelf:
    """What is kept, or nothing: for calls that work without."""
    return desk.shelf or LooseFiles({})


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def known_unit(shelf: Shelf, unit: str) -> str:
    """The same. Raises UnknownVersion where there is no such company."""
    if unit not in {each.id for each in shelf.units()}:
        raise UnknownVersion(Finding("studio.unit_unknown", facts={"unit": unit[:_LONGEST_ID]}))
    return unit


def item_named(sort: Sort, language: str, name: str, unit: str, shelf: Shelf) -> Item:
    """The item of an address. Raises UnknownLetter where there can be none, UnknownVersion for an unknown company."""
    item = Item(sort, name, language, known_unit(shelf, unit))
    if sort is Sort.CLAUSE and not _CLAUSE.fullmatch(name):
        raise UnknownLetter(Finding("studio.clause_name", facts={"name": name[:60]}))
    if sort is Sort.KIND and (not _CLAUSE.fullmatch(name) or name in set(LetterKind)):
        raise UnknownLetter(Finding("letter.unknown", facts={"kind": name[:80], "nearest": ""}))
    if sort is Sort.LETTER:
        try:
            subject_of(item, shelf, today())
        except UnknownLetter:
            nearest = "".join(get_close_matches(name[:80], [kind.value for kind in LetterKind], n=1))
            raise UnknownLetter(Finding("letter.unknown", facts={"kind": name[:80], "nearest": nearest})) from None
    return item


def in_force(shelf: Shelf, item: Item) -> Version | None:
    """The version that letters of the item's unit have today; it may be that of a unit above."""
    if item.sort is Sort.KIND:
        line = (replace(item, unit=unit) for unit in lineage(item.unit, shelf.units()))
        return next(filter(None, (in_force_of(shelf.versions(one), today()) for one in line)), None)
    resolved = resolved_in(shelf, item)
    match item.sort:
        case Sort.CLAUSE:
            return resolved.clauses.get(item.name)
        case Sort.LETTERHEAD:
            return resolved.letterhead
        case _:
            return resolved.letter


def resolved_in(shelf: Shelf, item: Item) -> Resolved:
    name = item.name if item.sort is Sort.LETTER else _ANY
    return Resolver(shelf).resolve_in(item.unit, name, item.language or Language.ZH.value, today())


def note(asked: dict[str, str]) -> str:
    """The note in the query. Raises InvalidRequest for a longer one than is kept."""
    text = asked["note"].strip()
    if len(text) > LONGEST_NOTE:
        facts = {"name": "note", "length": str(len(text)), "most": str(LONGEST_NOTE)}
        raise InvalidRequest(Finding("query.too_long", facts=facts))
    return text


def number(asked: dict[str, str], name: str) -> int | None:
    """A version's number in the query; None where it is left out. Raises InvalidRequest for anything else."""
    if not (text := asked[name].strip()):
        return None
    if not re.fullmatch(r"[1-9][0-9]{0,8}", text):
        raise InvalidRequest(Finding("query.not_a_version", facts={"name": name, "value": text[:80]}))
    return int(text)
