"""Limitation and guarantee periods: what restarts them, what revives nothing, what bars the defence."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from docgen.accounts.account import Event, EventKind, Proof
from docgen.accounts.contract import Guarantee, GuaranteeMode
from docgen.accounts.party import Party
from docgen.law import guarantee, limitation
from docgen.law.assessment import LimitationClock, Missing
from docgen.law.statutes import LawData

D = dt.date
DUE = D(2022, 6, 30)  # the period ends on 2025-06-30


def clock(law: LawData, *events: Event, paid: tuple[dt.date, ...] = (), **given: Any) -> LimitationClock:
    usual: dict[str, Any] = {"invoices": ("INV-1",), "due_on": DUE, "as_of": D(2026, 11, 22)}
    return limitation.clock(law, events=events, part_paid_on=paid, **{**usual, **given})


def event(kind: EventKind, on: dt.date, proof: Proof = Proof.NONE, **given: Any) -> Event:
    return Event(kind=kind, on=on, proof=proof, **given)


IN_TIME = D(2024, 5, 6)


@pytest.mark.parametrize(
    ("kind", "proof", "demands", "reason"),
    [
        (EventKind.DEMAND, Proof.ARRIVED, None, "demand_arrived"),
        (EventKind.DEMAND, Proof.REFUSED, None, "demand_arrived"),
        (EventKind.DEMAND, Proof.SENT, None, "not_proved"),
        (EventKind.DEMAND, Proof.ARRIVED, False, "asks_for_nothing"),
        (EventKind.LAWYERS_LETTER, Proof.SIGNED, None, "demand_arrived"),
        (EventKind.REMINDER, Proof.ARRIVED, None, "asks_for_nothing"),
        (EventKind.REMINDER, Proof.ARRIVED, True, "demand_arrived"),
        (EventKind.CONFIRMATION, Proof.SIGNED, None, "figure_only"),
        (EventKind.CONFIRMATION, Proof.SIGNED, True, "demand_arrived"),
        (EventKind.CONFIRMATION, Proof.PROMISED, None, "promise"),
        (EventKind.PROMISE, Proof.NONE, None, "not_proved"),
        (EventKind.PROMISE, Proof.SIGNED, None, "promise"),
        (EventKind.ACTION_FILED, Proof.NONE, None, "filed"),
        (EventKind.PAYMENT_ORDER_APPLIED, Proof.NONE, None, "filed"),
    ],
)
def test_an_event_in_time_counts_by_what_it_is_and_how_it_is_proved(
    law: LawData, kind: EventKind, proof: Proof, demands: bool | None, reason: str
) -> None:
    found = clock(law, event(kind, IN_TIME, proof, demands_payment=demands))
    (interruption,) = found.interruptions
    counts = reason in {"demand_arrived", "promise", "filed"}
    assert (interruption.reason, interruption.counted) == (reason, counts)
    assert found.raw_end == (D(2027, 5, 6) if counts else D(2025, 6, 30))
    assert interruption.articles


@pytest.mark.parametrize("kind", [EventKind.DISPUTE, EventKind.REFUSAL, EventKind.PRESERVATION_TAKEN])
def test_an_event_that_has_nothing_to_do_with_limitation_is_left_out(law: LawData, kind: EventKind) -> None:
    assert clock(law, event(kind, IN_TIME, Proof.SIGNED)).interruptions == ()


def test_the_last_day_is_in_time_and_the_next_is_not(law: LawData) -> None:
    last = clock(law, event(EventKind.DEMAND, D(2025, 6, 30), Proof.ARRIVED))
    assert (last.raw_end, last.expired) == (D(2028, 6, 30), False)
    late = clock(law, event(EventKind.DEMAND, D(2025, 7, 1), Proof.ARRIVED))
    assert (late.raw_end, late.expired) == (D(2025, 6, 30), True)
    assert late.interruptions[0].reason == "after_expiry"


def test_it_expires_on_the_day_after_its_end(law: LawData) -> None:
    assert not clock(law, as_of=D(2025, 6, 30)).expired
    assert clock(law, as_of=D(2025, 7, 1)).expired


def test_a_demand_before_the_due_date_interrupts_nothing(law: LawData) -> None:
    found = clock(law, event(EventKind.DEMAND, DUE, Proof.ARRIVED))
    assert (found.interruptions[0].reason, found.raw_end) == ("before_due", D(2025, 6, 30))


def test_a_promise_after_expiry_bars_the_defence(law: LawData) -> None:
    found = clock(law, event(EventKind.PROMISE, D(2026, 1, 5), Proof.PROMISED))
    assert (found.interruptions[0].reason, found.interruptions[0].counted) == ("waived", True)
    assert (found.raw_end, found.expired) == (D(2029, 1, 5), False)


def test_a_part_payment_counts_in_time_and_not_after(law: LawData) -> None:
    assert clock(law, paid=(IN_TIME,)).raw_end == D(2027, 5, 6)
    late = clock(law, paid=(D(2026, 1, 5),))
    assert (late.interruptions[0].reason, late.expired) == ("after_expiry", True)


def test_it_can_be_interrupted_again_and_again_in_order_of_day(law: LawData) -> None:
    found = clock(
        law,
        event(EventKind.DEMAND, D(2026, 3, 2), Proof.ARRIVED),  # in time only by the part payment before it
        paid=(D(2025, 1, 20),),
    )
    assert found.raw_end == D(2029, 3, 2)
    assert [interruption.kind for interruption in found.interruptions] == ["part_payment", "demand"]


def test_proceedings_keep_the_period_from_running_until_they_end(law: LawData) -> None:
    found = clock(
        law,
        event(EventKind.ACTION_FILED, D(2022, 9, 1)),
        event(EventKind.PROCEEDINGS_ENDED, D(2026, 2, 2)),  # more than three years after the filing
    )
    assert (found.raw_end, found.expired) == (D(2029, 2, 2), False)


def test_proceedings_whose_end_is_not_on_record_are_not_taken_to_last(law: LawData) -> None:
    found = clock(
        law,
        event(EventKind.ACTION_FILED, D(2022, 9, 1)),
        event(EventKind.DEMAND, D(2026, 2, 2), Proof.ARRIVED),
    )
    assert (found.raw_end, found.expired) == (D(2025, 9, 1), True)
    assert found.interruptions[1].reason == "after_expiry"


def test_an_end_of_proceedings_that_nobody_began_is_left_out(law: LawData) -> None:
    assert clock(law, event(EventKind.PROCEEDINGS_ENDED, IN_TIME)).interruptions == ()


def test_an_event_about_other_invoices_does_not_count(law: LawData) -> None:
    other = event(EventKind.DEMAND, IN_TIME, Proof.ARRIVED, invoices=("INV-2",))
    assert clock(law, other).interruptions == ()
    assert clock(law, other, invoices=("INV-1", "INV-2")).raw_end == D(2027, 5, 6)


def test_nothing_goes_beyond_twenty_years_from_the_due_date(law: LawData) -> None:
    paid = tuple(D(year, 6, 1) for year in range(2018, 2038, 2))
    found = clock(law, due_on=D(2017, 12, 31), paid=paid, as_of=D(2037, 12, 31))
    assert (found.raw_end, found.expired) == (D(2037, 12, 31), False)


def test_an_international_sale_has_four_years(law: LawData) -> None:
    found = clock(law, international_sale=True)
    assert (found.years, found.raw_end) == (4, D(2026, 6, 30))


def test_a_debt_due_before_the_three_year_rule_has_two(law: LawData) -> None:
    assert clock(law, due_on=D(2015, 9, 30)).raw_end == D(2017, 9, 30)
    assert clock(law, due_on=D(2015, 10, 1)).raw_end == D(2018, 10, 1)


def test_a_period_that_begins_anew_has_the_length_of_its_own_day(law: LawData) -> None:
    found = clock(
        law,
        event(EventKind.DEMAND, D(2017, 1, 10), Proof.ARRIVED),  # in the two years of a debt due in 2015
        event(EventKind.DEMAND, D(2019, 12, 1), Proof.ARRIVED),  # in the three years from then
        due_on=D(2015, 6, 30),
    )
    assert [each.counted for each in found.interruptions] == [True, True]
    assert (found.raw_end, found.years) == (D(2022, 12, 1), 3)


def test_an_international_sale_due_before_the_civil_code_has_four_years_too(law: LawData) -> None:
    found = clock(law, due_on=D(2020, 8, 29), international_sale=True)
    assert (found.raw_end, found.articles[0]) == (D(2024, 8, 29), "contract_law_1999:129")


def test_the_last_safe_day_is_a_working_day_and_the_rolled_end_too(law: LawData) -> None:
    found = clock(law, due_on=D(2023, 10, 1))  # ends in the National Day holiday of 2026
    assert (found.last_safe_day, found.raw_end, found.rolled_end) == (D(2026, 9, 30), D(2026, 10, 1), D(2026, 10, 8))


def test_a_rolled_end_in_a_year_without_holidays_is_missing(law: LawData) -> None:
    found = clock(law, due_on=D(2024, 2, 29))
    assert found.raw_end == D(2027, 2, 28)
    assert isinstance(found.rolled_end, Missing)
    assert found.rolled_end.finding.code == "calendar.holidays_missing"


# Guarantees


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        (None, GuaranteeMode.GENERAL),
        ("承担保证责任", GuaranteeMode.GENERAL),
        ("承担连带保证责任", GuaranteeMode.JOINT),
        ("不承担连带责任，仅承担一般保证责任", GuaranteeMode.GENERAL),
    ],
)
def test_an_unclear_guarantee_is_joint_only_by_its_words(words: str | None, mode: GuaranteeMode) -> None:
    assert guarantee.mode(GuaranteeMode.UNCLEAR, words) is mode


def test_a_stated_mode_stands() -> None:
    assert guarantee.mode(GuaranteeMode.GENERAL, "连带责任") is GuaranteeMode.GENERAL


def test_a_guarantee_clock_tells_what_must_be_done_until_when(law: LawData) -> None:
    given = Guarantee(guarantor=Party(name="担保有限公司"), mode=GuaranteeMode.JOINT)
    found = guarantee.clock(law, given, contract="C-1", due_on=D(2025, 8, 31), as_of=D(2026, 2, 28))
    assert (found.raw_end, found.act_needed, found.expired) == (D(2026, 2, 28), "request_guarantor", False)
    assert found.articles == ("civil_code:692", "civil_code:693(2)")
    assert guarantee.clock(law, given, contract="C-1", due_on=D(2025, 8, 31), as_of=D(2026, 3, 1)).expired


def test_a_guarantee_agreed_to_end_on_the_due_date_runs_six_months(law: LawData) -> None:
    assert guarantee.end(law, D(2026, 1, 31), D(2026, 1, 31)) == D(2026, 7, 31)
    assert guarantee.end(law, D(2026, 1, 31), D(2026, 2, 1)) == D(2026, 2, 1)


def test_the_law_of_today_was_read_and_what_came_before_it_stands_apart(law: LawData) -> None:
    for key in (
        "limitation.years",
        "limitation.outer_years",
        "limitation.international_sale_years",
        "guarantee.months",
    ):
        today = law.figure(key, D(2021, 1, 1))
        assert (today.sure, today.in_force_from, today.in_force_until) == ("V", D(2021, 1, 1), None)
        assert law.figure(key, D(2020, 12, 31)).sure == "M"


@pytest.mark.parametrize(
    ("due_on", "raw_end", "rests_on"),
    [
        (D(2015, 9, 30), D(2017, 9, 30), "general_principles_1986:135"),  # over the day before the new law
        (D(2015, 10, 1), D(2018, 10, 1), "limitation_transition_2018:2"),  # still running on its first day
        (D(2017, 10, 1), D(2020, 10, 1), "general_provisions_2017:188"),
        (D(2021, 1, 1), D(2024, 1, 1), "civil_code:188"),
    ],
)
def test_a_period_rests_on_the_law_of_the_day_on_which_it_began(
    law: LawData, due_on: dt.date, raw_end: dt.date, rests_on: str
) -> None:
    found = clock(law, due_on=due_on)
    assert (found.raw_end, found.articles[0]) == (raw_end, rests_on)
