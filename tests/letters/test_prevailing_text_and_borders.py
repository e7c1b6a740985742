"""Sides in different countries; which text prevails; who signs without a seal."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.catalogue import CATALOGUE
from docgen.letters.request import LADDER, Language, LetterKind, PrevailingText
from docgen.letters.required import amiss
from docgen.letters.wording import country_name
from tests.letters.making import SENT, Worded, example, make
from tests.letters.test_letters import APPLICATION, CONFIRMATION, DEMAND, EN, LAWYERS, ZH
from tests.letters.test_what_is_said import asked, invoice

IN_HAMBURG = {"country": "DE", "registration_number": "HRB 1", "postcode": "20095", "address": "Hafenstr. 1, Hamburg"}


def abroad(kind: LetterKind, language: Language, debtor: dict[str, Any], **letter: Any) -> Worded:
    document = example(kind.value)
    document["account"]["debtor"] |= debtor
    document["account"]["debtor"].pop("address_en", None)
    document["letter"] |= letter
    return make(kind, document, language)


@pytest.mark.parametrize("kind", LADDER)
def test_a_country_stands_with_the_address_of_a_debtor_abroad(kind: LetterKind) -> None:
    assert "Hafenstr. 1, Hamburg，德国（邮编：20095）" in abroad(kind, ZH, IN_HAMBURG).text
    between = ", " if kind is APPLICATION else "\n"
    assert f"Hafenstr. 1, Hamburg, 20095{between}Germany\n" in abroad(kind, EN, IN_HAMBURG).text


def test_a_country_is_not_said_twice_nor_between_neighbours() -> None:
    in_full = IN_HAMBURG | {"address": "Hafenstr. 1, Hamburg, Germany"}
    assert abroad(DEMAND, EN, in_full).text.count("Germany") == 1
    assert make(DEMAND).facts["debtor"]["country"] == make(DEMAND, language=EN).facts["debtor"]["country"] == ""


def test_the_creditors_country_stands_in_an_english_letter_to_another_country_alone() -> None:
    document = example(DEMAND.value)
    document["account"]["debtor"] |= IN_HAMBURG
    document["account"]["creditor"]["address_en"] = "100 Chuangxin Road, Suzhou"
    assert "100 Chuangxin Road, Suzhou, 215000, China\n" in make(DEMAND, document, EN).text
    assert make(DEMAND, document).facts["creditor"]["country"] == ""


@pytest.mark.parametrize(
    ("country", "prevails"), [("CN", True), ("HK", True), ("MO", True), ("TW", True), ("DE", False)]
)
@pytest.mark.parametrize("kind", [kind for kind in SENT if not CATALOGUE[kind].in_court])
def test_the_chinese_text_prevails_only_where_it_is_read(kind: LetterKind, country: str, prevails: bool) -> None:
    debtor = IN_HAMBURG | {"country": country}
    debtor |= {"registration_number": "91330108EXAMPLE2XR", "postcode": "310000"} if country == "CN" else {}
    made = abroad(kind, EN, debtor)
    assert ("The Chinese text prevails." in made.text) == prevails
    assert ("The Chinese text of this" in made.text) == prevails
    taken = {one.pointer: (one.value, one.why) for one in made.defaults}["/letter/prevailing_text"]
    value = "chinese" if prevails else "none"
    assert taken == (value, f"default.prevailing_text.{value}")


def test_the_prevailing_text_is_the_one_asked_for() -> None:
    made = abroad(CONFIRMATION, EN, IN_HAMBURG, prevailing_text="chinese")
    assert made.request.prevailing_text is PrevailingText.CHINESE
    assert "The Chinese text of this reply prevails over the English." in made.text
    assert "/letter/prevailing_text" not in {one.pointer for one in made.defaults}
    assert "Chinese text" not in abroad(CONFIRMATION, EN, {}, prevailing_text="none").text
    assert "Chinese text" not in abroad(LAWYERS, EN, {}, prevailing_text="none").text


def test_the_courts_text_is_always_the_chinese_one() -> None:
    made = abroad(APPLICATION, EN, IN_HAMBURG, prevailing_text="none")
    assert "English translation for reference; the Chinese text prevails" in made.text
    assert "The Chinese text prevails." in made.text
    assert "/letter/prevailing_text" not in {one.pointer for one in made.defaults}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", SENT)
def test_a_natural_person_signs_and_seals_nothing(kind: LetterKind, language: Language) -> None:
    document = example(kind.value)
    creditor = document["account"]["creditor"]
    document["account"]["creditor"] = {
        name: value
        for name, value in creditor.items()
        if not name.startswith(("representative", "registration", "size"))
    } | {"kind": "natural_person"}
    made = make(kind, document, language)
    if language is ZH:
        by_person = f"{creditor['name']}（签名）" in made.text
        assert by_person == (kind is not LAWYERS) and f"{creditor['name']}（盖章）" not in made.text
        assert ("事务所（盖章）" in made.text) == (kind is LAWYERS)
    assert "seal" not in amiss(kind, made.request.purpose, made.text, language, made.facts)


@pytest.mark.parametrize("purpose", ["accounts", "demand"])
def test_a_natural_person_who_answers_is_asked_for_a_signature_and_for_no_seal(purpose: str) -> None:
    for personal in (True, False):
        document = example(CONFIRMATION.value)
        document["letter"]["purpose"] = purpose
        if personal:
            debtor = document["account"]["debtor"]
            kept = {name: value for name, value in debtor.items() if name in {"name", "name_en", "country", "address"}}
            document["account"]["debtor"] = kept | {"kind": "natural_person"}
        zh, en = make(CONFIRMATION, document).text, make(CONFIRMATION, document, EN).text
        slip, reply = zh[zh.rindex("致：") :], en[en.rindex("To: ") :]
        assert ("（公司盖章" not in slip) == personal and ("（签名" in slip) == personal
        assert ("Company seal" not in reply) == personal


def test_a_confirmation_of_nothing_promises_no_details() -> None:
    paid = {"received_on": "2026-05-01", "amount": "1000.00", "names": ["1"]}
    document = asked(CONFIRMATION, invoice(), letter={"purpose": "accounts"}, payments=[paid])
    zh, en = make(CONFIRMATION, document), make(CONFIRMATION, document, EN)
    assert "2026年9月14日 | 0.00 | 0.00 | —\n截至2026年9月14日，上述余额为人民币0.00元" in zh.text
    assert "见下列明细" not in zh.text and "已经付清" not in zh.text
    assert "本函仅为复核账目之用，并非催款结算。请及时函复为盼。" in zh.text
    assert "14 September 2026 | 0.00 | 0.00 | –\nThe above balance as at 14 September 2026 is RMB 0.00" in en.text
    assert "See details" not in en.text and "has been settled" not in en.text
    for made in (zh, en):
        assert list(amiss(CONFIRMATION, made.request.purpose, made.text, made.language, made.facts)) == []


def test_a_balance_is_dated_the_same_day_in_the_table_and_below() -> None:
    late = {"received_on": "2026-09-15", "amount": "400.00"}
    document = asked(CONFIRMATION, invoice(), payments=[late], letter={"purpose": "accounts"})
    zh, en = make(CONFIRMATION, document).text, make(CONFIRMATION, document, EN).text
    assert "2026年9月15日 | 600.00" in zh and "截至2026年9月15日，上述余额为人民币600.00元" in zh
    assert "付款登记至2026年9月14日，此后已入账的往来亦已计入。" in zh
    assert "15 September 2026 | 600.00" in en and "The above balance as at 15 September 2026 is RMB 600.00" in en
    assert "booked up to 14 September 2026 and later entries on record being included." in en


def test_hong_kong_macao_and_taiwan_are_named_as_mainland_papers_name_them() -> None:
    assert [country_name(code, Language.ZH) for code in ("HK", "MO", "TW", "DE")] == [
        "中国香港",
        "中国澳门",
        "中国台湾",
        "德国",
    ]
    assert [country_name(code, Language.EN) for code in ("HK", "MO", "TW", "DE")] == [
        "Hong Kong, China",
        "Macao, China",
        "Taiwan, China",
        "Germany",
    ]
