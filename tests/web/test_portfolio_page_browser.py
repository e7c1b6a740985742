"""The page of many accounts in Chromium: files chosen or dropped, the order, the charts, one customer's way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from tests.web.test_pages_browser import LANGUAGES, Clerk
from tests.web.test_portfolio_page import ACCOUNTS, one

Browse = Callable[..., Chrome]


class Manager(Clerk):
    """Somebody at the page of many accounts, with a folder of them."""

    def __init__(self, browser: Chrome, address: str, language: str) -> None:
        self.browser = browser
        browser.get(f"{address}/portfolio?lang={language}")

    def answered(self, act: Callable[[], object]) -> None:
        before = self.browser.find_element(By.TAG_NAME, "html").id
        act()
        self.wait(lambda: self.browser.find_element(By.TAG_NAME, "html").id != before)

    def names(self) -> list[str]:
        return [each.text for each in self.browser.find_elements(By.CSS_SELECTOR, ".order .debtor")]

    def filled(self, selector: str) -> str:
        """The colour that a shape is drawn in."""
        shape = self.browser.find_element(By.CSS_SELECTOR, selector)
        return str(shape.value_of_css_property("fill"))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_chosen_looked_over_and_a_customer_s_way_is_opened(
    browse: Browse, address: str, tmp_path: Path, language: str, scripts: bool
) -> None:
    (tmp_path / "a.json").write_text(one("客户甲有限公司"), "utf-8")
    (tmp_path / "many.json").write_bytes(ACCOUNTS.read_bytes())
    manager = Manager(browse(scripts=scripts), address, language)
    manager.box("file").send_keys(f"{tmp_path / 'a.json'}\n{tmp_path / 'many.json'}")
    manager.answered(lambda: manager.click("#press"))
    names = manager.names()
    assert len(names) == 12
    assert names[0] == ("东湖泵业（示例）有限公司" if language == "zh" else "Donghu Pumps (Example) Co., Ltd.")
    assert manager.filled("rect.received") == "rgb(29, 91, 115)"
    assert manager.filled("rect.age-6") == "rgb(15, 53, 69)"
    assert manager.filled("rect.billed") != manager.filled("rect.received")

    other = "en" if language == "zh" else "zh"
    manager.answered(lambda: manager.click(f"button[formaction='/portfolio?lang={other}']"))
    first = manager.names()[0]
    assert len(manager.names()) == 12 and first != names[0]

    manager.answered(lambda: manager.click(".order tr:first-child .next button"))
    assert manager.browser.current_url.endswith("/way")
    assert first in manager.browser.find_element(By.TAG_NAME, "main").text


def test_a_file_that_is_dropped_anywhere_is_looked_over_at_once(browse: Browse, address: str) -> None:
    manager = Manager(browse(), address, "en")
    text = json.dumps(one("客户甲有限公司"))
    drop = f"""
      const carried = new DataTransfer();
      carried.items.add(new File([{text}], "a.json", {{type: "application/json"}}));
      document.body.dispatchEvent(new DragEvent("drop", {{dataTransfer: carried, bubbles: true, cancelable: true}}));
    """
    manager.answered(lambda: manager.browser.execute_script(drop))
    assert manager.names() == ["English of 客户甲有限公司"]
