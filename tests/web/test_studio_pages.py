"""The lawyer's pages: each speaks both languages, to everybody; who may do what there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from docgen import web
from docgen.config import Settings
from docgen.usecases import Desk
from docgen.usecases.studio.versions import GROUP, Item, Sort
from tests.printing.word import p, word
from tests.studio.company import SOUTH, published
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import SHIPPED, edited
from tests.web.lawyer import LETTER, RIGHT, WRONG, Enters, Lawyer

LATIN = re.compile(r"[A-Za-z][a-z]+ [a-z]+ [a-z]+")


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
    taken = lawyer.post("/studio/people", name="高小明", id="gao", rights=["read"])
    assert taken.status == 409
    assert "高总法" in taken.told
    assert {person.id: person.name for person in shelf.people()}["gao"] == "高总法"
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
