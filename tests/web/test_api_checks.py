"""POST /api/v1/checks: a text, its paragraphs, or a Word file."""

from __future__ import annotations

import dataclasses
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

import schemas
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, make_letter
from tests.printing.word import p, word
from tests.web.test_api_description import faults

CHECKS = "/api/v1/checks"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "催款函\n依据《民事诉讼法》第二百一十四条，我司将申请支付令。\n"
TEXT += "逾期不复视为确认，我司将在网上公布贵司欠款。\n2026年9月15日"


@pytest.fixture(scope="module")
def description(flask_app: Flask) -> Any:
    return flask_app.test_client().get("/api/v1/openapi.json").get_json()


def test_a_text_is_answered_with_its_findings_in_order(client: FlaskClient, description: Any) -> None:
    response = client.post(CHECKS, json={"text": TEXT}, headers={"Accept-Language": "en"})
    answer = response.get_json()
    assert (response.status_code, answer["verdict"], answer["language"]) == (200, "block", "zh")
    assert [one["code"] for one in answer["findings"]] == ["citation.old_number", "trap.silence", "tone.exposure"]
    old = answer["findings"][0]
    line = TEXT.split("\n")[old["paragraph"] - 1]
    assert line[old["from"] : old["to"]] == old["words"] == "《民事诉讼法》第二百一十四条"
    assert old["sentence"] == line
    assert old["instead"] == "《中华人民共和国民事诉讼法》第二百二十五条"
    assert old["articles"] == [
        {"ref": "cpl:225", "title": "Article 225 of the Civil Procedure Law of the People's Republic of China"}
    ]
    assert "is an old number" in old["say"] and old["do"]
    (citation,) = answer["checked"]["citations"]
    assert (citation["standing"], citation["now"], citation["act"]) == ("old_number", "cpl:225", "cpl")
    assert answer["dated_on"] == "2026-09-15"
    assert response.headers["Content-Language"] == "en"
    assert response.headers["Docgen-Notices"] == "3"
    assert faults(description, "CheckAnswer", answer) == []


def test_paragraphs_are_counted_as_lines_are_and_chinese_readers_are_answered_in_chinese(client: FlaskClient) -> None:
    zh = {"Accept-Language": "zh"}
    whole = client.post(CHECKS, json={"text": TEXT}, headers=zh).get_json()
    parted = client.post(CHECKS, json={"paragraphs": TEXT.split("\n")}, headers=zh).get_json()
    assert whole == parted
    assert "是旧的条文序号" in whole["findings"][0]["say"]


def test_the_same_request_gives_the_same_bytes(client: FlaskClient) -> None:
    first, second = (client.post(CHECKS, json={"text": TEXT}) for _ in range(2))
    assert first.data == second.data
    assert first.headers["Content-Digest"] == second.headers["Content-Digest"]


def test_with_an_account_its_facts_are_matched(
    client: FlaskClient, description: Any, example: Callable[[str], Any]
) -> None:
    text = "贵司欠付人民币876,650.50元，另欠12,345.67元，于2025年10月17日到期。"
    answer = client.post(
        CHECKS, json={"text": text, **example("demand_letter")}, headers={"Accept-Language": "en"}
    ).get_json()
    assert [one["matches"] for one in answer["checked"]["sums"]] == ["the principal due", None]
    assert [one["matches"] for one in answer["checked"]["dates"]] == ["the due date of invoice 25327000000000000102"]
    assert [one["code"] for one in answer["findings"]] == ["sum.unexplained"]
    assert faults(description, "CheckAnswer", answer) == []


