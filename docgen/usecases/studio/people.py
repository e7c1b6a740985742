"""The people and the companies that the studio knows: who somebody is, and who is entered by whom."""

from __future__ import annotations

import re
from dataclasses import replace

from docgen.errors import Finding, NotAllowed, NotReady
from docgen.usecases.studio import rights
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.units import lineage
from docgen.usecases.studio.versions import DOCGEN, GROUP, Person, Right, Unit

_ID = re.compile(r"[a-z][a-z0-9_.-]{0,39}")


def person_of(shelf: Shelf, id: str) -> Person:
    """Who has chosen this identity. Raises NotAllowed when nobody has been chosen, or nobody is called so."""
    people = shelf.people()
    for person in people:
        if person.id == id:
            return person
    known = ", ".join(person.id for person in people)
    if not id:
        raise NotAllowed(Finding("studio.person_absent", facts={"nearest": known}))
    raise NotAllowed(Finding("studio.person_unknown", facts={"person": id, "nearest": known}))


def admit(shelf: Shelf, by: Person | None, person: Person) -> Person:
    """Enter a person, or change name and rights of one.

    by: None only for the very first, who must be able to enter the others. Raises NotAllowed; NotReady when nobody
    would be left who may enter people, or a right is given in a unit that there is not.
    """
    people = {each.id: each for each in shelf.people()}
    if people or by is not None:
        rights.ask(shelf, by or Person(id="", name=""), Right.MANAGE, GROUP)
    if not _ID.fullmatch(person.id) or person.id == DOCGEN or not person.name.strip():
        raise NotReady(Finding("studio.id_unusable", facts={"id": person.id}))
    known = {unit.id for unit in shelf.units()}
    if strange := sorted(set(person.rights) - known):
        raise NotReady(tuple(Finding("studio.unit_unknown", facts={"unit": unit}) for unit in strange))
    people[person.id] = person
    if not any(Right.MANAGE in each.rights.get(GROUP, ()) for each in people.values()):
        raise NotReady(Finding("studio.nobody_manages", facts={"person": person.name}))
    shelf.save_person(person)
    return person


def enter_unit(shelf: Shelf, by: Person, unit: Unit) -> Unit:
    """Enter a company or a business unit, or change one.

    Raises NotAllowed; NotReady when its parent is unknown or stands below it, or its registration number is another's.
    """
    rights.ask(shelf, by, Right.MANAGE, GROUP)
    units = {each.id: each for each in shelf.units()}
    if not _ID.fullmatch(unit.id) or not unit.name.strip():
        raise NotReady(Finding("studio.id_unusable", facts={"id": unit.id}))
    if unit.id == GROUP:
        unit = replace(unit, parent=None)
    elif unit.parent not in units:
        raise NotReady(Finding("studio.unit_unknown", facts={"unit": unit.parent or ""}))
    elif unit.id in lineage(unit.parent, units.values()):
        raise NotReady(Finding("studio.unit_circular", facts={"unit": unit.name, "parent": units[unit.parent].name}))
    unit = replace(unit, registration_number=unit.registration_number.strip().upper())
    for other in units.values():
        if other.id != unit.id and unit.registration_number and other.registration_number == unit.registration_number:
            facts = {"number": unit.registration_number, "unit": other.name}
            raise NotReady(Finding("studio.registration_number_taken", facts=facts))
    shelf.save_unit(unit)
    return unit
