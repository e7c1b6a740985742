"""A lawyer who has never seen the pages, in Chromium: from a Word file to the letter that went out, and back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select
from werkzeug.serving import make_server

from docgen import app as wiring
from docgen.config import Settings
from docgen.usecases.studio.versions import Item, Sort
from docgen.wordfile import open_package
from docgen.wordfile.text import text
from tests.printing.word import p, word
from tests.studio.company import published
from tests.studio.test_examining import edited
from tests.web.in_word import Opened
from tests.web.lawyer import LETTER
from tests.web.lawyer import Lawyer as Without
from tests.web.test_pages_browser import Clerk

Browse = Callable[..., Chrome]
Serves = Callable[[str], str]

CLAUSE = {"zh": ("正式函告如下", "现正式函告如下"), "en": ("We write about sums", "We are writing about sums")}
ADDED = {
    "zh": "请于{{ letter.pay_bye }}前与本公司财务部核对账目。",
    "en": "Please agree the account with us by {{ letter.pay_bye }}.",
}
MENDED = {"zh": "前与本公司财务部核对账目。", "en": "Please agree the account with us by 30 September 2026."}
FIELD = {"zh": ("{{ letter.number }}", "文号：｛｛ letter.number ｝｝"), "en": ("{{ total }}", "｛｛ total_full ｝｝")}
PRINTED = {"zh": "文号：华信催〔2026〕17号", "en": "RMB 902,352.77 ("}
AT = {"zh": "第3段", "en": "paragraph"}


@pytest.fixture
def serves(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Serves]:
    """Starts the whole service over a store with nothing in it, and says where it is: "sqlite" or "postgresql"."""
    started: list[tuple[Flask, object]] = []

    def serve(database: str) -> str:
        url = request.getfixturevalue("fresh_postgresql")() if database == "postgresql" else ""
        app = wiring.create_app(Settings(data=tmp_path / "kept", database_url=url))
        server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        started.append((app, server))
        return f"http://127.0.0.1:{server.port}"

    yield serve
    for app, server in started:
        server.shutdown()  # type: ignore[attr-defined]
        app.extensions["docgen"].press.close()
        app.extensions["docgen"].shelf.close()


class Lawyer(Clerk):
    """Somebody at the pages of the templates."""

    def __init__(self, browser: Chrome, address: str, language: str, downloads: Path) -> None:
        self.browser, self.address, self.language, self.downloads = browser, address, language, downloads
        browser.get(f"{address}/studio?lang={language}")

    def go(self, path: str) -> None:
        self.browser.get(self.address + path)

    def press_and_wait(self, selector: str) -> None:
        """Press what leads to another page, and wait for it."""
        before = self.browser.find_element(By.TAG_NAME, "html").id
        self.click(selector)
        self.wait(lambda: self.browser.find_element(By.TAG_NAME, "html").id != before)
        self.wait(lambda: bool(self.browser.find_elements(By.CSS_SELECTOR, "main h1")))

    def become(self, person: str) -> None:
        before = self.browser.find_element(By.TAG_NAME, "html").id
        Select(self.browser.find_element(By.ID, "person")).select_by_value(person)
        self.wait(lambda: self.browser.find_element(By.TAG_NAME, "html").id != before)
        self.wait(lambda: bool(self.browser.find_elements(By.CSS_SELECTOR, "main h1")))

    def put_back(self, word_file: bytes, note: str) -> None:
        file = self.downloads.parent / "changed.docx"
        file.write_bytes(word_file)
        self.browser.find_element(By.ID, "file").send_keys(str(file))
        self.browser.find_element(By.ID, "note").send_keys(note)
        self.press_and_wait("#put-back button")

    def drawn(self, selector: str) -> int:
        """How many pages are shown there, once they are."""
        self.wait(lambda: bool(self.browser.find_elements(By.CSS_SELECTOR, f"{selector} img")))
        return len(self.browser.find_elements(By.CSS_SELECTOR, f"{selector} img"))

    def taken(self, selector: str) -> bytes:
        """The file behind a link."""
        for file in self.downloads.iterdir():
            file.unlink()
        self.click(selector)
        return self.saved("*.docx", self.downloads)

    @property
    def codes(self) -> list[str]:
        found = self.browser.find_elements(By.CSS_SELECTOR, "[data-code]")
        return [remark.get_attribute("data-code") or "" for remark in found]

    @property
    def words(self) -> str:
        return self.browser.find_element(By.TAG_NAME, "main").text

    @property
    def told(self) -> str:
        return self.browser.find_element(By.ID, "told").text


def entered(lawyer: Lawyer) -> None:
    """The lawyer enters herself, then whoever approves what she drafts."""
    lawyer.browser.find_element(By.ID, "name").send_keys("方律师")
    lawyer.browser.find_element(By.ID, "id").send_keys("fang")
    lawyer.press_and_wait("main .btn-primary")
    assert lawyer.focused().get_attribute("id") == "told"
    lawyer.browser.find_element(By.ID, "new-name").send_keys("高总法")
    lawyer.browser.find_element(By.ID, "new-id").send_keys("gao")
    for right in ("approve", "publish"):
        lawyer.click(f"#enter [value={right}]")
    lawyer.press_and_wait("#enter button")


def issued(lawyer: Lawyer) -> bytes:
    """The letter of the example, made with the version in force, as the clerk makes it."""
    clerk = Clerk.__new__(Clerk)
    clerk.browser = lawyer.browser
    assert clerk.box("kind").get_attribute("name")
    clerk.press("example")
    clerk.choose("demand_letter")
    clerk.press("preview", within=".bar")
    for file in lawyer.downloads.iterdir():
        file.unlink()
    return clerk.download("docx", lawyer.downloads)


@pytest.mark.parametrize(("language", "database"), [("zh", "sqlite"), ("en", "sqlite"), ("zh", "postgresql")])
def test_from_the_word_file_to_the_letter_that_went_out_and_back(
    browse: Browse, downloads: Path, serves: Serves, language: str, database: str
) -> None:
    lawyer = Lawyer(browse(), serves(database), language, downloads)
    entered(lawyer)
    lawyer.go("/studio")
    lawyer.press_and_wait(f"a[href='/studio/letters/{language}/demand_letter/group']")
    page = lawyer.browser.current_url

    # she takes the letter, changes a clause and a field, adds another, and slips twice
    opened = Opened(lawyer.taken("#download"))
    opened.type_over(*CLAUSE[language])
    opened.type_over(*FIELD[language])
    opened.type_below(CLAUSE[language][1], ADDED[language])
    lawyer.put_back(opened.save(), "结语")

    # she sees at once where, in the list, on the pages and in her own file
    assert lawyer.codes == ["template.full_width", "template.name_unknown"]
    assert lawyer.focused().get_attribute("id") == "told"
    assert AT[language] in lawyer.browser.find_element(By.CSS_SELECTOR, ".where-in-file").text
    assert lawyer.drawn(".letters > section:first-child") >= 4
    marked = open_package(lawyer.taken("#marked"))
    comments = marked.xml("word/comments.xml")
    said = ["".join(comment.itertext()) for comment in comments]
    assert len(said) == 2
    assert "letter.pay_by" in said[1]
    assert marked.read("word/document.xml").count(b"commentRangeStart") == 2

    # what is certain is put right for her, and compared with what was there
    lawyer.press_and_wait("#repair")
    assert lawyer.codes == []
    assert lawyer.drawn("#trial-example") >= 3
    lawyer.press_and_wait("#compare button")
    inserted = " ".join(one.text for one in lawyer.browser.find_elements(By.TAG_NAME, "ins"))
    assert "{{ letter.pay_by }}" in inserted
    assert lawyer.drawn(".beside") >= 6
    assert b"<w:ins " in open_package(lawyer.taken("#tracked")).read("word/document.xml")

    # a second person approves it and publishes it
    lawyer.browser.back()
    lawyer.press_and_wait("#hand-in button")
    assert not lawyer.browser.find_elements(By.ID, "approve")
    lawyer.become("gao")
    lawyer.press_and_wait("#approve button")
    lawyer.press_and_wait("#publish button")
    version = lawyer.browser.current_url

    # a letter goes out with it
    lawyer.click("#issue")
    lawyer.wait(lambda: bool(lawyer.browser.find_elements(By.ID, "preview")))
    first = issued(lawyer)
    assert MENDED[language] in text(first)
    assert PRINTED[language] in text(first)
    assert CLAUSE[language][1] in text(first)
    lawyer.browser.get(version)
    assert "17" in lawyer.words

    # it is rolled back: the next letter is as it was, the first is had again with the same bytes
    lawyer.browser.get(page)
    lawyer.press_and_wait("[data-roll-back='1']")
    lawyer.click("tr.current a")
    lawyer.wait(lambda: bool(lawyer.browser.find_elements(By.ID, "issue")))
    lawyer.click("#issue")
    lawyer.wait(lambda: bool(lawyer.browser.find_elements(By.ID, "preview")))
    second = issued(lawyer)
    assert MENDED[language] not in text(second)
    lawyer.go("/studio/issued")
    rows = lawyer.browser.find_elements(By.CSS_SELECTOR, ".issued tbody tr")
    assert len(rows) == 2
    assert lawyer.taken(".issued tbody tr:last-child a[href$='.docx']") == first
    assert lawyer.taken(".issued tbody tr:first-child a[href$='.docx']") == second


PHONE = 360


@pytest.fixture
def studied(studio: Flask) -> Iterator[str]:
    """Where the pages are served over a company that has been at work."""
    published(studio.extensions["docgen"].shelf, word(p("账　号：{{ bank.number }}")), CLAUSE_ITEM)
    server = make_server("127.0.0.1", 0, studio, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    server.server_close()


CLAUSE_ITEM = Item(Sort.CLAUSE, "account", "zh")
LONG = edited("特此函告", "另付人民币1,000.00元，" + "x" * 90 + "，{{ letter.pay_bye }}。")
PAGES = [
    "/studio",
    "/studio/people",
    "/studio/clauses",
    "/studio/letterhead",
    "/studio/issued",
    "/studio/fields/zh/demand_letter/group",
    LETTER,
    f"{LETTER}/2",
    f"{LETTER}/2/against/group/1",
    "/studio/clauses/zh/account/group/1",
]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_phone_nothing_stands_out_at_the_side(
    browse: Browse, studio: Flask, studied: str, downloads: Path, language: str
) -> None:
    Without(studio.test_client(), "fang").put_back(LONG)
    lawyer = Lawyer(browse(), studied, language, downloads)
    lawyer.press_and_wait("#who [value=gao]")
    lawyer.browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": PHONE, "height": 780, "deviceScaleFactor": 1, "mobile": True}
    )
    for path in PAGES:
        lawyer.go(path)
        lawyer.wait(lambda: not lawyer.browser.find_elements(By.CSS_SELECTOR, "[aria-busy]"))
        assert lawyer.browser.execute_script("return document.documentElement.scrollWidth") <= PHONE, path


def test_without_scripts_everything_can_be_done_by_buttons_and_links(
    browse: Browse, studio: Flask, studied: str, downloads: Path
) -> None:
    Without(studio.test_client(), "fang").put_back(LONG)
    lawyer = Lawyer(browse(scripts=False), studied, "en", downloads)
    lawyer.click("#who [value=fang]")
    lawyer.go(f"{LETTER}/2")
    lawyer.click("#trial-example a")
    assert "letter.pay_bye" in lawyer.words  # why there is no letter
    lawyer.go(f"{LETTER}/2")
    lawyer.click("[data-fragment$='/pages'] a")
    assert len(lawyer.browser.find_elements(By.CSS_SELECTOR, "main img")) >= 4
    lawyer.go(f"{LETTER}/2")
    Select(lawyer.browser.find_element(By.ID, "person")).select_by_value("gao")
    lawyer.click(".person button")
    assert lawyer.browser.current_url == f"{studied}{LETTER}/2"
    assert "高总法" in lawyer.told


def test_fields_are_searched_as_one_types_and_copied(browse: Browse, studied: str, downloads: Path) -> None:
    lawyer = Lawyer(browse(), studied, "zh", downloads)
    lawyer.press_and_wait("#who [value=fang]")
    lawyer.browser.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": studied},
    )
    lawyer.go("/studio/fields/zh/demand_letter/group")
    lawyer.browser.find_element(By.ID, "search").send_keys("付款期限")
    shown = [row for row in lawyer.browser.find_elements(By.CSS_SELECTOR, "tr.field") if row.is_displayed()]
    assert any("{{ letter.pay_by }}" in row.text for row in shown)
    assert len(shown) < 10
    lawyer.click("#field-letter\\.pay_by [data-copy]")
    lawyer.wait(lambda: lawyer.browser.find_element(By.CSS_SELECTOR, "#field-letter\\.pay_by button").text == "已复制")
    copied = lawyer.browser.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied == "{{ letter.pay_by }}"
    lawyer.browser.find_element(By.ID, "search").send_keys(" nothing at all")
    assert lawyer.browser.find_element(By.ID, "matches").text == "没有符合的字段。"


def test_a_file_too_large_is_told_before_it_is_sent(
    browse: Browse, studio: Flask, studied: str, downloads: Path
) -> None:
    studio.config["MAX_CONTENT_LENGTH"] = 8 << 10
    lawyer = Lawyer(browse(), studied, "en", downloads)
    lawyer.press_and_wait("#who [value=fang]")
    lawyer.go(LETTER)
    file = downloads / "large.docx"
    file.write_bytes(LONG)
    box = lawyer.browser.find_element(By.ID, "file")
    box.send_keys(str(file))
    assert "8 KB" in str(box.get_property("validationMessage"))
    lawyer.click("#put-back button")
    assert lawyer.browser.current_url == f"{studied}{LETTER}"
