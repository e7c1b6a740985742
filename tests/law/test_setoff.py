"""Set-off: equal sums end, in the order of the law."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from docgen.accounts.allocation import Debt
from docgen.law.setoff import EqualSums, Mutual, equal_sums

CENT = Decimal("0.01")
ON = dt.date(2026, 9, 15)


def debt(
    number: str, due: str | None, principal: str, interest: str = "0", costs: str = "0", *, secured: bool = False
) -> Mutual:
    due_on = dt.date.fromisoformat(due) if due else None
    return Mutual(
        debt=Debt(number=number, due_on=due_on, secured=secured, bears_interest=False),
        principal=Decimal(principal),
        interest=Decimal(interest),
        costs=Decimal(costs),
    )


def left(found: EqualSums) -> list[list[Decimal]]:
    return [[each.left for each in side] for side in (found.ours, found.theirs)]


def test_the_smaller_side_ends_and_the_rest_of_the_larger_stays() -> None:
    found = equal_sums([debt("A", "2026-01-31", "100000")], [debt("1", "2026-08-31", "30000")], on=ON, unit=CENT)
    assert found.amount == 30000
    assert left(found) == [[70000], [0]]


def test_several_debts_are_met_as_article_560_says_and_told_as_they_were_given() -> None:
    ours = [
        debt("C", "2026-10-30", "50000"),
        debt("B", "2026-01-31", "60000", secured=True),
        debt("A", "2026-03-31", "80000"),
    ]
    found = equal_sums(ours, [debt("1", "2026-08-31", "100000")], on=ON, unit=CENT)
    assert [each.amount for each in found.ours] == [0, 20000, 80000]  # due first, then least secured


def test_within_one_debt_costs_and_interest_come_before_principal() -> None:
    ours = [debt("A", "2026-01-31", "200000", "20000", "3000")]
    (met,) = equal_sums(ours, [debt("1", "2026-08-31", "50000")], on=ON, unit=CENT).ours
    assert [met.costs, met.interest, met.principal, met.left] == [3000, 20000, 27000, 173000]


def test_nothing_on_one_side_ends_nothing() -> None:
    found = equal_sums([], [debt("1", "2026-08-31", "50000")], on=ON, unit=CENT)
    assert found.amount == 0
    assert left(found) == [[], [50000]]


SUMS = st.decimals("0.01", "99999.99", places=2)
Row = tuple[Decimal, Decimal, bool, int]
DEBTS = st.lists(st.tuples(SUMS, SUMS, st.booleans(), st.integers(0, 3)), max_size=5)


@given(DEBTS, DEBTS)
def test_both_sides_lose_the_same_sum_to_the_cent(ours: list[Row], theirs: list[Row]) -> None:
    def side(rows: list[Row]) -> list[Mutual]:
        return [
            debt(str(at), f"2026-{7 + day:02}-01", str(principal), str(interest), secured=secured)
            for at, (principal, interest, secured, day) in enumerate(rows)
        ]

    mine, others = side(ours), side(theirs)
    found = equal_sums(mine, others, on=ON, unit=CENT)
    for before, after in ((mine, found.ours), (others, found.theirs)):
        assert sum(each.amount for each in after) == found.amount
        for each, met in zip(before, after, strict=True):
            assert met.amount + met.left == each.whole
            assert met.left >= 0
