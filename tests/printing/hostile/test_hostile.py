"""Every hostile file is refused by name or printed, in twenty seconds and a gigabyte, by the press and by the API."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from docgen.errors import DocgenError
from docgen.messages import Messages
from docgen.printing.workers import Workers
from tests.printing.hostile import layouts, packages, pictures
from tests.web.test_api import DOCX

CASES = {**packages.CASES, **pictures.CASES, **layouts.CASES}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_refused_by_name_or_printed(guarded: Workers, messages: Messages, name: str) -> None:
    make, codes = CASES[name]
    try:
        printed = guarded.print(make())
    except DocgenError as refused:
        found = {finding.code for finding in refused.findings}
        assert found, refused
        assert found <= codes, refused
        assert all(messages.say(finding, "zh") and messages.do(finding, "en") for finding in refused.findings)
    else:
        assert "" in codes or not codes, f"it was printed, on {printed.pages} pages"
        assert printed.pages >= 1
        assert printed.pdf.startswith(b"%PDF-")
        assert all(messages.say(notice, "en") for notice in printed.notices)


@pytest.mark.parametrize("name", [*packages.CASES, *pictures.CASES])
def test_the_api_refuses_it_by_the_same_name(client: FlaskClient, name: str) -> None:
    make, codes = CASES[name]
    answer = client.post("/api/v1/prints", data=make(), content_type=DOCX)
    if answer.status_code == 413:
        return
    if answer.status_code == 200:
        assert "" in codes or not codes
        return
    assert answer.status_code == 422, answer.text
    assert {error["code"] for error in answer.get_json()["errors"]} <= codes
