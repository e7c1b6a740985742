"""The notice of set-off: what it ends, what it leaves, and when it may not be made."""

from __future__ import annotations

from typing import Any

import pytest

import schemas
from docgen.errors import InvalidRequest
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from docgen.wordfile.text import text
from tests.letters.making import example
from tests.letters.notices import barred, codes, made

KIND = LetterKind.SET_OFF_NOTICE


def document(debt: dict[str, Any] | None = None, **set_off: Any) -> Any:
    """The example; debt: what its first debt of ours holds instead."""
    found = example(KIND.value)
    found["letter"]["set_off"] |= set_off
    found["letter"]["set_off"]["debts"][0] |= debt or {}
    return found


def test_equal_sums_end_and_the_tables_say_what_is_left(desk: Desk) -> None:
    words = text(made(desk, KIND, document()).docx)
    assert "抵销金额为人民币176,500.00元（大写：人民币壹拾柒万陆仟伍佰元整）" in words
    assert "2 | 25327000000000000103 | 2026-01-09 | 318,650.50 | 76,500.00 | 242,150.50" in words
    assert "贵司对本公司的上述债务 | 876,650.50 | 176,500.00 | 700,150.50" in words
    assert "尚欠本公司人民币700,150.50元（大写：人民币柒拾万零壹佰伍拾元零伍角）" in words
    assert "26327000000000000106" not in words  # not due
    assert "本次抵销不附条件，也不附期限" in words


def test_where_we_owe_more_the_rest_is_ours_and_nothing_is_asked_for(desk: Desk) -> None:
    words = text(made(desk, KIND, document({"amount": "900000.00"})).docx)
    assert "本公司就上述债务尚欠贵司人民币49,849.50元" in words
    assert "收款账户" not in words
    assert "贵司就上述债务尚欠本公司" not in words


def contested(document: Any, amount: str = "100000.00") -> Any:
    """The same, with a part of invoice 103 contested."""
    invoice = next(one for one in document["account"]["invoices"] if one["number"].endswith("103"))
    invoice["dispute"] = {
        "amount": amount, "reason": "部分不合格", "raised_on": "2026-08-01", "in_writing": True,
    }  # fmt: skip
    return document


def test_what_is_contested_is_not_set_off_and_yet_stays_owed(desk: Desk) -> None:
    words = text(made(desk, KIND, contested(document())).docx)
    assert "2 | 25327000000000000103 | 2026-01-09 | 318,650.50 | 76,500.00 | 242,150.50" in words
    assert "贵司对本公司的上述债务 | 876,650.50 | 176,500.00 | 700,150.50" in words
    assert "发票25327000000000000103中存在异议的人民币100,000.00元仍计入未付余额，但不用于本次抵销" in words
    assert "其中存在异议的人民币100,000.00元不列入本次限期支付的金额，其余人民币600,150.50元" in words
    assert "对贵司提出的异议，本公司不予认可；本公司对该部分款项的权利予以保留" in words
    english = text(made(desk, KIND, contested(document()), Language.EN).docx)
    assert "of which RMB 100,000.00 is contested" in english.replace("\u00a0", " ")
    assert "We do not accept your objection; our claim to the amounts contested is reserved" in english


def test_where_the_rest_is_contested_nobody_reads_that_all_has_ended(desk: Desk) -> None:
    words = text(made(desk, KIND, contested(document({"amount": "750150.50"}))).docx)
    assert "双方的上述债务除贵司提出异议的人民币100,000.00元以外全部消灭" in words
    more = text(made(desk, KIND, contested(document({"amount": "800000.00"}))).docx)
    assert "贵司对本公司的上述债务除存在异议的人民币100,000.00元以外已经消灭" in more


def test_equal_debts_leave_nothing(desk: Desk) -> None:
    asked = document({"amount": "850150.50"})
    assert "双方的上述债务全部消灭" in text(made(desk, KIND, asked).docx)
    assert "the above debts of both sides have ended in full" in text(made(desk, KIND, asked, Language.EN).docx)


def test_the_invoices_named_are_set_off_alone(desk: Desk) -> None:
    words = text(made(desk, KIND, document(invoices=["26327000000000000105"])).docx)
    assert "1 | 26327000000000000105 | 2026-07-31 | 198,000.00 | 176,500.00 | 21,500.00" in words
    assert "25327000000000000103" not in words


def test_where_payments_go_to_interest_first_set_off_does_too(desk: Desk) -> None:
    asked = document({"amount": "5000.00"}, invoices=["26327000000000000105"])
    asked["letter"]["set_off"]["debts"] = asked["letter"]["set_off"]["debts"][:1]
    assert "保留主张的权利" in text(made(desk, KIND, asked).docx)
    asked["letter"]["interest"] = {"imputation": "article_561"}
    words = text(made(desk, KIND, asked).docx)
    # 46 days at 0.03% of 198,000.00 a day: 2,732.40, then principal
    assert "1 | 26327000000000000105 | 2026-07-31 | 198,000.00 | 2,732.40 | 5,000.00 | 195,732.40" in words
    assert "保留主张的权利" not in words


