"""Deciding costs about what assessing costs, and grows with the account as its parts do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from time import process_time

from docgen.accounts.account import Account
from docgen.law import assess
from tests.escalation.baseline import ALL_LETTERS, LAW, TODAY, D, account, decided, invoice, payment


def of(count: int) -> Account:
    first = D(2026, 1, 5)
    bills = (invoice(f"FP-{place}", first + dt.timedelta(days=place % 150), 10_000) for place in range(count))
    return account(*bills, payments=(payment(D(2026, 7, 1), 500), payment(D(2026, 8, 3), 700)))


def least(work: Callable[[], object], rounds: int = 7, times: int = 20) -> float:
    """The shortest process time of so many rounds."""
    found = []
    for _ in range(rounds):
        started = process_time()
        for _ in range(times):
            work()
        found.append(process_time() - started)
    return min(found)


def test_a_decision_costs_hardly_more_than_an_assessment_of_the_same_account() -> None:
    given = of(5)
    history = ALL_LETTERS[:3]
    assessed = replace(given, as_of=TODAY, history=history)
    decided(given, history)
    assert least(lambda: decided(given, history)) < 1.5 * least(lambda: assess(assessed, LAW))


def test_ten_times_the_invoices_take_no_hundredfold_time() -> None:
    few, many = of(20), of(200)
    decided(many, ALL_LETTERS)
    few_take = least(lambda: decided(few, ALL_LETTERS), times=3)
    assert least(lambda: decided(many, ALL_LETTERS), rounds=3, times=3) < 30 * few_take
