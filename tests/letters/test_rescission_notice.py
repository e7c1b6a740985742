"""The notice of rescission: its ground, its time, when the contract ends, and when it may not be made."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from docgen.wordfile.text import text
from tests.letters.making import example
from tests.letters.notices import barred, codes, made

KIND = LetterKind.RESCISSION_NOTICE
READ = ["paper.rescission.partly_performed"]


def begun(**rescission: Any) -> Any:
    """The same where the goods were delivered, and somebody has read what that means."""
    found = document(**rescission)
    found["account"]["invoices"][-1]["delivered_on"] = "2026-07-20"
    found["letter"]["acknowledge"] = READ
    return found


def document(dated: str | None = None, **rescission: Any) -> Any:
    found = example(KIND.value)
    found["letter"]["rescission"] |= rescission
    if dated:
        found["account"]["as_of"] = dated
        found["letter"] |= {"dated_on": dated, "pay_by": None, "reply_by": None}
    return found


def test_it_rests_on_the_demand_that_arrived_and_ends_the_contract_on_arrival(desk: Desk) -> None:
    words = text(made(desk, KIND, document()).docx)
    assert "经本公司于2026年8月20日以催款函（华信催〔2026〕14号）催告" in words
    assert "合理期限已于2026年9月4日届满" in words
    assert "第五百六十三条第一款第三项、第五百六十五条第一款" in words
    assert "本合同自本通知到达贵司时解除" in words
    assert "26327000000000000107 | 2026-07-31 | 46 | 120,000.00 | 120,000.00" in words
    assert "已经交付的货物" not in words  # nothing was
    assert "结算、清理条款和争议解决条款继续有效" in words
    assert "（保证人：示例担保有限公司）" in words


def test_a_time_set_by_the_notice_ends_the_contract_of_itself(desk: Desk) -> None:
    words = text(made(desk, KIND, document(cure_until="2026-10-09")).docx)
    assert "于2026年10月9日前履行，付清上述款项人民币120,000.00元（大写：人民币壹拾贰万元整）" in words
    assert "本合同于该期限届满时自动解除" in words
    assert "本合同自本通知到达" not in words
    assert "paper.rescission.cure_past" in barred(desk, KIND, document(cure_until="2026-09-15"))
    assert "paper.rescission.cure_past" not in codes(desk, KIND, document(cure_until="2026-09-16"))


def test_without_a_demand_that_arrived_there_is_no_right(desk: Desk) -> None:
    asked = document(demand_on=None, period_until=None)
    asked["account"]["history"][-1]["proof"] = "sent"
    assert "paper.rescission.no_demand" in barred(desk, KIND, asked)
    # the demand of April came before anything under this contract was due
    assert "paper.rescission.no_demand" in barred(desk, KIND, document(demand_on="2026-04-28"))


@pytest.mark.parametrize(("dated", "bars"), [("2026-09-04", True), ("2026-09-05", False)])
def test_the_reasonable_time_must_be_over(desk: Desk, dated: str, bars: bool) -> None:
    asked = document(dated)
    asked["account"]["booked_up_to"] = "2026-09-03"
    asked["account"]["declared"] = {
        question: {"answer": each["answer"]} for question, each in asked["account"]["declared"].items()
    }
    assert ("paper.rescission.period_running" in codes(desk, KIND, asked)) is bars


def test_a_demand_without_a_last_day_leaves_fifteen_days_and_that_is_told(desk: Desk) -> None:
    letter = made(desk, KIND, document(period_until=None))
    assert "合理期限已于2026年9月4日届满" in text(letter.docx)
    assert "paper.rescission.period_taken" in {each.code for each in letter.notices}
    assert "paper.rescission.short_period" in barred(desk, KIND, document(period_until="2026-08-22"))


@pytest.mark.parametrize(
    ("dated", "code"),
    [
        ("2027-08-04", None),
        ("2027-08-05", "paper.rescission.lapses_soon"),
        ("2027-09-04", "paper.rescission.lapses_soon"),  # a year after the reasonable time was over
        ("2027-09-05", "paper.rescission.lapsed"),
    ],
)
def test_the_right_lapses_after_a_year(desk: Desk, dated: str, code: str | None) -> None:
    found = {each for each in codes(desk, KIND, document(dated)) if ".laps" in each}
    assert found == ({code} if code else set())


def test_an_agreed_time_comes_before_that_of_the_law(desk: Desk) -> None:
    assert "paper.rescission.lapsed" in barred(desk, KIND, document(lapses_on="2026-09-14"))
    assert "paper.rescission.lapses_soon" in barred(desk, KIND, document(lapses_on="2026-09-15"))


def test_a_later_demand_does_not_silently_renew_a_right_that_is_gone(desk: Desk) -> None:
    asked = document("2027-11-01", demand_on="2027-10-01", period_until="2027-10-20")
    again = {"kind": "demand", "on": "2027-10-01", "proof": "arrived"}
    asked["account"]["history"].append(again)
    assert "paper.rescission.earlier_demand" in barred(desk, KIND, asked)
    asked["account"]["history"][-2]["on"] = "2027-09-30"  # the earlier one is no year old
    assert "paper.rescission.earlier_demand" not in codes(desk, KIND, asked)


def test_no_ground_a_wrong_contract_and_nothing_overdue_bar(desk: Desk) -> None:
    assert "paper.rescission.no_ground" in barred(desk, KIND, document(ground=None))
    assert "paper.rescission.which_contract" in barred(desk, KIND, document(contract=None))
    asked = document()
    del asked["account"]["invoices"][-1]
    assert "paper.rescission.nothing_overdue" in barred(desk, KIND, asked)


@pytest.mark.parametrize(
    ("ground", "said", "cited"),
    [
        ("refusal", "明确表示或者以自己的行为表明不履行主要债务", "第五百六十三条第一款第二项"),
        ("purpose", "致使不能实现合同目的", "第五百六十三条第一款第四项"),
        ("force_majeure", "因不可抗力致使不能实现合同目的", "第五百六十三条第一款第一项"),
        ("law", "法律规定的解除情形已经发生", "第五百六十三条第一款第五项"),
    ],
)
def test_any_other_ground_needs_its_facts_and_the_day_it_was_known(
    desk: Desk, ground: str, said: str, cited: str
) -> None:
    found = barred(desk, KIND, document(ground=ground))
    assert {"paper.rescission.no_facts", "paper.rescission.known_unknown"} <= found
    asked = document(ground=ground, facts="贵司于2026年9月1日书面表示不再收货。", known_on="2026-09-01")
    words = text(made(desk, KIND, asked).docx)
    assert said in words
    assert cited in words
    assert "催告，该催告" not in words
    assert ("违约金" in words) is (ground != "force_majeure")


def test_a_clause_is_quoted_and_missed(desk: Desk) -> None:
    asked = document(ground="clause", facts="贵司逾期已超过三十日。", known_on="2026-09-01")
    assert "paper.rescission.no_clause" in barred(desk, KIND, asked)
    asked["letter"]["rescission"]["clause"] = "买方逾期付款超过三十日的，卖方有权解除合同。"
    words = text(made(desk, KIND, asked).docx)
    assert "“买方逾期付款超过三十日的，卖方有权解除合同。”" in words
    assert "第五百六十二条第二款" in words


def test_what_was_performed_is_decided_and_read_by_somebody(desk: Desk) -> None:
    assert "paper.rescission.performed_unknown" in barred(desk, KIND, begun(performed=None))
    assert "paper.rescission.nothing_to_return" in barred(desk, KIND, begun(performed="return"))
    given = begun(performed="return", returned="定制减速器 20 台")
    assert "返还定制减速器 20 台" in text(made(desk, KIND, given).docx)
    reserved = text(made(desk, KIND, begun(performed="reserved")).docx)
    assert "保留请求恢复原状" in reserved
    assert "收款账户" not in reserved
    priced = text(made(desk, KIND, begun(performed="price")).docx)
    assert "其中已逾期的人民币120,000.00元（大写：人民币壹拾贰万元整）请于2026年9月30日前付清" in priced
    assert "收款账户" in priced
    unread = begun(performed="price")
    unread["letter"]["acknowledge"] = []
    assert barred(desk, KIND, unread) == set(READ)
    retained = document()
    retained["account"]["contracts"][-1]["retention_of_title"] = True
    assert barred(desk, KIND, retained) == set(READ)


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        ("own_performance_outstanding", "yes", "paper.rescission.own_performance"),
        ("own_performance_outstanding", "unknown", "paper.rescission.own_performance_unknown"),
        ("written_dispute", "yes", "paper.rescission.disputed"),
        ("written_dispute", "unknown", "paper.rescission.dispute_unknown"),
        ("suit_pending", "yes", "paper.rescission.suit"),
        ("bankruptcy_accepted", "yes", "paper.notice.bankruptcy"),
    ],
)
def test_declarations_that_stand_against_it(desk: Desk, question: str, answer: str, code: str) -> None:
    asked = document()
    asked["account"]["declared"][question]["answer"] = answer
    assert code in barred(desk, KIND, asked)


def test_the_english_copy_says_the_same(desk: Desk) -> None:
    words = text(made(desk, KIND, document(), Language.EN).docx)
    assert "rescinded when this notice arrives at you" in words
    assert "Articles 563(1)(3) and 565(1)" in words
    assert "120,000.00" in words
