"""The studio over HTTP: what its pages do, by the same list of rights."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import subprocess
import sys
import zipfile
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from docgen import app as wiring
from docgen import web
from docgen.config import Settings
from docgen.studio.composing import Letterhead
from docgen.usecases import Desk
from docgen.usecases.studio.shipping import shelve_shipped
from docgen.usecases.studio.versions import Issued
from docgen.wordfile import open_package
from docgen.wordfile.text import text
from tests.letters.own_letters import SITE_STOP
from tests.printing.word import p, word
from tests.studio.company import LETTER, NOW, SOUTH, found_company
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import ACCOUNT, SHIPPED, WITH_CLAUSE, edited
from tests.web.test_api_description import faults

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HERE = "/api/v1/templates/zh/demand_letter"
FANG, GAO, SUN = ({"Docgen-Person": who, "Accept-Language": "en"} for who in ("fang", "gao", "sun"))
CHANGED = edited("特此函告", "特此函告，请从速办理")
MISSPELT = edited("{{ letter.number }}", "{{ letter.nmber }}")


@pytest.fixture
def shelf() -> MemoryShelf:
    """A company's, on which the demand letter that ships is version 1."""
    made = MemoryShelf()
    found_company(made)
    shelve_shipped(made, {LETTER: SHIPPED}, now=NOW)
    return made


@pytest.fixture
def keeping(desk: Desk, settings: Settings, shelf: MemoryShelf) -> Flask:
    return web.create_app(dataclasses.replace(desk, shelf=shelf), settings, wiring.read_examples())


@pytest.fixture
def call(keeping: Flask) -> FlaskClient:
    return keeping.test_client()


@pytest.fixture(scope="module")
def description(flask_app: Flask) -> Any:
    return flask_app.test_client().get("/api/v1/openapi.json").get_json()


def draft(call: FlaskClient, content: bytes, query: str = "", who: dict[str, str] = FANG, at: str = HERE) -> Any:
    return call.post(f"{at}{query}", data=content, content_type=DOCX, headers=who)


def acts(call: FlaskClient, number: int, act: str, who: dict[str, str], at: str = HERE, **besides: Any) -> Any:
    return call.post(f"{at}/{number}/acts", json={"act": act, **besides}, headers=who)


def publish(call: FlaskClient, content: bytes, at: str = HERE) -> int:
    """A version drafted by Fang and published by Gao; its number."""
    number = int(draft(call, content, at=at).get_json()["number"])
    for act, who in (("hand_in", FANG), ("approve", GAO), ("publish", GAO)):
        answer = acts(call, number, act, who, at)
        assert answer.status_code == 200, answer.text
    return number


def test_a_changed_file_is_drafted_handed_in_approved_by_another_and_published(
    call: FlaskClient, description: Any
) -> None:
    answer = draft(call, CHANGED, "?note=clearer&based_on=1")
    drafted = answer.get_json()
    assert (answer.status_code, answer.headers["Location"]) == (201, f"{HERE}/2?unit=group")
    assert (drafted["state"], drafted["author"], drafted["note"], drafted["based_on"]) == (
        "draft",
        "fang",
        "clearer",
        1,
    )
    assert (drafted["verdict"], drafted["findings"]) == ("ok", [])
    assert faults(description, "TemplateVersion", drafted) == []
    assert acts(call, 2, "hand_in", FANG).get_json()["state"] == "review"
    own = acts(call, 2, "approve", GAO | {"Docgen-Person": "fang"})
    assert (own.status_code, own.get_json()["code"]) == (403, "not_allowed")
    assert acts(call, 2, "approve", GAO).get_json()["approved_by"] == "gao"
    published = acts(call, 2, "publish", GAO, in_force_from="2026-01-01", in_force_until="2099-12-31").get_json()
    assert (published["state"], published["in_force_until"]) == ("published", "2099-12-31")
    assert [event["act"] for event in published["events"]] == ["published", "approved", "handed_in", "drafted"]
    listed = call.get(HERE, headers=FANG).get_json()
    assert listed["in_force"]["number"] == 2
    assert [version["number"] for version in listed["versions"]] == [2, 1]
    assert faults(description, "TemplateVersions", listed) == []
    kept = call.get(f"{HERE}/2/file", headers=FANG)
    assert (kept.data, kept.mimetype) == (CHANGED, DOCX)


