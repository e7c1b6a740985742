"""What the sender must have read for one letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.accounts.account import Account, Answer, EventKind, Proof, Question
from docgen.accounts.contract import ContractKind, GuaranteeMode, LateRate, LprChoice
from docgen.accounts.party import Size
from docgen.errors import Finding, Severity
from docgen.escalation.cautions import cautions
from docgen.escalation.planned import Planned
from docgen.law import assess
from docgen.law.choice import ImputationOrder, InterestChoice, InterestRule
from docgen.law.statutes import LawData
from docgen.messages import Messages
from tests.accounts.builders import account, clause, contract, creditor, day, debtor, event, guarantee, invoice, payment

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
            "caution.no_interruption_in_time",  # ends on 28 September 2026, 90 days ahead
            account(invoices=[invoice(issued="2023-09-01", due="2023-09-28")]),
            ["balance_confirmation/accounts"],
        ),
        ("caution.no_interruption_in_time", account(invoices=[invoice(issued="2023-09-01", due="2023-09-29")]), []),
        (
            "interest.excessive_agreed_rate",  # 36.5 % a year, more than 18.25 %
            account(contracts=[contract(late_payment=clause(value="0.001"))]),
            ["demand_letter", "lawyers_letter", "payment_order_application"],
        ),
        ("interest.excessive_agreed_rate", account(contracts=[contract(late_payment=clause(value="0.0005"))]), []),
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
def test_a_warning_concerns_these_letters(
    law: LawData, messages: Messages, code: str, given: Account, kinds: list[str]
) -> None:
    assert warned(given, law, code) == kinds
    for kind, purpose in KINDS:
        for each in cautions(kind, given, assess(given, law), purpose=purpose):
            assert messages.say(each, "zh")
            assert messages.say(each, "en")


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


def informed(given: Account, law: LawData, code: str, choice: InterestChoice | None = None) -> list[str]:
    """The letters that tell this without asking for anything."""
    assessment = assess(given, law, choice or InterestChoice())
    return [
        f"{kind}/{purpose}" if purpose else kind
        for kind, purpose in KINDS
        for each in cautions(kind, given, assessment, purpose=purpose)
        if each.code == code and each.severity is Severity.INFORMATION
    ]


FLOATING = InterestChoice(lpr=LprChoice.FLOATING)
LONG_YEAR = InterestChoice(day_count=360)
COSTS_FIRST = InterestChoice(imputation=ImputationOrder.ARTICLE_561)
PENALTY_PAID = account(
    contracts=[contract(late_payment=clause())], payments=[payment("2026-05-01", "50000", names=["FP-1"])]
)
AGREED_561 = account(
    contracts=[contract(late_payment=clause(), imputation_561=True)],
    payments=[payment("2026-05-01", "50000", names=["FP-1"])],
)
STATES_INTEREST = ["demand_letter", "lawyers_letter"]


@pytest.mark.parametrize(
    ("code", "given", "choice", "kinds"),
    [
        ("caution.invoice_first", account(contracts=[contract(invoice_first=True)]), None, STATES_INTEREST),
        ("caution.no_interruption", account(), None, ["balance_confirmation/accounts"]),
        ("caution.no_interruption", account(payments=[payment("2026-05-01", "100000")]), None, []),
        ("caution.interest_left_out", account(), None, ["payment_order_application"]),
        ("caution.interest_left_out", account(), InterestChoice(rule=InterestRule.NONE), []),
        ("caution.interest_left_out", account(contracts=[contract(late_payment=clause())]), None, []),
        ("interest.floating_rate", account(), FLOATING, STATES_INTEREST),
        ("interest.floating_rate", account(), None, []),
        ("interest.year_of_360_days", account(), LONG_YEAR, STATES_INTEREST),
        ("interest.year_of_360_days", account(), None, []),
        ("imputation.penalty_unsettled", PENALTY_PAID, COSTS_FIRST, [*STATES_INTEREST, "payment_order_application"]),
        ("imputation.penalty_unsettled", PENALTY_PAID, None, []),
        ("imputation.penalty_unsettled", AGREED_561, None, []),  # the contract says so
    ],
)
def test_what_is_not_settled_is_told_with_these_letters(
    law: LawData, messages: Messages, code: str, given: Account, choice: InterestChoice | None, kinds: list[str]
) -> None:
    assert informed(given, law, code, choice) == kinds
    for language in ("zh", "en"):
        assert messages.do(Finding(code, facts={"invoices": "FP-1", "contract": "HT-1"}), language)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"dated_on": "2026-06-30", "pay_by": "2026-07-03"}, []),
        (
            {"dated_on": "2026-06-30", "pay_by": "2026-07-02"},
            [("warning", "caution.short_time", "/letter/pay_by", "2")],
        ),
        (
            {"dated_on": "2026-06-30", "pay_by": "2026-07-10", "reply_by": "2026-07-01"},
            [("warning", "caution.short_time", "/letter/reply_by", "1")],
        ),
        (
            {"dated_on": "2026-06-30", "pay_by": "2026-07-11", "reply_by": "2026-07-11"},  # a Saturday, said once
            [("information", "caution.answer_on_rest_day", "/letter/pay_by", None)],
        ),
        ({"dated_on": "2026-09-20", "pay_by": "2026-10-10"}, []),  # a Saturday on which people work
        ({"dated_on": "2026-12-20", "pay_by": "2027-01-02"}, []),  # no holidays known
    ],
)
def test_the_days_that_a_letter_sets_leave_time_and_are_working_days(
    law: LawData, messages: Messages, days: dict[str, str], told: list[tuple[str, str, str, str | None]]
) -> None:
    given = account()
    planned = Planned(**{name: day(on) for name, on in days.items()})
    said = cautions("demand_letter", given, assess(given, law), planned=planned, law=law)
    about = [each for each in said if isinstance(each.place, str) and each.place.endswith(("pay_by", "reply_by"))]
    assert [(each.severity.value, each.code, each.place, each.facts.get("days")) for each in about] == told
    assert all(messages.say(each, language) for each in about for language in ("zh", "en"))
    application = cautions("payment_order_application", given, assess(given, law), planned=planned, law=law)
    assert not [each for each in application if each.place == "/letter/pay_by"]


@pytest.mark.parametrize(
    ("court", "warned_of"),
    [
        ("杭州市余杭区人民法院", False),
        ("杭州市西湖区人民法院", True),
        ("人民法院", True),
        ("杭州市中级人民法院", False),  # barred, and no word more
        (None, False),
    ],
)
def test_a_court_whose_place_is_not_in_the_debtors_address_is_a_warning(
    law: LawData, messages: Messages, court: str | None, warned_of: bool
) -> None:
    given = account()
    said = cautions("payment_order_application", given, assess(given, law), planned=Planned(court=court))
    about = [each for each in said if each.code == "caution.court_elsewhere"]
    assert bool(about) is warned_of
    assert all((each.severity, each.place) == (Severity.WARNING, "/letter/court") for each in about)
    assert all(court and court in messages.say(each, language) for each in about for language in ("zh", "en"))
    for kind, purpose in KINDS[:-1]:
        assert not [
            each
            for each in cautions(kind, given, assess(given, law), purpose=purpose, planned=Planned(court=court))
            if each.code == "caution.court_elsewhere"
        ]


@pytest.mark.parametrize("in_writing", [None, False])
def test_an_application_that_declares_no_other_dispute_beside_a_disputed_invoice_is_a_warning(
    law: LawData, messages: Messages, in_writing: bool | None
) -> None:
    contested = invoice("F-2", amount="36000.00", disputed="36000.00")
    assert contested.dispute
    given = account(
        invoices=[invoice(), replace(contested, dispute=replace(contested.dispute, in_writing=in_writing))],
        declared={Question.OTHER_DEBTS_BETWEEN_PARTIES: Answer.NO},
    )
    assert warned(given, law, "caution.order_beside_dispute") == ["payment_order_application"]
    said = cautions("payment_order_application", given, assess(given, law))
    (found,) = [each for each in said if each.code == "caution.order_beside_dispute"]
    assert "cpl:225(1)(1)" in found.articles
    assert all(words in messages.say(found, language) for language in ("zh", "en") for words in ("F-2", "36,000.00"))
    assert not warned(account(), law, "caution.order_beside_dispute")


def test_beside_a_dispute_in_writing_the_application_is_barred_and_no_word_more_is_said(law: LawData) -> None:
    given = account(invoices=[invoice(), invoice("F-2", amount="36000.00", disputed="36000.00")])
    assert not warned(given, law, "caution.order_beside_dispute")
