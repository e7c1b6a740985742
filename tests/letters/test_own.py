"""Letters of a company's own: how they are described, what they ask the clerk, and what they print of it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import jsonschema_rs
import pytest

import schemas
from docgen.errors import InvalidRequest, TemplateFault, UnknownLetter
from docgen.letters import own_file
from docgen.letters.own import Asked, OwnLetter, names, sample, worded
from docgen.letters.request import Language, LetterKind
from docgen.studio.subject import Subject
from docgen.templating import compile_template
from docgen.usecases.letter import Letter, make_letter
from docgen.wordfile.text import text
from tests.letters.making import ROOT, desk
from tests.letters.own_letters import ANSWERS, SITE_STOP, described, site_stop
from tests.printing.word import p, word


def request_document(**answers: Any) -> dict[str, Any]:
    """The demand letter's example, with answers to what the site stop notice asks."""
    document: dict[str, Any] = json.loads((ROOT / "examples" / "demand_letter.json").read_bytes())
    document["letter"]["own"] = {**ANSWERS, **answers}
    return document


def loaded(own: OwnLetter, **answers: Any) -> schemas.Loaded:
    return schemas.load(request_document(**answers), kind=own.base, own=own)


def faults(own: OwnLetter, **answers: Any) -> set[tuple[str, str]]:
    with pytest.raises(InvalidRequest) as raised:
        loaded(own, **answers)
    return {(finding.code, str(finding.place)) for finding in raised.value.findings}


# The description


def test_a_description_is_read_and_written_without_loss() -> None:
    own = site_stop()
    assert own.base is LetterKind.DEMAND_LETTER
    assert own.languages == (Language.ZH, Language.EN)
    assert [asked.kind for asked in own.asks] == [
        Asked.TEXT, Asked.DATE, Asked.AMOUNT, Asked.WHOLE_NUMBER, Asked.CHOICE, Asked.YES_NO, Asked.PARAGRAPH,
    ]  # fmt: skip
    assert own_file.read(own_file.write(own)) == own
    assert own_file.write(own_file.read(own_file.write(own))) == own_file.write(own)


def test_words_in_one_language_stand_for_the_other_but_a_letter_is_written_only_where_it_has_a_title() -> None:
    own = site_stop(titles={"zh": "停工函"}, asks=[{"name": "site", "kind": "text", "labels": {"zh": "工地"}}])
    assert own.languages == (Language.ZH,)
    assert own.title(Language.EN) == "停工函"
    assert own.asks[0].labels == {"zh": "工地", "en": "工地"}


def test_everything_that_is_wrong_with_a_description_is_told_at_once_and_where() -> None:
    asks = [
        {"name": "fee", "kind": "amount", "labels": {"zh": "费用"}, "least": "5", "most": "3"},
        {"name": "fee_full", "kind": "text", "labels": {}, "choices": {"A b": {"zh": "甲"}}},
        {"name": "A", "kind": "dat", "labels": {"zh": "日期"}, "longest": 0},
        {"name": "day", "kind": "date", "labels": {"zh": "日期"}, "least": "2026-13-01"},
        {"name": "way", "kind": "choice", "labels": {"zh": "方式"}, "choices": {"one": {"zh": "一"}}},
        3,
    ]
    content = described(
        id="demand_letter", base="demand_leter", titles={"fr": "x"}, step="dun", colour="red", asks=asks
    )
    with pytest.raises(InvalidRequest) as raised:
        own_file.read(content)
    assert {(finding.code.removeprefix("studio.kind_"), finding.place) for finding in raised.value.findings} == {
        ("field_unknown", "/colour"),
        ("id_taken", "/id"),
        ("base", "/base"),
        ("field_unknown", "/titles/fr"),
        ("field_missing", "/titles"),
        ("step", "/step"),
        ("bounds_reversed", "/asks/0/most"),
        ("field_missing", "/asks/1/labels"),
        ("choices", "/asks/1/choices"),
        ("choice", "/asks/1/choices/A b"),
        ("name_twice", "/asks/1/name"),  # what a template prints of the amount
        ("name", "/asks/2/name"),
        ("answer", "/asks/2/kind"),
        ("longest", "/asks/2/longest"),
        ("bound", "/asks/3/least"),
        ("choices", "/asks/4/choices"),
        ("wrong_type", "/asks/5"),
    }
    assert next(each for each in raised.value.findings if each.place == "/base").facts["nearest"] == "demand_letter"


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"{", b"[" * 100_000, b" " * (1 << 20)])
def test_what_is_no_description_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidRequest) as raised:
        own_file.read(content)
    assert [finding.code for finding in raised.value.findings] == ["studio.kind_unreadable"]


