"""Where a payment goes, and that none of it is lost."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from docgen.law.imputation import Debt, article_560, article_561, enforcement

D = dt.date
ON = D(2026, 4, 30)
CENTS = st.integers(min_value=1, max_value=10**9).map(lambda cents: Decimal(cents) / 100)


def debt(name: str, amount: str, due_on: dt.date | None, **more: object) -> Debt:
    return Debt(name=name, amount=Decimal(amount), due_on=due_on, **more)  # type: ignore[arg-type]


def got(payment: str, *debts: Debt, named: tuple[str, ...] = ()) -> dict[str, str]:
    return {name: f"{share:.2f}" for name, share in article_560(Decimal(payment), debts, on=ON, named=named).items()}


def test_the_heavier_debt_comes_before_the_earlier_one() -> None:
    light, heavy = debt("L", "100", D(2026, 1, 1)), debt("H", "100", D(2026, 2, 1), burden=Decimal("0.12"))
    assert got("100", light, heavy) == {"L": "0.00", "H": "100.00"}


def test_the_earlier_due_comes_first_among_equals() -> None:
    assert got("150", debt("B", "100", D(2026, 2, 1)), debt("A", "100", D(2026, 1, 1))) == {"B": "50.00", "A": "100.00"}


def test_debts_alike_in_everything_share_in_proportion_to_the_last_cent() -> None:
    alike = [debt(name, "100.00", D(2026, 1, 1)) for name in "ABC"]
    assert got("100.00", *alike) == {"A": "33.34", "B": "33.33", "C": "33.33"}


def test_a_debt_due_on_the_day_of_payment_is_due() -> None:
    assert got("50", debt("T", "100", ON), debt("N", "100", D(2026, 5, 1))) == {"T": "50.00", "N": "0.00"}


def test_what_the_payer_names_comes_first_in_the_order_named() -> None:
    debts = [debt("A", "100", D(2026, 1, 1)), debt("B", "100", D(2026, 2, 1)), debt("C", "100", None)]
    assert got("150", *debts, named=("C", "B")) == {"A": "0.00", "B": "50.00", "C": "100.00"}


@given(payment=CENTS, amounts=st.lists(CENTS, min_size=1, max_size=6), same_day=st.booleans())
def test_no_cent_is_lost_and_no_debt_is_paid_twice(payment: Decimal, amounts: list[Decimal], same_day: bool) -> None:
    debts = [
        Debt(name=str(n), amount=amount, due_on=D(2026, 1, 1 if same_day else n + 1))
        for n, amount in enumerate(amounts)
    ]
    shares = article_560(payment, debts, on=ON)
    assert sum(shares.values()) == min(payment, sum(amounts))
    assert all(0 <= shares[each.name] <= each.amount for each in debts)


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
