"""The complaint of a small enterprise: only where the regulation applies, with sizes that somebody stated."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.request import LetterKind
from docgen.usecases import Desk
from tests.letters.making import example
from tests.letters.papers_made import stopped, words

KIND = LetterKind.SME_COMPLAINT


@pytest.fixture
def document() -> Any:
    return example(KIND.value)


def test_it_states_sizes_with_day_and_source_and_the_sum_withheld(desk: Desk, document: Any) -> None:
    text = words(desk, KIND, document)
    assert "投诉人为小型企业（2025年3月18日，依据：合同第1.3条载明的企业规模声明）" in text
    assert "被投诉人为大型企业（2025年3月18日" in text
    assert "支付拖欠的款项人民币876,650.50元" in text
    assert "第二十四条、第二十五条" in text
    assert "签约时是否已主动告知企业规模 | 是■　否□" in text


def test_it_is_barred_against_another_small_enterprise_and_open_against_a_public_body(
    desk: Desk, document: Any
) -> None:
    document["account"]["debtor"]["size"]["size"] = "medium"
    assert "paper.sme_complaint.not_applicable" in stopped(desk, KIND, document)
    document["account"]["debtor"] |= {"kind": "public_body", "size": None}
    assert "paper.sme_complaint.not_applicable" not in stopped(desk, KIND, document)


@pytest.mark.parametrize("side", ["creditor", "debtor"])
def test_a_size_that_nobody_stated_is_asked_for(desk: Desk, document: Any, side: str) -> None:
    document["account"][side]["size"] = None
    assert f"paper.sme_complaint.size_unknown.{side}" in stopped(desk, KIND, document)


def test_whether_the_debtor_was_told_of_the_size_must_be_said(desk: Desk, document: Any) -> None:
    del document["letter"]["complaint"]["told_size"]
    assert stopped(desk, KIND, document) == {"paper.sme_complaint.told_unknown"}
    document["letter"]["complaint"]["told_size"] = False
    assert stopped(desk, KIND, document) == {"paper.sme_complaint.size_not_told"}


def test_a_suit_upon_the_same_claim_is_to_be_thought_of(desk: Desk, document: Any) -> None:
    document["account"]["declared"]["suit_pending"]["answer"] = "yes"
    assert "paper.sme_complaint.in_court" in stopped(desk, KIND, document)


def test_an_invoice_disputed_in_part_is_listed_as_open_whole_and_its_total_foots(desk: Desk, document: Any) -> None:
    dispute = {"amount": "100000", "reason": "质量", "raised_on": "2026-02-01"}
    invoices = [one for one in document["account"]["invoices"] if one["amount"] == "318650.50"]
    invoices[0]["dispute"] = dispute
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    assert "318,650.50 | 0.00 | 318,650.50" in text
    assert "未付318,650.50，其中有争议的100,000.00暂不列入，权利保留；本次请求218,650.50" in text
    assert "1,246,350.50 | 369,700.00 | 876,650.50" in text and "本次请求 |  |  |  |  |  | 776,650.50" in text
    assert "对被投诉人提出的异议，投诉人不予认可；投诉人对该部分款项的权利予以保留，将另行主张。" in text
