"""The real law data, sentences, templates and press, read once; made as `docgen.app` makes them."""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from docgen import app as wiring
from docgen.config import Settings
from docgen.law import statutes
from docgen.law.statutes import LawData
from docgen.messages import Messages
from docgen.usecases import Desk
from tests.storage.postgresql import server

# Where whatever the tests start keeps things, unless told otherwise: never the developer's own. Set before any test is
# read, as some make an environment of this one then.
_DATA_HOME = tempfile.TemporaryDirectory(prefix="docgen-data-home-")
os.environ["XDG_DATA_HOME"] = _DATA_HOME.name
for _name in ("DOCGEN_DATA", "DOCGEN_DATABASE_URL"):
    os.environ.pop(_name, None)

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="session")
def fresh_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Gives the address of a PostgreSQL database with nothing in it but what opening a store puts there."""
    import psycopg  # noqa: PLC0415 — as few tests as possible wait for it

    from docgen.storage.opening import open_store  # noqa: PLC0415

    with server() as address:
        numbers = count(1)

        def create(name: str, like: str = "template1") -> str:
            with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}".encode())
            return f"{address}/{name}"

        folder = tmp_path_factory.mktemp("files")
        open_store(create("opened"), folder, now=dt.datetime.now(dt.UTC)).close()
        yield lambda: create(f"test_{next(numbers)}", like="opened")


@pytest.fixture(scope="session")
def law() -> LawData:
    return statutes.parse(wiring.read_law(None))


@pytest.fixture(scope="session")
def messages() -> Messages:
    return wiring.read_messages()


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The settings of a fresh machine, but for a rate limit that tests cannot reach."""
    from_env = Settings.from_env(dict(os.environ))
    return Settings(templates=from_env.templates, rate_limit="1000000 per minute")


@pytest.fixture(scope="session")
def desk(settings: Settings, messages: Messages) -> Desk:
    return wiring.make_desk(settings, messages)


@pytest.fixture(scope="session")
def flask_app(settings: Settings) -> Iterator[Flask]:
    yield wiring.create_app(settings)


@pytest.fixture
def client(flask_app: Flask) -> FlaskClient:
    return flask_app.test_client()


@pytest.fixture
def example() -> Any:
    """A fresh copy of a shipped request document, by name."""

    def read(name: str) -> Any:
        return json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))

    return read
