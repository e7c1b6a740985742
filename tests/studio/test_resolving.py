"""Which versions make a letter, for whom and on which day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from docgen.usecases.studio.lifecycle import roll_back, withdraw
from docgen.usecases.studio.resolving import Resolver, touched
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import GROUP, Item, Sort, Unit, Version
from tests.studio.company import (
    DAY,
    GAO,
    LETTER,
    NORTH,
    NORTH_NUMBER,
    NOW,
    SOUTH,
    SOUTH_NUMBER,
    SOUTH_SHOP,
    published,
)

CLAUSE = Item(Sort.CLAUSE, "bank_account", "zh")
HEAD = Item(Sort.LETTERHEAD, "")


def letter_for(resolver: Resolver, number: str = "", day: dt.date = DAY) -> Version | None:
    return resolver.resolve("demand_letter", "zh", number, day).letter


@pytest.fixture
def resolver(company: Shelf) -> Resolver:
    return Resolver(company)


def test_without_a_version_nothing_is_found(resolver: Resolver) -> None:
    found = resolver.resolve("demand_letter", "zh", NORTH_NUMBER, DAY)
    assert (found.letter, found.letterhead, dict(found.clauses), found.templates) == (None, None, {}, ())
    assert found.unit.id == NORTH


def test_a_subsidiary_has_its_own_version_and_the_others_the_groups(company: Shelf, resolver: Resolver) -> None:
    group = published(company, b"group")
    south = published(company, b"south", replace(LETTER, unit=SOUTH))
    assert letter_for(resolver, SOUTH_NUMBER) == south
    assert letter_for(resolver, NORTH_NUMBER) == letter_for(resolver, "") == group
    assert resolver.resolve("demand_letter", "en", SOUTH_NUMBER, DAY).letter is None


def test_a_part_of_a_company_goes_by_the_company_before_the_group(company: Shelf, resolver: Resolver) -> None:
    published(company, b"group")
    south = published(company, b"south", replace(LETTER, unit=SOUTH))
    company.save_unit(Unit(id=SOUTH_SHOP, name="门店", parent=SOUTH, registration_number="91440000MA009DDD09"))
    assert letter_for(resolver, "91440000MA009DDD09") == south


def test_the_letters_day_decides_and_not_today(company: Shelf, resolver: Resolver) -> None:
    old = published(company, b"old")
    new = published(company, b"new", in_force_from=dt.date(2026, 12, 1), now=NOW + dt.timedelta(1))
    assert letter_for(resolver, day=dt.date(2026, 11, 30)) == old
    assert letter_for(resolver, day=dt.date(2026, 12, 1)) == new


def test_when_a_subsidiarys_version_ends_the_groups_makes_the_letter(company: Shelf, resolver: Resolver) -> None:
    group = published(company, b"group")
    until = dt.date(2026, 12, 31)
    south = published(company, b"south", replace(LETTER, unit=SOUTH), in_force_until=until)
    assert letter_for(resolver, SOUTH_NUMBER, until) == south
    assert letter_for(resolver, SOUTH_NUMBER, until + dt.timedelta(1)) == group


def test_of_two_in_force_the_one_published_last_makes_the_letter(company: Shelf, resolver: Resolver) -> None:
    first = published(company, b"one")
    second = published(company, b"two", now=NOW + dt.timedelta(1))
    assert letter_for(resolver) == second
    third = roll_back(company, GAO, LETTER, first.number, now=NOW + dt.timedelta(2))
    assert letter_for(resolver) == third
    withdraw(company, GAO, third, now=NOW)
    assert letter_for(resolver) == second


def test_drafts_make_no_letter(company: Shelf, resolver: Resolver) -> None:
    withdraw(company, GAO, published(company, b"one"), now=NOW)
    assert letter_for(resolver) is None


def test_clauses_and_letterhead_are_found_each_for_itself(company: Shelf, resolver: Resolver) -> None:
    letter = published(company, b"letter", includes=("bank_account", "gone"))
    group_clause = published(company, b"bank of the group", CLAUSE)
    published(company, b"not named", replace(CLAUSE, name="courts"))
    south_clause = published(company, b"bank of the south", replace(CLAUSE, unit=SOUTH))
    head = published(company, b"head", replace(HEAD, unit=SOUTH))
    south = resolver.resolve("demand_letter", "zh", SOUTH_NUMBER, DAY)
    assert south.templates == tuple((one.item, one.number, one.digest) for one in (letter, south_clause, head))
    north = resolver.resolve("demand_letter", "zh", NORTH_NUMBER, DAY)
    assert north.templates == tuple((one.item, one.number, one.digest) for one in (letter, group_clause))
    assert set(north.clauses) == {"bank_account", "courts"}


def test_a_change_of_a_clause_names_the_letters_that_it_touches(company: Shelf) -> None:
    group = published(company, b"group", includes=("bank_account",))
    south = published(company, b"south", replace(LETTER, unit=SOUTH), includes=("bank_account",))
    north = published(company, b"north", replace(LETTER, unit=NORTH), includes=("bank_account",))
    published(company, b"without", replace(LETTER, name="payment_reminder"))
    published(company, b"english", replace(LETTER, language="en"), includes=("bank_account",))
    assert set(touched(company, CLAUSE)) == {group, south, north}
    assert set(touched(company, replace(CLAUSE, unit=SOUTH))) == {group, south}
    assert set(touched(company, replace(HEAD, unit=NORTH))) >= {group, north}
    assert south not in touched(company, replace(HEAD, unit=NORTH))


def test_units_are_read_again_when_one_changes(company: Shelf, resolver: Resolver) -> None:
    assert resolver.resolve("demand_letter", "zh", "91310000MA004EEE04", DAY).unit.id == GROUP
    company.save_unit(Unit(id="east", name="东部公司", registration_number="91310000MA004EEE04"))
    assert resolver.resolve("demand_letter", "zh", "91310000MA004EEE04", DAY).unit.id == "east"