def test_the_same_file_sent_again_is_the_same_draft(call: FlaskClient) -> None:
    first, again = draft(call, CHANGED), draft(call, CHANGED)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.get_json() == again.get_json()
    assert first.headers["Location"] == again.headers["Location"]
    assert draft(call, CHANGED, who=GAO).get_json()["number"] == 3
    assert draft(call, CHANGED).get_json()["number"] == 4  # another's draft came between


def test_what_is_wrong_is_told_with_its_place_and_stops_the_version(call: FlaskClient, description: Any) -> None:
    drafted = draft(call, MISSPELT).get_json()
    (finding,) = (one for one in drafted["findings"] if one["code"] == "template.name_unknown")
    assert drafted["verdict"] == "fault"
    assert (finding["severity"], finding["place"]["part"]) == ("fault", "word/document.xml")
    assert finding["place"]["words"] == "{{ letter.nmber }}" and finding["place"]["paragraph"]
    assert "letter.number" in finding["message"] + finding["remedy"]
    assert faults(description, "TemplateVersion", drafted) == []
    refused = acts(call, 2, "hand_in", FANG)
    problem = refused.get_json()
    assert (refused.status_code, problem["code"]) == (409, "not_ready")
    assert "template.name_unknown" in {one["code"] for one in problem["errors"]}
    assert faults(description, "Problem", problem) == []
    in_chinese = call.get(f"{HERE}/2", headers=FANG | {"Accept-Language": "zh"}).get_json()
    assert any("没有这一字段" in one["message"] for one in in_chinese["findings"])


def test_the_marked_and_the_repaired_file_are_had_beside_the_list(call: FlaskClient) -> None:
    draft(call, edited("{{ letter.number }}", "｛｛ letter.number ｝｝"))
    assert any(one["repairable"] for one in call.get(f"{HERE}/2", headers=FANG).get_json()["findings"])
    marked = call.get(f"{HERE}/2/marked", headers=FANG)
    assert b"w:comment " in open_package(marked.data).read("word/comments.xml")
    repaired = call.get(f"{HERE}/2/repaired", headers=FANG)
    assert "{{ letter.number }}" in text(repaired.data)
    again = draft(call, repaired.data, "?based_on=2").get_json()
    assert (again["number"], again["verdict"], again["based_on"]) == (3, "ok", 2)
    as_marked = draft(call, marked.data).get_json()  # without our comments, whoever sends them back
    assert text(call.get(f"{HERE}/{as_marked['number']}/file", headers=FANG).data) == text(
        call.get(f"{HERE}/2/file", headers=FANG).data
    )


def test_a_warning_is_acknowledged_by_code_and_none_is_forgotten(call: FlaskClient) -> None:
    doubtful = edited("特此函告", "依据《合同法》第一百零九条，特此函告，逾期不复视为确认。")
    drafted = draft(call, doubtful).get_json()
    assert (drafted["verdict"], sorted(drafted["acknowledge"])) == ("warn", ["citation.repealed", "trap.silence"])
    refused = acts(call, 2, "hand_in", FANG, acknowledge=["trap.silence", "no.such_code"])
    problem = refused.get_json()
    assert (refused.status_code, problem["code"]) == (409, "not_ready")
    assert [one["code"] for one in problem["errors"]] == ["citation.repealed"]
    assert problem["acknowledge"] == ["trap.silence", "citation.repealed"]
    review = acts(call, 2, "hand_in", FANG, acknowledge=problem["acknowledge"]).get_json()
    assert (review["state"], review["acknowledged"]) == ("review", ["citation.repealed", "trap.silence"])


