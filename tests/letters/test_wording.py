"""Figures, words, dates, rates and articles, as letters write them."""

from __future__ import annotations

import csv
import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.law.statutes import LawData
from docgen.letters import wording
from docgen.letters.request import Language
from docgen.letters.wording.english import number_in_english

ZH, EN = Language.ZH, Language.EN

with (Path(__file__).parent / "examples.csv").open(encoding="utf-8", newline="") as file:
    EXAMPLES = [(row["rule"], json.loads(row["inputs"]), row["expected"]) for row in csv.DictReader(file)]


def examples(rule: str) -> list[object]:
    return [pytest.param(inputs, expected, id=str(expected)) for name, inputs, expected in EXAMPLES if name == rule]


@pytest.mark.parametrize(("inputs", "expected"), examples("rmb.capital"))
def test_rmb_capital(inputs: dict[str, str], expected: str) -> None:
    if expected == "ERROR":
        with pytest.raises(ValueError):
            wording.rmb_capitals(Decimal(inputs["amount"]))
    else:
        assert wording.rmb_capitals(Decimal(inputs["amount"])) == expected


@pytest.mark.parametrize(("inputs", "expected"), examples("rmb.figures"))
def test_rmb_figures(inputs: dict[str, str], expected: str) -> None:
    assert wording.figures(Decimal(inputs["amount"]), "CNY", ZH) == expected


@pytest.mark.parametrize(("inputs", "expected"), examples("date.bill_capital"))
def test_date_bill_capital(inputs: dict[str, str], expected: str) -> None:
    assert wording.bill_date(dt.date.fromisoformat(inputs["date"])) == expected


@pytest.mark.parametrize(("inputs", "expected"), examples("date.letter"))
def test_date_letter(inputs: dict[str, str], expected: str) -> None:
    assert wording.letter_date(dt.date.fromisoformat(inputs["date"]), ZH) == expected


@pytest.mark.parametrize(("inputs", "expected"), examples("doc_no.format"))
def test_doc_no_format(inputs: dict[str, str], expected: str) -> None:
    number = wording.document_number(inputs["prefix"], int(inputs["year"]), int(inputs["serial"]))
    assert number == expected


def test_capitals_refuse_three_decimals() -> None:
    with pytest.raises(ValueError):
        wording.rmb_capitals(Decimal("1.005"))


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("人民币壹仟陆佰捌拾元零叁角贰分", "1680.32"),
        ("人民币壹仟陆佰捌拾元叁角贰分", "1680.32"),
        ("人民币壹拾万零柒仟元伍角叁分", "107000.53"),
        ("人民币壹拾万柒仟元零伍角叁分", "107000.53"),
        ("壹佰元正", "100"),
        ("人民币壹仟肆佰零玖元伍角整", "1409.50"),
        ("人民币壹佰圆整", "100"),
    ],
)
def test_every_official_way_of_writing_an_amount_is_the_same_amount(words: str, amount: str) -> None:
    assert wording.same_amount(words, Decimal(amount))


@pytest.mark.parametrize(
    ("words", "amount", "wrong"),
    [
        ("人民币壹佰元", "100", "整 is required after 元"),
        ("人民币叁佰贰拾伍元肆分", "325.04", "零 is required where 角 is zero and 分 is not"),
        ("人民币陆仟柒元壹角肆分", "6007.14", "零 is required for zeros in the middle"),
        ("人民币叁佰贰拾伍元零肆分整", "325.04", "nothing follows 分"),
        ("人民币贰佰元整", "100", "another amount"),
        ("人民币 壹佰元整", "100", "no gap after 人民币"),
        ("拾元整", "10", "ten begins with 壹"),
    ],
)
def test_words_that_are_wrong_are_not_the_same_amount(words: str, amount: str, wrong: str) -> None:
    assert not wording.same_amount(words, Decimal(amount)), wrong


@given(st.integers(min_value=0, max_value=10**15))
def test_capitals_read_back_as_the_amount_they_were_written_from(cents: int) -> None:
    amount = Decimal(cents).scaleb(-2)
    words = wording.rmb_capitals(amount)
    assert read_capitals(words) == amount
    assert wording.same_amount(words, amount)
    assert not wording.same_amount(words, amount + Decimal("0.01"))


def read_capitals(words: str) -> Decimal:
    """An independent reader of Chinese capitals: places multiply, 万 and 亿 gather what stands before them."""
    places = {"拾": 10, "佰": 100, "仟": 1000}
    total, section, digit, cents = 0, 0, 0, 0
    for character in words.removeprefix("人民币").rstrip("整"):
        if character in "零壹贰叁肆伍陆柒捌玖":
            digit = "零壹贰叁肆伍陆柒捌玖".index(character)
        elif character in places:
            section, digit = section + digit * places[character], 0
        elif character == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif character == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        elif character == "元":
            total, section, digit = total + section + digit, 0, 0
        elif character == "角":
            cents, digit = cents + digit * 10, 0
        elif character == "分":
            cents, digit = cents + digit, 0
    return Decimal(total) + Decimal(cents).scaleb(-2)


