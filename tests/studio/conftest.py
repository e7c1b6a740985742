"""Shelves to try the studio on."""

from __future__ import annotations

import pytest

from docgen.usecases.studio.shelf import Shelf
from tests.studio.company import found_company
from tests.studio.memory_shelf import MemoryShelf


@pytest.fixture
def shelf() -> Shelf:
    """An empty one, but for the group."""
    return MemoryShelf()


@pytest.fixture
def company(shelf: Shelf) -> Shelf:
    """One that knows a company's units and people."""
    found_company(shelf)
    return shelf
