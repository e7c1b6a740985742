"""The acknowledgment of debt: a figure and a promise, signed by somebody who may."""

from __future__ import annotations

import pytest

from docgen.errors import InvalidRequest
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from tests.letters.agreements import answer, contest, expire, made, stopped, told, words
from tests.letters.making import example

KIND = LetterKind.DEBT_ACKNOWLEDGMENT


def test_it_holds_the_figure_and_the_promise_and_moves_no_due_date(desk: Desk) -> None:
    said = words(desk, KIND, example(KIND.value))
    sum_ = "人民币876,650.50元（大写：人民币捌拾柒万陆仟陆佰伍拾元零伍角）"
    assert f"乙方确认尚欠甲方本金{sum_}" in said
    assert f"乙方承诺于2026年10月30日前，将上述欠款{sum_}足额支付至甲方下列账户" in said
    assert "不构成对原付款期限的变更，乙方的逾期付款责任仍自原到期日起算" in said
    assert "诉讼时效自签署之日起中断并重新计算" in said
    assert said.index("乙方：远航装备") < said.index("甲方：华信精工")  # whoever promises signs first


def test_it_names_no_sum_of_interest(desk: Desk) -> None:
    letter = made(desk, KIND, example(KIND.value))
    interest = letter.assessment.chosen.interest.total  # type: ignore[union-attr]
    for language in Language:
        assert f"{interest:,.2f}" not in words(desk, KIND, example(KIND.value), language)


def test_what_is_contested_of_an_invoice_is_not_confirmed_and_stays_reserved(desk: Desk) -> None:
    document = example(KIND.value)
    contest(document, "103", "100000.00")
    said = words(desk, KIND, document)
    part = "发票25327000000000000103中存在异议的人民币100,000.00元"
    assert "乙方确认尚欠甲方本金人民币776,650.50元" in said
    assert f"乙方确认，除{part}所对应的部分外，上列发票对应的货物或者服务均已收到并验收" in said
    assert f"上表的未付金额不包括{part}，该部分不在上述确认的本金之内。对乙方提出的异议，甲方不予认可" in said


def test_an_objection_on_record_without_a_sum_is_settled_first_or_entered(desk: Desk) -> None:
    code = "paper.agreement.objection_on_record"
    for change in (
        lambda document: answer(document, "written_dispute", "yes"),
        lambda document: document["account"]["history"].append({"kind": "dispute", "on": "2026-08-20"}),
    ):
        document = example(KIND.value)
        change(document)
        assert stopped(desk, KIND, document) == {code: "/account/declared/written_dispute"}
        contest(document, "103", "100000.00")  # with its sum it is left out, and nothing is confirmed of it
        assert code not in stopped(desk, KIND, document)
    document = example(KIND.value)
    event = {"kind": "dispute", "on": "2026-08-20", "invoices": ["25327000000000000101"]}  # settled, no part of it
    document["account"]["history"].append(event)
    assert stopped(desk, KIND, document) == {}


def test_a_promise_has_a_day(desk: Desk) -> None:
    document = example(KIND.value)
    del document["letter"]["pay_by"]
    with pytest.raises(InvalidRequest) as refused:
        made(desk, KIND, document)
    assert [finding.place for finding in refused.value.findings] == ["/letter/pay_by"]


def test_whoever_is_not_the_legal_representative_shows_an_authority(desk: Desk) -> None:
    document = example(KIND.value)
    assert "授权代表：吴示例（副总经理，2026年9月11日授权委托书）" in words(desk, KIND, document)
    del document["letter"]["debtor_signer"]["authority"]
    assert stopped(desk, KIND, document) == {"paper.agreement.authority_unknown": "/letter/debtor_signer"}
    document["letter"]["debtor_signer"] = {"name": "林示例"}
    assert "法定代表人：林示例（董事长）" in words(desk, KIND, document)
    del document["letter"]["debtor_signer"]
    assert "法定代表人：林示例（董事长）" in words(desk, KIND, document)


def test_after_limitation_only_the_promise_bars_the_defence(desk: Desk) -> None:
    document = example(KIND.value)
    expire(document)
    assert stopped(desk, KIND, document).keys() == {"limitation.expired"}
    document["letter"]["acknowledge"] = ["limitation.expired"]
    assert "paper.agreement.expired" in told(made(desk, KIND, document))
    said = words(desk, KIND, document)
    assert "仍同意按本承诺书履行，此后不得以诉讼时效期间届满为由提出抗辩" in said


def test_limitation_is_over_on_the_day_after_its_last(desk: Desk) -> None:
    document = example(KIND.value)
    expire(document)
    document["account"]["invoices"][0] |= {"issued_on": "2023-08-15", "due_on": "2023-09-15"}
    document["letter"]["draft_anyway"] = True
    assert "paper.agreement.expired" not in told(made(desk, KIND, document))  # 2026-09-15 is the last day
    document["account"]["invoices"][0]["due_on"] = "2023-09-14"
    assert "paper.agreement.expired" in told(made(desk, KIND, document))


def test_that_guarantee_periods_run_on_is_told(desk: Desk) -> None:
    assert "paper.acknowledgment.guarantors" in told(made(desk, KIND, example(KIND.value)))


def test_a_natural_person_fills_in_the_identity_number_and_seals_nothing(desk: Desk) -> None:
    document = example(KIND.value)
    document["account"]["debtor"] = {
        "name": "赵示例",
        "kind": "natural_person",
        "country": "CN",
        "registration_number": "11010119900307803X",
        "address": "示例市示例路1号",
    }
    del document["letter"]["debtor_signer"]
    said = words(desk, KIND, document)
    assert "乙方：赵示例（签名）\n公民身份号码（本人填写）：＿" in said
    assert "11010119900307803X" not in said


def test_bankruptcy_bars_it(desk: Desk) -> None:
    document = example(KIND.value)
    answer(document, "bankruptcy_accepted", "yes")
    assert "bar.bankruptcy" in stopped(desk, KIND, document)
