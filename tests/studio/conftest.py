"""Shelves to try the studio on: one in memory, and the store on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.storage.opening import open_store
from docgen.usecases.studio.shelf import Shelf
from tests.studio.company import NOW, found_company
from tests.studio.memory_shelf import MemoryShelf


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shelf]:
    """An empty one, but for the group."""
    if request.param == "memory":
        yield MemoryShelf()
        return
    url = request.getfixturevalue("fresh_postgresql")() if request.param == "postgresql" else ""
    store = open_store(url, tmp_path / "data", now=NOW)
    yield store
    store.close()


@pytest.fixture
def company(shelf: Shelf) -> Shelf:
    """One that knows a company's units and people."""
    found_company(shelf)
    return shelf
