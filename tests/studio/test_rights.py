"""Who may do what: given in a unit, held in every unit below it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.errors import NotAllowed, NotReady
from docgen.usecases.studio import rights
from docgen.usecases.studio.people import admit, enter_unit, person_of
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.units import lineage, unit_of
from docgen.usecases.studio.versions import GROUP, Act, Person, Right, Unit
from tests.studio.company import (
    FANG,
    GAO,
    LETTER,
    LIN,
    NORTH,
    SOUTH,
    SOUTH_NUMBER,
    SOUTH_SHOP,
    SUN,
    found_company,
)
from tests.studio.memory_shelf import MemoryShelf


@pytest.mark.parametrize(
    ("person", "right", "unit", "may"),
    [
        (FANG, Right.DRAFT, GROUP, True),
        (FANG, Right.DRAFT, SOUTH_SHOP, True),
        (FANG, Right.APPROVE, GROUP, False),
        (FANG, Right.READ, NORTH, True),  # who may do anything may read
        (LIN, Right.DRAFT, SOUTH, True),
        (LIN, Right.DRAFT, SOUTH_SHOP, True),
        (LIN, Right.DRAFT, GROUP, False),  # rights go down, never up
        (LIN, Right.DRAFT, NORTH, False),
        (LIN, Right.READ, GROUP, True),  # what her letters inherit
        (LIN, Right.READ, NORTH, False),
        (SUN, Right.READ, NORTH, True),
        (SUN, Right.DRAFT, NORTH, False),
        (Person(id="x", name="X"), Right.READ, GROUP, False),
        (Person(id="x", name="X", rights={GROUP: frozenset()}), Right.READ, GROUP, False),
    ],
)
def test_rights_go_down_the_tree_of_units(person: Person, right: Right, unit: str, may: bool) -> None:
    company = MemoryShelf()
    found_company(company)
    assert rights.may(person, right, unit, company.units()) is may


def test_an_item_is_asked_about_by_its_unit(company: Shelf) -> None:
    assert rights.may(LIN, Right.PUBLISH, replace(LETTER, unit=SOUTH), company.units())
    assert not rights.may(LIN, Right.PUBLISH, LETTER, company.units())


def test_a_refusal_names_the_person_the_unit_and_everybody_who_may(company: Shelf) -> None:
    with pytest.raises(NotAllowed) as refused:
        rights.ask(company, SUN, Right.PUBLISH, replace(LETTER, unit=SOUTH))
    (finding,) = refused.value.findings
    assert finding.code == "studio.may_not_publish"
    assert dict(finding.facts) == {"person": "孙会计", "unit": "南方公司", "nearest": "高总法, 林法务"}


def test_every_act_asks_a_right() -> None:
    assert set(rights.ASKS) == set(Act)


def test_a_unit_in_a_circle_or_unknown_ends_in_the_group() -> None:
    units = (Unit(id="a", name="A", parent="b"), Unit(id="b", name="B", parent="a"))
    assert lineage("a", units) == ("a", "b", GROUP)
    assert lineage("gone", units) == ("gone", GROUP)


def test_a_creditor_is_found_by_its_number_however_it_is_typed(company: Shelf) -> None:
    assert unit_of(f" {SOUTH_NUMBER.lower()} ", company.units()) == SOUTH
    assert unit_of("", company.units()) == unit_of("91000000000000000X", company.units()) == GROUP


def test_a_person_is_known_by_id_and_nobody_else_is(company: Shelf) -> None:
    assert person_of(company, "fang") == FANG
    for id, code in (("", "studio.person_absent"), ("wang", "studio.person_unknown")):
        with pytest.raises(NotAllowed) as refused:
            person_of(company, id)
        assert [finding.code for finding in refused.value.findings] == [code]


def test_the_first_person_enters_alone_and_must_be_able_to_enter_others(shelf: Shelf) -> None:
    with pytest.raises(NotReady):
        admit(shelf, None, FANG)
    admit(shelf, None, replace(GAO, rights={GROUP: frozenset(Right)}))
    with pytest.raises(NotAllowed):
        admit(shelf, None, FANG)
    admit(shelf, person_of(shelf, "gao"), FANG)
    assert {person.id for person in shelf.people()} == {"gao", "fang"}


def test_the_last_who_may_enter_people_keeps_that_right(company: Shelf) -> None:
    with pytest.raises(NotReady) as refused:
        admit(company, GAO, replace(GAO, rights={GROUP: frozenset({Right.READ})}))
    assert [finding.code for finding in refused.value.findings] == ["studio.nobody_manages"]
    assert person_of(company, "gao") == GAO


def test_units_make_a_tree_and_a_number_belongs_to_one(company: Shelf) -> None:
    west = Unit(id="west", name="西部公司", registration_number=" 91510000ma003ccc03 ")
    assert enter_unit(company, GAO, west).registration_number == "91510000MA003CCC03"
    for unit, code in (
        (Unit(id=SOUTH, name="南方公司", parent=SOUTH_SHOP), "studio.unit_circular"),
        (Unit(id="east", name="东部公司", parent="nowhere"), "studio.unit_unknown"),
        (Unit(id="east", name="东部公司", registration_number=SOUTH_NUMBER), "studio.registration_number_taken"),
        (Unit(id="East Co", name="东部公司"), "studio.id_unusable"),
    ):
        with pytest.raises(NotReady) as refused:
            enter_unit(company, GAO, unit)
        assert [finding.code for finding in refused.value.findings] == [code]
    with pytest.raises(NotAllowed):
        enter_unit(company, LIN, Unit(id="east", name="东部公司"))