def test_two_versions_are_compared_as_json_and_with_tracked_changes(call: FlaskClient, description: Any) -> None:
    draft(call, CHANGED)
    changes = call.get(f"{HERE}/2/against/1", headers=FANG).get_json()
    (change,) = changes["clauses"]
    assert (changes["same"], change["sort"]) == (False, "changed")
    assert {"text": "，请从速办理", "mark": "inserted"} in change["runs"] or any(
        "请从速办理" in run["text"] and run["mark"] == "inserted" for run in change["runs"]
    )
    assert faults(description, "TemplateChanges", changes) == []
    tracked = call.get(f"{HERE}/2/against/1/tracked", headers=FANG).data
    assert 'w:author="方律师"' in open_package(tracked).read("word/document.xml").decode()
    missing = call.get(f"{HERE}/2/against/7", headers=FANG)
    assert (missing.status_code, missing.get_json()["code"]) == (404, "unknown_version")
    above = call.get(f"{HERE}/1/against/1?unit={SOUTH}&old_unit=group", headers=GAO)
    assert above.status_code == 404


def test_an_earlier_version_is_published_again(call: FlaskClient) -> None:
    publish(call, CHANGED)
    answer = call.post(f"{HERE}/roll-back", json={"to": 1, "note": "too sharp"}, headers=GAO)
    again = answer.get_json()
    assert (answer.status_code, answer.headers["Location"]) == (201, f"{HERE}/3?unit=group")
    assert (again["state"], again["origin"], again["based_on"]) == ("published", "rolled_back", 1)
    assert call.get(HERE, headers=FANG).get_json()["in_force"]["number"] == 3
    assert acts(call, 3, "withdraw", GAO, note="after all").get_json()["state"] == "withdrawn"
    assert call.get(HERE, headers=FANG).get_json()["in_force"]["number"] == 2


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ({}, "studio.person_absent"),
        ({"Docgen-Person": "nobody"}, "studio.person_unknown"),
        (SUN, "studio.may_not_draft"),
    ],
)
def test_who_may_not_is_told_who_may(call: FlaskClient, who: dict[str, str], code: str) -> None:
    answer = draft(call, CHANGED, who=who | {"Accept-Language": "en"})
    problem = answer.get_json()
    assert (answer.status_code, problem["code"]) == (403, "not_allowed")
    assert [one["code"] for one in problem["errors"]] == [code]
    assert call.get(HERE, headers=FANG).get_json()["versions"][0]["number"] == 1


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/api/v1/templates/zh/demand_leter", 404, "unknown_letter"),
        ("/api/v1/templates/fr/demand_letter", 404, "not_found"),
        ("/api/v1/clauses/zh/Kto-Nr", 404, "unknown_letter"),
        (f"{HERE}/9", 404, "unknown_version"),
        (f"{HERE}?unit=west", 404, "unknown_version"),
        (f"{HERE}?unti=south", 422, "invalid_request"),
        ("/api/v1/issued?since=soon", 422, "invalid_request"),
        ("/api/v1/issued/abc/pdf", 404, "unknown_version"),
    ],
)
def test_what_there_is_not_is_refused_with_a_code(call: FlaskClient, address: str, status: int, code: str) -> None:
    answer = call.get(address, headers=GAO)
    assert (answer.status_code, answer.get_json()["code"]) == (status, code), answer.text


def test_all_faults_of_a_step_are_told_at_once(call: FlaskClient) -> None:
    sent = {"act": "aprove", "note": 3, "in_force_from": "soon", "why": "x"}
    answer = call.post(f"{HERE}/1/acts?unti=x", json=sent, headers=GAO)
    told = {(one["code"], one["pointer"]) for one in answer.get_json()["errors"]}
    assert answer.status_code == 422
    assert told == {
        ("query.unknown", None),
        ("value.not_a_choice", "/act"),
        ("value.not_text", "/note"),
        ("value.not_a_date", "/in_force_from"),
        ("field.unknown", "/why"),
    }


def test_what_is_no_word_file_is_not_kept(call: FlaskClient) -> None:
    assert draft(call, b"%PDF-1.7").get_json()["code"] == "not_word_file"
    assert call.post(HERE, data=CHANGED, content_type="text/plain", headers=FANG).status_code == 415
    assert len(call.get(HERE, headers=FANG).get_json()["versions"]) == 1


