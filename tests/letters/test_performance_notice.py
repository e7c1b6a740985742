"""The notice that sets a time for payment: only for what has none, and nothing is called overdue."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import schemas
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from docgen.usecases.decision import decide_account
from tests.letters.making import example
from tests.letters.papers_made import made, places, stopped, words

KIND = LetterKind.PERFORMANCE_NOTICE


@pytest.fixture
def document() -> Any:
    return example(KIND.value)


def told(desk: Desk, document: Any) -> set[str]:
    return {notice.code for notice in made(desk, KIND, document).notices}


def test_it_asks_for_what_has_no_time_for_payment_and_sets_one(desk: Desk, document: Any) -> None:
    """98,000.00 - 30,000.00 paid + 88,000.00 = 156,000.00; from 15 to 30 September are 15 days."""
    text = words(desk, KIND, document)
    assert "履行期限不明确的，债权人可以随时请求履行，但是应当给对方必要的准备时间" in text
    assert "《中华人民共和国民法典》第五百一十一条第四项" in text
    assert "98,000.00 | 30,000.00 | 68,000.00 | 68,000.00" in text
    assert "请贵司于2026年9月30日前将上述款项人民币156,000.00元（大写：人民币壹拾伍万陆仟元整）足额支付" in text
    assert "自本函日期起至该日共15日" in text
    assert "本函不构成对该期限的变更或者延长，也不构成本公司对任何权利的放弃" in text


@pytest.mark.parametrize("language", Language)
def test_nothing_is_called_overdue_and_no_interest_is_named(desk: Desk, document: Any, language: Language) -> None:
    letter = made(desk, KIND, document, language)
    assert "已逾期" not in words(desk, KIND, document) and "overdue" not in words(desk, KIND, document, Language.EN)
    assert letter.assessment.chosen.interest.total == 0  # type: ignore[union-attr]


def test_it_tells_that_the_last_day_becomes_the_due_date(desk: Desk, document: Any) -> None:
    (then,) = [one for one in made(desk, KIND, document).notices if one.code == "paper.performance.then_due"]
    assert then.facts["on"] == "2026-09-30"
    assert then.facts["invoices"] == "26327000000000000201, 26327000000000000202"


def test_a_time_to_prepare_is_left_and_a_short_one_is_for_somebody_to_see(desk: Desk, document: Any) -> None:
    for day in ("2026-09-16", "2026-09-21"):
        document["letter"] |= {"pay_by": day, "reply_by": day}
        assert places(desk, KIND, document)["paper.performance.short_time"] == "/letter/pay_by"
    document["letter"] |= {"pay_by": "2026-09-22", "reply_by": "2026-09-22"}  # seven days
    assert stopped(desk, KIND, document) == set()


def test_without_a_day_fifteen_are_left_and_the_day_is_told(desk: Desk, document: Any) -> None:
    del document["letter"]["pay_by"], document["letter"]["reply_by"]
    letter = made(desk, KIND, document)
    assert letter.facts["letter"]["pay_by"] == "2026年9月30日"
    assert "/letter/pay_by" in {default.pointer for default in letter.defaults}


def test_what_has_a_due_date_is_no_matter_for_it(desk: Desk, document: Any) -> None:
    invoices = document["account"]["invoices"]
    invoices[0]["due_on"] = "2026-06-30"
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    assert "26327000000000000201" not in text and "人民币88,000.00元" in text
    invoices[1]["due_on"] = "2026-08-31"
    assert "paper.performance.nothing_undated" in stopped(desk, KIND, document)


def test_a_sale_is_due_on_receipt_and_needs_no_notice(desk: Desk, document: Any) -> None:
    document["account"]["contracts"][0]["kind"] = "sale"
    assert "paper.performance.nothing_undated" in stopped(desk, KIND, document)


def test_it_is_the_paper_of_the_step_that_the_decision_names(desk: Desk, document: Any) -> None:
    """E08 asks for a notice; once its last day is entered and past, the ladder begins."""
    account = schemas.load(document, kind=KIND).account
    step = decide_account(desk, account).next
    assert (step.rule, step.document, step.amount) == ("E08", KIND.value, Decimal("156000.00"))
    for invoice in document["account"]["invoices"]:
        invoice["due_on"] = "2026-09-14"
    assert decide_account(desk, schemas.load(document, kind=KIND).account).next.document == "payment_reminder"


def test_for_works_the_law_may_name_an_earlier_day(desk: Desk, document: Any) -> None:
    document["account"]["contracts"][0]["kind"] = "construction"
    assert places(desk, KIND, document)["paper.performance.works"] == "/account/contracts"


def test_a_day_that_nobody_entered_is_entered_first(desk: Desk, document: Any) -> None:
    document["account"]["invoices"][0]["due"] = {"ground": "fixed_date"}
    assert "paper.performance.day_not_entered" in told(desk, document)
    assert "26327000000000000201" not in words(desk, KIND, document)
    document["account"]["invoices"][1]["due"] = {"ground": "after_acceptance", "days": 30}
    del document["account"]["invoices"][1]["accepted_on"]
    assert "paper.performance.nothing_undated" in stopped(desk, KIND, document)


def test_what_is_contested_is_shown_not_requested_and_reserved(desk: Desk, document: Any) -> None:
    dispute = {"amount": "18000", "reason": "两台返工", "raised_on": "2026-08-01", "in_writing": True}
    document["account"]["invoices"][1]["dispute"] = dispute
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    assert "88,000.00 | 0.00 | 88,000.00 | 70,000.00" in text
    assert "合计 |  |  | 186,000.00 | 30,000.00 | 156,000.00 | 138,000.00" in text
    assert "包括发票26327000000000000202中存在异议的人民币18,000.00元，未列入本次请求。对贵司提出的异议" in text
    assert "人民币138,000.00元（大写" in text


def test_whoever_has_not_performed_is_warned(desk: Desk, document: Any) -> None:
    document["account"]["declared"]["own_performance_outstanding"]["answer"] = "yes"
    assert "caution.own_performance" in stopped(desk, KIND, document)


@pytest.mark.parametrize(
    ("question", "code"), [("bankruptcy_accepted", "paper.notice.bankruptcy"), ("claim_assigned", "bar.assigned")]
)
def test_bankruptcy_and_assignment_bar_it(desk: Desk, document: Any, question: str, code: str) -> None:
    document["account"]["declared"][question]["answer"] = "yes"
    assert code in stopped(desk, KIND, document)


def test_where_sizes_are_unknown_an_earlier_time_by_law_is_told(desk: Desk, document: Any) -> None:
    assert "paper.performance.size_unknown" not in told(desk, document)
    del document["account"]["debtor"]["size"]
    assert "paper.performance.size_unknown" in told(desk, document)
