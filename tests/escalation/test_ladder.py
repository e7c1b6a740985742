"""The ladder: no step is skipped or repeated because a part was paid, and the company's days only say when."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from docgen.accounts.account import Event, Proof
from docgen.escalation.decision import Step
from docgen.escalation.policy import Policy, StepPolicy, Tier
from tests.escalation.baseline import (
    ALL_LETTERS,
    DUE,
    POLICY,
    TODAY,
    D,
    E,
    account,
    codes,
    decided,
    event,
    invoice,
    letters,
    payment,
)

ONE = dt.timedelta(days=1)
PLAIN = Policy(
    version="plain",
    tiers=(
        Tier(
            name="all",
            steps={
                Step.REMINDER: StepPolicy(day=1, answer_days=7),
                Step.CONFIRMATION: StepPolicy(day=15, answer_days=10),
                Step.DEMAND: StepPolicy(day=30, answer_days=10),
                Step.LAWYERS_LETTER: StepPolicy(day=60, answer_days=15),
                Step.PAYMENT_ORDER: StepPolicy(day=75, answer_days=0),
            },
        ),
    ),
    working_days=frozenset(range(7)),
)
"""One tier with the usual days, letters on every weekday: what is tested is told by the days alone."""


def after(days: int) -> dt.date:
    """So many days after the due date of the baseline's invoice."""
    return DUE + dt.timedelta(days=days)


def sent(*days: int) -> tuple[Event, ...]:
    return letters(*(after(day) for day in days))


@pytest.mark.parametrize(
    ("taken", "step", "day"),
    [
        ((), Step.REMINDER, 1),
        ((1,), Step.CONFIRMATION, 15),
        ((1, 15), Step.DEMAND, 30),
        ((1, 15, 30), Step.LAWYERS_LETTER, 60),
        ((1, 15, 30, 60), Step.PAYMENT_ORDER, 75),
        ((1, 12), Step.DEMAND, 30),
        ((1, 25), Step.DEMAND, 35),  # the answer time of the last step is longer than the day of the tier
        ((1, 15, 30, 40), Step.PAYMENT_ORDER, 55),  # both letters used: no waiting for the seventy-fifth day
    ],
)
def test_the_next_rung_and_its_day(taken: tuple[int, ...], step: Step, day: int) -> None:
    found = decided(history=sent(*taken), as_of=after(max(taken, default=1)), policy=PLAIN)
    assert (found.step, found.next.from_on) == (step, max(after(day), found.as_of))


@pytest.mark.parametrize("days", [1, 14, 15, 31, 61, 200, 900])
def test_days_alone_skip_no_step(days: int) -> None:
    """However late somebody looks, the reminder comes first: the law's floors apart, only letters sent advance it."""
    assert decided(as_of=after(days), policy=PLAIN).step is Step.REMINDER


# Paid in part. Kill Bill (killbill/killbill 2297): the oldest invoice was paid, the days were counted anew from the
# next one, and a configured state was skipped. OCA (credit-control 330): what was paid in part was reminded of no more.


def test_paying_the_oldest_invoice_skips_no_letter_for_the_next() -> None:
    two = (invoice("FP-1"), invoice("FP-2", after(20)))
    history = letters(after(1), after(15), after(30))  # the last covers FP-2 too: it was due by then
    paid = (payment(after(32), 100_000, names=("FP-1",)),)
    before = decided(account(*two), history, as_of=after(31), policy=PLAIN)
    found = decided(account(*two, payments=paid), history, as_of=after(40), policy=PLAIN)
    assert (before.step, before.next.invoices) == (Step.LAWYERS_LETTER, ("FP-1", "FP-2"))
    assert (found.step, found.next.invoices) == (Step.LAWYERS_LETTER, ("FP-2",))
    assert found.next.from_on == after(80)  # sixty days after its own due date


def test_an_invoice_that_no_letter_covers_begins_at_the_first_rung_whatever_the_others_have_reached() -> None:
    two = (invoice("FP-1"), invoice("FP-2", after(50)))
    found = decided(account(*two), sent(1, 15, 30), as_of=after(60), policy=PLAIN)
    steps = {each.invoices: each.step for each in (found.next, *found.beside)}
    assert steps == {("FP-1",): Step.LAWYERS_LETTER, ("FP-2",): Step.REMINDER}


