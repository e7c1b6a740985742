from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.printing import Press, fonts
from tests.printing.word import Proof, word


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    # while two engines stand beside each other: DOCGEN_NEW_PRESS=1 asks the new one
    made = Press
    if os.environ.get("DOCGEN_NEW_PRESS"):
        made = importlib.import_module("docgen.printing.newpress").Press
    return made(fonts.prepare(Path(tmp_path_factory.mktemp("fonts"))))


@pytest.fixture(scope="session")
def printed(press: Press) -> Callable[..., Proof]:
    """Print blocks and look at the pages; nothing may be noticed on the way."""

    def look(*blocks: str, **kwargs: object) -> Proof:
        result = press.print(word(*blocks, **kwargs))  # type: ignore[arg-type]
        assert not result.notices
        return Proof(result.pdf)

    return look
