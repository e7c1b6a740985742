"""What letters have in common: fields, clauses, letterheads, companies; and the letters that went out."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, make_letter
from docgen.usecases.studio.issuing import issue
from docgen.usecases.studio.versions import GROUP, Item, Sort
from docgen.wordfile import open_package
from tests.printing.word import p, word
from tests.studio.company import LETTER as ITEM
from tests.studio.company import NOW, SOUTH
from tests.studio.memory_shelf import MemoryShelf
from tests.studio.test_examining import WITH_CLAUSE, example
from tests.web.lawyer import LETTER, RIGHT, Enters


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
    fang.post("/studio/letterhead", colour="0B6E4F", unit=GROUP)
    headed = fang.client.get("/studio/letterhead/group/1/pages/zh", headers={"X-Requested-With": "fragment"}).text
    assert "data:image/png" in headed  # the letter has its clause under the letterhead too


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
