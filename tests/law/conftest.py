"""The shipped law data, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.law import statutes
from docgen.law.statutes import LawData

FOLDER = Path(docgen.__file__).parent / "law" / "statutes"


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The shipped files by name."""
    return {file.name: file.read_text("utf-8") for file in sorted(FOLDER.glob("*.toml"))}


@pytest.fixture(scope="session")
def law(texts: dict[str, str]) -> LawData:
    return statutes.parse(texts)
