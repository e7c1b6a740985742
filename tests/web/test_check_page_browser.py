"""The page that checks letters in Chromium: typed, dropped, marked and explained, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By

from tests.printing.word import p, word
from tests.web.test_pages_browser import LANGUAGES, Clerk
from tests.web.test_print_page_browser import DROP

Browse = Callable[..., Chrome]
ACCOUNT = Path(__file__).parents[2] / "examples" / "demand_letter.json"
LETTER = "催款函\n依据《民事诉讼法》第二百一十四条，我司将申请支付令。\n"
LETTER += "逾期不复视为确认，我司将在网上公布贵司欠款。\n2026年9月15日"
MARKED = ["《民事诉讼法》第二百一十四条", "逾期不复视为确认", "网上公布"]


class Lawyer(Clerk):
    """Somebody at the page that checks letters."""

    def __init__(self, browser: Chrome, address: str, language: str) -> None:
        self.browser = browser
        browser.get(f"{address}/check?lang={language}")

    def check(self) -> None:
        before = self.browser.find_element(By.TAG_NAME, "html").id
        self.click("#press")
        self.answered(before)

    def answered(self, before: str) -> None:
        self.wait(lambda: self.browser.find_element(By.TAG_NAME, "html").id != before)
        self.wait(lambda: bool(self.browser.find_elements(By.ID, "answer")))

    @property
    def marks(self) -> list[str]:
        """What is marked, without the numbers."""
        return [
            self.browser.execute_script("return arguments[0].lastChild.textContent", mark)
            for mark in self.browser.find_elements(By.TAG_NAME, "mark")
        ]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_typed_checked_mended_and_checked_again(
    browse: Browse, address: str, language: str, scripts: bool
) -> None:
    lawyer = Lawyer(browse(scripts=scripts), address, language)
    lawyer.type({"text": LETTER})
    lawyer.check()
    assert (
        lawyer.headline()
        == {
            "zh": "这封函件不能照此发出",
            "en": "This letter must not be sent as it is",
        }[language]
    )
    assert lawyer.focused().get_attribute("id") == "answer"
    if scripts:
        assert lawyer.marks == MARKED
    # from the mark to its reason, by a link
    lawyer.click("#at-3")
    assert lawyer.browser.current_url.endswith("#note-3")
    said = lawyer.browser.find_element(By.ID, "note-3").text
    assert {"zh": "建议改为", "en": "Instead"}[language] in said
    assert "如贵司逾期仍未付清，本公司将依法采取" in said
    lawyer.type({"text": "催款函\n请贵司于收到本函之日起十日内付款。"})
    lawyer.check()
    assert (
        lawyer.headline()
        == {
            "zh": "没有发现妨碍发出的内容",
            "en": "Nothing in this letter stands against sending it",
        }[language]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_file_is_dropped_and_held_against_its_account(browse: Browse, address: str, language: str) -> None:
    lawyer = Lawyer(browse(), address, language)
    lawyer.box("account").send_keys(str(ACCOUNT))
    before = lawyer.browser.find_element(By.TAG_NAME, "html").id
    file = word(p("催款函"), p("贵司欠付人民币876,650.05元。"), p("账号：1000 0000 0000 0001 235"))
    heading = lawyer.browser.find_element(By.TAG_NAME, "h1")
    lawyer.browser.execute_script(DROP, heading, "催款函.docx", list(file))
    lawyer.answered(before)  # it is checked at once
    assert lawyer.marks == ["人民币876,650.05元", "1000 0000 0000 0001 235"]
    assert "催款函.docx" in lawyer.browser.find_element(By.ID, "answer").text
    assert "876,650.05" in (lawyer.box("text").get_property("value") or "")
    lawyer.check()  # the account is still there
    assert len(lawyer.marks) == 2


def test_a_mark_and_its_reason_light_up_together_and_the_lawful_words_are_copied(browse: Browse, address: str) -> None:
    browser = browse()
    browser.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": address},
    )
    lawyer = Lawyer(browser, address, "en")
    lawyer.type({"text": LETTER})
    lawyer.check()
    mark = browser.find_elements(By.TAG_NAME, "mark")[1]
    ActionChains(browser).move_to_element(mark).perform()
    assert "lit" in (browser.find_element(By.ID, "note-2").get_attribute("class") or "")
    ActionChains(browser).move_to_element(browser.find_element(By.ID, "note-1")).perform()
    assert "lit" in (browser.find_elements(By.TAG_NAME, "mark")[0].get_attribute("class") or "")
    lawyer.click("#note-1 [data-copy]")
    lawyer.wait(lambda: browser.find_element(By.CSS_SELECTOR, "#note-1 [data-copy]").text == "Copied")
    copied = browser.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied == "《中华人民共和国民事诉讼法》第二百二十五条"


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_nothing_stands_out_at_the_side(browse: Browse, address: str, language: str) -> None:
    browser = browse()
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    )
    lawyer = Lawyer(browser, address, language)
    wide = "return document.documentElement.scrollWidth"
    assert browser.execute_script(wide) == 360
    lawyer.type({"text": LETTER + "\n" + "a" * 200})
    lawyer.check()
    assert browser.execute_script(wide) == 360


def test_the_page_is_walked_with_the_tab_key(browse: Browse, address: str) -> None:
    lawyer = Lawyer(browse(), address, "en")
    lawyer.type({"text": LETTER})
    lawyer.check()
    reached = browser_tabs(lawyer.browser, 14)
    assert reached.index("at-1") < reached.index("at-3") < len(reached)


def browser_tabs(browser: Chrome, times: int) -> list[str]:
    """The ids that the Tab key comes to."""
    reached = []
    for _ in range(times):
        ActionChains(browser).send_keys("\ue004").perform()
        reached.append(browser.switch_to.active_element.get_attribute("id") or "")
    return reached
