"""docs/api.md: what it tells to type is typed into a shell, and what it shows as the answer is what comes back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
SHOWN_AT = "http://127.0.0.1:8750"
needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


def blocks(heading: str, kind: str) -> list[str]:
    """The fenced blocks of one kind under a heading."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(rf"^```{kind}\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def typed(address: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What each command of the page prints, typed one after the other in one folder."""
    folder = tmp_path_factory.mktemp("page")
    return [
        subprocess.run(
            ["/bin/sh", "-ec", command.replace(SHOWN_AT, address)],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for command in blocks("From nothing to a letter", "sh")
    ]


@needs_curl
def test_the_first_letter_is_a_pdf_and_a_retry_is_the_same_file(typed: list[str]) -> None:
    first, again = typed[1], typed[2]
    assert "200 application/pdf" in first
    (digest,) = re.findall(r"^Content-Digest: (sha-256=:\S+:)\s*$", first, flags=re.MULTILINE)
    assert digest in again and "the same file" in again


@needs_curl
@pytest.mark.parametrize(("command", "status"), [(3, 422), (4, 409)])
def test_the_problem_shown_is_the_problem_answered(typed: list[str], command: int, status: int) -> None:
    shown: Any = json.loads(blocks("From nothing to a letter", "json")[command - 3])
    assert json.loads(typed[command]) == shown
    assert shown["status"] == status


@needs_curl
def test_once_its_warning_is_acknowledged_the_letter_is_made(typed: list[str]) -> None:
    assert "200 application/pdf" in typed[5]
