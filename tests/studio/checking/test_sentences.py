"""Sums typed by hand or printed without currency or words, labels that may be left without content."""

from __future__ import annotations

import pytest

from tests.studio.checking.conftest import Check, Told


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("请于十日内支付人民币 876,650.50 元。", "人民币 876,650.50 元"),
        ("欠款共计 5000 元整。", "5000 元整"),
        ("欠款12万元。", "12万元"),
        ("Please pay CNY 876,650.50 by Friday.", "CNY 876,650.50"),
        ("Please pay RMB1,000 at once.", "RMB1,000"),
        ("a sum of 20,000.00 yuan", "20,000.00 yuan"),
        ("欠款￥8,000.00，请付清。", "￥8,000.00"),
        ("本金 | 128,000.00", "128,000.00"),
        ("人民币捌拾柒万陆仟陆佰伍拾元整", "人民币捌拾柒万陆仟陆佰伍拾元整"),
    ],
)
def test_a_sum_that_somebody_has_typed_is_told_with_its_words(line: str, words: str, told: Told) -> None:
    found = told("x", line)
    assert [(code, where[3], said) for code, where, said in found if code == "studio.typed_sum"] == [
        ("studio.typed_sum", 2, words)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "序号 12，第 3 页，2026年9月",
        "电话 0512-5555 0000",
        "Within 7 days of receipt",
        "RMB",
        "每逾期一日按万分之三计算",
        "元旦前",
        "单位：元",
    ],
)
def test_other_numbers_are_no_sums(line: str, told: Told) -> None:
    assert told(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "送达方式：{{ letter.delivery }}",
        "Delivery: {{ letter.delivery }}",
        "联系人：{{ debtor.contact }}　电话：{{ debtor.phone }}",
        "{{ debtor.name }}（{{ debtor.native_name }}）",
        "由{{ creditor.contact }}联系贵司",
        "{{ firm.name }}，电话{{ firm.phone }}",
        "{{ firm.name }}, tel. {{ firm.phone }}",
        "{% if debtor.contact %}联系人：{{ debtor.contact }}，电话：{{ debtor.phone }}{% endif %}",
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_an_account_may_lack_is_told_where_its_label_would_be_left_alone(
    line: str, language: str, told: Told
) -> None:
    found = told(line, language=language, kind="lawyers_letter")
    assert {code for code, *_ in found} == {"studio.may_be_empty"}


@pytest.mark.parametrize(
    "line",
    [
        "{% if letter.delivery %}送达方式：{{ letter.delivery }}{% endif %}",
        "{{ '送达方式：' if letter.delivery else '' }}{{ letter.delivery }}",
        "{{ draft_mark }}",
        "{{ settled_said }}{{ unallocated_said }}",
        "致：{{ debtor.full_name }}",
        "日期：{{ letter.date }}",
        "{% if state == 'x' %}送达方式：{{ letter.delivery }}{% endif %}",
    ],
)
def test_what_is_guarded_or_leaves_nothing_alone_is_not_told(line: str, told: Told) -> None:
    assert [code for code, *_ in told(line) if code.startswith("studio")] == []


def test_a_condition_around_whole_paragraphs_guards_them(told: Told) -> None:
    assert told("{%p if letter.delivery %}", "送达方式：{{ letter.delivery }}", "{%p endif %}") == []


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        (["付{{ sums.demanded_column }}。", "{{ sums.demanded_full }}"], "studio.figures_alone", (None, None, None, 1)),
        (["共人民币{{ total_column }}元", "{{ total_full }}"], "studio.figures_alone", (None, None, None, 1)),
        (["{{ sums.demanded_full }}", "请支付{{ sums.demanded }}元。"], "studio.currency_twice", (None, None, None, 2)),
        (["{{ sums.demanded_full }}", "RMB {{ sums.demanded }}"], "studio.currency_twice", (None, None, None, 2)),
        (["请支付{{ sums.demanded }}。", "余额{{ sums.demanded }}"], "studio.sum_without_words", (None, None, None, 1)),
        (
            ["{% for row in items %}发票{{ row.number }}：{{ row.amount }}；{% endfor %}"],
            "studio.figures_alone",
            (None, None, None, 1),
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sum_without_its_currency_or_its_words_is_told(
    lines: list[str], code: str, place: tuple[int | None, ...], language: str, told: Told
) -> None:
    assert [(found, where) for found, where, _ in told(*lines, language=language)] == [(code, place)]


@pytest.mark.parametrize(
    "lines",
    [
        ["请支付{{ sums.demanded_full }}，其中{{ sums.demanded }}到期。"],
        ["请支付{{ sums.demanded }}（{{ sums.demanded_words }}）。"],
        ["| 合计（{{ sums.unit }}） | {{ sums.demanded_column }}"],
    ],
)
def test_a_sum_with_currency_and_words_and_a_column_of_a_table_are_sound(lines: list[str], told: Told) -> None:
    assert told(*lines) == []


def test_a_letter_for_our_own_hands_needs_no_words_for_its_sums(told: Told) -> None:
    assert told("{{ sums.demanded }}", kind="call_sheet") == []


def test_the_sentence_names_what_to_write_instead(checked: Check) -> None:
    [finding] = [one for one in checked("{{ sums.demanded }}").findings if one.code == "studio.sum_without_words"]
    assert finding.facts["instead"] == "{{ sums.demanded_full }}"
