"""A company with two subsidiaries and the people who keep its letters."""

from __future__ import annotations

import datetime as dt

from docgen.usecases.studio.lifecycle import approve, draft, hand_in, publish
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import GROUP, Item, Person, Right, Sort, Unit, Version

NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
DAY = NOW.date()
LETTER = Item(Sort.LETTER, "demand_letter", "zh")
NORTH, SOUTH, SOUTH_SHOP = "north", "south", "south-shop"
NORTH_NUMBER, SOUTH_NUMBER = "91110000MA001AAA01", "91440000MA002BBB02"

FANG = Person(id="fang", name="方律师", rights={GROUP: frozenset({Right.DRAFT})})
GAO = Person(
    id="gao", name="高总法", rights={GROUP: frozenset({Right.DRAFT, Right.APPROVE, Right.PUBLISH, Right.MANAGE})}
)
LIN = Person(id="lin", name="林法务", rights={SOUTH: frozenset({Right.DRAFT, Right.APPROVE, Right.PUBLISH})})
SUN = Person(id="sun", name="孙会计", rights={NORTH: frozenset({Right.READ})})


def found_company(shelf: Shelf) -> None:
    shelf.save_unit(Unit(id=NORTH, name="北方公司", registration_number=NORTH_NUMBER))
    shelf.save_unit(Unit(id=SOUTH, name="南方公司", registration_number=SOUTH_NUMBER, may_seal=True))
    shelf.save_unit(Unit(id=SOUTH_SHOP, name="南方公司门店", parent=SOUTH))
    for person in (FANG, GAO, LIN, SUN):
        shelf.save_person(person)


def published(
    shelf: Shelf,
    content: bytes,
    item: Item = LETTER,
    *,
    in_force_from: dt.date | None = None,
    in_force_until: dt.date | None = None,
    includes: tuple[str, ...] = (),
    names: tuple[str, ...] = ("letter.number",),
    now: dt.datetime = NOW,
) -> Version:
    """A version drafted by Fang and published by Gao."""
    version = draft(shelf, FANG, item, content, names=names, includes=includes, now=now)
    version = approve(shelf, GAO, hand_in(shelf, FANG, version, (), now=now), now=now)
    return publish(shelf, GAO, version, in_force_from=in_force_from, in_force_until=in_force_until, now=now)
