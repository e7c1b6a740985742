"""Pictures of the pages for templates, as docs/templates.md shows them: a letter is changed, mended, approved."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import Select, WebDriverWait

from docgen.wordfile import open_package

WIDTH = 1080
TEMPLATES = Path(__file__).parents[1] / "templates"
# Words that stand in the letter, and what is typed over them.
FULL_WIDTH = ("{{ letter.number }}", "｛｛ letter.number ｝｝")
SLIP = {
    "zh": ("特此函告。", "请于{{ letter.pay_bye }}前与本公司财务部核对账目，特此函告。"),
    "en": ("We write about sums", "Please agree the account with us by {{ letter.pay_bye }}. We write about sums"),
}
PEOPLE = {"zh": ("方律师", "高总法"), "en": ("Ms Fang", "Mr Gao")}
NOTE = {"zh": "结语：先对账", "en": "Agree the account first"}


def studio(browser: webdriver.Chrome, address: str, language: str, folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Name → picture. folder: where the changed Word file is kept for the browser."""
    browser.set_window_size(WIDTH, 900)
    browser.get(f"{address}/studio?lang={language}")
    drafts, approves = PEOPLE[language]
    type_into(browser, {"name": drafts, "id": "fang"})
    press(browser, "main .btn-primary")
    type_into(browser, {"new-name": approves, "new-id": "gao"})
    for right in ("approve", "publish"):
        browser.find_element(By.CSS_SELECTOR, f"#enter [value={right}]").click()
    press(browser, "#enter button")

    letter = f"{address}/studio/letters/{language}/demand_letter/group"
    browser.get(letter)
    yield "take", shown(browser, 700)
    changed = folder / "changed.docx"
    changed.write_bytes(with_slips(language))
    type_into(browser, {"file": str(changed), "note": NOTE[language]})
    press(browser, "#put-back button")
    drawn(browser, ".letters section:first-child")
    yield "found", shown(browser, 1000)
    press(browser, "#repair")
    press(browser, "#compare button")
    drawn(browser, ".beside")
    yield "compare", shown(browser, 900)
    browser.back()
    press(browser, "#hand-in button")
    Select(browser.find_element(By.ID, "person")).select_by_value("gao")
    WebDriverWait(browser, 60).until(lambda page: page.find_elements(By.ID, "approve"))
    drawn(browser, "#trial-example")
    yield "approve", shown(browser, 700)


def with_slips(language: str) -> bytes:
    """The letter as it ships, with two slips in it."""
    package = open_package((TEMPLATES / language / "demand_letter.docx").read_bytes())
    document = package.read("word/document.xml").decode()
    for words, typed in (FULL_WIDTH, SLIP[language]):
        before, _found, after = document.partition(words)
        document = before + typed + after
    return package.with_parts({"word/document.xml": [document.encode()]})


def type_into(browser: webdriver.Chrome, values: dict[str, str]) -> None:
    for box, value in values.items():
        browser.find_element(By.ID, box).send_keys(value)


def press(browser: webdriver.Chrome, selector: str) -> None:
    """Press what leads to another page, and wait for it."""
    button = WebDriverWait(browser, 60).until(lambda page: page.find_element(By.CSS_SELECTOR, selector))
    button.click()
    WebDriverWait(browser, 60).until(staleness_of(button))
    WebDriverWait(browser, 60).until(lambda page: page.find_elements(By.CSS_SELECTOR, "main h1"))


def drawn(browser: webdriver.Chrome, selector: str) -> None:
    """Wait for the pages there."""
    WebDriverWait(browser, 60).until(lambda page: page.find_elements(By.CSS_SELECTOR, f"{selector} img"))


def shown(browser: webdriver.Chrome, height: int) -> Image.Image:
    """The upper part of the page, so many dots high."""
    browser.set_window_size(WIDTH, height + 140)  # with the window's own edges
    browser.execute_script("document.activeElement.blur(); window.scrollTo(0, 0)")
    picture = Image.open(io.BytesIO(browser.get_screenshot_as_png())).convert("RGB")
    return picture.crop((0, 0, picture.width, min(height, picture.height))).quantize(64)
