"""The page of the way in Chromium, in both languages: from an overdue invoice to the draft of a payment order."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from tests.letters.making import example
from tests.web.test_pages_browser import LANGUAGES, TYPED, Clerk
from tests.web.test_print_page_browser import DROP
from tests.web.test_way import before_the_order, request

Browse = Callable[..., Chrome]
SAID = {
    "zh": {
        "payment_reminder": "付款提醒函",
        "payment_order": "申请支付令",
        "hold": "暂停",
        "dispute": "书面争议",
        "draft": "供律师使用的草稿",
    },
    "en": {
        "payment_reminder": "Payment reminder",
        "payment_order": "Payment order",
        "hold": "On hold",
        "dispute": "dispute in writing",
        "draft": "A draft for the law firm",
    },
}
DISPUTE = "account.declared.written_dispute.answer"
SERVICE = "account.declared.debtor_serviceable.answer"


class Collector(Clerk):
    """Somebody at the page of the way."""

    def bring(self, document: dict[str, Any], language: str = "zh") -> None:
        """Put a saved request in as text."""
        self.browser.get(f"{self.browser.current_url.split('/?')[0]}/way?lang={language}")
        self.paste("pasted", json.dumps(document, ensure_ascii=False))
        self.leave("#put")

    def paste(self, name: str, text: str) -> None:
        self.browser.execute_script("arguments[0].value = arguments[1]", self.box(name), text)

    def leave(self, selector: str) -> None:
        """Press what leads to another page."""
        before = self.browser.find_element(By.TAG_NAME, "html").id
        self.click(selector)
        self.wait(lambda: self.browser.find_element(By.TAG_NAME, "html").id != before)
        self.wait(lambda: self.browser.execute_script("return document.readyState") == "complete")

    def step(self) -> str:
        return self.browser.find_element(By.ID, "answer-title").text

    def decided(self, act: Callable[[], None]) -> None:
        """Do what decides anew: with scripts the page stays and its content is another, without them it is new."""
        before = self.browser.find_element(By.ID, "way").id
        act()
        self.wait(lambda: self.browser.find_element(By.ID, "way").id != before)
        self.wait(lambda: not self.browser.find_elements(By.CSS_SELECTOR, "#way[aria-busy]"))

    def answer(self, name: str, value: str, *, scripts: bool) -> None:
        label = f"label[for='at-{name.replace('.', '-')}-{value}']"
        if scripts:
            self.decided(lambda: self.click(label))
        else:
            self.click(label)
            self.decided(lambda: self.click("#questions > button[value='decide']"))

    def press_live(self, value: str) -> None:
        self.decided(lambda: self.click(f"#way button[value='{value}']"))

    def tip(self, step: str) -> WebElement:
        return self.browser.find_element(By.ID, f"why-{step}")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_overdue_invoice_leads_to_its_reminder(browse: Browse, address: str, language: str, scripts: bool) -> None:
    collector = Collector(browse(scripts=scripts), address, language)
    collector.type(TYPED)
    collector.choose("demand_letter")
    collector.leave("#next")
    assert collector.step().startswith(SAID[language]["payment_reminder"])
    collector.leave(".next-step button[value='open:payment_reminder']")
    assert collector.browser.find_element(By.ID, "kind-payment_reminder").is_selected()
    assert collector.browser.find_elements(By.CSS_SELECTOR, ".pages img")
    assert collector.box("account.invoices.0.number").get_attribute("value") == "26320001"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_question_through_a_refused_step_and_a_hold_to_the_draft_of_the_payment_order(
    browse: Browse, address: str, language: str, scripts: bool
) -> None:
    said = SAID[language]
    collector = Collector(browse(scripts=scripts), address, language)
    document = before_the_order(written_dispute="unknown", debtor_serviceable="unknown")
    document["letter"] = {**example("payment_order_application")["letter"], **document["letter"]}
    document["letter"].pop("dated_on", None)
    collector.bring(document, language)
    # the step waits for two answers
    assert collector.step().startswith(said["payment_order"])
    assert len(collector.browser.find_elements(By.CSS_SELECTOR, ".asked.blocking")) == 2
    # one of them refuses it, and the reason can be read
    collector.answer(DISPUTE, "yes", scripts=scripts)
    assert not collector.step().startswith(said["payment_order"])
    summary = collector.browser.find_element(By.CSS_SELECTOR, "[aria-describedby='why-payment_order']")
    assert said["dispute"] in collector.tip("payment_order").get_property("textContent")
    assert not collector.tip("payment_order").is_displayed()
    summary.send_keys(Keys.ENTER)
    assert collector.tip("payment_order").is_displayed() and said["dispute"] in collector.tip("payment_order").text
    # the right answers open it
    collector.answer(DISPUTE, "no", scripts=scripts)
    collector.answer(SERVICE, "yes", scripts=scripts)
    assert collector.step().startswith(said["payment_order"])
    assert not collector.browser.find_elements(By.CSS_SELECTOR, ".asked.blocking")
    # a hold stops everything; lifting it brings it back
    collector.click("#holding summary")
    collector.box("hold.reason").send_keys("质量投诉")
    collector.press_live("hold")
    assert collector.step() == said["hold"]
    assert not collector.browser.find_elements(By.CSS_SELECTOR, "button[value^='open:']")
    collector.press_live("lift:0")
    assert collector.step().startswith(said["payment_order"])
    # and the draft opens filled in
    collector.leave(".next-step button[value^='open:payment_order_application|']")
    assert collector.browser.find_element(By.ID, "kind-payment_order_application").is_selected()
    assert collector.browser.find_elements(By.CSS_SELECTOR, ".pages img"), collector.browser.find_element(
        By.ID, "answer"
    ).text
    assert collector.box("letter.court").get_attribute("value")


def test_a_reason_shows_under_the_mouse_and_for_the_tab_key_and_goes_with_escape(browse: Browse, address: str) -> None:
    collector = Collector(browse(), address, "en")
    collector.bring(request(), "en")
    tip = collector.tip("lawsuit")
    assert not tip.is_displayed()
    summary = collector.browser.find_element(By.CSS_SELECTOR, "[aria-describedby='why-lawsuit']")
    ActionChains(collector.browser).move_to_element(summary).perform()
    assert tip.is_displayed() and "comes first" in tip.text
    ActionChains(collector.browser).move_to_element(collector.browser.find_element(By.ID, "way-title")).perform()
    assert not tip.is_displayed()
    before = collector.browser.find_element(By.CSS_SELECTOR, "[aria-describedby='why-payment_order']")
    collector.browser.execute_script("arguments[0].focus()", before)
    ActionChains(collector.browser).send_keys(Keys.TAB).perform()
    assert collector.focused() == summary and tip.is_displayed()
    ActionChains(collector.browser).send_keys(Keys.ESCAPE).perform()
    assert not tip.is_displayed()


def test_the_cursor_stays_at_the_question_that_is_answered(browse: Browse, address: str) -> None:
    collector = Collector(browse(), address, "en")
    collector.bring(before_the_order(written_dispute="unknown"), "en")
    collector.browser.execute_script("window.kept = true")
    collector.answer(DISPUTE, "no", scripts=True)
    assert collector.focused().get_attribute("id") == f"at-{DISPUTE.replace('.', '-')}-no"
    assert collector.browser.execute_script("return window.kept")  # the page itself was never left
    ActionChains(collector.browser).send_keys(Keys.ARROW_LEFT).perform()  # to "yes", by the keyboard
    collector.wait(lambda: not collector.step().startswith("Payment order"))


def test_where_the_service_does_not_answer_the_answers_stand_and_a_button_asks_again(
    browse: Browse, address: str
) -> None:
    collector = Collector(browse(), address, "en")
    collector.bring(before_the_order(written_dispute="unknown"), "en")
    collector.browser.execute_script("window.held = window.fetch; window.fetch = () => Promise.reject(new Error())")
    again = "#questions > button[value='decide']"
    assert not collector.browser.find_element(By.CSS_SELECTOR, again).is_displayed()
    collector.click(f"label[for='at-{DISPUTE.replace('.', '-')}-no']")
    collector.wait(lambda: collector.browser.find_element(By.CSS_SELECTOR, again).is_displayed())
    assert "Your answers stand" in collector.browser.find_element(By.CSS_SELECTOR, "[role='alert']").text
    assert collector.browser.find_element(By.ID, f"at-{DISPUTE.replace('.', '-')}-no").is_selected()
    collector.browser.execute_script("window.fetch = window.held")
    collector.decided(lambda: collector.click(again))
    assert not collector.browser.find_elements(By.CSS_SELECTOR, ".asked.blocking")


def test_a_day_that_is_typed_decides_when_it_is_whole(browse: Browse, address: str) -> None:
    collector = Collector(browse(), address, "zh")
    collector.bring(request(), "zh")
    box = collector.box("account.as_of")
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys("2029/8/2")
    collector.decided(lambda: ActionChains(collector.browser).send_keys(Keys.TAB).perform())
    assert collector.step().startswith("提起诉讼")
    assert collector.box("account.as_of").get_attribute("value") == "2029-08-02"
    assert collector.browser.find_elements(By.CSS_SELECTOR, ".clock.short")
    # a day that is none changes nothing, and is told
    box = collector.box("account.as_of")
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys("bald")
    collector.decided(lambda: ActionChains(collector.browser).send_keys(Keys.TAB).perform())
    assert "账务截止日" in collector.browser.find_element(By.CSS_SELECTOR, "[role='status']").text
    assert collector.box("account.as_of").get_attribute("value") == "2029-08-02"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_saved_file_is_dropped_and_the_memo_taken_along(
    browse: Browse, address: str, downloads: Path, language: str
) -> None:
    collector = Collector(browse(), address, language)
    collector.browser.get(f"{address}/way?lang={language}")
    content = json.dumps(request(), ensure_ascii=False).encode()
    before = collector.browser.find_element(By.TAG_NAME, "html").id
    heading = collector.browser.find_element(By.TAG_NAME, "h1")
    collector.browser.execute_script(DROP, heading, "account.json", list(content))
    collector.wait(lambda: collector.browser.find_element(By.TAG_NAME, "html").id != before)
    collector.click("button[value='memo']")
    memo = json.loads(collector.saved("*.json", downloads))
    assert memo["decision"]["next"]["step"] == "lawyers_letter"


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_the_line_runs_down_and_nothing_stands_out_at_the_side(
    browse: Browse, address: str, language: str
) -> None:
    browser = browse()
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    )
    collector = Collector(browser, address, language)
    collector.bring(before_the_order(written_dispute="unknown"), language)
    assert browser.execute_script("return document.documentElement.scrollWidth") == 360
    tops = browser.execute_script("return [...document.querySelectorAll('.station')].map((each) => each.offsetTop)")
    assert tops == sorted(set(tops))
    collector.click("[aria-describedby='why-lawsuit']")
    assert collector.tip("lawsuit").is_displayed()
    assert browser.execute_script("return document.documentElement.scrollWidth") == 360
