"""The lawyer's pages: a letter's Word file put back, seen through, approved, published; refusals that lose nothing."""

from __future__ import annotations

import datetime as dt
import io
import re
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from PIL import Image

from docgen import app as wiring
from docgen import web
from docgen.config import Settings
from docgen.errors import Finding, StoreFailed
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, make_letter
from docgen.usecases.studio.issuing import issue
from docgen.usecases.studio.shipping import shelve_shipped
from docgen.usecases.studio.versions import GROUP, Item, Sort, State
from docgen.wordfile import open_package
from tests.printing.word import p, word
from tests.studio.company import LETTER as ITEM
from tests.studio.company import NOW, SOUTH, published
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import SHIPPED, WITH_CLAUSE, edited, example
from tests.web.lawyer import LETTER, Lawyer

Enters = Callable[..., Lawyer]

WRONG = edited(
    "特此函告", "请务必于{{ letter.pay_bye }}前付款。", edited("{{ letter.number }}", "｛｛ letter.number ｝｝")
)
RIGHT = edited("特此函告", "本公司期待与贵司继续合作。")
THREAT = edited("特此函告", "逾期不付的，本公司将向媒体曝光。")
WARNED = edited("特此函告", "另付人民币1,000.00元。")
LATIN = re.compile(r"[A-Za-z][a-z]+ [a-z]+ [a-z]+")


@pytest.fixture
def enters(studio: Flask) -> Enters:
    def enter(person: str = "", language: str = "en") -> Lawyer:
        return Lawyer(studio.test_client(), person, language)

    return enter


# -- every page


PAGES = [
    "/studio",
    "/studio/people",
    "/studio/clauses",
    "/studio/letterhead",
    "/studio/own-letters",
    "/studio/own-letters/new",
    "/studio/issued",
    "/studio/fields/zh/demand_letter/group",
    "/studio/fields/en/demand_letter/group",
    LETTER,
    f"{LETTER}/1",
    f"{LETTER}/2",
    f"{LETTER}/2/against/group/1",
    "/studio/letters/en/demand_letter/south",
    "/studio/clauses/zh/account/group",
    "/studio/clauses/zh/account/group/1",
]


@pytest.fixture
def lived_in(enters: Enters, shelf: MemoryShelf) -> None:
    enters("fang").put_back(edited("特此函告", "另付人民币1,000.00元，向{{ letter.pay_bye }}。"))
    published(shelf, word(p("账　号：{{ bank.number }}")), Item(Sort.CLAUSE, "account", "zh"))


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("path", PAGES)
def test_every_page_speaks_both_languages_and_runs_nothing_inline(enters: Enters, path: str) -> None:
    for language, locale in (("zh", "zh-CN"), ("en", "en")):
        lawyer = enters("gao", language).get(path)
        assert lawyer.status == 200
        assert lawyer.page.get("lang") == locale
        said = " ".join(lawyer.page.xpath(f"({SAID})//text()[not(ancestor::*[@lang][not(self::html)])]"))
        foreign = LATIN if language == "zh" else re.compile("[\u4e00-\u9fff]+")
        assert [one for one in foreign.findall(said) if not one.startswith(NAMES)] == []
        assert lawyer.headline
        assert lawyer.page.xpath("//*[@style] | //script[not(@src)] | //*[@onclick] | //style") == []
        ids = lawyer.page.xpath("//@id")
        assert len(ids) == len(set(ids))


SAID = "//h1 | //h2 | //label | //th | //legend | //button | //summary | //p[contains(@class, 'intro')]"


NAMES = ("方律师", "高总法", "林法务", "孙会计", "集团", "北方公司", "南方公司")


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("path", PAGES)
def test_every_box_has_a_name_for_those_who_do_not_see_it(enters: Enters, path: str) -> None:
    page = enters("gao").get(path).page
    boxes = page.xpath("//main//input[not(@type='hidden')] | //main//select | //main//textarea")
    labelled = set(page.xpath("//label/@for"))
    nameless = [
        box.get("name")
        for box in boxes
        if box.get("id") not in labelled and not box.get("aria-label") and not box.xpath("ancestor::label")
    ]
    assert nameless == []


