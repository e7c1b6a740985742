"""What holds for every account: money is conserved, nothing is negative, interest equals a day-by-day sum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.accounts.account import Account
from docgen.accounts.contract import LatePaymentClause, LateRate, LprChoice
from docgen.law import assess
from docgen.law.assessment import Assessment, Interest, Settlement, Standing
from docgen.law.choice import ImputationOrder, InterestChoice
from docgen.law.statutes import LawData
from tests.accounts.builders import account, clause, contract, credit_note, day, invoice, payment

FIRST, LAST = day("2024-03-01"), day("2026-06-30")
ONE_DAY = dt.timedelta(days=1)

# One-year loan prime rate, percent, by the day it changed (National Interbank Funding Center).
ONE_YEAR = [
    ("2024-02-20", "3.45"),
    ("2024-07-22", "3.35"),
    ("2024-10-21", "3.10"),
    ("2025-05-20", "3.00"),
]

amounts = st.integers(1, 10**7).map(lambda cents: Decimal(cents).scaleb(-2))
days = st.dates(FIRST, LAST)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


Assess = Callable[..., Assessment]


@pytest.fixture
def assessed(law: LawData) -> Assess:
    """`assess` with the law in it; Hypothesis would print the whole law beside a failing example."""

    def with_law(given_account: Account, *choice: InterestChoice, **more: Any) -> Assessment:
        return assess(given_account, law, *choice, **more)

    return with_law


def prime_rate(on: dt.date) -> Decimal:
    return Decimal([percent for since, percent in ONE_YEAR if day(since) <= on][-1]) / 100


clauses = st.one_of(
    st.none(),
    st.builds(clause, st.just(LateRate.PER_DAY), st.sampled_from(["0.0003", "0.0005"]), grace_days=st.integers(0, 20)),
    st.builds(clause, st.just(LateRate.PER_YEAR), st.just("0.12"), day_count=st.sampled_from([360, 365])),
    st.builds(clause, st.just(LateRate.LPR_TIMES), st.just("1.5"), lpr=st.sampled_from(LprChoice)),
)


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    numbers = [f"F{place}" for place in range(draw(st.integers(1, 4)))]
    invoices = [
        invoice(
            number,
            amount := draw(amounts),
            issued=draw(days),
            due=draw(st.none() | days),
            disputed=draw(st.none() | st.just(str(amount / 2))) if draw(st.booleans()) else None,
        )
        for number in numbers
    ]
    notes = [
        credit_note(f"N{place}", draw(amounts), issued=draw(days).isoformat(), credits=draw(st.sampled_from(numbers)))
        for place in range(draw(st.integers(0, 1)))
    ]
    payments = [
        payment(draw(days), draw(amounts), names=draw(st.lists(st.sampled_from(numbers), max_size=1)))
        for _ in range(draw(st.integers(0, 4)))
    ]
    return account(contracts=[contract(late_payment=draw(clauses))], invoices=[*invoices, *notes], payments=payments)


def rate_of_day(terms: LatePaymentClause | None, breach_on: dt.date, on: dt.date) -> Decimal:
    """Fraction per day, read from the clause's words; without a clause 1.3 times the rate at breach."""
    if terms is None:
        return prime_rate(breach_on) * Decimal("1.3") / 365
    if on < breach_on + dt.timedelta(days=terms.grace_days):
        return Decimal(0)
    value = terms.value or Decimal(0)
    if terms.rate is LateRate.PER_DAY:
        return value
    if terms.rate is LateRate.PER_YEAR:
        return value / terms.day_count
    return prime_rate(breach_on if terms.lpr is LprChoice.STATIC else on) * value / terms.day_count


def day_by_day(given_account: Account, settlement: Settlement) -> Decimal:
    """Interest of the overdue invoices, one day after the other."""
    total = Decimal(0)
    terms = given_account.contracts[0].late_payment
    for item in settlement.items:
        if item.standing is not Standing.OVERDUE or item.due.on is None:
            continue
        on = item.due.on + ONE_DAY
        while on <= given_account.as_of:
            balance = item.invoice.amount - (item.invoice.dispute.amount if item.invoice.dispute else 0)
            for each in item.applied:
                came_on = each.received_on or each.on
                if came_on < on or (came_on == on and each.kind == "credit_note"):
                    balance -= each.principal
            total += max(balance, Decimal(0)) * rate_of_day(terms, item.due.on + ONE_DAY, on)
            on += ONE_DAY
    return total.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@given(drawn=accounts())
