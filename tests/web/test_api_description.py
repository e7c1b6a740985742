"""The API's description: it holds together, and what is sent and answered keeps to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from docgen.letters.request import LetterKind

KINDS = [kind.value for kind in LetterKind]
_ITEMS = ("templates/{language}/{name}", "clauses/{language}/{name}")
_ALL = (*_ITEMS, "kinds/{name}", "letterheads")
#: The calls about templates, as `docgen.web.api.studio` makes them.
STUDIO = [
    "GET /api/v1/templates",
    "GET /api/v1/clauses",
    "GET /api/v1/kinds",
    "GET /api/v1/templates/{language}/{name}/fields",
    "GET /api/v1/templates/{language}/{name}/schema",
    *(f"POST /api/v1/{item}/checks" for item in _ITEMS),
    *(f"GET /api/v1/{item}" for item in _ALL),
    *(f"POST /api/v1/{item}" for item in (*_ITEMS, "kinds/{name}")),
    "PUT /api/v1/letterheads",
    *(f"GET /api/v1/{item}/{{number}}" for item in _ALL),
    *(f"GET /api/v1/{item}/{{number}}/file" for item in _ALL),
    *(f"GET /api/v1/{item}/{{number}}/{which}" for item in _ITEMS for which in ("marked", "repaired")),
    *(f"POST /api/v1/{item}/{{number}}/acts" for item in _ALL),
    *(f"POST /api/v1/{item}/roll-back" for item in _ALL),
    *(f"GET /api/v1/{item}/{{number}}/against/{{old}}{which}" for item in _ITEMS for which in ("", "/tracked")),
    *(f"GET /api/v1/{place}" for place in ("people", "units")),
    *(f"PUT /api/v1/{place}/{{id}}" for place in ("people", "units")),
    "GET /api/v1/issued",
    *(f"GET /api/v1/issued/{{id}}/{which}" for which in ("docx", "pdf")),
]
EXAMPLES = Path(__file__).parents[2] / "examples"
JSON = "application/json"


@pytest.fixture(scope="module")
def description(flask_app: Flask) -> Any:
    return flask_app.test_client().get("/api/v1/openapi.json").get_json()


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for child in node.values():
            yield from references(child)
    elif isinstance(node, list):
        for child in node:
            yield from references(child)


def operations(description: Any) -> dict[str, Any]:
    return {
        f"{method.upper()} {path}": call
        for path, calls in description["paths"].items()
        for method, call in calls.items()
        if method != "parameters"
    }


def faults(description: Any, name: str, document: Any) -> list[str]:
    """What a document has against the component of this name."""
    registry: Registry[Any] = Registry().with_resource("urn:api", DRAFT202012.create_resource(description))
    schema = {"$ref": f"urn:api#/components/schemas/{name}"}
    checker = Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(document)]


def request_of(call: Any) -> str:
    return str(call["requestBody"]["content"][JSON]["schema"]["$ref"]).rsplit("/", 1)[1]


def test_it_is_valid_openapi(description: Any) -> None:
    assert description["openapi"] == "3.1.0"
    validate(description)


def test_every_reference_leads_somewhere_and_every_component_is_used(description: Any) -> None:
    used = set(references(description))
    for used_one in used:
        node = description
        for step in used_one.removeprefix("#/").split("/"):
            node = node[step]
    held = {f"#/components/{of}/{name}" for of, named in description["components"].items() for name in named}
    assert used == held


@pytest.mark.parametrize("kind", KINDS)
def test_each_letter_has_its_own_request_and_a_shipped_example_that_keeps_to_it(description: Any, kind: str) -> None:
    call = operations(description)[f"POST /api/v1/letters/{kind}"]
    example = json.loads((EXAMPLES / f"{kind}.json").read_text("utf-8"))
    assert faults(description, request_of(call), example) == []
    assert faults(description, request_of(call), {"account": {}}) != []
    assert description["components"]["examples"][kind]["value"] == example


def test_an_assessment_asks_for_no_letter_and_no_bank_account(description: Any, example: Any) -> None:
    request = example("demand_letter")
    del request["letter"], request["account"]["creditor"]["bank_account"]
    assert faults(description, "AssessmentRequest", request) == []
    assert faults(description, "DemandLetterRequest", request) != []


def test_every_call_has_a_name_a_group_and_its_problems(description: Any) -> None:
    calls = operations(description)
    assert len({call["operationId"] for call in calls.values()}) == len(calls) == 9 + len(STUDIO) + len(KINDS)
    groups = {tag["name"] for tag in description["tags"]}
    assert description["servers"][0]["url"] == "/"
    for name, call in calls.items():
        assert call["summary"] and (name.startswith("GET") or call["description"])
        assert set(call["tags"]) <= groups
        assert "default" not in call["responses"]
        for status, answer in call["responses"].items():
            (media_type, *_), problem = answer["content"], answer["content"].get("application/problem+json")
            assert media_type and (int(status) < 400) == (problem is None)
            if problem:
                assert problem["schema"] == {"$ref": "#/components/schemas/Problem"}
            assert ("Retry-After" in answer.get("headers", {})) == (status in {"429", "503"})


def test_every_refusal_shows_an_example_of_its_status_that_keeps_to_the_description(description: Any) -> None:
    shown = {}
    for name, call in operations(description).items():
        for status, answer in call["responses"].items():
            if int(status) < 400:
                continue
            (reference,) = [one["$ref"] for one in answer["content"]["application/problem+json"]["examples"].values()]
            problem = description["components"]["examples"][reference.rsplit("/", 1)[1]]["value"]
            assert problem["status"] == int(status) and problem["title"]
            assert faults(description, "Problem", problem) == []
            shown[name, status] = problem["code"]
    assert {status for _, status in shown} == {
        "400",
        "403",
        "404",
        "409",
        "413",
        "415",
        "422",
        "429",
        "500",
        "501",
        "503",
    }
    assert shown["POST /api/v1/letters/demand_letter", "422"] == "invalid_request"
    assert shown["POST /api/v1/prints", "422"] == "not_word_file"
    assert shown["PUT /api/v1/people/{id}", "403"] == "not_allowed"
    assert shown["GET /api/v1/templates", "501"] == "no_store"


def test_parameters_are_described_with_their_values_and_defaults(description: Any) -> None:
    for kind in KINDS:
        call = operations(description)[f"POST /api/v1/letters/{kind}"]
        told = {parameter["name"]: parameter for parameter in call["parameters"]}
        assert told["language"]["schema"] == {"type": "string", "enum": ["zh", "en"], "default": "zh"}
        assert told["format"]["schema"] == {"type": "string", "enum": ["pdf", "docx", "json"], "default": "pdf"}
        assert told["Accept-Language"]["in"] == "header"
    told = {p["name"]: p for p in operations(description)["POST /api/v1/assessments"]["parameters"]}
    assert told["language"]["schema"] == {"type": "string", "enum": ["zh", "en"]}
    told = {p["name"]: p for p in operations(description)["POST /api/v1/prints"]["parameters"]}
    assert told["format"]["schema"]["enum"] == ["pdf", "json"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_letters_answer_keeps_to_the_description(
    client: FlaskClient, description: Any, example: Any, kind: str
) -> None:
    answer = client.post(f"/api/v1/letters/{kind}?format=json", json=example(kind))
    assert faults(description, "LetterAnswer", answer.get_json()) == []
    described = operations(description)[f"POST /api/v1/letters/{kind}"]["responses"]["200"]["headers"]
    told = {name for name, _ in answer.headers if name.startswith(("Docgen-", "Content-Digest", "X-RateLimit"))}
    assert told and told <= described.keys()


def test_what_the_other_calls_answer_keeps_to_the_description(
    client: FlaskClient, description: Any, example: Any
) -> None:
    assessed = client.post("/api/v1/assessments", json=example("demand_letter")).get_json()
    assert assessed["notices"] and faults(description, "Assessment", assessed) == []
    assert set(assessed) == set(description["components"]["schemas"]["Assessment"]["properties"])
    assert faults(description, "Letters", client.get("/api/v1/letters").get_json()) == []
    assert faults(description, "Health", client.get("/api/v1/health").get_json()) == []
    assert faults(description, "Readiness", client.get("/api/v1/ready").get_json()) == []
    for refused in (
        client.post("/api/v1/letters/demand_letter?format=x", json={}),
        client.post("/api/v1/letters/demand_letter", json={"account": {}}),
        client.post("/api/v1/letters/nothing", json={}),
        client.get("/api/v1/prints"),
    ):
        assert refused.mimetype == "application/problem+json"
        assert faults(description, "Problem", refused.get_json()) == []
