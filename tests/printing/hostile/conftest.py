from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from docgen.config import Settings
from docgen.printing.workers import Workers
from docgen.usecases import Desk
from docgen.web import create_app
from tests.printing.presses import real


@pytest.fixture(scope="package")
def guarded() -> Iterator[Workers]:
    """The press behind its limits, so that a file which breaks them fails its own test alone."""
    workers = Workers(1, real, seconds=20, memory=1 << 30)
    workers.ready()
    yield workers
    workers.close()


@pytest.fixture(scope="package")
def doors(guarded: Workers, desk: Desk, settings: Settings) -> FlaskClient:
    """The API and the page before that press, which let every file in."""
    return create_app(replace(desk, press=guarded), replace(settings, max_bytes=64 << 20)).test_client()