@pytest.mark.parametrize(
    "path",
    [
        f"{LETTER}/99",
        f"{LETTER}/against",
        f"{LETTER}/1/against",
        f"{LETTER}/1/against?old=group:x",
        f"{LETTER}/1/against?old=group:99",
        f"{LETTER}/1/against?old={'9' * 5000}",
        f"{LETTER}/1/trials/nothing",
        f"{LETTER}/1/in/demand_letter/group",
        f"{LETTER}/1/other.docx",
        "/studio/letters/zh/love_letter/group",
        "/studio/letters/fr/demand_letter/group",
        "/studio/letters/zh/../../etc/passwd/group",
        "/studio/clauses/zh/Bad-Name/group",
        "/studio/clauses/zh/absent/group/in-force.docx",
        "/studio/fields/zh/love_letter/group/schema.json",
        "/studio/letterhead/group/1/pages/fr",
        "/studio/letterhead/group/1/pages/zh",
        "/studio/issued/0000.docx",
        "/studio/nothing",
    ],
)
def test_what_there_is_not_is_answered_as_such(enters: Enters, path: str) -> None:
    assert enters("gao").get(path).status == 404


def test_the_language_is_switched_where_one_is(enters: Enters) -> None:
    lawyer = enters("gao").get("/studio/issued?number=HX+1&lang=en")
    switch = {one.get("lang"): one.get("href") for one in lawyer.page.xpath("//header//a[@lang]")}
    assert switch["zh"] == "/studio/issued?number=HX+1&lang=zh"
    refused = lawyer.put_back(b"%PDF-")
    assert refused.status == 422
    assert refused.page.xpath("//header//a[@lang='zh']/@href") == [f"{LETTER}?lang=zh"]


# -- who is here, and who may do what


def test_the_first_person_enters_the_second(desk: Desk, settings: Settings) -> None:
    shelf = MemoryShelf()
    lawyer = Lawyer(web.create_app(replace(desk, shelf=shelf), settings, {}).test_client())
    assert lawyer.headline == "Who are you?"
    lawyer.post("/studio/first", name="  ", id="Fang!")
    assert lawyer.status == 409
    assert lawyer.typed("id") == "Fang!"
    lawyer.post("/studio/first", name="方律师", id="fang")
    assert lawyer.headline == "People and what they may do"
    lawyer.post("/studio/people", name="高总法", id="gao", rights=["read", "approve", "publish"])
    assert {person.id: len(person.rights[GROUP]) for person in shelf.people()} == {"fang": 5, "gao": 3}
    again = Lawyer(lawyer.client).post("/studio/first", name="某人", id="nobody")
    assert again.status == 403
    assert len(shelf.people()) == 2


def test_nobody_is_asked_who_they_are_and_led_back(enters: Enters) -> None:
    stranger = enters().get(f"{LETTER}/1")
    assert stranger.headline == "Who are you?"
    back = stranger.page.xpath("//*[@id='who']//input[@name='back']/@value")[0]
    assert stranger.post("/studio/person", person="fang", back=back).status == 200
    assert stranger.client.get(f"{LETTER}/1").status_code == 200


@pytest.mark.parametrize("back", ["https://example.org/studio", "//example.org", "/", "/studiox/../../x"])
def test_a_choice_leads_nowhere_else(enters: Enters, back: str) -> None:
    lawyer = enters()
    lawyer.post("/studio/person", person="fang", back=back)
    assert lawyer.address.startswith("/studio")


@pytest.mark.parametrize(
    ("person", "path", "fields"),
    [
        ("", LETTER, {"file": (RIGHT, "a.docx")}),
        ("sun", LETTER, {"file": (RIGHT, "a.docx")}),
        ("lin", LETTER, {"file": (RIGHT, "a.docx")}),
        ("sun", f"{LETTER}/2/hand_in", {}),
        ("sun", f"{LETTER}/2/repair", {}),
        ("fang", f"{LETTER}/roll-back", {"to": "1"}),
        ("fang", f"{LETTER}/1/withdraw", {}),
        ("fang", "/studio/people", {"name": "某人", "id": "somebody", "rights": ["manage"]}),
        ("fang", "/studio/units", {"name": "某公司", "id": "some"}),
        ("sun", "/studio/letterhead", {"colour": "0B6E4F"}),
        ("sun", "/studio/clauses", {"name": "account", "language": "zh", "file": (SHIPPED, "a.docx")}),
    ],
)
def test_who_may_not_is_refused_and_told_who_may(
    enters: Enters, shelf: MemoryShelf, person: str, path: str, fields: dict[str, Any]
) -> None:
    enters("fang").put_back(WRONG)
    before = shelf.stamp(), shelf.events(), shelf.people(), shelf.units()
    lawyer = enters(person).post(path, **fields)
    assert lawyer.status == 403
    assert "gao" in lawyer.told or "高总法" in lawyer.told or lawyer.headline == "Who are you?"
    assert (shelf.stamp(), shelf.events(), shelf.people(), shelf.units()) == before


