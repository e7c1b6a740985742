"""Whatever the API's own description allows, and what it does not: no answer is a 5xx."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error


@pytest.fixture
def description(flask_app: Flask) -> Any:
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", flask_app)


api = schemathesis.pytest.from_fixture("description")


@api.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_request_is_answered_with_a_server_error(case: Any) -> None:
    response = case.call()
    case.validate_response(response, checks=[not_a_server_error])
    assert response.status_code < 500


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.just([]),
    st.just({}),
    st.sampled_from(
        ["2026-02-30", "9999-12-31", "0001-01-01", "-1", "1e400", "0.001", "𠮷", "\u0000", "{{ 7*7 }}", "<w:t>"]
    ),
)


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
    holder[last] = data.draw(ODD)
    answer = flask_app.test_client().post(f"/api/v1/letters/{kind}?format=docx", json=request)
    assert answer.status_code in {200, 409, 422}, answer.text
