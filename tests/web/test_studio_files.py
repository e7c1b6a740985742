"""A letter's Word file put back: what is wrong with it, what is refused, and nothing typed is lost."""

from __future__ import annotations

import io
import time
import zipfile
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from flask import Flask

from docgen import web
from docgen.config import Settings
from docgen.errors import Finding, StoreFailed
from docgen.usecases import Desk
from docgen.wordfile import open_package
from tests.studio.company import LETTER as ITEM
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import SHIPPED
from tests.web.lawyer import LETTER, RIGHT, THREAT, WARNED, WRONG, Enters, Lawyer

# -- a Word file is put back


def test_what_is_wrong_is_listed_marked_in_the_file_and_repaired(enters: Enters, shelf: MemoryShelf) -> None:
    lawyer = enters("fang").put_back(WRONG, note="结语")
    assert lawyer.headline == "This version cannot be published as it is"
    assert lawyer.codes() == ["template.full_width", "template.name_unknown"]
    assert "paragraph" in lawyer.words
    marked = lawyer.client.get(f"{LETTER}/2/marked.docx")
    chinese = enters("fang", "zh").client.get(f"{LETTER}/2/marked.docx")
    assert unquote(chinese.headers["Content-Disposition"]).endswith("催款函-2-附批注.docx")
    comments = open_package(marked.data).read("word/comments.xml").decode()
    assert "Full-width braces stand where a tag should be" in comments
    assert "letter.pay_bye, which this letter does not have. The nearest is letter.pay_by." in comments
    pages = lawyer.client.get(f"{LETTER}/2/pages", headers={"X-Requested-With": "fragment"}).text
    assert pages.count("data:image/png") > 3
    lawyer.post(f"{LETTER}/2/repair")
    assert lawyer.told == "2 put right. This is version 3."
    assert lawyer.headline == "Nothing stands against this version"
    assert shelf.versions(ITEM)[0].note == "结语 · Repaired: 2"
    repaired = lawyer.client.get(f"{LETTER}/3/letter.docx").data
    assert b"letter.pay_bye" not in open_package(repaired).read("word/document.xml")


def test_the_marked_file_is_put_back_without_its_marks(enters: Enters, shelf: MemoryShelf) -> None:
    lawyer = enters("fang").put_back(WRONG)
    lawyer.put_back(lawyer.client.get(f"{LETTER}/2/marked.docx").data)
    assert lawyer.codes() == ["template.full_width", "template.name_unknown"]
    kept = open_package(shelf.content(shelf.versions(ITEM)[0].digest))
    assert b"commentRangeStart" not in kept.read("word/document.xml")


def damaged() -> bytes:
    return SHIPPED[: len(SHIPPED) // 2]


def with_part(name: str, content: bytes) -> bytes:
    """A letter with one more part in its package."""
    made = io.BytesIO(SHIPPED)
    with zipfile.ZipFile(made, "a") as package:
        package.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 \xff", "PDF"),
        (b"\xd0\xcf\x11\xe0 old", "old"),
        (b"hello", "Word"),
        (b"PK\x03\x04 nothing", "Word"),
        (damaged(), "Word"),
        (with_part("word/vbaProject.bin", b"macro"), "macro"),
        (with_part("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0"), "embed"),
    ],
)
def test_a_file_that_is_no_letter_is_refused_by_name_and_the_note_stays(
    enters: Enters, shelf: MemoryShelf, content: bytes, words: str
) -> None:
    lawyer = enters("fang").put_back(content, note="改了“结语” & <第三段>")
    assert lawyer.status == 422
    assert words.lower() in lawyer.told.lower()
    assert lawyer.typed("note") == "改了“结语” & <第三段>"
    assert len(shelf.versions(ITEM)) == 1


def test_no_file_at_all_is_asked_for(enters: Enters) -> None:
    lawyer = enters("fang").post(LETTER, note="kept")
    assert lawyer.status == 422
    assert lawyer.typed("note") == "kept"


def test_what_people_type_is_shown_and_never_run(enters: Enters) -> None:
    lawyer = enters("fang").put_back(RIGHT, note="<script>alert(1)</script>{{ 7*7 }}")
    assert "<script>alert(1)</script>{{ 7*7 }}" in lawyer.words
    assert "<script>alert" not in lawyer.answer.text
    lawyer.get("/studio/issued?number=%3Cscript%3Ealert(1)")
    assert "<script>alert" not in lawyer.answer.text