def test_a_file_that_harms_is_refused_by_name_and_not_kept(call: FlaskClient) -> None:
    package = open_package(SHIPPED)
    hostile = package.with_parts({"word/vbaProject.bin": [b"\xd0\xcf\x11\xe0 macros"]})
    answer = draft(call, hostile)
    assert (answer.status_code, answer.get_json()["code"]) == (422, "hostile_file"), answer.text
    assert len(call.get(HERE, headers=FANG).get_json()["versions"]) == 1


def kit_of(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("letterhead", "letterhead.json"), content)
    return held.getvalue()


@pytest.mark.parametrize(
    "kit",
    [
        b"PK\x03\x04",
        kit_of(letterhead=b"[" * 100_000),
        kit_of(letterhead=b" " * (9 << 20)),
        kit_of(letterhead=b'{"address_line": {"zh": "a\\u0000b"}, "colour": ""}'),
        kit_of(letterhead=b'{"address_line": {"zh": 3}, "colour": ""}'),
        kit_of(letterhead=b'{"address_line": {}, "colour": "", "logo": {"height": "nan"}}', logo=b"GIF89a"),
    ],
    ids=["damaged", "deep", "large", "control character", "number", "no picture"],
)
def test_a_letterhead_that_cannot_be_read_is_never_more_than_a_draft(call: FlaskClient, kit: bytes) -> None:
    drafted = call.put("/api/v1/letterheads", data=kit, content_type="application/zip", headers=FANG)
    assert (drafted.status_code, drafted.get_json()["verdict"]) == (201, "fault"), drafted.text
    assert acts(call, 1, "hand_in", FANG, "/api/v1/letterheads").status_code == 409


def test_the_list_says_what_makes_each_letter_and_what_waits(call: FlaskClient, description: Any) -> None:
    draft(call, CHANGED)
    answer = call.get(f"/api/v1/templates?unit={SOUTH}", headers=GAO).get_json()
    (line,) = (one for one in answer["templates"] if (one["name"], one["language"]) == ("demand_letter", "zh"))
    assert (line["title"], line["in_force"]["number"], line["in_force"]["unit"]) == (
        "Formal Demand for Payment",
        1,
        "group",
    )
    assert line["waiting"] == []
    group = call.get("/api/v1/templates", headers=GAO).get_json()["templates"]
    assert next(one for one in group if one["href"] == HERE)["waiting"] == [2]
    assert faults(description, "Templates", answer) == []
    assert call.get("/api/v1/templates").status_code == 403


def test_a_clause_lives_as_a_letter_does_and_names_the_letters_it_is_in(call: FlaskClient, description: Any) -> None:
    clause = "/api/v1/clauses/zh/account"
    assert publish(call, ACCOUNT, clause) == 1
    assert publish(call, WITH_CLAUSE) == 2
    listed = call.get("/api/v1/clauses", headers=FANG).get_json()
    (line,) = listed["clauses"]
    assert (line["name"], line["in_force"]["number"], line["href"]) == ("account", 1, clause)
    assert [(one["name"], one["number"]) for one in line["touches"]] == [("demand_letter", 2)]
    assert faults(description, "Clauses", listed) == []
    wrong = draft(call, word(p("{{ bank.nmber }}")), at=clause).get_json()
    assert (wrong["verdict"], wrong["sort"], wrong["number"]) == ("fault", "clause", 2)
    assert call.get(f"{clause}/2/against/1", headers=FANG).get_json()["same"] is False


def test_a_letterhead_is_a_zip_with_the_same_life(call: FlaskClient) -> None:
    kit, address = Letterhead(colour="0B6E4F").write(), "/api/v1/letterheads"
    first = call.put(address, data=kit, content_type="application/zip", headers=FANG)
    assert (first.status_code, first.headers["Location"]) == (201, f"{address}/1?unit=group")
    assert call.put(address, data=kit, content_type="application/zip", headers=FANG).status_code == 200
    for act, who in (("hand_in", FANG), ("approve", GAO), ("publish", GAO)):
        assert acts(call, 1, act, who, address).status_code == 200
    kept = call.get(f"{address}/1/file", headers=FANG)
    assert (kept.mimetype, kept.data) == ("application/zip", kit)
    assert call.get(address, headers=FANG).get_json()["in_force"]["number"] == 1
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("letterhead.json", "{}")
    drafted = call.put(address, data=other.getvalue(), content_type="application/zip", headers=FANG).get_json()
    assert [one["code"] for one in drafted["findings"]] == ["studio.letterhead_unreadable"]


