"""The application for preservation before a suit: its amount, its promise, and what it must not lack."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from tests.letters.making import example, make
from tests.letters.papers_made import places, stopped, words

KIND = LetterKind.PRESERVATION_APPLICATION


@pytest.fixture
def document() -> Any:
    return example(KIND.value)


def test_it_asks_for_what_is_claimed_on_clear_property_and_equal_security(desk: Desk, document: Any) -> None:
    text = words(desk, KIND, document)
    assert "对被申请人价值人民币902,352.77元" in text
    assert "账户 6200 0000 0000 0000 188" in text
    assert "示例财产保险股份有限公司出具的财产保全责任保险保函，担保金额人民币902,352.77元" in text
    assert "采取保全措施后三十日内依法提起诉讼" in text
    assert "难以弥补的损害" in text
    assert "财产保全申请费（上限5,000元） | 902,352.77 | 5,000.00" in text


@pytest.mark.parametrize("name", ["urgency", "property", "security"])
def test_it_is_barred_without_urgency_property_or_security(desk: Desk, document: Any, name: str) -> None:
    del document["letter"]["preservation"][name]
    assert stopped(desk, KIND, document) == {f"paper.preservation_application.no_{name}"}


def test_its_consequences_must_be_known(desk: Desk, document: Any) -> None:
    document["letter"]["preservation"]["consequences_known"] = False
    assert stopped(desk, KIND, document) == {"paper.preservation_application.consequences"}


def test_it_may_ask_for_less_than_the_claim_and_for_no_cent_more(desk: Desk, document: Any) -> None:
    own = document["letter"]["preservation"]
    own |= {"amount": "902352.77"}
    assert stopped(desk, KIND, document) == set()
    own |= {"amount": "902352.78", "security_amount": "902352.78"}
    assert stopped(desk, KIND, document) == {"paper.preservation_application.too_much"}
    own |= {"amount": "500000", "security_amount": "499999.99"}
    assert stopped(desk, KIND, document) == {"paper.preservation_application.security_short"}


@pytest.mark.parametrize("kind", ["insurer", "bank", "property", "guarantor"])
def test_who_gives_the_security_is_asked_and_never_made_up(desk: Desk, document: Any, kind: str) -> None:
    own = document["letter"]["preservation"]
    own["security"] = kind
    del own["security_by"], own["security_by_en"]
    assert places(desk, KIND, document) == {
        "paper.preservation_application.security_by_unknown": "/letter/preservation/security_by"
    }
    for language in Language:
        said = make(KIND, document, language).facts["security"]
        assert "申请人" not in said and "applicant" not in said


def test_cash_has_no_giver_to_name(desk: Desk, document: Any) -> None:
    own = document["letter"]["preservation"]
    own["security"] = "cash"
    del own["security_by"], own["security_by_en"]
    assert stopped(desk, KIND, document) == set()
    assert "现金，担保金额人民币902,352.77元" in words(desk, KIND, document)


def test_a_party_gives_no_letter_of_guarantee_but_the_applicant_may_give_its_property(
    desk: Desk, document: Any
) -> None:
    own, account = document["letter"]["preservation"], document["account"]
    bar = "paper.preservation_application.security_by_party"
    for kind in ("insurer", "bank", "guarantor"):
        own |= {"security": kind, "security_by": account["creditor"]["name"]}
        assert stopped(desk, KIND, document) == {bar}
    own |= {"security": "property", "security_by": account["debtor"]["name"]}
    assert stopped(desk, KIND, document) == {bar}
    own["security_by"] = account["creditor"]["name"]
    assert stopped(desk, KIND, document) == set()
    assert f"{account['creditor']['name']}提供的财产" in words(desk, KIND, document)


def test_once_a_suit_is_pending_it_comes_too_late(desk: Desk, document: Any) -> None:
    document["account"]["declared"]["suit_pending"]["answer"] = "yes"
    assert "paper.preservation_application.suit_pending" in stopped(desk, KIND, document)


def test_an_arbitration_clause_changes_the_promise_and_bars_nothing(desk: Desk, document: Any) -> None:
    for contract in document["account"]["contracts"]:
        contract["dispute_clause"] = "因本合同引起的争议提交上海仲裁委员会仲裁"
    text = words(desk, KIND, document)
    assert "采取保全措施后三十日内依法申请仲裁" in text
    assert "合同约定仲裁：仲裁前的财产保全向法院申请" in text


def test_an_invoice_disputed_in_part_is_listed_as_open_whole_and_its_total_foots(desk: Desk, document: Any) -> None:
    dispute = {"amount": "100000", "reason": "质量", "raised_on": "2026-02-01"}
    invoices = [one for one in document["account"]["invoices"] if one["amount"] == "318650.50"]
    invoices[0]["dispute"] = dispute
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    assert "318,650.50 | 0.00 | 318,650.50" in text
    assert "未付318,650.50，其中有争议的100,000.00暂不列入，权利保留；本次请求218,650.50" in text
    assert "1,246,350.50 | 369,700.00 | 876,650.50" in text and "本次请求 |  |  |  |  |  | 776,650.50" in text
    assert "对被申请人提出的异议，申请人不予认可；申请人对该部分款项的权利予以保留，将另行主张。" in text


def test_the_applicant_pays_the_fee_first_and_claims_it_in_the_suit(desk: Desk, document: Any) -> None:
    text = words(desk, KIND, document)
    assert "保全申请费由被申请人负担" not in text
    assert "保全申请费由申请人先行交纳，申请人提起诉讼时将该费用列入诉讼请求（《诉讼费用交纳办法》第三十八条" in text


def test_a_declaration_that_no_assets_are_moved_contradicts_the_urgency(desk: Desk, document: Any) -> None:
    document["account"]["declared"]["moving_assets"]["answer"] = "no"
    assert stopped(desk, KIND, document) == {"paper.preservation_application.no_moving_assets"}
