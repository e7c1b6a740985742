"""What a contract's clauses and an agent's authority give the sender to read."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.accounts.account import Account, Answer, Question
from docgen.accounts.contract import ContractKind, GuaranteeMode
from docgen.errors import Finding, Severity
from docgen.escalation.cautions import cautions
from docgen.escalation.planned import Planned
from docgen.law import assess
from docgen.law.statutes import LawData
from docgen.messages import Messages
from tests.accounts.builders import account, contract, debtor, guarantee, invoice
from tests.escalation.test_cautions import KINDS

DEMANDS = ["demand_letter", "lawyers_letter"]


def found(given: Account, law: LawData, code: str, **planned: Any) -> dict[str, Finding]:
    """The finding of this code by letter; a letter without it is left out."""
    assessment = assess(given, law)
    return {
        f"{kind}/{purpose}" if purpose else kind: each
        for kind, purpose in KINDS
        for each in cautions(kind, given, assessment, purpose=purpose, planned=Planned(**planned), law=law)
        if each.code == code
    }


def sold_to(country: str, **terms: Any) -> Account:
    return account(debtor=debtor(country=country), contracts=[contract(**terms)])


@pytest.mark.parametrize(
    ("given", "governs"),
    [
        (sold_to("DE"), True),
        (sold_to("CN"), False),
        (sold_to("GB"), False),
        (sold_to("IN"), False),
        (sold_to("HK"), False),  # one state, though the convention holds there since 1 December 2022
        (sold_to("PT"), True),
        (sold_to("PT", signed_on="2021-09-30"), False),  # in force there from 1 October 2021
        (sold_to("DE", governing_law="GB"), False),
        (sold_to("DE", kind=ContractKind.SERVICES), False),
        (sold_to("DE", dispute_clause="本合同不适用《联合国国际货物销售合同公约》。"), False),
        (sold_to("DE", dispute_clause="The application of the CISG is excluded."), False),
        (
            sold_to("DE", dispute_clause="The UN Convention on Contracts for the International Sale of Goods applies."),
            True,
        ),
        (sold_to("DE", dispute_clause="本合同适用《联合国国际货物销售合同公约》；不适用的惯例除外。"), True),
    ],
)
def test_a_sale_between_contracting_states_is_the_conventions_unless_excluded(
    given: Account, governs: bool, law: LawData
) -> None:
    said = found(given, law, "caution.cisg")
    assert set(said) == ({*DEMANDS, "payment_order_application"} if governs else set())
    assert all(each.severity is Severity.WARNING for each in said.values())


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("可向上海仲裁委员会申请仲裁，也可向人民法院起诉。", True),
        ("由被告住所地人民法院管辖。", False),
        ("双方不提交仲裁，由被告住所地人民法院管辖。", False),
        ("提交上海仲裁委员会仲裁。", False),
    ],
)
def test_a_clause_that_offers_both_ways_is_told(clause: str, told: bool, law: LawData) -> None:
    said = found(account(contracts=[contract(dispute_clause=clause)]), law, "caution.either_way")
    assert set(said) == ({*DEMANDS, "payment_order_application"} if told else set())
    assert all(each.severity is Severity.INFORMATION for each in said.values())


def test_the_priority_of_a_construction_price_is_told_with_its_last_day(law: LawData) -> None:
    said = found(account(contracts=[contract(kind=ContractKind.CONSTRUCTION)]), law, "caution.construction_priority")
    assert list(said) == DEMANDS
    assert said["demand_letter"].facts["invoices"] == "FP-1 (2027-09-30)"  # eighteen months from 31 March 2026
    assert not found(account(), law, "caution.construction_priority")


@pytest.mark.parametrize(("answer", "told"), [(Answer.UNKNOWN, DEMANDS), (Answer.NO, []), (Answer.YES, [])])
def test_performance_that_nobody_declared_is_told_where_the_letter_speaks_of_it(
    answer: Answer, told: list[str], law: LawData
) -> None:
    given = account(declared={Question.OWN_PERFORMANCE_OUTSTANDING: answer})
    assert list(found(given, law, "caution.own_performance_unknown")) == told


@pytest.mark.parametrize(
    ("authority", "warned"),
    [
        ("特别授权", True),
        ("全权代理", True),
        ("special authority", True),
        ("特别授权：代为承认、放弃、变更请求，进行和解", False),
        ("special authority: to admit, waive or amend claims and to settle", False),
        ("一般代理", False),
        ("", False),
    ],
)
def test_a_special_authority_lists_its_powers(authority: str, warned: bool, law: LawData, messages: Messages) -> None:
    said = found(account(), law, "caution.special_authority", authorities=("一般代理", authority))
    assert list(said) == (["payment_order_application"] if warned else [])
    for each in said.values():
        assert (each.severity, each.place) == (Severity.WARNING, "/letter/agents/1/authority")
        assert authority in messages.say(each, "zh")


def test_a_lost_guarantee_holds_up_the_letters_that_assert_default(law: LawData) -> None:
    given = account(
        contracts=[contract(guarantees=(guarantee(GuaranteeMode.JOINT),))],
        invoices=[invoice(issued="2025-09-01", due="2025-09-30")],
    )
    by_letter = {kind: each.severity for kind, each in found(given, law, "guarantee.expired").items()}
    assert {kind for kind, severity in by_letter.items() if severity is Severity.WARNING} == {
        *DEMANDS,
        "payment_order_application",
    }
    assert len(by_letter) == len(KINDS)
