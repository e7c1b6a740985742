"""The notice that suspends supply: its ground, what it rests on, and when it may not be made."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from docgen.wordfile.text import text
from tests.letters.making import example
from tests.letters.notices import barred, codes, made

KIND = LetterKind.SUPPLY_SUSPENSION_NOTICE


def document(**suspension: Any) -> Any:
    found = example(KIND.value)
    found["letter"]["suspension"] |= suspension
    return found


def test_it_names_ground_sum_extent_beginning_and_what_ends_it(desk: Desk) -> None:
    words = text(made(desk, KIND, document()).docx)
    assert "《中华人民共和国民法典》第五百二十六条" in words
    assert "人民币198,000.00元（大写：人民币壹拾玖万捌仟元整）" in words  # …105 alone is overdue under this contract
    assert "26327000000000000106" not in words  # due on 2026-10-30 only
    assert "第三批传动轴备件 300 件。自2026年9月17日起暂停" in words
    assert "付清款项或者提供适当担保后，本公司将及时恢复供货" in words
    assert "本通知不是解除合同的通知" in words


def test_without_a_day_it_begins_on_arrival(desk: Desk) -> None:
    asked = document(from_on=None)
    assert "自本通知送达贵司之日起暂停" in text(made(desk, KIND, asked).docx)
    assert "begins on your receipt of this notice" in text(made(desk, KIND, asked, Language.EN).docx)


def test_no_ground_is_no_notice(desk: Desk) -> None:
    assert "paper.suspension.no_ground" in barred(desk, KIND, document(ground=None))


def test_prior_performance_needs_something_overdue_under_the_same_contract(desk: Desk) -> None:
    asked = document()
    del asked["account"]["invoices"][5]  # what is left under the contract falls due on 2026-10-30
    assert "paper.suspension.nothing_overdue" in barred(desk, KIND, asked)


def test_what_is_due_on_the_day_itself_is_not_overdue(desk: Desk) -> None:
    asked = document()
    asked["account"] |= {"as_of": "2026-07-31", "booked_up_to": "2026-07-30"}
    asked["account"]["history"] = asked["account"]["history"][:3]
    del asked["account"]["invoices"][6]
    asked["letter"] |= {"dated_on": "2026-07-31", "pay_by": "2026-08-14", "reply_by": "2026-08-14"}
    assert "paper.suspension.nothing_overdue" in barred(desk, KIND, asked)
    asked["account"] |= {"as_of": "2026-08-01"}
    asked["letter"] |= {"dated_on": "2026-08-01"}
    assert "paper.suspension.nothing_overdue" not in codes(desk, KIND, asked)


@pytest.mark.parametrize(("day", "bars"), [("2026-07-30", True), ("2026-07-31", True), ("2026-08-01", False)])
def test_whoever_was_to_deliver_first_cannot_refuse(desk: Desk, day: str, bars: bool) -> None:
    asked = document(delivery_on=day)
    assert ("paper.suspension.deliver_first" in codes(desk, KIND, asked)) is bars


def test_a_day_of_delivery_that_nobody_entered_is_asked_for(desk: Desk) -> None:
    assert "paper.suspension.delivery_day_unknown" in barred(desk, KIND, document(delivery_on=None))


def test_across_contracts_it_is_a_question_that_somebody_must_have_read(desk: Desk) -> None:
    asked = document(unpaid_contract="HX-2025-0318")
    assert "paper.suspension.cross_contract" in barred(desk, KIND, asked)
    asked["letter"]["acknowledge"] = ["paper.suspension.cross_contract"]
    words = text(made(desk, KIND, asked).docx)
    assert "贵司在《精密传动部件采购合同》" in words
    assert "26327000000000000105" not in words


def test_insecurity_without_evidence_is_barred_and_with_it_read_first(desk: Desk) -> None:
    assert "paper.suspension.no_evidence" in barred(desk, KIND, document(ground="insecurity"))
    sign = {"shows": "assets", "evidence": "示例市中级人民法院（2026）示01执123号限制消费令", "seen_on": "2026-08-30"}
    asked = document(ground="insecurity", signs=[sign])
    assert barred(desk, KIND, asked) == {"paper.suspension.evidence_weighed"}
    asked["letter"]["acknowledge"] = ["paper.suspension.evidence_weighed"]
    words = text(made(desk, KIND, asked).docx)
    assert "转移财产、抽逃资金，以逃避债务 | 示例市中级人民法院（2026）示01执123号限制消费令 | 2026-08-30" in words
    assert "视为以自己的行为表明不履行主要债务" in words
    assert "第五百二十七条、第五百二十八条" in words


def test_simultaneous_performance_needs_its_facts_and_no_credit(desk: Desk) -> None:
    assert "paper.suspension.no_facts" in barred(desk, KIND, document(ground="simultaneous"))
    asked = document(ground="simultaneous", facts="合同约定款到发货，贵司至今未付第三批货款。")
    assert "贵司至今未付第三批货款" in text(made(desk, KIND, asked).docx)
    asked = document(ground="simultaneous", facts="一手交钱，一手交货。", contract="HX-2025-0318")
    assert "paper.suspension.credit_given" in barred(desk, KIND, asked)  # thirty days after receipt


def test_a_clause_is_quoted_and_missed(desk: Desk) -> None:
    assert "paper.suspension.no_clause" in barred(desk, KIND, document(ground="clause"))
    asked = document(ground="clause", clause="买方逾期付款超过三十日的，卖方有权暂停供货。")
    assert "“买方逾期付款超过三十日的，卖方有权暂停供货。”" in text(made(desk, KIND, asked).docx)


def test_what_nobody_declared_is_asked_for(desk: Desk) -> None:
    asked = document()
    declared = asked["account"]["declared"]
    declared["deliveries_open"]["answer"] = declared["written_dispute"]["answer"] = "unknown"
    found = barred(desk, KIND, asked)
    assert {"paper.suspension.deliveries_unknown", "paper.suspension.dispute_unknown"} <= found
    declared["deliveries_open"]["answer"] = "no"
    declared["written_dispute"]["answer"] = "yes"
    assert {"paper.suspension.nothing_to_suspend", "paper.suspension.disputed"} <= barred(desk, KIND, asked)


def test_a_public_utility_is_not_stopped_by_electronic_mail(desk: Desk) -> None:
    assert "paper.suspension.utility" in barred(desk, KIND, document(utility=True))
    asked = document(utility=None)
    assert codes(desk, KIND, asked) == set()
    asked["letter"]["delivery"] = "电子邮件"
    assert "paper.suspension.utility_unknown" in barred(desk, KIND, asked)


def test_a_wrong_contract_a_start_in_the_past_and_bankruptcy_are_told(desk: Desk) -> None:
    assert "paper.suspension.which_contract" in barred(desk, KIND, document(contract="没有"))
    assert "paper.suspension.which_contract" in barred(desk, KIND, document(contract=None))
    assert "paper.suspension.late_notice" in barred(desk, KIND, document(from_on="2026-09-14"))
    asked = document()
    asked["account"]["declared"]["bankruptcy_accepted"]["answer"] = "yes"
    assert "paper.notice.bankruptcy" in barred(desk, KIND, asked)


def test_words_of_its_own_are_read_for_their_tone(desk: Desk) -> None:
    found = barred(desk, KIND, document(facts="贵司再不付款，我们就报警抓人。"))
    assert any(code.startswith("tone.") for code in found)


def test_where_no_term_puts_payment_first_a_lawyer_must_look(desk: Desk) -> None:
    asked = document()
    contract = next(one for one in asked["account"]["contracts"] if one["number"] == "HX-2026-0107")
    assert "paper.suspension.dates_alone" not in codes(desk, KIND, asked)
    contract["payment_terms"] = "分三批交货，买方于每张发票注明的付款日期前付清该批货款。"
    contract["payment_terms_en"] = "The Buyer shall pay each consignment by the payment date stated on the invoice."
    assert "paper.suspension.dates_alone" in barred(desk, KIND, asked)
    asked["letter"]["acknowledge"] = ["paper.suspension.dates_alone"]
    assert "第五百二十六条" in text(made(desk, KIND, asked).docx)


@pytest.mark.parametrize("terms", ["款到发货。", "买方付清前批货款后，卖方交付后批货物。", "先款后货。"])
def test_terms_that_put_payment_first_are_read(desk: Desk, terms: str) -> None:
    asked = document()
    contract = next(one for one in asked["account"]["contracts"] if one["number"] == "HX-2026-0107")
    contract["payment_terms"], contract["payment_terms_en"] = terms, "Payment as agreed."
    assert "paper.suspension.dates_alone" not in codes(desk, KIND, asked)
