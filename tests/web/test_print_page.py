"""The page for any Word file, without a browser: the PDF, or all that stands against it, in plain words."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.exceptions import ServiceUnavailable
from werkzeug.test import TestResponse

from docgen.config import Settings
from docgen.usecases import Desk
from docgen.web import create_app
from docgen.web.pages import answer, printed, printing
from tests.printing.presses import Obedient, Told
from tests.printing.word import p, r, tbl, word
from tests.web.form import MULTIPART, Form, multipart
from tests.wordfile.builders import changed, word_file

CONTRACT = word(p("采购合同"), tbl("货物|金额", "减速器|80,000.00"))
EQUATION = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
BESIDES = p(r("secret", "<w:vanish/>"), r("seen", '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'))
TWO_FAULTS = word(
    p("From right to left", ppr="<w:bidi/>"),
    tbl("a|b", f"<w:tr><w:tc><w:p/></w:tc><w:tc><w:p>{r('Sum')}{EQUATION}</w:p></w:tc></w:tr>"),
    BESIDES,
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


class Desktop:
    """Somebody at the page. `fields` are what a browser would send along with the next file."""

    def __init__(self, client: FlaskClient, language: str = "en") -> None:
        self.client = client
        self.answer: TestResponse = client.get(f"/print?lang={language}")
        self.read()

    def read(self) -> None:
        self.page: Any = html.fromstring(self.answer.text)
        self.fields = {
            box.get("name"): box.get("value", "")
            for box in self.page.xpath("//form[@id='print']//input[@name][@type!='file']")
            if box.get("type") != "radio" or box.get("checked") is not None
        }

    def press(self, button: str, content: bytes | None = None, name: str = "contract.docx", **more: str) -> Desktop:
        sent: list[tuple[str, Any]] = [*(self.fields | more).items(), ("do", button)]
        sent.append(("file", (io.BytesIO(content or b""), name if content is not None else "")))
        self.answer = self.client.post("/print", data=multipart(sent), content_type=MULTIPART)
        if self.answer.mimetype == "text/html":
            self.read()
        return self

    def words(self, xpath: str = "//main") -> str:
        return " ".join(" ".join(part.text_content() for part in self.page.xpath(xpath)).split())

    def link(self) -> Any:
        (found,) = self.page.xpath("//a[@id='save']")
        return found

    def linked(self) -> bytes:
        return base64.b64decode(self.link().get("href").removeprefix("data:application/pdf;base64,"))


@pytest.fixture
def desktop(client: FlaskClient) -> Desktop:
    return Desktop(client)


def attached(pdf: bytes) -> dict[str, bytes]:
    file = pypdfium2.PdfDocument(pdf)
    try:
        every = (file.get_attachment(index) for index in range(file.count_attachments()))
        return {each.get_name(): bytes(each.get_data()) for each in every}
    finally:
        file.close()


# -- what comes of a file


def test_a_file_is_shown_as_pictures_and_given_as_a_pdf_of_its_name(desktop: Desktop) -> None:
    desktop.press("look", CONTRACT, "采购合同（终稿）.docx")
    assert desktop.words("//*[@id='answer-title']") == "采购合同（终稿）.pdf"
    assert re.search(r"One page · \d+ KB · To read and to print", desktop.words())
    (picture,) = desktop.page.xpath("//*[@class='pages']//img/@src")
    assert base64.b64decode(picture.removeprefix("data:image/png;base64,")).startswith(b"\x89PNG")
    assert desktop.linked().startswith(b"%PDF-")
    assert desktop.link().get("download") == "采购合同（终稿）.pdf"
    assert "nothing was left out" in desktop.words()


def test_the_pdf_is_the_one_that_the_api_gives(desktop: Desktop, client: FlaskClient) -> None:
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    for profile in ("plain", "accessible", "archive"):
        address = f"/api/v1/prints?profile={profile}&name=contract.docx"
        by_api = client.post(address, data=CONTRACT, content_type=media_type).data
        assert desktop.press("look", CONTRACT, profile=profile).linked() == by_api


def test_save_gives_the_pdf_at_once(desktop: Desktop) -> None:
    desktop.press("save", CONTRACT, "合同.v2.docx")
    assert desktop.answer.data.startswith(b"%PDF-")
    assert desktop.answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''%E5%90%88%E5%90%8C.v2.pdf"


def test_what_prints_otherwise_is_seen_before_it_is_saved(desktop: Desktop) -> None:
    desktop.press("save", word(BESIDES))
    assert "look at it first" in desktop.words("//*[@role='status']")
    assert "hidden text" in desktop.words("//*[@class='group-of otherwise']")
    assert desktop.press("save").answer.data == desktop.press("look", word(BESIDES)).linked()


def test_an_archive_holds_the_word_file_under_its_own_name(desktop: Desktop) -> None:
    pdf = desktop.press("look", CONTRACT, "采购合同.docx", profile="archive").linked()
    assert attached(pdf) == {"采购合同.docx": CONTRACT}
    assert b"pdfaid" in pdf
    assert "To be kept (PDF/A)" in desktop.words("//*[@id='answer']")


def test_the_same_file_is_printed_for_another_purpose_without_being_chosen_again(desktop: Desktop) -> None:
    desktop.press("look", CONTRACT)
    assert (
        desktop.press("look", profile="archive").linked() == desktop.press("look", CONTRACT, profile="archive").linked()
    )
    assert desktop.link().get("download") == "contract.pdf"


def test_a_file_chosen_anew_goes_before_the_one_on_the_page(desktop: Desktop) -> None:
    desktop.press("look", CONTRACT)
    assert "other.pdf" in desktop.press("look", word(p("other")), "other.docx").words()


def test_a_file_that_would_leave_no_room_is_not_carried_along(flask_app: Flask, desktop: Desktop) -> None:
    assert "kept" in desktop.press("look", CONTRACT).fields
    large = CONTRACT + bytes(flask_app.config["MAX_CONTENT_LENGTH"] // 2)
    assert "kept" not in desktop.press("look", large).fields


def test_a_pdf_too_large_for_a_link_is_saved_by_the_button(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed, "MOST_IN_A_LINK", 100)
    desktop.press("look", word(BESIDES))
    assert not desktop.page.xpath("//a[@id='save']")
    assert "This PDF is large" in desktop.words()
    assert desktop.press("save", word(BESIDES)).answer.data.startswith(b"%PDF-")


def test_of_many_pages_the_first_are_shown(desktop: Desktop) -> None:
    leaf = p("leaf", ppr="<w:pageBreakBefore/>")
    desktop.press("look", word(*[leaf] * (answer.MOST_PICTURES + 3)))
    assert len(desktop.page.xpath("//*[@class='pages']//img")) == answer.MOST_PICTURES
    assert f"{answer.MOST_PICTURES + 3} pages" in desktop.words()
    assert "The other pages are in the file." in desktop.words()


# -- what stands against it


@pytest.mark.parametrize(
    ("language", "places"),
    [
        (
            "en",
            ("at “From right to left” (paragraph 1 outside tables)", "at “Sum” (table 1, row 2, cell 2, paragraph 1)"),
        ),
        ("zh", ("“From right to left”处（不计表格第1段）", "“Sum”处（表1第2行第2格第1段）")),
    ],
)
def test_two_faults_are_told_at_once_with_their_places_and_all_that_is_remarked_besides(
    client: FlaskClient, language: str, places: tuple[str, ...]
) -> None:
    desktop = Desktop(client, language).press("look", TWO_FAULTS)
    assert "2" in desktop.words("//*[@id='answer-title']")
    stopping = desktop.words("//*[@class='group-of stopping']")
    assert all(place in stopping for place in places)
    assert {"en": "Set it left to right.", "zh": "请改为从左到右。"}[language] in stopping
    assert {"en": "hidden text", "zh": "隐藏文字"}[language] in desktop.words("//*[@class='group-of otherwise']")
    assert "Calibri" in desktop.words("//details[contains(@class, 'fonts')]")
    assert not desktop.page.xpath("//a[@id='save']")


def test_the_same_fault_at_many_places_is_said_once(desktop: Desktop) -> None:
    desktop.press("look", word(*(p(f"Row {count}", EQUATION) for count in range(1, 13))))
    (fault,) = desktop.page.xpath("//*[@class='group-of stopping']/ul/li")
    assert fault.text_content().count("An equation cannot be printed.") == 1
    assert all(f"at “Row {count}”" in fault.text_content() for count in range(1, 13))
    assert "12 things must change" in desktop.words("//*[@id='answer-title']")
    assert "4 more places" in desktop.words("//summary")


def test_a_file_that_was_stopped_is_not_printed_again_until_it_is_chosen_again(desktop: Desktop) -> None:
    desktop.press("look", TWO_FAULTS)
    assert "Choose the file again" in desktop.words("//label[@for='file']")
    assert "No file is chosen." in desktop.press("look").words("//*[@id='answer']")


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (None, "", "No file is chosen."),
        (b"", "empty.docx", "The file is empty"),
        (b"%PDF-1.7\n", "a.pdf", "This is a PDF already."),
        (OLE, "old.doc", "Word 97–2003"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked.docx", "under a password"),
        (b"{\\rtf1 words}", "a.docx", "This is not a Word file."),
        (b"PK\x03\x04 and no more", "a.docx", "This is not a Word file."),
        (CONTRACT[: len(CONTRACT) // 2], "half.docx", "This is not a Word file."),
    ],
)
def test_another_kind_of_file_is_told_apart(desktop: Desktop, content: bytes | None, name: str, said: str) -> None:
    for button in ("look", "save"):
        desktop.press(button, content, name)
        assert desktop.answer.status_code == 200
        assert said in desktop.words("//*[@id='answer']")


def test_a_sheet_saved_as_a_word_file_is_no_word_file(desktop: Desktop) -> None:
    sheet = changed(
        word_file("words"), "[Content_Types].xml", lambda old: old.replace("wordprocessingml.document.main", "x")
    )
    assert "not a Word document" in desktop.press("look", sheet).words("//*[@id='answer']")


def test_a_hostile_file_is_refused_with_every_reason_and_nothing_of_it_runs(desktop: Desktop) -> None:
    macro = changed(word_file("words"), "word/vbaProject.bin", lambda _old: "Sub AutoOpen()")
    hostile = changed(
        macro,
        "word/_rels/document.xml.rels",
        lambda old: old.replace(
            "</Relationships>",
            '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'attachedTemplate" Target="http://example.com/x.dotm" TargetMode="External"/></Relationships>',
        ),
    )
    stopping = desktop.press("look", hostile, "<script>alert(1)</script>.docx").words("//*[@id='answer']")
    assert "macros" in stopping
    assert "<script>alert(1)</script>.docx" in stopping
    assert "<script>alert" not in desktop.answer.text


def test_an_unknown_purpose_is_the_usual_one_and_a_damaged_parcel_is_no_file(desktop: Desktop) -> None:
    assert "To read and to print" in desktop.press("look", CONTRACT, profile="gold").words("//*[@id='answer']")
    assert "No file is chosen." in desktop.press("look", kept="not base64!", kept_name="x.docx").words()


# -- the service


def test_a_file_beyond_the_limit_is_told_on_the_page(desk: Desk, settings: Settings) -> None:
    small = create_app(desk, replace(settings, max_bytes=40_000), {}).test_client()
    desktop = Desktop(small).press("look", bytes(50_000))
    assert desktop.answer.status_code == 413
    assert "The file is larger than 39 KB." in desktop.words("//*[@id='answer']")
    assert desktop.page.xpath("//form[@id='print']")


def test_the_page_asks_for_no_larger_file_than_the_press_opens(desk: Desk, settings: Settings) -> None:
    roomy = create_app(desk, replace(settings, max_bytes=64 << 20), {}).test_client()
    desktop = Desktop(roomy)
    assert "up to 20 MB" in desktop.words("//label[@for='file']")
    assert desktop.page.xpath("//*[@data-drop]/@data-most") == [str(20 << 20)]
    assert "larger than 20 MB" in desktop.press("look", b"PK" + bytes(21 << 20)).words("//*[@id='answer']")


def test_a_busy_press_asks_for_the_button_once_more_and_the_file_is_still_there(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy() -> None:
        raise ServiceUnavailable

    with monkeypatch.context() as patched:
        patched.setattr(printing, "place_in_queue", busy)
        desktop.press("save", CONTRACT)
    assert desktop.answer.status_code == 503 and desktop.answer.headers["Retry-After"]
    assert "Too many files" in desktop.words("//*[@role='status']")
    assert desktop.press("save").answer.data.startswith(b"%PDF-")


def test_a_token_from_before_a_restart_loses_no_file(desktop: Desktop) -> None:
    desktop.press("look", CONTRACT, **{"csrf_token": "stale"})
    assert desktop.answer.status_code == 400
    assert "press the button again" in desktop.words("//*[@role='status']")
    assert desktop.press("look").linked().startswith(b"%PDF-")


@pytest.fixture(scope="module")
def presses() -> Iterator[Told]:
    presses = Told(1, Obedient, seconds=3, memory=512 << 20)
    yield presses
    presses.close()


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("hang", "longer than 3 seconds"),
        ("crash", "The press broke down over this file"),
        ("stumble", "The press broke down over this file"),
        ("eat", "more memory to print than the 512 MB"),
    ],
)
def test_a_press_that_gives_up_says_so(presses: Told, desk: Desk, settings: Settings, order: str, said: str) -> None:
    presses.order = order
    desktop = Desktop(create_app(replace(desk, press=presses), settings, {}).test_client())
    assert said in desktop.press("look", CONTRACT).words("//*[@id='answer']")
    assert "Traceback" not in desktop.answer.text and "KeyError(" not in desktop.answer.text


def test_the_page_is_guarded_like_every_other(desktop: Desktop) -> None:
    for shown in (desktop, desktop.press("look", CONTRACT)):
        assert "script-src 'self'" in shown.answer.headers["Content-Security-Policy"]
        assert shown.answer.headers["X-Content-Type-Options"] == "nosniff"
        assert not shown.page.xpath("//script[not(@src)] | //@style | //@onclick")


# -- finding the way


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_and_the_page_lead_to_each_other(client: FlaskClient, language: str) -> None:
    for form_or_page, other in (("/", "/print"), ("/print", "/")):
        page: Any = html.fromstring(client.get(f"{form_or_page}?lang={language}").text)
        # an entry that carries along what the page holds is a button
        links = {
            one.get("href") or one.get("formaction"): one
            for one in page.xpath("//header//nav//*[self::a or self::button]")
        }
        assert links[form_or_page].get("aria-current") == "page"
        assert links[other].get("aria-current") is None


def test_the_language_is_switched_with_the_result_on_the_page(desktop: Desktop) -> None:
    desktop.press("look", TWO_FAULTS)
    sent = [*desktop.fields.items(), ("do", "switch")]
    desktop.answer = desktop.client.post("/print?lang=zh", data=multipart(sent), content_type=MULTIPART)
    desktop.read()
    assert "公式不能打印" in desktop.words("//*[@id='answer']")
    empty = Desktop(desktop.client, "en").press("switch")
    assert not empty.page.xpath("//*[@id='answer']")


def test_a_chinese_page_speaks_chinese(client: FlaskClient) -> None:
    desktop = Desktop(client, "zh").press("look", word(BESIDES))
    for words in desktop.page.xpath("//label | //legend | //h1 | //h3 | //summary | //main//button"):
        assert re.search(r"[\u4e00-\u9fff]", words.text_content()), words.text_content()


def test_every_box_of_the_page_has_a_label(desktop: Desktop) -> None:
    for box in desktop.page.xpath("//main//input[not(@type='hidden')]"):
        assert desktop.words(f"//label[@for='{box.get('id')}']")


# -- the same choice for letters


def test_a_letter_is_archived_with_its_word_file_and_what_was_filled_in(client: FlaskClient) -> None:
    form = Form(client, "en").type({"kind": "demand_letter"}).press("example").press("preview")
    assert form.fields["profile"] == "plain"
    plain = form.press("download:pdf").answer.data
    assert attached(plain) == {}
    word_version = form.press("download:docx").answer.data
    archive = attached(form.type({"profile": "archive"}).press("download:pdf").answer.data)
    assert archive == {"letter.docx": word_version, "request.json": form.press("keep").answer.data}


def test_a_letter_is_made_accessible(client: FlaskClient) -> None:
    form = Form(client, "en").press("example").press("preview")
    pdf = form.type({"profile": "accessible"}).press("download:pdf").answer.data
    assert b"pdfuaid" in pdf and attached(pdf) == {}


def test_the_kind_of_pdf_chosen_stays_chosen(client: FlaskClient) -> None:
    form = Form(client, "en").press("example").press("preview").type({"profile": "archive"})
    assert form.press("preview").fields["profile"] == "archive"
    held = form.fields["account.debtor.name"]
    assert form.type({"account.debtor.name": ""}).press("preview").fields["profile"] == "archive"
    assert form.type({"account.debtor.name": held}).press("preview").fields["profile"] == "archive"
    assert form.box("profile").tag == "select"


def test_what_is_pressed_first_by_the_enter_key_is_look(desktop: Desktop) -> None:
    first = desktop.page.xpath("//button[@form='print' or ancestor::form[@id='print']]")[0]
    assert first.get("value") == "look"
