"""A letter of the company's own over the API and on the form: there as soon as it is published, asked for like any."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema_rs
import pytest
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from docgen import web
from docgen.config import Settings
from docgen.letters import own_file
from docgen.letters.request import Language
from docgen.templating import compile_template
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import GROUP, Item, Sort
from docgen.wordfile.text import text
from tests.letters.own_letters import ANSWERS, described
from tests.studio.company import NORTH, NORTH_NUMBER, NOW, found_company, published
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import edited

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CALL = "/api/v1/letters/site_stop_notice"
WORD_FILE = edited("{{ letter.number }}", "{{ letter.number }}，{{ own.stop_on }}起停供{{ own.goods }}")


def publish(shelf: Shelf, unit: str = GROUP, **changed: Any) -> None:
    content = own_file.write(own_file.read(described(**changed)))
    published(shelf, content, Item(Sort.KIND, "site_stop_notice", "", unit), now=NOW - dt.timedelta(days=900))


@pytest.fixture
def shelf() -> Shelf:
    kept = MemoryShelf()
    found_company(kept)
    return kept


@pytest.fixture
def own_app(flask_app: Flask, settings: Settings, shelf: Shelf) -> Iterator[Flask]:
    desk = flask_app.extensions["docgen"]
    templates = {**{each: desk.templates[each] for each in desk.templates if each[1] == "demand_letter"}}
    templates[Language.ZH, "site_stop_notice"] = compile_template(WORD_FILE)
    made = web.create_app(replace(desk, shelf=shelf, templates=templates), settings, flask_app.config["EXAMPLES"])
    yield made


@pytest.fixture
def own_client(own_app: Flask) -> FlaskClient:
    return own_app.test_client()


def asked(example: Any, **answers: Any) -> dict[str, Any]:
    document: dict[str, Any] = example("demand_letter")
    document["letter"]["own"] = {**ANSWERS, **answers}
    return document


def test_a_letter_is_in_the_catalogue_with_its_schema_as_soon_as_it_is_published(
    own_client: FlaskClient, shelf: Shelf, example: Any
) -> None:
    before = own_client.get("/api/v1/letters").get_json()["letters"]
    publish(shelf)
    *others, listed = own_client.get("/api/v1/letters").get_json()["letters"]
    assert others == before
    assert listed["kind"] == "site_stop_notice"
    assert listed["href"] == CALL
    assert listed["titles"] == {"zh": ["停止供料暨催款函"], "en": ["Notice of Stopped Deliveries and Demand"]}
    assert (listed["follows"], listed["step"], listed["approver"]) == ("demand_letter", "demand_letter", "法务总监")
    jsonschema_rs.validate(listed["schema"], asked(example))
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(listed["schema"], example("demand_letter"))


def test_a_letter_is_made_like_any_other(own_client: FlaskClient, shelf: Shelf, example: Any) -> None:
    publish(shelf)
    first = own_client.post(f"{CALL}?format=docx", json=asked(example))
    assert first.status_code == 200, first.get_json()
    words = text(first.data)
    assert "停止供料暨催款函" in words
    assert "2026年12月1日起停供预拌混凝土" in words
    assert "%E5%81%9C%E6%AD%A2%E4%BE%9B%E6%96%99" in first.headers["Content-Disposition"]  # its own title
    assert own_client.post(f"{CALL}?format=docx", json=asked(example)).data == first.data
    answer = own_client.post(f"{CALL}?format=json", json=asked(example)).get_json()
    assert answer["kind"] == "site_stop_notice"
    assert answer["facts"]["own"]["deposit_full"] == "人民币12,000.50元（大写：人民币壹万贰仟元零伍角）"
    assert answer["facts"]["title"] == "停止供料暨催款函"


def test_wrong_answers_are_refused_with_their_places(own_client: FlaskClient, shelf: Shelf, example: Any) -> None:
    publish(shelf)
    response = own_client.post(CALL, json=asked(example, pallets=900, goods=None, stopp_on="2026-12-01"))
    assert response.status_code == 422
    assert {(one["code"], one["pointer"]) for one in response.get_json()["errors"]} == {
        ("value.out_of_range", "/letter/own/pallets"),
        ("field.missing", "/letter/own/goods"),
        ("field.unknown", "/letter/own/stopp_on"),
    }


def test_what_bars_its_base_bars_it(own_client: FlaskClient, shelf: Shelf, example: Any) -> None:
    publish(shelf)
    document = asked(example)
    document["letter"]["paragraphs"] = {"closing": "否则我司将把贵司列入失信黑名单并向媒体曝光。"}
    response = own_client.post(CALL, json=document)
    assert response.status_code == 409
    assert any(one["code"].startswith("tone.") for one in response.get_json()["errors"])


def test_no_other_name_makes_a_letter_and_the_nearest_is_told(
    own_client: FlaskClient, shelf: Shelf, example: Any
) -> None:
    assert own_client.post(CALL, json=asked(example)).status_code == 404
    publish(shelf)
    response = own_client.post("/api/v1/letters/site_stop_notise", json=asked(example))
    assert response.status_code == 404
    (error,) = response.get_json()["errors"]
    assert (error["code"], error["facts"]["nearest"]) == ("letter.unknown", "site_stop_notice")


def test_a_letter_of_one_company_is_not_made_for_another(own_client: FlaskClient, shelf: Shelf, example: Any) -> None:
    publish(shelf, NORTH)
    document = asked(example)
    assert own_client.post(f"{CALL}?format=docx", json=document).status_code == 404
    unit = next(each for each in shelf.units() if each.registration_number == NORTH_NUMBER)
    number = document["account"]["creditor"]["registration_number"]
    shelf.save_unit(replace(unit, registration_number=number))
    assert own_client.post(f"{CALL}?format=docx", json=document).status_code == 200


def test_a_letter_in_one_language_is_asked_for_in_that_language(
    own_client: FlaskClient, shelf: Shelf, example: Any
) -> None:
    publish(shelf, titles={"zh": "停止供料暨催款函"})
    response = own_client.post(f"{CALL}?language=en", json=asked(example))
    assert response.status_code == 422
    assert response.get_json()["errors"][0]["parameter"] == "language"
    assert own_client.post(f"{CALL}?format=docx", json=asked(example)).status_code == 200


def test_the_description_holds_it_and_stays_valid(own_client: FlaskClient, shelf: Shelf) -> None:
    before = own_client.get("/api/v1/openapi.json").get_json()
    assert CALL not in before["paths"]
    publish(shelf)
    described_now = own_client.get("/api/v1/openapi.json").get_json()
    validate(described_now)
    call = described_now["paths"].pop(CALL)["post"]
    assert described_now == before
    assert call["summary"] == "Make a letter of the company's own: Notice of Stopped Deliveries and Demand"
    body = call["requestBody"]["content"]["application/json"]
    shown = body["examples"]["site_stop_notice"]["value"]
    assert own_client.post(f"{CALL}?format=docx", json=shown).status_code == 200
    schema = {**body["schema"], "components": described_now["components"]}
    jsonschema_rs.validate(schema, shown)
