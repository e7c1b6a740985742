"""What an unperformed instrument comes to: worked cases, day by day and payment by payment."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from docgen.errors import RuleMissing
from docgen.law.choice import ImputationOrder
from docgen.law.delay import Awarded, Received, doubled_from, unperformed
from docgen.law.statutes import LawData

D = Decimal
JUDGMENT = Awarded(principal=D(1_000_000), interest=D(20_000), fees=D(13_800))
FIRST, UNTIL = dt.date(2026, 7, 1), dt.date(2026, 9, 15)


def test_the_doubled_part_is_one_seven_five_per_million_a_day_of_the_principal_alone(law: LawData) -> None:
    owed = unperformed(law, JUDGMENT, first_day=FIRST, until=UNTIL)
    assert [(one.days, one.base, one.amount) for one in owed.doubling] == [(77, D(1_000_000), D("13475.00"))]
    assert owed.doubled == D("13475.00")  # 1,000,000 × 0.0175 % × 77, July to 15 September
    assert owed.total == D("1047275.00")
    assert owed.articles[:2] == ("cpl:264", "delay_interest:1")


def test_it_begins_after_the_last_day_for_payment_or_with_the_effect_of_the_instrument() -> None:
    assert doubled_from(dt.date(2026, 6, 30), dt.date(2026, 6, 10)) == dt.date(2026, 7, 1)
    assert doubled_from(None, dt.date(2026, 6, 10)) == dt.date(2026, 6, 10)


def test_a_payment_meets_the_judgment_debt_first_and_its_own_day_still_counts_on_the_old_base(law: LawData) -> None:
    received = [Received(on=dt.date(2026, 7, 31), amount=D(400_000))]
    owed = unperformed(law, JUDGMENT, first_day=FIRST, until=UNTIL, received=received)
    assert [(one.days, one.base, one.amount) for one in owed.doubling] == [
        (31, D(1_000_000), D("5425.00")),
        (46, D(600_000), D("4830.00")),
    ]
    assert (owed.principal, owed.doubled) == (D(600_000), D("10255.00"))
    assert owed.put[0].principal == D(400_000)
    assert owed.put[0].doubled == 0


def test_in_either_order_the_doubled_part_comes_last(law: LawData) -> None:
    received = [Received(on=dt.date(2026, 7, 31), amount=D(1_036_000))]
    for order in ImputationOrder:
        owed = unperformed(law, JUDGMENT, first_day=FIRST, until=UNTIL, received=received, order=order)
        assert (owed.principal, owed.interest, owed.fees) == (0, 0, 0)
        assert owed.put[0].doubled == D("2200.00")
        assert owed.doubled == D("3225.00")  # 5,425.00 to 31 July, less 2,200; nothing is left to bear more


def test_within_the_judgment_debt_article_561_puts_fees_and_interest_before_principal(law: LawData) -> None:
    received = [Received(on=dt.date(2026, 7, 31), amount=D(100_000))]
    owed = unperformed(
        law, JUDGMENT, first_day=FIRST, until=UNTIL, received=received, order=ImputationOrder.ARTICLE_561
    )
    put = owed.put[0]
    assert (put.fees, put.interest, put.principal) == (D(13_800), D(20_000), D(66_200))
    assert owed.doubling[1].base == D(933_800)


def test_ordinary_interest_that_the_instrument_lets_run_is_added_and_bears_nothing_itself(law: LawData) -> None:
    awarded = Awarded(
        principal=D(1_000_000), other=D(10_000), interest=D(20_000), rate=D("0.0001"), running_from=dt.date(2026, 6, 1)
    )
    owed = unperformed(law, awarded, first_day=FIRST, until=UNTIL)
    assert owed.interest == D("30700.00")  # 20,000 + 1,000,000 × 0.01 % × 107 days from 1 June
    assert owed.doubling[0].base == D(1_010_000)
    assert owed.doubled == D("13609.75")


def test_what_is_paid_in_time_bears_nothing_and_what_is_paid_too_much_is_told(law: LawData) -> None:
    received = [Received(on=dt.date(2026, 6, 20), amount=D(1_040_000))]
    owed = unperformed(law, JUDGMENT, first_day=FIRST, until=UNTIL, received=received)
    assert (owed.total, owed.doubling) == (0, ())
    assert owed.put[0].over == D(6_200)


def test_a_payment_after_the_day_asked_about_is_not_counted(law: LawData) -> None:
    received = [Received(on=dt.date(2026, 9, 16), amount=D(400_000))]
    assert unperformed(law, JUDGMENT, first_day=FIRST, until=UNTIL, received=received).principal == D(1_000_000)


def test_before_the_rate_was_law_there_is_no_figure(law: LawData) -> None:
    with pytest.raises(RuleMissing):
        unperformed(law, JUDGMENT, first_day=dt.date(2014, 7, 31), until=UNTIL)
