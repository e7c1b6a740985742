"""The companies and their units, as a tree: what one has no version of is its parent's."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.usecases.studio.versions import GROUP, Unit


def lineage(unit: str, units: Iterable[Unit]) -> tuple[str, ...]:
    """The unit itself, its parent and so on up to the group."""
    parents = {each.id: each.parent for each in units}
    found: list[str] = []
    here: str | None = unit
    while here and here not in found:
        found.append(here)
        here = parents.get(here)
    return tuple(found) if GROUP in found else (*found, GROUP)


def unit_of(registration_number: str, units: Iterable[Unit]) -> str:
    """The unit that a creditor is; the group's where no unit has this number."""
    wanted = registration_number.strip().upper()
    return next((unit.id for unit in units if wanted and unit.registration_number.upper() == wanted), GROUP)


def name_of(unit: str, units: Iterable[Unit]) -> str:
    return next((each.name for each in units if each.id == unit), unit)