@quick
def test_interest_equals_the_sum_of_its_days(assessed: Assess, drawn: Account) -> None:
    found = assessed(drawn).chosen
    assert isinstance(found.interest, Interest)
    assert found.interest.total == day_by_day(drawn, found)


@given(drawn=accounts())
@quick
def test_printed_segments_and_their_rounding_difference_make_the_interest(assessed: Assess, drawn: Account) -> None:
    found = assessed(drawn)
    for settlement in (found.chosen, found.alternative):
        interest = settlement.interest
        assert isinstance(interest, Interest)
        assert sum((each.amount for each in interest.segments), interest.rounding_difference) == interest.accrued
        assert interest.accrued - interest.paid == interest.total
        assert interest.total >= 0
        assert all(each.days == (each.to_on - each.from_on).days + 1 for each in interest.segments)


@given(drawn=accounts(), costs=st.sampled_from([Decimal(0), Decimal("3000.50")]))
@quick
def test_both_orders_conserve_every_cent(assessed: Assess, drawn: Account, costs: Decimal) -> None:
    found = assessed(drawn, costs=costs)
    for settlement in (found.chosen, found.alternative):
        totals = settlement.totals
        applied = [each for item in settlement.items for each in item.applied]
        before_principal = sum((each.interest + each.costs for each in applied), Decimal(0))
        assert totals.paid + totals.credited == sum((each.amount for each in applied), totals.unallocated)
        assert totals.invoiced - totals.credited - totals.paid == totals.open - totals.unallocated - before_principal
        assert settlement.costs == costs - sum((each.costs for each in applied), Decimal(0)) >= 0
    assert found.chosen.totals.open <= found.alternative.totals.open


@given(drawn=accounts())
@quick
def test_no_open_amount_is_negative_and_aging_is_what_is_open_with_a_known_due_date(
    assessed: Assess, drawn: Account
) -> None:
    found = assessed(drawn).chosen
    for item in found.items:
        assert 0 <= item.demandable <= item.open <= item.invoice.amount
        assert item.open == item.invoice.amount - item.credited - item.paid
    assert sum(found.aging.values()) == sum(item.open for item in found.items if item.due.on)
    assert 0 <= found.totals.demandable <= found.totals.open


@given(
    amount=amounts,
    payments=st.lists(st.tuples(st.dates(day("2026-04-01"), LAST), amounts), max_size=4),
)
@quick
def test_article_561_equals_a_ledger_kept_day_by_day(
    assessed: Assess, amount: Decimal, payments: list[tuple[dt.date, Decimal]]
) -> None:
    cent = Decimal("0.01")
    balance, accrued, interest_paid = amount, Decimal(0), Decimal(0)
    on = day("2026-04-01")
    while on <= LAST:
        accrued += balance * Decimal("0.0005")
        for _, sum_paid in [each for each in payments if each[0] == on]:
            owed = accrued.quantize(cent, rounding=ROUND_HALF_UP) - interest_paid if balance else Decimal(0)
            to_interest = min(sum_paid, owed)
            interest_paid += to_interest
            balance -= min(sum_paid - to_interest, balance)
        on += ONE_DAY
    found = assessed(
        account(
            contracts=[contract(late_payment=clause())],
            invoices=[invoice("F", amount)],
            payments=[payment(received_on, each) for received_on, each in payments],
        ),
        InterestChoice(imputation=ImputationOrder.ARTICLE_561),
    ).chosen
    assert found.totals.open == balance
    assert isinstance(found.interest, Interest)
    assert found.interest.paid == interest_paid
    if balance:
        assert found.interest.total == accrued.quantize(cent, rounding=ROUND_HALF_UP) - interest_paid
    else:
        assert found.interest.total == 0
