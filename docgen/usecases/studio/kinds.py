"""The letters of the company's own that are in force."""

from __future__ import annotations

import datetime as dt
from difflib import get_close_matches
from functools import lru_cache

from docgen.errors import Finding, InvalidRequest, UnknownLetter
from docgen.letters import own_file
from docgen.letters.own import OwnLetter
from docgen.letters.request import Language, LetterKind
from docgen.usecases.studio.resolving import Resolver, in_force
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.units import lineage, unit_of
from docgen.usecases.studio.versions import GROUP, Item, Sort, State, Version


def own_letters(shelf: Shelf | None, unit: str, day: dt.date) -> tuple[OwnLetter, ...]:
    """Those that letters of this unit dated this day may be, by their id: its own, and those of the units above it."""
    names = sorted({item.name for item in _kinds(shelf)})
    found = (own_letter(shelf, name, unit, day) for name in names)
    return tuple(each for each in found if each)


def all_own_letters(shelf: Shelf | None, day: dt.date) -> tuple[OwnLetter, ...]:
    """Those of every unit; of several of one id the group's, else that of the first unit which has it."""
    found: dict[str, OwnLetter] = {}
    for item in sorted(_kinds(shelf), key=lambda item: (item.unit != GROUP, item.unit)):
        version = in_force(shelf.versions(item), day) if shelf and item.name not in found else None
        if shelf and version and (own := _read(shelf.content(version.digest))):
            found[own.id] = own
    return tuple(found[id] for id in sorted(found))


def own_letter(shelf: Shelf | None, name: str, unit: str, day: dt.date) -> OwnLetter | None:
    """The one of this id, as letters of the unit dated this day have it."""
    version = shelf and _in_force(shelf, name, unit, day)
    return _read(shelf.content(version.digest)) if shelf and version else None


def own_letter_of(shelf: Shelf | None, name: str, registration_number: str, day: dt.date) -> OwnLetter | None:
    """The same by the creditor's registration number."""
    return own_letter(shelf, name, unit_of(registration_number, shelf.units()), day) if shelf else None


def has_own(shelf: Shelf | None, name: str) -> bool:
    """Whether anybody has ever described a letter of the company's own of this id."""
    return name in {item.name for item in _kinds(shelf)}


def letter_called(
    shelf: Shelf | None, name: str, registration_number: str, day: dt.date
) -> tuple[LetterKind, OwnLetter | None]:
    """The letter of this name, of the catalogue or of the company's own; of that also the kind that it follows.

    registration_number: the creditor's. Raises UnknownLetter.
    """
    if name in set(LetterKind):
        return LetterKind(name), None
    if own := own_letter_of(shelf, name, registration_number, day):
        return own.base, own
    known = [*map(str, LetterKind), *(each.id for each in all_own_letters(shelf, day))]
    nearest = "".join(get_close_matches(name[:80], known, n=1))
    raise UnknownLetter(Finding("letter.unknown", facts={"kind": name[:80], "nearest": nearest}))


def own_letter_drafted(shelf: Shelf, name: str, unit: str, day: dt.date) -> OwnLetter | None:
    """The one that a Word file is written for: in force, else the newest that somebody has drafted, so that both can be
    handed in together."""
    if found := own_letter(shelf, name, unit, day):
        return found
    for at in lineage(unit, shelf.units()):
        for version in shelf.versions(Item(Sort.KIND, name, "", at)):
            if version.state is not State.WITHDRAWN and (drafted := _read(shelf.content(version.digest))):
                return drafted
    return None


def own_letters_drafted(shelf: Shelf, unit: str, day: dt.date) -> tuple[OwnLetter, ...]:
    """The same of all that the unit has, or those above it."""
    line = lineage(unit, shelf.units())
    names = sorted({item.name for item in _kinds(shelf) if item.unit in line})
    found = (own_letter_drafted(shelf, name, unit, day) for name in names)
    return tuple(each for each in found if each)


def _kinds(shelf: Shelf | None) -> tuple[Item, ...]:
    return shelf.items(sort=Sort.KIND) if shelf else ()


def _in_force(shelf: Shelf, name: str, unit: str, day: dt.date) -> Version | None:
    for at in lineage(unit, shelf.units()):
        if found := in_force(shelf.versions(Item(Sort.KIND, name, "", at)), day):
            return found
    return None


@lru_cache(maxsize=256)
def _read(content: bytes) -> OwnLetter | None:
    """None for a draft that nobody could hand in."""
    try:
        return own_file.read(content)
    except InvalidRequest:
        return None


def first_word_file(shelf: Shelf, own: OwnLetter, language: Language, unit: str, day: dt.date) -> bytes | None:
    """What the Word file of a new letter begins as: that of the letter it follows, in force today, whose title is a
    field and so the new one. None where nothing is in force."""
    base = Resolver(shelf).resolve_in(unit, own.base, language, day).letter
    return shelf.content(base.digest) if base else None
