"""What goes with a court paper: evidence, the certificate, the power of attorney, the address for service."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.request import LetterKind
from docgen.usecases import Desk
from tests.letters.making import example
from tests.letters.papers_made import made, places, stopped, words

EVIDENCE, CERTIFICATE = LetterKind.EVIDENCE_LIST, LetterKind.LEGAL_REPRESENTATIVE_CERTIFICATE
POWER, ADDRESS = LetterKind.POWER_OF_ATTORNEY, LetterKind.ADDRESS_CONFIRMATION


def test_each_piece_of_evidence_has_number_source_form_and_what_it_proves(desk: Desk) -> None:
    text = words(desk, EVIDENCE, example(EVIDENCE.value))
    assert "7 | 欠款征询函（华信询〔2026〕2号） | 被告盖章确认 | 35 | 原件 | 被告确认欠款并承诺付款" in text
    assert "提交人：华信精工（示例）有限公司（盖章）" in text


def test_a_piece_that_lacks_what_it_proves_is_to_be_completed(desk: Desk) -> None:
    document = example(EVIDENCE.value)
    del document["letter"]["evidence"][2]["proves"]
    assert stopped(desk, EVIDENCE, document) == {"paper.evidence_list.incomplete"}


def test_the_certificate_says_who_represents_the_company_and_keeps_a_line_for_the_number(desk: Desk) -> None:
    text = words(desk, CERTIFICATE, example(CERTIFICATE.value))
    assert "陈示例在我单位任总经理职务，系我单位的法定代表人。" in text
    assert "身份证号码：＿＿＿＿" in text
    document = example(CERTIFICATE.value)
    document["letter"]["identity"]["number"] = "110101199003070000"
    assert "身份证号码：110101199003070000" in words(desk, CERTIFICATE, document)
    del document["account"]["creditor"]["representative_post"]
    assert stopped(desk, CERTIFICATE, document) == {"paper.legal_representative_certificate.no_post"}


def test_a_natural_person_needs_no_certificate(desk: Desk) -> None:
    document = example(CERTIFICATE.value)
    creditor = document["account"]["creditor"]
    creditor |= {"kind": "natural_person", "registration_number": None}
    del creditor["size"]
    assert "paper.legal_representative_certificate.natural" in stopped(desk, CERTIFICATE, document)


def test_special_powers_are_listed_by_name_and_no_other_is_granted(desk: Desk) -> None:
    text = words(desk, POWER, example(POWER.value))
    assert "受托人有权：代为变更诉讼请求、进行和解、提起上诉。" in text
    assert "放弃" not in text and "反诉" not in text
    assert "须由委托人另行书面授权" in text
    assert "第六十一条、第六十二条" in text


def test_no_special_power_is_a_general_authority(desk: Desk) -> None:
    document = example(POWER.value)
    document["letter"]["mandate"] = {"matter": "payment_order"}
    text = words(desk, POWER, document)
    assert "一般代理。" in text and "特别授权。除" not in text


def test_in_enforcement_receiving_money_is_a_power_to_be_thought_over(desk: Desk) -> None:
    document = example(POWER.value)
    document["letter"]["mandate"] = {"matter": "enforcement", "settles": True, "receives": True}
    assert stopped(desk, POWER, document) == {"paper.power_of_attorney.receives"}
    document["letter"]["acknowledge"] = ["paper.power_of_attorney.receives"]
    assert "受托人有权：代为进行执行和解、代为收取执行款项。" in words(desk, POWER, document)


@pytest.mark.parametrize("mandate", [{"matter": "suit", "stages": "一审", "receives": True}, {"matter": "enforcement",
                                                                                         "appeals": True}])  # fmt: skip
def test_a_power_that_does_not_go_with_the_matter_is_barred(desk: Desk, mandate: dict[str, object]) -> None:
    document = example(POWER.value)
    document["letter"]["mandate"] = mandate
    assert stopped(desk, POWER, document) == {"paper.power_of_attorney.no_such_power"}


def test_two_agents_at_most_each_with_a_firm_or_a_post(desk: Desk) -> None:
    document = example(POWER.value)
    agent = document["letter"]["agents"][0]
    document["letter"]["agents"] = [agent, agent]
    assert stopped(desk, POWER, document) == set()
    document["letter"]["agents"] = [agent, agent, agent]
    assert stopped(desk, POWER, document) == {"paper.power_of_attorney.too_many"}
    document["letter"]["agents"] = [{"name": "周示例"}]
    assert stopped(desk, POWER, document) == {"paper.power_of_attorney.which_agent"}


def test_the_stage_of_a_suit_must_be_named(desk: Desk) -> None:
    document = example(POWER.value)
    del document["letter"]["mandate"]["stages"]
    assert stopped(desk, POWER, document) == {"paper.power_of_attorney.no_stage"}


def test_the_address_holds_for_all_instances_and_consent_is_never_guessed(desk: Desk) -> None:
    document = example(ADDRESS.value)
    text = words(desk, ADDRESS, document)
    assert "是否同意电子送达 | 是■　否□" in text
    assert "一审、二审、再审及执行程序" in text
    del document["letter"]["service"]["electronic"]
    assert stopped(desk, ADDRESS, document) == {"paper.address_confirmation.electronic_unknown"}
    document["letter"]["service"]["electronic"] = False
    assert "是否同意电子送达 | 是□　否■" in words(desk, ADDRESS, document)


def test_consent_without_an_electronic_address_is_barred(desk: Desk) -> None:
    document = example(ADDRESS.value)
    del document["account"]["creditor"]["email"]
    assert stopped(desk, ADDRESS, document) == {"paper.address_confirmation.no_email"}


def test_every_one_of_them_is_a_draft(desk: Desk) -> None:
    for kind in (EVIDENCE, CERTIFICATE, POWER, ADDRESS):
        assert made(desk, kind, example(kind.value)).draft


def with_guarantor(kind: LetterKind, *, sued: bool | None = True) -> Any:
    """The example, its claim guaranteed; sued: whether the request says that the guarantor is sued too."""
    document, complaint = example(kind.value), example(LetterKind.CIVIL_COMPLAINT.value)
    given = next(one["guarantees"] for one in complaint["account"]["contracts"] if one.get("guarantees"))
    document["account"]["contracts"][0]["guarantees"] = given
    document["account"]["history"] = complaint["account"]["history"]
    document["letter"]["acknowledge"] = ["guarantee.request_guarantor", "paper.court.guarantors_left_out"]
    document["letter"]["suit"] = {} if sued is None else {"claims_security": sued}
    return document


@pytest.mark.parametrize("kind", [POWER, EVIDENCE, ADDRESS])
def test_each_paper_names_the_cause_and_all_who_are_sued(desk: Desk, kind: LetterKind) -> None:
    debtor = example(kind.value)["account"]["debtor"]["name"]
    text = words(desk, kind, with_guarantor(kind))
    assert "买卖合同纠纷" in text
    assert f"{debtor}、示例担保有限公司" in text or f"{debtor}和示例担保有限公司" in text
    alone = made(desk, kind, with_guarantor(kind, sued=False))
    assert alone.facts["others_said"] == debtor
    left_out = made(desk, kind, with_guarantor(kind, sued=None))
    assert left_out.facts["others_said"] == debtor
    assert "paper.court.guarantors_left_out" in {one.code for one in left_out.notices}
    assert "paper.court.guarantors_left_out" not in {one.code for one in alone.notices}


@pytest.mark.parametrize("kind", [POWER, EVIDENCE, ADDRESS])
def test_the_papers_beside_the_complaint_name_whom_it_sues(desk: Desk, kind: LetterKind) -> None:
    complaint = example(LetterKind.CIVIL_COMPLAINT.value)
    defendants = [complaint["account"]["debtor"]["name"], "示例担保有限公司"]
    assert made(desk, kind, example(kind.value)).facts["others_said"] == "、".join(defendants)
    assert all(name in words(desk, LetterKind.CIVIL_COMPLAINT, complaint) for name in defendants)


def test_a_power_of_attorney_asks_whether_the_guarantors_are_sued(desk: Desk) -> None:
    document = with_guarantor(POWER, sued=None)
    document["letter"]["acknowledge"] = ["guarantee.request_guarantor"]
    assert places(desk, POWER, document) == {"paper.court.guarantors_left_out": "/letter/suit/claims_security"}
    document["letter"]["mandate"] = {"matter": "enforcement"}  # the instrument says against whom
    assert places(desk, POWER, document) == {}


def test_a_guarantor_of_a_contract_that_is_not_sued_upon_is_no_question(desk: Desk) -> None:
    document = with_guarantor(POWER, sued=None)
    document["letter"]["acknowledge"] = []
    contracts = document["account"]["contracts"]
    given = contracts[0].pop("guarantees")
    contracts[1].pop("guarantees", None)
    contracts.append({**contracts[0], "number": "PAID-1", "guarantees": given})
    assert places(desk, POWER, document) == {}


def test_the_cause_is_that_of_the_contract(desk: Desk) -> None:
    for kind, said in (("services", "服务合同纠纷"), ("construction", "建设工程合同纠纷"), ("other", "合同纠纷")):
        document = example(ADDRESS.value)
        for contract in document["account"]["contracts"]:
            contract["kind"] = kind
        assert made(desk, ADDRESS, document).facts["cause"] == said


def test_there_is_a_set_of_evidence_for_the_court_and_for_each_other_party(desk: Desk) -> None:
    alone = with_guarantor(EVIDENCE, sued=False)
    assert "共提交2份（人民法院一份，对方当事人每方一份）" in words(desk, EVIDENCE, alone)
    assert "共提交3份（人民法院一份，对方当事人每方一份）" in words(desk, EVIDENCE, with_guarantor(EVIDENCE))


def test_a_payment_order_is_against_the_debtor_alone(desk: Desk) -> None:
    document = with_guarantor(POWER)
    document["letter"]["mandate"] = {"matter": "payment_order"}
    assert made(desk, POWER, document).facts["others_said"] == document["account"]["debtor"]["name"]
