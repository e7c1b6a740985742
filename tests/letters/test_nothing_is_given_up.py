"""What a letter leaves out is neither denied nor settled, and nothing is asserted that nobody declared."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.letters.request import Language, LetterKind, Purpose
from docgen.letters.required import amiss
from tests.letters.making import Worded, example, make
from tests.letters.test_letters import APPLICATION, CONFIRMATION, DEMAND, EN, LAWYERS, REMINDER, ZH, simple

CONTESTED = {
    "number": "7", "amount": "100.00", "due_on": "2026-09-05",
    "dispute": {"amount": "30.00", "reason": "质量", "raised_on": "2026-08-01", "in_writing": True},
}  # fmt: skip
CONTESTED_LATER = {
    "number": "9", "amount": "50.00", "due_on": "2026-12-05",
    "dispute": {"amount": "50.00", "reason": "质量", "raised_on": "2026-08-01", "in_writing": True},
}  # fmt: skip
WHOLE = {"number": "8", "amount": "70.00", "due_on": "2026-09-05"}
EXPIRED = {"number": "old", "amount": "50.00", "issued_on": "2020-01-01", "due_on": "2020-02-01"}
LATER = {"number": "9", "amount": "40.00", "due_on": "2026-12-05"}


def letter(kind: LetterKind, *invoices: dict[str, Any], language: Language = ZH, **account: Any) -> Worded:
    return make(kind, simple(*invoices, kind=kind, **account), language)


def undeclared(*questions: str) -> Worded:
    asked = example(APPLICATION.value)
    for question in questions:
        asked["account"]["declared"].pop(question)
    return make(APPLICATION, asked)


# -- the sum asked for is not all that is due


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        (REMINDER, "应付未付的到期款项中，本函请求支付的本金（见上表）合计人民币70.00元",
         "Of what has fallen due and is unpaid, the above amounts, which this letter requests, total RMB 70.00"),
        (CONFIRMATION, "应付未付的到期款项中，本函请求支付的本金为人民币70.00元",
         "the principal requested by this letter out of what has fallen due and is unpaid is RMB 70.00"),
        (DEMAND, "应付未付的到期款项中，本函请求支付的本金为人民币70.00元",
         "the principal requested by this letter out of what has fallen due and is unpaid is RMB 70.00"),
        (LAWYERS, "应付未付的到期款项中，本函请求支付的本金为人民币70.00元",
         "the principal requested by this letter out of what has fallen due and is unpaid is RMB 70.00"),
        (APPLICATION, "到期未付的款项中，本申请请求给付的本金为人民币70.00元",
         "the principal requested by this application out of what has fallen due"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("left_out", [(CONTESTED,), (WHOLE, EXPIRED)], ids=["contested", "time-barred"])
def test_what_is_asked_for_is_not_said_to_be_all_that_is_due(
    kind: LetterKind, zh: str, en: str, left_out: tuple[dict[str, Any], ...]
) -> None:
    assert zh in letter(kind, *left_out).text
    assert en in letter(kind, *left_out, language=EN).text


@pytest.mark.parametrize("kind", LetterKind)
def test_where_all_that_is_due_is_asked_for_no_part_of_it_is_spoken_of(kind: LetterKind) -> None:
    assert "到期款项中，本" not in letter(kind, WHOLE, LATER).text
    assert "out of what has fallen due" not in letter(kind, WHOLE, LATER, language=EN).text


# -- contested parts


@pytest.mark.parametrize("kind", [DEMAND, LAWYERS])
def test_a_demand_claims_the_contested_part_too_so_that_limitation_is_interrupted_for_it(kind: LetterKind) -> None:
    we = "委托人" if kind is LAWYERS else "本公司"
    made = letter(kind, CONTESTED)
    assert (
        f"{we}不予认可贵司的异议，并就该款项同时向贵司主张权利（《中华人民共和国民法典》第一百九十五条第一项）；"
        "该款项仅不计入本函限期支付的合计。"
    ) in made.text
    assert "下列款项未计入本函限期支付的合计：" in made.text
    english = letter(kind, CONTESTED, language=EN).text
    assert "claim to the amounts contested against you as well (Article 195(1) of the Civil Code" in english


def test_what_is_contested_and_not_yet_due_is_reserved_and_not_claimed_before_its_day() -> None:
    assert "主张权利（" not in letter(DEMAND, WHOLE, CONTESTED_LATER).text
    assert "本公司对该部分款项的权利予以保留" in letter(DEMAND, WHOLE, CONTESTED_LATER).text
    assert "并就其中已到期的款项同时向贵司主张权利" in letter(DEMAND, CONTESTED, CONTESTED_LATER).text


@pytest.mark.parametrize("kind", [REMINDER, CONFIRMATION])
def test_a_reminder_and_a_confirmation_reserve_the_contested_part(kind: LetterKind) -> None:
    text = letter(kind, CONTESTED).text
    assert "本公司对该部分款项的权利予以保留，将另行主张。" in text
    assert "主张权利（" not in text


@pytest.mark.parametrize("kind", [REMINDER, CONFIRMATION, DEMAND, LAWYERS])
def test_what_is_mentioned_but_not_requested_is_reserved_by_name(kind: LetterKind) -> None:
    assert "虽列明但未列入本次请求的款项和权利" in letter(kind, CONTESTED).text
    assert "or mentioned but not requested, are reserved" in letter(kind, CONTESTED, language=EN).text


# -- the reply slip


def test_the_slip_settles_nothing_beside_the_figure_it_confirms() -> None:
    slip = letter(CONFIRMATION, CONTESTED).text.partition("回　执")[2]
    assert (
        "上述金额不含存在异议的人民币30.00元及其他未列入本次请求的款项；本回执不构成双方对该等款项的结算，"
        "也不构成任何一方的放弃。"
    ) in slip
    assert (
        "does not include RMB 30.00 which is contested, or other sums not requested"
        in letter(CONFIRMATION, CONTESTED, language=EN).text
    )
    assert "上述金额不含" not in letter(CONFIRMATION, WHOLE).text
    accounts = simple(CONTESTED, kind=CONFIRMATION)
    accounts["letter"]["purpose"] = Purpose.ACCOUNTS.value
    assert "上述金额不含" not in make(CONFIRMATION, accounts).text


def test_who_finds_the_figure_wrong_is_asked_what_of_it_is_not_in_dispute() -> None:
    assert "其中无争议部分为：" in make(CONFIRMATION).text
    assert "Of which not in dispute:" in make(CONFIRMATION, language=EN).text


# -- the annex


@pytest.mark.parametrize("kind", [DEMAND, LAWYERS, APPLICATION])
def test_that_payments_are_shown_against_principal_first_waives_no_order_of_imputation(kind: LetterKind) -> None:
    assert "本计算暂按款项先抵充本金列示，不构成对《民法典》第五百六十一条抵充顺序及所生权利的放弃。" in make(kind).text


def test_no_order_of_imputation_is_stated_where_no_interest_is_claimed() -> None:
    asked = simple(WHOLE, kind=APPLICATION, payments=[{"received_on": "2026-09-08", "amount": "10.00", "names": ["8"]}])
    made = make(APPLICATION, asked)
    assert not made.facts["interest"]["claimed"] and made.facts["settled"]
    assert made.facts["order_note"] == "" and "抵充" not in made.text


# -- the application


def test_what_accrues_after_the_fixed_sum_is_reserved_and_not_claimed() -> None:
    made = make(APPLICATION)
    assert (
        "自2026年9月16日起至实际清偿之日止的逾期付款违约金，以及未列入本申请的其他款项，申请人保留另行主张的权利。"
    ) in made.text
    assert "open_ended" not in amiss(APPLICATION, None, made.text, ZH, made.facts)
    for claim in ("并支付至实际清偿之日止的违约金。", "违约金计至实际清偿之日止；申请人保留另行主张的权利。"):
        assert "open_ended" in amiss(APPLICATION, None, made.text + claim, ZH, made.facts)
    english = make(APPLICATION, language=EN)
    assert "open_ended" not in amiss(APPLICATION, None, english.text, EN, english.facts)
    assert "open_ended" in amiss(APPLICATION, None, english.text + " and until actual payment.", EN, english.facts)


def test_a_court_is_told_the_articles_of_the_debt_before_those_of_the_procedure() -> None:
    assert make(APPLICATION).facts["basis_cited"] == (
        "《中华人民共和国民法典》第五百零九条第一款、第五百七十九条、第六百二十六条、第六百二十八条、第五百八十五条第一款、"
        "《中华人民共和国民事诉讼法》第二百二十五条"
    )
    services = simple(WHOLE, kind=APPLICATION)
    services["account"]["contracts"][0]["kind"] = "services"
    assert make(APPLICATION, services).facts["basis_cited"] == (
        "《中华人民共和国民法典》第五百零九条第一款、第五百七十九条、《中华人民共和国民事诉讼法》第二百二十五条"
    )


def test_a_draft_declares_to_the_court_only_what_somebody_declared() -> None:
    text = undeclared("own_performance_outstanding", "preservation_applied").text
    assert (
        "债权人与债务人没有其他债务纠纷，【待核实：申请人有无对待给付义务】；债权已到期且数额确定；"
        "被申请人在中国境内且未下落不明，支付令能够送达；【待核实：申请人是否申请诉前保全】。"
    ) in text
    assert "申请人无对待给付义务" not in text
    assert "申请人已履行合同义务" not in text


def test_a_draft_with_statements_to_be_verified_does_not_lack_its_declaration() -> None:
    made = undeclared("debtor_serviceable")
    assert "gates" not in amiss(APPLICATION, None, made.text, ZH, made.facts)


def test_a_natural_person_stands_in_court_papers_with_what_identifies_him_and_nowhere_else() -> None:
    person = {
        "name": "赵示例", "kind": "natural_person", "registration_number": "11010119700307TEST",
        "address": "示例市示例路1号", "gender": "male", "born_on": "1970-03-07", "ethnicity": "汉",
    }  # fmt: skip
    text = letter(APPLICATION, WHOLE, debtor=person).text
    assert "被申请人：赵示例，男，1970年3月7日出生，汉族" in text
    assert "公民身份号码：11010119700307TEST" in text
    assert "住所：示例市示例路1号" in text and "住所地：示例市" not in text
    english = letter(APPLICATION, WHOLE, debtor=person | {"ethnicity_en": "Han"}, language=EN).text
    assert "赵示例, male, born 7 March 1970, ethnic group: Han" in english
    demand = letter(DEMAND, WHOLE, debtor=person).text
    assert not any(words in demand for words in ("1970年", "汉族", "，男", "TEST"))


# -- own performance


@pytest.mark.parametrize(
    ("kind", "contract", "zh", "en"),
    [
        (DEMAND, "sale", "本公司已交付下列货物：", "We have delivered the following goods:"),
        (DEMAND, "services", "本公司已提供下列服务：", "We have provided the following services:"),
        (LAWYERS, "sale", "委托人已交付下列货物：", "Our client has delivered the following goods:"),
        (APPLICATION, "construction", "申请人已完成下列工程：", "The applicant has carried out the following works:"),
        (
            DEMAND,
            "other",
            "本公司已交付下列货物（提供下列服务）：",
            "We have delivered the following goods or provided",
        ),
    ],
)
def test_that_the_contract_is_performed_is_said_only_where_it_is_declared(
    kind: LetterKind, contract: str, zh: str, en: str
) -> None:
    asked = simple(WHOLE | {"delivered_on": "2026-02-01"}, kind=kind)
    asked["account"]["contracts"][0]["kind"] = contract
    assert "已履行合同义务，情况如下：" in make(kind, asked).text
    asked["account"]["declared"].pop("own_performance_outstanding")
    assert zh in make(kind, asked).text
    assert "已履行合同义务" not in make(kind, asked).text
    assert en in make(kind, asked, EN).text


# -- the SME regulation


def test_the_sizes_of_both_sides_stand_before_the_rate_that_rests_on_them() -> None:
    asked = simple(WHOLE | {"amount": "70000.00"}, kind=DEMAND)
    stated = {"stated_on": "2026-01-05", "source": "企业声明"}
    asked["account"]["creditor"]["size"] = {"size": "small", **stated}
    asked["account"]["debtor"]["size"] = {"size": "large", **stated}
    sizes, rule = make(DEMAND, asked).facts["interest"]["rule"]
    assert sizes.startswith("本公司为小型企业（") and "贵司为大型企业（" in sizes
    assert "，故适用《保障中小企业款项支付条例》" in rule
    assert rule.endswith("第十七条，逾期利息按每日万分之五的利率计算。")
    english = make(DEMAND, asked, EN).facts["interest"]["rule"]
    assert english[0].startswith("We are a small enterprise")
    assert "therefore applies, and late-payment interest accrues at 0.05% per day." in english[1]


def test_where_several_contracts_rest_on_the_sizes_each_names_its_premise() -> None:
    asked = simple(WHOLE | {"amount": "70000.00"}, WHOLE | {"number": "10", "contract": "C-2"}, kind=DEMAND)
    stated = {"stated_on": "2026-01-05", "source": "企业声明"}
    asked["account"]["creditor"]["size"] = {"size": "small", **stated}
    asked["account"]["debtor"]["size"] = {"size": "large", **stated}
    first = asked["account"]["contracts"][0]
    asked["account"]["invoices"][0]["contract"] = first["number"]
    unknown = {name: value for name, value in first.items() if name != "late_payment"}
    asked["account"]["contracts"].append(unknown | {"number": "C-2"})
    zh, en = (make(DEMAND, asked, language).facts["interest"]["rule"] for language in (ZH, EN))
    assert len(zh) == len(en) == 3
    for sentence in zh[1:]:
        assert sentence.startswith("就《") and "，鉴于双方上述主体类型，适用《" in sentence and "故适用" not in sentence
    for sentence in en[1:]:
        assert "given the above classes of the parties, Article 17" in sentence and "therefore" not in sentence
