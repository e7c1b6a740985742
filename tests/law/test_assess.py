"""An assessment, by accounts small enough to be worked by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from docgen.accounts.account import Account, Answer, EventKind, Proof, Question
from docgen.accounts.aging import AgingBucket
from docgen.accounts.contract import ContractKind, GuaranteeMode, LateRate, LprChoice, PenaltyBase
from docgen.accounts.party import Size
from docgen.errors import InvalidRequest, Severity
from docgen.law import assess
from docgen.law.assessment import Assessment, Fee, GateState, Interest, Missing, Standing
from docgen.law.choice import ImputationOrder, InterestChoice, InterestRule
from docgen.law.statutes import LawData
from tests.accounts.builders import (
    account,
    clause,
    contract,
    credit_note,
    creditor,
    day,
    debtor,
    event,
    guarantee,
    invoice,
    payment,
)


def interest(assessment: Assessment) -> Interest:
    found = assessment.chosen.interest
    assert isinstance(found, Interest), found
    return found


def stretches(assessment: Assessment) -> list[tuple[str, str, int, Decimal, Decimal]]:
    return [
        (each.from_on.isoformat(), each.to_on.isoformat(), each.days, each.base, each.amount)
        for each in interest(assessment).segments
    ]


def codes(assessment: Assessment, severity: Severity | None = None) -> set[str]:
    return {each.code for each in assessment.notices if severity in {None, each.severity}}


def standing(assessment: Assessment) -> dict[str, Standing]:
    return {item.invoice.number: item.standing for item in assessment.chosen.items}


def under(late_payment: Any = None, **particulars: Any) -> Account:
    """The baseline account, its contract with this late-payment clause."""
    terms = {name: particulars.pop(name) for name in ("imputation_561", "kind", "signed_on") if name in particulars}
    return account(contracts=[contract(late_payment=late_payment, **terms)], **particulars)


# Balances and standings


def test_each_invoice_stands_where_its_due_date_and_its_open_part_put_it(law: LawData) -> None:
    found = assess(
        account(
            invoices=[
                invoice("settled", "100", due="2026-03-31"),
                invoice("later", "100", due="2026-07-01"),
                invoice("today", "100", due="2026-06-30"),
                invoice("late", "100", due="2026-06-29"),
                invoice("disputed", "100", disputed="100"),
                invoice("expired", "100", issued="2022-01-01", due="2022-06-30"),
                invoice("unknown", "100", due=None),
            ],
            payments=[payment("2026-04-02", "100", names=["settled"])],
        ),
        law,
    )
    assert standing(found) == {
        "settled": "settled",
        "later": "not_due",
        "today": "due",
        "late": "overdue",
        "disputed": "disputed",
        "expired": "expired",
        "unknown": "due_unknown",
    }
    totals = found.chosen.totals
    assert (totals.open, totals.not_due, totals.disputed, totals.expired) == (600, 100, 100, 100)
    assert totals.demandable == 200  # today and late
    assert [item.invoice.number for item in found.chosen.items][-1] == "unknown"


def test_the_disputed_part_is_not_demanded_and_bears_no_interest(law: LawData) -> None:
    # 60,000 x 0.039 x 91 / 365 = 583.397
    found = assess(account(invoices=[invoice(disputed="40000")]), law)
    (item,) = found.chosen.items
    assert (item.open, item.disputed, item.demandable) == (100000, 40000, 60000)
    assert interest(found).total == Decimal("583.40")
    assert "dispute.not_demanded" in codes(found)


def test_money_that_stands_against_nothing_is_taken_off_the_demand_and_said(law: LawData) -> None:
    found = assess(account(payments=[payment("2026-04-01", "100250", reference="回单 7")]), law)
    assert found.chosen.totals.unallocated == 250
    assert found.chosen.totals.demandable == 0
    (notice,) = [each for each in found.notices if each.code == "payment.unallocated"]
    assert (notice.facts["amount"], notice.facts["references"]) == ("250.00", "回单 7")


def test_a_payment_that_names_nothing_is_allocated_and_said(law: LawData) -> None:
    found = assess(account(payments=[payment("2026-05-01", "100")]), law)
    assert "payment.allocated_by_law" in codes(found)
    named = assess(account(payments=[payment("2026-05-01", "100", names=["FP-1"])]), law)
    assert "payment.allocated_by_law" not in codes(named)


def test_credits_that_name_no_invoice_are_said(law: LawData) -> None:
    notes = [
        credit_note("N1", "100", issued="2026-05-01"),
        credit_note("N2", "100", issued="2026-05-02", credits="FP-1"),
    ]
    found = assess(account(invoices=[invoice(), *notes]), law)
    assert [each.facts["credit_note"] for each in found.notices if each.code == "credit_note.applied"] == ["N1"]
    assert found.chosen.totals.credited == 200


def test_aging_counts_what_is_open_of_each_invoice(law: LawData) -> None:
    found = assess(
        account(invoices=[invoice("A", "100", due="2026-06-29"), invoice("B", "250", due="2026-07-15")]), law
    )
    assert found.chosen.aging[AgingBucket.DAYS_1_30] == 100
    assert found.chosen.aging[AgingBucket.NOT_DUE] == 250


def test_the_assessment_carries_the_statement_and_the_version_of_the_law(law: LawData) -> None:
    found = assess(account(), law)
    assert [line.reference for line in found.statement] == ["FP-1"]
    assert found.law_version == law.version


# Interest


def test_interest_without_a_clause_follows_the_loan_prime_rate_at_breach_split_at_the_payment(law: LawData) -> None:
    # 3.00 % on 2026-04-01, times 1.3 = 3.9 %. To the day of payment, counted:
    # 100,000 x 0.039 x 45 / 365 = 480.8219; after it 70,000 x 0.039 x 46 / 365 = 344.0548; together 824.8767.
    found = assess(account(payments=[payment("2026-05-15", "30000")]), law)
    assert stretches(found) == [
        ("2026-04-01", "2026-05-15", 45, 100000, Decimal("480.82")),
        ("2026-05-16", "2026-06-30", 46, 70000, Decimal("344.05")),
    ]
    assert interest(found).total == Decimal("824.88")
    assert interest(found).rounding_difference == Decimal("0.01")
    assert (interest(found).rule, interest(found).agreed, interest(found).multiplier) == ("lpr", False, Decimal("1.3"))


def test_an_agreed_daily_rate_is_used_and_marked_as_agreed(law: LawData) -> None:
    # 100,000 x 0.0005 x 91 days
    found = assess(under(clause()), law)
    assert interest(found).total == Decimal("4550.00")
    assert (interest(found).rule, interest(found).agreed) == ("clause", True)


def test_invoices_due_on_one_day_bear_the_interest_of_their_own_contracts(law: LawData) -> None:
    contracts = [contract("HT-1", late_payment=clause()), contract("HT-2", late_payment=clause(value="0.0003"))]
    invoices = [
        invoice("A", "1000", under="HT-1"),
        invoice("B", "1000", under="HT-2"),
        invoice("C", "1000", under=None),
    ]
    found = interest(assess(account(contracts=contracts, invoices=invoices), law))
    assert {each.invoice: (each.rule, str(each.rate)) for each in found.segments} == {
        "A": ("clause", "0.0005"),
        "B": ("clause", "0.0003"),
        "C": ("lpr_static", "0.039"),  # 3.00 % by 1.3
    }


def test_nothing_accrues_in_the_days_of_grace(law: LawData) -> None:
    # From 2026-04-11: 81 days x 50
    found = assess(under(clause(grace_days=10)), law)
    assert stretches(found) == [("2026-04-11", "2026-06-30", 81, 100000, Decimal("4050.00"))]


def test_the_penalty_stops_on_the_day_on_which_it_reaches_its_cap(law: LawData) -> None:
    # 3 % of 100,000 = 3,000; at 50 a day that is 60 days, to 2026-05-30.
    found = assess(under(clause(cap=Decimal("0.03"))), law)
    assert stretches(found) == [("2026-04-01", "2026-05-30", 60, 100000, Decimal("3000.00"))]
    assert interest(found).total == 3000
    assert interest(found).capped
    assert "interest.capped" in codes(found)


def test_the_cap_may_be_reached_within_a_day(law: LawData) -> None:
    # 3.04 % = 3,040: sixty days and the greater part of the next.
    found = assess(under(clause(cap=Decimal("0.0304"))), law)
    assert stretches(found) == [("2026-04-01", "2026-05-31", 61, 100000, Decimal("3040.00"))]


def test_a_penalty_on_the_whole_invoice_ignores_part_payments(law: LawData) -> None:
    found = assess(under(clause(base=PenaltyBase.INVOICE), payments=[payment("2026-04-10", "60000")]), law)
    assert interest(found).total == 4550


def test_a_credit_note_lowers_the_base_from_its_own_day(law: LawData) -> None:
    # 30 days x 50 + 61 days x 40
    note = credit_note("N1", "20000", issued="2026-05-01", credits="FP-1")
    found = assess(under(clause(), invoices=[invoice(), note]), law)
    assert stretches(found) == [
        ("2026-04-01", "2026-04-30", 30, 100000, Decimal("1500.00")),
        ("2026-05-01", "2026-06-30", 61, 80000, Decimal("2440.00")),
    ]


def test_money_that_waited_for_the_invoice_never_bears_interest(law: LawData) -> None:
    # 91 days x 30: the 40,000 came in January, the invoice in March.
    found = assess(under(clause(), payments=[payment("2026-01-15", "40000")]), law)
    assert interest(found).total == 2730
    assert "payment.waited" in codes(found)


def test_fractions_of_cents_of_several_invoices_add_up_before_they_are_rounded(law: LawData) -> None:
    # 0.10 x 0.0005 x 91 = 0.00455, printed as 0.00; twice that is 0.0091.
    found = assess(under(clause(), invoices=[invoice("A", "0.10"), invoice("B", "0.10")]), law)
    assert (interest(found).total, interest(found).rounding_difference) == (Decimal("0.01"), Decimal("0.01"))


def test_money_left_over_by_the_invoice_it_waited_for_counts_for_others_from_that_day(law: LawData) -> None:
    # 700 named for B, which is issued on 2026-05-01 for 500: 200 go to A that day, not before.
    # A: 31 days (April, 1 May) x 0.50 + 60 days x 0.40 = 39.50
    found = assess(
        under(
            clause(),
            invoices=[
                invoice("A", "1000"),
                invoice("B", "500", issued="2026-05-01", due="2026-12-31"),
            ],
            payments=[payment("2026-03-10", "700", names=["B"])],
        ),
        law,
    )
    assert interest(found).total == Decimal("39.50")


def test_a_floating_rate_changes_on_the_day_of_publication(law: LawData) -> None:
    # due 2024-01-10, to 2024-10-30: 3.45 % for 193 days, 3.35 % for 91, 3.10 % for 10; each times 1.5
    found = assess(
        account(
            as_of="2024-10-30",
            contracts=[contract(signed_on="2023-11-01")],
            invoices=[invoice(amount="1000000", issued="2023-12-01", due="2024-01-10")],
        ),
        law,
        InterestChoice(multiplier=Decimal("1.5"), lpr=LprChoice.FLOATING),
    )
    assert [(each.days, each.reference_rate) for each in interest(found).segments] == [
        (193, Decimal("0.0345")),
        (91, Decimal("0.0335")),
        (10, Decimal("0.0310")),
    ]
    assert interest(found).total == Decimal("41165.75")


def test_a_breach_before_the_loan_prime_rate_takes_the_benchmark_up_to_2019_08_19(law: LawData) -> None:
    # 4.35 % x 1.5 for 415 days = 7,418.84; 4.25 % x 1.5 for 316 days = 5,519.18; 12,938.01 rounded once
    found = assess(
        account(
            as_of="2020-06-30",
            contracts=[contract(signed_on="2018-01-01")],
            invoices=[invoice(issued="2018-05-01", due="2018-06-30")],
        ),
        law,
        InterestChoice(multiplier=Decimal("1.5")),
    )
    assert [(each.rule, each.days, each.amount) for each in interest(found).segments] == [
        ("benchmark", 415, Decimal("7418.84")),
        ("lpr_static", 316, Decimal("5519.18")),
    ]
    assert interest(found).total == Decimal("12938.01")
    assert interest(found).rounding_difference == Decimal("-0.01")


def test_a_small_creditor_of_a_large_debtor_without_a_clause_gets_the_regulations_rate(law: LawData) -> None:
    # 294 days x 0.05 % x 1,000,000
    found = assess(
        account(
            as_of="2026-10-21",
            creditor=creditor(size=Size.SMALL),
            debtor=debtor(size=Size.LARGE),
            contracts=[contract(signed_on="2025-09-01")],
            invoices=[invoice(amount="1000000", issued="2025-11-01", due="2025-12-31")],
        ),
        law,
    )
    assert found.sme_applies is True
    assert interest(found).total == 147000
    assert interest(found).rule == "sme"


def test_sizes_that_nobody_stated_leave_the_regulation_open_and_say_so(law: LawData) -> None:
    found = assess(account(), law)
    assert found.sme_applies is None
    assert "sme.size_not_stated" in codes(found, Severity.INFORMATION)
    assert assess(account(debtor=debtor(size=Size.MEDIUM)), law).sme_applies is False


def test_a_rate_that_is_not_in_the_law_data_makes_only_the_interest_missing_and_what_needs_it(law: LawData) -> None:
    found = assess(account(as_of="2026-11-22", invoices=[invoice(issued="2026-09-01", due="2026-10-25")]), law)
    assert isinstance(found.chosen.interest, Missing)
    assert found.chosen.interest.finding.code == "lpr.stale"
    assert found.chosen.totals.demandable == 100000
    assert any(isinstance(fee, Fee) for fee in found.fees)


def test_foreign_money_without_a_clause_has_neither_interest_nor_fees(law: LawData) -> None:
    found = assess(account(contracts=[contract(currency="USD")]), law)
    assert isinstance(found.chosen.interest, Missing)
    assert [type(fee) for fee in found.fees] == [Missing]


def test_interest_can_be_left_out(law: LawData) -> None:
    found = assess(under(clause()), law, InterestChoice(rule=InterestRule.NONE))
    assert (interest(found).total, interest(found).rule, interest(found).segments) == (0, "none", ())


def test_interest_can_run_to_another_day(law: LawData) -> None:
    found = assess(under(clause()), law, until=day("2026-04-10"))
    assert interest(found).total == 500
    assert interest(found).until == day("2026-04-10")


def test_a_multiplier_beyond_the_law_is_refused(law: LawData) -> None:
    with pytest.raises(InvalidRequest) as refused:
        assess(account(), law, InterestChoice(multiplier=Decimal("1.6")))
    assert refused.value.findings[0].place == "/letter/interest/multiplier"


def test_an_invoice_paid_late_but_in_full_is_named_and_not_charged(law: LawData) -> None:
    found = assess(
        under(
            clause(),
            invoices=[invoice("A", "1000"), invoice("B", "1000", due="2026-05-31")],
            payments=[payment("2026-04-10", "1000", names=["A"])],
        ),
        law,
    )
    assert {each.invoice for each in interest(found).segments} == {"B"}
    (notice,) = [each for each in found.notices if each.code == "interest.settled_late"]
    assert notice.facts["invoices"] == "A"


def test_an_expired_invoice_is_neither_demanded_nor_charged(law: LawData) -> None:
    found = assess(under(clause(), invoices=[invoice(issued="2022-05-01", due="2022-06-30")]), law)
    assert found.chosen.totals.expired == 100000
    assert found.chosen.totals.demandable == 0
    assert interest(found).total == 0
    assert "limitation.expired" in codes(found, Severity.WARNING)


# Orders of imputation


def by_561(**particulars: Any) -> Account:
    particulars.setdefault("payments", [payment("2026-05-15", "50000")])
    return under(clause(), invoices=[invoice(amount="200000")], **particulars)


def test_by_article_561_a_payment_meets_costs_and_interest_before_the_principal(law: LawData) -> None:
    # Accrued to 2026-05-15: 45 days x 100 = 4,500. 50,000 - 3,000 - 4,500 = 42,500; 157,500 left.
    # Then 46 days x 78.75 = 3,622.50.
    found = assess(by_561(), law, InterestChoice(imputation=ImputationOrder.ARTICLE_561), costs=Decimal(3000))
    assert found.chosen.order is ImputationOrder.ARTICLE_561
    (item,) = found.chosen.items
    (applied,) = item.applied
    assert (applied.costs, applied.interest, applied.principal) == (3000, 4500, 42500)
    assert (item.open, found.chosen.costs) == (157500, 0)
    assert (interest(found).accrued, interest(found).paid, interest(found).total) == (
        Decimal("8122.50"),
        4500,
        Decimal("3622.50"),
    )
    assert "costs.undated" in codes(found)


def test_without_payments_both_orders_come_to_the_same(law: LawData) -> None:
    found = assess(under(clause(), invoices=[invoice("A", "100"), invoice("B", "200", due="2026-05-31")]), law)
    assert (found.chosen.order, found.alternative.order) == (
        ImputationOrder.PRINCIPAL_FIRST,
        ImputationOrder.ARTICLE_561,
    )
    assert replace(found.alternative, order=found.chosen.order) == found.chosen


def test_the_other_order_is_shown_beside_the_chosen_one(law: LawData) -> None:
    # Principal first: 150,000 left; 45 days x 100 + 46 days x 75 = 7,950, nothing of it paid.
    found = assess(by_561(), law)
    assert found.chosen.order is ImputationOrder.PRINCIPAL_FIRST
    assert found.chosen.totals.open == 150000
    assert interest(found).total == 7950
    other = found.alternative
    assert other.order is ImputationOrder.ARTICLE_561
    assert other.totals.open == 154500  # 200,000 - (50,000 - 4,500)


def test_a_contract_that_agrees_on_article_561_is_followed(law: LawData) -> None:
    found = assess(by_561(imputation_561=True), law)
    assert found.chosen.order is ImputationOrder.ARTICLE_561


def test_contracts_that_disagree_on_the_order_are_settled_principal_first_with_a_warning(law: LawData) -> None:
    found = assess(
        account(
            contracts=[contract("HT-1", imputation_561=True), contract("HT-2")],
            invoices=[invoice("A", "100", under="HT-1"), invoice("B", "100", under="HT-2")],
        ),
        law,
    )
    assert found.chosen.order is ImputationOrder.PRINCIPAL_FIRST
    assert "imputation.mixed" in codes(found, Severity.WARNING)


def test_a_debt_paid_off_by_article_561_owes_no_last_cent_of_interest(law: LawData) -> None:
    # 333.33 x 0.0005 x 10 = 1.66665, paid as 1.67 with the principal: nothing is left.
    found = assess(
        under(clause(), invoices=[invoice(amount="333.33")], payments=[payment("2026-04-10", "335.00")]),
        law,
        InterestChoice(imputation=ImputationOrder.ARTICLE_561),
    )
    (item,) = found.chosen.items
    assert (item.open, item.applied[0].interest) == (0, Decimal("1.67"))
    assert (interest(found).accrued, interest(found).total) == (Decimal("1.67"), 0)


def test_costs_without_a_clause_are_a_warning(law: LawData) -> None:
    assert "costs.no_clause" in codes(assess(account(), law, costs=Decimal(100)), Severity.WARNING)
    agreed = account(contracts=[contract(pays_costs=True)])
    assert "costs.no_clause" not in codes(assess(agreed, law, costs=Decimal(100)))


# Clocks


def test_instalments_of_one_debt_share_a_clock_from_the_last_of_them(law: LawData) -> None:
    parts = [
        invoice(number, "100", issued="2023-01-01", due=due_on, instalment_of="货款")
        for number, due_on in [("1", "2023-01-31"), ("2", "2023-06-30"), ("3", "2023-12-31")]
    ]
    (clock,) = assess(account(invoices=parts), law).limitation
    assert (clock.invoices, clock.raw_end, clock.expired) == (("1", "2", "3"), day("2026-12-31"), False)


def test_separate_orders_run_each_by_itself(law: LawData) -> None:
    orders = [
        invoice(number, "100", issued="2023-01-01", due=due_on)
        for number, due_on in [("1", "2023-01-31"), ("2", "2023-06-30"), ("3", "2023-12-31")]
    ]
    clocks = assess(account(invoices=orders), law).limitation
    assert [clock.raw_end.isoformat() for clock in clocks] == ["2026-01-31", "2026-06-30", "2026-12-31"]
    assert [clock.expired for clock in clocks] == [True, False, False]


def test_a_part_payment_interrupts_only_the_debt_it_was_put_against(law: LawData) -> None:
    found = assess(
        account(
            invoices=[
                invoice("A", "100", issued="2022-01-01", due="2022-06-30"),
                invoice("B", "100", issued="2022-01-01", due="2022-06-30"),
            ],
            payments=[payment("2024-01-20", "10", names=["A"])],
        ),
        law,
    )
    assert {clock.invoices: clock.raw_end.isoformat() for clock in found.limitation} == {
        ("A",): "2027-01-20",
        ("B",): "2025-06-30",
    }
    assert standing(found) == {"A": "overdue", "B": "expired"}


def test_of_debts_due_on_one_day_a_demand_interrupts_those_it_names(law: LawData) -> None:
    found = assess(
        account(
            invoices=[invoice(number, "100", issued="2022-01-01", due="2022-06-30") for number in "ABC"],
            history=[event(EventKind.DEMAND, "2024-05-10", Proof.ARRIVED, invoices=("B",))],
        ),
        law,
    )
    assert {clock.invoices: clock.raw_end.isoformat() for clock in found.limitation} == {
        ("A",): "2025-06-30",
        ("B",): "2027-05-10",
        ("C",): "2025-06-30",
    }


@pytest.mark.parametrize(
    ("history", "ends"),
    [
        ([event(EventKind.DEMAND, "2025-06-10", Proof.ARRIVED)], "2028-06-10"),
        ([event(EventKind.DEMAND, "2025-06-10", Proof.SENT)], "2025-06-30"),
        ([event(EventKind.DEMAND, "2025-07-10", Proof.ARRIVED)], "2025-06-30"),
        ([event(EventKind.CONFIRMATION, "2025-05-01", Proof.SIGNED)], "2025-06-30"),
        ([event(EventKind.CONFIRMATION, "2025-05-01", Proof.SIGNED, demands_payment=True)], "2028-05-01"),
    ],
)
def test_the_history_interrupts_as_far_as_it_is_proved(law: LawData, history: list[Any], ends: str) -> None:
    found = assess(account(invoices=[invoice(issued="2022-01-01", due="2022-06-30")], history=history), law)
    assert found.limitation[0].raw_end == day(ends)


def test_an_international_sale_has_four_years_but_one_with_hong_kong_the_shorter_three(law: LawData) -> None:
    old = [invoice(issued="2022-06-01", due="2022-12-31")]
    assert assess(account(invoices=old, debtor=debtor(country="DE")), law).limitation[0].years == 4
    assert assess(account(invoices=old, debtor=debtor(country="HK")), law).limitation[0].years == 3


def test_a_settled_debt_needs_no_clock(law: LawData) -> None:
    assert assess(account(payments=[payment("2026-04-01", "100000")]), law).limitation == ()


def test_a_period_about_to_end_is_a_warning(law: LawData) -> None:
    ends_soon = assess(account(invoices=[invoice(issued="2023-01-01", due="2023-09-28")]), law)  # 90 days
    assert "limitation.ending" in codes(ends_soon, Severity.WARNING)
    later = assess(account(invoices=[invoice(issued="2023-01-01", due="2023-09-29")]), law)
    assert "limitation.ending" not in codes(later)


def test_each_guarantee_has_a_clock_and_a_warning_that_names_the_act_needed(law: LawData) -> None:
    # Six months from 2026-02-15 end on 2026-08-15, 46 days ahead; from 2026-03-31 on 2026-09-30, 92 days ahead.
    found = assess(
        account(
            contracts=[contract(guarantees=(guarantee(GuaranteeMode.JOINT), guarantee(GuaranteeMode.UNCLEAR)))],
            invoices=[invoice("A", "1", due="2026-02-15"), invoice("B", "1", due="2026-03-31")],
        ),
        law,
    )
    assert {(clock.act_needed, clock.raw_end.isoformat()) for clock in found.guarantees} == {
        ("request_guarantor", "2026-08-15"),
        ("request_guarantor", "2026-09-30"),
        ("sue_debtor", "2026-08-15"),
        ("sue_debtor", "2026-09-30"),
    }
    warned = {each.code: each.facts["on"] for each in found.notices if each.code.startswith("guarantee.")}
    assert warned == {"guarantee.request_guarantor": "2026-08-15", "guarantee.sue_debtor": "2026-08-15"}


# Fees and gates


def test_fees_are_on_the_demandable_principal_with_its_interest(law: LawData) -> None:
    # 104,550: 2,300 + 4,550 x 2 % = 2,391.00; half 1,195.50; a third 797.00. Preservation: 30 for 1,000,
    # 1 % of 99,000 = 990, 0.5 % of 4,550 = 22.75.
    found = assess(under(clause()), law)
    assert {fee.kind: (fee.claim, fee.amount) for fee in found.fees if isinstance(fee, Fee)} == {
        "property": (104550, Decimal("2391.00")),
        "property_halved": (104550, Decimal("1195.50")),
        "payment_order": (104550, Decimal("797.00")),
        "preservation": (104550, Decimal("1042.75")),
    }


def test_the_payment_orders_fee_leaves_out_interest_that_nobody_agreed(law: LawData) -> None:
    fees = {fee.kind: fee.claim for fee in assess(account(), law).fees if isinstance(fee, Fee)}
    assert fees["payment_order"] == 100000
    assert fees["property"] == Decimal("100972.33")  # 100,000 x 0.039 x 91 / 365 = 972.33


def gate_states(given: Account, law: LawData, choice: InterestChoice | None = None) -> dict[str, str]:
    found = assess(given, law, choice or InterestChoice(), court="杭州市余杭区人民法院")
    return {gate.code: gate.state.value for gate in found.payment_order if gate.state is not GateState.OPEN}


def test_the_clean_baseline_opens_every_gate(law: LawData) -> None:
    assert gate_states(account(), law) == {}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (account(invoices=[invoice(due="2026-07-31")]), {"G2": "closed"}),
        (account(invoices=[invoice(due=None)]), {"G2": "unknown"}),
        (account(declared={Question.OWN_PERFORMANCE_OUTSTANDING: Answer.YES}), {"G3": "closed"}),
        (account(declared={Question.OTHER_DEBTS_BETWEEN_PARTIES: Answer.UNKNOWN}), {"G3": "unknown"}),
        (account(declared={Question.DEBTOR_MISSING: Answer.YES}), {"G4": "closed"}),
        (account(declared={Question.DEBTOR_ABROAD: Answer.UNKNOWN}), {"G4": "unknown"}),
        (account(debtor=debtor(country="HK")), {"G4": "closed"}),
        (account(declared={Question.DEBTOR_SERVICEABLE: Answer.NO}), {"G5": "closed"}),
        (account(debtor=debtor(address=None)), {"G6": "unknown"}),
        (account(declared={Question.PRESERVATION_APPLIED: Answer.YES}), {"G7": "closed"}),
        (account(history=[event(EventKind.PRESERVATION_APPLIED, "2026-05-01")]), {"G7": "closed"}),
        (account(declared={Question.CLAIM_ASSIGNED: Answer.YES}), {"G9": "closed"}),
        (account(declared={Question.SUIT_PENDING: Answer.UNKNOWN}), {"G10": "unknown"}),
        (account(history=[event(EventKind.ACTION_FILED, "2026-05-01")]), {"G10": "closed"}),
        (
            account(
                history=[event(EventKind.ACTION_FILED, "2026-05-01"), event(EventKind.PROCEEDINGS_ENDED, "2026-06-01")]
            ),
            {},
        ),
        (account(invoices=[invoice(disputed="10")]), {"G11": "closed"}),
        (account(declared={Question.WRITTEN_DISPUTE: Answer.YES}), {"G11": "closed"}),
    ],
)
def test_a_gate_goes_by_declared_facts_and_by_the_record(
    law: LawData, given: Account, expected: dict[str, str]
) -> None:
    assert gate_states(given, law) == expected


def test_interest_that_nobody_agreed_closes_a_gate_only_when_it_is_insisted_on(law: LawData) -> None:
    assert gate_states(account(), law) == {}
    assert gate_states(account(), law, InterestChoice(rule=InterestRule.LPR)) == {"G8": "closed"}
    assert gate_states(under(clause()), law) == {}


def test_a_gate_that_is_unknown_names_the_question(law: LawData) -> None:
    nothing_declared = account(declared=dict.fromkeys(Question, Answer.UNKNOWN))
    asked = {gate.code: gate.asks for gate in assess(nothing_declared, law).payment_order if gate.asks}
    assert set(asked) == {"G3", "G4", "G5", "G6", "G7", "G9", "G10", "G11"}
    assert asked["G6"] == "court"
    assert asked["G9"] == "claim_assigned"


# Remarks on the account


def test_books_closed_a_week_ago_pass_and_older_ones_are_a_warning(law: LawData) -> None:
    assert "booked_up_to.stale" not in codes(assess(account(booked_up_to="2026-06-23"), law))
    assert "booked_up_to.stale" in codes(assess(account(booked_up_to="2026-06-22"), law), Severity.WARNING)


def test_old_contracts_and_foreign_law_are_said(law: LawData) -> None:
    contracts = [contract(signed_on="2020-12-31"), contract("HT-2", governing_law="DE")]
    told = codes(assess(account(contracts=contracts), law))
    assert {"contract.before_civil_code", "contract.foreign_law"} <= told


def test_a_high_agreed_rate_is_remarked_on(law: LawData) -> None:
    # 0.05 % a day is 18.25 % a year; 1.3 x the loss, at most 1.5 x 3.00 %, is 5.85 %.
    assert "interest.high_agreed_rate" in codes(assess(under(clause()), law))
    low = clause(LateRate.PER_YEAR, "0.0585")
    assert "interest.high_agreed_rate" not in codes(assess(under(low), law))


def test_the_same_account_gives_the_same_assessment(law: LawData) -> None:
    given = by_561()
    assert assess(given, law) == assess(given, law)


def test_a_service_contract_is_assessed_without_surcharge_when_asked(law: LawData) -> None:
    # 100,000 x 0.03 x 91 / 365 = 747.945
    services = under(None, kind=ContractKind.SERVICES)
    found = assess(services, law, InterestChoice(multiplier=Decimal(1)))
    assert interest(found).total == Decimal("747.95")


def test_a_disputed_invoice_is_disputed_before_its_due_date_too(law: LawData) -> None:
    found = assess(
        account(
            invoices=[
                invoice("wholly", "100", due="2026-07-31", disputed="100"),
                invoice("partly", "100", due="2026-07-31", disputed="30"),
            ]
        ),
        law,
    )
    assert standing(found) == {"wholly": Standing.DISPUTED, "partly": Standing.NOT_DUE}
    assert {item.invoice.number: item.undisputed for item in found.chosen.items} == {"wholly": 0, "partly": 70}
    assert (found.chosen.totals.not_due, found.chosen.totals.disputed) == (100, 130)


def test_a_dispute_cites_the_sme_regulation_only_where_it_governs(law: LawData) -> None:
    def articles(**parties: Any) -> tuple[str, ...]:
        notices = assess(account(invoices=[invoice(disputed="30000")], **parties), law).notices
        return next(each.articles for each in notices if each.code == "dispute.not_demanded")

    assert articles() == ("civil_code:509", "civil_code:525")
    assert articles(creditor=creditor(size=Size.SMALL), debtor=debtor(size=Size.LARGE)) == ("sme_regulation:15",)


def test_a_clause_beside_the_loan_prime_rate_leaves_the_multiplier_of_the_latter(law: LawData) -> None:
    found = assess(
        account(
            contracts=[contract(late_payment=clause(LateRate.PER_YEAR, "0.12")), contract("HT-2")],
            invoices=[invoice("A"), invoice("B", under="HT-2")],
        ),
        law,
    )
    assert (interest(found).rule, interest(found).multiplier) == ("mixed", Decimal("1.3"))


def test_a_delay_from_before_the_sme_regulation_bears_interest_all_the_same(law: LawData) -> None:
    found = assess(
        account(
            creditor=creditor(size=Size.SMALL),
            debtor=debtor(size=Size.LARGE),
            invoices=[invoice("A", "36500", issued="2020-05-01", due="2020-06-30"), invoice("B", "1000")],
            history=[
                event(EventKind.DEMAND, "2022-06-30", Proof.ARRIVED),
                event(EventKind.DEMAND, "2025-06-01", Proof.ARRIVED),
            ],
        ),
        law,
    )
    days_a, days_b = (day("2026-06-30") - day("2020-06-30")).days, (day("2026-06-30") - day("2026-03-31")).days
    by_lpr = Decimal("36500") * Decimal("0.0385") * Decimal("1.3") * days_a / 365
    assert interest(found).total == (by_lpr + Decimal("1000") * Decimal("0.0005") * days_b).quantize(Decimal("0.01"))


def test_interest_goes_on_where_no_cap_is_reached_on_the_base_of_its_clause(law: LawData) -> None:
    found = assess(
        account(
            contracts=[
                contract(late_payment=clause(cap=Decimal("0.02"))),
                contract("HT-2", late_payment=clause(base=PenaltyBase.INVOICE)),
            ],
            invoices=[
                invoice("capped", "1000"),  # 0.05 % a day reach 2 % in forty days
                invoice("whole", "2000", under="HT-2"),
                invoice("today", "400", under="HT-2", due="2026-06-30"),
                invoice("later", "8000", under="HT-2", due="2026-07-31"),
            ],
            payments=[payment("2026-05-01", "500", names=["whole"])],
        ),
        law,
    )
    assert (interest(found).at_cap, interest(found).continues_on) == (("capped",), 2400)
    assert interest(assess(account(), law)).continues_on == 100000
    assert interest(assess(account(), law, InterestChoice(rule=InterestRule.NONE))).continues_on == 0


def test_what_was_received_is_told_apart_from_the_principal_that_it_met(law: LawData) -> None:
    found = assess(by_561(), law, InterestChoice(imputation=ImputationOrder.ARTICLE_561), costs=Decimal(3000))
    (item,) = found.chosen.items
    assert (item.paid, item.received) == (42500, 50000)


def test_the_balance_is_that_of_the_last_posting_where_it_is_younger_than_the_booking_day(law: LawData) -> None:
    later = account(booked_up_to="2026-06-25", invoices=[invoice("A"), invoice("B", issued="2026-06-28", due=None)])
    assert assess(later, law).balance_on == day("2026-06-28")
    assert assess(account(booked_up_to="2026-06-25"), law).balance_on == day("2026-06-25")
    assert assess(account(invoices=[]), law).balance_on == day("2026-06-30")


def test_a_fee_on_interest_that_is_missing_is_missing_too(law: LawData) -> None:
    late: Any = {"as_of": "2026-11-22", "invoices": [invoice(issued="2026-09-01", due="2026-10-25")]}

    def amounts(given: Account) -> list[Decimal | str]:
        return [fee.amount if isinstance(fee, Fee) else fee.finding.code for fee in assess(given, law).fees]

    assert amounts(account(**late)) == ["lpr.stale", "lpr.stale", Decimal("766.67"), "lpr.stale"]
    assert amounts(under(clause(LateRate.LPR_TIMES, "1.5"), **late)) == ["lpr.stale"] * 4


# What the order, the sizes and the invoices leave open


def of_code(assessment: Assessment, code: str) -> list[tuple[Severity, dict[str, str]]]:
    return [(each.severity, dict(each.facts)) for each in assessment.notices if each.code == code]


@pytest.mark.parametrize(
    ("signed_on", "severity"),
    [
        ("2025-01-10", None),  # the very day for which both sizes were stated
        ("2025-12-01", Severity.INFORMATION),  # stated eleven months before
        ("2026-01-10", Severity.INFORMATION),  # twelve months
        ("2026-01-11", Severity.WARNING),  # longer ago
        ("2025-01-09", Severity.WARNING),  # stated after the contract
    ],
)
def test_a_size_of_another_day_than_the_contracts_is_told_where_the_regulation_is_applied(
    signed_on: str, severity: Severity | None, law: LawData
) -> None:
    parties = {"creditor": creditor(size=Size.SMALL), "debtor": debtor(size=Size.LARGE)}
    found = assess(account(contracts=[contract(signed_on=signed_on)], **parties), law)
    facts = {"contract": "HT-1", "signed_on": signed_on, "stated_on": "2025-01-10"}
    assert of_code(found, "sme.size_of_other_day") == ([(severity, facts)] if severity else [])

    agreed = assess(account(contracts=[contract(signed_on=signed_on, late_payment=clause())], **parties), law)
    assert not of_code(agreed, "sme.size_of_other_day"), "the clause decides, no size does"


def test_the_size_of_the_day_decides_a_due_date_too(law: LawData) -> None:
    found = assess(
        account(
            creditor=creditor(size=Size.SMALL),
            debtor=debtor(size=Size.LARGE),
            contracts=[contract(signed_on="2026-02-01", late_payment=clause())],
            invoices=[invoice(due=None, delivered="2026-03-01")],
        ),
        law,
    )
    assert [severity for severity, _ in of_code(found, "due.size_of_other_day")] == [Severity.WARNING]


def test_interest_before_the_invoice_was_issued_is_a_warning_where_the_invoice_comes_first(law: LawData) -> None:
    late = [invoice(issued="2026-04-10", due="2026-03-31")]
    found = assess(account(contracts=[contract(invoice_first=True, late_payment=clause())], invoices=late), law)
    # 1 to 9 April: nine days of 100,000.00 × 0.0005
    assert of_code(found, "interest.before_invoice") == [
        (
            Severity.WARNING,
            {
                "invoice": "FP-1",
                "contract": "HT-1",
                "due_on": "2026-03-31",
                "issued_on": "2026-04-10",
                "days": "9",
                "amount": "450.00",
                "currency": "CNY",
            },
        )
    ]
    for first in (False, None):
        other = assess(account(contracts=[contract(invoice_first=first, late_payment=clause())], invoices=late), law)
        assert not of_code(other, "interest.before_invoice")


def test_the_order_of_the_books_is_told_only_where_the_laws_order_would_change_something(law: LawData) -> None:
    late, in_time = payment("2026-05-31", "30000.00"), payment("2026-03-31", "30000.00")
    assert of_code(assess(under(clause(), payments=[late]), law), "imputation.principal_first") == [
        (Severity.INFORMATION, {"invoices": "FP-1"})
    ]
    assert not of_code(assess(under(clause(), payments=[in_time]), law), "imputation.principal_first")
    assert not of_code(assess(under(clause()), law), "imputation.principal_first")
    agreed = assess(under(clause(), payments=[late], imputation_561=True), law)
    assert not of_code(agreed, "imputation.principal_first")


@pytest.mark.parametrize(("amount", "warned"), [("70000.00", True), ("73050.00", False), ("69999.99", False)])
def test_a_balance_confirmed_principal_first_stands_against_the_order_of_article_561(
    amount: str, warned: bool, law: LawData
) -> None:
    # 61 days of 100,000.00 × 0.0005 are 3,050.00, which article 561 takes out of the payment first.
    signed = event(EventKind.CONFIRMATION, "2026-06-10", Proof.SIGNED, amount=Decimal(amount))
    given = under(clause(), payments=[payment("2026-05-31", "30000.00")], history=[signed])
    found = assess(given, law, InterestChoice(imputation=ImputationOrder.ARTICLE_561))
    facts = {"on": "2026-06-10", "amount": amount, "balance": "73050.00", "currency": "CNY"}
    assert of_code(found, "confirmed.principal_first") == ([(Severity.WARNING, facts)] if warned else [])
    assert not of_code(assess(given, law), "confirmed.principal_first")


def test_a_guarantee_that_is_lost_is_named_with_its_invoices_days_and_sum(law: LawData) -> None:
    found = assess(
        account(
            contracts=[contract(guarantees=(guarantee(GuaranteeMode.JOINT),))],
            invoices=[
                invoice("A", "10.00", issued="2025-09-01", due="2025-09-30"),
                invoice("B", "20.00", issued="2025-10-01", due="2025-10-31"),
                invoice("C", "40.00", issued="2026-01-01", due="2026-01-31"),
                invoice("D", "80.00", issued="2026-05-01", due="2026-05-31"),
            ],
        ),
        law,
    )
    [(severity, facts)] = of_code(found, "guarantee.expired")
    assert severity is Severity.WARNING
    assert facts["invoices"] == "A (2026-03-30), B (2026-04-30)"
    assert facts["amount"] == "30.00"
    [(_, soon)] = of_code(found, "guarantee.request_guarantor")
    assert (soon["invoices"], soon["amount"], soon["days"]) == ("C (2026-07-31)", "40.00", "31")


def test_where_all_is_disputed_no_undisputed_part_is_said_to_be_demanded(law: LawData) -> None:
    whole = assess(account(invoices=[invoice(disputed="100000.00")]), law)
    part = assess(account(invoices=[invoice(disputed="40000.00")]), law)
    assert {"dispute.whole"} == {code for code in codes(whole) if code.startswith("dispute.")}
    assert {"dispute.not_demanded"} == {code for code in codes(part) if code.startswith("dispute.")}


def test_interest_on_works_follows_the_rate_of_each_period(law: LawData) -> None:
    # 建设工程解释(一) 26: 同期. 3.10 % until 19 May 2025, 3.00 % from 20 May on, without surcharge.
    found = assess(
        under(kind=ContractKind.CONSTRUCTION, invoices=[invoice(issued="2025-03-01", due="2025-03-31")]), law
    )
    assert [(part.rule, part.rate, part.days) for part in interest(found).segments] == [
        ("lpr_floating", Decimal("0.031"), 49),
        ("lpr_floating", Decimal("0.030"), 407),
    ]
    assert "interest.floating_rate" not in codes(found)