@pytest.mark.parametrize("id", ["", "ab", "Site", "1st_notice", "a" * 41, "site-stop", "__class__"])
def test_an_identifier_is_one_that_can_stand_in_an_address(id: str) -> None:
    with pytest.raises(InvalidRequest) as raised:
        site_stop(id=id)
    assert [finding.place for finding in raised.value.findings] == ["/id"]


# What is asked


def test_answers_are_read_by_their_kinds() -> None:
    assert loaded(site_stop()).letter.own == {
        "site": "滨江三期工地",
        "stop_on": dt.date(2026, 12, 1),
        "deposit": Decimal("12000.50"),
        "pallets": 36,
        "goods": "concrete",
        "access": True,
        "note": "取货时请安排叉车。\n请勿占用消防通道。",
    }


def test_every_wrong_answer_is_told_at_its_own_place() -> None:
    wrong = faults(
        site_stop(), site="工" * 61, stop_on="2025-12-31", deposit="1e9", pallets=401, goods="concret", access="maybe",
        note=["x"], nope="1",
    )  # fmt: skip
    assert wrong == {
        ("value.not_text", "/letter/own/note"),
        ("text.too_long", "/letter/own/site"),
        ("letter.own_least", "/letter/own/stop_on"),
        ("value.not_a_number", "/letter/own/deposit"),
        ("value.out_of_range", "/letter/own/pallets"),
        ("value.not_a_choice", "/letter/own/goods"),
        ("value.not_yes_or_no", "/letter/own/access"),
        ("field.unknown", "/letter/own/nope"),
    }


def test_what_must_be_answered_is_asked_for_and_the_rest_is_not() -> None:
    nothing = dict.fromkeys(ANSWERS)
    assert faults(site_stop(), **nothing) == {
        ("field.missing", f"/letter/own/{name}") for name in ("site", "stop_on", "pallets", "goods", "access")
    }


def test_an_amount_has_no_more_decimals_than_the_currency_of_the_account_and_no_more_than_is_allowed() -> None:
    assert faults(site_stop(), deposit="1.005") == {("amount.too_many_decimals", "/letter/own/deposit")}
    assert faults(site_stop(), deposit="500000.01") == {("letter.own_most", "/letter/own/deposit")}


def test_a_request_is_written_back_with_its_answers() -> None:
    own = site_stop()
    found = loaded(own)
    again = schemas.load(schemas.dump(found.account, found.letter), kind=own.base, own=own)
    assert again.letter == found.letter


def test_another_letter_has_no_use_for_the_answers_and_a_file_keeps_them() -> None:
    document = request_document(site="严厉警告")
    assert schemas.load(document, kind=LetterKind.DEMAND_LETTER).letter.own == {}
    assert schemas.load(document).letter.own["site"] == "严厉警告"


def test_the_json_schema_of_its_request_holds_what_it_asks() -> None:
    own = site_stop()
    schema = schemas.json_schema(own.base, own)
    assert schema["title"] == "Notice of Stopped Deliveries and Demand"
    document = request_document(deposit=12000.5)
    jsonschema_rs.validate(schema, document)
    for answers in ({"pallets": 401}, {"goods": "gravel"}, {"nope": 1}, {"stop_on": None}):
        with pytest.raises(jsonschema_rs.ValidationError):
            jsonschema_rs.validate(schema, request_document(**answers))


# What is printed


def test_answers_are_worded_as_the_letter_words_its_own_sums_and_days() -> None:
    own, answers = site_stop(), loaded(site_stop()).letter.own
    zh = worded(own, answers, Language.ZH, "CNY")
    assert zh["stop_on"] == "2026年12月1日"
    assert zh["deposit"] == "人民币12,000.50元"
    assert zh["deposit_full"] == "人民币12,000.50元（大写：人民币壹万贰仟元零伍角）"
    assert zh["deposit_column"] == "12,000.50"
    assert (zh["pallets"], zh["goods"], zh["access"]) == (36, "预拌混凝土", True)
    assert zh["goods_is"] == {"concrete": True, "steel": False}
    en = worded(own, answers, Language.EN, "CNY")
    assert (en["stop_on"], en["deposit"], en["goods"]) == ("1 December 2026", "RMB 12,000.50", "ready-mixed concrete")


