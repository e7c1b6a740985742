"""Interest for late payment: the order of the rules, the rates over time, the sums."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from docgen.accounts.contract import ContractKind, LatePaymentClause, LateRate, LprChoice, Tenor
from docgen.errors import InvalidRequest, RuleMissing
from docgen.law import interest, lpr
from docgen.law.choice import InterestChoice, InterestRule
from docgen.law.interest_rule import Basis
from docgen.law.statutes import LawData

D = dt.date
CLAUSE = LatePaymentClause(rate=LateRate.PER_DAY, value=Decimal("0.0005"))
NO_CLAUSE = LatePaymentClause(rate=LateRate.NONE)


def rule(law: LawData, **given: Any) -> Basis:
    """The rule for a sale broken on 2025-07-01 about which nothing is agreed, but for what is given."""
    usual: dict[str, Any] = {
        "kind": ContractKind.SALE,
        "clause": None,
        "sme_applies": False,
        "breach_on": D(2025, 7, 1),
    }
    return interest.applicable_rule(law, **{**usual, **given})


def missing(caught: pytest.ExceptionInfo[RuleMissing]) -> str:
    (finding,) = caught.value.findings
    return finding.code


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"clause": CLAUSE, "sme_applies": True}, ("clause", "I1", ("civil_code:585",))),
        ({"sme_applies": True}, ("sme", "I2", ("sme_regulation:17",))),
        ({"sme_applies": True, "breach_on": D(2025, 5, 31)}, ("sme", "I2", ("sme_regulation_2020:15",))),
        ({"sme_applies": True, "breach_on": D(2020, 9, 1)}, ("sme", "I2", ("sme_regulation_2020:15",))),
        ({"sme_applies": True, "breach_on": D(2020, 8, 31)}, ("lpr", "I3", ("sales_interpretation:18(4)",))),
        ({"clause": NO_CLAUSE}, ("lpr", "I3", ("sales_interpretation:18(4)",))),
        ({"breach_on": D(2019, 8, 20)}, ("lpr", "I3", ("sales_interpretation:18(4)",))),
        ({"breach_on": D(2019, 8, 19)}, ("benchmark", "I4", ("sales_interpretation:18(4)",))),
        ({"kind": ContractKind.CONSTRUCTION}, ("lpr", "I5", ("construction_interpretation:26",))),
        ({"kind": ContractKind.SERVICES}, ("lpr", "I6", ("civil_code:646", "sales_interpretation:18(4)"))),
        ({"sme_applies": None}, ("lpr", "I3", ("sales_interpretation:18(4)",))),  # a size not stated helps nobody
    ],
)
def test_the_rules_stand_in_the_order_of_the_law(
    law: LawData, given: dict[str, Any], expected: tuple[str, ...]
) -> None:
    basis = rule(law, **given)
    assert (basis.rule, basis.order, basis.articles) == expected


def test_a_foreign_currency_needs_an_agreed_rate(law: LawData) -> None:
    assert rule(law, clause=CLAUSE, currency="USD").rule == "clause"
    with pytest.raises(RuleMissing) as caught:
        rule(law, currency="USD")
    assert missing(caught) == "interest.foreign_currency"


def test_a_chosen_rule_that_cannot_govern_is_refused(law: LawData) -> None:
    with pytest.raises(RuleMissing) as caught:
        rule(law, clause=NO_CLAUSE, choice=InterestChoice(rule=InterestRule.CLAUSE))
    assert missing(caught) == "interest.no_clause"
    with pytest.raises(RuleMissing) as caught:
        rule(law, sme_applies=None, choice=InterestChoice(rule=InterestRule.SME))
    assert missing(caught) == "interest.sme_not_applicable"


def test_no_interest_is_a_choice(law: LawData) -> None:
    none = InterestChoice(rule=InterestRule.NONE)
    basis = rule(law, clause=CLAUSE, choice=none)
    assert interest.rate_periods(law, basis, due_on=D(2025, 6, 30), until=D(2025, 12, 31), clause=CLAUSE) == ()


@pytest.mark.parametrize(
    ("kind", "multiplier", "allowed"),
    [
        (ContractKind.SALE, "1.29", False),
        (ContractKind.SALE, "1.3", True),
        (ContractKind.SALE, "1.5", True),
        (ContractKind.SALE, "1.51", False),
        (ContractKind.SALE, "1", False),
        (ContractKind.SERVICES, "1", True),
        (ContractKind.SERVICES, "1.2", False),
    ],
)
def test_the_multiplier_keeps_its_bounds(law: LawData, kind: ContractKind, multiplier: str, allowed: bool) -> None:
    choice = InterestChoice(multiplier=Decimal(multiplier))
    if allowed:
        assert rule(law, kind=kind, choice=choice).multiplier == Decimal(multiplier)
        return
    with pytest.raises(InvalidRequest) as caught:
        rule(law, kind=kind, choice=choice)
    assert caught.value.findings[0].place == "/letter/interest/multiplier"


def test_works_carry_no_surcharge_whatever_the_multiplier(law: LawData) -> None:
    assert rule(law, kind=ContractKind.CONSTRUCTION).multiplier == 1


def test_what_is_not_settled_is_told(law: LawData) -> None:
    def codes(**given: Any) -> list[str]:
        return [finding.code for finding in rule(law, **given).notices]

    assert codes() == []
    assert codes(kind=ContractKind.SERVICES) == ["interest.by_analogy"]
    assert codes(breach_on=D(2018, 7, 1)) == ["interest.straddle"]
    assert codes(sme_applies=True, signed_on=D(2020, 8, 31)) == ["interest.sme_older_contract"]
    assert codes(sme_applies=True, breach_on=D(2020, 8, 31)) == ["interest.before_sme_regulation"]
    assert codes(clause=CLAUSE) == ["interest.high_agreed_rate"]  # 18.25 % a year
    low = LatePaymentClause(rate=LateRate.PER_YEAR, value=Decimal("0.01"))
    assert codes(clause=low, sme_applies=True, signed_on=D(2025, 7, 1)) == ["interest.below_sme_floor"]


def exact(law: LawData, clause: LatePaymentClause, due: dt.date, until: dt.date) -> list[tuple[Any, ...]]:
    basis = rule(law, clause=clause, breach_on=due + interest.ONE_DAY)
    periods = interest.rate_periods(law, basis, due_on=due, until=until, clause=clause)
    return [(period.from_on, period.to_on, period.rate, period.per) for period in periods]


def test_a_static_clause_takes_the_rate_of_the_day_of_breach(law: LawData) -> None:
    clause = LatePaymentClause(rate=LateRate.LPR_TIMES, value=Decimal("1.5"), tenor=Tenor.FIVE_YEARS)
    assert exact(law, clause, D(2025, 5, 18), D(2025, 6, 30)) == [
        (D(2025, 5, 19), D(2025, 6, 30), Decimal("0.0540"), "year")
    ]
    assert exact(law, clause, D(2025, 5, 19), D(2025, 6, 30)) == [
        (D(2025, 5, 20), D(2025, 6, 30), Decimal("0.0525"), "year")
    ]


def test_a_floating_clause_changes_on_the_day_of_publication(law: LawData) -> None:
    clause = LatePaymentClause(rate=LateRate.LPR_PLUS, value=Decimal("0.02"), lpr=LprChoice.FLOATING)
    assert exact(law, clause, D(2025, 5, 1), D(2025, 6, 30)) == [
        (D(2025, 5, 2), D(2025, 5, 19), Decimal("0.051"), "year"),
        (D(2025, 5, 20), D(2025, 6, 30), Decimal("0.050"), "year"),
    ]


def test_days_of_grace_do_not_accrue(law: LawData) -> None:
    clause = LatePaymentClause(rate=LateRate.PER_DAY, value=Decimal("0.0005"), grace_days=10)
    assert exact(law, clause, D(2025, 6, 30), D(2025, 7, 10)) == []
    assert exact(law, clause, D(2025, 6, 30), D(2025, 7, 11)) == [
        (D(2025, 7, 11), D(2025, 7, 11), Decimal("0.0005"), "day")
    ]


def test_nothing_accrues_on_the_due_date_itself(law: LawData) -> None:
    assert interest.rate_periods(law, rule(law), due_on=D(2025, 6, 30), until=D(2025, 6, 30)) == ()


def test_static_interest_goes_on_where_the_table_has_ended_and_floating_does_not(law: LawData) -> None:
    due, until = D(2026, 1, 31), D(2026, 11, 22)
    basis = rule(law, breach_on=due + interest.ONE_DAY)
    (period,) = interest.rate_periods(law, basis, due_on=due, until=until)
    assert (period.reference_rate, period.rate) == (Decimal("0.03"), Decimal("0.039"))
    with pytest.raises(RuleMissing) as caught:
        interest.rate_periods(law, basis, due_on=due, until=until, choice=InterestChoice(lpr=LprChoice.FLOATING))
    assert missing(caught) == "lpr.stale"


def test_segments_split_where_the_balance_or_the_rate_changes(law: LawData) -> None:
    choice = InterestChoice(lpr=LprChoice.FLOATING, multiplier=Decimal("1.5"))
    basis = rule(law, breach_on=D(2025, 5, 2), choice=choice)
    periods = interest.rate_periods(law, basis, due_on=D(2025, 5, 1), until=D(2025, 6, 30), choice=choice)
    balances = [
        (D(2025, 5, 2), D(2025, 6, 9), Decimal("100000.00")),
        (D(2025, 6, 10), D(2025, 6, 30), Decimal("33333.33")),
    ]
    segments = interest.accrue("INV-1", balances, periods)
    assert [(each.segment.from_on, each.segment.to_on, each.segment.days) for each in segments] == [
        (D(2025, 5, 2), D(2025, 5, 19), 18),
        (D(2025, 5, 20), D(2025, 6, 9), 21),
        (D(2025, 6, 10), D(2025, 6, 30), 21),
    ]
    oracle = sum(
        (
            Fraction(base) * Fraction(percent) / 100 * Fraction("1.5") * days / 365
            for base, percent, days in (("100000", "3.10", 18), ("100000", "3.00", 21), ("33333.33", "3.00", 21))
        ),
        Fraction(0),
    )
    cents = int(oracle * 100 + Fraction(1, 2))
    total, difference = interest.total(segments)
    assert total == Decimal(cents) / 100
    assert total - difference == sum(each.segment.amount for each in segments)


def test_the_sum_is_rounded_once_and_the_difference_is_told(law: LawData) -> None:
    periods = interest.rate_periods(
        law, rule(law, clause=CLAUSE), due_on=D(2025, 6, 30), until=D(2025, 7, 3), clause=CLAUSE
    )
    days = [(D(2025, 7, day), D(2025, 7, day), Decimal("10.00")) for day in (1, 2, 3)]
    segments = interest.accrue("INV-1", days, periods)  # half a cent a day: three printed cents, one and a half owed
    assert [each.segment.amount for each in segments] == [Decimal("0.01")] * 3
    assert interest.total(segments) == (Decimal("0.02"), Decimal("-0.01"))


def test_a_currency_without_decimals_is_rounded_to_its_unit(law: LawData) -> None:
    periods = interest.rate_periods(
        law, rule(law, clause=CLAUSE), due_on=D(2025, 6, 30), until=D(2025, 7, 1), clause=CLAUSE
    )
    segments = interest.accrue("INV-1", [(D(2025, 7, 1), D(2025, 7, 1), Decimal(100999))], periods, currency="JPY")
    assert interest.total(segments, "JPY") == (Decimal(50), Decimal(0))
    assert segments[0].exact == Decimal("50.4995")


@pytest.mark.parametrize(
    ("amount", "expected"), [("99.99", ("99.99", False)), ("100", ("100", False)), ("101", ("100", True))]
)
def test_the_cap_is_a_share_of_the_invoice(amount: str, expected: tuple[str, bool]) -> None:
    clause = LatePaymentClause(rate=LateRate.PER_DAY, value=Decimal("0.001"), cap=Decimal("0.1"))
    assert interest.capped(Decimal(amount), clause, Decimal(1000)) == (Decimal(expected[0]), expected[1])
    assert interest.capped(Decimal(amount), CLAUSE, Decimal(1000)) == (Decimal(amount), False)


def test_the_benchmark_floats_too_and_stops_with_2019_08_19(law: LawData) -> None:
    choice = InterestChoice(lpr=LprChoice.FLOATING)
    basis = rule(law, breach_on=D(2015, 10, 1), choice=choice)
    periods = interest.rate_periods(law, basis, due_on=D(2015, 9, 30), until=D(2019, 8, 20), choice=choice)
    assert [(period.from_on, period.reference_rate, period.rule) for period in periods] == [
        (D(2015, 10, 1), Decimal("0.046"), "benchmark"),
        (D(2015, 10, 24), Decimal("0.0435"), "benchmark"),
        (D(2019, 8, 20), Decimal("0.0425"), "lpr_floating"),
    ]


# The loan prime rate


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (D(2026, 10, 19), None),  # the last day before the next publication
        (D(2026, 10, 20), "lpr.stale"),
        (D(2026, 11, 5), "lpr.stale"),
        (D(2027, 1, 19), "lpr.stale"),  # the rate of December is missing
        (D(2027, 1, 20), "calendar.holidays_missing"),  # published today, unless it is a holiday
        (D(2019, 8, 19), "lpr.missing"),
    ],
)
def test_a_rate_that_was_not_entered_is_missing_and_never_the_last_one(
    law: LawData, on: dt.date, code: str | None
) -> None:
    if code is None:
        assert lpr.at(law, on).effective_on == D(2026, 9, 20)
        return
    with pytest.raises(RuleMissing) as caught:
        lpr.at(law, on)
    assert missing(caught) == code


@pytest.mark.parametrize(
    ("on", "publication"),
    [
        (D(2026, 10, 20), "2026-10-20"),
        (D(2026, 11, 5), "2026-10-20"),  # that of November is not out yet
        (D(2026, 11, 22), "2026-11-20"),
        (D(2027, 1, 19), "2026-12-21"),  # the 20th is a Sunday
        (D(2027, 2, 10), "2027-01"),  # no holidays of 2027, so the month alone is known
        (D(2019, 8, 19), "2019-07-22"),
    ],
)
def test_a_missing_rate_names_the_publication_that_is_wanted(law: LawData, on: dt.date, publication: str) -> None:
    with pytest.raises(RuleMissing) as caught:
        lpr.at(law, on)
    assert caught.value.findings[0].facts["missing"] == publication


def test_over_a_stretch_the_first_missing_publication_is_named(law: LawData) -> None:
    with pytest.raises(RuleMissing) as caught:
        lpr.over(law, D(2026, 9, 1), D(2026, 11, 22), Tenor.ONE_YEAR)
    assert caught.value.findings[0].facts["missing"] == "2026-10-20"


def test_a_rate_changes_on_its_day_of_publication(law: LawData) -> None:
    before, after = lpr.at(law, D(2024, 10, 20)), lpr.at(law, D(2024, 10, 21))
    assert (before.by_tenor["one_year"], after.by_tenor["one_year"]) == (Decimal("0.0335"), Decimal("0.031"))