@pytest.mark.parametrize("rungs", range(5))
@pytest.mark.parametrize("part", ["0.01", "50000", "99999.99"])
def test_a_part_payment_neither_repeats_nor_skips(rungs: int, part: str) -> None:
    history = sent(1, 15, 30, 60)[:rungs]
    whole = decided(history=history, as_of=after(70), policy=PLAIN)
    paid = decided(account(payments=(payment(after(65), part),)), history, as_of=after(70), policy=PLAIN)
    assert (paid.step, paid.next.from_on, paid.next.rule) == (whole.step, whole.next.from_on, whole.next.rule)
    assert paid.next.amount == Decimal(100_000) - Decimal(part)


def test_what_is_paid_in_full_is_chased_no_more() -> None:
    found = decided(account(payments=(payment(after(65), 100_000),)), sent(1, 15, 30), as_of=after(70), policy=PLAIN)
    assert (found.step, found.next.amount) == (Step.NOTHING, 0)


def test_a_letter_for_one_invoice_is_no_step_for_another() -> None:
    two = (invoice("FP-1"), invoice("FP-2"))
    reminder = event(E.REMINDER, after(2), invoices=("FP-2",))
    found = decided(account(*two), [reminder], as_of=after(20), policy=PLAIN)
    steps = {each.invoices: each.step for each in (found.next, *found.beside)}
    assert steps == {("FP-1",): Step.REMINDER, ("FP-2",): Step.CONFIRMATION}


def test_the_strongest_of_what_may_go_now_is_next_and_the_rest_stands_beside() -> None:
    two = (invoice("FP-1"), invoice("FP-2", after(50)))
    early = decided(account(*two), sent(1, 15, 30), as_of=after(52), policy=PLAIN)
    assert (early.step, [each.step for each in early.beside]) == (Step.REMINDER, [Step.LAWYERS_LETTER])
    late = decided(account(*two), sent(1, 15, 30), as_of=after(60), policy=PLAIN)
    assert (late.step, [each.step for each in late.beside]) == (Step.LAWYERS_LETTER, [Step.REMINDER])


# Proof


def test_a_demand_whose_arrival_nobody_can_prove_is_sent_again() -> None:
    history = (*sent(1, 15), event(E.DEMAND, after(30), Proof.SENT))
    waiting = decided(history=history, as_of=after(31), policy=PLAIN)
    assert (waiting.step, waiting.next.from_on) == (Step.DEMAND, after(40))
    found = decided(history=history, as_of=after(60), policy=PLAIN)
    assert (found.step, found.now) == (Step.DEMAND, True)
    assert "evidence.arrival" in {each.code for each in found.evidence}
    assert "decision.sent_without_proof" in {each.code for each in found.warnings}
    assert [each.counts for each in found.done] == [True, True, False]


def test_after_a_demand_that_nobody_can_prove_nothing_milder_follows() -> None:
    """Whatever was skipped before it: what the debtor has read is not taken back."""
    history = (event(E.REMINDER, after(1)), event(E.DEMAND, after(20), Proof.SENT))
    assert decided(history=history, as_of=after(60), policy=PLAIN).step is Step.DEMAND
    history = (*sent(1, 15, 30), event(E.LAWYERS_LETTER, after(60), Proof.NONE))
    assert decided(history=history, as_of=after(90), policy=PLAIN).step is Step.LAWYERS_LETTER


def test_a_demand_that_was_refused_at_the_door_arrived() -> None:
    history = (*sent(1, 15), event(E.DEMAND, after(30), Proof.REFUSED))
    assert decided(history=history, as_of=after(60), policy=PLAIN).step is Step.LAWYERS_LETTER


@pytest.mark.parametrize("proof", [Proof.NONE, Proof.SENT, Proof.ARRIVED])
def test_a_reminder_counts_without_proof(proof: Proof) -> None:
    assert (
        decided(history=[event(E.REMINDER, after(1), proof)], as_of=after(20), policy=PLAIN).step is Step.CONFIRMATION
    )


def test_a_letter_before_the_due_date_announces_and_is_no_step() -> None:
    history = [event(E.REMINDER, after(-3)), event(E.DEMAND, after(-1))]
    assert decided(history=history, as_of=after(2), policy=PLAIN).step is Step.REMINDER


# Promises


