"""The API as an integrator meets it."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from io import BytesIO
from typing import Any
from urllib.parse import quote

import pytest
from docx import Document
from flask import Flask
from flask.testing import FlaskClient

from docgen import app as wiring
from docgen.config import Settings
from docgen.errors import Finding, Severity, Unprintable, WordPlace
from docgen.letters.request import LetterKind
from docgen.printing import Press
from docgen.usecases import Desk
from docgen.web import create_app
from docgen.web.queue import Queue
from tests.printing.word import p, r, word
from tests.web.test_print_page import attached

KINDS = [kind.value for kind in LetterKind]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_one_post_gives_the_letter(client: FlaskClient, example: Any, kind: str, language: str) -> None:
    answer = client.post(f"/api/v1/letters/{kind}?language={language}&format=pdf", json=example(kind))
    assert answer.status_code == 200, answer.text
    assert answer.data.startswith(b"%PDF-")
    assert answer.mimetype == "application/pdf"
    assert len(answer.headers["Docgen-Template"]) == 64
    assert answer.headers["Docgen-Law-Data"]
    assert answer.headers["Docgen-Notices"].isdecimal()


def test_the_same_request_gives_the_same_bytes_and_says_their_digest(client: FlaskClient, example: Any) -> None:
    for form in ("pdf", "docx"):
        first, again = (
            client.post(f"/api/v1/letters/demand_letter?format={form}", json=example("demand_letter")) for _ in range(2)
        )
        assert first.data == again.data
        digest = base64.b64encode(hashlib.sha256(first.data).digest()).decode()
        assert first.headers["Content-Digest"] == f"sha-256=:{digest}:"


def test_the_json_answer_holds_both_files_facts_notices_and_figures(client: FlaskClient, example: Any) -> None:
    request = example("demand_letter")
    answer = client.post("/api/v1/letters/demand_letter?language=zh&format=json", json=request).get_json()
    assert base64.b64decode(answer["files"]["pdf"]).startswith(b"%PDF-")
    words = "\n".join(p.text for p in Document(BytesIO(base64.b64decode(answer["files"]["docx"]))).paragraphs)
    assert request["account"]["debtor"]["name"] in words
    assert answer["draft"] is False and answer["bars"] == []
    assert answer["assessment"]["chosen"]["totals"]["demandable"]
    assert {"pointer", "value", "code", "message"} <= answer["defaults"][0].keys()


def test_a_file_is_named_for_the_letter(client: FlaskClient, example: Any) -> None:
    answer = client.post("/api/v1/letters/demand_letter?format=docx", json=example("demand_letter"))
    assert "filename*=UTF-8''%E5%82%AC%E6%AC%BE%E5%87%BD" in answer.headers["Content-Disposition"]  # 催款函
    assert answer.mimetype == DOCX


def test_the_catalogue_names_every_letter_with_its_schema(client: FlaskClient) -> None:
    catalogue = client.get("/api/v1/letters").get_json()["letters"]
    assert [letter["kind"] for letter in catalogue] == KINDS
    for letter in catalogue:
        assert letter["schema"]["properties"].keys() >= {"account", "letter"}
        assert letter["titles"]["zh"] and letter["titles"]["en"]


def test_an_assessment_gives_every_figure_with_its_article(client: FlaskClient, example: Any) -> None:
    answer = client.post("/api/v1/assessments", json=example("demand_letter"), headers={"Accept-Language": "en"})
    assert answer.status_code == 200, answer.text
    document = answer.get_json()
    interest = document["chosen"]["interest"]
    assert interest["segments"] and all(segment["articles"] for segment in interest["segments"])
    assert all(clock["articles"][0]["citation"] for clock in document["limitation"])
    assert {fee["kind"] for fee in document["fees"]} >= {"property", "payment_order", "preservation"}


def test_a_paid_account_is_an_answer_not_a_letter(client: FlaskClient, example: Any) -> None:
    request = example("demand_letter")
    request["account"]["payments"].append({"received_on": request["account"]["as_of"], "amount": "99999999.00"})
    request["account"]["booked_up_to"] = request["account"]["as_of"]
    for kind in ("payment_reminder", "demand_letter"):
        answer = client.post(f"/api/v1/letters/{kind}", json=request, headers={"Accept-Language": "en"})
        assert answer.status_code == 409, answer.text
        assert answer.mimetype == "application/problem+json"
        problem = answer.get_json()
        assert problem["code"] == "barred"
        assert all(bar["message"] and bar["remedy"] for bar in problem["errors"])


def test_draft_anyway_prints_the_bars_on_the_letters_face(client: FlaskClient, example: Any) -> None:
    request = example("demand_letter")
    request["account"]["payments"].append({"received_on": request["account"]["as_of"], "amount": "99999999.00"})
    request["account"]["booked_up_to"] = request["account"]["as_of"]
    barred = client.post("/api/v1/letters/demand_letter", json=request, headers={"Accept-Language": "zh"}).get_json()
    request["letter"]["draft_anyway"] = True
    answer = client.post("/api/v1/letters/demand_letter?format=docx", json=request)
    assert answer.headers["Docgen-Draft"] == "true"
    words = "\n".join(p.text for p in Document(BytesIO(answer.data)).paragraphs)
    assert all(bar["message"] in words for bar in barred["errors"] if bar["severity"] == "bar")


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        (b"{", "application/json", 400, "not_json"),
        (b"\xff\xfe", "application/json", 400, "not_json"),
        (b"[]", "application/json", 422, "invalid_request"),
        (b"{}", "application/json", 422, "invalid_request"),
        (b"{}", "text/plain", 415, "unsupported_media_type"),
        (b" " * (8 * 1024 * 1024 + 1), "application/json", 413, "too_large"),
    ],
)
def test_a_bad_body_has_its_status_and_code(
    client: FlaskClient, body: bytes, content_type: str, status: int, code: str
) -> None:
    answer = client.post("/api/v1/letters/demand_letter", data=body, content_type=content_type)
    assert (answer.status_code, answer.get_json()["code"]) == (status, code)


@pytest.mark.parametrize("address", ["/api/v1/letters/demand_letter?format=docx", "/api/v1/assessments"])
def test_the_setting_alone_says_how_long_a_body_may_be(
    desk: Desk, settings: Settings, example: Any, address: str
) -> None:
    short = json.dumps(example("demand_letter")).encode()
    roomy = create_app(desk, replace(settings, max_bytes=10 << 20)).test_client()
    answer = roomy.post(address, data=short + b" " * (9 << 20), content_type="application/json")
    assert answer.status_code == 200, answer.text
    assert roomy.post(address, data=bytes(11 << 20), content_type="application/json").status_code == 413
    tight = create_app(desk, replace(settings, max_bytes=len(short))).test_client()
    assert tight.post(address, data=short, content_type="application/json").status_code == 200
    answer = tight.post(address, data=short + b" ", content_type="application/json", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.get_json()["code"]) == (413, "too_large")
    assert "DOCGEN_MAX_BYTES" in answer.get_json()["detail"]


def test_every_fault_comes_at_once_with_its_pointer_in_the_callers_language(client: FlaskClient, example: Any) -> None:
    request = example("demand_letter")
    request["account"]["invoices"][0]["amount"] = "12.345"
    request["account"]["debtor"]["nmae"] = "x"
    for tongue, field in (("zh", "字段"), ("en", "field")):
        answer = client.post("/api/v1/letters/demand_letter", json=request, headers={"Accept-Language": tongue})
        assert answer.status_code == 422
        errors = {error["pointer"]: error for error in answer.get_json()["errors"]}
        assert {"/account/invoices/0/amount", "/account/debtor/nmae"} <= errors.keys()
        assert field in errors["/account/debtor/nmae"]["message"]


def test_an_unknown_letter_or_language_is_named(client: FlaskClient, example: Any) -> None:
    for asked, nearest in (("love_letter", None), ("demnd_letter", "demand_letter")):
        problem = client.post(f"/api/v1/letters/{asked}", json={}, headers={"Accept-Language": "en"}).get_json()
        assert problem["code"] == "unknown_letter"
        assert (f"The nearest is {nearest}." in problem["detail"]) == bool(nearest)
    answer = client.post("/api/v1/letters/demand_letter?language=fr", json=example("demand_letter"))
    assert answer.status_code == 422
    (error,) = answer.get_json()["errors"]
    assert (error["pointer"], error["parameter"]) == (None, "language")
    assert "zh, en" in error["remedy"]


@pytest.mark.parametrize(
    ("query", "code", "parameter", "named"),
    [
        ("formt=docx", "query.unknown", "formt", "format"),
        ("format=docx&format=pdf", "query.repeated", "format", "format"),
        ("format=odt", "query.invalid", "format", "pdf, docx, json"),
        ("language=", "query.invalid", "language", "zh, en"),
    ],
)
def test_a_query_that_is_not_understood_is_a_fault_and_never_another_file(
    client: FlaskClient, example: Any, query: str, code: str, parameter: str, named: str
) -> None:
    answer = client.post(
        f"/api/v1/letters/demand_letter?{query}", json=example("demand_letter"), headers={"Accept-Language": "en"}
    )
    assert answer.status_code == 422
    (error,) = answer.get_json()["errors"]
    assert (error["code"], error["parameter"], error["pointer"]) == (code, parameter, None)
    assert named in error["message"] + error["remedy"]


def test_every_address_but_the_probes_refuses_a_parameter_that_it_does_not_know(
    client: FlaskClient, example: Any
) -> None:
    refused = [
        client.get("/api/v1/letters?kind=x"),
        client.post("/api/v1/assessments?format=pdf", json=example("demand_letter")),
        client.post("/api/v1/prints?language=zh", data=b"PK", content_type=DOCX),
    ]
    assert [answer.status_code for answer in refused] == [422, 422, 422]
    assert client.get("/api/v1/health?now=1").status_code == 200


def test_an_assessment_speaks_the_language_asked_for_else_the_callers_else_english(
    client: FlaskClient, example: Any
) -> None:
    def citation(query: str, accepted: str | None) -> str:
        headers = {"Accept-Language": accepted} if accepted else {}
        answer = client.post(f"/api/v1/assessments{query}", json=example("demand_letter"), headers=headers)
        return str(answer.get_json()["limitation"][0]["articles"][0]["citation"])

    assert citation("?language=zh", "en") == citation("", "zh") == citation("?language=zh", None)
    assert citation("?language=en", "zh") == citation("", "en") == citation("", None)
    assert citation("", "zh") != citation("", "en")


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("zh-CN,en;q=0.5", "zh"),
        ("en-US,zh;q=0.1", "en"),
        ("zh-Hant-TW, en-GB;q=0.9", "zh"),
        ("ZH-cn;q=0.2, EN-gb;q=0.3", "en"),
        ("en;q=0.5, zh-CN", "zh"),
        ("en, zh", "en"),
        ("zh, en", "zh"),
        ("de, zh;q=0.3", "zh"),
        ("*", "en"),
        ("zh;q=0.1, *", "en"),
        ("en;q=0, *;q=0.5", "zh"),
        ("de", "en"),
        ("en;q=0", "en"),
        ("", "en"),
    ],
)
def test_messages_are_in_the_language_that_weighs_most_whatever_its_region(
    client: FlaskClient, accepted: str, language: str
) -> None:
    answer = client.post("/api/v1/letters/demand_letter", data=b"{", headers={"Accept-Language": accepted})
    assert answer.headers["Content-Language"] == language


@pytest.mark.parametrize("accept", ["application/xml", "application/json", "application/pdf;q=0", "garbage;;;"])
def test_what_is_answered_goes_by_the_address_and_not_by_accept(client: FlaskClient, example: Any, accept: str) -> None:
    address = "/api/v1/letters/demand_letter?format=docx"
    answer = client.post(address, json=example("demand_letter"), headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, DOCX)


@pytest.mark.parametrize("form", ["pdf", "json"])
def test_a_character_that_no_font_has_points_to_each_field_that_holds_it(
    client: FlaskClient, example: Any, form: str
) -> None:
    request = example("demand_letter")
    request["account"]["debtor"]["name"] = "远航\U0001f999公司"
    request["account"]["debtor"]["contact"] = "\U0001f999"
    answer = client.post(
        f"/api/v1/letters/demand_letter?format={form}", json=request, headers={"Accept-Language": "en"}
    )
    assert (answer.status_code, answer.get_json()["code"]) == (422, "unprintable")
    errors = answer.get_json()["errors"]
    assert {error["code"] for error in errors} == {"glyph.missing"}
    assert sorted(error["pointer"] for error in errors) == ["/account/debtor/contact", "/account/debtor/name"]
    assert all(error["place"]["part"] == "word/document.xml" for error in errors)


def test_an_assessment_needs_no_letter_and_no_bank_account(client: FlaskClient, example: Any) -> None:
    request = example("demand_letter")
    del request["letter"], request["account"]["creditor"]["bank_account"]
    answer = client.post("/api/v1/assessments", json=request)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Docgen-Law-Data"] == answer.get_json()["law_version"]


def test_the_json_answer_carries_the_files_headers_and_digests(client: FlaskClient, example: Any) -> None:
    def post(form: str) -> Any:
        return client.post(f"/api/v1/letters/demand_letter?format={form}", json=example("demand_letter"))

    answers = {form: post(form) for form in ("json", "pdf", "docx")}
    told = answers["json"].get_json()
    for name in ("Docgen-Template", "Docgen-Law-Data", "Docgen-Draft"):
        assert len({answer.headers[name] for answer in answers.values()}) == 1
    assert answers["json"].headers["Docgen-Notices"] == str(len(told["notices"]))
    assert answers["json"].headers["Docgen-Notices"] == answers["pdf"].headers["Docgen-Notices"]
    body_digest = base64.b64encode(hashlib.sha256(answers["json"].data).digest()).decode()
    assert answers["json"].headers["Content-Digest"] == f"sha-256=:{body_digest}:"
    for form in ("pdf", "docx"):
        assert told["digests"][form] == answers[form].headers["Content-Digest"]


def test_a_print_as_json_holds_the_notices_that_its_header_counts(client: FlaskClient) -> None:
    made = BytesIO()
    document = Document()
    document.add_paragraph("催款函").runs[0].font.name = "A Font That Nobody Has"
    document.save(made)
    answer = client.post("/api/v1/prints?format=json", data=made.getvalue(), content_type=DOCX)
    told = answer.get_json()
    assert base64.b64decode(told["pdf"]).startswith(b"%PDF-")
    assert told["pages"] == 1
    assert told["notices"] and answer.headers["Docgen-Notices"] == str(len(told["notices"]))
    assert all(notice["message"] for notice in told["notices"])


def test_only_an_answer_that_asks_to_wait_says_for_how_long(client: FlaskClient) -> None:
    answer = client.get("/api/v1/letters")
    assert "Retry-After" not in answer.headers
    assert int(answer.headers["X-RateLimit-Remaining"]) < int(answer.headers["X-RateLimit-Limit"])


def test_a_letter_that_waits_for_a_warning_to_be_read_says_which_codes_to_name(
    client: FlaskClient, example: Any
) -> None:
    request = example("demand_letter")
    request["letter"] |= {"acknowledge": [], "dated_on": "2026-09-14"}  # the day before the day asked about
    refused = client.post("/api/v1/letters/demand_letter?format=docx", json=request)
    assert refused.status_code == 409, refused.text
    problem = refused.get_json()
    assert problem["code"] == "unacknowledged"
    assert {error["severity"] for error in problem["errors"]} == {"warning"}
    assert problem["acknowledge"] and set(problem["acknowledge"]) == {error["code"] for error in problem["errors"]}
    request["letter"]["acknowledge"] = problem["acknowledge"]
    assert client.post("/api/v1/letters/demand_letter?format=docx", json=request).status_code == 200


def test_codes_once_acknowledged_stand_in_the_answer_beside_those_still_to_be_read(
    client: FlaskClient, example: Any
) -> None:
    request = example("demand_letter")
    request["letter"] |= {"acknowledge": ["letter.dated_before_as_of"], "dated_on": "2026-09-14"}
    request["account"] |= {"booked_up_to": "2026-07-01"}
    request["account"]["history"] = []
    problem = client.post("/api/v1/letters/demand_letter", json=request).get_json()
    assert problem["code"] == "unacknowledged"
    assert [error["code"] for error in problem["errors"]] == ["booked_up_to.stale"]
    assert problem["acknowledge"] == ["letter.dated_before_as_of", "booked_up_to.stale"]


def test_a_slip_in_a_code_to_be_acknowledged_is_told_with_the_code_that_is_near(
    client: FlaskClient, example: Any
) -> None:
    request = example("demand_letter")
    request["letter"]["acknowledge"] = ["booked_up_to.stail", "zz"]
    answer = client.post("/api/v1/letters/demand_letter", json=request, headers={"Accept-Language": "en"})
    assert answer.status_code == 422
    near, far = answer.get_json()["errors"]
    assert near["pointer"] == "/letter/acknowledge/0"
    assert near["message"].endswith("The nearest is “booked_up_to.stale”.")
    assert far["message"] == "There is no warning with the code “zz”."


@pytest.mark.parametrize(("currency", "decimals"), [("CNY", 2), ("JPY", 0), ("KWD", 3)])
def test_every_amount_of_an_assessment_has_the_decimals_of_its_currency_and_rates_their_own(
    client: FlaskClient, example: Any, currency: str, decimals: int
) -> None:
    account = example("demand_letter")["account"]
    account["contracts"] = [
        {"number": "C-1", "currency": currency, "late_payment": {"rate": "per_day", "value": "0.0003"}}
    ]
    account["invoices"] = [
        {"number": "1", "contract": "C-1", "issued_on": "2026-07-01", "due_on": "2026-07-31", "amount": 5000}
    ]
    account["payments"], account["history"] = [], []
    settled = client.post("/api/v1/assessments", json={"account": account}).get_json()["chosen"]
    whole = f"5000.{'0' * decimals}".rstrip(".")
    assert settled["totals"]["open"] == settled["items"][0]["invoice"]["amount"] == whole
    nothing = f"0.{'0' * decimals}".rstrip(".")
    assert settled["totals"]["disputed"] == settled["costs"] == settled["aging"]["over_365"] == nothing
    assert settled["interest"]["segments"][0]["rate"] == "0.0003"


def test_a_bar_about_a_declared_fact_points_to_where_the_request_answers_it(client: FlaskClient, example: Any) -> None:
    request = example("payment_order_application")
    request["account"]["declared"]["debtor_missing"] = "unknown"
    request["account"]["declared"]["bankruptcy_accepted"] = "yes"
    problem = client.post("/api/v1/letters/payment_order_application", json=request).get_json()
    assert problem["code"] == "barred"
    pointers = {error["code"]: error["pointer"] for error in problem["errors"]}
    assert pointers["payment_order.g4_unknown.debtor_missing"] == "/account/declared/debtor_missing"
    assert pointers["bar.bankruptcy"] == "/account/declared/bankruptcy_accepted"


@pytest.mark.parametrize(
    ("gate", "question", "answer"),
    [
        ("g3", "other_debts_between_parties", "yes"),
        ("g3", "own_performance_outstanding", "yes"),
        ("g4", "debtor_missing", "yes"),
        ("g5", "debtor_serviceable", "no"),
        ("g7", "preservation_applied", "yes"),
        ("g9", "claim_assigned", "yes"),
        ("g10", "suit_pending", "yes"),
        ("g11", "written_dispute", "yes"),
    ],
)
def test_a_closed_gate_points_to_the_answer_that_closes_it(
    client: FlaskClient, example: Any, gate: str, question: str, answer: str
) -> None:
    request = example("payment_order_application")
    request["account"]["declared"][question] = answer
    problem = client.post("/api/v1/letters/payment_order_application", json=request).get_json()
    pointers = {error["code"]: error["pointer"] for error in problem["errors"]}
    assert pointers[f"payment_order.{gate}_closed"] == f"/account/declared/{question}"


@pytest.mark.parametrize(
    ("content_type", "coding", "code", "named"),
    [
        ("application/json", "gzip", "body.encoding", "gzip"),
        ("application/json; charset=gbk", None, "body.charset", "gbk"),
        ("text/json", None, "body.media_type", "text/json"),
    ],
)
def test_a_body_that_is_coded_or_in_another_charset_is_refused_by_name(
    client: FlaskClient, content_type: str, coding: str | None, code: str, named: str
) -> None:
    headers = {"Content-Encoding": coding} if coding else {}
    answer = client.post("/api/v1/letters/demand_letter", data=b"{}", content_type=content_type, headers=headers)
    assert (answer.status_code, answer.get_json()["code"]) == (415, "unsupported_media_type")
    (error,) = answer.get_json()["errors"]
    assert error["code"] == code and named in error["message"]


def test_a_body_may_say_that_it_is_plain_utf_8(client: FlaskClient, example: Any) -> None:
    answer = client.post(
        "/api/v1/assessments",
        data=json.dumps(example("demand_letter"), ensure_ascii=False).encode(),
        content_type='application/json; charset="UTF-8"',
        headers={"Content-Encoding": "identity"},
    )
    assert answer.status_code == 200


def test_a_foreign_host_header_is_refused(client: FlaskClient) -> None:
    assert client.get("/api/v1/health", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/api/v1/health", headers={"Host": "127.0.0.1:8750"}).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("[::1]:8612", 200),
        ("[::1]", 200),
        ("localhost:8612", 200),
        ("[::1].evil.example", 400),
        ("[::1]:evil", 400),
        ("[::2]:8612", 400),
        ("localhost.evil.example", 400),
    ],
)
def test_the_loopback_address_of_ipv6_is_a_known_host(client: FlaskClient, host: str, status: int) -> None:
    assert client.get("/api/v1/health", headers={"Host": host}).status_code == status


def test_a_letter_too_large_to_print_points_to_its_invoices_and_can_be_had_as_a_word_file(
    client: FlaskClient, flask_app: Flask, desk: Desk, example: Any, monkeypatch: Any
) -> None:
    small = replace(desk, press=Press(desk.press._fonts, most_blocks=20))
    monkeypatch.setitem(flask_app.extensions, "docgen", small)
    address = "/api/v1/letters/demand_letter"
    answer = client.post(address, json=example("demand_letter"), headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.get_json()["code"]) == (422, "unprintable")
    (error,) = answer.get_json()["errors"]
    assert (error["code"], error["pointer"]) == ("print.too_large", "/account/invoices")
    assert "DOCGEN_MAX_BLOCKS" in error["remedy"] and "Word file" in error["remedy"]
    assert client.post(address + "?format=docx", json=example("demand_letter")).status_code == 200


def test_any_word_file_prints_and_a_false_one_is_refused_by_name(client: FlaskClient) -> None:
    document = Document()
    document.add_paragraph("Smith & Sons <select> 龘")
    made = BytesIO()
    document.save(made)
    answer = client.post("/api/v1/prints", data=made.getvalue(), content_type=DOCX)
    assert answer.status_code == 200, answer.text
    assert answer.data.startswith(b"%PDF-")
    for false, code in ((b"", "not_word_file"), (b"plain words", "not_word_file"), (b"PK broken", "not_word_file")):
        refused = client.post("/api/v1/prints", data=false, content_type=DOCX)
        assert (refused.status_code, refused.get_json()["code"]) == (422, code)
        assert refused.get_json()["errors"]


def test_a_print_is_called_like_its_file_and_an_archive_holds_the_file_under_its_name(client: FlaskClient) -> None:
    file = word(p("采购合同"))

    def printed(query: str) -> Any:
        answer = client.post(f"/api/v1/prints?{query}", data=file, content_type=DOCX)
        assert answer.status_code == 200, answer.text
        return answer

    named = printed("profile=archive&name=" + quote("..\\合同\r\nSet-Cookie: a=b.docx"))
    assert named.headers["Content-Disposition"] == "attachment; filename*=UTF-8''" + quote("合同__Set-Cookie_ a=b.pdf")
    assert "Set-Cookie" not in named.headers
    assert attached(named.data) == {"合同__Set-Cookie_ a=b.docx": file}
    nameless = printed("profile=archive")
    assert nameless.headers["Content-Disposition"] == "attachment; filename*=UTF-8''print.pdf"
    assert attached(nameless.data) == {"source.docx": file}
    assert printed("name=a.docx").data == printed("name=b.docx").data  # the name is not in the file


@pytest.mark.parametrize(("language", "words"), [("zh", "隐藏文字"), ("en", "hidden text")])
def test_what_the_press_has_to_say_is_told_also_where_the_file_cannot_be_printed(
    client: FlaskClient, language: str, words: str
) -> None:
    def told(file: bytes) -> Any:
        headers = {"Accept-Language": language}
        return client.post("/api/v1/prints?format=json", data=file, content_type=DOCX, headers=headers).get_json()

    hidden = p("seen", r("secret", "<w:vanish/>"))
    refused = told(word(p("x", "<m:oMath/>"), hidden))
    assert (refused["code"], [error["severity"] for error in refused["errors"]]) == ("unprintable", ["fault"])
    assert [each["code"] for each in refused["notices"]] == [each["code"] for each in told(word(hidden))["notices"]]
    assert words in refused["notices"][0]["message"]
    assert "notices" not in told(b"no Word file")


def test_a_letter_that_cannot_be_printed_is_told_with_all_that_the_press_noticed(
    client: FlaskClient, flask_app: Flask, desk: Desk, example: Any, monkeypatch: Any
) -> None:
    class Refusing(Press):
        def print(self, docx: bytes, *how: Any) -> Any:  # noqa: ARG002
            noticed = Finding("print.comments", Severity.INFORMATION, WordPlace("word/document.xml", paragraph=3))
            raise Unprintable(
                Finding("glyph.missing", facts={"character": "龘", "code_point": "U+9F98"}), notices=[noticed]
            )

    refusing = replace(desk, press=Refusing(desk.press._fonts))
    monkeypatch.setitem(flask_app.extensions, "docgen", refusing)
    answer = client.post("/api/v1/letters/demand_letter", json=example("demand_letter")).get_json()
    assert [error["code"] for error in answer["errors"]] == ["glyph.missing"]
    assert [notice["code"] for notice in answer["notices"]] == ["print.comments"]


def test_the_description_is_openapi_3_1_and_the_page_to_try_it_needs_no_other_server(client: FlaskClient) -> None:
    assert client.get("/api/v1/openapi.json").get_json()["openapi"] == "3.1.0"
    page = client.get("/api/docs").text
    assert "http" not in page.replace("http-equiv", "")
    with client.get("/api/docs/assets/js/swagger-ui-bundle.js") as script:
        assert script.status_code == 200


def test_the_service_says_that_it_lives_and_is_ready(client: FlaskClient) -> None:
    assert client.get("/api/v1/health").get_json()["status"] == "ok"
    assert len(client.get("/api/v1/ready").get_json()["templates"]) == 2 * len(LetterKind)


def test_too_many_requests_are_told_when_to_come_again(settings: Settings) -> None:
    app = wiring.create_app(replace(settings, rate_limit="2 per minute"))
    with app.test_client() as client:
        for _ in range(2):
            assert client.get("/api/v1/letters").status_code == 200
        refused = client.get("/api/v1/letters")
        assert (refused.status_code, refused.get_json()["code"]) == (429, "too_many_requests")
        assert 0 < int(refused.headers["Retry-After"]) <= 61
        assert refused.headers["X-RateLimit-Remaining"] == "0"
        assert client.get("/api/v1/health").status_code == 200
        with client.get("/static/form.css") as asset:
            assert asset.status_code == 200
        assert client.get("/").status_code == 429


@pytest.mark.parametrize(("waiting", "wait"), [(0, 60.0), (1, 0.01)])
def test_a_full_queue_is_answered_503_with_a_time_and_a_word_file_needs_no_press(
    client: FlaskClient, flask_app: Flask, example: Any, monkeypatch: Any, waiting: int, wait: float
) -> None:
    """At once where there is no place to wait in; else when the press has not become free in time."""
    queue = Queue(1, waiting, wait)
    monkeypatch.setitem(flask_app.extensions, "docgen.queue", queue)
    with queue.place() as place, place.press():
        answer = client.post("/api/v1/letters/demand_letter", json=example("demand_letter"))
        assert (answer.status_code, answer.get_json()["code"]) == (503, "busy")
        assert answer.headers["Retry-After"] == "5"
        unread = client.post("/api/v1/letters/demand_letter", json={"account": {"invoices": [{}] * 9_000}})
        assert unread.status_code == (422 if waiting else 503)  # where there is no place, nothing is read
        word = client.post("/api/v1/letters/demand_letter?format=docx", json=example("demand_letter"))
        assert word.status_code == 200
    assert client.post("/api/v1/letters/demand_letter", json=example("demand_letter")).status_code == 200
