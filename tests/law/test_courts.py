"""What a court's name says of its level, its kind and its seat."""

from __future__ import annotations

import pytest

from docgen.law.courts import may_issue_payment_orders, seat, sits_at


@pytest.mark.parametrize(
    ("court", "place"),
    [
        ("杭州市余杭区人民法院", "余杭区"),
        ("浙江省杭州市余杭区人民法院", "余杭区"),
        ("昆山市人民法院", "昆山市"),
        ("津市市人民法院", "津市市"),
        ("荆州市沙市区人民法院", "沙市区"),
        ("上海市浦东新区人民法院", "浦东新区"),
        ("东莞市第一人民法院", "东莞市"),
        ("苏州工业园区人民法院", "苏州工业园区"),
        ("恩施土家族苗族自治州恩施市人民法院", "恩施市"),
        ("广西壮族自治区南宁市西乡塘区人民法院", "西乡塘区"),
        ("内蒙古自治区锡林郭勒盟正蓝旗人民法院", "正蓝旗"),
        ("阳泉市郊区人民法院", "郊区"),
        ("Yuhang District People's Court of Hangzhou", "Yuhang District"),
        ("People’s Court of Binjiang District, Hangzhou", "Binjiang District"),
        ("Chengdu High Tech Area People's Court", "Chengdu High Tech Area"),
        ("人民法院", None),
        ("有管辖权的法庭", None),
    ],
)
def test_a_basic_courts_name_says_where_it_sits(court: str, place: str | None) -> None:
    assert may_issue_payment_orders(court)
    assert seat(court) == place


@pytest.mark.parametrize(
    "court",
    [
        "杭州市中级人民法院",
        "杭州中院",
        "上海市第一中级人民法院",
        "浙江省高级人民法院",
        "最高人民法院",
        "宁波海事法院",
        "上海铁路运输法院",
        "广州知识产权法院",
        "成渝金融法院",
        "北京互联网法院",
        "解放军军事法院",
        "上海仲裁委员会",
        "Shanghai Maritime Court",
        "Shanghai Railway Transportation Court",
        "Hangzhou Intermediate People's Court",
        "High People's Court of Zhejiang",
    ],
)
def test_a_higher_or_special_court_issues_no_payment_order(court: str) -> None:
    assert not may_issue_payment_orders(court)


@pytest.mark.parametrize(
    ("court", "address", "there"),
    [
        ("杭州市余杭区人民法院", "浙江省杭州市余杭区良渚路 2 号", True),
        ("余杭区人民法院", "杭州市 余杭区良渚路 2 号", True),
        ("杭州市西湖区人民法院", "杭州市余杭区良渚路 2 号", False),
        ("杭州市西湖区人民法院", "南昌市东湖区西湖路 1 号", False),
        ("苏州市昆山市人民法院", "江苏省昆山市前进路 1 号", True),
        ("Yuhang District People's Court", "2 Liangzhu Road, Yuhang district, Hangzhou", True),
        ("人民法院", "杭州市余杭区良渚路 2 号", False),  # nothing to compare
        ("杭州市余杭区人民法院", None, False),
    ],
)
def test_its_seat_is_looked_for_in_the_address(court: str, address: str | None, there: bool) -> None:
    assert sits_at(court, (address, None)) is there