@pytest.mark.parametrize("path", ["/studio/letters/zh/demand_letter/south", "/studio/fields/zh/demand_letter/south"])
def test_letters_of_a_sister_company_are_not_shown(enters: Enters, path: str) -> None:
    lawyer = enters("sun")
    assert lawyer.get(path).status == 403
    assert lawyer.get(f"/studio?unit={SOUTH}").status == 403
    assert lawyer.get("/studio").status == 200  # the page of the group is still there
    assert enters("lin").get(path).status == 200


# -- a Word file is put back


def test_what_is_wrong_is_listed_marked_in_the_file_and_repaired(enters: Enters, shelf: MemoryShelf) -> None:
    lawyer = enters("fang").put_back(WRONG, note="结语")
    assert lawyer.headline == "This version cannot be published as it is"
    assert lawyer.codes() == ["template.full_width", "template.name_unknown"]
    assert "paragraph" in lawyer.words
    marked = lawyer.client.get(f"{LETTER}/2/marked.docx")
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


# -- and goes its way


def test_a_version_is_approved_by_another_published_and_rolled_back(enters: Enters, shelf: MemoryShelf) -> None:
    fang, gao = enters("fang"), enters("gao")
    fang.put_back(RIGHT, note="结语")
    fang.post(f"{LETTER}/2/hand_in", note="请看结语")
    assert "waits for somebody else" in fang.words
    assert fang.post(f"{LETTER}/2/approve").status == 403
    assert "请看结语" in gao.get(f"{LETTER}/2").words
    gao.post(f"{LETTER}/2/approve")
    gao.post(f"{LETTER}/2/publish")
    assert gao.told == "Published. Letters are made with it from now on."
    assert gao.page.xpath("//a[@id='issue']")
    assert gao.client.get(f"{LETTER}/in-force.docx").data == shelf.content(shelf.versions(ITEM)[0].digest)
    assert "version 2" in gao.get("/studio").words
    gao.post(f"{LETTER}/roll-back", to="1")
    assert gao.told == "Version 1 is in force again, as version 3."
    assert gao.client.get(f"{LETTER}/in-force.docx").data == SHIPPED
    assert gao.post(f"{LETTER}/roll-back", to="not a number").status == 404


def test_sent_back_with_its_reason_or_taken_back(enters: Enters, shelf: MemoryShelf) -> None:
    fang, gao = enters("fang"), enters("gao")
    fang.put_back(RIGHT).post(f"{LETTER}/2/hand_in")
    assert gao.get(f"{LETTER}/2").post(f"{LETTER}/2/send_back").status == 409
    gao.post(f"{LETTER}/2/send_back", note="语气太软")
    assert "语气太软" in gao.words
    fang.post(f"{LETTER}/2/hand_in")
    fang.post(f"{LETTER}/2/send_back")
    assert shelf.versions(ITEM)[0].state is State.DRAFT
    fang.post(f"{LETTER}/2/withdraw")
    assert shelf.versions(ITEM)[0].state is State.WITHDRAWN


