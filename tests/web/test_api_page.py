"""docs/api.md: what it tells to type is typed into a shell, and what it shows as the answer is what comes back."""

from __future__ import annotations

import json
import re
import shutil

import pytest

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
@pytest.mark.parametrize(("place", "command"), list(enumerate(typed_page.ANSWERED)))
def test_the_problem_shown_is_the_problem_answered(typed: list[str], place: int, command: int) -> None:
    shown = json.loads(typed_page.blocks("json")[place])
    assert json.loads(typed[command]) == shown, "if it is meant: python -m tests.web.typed_page"
    assert shown["status"] == typed_page.ANSWERED[command]


@needs_curl
def test_once_its_warning_is_acknowledged_the_letter_is_made(typed: list[str]) -> None:
    assert "200 application/pdf" in typed[5]


@needs_curl
def test_a_word_file_is_printed(typed: list[str]) -> None:
    assert "200 application/pdf" in typed[6]
