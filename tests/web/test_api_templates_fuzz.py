"""The studio's calls, sent whatever their description allows by somebody who may do everything: no answer is a 5xx."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen import app as wiring
from docgen import web
from docgen.config import Settings
from docgen.usecases import Desk
from docgen.usecases.studio.shipping import shelve_shipped
from tests.studio.company import LETTER, NOW, found_company
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import SHIPPED
from tests.web.test_api_description import STUDIO
from tests.web.test_api_fuzz import CHECKS

#: Those that take milliseconds; the others read a Word file first.
CHEAP = [
    call
    for call in STUDIO
    if not any(step in call for step in ("/marked", "/repaired", "/against/", "/checks"))
    and not call.startswith(("POST /api/v1/templates/{language}/{name}", "POST /api/v1/clauses/{language}/{name}"))
] + [
    "POST /api/v1/templates/{language}/{name}/{number}/acts",
    "POST /api/v1/templates/{language}/{name}/roll-back",
]


@schemathesis.serializer("application/zip")
def serialize_letterhead(_: Any, value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


@pytest.fixture(scope="module")
def operations(desk: Desk, settings: Settings) -> dict[str, Any]:
    """The calls to a service that keeps versions, by label."""
    shelf = MemoryShelf()
    found_company(shelf)
    shelve_shipped(shelf, {LETTER: SHIPPED}, now=NOW)
    keeping = web.create_app(dataclasses.replace(desk, shelf=shelf), settings, wiring.read_examples())
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", keeping)
    return {operation.label: operation for operation in (result.ok() for result in described.get_all_operations())}


@pytest.mark.parametrize("call", CHEAP)
def test_no_call_is_answered_with_a_server_error(operations: dict[str, Any], call: str) -> None:
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operations[call].as_strategy(), known=st.booleans())
    def answered(case: Any, known: bool) -> None:
        case.headers = {**(case.headers or {}), "Docgen-Person": "gao"}
        if known:
            there = {"name": "demand_letter", "number": 1, "language": "zh"}
            case.path_parameters = {**case.path_parameters, **{n: there[n] for n in there if n in case.path_parameters}}
            case.query = {name: value for name, value in (case.query or {}).items() if name != "unit"}
        response = case.call()
        assert response.status_code < 500, response.text
        case.validate_response(response, checks=CHECKS)

    answered()
