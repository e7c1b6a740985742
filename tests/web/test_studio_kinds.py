"""A lawyer adds a letter of her own on the pages: described, approved, its Word file begun, made by a clerk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from docgen import app as wiring
from docgen import web
from docgen.config import Settings
from docgen.letters import own_file
from docgen.letters.own import Asked
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from docgen.usecases.studio.fitting import Fitter
from docgen.usecases.studio.kinds import own_letter
from docgen.usecases.studio.versions import GROUP, Item, Sort, State
from docgen.wordfile.text import text
from tests.studio.company import DAY
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import SHIPPED, edited
from tests.web.lawyer import Lawyer

Enters = Callable[..., Lawyer]
PLACE = "/studio/own-letters/goods_collection/group"
WORD = "/studio/letters/zh/goods_collection/group"
# A supplier of building materials fetches its own formwork back from a site.
BOXES = {
    "id": "goods_collection",
    "base": "demand_letter",
    "title_zh": "取回周转材料暨催款函",
    "title_en": "Notice of Collection of Formwork and Demand",
    "step": "demand_letter",
    "approver": "仓储主管",
    "asks.0.name": "collect_on",
    "asks.0.kind": "date",
    "asks.0.label_zh": "取回日期",
    "asks.0.label_en": "Collected on",
    "asks.0.help_zh": "须提前三日通知",
    "asks.0.least": "2026-01-01",
    "asks.1.name": "goods",
    "asks.1.kind": "choice",
    "asks.1.label_zh": "取回物品",
    "asks.1.choices": "formwork | 钢模板 | steel formwork\npallets ｜ 托盘 ｜ pallets",
    "asks.2.kind": "text",
}


@pytest.fixture
def enters(desk: Desk, shelf: MemoryShelf, settings: Settings) -> Enters:
    kept = replace(desk, shelf=shelf, fitter=Fitter(shelf, desk.press))
    app: Flask = web.create_app(kept, settings, wiring.read_examples())

    def enter(person: str = "", language: str = "en") -> Lawyer:
        return Lawyer(app.test_client(), person, language)

    return enter


def test_a_letter_is_described_approved_given_its_word_file_and_made(
    enters: Enters, shelf: MemoryShelf, example: Any
) -> None:
    fang, gao = enters("fang"), enters("gao")
    assert "There is none yet." in fang.get("/studio/own-letters").words
    fang.get("/studio/own-letters/new").post("/studio/own-letters", **BOXES)
    assert fang.told == "Version 1 is kept as a draft."
    assert fang.headline.startswith("Notice of Collection of Formwork and Demand")
    (version,) = shelf.versions(Item(Sort.KIND, "goods_collection"))
    own = own_file.read(shelf.content(version.digest))
    assert (own.base, own.step, own.approver) == (LetterKind.DEMAND_LETTER, "demand_letter", "仓储主管")
    assert [asked.kind for asked in own.asks] == [Asked.DATE, Asked.CHOICE]  # an empty row is no field
    assert own.asks[1].choices == {
        "formwork": {"zh": "钢模板", "en": "steel formwork"},
        "pallets": {"zh": "托盘", "en": "pallets"},
    }
    assert version.names == {"own.collect_on", "own.goods"}

    fang.post(f"{PLACE}/1/hand_in")
    assert fang.post(f"{PLACE}/1/approve").status == 403  # her own work
    gao.get(PLACE).post(f"{PLACE}/1/approve")
    gao.post(f"{PLACE}/1/publish")
    assert gao.told == "Published. The letter can be made from now on."
    assert own_letter(shelf, "goods_collection", GROUP, DAY) == own

    fang.get(PLACE).post(f"{PLACE}/word/zh")
    assert fang.headline.startswith("Notice of Collection of Formwork and Demand")
    assert shelf.versions(Item(Sort.LETTER, "goods_collection", "zh"))[0].state is State.DRAFT
    with_answers = edited("{{ letter.number }}", "{{ letter.number }}，{{ own.collect_on }}取回{{ own.goods }}")
    fang.put_back(with_answers, at=WORD)
    assert not fang.codes()
    fang.post(f"{WORD}/2/hand_in")
    gao.get(f"{WORD}/2").post(f"{WORD}/2/approve")
    gao.post(f"{WORD}/2/publish")

    document = example("demand_letter")
    document["letter"]["own"] = {"collect_on": "2026-10-08", "goods": "formwork"}
    made = fang.client.post("/api/v1/letters/goods_collection?format=docx", json=document)
    assert made.status_code == 200, made.get_json()
    assert "2026年10月8日取回钢模板" in text(made.data)
    assert "取回周转材料暨催款函" in text(made.data)
    form = fang.get("/?lang=zh")
    assert "取回周转材料暨催款函" in form.words
    assert form.page.xpath("//*[@name='own.goods_collection.goods']/option/text()") == ["—", "钢模板", "托盘"]
    assert "Letters of your company" in fang.get("/studio?lang=en").words


def test_rows_come_and_go_without_a_script_and_nothing_typed_is_lost(enters: Enters, shelf: MemoryShelf) -> None:
    fang = enters("fang")
    more = fang.get("/studio/own-letters/new").post("/studio/own-letters", **BOXES, do="add")
    assert len(more.page.xpath("//fieldset[starts-with(@id, 'field-')]")) == 4
    assert more.typed("asks-0-label_zh") == "取回日期"
    less = fang.post("/studio/own-letters", **BOXES, do="remove:0")
    assert len(less.page.xpath("//fieldset[starts-with(@id, 'field-')]")) == 2
    assert less.typed("asks-0-name") == "goods"
    assert not shelf.items(sort=Sort.KIND)


def test_what_is_wrong_stands_beside_its_box_and_nothing_is_kept(enters: Enters, shelf: MemoryShelf) -> None:
    wrong = {**BOXES, "id": "demand_letter", "asks.0.least": "soon", "asks.1.choices": "one | 一", "asks.1.name": "A b"}
    shown = enters("fang").get("/studio/own-letters/new").post("/studio/own-letters", **wrong)
    assert shown.status == 422
    assert not shelf.items(sort=Sort.KIND)
    for box in ("id", "asks-0-least", "asks-1-name", "asks-1-choices"):
        (held,) = shown.page.xpath(f"//*[@id='{box}']")
        assert held.get("aria-invalid") == "true", box
        assert shown.page.xpath(f"//*[@id='{held.get('aria-describedby')}']"), box
    assert shown.typed("asks-0-label_zh") == "取回日期"


def test_a_kept_description_is_shown_as_it_was_typed_and_can_be_taken_as_a_file(enters: Enters) -> None:
    fang = enters("fang")
    fang.get("/studio/own-letters/new").post("/studio/own-letters", **BOXES)
    assert fang.typed("title_zh") == "取回周转材料暨催款函"
    assert fang.typed("asks-0-least") == "2026-01-01"
    assert "pallets | 托盘 | pallets" in fang.page.xpath("//*[@id='asks-1-choices']")[0].text
    kept = fang.client.get(f"{PLACE}/1.json")
    assert own_file.read(kept.data).title(Language.EN) == "Notice of Collection of Formwork and Demand"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_pages_have_a_label_for_every_box(enters: Enters, language: str) -> None:
    fang = enters("fang", language)
    fang.get("/studio/own-letters/new").post("/studio/own-letters", **BOXES)
    for path in ("/studio/own-letters", "/studio/own-letters/new", PLACE, "/studio", f"/studio/fields{WORD[15:]}"):
        shown = fang.get(path)
        assert shown.status == 200, path
        ids = shown.page.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        for box in shown.page.xpath("//main//input[not(@type='hidden')] | //main//select | //main//textarea"):
            by_id = shown.page.xpath(f"//label[@for='{box.get('id')}']")
            assert by_id or box.xpath("ancestor::label") or box.get("aria-label"), (path, box.get("name"))


def test_who_may_not_draft_keeps_nothing_and_an_unknown_letter_has_no_page(enters: Enters, shelf: MemoryShelf) -> None:
    sun = enters("sun")
    sun.get("/studio/own-letters?unit=north").post("/studio/own-letters", **BOXES, unit="north")
    assert sun.status == 403
    assert not shelf.items(sort=Sort.KIND)
    assert enters("fang").get(PLACE).status == 404
    assert enters("fang").get(WORD).status == 404


def test_the_shipped_word_file_is_what_a_new_letter_begins_with(enters: Enters, shelf: MemoryShelf) -> None:
    fang = enters("fang")
    fang.get("/studio/own-letters/new").post("/studio/own-letters", **BOXES)
    fang.post(f"{PLACE}/word/zh")
    (version,) = shelf.versions(Item(Sort.LETTER, "goods_collection", "zh"))
    assert shelf.content(version.digest) == SHIPPED