def test_days_of_publication_are_read_or_asked_again(enters: Enters, shelf: MemoryShelf) -> None:
    fang, gao = enters("fang"), enters("gao")
    fang.put_back(RIGHT).post(f"{LETTER}/2/hand_in")
    gao.post(f"{LETTER}/2/approve")
    wrong = gao.post(f"{LETTER}/2/publish", in_force_from="next week", in_force_until="2027-01-31")
    assert wrong.status == 409
    assert wrong.typed("until") == "2027-01-31"
    assert gao.post(f"{LETTER}/2/publish", in_force_from="2027-02-01", in_force_until="2027-01-31").status == 409
    gao.post(f"{LETTER}/2/publish", in_force_from="2099-01-01")
    assert gao.told == "Published for letters dated 2099-01-01 to …."
    assert shelf.versions(ITEM)[0].in_force_from == dt.date(2099, 1, 1)
    assert "another version just now" in gao.words


def test_a_button_beside_a_version_that_somebody_has_changed_meanwhile_does_nothing(
    enters: Enters, shelf: MemoryShelf
) -> None:
    fang, gao = enters("fang"), enters("gao")
    fang.put_back(WARNED)
    read = fang.page.xpath("//input[@name='acknowledge']/@value")
    fang.post(f"{LETTER}/2/hand_in", acknowledge=read)
    seen = gao.get(f"{LETTER}/2").page.xpath("//*[@id='approve']//input[@name='seen']/@value")[0]
    enters("gao").post(f"{LETTER}/2/approve")
    late = gao.post(f"{LETTER}/2/send_back", seen=seen, note="a long reason")
    assert late.status == 409
    assert "somebody" in late.told.lower()
    assert shelf.versions(ITEM)[0].approved_by == "gao"


def test_two_versions_are_compared_in_words(enters: Enters) -> None:
    lawyer = enters("fang").put_back(RIGHT)
    lawyer.get(f"{LETTER}/2/against?old=group:1")
    assert lawyer.headline == "Version 1 and version 2"
    changed = " ".join(lawyer.page.xpath("//ins//text()"))
    assert "期待与贵司继续合作" in changed
    tracked = open_package(lawyer.client.get(f"{LETTER}/2/against/group/1/tracked.docx").data)
    assert b"<w:ins " in tracked.read("word/document.xml")
    assert "方律师" in tracked.read("word/document.xml").decode()
    beside = lawyer.client.get(f"{LETTER}/2/against/group/1/pages", headers={"X-Requested-With": "fragment"}).text
    assert beside.count("<h3>") == 2
    assert beside.count("data:image/png") > 4


def test_conditions_and_looks_are_compared_in_words_that_a_lawyer_knows(enters: Enters) -> None:
    package = open_package(SHIPPED)
    document = package.read("word/document.xml").decode()
    styles = package.read("word/styles.xml").decode()
    changed = package.with_parts(
        {
            "word/document.xml": [document.replace("if interest.claimed", "if debtor.natural").encode()],
            "word/styles.xml": [re.sub(r'w:sz w:val="\d+"', 'w:sz w:val="40"', styles, count=1).encode()],
        }
    )
    assert changed != SHIPPED
    for language, words in (("en", ("if a natural person", "size 20")), ("zh", ("自然人", "字号 20"))):
        lawyer = enters("fang", language)
        lawyer.put_back(changed)
        lawyer.get(f"{lawyer.address}/against?old=group:1")
        assert all(one in lawyer.words for one in words)
        assert "interest.claimed" not in " ".join(lawyer.page.xpath("//*[@class='conditions']//text()"))


def test_the_letters_on_trial_are_drawn_one_by_one(enters: Enters) -> None:
    lawyer = enters("fang").put_back(RIGHT)
    trials = lawyer.page.xpath("//*[contains(@class, 'trial')]//@data-fragment")
    assert len(trials) == 9
    lawyer.get(trials[0])  # without a script: a page of its own
    assert lawyer.headline == "the example that ships"
    assert lawyer.page.xpath("//main//img[starts-with(@src, 'data:image/png')]")
    lawyer.put_back(WRONG)
    lawyer.get(lawyer.page.xpath("//*[contains(@class, 'trial')]//@data-fragment")[0])
    assert "letter.pay_bye" in lawyer.words  # why there is no letter


def test_pages_that_follow_count_against_no_limit(desk: Desk, shelf: MemoryShelf, settings: Settings) -> None:
    few = replace(settings, rate_limit="20 per minute")
    app = web.create_app(replace(desk, shelf=shelf), few, wiring.read_examples())
    lawyer = Lawyer(app.test_client(), "gao")
    for _ in range(25):
        assert lawyer.client.get(f"{LETTER}/1/trials/none").status_code == 404
    assert lawyer.get(LETTER).status == 200
    for _ in range(25):
        lawyer.get(LETTER)
    assert lawyer.status == 429


