"""The settlement in kind, and the traps that it closes."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from tests.letters.agreements import answer, contest, stopped, words
from tests.letters.making import example

KIND = LetterKind.IN_KIND_AGREEMENT


def agreement(**terms: Any) -> Any:
    document = example(KIND.value)
    document["letter"]["in_kind"] |= terms
    return document


def test_the_thing_goes_to_the_oldest_debts_and_the_rest_stays(desk: Desk) -> None:
    said = words(desk, KIND, agreement())
    assert "1 | 25327000000000000102 | 2025-10-17 | 100,000.00 | 100,000.00 | 0.00" in said
    assert "2 | 25327000000000000103 | 2026-01-09 | 318,650.50 | 300,000.00 | 18,650.50" in said
    assert "合计 |  |  | 876,650.50 | 400,000.00 | 476,650.50" in said
    assert "抵偿后剩余的本金人民币476,650.50元" in said


def test_a_thing_for_the_whole_debt_leaves_nothing(desk: Desk) -> None:
    whole = agreement(offset="876650.50", worth="900000")
    assert "抵偿后剩余的本金" not in words(desk, KIND, whole)
    more = agreement(offset="876650.51", worth="900000")
    assert stopped(desk, KIND, more) == {"paper.in_kind.more_than_debt": "/letter/in_kind/offset"}


def test_what_is_contested_stays_in_the_balance_and_is_reserved(desk: Desk) -> None:
    document = agreement(offset="318650.50", worth="330000")
    contest(document, "103", "100000.00")
    said = words(desk, KIND, document)
    assert "2 | 25327000000000000103 | 2026-01-09 | 318,650.50 | 218,650.50 | 100,000.00" in said
    assert "合计 |  |  | 876,650.50 | 318,650.50 | 558,000.00" in said
    assert "包括发票25327000000000000103中存在异议的人民币100,000.00元，该部分不在上述确认的本金之内" in said
    assert "对乙方提出的异议，甲方不予认可；甲方对该部分款项的权利予以保留" in said
    assert "没有异议的本金人民币458,000.00元" in said
    contested = "除发票25327000000000000103中存在异议的人民币100,000.00元所对应的部分外"
    assert f"乙方确认，{contested}，上列发票对应的货物或者服务均已收到并验收" in said
    english = words(desk, KIND, document, Language.EN)
    assert "Party A does not accept Party B's objection; its claim to the amounts contested is reserved" in english


@pytest.mark.parametrize(
    ("handover", "ends"),
    [("delivery", "交付完成之日"), ("registration", "登记完成之日"), ("both", "交付并登记完成之日")],
)
def test_debt_and_security_last_until_the_thing_is_there(desk: Desk, handover: str, ends: str) -> None:
    said = words(desk, KIND, agreement(handover=handover))
    assert f"自抵债物{ends}起消灭（《合同编通则解释》第二十七条）" in said
    assert "原债务及其全部担保（包括保证、抵押、质押）继续有效" in said
    assert "催告后15日内仍未履行的，甲方有权选择要求乙方履行原债务或者履行本协议" in said


def test_before_the_due_date_and_on_it_nothing_is_taken_in_place_of_money(desk: Desk) -> None:
    document = agreement(offset="100000", worth="100000")
    account = document["account"]
    account["invoices"], account["payments"] = account["invoices"][-1:], []  # 145,200.00, due on 2026-10-30
    on_the_day = {"as_of": "2026-10-30", "booked_up_to": "2026-10-30"}
    document["letter"] |= {"dated_on": "2026-10-30"}
    document["letter"]["in_kind"]["hand_over_on"] = "2026-11-30"
    account |= on_the_day
    assert set(stopped(desk, KIND, document)) == {"paper.agreement.not_overdue"}
    account |= {"as_of": "2026-11-02", "booked_up_to": "2026-11-02"}
    document["letter"] |= {"dated_on": "2026-11-02"}
    assert "paper.agreement.not_overdue" not in stopped(desk, KIND, document)


@pytest.mark.parametrize(
    ("terms", "code", "place"),
    [
        ({"owned_by_debtor": None}, "owner_unknown", "owned_by_debtor"),
        ({"owned_by_debtor": False}, "not_the_owner", "owned_by_debtor"),
        ({"encumbered": None}, "encumbrances_unknown", "encumbered"),
        ({"encumbered": True}, "encumbrances_unnamed", "encumbrances"),
        ({"encumbered": True, "encumbrances": "抵押给示例银行，10万元"}, "encumbered", "encumbrances"),
        ({"title": None}, "title_unknown", "title"),
        ({"use": None}, "use_unknown", "use"),
        ({"hand_over_on": "2026-09-15"}, "day_past", "hand_over_on"),
        ({"hand_over_on": "2026-09-16"}, "", ""),
    ],
)
def test_title_encumbrances_use_and_day_are_asked_for(desk: Desk, terms: dict[str, Any], code: str, place: str) -> None:
    expected = {f"paper.in_kind.{code}": f"/letter/in_kind/{place}"} if code else {}
    assert stopped(desk, KIND, agreement(**terms)) == expected


@pytest.mark.parametrize(
    ("worth", "offset", "code"),
    [
        ("100000", "70000", ""),
        ("100000", "69999.99", "paper.in_kind.price_low"),
        ("100000", "130000", ""),
        ("100000", "130000.01", "paper.in_kind.price_high"),
    ],
)
def test_an_odd_price_must_be_read(desk: Desk, worth: str, offset: str, code: str) -> None:
    assert set(stopped(desk, KIND, agreement(worth=worth, offset=offset))) == ({code} if code else set())


def test_a_draft_asserts_nothing_that_nobody_knows(desk: Desk) -> None:
    document = agreement(owned_by_debtor=None, encumbered=None)
    document["letter"]["draft_anyway"] = True
    said = words(desk, KIND, document)
    assert "权属 | 【待核实】" in said and "权利负担 | 【待核实】" in said
    assert "权利负担 | 无抵押" not in said


def test_taxes_are_borne_as_agreed(desk: Desk) -> None:
    assert "由双方依法各自承担" in words(desk, KIND, agreement())
    assert "均由乙方承担" in words(desk, KIND, agreement(taxes="debtor"))
    english = words(desk, KIND, agreement(taxes="debtor"), Language.EN)
    assert "Party B bears all taxes and fees of the transfer" in english


def test_what_we_shall_do_with_the_thing_is_our_own_affair(desk: Desk) -> None:
    assert "替换二车间" not in words(desk, KIND, agreement())


def test_bankruptcy_bars_it(desk: Desk) -> None:
    document = agreement()
    answer(document, "bankruptcy_accepted", "yes")
    assert "bar.bankruptcy" in stopped(desk, KIND, document)
