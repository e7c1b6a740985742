"""What there is: the letters and the clauses with their versions in force; fields; and a file checked."""

from __future__ import annotations

import json
from typing import Any

from flask import Response
from flask_smorest import Blueprint

from docgen.letters.catalogue import CATALOGUE
from docgen.letters.request import Language
from docgen.studio.panel import json_schema
from docgen.usecases.studio.breaking import asks_for
from docgen.usecases.studio.examining import subject_of
from docgen.usecases.studio.kinds import own_letters
from docgen.usecases.studio.resolving import Resolver, touched
from docgen.usecases.studio.shipping import offered
from docgen.usecases.studio.told import (
    examined_document,
    field_document,
    item_document,
    version_document,
)
from docgen.usecases.studio.units import lineage
from docgen.usecases.studio.versions import Item, Origin, Right, Sort, State, Version
from docgen.web.api.body import DOCX, JSON, answer, answered, body, document, refusals
from docgen.web.api.components import reference
from docgen.web.api.prints import zipped
from docgen.web.api.query import ACCEPT_LANGUAGE, query
from docgen.web.api.studio.visiting import (
    PERSON,
    UNIT,
    any_shelf,
    in_force,
    item_named,
    known_unit,
    the_desk,
    today,
    visit,
)
from docgen.web.examined import examination, fields_of
from docgen.web.problems import language as reader_of

SCHEMA = "application/schema+json"
ASKS = {403: "NotAllowed", 404: "UnknownVersion", 409: "NotReady", 503: "StoreFailed"}

templates = Blueprint(
    "templates",
    __name__,
    url_prefix="/api/v1",
    description="Word templates, shared clauses and letterheads: their versions and who may do what",
)


@templates.get("/templates")
@templates.doc(
    operationId="listTemplates",
    parameters=[PERSON, UNIT.described, ACCEPT_LANGUAGE],
    responses={
        "200": answer("What makes each letter of a company today, and what waits.", {JSON: reference("Templates")}),
        **refusals(403, 404, 422, 429, 501, 503, shown=ASKS),
    },
)
def list_templates() -> dict[str, Any]:
    """What is in force for each letter and language."""
    asked = query(UNIT, beside=visit)
    here, reader = visit(), Language(reader_of())
    unit = known_unit(here.shelf, asked["unit"])
    here.ask(Right.READ, unit)
    resolver, new = Resolver(here.shelf), {version.item for version in offered(here.shelf)}
    named = {kind.value: entry.title(reader) for kind, entry in CATALOGUE.items()}
    named |= {own.id: own.title(reader) for own in own_letters(here.shelf, unit, today())}
    listed = []
    for name, title in named.items():
        for language in Language:
            item = Item(Sort.LETTER, name, language.value, unit)
            version = resolver.resolve_in(unit, name, language.value, today()).letter
            listed.append(
                {
                    "name": name,
                    "language": language.value,
                    "title": title,
                    "in_force": version and version_document(version),
                    "waiting": [one.number for one in waiting(here.shelf.versions(item))],
                    "offered": item in new,
                    "href": f"/api/v1/templates/{language.value}/{name}",
                }
            )
    return {"unit": unit, "templates": listed}


@templates.get("/clauses")
@templates.doc(
    operationId="listClauses",
    parameters=[PERSON, UNIT.described],
    responses={
        "200": answer("The clauses of a company and of those above it.", {JSON: reference("Clauses")}),
        **refusals(403, 404, 422, 429, 501, 503, shown=ASKS),
    },
)
def list_clauses() -> dict[str, Any]:
    """The clauses that letters may include, and the letters that each is in."""
    asked = query(UNIT, beside=visit)
    here = visit()
    unit = known_unit(here.shelf, asked["unit"])
    here.ask(Right.READ, unit)
    line = lineage(unit, here.shelf.units())
    items = [item for item in here.shelf.items(sort=Sort.CLAUSE) if item.unit in line]
    return {
        "unit": unit,
        "clauses": [
            {
                **item_document(item),
                "in_force": (version := in_force(here.shelf, item)) and version_document(version),
                "waiting": [one.number for one in waiting(here.shelf.versions(item))],
                "touches": [{**item_document(one.item), "number": one.number} for one in touched(here.shelf, item)],
                "href": f"/api/v1/clauses/{item.language}/{item.name}",
            }
            for item in items
        ],
    }


