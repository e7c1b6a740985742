"""The real law data, sentences, templates and press, read once; made as `docgen.app` makes them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
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

EXAMPLES = Path(__file__).parents[1] / "examples"


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
