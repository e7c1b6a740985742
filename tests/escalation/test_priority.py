"""Who first: by what a month's waiting is expected to cost, with the reason for each place."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import docgen
from docgen.accounts.account import Account, Hold, Proof
from docgen.accounts.contract import Guarantee, GuaranteeMode
from docgen.accounts.party import Party
from docgen.errors import Finding
from docgen.escalation.decision import Step
from docgen.escalation.priority import Place, priority, weigh
from docgen.escalation.recovery import read
from docgen.escalation.stakes import WAIT_DAYS
from docgen.messages import Messages
from tests.escalation.baseline import LAW, POLICY, TODAY, D, E, account, contract, decided, event, invoice, payment

RECOVERY = read((Path(docgen.__file__).parent / "escalation" / "recovery.toml").read_text("utf-8"))
DAY = dt.timedelta(days=1)


def weighed(given: Account, number: int = 0) -> Place:
    decision = decided(given, given.history, given.as_of)
    return weigh(given, decision, POLICY, LAW, RECOVERY, place=number)


def owed(days: int, amount: str = "100000.00", **more: Any) -> Account:
    """An account with one invoice so many days past due, all letters of the ladder long sent."""
    due = TODAY - days * DAY
    name = more.pop("name", "北山印务有限公司")
    held = more.pop("invoice", {})
    return account(
        invoice(due=due, amount=amount, **held), debtor=Party(name=name, address="杭州市余杭区良渚路2号"), **more
    )


def codes(place: Place) -> list[str]:
    return [reason.code.removeprefix("priority.") for reason in place.reasons]


def reason(place: Place, code: str) -> Finding:
    return next(each for each in place.reasons if each.code == f"priority.{code}")


def test_a_month_costs_the_sum_times_what_comes_in_less() -> None:
    """100 days: 80 %; 130 days: 80 − 30 × 30/80 = 68.75 %. Of 100,000.00 that is 11,250.00."""
    place = weighed(owed(100))
    assert place.loss == place.by_age == Decimal("11250.00")
    assert (place.now, place.later) == (Decimal("0.80"), Decimal("0.6875"))
    told = reason(place, "age")
    assert (told.facts["now"], told.facts["later"], told.facts["loss"]) == ("80.0%", "68.8%", "11250.00")
    assert reason(place, "due").facts["days"] == "100"


def test_several_invoices_are_weighed_each_by_its_age() -> None:
    both = account(
        invoice("A", due=TODAY - 100 * DAY, amount="100000.00"), invoice("B", due=TODAY - 365 * DAY, amount="50000.00")
    )
    old = Decimal(50000) * (RECOVERY.rate(365) - RECOVERY.rate(395))
    place = weighed(both)
    assert place.loss == (Decimal("11250.00") + old).quantize(Decimal("0.01"))
    assert place.asked == Decimal("150000.00")


def test_the_dearest_wait_comes_first_and_not_the_largest_or_the_oldest_sum() -> None:
    large = weighed(owed(400, "300000.00", name="大而旧"), 0)
    middle = weighed(owed(100, "100000.00", name="正当其时"), 1)
    fresh = weighed(owed(10, "150000.00", name="新"), 2)
    order = priority([large, middle, fresh])
    assert [place.decision.debtor for place in order] == ["正当其时", "新", "大而旧"]
    assert [place.number for place in order] == [1, 2, 3]


# -- periods that run out


@pytest.mark.parametrize(
    ("left", "at_stake"),
    [(0, True), (WAIT_DAYS + POLICY.limitation_file_days - 1, True), (WAIT_DAYS + POLICY.limitation_file_days, False)],
)
def test_a_limitation_period_that_would_leave_too_few_days_puts_the_whole_sum_at_stake(
    left: int, at_stake: bool
) -> None:
    due = D(2023, 11, 23) + left * DAY  # ends three years later
    place = weighed(account(invoice(due=due, amount="80000.00"), contracts=(contract(signed_on=D(2023, 1, 5)),)))
    clock = next(clock for clock in place.decision.clocks if clock.kind.value == "limitation")
    assert clock.days_left == left
    assert (place.loss == Decimal("80000.00")) is at_stake
    assert ("limitation" in codes(place)) is at_stake
    assert place.act_by == (clock.last_safe_day if at_stake else None)
    if at_stake:
        told = reason(place, "limitation")
        assert told.facts["left"] == str(left) and told.facts["needed"] == str(POLICY.limitation_file_days)
        assert "civil_code:188" in told.articles


def test_an_expired_claim_costs_nothing_and_says_so() -> None:
    place = weighed(account(invoice(due=D(2023, 11, 20)), contracts=(contract(signed_on=D(2023, 1, 5)),)))
    assert place.loss == 0 and codes(place) == ["step_for_undue", "expired"]


def test_what_is_before_a_court_is_no_longer_at_stake() -> None:
    due = D(2023, 12, 1)
    suing = (event(E.ACTION_FILED, TODAY - 3 * DAY),)
    held = account(invoice(due=due), contracts=(contract(signed_on=D(2023, 1, 5)),), history=suing)
    assert "limitation" in codes(weighed(replace(held, history=())))
    place = weighed(held)
    assert place.loss == 0 and "limitation" not in codes(place) and "nothing_to_do" in codes(place)


def guaranteed(until: dt.date, maximum: Decimal | None = None, **more: Any) -> Account:
    guarantee = Guarantee(
        guarantor=Party(name="保证人有限公司"), mode=GuaranteeMode.JOINT, period_until=until, maximum=maximum
    )
    return account(
        invoice(due=TODAY - 100 * DAY, amount="100000.00"), contracts=(contract(guarantees=(guarantee,)),), **more
    )


@pytest.mark.parametrize(("left", "at_stake"), [(89, True), (90, False)])
def test_a_guarantee_that_ends_soon_puts_what_it_secures_at_stake(left: int, at_stake: bool) -> None:
    place = weighed(guaranteed(TODAY + left * DAY))
    assert (place.loss == Decimal("100000.00")) is at_stake
    assert ("guarantee" in codes(place)) is at_stake


def test_no_more_is_at_stake_than_the_guarantor_answers_for() -> None:
    """30,000.00 of 100,000.00 is lost with the guarantee; that is more than the month costs by age."""
    place = weighed(guaranteed(TODAY + 20 * DAY, Decimal("30000.00")))
    assert place.by_period == place.loss == Decimal("30000.00")
    assert reason(place, "guarantee").facts["guarantor"] == "保证人有限公司"


def test_a_guarantor_who_was_asked_is_not_at_stake_any_more() -> None:
    asked = (event(E.GUARANTOR_REQUESTED, TODAY - 5 * DAY, Proof.ARRIVED, reference="保证人有限公司"),)
    assert "guarantee" not in codes(weighed(guaranteed(TODAY + 20 * DAY, history=asked)))


def test_a_judgment_that_can_soon_not_be_enforced_any_more_puts_its_sum_at_stake() -> None:
    """Two years from the end of the time for payment (Civil Procedure Law 250)."""

    def judged(perform_by: dt.date) -> Place:
        judgment = event(E.JUDGMENT_EFFECTIVE, perform_by - 10 * DAY, perform_by=perform_by)
        return weighed(account(invoice(due=D(2024, 5, 1), amount="70000.00"), history=(judgment,)))

    soon, later = judged(D(2024, 12, 20)), judged(D(2025, 3, 1))
    assert soon.loss == Decimal("70000.00") and codes(soon)[0] == "enforcement"
    assert soon.act_by is not None and soon.act_by <= D(2026, 12, 20)
    assert "enforcement" not in codes(later) and "limitation" not in codes(later)


def test_property_that_is_preserved_is_at_stake_until_the_suit_is_filed() -> None:
    taken = event(E.PRESERVATION_TAKEN, TODAY - 10 * DAY)
    place = weighed(owed(100, history=(taken,)))
    assert place.loss == Decimal("100000.00") and codes(place)[0] == "preservation_suit"
    assert reason(place, "preservation_suit").facts["left"] == "20"
    sued = weighed(owed(100, history=(taken, event(E.ACTION_FILED, TODAY - DAY))))
    assert "preservation_suit" not in codes(sued) and sued.loss == 0


# -- what cannot be acted on


def test_a_disputed_part_is_not_counted_by_age() -> None:
    place = weighed(owed(100, invoice={"disputed": "60000.00"}))
    assert place.loss == Decimal("4500.00") and place.disputed == Decimal("60000.00")
    assert reason(place, "disputed").facts["amount"] == "60000.00"


def test_a_dispute_stops_no_period() -> None:
    held = account(
        invoice(due=D(2023, 12, 1), amount="80000.00", disputed="80000.00"),
        contracts=(contract(signed_on=D(2023, 1, 5)),),
    )
    assert weighed(held).loss == Decimal("80000.00")


def test_a_hold_without_an_end_costs_nothing_by_age_and_a_shorter_one_costs_what_follows_it() -> None:
    without = weighed(owed(100, holds=(Hold(from_on=TODAY, reason="谈判"),)))
    assert without.loss == 0 and "held" in codes(without)
    ten_days = weighed(owed(100, holds=(Hold(from_on=TODAY, until=TODAY + 9 * DAY, reason="谈判"),)))
    lost = Decimal(100000) * (RECOVERY.rate(110) - RECOVERY.rate(130))
    assert ten_days.loss == lost and "age_once_free" in codes(ten_days)


def test_a_hold_stops_no_period() -> None:
    held = account(
        invoice(due=D(2023, 12, 1), amount="80000.00"),
        contracts=(contract(signed_on=D(2023, 1, 5)),),
        holds=(Hold(from_on=TODAY, reason="谈判"),),
    )
    assert weighed(held).loss == Decimal("80000.00")


def test_waiting_counts_from_the_day_on_which_the_next_step_may_be_taken() -> None:
    free = weighed(owed(40, history=(event(E.REMINDER, TODAY - 30 * DAY, Proof.SENT),)))
    waits = weighed(owed(40, history=(event(E.REMINDER, TODAY - DAY, Proof.SENT),)))
    assert "step_later" not in codes(free)
    on = dt.date.fromisoformat(reason(waits, "step_later").facts["on"])
    assert on == waits.decision.next.from_on > TODAY
    days = 40 + (on - TODAY).days
    lost = Decimal(100000) * (RECOVERY.rate(days) - RECOVERY.rate(70))
    assert waits.loss == lost.quantize(Decimal("0.01"))


def test_a_step_for_another_sum_than_the_row_s_is_explained() -> None:
    demanded = event(E.DEMAND, TODAY - 60 * DAY, Proof.ARRIVED, invoices=("FP-1",))
    two = account(
        invoice(number="FP-1", due=TODAY - 100 * DAY, amount="60000.00"),
        invoice(number="FP-2", due=TODAY - 40 * DAY, amount="40000.00"),
        history=(demanded,),
    )
    place = weighed(two)
    part = reason(place, "step_for_part")
    assert (place.asked, part.facts["amount"]) == (Decimal(100_000), f"{place.decision.next.amount:f}")
    assert part.facts["invoices"] == ", ".join(place.decision.next.invoices) in {"FP-1", "FP-2"}
    undue = weighed(account(invoice(due=TODAY + 5 * DAY, amount="70000.00")))
    assert undue.decision.step is Step.REMINDER and reason(undue, "step_for_undue").facts["amount"] == "70000.00"
    for same in (owed(100), owed(100, holds=(Hold(from_on=TODAY, reason="谈判"),))):
        assert not [code for code in codes(weighed(same)) if code.startswith("step_for")]


def test_what_is_not_due_costs_nothing_yet() -> None:
    place = weighed(owed(-10))
    assert (place.loss, place.asked) == (0, 0) and codes(place) == ["step_for_undue", "not_due"]


def test_an_unknown_due_date_is_asked_for_and_not_taken_for_a_late_one() -> None:
    undated = account(invoice(due=None), contracts=())
    place = weighed(undated)
    assert place.loss == 0 and "due_unknown" in codes(place)


def test_money_on_account_is_taken_off_the_oldest_debt() -> None:
    """A payment for an invoice still to come waits as a whole; nobody is ranked for money that is there."""
    waiting = payment(TODAY - DAY, "40000.00", names=("FP-9",))
    coming = invoice("FP-9", due=TODAY + 60 * DAY, issued_on=TODAY + 5 * DAY)
    place = weighed(account(invoice(due=TODAY - 100 * DAY), coming, payments=(waiting,)))
    assert place.asked == Decimal("60000.00") and place.loss == Decimal("6750.00")
    assert reason(place, "on_account").facts["amount"] == "40000.00"


def test_an_account_that_the_law_data_cannot_weigh_is_last_and_not_lost() -> None:
    """The limitation of before 1987 is in no table: there is no figure, and none is made up."""
    early = account(invoice(due=D(1980, 1, 1)), contracts=())
    blind = weighed(early, 1)
    assert blind.loss is None and blind.reasons == blind.decision.warnings != ()
    order = priority([blind, weighed(owed(-10), 0)])
    assert [place.account for place in order] == [0, 1]


# -- the order itself


def test_currencies_have_orders_of_their_own() -> None:
    dollars = account(
        invoice(due=TODAY - 100 * DAY, amount="999999.00", currency="USD"), contracts=(contract(currency="USD"),)
    )
    order = priority([weighed(dollars, 0), weighed(owed(100), 1), weighed(owed(50), 2)])
    assert [(place.decision.currency, place.number) for place in order] == [("CNY", 1), ("CNY", 2), ("USD", 1)]


def test_equal_losses_are_told_apart_the_same_way_whatever_the_order_of_the_accounts() -> None:
    places = [weighed(owed(100, name=name), number) for number, name in enumerate(("丙", "甲", "乙"))]
    orders = {tuple(place.decision.debtor for place in priority(each)) for each in permutations(places)}
    assert len(orders) == 1


@settings(max_examples=40, deadline=None)
@given(some.integers(1, 700), some.integers(1, 10**9))
def test_a_larger_sum_of_one_age_never_costs_less_and_never_more_than_itself(days: int, cents: int) -> None:
    less, more = (weighed(owed(days, str(Decimal(each).scaleb(-2)))) for each in (cents, cents * 2))
    assert less.loss is not None and more.loss is not None
    assert 0 <= less.loss <= more.loss <= more.open


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_reason_can_be_said(messages: Messages, language: str) -> None:
    """One account with a disputed part, one on hold, one whose periods run out: no brace is left in any sentence."""
    accounts = (
        owed(100, invoice={"disputed": "60000.00"}),
        owed(100, holds=(Hold(from_on=TODAY, reason="谈判"),)),
        guaranteed(TODAY + 20 * DAY),
        account(invoice(due=D(2023, 12, 1)), contracts=(contract(signed_on=D(2023, 1, 5)),)),
        account(invoice(due=None), contracts=()),
        account(invoice(due=TODAY + 5 * DAY)),
    )
    for each in accounts:
        for told in weighed(each).reasons:
            said = messages.say(told, language)
            assert said and "{" not in said
