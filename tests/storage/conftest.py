"""The store on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docgen.storage.opening import open_store
from docgen.storage.store import Store
from tests.studio.company import NOW, found_company

Opens = Callable[[], Store]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """ "": SQLite in the store's folder; else the address of a fresh PostgreSQL database."""
    return request.getfixturevalue("fresh_postgresql")() if request.param == "postgresql" else ""


@pytest.fixture
def opens(url: str, tmp_path: Path) -> Iterator[Opens]:
    """Opens the same store, once more each time, as another process would."""
    opened: list[Store] = []

    def once_more() -> Store:
        opened.append(open_store(url, tmp_path / "data", now=NOW))
        return opened[-1]

    yield once_more
    for store in opened:
        store.close()


@pytest.fixture
def store(opens: Opens) -> Store:
    kept = opens()
    found_company(kept)
    return kept
