"""The application for enforcement: what the instrument has come to, and when it may not be enforced."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from tests.letters.making import example
from tests.letters.papers_made import made, stopped, words

KIND = LetterKind.ENFORCEMENT_APPLICATION


@pytest.fixture
def document() -> Any:
    return example(KIND.value)


def test_the_sums_are_those_of_the_instrument_with_both_kinds_of_interest(desk: Desk, document: Any) -> None:
    """678,650.50 awarded on 10 July; 78,650.50 paid on 31 August, booked against principal first.

    Ordinary: 18,532.60 + 678,650.50 × 4.5 % × 62 / 365 + 600,000 × 4.5 % × 15 / 365 = 24,829.68.
    Doubled: 678,650.50 × 0.0175 % × 24 + 600,000 × 0.0175 % × 15 = 2,850.33 + 1,575.00.
    """
    text = words(desk, KIND, document)
    assert "本金 | 600,000.00" in text
    assert "一般债务利息（计至2026年9月15日） | 24,829.68" in text
    assert "加倍部分债务利息（2026年8月8日起，计至2026年9月15日） | 4,425.33" in text
    assert "合计 | 640,027.01" in text
    assert "加倍部分 | 2026-08-08 | 2026-08-31 | 24 | 678,650.50 | 日0.0175% | 2,850.33" in text
    assert "申请执行的期间届满（《民事诉讼法》第二百五十条） | 2028年8月7日" in text


def test_what_was_paid_before_the_instrument_does_not_count_again(desk: Desk, document: Any) -> None:
    document["account"]["payments"].pop()
    assert "本金 | 678,650.50" in words(desk, KIND, document)


def test_in_the_order_of_article_561_fees_and_interest_are_met_first(desk: Desk, document: Any) -> None:
    document["letter"]["interest"] = {"imputation": "article_561"}
    text = words(desk, KIND, document)
    assert "2026-08-31 | 78,650.50 | 44,158.41 | 0.00 | 23,720.09 | 10,772.00 | 0.00" in text


def test_it_waits_for_the_effect_and_for_the_last_day_for_payment(desk: Desk, document: Any) -> None:
    account = document["account"]
    account["payments"].pop()
    account |= {"as_of": "2026-08-07", "booked_up_to": "2026-08-06"}
    account["declared"] = {name: {"answer": each["answer"]} for name, each in account["declared"].items()}
    document["letter"]["dated_on"] = "2026-08-07"
    assert "paper.enforcement_application.time_left" in stopped(desk, KIND, document)
    account |= {"as_of": "2026-08-08", "booked_up_to": "2026-08-07"}
    document["letter"]["dated_on"] = "2026-08-08"
    assert stopped(desk, KIND, document) == set()
    document["letter"]["instrument"]["effective_on"] = "2026-08-09"
    document["letter"]["instrument"]["performed_by"] = "2026-08-19"
    assert "paper.enforcement_application.no_effect" in stopped(desk, KIND, document)


def test_two_years_after_the_last_day_for_payment_it_is_too_late(desk: Desk, document: Any) -> None:
    account, instrument = document["account"], document["letter"]["instrument"]
    account["history"], account["payments"] = [], []
    instrument |= {"issued_on": "2024-05-20", "effective_on": "2024-06-10", "performed_by": "2024-09-15"}
    instrument |= {"running_from": "2024-06-01"}
    assert "paper.enforcement_application.expired" not in stopped(desk, KIND, document)  # 2026-09-15 is the last day
    instrument["performed_by"] = "2024-09-14"
    assert "paper.enforcement_application.expired" in stopped(desk, KIND, document)
    instrument["interrupted_on"] = "2025-03-01"
    assert "paper.enforcement_application.expired" not in stopped(desk, KIND, document)


def test_sums_that_the_instrument_does_not_award_are_barred(desk: Desk, document: Any) -> None:
    document["letter"]["costs"] = "30000"
    assert "paper.enforcement_application.not_awarded" in stopped(desk, KIND, document)


def test_what_is_wholly_paid_and_a_bankrupt_are_not_enforced_against(desk: Desk, document: Any) -> None:
    document["account"]["declared"]["bankruptcy_accepted"]["answer"] = "yes"
    assert "paper.enforcement_application.bankruptcy" in stopped(desk, KIND, document)
    document = example(KIND.value)
    document["account"]["payments"][-1]["amount"] = "720000"
    assert "paper.enforcement_application.performed" in stopped(desk, KIND, document)


def test_property_that_nobody_knows_of_is_asked_about_and_then_left_to_the_court(desk: Desk, document: Any) -> None:
    del document["letter"]["instrument"]["property"]
    assert stopped(desk, KIND, document) == {"paper.enforcement_application.no_property"}
    document["letter"]["acknowledge"] = ["paper.enforcement_application.no_property"]
    assert "请求人民法院依法查询、调查" in words(desk, KIND, document)


def test_a_payment_order_is_enforced_by_the_court_that_issued_it(desk: Desk, document: Any) -> None:
    document["letter"]["instrument"]["kind"] = "payment_order"
    text = words(desk, KIND, document)
    assert "作出支付令的法院" in text
    assert "第二百二十七条第三款" in text


def test_an_instrument_s_days_and_its_running_rate_are_checked_as_it_comes_in(desk: Desk, document: Any) -> None:
    document["letter"]["instrument"] |= {"effective_on": "2026-07-09", "running_from": None}
    assert {"instrument.days", "instrument.running_from"} <= stopped(desk, KIND, document)


def test_payments_put_to_principal_first_are_to_be_read_with_what_the_law_would_leave(
    desk: Desk, document: Any
) -> None:
    """By article 561 the 78,650.50 meet fees and interest first: 634,492.09 of principal stay, which bear interest."""
    code = "paper.enforcement_application.principal_first"
    assert code in {notice.code for notice in made(desk, KIND, document).notices}
    document["letter"]["interest"] = {"imputation": "article_561"}
    assert code not in {notice.code for notice in made(desk, KIND, document).notices}


def test_fees_that_the_court_refunds_are_told_of_where_they_are_claimed(desk: Desk, document: Any) -> None:
    code = "paper.enforcement_application.fees_refunded"
    assert code in {notice.code for notice in made(desk, KIND, document).notices}
    del document["letter"]["instrument"]["fees"]
    assert code not in {notice.code for notice in made(desk, KIND, document).notices}


def test_the_lines_of_ordinary_interest_come_to_what_is_asked_for(desk: Desk, document: Any) -> None:
    """18,532.60 awarded as a sum + 5,187.49 + 1,109.59 since = 24,829.68."""
    owed: Any = made(desk, KIND, document).facts["owed"]
    ordinary = [Decimal(line["amount"].replace(",", "")) for line in owed["stretches"] if "一般" in line["kind"]]
    assert ordinary == [Decimal("18532.60"), Decimal("5187.49"), Decimal("1109.59")]
    assert f"{sum(ordinary):,.2f}" == owed["interest_column"]
    document["letter"]["instrument"]["interest"] = None
    assert len(made(desk, KIND, document).facts["owed"]["stretches"]) == len(owed["stretches"]) - 1  # type: ignore[index]


def test_in_english_the_instrument_is_of_the_court_dated_and_in_effect(desk: Desk, document: Any) -> None:
    text = words(desk, KIND, document, Language.EN)
    assert "of the People’s Court of Binjiang District, Example City, Zhejiang Province dated 10 July 2026" in text
    document["letter"]["instrument"] |= {
        "kind": "award",
        "issuer": "示例仲裁委员会",
        "issuer_en": "The Example Commission",
    }
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    assert " of The Example Commission dated 10 July 2026" in words(desk, KIND, document, Language.EN)
