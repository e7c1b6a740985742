"""The people and the companies: who may do what where."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from docgen.usecases.studio.people import admit, enter_unit
from docgen.usecases.studio.told import person_document, unit_document
from docgen.usecases.studio.versions import GROUP, Person, Right, Unit
from docgen.web.api.body import JSON, answer, body, refusals
from docgen.web.api.components import reference
from docgen.web.api.query import query
from docgen.web.api.studio.templates import ASKS
from docgen.web.api.studio.visiting import PERSON, kept_shelf, visit
from schemas import studio as sent

people = Blueprint("people", __name__, url_prefix="/api/v1", description="People, companies, and who may do what")

_PUTS = refusals(400, 403, 409, 413, 415, 422, 429, 501, 503, shown=ASKS)


@people.get("/people")
@people.doc(
    operationId="listPeople",
    responses={"200": answer("Everybody.", {JSON: reference("People")}), **refusals(422, 429, 501, 503, shown=ASKS)},
)
def list_people() -> dict[str, Any]:
    """Everybody with their rights; asks none, for everybody must be able to find themselves."""
    query()
    return {"people": [person_document(person) for person in kept_shelf().people()]}


@people.put("/people/<id>")
@people.doc(
    operationId="putPerson",
    parameters=[PERSON],
    requestBody={"required": True, "content": {JSON: {"schema": reference("StudioPerson")}}},
    responses={"200": answer("As entered.", {JSON: reference("EnteredPerson")}), **_PUTS},
)
def put_person(id: str) -> dict[str, Any]:
    """Enter a person, or change the name and the rights of one.

    The very first needs no `Docgen-Person`, and must have `manage` for the group; after that it takes somebody who has.
    """
    query(beside=lambda: sent.load_person(body(JSON)))
    asked = sent.load_person(body(JSON))
    shelf = kept_shelf()
    rights = {unit: frozenset(map(Right, given)) for unit, given in (asked["rights"] or {}).items()}
    by = visit().person if shelf.people() else None
    return person_document(admit(shelf, by, Person(id=id, name=asked["name"], rights=rights)))


@people.get("/units")
@people.doc(
    operationId="listUnits",
    responses={
        "200": answer("The companies as a tree.", {JSON: reference("Units")}),
        **refusals(422, 429, 501, 503, shown=ASKS),
    },
)
def list_units() -> dict[str, Any]:
    """The companies and business units; what one has no version of is its parent's."""
    query()
    return {"units": [unit_document(unit) for unit in kept_shelf().units()]}


@people.put("/units/<id>")
@people.doc(
    operationId="putUnit",
    parameters=[PERSON],
    requestBody={"required": True, "content": {JSON: {"schema": reference("StudioUnit")}}},
    responses={"200": answer("As entered.", {JSON: reference("EnteredUnit")}), **_PUTS},
)
def put_unit(id: str) -> dict[str, Any]:
    """Enter a company or a business unit, or change one.

    `id` is what `unit` names in the other calls. It takes `manage` for the group.
    """
    query(beside=lambda: sent.load_unit(body(JSON)))
    asked = sent.load_unit(body(JSON))
    here = visit()
    unit = Unit(
        id=id,
        name=asked["name"],
        parent=asked["parent"] or GROUP,
        registration_number=asked["registration_number"] or "",
        may_seal=bool(asked["may_seal"]),
    )
    return unit_document(enter_unit(here.shelf, here.person, unit))
