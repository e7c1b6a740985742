"""What holds whatever the account: nobody is asked for what is paid, not due, disputed or expired."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.accounts.account import Account
from docgen.accounts.invoice import DocumentKind, Invoice
from docgen.escalation.bars import bars
from docgen.law import assess
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from tests.accounts.builders import AS_OF, account, credit_note, invoice, payment

KINDS = [
    ("payment_reminder", None),
    ("balance_confirmation", "demand"),
    ("demand_letter", None),
    ("lawyers_letter", None),
    ("payment_order_application", None),
]
# Days about the boundaries: expired, just not expired, long overdue, yesterday, today, tomorrow, later.
DUE = [dt.date(2023, 6, 29), dt.date(2023, 6, 30), dt.date(2025, 9, 1)] + [
    AS_OF + dt.timedelta(days=days) for days in (-1, 0, 1, 60)
]
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    """One to four invoices of 100.00, some disputed in part or whole, payments that name one, credit notes."""
    invoices = [
        invoice(
            f"FP-{number}",
            "100.00",
            issued=min(due, AS_OF),
            due=due,
            disputed=draw(st.sampled_from([None, None, None, "0.01", "100.00"])),
        )
        for number, due in enumerate(draw(st.lists(st.sampled_from(DUE), min_size=1, max_size=4)))
    ]
    numbers = st.sampled_from([each.number for each in invoices])
    sums = st.sampled_from(["0.01", "99.99", "100.00", "100.01"])
    payments = [
        payment(AS_OF, amount, names=[name])
        for name, amount in draw(st.lists(st.tuples(numbers, sums), max_size=3, unique_by=lambda pair: pair[0]))
    ]
    notes = [
        credit_note(f"HC-{place}", amount, issued=AS_OF.isoformat())
        for place, amount in enumerate(draw(st.lists(sums, max_size=1)))
    ]
    return account(invoices=[*invoices, *notes], payments=payments)


def may_be_asked_for(one: Invoice) -> bool:
    """Due and not yet expired, three years from the due date; the disputed part is taken off elsewhere."""
    assert one.due_on is not None
    return one.due_on <= AS_OF and one.due_on.replace(year=one.due_on.year + 3) >= AS_OF


@pytest.fixture
def assessed(law: LawData) -> Callable[[Account], Assessment]:
    """`assess` with the law in it; Hypothesis would print the whole law beside a failing example."""
    return lambda drawn: assess(drawn, law, court="杭州市余杭区人民法院")


@pytest.mark.parametrize(("kind", "purpose"), KINDS)
@quick
@given(drawn=accounts())
def test_what_a_letter_asks_for_is_owed_due_undisputed_and_alive(
    assessed: Callable[[Account], Assessment], kind: str, purpose: str | None, drawn: Account
) -> None:
    found = assessed(drawn)
    invoices = [each for each in drawn.invoices if each.document is DocumentKind.INVOICE]
    balance = (
        sum(each.amount for each in invoices)
        - sum(each.amount for each in drawn.invoices if each.document is DocumentKind.CREDIT_NOTE)
        - sum(each.amount for each in drawn.payments)
    )
    most = sum(
        (each.amount - (each.dispute.amount if each.dispute else 0) for each in invoices if may_be_asked_for(each)),
        Decimal(0),
    )
    assert found.chosen.totals.demandable <= min(most, max(balance, Decimal(0)))
    if bars(kind, drawn, found, purpose=purpose):
        return
    assert balance > 0
    still_open = [item for item in found.chosen.items if item.open]
    if kind == "payment_reminder":  # a statement of account too; where all is disputed it asks for nothing
        alive = [item for item in still_open if may_be_asked_for(item.invoice) or item.days_past_due < 0]
        assert alive
        return
    assert found.chosen.totals.demandable > 0
    if kind != "balance_confirmation":  # asserts default, so that something undisputed must be overdue
        overdue = [item for item in still_open if may_be_asked_for(item.invoice) and item.days_past_due > 0]
        assert any(item.undisputed for item in overdue)
