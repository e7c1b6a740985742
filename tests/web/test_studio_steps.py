"""A version on its way: approved by another, published, compared, rolled back; what ships anew beside it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from docgen import app as wiring
from docgen import web
from docgen.config import Settings
from docgen.usecases import Desk
from docgen.usecases.studio.shipping import shelve_shipped
from docgen.usecases.studio.versions import State
from docgen.wordfile import open_package
from tests.studio.company import LETTER as ITEM
from tests.studio.company import NOW, published
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import SHIPPED, edited
from tests.web.lawyer import LETTER, RIGHT, WARNED, WRONG, Enters, Lawyer


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
