"""A letter of the company's own over the API and on the form: there as soon as it is published, asked for like any."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import jsonschema_rs
import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from openapi_spec_validator import validate

from docgen import web
from docgen.config import Settings
from docgen.letters import own_file
from docgen.usecases.studio.fitting import Fitter
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import GROUP, Item, Sort
from docgen.wordfile.text import text
from tests.letters.own_letters import ANSWERS, described
from tests.studio.company import NORTH, NORTH_NUMBER, found_company, published
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import edited
from tests.web.form import MULTIPART, Form, multipart

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CALL = "/api/v1/letters/site_stop_notice"
WORD_FILE = edited("{{ letter.number }}", "{{ letter.number }}，{{ own.stop_on }}起停供{{ own.goods }}")


def publish(shelf: Shelf, unit: str = GROUP, **changed: Any) -> None:
    content = own_file.write(own_file.read(described(**changed)))
    published(shelf, content, Item(Sort.KIND, "site_stop_notice", "", unit))
    published(shelf, WORD_FILE, Item(Sort.LETTER, "site_stop_notice", "zh", unit))


@pytest.fixture
def shelf() -> Shelf:
    kept = MemoryShelf()
    found_company(kept)
    return kept


@pytest.fixture
def own_app(flask_app: Flask, settings: Settings, shelf: Shelf) -> Iterator[Flask]:
    desk = flask_app.extensions["docgen"]
    kept = replace(desk, shelf=shelf, fitter=Fitter(shelf, desk.press))
    yield web.create_app(kept, settings, flask_app.config["EXAMPLES"])


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


# The form


@pytest.fixture
def sheet(own_client: FlaskClient, shelf: Shelf) -> Form:
    publish(shelf)
    return Form(own_client)


TYPED = {
    "own.site_stop_notice.site": "滨江三期工地",
    "own.site_stop_notice.stop_on": "2026.12.1",
    "own.site_stop_notice.pallets": "36",
    "own.site_stop_notice.goods": "concrete",
    "own.site_stop_notice.access": "yes",
}


def test_the_form_offers_it_and_asks_what_it_asks(sheet: Form) -> None:
    assert "Letters of your company" in sheet.words()
    asked_for = sheet.words("//fieldset[@id='at-own-site_stop_notice']")
    for words in ("Deliveries stop on", "Not before the third day after the letter", "Goods held back", "Pallets"):
        assert words in asked_for
    assert [option.get("value") for option in sheet.box("own.site_stop_notice.goods")] == ["", "concrete", "steel"]
    assert sheet.box("own.site_stop_notice.site").get("aria-required") == "true"
    assert sheet.box("own.site_stop_notice.note").tag == "textarea"


def test_it_is_previewed_with_its_answers_and_downloaded_under_its_title(sheet: Form, example: Any) -> None:
    filled = sheet.fill(example("demand_letter")).type({"kind": "site_stop_notice", "language": "zh", **TYPED})
    shown = filled.press("preview").press("preview")
    assert len(shown.fields["seen"]) == 32, shown.summary()
    assert "法务总监" in shown.words("//section[@id='answer']")  # who approves it before it goes out
    assert shown.box("own.site_stop_notice.stop_on").get("value") == "2026-12-01"
    letter = shown.press("download:docx")
    assert "2026年12月1日起停供预拌混凝土" in text(letter.answer.data)
    assert "%E5%81%9C%E6%AD%A2%E4%BE%9B%E6%96%99" in letter.answer.headers["Content-Disposition"]


def test_a_wrong_answer_is_told_beside_its_box(sheet: Form, example: Any) -> None:
    typed = {"kind": "site_stop_notice", **TYPED, "own.site_stop_notice.pallets": "900"}
    shown = sheet.fill(example("demand_letter")).type(typed | {"own.site_stop_notice.goods": ""}).press("preview")
    assert "between 0 and 400" in shown.beside("own.site_stop_notice.pallets")
    assert shown.beside("own.site_stop_notice.goods")


def test_nothing_is_lost_when_another_letter_is_chosen(sheet: Form, example: Any) -> None:
    shown = sheet.fill(example("demand_letter")).type({"kind": "site_stop_notice", **TYPED}).press("preview")
    other = shown.type({"kind": "demand_letter"}).press("preview")
    assert len(other.fields["seen"]) == 32, other.summary()
    again = other.type({"kind": "site_stop_notice"}).press("show")
    assert again.box("own.site_stop_notice.site").get("value") == "滨江三期工地"


def test_a_file_keeps_its_answers_and_the_api_takes_it(sheet: Form, example: Any, own_client: FlaskClient) -> None:
    filled = sheet.fill(example("demand_letter")).type({"kind": "site_stop_notice", "language": "zh", **TYPED})
    kept = json.loads(filled.press("keep").answer.data)
    assert kept["saved_for"] == {"kind": "site_stop_notice", "language": "zh"}
    assert kept["letter"]["own"]["stop_on"] == "2026-12-01"
    assert own_client.post(f"{CALL}?format=docx", json=kept).status_code == 200
    loaded = Form(own_client).press("load", file=(BytesIO(json.dumps(kept).encode()), "kept.json"))
    assert loaded.fields["own.site_stop_notice.goods"] == "concrete"
    assert loaded.fields["kind"] == "site_stop_notice"


def test_what_is_not_chosen_is_hidden_by_a_style_of_this_server(own_client: FlaskClient, sheet: Form) -> None:
    style = own_client.get("/own-letters.css")
    assert style.mimetype == "text/css"
    rules = style.get_data(as_text=True)
    assert "#kind-site_stop_notice:checked) .for:not(.for-demand_letter)" in rules
    assert "form:not(:has(#kind-site_stop_notice:checked)) .own-site_stop_notice" in rules
    assert sheet.page.xpath("//link[@href='/own-letters.css']")


def test_without_letters_of_its_own_a_company_sees_the_form_as_it_ships(own_client: FlaskClient) -> None:
    shown = Form(own_client)
    assert "Letters of your company" not in shown.words()
    assert not shown.page.xpath("//link[@href='/own-letters.css']")


def test_the_way_offers_it_for_the_step_that_it_belongs_to(sheet: Form, example: Any) -> None:
    filled = sheet.fill(example("demand_letter")).type(TYPED)
    sent = [*filled.fields.items(multi=True), ("do", "decide")]
    way: Any = html.fromstring(filled.client.post("/way", data=multipart(sent), content_type=MULTIPART).text)
    offered = way.xpath("//button[starts-with(@value, 'open:')]/@value")
    own = [value for value in offered if value.startswith("open:site_stop_notice")]
    beside = [value for value in offered if value.startswith("open:demand_letter")]
    assert bool(own) == bool(beside), offered
    opened = filled.press(own[0] if own else "open:site_stop_notice")
    assert opened.fields["kind"] == "site_stop_notice"
    assert opened.fields["own.site_stop_notice.site"] == "滨江三期工地"
