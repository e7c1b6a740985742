"""Where a payment goes within one debt, and that none of it is lost."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from docgen.law.imputation import article_561, enforcement

CENTS = st.integers(min_value=1, max_value=10**9).map(lambda cents: Decimal(cents) / 100)


@given(payment=CENTS, costs=CENTS, interest=CENTS, principal=CENTS)
def test_costs_then_interest_then_principal(
    payment: Decimal, costs: Decimal, interest: Decimal, principal: Decimal
) -> None:
    split = article_561(payment, costs=costs, interest=interest, principal=principal)
    assert split.costs + split.interest + split.principal + split.left == payment
    assert split.interest == 0 or split.costs == costs
    assert split.principal == 0 or split.interest == interest


def test_enforced_money_goes_to_the_judgment_debt_first() -> None:
    left = enforcement(Decimal(104000), judgment_debt=Decimal(100000), doubled_part=Decimal(5000))
    assert (left.judgment_debt_left, left.doubled_part_left) == (0, Decimal(1000))
