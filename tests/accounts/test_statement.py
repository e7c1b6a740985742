"""The statement of account."""

from __future__ import annotations

from docgen.accounts.statement import statement
from tests.accounts.builders import account, credit_note, invoice, payment


def test_lines_run_by_day_with_invoices_before_credit_notes_before_payments_and_a_running_balance() -> None:
    lines = statement(
        account(
            invoices=[
                invoice("B", "500", issued="2026-04-01"),
                credit_note("N1", "100", issued="2026-04-01", credits="A"),
                invoice("A", "1000", issued="2026-03-01"),
            ],
            payments=[payment("2026-04-01", "600", reference="P1"), payment("2026-02-01", "50", reference="P0")],
        )
    )
    # -50, -50 + 1000 = 950, + 500 = 1450, - 100 = 1350, - 600 = 750
    assert [(line.reference, str(line.balance)) for line in lines] == [
        ("P0", "-50"),
        ("A", "950"),
        ("B", "1450"),
        ("N1", "1350"),
        ("P1", "750"),
    ]
    assert [line.kind for line in lines] == ["payment", "invoice", "invoice", "credit_note", "payment"]


def test_what_lies_after_the_day_asked_about_is_not_on_it() -> None:
    lines = statement(account(as_of="2026-03-15", payments=[payment("2026-03-16", "1")]))
    assert [line.reference for line in lines] == ["FP-1"]
