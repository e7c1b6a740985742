"""The notice of assignment: to the debtor, to each guarantor, and when it may not be made."""

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

KIND = LetterKind.ASSIGNMENT_NOTICE
GUARANTOR = "示例担保有限公司"


def document(**assignment: Any) -> Any:
    found = example(KIND.value)
    found["letter"]["assignment"] |= assignment
    return found


def to_guarantor(**assignment: Any) -> Any:
    found = document(**assignment)
    found["letter"]["guarantor"] = GUARANTOR
    return found


def test_it_says_what_was_assigned_to_whom_and_whom_to_pay(desk: Desk) -> None:
    letter = made(desk, KIND, document())
    words = text(letter.docx)
    assert "人民币1,021,850.50元（大写：人民币壹佰零贰万壹仟捌佰伍拾元零伍角）" in words  # due or not
    assert "本公司于2026年9月10日依据《债权转让协议》（编号：ZR-2026-05）" in words
    assert "户　名：示例资产管理有限公司" in words
    assert "1000 0000 0000 0001 234" not in words  # the assignor's account
    assert "此后向本公司付款，不产生清偿上述债务的效力" in words
    assert "示例担保有限公司提供的连带责任保证" in words
    assert "非经受让人同意，本通知不得撤销" in words
    assert "paper.assignment.guarantors_too" in {each.code for each in letter.notices}


def test_a_claim_declared_as_assigned_is_just_this_case(desk: Desk) -> None:
    assert codes(desk, KIND, document()) == set()
    asked = document()
    asked["account"]["declared"]["claim_assigned"]["answer"] = "no"
    assert barred(desk, KIND, asked) == {"paper.assignment.declared_otherwise"}


def test_each_guarantor_has_a_letter_of_its_own(desk: Desk) -> None:
    letter = made(desk, KIND, to_guarantor())
    words = text(letter.docx)
    assert f"收函方（保证人）：{GUARANTOR}" in words
    assert "远航装备（示例）股份有限公司（统一社会信用代码：91330108EXAMPLE2XR，以下称债务人）" in words
    assert "第六百九十六条" in words
    assert "人民币343,200.00元" in words  # of the contract that it guarantees, and of that alone
    assert "HX-2025-0318" not in words
    assert "对受让人继续承担" in words
    assert "paper.assignment.guarantors_too" not in {each.code for each in letter.notices}
    english = text(made(desk, KIND, to_guarantor(), Language.EN).docx)
    assert "you owe your guarantee to the assignee" in english


def test_a_guarantor_of_other_claims_is_not_written_to(desk: Desk) -> None:
    asked = to_guarantor(invoices=["25327000000000000103"])  # of the contract without a guarantee
    assert "paper.assignment.which_guarantor" in barred(desk, KIND, asked)
    asked = document(invoices=["25327000000000000103"])
    words = text(made(desk, KIND, asked).docx)
    assert "人民币318,650.50元" in words
    assert GUARANTOR not in words


def test_the_day_from_which_to_pay_may_be_named(desk: Desk) -> None:
    assert "自2026年10月1日起，上述债权项下的款项请向受让人支付" in text(
        made(desk, KIND, document(pay_from="2026-10-01")).docx
    )


@pytest.mark.parametrize(("day", "bars"), [("2026-09-15", False), ("2026-09-16", True)])
def test_there_is_no_notice_before_the_assignment(desk: Desk, day: str, bars: bool) -> None:
    assert ("paper.assignment.not_yet" in codes(desk, KIND, document(assigned_on=day))) is bars


def test_an_assignee_does_not_give_the_notice_itself(desk: Desk) -> None:
    asked = document()
    asked["letter"]["assignment"]["assignee"]["name"] = asked["account"]["creditor"]["name"]
    assert "paper.assignment.not_by_assignor" in barred(desk, KIND, asked)
    asked = document()
    number = asked["account"]["debtor"]["registration_number"]
    asked["letter"]["assignment"]["assignee"]["registration_number"] = number
    assert "paper.assignment.to_debtor" in barred(desk, KIND, asked)


def test_without_the_assignees_account_nobody_knows_where_to_pay() -> None:
    asked = document()
    del asked["letter"]["assignment"]["assignee"]["bank_account"]
    with pytest.raises(InvalidRequest) as refused:
        schemas.load(asked, kind=KIND)
    assert "/letter/assignment/assignee/bank_account" in {finding.place for finding in refused.value.findings}


def test_a_ban_in_the_contract_is_told_and_one_by_law_bars(desk: Desk) -> None:
    letter = made(desk, KIND, document(ban_in_contract=True))
    assert "paper.assignment.banned" in {each.code for each in letter.notices}
    assert "paper.assignment.excluded" in barred(desk, KIND, document(excluded=True))
    assert barred(desk, KIND, document(excluded=None)) == {"paper.assignment.exclusion_unknown"}


def test_factoring_asks_for_a_look_into_the_register(desk: Desk) -> None:
    assert barred(desk, KIND, document(factoring=None)) == {"paper.assignment.factoring_unknown"}
    asked = document(factoring=True)
    assert barred(desk, KIND, asked) == {"paper.assignment.factoring"}
    asked["letter"]["acknowledge"] = ["paper.assignment.factoring"]
    assert "受让人为保理人" in text(made(desk, KIND, asked).docx)


def test_a_guarantee_that_forbids_assignment_waits_for_consent(desk: Desk) -> None:
    assert barred(desk, KIND, document(guarantee_bans=True)) == {"paper.assignment.guarantee_bans"}
    assert barred(desk, KIND, document(guarantee_bans=None)) == {"paper.assignment.guarantee_bans_unknown"}
    others = document(guarantee_bans=None, invoices=["25327000000000000103"])
    assert codes(desk, KIND, others) == set()


def test_nothing_open_unknown_invoices_and_loose_money_bar(desk: Desk) -> None:
    assert "paper.assignment.unknown_invoice" in barred(desk, KIND, document(invoices=["不存在"]))
    paid = document(invoices=["25327000000000000101"])
    assert "paper.assignment.nothing_open" in barred(desk, KIND, paid)
    loose = document()
    loose["account"]["payments"].append({"received_on": "2026-09-01", "amount": "2000000.00"})
    assert "paper.assignment.unallocated" in barred(desk, KIND, loose)


def test_a_debtor_in_bankruptcy_has_an_administrator(desk: Desk) -> None:
    asked = document()
    asked["account"]["declared"]["bankruptcy_accepted"]["answer"] = "yes"
    assert "paper.notice.bankruptcy" in barred(desk, KIND, asked)
