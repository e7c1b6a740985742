"""What clerks type, read as what they mean, or left alone."""

from __future__ import annotations

import pytest

from docgen.web.pages.boxes import Kind
from docgen.web.pages.paste import pasted
from docgen.web.pages.reading import read
from docgen.web.pages.sheet import rows_named


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("1000", "1000"),
        ("1,000.00", "1000.00"),
        ("1，000，000.50", "1000000.50"),
        ("￥1000", "1000"),
        ("¥ 1,000.00", "1000.00"),
        ("RMB 1,000.00", "1000.00"),
        ("人民币1000元", "1000"),
        ("1000元整", "1000"),
        ("１２３４.５０", "1234.50"),
        ("12.5万", "125000"),
        ("1.25亿", "125000000"),
        ("1 234 567.89", "1234567.89"),
        ("-5.00", "-5.00"),
    ],
)
def test_an_amount_is_read_as_digits_with_a_point(typed: str, understood: str) -> None:
    assert read(Kind.MONEY, typed) == understood


@pytest.mark.parametrize("typed", ["12,5万", "1.000,00", "12,34", "1,00,000", "about 1000", "1000.-", "一千", "万"])
def test_an_amount_that_could_mean_two_things_stays_as_typed(typed: str) -> None:
    assert read(Kind.MONEY, typed) == typed


@pytest.mark.parametrize(
    "typed", ["2026-09-15", "2026/9/15", "2026.9.15", "2026年9月15日", "20260915", " 2026-9-15 ", "２０２６/9/15"]
)
def test_a_day_that_begins_with_its_year_is_read(typed: str) -> None:
    assert read(Kind.DATE, typed) == "2026-09-15"


@pytest.mark.parametrize("typed", ["9/10/2026", "15.9.2026", "26-9-15", "next Friday"])
def test_a_day_that_could_be_two_days_stays_as_typed(typed: str) -> None:
    assert read(Kind.DATE, typed) == typed


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("0.0005", "0.0005"),
        ("0.05%", "0.0005"),
        ("12 %", "0.12"),
        ("0.5‰", "0.0005"),
        ("5‱", "0.0005"),
        ("万分之五", "0.0005"),
        ("日万分之三", "0.0003"),
        ("千分之一", "0.001"),
        ("百分之10", "0.10"),
        ("1.5", "1.5"),
    ],
)
def test_a_rate_is_read_as_a_fraction(typed: str, understood: str) -> None:
    assert read(Kind.RATE, typed) == understood


INVOICES = rows_named("account.invoices")
PAYMENTS = rows_named("account.payments")


def test_pasted_columns_are_found_by_their_headings_in_either_language() -> None:
    assert INVOICES is not None
    english = pasted("Amount\tInvoice no.\tInvoice date\n1,000.00\tA-1\t2026/9/1\n", INVOICES)
    chinese = pasted("金额\t发票号码\t开票日期\n1,000.00\tA-1\t2026/9/1\n", INVOICES)
    assert english.rows == chinese.rows == [{"amount": "1000.00", "number": "A-1", "issued_on": "2026-09-01"}]


def test_pasted_cells_without_headings_are_read_in_the_order_that_the_form_names() -> None:
    assert PAYMENTS is not None
    found = pasted("2026-09-01\t1000\tREF-1\n2026-09-02\t2000\tREF-2", PAYMENTS)
    assert found.rows == [
        {"received_on": "2026-09-01", "amount": "1000", "reference": "REF-1"},
        {"received_on": "2026-09-02", "amount": "2000", "reference": "REF-2"},
    ]
    assert not found.headed


def test_a_pasted_column_that_nobody_knows_is_left_out_and_said() -> None:
    assert INVOICES is not None
    found = pasted("Invoice number\tSalesman\tAmount\nA-1\tLi\t5", INVOICES)
    assert found.rows == [{"number": "A-1", "amount": "5"}]
    assert found.head.unknown == ["Salesman"]


def test_pasted_cells_may_hold_line_breaks_and_empty_rows() -> None:
    assert INVOICES is not None
    found = pasted('number\tdescription\tamount\nA-1\t"two\nlines"\t5\n\n\t\t\nA-2\tone\t6\n', INVOICES)
    assert [row["number"] for row in found.rows] == ["A-1", "A-2"]
    assert found.rows[0]["description"] == "two\nlines"


def test_a_pasted_credit_note_is_one() -> None:
    assert INVOICES is not None
    found = pasted("单据类型\t发票号码\t金额\n红字发票\tC-1\t5\n发票\tA-1\t6", INVOICES)
    assert [row["document"] for row in found.rows] == ["credit_note", "invoice"]
