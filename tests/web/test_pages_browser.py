"""The form in Chromium, in both languages: from the empty page to the letter in hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select

LANGUAGES = ["zh", "en"]
PATIENCE = 30  # seconds; the machine may be busy

CREDITOR, DEBTOR = "华信精工有限公司", "Smith & Sons <select> 龘"

TYPED = {
    "account.as_of": "2026-09-15",
    "account.booked_up_to": "2026/9/14",
    "account.creditor.name": CREDITOR,
    "account.creditor.registration_number": "91320505EXAMPLE117",
    "account.creditor.bank_account.holder": CREDITOR,
    "account.creditor.bank_account.bank": "示例银行苏州分行",
    "account.creditor.bank_account.number": "000011112222",
    "account.debtor.name": DEBTOR,
    "account.debtor.registration_number": "91330108EXAMPLE2XR",
    "account.contracts.0.number": "HX-1",
    "account.contracts.0.title": "采购合同",
    "account.contracts.0.subject": "减速器",
    "account.contracts.0.signed_on": "2026-01-05",
    "account.invoices.0.number": "26320001",
    "account.invoices.0.issued_on": "2026-03-01",
    "account.invoices.0.due_on": "2026-03-31",
    "account.invoices.0.amount": "￥86,400.00",
    "account.invoices.0.contract": "HX-1",
    "account.payments.0.received_on": "2026-05-06",
    "account.payments.0.amount": "6400",
    "account.payments.0.names": "26320001",
    "letter.number": "华信催〔2026〕1号",
    "letter.signatory": "陈经理",
}


class Clerk:
    """Somebody at the page."""

    def __init__(self, browser: Chrome, address: str, language: str) -> None:
        self.browser = browser
        browser.get(f"{address}/?lang={language}")

    def box(self, name: str) -> WebElement:
        return self.browser.find_element(By.NAME, name)

    def type(self, values: Mapping[str, str]) -> None:
        for name, value in values.items():
            box = self.box(name)
            if box.tag_name == "select":
                Select(box).select_by_value(value)
            else:
                box.clear()
                box.send_keys(value)

    def choose(self, kind: str) -> None:
        self.click(f"label[for='kind-{kind}']")

    def press(self, button: str, within: str = "") -> None:
        """Press a button that asks the server, and wait for the page it answers with."""
        before = self.browser.find_element(By.TAG_NAME, "html").id
        self.click(f"{within} button[value='{button}']:not([aria-hidden])")
        self.wait(lambda: self.browser.find_element(By.TAG_NAME, "html").id != before)
        self.wait(lambda: bool(self.browser.find_elements(By.ID, "preview")))

    def wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            with suppress(StaleElementReferenceException, NoSuchElementException):  # the page is just being replaced
                if done():
                    return
            assert time.monotonic() < end, "waited too long"
            time.sleep(0.05)

    def click(self, selector: str) -> None:
        element = self.browser.find_element(By.CSS_SELECTOR, selector)
        self.browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def headline(self) -> str:
        return self.browser.find_element(By.ID, "answer-title").text

    def focused(self) -> WebElement:
        return self.browser.switch_to.active_element

    def download(self, ending: str, folder: Path) -> bytes:
        self.click(f"button[value='download:{ending}']")
        return self.saved(f"*.{ending}", folder)

    def saved(self, pattern: str, folder: Path) -> bytes:
        """The one download of this name, once the browser is done: it first holds the name with an empty file."""
        self.wait(lambda: any(file.stat().st_size for file in folder.glob(pattern)))
        (file,) = folder.glob(pattern)
        return file.read_bytes()


def text_of(pdf: bytes) -> str:
    file = pypdfium2.PdfDocument(pdf)
    try:
        words = "".join(page.get_textpage().get_text_range() for page in file)
    finally:
        file.close()
    return "".join(words.split())


Browse = Callable[..., Chrome]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_empty_page_to_the_letter_in_hand(
    browse: Browse, address: str, downloads: Path, language: str, scripts: bool
) -> None:
    clerk = Clerk(browse(scripts=scripts), address, language)
    clerk.choose("demand_letter")
    clerk.type(TYPED)
    clerk.press("preview", within=".bar")
    assert clerk.headline() == {"zh": "您的函件", "en": "Your letter"}[language]
    pictures = clerk.browser.find_elements(By.CSS_SELECTOR, ".pages img")
    assert pictures and int(pictures[0].get_property("naturalWidth") or 0) > 500
    assert "80,000.00" in clerk.browser.find_element(By.CSS_SELECTOR, ".figures").text
    assert clerk.box("account.invoices.0.amount").get_attribute("value") == "86400.00"
    words = text_of(clerk.download("pdf", downloads))
    for expected in ("Smith&Sons<select>龘", "26320001", "80,000.00", "华信催〔2026〕1号"):
        assert expected in words
    assert clerk.download("docx", downloads).startswith(b"PK")


@pytest.mark.parametrize("language", LANGUAGES)
def test_faults_are_told_at_the_top_and_lead_to_their_boxes(browse: Browse, address: str, language: str) -> None:
    clerk = Clerk(browse(), address, language)
    clerk.choose("demand_letter")
    clerk.type({**TYPED, "account.debtor.name": "", "account.invoices.0.amount": "12,5万", "letter.number": ""})
    clerk.press("preview", within=".bar")
    assert "3" in clerk.headline()
    assert clerk.focused().get_attribute("id") == "answer"
    clerk.click("#answer a[href='#at-account-invoices-0-amount']")
    assert clerk.focused().get_attribute("name") == "account.invoices.0.amount"
    assert clerk.focused().get_attribute("value") == "12,5万"
    assert clerk.focused().get_attribute("aria-invalid") == "true"
    clerk.type({"account.debtor.name": DEBTOR, "account.invoices.0.amount": "86400", "letter.number": "1"})
    clerk.press("preview", within=".bar")
    assert clerk.headline() == {"zh": "您的函件", "en": "Your letter"}[language]


def test_a_fault_in_a_folded_part_is_opened(browse: Browse, address: str) -> None:
    clerk = Clerk(browse(), address, "en")
    clerk.press("example")
    folded = "account.contracts.0.late_payment.value"
    assert not clerk.box(folded).is_displayed()
    clerk.click("[id='at-account-contracts-0-late_payment'] > summary")
    clerk.type({folded: "lots"})
    clerk.press("preview", within=".bar")
    assert clerk.box(folded).is_displayed()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bar_is_told_with_its_article_and_only_a_draft_is_made(
    browse: Browse, address: str, downloads: Path, language: str
) -> None:
    clerk = Clerk(browse(), address, language)
    clerk.choose("demand_letter")
    clerk.type({**TYPED, "account.payments.0.amount": "86400.00"})
    clerk.press("preview", within=".bar")
    bars = clerk.browser.find_element(By.CLASS_NAME, "bars").text
    assert {"zh": "第五百五十七条", "en": "Article 557"}[language] in bars
    assert not clerk.browser.find_elements(By.CSS_SELECTOR, ".pages img")
    clerk.click("#draft-anyway")
    clerk.press("preview", within=".answer")
    assert clerk.headline() == {"zh": "这是草稿，不能寄出", "en": "A draft, not to be sent"}[language]
    assert {"zh": "草稿", "en": "DRAFT"}[language] in text_of(clerk.download("pdf", downloads)).replace(
        "Draft", "DRAFT"
    )


def paste(clerk: Clerk, name: str, text: str) -> None:
    clerk.browser.execute_script(
        "const data = new DataTransfer(); data.setData('text/plain', arguments[1]);"
        "const how = {clipboardData: data, bubbles: true, cancelable: true};"
        "arguments[0].dispatchEvent(new ClipboardEvent('paste', how))",
        clerk.box(name),
        text,
    )


@pytest.mark.parametrize(
    ("language", "headings"),
    [("zh", "发票号码\t开票日期\t到期日\t金额"), ("en", "Invoice number\tIssued on\tDue on\tAmount")],
)
def test_a_spreadsheet_is_pasted_straight_into_the_table(
    browse: Browse, address: str, language: str, headings: str
) -> None:
    clerk = Clerk(browse(), address, language)
    clerk.type({"account.contracts.0.number": "HX-1"})
    lines = [headings, *(f"A-{row}\t2026/3/{row}\t2026/4/{row}\t1,000.0{row}" for row in range(1, 6))]
    lines.append({"zh": "合计\t\t\t5,000.15", "en": "Total\t\t\t5,000.15"}[language])
    paste(clerk, "account.invoices.0.number", "\r\n".join(lines))
    clerk.wait(lambda: clerk.box("account.invoices.4.amount").get_attribute("value") == "1000.05")
    assert clerk.box("account.invoices.4.issued_on").get_attribute("value") == "2026-03-05"
    assert clerk.box("account.invoices.4.contract").get_attribute("value") == "HX-1"
    assert "5,000.15" in clerk.browser.find_element(By.CSS_SELECTOR, "[data-rows='account.invoices'] .sum").text
    told = clerk.focused()
    assert told.get_attribute("role") == "status"
    assert {"zh": "合计行", "en": "line of totals"}[language] in told.text


def test_a_column_is_pasted_where_the_cursor_stands(browse: Browse, address: str) -> None:
    clerk = Clerk(browse(), address, "en")
    paste(clerk, "account.payments.0.amount", "10\tREF-1\n20\tREF-2\n30\tREF-3\n60\tTotal\n")
    assert clerk.box("account.payments.2.amount").get_attribute("value") == "30"
    assert clerk.box("account.payments.2.reference").get_attribute("value") == "REF-3"
    assert clerk.box("account.payments.0.received_on").get_attribute("value") == ""
    told = clerk.browser.find_element(By.CSS_SELECTOR, "[data-rows='account.payments'] > [data-told]")
    assert told.get_attribute("aria-live") == "polite"
    assert "3 rows" in told.text and "Amount received · Bank reference" in told.text


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_rows_are_pasted_added_and_removed(browse: Browse, address: str, scripts: bool) -> None:
    clerk = Clerk(browse(scripts=scripts), address, "en")
    held = "[data-rows='account.payments'] > [data-list] > [data-row]"
    clerk.click("[data-rows='account.payments'] > .paste > summary")
    clerk.box("paste.account.payments").send_keys("2026-05-06,100\n2026-05-07,200\nTotal,300")
    clerk.press("paste:account.payments")
    assert (
        "line of totals" in clerk.browser.find_element(By.CSS_SELECTOR, "[data-rows='account.payments'] .pasted").text
    )
    assert len(clerk.browser.find_elements(By.CSS_SELECTOR, held)) == 2
    clerk.click("button[value='add:account.payments']")
    clerk.wait(lambda: len(clerk.browser.find_elements(By.CSS_SELECTOR, held)) == 3)
    clerk.wait(lambda: clerk.focused().get_attribute("name") == "account.payments.2.received_on")
    clerk.click("button[value='remove:account.payments.0']")
    clerk.wait(lambda: len(clerk.browser.find_elements(By.CSS_SELECTOR, held)) == 2)
    amounts = clerk.browser.find_elements(By.CSS_SELECTOR, f"{held} [name$='.amount']")
    assert [box.get_attribute("value") for box in amounts] == ["200", ""]


def test_guarantees_are_added_within_a_contract_just_added(browse: Browse, address: str) -> None:
    clerk = Clerk(browse(), address, "en")
    clerk.click("button[value='add:account.contracts']")
    clerk.click("button[value='add:account.contracts.1.guarantees']")
    clerk.type({"account.contracts.1.number": "C-2", "account.contracts.1.guarantees.0.guarantor.name": "担保公司"})
    clerk.press("preview", within=".bar")
    assert clerk.box("account.contracts.1.guarantees.0.guarantor.name").get_attribute("value") == "担保公司"


def test_only_what_the_letter_asks_for_is_shown_with_and_without_scripts(browse: Browse, address: str) -> None:
    clerk = Clerk(browse(scripts=False), address, "en")
    shown = {}
    for kind in ("payment_reminder", "lawyers_letter", "payment_order_application"):
        clerk.choose(kind)
        shown[kind] = [
            name for name in ("letter.law_firm.name", "letter.court", "letter.pay_by") if clerk.box(name).is_displayed()
        ]
    assert shown == {
        "payment_reminder": ["letter.pay_by"],
        "lawyers_letter": ["letter.law_firm.name", "letter.pay_by"],
        "payment_order_application": ["letter.court"],
    }


def test_the_whole_way_is_gone_by_keyboard_alone(browse: Browse, address: str, downloads: Path) -> None:
    clerk = Clerk(browse(), address, "en")
    page = clerk.browser.find_element(By.TAG_NAME, "body")

    def tab_to(name: str, *, by: str = "name") -> WebElement:
        for _step in range(400):
            if clerk.focused().get_attribute(by) == name:
                return clerk.focused()
            clerk.focused().send_keys(Keys.TAB)
        raise AssertionError(f"the keyboard never came to {name}")

    page.send_keys(Keys.TAB)
    assert "Skip" in clerk.focused().text
    tab_to("kind").send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    for name, value in TYPED.items():
        box = tab_to(name)
        box.send_keys(Keys.CONTROL, "a")
        box.send_keys(Keys.NULL, value)
    clerk.focused().send_keys(Keys.ENTER)
    clerk.wait(lambda: bool(clerk.browser.find_elements(By.ID, "answer-title")))
    assert clerk.headline() == "Your letter"
    tab_to("download:pdf", by="value").send_keys(Keys.ENTER)
    assert "80,000.00" in text_of(clerk.saved("*.pdf", downloads))


def test_the_language_of_the_page_is_switched_with_everything_kept(browse: Browse, address: str) -> None:
    clerk = Clerk(browse(), address, "en")
    clerk.type({"account.debtor.name": DEBTOR})
    clerk.click("header button[lang='zh']")
    clerk.wait(lambda: clerk.browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "zh-CN")
    assert clerk.box("account.debtor.name").get_attribute("value") == DEBTOR


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_bar_is_left_by_the_letter_that_its_button_offers(browse: Browse, address: str, scripts: bool) -> None:
    clerk = Clerk(browse(scripts=scripts), address, "zh")
    clerk.choose("demand_letter")
    clerk.type({**TYPED, "account.payments.0.amount": "86400.00", "letter.number": ""})
    clerk.press("preview", within=".bar")
    assert clerk.browser.find_elements(By.CSS_SELECTOR, ".bars") and clerk.box("letter.number").get_attribute(
        "aria-invalid"
    )
    clerk.type({"letter.number": "1"})
    clerk.press("remedy:accounts")
    assert clerk.headline() == "您的函件"
    assert clerk.browser.find_element(By.ID, "kind-balance_confirmation").is_selected()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_form_is_cleared_after_a_question(browse: Browse, address: str, scripts: bool) -> None:
    clerk = Clerk(browse(scripts=scripts), address, "en")
    clerk.type({"account.debtor.name": DEBTOR, "account.creditor.name": CREDITOR})
    clerk.press("customer")
    clerk.press("customer:yes")
    assert clerk.box("account.debtor.name").get_attribute("value") == ""
    assert clerk.box("account.creditor.name").get_attribute("value") == CREDITOR
    clerk.press("clear")
    assert clerk.box("account.creditor.name").get_attribute("value") == CREDITOR
    clerk.press("clear:yes")
    assert clerk.box("account.creditor.name").get_attribute("value") == ""


def test_our_company_is_remembered_only_when_ticked_and_forgotten_when_unticked(browse: Browse, address: str) -> None:
    clerk = Clerk(browse(), address, "en")

    def again() -> str | None:
        clerk.browser.get(f"{address}/?lang=en")
        return clerk.box("account.creditor.name").get_attribute("value")

    clerk.type({"account.creditor.name": CREDITOR, "letter.signatory": "陈经理", "account.debtor.name": DEBTOR})
    clerk.press("preview", within=".bar")
    assert again() == ""
    clerk.type({"account.creditor.name": CREDITOR, "letter.signatory": "陈经理", "account.debtor.name": DEBTOR})
    clerk.click("#remember")
    clerk.press("preview", within=".bar")
    assert again() == CREDITOR
    assert clerk.box("letter.signatory").get_attribute("value") == "陈经理"
    assert clerk.box("account.debtor.name").get_attribute("value") == ""
    assert "Filled in" in clerk.browser.find_element(By.CSS_SELECTOR, "[data-remember]").text
    clerk.click("#remember")
    assert again() == ""


def test_english_words_are_asked_for_when_the_letter_is_in_english(browse: Browse, address: str) -> None:
    clerk = Clerk(browse(scripts=False), address, "zh")
    box = "letter.signatory_en"
    assert not clerk.box(box).is_displayed()
    clerk.click("label[for='language-en']")
    assert clerk.box(box).is_displayed()


def test_nothing_runs_over_the_edge_of_a_narrow_screen(browse: Browse, address: str) -> None:
    clerk = Clerk(browse(), address, "zh")
    clerk.press("example")
    clerk.press("preview", within=".bar")
    for width in (400, 800, 1000, 1250):
        clerk.browser.set_window_size(width, 900)
        inside, whole = clerk.browser.execute_script(
            "return [document.documentElement.clientWidth, document.documentElement.scrollWidth]"
        )
        assert whole <= inside, width


@pytest.mark.parametrize("scripts", [True, False])
def test_the_browsers_back_button_shows_the_form_as_it_was(browse: Browse, address: str, scripts: bool) -> None:
    browser = browse(scripts=scripts)
    clerk = Clerk(browser, address, "en")
    clerk.press("example")
    before = clerk.box("account.debtor.name").get_attribute("value")
    clerk.press("clear")
    clerk.press("clear:yes")
    assert clerk.box("account.debtor.name").get_attribute("value") == ""
    browser.back()
    browser.back()
    assert clerk.box("account.debtor.name").get_attribute("value") == before


@pytest.mark.parametrize("scripts", [True, False])
def test_the_example_asks_before_it_replaces_what_was_typed(browse: Browse, address: str, scripts: bool) -> None:
    clerk = Clerk(browse(scripts=scripts), address, "zh")
    clerk.type({"account.debtor.name": "我的客户"})
    clerk.press("example")
    assert clerk.box("account.debtor.name").get_attribute("value") == "我的客户"
    clerk.press("example:yes")
    assert clerk.box("account.debtor.name").get_attribute("value") not in {"", "我的客户"}
