"""Payments and credit notes put against invoices: Civil Code 560, and 561 within one debt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from docgen.accounts.account import Account
from docgen.accounts.invoice import Invoice
from docgen.accounts.ledger import Applied, Ledger, post
from tests.accounts.builders import account, clause, contract, credit_note, day, guarantee, invoice, payment


def posted(given_account: Account, **imputation: object) -> Ledger:
    due_on = {each.number: each.due_on for each in given_account.invoices}
    return post(given_account, due_on, **imputation)  # type: ignore[arg-type]


def opened(given_account: Account) -> dict[str, Decimal]:
    return dict(posted(given_account).open)


def three_debts() -> list[Invoice]:
    return [
        invoice("A", "80000", issued="2026-01-01", due="2026-03-31"),
        invoice("B", "60000", issued="2026-01-01", due="2026-01-31", secured=True),
        invoice("C", "50000", issued="2026-01-01", due="2026-12-31"),
    ]


def test_a_payment_goes_to_debts_that_are_due_and_among_them_to_the_least_secured() -> None:
    # 100,000: A is due and unsecured, 80,000; the other 20,000 to B, due but mortgaged; C is not due.
    paid = account(invoices=three_debts(), payments=[payment("2026-06-01", "100000")])
    assert opened(paid) == {"A": 0, "B": 40000, "C": 50000}


def test_the_payers_own_naming_governs_and_the_rest_follows_the_law() -> None:
    # 100,000 naming C: 50,000 to C though it is not due; the other 50,000 to A.
    paid = account(invoices=three_debts(), payments=[payment("2026-06-01", "100000", names=["C"])])
    assert opened(paid) == {"A": 30000, "B": 60000, "C": 0}
    assert [each.named for each in posted(paid).applied["C"]] == [True]
    assert [each.named for each in posted(paid).applied["A"]] == [False]


def test_a_debt_is_due_or_not_by_the_day_of_payment_and_not_by_the_day_asked_about() -> None:
    # On 2026-02-15 only B is due, although A is due by now: B is paid.
    paid = account(invoices=three_debts(), payments=[payment("2026-02-15", "60000")])
    assert opened(paid) == {"A": 80000, "B": 0, "C": 50000}


def test_a_guarantee_counts_as_security() -> None:
    paid = account(
        contracts=[contract("HT-1", guarantees=(guarantee(),)), contract("HT-2")],
        invoices=[
            invoice("A", "100", under="HT-1", due="2026-03-01"),
            invoice("B", "100", under="HT-2", due="2026-04-01"),
        ],
        payments=[payment("2026-06-01", "100")],
    )
    assert opened(paid) == {"A": 100, "B": 0}


def test_a_debt_with_agreed_interest_is_the_heavier_burden() -> None:
    paid = account(
        contracts=[contract("HT-1"), contract("HT-2", late_payment=clause())],
        invoices=[
            invoice("A", "100", under="HT-1", due="2026-03-01"),
            invoice("B", "100", under="HT-2", due="2026-04-01"),
        ],
        payments=[payment("2026-06-01", "100")],
    )
    assert opened(paid) == {"A": 100, "B": 0}


def test_equal_debts_of_one_day_share_in_proportion_and_the_cents_add_up() -> None:
    # 100.00 over 100, 100, 100: 33.33 each leaves a cent, which goes to the first.
    paid = account(invoices=[invoice(number, "100.00") for number in "ABC"], payments=[payment("2026-06-01", "100.00")])
    assert opened(paid) == {"A": Decimal("66.66"), "B": Decimal("66.67"), "C": Decimal("66.67")}


def test_a_debt_whose_due_date_nobody_knows_is_paid_last() -> None:
    paid = account(
        invoices=[invoice("A", "100", due=None), invoice("B", "100", due="2026-12-31")],
        payments=[payment("2026-06-01", "150")],
    )
    assert opened(paid) == {"A": 50, "B": 0}


def test_money_that_came_before_the_invoice_waits_on_account_and_is_applied_when_it_is_issued() -> None:
    books = posted(
        account(
            invoices=[invoice("A", "1000", issued="2026-03-01")],
            payments=[payment("2026-01-15", "400", reference="P1")],
        )
    )
    (applied,) = books.applied["A"]
    assert (applied.on, applied.received_on, applied.principal) == (day("2026-03-01"), day("2026-01-15"), 400)
    assert applied.lowers_from == day("2026-01-16")
    assert books.open["A"] == 600
    assert books.unallocated == 0


def test_money_named_for_an_invoice_still_to_come_is_not_put_elsewhere() -> None:
    books = posted(
        account(
            invoices=[
                invoice("A", "1000", issued="2026-01-01", due="2026-02-01"),
                invoice("B", "1000", issued="2026-05-01", due="2026-06-01"),
            ],
            payments=[payment("2026-03-01", "700", names=["B"])],
        )
    )
    assert (books.open["A"], books.open["B"]) == (1000, 300)


def test_a_payment_that_names_what_is_no_invoice_is_allocated_by_law() -> None:
    note = credit_note("N1", "100", issued="2026-04-01", credits="A")
    paid = account(invoices=[invoice("A", "1000"), note], payments=[payment("2026-05-01", "900", names=["N1"])])
    assert opened(paid) == {"A": 0}


def test_money_that_stands_against_nothing_is_kept_and_named() -> None:
    books = posted(
        account(invoices=[invoice("A", "1000")], payments=[payment("2026-04-01", "1250.50", reference="P9")])
    )
    assert books.open["A"] == 0
    assert [(each.reference, each.amount) for each in books.on_account] == [("P9", Decimal("250.50"))]
    assert books.unallocated == Decimal("250.50")


def test_a_credit_note_lowers_the_invoice_it_names_from_its_own_day() -> None:
    books = posted(
        account(
            invoices=[
                invoice("A", "1000"),
                invoice("B", "1000", due="2026-03-15"),
                credit_note("N1", "300", issued="2026-04-10", credits="A"),
            ]
        )
    )
    (applied,) = books.applied["A"]
    assert (applied.kind, applied.reference, applied.lowers_from) == ("credit_note", "N1", day("2026-04-10"))
    assert (books.open["A"], books.open["B"]) == (700, 1000)


def test_what_a_credit_note_leaves_over_and_one_that_names_none_are_applied_like_payments() -> None:
    # N1 names A: 1,000 of its 1,200 there, 200 to B; N2 names none: 300 to B.
    credited = account(
        invoices=[
            invoice("A", "1000"),
            invoice("B", "1000", due="2026-04-01"),
            credit_note("N1", "1200", issued="2026-04-10", credits="A"),
            credit_note("N2", "300", issued="2026-04-11"),
        ]
    )
    assert opened(credited) == {"A": 0, "B": 500}


def test_on_one_day_credit_notes_come_before_payments() -> None:
    # The credit note takes 1,000 off A first, so the payment that names A has nothing left there and goes to B.
    credited = account(
        invoices=[
            invoice("A", "1000"),
            invoice("B", "1000", due="2026-04-01"),
            credit_note("N1", "1000", issued="2026-05-10", credits="A"),
        ],
        payments=[payment("2026-05-10", "600", names=["A"])],
    )
    assert opened(credited) == {"A": 0, "B": 400}


def test_nothing_after_the_day_asked_about_counts() -> None:
    paid = account(as_of="2026-05-31", invoices=[invoice("A", "1000")], payments=[payment("2026-06-01", "1000")])
    assert opened(paid) == {"A": 1000}


class CostsAndInterest:
    """Costs of 3,000 and interest of 20,000 that a payment meets before principal."""

    def interest(self, invoice: Invoice, applied: Sequence[Applied], on: dt.date) -> Decimal:  # noqa: ARG002
        return Decimal(20000) - sum((each.interest for each in applied), Decimal(0))

    def costs(self, paid: Decimal) -> Decimal:
        return Decimal(3000) - paid


def test_by_article_561_a_payment_goes_to_costs_then_interest_then_principal() -> None:
    # 50,000 - 3,000 costs - 20,000 interest = 27,000 principal; 200,000 - 27,000 = 173,000 left.
    paid = account(invoices=[invoice("A", "200000")], payments=[payment("2026-06-01", "50000")])
    books = posted(paid, imputation=CostsAndInterest())
    (applied,) = books.applied["A"]
    assert (applied.costs, applied.interest, applied.principal) == (3000, 20000, 27000)
    assert books.open["A"] == 173000


def test_by_article_561_a_payment_too_small_for_the_interest_leaves_the_principal() -> None:
    # 15,000 - 3,000 costs = 12,000 of the interest; the principal stays at 200,000.
    paid = account(invoices=[invoice("A", "200000")], payments=[payment("2026-06-01", "15000")])
    books = posted(paid, imputation=CostsAndInterest())
    (applied,) = books.applied["A"]
    assert (applied.costs, applied.interest, applied.principal) == (3000, 12000, 0)
    assert books.open["A"] == 200000


amounts = st.integers(1, 10**7).map(lambda cents: Decimal(cents).scaleb(-2))
days = st.dates(day("2026-01-01"), day("2026-06-30"))


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    count = draw(st.integers(1, 5))
    numbers = [f"F{place}" for place in range(count)]
    invoices = [
        invoice(number, draw(amounts), issued=draw(days), due=draw(st.none() | days), secured=draw(st.booleans()))
        for number in numbers
    ]
    notes = [
        credit_note(
            f"N{place}",
            draw(amounts),
            issued=draw(days).isoformat(),
            credits=draw(st.none() | st.sampled_from(numbers)),
        )
        for place in range(draw(st.integers(0, 2)))
    ]
    payments = [
        payment(draw(days), draw(amounts), names=draw(st.lists(st.sampled_from(numbers), max_size=2, unique=True)))
        for _ in range(draw(st.integers(0, 5)))
    ]
    return account(invoices=[*invoices, *notes], payments=payments)


@given(accounts())
def test_every_cent_of_every_payment_and_credit_is_somewhere_once(drawn: Account) -> None:
    books = posted(drawn)
    came = sum(each.amount for each in drawn.payments) + sum(
        each.amount for each in drawn.invoices if each.document == "credit_note"
    )
    applied = sum((each.amount for entries in books.applied.values() for each in entries), Decimal(0))
    assert applied + books.unallocated == came


@given(accounts())
def test_an_open_amount_is_the_invoice_less_what_was_applied_and_never_negative(drawn: Account) -> None:
    books = posted(drawn)
    for each in drawn.invoices:
        if each.document == "invoice":
            open_amount = books.open[each.number]
            assert 0 <= open_amount <= each.amount
            assert open_amount == each.amount - sum(part.principal for part in books.applied[each.number])
            assert open_amount == round(open_amount, 2)


@given(accounts())
def test_nothing_waits_on_account_while_an_invoice_is_open(drawn: Account) -> None:
    books = posted(drawn)
    assert books.unallocated == 0 or not any(books.open.values())


@given(accounts(), st.randoms())
def test_the_order_of_invoices_in_the_request_changes_no_total(drawn: Account, random: object) -> None:
    shuffled = list(drawn.invoices)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    notes = [each for each in drawn.invoices if each.document == "credit_note"]
    again = account(
        invoices=[*[each for each in shuffled if each.document == "invoice"], *notes], payments=drawn.payments
    )
    assert posted(again).open == posted(drawn).open