def test_who_comes_while_all_presses_are_busy_is_told_when_to_ask_again(
    desk: Desk, shelf: MemoryShelf, settings: Settings
) -> None:
    app = web.create_app(replace(desk, shelf=shelf), replace(settings, presses=1, waiting=0), wiring.read_examples())
    lawyer = Lawyer(app.test_client(), "gao")
    with app.extensions["docgen.queue"].place():
        answer = lawyer.client.get(f"{LETTER}/1/trials/example")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0


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


# -- a newer release


def test_what_ships_anew_is_offered_beside_a_letter_of_ones_own(enters: Enters, shelf: MemoryShelf) -> None:
    published(shelf, RIGHT)
    newer = edited("正式函告如下", "就本公司拖欠款项一事，现郑重函告如下：")
    shelve_shipped(shelf, {ITEM: newer}, now=NOW)
    lawyer = enters("fang", "zh").get("/studio")
    assert lawyer.page.xpath(f"//a[@href='{LETTER}/3']")
    lawyer.get(f"{LETTER}/3")
    assert "新版 docgen 随附" in lawyer.words
    taken = open_package(lawyer.client.get(f"{LETTER}/3/taken-over.docx").data).read("word/document.xml").decode()
    assert "郑重" in "".join(re.findall(r"<w:ins .*?</w:ins>", taken))
    assert "期待与贵司继续合作" in taken
    assert lawyer.client.get(f"{LETTER}/in-force.docx").data == RIGHT
    assert lawyer.client.get(f"{LETTER}/2/taken-over.docx").status_code == 404
    lawyer.post(f"{LETTER}/3/withdraw")
    assert not lawyer.get("/studio").page.xpath(f"//a[@href='{LETTER}/3']")


# -- fields, clauses, letterheads, letters issued


def test_the_fields_are_listed_taken_along_and_described(enters: Enters) -> None:
    lawyer = enters("fang", "zh").get("/studio/fields/zh/demand_letter/group")
    tags = lawyer.page.xpath("//tr[@class='field']//code/text()")
    assert "{{ letter.pay_by }}" in tags
    taken = lawyer.client.get("/studio/fields/zh/demand_letter/group/fields.docx").data
    assert "letter.pay_by" in open_package(taken).read("word/document.xml").decode()
    schema = lawyer.client.get("/studio/fields/zh/demand_letter/group/schema.json")
    assert schema.get_json()["type"] == "object"


def test_a_clause_is_made_used_and_shows_the_letters_it_touches(enters: Enters, shelf: MemoryShelf) -> None:
    fang, gao = enters("fang"), enters("gao")
    account = word(p("账　号：{{ bank.number }}"))
    bad = fang.post("/studio/clauses", name="Bank Account", language="en", file=(account, "a.docx"))
    assert bad.status == 409
    assert bad.typed("clause-name") == "Bank Account"
    fang.post("/studio/clauses", name="account", language="zh", file=(account, "a.docx"))
    clause = fang.address.removesuffix("/1")
    fang.post(f"{clause}/1/hand_in")
    gao.post(f"{clause}/1/approve")
    gao.post(f"{clause}/1/publish")
    fang.put_back(WITH_CLAUSE)
    assert fang.codes() == []
    fang.post(f"{LETTER}/2/hand_in")
    gao.post(f"{LETTER}/2/approve")
    gao.post(f"{LETTER}/2/publish")
    fang.put_back(word(p("账　号：{{ bank.number }}（人民币账户）")), at=clause)
    (touched,) = fang.page.xpath("//*[contains(@class, 'trial')]//@data-fragment")
    assert "data:image/png" in fang.client.get(touched, headers={"X-Requested-With": "fragment"}).text
    assert "催款函" in enters("fang", "zh").get("/studio/clauses/zh/account/group").words
    assert len(shelf.versions(Item(Sort.CLAUSE, "account", "zh"))) == 2