def test_a_word_file_is_answered_with_its_paragraphs(client: FlaskClient, description: Any) -> None:
    file = word(p("催款函"), p("逾期不复视为确认。"))
    answer = client.post(f"{CHECKS}?kind=demand_letter", data=file, content_type=DOCX).get_json()
    assert answer["paragraphs"] == ["催款函", "逾期不复视为确认。"]
    (finding,) = answer["findings"]
    assert answer["paragraphs"][finding["paragraph"] - 1][finding["from"] : finding["to"]] == "逾期不复视为确认"
    assert faults(description, "CheckAnswer", answer) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_letter_made_here_passes_as_a_word_file_beside_its_account(
    client: FlaskClient, desk: Desk, example: Callable[[str], Any], kind: LetterKind, language: Language
) -> None:
    document = example(kind.value)
    loaded = schemas.load(document, kind=kind)
    letter = make_letter(desk, kind, language, loaded.account, dataclasses.replace(loaded.letter, draft_anyway=True))
    known = {"kind": kind.value, "account": document["account"], "letter": document["letter"]}
    form = {"file": (io.BytesIO(letter.docx), "letter.docx"), "request": json.dumps(known)}
    answer = client.post(CHECKS, data=form, content_type="multipart/form-data").get_json()
    assert (answer["verdict"], answer["findings"]) == ("ok", [])
    assert all(one["matches"] for one in answer["checked"]["sums"] if float(one["value"]))


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        ({"data": b"x", "content_type": "text/plain"}, 415, "unsupported_media_type"),
        ({"data": b"{", "content_type": "application/json"}, 400, "not_json"),
        ({"json": {}}, 422, "invalid_request"),
        ({"json": {"text": "a", "account": {"as_of": "x"}}}, 422, "invalid_request"),
        ({"data": b"%PDF-1.7", "content_type": DOCX}, 422, "not_word_file"),
        ({"data": b"PK\x03\x04 broken", "content_type": DOCX}, 422, "not_word_file"),
        ({"data": {"request": "{}"}, "content_type": "multipart/form-data"}, 422, "invalid_request"),
        ({"data": {"request": "{"}, "content_type": "multipart/form-data"}, 400, "not_json"),
    ],
)
def test_what_cannot_be_checked_is_refused_with_a_code(
    client: FlaskClient, sent: dict[str, Any], status: int, code: str
) -> None:
    response = client.post(CHECKS, **sent)
    assert (response.status_code, response.get_json()["code"]) == (status, code)
    assert response.mimetype == "application/problem+json"


def test_the_example_in_the_description_is_answered_with_findings(client: FlaskClient, description: Any) -> None:
    body = description["paths"]["/api/v1/checks"]["post"]["requestBody"]["content"]["application/json"]
    value = body["examples"]["typed"]["value"]
    assert faults(description, "CheckRequest", value) == []
    answer = client.post(CHECKS, json=value).get_json()
    assert {one["code"] for one in answer["findings"]} == {
        "citation.before_2021",
        "sum.words_differ",
        "trap.silence",
        "tone.exposure",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "\ud800",
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}",
        "《" * 5000,
        "。" * 5000,
        "\u202e逾期不复视为确认",
    ],
)
def test_whatever_the_text_the_answer_is_one(client: FlaskClient, text: str) -> None:
    response = client.post(CHECKS, data=json.dumps({"text": f"函{text}"}), content_type="application/json")
    assert response.status_code == 200
    assert response.get_json()["verdict"] in {"ok", "warn"}


@pytest.mark.parametrize("words", ["", " \n\u3000", "\u200b"])
def test_nothing_is_not_called_well(client: FlaskClient, words: str) -> None:
    typed = client.post(CHECKS, json={"text": words}, headers={"Accept-Language": "zh"})
    assert (typed.status_code, typed.get_json()["code"]) == (422, "invalid_request")
    (fault,) = typed.get_json()["errors"]
    assert (fault["code"], fault["pointer"]) == ("check.nothing", "/text")
    assert fault["message"] == "没有可审查的内容：没有文字。"
    in_word = client.post(CHECKS, data=word(p(words)), content_type=DOCX)
    (fault,) = in_word.get_json()["errors"]
    assert (in_word.status_code, fault["code"], fault["place"]["part"]) == (422, "check.nothing", "word/document.xml")