def test_a_letter_of_the_company_s_own_lives_as_its_word_files_do(call: FlaskClient, description: Any) -> None:
    address = "/api/v1/kinds/site_stop_notice"
    wrong = call.post(address, json=SITE_STOP | {"base": "love_letter"}, headers=FANG)
    assert (wrong.status_code, wrong.get_json()["verdict"]) == (201, "fault")
    drafted = call.post(address, json=SITE_STOP, headers=FANG).get_json()
    assert (drafted["number"], drafted["verdict"], drafted["sort"]) == (2, "ok", "kind")
    for act, who in (("hand_in", FANG), ("approve", GAO), ("publish", GAO)):
        assert acts(call, 2, act, who, address).status_code == 200
    listed = call.get("/api/v1/kinds", headers=FANG).get_json()
    assert [(one["name"], one["in_force"]["number"]) for one in listed["kinds"]] == [("site_stop_notice", 2)]
    assert faults(description, "Kinds", listed) == []
    assert json.loads(call.get(f"{address}/2/file", headers=FANG).data) == SITE_STOP
    assert "site_stop_notice" in {one["kind"] for one in call.get("/api/v1/letters").get_json()["letters"]}
    letter = draft(call, SHIPPED, at="/api/v1/templates/zh/site_stop_notice").get_json()
    assert (letter["name"], letter["number"]) == ("site_stop_notice", 1)
    assert call.post("/api/v1/kinds/demand_letter", json=SITE_STOP, headers=FANG).status_code == 404


def test_people_and_companies_are_entered_by_who_may(call: FlaskClient, description: Any) -> None:
    sent = {"name": "李法务", "rights": {"south": ["read", "draft"]}}
    assert call.put("/api/v1/people/li", json=sent, headers=FANG).status_code == 403
    entered = call.put("/api/v1/people/li", json=sent, headers=GAO).get_json()
    assert entered == {"id": "li", "name": "李法务", "rights": {"south": ["draft", "read"]}}
    people = call.get("/api/v1/people").get_json()
    assert entered in people["people"]
    assert faults(description, "People", people) == []
    unit = {"name": "西部公司", "registration_number": "91610000MA003CCC03"}
    made = call.put("/api/v1/units/west", json=unit, headers=GAO).get_json()
    assert made == unit | {"id": "west", "parent": "group", "may_seal": False}
    assert made in call.get("/api/v1/units").get_json()["units"]
    wrong = call.put("/api/v1/people/li", json={"rights": {"south": ["reed"]}}, headers=GAO).get_json()
    assert [(one["code"], one["pointer"]) for one in wrong["errors"]] == [
        ("field.missing", "/name"),
        ("value.not_a_choice", "/rights/south/0"),
    ]


def test_the_first_person_enters_herself(desk: Desk, settings: Settings) -> None:
    empty = web.create_app(dataclasses.replace(desk, shelf=MemoryShelf()), settings, wiring.read_examples())
    call = empty.test_client()
    weak = call.put("/api/v1/people/gao", json={"name": "高总法", "rights": {"group": ["draft"]}})
    assert (weak.status_code, weak.get_json()["errors"][0]["code"]) == (409, "studio.nobody_manages")
    assert call.put("/api/v1/people/gao", json={"name": "高总法", "rights": {"group": ["manage"]}}).status_code == 200
    assert call.put("/api/v1/people/li", json={"name": "李法务"}).status_code == 403


