"""Many accounts looked over: the order, the aging by customer, and what must be known about them together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.aging import AgingBucket
from docgen.accounts.collection import year_to
from docgen.letters.request import LetterRequest
from docgen.usecases import Desk, assess_account
from docgen.usecases.portfolio import Portfolio, look_over
from tests.accounts.builders import account, credit_note, day, invoice, payment


def named(given: Account, debtor: str) -> Account:
    return replace(given, debtor=replace(given.debtor, name=debtor))


def over(desk: Desk, *accounts: Account) -> Portfolio:
    return look_over(desk, accounts, year_to(max(each.as_of for each in accounts)))


def told(found: Portfolio) -> set[str]:
    return {notice.code for notice in found.notices}


def owing(debtor: str, number: str = "A", due: str = "2026-03-31", amount: str = "100000.00") -> Account:
    return named(account(invoices=[invoice(number, amount, issued="2026-01-31", due=due)]), debtor)


def test_the_aging_of_a_portfolio_is_that_of_its_assessments(desk: Desk) -> None:
    part_paid = named(
        account(
            invoices=[
                invoice("A", "900", issued="2026-01-10", due="2026-02-10"),
                credit_note("N", "100", issued="2026-02-01", credits="A"),
                invoice("B", "500", issued="2026-05-10", due="2026-06-10"),
                invoice("C", "70", issued="2026-06-10", due="2026-07-10"),
            ],
            payments=[payment("2026-03-01", "300", names=["A"])],
        ),
        "甲",
    )
    found = over(desk, part_paid, owing("乙"))
    (aging,) = found.agings
    for account_, name in ((part_paid, "甲"), (owing("乙"), "乙")):
        assessed = assess_account(desk, account_, LetterRequest()).chosen
        own = dict(aging.customers)[name]
        assert dict(own.buckets) == dict(assessed.aging)
        assert own.total == assessed.totals.open - assessed.totals.unallocated
    assert aging.whole.buckets[AgingBucket.DAYS_91_180] == Decimal("100500.00")
    assert [name for name, _ in aging.customers] == ["乙", "甲"]


def test_two_accounts_of_one_customer_stand_in_one_line(desk: Desk) -> None:
    found = over(desk, owing("甲", "A"), owing("甲", "B", due="2026-06-15"))
    ((name, own),) = found.agings[0].customers
    assert name == "甲" and own.total == Decimal("200000.00")
    assert "portfolio.repeated" not in told(found)
    assert len(found.order) == 2


def test_an_account_that_comes_twice_is_warned_about(desk: Desk) -> None:
    found = over(desk, owing("甲"), owing("乙"), owing("甲"))
    (warning,) = [notice for notice in found.notices if notice.code == "portfolio.repeated"]
    assert (warning.facts["debtor"], warning.facts["accounts"], warning.place) == ("甲", "1, 3", "/accounts/2")


def test_who_owes_nothing_is_not_on_the_list_and_is_counted(desk: Desk) -> None:
    paid = named(
        account(
            invoices=[invoice("A", "100", issued="2026-01-31", due="2026-03-31")],
            payments=[payment("2026-04-01", "100")],
        ),
        "甲",
    )
    found = over(desk, paid, owing("乙"))
    assert [place.decision.debtor for place in found.order] == ["乙"]
    assert told(found) == {"portfolio.settled"}


def test_what_makes_accounts_hard_to_compare_is_told(desk: Desk) -> None:
    other_day = replace(owing("乙", "B"), as_of=day("2026-06-01"), booked_up_to=day("2026-05-02"))
    euro = named(
        account(
            invoices=[replace(invoice("C", "70", issued="2026-05-04", due="2026-05-20"), currency="EUR")], contracts=[]
        ),
        "丙",
    )
    other = replace(owing("丁", "D"), creditor=replace(euro.creditor, name="另一家公司"))
    found = over(desk, owing("甲"), other_day, euro, other)
    assert told(found) == {
        "portfolio.days_differ",
        "portfolio.currencies_differ",
        "portfolio.creditors_differ",
        "portfolio.booked_late",
    }
    assert [(each.currency, each.whole.total) for each in found.agings] == [
        ("CNY", Decimal("300000.00")),
        ("EUR", Decimal("70")),
    ]


def test_an_account_that_the_law_data_cannot_weigh_is_named_and_kept_out_of_the_aging(desk: Desk) -> None:
    early = named(
        account(invoices=[invoice("A", "100", issued="1980-01-01", due="1980-02-01", under=None)], contracts=[]), "甲"
    )
    found = over(desk, early, owing("乙"))
    assert [place.decision.debtor for place in found.order] == ["乙", "甲"]
    assert found.order[1].loss is None and "portfolio.unweighed" in told(found)
    assert [name for name, _ in found.agings[0].customers] == ["乙"]


def test_a_grade_that_the_policy_does_not_know_is_told_with_its_account(desk: Desk) -> None:
    found = over(desk, owing("甲"), replace(owing("乙"), credit="AAA"), replace(owing("丙"), credit="C"))
    (warned,) = (notice for notice in found.notices if notice.code == "portfolio.unknown_grade")
    assert (warned.place, warned.facts["debtor"], warned.facts["known"]) == ("/accounts/1/credit", "乙", "A, B, C, D")
