"""The page to try the API, as an integrator meets it in a browser."""

from __future__ import annotations

from collections.abc import Callable

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

Browse = Callable[..., webdriver.Chrome]


def test_a_letter_is_made_from_the_example_and_the_description_has_no_fault(browse: Browse, address: str) -> None:
    chrome = browse()
    wait = WebDriverWait(chrome, 60)

    def shown(selector: str) -> WebElement:
        return wait.until(lambda page: page.find_element(By.CSS_SELECTOR, selector))

    chrome.get(f"{address}/api/docs")
    icon = shown("link[rel=icon]").get_attribute("href")
    assert icon and icon.endswith("/static/icon.svg")
    call = "#operations-letters-makeDemandLetter"
    shown(f"{call} .opblock-summary-control").click()
    shown(f"{call} .try-out__btn").click()
    wait.until(lambda _: "as_of" in (shown(f"{call} textarea").get_attribute("value") or ""))
    shown(f"{call} button.execute").click()
    answered = shown(f"{call} .live-responses-table tr.response .response-col_status")
    wait.until(lambda _: answered.text.startswith("200"))
    headers = shown(f"{call} .live-responses-table").text.lower()
    assert "content-digest" in headers and "docgen-law-data" in headers
    assert chrome.find_elements(By.CSS_SELECTOR, ".errors-wrapper") == []