def test_a_file_is_checked_by_anybody_and_nothing_is_kept(
    call: FlaskClient, client: FlaskClient, description: Any
) -> None:
    for caller in (call, client):  # with a store, and without one
        answer = caller.post(f"{HERE}/checks", data=MISSPELT, content_type=DOCX, headers={"Accept-Language": "en"})
        told = answer.get_json()
        assert (answer.status_code, told["verdict"], told["name"]) == (200, "fault", "demand_letter")
        assert "template.name_unknown" in {one["code"] for one in told["findings"]}
        assert faults(description, "TemplateCheck", told) == []
        sound = caller.post(f"{HERE}/checks", data=SHIPPED, content_type=DOCX).get_json()
        assert (sound["verdict"], sound["findings"]) == ("ok", [])
        clause = caller.post("/api/v1/clauses/zh/account/checks", data=ACCOUNT, content_type=DOCX).get_json()
        assert clause["verdict"] == "ok"
    assert len(call.get(HERE, headers=FANG).get_json()["versions"]) == 1


def test_fields_and_schema_are_had_with_and_without_a_store(
    call: FlaskClient, client: FlaskClient, description: Any
) -> None:
    for caller in (call, client):
        panel = caller.get(f"{HERE}/fields", headers={"Accept-Language": "en"}).get_json()
        number = next(one for one in panel["fields"] if one["name"] == "letter.number")
        assert (number["tag"], number["kind"]) == ("{{ letter.number }}", "text")
        assert faults(description, "TemplateFields", panel) == []
        schema = caller.get(f"{HERE}/schema")
        assert schema.mimetype == "application/schema+json"
        made = json.loads(schema.data)
        Draft202012Validator.check_schema(made)
        assert made["properties"]["letter"]["properties"]["number"]["type"] == "string"


@pytest.mark.parametrize(
    "address", ["/templates", "/clauses", "/kinds", "/letterheads", "/people", "/units", "/issued"]
)
def test_without_a_store_it_is_said_how_to_have_one(client: FlaskClient, address: str) -> None:
    answer = client.get(f"/api/v1{address}", headers=FANG)
    assert (answer.status_code, answer.get_json()["code"]) == (501, "no_store")
    assert "DOCGEN_DATA" in answer.get_json()["detail"] + answer.get_json()["errors"][0]["remedy"]


def test_a_letter_issued_is_had_again_byte_for_byte(call: FlaskClient, shelf: MemoryShelf, description: Any) -> None:
    docx, facts = b"PK the letter as it went out", b"{}"
    issued = Issued(
        id="ab" * 32,
        number="华信催〔2026〕17号",
        kind="demand_letter",
        language="zh",
        unit=SOUTH,
        debtor="远航装备",
        dated_on=dt.date(2026, 9, 15),
        issued_at=NOW,
        templates=((LETTER, 1, "cd" * 32),),
        facts=shelf.keep(facts),
        docx=shelf.keep(docx),
        pdf="",
        law_version="2026",
        docgen_version="0.1.0",
        entry="api",
    )
    shelf.record(issued, {})
    (found,) = call.get("/api/v1/issued?number=华信催〔2026〕17号&since=2026-09-01", headers=FANG).get_json()["issued"]
    assert (found["id"], found["templates"][0]["number"]) == (issued.id, 1)
    assert faults(description, "IssuedLetters", {"issued": [found]}) == []
    assert call.get("/api/v1/issued?since=2026-10-01", headers=FANG).get_json() == {"issued": []}
    assert call.get("/api/v1/issued", headers=SUN).get_json() == {"issued": []}
    again = call.get(f"/api/v1/issued/{issued.id}/docx", headers=FANG)
    assert again.data == docx
    assert call.get(f"/api/v1/issued/{issued.id}/docx", headers=SUN).status_code == 403
    pdf = call.get(f"/api/v1/issued/{issued.id}/pdf", headers=FANG)
    assert (pdf.status_code, pdf.get_json()["errors"][0]["code"]) == (404, "studio.never_printed")


def test_a_start_does_not_read_what_compares_two_versions() -> None:
    asked = "import sys, docgen.web; print(any(name.startswith('docgen.studio.comparing') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True).stdout == b"False\n"
