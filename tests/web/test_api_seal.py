"""A letter with the picture of its company's seal, over HTTP."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from flask.testing import FlaskClient

from docgen import app as wiring
from docgen import web
from docgen.config import Settings
from docgen.usecases import Desk
from docgen.usecases.studio.fitting import Fitter
from docgen.usecases.studio.versions import Unit
from docgen.wordfile import open_package
from tests.studio.company import SOUTH, found_company, published
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import SHIPPED
from tests.studio.test_sealing import HEAD, SEALED

URL = "/api/v1/letters/demand_letter?language=zh&format=docx"


@pytest.fixture
def demand(example: Any) -> dict[str, Any]:
    """The request that ships."""
    found: dict[str, Any] = example("demand_letter")
    return found


@pytest.fixture
def call(desk: Desk, settings: Settings, demand: dict[str, Any]) -> FlaskClient:
    """A service for a company whose letters may bear its seal."""
    shelf = MemoryShelf()
    found_company(shelf)
    number = demand["account"]["creditor"]["registration_number"]
    shelf.save_unit(Unit(id=SOUTH, name="南方公司", registration_number=number, may_seal=True))
    published(shelf, SHIPPED)
    published(shelf, SEALED.write(), HEAD)
    keeping = dataclasses.replace(desk, shelf=shelf, fitter=Fitter(shelf, desk.press))
    return web.create_app(keeping, settings, wiring.read_examples()).test_client()


def bears_the_seal(docx: bytes) -> bool:
    return b"docgen-seal" in open_package(docx).read("word/document.xml")


def test_whoever_may_approve_there_gets_it_with_the_seal(call: FlaskClient, demand: dict[str, Any]) -> None:
    sealed = call.post(f"{URL}&seal=yes", json=demand, headers={"Docgen-Person": "lin"})
    assert sealed.status_code == 200, sealed.text
    assert bears_the_seal(sealed.data)
    assert not bears_the_seal(call.post(URL, json=demand, headers={"Docgen-Person": "lin"}).data)


@pytest.mark.parametrize(("person", "code"), [("fang", "studio.may_not_approve"), ("", "studio.person_absent")])
def test_nobody_else_does(call: FlaskClient, demand: dict[str, Any], person: str, code: str) -> None:
    refused = call.post(f"{URL}&seal=yes", json=demand, headers={"Docgen-Person": person})
    assert refused.status_code == 403
    assert [error["code"] for error in refused.get_json()["errors"]] == [code]


def test_where_nothing_is_kept_there_is_no_seal(client: FlaskClient, demand: dict[str, Any]) -> None:
    refused = client.post(f"{URL}&seal=yes", json=demand)
    assert refused.status_code == 409
    assert [error["code"] for error in refused.get_json()["errors"]] == ["studio.no_store"]
