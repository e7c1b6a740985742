"""The page for any Word file in Chromium: a file chosen, dropped, looked at and saved, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from tests.printing.word import p, word
from tests.web.test_pages_browser import LANGUAGES, Clerk, text_of
from tests.web.test_print_page import BESIDES, OLE, TWO_FAULTS, attached

Browse = Callable[..., Chrome]
CONTRACT = word(p("采购合同"), p("价款 80,000.00 元"))


class Desktop(Clerk):
    """Somebody at the page for Word files, with a folder of them."""

    def __init__(self, browser: Chrome, address: str, language: str, folder: Path) -> None:
        self.browser = browser
        browser.get(f"{address}/print?lang={language}")
        self.folder = folder

    def choose_file(self, name: str, content: bytes) -> None:
        path = self.folder / name
        path.write_bytes(content)
        self.box("file").send_keys(str(path))

    def purpose(self, profile: str) -> None:
        self.click(f"label[for='profile-{profile}']")

    def look(self) -> None:
        before = self.browser.find_element(By.TAG_NAME, "html").id
        self.click("#look")
        self.answered(before)

    def answered(self, before: str) -> None:
        self.wait(lambda: self.browser.find_element(By.TAG_NAME, "html").id != before)
        self.wait(lambda: bool(self.browser.find_elements(By.ID, "answer")))

    def answer(self) -> str:
        return self.browser.find_element(By.ID, "answer").text

    def saved(self, selector: str, name: str, downloads: Path) -> bytes:
        self.click(selector)
        # The browser first holds the name with an empty file.
        self.wait(lambda: (downloads / name).exists() and (downloads / name).stat().st_size > 0)
        return (downloads / name).read_bytes()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_chosen_looked_at_and_saved(
    browse: Browse, address: str, tmp_path: Path, downloads: Path, language: str, scripts: bool
) -> None:
    desktop = Desktop(browse(scripts=scripts), address, language, tmp_path)
    desktop.choose_file("采购合同.docx", CONTRACT)
    desktop.look()
    assert desktop.headline() == "采购合同.pdf"
    assert desktop.focused().get_attribute("id") == "answer"
    (picture,) = desktop.browser.find_elements(By.CSS_SELECTOR, ".pages img")
    assert int(picture.get_property("naturalWidth") or 0) > 400
    pdf = desktop.saved("#save", "采购合同.pdf", downloads)
    assert "80,000.00" in text_of(pdf) and attached(pdf) == {}
    # the same file once more, for the archive: it is still on the page
    desktop.purpose("archive")
    archive = desktop.saved("#print .press button[value='save']", "采购合同 (1).pdf", downloads)
    assert attached(archive) == {"采购合同.docx": CONTRACT}


@pytest.mark.parametrize("language", LANGUAGES)
def test_faults_are_told_at_once_with_their_places(browse: Browse, address: str, tmp_path: Path, language: str) -> None:
    desktop = Desktop(browse(), address, language, tmp_path)
    desktop.choose_file("faults.docx", TWO_FAULTS)
    desktop.look()
    assert "2" in desktop.headline()
    for said in {
        "zh": ("“From right to left”处（不计表格第1段）", "“Sum”处（表1第2行第2格第1段）", "隐藏文字不打印"),
        "en": ("at “From right to left” (paragraph 1", "at “Sum” (table 1, row 2, cell 2", "hidden text"),
    }[language]:
        assert said in desktop.answer()
    assert not desktop.browser.find_elements(By.ID, "save")
    desktop.choose_file("mended.docx", CONTRACT)
    desktop.look()
    assert desktop.headline() == "mended.pdf"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_what_is_no_docx_gets_its_sentence(browse: Browse, address: str, tmp_path: Path, scripts: bool) -> None:
    desktop = Desktop(browse(scripts=scripts), address, "zh", tmp_path)
    for name, content, said in (
        ("旧合同.doc", OLE, "Word 97–2003"),
        ("scan.pdf", b"%PDF-1.4", "这已经是 PDF 文件"),
        ("virus.docx", b"MZ\x90\x00", "这不是 Word 文件"),
    ):
        desktop.choose_file(name, content)
        desktop.look()
        assert said in desktop.answer()
    desktop.look()
    assert "还没有选择文件" in desktop.answer()


def test_what_prints_otherwise_is_seen_before_it_is_saved(
    browse: Browse, address: str, tmp_path: Path, downloads: Path
) -> None:
    desktop = Desktop(browse(), address, "en", tmp_path)
    desktop.choose_file("notices.docx", word(BESIDES))
    before = desktop.browser.find_element(By.TAG_NAME, "html").id
    desktop.click("#print .press button[value='save']")
    desktop.answered(before)
    assert "hidden text" in desktop.answer()
    assert list(downloads.iterdir()) == []
    desktop.saved("#print .press button[value='save']", "notices.pdf", downloads)


DROP = (
    "const data = new DataTransfer(); data.items.add(new File([new Uint8Array(arguments[2])], arguments[1]));"
    "for (const kind of ['dragenter', 'dragover', 'drop'])"
    "  arguments[0].dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}))"
)


def drop(desktop: Desktop, onto: WebElement, name: str, content: bytes) -> None:
    desktop.browser.execute_script(DROP, onto, name, list(content))


def test_a_file_is_dropped_anywhere_on_the_page_and_the_enter_key_prints_it(
    browse: Browse, address: str, tmp_path: Path
) -> None:
    desktop = Desktop(browse(), address, "en", tmp_path)
    drop(desktop, desktop.browser.find_element(By.TAG_NAME, "h1"), "dropped.docx", CONTRACT)
    assert "dropped.docx" in desktop.browser.find_element(By.CSS_SELECTOR, ".drop").text
    assert desktop.focused().get_attribute("id") == "look"
    before = desktop.browser.find_element(By.TAG_NAME, "html").id
    desktop.focused().send_keys(Keys.ENTER)
    desktop.answered(before)
    assert desktop.headline() == "dropped.pdf"
    drop(desktop, desktop.browser.find_element(By.TAG_NAME, "main"), "second.docx", word(p("second")))
    desktop.look()
    assert desktop.headline() == "second.pdf"


def test_a_file_beyond_the_limit_is_told_before_it_travels(browse: Browse, address: str, tmp_path: Path) -> None:
    desktop = Desktop(browse(), address, "en", tmp_path)
    desktop.choose_file("large.docx", bytes((8 << 20) + 1))
    assert "larger than 8 MB" in desktop.browser.find_element(By.ID, "file-fault").text
    assert not desktop.browser.find_element(By.ID, "look").is_enabled()
    desktop.choose_file("small.docx", CONTRACT)
    assert desktop.browser.find_element(By.ID, "file-fault").text == ""
    desktop.look()
    assert desktop.headline() == "small.pdf"


def test_the_page_is_walked_with_the_tab_key(browse: Browse, address: str, tmp_path: Path) -> None:
    desktop = Desktop(browse(), address, "en", tmp_path)
    walked: list[str | None] = []
    while "save" not in walked and len(walked) < 40:
        ActionChains(desktop.browser).send_keys(Keys.TAB).perform()
        walked.append(desktop.focused().get_attribute("id") or desktop.focused().get_attribute("value"))
    assert walked[-4:] == ["file", "profile-plain", "look", "save"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_nothing_stands_out_at_the_side(browse: Browse, address: str, tmp_path: Path, language: str) -> None:
    browser = browse()
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    )
    desktop = Desktop(browser, address, language, tmp_path)
    wide = "return document.documentElement.scrollWidth"
    assert browser.execute_script(wide) == 360
    for name, content in (("a" * 120 + ".docx", CONTRACT), ("faults.docx", TWO_FAULTS)):
        desktop.choose_file(name, content)
        desktop.look()
        assert browser.execute_script(wide) == 360


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_the_head_is_one_line_and_nobody_is_asked_to_drop_a_file(
    browse: Browse, address: str, tmp_path: Path, language: str
) -> None:
    browser = browse()
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    )
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    desktop = Desktop(browser, address, language, tmp_path)
    middles = "return [...document.querySelectorAll('.top a, .top button')].map(each => each.getBoundingClientRect())"
    tops = [(box["top"] + box["bottom"]) / 2 for box in desktop.browser.execute_script(middles)]
    assert max(tops) - min(tops) < 10
    assert not browser.find_element(By.CLASS_NAME, "by-mouse").is_displayed()


def test_a_letter_is_archived_from_the_form(browse: Browse, address: str, downloads: Path) -> None:
    clerk = Clerk(browse(), address, "zh")
    clerk.press("example")
    clerk.press("preview", within=".bar")
    clerk.type({"profile": "archive"})
    assert set(attached(clerk.download("pdf", downloads))) == {"letter.docx", "request.json"}


def test_a_file_dropped_on_the_form_waits_to_be_loaded_and_nothing_typed_is_lost(browse: Browse, address: str) -> None:
    clerk = Clerk(browse(), address, "en")
    clerk.type({"account.debtor.name": "Mine"})
    content = "发票号码,金额\nA-1,5".encode()
    clerk.browser.execute_script(DROP, clerk.browser.find_element(By.TAG_NAME, "main"), "export.csv", list(content))
    assert clerk.browser.switch_to.active_element.get_attribute("value") == "load"
    clerk.press("load")
    words = clerk.browser.find_element(By.TAG_NAME, "main").text
    assert "Paste from a spreadsheet" in words and clerk.box("account.debtor.name").get_attribute("value") == "Mine"
