"""docs/api.md: what it tells to type is typed into a shell, and what it shows as the answer is what comes back."""

from __future__ import annotations

import json
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from werkzeug.serving import make_server

from docgen import app as wiring
from docgen import web
from docgen.config import Settings
from docgen.storage.store import Store
from docgen.usecases import Desk
from tests.web import typed_page

needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


@pytest.fixture(scope="module")
def typed(address: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What each command of the page prints, typed one after the other in one folder."""
    return typed_page.typed(address, tmp_path_factory.mktemp("page"))


@needs_curl
def test_the_first_letter_is_a_pdf_and_a_retry_is_the_same_file(typed: list[str]) -> None:
    first, again = typed[1], typed[2]
    assert "200 application/pdf" in first
    (digest,) = re.findall(r"^Content-Digest: (sha-256=:\S+:)\s*$", first, flags=re.MULTILINE)
    assert digest in again and "the same file" in again


@needs_curl
@pytest.mark.parametrize(("place", "command"), list(enumerate(typed_page.ANSWERED[typed_page.LETTERS])))
def test_the_problem_shown_is_the_problem_answered(typed: list[str], place: int, command: int) -> None:
    is_shown(typed, typed_page.LETTERS, place, command)


def is_shown(answers: list[str], title: str, place: int, command: int) -> None:
    shown = json.loads(typed_page.blocks("json", title)[place])
    assert json.loads(answers[command]) == shown, "if it is meant: python -m tests.web.typed_page"
    assert shown["status"] == typed_page.ANSWERED[title][command]


@needs_curl
def test_once_its_warning_is_acknowledged_the_letter_is_made(typed: list[str]) -> None:
    assert "200 application/pdf" in typed[5]


@needs_curl
def test_a_word_file_is_printed(typed: list[str]) -> None:
    assert "200 application/pdf" in typed[6]


@pytest.fixture(scope="module")
def about_templates(desk: Desk, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The same of the section about templates, with a store that nobody has used yet."""
    folder = tmp_path_factory.mktemp("templates")
    shelf = wiring.open_shelf(Settings(data=folder / "data"))
    app = web.create_app(replace(desk, shelf=shelf), settings, wiring.read_examples())
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield typed_page.typed(f"http://127.0.0.1:{server.port}", folder, typed_page.TEMPLATES)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        assert isinstance(shelf, Store)
        shelf.close()


@needs_curl
def test_a_template_is_fetched_checked_drafted_published_and_rolled_back(about_templates: list[str]) -> None:
    entered, checked, drafted, lived, _ = about_templates
    assert re.findall(r"200$", entered, flags=re.MULTILINE) == ["200", "200"]
    assert checked.split("\n")[:2] == ["200", '"verdict": "ok"']
    assert drafted.split()[:3] == ["201", "Location:", "/api/v1/templates/zh/demand_letter/2?unit=group"]
    assert lived.splitlines() == [
        *(f'"state": "{state}"' for state in ("review", "review", "published")),
        '"same": true',
        "201",
    ]


@needs_curl
def test_the_refusal_shown_is_the_refusal_answered(about_templates: list[str]) -> None:
    ((command, _),) = typed_page.ANSWERED[typed_page.TEMPLATES].items()
    is_shown(about_templates, typed_page.TEMPLATES, 0, command)
