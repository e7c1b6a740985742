"""The civil complaint: what it claims, of whom, in which court, and when it may not be made."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from tests.letters.making import example
from tests.letters.papers_made import made, places, stopped, words

KIND = LetterKind.CIVIL_COMPLAINT


@pytest.fixture
def document() -> Any:
    return example(KIND.value)


def test_the_claims_add_up_and_run_on_from_the_day_after(desk: Desk, document: Any) -> None:
    text = words(desk, KIND, document)
    assert "判令被告一支付货款人民币876,650.50元" in text
    assert "截至2026年9月15日止，逾期付款违约金人民币25,702.27元" in text
    assert "自2026年9月16日起，以届时未付款项（现为人民币876,650.50元）为基数" in text
    assert "是否请求支付至实际清偿之日止：是■　否□" in text
    assert "10. 标的总额 | 人民币902,352.77元（大写：人民币玖拾万贰仟叁佰伍拾贰元柒角柒分）" in text


def test_the_page_for_our_own_eyes_has_court_fees_and_papers(desk: Desk, document: Any) -> None:
    text = words(desk, KIND, document)
    own = text[text.index("自用，不提交法院") :]
    assert "合同约定由被告住所地法院管辖（《民事诉讼法》第三十五条）" in own
    assert "由基层人民法院管辖" in own
    assert "案件受理费 | 902,352.77 | 12,823.53" in own  # 8,800 + 402,352.77 × 1 %
    assert "6,411.76" in own and "5,000.00" in own
    assert "副本2份" in own  # the debtor and the guarantor


def test_a_guarantor_is_sued_only_where_that_is_said_and_it_must_be_said(desk: Desk, document: Any) -> None:
    assert "判令被告二示例担保有限公司对被告一在" in words(desk, KIND, document)
    document["letter"]["suit"]["claims_security"] = False
    text = words(desk, KIND, document)
    assert "（保证人）" not in text and "本案诉讼费用由被告负担" in text and "副本1份" in text
    del document["letter"]["suit"]["claims_security"]
    assert stopped(desk, KIND, document) == {"paper.civil_complaint.security_unknown"}


def test_a_guarantor_whose_period_is_over_is_left_out_on_the_day_after_it(desk: Desk, document: Any) -> None:
    document["account"]["contracts"][1]["guarantees"][0]["period_until"] = "2026-09-15"
    assert stopped(desk, KIND, document) & {"paper.civil_complaint.guarantee_expired"} == set()
    document["account"] |= {"as_of": "2026-09-16", "booked_up_to": "2026-09-15"}
    document["letter"]["dated_on"] = "2026-09-16"
    assert "paper.civil_complaint.guarantee_expired" in stopped(desk, KIND, document)


def test_an_arbitration_clause_bars_the_suit_and_an_unclear_one_is_to_be_read(desk: Desk, document: Any) -> None:
    clauses = document["account"]["contracts"]
    clauses[0]["dispute_clause"] = "因本合同引起的争议提交上海仲裁委员会仲裁"
    assert "paper.court.arbitration" in stopped(desk, KIND, document)
    clauses[0]["dispute_clause"] = "争议由仲裁委员会仲裁或向原告住所地人民法院起诉"
    assert "paper.court.clause_unclear" in stopped(desk, KIND, document)


@pytest.mark.parametrize(("answer", "code"), [("yes", "suit_pending"), ("unknown", "suit_pending_unknown")])
def test_a_suit_that_is_pending_or_not_known_of_bars_it(desk: Desk, document: Any, answer: str, code: str) -> None:
    document["account"]["declared"]["suit_pending"]["answer"] = answer
    assert f"paper.court.{code}" in stopped(desk, KIND, document)


def test_a_suit_on_record_bars_it_until_the_proceedings_have_ended(desk: Desk, document: Any) -> None:
    document["account"]["history"].append({"kind": "action_filed", "on": "2026-09-01", "proof": "arrived"})
    assert "paper.court.suit_on_record" in stopped(desk, KIND, document)
    document["account"]["history"].append({"kind": "proceedings_ended", "on": "2026-09-10", "proof": "arrived"})
    assert "paper.court.suit_on_record" not in stopped(desk, KIND, document)


def test_works_belong_to_another_form_and_services_are_warned_of(desk: Desk, document: Any) -> None:
    document["account"]["contracts"][0]["kind"] = "construction"
    assert "paper.civil_complaint.works" in stopped(desk, KIND, document)
    document["account"]["contracts"][0]["kind"] = "services"
    assert "paper.civil_complaint.no_sale" in stopped(desk, KIND, document)


def test_the_court_is_compared_with_the_place_and_the_sum(desk: Desk, document: Any) -> None:
    document["letter"]["court"] = "江苏省苏州市示例区人民法院"  # the plaintiff's, and the clause names the defendant's
    assert stopped(desk, KIND, document) == {"paper.court.elsewhere"}
    for contract in document["account"]["contracts"]:
        del contract["dispute_clause"]
    assert stopped(desk, KIND, document) == set()  # the receiver's domicile will do without a clause
    document["letter"]["court"] = "江苏省苏州市中级人民法院"
    assert stopped(desk, KIND, document) == {"paper.court.level_basic"}


def test_between_one_and_five_hundred_million_the_province_decides(desk: Desk, document: Any) -> None:
    document["account"]["invoices"][1]["amount"] = "150000000"
    assert "paper.court.level_unknown" in stopped(desk, KIND, document)
    document["letter"]["suit"]["outside_province"] = True
    assert "paper.court.level_intermediate" in stopped(desk, KIND, document)
    document["letter"]["suit"]["outside_province"] = False
    assert not {code for code in stopped(desk, KIND, document) if code.startswith("paper.court.level")}


def test_what_is_due_and_not_claimed_is_to_be_read_and_nothing_due_bars_it(desk: Desk, document: Any) -> None:
    dispute = {"amount": "100000", "reason": "质量", "raised_on": "2026-02-01"}
    document["account"]["invoices"][2]["dispute"] = dispute
    assert "paper.civil_complaint.left_out" in stopped(desk, KIND, document)
    document = example(KIND.value)
    document["account"]["invoices"] = document["account"]["invoices"][-1:]  # due on 2026-10-30
    document["account"]["payments"] = []
    assert "paper.civil_complaint.nothing_due" in stopped(desk, KIND, document)


def test_terms_that_are_not_given_stay_open_on_the_face_of_it(desk: Desk, document: Any) -> None:
    del document["letter"]["suit"]["quality"]
    letter = made(desk, KIND, document)
    assert "paper.civil_complaint.open_quality" in {notice.code for notice in letter.notices}
    assert "【请依合同填写】" in words(desk, KIND, document)


def test_it_is_always_a_draft_and_the_english_one_is_a_copy_for_reference(desk: Desk, document: Any) -> None:
    assert made(desk, KIND, document).draft
    text = words(desk, KIND, document, Language.EN)
    assert "English translation for reference; the Chinese text prevails" in text
    assert "RMB 902,352.77" in text


def test_preservation_before_the_suit_is_told_with_its_court_and_its_thirty_days(desk: Desk, document: Any) -> None:
    document["account"]["declared"]["preservation_applied"]["answer"] = "yes"
    assert stopped(desk, KIND, document) == {"paper.civil_complaint.preserved_unknown"}
    preserved = {"court": "浙江省示例市滨江区人民法院", "on": "2026-08-16", "number": "（2026）浙0199财保1号"}
    document["letter"]["suit"]["preserved"] = preserved
    text = words(desk, KIND, document)
    assert "浙江省示例市滨江区人民法院，2026年8月16日，（2026）浙0199财保1号" in text
    assert "诉前保全后起诉的期限届满（《民事诉讼法》第一百零四条第三款） | 2026年9月15日" in text  # the last day
    preserved["on"] = "2026-08-15"
    assert stopped(desk, KIND, document) == {"paper.civil_complaint.preservation_over"}


def test_a_claim_in_another_currency_has_no_fees_and_no_level_of_court(desk: Desk, document: Any) -> None:
    for contract in document["account"]["contracts"]:
        contract["currency"] = "USD"
    assert "paper.court.currency" in stopped(desk, KIND, document)
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    assert "标的额以外币计" in text and "12,823.53" not in text


def test_a_party_abroad_is_a_matter_for_those_who_know_such_cases(desk: Desk, document: Any) -> None:
    document["account"]["debtor"] |= {"country": "DE", "registration_number": "HRB 1", "postcode": "20095"}
    assert "paper.court.abroad" in stopped(desk, KIND, document)


def test_an_invoice_disputed_in_part_is_listed_as_open_whole_and_its_total_foots(desk: Desk, document: Any) -> None:
    """Nothing of what is contested may look conceded: invoiced less paid is open, and what is claimed stands apart."""
    dispute = {"amount": "100000", "reason": "质量", "raised_on": "2026-02-01"}
    document["account"]["invoices"][2]["dispute"] = dispute
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    assert "318,650.50 | 0.00 | 318,650.50" in text
    assert "未付318,650.50，其中有争议的100,000.00暂不列入，权利保留；本次请求218,650.50" in text
    assert "1,246,350.50 | 369,700.00 | 876,650.50" in text and "本次请求 |  |  |  |  |  | 776,650.50" in text
    assert "对被告一提出的异议，原告不予认可；原告对该部分款项的权利予以保留，将另行主张。" in text
    assert "到期未付款项中，本次请求的本金人民币776,650.50元" in text


def test_an_objection_on_record_is_told_and_contradicts_a_declaration_that_there_is_none(
    desk: Desk, document: Any
) -> None:
    assert "有□　无■" in words(desk, KIND, document)[words(desk, KIND, document).index("11. 买卖合同标的物") :]
    dispute = {"amount": "100000", "reason": "部分轴承噪声超标", "raised_on": "2026-02-01"}
    document["account"]["invoices"][2]["dispute"] = dispute
    assert "paper.civil_complaint.dispute_contradicted" in stopped(desk, KIND, document)
    document["account"]["declared"]["written_dispute"]["answer"] = "yes"
    assert "paper.civil_complaint.dispute_contradicted" not in stopped(desk, KIND, document)
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    assert "11. 买卖合同标的物有无质量争议 | 有■　无□" in text
    assert "涉及人民币100,000.00元，理由：部分轴承噪声超标。原告不予认可。" in text


def test_an_objection_in_the_history_is_one_too(desk: Desk, document: Any) -> None:
    document["account"]["history"].append({"kind": "dispute", "on": "2026-08-20", "proof": "arrived"})
    assert "paper.civil_complaint.dispute_contradicted" in stopped(desk, KIND, document)
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    assert "11. 买卖合同标的物有无质量争议 | 有■　无□" in text
    assert "被告一曾于2026年8月20日提出异议。原告不予认可。" in text


def test_the_debtor_and_the_guarantor_are_told_apart_and_both_bear_the_costs(desk: Desk, document: Any) -> None:
    text = words(desk, KIND, document)
    assert "被告一 | 名称：" in text and "被告二（保证人） | 名称：示例担保有限公司" in text
    assert "本案诉讼费用由二被告负担" in text


def test_a_guarantor_is_asked_for_the_sum_and_penalty_of_its_own_invoices_alone(desk: Desk, document: Any) -> None:
    claim = next(line for line in words(desk, KIND, document).split("\n") if "判令被告二" in line)
    assert "项下的本金人民币198,000.00元（发票26327000000000000105）、计至2026年9月15日的逾期付款违约金" in claim
    assert "人民币2,732.40元以及自2026年9月16日起至实际清偿之日止" in claim  # 198,000 × 0.0003 × 46 days
    assert claim.endswith("承担连带清偿责任")


def test_what_a_guarantor_no_longer_answers_for_is_left_out_and_named_for_our_own_eyes(
    desk: Desk, document: Any
) -> None:
    """Invoice 105 fell due on 31 July 2026: six months later the guarantor is free of it, not of a later one."""
    account = document["account"]
    later = dict(account["invoices"][-2]) | {"number": "26327000000000000107", "due_on": "2026-09-10"}
    account["invoices"].append(later)
    early = next(one for one in account["invoices"] if one["number"].endswith("0105"))
    early["due_on"] = "2026-02-28"
    early |= {"issued_on": "2026-01-20", "delivered_on": "2026-01-18", "accepted_on": "2026-01-19"}
    for papers in ("delivery_documents", "acceptance_documents"):
        early.pop(papers, None)
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    claim = next(line for line in text.split("\n") if "判令被告二" in line)
    assert "发票26327000000000000107" in claim and "0105" not in claim
    own = text[text.index("自用，不提交法院") :]
    assert "保证期间已届满，未请求示例担保有限公司承担：发票26327000000000000105 | 2026年8月28日" in own


def test_a_general_guarantor_pays_what_enforcement_leaves_open(desk: Desk, document: Any) -> None:
    document["account"]["contracts"][1]["guarantees"][0] |= {"mode": "general", "words": "保证人承担一般保证责任。"}
    text = words(desk, KIND, document)
    assert "在被告一财产依法强制执行后仍不能清偿的部分承担保证责任" in text


def test_the_fee_of_preservation_is_asked_for_where_it_was_applied_for(desk: Desk, document: Any) -> None:
    assert "财产保全申请费由" not in words(desk, KIND, document)
    document["letter"]["suit"]["preserved"] = {"court": "浙江省示例市滨江区人民法院", "on": "2026-09-01"}
    assert "本案诉讼费用、财产保全申请费由二被告负担" in words(desk, KIND, document)


def test_costs_that_the_contract_lets_be_claimed_are_asked_about_where_an_agent_acts(desk: Desk, document: Any) -> None:
    code = "paper.civil_complaint.costs_not_claimed"
    assert code in {notice.code for notice in made(desk, KIND, document).notices}
    for answer in ("0", "30000"):
        document["letter"]["costs"] = answer
        assert code not in {notice.code for notice in made(desk, KIND, document).notices}


def test_a_natural_person_is_named_as_the_law_asks_with_a_line_for_what_is_not_known(desk: Desk, document: Any) -> None:
    debtor = document["account"]["debtor"]
    for name in (
        "registration_number",
        "representative",
        "representative_en",
        "representative_post",
        "representative_post_en",
        "size",
    ):
        debtor.pop(name, None)
    debtor |= {"kind": "natural_person", "name": "李示例", "name_en": "Li Shili", "gender": "male"}
    missing = {code for code in stopped(desk, KIND, document) if ".person." in code}
    assert missing == {
        f"paper.civil_complaint.person.{name}" for name in ("born_on", "ethnicity", "registration_number")
    }
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    assert "被告一 | 姓名：李示例　性别：男　出生日期：＿＿＿＿＿＿　民族：＿＿＿＿＿＿" in text
    assert "公民身份号码：＿＿＿＿＿＿" in text


def test_a_guarantor_who_is_a_natural_person_is_asked_about_and_named_like_the_debtor(
    desk: Desk, document: Any
) -> None:
    """The identity number, the birth and so on of a defendant: each missing one is told once, where it belongs."""
    row, contract = next(
        (row, one) for row, one in enumerate(document["account"]["contracts"]) if one.get("guarantees")
    )
    guarantor = {
        "kind": "natural_person",
        "name": "赵示例",
        "name_en": "Zhao Shili",
        "gender": "female",
        "country": "CN",
    }
    contract["guarantees"][0]["guarantor"] = guarantor
    place = f"/account/contracts/{row}/guarantees/0/guarantor"
    assert {code: at for code, at in places(desk, KIND, document).items() if ".person." in code} == {
        f"paper.civil_complaint.person.{name}": f"{place}/{name}"
        for name in ("born_on", "ethnicity", "address", "registration_number")
    }
    document["letter"]["acknowledge"] = sorted(stopped(desk, KIND, document))
    text = words(desk, KIND, document)
    assert "被告二（保证人） | 姓名：赵示例　性别：女　出生日期：＿＿＿＿＿＿　民族：＿＿＿＿＿＿" in text
    document["letter"]["suit"]["claims_security"] = False  # who is not sued is not asked about
    assert not [code for code in stopped(desk, KIND, document) if ".person." in code]


def test_a_guarantor_with_all_particulars_is_asked_nothing_and_a_company_has_its_domicile(
    desk: Desk, document: Any
) -> None:
    row, contract = next(
        (row, one) for row, one in enumerate(document["account"]["contracts"]) if one.get("guarantees")
    )
    company = contract["guarantees"][0]["guarantor"]
    contract["guarantees"][0]["guarantor"] = {
        "kind": "natural_person", "name": "赵示例", "gender": "female", "born_on": "1990-03-07", "ethnicity": "汉族",
        "address": "示例市示例路1号", "registration_number": "11010119900307803X", "country": "CN",
    }  # fmt: skip
    assert stopped(desk, KIND, document) == set()
    contract["guarantees"][0]["guarantor"] = {name: said for name, said in company.items() if "address" not in name}
    place = f"/account/contracts/{row}/guarantees/0/guarantor/address"
    assert places(desk, KIND, document) == {"paper.civil_complaint.guarantor_address": place}


def test_the_basis_names_the_act_once_and_the_guarantee_with_its_other_articles(desk: Desk, document: Any) -> None:
    basis = str(made(desk, KIND, document).facts["basis_cited"])
    assert basis.count("民法典") == 1 and basis.endswith("第五百八十五条第一款、第六百八十八条")
    document["letter"]["suit"]["claims_security"] = False
    assert "第六百八十八条" not in str(made(desk, KIND, document).facts["basis_cited"])


def test_the_debtor_is_told_apart_from_the_guarantors_wherever_it_is_spoken_of(desk: Desk, document: Any) -> None:
    assert "2026年6月18日，被告一确认欠款" in words(desk, KIND, document)
    assert "On 18 June 2026 Defendant 1 confirmed the balance" in words(desk, KIND, document, Language.EN)
    document["letter"]["suit"]["claims_security"] = False
    assert "2026年6月18日，被告确认欠款" in words(desk, KIND, document)
    assert "On 18 June 2026 the defendant confirmed the balance" in words(desk, KIND, document, Language.EN)
