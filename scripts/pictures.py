"""Makes the pictures of the README and of docs/templates.md from the real thing: letters as printed, pages as a browser
shows them.

    make pictures

Needs what `make test` installs. The service is started for it, on a port of its own choice, and stopped again.
"""

from __future__ import annotations

import io
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import waitress
from PIL import Image, ImageOps
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from studio_pictures import studio

import schemas
from docgen import app
from docgen.config import Settings
from docgen.letters.request import Language, LetterKind
from docgen.printing.pictures import pictures
from docgen.usecases import make_letter, print_letter

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
PAPER, DESK = "#ffffff", "#e9edf0"


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    settings = replace(Settings.from_env(os.environ), data=None, database_url="")
    letters(settings).save(PICTURES / "demand_letter.png", optimize=True)
    form(settings, "zh").save(PICTURES / "form.zh.png", optimize=True)
    form(settings, "en").save(PICTURES / "form.png", optimize=True)
    way(settings, "zh").save(PICTURES / "way.zh.png", optimize=True)
    way(settings, "en").save(PICTURES / "way.png", optimize=True)
    portfolio(settings, "en").save(PICTURES / "portfolio.png", optimize=True)
    for language in Language:
        templates(settings, language)


def templates(settings: Settings, language: str) -> None:
    """The pages for templates, over a store of their own."""
    with TemporaryDirectory() as folder:
        kept = replace(settings, data=Path(folder) / "kept")
        with page(kept, "/studio") as browser:
            address = browser.current_url.removesuffix("/studio")
            for name, picture in studio(browser, address, language, Path(folder)):
                ending = "" if language == "en" else f".{language}"
                picture.save(PICTURES / f"templates_{name}{ending}.png", optimize=True)


def letters(settings: Settings) -> Image.Image:
    """The first page of the demand letter in both languages, side by side."""
    desk = app.make_desk(settings, app.read_messages())
    kind = LetterKind.DEMAND_LETTER
    loaded = schemas.load((ROOT / "examples" / f"{kind.value}.json").read_bytes(), kind=kind)
    pages = []
    for language in (Language.ZH, Language.EN):
        letter = make_letter(desk, kind, language, loaded.account, loaded.letter, loaded.notices)
        first = Image.open(io.BytesIO(pictures(print_letter(desk, letter).pdf, dpi=80)[0])).convert("RGB")
        pages.append(ImageOps.expand(first, border=24, fill=DESK))
    side_by_side = Image.new("RGB", (sum(page.width for page in pages), pages[0].height), DESK)
    for number, page in enumerate(pages):
        side_by_side.paste(page, (number * pages[0].width, 0))
    return side_by_side.quantize(64)


def form(settings: Settings, language: str) -> Image.Image:
    """The page with the example's first letter, a payment reminder, previewed."""
    with page(settings, f"/?lang={language}") as browser:
        browser.set_window_size(1240, 1180)
        browser.find_element(By.CSS_SELECTOR, "[name=do][value=example]").click()
        browser.find_element(By.CSS_SELECTOR, "#preview").click()
        WebDriverWait(browser, 60).until(lambda page: page.find_elements(By.CSS_SELECTOR, "img[src^='data:']"))
        return shot(browser)


def way(settings: Settings, language: str) -> Image.Image:
    """The page of the way with the example: the line, the next step, questions and periods."""
    with page(settings, f"/way?lang={language}") as browser:
        browser.set_window_size(1240, 1060)
        browser.find_element(By.CSS_SELECTOR, "[name=do][value=example]").click()
        WebDriverWait(browser, 60).until(lambda page: page.find_elements(By.CSS_SELECTOR, ".line"))
        return shot(browser)


def portfolio(settings: Settings, language: str) -> Image.Image:
    """The page of many accounts with the example: who first, and why."""
    with page(settings, f"/portfolio?lang={language}") as browser:
        browser.set_window_size(1240, 1060)
        browser.find_element(By.CSS_SELECTOR, "[name=do][value=example]").click()
        WebDriverWait(browser, 60).until(lambda page: page.find_elements(By.CSS_SELECTOR, ".order"))
        return shot(browser)


@contextmanager
def page(settings: Settings, path: str) -> Iterator[webdriver.Chrome]:
    """A browser at a page of the service, which runs as long as the browser does."""
    server = waitress.create_server(app.create_app(settings), host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    browser = started_browser()
    try:
        browser.get(f"http://127.0.0.1:{server.effective_port}{path}")
        yield browser
    finally:
        browser.quit()
        server.close()


def shot(browser: webdriver.Chrome) -> Image.Image:
    browser.execute_script("window.scrollTo(0, 0)")
    return Image.open(io.BytesIO(browser.get_screenshot_as_png())).convert("RGB").quantize(128)


def started_browser() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for flag in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
        "--hide-scrollbars",
    ):
        options.add_argument(flag)
    return webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))


if __name__ == "__main__":
    main()
