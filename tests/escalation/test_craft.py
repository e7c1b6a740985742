"""What the handbooks say: chosen by age, promises and the words of contracts; every line in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

import schemas
from docgen.accounts.account import Account
from docgen.accounts.contract import Contract, DueGround, DueTerms, Guarantee, LatePaymentClause, LateRate
from docgen.accounts.party import Party
from docgen.escalation.craft import advice, read
from docgen.usecases import Desk
from docgen.usecases.decision import decide_account, decision_answer, told


@pytest.fixture
def account(example: Any) -> Account:
    return schemas.load(example("demand_letter")).account


def codes(desk: Desk, account: Account) -> list[str]:
    return [each.line.code for each in advice(desk.craft, decide_account(desk, account), account)]


def with_contract(account: Account, **changed: Any) -> Account:
    """The account with its first contract changed, and everything under it left as it is."""
    return replace(account, contracts=(replace(account.contracts[0], **changed), *account.contracts[1:]))


def faults(found: Iterable[str]) -> set[str]:
    return {code.removeprefix("contract.") for code in found if code.startswith("contract.")}


def test_every_line_is_told_in_both_languages_with_its_source(desk: Desk) -> None:
    assert len({line.code for line in desk.craft.lines}) == len(desk.craft.lines) > 50
    for line in desk.craft.lines:
        for language in ("zh", "en"):
            assert line.say[language] and line.source[language] and line.topic_said[language]
            assert bool(line.answer[language]) == (line.topic == "payer")
    assert [len(desk.craft.of(topic)) for topic in ("six", "nine", "payer", "traps")] == [6, 9, 7, 3]


def test_a_line_with_a_condition_that_there_is_not_is_refused() -> None:
    text = '[topics]\na = { zh = "甲", en = "A" }\n[sources]\nb = { zh = "乙", en = "B" }\n'
    line = '[[advice]]\ncode = "x"\ntopic = "a"\nsource = "b"\nzh = "一"\nen = "one"\n'
    assert read(text + line).lines[0].say["en"] == "one"
    with pytest.raises(KeyError):
        read(f'{text}{line}when = "tuesday"\n')


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (1, "recovery.two_months"),
        (60, "recovery.two_months"),
        (61, "recovery.hundred_days"),
        (100, "recovery.hundred_days"),
        (101, "recovery.half_year"),
        (180, "recovery.half_year"),
        (181, "recovery.year"),
        (365, "recovery.year"),
        (366, "recovery.over_year"),
        (730, "recovery.over_year"),
        (731, "recovery.over_two_years"),
    ],
)
def test_the_older_the_debt_the_less_is_recovered(desk: Desk, account: Account, days: int, code: str) -> None:
    decision = replace(decide_account(desk, account), days_overdue=days)
    found = [each.line.code for each in advice(desk.craft, decision, account)]
    assert [one for one in found if one.startswith("recovery.")] == [code]


def test_before_the_due_date_nothing_is_said_of_recovery_or_of_calls(desk: Desk, account: Account) -> None:
    decision = replace(decide_account(desk, account), days_overdue=-3)
    found = {each.line.topic for each in advice(desk.craft, decision, account)}
    assert "before" in found and not found & {"recovery", "call", "promise", "grace"}


def test_a_promise_is_broken_on_the_day_after_its_day(desk: Desk, account: Account) -> None:
    promised = next(event.promised_on for event in account.history if event.promised_on)
    for day, broken in ((promised, False), (promised + dt.timedelta(days=1), True)):
        assert ("promise.kept_short" in codes(desk, replace(account, as_of=day))) is broken


def test_the_contracts_of_the_example_are_sound(desk: Desk, account: Account) -> None:
    assert faults(codes(desk, account)) == set()


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"payment_terms": "货物验收后付款。"}, "acceptance_without_day"),
        (
            {"payment_terms": None, "due": DueTerms(ground=DueGround.AFTER_ACCEPTANCE, days=30)},
            "acceptance_without_day",
        ),
        ({"payment_terms": "买方于10月以后付清货款。"}, "after_a_month"),
        ({"payment_terms": "贷到付款。"}, "miswritten"),
        ({"late_payment": LatePaymentClause(rate=LateRate.NONE)}, "no_rate"),
        ({"service_clause": None}, "no_service_address"),
        ({"pays_costs": False}, "no_costs_clause"),
        ({"guarantees": (Guarantee(guarantor=Party(name="示例担保有限公司")),)}, "no_guarantee_period"),
        ({"dispute_clause": "可以向人民法院起诉，也可以向某某仲裁委员会申请仲裁。"}, "court_or_arbitration"),
    ],
)
def test_each_fault_of_a_contract_is_found_and_named_with_its_contract(
    desk: Desk, account: Account, changed: dict[str, Any], fault: str
) -> None:
    changed_account = with_contract(account, **changed)
    assert faults(codes(desk, changed_account)) == {fault}
    answer = decision_answer(decide_account(desk, changed_account), desk, "zh", changed_account)
    assert any(account.contracts[0].number in each["say"] for each in answer["advice"])


@pytest.mark.parametrize(
    "changed",
    [
        {"payment_terms": "买方收货后7日内验收，验收后30日内付款。"},
        {"payment_terms": "验收后30日内付款；收货10日内未提出异议的，视为验收合格。"},
        {"payment_terms": "买方于10月8日前付清货款。"},
        {"payment_terms": "货到付款。"},
        {"late_payment": None},  # not known is not the same as none
        {"pays_costs": None},
        {"dispute_clause": "提交某某仲裁委员会仲裁。"},
    ],
)
def test_what_is_in_order_or_not_known_is_no_fault(desk: Desk, account: Account, changed: dict[str, Any]) -> None:
    assert faults(codes(desk, with_contract(account, **changed))) == set()


def test_a_contract_under_which_nothing_is_billed_loses_nothing_yet(desk: Desk, account: Account) -> None:
    other = replace(account, contracts=(*account.contracts, Contract(number="C-9", pays_costs=False)))
    assert faults(codes(desk, other)) == set()


@pytest.mark.parametrize("reader", ["zh", "en"])
def test_advice_stands_beside_the_decision_and_changes_nothing_in_it(desk: Desk, account: Account, reader: str) -> None:
    decision = decide_account(desk, account)
    without = decision_answer(decision, desk, reader)
    answer = decision_answer(decision, desk, reader, account)
    assert without.pop("advice") == [] and (given := answer.pop("advice"))
    assert answer == without
    assert all(set(each) == {"code", "topic", "say", "source"} and "{" not in each["say"] for each in given)


def test_a_working_paper_is_told_the_hours_of_the_policy(desk: Desk, account: Account) -> None:
    assert told(desk, account, "zh")["contacts"] == {"from": "09:00", "to": "20:00", "most_a_week": 3}
