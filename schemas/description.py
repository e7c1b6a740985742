"""The request document of each letter as JSON Schema (draft 2020-12), made from the schemas themselves."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema

from docgen.letters.catalogue import CATALOGUE
from docgen.letters.own import OwnLetter
from docgen.letters.request import Language, LetterKind
from schemas.account import Declared
from schemas.check import CheckDocument
from schemas.document import RequestDocument
from schemas.own import part_of

_NOTHING = (
    "Null, blank text, an empty list, an object with nothing in it and an absent field are one thing: not given. "
    "Text is kept character by character, but for blanks at both ends; it is one line where nothing else is said."
)
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_OPENAPI_PLACE, _PLACE = "#/components/schemas/", "#/$defs/"
# What only some parties must give: a natural person has neither.
_CONDITIONAL: dict[str, dict[str, Any]] = {
    "registration_number": {"properties": {"country": {"const": "CN"}, "kind": {"enum": ["company", "public_body"]}}},
    "representative": {"properties": {"kind": {"enum": ["company", "public_body"]}}},
}
_COUNTED = {"properties": {"ground": {"enum": ["after_receipt", "after_acceptance", "after_invoice"]}}}
_RATED = {"properties": {"rate": {"enum": ["per_day", "per_year", "lpr_plus", "lpr_times"]}}}
# What one field asks of another within one part.
_BETWEEN: dict[str, dict[str, Any]] = {
    "DueTerms": {
        "if": _COUNTED,
        "then": {"required": ["days"], "properties": {"days": {"type": "integer"}}},
        "else": {"properties": {"days": {"type": "null"}}},
    },
    "LatePaymentClause": {
        "if": _RATED,
        "then": {"required": ["value"], "properties": {"value": {"type": ["string", "number"]}}},
        "else": {"properties": {"value": {"type": "null"}}},
    },
}


def json_schema(kind: LetterKind, own: OwnLetter | None = None) -> dict[str, Any]:
    """What a request for this letter may and must hold. Checks between fields are beyond a JSON Schema.

    own: the company's own letter, where it is one; `kind` is then the one that it follows.
    """
    definitions = dict(definitions_of(RequestDocument))
    title = own.title(Language.EN) if own else CATALOGUE[kind].title(Language.EN)
    asked = [_needed(place.removeprefix("/").split("/")) for place in CATALOGUE[kind].needed]
    if own and own.asks:
        asked.append(answers_schema(own))
    return {
        "$schema": _DRAFT,
        "title": title,
        "description": f"The account and the letter request of: {title}. {_NOTHING}",
        **definitions.pop(_name(RequestDocument)),
        **({"allOf": asked} if asked else {}),
        "$defs": definitions,
    }


def answers_schema(own: OwnLetter) -> dict[str, Any]:
    """What a company's own letter itself asks for, at its place in the request."""
    part = part_of(own)
    answers = definitions_of.__wrapped__(part)[_name(part)]
    letter: dict[str, Any] = {"properties": {"own": answers}}
    if answers.get("required"):
        letter |= {"type": "object", "required": ["own"]}
        return {"required": ["letter"], "properties": {"letter": letter}}
    return {"properties": {"letter": letter}}


def check_schema() -> dict[str, Any]:
    """What a request to check a text may hold: its words, and what is known of the letter and the account."""
    definitions = dict(definitions_of(CheckDocument))
    return {
        "$schema": _DRAFT,
        "title": "Check",
        "description": "The words, as `text` or as `paragraphs`, and what is known beside them.",
        **definitions.pop(_name(CheckDocument)),
        "$defs": definitions,
    }


def _name(schema: Schema | type[Schema]) -> str:
    cls = schema if isinstance(schema, type) else type(schema)
    return cls.__name__.removesuffix("Part")


@cache
def definitions_of(root: type[Schema]) -> dict[str, Any]:
    # OpenAPI 3.1 uses this very draft of JSON Schema, so its generator's output is one but for the place of the parts.
    marshmallow = MarshmallowPlugin(schema_name_resolver=_name)
    spec = APISpec("docgen", "1", "3.1.0", plugins=[marshmallow])
    assert marshmallow.converter is not None  # noqa: S101 — APISpec has just made it
    marshmallow.converter.add_attribute_function(_short_answer)  # type: ignore[no-untyped-call]
    spec.components.schema(_name(root), schema=root)
    definitions = _moved(spec.to_dict()["components"]["schemas"])
    return {
        name: {**schema, "additionalProperties": False, **_BETWEEN.get(name, {})}
        for name, schema in sorted(definitions.items())
    }


def _short_answer(_converter: Any, field: Any, ret: dict[str, Any]) -> dict[str, Any]:
    """A declared fact may be given as its answer alone."""
    if not isinstance(field, Declared):
        return {}
    answers = list(field.part.fields["answer"].metadata["enum"])
    return {"anyOf": [{"type": "string", "enum": answers}, *ret["anyOf"]]}


def _moved(node: Any) -> Any:
    """The same tree with its references to `$defs`, and without defaults that say nothing."""
    if isinstance(node, dict):
        return {key: _moved(value) for key, value in node.items() if (key, value) != ("default", None)}
    if isinstance(node, list):
        return [_moved(value) for value in node]
    if isinstance(node, str) and node.startswith(_OPENAPI_PLACE):
        return _PLACE + node.removeprefix(_OPENAPI_PLACE)
    return node


_GIVEN: dict[str, Any] = {
    "type": ["string", "object", "array"],
    "minLength": 1,
    "pattern": r"\S",
    "minItems": 1,
    "minProperties": 1,
}


def _needed(steps: Iterable[str]) -> dict[str, Any]:
    """A schema that asks for the field at the end of these steps, and that something stands there."""
    first, *rest = steps
    asked = {"type": "object", "required": [first], "properties": {first: _needed(rest) if rest else _GIVEN}}
    if not rest and first in _CONDITIONAL:
        return {"if": _CONDITIONAL[first], "then": asked}
    return asked
