"""Sums, days, names and numbers of a text: against each other, and against the account."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.letters.check.numerals import CAPITALS, ENGLISH, amount, counted, english_amount
from docgen.letters.check.printed import Printed
from docgen.letters.check.reading import Paragraph
from docgen.letters.check.sums import sums
from docgen.letters.wording.capitals import rmb_capitals
from docgen.letters.wording.english import amount_in_english
from docgen.messages import Messages
from tests.letters.check.reading import beside, codes, found, read

# -- numbers in words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("五百七十九", 579),
        ("一百八十八", 188),
        ("一百零四", 104),
        ("二百", 200),
        ("十八", 18),
        ("一千二百六十", 1260),
        ("五七九", 579),
        ("579", 579),
        ("５７９", 579),
        ("两百一十四", 214),
        ("甲", None),
        ("", None),
    ],
)
def test_a_count_is_read(words: str, number: int | None) -> None:
    assert counted(words) == number


@pytest.mark.parametrize(
    "written",
    ["1409.50", "6007.14", "1680.32", "107000.53", "16409.02", "325.04", "10.00", "100000000.01", "876650.50"],
)
def test_capitals_and_english_words_say_what_our_own_letters_say(written: str) -> None:
    value = Decimal(written)
    match = CAPITALS.search(rmb_capitals(value))
    assert match is not None and amount(match) == value
    english = ENGLISH.search(amount_in_english(value, "CNY", "Renminbi"))
    assert english is not None and english_amount(english) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("捌拾柒万陆仟陆佰伍拾元零伍角", "876650.50"),
        ("捌拾柒萬陸仟陸佰伍拾圓整", "876650"),
        ("八十七万元", "870000"),
        ("壹亿贰仟万元整", "120000000"),
        ("叁佰贰拾伍元零肆分", "325.04"),
    ],
)
def test_capitals_as_people_write_them(words: str, value: str) -> None:
    (one,) = sums(Paragraph(1, f"人民币{words}"))
    assert one.in_words and one.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("人民币876,650.50元", [("876650.50", "CNY")]),
        ("￥876,650.50", [("876650.50", "")]),
        ("欠款12万元", [("120000", "")]),
        ("约87.67万元", [("876700.00", "")]),
        ("RMB 1.2 million", [("1200000.0", "CNY")]),
        ("US$1,000.00", [("1000.00", "USD")]),
        ("1,409.50美元", [("1409.50", "USD")]),
        ("1 | 2026-01-01 | 1,409.50 | 12", [("1409.50", "")]),
        ("876,650.50", [("876650.50", "")]),
        # no sums
        ("3.00%×1.5", []),
        ("逾期333天", []),
        ("发票25327000000000000102", []),
        ("2026年9月15日", []),
        ("第5元素", []),
        ("两三元", []),
        ("电话0512-5550-0100", []),
        ("一、二、三", []),
    ],
)
def test_what_is_a_sum(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(str(one.value), one.currency) for one in sums(Paragraph(1, text))] == wanted


# -- a text against itself


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("人民币876,650.50元（大写：人民币捌拾柒万陆仟陆佰伍拾元零伍角）", []),
        ("人民币876,650.50元（大写：人民币捌拾柒万陆仟陆佰伍拾元整）", ["sum.words_differ"]),
        ("人民币捌拾柒万陆仟陆佰伍拾元零伍角（￥876,650.05）", ["sum.words_differ"]),
        ("捌拾柒万元整（小写：870,000.00元）", []),
        ("RMB 902,352.77 (Renminbi nine hundred and two thousand three hundred and fifty-two and 77/100 only)", []),
        (
            "RMB 902,352.77 (say: nine hundred and two thousand three hundred and twenty-five only)",
            ["sum.words_differ"],
        ),
        ("本金100.00元，违约金捌拾元整", []),  # two sums, not the same one twice
    ],
)
def test_figures_and_words_agree(text: str, wanted: list[str]) -> None:
    assert codes(text) == wanted


def test_the_right_words_for_the_figures_are_given() -> None:
    (one,) = read("人民币876,650.50元（大写：捌拾柒万元整）").findings
    assert one.facts["instead"] == "人民币捌拾柒万陆仟陆佰伍拾元零伍角"
    (en,) = read("RMB 1,409.50 (Renminbi one thousand four hundred only)").findings
    assert en.facts["instead"] == "Renminbi one thousand four hundred and nine and 50/100 only"


def test_a_table_s_total_is_what_its_column_comes_to() -> None:
    rows = ["序号 | 发票金额 | 应付金额", "1 | 100.00 | 60.00", "2 | 200.00 | 50.00"]
    assert codes([*rows, "合　计 | 300.00 | 110.00"]) == []
    (one,) = read([*rows, "合　计 | 300.00 | 101.00"]).findings
    assert (one.code, one.facts["total"], one.facts["sum"]) == ("sum.total_differs", "101.00", "110.00")
    assert one.place.words == "101.00"  # type: ignore[union-attr]
    english = ["No. | Amount", "1 | 100.00", "2 | 200.00", "Total | 301.00"]
    assert codes(english) == ["sum.total_differs"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("请于2026年9月30日前付清。", []),
        ("请贵司于2026年8月30日前付清。", ["day.deadline_passed"]),
        ("请于二〇二六年八月三十日前书面答复。", ["day.deadline_passed"]),
        ("Please pay by 30 August 2026.", ["day.deadline_passed"]),
        ("Please pay the sum by August 30, 2026.", ["day.deadline_passed"]),
        ("贵司应于2025年10月17日前支付，至今未付。", []),  # when it was due
        ("You promised to pay it by 31 July 2026.", []),
        ("贵司来函称“请于2026年8月30日前付清”。", []),
        ("交货日为2026年2月30日。", ["day.impossible"]),
        ("on 31 June 2026", ["day.impossible"]),
        ("2026-13-01", ["day.impossible"]),
        ("依法释〔2022〕11号", []),
        ("编号2026-09-15-001", []),
    ],
)
def test_what_a_day_says_against_itself(text: str, wanted: list[str]) -> None:
    assert codes(text) == wanted


# -- a text beside its account


def test_sums_and_days_of_the_account_are_explained_as_what_they_are(messages: Messages) -> None:
    text = (
        "截至2026年9月15日，贵司欠付人民币876,650.50元，违约金25,702.27元，合计902,352.77元；其中发票25327000000000000102"
        "未付100,000.00元，2026年5月20日付款100,000.00元，合同金额1,434,750.50元。"
    )
    checked = beside(text)
    assert checked.verdict == "ok"
    said = [(one.words, one.explained.code if one.explained else "") for one in checked.sums]
    assert said[:3] == [
        ("人民币876,650.50元", "explains.principal"),
        ("25,702.27元", "explains.interest"),
        ("902,352.77元", "explains.total"),
    ]
    assert said[-1] == ("1,434,750.50元", "explains.contract_amount")
    assert [one.explained.code for one in checked.days if one.explained] == [
        "explains.dated_on",
        "explains.payment_day",
    ]
    for one in (*checked.sums, *checked.days):
        assert one.explained and one.explained.code in messages.codes


@pytest.mark.parametrize(
    ("text", "wanted", "nearest"),
    [
        ("贵司欠付人民币876,650.05元。", "sum.unexplained", "876,650.50"),
        ("贵司另欠运费12,345.67元。", "sum.unexplained", ""),
        ("贵司欠付约87.67万元。", "", ""),
        ("贵司欠付约87.76万元。", "sum.unexplained", ""),
        ("贵司欠付876,650.50美元。", "sum.currency_differs", None),
        ("货款于2025年10月17日到期。", "", ""),
        ("货款于2024年10月17日到期。", "day.unexplained", "2025年10月17日"),
        ("远航装备（示例）股份有限公司：", "", ""),
        ("远航装备（示例）股份公司：", "name.party_differs", "远航装备（示例）股份有限公司"),
        ("致远航装备示例股份有限公司", "name.party_differs", "远航装备（示例）股份有限公司"),
        ("运输由顺达物流有限公司承担。", "", ""),
        ("Yuanhang Equipment (Example) Corp., Ltd. owes us.", "", ""),
        ("发票号码：25327000000000000102", "", ""),
        ("发票号码：25327000000000000120", "name.invoice_unknown", "25327000000000000101"),
        ("Invoice No. 25327000000000000120", "name.invoice_unknown", "25327000000000000101"),
        ("合同编号：HX-2025-0318", "", ""),
        ("合同编号：HX-2025-0381", "name.contract_unknown", "HX-2025-0318"),
        ("统一社会信用代码：91320505EXAMPLE117", "", ""),
        ("统一社会信用代码：91320505EXAMPLE171", "name.code_unknown", "91320505EXAMPLE117"),
        ("账　号：1000 0000 0000 0001 234", "", ""),
        ("账　号：1000 0000 0000 0001 235", "name.bank_account_differs", "1000 0000 0000 0001 234"),
        ("账号：1000000000000001234", "", ""),
        ("Account No.: 6222 0000 1111 2222", "name.bank_account_differs", "1000 0000 0000 0001 234"),
    ],
)
def test_what_the_account_does_not_know(text: str, wanted: str, nearest: str | None) -> None:
    findings = beside(text).findings
    assert [finding.code for finding in findings] == ([wanted] if wanted else [])
    if wanted and nearest is not None:
        assert findings[0].facts["nearest"] == nearest
    assert codes(text) == []  # without an account nobody knows


def test_a_clause_of_the_contract_explains_the_sums_and_days_in_it() -> None:
    assert beside("每件单价 5,660.00 元。").verdict == "ok"


def test_a_sum_that_nobody_knows_is_told_once() -> None:
    assert [finding.code for finding in beside("欠款12,345.67元。\n共12,345.67元。").findings] == ["sum.unexplained"]


def test_figures_that_are_right_beside_wrong_words_are_told_once() -> None:
    text = "人民币876,650.50元（大写：人民币捌拾柒万陆仟陆佰伍拾元整）"
    assert [finding.code for finding in beside(text).findings] == ["sum.words_differ"]


def test_figures_that_nobody_knows_beside_words_of_the_account_are_told_once_with_the_right_figures() -> None:
    (one,) = beside("人民币876,650.05元（大写：人民币捌拾柒万陆仟陆佰伍拾元零伍角）").findings
    assert (one.code, one.facts["instead"]) == ("sum.words_differ", "876,650.50")
    both = beside("人民币12,345.67元（大写：人民币壹万元整）").findings
    assert sorted(finding.code for finding in both) == ["sum.unexplained", "sum.words_differ"]


def test_what_somebody_else_wrote_need_not_be_in_the_account() -> None:
    assert beside("贵司来函称“已于2024年1月2日付款12,345.67元”，我司未收到。").verdict == "ok"


def test_the_letter_s_own_day_needs_no_explanation() -> None:
    assert found("2026年9月15日") == []
    assert beside("2026年9月15日").verdict == "ok"


def test_what_docgen_worded_explains_whole_sums_and_no_part_of_one() -> None:
    printed = Printed(["合计2,100.00元", "2026年9月15日", "Amount 1,100.00"])
    assert printed.says("2,100.00元") and printed.says("2026年9月15日")
    assert not printed.says("100.00元") and not printed.says("6年9月15日") and not printed.says("1,100.0")
    assert not Printed([]).says("100.00元")
