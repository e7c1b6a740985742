"""What the tests of escalation share: the sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

import docgen
from docgen.messages import Messages

TEXTS = Path(docgen.__file__).parent / "messages"


@pytest.fixture(scope="session")
def messages() -> Messages:
    return Messages.parse(
        {language: [file.read_text("utf-8") for file in (TEXTS / language).glob("*.toml")] for language in ("zh", "en")}
    )