def test_their_debt_must_be_due_and_ours_need_not_be(desk: Desk) -> None:
    assert "paper.set_off.not_due" in barred(desk, KIND, document(invoices=["26327000000000000106"]))
    letter = made(desk, KIND, document({"due_on": "2026-12-31"}))
    assert "paper.set_off.before_its_time" in {each.code for each in letter.notices}
    asked = document()
    del asked["account"]["invoices"][1:6]
    asked["account"]["payments"] = asked["account"]["payments"][:1]
    asked["account"]["history"] = []
    assert "paper.set_off.nothing_due" in barred(desk, KIND, asked)


def test_on_its_due_day_a_debt_may_be_set_off_and_the_day_before_not(desk: Desk) -> None:
    asked = document(invoices=["26327000000000000106"])
    asked["account"] |= {"as_of": "2026-10-29", "booked_up_to": "2026-10-28"}
    asked["letter"] |= {
        "dated_on": "2026-10-29",
        "pay_by": "2026-11-12",
        "reply_by": "2026-11-12",
        "draft_anyway": True,
    }
    assert "paper.set_off.not_due" in {bar.code for bar in made(desk, KIND, asked).bars}
    asked["account"] |= {"as_of": "2026-10-30"}
    asked["letter"] |= {"dated_on": "2026-10-30"}
    assert "paper.set_off.not_due" not in {bar.code for bar in made(desk, KIND, asked).bars}


def test_other_kinds_and_currencies_need_an_agreement(desk: Desk) -> None:
    assert "paper.set_off.other_kind" in barred(desk, KIND, document({"kind": "goods"}))
    assert "paper.set_off.other_currency" in barred(desk, KIND, document({"currency": "USD"}))
    assert codes(desk, KIND, document({"currency": "CNY"})) == set()


def test_a_claim_out_of_time_is_set_off_only_with_open_eyes(desk: Desk) -> None:
    asked = document()
    asked["account"]["history"] = []
    asked["account"]["payments"] = []
    asked["account"]["invoices"] = asked["account"]["invoices"][:1]
    asked["account"] |= {"as_of": "2029-01-15", "booked_up_to": "2029-01-12"}
    asked["letter"] |= {"dated_on": "2029-01-15", "pay_by": "2029-01-31", "reply_by": "2029-01-31"}
    assert "paper.set_off.time_barred" in barred(desk, KIND, asked)  # due on 2025-05-09, three years to 2028-05-09


def test_contested_and_unknown_invoices_are_not_set_off(desk: Desk) -> None:
    asked = document(invoices=["26327000000000000105"])
    asked["account"]["invoices"][5]["dispute"] = {
        "amount": "198000.00",
        "raised_on": "2026-08-01",
        "reason": "数量不符",
    }
    assert "paper.set_off.disputed" in barred(desk, KIND, asked)
    assert "paper.set_off.unknown_invoice" in barred(desk, KIND, document(invoices=["不存在"]))


def test_what_excludes_set_off_is_asked_for(desk: Desk) -> None:
    assert barred(desk, KIND, document(excluded=None)) == {"paper.set_off.exclusion_unknown"}
    assert "paper.set_off.excluded" in barred(desk, KIND, document(excluded=True))


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        ("claim_assigned", "yes", "paper.set_off.assigned"),
        ("bankruptcy_accepted", "yes", "paper.notice.bankruptcy"),
        ("other_debts_between_parties", "no", "paper.set_off.declared_otherwise"),
        ("suit_pending", "yes", "paper.set_off.suit"),
    ],
)
def test_declarations_that_stand_against_it(desk: Desk, question: str, answer: str, code: str) -> None:
    asked = document()
    asked["account"]["declared"][question]["answer"] = answer
    assert code in barred(desk, KIND, asked)


def test_money_that_names_no_invoice_leaves_the_sum_uncertain(desk: Desk) -> None:
    asked = document()
    asked["account"]["payments"].append({"received_on": "2026-09-01", "amount": "2000000.00"})
    assert "paper.set_off.unallocated" in barred(desk, KIND, asked)


def test_no_debt_of_ours_is_missing_before_anything_else() -> None:
    with pytest.raises(InvalidRequest) as refused:
        schemas.load(_without_debts(), kind=KIND)
    assert {finding.place for finding in refused.value.findings} == {"/letter/set_off/debts"}


def _without_debts() -> Any:
    found = example(KIND.value)
    found["letter"]["set_off"]["debts"] = []
    return found


def test_a_condition_among_the_senders_words_is_told(desk: Desk) -> None:
    asked = document()
    asked["letter"]["paragraphs"] = {"facts": "如贵司在九月底前发货，则本次抵销生效。"}
    assert "trap.conditional_set_off" in barred(desk, KIND, asked)


def test_whoever_sets_off_principal_alone_hears_that_the_law_puts_the_penalty_first(desk: Desk) -> None:
    asked = document({"amount": "5000.00"}, invoices=["26327000000000000105"])
    found = [each for each in made(desk, KIND, asked).notices if each.code == "paper.set_off.principal_first"]
    assert [each.articles for each in found] == [("civil_code:561", "contract_interpretation:56")]
    asked["letter"]["set_off"]["debts"] = asked["letter"]["set_off"]["debts"][:1]
    asked["letter"]["interest"] = {"imputation": "article_561"}
    assert "paper.set_off.principal_first" not in {each.code for each in made(desk, KIND, asked).notices}
