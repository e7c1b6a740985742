from __future__ import annotations

from collections.abc import Callable

import pytest

from docgen.printing import Press, fonts
from tests.printing.word import Proof, word


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(fonts.prepare())


@pytest.fixture(scope="session")
def printed(press: Press) -> Callable[..., Proof]:
    """Print blocks and look at the pages; nothing may be noticed on the way."""

    def look(*blocks: str, **kwargs: object) -> Proof:
        result = press.print(word(*blocks, **kwargs))  # type: ignore[arg-type]
        assert not result.notices
        return Proof(result.pdf)

    return look