def logo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (60, 20), "#0B6E4F").save(made, "PNG")
    return made.getvalue()


def test_a_letterhead_is_set_seen_approved_and_published(enters: Enters, shelf: MemoryShelf) -> None:
    item = Item(Sort.LETTERHEAD, "")
    fang, gao = enters("fang"), enters("gao")
    wrong = fang.post("/studio/letterhead", colour="green", address_zh="北京市某路1号", unit=GROUP)
    assert wrong.status == 422
    assert wrong.typed("address-zh") == "北京市某路1号"
    assert fang.post("/studio/letterhead", logo=(b"no picture", "logo.png"), logo_height="15").status == 422
    assert fang.post("/studio/letterhead", logo=(logo(), "logo.png"), logo_height="tall").status == 409
    assert shelf.versions(item) == ()
    fang.post("/studio/letterhead", colour="#0b6e4f", address_zh="北京市某路1号", logo=(logo(), "logo.png"))
    assert fang.told == "Version 1 is kept as a draft."
    shown = fang.client.get("/studio/letterhead/group/1/pages/zh", headers={"X-Requested-With": "fragment"}).text
    assert "data:image/png" in shown
    hidden = fang.post("/studio/letterhead/group/1/hand_in")
    assert hidden.status == 409
    assert "统一社会信用代码" in hidden.told  # stood in the line that the address took the place of
    fang.post("/studio/letterhead", address_zh="北京市某路1号　统一社会信用代码：91320505EXAMPLE117")
    fang.post("/studio/letterhead/group/2/hand_in")
    assert fang.post("/studio/letterhead/group/2/approve").status == 403
    gao.post("/studio/letterhead/group/2/approve")
    gao.post("/studio/letterhead/group/2/publish")
    assert "used now" in gao.words
    fang.post("/studio/letterhead", colour="0B6E4F", address_zh="北京市某路2号")  # the logo stays
    assert len(fang.page.xpath("//fieldset//img")) == 1


def test_a_company_is_entered_and_its_letters_are_those_of_the_group(enters: Enters, shelf: MemoryShelf) -> None:
    gao = enters("gao")
    gao.post("/studio/units", name="东方公司", id="east", parent=GROUP, registration_number="91310000ma003ccc03")
    assert gao.told == "东方公司 is entered."
    wrong = gao.post(
        "/studio/units", name="西方公司", id="west", parent=GROUP, registration_number="91310000MA003CCC03"
    )
    assert wrong.status == 409
    assert wrong.typed("unit-name") == "西方公司"
    gao.get("/studio/letters/zh/demand_letter/east")
    assert "has no version of its own" in gao.words
    gao.put_back(RIGHT, at="/studio/letters/zh/demand_letter/east")
    assert shelf.versions(replace(ITEM, unit="east"))[0].number == 1


def test_rights_are_given_in_the_company_that_the_page_shows(enters: Enters, shelf: MemoryShelf) -> None:
    gao = enters("gao")
    gao.get(f"/studio/people?unit={SOUTH}")
    gao.post("/studio/people", name="方律师", id="fang", rights=["approve"], unit=SOUTH)
    rights = {person.id: person.rights for person in shelf.people()}["fang"]
    assert {unit: sorted(held) for unit, held in rights.items()} == {GROUP: ["draft"], SOUTH: ["approve"]}


def test_a_letter_that_went_out_is_found_and_had_again(enters: Enters, shelf: MemoryShelf, desk: Desk) -> None:
    account, request = example(LetterKind.DEMAND_LETTER)
    letter = make_letter(desk, LetterKind.DEMAND_LETTER, Language.ZH, account, request)
    letter = replace(letter, templates=((ITEM, 1, shelf.versions(ITEM)[0].digest),))
    kept = issue(shelf, letter, pdf=b"%PDF-1.7", entry="page", now=NOW)
    assert kept is not None
    gao = enters("gao").get(f"/studio/issued?number={kept.number}")
    assert kept.number in gao.words
    assert gao.client.get(f"/studio/issued/{kept.id}.docx").data == letter.docx
    assert gao.client.get(f"/studio/issued/{kept.id}.pdf").data == b"%PDF-1.7"
    assert kept.number in gao.get(f"{LETTER}/1").words


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
