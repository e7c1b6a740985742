"""What the API answers when a press hangs, dies or stumbles over a file; the other letters are made as ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from docgen import app as wiring
from docgen.config import Settings
from docgen.printing.workers import Workers
from docgen.usecases import Desk
from docgen.web import create_app
from tests.printing.presses import Obedient, Told
from tests.web.test_api import DOCX


@pytest.fixture(scope="module")
def presses() -> Iterator[Told]:
    presses = Told(2, Obedient, seconds=1, memory=512 << 20)
    yield presses
    presses.close()


@pytest.fixture(scope="module")
def told_client(presses: Told, desk: Desk, settings: Settings) -> FlaskClient:
    return create_app(replace(desk, press=presses), settings, wiring.read_examples()).test_client()


@pytest.mark.parametrize(
    ("order", "status", "code", "finding", "pointer"),
    [
        ("crash", 500, "press_failed", "print.crashed", None),
        ("stumble", 500, "press_failed", "print.crashed", None),
        ("hang", 422, "unprintable", "print.too_long", "/account/invoices"),
    ],
)
def test_a_letter_over_which_the_press_breaks_down_is_told_so_and_can_be_had_as_a_word_file(
    told_client: FlaskClient,
    presses: Told,
    example: Any,
    order: str,
    status: int,
    code: str,
    finding: str,
    pointer: str | None,
) -> None:
    address, english = "/api/v1/letters/demand_letter", {"Accept-Language": "en"}
    presses.order = order
    answer = told_client.post(address, json=example("demand_letter"), headers=english)
    presses.order = "print"
    assert (answer.status_code, answer.get_json()["code"]) == (status, code)
    (error,) = answer.get_json()["errors"]
    assert (error["code"], error["pointer"]) == (finding, pointer)
    assert "Word file" in error["remedy"]
    assert told_client.post(address + "?format=docx", json=example("demand_letter")).status_code == 200
    assert told_client.post(address, json=example("demand_letter")).status_code == 200


def test_any_word_file_that_hangs_the_press_is_refused_by_name(told_client: FlaskClient, presses: Told) -> None:
    presses.order = "hang"
    answer = told_client.post("/api/v1/prints", data=b"PK", content_type=DOCX)
    presses.order = "print"
    assert (answer.status_code, answer.get_json()["errors"][0]["code"]) == (422, "print.too_long")


def test_without_a_press_the_service_is_not_ready_and_says_when_to_come_again(
    desk: Desk, settings: Settings, example: Any
) -> None:
    presses = Workers(1, Obedient, seconds=1, memory=512 << 20)
    client = create_app(replace(desk, press=presses), settings, wiring.read_examples()).test_client()
    presses.ready()
    assert client.get("/api/v1/ready").status_code == 200
    presses.close()
    asked = [client.get("/api/v1/ready"), client.post("/api/v1/letters/demand_letter", json=example("demand_letter"))]
    for answer in asked:
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
        assert answer.content_type == "application/problem+json"
        assert answer.get_json()["code"] == "press_failed"
        assert [error["code"] for error in answer.get_json()["errors"]] == ["print.no_press"]
    assert client.get("/api/v1/health").status_code == 200


def test_the_service_prints_in_processes_of_its_own_as_the_command_line_does_in_its_one(
    client: FlaskClient, desk: Desk, example: Any
) -> None:
    served: Desk = client.application.extensions["docgen"]
    assert isinstance(served.press, Workers)
    letter = client.post("/api/v1/letters/demand_letter?format=docx", json=example("demand_letter")).data
    printed = client.post("/api/v1/prints", data=letter, content_type=DOCX).data
    assert printed == desk.press.print(letter).pdf
