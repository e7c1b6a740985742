"""The page that checks letters, without a browser: marks, reasons, and what it carries on."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from tests.printing.word import p, word
from tests.web.form import MULTIPART, multipart

ACCOUNT = Path(__file__).parents[2] / "examples" / "demand_letter.json"
LETTER = "催款函\n依据《民事诉讼法》第二百一十四条，我司将申请支付令。\n"
LETTER += "逾期不复视为确认，我司将在网上公布贵司欠款。\n2026年9月15日"


class Lawyer:
    """Somebody at the page. `fields` are what a browser would send along the next time."""

    def __init__(self, client: FlaskClient, language: str = "zh") -> None:
        self.client = client
        self.read(client.get(f"/check?lang={language}"))

    def read(self, answer: TestResponse) -> Lawyer:
        self.answer = answer
        self.page: Any = html.fromstring(answer.text)
        self.fields = {
            box.get("name"): box.get("value", "")
            for box in self.page.xpath("//form[@id='check']//input[@name][not(@type='file' or @type='checkbox')]")
        }
        self.fields["text"] = (self.page.xpath("//textarea[@name='text']")[0].text or "").removeprefix("\n")
        return self

    def press(self, button: str = "check", address: str = "/check", **more: Any) -> Lawyer:
        files = {name: more.pop(name, (io.BytesIO(b""), "")) for name in ("file", "account")}
        sent: list[tuple[str, Any]] = [*(self.fields | more).items(), ("do", button), *files.items()]
        return self.read(self.client.post(address, data=multipart(sent), content_type=MULTIPART))

    def words(self, xpath: str) -> list[str]:
        return [" ".join(each.text_content().split()) for each in self.page.xpath(xpath)]

    @property
    def headline(self) -> str:
        return self.words("//*[@id='answer-title']")[0]

    @property
    def marks(self) -> list[str]:
        """What is marked, without the numbers."""
        return ["".join(each.xpath("text()")) for each in self.page.xpath("//mark")]


def test_an_empty_page_asks_for_a_text(client: FlaskClient) -> None:
    lawyer = Lawyer(client)
    assert lawyer.words("//h1") == ["审查函件"]
    assert not lawyer.page.xpath("//*[@id='answer']")
    lawyer.press()
    assert "没有可审查的内容" in lawyer.words("//*[@id='answer']")[0]
    assert "没有可审查的内容" in lawyer.press(text="\u200b —\n").words("//*[@id='answer']")[0]


@pytest.mark.parametrize(
    ("language", "headline", "grades"),
    [
        ("zh", "这封函件不能照此发出", ["1 需要决定", "2 需要决定", "3 不得发出"]),
        ("en", "This letter must not be sent as it is", ["1 To be decided", "2 To be decided", "3 Must not be sent"]),
    ],
)
def test_the_text_is_shown_with_its_places_marked_and_the_reasons_beside(
    client: FlaskClient, language: str, headline: str, grades: list[str]
) -> None:
    lawyer = Lawyer(client, language).press(text=LETTER)
    assert lawyer.headline == headline
    assert lawyer.marks == ["《民事诉讼法》第二百一十四条", "逾期不复视为确认", "网上公布"]
    assert lawyer.words("//*[@class='grade']") == grades
    # from the place to the reason and back, without a script
    for number in ("1", "2", "3"):
        assert lawyer.page.xpath(f"//mark/a[@id='at-{number}']/@href") == [f"#note-{number}"]
        assert lawyer.page.xpath(f"//li[@id='note-{number}']//a/@href")[0] == f"#at-{number}"
    assert "《中华人民共和国民事诉讼法》第二百二十五条" in lawyer.words("//*[@class='instead']")[0]
    # nothing of the text is lost between the marks
    shown = ["".join(each.xpath(".//text()[not(parent::a)]")) for each in lawyer.page.xpath("//*[@class='letter']/p")]
    assert "\n".join(shown) == LETTER
    assert lawyer.fields["text"] == LETTER


def test_a_lawful_letter_is_told_so(client: FlaskClient) -> None:
    lawyer = Lawyer(client, "en").press(text="请贵司于收到本函之日起十日内付款。")
    assert lawyer.headline == "Nothing in this letter stands against sending it"
    assert lawyer.marks == []


def test_the_switch_of_languages_keeps_the_text_and_reads_it_again(client: FlaskClient) -> None:
    lawyer = Lawyer(client).press(text=LETTER).press("switch", "/check?lang=en")
    assert lawyer.headline == "This letter must not be sent as it is"
    assert lawyer.fields["text"] == LETTER


def test_a_word_file_takes_the_place_of_the_text(client: FlaskClient) -> None:
    file = word(p("催款函"), p("逾期不复视为确认。"))
    lawyer = Lawyer(client).press(text="something else", file=(io.BytesIO(file), "催款函.docx"))
    assert lawyer.fields["text"] == "催款函\n逾期不复视为确认。"
    assert lawyer.marks == ["逾期不复视为确认"]
    assert "催款函.docx" in lawyer.words("//*[@class='intro']")[0]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("scan.pdf", b"%PDF-1.4", "这已经是 PDF 文件"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "Word 97–2003"),
        ("virus.docx", b"MZ\x90\x00", "这不是 Word 文件"),
        ("broken.docx", b"PK\x03\x04 broken", ""),
    ],
)
def test_what_is_no_word_file_gets_its_sentence_and_the_text_is_kept(
    client: FlaskClient, name: str, content: bytes, said: str
) -> None:
    lawyer = Lawyer(client).press(text=LETTER, file=(io.BytesIO(content), name))
    assert lawyer.answer.status_code == 200
    assert said in lawyer.words("//*[@role='alert']")[0]
    assert lawyer.fields["text"] == LETTER


def test_an_account_is_held_against_the_text_and_carried_on(client: FlaskClient) -> None:
    text = "贵司欠付人民币876,650.05元。"
    lawyer = Lawyer(client, "en").press(text=text)
    assert lawyer.marks == []
    lawyer.press(account=(io.BytesIO(ACCOUNT.read_bytes()), "远航.json"))
    assert lawyer.marks == ["人民币876,650.05元"]
    assert "held against 远航.json" in lawyer.words("//*[@class='intro']")[0]
    lawyer.press(text="贵司欠付人民币876,650.50元。")  # without choosing the file again
    assert lawyer.marks == []
    assert "the principal due" in lawyer.words("//table")[0]
    lawyer.press(text=text, no_account="yes")
    assert lawyer.marks == []


def test_a_wrong_account_file_does_not_hide_what_is_wrong_with_the_text(client: FlaskClient) -> None:
    lawyer = Lawyer(client).press(text=LETTER, account=(io.BytesIO(b"not json"), "x.json"))
    assert "“x.json”不是可用的账户文件" in lawyer.words("//*[@role='alert']")[0]
    assert len(lawyer.marks) == 3


def test_the_kind_and_the_day_are_taken_as_given(client: FlaskClient) -> None:
    text = "依据《仲裁法》第十六条，仲裁协议成立。本函并非催款结算。"
    assert Lawyer(client).press(text=text, dated_on="2026-02-01").marks == []
    found = Lawyer(client).press(text=text, dated_on="2026-03-01", kind="demand_letter")
    assert found.marks == ["《仲裁法》第十六条", "并非催款"]
    assert found.page.xpath("//option[@selected]/@value") == ["demand_letter"]
    assert Lawyer(client).press(text=text, dated_on="never", kind="poem").answer.status_code == 200


def test_overlapping_marks_keep_every_character_once(client: FlaskClient) -> None:
    text = "如未回复视为贵司确认欠款人民币100.00元（大写：壹佰壹拾元整），否则报警。"
    lawyer = Lawyer(client).press(text=text)
    shown = "".join(lawyer.page.xpath("//*[@class='letter']//text()[not(parent::a)]")).strip()
    assert shown == text
    ids = lawyer.page.xpath("//mark/a/@id")
    assert len(ids) == len(set(ids)) == len(lawyer.page.xpath("//li[contains(@class,'note')]"))


def test_a_long_text_shows_the_marked_paragraphs_and_their_neighbours(client: FlaskClient) -> None:
    lines = [f"第{number}段。" for number in range(1000)]
    lines[500] = "逾期不复视为确认。"
    lawyer = Lawyer(client, "en").press(text="\n".join(lines))
    shown = lawyer.words("//*[@class='letter']/p")
    assert shown == ["… 499 paragraphs", "第499段。", "1逾期不复视为确认。", "第501段。", "… 498 paragraphs"]


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>报警", "\x00报警", "\u202e报警", "{{ 7*7 }}报警", "&lt;报警", "<mark>报警</mark>"],
)
def test_whatever_is_typed_is_shown_as_it_is_and_runs_nowhere(client: FlaskClient, text: str) -> None:
    lawyer = Lawyer(client).press(text=text)
    assert lawyer.answer.status_code == 200
    assert not lawyer.page.xpath("//*[@class='letter']//script")
    assert lawyer.marks[-1] == "报警"
    assert "49" not in "".join(lawyer.page.xpath("//*[@class='letter']//text()"))


def test_a_text_beyond_any_letter_is_refused_in_words(client: FlaskClient) -> None:
    lawyer = Lawyer(client).press(text="字" * 1_000_001)
    assert "最多审查 1000000 个" in lawyer.words("//*[@id='answer']")[0]


def test_nothing_inline_and_nothing_from_elsewhere(client: FlaskClient) -> None:
    page = Lawyer(client).press(text=LETTER).answer
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert not re.search(r"<script(?![^>]*src=)|style=|onclick=|https?://", page.text)


def test_every_page_leads_to_it(client: FlaskClient) -> None:
    for address in ("/", "/print", "/check"):
        page: Any = html.fromstring(client.get(f"{address}?lang=zh").text)
        assert page.xpath("//nav//*[@href='/check' or @formaction='/check']")


def test_a_page_that_was_open_too_long_loses_nothing(flask_app: Flask) -> None:
    lawyer = Lawyer(flask_app.test_client())
    lawyer.fields["csrf_token"] = "stale"  # noqa: S105 — a form's token, as a test types it
    lawyer.press(text=LETTER)
    assert lawyer.answer.status_code == 400
    assert lawyer.fields["text"] == LETTER
    assert lawyer.press(text=LETTER).answer.status_code == 200
