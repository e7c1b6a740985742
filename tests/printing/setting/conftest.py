from __future__ import annotations

from collections.abc import Callable

import pytest

from docgen.printing import fonts
from docgen.printing.press import Press
from docgen.printing.reading import reader
from docgen.printing.setting.pages.document import set_document
from docgen.printing.sheet import Sheets
from docgen.wordfile import open_package
from tests.printing.setting.ruled import laid  # noqa: F401
from tests.printing.word import Proof, word

Printed = Callable[..., Proof]


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(fonts.prepare())


@pytest.fixture(scope="session")
def printed(press: Press) -> Printed:
    """Print blocks and look at the pages; nothing may be noticed on the way."""

    def look(*blocks: str, **kwargs: object) -> Proof:
        result = press.print(word(*blocks, **kwargs))  # type: ignore[arg-type]
        assert not result.notices
        return Proof(result.pdf)

    return look


Pages = Callable[..., Sheets]


@pytest.fixture(scope="session")
def pages() -> Pages:
    """Blocks on pages, before they are PDF."""
    known = fonts.prepare()

    def set_blocks(*blocks: str, **kwargs: object) -> Sheets:
        document, findings = reader.read(open_package(word(*blocks, **kwargs)))  # type: ignore[arg-type]
        assert not findings
        return set_document(document, known)[0]

    return set_blocks
