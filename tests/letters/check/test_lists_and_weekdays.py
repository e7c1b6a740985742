"""Totals of what a sentence lists, capitals that leave a digit out, days of the week and days counted."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.letters.check.reading import codes, read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("100,000＋200,000＋350,000 合计660,000", ["sum.list_differs"]),
        ("100,000＋200,000＋350,000 合计650,000", []),
        ("货款100,000元、运费200,000元、安装费350,000元，合计660,000元。", ["sum.list_differs"]),
        ("货款100,000元、运费200,000元、安装费350,000元，合计650,000元。", []),
        ("货款100,000元，违约金5,000元，共计105,000元；", []),
        ("The price of RMB 100,000, RMB 200,000 and RMB 350,000, in total RMB 660,000.", ["sum.list_differs"]),
        ("The price of RMB 100,000, RMB 200,000 and RMB 350,000, totalling RMB 650,000.", []),
        # lists that do more than add
        ("货款100,000元，已付30,000元，合计欠70,000元。", []),
        ("合同价100,000元，其中运费20,000元、货款70,000元，总计100,000元。", []),
        ("发票三张，每张100,000元，另运费500元，共计300,500元。", []),
    ],
)
def test_a_total_is_what_the_list_before_it_comes_to(text: str, wanted: list[str]) -> None:
    assert codes(text) == wanted


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("人民币壹佰万拾元整", "人民币壹佰万零壹拾元整"),
        ("人民币壹佰万零壹拾元整", ""),
        ("人民币壹拾贰万元整", ""),
        ("人民币捌拾柒万陆仟陆佰伍拾元零伍角", ""),
    ],
)
def test_capitals_need_a_digit_before_each_place(text: str, right: str) -> None:
    found = read(text).findings
    assert [finding.code for finding in found] == (["sum.capitals_wrong"] if right else [])
    if right:
        assert found[0].facts["instead"] == right


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("我司将于2026年12月5日（星期一）派员对账。", ["day.weekday_wrong"]),
        ("我司将于2026年12月5日（星期六）派员对账。", []),
        ("我司将于12月5日星期一派员对账。", ["day.weekday_wrong"]),
        ("我司将于12月5日星期六派员对账。", []),
        ("We will visit on Monday, 5 December 2026.", ["day.weekday_wrong"]),
        ("We will visit on Saturday, 5 December 2026.", []),
        ("We will visit on December 5, 2026 (Monday).", ["day.weekday_wrong"]),
        ("自2026年7月31日起至2026年9月14日止共60天。", ["day.count_differs"]),
        ("自2026年7月31日起至2026年9月14日止共45天。", []),
        ("自2026年7月31日起至2026年9月14日止共46天。", []),
        ("from 31 July 2026 to 14 September 2026 (60 days)", ["day.count_differs"]),
        ("from 31 July 2026 to 14 September 2026 (45 days)", []),
        ("货款自2026年7月31日至2026年9月14日10日内付清。", []),
    ],
)
def test_days_are_held_against_the_calendar(text: str, wanted: list[str]) -> None:
    assert codes(text, dated_on=dt.date(2026, 9, 15)) == wanted


def test_the_right_day_of_the_week_is_given() -> None:
    (one,) = read("我司将于12月5日星期一派员对账。").findings
    assert one.facts["instead"] == "星期六"
