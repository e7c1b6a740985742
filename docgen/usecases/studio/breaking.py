"""Whom a new version breaks: what it asks for that letters made before did not have."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.errors import Finding, Severity, WordFileFault
from docgen.templating import compile_template
from docgen.usecases.studio.resolving import in_force
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.units import lineage
from docgen.usecases.studio.versions import Issued, Sort, Version

LOOKED_AT = 200  # of the letters issued, the newest


@dataclass(frozen=True, slots=True)
class NewlyAsked:
    """One fact that no version before asked for. without: the letters issued that did not have it."""

    name: str
    without: tuple[Issued, ...]


@dataclass(frozen=True, slots=True)
class Breaking:
    """against: the version in force, None where there is none. looked_at: how many letters issued were read."""

    against: Version | None
    newly_asked: tuple[NewlyAsked, ...]
    looked_at: int

    @property
    def findings(self) -> tuple[Finding, ...]:
        """A warning for each fact that letters lacked, naming whom they went to and how they were asked for."""
        return tuple(
            Finding(
                "studio.newly_asked",
                Severity.WARNING,
                facts={
                    "name": asked.name,
                    "count": str(len(asked.without)),
                    "letters": str(self.looked_at),
                    "debtors": ", ".join(dict.fromkeys(letter.debtor for letter in asked.without[:5])),
                    "entries": ", ".join(sorted({letter.entry for letter in asked.without if letter.entry})) or "–",
                },
            )
            for asked in self.newly_asked
            if asked.without
        )


def breaking(shelf: Shelf, version: Version, day: dt.date) -> Breaking:
    """What this version asks for that the one in force on this day does not, and which letters issued lacked it.

    The one in force may be that of a unit above, which this unit has used so far. Where there is none, nothing is new.
    """
    before = _in_force_before(shelf, version, day)
    new = sorted(asks_for(shelf, version) - asks_for(shelf, before)) if before else []
    if before is None or not new:
        return Breaking(before, (), 0)
    issued = _made_with(shelf, before, version.item.unit)
    facts = [(one, json.loads(shelf.content(one.facts))) for one in issued]
    found = (NewlyAsked(name, tuple(one for one, held in facts if not holds(held, name))) for name in new)
    return Breaking(before, tuple(found), len(issued))


def asks_for(shelf: Shelf, version: Version) -> frozenset[str]:
    """The facts that a version prints; of a letter or a clause that nobody has checked, read from its Word file."""
    if version.names or version.item.sort not in {Sort.LETTER, Sort.CLAUSE}:
        return version.names
    try:
        names = compile_template(shelf.content(version.digest)).names
    except WordFileFault:
        return frozenset()
    return frozenset(name for name in names if not name.startswith("clause."))


def holds(facts: object, name: str) -> bool:
    """Whether something stands there: of a list, in each of its entries. name: dotted ("invoices.number").

    False and 0 are something; an empty text or list is nothing.
    """
    if isinstance(facts, list):
        return bool(facts) and all(holds(entry, name) for entry in facts)
    if not name:
        return facts is not None and facts not in ("", {})
    first, _, rest = name.partition(".")
    return isinstance(facts, Mapping) and first in facts and holds(facts[first], rest)


def _in_force_before(shelf: Shelf, version: Version, day: dt.date) -> Version | None:
    for unit in lineage(version.item.unit, shelf.units()):
        there = shelf.versions(replace(version.item, unit=unit))
        if found := in_force((one for one in there if (one.item, one.number) != (version.item, version.number)), day):
            return found
    return None


def _made_with(shelf: Shelf, before: Version, unit: str) -> tuple[Issued, ...]:
    """The letters issued of this item, in the unit and in those below it."""
    if before.item.sort is Sort.KIND:
        every = tuple(one for one in shelf.issued(most=LOOKED_AT * 10) if one.kind == before.item.name)
    else:
        every = shelf.issued(item=before.item, most=LOOKED_AT * 10)
    units = shelf.units()
    return tuple(one for one in every if unit in lineage(one.unit, units))[:LOOKED_AT]