def test_what_nobody_answered_is_an_empty_string_and_never_nought() -> None:
    found = worded(site_stop(), {}, Language.ZH, "CNY")
    assert {name: value for name, value in found.items() if value} == {"goods_is": {"concrete": False, "steel": False}}
    assert (found["deposit"], found["deposit_full"], found["pallets"], found["access"]) == ("", "", "", False)


def test_every_name_that_a_lawyer_is_told_is_a_fact_and_every_fact_has_its_name() -> None:
    own = site_stop()
    found = worded(own, sample(own, Language.EN, dt.date(2026, 11, 20)), Language.EN, "CNY")
    facts = {f"own.{name}" for name, value in found.items() if not isinstance(value, dict)}
    facts |= {f"own.{name}.{each}" for name, value in found.items() if isinstance(value, dict) for each in value}
    assert facts == set(names(own))
    subject = Subject(kind=own.base, language=Language.EN, own=own)
    assert facts < set(subject.fields)
    assert subject.title == "Notice of Stopped Deliveries and Demand"


# The letter

SHIPPED = (ROOT / "templates" / "zh" / "demand_letter.docx").read_bytes()


def made(own: OwnLetter, word_file: bytes = SHIPPED, language: Language = Language.ZH, **answers: Any) -> Letter:
    held = desk()
    templates = {**held.templates, (language, own.id): compile_template(word_file)}
    found = loaded(own, **answers)
    request = replace(found.letter, draft_anyway=True)
    return make_letter(replace(held, templates=templates), own.base, language, found.account, request, own=own)


def test_the_letter_bears_its_own_title_and_follows_its_base_in_everything_else() -> None:
    letter = made(site_stop())
    words = text(letter.docx)
    assert (letter.name, letter.kind, letter.title) == (
        "site_stop_notice",
        LetterKind.DEMAND_LETTER,
        "停止供料暨催款函",
    )
    assert "停止供料暨催款函" in words
    assert not [bar for bar in letter.bars if bar.code.startswith("letter.part")]
    assert not letter.bars


def test_the_letter_prints_the_answers() -> None:
    line = p("自{{ own.stop_on }}起停止向{{ own.site }}供应{{ own.goods }}，押金{{ own.deposit_full }}。")
    words = text(made(site_stop(), word(line)).docx)
    expected = (
        "自2026年12月1日起停止向滨江三期工地供应预拌混凝土，押金人民币12,000.50元（大写：人民币壹万贰仟元零伍角）。"
    )
    assert expected in words


def test_a_letter_must_hold_the_parts_of_its_base_and_say_nothing_that_the_law_forbids() -> None:
    letter = made(site_stop(), word(p("若不付款，我司将把贵司列入失信黑名单并向媒体曝光。")))
    codes = {bar.code for bar in letter.bars}
    assert "letter.part_missing" in codes
    assert any(code.startswith("tone.") for code in codes)


def test_the_answers_are_read_for_their_tone_at_their_own_place() -> None:
    letter = made(site_stop(), note="若不付款，我司将把贵司列入失信黑名单并向媒体曝光。")
    assert "/letter/own/note" in {bar.place for bar in letter.bars}


def test_a_letter_is_not_made_in_a_language_that_it_has_no_title_in() -> None:
    own = site_stop(titles={"zh": SITE_STOP["titles"]["zh"]})
    with pytest.raises(UnknownLetter) as raised:
        made(own, language=Language.EN)
    assert raised.value.findings[0].code == "letter.not_in_language"


def test_a_letter_without_a_word_file_says_so() -> None:
    own, found = site_stop(), loaded(site_stop())
    with pytest.raises(TemplateFault) as raised:
        make_letter(desk(), own.base, Language.ZH, found.account, replace(found.letter, draft_anyway=True), own=own)
    assert raised.value.findings[0].code == "studio.kind_without_file"


def test_the_description_that_is_taught_is_one() -> None:
    page = (ROOT / "docs" / "own-letters.md").read_text("utf-8")
    own = own_file.read(page.partition("```json\n")[2].partition("```")[0].encode())
    for asked in own.asks:
        assert f"{{{{ own.{asked.name} }}}}" in page