@pytest.mark.parametrize(
    ("amount", "currency", "zh", "en"),
    [
        (
            "1409.50",
            "CNY",
            "人民币1,409.50元（大写：人民币壹仟肆佰零玖元伍角）",
            "RMB 1,409.50 (Renminbi one thousand four hundred and nine and 50/100 only)",
        ),
        ("1000", "USD", "1,000.00美元（大写：美元壹仟元整）", "USD 1,000.00 (US dollars one thousand only)"),
        ("250000", "JPY", "250,000日元（大写：日元贰拾伍万元整）",
         "JPY 250,000 (Japanese yen two hundred and fifty thousand only)"),
        ("1.005", "KWD", "1.005科威特第纳尔（大写：科威特第纳尔壹元零伍厘）",
         "KWD 1.005 (Kuwaiti dinars one and 005/1000 only)"),
    ],
)  # fmt: skip
def test_an_amount_stands_in_figures_and_in_words(amount: str, currency: str, zh: str, en: str) -> None:
    assert wording.in_full(Decimal(amount), currency, ZH) == zh
    assert wording.in_full(Decimal(amount), currency, EN) == en


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (21, "twenty-one"),
        (100, "one hundred"),
        (115, "one hundred and fifteen"),
        (1000, "one thousand"),
        (1001, "one thousand and one"),
        (876650, "eight hundred and seventy-six thousand six hundred and fifty"),
        (1_000_005, "one million and five"),
        (2_000_000_300, "two billion three hundred"),
    ],
)
def test_numbers_in_english(number: int, words: str) -> None:
    assert number_in_english(number) == words


@pytest.mark.parametrize(
    ("reference", "zh", "en"),
    [
        (
            "civil_code:579",
            "《中华人民共和国民法典》第五百七十九条",
            "Article 579 of the Civil Code of the People's Republic of China",
        ),
        ("civil_code:563(1)(3)", "《中华人民共和国民法典》第五百六十三条第一款第三项", None),
        ("civil_code:511(4)", "《中华人民共和国民法典》第五百一十一条第四项", None),
        ("civil_code:195(1)", "《中华人民共和国民法典》第一百九十五条第一项", None),
        ("cpl:225", "《中华人民共和国民事诉讼法》第二百二十五条", None),
        (
            "sales_interpretation:18(4)",
            "《最高人民法院关于审理买卖合同纠纷案件适用法律问题的解释》第十八条第四款",
            None,
        ),
        ("sme_regulation:17", "《保障中小企业款项支付条例》（2025年修订）第十七条", None),
        (
            "sme_regulation_2020:15",
            "《保障中小企业款项支付条例》（2020年公布，国务院令第728号）第十五条",
            "Article 15 of the Regulation on Ensuring Payments to Small and Medium-sized Enterprises "
            "(2020, State Council Decree No. 728)",
        ),
    ],
)
def test_an_article_is_cited_by_the_full_title_of_its_act(
    law: LawData, reference: str, zh: str, en: str | None
) -> None:
    assert wording.cite(reference, law, ZH) == zh
    if en:
        assert wording.cite(reference, law, EN) == en


def test_the_title_of_an_act_within_a_title_has_single_marks(law: LawData) -> None:
    cited = wording.cite("cpl_interpretation:427(1)(7)", law, ZH)
    assert cited == "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第四百二十七条第一款第七项"


def test_articles_of_one_act_are_cited_together_and_once(law: LawData) -> None:
    cited = wording.cite_all(["civil_code:509", "sme_regulation:17", "civil_code:577", "civil_code:509"], law, ZH)
    assert cited == (
        "《中华人民共和国民法典》第五百零九条、第五百七十七条、《保障中小企业款项支付条例》（2025年修订）第十七条"
    )


def test_a_reference_that_is_none_is_refused(law: LawData) -> None:
    with pytest.raises(ValueError, match="not a reference"):
        wording.cite("第五百七十九条", law, ZH)


@pytest.mark.parametrize(
    ("number", "words"),
    [(3, "三"), (10, "十"), (18, "十八"), (20, "二十"), (110, "一百一十"), (509, "五百零九"), (1260, "一千二百六十")],
)
def test_counting_in_chinese(number: int, words: str) -> None:
    assert wording.counted(number) == words


@pytest.mark.parametrize(
    ("rate", "zh", "en"),
    [
        ("0.0005", "每日万分之五", "0.05% per day"),
        ("0.0003", "每日万分之三", "0.03% per day"),
        ("0.00021", "每日万分之二点一", "0.021% per day"),
        ("0.001", "每日千分之一", "0.1% per day"),
        ("0.02", "每日2%", "2% per day"),
    ],
)
def test_day_rates_are_said_as_contracts_say_them(rate: str, zh: str, en: str) -> None:
    assert wording.day_rate(Decimal(rate), ZH) == zh
    assert wording.day_rate(Decimal(rate), EN) == en


def test_a_percentage_is_never_rounded_and_has_the_decimals_asked_for() -> None:
    assert wording.percent(Decimal("0.03"), 2) == "3.00%"
    assert wording.percent(Decimal("0.12")) == "12%"
    assert wording.percent(Decimal("0.1")) == "10%"
    assert wording.percent(Decimal("0.000175")) == "0.0175%"