def promise(on: dt.date, by: dt.date, amount: int | None = 60_000, **given: object) -> Event:
    return event(
        E.PROMISE, on, Proof.PROMISED, promised_on=by, amount=None if amount is None else Decimal(amount), **given
    )


def test_a_running_promise_is_waited_for_with_its_days_of_grace() -> None:
    history = (*sent(1, 15), promise(after(20), after(40)))
    found = decided(history=history, as_of=after(35), policy=PLAIN)
    assert (found.step, found.next.from_on) == (Step.DEMAND, after(46))
    assert "P04" in codes(found)


def test_a_broken_promise_advances_at_once() -> None:
    history = (*sent(1, 2), promise(after(3), after(5)))
    found = decided(history=history, as_of=after(11), policy=PLAIN)
    assert (found.step, found.next.from_on) == (Step.DEMAND, after(11))  # not on the thirtieth day
    assert "P05" in codes(found)
    still = decided(history=history, as_of=after(10), policy=PLAIN)
    assert (still.step, still.next.from_on) == (Step.DEMAND, after(30))  # the last day of grace: promised, not broken


def test_a_promise_that_was_broken_before_the_last_letter_is_answered_by_it() -> None:
    history = (*sent(1, 2), promise(after(3), after(5)), event(E.DEMAND, after(12)))
    found = decided(history=history, as_of=after(20), policy=PLAIN)
    assert (found.step, found.next.from_on) == (Step.LAWYERS_LETTER, after(60))


def test_a_demand_sent_after_a_broken_promise_has_its_time_to_answer_though_nobody_can_prove_it() -> None:
    history = (*sent(1, 2), promise(after(3), after(5)), event(E.DEMAND, after(40), Proof.SENT))
    found = decided(history=history, as_of=after(41), policy=PLAIN)
    assert (found.step, found.next.from_on) == (Step.DEMAND, after(50))


@pytest.mark.parametrize(("amount", "day", "step"), [(60_000, 40, Step.REMINDER), (60_000, 45, Step.REMINDER)])
def test_a_kept_promise_begins_anew(amount: int, day: int, step: Step) -> None:
    history = (*sent(1, 15, 30), promise(after(31), after(40)))
    paid = account(payments=(payment(after(day), amount),))
    found = decided(paid, history, as_of=after(60), policy=PLAIN)
    assert found.step is step
    assert "P06" in codes(found)


@pytest.mark.parametrize(("amount", "day"), [(59_999, 40), (60_000, 46), (60_000, 30)])
def test_too_little_too_late_or_before_it_is_no_kept_promise(amount: int, day: int) -> None:
    history = (*sent(1, 15, 30), promise(after(31), after(40)))
    found = decided(account(payments=(payment(after(day), amount),)), history, as_of=after(60), policy=PLAIN)
    assert (found.step, "P05" in codes(found)) == (Step.LAWYERS_LETTER, True)


def test_a_promise_for_one_invoice_holds_that_one_alone() -> None:
    two = (invoice("FP-1"), invoice("FP-2"))
    one = promise(after(20), after(100), None, invoices=("FP-2",))
    found = decided(account(*two), (*sent(1, 15), one), as_of=after(35), policy=PLAIN)
    assert {each.invoices: each.from_on for each in (found.next, *found.beside)} == {
        ("FP-1",): after(35),
        ("FP-2",): after(106),
    }


def test_letters_sent_after_a_kept_promise_count_again() -> None:
    history = (*sent(1, 15, 30), promise(after(31), after(40)), event(E.REMINDER, after(50)))
    paid = account(payments=(payment(after(38), 60_000),))
    assert decided(paid, history, as_of=after(60), policy=PLAIN).step is Step.CONFIRMATION


# Small sums, full weeks, rest days


def tiered(**least: int) -> Policy:
    (tier,) = PLAIN.tiers
    steps = {step: replace(each, least=Decimal(least.get(step.name.lower(), 0))) for step, each in tier.steps.items()}
    return replace(PLAIN, tiers=(replace(tier, steps=steps),))


def test_a_sum_that_is_too_small_for_the_next_step_repeats_the_last() -> None:
    policy = tiered(lawyers_letter=200_000, payment_order=200_000)
    found = decided(history=sent(1, 15, 30), as_of=after(60), policy=policy)
    assert (found.step, found.next.rule, found.next.from_on) == (Step.DEMAND, "P07", after(60))
    (refused,) = [each for each in found.refused if each.step is Step.LAWYERS_LETTER]
    assert (refused.rule, refused.force.value) == ("P07", "policy")


