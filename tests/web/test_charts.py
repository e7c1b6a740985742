"""Charts: every length says its amount, and nothing falls off the drawing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from docgen.web.pages.charts import WIDTH, Box, Column, bars, columns, share

_AMOUNT = some.decimals(-(10**9), 10**12, places=2)


def column(first: str | Decimal, second: str | Decimal, above: str = "") -> Column:
    return Column("2026-01", Decimal(first), Decimal(second), above, ("billed", "received"))


def height(box: Box) -> float:
    return float(box.height)


def test_columns_are_as_high_as_their_amounts_are_large() -> None:
    chart = columns([column("100", "50"), column("25", "0")], ("billed", "received"), str)
    first, second, third, none = chart.boxes
    assert height(first) == pytest.approx(2 * height(second), abs=0.2)
    assert height(first) == pytest.approx(4 * height(third), abs=0.3)
    assert height(none) == 0
    assert [box.kind for box in chart.boxes] == ["billed", "received"] * 2


def test_the_scale_has_round_steps_from_nothing_to_the_top() -> None:
    chart = columns([column("930000", "712000")], ("a", "b"), lambda amount: f"{amount:,.0f}")
    scale = [words.words for words in chart.words if words.kind == "scale"]
    assert scale == ["0", "500,000", "1,000,000"]


def test_more_credit_notes_than_invoices_hang_below_the_line() -> None:
    chart = columns([column("100", "80"), column("-50", "0")], ("a", "b"), str)
    below = chart.boxes[2]
    assert float(below.y) == pytest.approx(float(chart.ground), abs=0.1)
    assert float(below.y) + height(below) < chart.height


def test_of_ten_years_of_months_only_some_are_named() -> None:
    chart = columns([column("100", "80", "80%")] * 120, ("a", "b"), str)
    assert sum(words.kind == "below" for words in chart.words) <= 13
    assert not any(words.kind == "above" for words in chart.words)


@given(some.lists(some.tuples(_AMOUNT, _AMOUNT), max_size=30))
def test_every_column_stays_within_the_drawing(amounts: list[tuple[Decimal, Decimal]]) -> None:
    chart = columns([column(*each) for each in amounts], ("a", "b"), str)
    for box in chart.boxes:
        assert float(box.x) >= 0 and float(box.x) + float(box.width) <= WIDTH
        assert float(box.y) >= 0 and float(box.y) + height(box) <= chart.height
        assert height(box) >= 0


def test_bars_are_as_long_as_their_amounts_and_nothing_has_none() -> None:
    chart = bars(
        [
            ("a", Decimal(200), "200", "age-0"),
            ("b", Decimal(50), "50", "age-1"),
            ("c", Decimal(0), "—", "age-2"),
        ]
    )
    long, short = chart.boxes
    assert float(long.width) == pytest.approx(4 * float(short.width), abs=0.2)
    assert [words.words for words in chart.words] == ["a", "200", "b", "50", "c", "—"]


def test_a_share_of_nothing_is_nothing() -> None:
    assert (share(Decimal(1), Decimal(4)), share(Decimal(0), Decimal(0))) == ("25", "0")
