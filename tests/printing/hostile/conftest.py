from __future__ import annotations

from collections.abc import Iterator

import pytest

from docgen.printing.workers import Workers
from tests.printing.presses import real


@pytest.fixture(scope="package")
def guarded() -> Iterator[Workers]:
    """The press behind its limits, so that a file which breaks them fails its own test alone."""
    workers = Workers(1, real, seconds=20, memory=1 << 30)
    workers.ready()
    yield workers
    workers.close()