@templates.get("/kinds")
@templates.doc(
    operationId="listKinds",
    parameters=[PERSON, UNIT.described],
    responses={
        "200": answer(
            "The company's own kinds of letter, and those of the companies above it.", {JSON: reference("Kinds")}
        ),
        **refusals(403, 404, 422, 429, 501, 503, shown=ASKS),
    },
)
def list_kinds() -> dict[str, Any]:
    """The letters of the company's own: what each asks for is in its file."""
    asked = query(UNIT, beside=visit)
    here = visit()
    unit = known_unit(here.shelf, asked["unit"])
    here.ask(Right.READ, unit)
    line = lineage(unit, here.shelf.units())
    return {
        "unit": unit,
        "kinds": [
            {
                **item_document(item),
                "in_force": (version := in_force(here.shelf, item)) and version_document(version),
                "waiting": [one.number for one in waiting(here.shelf.versions(item))],
                "href": f"/api/v1/kinds/{item.name}",
            }
            for item in here.shelf.items(sort=Sort.KIND)
            if item.unit in line
        ],
    }


def waiting(versions: tuple[Version, ...]) -> list[Version]:
    """Drafts of people, and what is in review."""
    return [one for one in versions if one.state is State.REVIEW or _is_draft_of_somebody(one)]


def _is_draft_of_somebody(version: Version) -> bool:
    return version.state is State.DRAFT and version.origin is not Origin.SHIPPED


@templates.get("/templates/<any(zh, en):language>/<name>/fields")
@templates.doc(
    operationId="listFields",
    parameters=[UNIT.described, ACCEPT_LANGUAGE],
    responses={
        "200": answer("Every name that the letter may print.", {JSON: reference("TemplateFields")}, "Content-Language"),
        **refusals(404, 422, 429),
    },
)
def list_fields(language: str, name: str) -> Response:
    """The fields of a letter with meaning, kind, example and the tag to type in Word; asks no right."""
    asked = query(UNIT)
    desk, reader = the_desk(), reader_of()
    shelf = any_shelf(desk)
    item = item_named(Sort.LETTER, language, name, asked["unit"], shelf)
    found = fields_of(desk, subject_of(item, shelf, today()))
    told = {**item_document(item), "fields": [field_document(field, reader, language) for field in found]}
    return document(told, {"Content-Language": reader})


@templates.get("/templates/<any(zh, en):language>/<name>/schema")
@templates.doc(
    operationId="getTemplateSchema",
    parameters=[UNIT.described, ACCEPT_LANGUAGE],
    responses={
        "200": answer("A JSON Schema (2020-12).", {SCHEMA: {"type": "object"}}, "Content-Language"),
        **refusals(404, 422, 429),
    },
)
def template_schema(language: str, name: str) -> Response:
    """JSON Schema of the facts that the template in force prints, clauses included; asks no right.

    Without versions it is that of the operator's Word file, or of the one that ships.
    """
    asked = query(UNIT)
    desk, reader = the_desk(), reader_of()
    shelf = any_shelf(desk)
    item = item_named(Sort.LETTER, language, name, asked["unit"], shelf)
    version = in_force(shelf, item)
    names = asks_for(shelf, version) if version else desk.template(Language(language), name).names
    made = json_schema(names, fields_of(desk, subject_of(item, shelf, today())), Language(reader))
    return answered(json.dumps(made, ensure_ascii=False).encode(), SCHEMA, {"Content-Language": reader})


def _check(path: str, sort: Sort, operation: str, about: str) -> None:
    @templates.post(f"{path}/<any(zh, en):language>/<name>/checks", endpoint=operation)
    @templates.doc(
        operationId=operation,
        summary=f"Check {about} before anybody keeps it",
        description="Everything that is wrong with a Word file, where, and what to do; read with the clauses and the "
        "letterhead in force for the company. Nothing is kept, no right is asked, and the answer is 200 whatever is "
        "found: `verdict` is `fault` where something stops its publication, `warn` where somebody must have read it.",
        parameters=[UNIT.described, ACCEPT_LANGUAGE],
        requestBody={"required": True, "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}}},
        responses={
            "200": answer("What was found.", {JSON: reference("TemplateCheck")}, "Content-Digest", "Content-Language"),
            **refusals(404, 413, 415, 422, 429, shown={422: "NotAWordFile"}),
        },
    )
    def post_check(language: str, name: str) -> Response:
        asked = query(UNIT, beside=lambda: zipped(body(DOCX)))
        desk, reader = the_desk(), reader_of()
        shelf = any_shelf(desk)
        item = item_named(sort, language, name, asked["unit"], shelf)
        found = examination(desk, shelf, item, zipped(body(DOCX)), today())
        return document({**item_document(item), **examined_document(found, desk, reader)}, {"Content-Language": reader})


_check("/templates", Sort.LETTER, "checkTemplate", "the Word file of a letter")
_check("/clauses", Sort.CLAUSE, "checkClause", "the Word file of a clause")
