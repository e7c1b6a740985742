"""Court fees against an oracle of another shape: the published speed-calculation table (rate, sum added)."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import RuleMissing
from docgen.law import fees
from docgen.law.statutes import LawData

ON = dt.date(2026, 6, 1)
# fee = claim x rate + added, for a claim up to the first figure
QUICK = [
    ("100000", "0.025", "-200"),
    ("200000", "0.02", "300"),
    ("500000", "0.015", "1300"),
    ("1000000", "0.01", "3800"),
    ("2000000", "0.009", "4800"),
    ("5000000", "0.008", "6800"),
    ("10000000", "0.007", "11800"),
    ("20000000", "0.006", "21800"),
    ("Infinity", "0.005", "41800"),
]


def quick(claim: Decimal) -> Decimal:
    if claim <= 10000:
        return Decimal(50)
    rate, added = next((rate, added) for up_to, rate, added in QUICK if claim <= Decimal(up_to))
    return (claim * Decimal(rate) + Decimal(added)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@given(cents=st.integers(min_value=0, max_value=10**11))
def test_the_steps_add_up_to_the_quick_table(law: LawData, cents: int) -> None:
    claim = Decimal(cents) / 100
    assert fees.property_case(law, claim, ON).amount == quick(claim)


def test_a_fee_before_the_tariff_was_law_is_missing(law: LawData) -> None:
    with pytest.raises(RuleMissing) as caught:
        fees.property_case(law, Decimal(100), dt.date(2007, 3, 31))
    assert caught.value.findings[0].code == "rule.tariff_missing"


def test_each_fee_cites_its_article(law: LawData) -> None:
    assert fees.property_case(law, Decimal(1), ON).articles == ("fee_measures:13(1)",)
    assert fees.payment_order(law, Decimal(1), ON).articles == ("fee_measures:14(3)",)
    assert fees.preservation(law, None, ON).articles == ("fee_measures:14(2)",)


def test_a_topup_is_never_negative(law: LawData) -> None:
    assert fees.payment_order_topup(law, Decimal(100), Decimal(80), ON).amount == 0