def test_a_sum_that_is_too_small_for_a_reminder_is_left_alone() -> None:
    policy = tiered(reminder=200_000, confirmation=200_000, demand=200_000, lawyers_letter=200_000)
    found = decided(as_of=after(60), policy=policy)
    assert (found.step, found.next.rule) == (Step.NOTHING, "P07")


def test_no_minimum_of_the_policy_stands_before_a_floor_of_the_law() -> None:
    policy = tiered(reminder=200_000, confirmation=200_000, demand=200_000, lawyers_letter=200_000)
    given = account(invoice(due=D(2023, 12, 10)))
    assert decided(given, policy=policy).next.rule == "E04a"


def test_the_week_is_full_after_its_contacts() -> None:
    calls = [event(E.CALL, TODAY - dt.timedelta(days=ago)) for ago in (0, 2, 5)]
    found = decided(history=calls, policy=PLAIN)
    assert (found.next.from_on, "P09" in codes(found)) == (TODAY + 2 * ONE, True)
    again = decided(history=calls, as_of=TODAY + 2 * ONE, policy=PLAIN)
    assert again.now


def test_a_full_week_stops_no_filing() -> None:
    calls = [event(E.CALL, TODAY - dt.timedelta(days=ago)) for ago in (0, 2, 5)]
    assert decided(history=(*ALL_LETTERS, *calls)).now
    assert decided(account(invoice(due=D(2023, 12, 10))), calls).now


@pytest.mark.parametrize(
    ("asked", "leaves"),
    [
        (D(2026, 9, 24), D(2026, 9, 24)),
        (D(2026, 9, 25), D(2026, 9, 28)),  # mid-autumn, a Friday to a Sunday
        (D(2026, 10, 1), D(2026, 10, 8)),  # the national holiday
        (D(2026, 10, 10), D(2026, 10, 10)),  # a Saturday on which people work instead
        (D(2026, 11, 21), D(2026, 11, 23)),
    ],
)
def test_letters_leave_on_working_days(asked: dt.date, leaves: dt.date) -> None:
    found = decided(as_of=asked)
    assert (found.next.from_on, found.look_again_on if leaves > asked else leaves) == (leaves, leaves)


# Tiers


def test_a_customer_belongs_to_the_first_tier_whose_conditions_hold() -> None:
    late = D(2026, 10, 1)
    assert decided(as_of=late).tier == "B"  # 100,000 and over ninety days
    assert decided(as_of=D(2026, 9, 1)).tier == "C"  # not yet
    assert decided(account(credit="D", invoices=(invoice(amount=500_000),))).tier == "A"
    assert decided(account(credit="B", invoices=(invoice(amount=500_000),))).tier == "B"
    assert decided(account(credit="Z", invoices=(invoice(amount=500_000),))).tier == "B", "like one without a grade"
    asked = decided(account(credit=None))
    assert "credit" in {each.fact for each in asked.asked}


def test_who_must_approve_is_told_by_the_tier() -> None:
    history = sent(1, 15, 30)
    assert decided(history=history).next.approval == "财务总监"
    assert decided(history=history, policy=PLAIN).next.approval is None
    assert POLICY.version.startswith("standard-2026+")


@pytest.mark.parametrize("grade", ["Z", "AAA", "b"])
def test_a_grade_that_the_policy_does_not_know_is_told_with_those_that_it_knows(grade: str) -> None:
    found = decided(account(credit=grade))
    (warned,) = (each for each in found.warnings if each.code == "decision.unknown_grade")
    assert (warned.place, warned.facts["grade"], warned.facts["known"]) == ("/account/credit", grade, "A, B, C, D")
    assert "credit" in {each.fact for each in found.asked}
    for known in ("A", "B", "C", "D", None):
        fine = decided(account(credit=known))
        assert "decision.unknown_grade" not in {each.code for each in fine.warnings}


def test_a_policy_that_uses_no_grades_takes_any() -> None:
    without = replace(POLICY, grades=(), tiers=POLICY.tiers[-1:])
    found = decided(account(credit="AAA"), policy=without)
    assert "decision.unknown_grade" not in {each.code for each in found.warnings}
    assert "credit" not in {each.fact for each in found.asked}