def test_a_threat_stops_a_version_and_a_typed_sum_has_to_be_read(enters: Enters, shelf: MemoryShelf) -> None:
    lawyer = enters("fang").put_back(THREAT)
    assert "hand-in" not in lawyer.page.xpath("//form/@id")
    assert lawyer.post(f"{LETTER}/2/hand_in").status == 409
    lawyer.put_back(WARNED)
    assert lawyer.headline == "Something in this version has to be read first"
    refused = lawyer.post(f"{LETTER}/3/hand_in", note="wait")
    assert refused.status == 409
    assert refused.typed("hand-in-note") == "wait"
    read = refused.page.xpath("//input[@name='acknowledge']/@value")
    assert lawyer.post(f"{LETTER}/3/hand_in", acknowledge=read).status == 200
    assert set(shelf.versions(ITEM)[0].acknowledged) == set(read)


# -- what goes wrong outside loses nothing


def test_without_a_folder_the_pages_say_how_one_is_set(desk: Desk, settings: Settings) -> None:
    lawyer = Lawyer(web.create_app(replace(desk, shelf=None), settings, {}).test_client())
    assert lawyer.status == 501
    assert "DOCGEN_DATA" in lawyer.told


def test_a_file_too_large_is_refused_with_its_limit(enters: Enters, studio: Flask) -> None:
    lawyer = enters("fang")
    studio.config["MAX_CONTENT_LENGTH"] = 8 << 10
    lawyer.put_back(SHIPPED)
    assert lawyer.status == 413
    assert "8 KB" in lawyer.told
    assert lawyer.page.xpath("//form[@id='put-back']")


def test_a_page_older_than_the_program_keeps_what_was_typed(enters: Enters, shelf: MemoryShelf) -> None:
    lawyer = enters("fang")
    lawyer.page.xpath("//input[@name='csrf_token']")[0].set("value", "old")
    lawyer.put_back(RIGHT, note="kept")
    assert lawyer.status == 400
    assert "choose the file again" in lawyer.told
    assert lawyer.typed("note") == "kept"
    assert lawyer.put_back(RIGHT, note="kept").status == 200
    assert shelf.versions(ITEM)[0].note == "kept"


def failing(*_arguments: object, **_named: object) -> Any:
    raise StoreFailed(Finding("store.database_failed", facts={"why": "disk full"}))


def test_a_store_that_fails_is_told_and_the_note_stays(
    enters: Enters, shelf: MemoryShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer = enters("fang")
    monkeypatch.setattr(shelf, "add", failing)
    lawyer.put_back(RIGHT, note="kept")
    assert lawyer.status == 503
    assert lawyer.typed("note") == "kept"
    assert "disk full" in lawyer.told
    monkeypatch.setattr(shelf, "people", failing)
    lawyer.put_back(RIGHT, note="kept still")
    assert lawyer.status == 503
    assert lawyer.headline == "Nothing was done"
    assert lawyer.typed("note") == "kept still"
    monkeypatch.undo()
    again = lawyer.page.xpath("//main//form[@enctype]/@action")[0]
    assert lawyer.put_back(RIGHT, note=lawyer.typed("note"), at=again).status == 200
    assert shelf.versions(ITEM)[0].note == "kept still"


# -- quick enough to be asked again and again


def test_ten_pages_show_what_is_wrong_with_them_within_two_seconds(enters: Enters) -> None:
    package = open_package(WRONG)
    document = package.read("word/document.xml").decode()
    end = document.rindex("<w:sectPr")
    more = "".join(
        f"<w:p><w:r><w:t>第{number}条　本函所称款项为{{{{ sums.demanded_full }}}}，以账务记录为准。</w:t></w:r></w:p>"
        for number in range(1, 260)
    )
    ten_pages = package.with_parts({"word/document.xml": [(document[:end] + more + document[end:]).encode()]})
    lawyer = enters("fang")
    started = time.process_time()
    lawyer.put_back(ten_pages)
    assert time.process_time() - started < 2.0
    assert "template.name_unknown" in lawyer.codes()
    pages = lawyer.client.get(f"{LETTER}/2/pages", headers={"X-Requested-With": "fragment"}).text
    assert pages.count("<figure") >= 10
