"""Whatever the API's own description allows, and what it does not: no answer is a 5xx."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.examples import get_strategies_from_examples

from docgen.letters.request import LADDER, LetterKind
from tests.web.test_api_description import STUDIO

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CALLS = [
    "GET /api/v1/letters",
    *(f"POST /api/v1/letters/{kind.value}" for kind in LetterKind),
    "POST /api/v1/assessments",
    "POST /api/v1/checks",
    "POST /api/v1/decisions",
    "POST /api/v1/decisions/replay",
    "POST /api/v1/portfolios",
    "POST /api/v1/prints",
    "GET /api/v1/health",
    "GET /api/v1/ready",
]


@pytest.fixture(scope="module")
def operations(flask_app: Flask) -> dict[str, Any]:
    """The calls that the description names, by label."""
    description = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", flask_app)
    return {operation.label: operation for operation in (result.ok() for result in description.get_all_operations())}


def test_the_description_names_every_call(operations: dict[str, Any]) -> None:
    assert sorted(operations) == sorted((*CALLS, *STUDIO))


CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
]


#: Every letter takes the same request but for what it needs of it: of the papers two are tried, and those briefly.
PAPERS = frozenset(f"POST /api/v1/letters/{kind.value}" for kind in LetterKind if kind not in LADDER)
LIKE_OTHERS = PAPERS - {"POST /api/v1/letters/guarantor_request", "POST /api/v1/letters/civil_complaint"}
TRIED = [call for call in CALLS if call not in LIKE_OTHERS]


@schemathesis.serializer(DOCX)
def serialize_word_file(_: Any, value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


FUZZED = [(call, GenerationMode.POSITIVE) for call in TRIED] + [
    ("POST /api/v1/letters/demand_letter", GenerationMode.NEGATIVE),
    ("POST /api/v1/assessments", GenerationMode.NEGATIVE),
    ("POST /api/v1/checks", GenerationMode.NEGATIVE),
    ("POST /api/v1/portfolios", GenerationMode.NEGATIVE),
]


@pytest.mark.parametrize(("call", "mode"), FUZZED)
def test_no_request_is_answered_with_a_server_error(
    operations: dict[str, Any], call: str, mode: GenerationMode
) -> None:
    """Requests that the description allows, and requests that it does not."""

    @settings(
        max_examples=5 if call in PAPERS else 30, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(case=operations[call].as_strategy(generation_mode=mode))
    def answered(case: Any) -> None:
        response = case.call()
        assert response.status_code < 500, response.text
        case.validate_response(response, checks=CHECKS)

    answered()


@pytest.mark.parametrize("call", [call for call in TRIED if "/letters/" in call or "assess" in call])
def test_a_request_made_from_the_description_s_own_example_is_answered_with_what_it_asks_for(
    operations: dict[str, Any], call: str
) -> None:
    """A generator that goes by the description gets letters, not only refusals."""
    strategies = get_strategies_from_examples(operations[call])
    assert strategies
    answered: list[int] = []

    @settings(
        max_examples=2 if call in PAPERS else 8, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(case=st.one_of(strategies))
    def sent(case: Any) -> None:
        response = case.call()
        case.validate_response(response, checks=CHECKS)
        answered.append(response.status_code)

    sent()
    assert 200 in answered


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.just([]),
    st.just({}),
    st.sampled_from(
        ["2026-02-30", "9999-12-31", "0001-01-01", "-1", "1e400", "0.001", "𠮷", "\u0000", "{{ 7*7 }}", "<w:t>"]
    ),
)


# JSON numbers that no arithmetic holds; they go into the text, for no program of ours would write them.
BEYOND = st.sampled_from(["1e99999999999999999999", "-1e99999999", "1E+1000000", "1e-99999999999999999999", "1e100"])


def written(request: Any) -> str:
    """The request as JSON, with its "number:1e100" as numbers."""
    return re.sub(r'"number:([^"]+)"', r"\1", json.dumps(request))


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a document."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(place for key, child in children for place in places(child, (*path, key)))]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_good_request_with_one_odd_value_is_answered_and_never_a_server_error(
    flask_app: Flask, example: Any, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(["demand_letter", "payment_order_application", "payment_reminder"]))
    request = copy.deepcopy(example(kind))
    *way, last = data.draw(st.sampled_from([place for place in places(request) if place]))
    holder = request
    for key in way:
        holder = holder[key]
    holder[last] = data.draw(st.one_of(ODD, BEYOND.map(lambda number: f"number:{number}")))
    answer = flask_app.test_client().post(
        f"/api/v1/letters/{kind}?format=docx", data=written(request), content_type="application/json"
    )
    assert answer.status_code in {200, 409, 422}, answer.text
