"""A row ↔ a value of `docgen.usecases.studio.versions`."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from docgen.usecases.studio.resolving import Named
from docgen.usecases.studio.versions import (
    Act,
    Event,
    Issued,
    Item,
    Origin,
    Person,
    Right,
    Sort,
    State,
    Unit,
    Version,
)

Values = dict[str, Any]
_AS_IT_IS = (
    "digest",
    "author",
    "created_at",
    "note",
    "based_on",
    "in_force_from",
    "in_force_until",
    "handed_in_by",
    "approved_by",
    "published_at",
)
_OF_A_LETTER = (
    "id",
    "number",
    "kind",
    "language",
    "unit",
    "debtor",
    "dated_on",
    "issued_at",
    "facts",
    "docx",
    "pdf",
    "law_version",
    "docgen_version",
    "entry",
)


def item_of(row: Row[Any]) -> Item:
    return Item(Sort(row.sort), row.name, row.language, row.unit)


def item_values(item: Item) -> Values:
    return {"sort": item.sort.value, "name": item.name, "language": item.language, "unit": item.unit}


def version_of(row: Row[Any]) -> Version:
    """row: of `versions` joined with `items`."""
    return Version(
        item=item_of(row),
        number=row.number,
        state=State(row.state),
        origin=Origin(row.origin),
        acknowledged=tuple(row.acknowledged),
        names=frozenset(row.names),
        includes=tuple(row.includes),
        **{name: getattr(row, name) for name in _AS_IT_IS},
    )


def version_values(version: Version) -> Values:
    """Without its item."""
    return {
        "number": version.number,
        "state": version.state.value,
        "origin": version.origin.value,
        "acknowledged": list(version.acknowledged),
        "names": sorted(version.names),
        "includes": list(version.includes),
        **{name: getattr(version, name) for name in _AS_IT_IS},
    }


def event_of(row: Row[Any]) -> Event:
    """row: of `events` joined with `items`."""
    return Event(item=item_of(row), number=row.number, act=Act(row.act), person=row.person, at=row.at, note=row.note)


def event_values(event: Event) -> Values:
    """Without its item."""
    return {
        "number": event.number,
        "act": event.act.value,
        "person": event.person,
        "at": event.at,
        "note": event.note,
    }


def unit_of(row: Row[Any]) -> Unit:
    return Unit(
        id=row.id,
        name=row.name,
        parent=row.parent,
        registration_number=row.registration_number,
        may_seal=row.may_seal,
    )


def unit_values(unit: Unit) -> Values:
    return {
        "id": unit.id,
        "name": unit.name,
        "parent": unit.parent,
        "registration_number": unit.registration_number,
        "may_seal": unit.may_seal,
    }


def person_of(row: Row[Any]) -> Person:
    rights = {unit: frozenset(Right(right) for right in given) for unit, given in row.rights.items()}
    return Person(id=row.id, name=row.name, rights=rights)


def person_values(person: Person) -> Values:
    rights = {unit: sorted(right.value for right in given) for unit, given in person.rights.items()}
    return {"id": person.id, "name": person.name, "rights": rights}


def issued_of(row: Row[Any], templates: tuple[Named, ...]) -> Issued:
    return Issued(templates=templates, **{name: getattr(row, name) for name in _OF_A_LETTER})


def issued_values(issued: Issued) -> Values:
    """Without the versions in it."""
    return {name: getattr(issued, name) for name in _OF_A_LETTER}
