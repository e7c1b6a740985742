"""The repayment agreement: its plan, its interest, its guarantors, and when it may not be made."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from docgen.errors import InvalidRequest, Severity
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from tests.letters.agreements import answer, contest, expire, made, stopped, told, words
from tests.letters.making import example

KIND = LetterKind.REPAYMENT_AGREEMENT
EN = Language.EN


def agreement(**terms: Any) -> Any:
    document = example(KIND.value)
    document["letter"]["repayment"] |= terms
    return document


def plan(*amounts: str, days: tuple[str, ...] = ("2026-10-30", "2026-11-30", "2026-12-31")) -> list[dict[str, str]]:
    return [{"pay_on": day, "amount": amount} for day, amount in zip(days, amounts, strict=False)]


def test_the_plan_runs_down_from_the_debt_confirmed_to_nothing(desk: Desk) -> None:
    said = words(desk, KIND, agreement())
    rows = [line.split(" | ") for line in said.splitlines() if re.match(r"\d \| 2026年", line)]
    left = Decimal("876650.50")  # 100,000.00 + 318,650.50 + 260,000.00 + 198,000.00, overdue on 2026-09-15
    assert "乙方确认尚欠本金人民币876,650.50元（大写：人民币捌拾柒万陆仟陆佰伍拾元零伍角）" in said
    for row in rows:
        left -= Decimal(row[2].replace(",", ""))
        assert row[4] == f"{left:,.2f}"
    assert left == 0 and len(rows) == 3
    assert "26327000000000000106" not in said  # due on 2026-10-30: not part of it, and reserved
    assert "未列入上表的款项不在本次确认的范围内；甲方对其权利予以保留" in said


@pytest.mark.parametrize(
    ("amounts", "code"),
    [
        (("300000", "300000", "276650.49"), "paper.repayment.plan_too_small"),
        (("300000", "300000", "276650.51"), "paper.repayment.plan_too_large"),
        (("300000", "300000", "276650.50"), ""),
    ],
)
def test_a_plan_adds_up_to_the_fen(desk: Desk, amounts: tuple[str, ...], code: str) -> None:
    found = stopped(desk, KIND, agreement(instalments=plan(*amounts)))
    assert found == ({code: "/letter/repayment/instalments"} if code else {})


def test_an_instalment_has_no_more_decimals_than_its_currency(desk: Desk) -> None:
    with pytest.raises(InvalidRequest) as refused:
        made(desk, KIND, agreement(instalments=plan("300000", "300000", "276650.501")))
    [finding] = refused.value.findings
    assert (finding.code, finding.place) == ("amount.too_many_decimals", "/letter/repayment/instalments/2/amount")


def test_every_instalment_lies_after_the_agreement_and_after_the_one_before(desk: Desk) -> None:
    amounts = ("300000", "300000", "276650.50")
    tomorrow = agreement(instalments=plan(*amounts, days=("2026-09-16", "2026-09-17", "2026-09-18")))
    assert stopped(desk, KIND, tomorrow) == {}
    today = agreement(instalments=plan(*amounts, days=("2026-09-15", "2026-09-17", "2026-09-18")))
    assert stopped(desk, KIND, today) == {"paper.repayment.day_past": "/letter/repayment/instalments/0/pay_on"}
    same = agreement(instalments=plan(*amounts, days=("2026-10-30", "2026-10-30", "2026-12-31")))
    assert stopped(desk, KIND, same) == {"paper.repayment.out_of_order": "/letter/repayment/instalments/1/pay_on"}
    assert "paper.repayment.no_plan" in stopped(desk, KIND, agreement(instalments=[]))


def test_interest_that_is_reserved_is_named_by_no_sum(desk: Desk) -> None:
    letter = made(desk, KIND, agreement())
    said = words(desk, KIND, agreement())
    interest = letter.assessment.chosen.interest
    assert f"{interest.total:,.2f}" not in said  # type: ignore[union-attr]
    assert "违约金、利息按原合同约定或者法律规定另行计算" in said
    assert "不构成对原付款期限的变更" in said


def test_interest_that_is_included_is_part_of_the_plan_and_somebody_must_have_read_what_that_settles(
    desk: Desk,
) -> None:
    interest = made(desk, KIND, agreement()).assessment.chosen.interest.total  # type: ignore[union-attr]
    rest = str(Decimal("276650.50") + interest)
    document = agreement(interest="included", instalments=plan("300000", "300000", rest))
    assert set(stopped(desk, KIND, document)) == {"paper.repayment.interest_fixed"}
    document["letter"]["acknowledge"] = ["paper.repayment.interest_fixed"]
    said = words(desk, KIND, document)
    assert f"（本金人民币876,650.50元，逾期付款违约金人民币{interest:,.2f}元）" in said
    assert "自2026年9月15日之次日起至实际清偿之日止的逾期付款违约金" in said and "保留权利，不构成放弃" in said
    short = agreement(interest="included")
    assert "paper.repayment.plan_too_small" in stopped(desk, KIND, short)


def test_interest_to_include_must_be_there(desk: Desk) -> None:
    document = agreement(interest="included")
    document["letter"]["interest"] = {"rule": "none"}
    assert stopped(desk, KIND, document) == {"paper.repayment.no_interest": "/letter/repayment/interest"}


@pytest.mark.parametrize("language", Language)
def test_a_waiver_is_void_from_the_outset_where_the_plan_is_not_kept(desk: Desk, language: Language) -> None:
    document = agreement(interest="waived_if_kept")
    letter = made(desk, KIND, document, language)
    assert "paper.repayment.interest_waived" in told(letter)
    assert not [notice for notice in letter.notices if notice.severity is Severity.WARNING]
    said = words(desk, KIND, document, language)
    wanted = {
        Language.ZH: "若未按期足额支付，减免自始不生效，恢复原欠款",
        EN: "void from the outset and the original debt is restored",
    }
    assert wanted[language] in said


def test_a_default_brings_all_due_after_the_days_of_grace(desk: Desk) -> None:
    assert "任何一期款项逾期超过5日仍未足额支付的，其余各期款项全部到期" in words(desk, KIND, agreement())
    at_once = words(desk, KIND, agreement(grace_days=0))
    assert "任何一期款项未按期足额支付的，其余各期款项全部到期" in at_once
    one_day = words(desk, KIND, agreement(grace_days=1), EN)
    assert "not paid in full within 1 day after its day, all remaining instalments fall due at once" in one_day


def test_a_guarantor_signs_with_a_mode_and_a_period_beyond_the_plan(desk: Desk) -> None:
    said = words(desk, KIND, agreement())
    assert "丙方（保证人）：示例担保有限公司" in said
    assert "书面同意本协议的全部内容" in said
    assert "提供连带责任保证，保证期间自本协议签署之日起至2028年12月29日止" in said
    assert "本协议一式四份" in said  # three who sign, and the notary
    surety = agreement()["letter"]["repayment"]["sureties"][0]
    place = "/letter/repayment/sureties/0"
    unclear = agreement(sureties=[surety | {"mode": "unclear"}])
    assert stopped(desk, KIND, unclear) == {"paper.repayment.guarantee_mode": f"{place}/mode"}
    on_the_last_day = agreement(sureties=[surety | {"period_until": "2026-12-31"}])
    assert stopped(desk, KIND, on_the_last_day) == {"paper.repayment.guarantee_period": f"{place}/period_until"}
    the_day_after = agreement(sureties=[surety | {"period_until": "2027-01-01"}])
    assert stopped(desk, KIND, the_day_after) == {}
    nothing_said = agreement(sureties=[{"name": surety["name"], "mode": "joint"}])
    assert set(stopped(desk, KIND, nothing_said)) == {"paper.repayment.guarantee_period"}


def test_an_earlier_guarantee_goes_on_only_while_its_period_runs(desk: Desk) -> None:
    document = agreement()
    assert "丙方此前已提供的担保继续有效" in words(desk, KIND, document)
    guarantee = document["account"]["contracts"][1]["guarantees"][0]
    document["account"]["invoices"] = document["account"]["invoices"][:-1]
    guarantee["period_until"] = "2026-09-14"  # over on the day before
    document["letter"]["acknowledge"] = ["guarantee.expired"]
    assert "担保继续有效" not in words(desk, KIND, document)
    guarantee["period_until"] = "2026-09-15"
    document["letter"]["acknowledge"] = ["guarantee.request_guarantor"]
    assert "丙方此前已提供的担保继续有效" in words(desk, KIND, document)


def test_what_is_lost_with_a_guarantor_who_does_not_sign_must_be_read(desk: Desk) -> None:
    document = agreement(sureties=[])
    assert stopped(desk, KIND, document) == {"paper.repayment.guarantor_absent": "/letter/repayment/sureties"}
    document["letter"]["acknowledge"] = ["paper.repayment.guarantor_absent"]
    letter = made(desk, KIND, document)
    [finding] = [each for each in letter.notices if each.code == "paper.repayment.guarantor_absent"]
    assert finding.facts["on"] == "2027-01-31"  # six months from 2026-07-31 (民法典 692)
    said = words(desk, KIND, document)
    assert "第五条　送达地址" in said and "保证人" not in said.split("第九条")[0].split("第一条")[0]


def test_a_guarantor_whom_no_contract_names_brings_its_own_particulars(desk: Desk) -> None:
    new = {"name": "新示例投资有限公司", "mode": "general", "period_until": "2028-06-30", "maximum": "500000"}
    known = agreement()["letter"]["repayment"]["sureties"][0]
    document = agreement(sureties=[known, new])
    assert stopped(desk, KIND, document) == {
        "paper.repayment.guarantor_address": "/letter/repayment/sureties/1/address"
    }
    document["letter"]["repayment"]["sureties"][1]["address"] = "浙江省示例市示例路 5 号"
    said = words(desk, KIND, document)
    assert "丙方二（保证人）：新示例投资有限公司" in said
    assert "向甲方提供一般保证" in said and "最高限额为人民币500,000.00元" in said


def test_a_sale_by_instalments_is_accelerated_by_a_fifth_of_its_price(desk: Desk) -> None:
    document = agreement()
    contract = document["account"]["contracts"][0]  # 1,434,750.50; a fifth is 286,950.10
    contract["instalments"] = 3
    assert set(stopped(desk, KIND, document)) == {"paper.repayment.instalment_sale"}
    contract["instalments"] = 2
    assert stopped(desk, KIND, document) == {}
    contract["instalments"] = 3
    contract["amount"] = "1383252.50"  # a fifth is what the last instalment comes to
    assert stopped(desk, KIND, document) == {}


def test_after_limitation_the_agreement_bars_the_defence_and_a_lawyer_looks_first(desk: Desk) -> None:
    document = agreement(sureties=[], instalments=plan("100000"))
    expire(document)
    assert set(stopped(desk, KIND, document)) == {"limitation.expired"}
    document["letter"]["acknowledge"] = ["limitation.expired"]
    assert "paper.agreement.expired" in told(made(desk, KIND, document))
    said = words(desk, KIND, document)
    assert "不得以诉讼时效期间届满为由提出抗辩（《民法典》第一百九十二条第二款、《诉讼时效规定》第十九条）" in said
    assert "诉讼时效自签署之日起中断" not in said


def test_bankruptcy_assignment_and_nothing_due_bar_it(desk: Desk) -> None:
    document = agreement()
    answer(document, "bankruptcy_accepted", "yes")
    answer(document, "claim_assigned", "yes")
    assert {"bar.bankruptcy", "bar.assigned"} <= set(stopped(desk, KIND, document))
    document = agreement()
    document["account"]["invoices"] = document["account"]["invoices"][-1:]
    document["account"]["payments"] = []
    assert "paper.agreement.nothing_due" in stopped(desk, KIND, document)


def test_that_all_was_received_is_confirmed_only_where_we_declare_that_we_performed(desk: Desk) -> None:
    assert "均已收到并验收" in words(desk, KIND, agreement())
    document = agreement()
    answer(document, "own_performance_outstanding", "unknown")
    assert "均已收到并验收" not in words(desk, KIND, document)


def test_of_what_is_contested_the_debtor_confirms_nothing_and_the_creditor_gives_up_nothing(desk: Desk) -> None:
    document = agreement(instalments=plan("300000.00", "300000.00", "176650.50"))
    contest(document, "103", "100000.00")
    said = words(desk, KIND, document)
    part = "发票25327000000000000103中存在异议的人民币100,000.00元"
    assert "乙方确认尚欠本金人民币776,650.50元" in said
    assert f"乙方确认，除{part}所对应的部分外，上列发票对应的货物或者服务均已收到并验收" in said
    assert f"上表的未付金额不包括{part}，该部分不在上述确认的本金之内。对乙方提出的异议，甲方不予认可" in said
    english = words(desk, KIND, document, Language.EN)
    contested = "RMB 100,000.00 of invoice 25327000000000000103, which is contested"
    assert f"Party B confirms that, save as to {contested}, it has received and accepted" in english
    assert "Party A does not accept Party B's objection; its claim to the amounts contested is reserved" in english


def test_an_invoice_contested_whole_is_no_part_of_the_table_and_the_rest_is_without_objection(desk: Desk) -> None:
    document = agreement(instalments=plan("300000.00", "258000.00", days=("2026-10-30", "2026-11-30")))
    contest(document, "103", "318650.50")
    said = words(desk, KIND, document)
    assert "25327000000000000103" not in said.split("还款计划")[0].split("已到期未付款项")[1]
    assert "乙方确认，上列发票对应的货物或者服务均已收到并验收，乙方对其数量、质量和价款没有异议。" in said
    assert "对乙方提出的异议，甲方不予认可；甲方对该部分款项的权利予以保留，将另行主张。未列入上表的款项" in said


def test_disputes_go_where_the_contracts_say_unless_the_agreement_says_otherwise(desk: Desk) -> None:
    document = agreement()
    document["account"]["contracts"][1]["dispute_clause"] = "因本合同发生的争议，提交示例仲裁委员会仲裁。"
    assert set(stopped(desk, KIND, document)) == {"paper.agreement.clauses_differ"}
    document["letter"]["repayment"]["dispute_clause"] = "由甲方住所地人民法院管辖。"
    said = words(desk, KIND, document)
    assert "因本协议及原合同发生的争议：“由甲方住所地人民法院管辖。”" in said


@pytest.mark.parametrize(
    ("how", "article"), [("notarised", "第二百四十九条"), ("confirmed", "第二百零五条"), ("none", "")]
)
def test_it_says_how_it_is_enforced(desk: Desk, how: str, article: str) -> None:
    said = words(desk, KIND, agreement(enforcement=how))
    assert ("第八条　强制执行效力" in said) == bool(article)
    assert not article or f"《民事诉讼法》{article}" in said


def test_without_the_debtors_address_no_service_is_agreed(desk: Desk) -> None:
    document = agreement()
    del document["account"]["debtor"]["address"]
    assert stopped(desk, KIND, document).get("paper.agreement.address_unknown") == "/account/debtor/address"
