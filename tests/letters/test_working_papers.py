"""The working papers, the statement of account and the offer for early payment: their sums, clauses and bars."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest

import schemas
from docgen.errors import Barred, InvalidRequest
from docgen.letters.request import Language, LetterKind
from docgen.letters.required import amiss
from docgen.usecases import Desk, Letter, make_letter, print_letter
from docgen.usecases.decision import decide_account
from docgen.usecases.letter import standing_against
from docgen.wordfile.text import text
from tests.letters.making import example

ZH, EN = Language.ZH, Language.EN
MEMO, CALL, VISIT = LetterKind.DECISION_MEMO, LetterKind.CALL_SHEET, LetterKind.VISIT_SHEET
HANDOVER, COVER = LetterKind.LAW_FIRM_HANDOVER, LetterKind.SERVICE_COVER
STATEMENT, OFFER = LetterKind.STATEMENT_OF_ACCOUNT, LetterKind.EARLY_PAYMENT_OFFER
ALL = (MEMO, CALL, VISIT, HANDOVER, COVER, STATEMENT, OFFER)
NOT_DUE, OVERDUE = "26327000000000000106", "26327000000000000105"


def made(desk: Desk, kind: LetterKind, document: Any = None, language: Language = ZH) -> Letter:
    loaded = schemas.load(document or example(kind.value), kind=kind)
    return make_letter(desk, kind, language, loaded.account, loaded.letter, loaded.notices)


def words(desk: Desk, kind: LetterKind, document: Any = None, language: Language = ZH) -> str:
    return text(made(desk, kind, document, language).docx)


def against(desk: Desk, kind: LetterKind, document: Any) -> set[str]:
    """The codes that stop a final paper."""
    try:
        made(desk, kind, document)
    except Barred as refused:
        return {finding.code for finding in refused.findings}
    return set()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", ALL)
def test_the_example_is_final_and_holds_all_its_parts(desk: Desk, kind: LetterKind, language: Language) -> None:
    letter = made(desk, kind, language=language)
    assert not letter.draft
    assert list(amiss(kind, None, text(letter.docx), language, letter.facts)) == []


# -- the memo of a decision


@pytest.mark.parametrize("language", Language)
def test_the_memo_takes_one_page(desk: Desk, language: Language) -> None:
    assert print_letter(desk, made(desk, MEMO, language=language)).pages == 1


def test_the_memo_says_what_the_engine_decided_and_why(desk: Desk) -> None:
    account = schemas.load(example(MEMO.value)).account
    decision, said = decide_account(desk, account), words(desk, MEMO)
    assert decision.policy in said and decision.law_version in said
    assert "律师函（规则E24），即日可以采取" in said and "人民币876,650.50元" in said
    assert "须经财务总监批准" in said
    for number in decision.next.invoices:
        assert number in said
    for fired in decision.fired:
        assert fired.stage.value == "side" or f"\n{fired.code} | " in said
    assert "申请支付令、提起诉讼 | E24" in said  # refused by one rule for one reason: one row
    assert "《民事诉讼法》第一百零四条" in said
    assert "2029年8月20日" in said and "1070" in said  # limitation: last day, days left
    assert "合同有没有约定付清货款之前货物仍归我方所有？" in said
    assert said.count("合同有没有约定付清货款之前货物仍归我方所有？") == 1  # asked of two contracts, told once


def test_the_memo_decides_nothing_and_can_be_made_of_a_case_that_no_letter_may_go_out_in(desk: Desk) -> None:
    assert "本身不作出任何决定" in words(desk, MEMO)
    document = example(MEMO.value)
    document["account"]["declared"]["bankruptcy_accepted"]["answer"] = "yes"
    assert "申报债权" in words(desk, MEMO, document)


def test_a_question_that_blocks_is_told_as_one(desk: Desk) -> None:
    document = example(MEMO.value)
    document["account"]["declared"]["bankruptcy_accepted"]["answer"] = "unknown"
    account = schemas.load(document).account
    blocking = [one for one in decide_account(desk, account).asked if one.blocking]
    assert ("须先答复" in words(desk, MEMO, document)) is bool(blocking)


# -- call and visit sheets


@pytest.mark.parametrize("kind", [CALL, VISIT])
def test_a_sheet_has_the_questions_the_hours_and_the_boxes(desk: Desk, kind: LetterKind) -> None:
    said = words(desk, kind)
    assert "09:00至20:00" in said and "11:30—14:00" in said
    assert "由谁验收？" in said and "要经过哪些人签字？" in said
    for payer in desk.craft.of("payer"):
        assert payer.say["zh"] in said and payer.answer["zh"] in said
    assert "2026-07-31 | 678,650.50 | 对方签章并承诺" in said  # the promise of 18 June
    assert "问明上次承诺为什么没有兑现" in said
    assert "赵示例答复资金紧张" in said
    assert "盖章）" not in said  # internal: no seal
    assert "《应收帐款管理之电话催款技巧》" in said and "是建议，不是法律" in said


def test_a_visitor_leaves_when_asked_and_takes_no_cash(desk: Desk) -> None:
    said = words(desk, VISIT)
    assert "对方请我方离开的，立即离开" in said and "不收现金" in said


def test_contacts_of_the_last_seven_days_are_counted_against_the_policy(desk: Desk) -> None:
    document = example(CALL.value)
    calls = [{"kind": "call", "on": f"2026-09-{day:02}", "proof": "none"} for day in (8, 9, 10)]
    document["account"]["history"] += calls
    assert "最近七天已联系2次" in words(desk, CALL, document)  # the 8th is the eighth day back
    document["account"]["history"].append({"kind": "call", "on": "2026-09-11", "proof": "none"})
    assert "已达上限：最近七天已联系3次，公司规定最多3次" in words(desk, CALL, document)


@pytest.mark.parametrize("kind", [CALL, VISIT])
def test_nobody_calls_or_goes_while_a_hold_stands(desk: Desk, kind: LetterKind) -> None:
    document = example(kind.value)
    document["account"]["holds"] = [{"from_on": "2026-09-01", "until": "2026-09-15", "reason": "协商中"}]
    assert "paper.sheet.hold" in against(desk, kind, document)
    document["account"]["holds"][0]["until"] = "2026-09-14"
    assert "paper.sheet.hold" not in against(desk, kind, document)


def test_a_contested_sum_is_not_commented_on(desk: Desk) -> None:
    document = example(CALL.value)
    invoice = next(each for each in document["account"]["invoices"] if each["number"] == OVERDUE)
    invoice["dispute"] = {"amount": "8000", "reason": "数量不符", "raised_on": "2026-08-10", "in_writing": True}
    said = words(desk, CALL, document)
    assert "请对方书面写明理由并附依据；不评论，不表态" in said and "8,000.00" in said


# -- the handover to a law firm


def test_a_law_firm_gets_the_file_the_clocks_and_the_reason_why_no_agency(desk: Desk) -> None:
    said = words(desk, HANDOVER)
    assert "示例律师事务所" in said and "一般代理" in said and "人民币30,000.00元" in said
    assert "此类公司不得登记设立" in said and "引用前须核对原文" in said  # from memory, and marked so
    assert "诉讼时效" in said and "2029年8月20日" in said
    assert "共3件，其中能证明送达的2件" in said
    assert "未付发票5张中5张" in said
    assert "向被告住所地人民法院提起诉讼" in said  # the dispute clause
    assert "债权人为小型企业" in said and "债务人为中型企业" in said


def test_what_is_not_on_record_is_named_as_missing(desk: Desk) -> None:
    document = example(HANDOVER.value)
    del document["account"]["contracts"][0]["service_clause"], document["account"]["contracts"][1]["service_clause"]
    document["account"]["invoices"][-1]["delivery_documents"] = []
    said = words(desk, HANDOVER, document)
    assert "缺，须补：未付发票5张中4张" in said
    assert "送达地址 | 账上没有录入" in said
    assert "送达地址条款或者地址确认书 | 缺，须补" in said


def test_a_handover_without_a_contract_waits_for_somebody_to_read_it(desk: Desk) -> None:
    document = example(HANDOVER.value)
    for invoice in document["account"]["invoices"]:
        invoice.pop("contract", None)
        invoice.setdefault("due_on", "2026-07-31")
    document["account"]["contracts"] = []
    assert "paper.law_firm_handover.no_contract" in against(desk, HANDOVER, document)


# -- the service cover


def test_the_waybill_names_contract_letter_and_sum_and_says_where_it_is_the_principal_alone(desk: Desk) -> None:
    said = words(desk, COVER)
    assert "关于HX-2025-0318、HX-2026-0107的催款函，要求支付本金876650.50元" in said
    assert "请求金额 | 本金人民币876,650.50元" in said
    document = example(COVER.value)
    document["letter"]["dispatch"]["amount"] = "902352.77"  # what the demand letter of the example asks for
    assert "要求支付902352.77元" in text(made(desk, COVER, document).docx)
    for source in ("合同约定（合同首部所列送达地址）", "登记住所地（", "对方来函（"):
        assert source in said
    assert "寄往登记住所地被退回的，也是送达的证据" in said


def test_without_destinations_the_letter_goes_where_the_record_has_it(desk: Desk) -> None:
    document = example(COVER.value)
    document["letter"]["dispatch"]["destinations"] = []
    letter = made(desk, COVER, document)
    assert "浙江省示例市滨江区江南大道88号 | 特快专递 | 合同约定" in text(letter.docx)
    assert "paper.service_cover.not_registered" in {notice.code for notice in letter.notices}
    document["account"]["debtor"].pop("address")
    assert "paper.service_cover.no_address" in against(desk, COVER, document)


def test_the_sum_is_the_letters_own_where_it_is_given(desk: Desk) -> None:
    document = example(COVER.value)
    document["letter"]["dispatch"]["amount"] = "278000"
    assert "要求支付278000.00元" in words(desk, COVER, document)


# -- the statement of account


def test_the_balance_runs_line_by_line_and_names_no_interest(desk: Desk) -> None:
    letter = made(desk, STATEMENT)
    balance = Decimal(0)
    for line in letter.facts["lines"]:  # type: ignore[attr-defined]
        balance += Decimal((line["debit"] or "0").replace(",", "")) - Decimal((line["credit"] or "0").replace(",", ""))
        assert line["balance"] == f"{balance:,.2f}"
    said = text(letter.docx)
    assert balance == Decimal("1021850.50") and "人民币1,021,850.50元（大写：" in said
    assert "其中已到期未付人民币876,650.50元" in said
    assert "不构成本公司对违约金、利息及其他权利的放弃" in said
    assert "paper.statement_of_account.no_demand" in {notice.code for notice in letter.notices}


def test_what_went_before_a_period_is_carried_forward(desk: Desk) -> None:
    document = example(STATEMENT.value)
    document["letter"]["statement_from"] = "2026-01-01"
    said = words(desk, STATEMENT, document)
    assert "期初余额 518,650.50" in said and "2025-12-15" not in said
    document["letter"]["statement_from"] = "2026-09-16"
    assert "paper.statement_of_account.after" in against(desk, STATEMENT, document)
    document["letter"]["statement_from"] = "2026-09-15"
    assert "paper.statement_of_account.after" not in against(desk, STATEMENT, document)


def test_a_balance_in_the_debtors_favour_is_said_to_be_its_own(desk: Desk) -> None:
    document = example(STATEMENT.value)
    document["account"]["payments"].append({"received_on": "2026-09-10", "amount": "1100000.00"})
    assert "本公司账上欠贵司人民币78,149.50元" in words(desk, STATEMENT, document)


def test_an_account_without_entries_has_no_statement(desk: Desk) -> None:
    document = example(STATEMENT.value)
    document["account"] |= {"invoices": [], "payments": [], "history": []}
    assert "paper.statement_of_account.empty" in against(desk, STATEMENT, document)


# -- the offer for early payment


def test_the_discount_is_taken_off_and_lapses_of_itself(desk: Desk) -> None:
    said = words(desk, OFFER)
    assert "145,200.00 | 1,452.00 | 143,748.00" in said
    assert "人民币143,748.00元（大写：人民币壹拾肆万叁仟柒佰肆拾捌元整）足额到账的，本优惠方生效" in said
    assert "自始不生效并自动失效" in said
    assert "不构成对原付款期限的变更" in said and "第五百七十五条" in said


def offer(**early: Any) -> Any:
    document = example(OFFER.value)
    document["letter"]["early_payment"] = early
    return document


def test_a_sum_may_stand_in_place_of_a_rate_but_not_beside_it(desk: Desk) -> None:
    assert "145,200.00 | 1,000.00 | 144,200.00" in words(desk, OFFER, offer(amount="1000", invoices=[NOT_DUE]))
    with pytest.raises(InvalidRequest) as refused:
        schemas.load(offer(amount="1000", percent="0.01"), kind=OFFER)
    assert [finding.code for finding in refused.value.findings] == ["paper.early_payment_offer.rate_and_sum"]


def test_an_offer_needs_a_discount_that_leaves_something_to_pay(desk: Desk) -> None:
    assert "paper.early_payment_offer.no_discount" in against(desk, OFFER, offer(invoices=[NOT_DUE]))
    code = "paper.early_payment_offer.all_of_it"
    assert code in against(desk, OFFER, offer(amount="145200", invoices=[NOT_DUE]))
    assert code not in against(desk, OFFER, offer(amount="145199.99", invoices=[NOT_DUE]))
    assert code in against(desk, OFFER, offer(percent="1", invoices=[NOT_DUE]))


def test_a_discount_beyond_a_tenth_waits_for_somebody_to_look_at_it(desk: Desk) -> None:
    code = "paper.early_payment_offer.large"
    assert code in against(
        desk, OFFER, offer(percent="0.5", invoices=[NOT_DUE])
    )  # half, where half a percent was meant
    assert made(desk, OFFER, offer(percent="0.1", invoices=[NOT_DUE])).bars == ()  # type: ignore[attr-defined]


def test_without_names_it_is_for_what_is_not_yet_overdue(desk: Desk) -> None:
    assert [row["number"] for row in made(desk, OFFER, offer(percent="0.01")).facts["items"]] == [NOT_DUE]  # type: ignore[attr-defined]


def test_an_overdue_invoice_waits_for_somebody_to_read_what_it_gives_away(desk: Desk) -> None:
    document = offer(percent="0.01", invoices=[OVERDUE])
    assert "paper.early_payment_offer.overdue" in against(desk, OFFER, document)
    document["letter"]["acknowledge"] = ["paper.early_payment_offer.overdue"]
    assert against(desk, OFFER, document) == set()


def test_the_last_day_of_the_offer_lies_before_the_due_date(desk: Desk) -> None:
    for day, barred in (("2026-10-29", False), ("2026-10-30", True)):
        document = offer(percent="0.01", invoices=[NOT_DUE])
        document["letter"]["pay_by"] = day
        assert ("paper.early_payment_offer.not_early" in against(desk, OFFER, document)) is barred, day


def test_nothing_open_means_no_offer(desk: Desk) -> None:
    assert "paper.early_payment_offer.nothing_open" in against(
        desk, OFFER, offer(percent="0.01", invoices=["25327000000000000101"])
    )


# -- whoever still fills in the form


def test_a_form_is_told_what_stands_against_a_paper_before_it_is_finished(desk: Desk) -> None:
    document = example(CALL.value)
    document["account"]["holds"] = [{"from_on": "2026-09-01", "reason": "协商中"}]
    loaded = schemas.load(json.dumps(document))
    found = standing_against(desk, CALL, ZH, loaded.account, loaded.letter)
    assert "paper.sheet.hold" in {finding.code for finding in found}
    assert loaded.account.as_of == dt.date(2026, 9, 15)
