"""A real server and a real browser; a company that keeps its templates."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from werkzeug.serving import make_server

from docgen import app as wiring
from docgen import web
from docgen.config import Settings
from docgen.usecases import Desk
from docgen.usecases.studio.shipping import shelve_shipped
from docgen.usecases.studio.versions import Item, Sort
from tests.studio.company import NOW, found_company
from tests.studio.memory_shelf import MemoryShelf
from tests.web.lawyer import Enters, Lawyer

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
NO_SCRIPTS = 2  # Chromium's content setting "block"

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,1000",
)


@pytest.fixture(scope="session")
def address(flask_app: Flask) -> Iterator[str]:
    """Where the form is served for a browser."""
    server = make_server("127.0.0.1", 0, flask_app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    folder = tmp_path / "downloads"
    folder.mkdir()
    return folder


@pytest.fixture
def browse(tmp_path: Path, downloads: Path) -> Iterator[Callable[..., webdriver.Chrome]]:
    """Opens Chromium with a fresh profile; what its console has to complain about fails the test."""
    if not CHROMIUM or not DRIVER:
        pytest.skip("no Chromium with its driver on this machine")
    opened: list[webdriver.Chrome] = []

    def browser(*, scripts: bool = True) -> webdriver.Chrome:
        options = webdriver.ChromeOptions()
        options.binary_location = str(CHROMIUM)
        for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'profile'}"):
            options.add_argument(flag)
        settings: dict[str, object] = {"download.default_directory": str(downloads)}
        if not scripts:
            settings["profile.managed_default_content_settings.javascript"] = NO_SCRIPTS
        options.add_experimental_option("prefs", settings)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        opened.append(webdriver.Chrome(options=options, service=Service(DRIVER)))
        return opened[-1]

    try:
        yield browser
        complaints = [entry for one in opened for entry in one.get_log("browser")]
        assert complaints == []
    finally:
        for one in opened:
            one.quit()


SHIPPED = (("zh", "demand_letter"), ("en", "demand_letter"), ("zh", "payment_reminder"))


@pytest.fixture
def shelf() -> MemoryShelf:
    """What a company has on its first day, with some of the letters that ship."""
    kept = MemoryShelf()
    found_company(kept)
    templates = wiring.shipped_folder("templates")
    shipped = {
        Item(Sort.LETTER, name, language): templates.joinpath(f"{language}/{name}.docx").read_bytes()
        for language, name in SHIPPED
    }
    shelve_shipped(kept, shipped, now=NOW)
    return kept


@pytest.fixture
def studio(desk: Desk, shelf: MemoryShelf, settings: Settings) -> Flask:
    """The pages over it."""
    return web.create_app(replace(desk, shelf=shelf), settings, wiring.read_examples())


@pytest.fixture
def enters(studio: Flask) -> Enters:
    def enter(person: str = "", language: str = "en") -> Lawyer:
        return Lawyer(studio.test_client(), person, language)

    return enter
