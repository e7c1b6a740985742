"""What the sender must have read for one letter."""

from __future__ import annotations

import pytest

from docgen.accounts.account import Account, Answer, EventKind, Proof, Question
from docgen.accounts.contract import ContractKind, GuaranteeMode, LateRate
from docgen.accounts.party import Size
from docgen.errors import Severity
from docgen.escalation.cautions import cautions
from docgen.law import assess
from docgen.law.statutes import LawData
from docgen.messages import Messages
from tests.accounts.builders import account, clause, contract, creditor, day, debtor, event, guarantee, invoice

KINDS = [
    ("payment_reminder", None),
    ("balance_confirmation", "accounts"),
    ("balance_confirmation", "demand"),
    ("demand_letter", None),
    ("lawyers_letter", None),
    ("payment_order_application", None),
]


def warned(given: Account, law: LawData, code: str) -> list[str]:
    """The letters, confirmations with their purpose, for which this is a warning."""
    assessment = assess(given, law)
    return [
        f"{kind}/{purpose}" if purpose else kind
        for kind, purpose in KINDS
        for each in cautions(kind, given, assessment, purpose=purpose)
        if each.code == code and each.severity is Severity.WARNING
    ]


@pytest.mark.parametrize(
    ("code", "given", "kinds"),
    [
        ("caution.invoice_first", account(contracts=[contract(invoice_first=True)]), ["payment_order_application"]),
        ("caution.invoice_first", account(contracts=[contract(invoice_first=None)]), []),
        (
            "caution.arbitration",
            account(contracts=[contract(dispute_clause="因本合同引起的争议提交杭州仲裁委员会仲裁")]),
            ["payment_order_application"],
        ),
        ("caution.arbitration", account(contracts=[contract(dispute_clause="由原告住所地人民法院管辖")]), []),
        (
            "caution.general_guarantee",
            account(contracts=[contract(guarantees=(guarantee(GuaranteeMode.UNCLEAR),))]),
            ["payment_order_application"],
        ),
        ("caution.general_guarantee", account(contracts=[contract(guarantees=(guarantee(),))]), []),
        (
            "caution.dispute_without_amount",
            account(declared={Question.WRITTEN_DISPUTE: Answer.YES}),
            ["demand_letter", "lawyers_letter"],
        ),
        (
            "interest.by_analogy",
            account(contracts=[contract(kind=ContractKind.SERVICES)]),
            ["demand_letter", "lawyers_letter"],  # the order does not claim interest that no document agrees
        ),
        (
            "interest.before_sme_regulation",
            account(
                creditor=creditor(size=Size.SMALL),
                debtor=debtor(size=Size.LARGE),
                invoices=[invoice(issued="2020-05-01", due="2020-06-30")],
                history=[
                    event(EventKind.DEMAND, "2022-06-30", Proof.ARRIVED),
                    event(EventKind.DEMAND, "2025-06-01", Proof.ARRIVED),
                ],
            ),
            ["demand_letter", "lawyers_letter"],
        ),
        (
            "caution.own_performance",
            account(declared={Question.OWN_PERFORMANCE_OUTSTANDING: Answer.YES}),
            ["demand_letter", "lawyers_letter"],  # the payment order is barred by its gate
        ),
        (
            "caution.due_today",
            account(invoices=[invoice("A"), invoice("B", due="2026-06-30")]),
            ["demand_letter", "lawyers_letter", "payment_order_application"],
        ),
        (
            "caution.promise_running",
            account(history=[event(EventKind.PROMISE, "2026-05-01", Proof.SIGNED, promised_on=day("2026-07-01"))]),
            ["demand_letter", "lawyers_letter", "payment_order_application"],
        ),
        (
            "caution.promise_running",
            account(history=[event(EventKind.PROMISE, "2026-05-01", Proof.SIGNED, promised_on=day("2026-06-30"))]),
            [],
        ),
        (
            "caution.judgment",
            account(history=[event(EventKind.JUDGMENT_EFFECTIVE, "2026-05-01")]),
            [f"{kind}/{purpose}" if purpose else kind for kind, purpose in KINDS if purpose != "accounts"],
        ),
        (
            "booked_up_to.stale",
            account(booked_up_to="2026-05-01"),
            [f"{kind}/{purpose}" if purpose else kind for kind, purpose in KINDS],
        ),
    ],
)
def test_a_warning_concerns_these_letters(law: LawData, code: str, given: Account, kinds: list[str]) -> None:
    assert warned(given, law, code) == kinds


def test_a_clean_account_needs_nothing_acknowledged(law: LawData) -> None:
    assessment = assess(account(), law)
    for kind, purpose in KINDS:
        told = cautions(kind, account(), assessment, purpose=purpose)
        assert [each.code for each in told if each.severity is Severity.WARNING] == []


def test_the_notices_of_the_account_are_told_with_each_letter_but_those_on_interest_where_none_is_stated(
    law: LawData, messages: Messages
) -> None:
    given = account(contracts=[contract(kind=ContractKind.SERVICES, signed_on="2020-01-01")])
    assessment = assess(given, law)
    told = {
        kind: {each.code for each in cautions(kind, given, assessment)}
        for kind in ("payment_reminder", "demand_letter")
    }
    assert told["demand_letter"] == {each.code for each in assessment.notices}
    assert told["demand_letter"] - told["payment_reminder"] == {"interest.by_analogy", "sme.size_not_stated"}
    for each in assessment.notices:
        for language in ("zh", "en"):
            assert messages.say(each, language)


def test_interest_that_a_payment_order_does_claim_keeps_its_warnings(law: LawData) -> None:
    given = account(contracts=[contract(late_payment=clause(LateRate.PER_YEAR, "0.12"))])
    told = {each.code for each in cautions("payment_order_application", given, assess(given, law))}
    assert "interest.high_agreed_rate" in told
