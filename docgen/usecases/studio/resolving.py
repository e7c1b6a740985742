"""Which versions make a letter: the creditor's unit's, else those of a unit above it, on the day of the letter."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.units import lineage, unit_of
from docgen.usecases.studio.versions import GROUP, Item, Sort, Unit, Version

Named = tuple[Item, int, str]  # a version as a record names it: item, number, digest


def named(version: Version) -> Named:
    return version.item, version.number, version.digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The versions that a letter is made from.

    unit: the creditor's. letter: None where no version is in force: then a file of DOCGEN_TEMPLATES, or what ships.
    clauses: every clause in force for the unit, by its name; those that the letter includes are `includes` of it.
    """

    unit: Unit
    letter: Version | None
    clauses: Mapping[str, Version] = field(default_factory=lambda: MappingProxyType({}))
    letterhead: Version | None = None

    @property
    def templates(self) -> tuple[Named, ...]:
        """What the letter is recorded with: the letter first, its clauses, the letterhead."""
        includes = self.letter.includes if self.letter else ()
        clauses = [self.clauses[name] for name in dict.fromkeys(includes) if name in self.clauses]
        return tuple(named(version) for version in (self.letter, *clauses, self.letterhead) if version)


def in_force(versions: Iterable[Version], day: dt.date) -> Version | None:
    """Of versions of one item the one that makes letters dated this day: in force, and published last."""
    there = [version for version in versions if version.in_force(day)]
    return max(there, key=_published, default=None)


def _published(version: Version) -> tuple[dt.datetime, int]:
    return version.published_at or version.created_at, version.number


class Resolver:
    """Reads what is published once, and again after a change. Safe to share between threads."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lock = threading.Lock()
        self._read: tuple[int, tuple[Unit, ...], dict[Item, list[Version]]] | None = None

    def resolve(self, name: str, language: str, registration_number: str, day: dt.date) -> Resolved:
        """name: a letter's kind, or an own letter's id. registration_number: the creditor's."""
        units, _ = self._now()
        return self.resolve_in(unit_of(registration_number, units), name, language, day)

    def resolve_in(self, unit: str, name: str, language: str, day: dt.date) -> Resolved:
        """The same for letters of this unit."""
        units, published = self._now()
        line = lineage(unit, units)

        def nearest(sort: Sort, called: str, tongue: str) -> Version | None:
            for at in line:
                if found := in_force(published.get(Item(sort, called, tongue, at), ()), day):
                    return found
            return None

        letter = nearest(Sort.LETTER, name, language)
        known = {item.name for item in published if item.sort is Sort.CLAUSE and item.language == language}
        clauses = {called: nearest(Sort.CLAUSE, called, language) for called in sorted(known)}
        return Resolved(
            unit=next((each for each in units if each.id == unit), Unit(id=GROUP, name="", parent=None)),
            letter=letter,
            clauses={called: version for called, version in clauses.items() if version},
            letterhead=nearest(Sort.LETTERHEAD, "", ""),
        )

    def _now(self) -> tuple[tuple[Unit, ...], dict[Item, list[Version]]]:
        stamp = self._shelf.stamp()
        read = self._read
        if read is None or read[0] != stamp:
            with self._lock:
                published: dict[Item, list[Version]] = {}
                for version in self._shelf.published():
                    published.setdefault(version.item, []).append(version)
                read = self._read = stamp, self._shelf.units(), published
        return read[1], read[2]


def touched(shelf: Shelf, item: Item) -> tuple[Version, ...]:
    """The letters that a change of this clause or letterhead touches: versions published, in the units that use it.

    A clause of a unit is used by its own letters, by those of the units below it, and by what these units inherit
    from above.
    """
    units = shelf.units()
    branch = {unit.id for unit in units if item.unit in lineage(unit.id, units)} | set(lineage(item.unit, units))
    letters = (version for version in shelf.published() if version.item.sort is Sort.LETTER)
    here = [version for version in letters if version.item.unit in branch]
    if item.sort is Sort.CLAUSE:
        here = [one for one in here if one.item.language == item.language and item.name in one.includes]
    return tuple(sorted(here, key=lambda version: (version.item, version.number)))
