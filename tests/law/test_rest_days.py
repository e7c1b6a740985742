"""Due dates on rest days (Civil Code 203), each worked by hand on the State Council's holidays.

2026: 1 to 7 October are public holidays; Saturday 10 October is a make-up working day. 1 to 5 May are public holidays.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from docgen.accounts.account import Account
from docgen.accounts.aging import AgingBucket
from docgen.accounts.contract import DueGround, GuaranteeMode
from docgen.accounts.party import Size
from docgen.errors import Finding, Severity
from docgen.law import assess
from docgen.law.assessment import Assessment, Interest
from docgen.law.choice import InterestChoice, RestDay
from docgen.law.statutes import LawData
from docgen.messages import Messages
from tests.accounts.builders import (
    account,
    clause,
    contract,
    creditor,
    day,
    debtor,
    guarantee,
    invoice,
    public_body,
    terms,
)

THIRTY_FROM_RECEIPT = terms(DueGround.AFTER_RECEIPT, 30)


def credit_days(delivered: str, as_of: str, *, agreed: Any = THIRTY_FROM_RECEIPT, **particulars: Any) -> Account:
    """A sale of 100,000.00 with 0.05 % a day for delay, counted from delivery."""
    particulars.setdefault("late_payment", clause())
    return account(
        as_of=as_of,
        contracts=[contract(signed_on="2024-01-10", due=agreed, **particulars)],
        invoices=[invoice(issued=delivered, due=None, delivered=delivered)],
    )


def agreed_date(due: str, as_of: str) -> Account:
    return account(as_of=as_of, contracts=[contract(late_payment=clause())], invoices=[invoice(due=due)])


def assessed(given: Account, law: LawData, rest_day: RestDay = RestDay.COUNTED) -> Assessment:
    return assess(given, law, InterestChoice(rest_day=rest_day))


def days_of(found: Assessment) -> tuple[str | None, str | None, int]:
    """The due date, the day it was moved from, the days past it."""
    (item,) = found.chosen.items
    before = item.due.dated_on
    return (
        item.due.on.isoformat() if item.due.on else None,
        before.isoformat() if before else None,
        item.days_past_due,
    )


def told(found: Assessment, code: str) -> Finding:
    """The only notice of this code."""
    (remark,) = [notice for notice in found.notices if notice.code == code]
    return remark


def interest(found: Assessment) -> Interest:
    assert isinstance(found.chosen.interest, Interest)
    return found.chosen.interest


def test_thirty_days_from_receipt_that_end_in_the_national_holiday_end_on_the_day_after_it(law: LawData) -> None:
    found = assessed(credit_days("2026-09-01", "2026-10-20"), law)
    assert days_of(found) == ("2026-10-08", "2026-10-01", 12)
    assert "civil_code:203" in found.chosen.items[0].due.articles


def test_a_make_up_working_day_is_no_rest_day(law: LawData) -> None:
    found = assessed(credit_days("2026-09-10", "2026-10-20"), law)
    assert days_of(found) == ("2026-10-10", None, 10)  # a Saturday on which people work


def test_nothing_is_overdue_while_the_holiday_lasts(law: LawData) -> None:
    found = assessed(credit_days("2026-09-01", "2026-10-08"), law)
    assert (found.chosen.items[0].standing.value, interest(found).total) == ("due", 0)


def test_interest_counts_from_the_day_after_the_moved_day(law: LawData) -> None:
    accrued = interest(assessed(credit_days("2026-09-01", "2026-10-20"), law))
    assert accrued.segments[0].from_on == day("2026-10-09")
    assert accrued.total == Decimal("600.00")  # 100,000 × 0.0005 × 12 days
    kept = interest(assessed(credit_days("2026-09-01", "2026-10-20"), law, RestDay.NONE))
    assert kept.total == Decimal("950.00")  # × 19 days from 2 October


def test_the_rate_is_that_of_the_day_after_the_moved_day(law: LawData) -> None:
    """30 days from 19 September 2024 end on Saturday 19 October, so on Monday the 21st; that day the rate fell
    from 3.35 % to 3.10 %."""
    given = credit_days("2024-09-19", "2024-12-31", late_payment=None)
    moved = interest(assessed(given, law))
    assert (moved.segments[0].reference_rate, moved.total) == (Decimal("0.031"), Decimal("783.92"))
    # 100,000 × 3.10 % × 1.3 × 71 / 365 = 783.918; kept: 100,000 × 3.35 % × 1.3 × 73 / 365 = 871.00
    kept = interest(assessed(given, law, RestDay.NONE))
    assert (kept.segments[0].reference_rate, kept.total) == (Decimal("0.0335"), Decimal("871.00"))


def test_the_age_of_an_amount_counts_from_the_moved_day(law: LawData) -> None:
    given = credit_days("2026-09-01", "2026-11-07")
    moved, kept = assessed(given, law).chosen.aging, assessed(given, law, RestDay.NONE).chosen.aging
    assert moved[AgingBucket.DAYS_1_30] == 100000  # 30 days from 8 October
    assert kept[AgingBucket.DAYS_31_60] == 100000  # 37 days from 1 October


def test_limitation_and_guarantee_are_watched_from_the_day_before_the_move(law: LawData) -> None:
    joint = (guarantee(GuaranteeMode.JOINT),)
    found = assessed(credit_days("2026-09-01", "2026-10-20", guarantees=joint), law)
    assert found.limitation[0].base_on == day("2026-10-01")
    assert found.limitation[0].raw_end == day("2029-10-01")
    assert found.guarantees[0].raw_end == day("2027-04-01")


def test_the_days_of_the_sme_regulation_move_like_agreed_ones(law: LawData) -> None:
    """A public body has thirty days from delivery: from 2 April 2026 to 2 May, in the Labour Day holiday."""
    given = account(
        as_of="2026-05-20",
        creditor=creditor(size=Size.SMALL),
        debtor=public_body(),
        contracts=[contract(due=None)],
        invoices=[invoice(issued="2026-04-02", due=None, delivered="2026-04-02")],
    )
    assert days_of(assessed(given, law)) == ("2026-05-06", "2026-05-02", 14)


def test_a_move_is_told_with_both_days_and_its_article(law: LawData) -> None:
    remark = told(assessed(credit_days("2026-09-01", "2026-10-20"), law), "due.rest_day_moved")
    assert remark.facts["invoices"] == "FP-1 (2026-10-01 → 2026-10-08)"
    assert (remark.severity, remark.articles) == (Severity.INFORMATION, ("civil_code:203",))
    assert remark.place == "/letter/interest/rest_day"


@pytest.mark.parametrize(
    ("rest_day", "expected", "code"),
    [
        (RestDay.COUNTED, ("2026-05-02", None, 18), "due.rest_day_stayed"),
        (RestDay.NONE, ("2026-05-02", None, 18), "due.rest_day_stayed"),
        (RestDay.ALL, ("2026-05-06", "2026-05-02", 14), "due.rest_day_moved"),
    ],
)
def test_a_day_agreed_as_a_date_stays_unless_all_are_to_move(
    law: LawData, rest_day: RestDay, expected: tuple[str, str | None, int], code: str
) -> None:
    found = assessed(agreed_date("2026-05-02", "2026-05-20"), law, rest_day)
    assert days_of(found) == expected
    assert "2026-05-02" in told(found, code).facts["invoices"]


def test_payment_on_receipt_is_no_period_and_never_moves(law: LawData) -> None:
    given = credit_days("2026-05-02", "2026-05-20", agreed=terms(DueGround.LAW))
    found = assessed(given, law, RestDay.ALL)
    assert days_of(found) == ("2026-05-02", None, 18)
    assert not [notice for notice in found.notices if notice.code.startswith("due.rest_day")]


def test_a_working_day_needs_no_word(law: LawData) -> None:
    found = assessed(agreed_date("2026-03-31", "2026-05-20"), law)
    assert not [notice for notice in found.notices if notice.code.startswith(("due.rest_day", "due.holidays"))]


def test_a_year_without_holidays_leaves_the_day_and_warns_once_it_has_come(law: LawData) -> None:
    given = credit_days("2026-12-03", "2027-01-20")  # ends on 2 January 2027, a Saturday
    found = assessed(given, law)
    assert days_of(found) == ("2027-01-02", None, 18)
    remark = told(found, "due.holidays_missing")
    assert (remark.severity, remark.facts["year"]) == (Severity.WARNING, "2027")
    assert remark.facts["invoices"] == "FP-1 (2027-01-02)"


def test_a_year_without_holidays_is_only_told_while_the_day_lies_ahead(law: LawData) -> None:
    remark = told(assessed(credit_days("2026-12-03", "2026-12-20"), law), "due.holidays_to_come")
    assert (remark.severity, remark.facts["year"]) == (Severity.INFORMATION, "2027")


def test_a_date_that_would_stay_anyway_needs_no_holidays(law: LawData) -> None:
    found = assessed(agreed_date("2027-01-02", "2027-01-20"), law)
    assert not [notice for notice in found.notices if notice.code.startswith("due.")]


def test_the_choice_stands_in_the_assessment(law: LawData) -> None:
    assert assess(agreed_date("2026-05-02", "2026-05-20"), law).choice.rest_day is RestDay.COUNTED


@pytest.mark.parametrize("year", [2021, 2022, 2023])
def test_the_years_of_debts_that_still_run_have_their_holidays(law: LawData, year: int) -> None:
    new_year, national = day(f"{year}-01-01"), day(f"{year}-10-01")
    assert {new_year, national} <= law.holidays[year].off
    assert "国办发明电〔" in law.holidays[year].source


def test_a_large_debtor_is_the_same_to_a_rest_day(law: LawData) -> None:
    """Sixty days of the regulation from 2 August 2026 end on 1 October."""
    given = account(
        as_of="2026-10-20",
        creditor=creditor(size=Size.SMALL),
        debtor=debtor(size=Size.LARGE),
        contracts=[contract(due=None)],
        invoices=[invoice(issued="2026-08-02", due=None, delivered="2026-08-02")],
    )
    assert days_of(assessed(given, law)) == ("2026-10-08", "2026-10-01", 12)


@pytest.mark.parametrize(
    ("given", "rest_day"),
    [
        (credit_days("2026-09-01", "2026-10-20"), RestDay.COUNTED),
        (credit_days("2026-09-01", "2026-10-20"), RestDay.NONE),
        (credit_days("2026-12-03", "2027-01-20"), RestDay.COUNTED),
        (credit_days("2026-12-03", "2026-12-20"), RestDay.COUNTED),
    ],
)
def test_every_notice_on_a_rest_day_names_the_invoice_in_both_languages(
    law: LawData, messages: Messages, given: Account, rest_day: RestDay
) -> None:
    (notice,) = [each for each in assessed(given, law, rest_day).notices if each.place == "/letter/interest/rest_day"]
    for language in ("zh", "en"):
        assert "FP-1" in messages.say(notice, language)
        assert messages.do(notice, language)
