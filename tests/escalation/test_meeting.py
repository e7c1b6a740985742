"""Where two rules meet: the harder one decides, from its boundary day on and not a day before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from docgen.accounts.account import Account, Answer, Event, Hold, Question
from docgen.accounts.contract import Contract, Guarantee, GuaranteeMode
from docgen.accounts.party import Party
from docgen.escalation.decision import ClockKind, SideKind, Step
from tests.escalation.baseline import (
    ALL_LETTERS,
    ARBITRATION_CLAUSE,
    LAW,
    TODAY,
    D,
    E,
    account,
    codes,
    contract,
    decided,
    event,
    invoice,
)

ONE = dt.timedelta(days=1)
YES = Answer.YES
GENERAL, JOINT = GuaranteeMode.GENERAL, GuaranteeMode.JOINT


def declaring(*questions: Question, given: Account | None = None, answer: Answer = YES) -> Account:
    base = given or account()
    more = {question: replace(base.declared[question], answer=answer) for question in questions}
    return replace(base, declared={**base.declared, **more})


def guaranteed(mode: GuaranteeMode, until: dt.date, **terms: object) -> tuple[Contract, ...]:
    guarantor = Party(name="东湖担保有限公司")
    return (contract(guarantees=(Guarantee(guarantor=guarantor, mode=mode, period_until=until),), **terms),)


def ended(days_left: int, **given: object) -> Account:
    """An account whose only invoice's limitation period ends in so many days."""
    end = TODAY + dt.timedelta(days=days_left)
    return account(invoice(due=end.replace(year=end.year - 3), **given))


# Limitation


@pytest.mark.parametrize(
    ("left", "step", "rule"),
    [
        (91, Step.REMINDER, "E24"),
        (90, Step.DEMAND, "E04b"),
        (31, Step.DEMAND, "E04b"),
        (30, Step.LAWSUIT, "E04a"),
        (0, Step.LAWSUIT, "E04a"),
        (-1, Step.REPAYMENT_AGREEMENT, "E03"),
    ],
)
def test_the_end_of_limitation_lifts_the_step_until_it_takes_the_way_away(left: int, step: Step, rule: str) -> None:
    found = decided(ended(left))
    assert (found.step, found.next.rule, found.next.from_on) == (step, rule, TODAY)


def test_a_letter_that_is_stronger_already_is_only_brought_forward() -> None:
    sent = D(2025, 11, 20)
    given = ended(60)
    demand = event(E.DEMAND, sent, invoices=("FP-1",), demands_payment=False)  # asked for nothing: no interruption
    found = decided(given, [demand])
    assert (found.step, found.next.from_on) == (Step.LAWYERS_LETTER, TODAY)
    assert "E04b" in codes(found)


def test_a_filing_is_called_arbitration_where_that_is_agreed() -> None:
    given = replace(ended(30), contracts=(contract(dispute_clause=ARBITRATION_CLAUSE),))
    found = decided(given)
    assert (found.step, found.next.rule) == (Step.ARBITRATION, "E06")
    assert {"E04a", "E06"} <= codes(found)


def test_where_the_clause_is_not_known_the_filing_waits_for_that_answer_alone() -> None:
    given = replace(ended(30), contracts=(contract(dispute_clause=None),))
    found = decided(given)
    assert (found.step, found.next.ready) == (Step.LAWSUIT, False)
    assert [each.fact for each in found.asked if each.blocking] == ["dispute_clause"]


def test_the_disputed_part_is_filed_too_before_its_period_ends() -> None:
    assert decided(ended(31, disputed="100000")).step is Step.NEGOTIATION
    assert decided(ended(30, disputed="100000")).step is Step.LAWSUIT


def test_a_promise_that_runs_does_not_hold_what_a_floor_lifts() -> None:
    promise = event(E.PROMISE, TODAY - ONE, proof=Event(kind=E.PROMISE, on=TODAY).proof, promised_on=TODAY + 3 * ONE)
    assert decided(ended(30), [promise]).next.from_on == TODAY


@pytest.mark.parametrize(
    "question",
    [
        Question.WRITTEN_DISPUTE,
        Question.OWN_PERFORMANCE_OUTSTANDING,
        Question.DEBTOR_MISSING,
        Question.DEBTOR_ABROAD,
        Question.PRESERVATION_APPLIED,
    ],
)
def test_what_takes_the_payment_order_away_leaves_the_suit(question: Question) -> None:
    found = decided(declaring(question), ALL_LETTERS)
    (refused,) = [each for each in found.refused if each.step is Step.PAYMENT_ORDER]
    assert (found.step, found.next.rule) == (Step.LAWSUIT, refused.rule)
    arbitration = replace(declaring(question), contracts=(contract(dispute_clause=ARBITRATION_CLAUSE),))
    assert (decided(arbitration, ALL_LETTERS).step, decided(arbitration, ALL_LETTERS).next.rule) == (
        Step.ARBITRATION,
        "E06",
    )


def test_an_order_that_lapsed_unserved_is_not_applied_for_again() -> None:
    lapsed = (event(E.PAYMENT_ORDER_APPLIED, D(2026, 9, 21)), event(E.PAYMENT_ORDER_LAPSED, D(2026, 11, 16)))
    found = decided(account(), (*ALL_LETTERS, *lapsed))
    assert (found.step, found.next.rule) == (Step.LAWSUIT, "G05")


def test_a_payment_order_against_an_arbitration_clause_is_warned_of() -> None:
    given = account(contracts=(contract(dispute_clause=ARBITRATION_CLAUSE),))
    found = decided(given, ALL_LETTERS)
    assert found.step is Step.PAYMENT_ORDER
    assert "decision.order_despite_arbitration" in {each.code for each in found.warnings}


def test_a_suit_that_follows_an_order_against_an_arbitration_clause_can_be_refused_in_time() -> None:
    given = account(contracts=(contract(dispute_clause=ARBITRATION_CLAUSE),))
    history = [event(E.PAYMENT_ORDER_OBJECTION, D(2026, 11, 9)), event(E.PAYMENT_ORDER_LAPSED, D(2026, 11, 18))]
    found = decided(given, history)
    (warning,) = [each for each in found.warnings if each.code == "decision.suit_despite_arbitration"]
    assert warning.facts["on"] == "2026-11-25"
    assert ClockKind.REFUSE_LITIGATION in {each.kind for each in found.clocks}


# Guarantees


@pytest.mark.parametrize(("left", "rule"), [(61, "E24"), (60, "E05"), (0, "E05"), (-1, "E24")])
def test_a_general_guarantee_makes_the_debtor_sued_in_its_last_sixty_days(left: int, rule: str) -> None:
    found = decided(account(contracts=guaranteed(GENERAL, TODAY + left * ONE)))
    assert (found.step, found.next.rule) == (Step.LAWSUIT if rule == "E05" else Step.REMINDER, rule)


@pytest.mark.parametrize(("left", "step"), [(61, Step.REMINDER), (60, Step.GUARANTOR), (-1, Step.REMINDER)])
def test_a_joint_guarantor_is_asked_beside_the_debtor(left: int, step: Step) -> None:
    found = decided(account(contracts=guaranteed(JOINT, TODAY + left * ONE)))
    assert found.step is step
    if step is Step.GUARANTOR:
        assert (found.next.document, [each.step for each in found.beside]) == ("guarantor_request", [Step.REMINDER])
        assert SideKind.GUARANTOR not in {each.kind for each in found.side_steps}


def test_a_payment_order_does_not_do_for_a_general_guarantee() -> None:
    given = account(contracts=guaranteed(GENERAL, TODAY + 60 * ONE))
    assert decided(given, ALL_LETTERS).step is Step.LAWSUIT
    applied = event(E.PAYMENT_ORDER_APPLIED, D(2026, 11, 9))
    assert "decision.order_keeps_no_guarantee" in {each.code for each in decided(given, [applied]).warnings}


def test_preservation_alone_does_not_do_for_a_general_guarantee() -> None:
    given = declaring(Question.MOVING_ASSETS, given=account(contracts=guaranteed(GENERAL, TODAY + 60 * ONE)))
    found = decided(given)
    assert (found.step, found.next.rule) == (Step.PRESERVATION, "E12")
    assert "decision.sue_after_preservation" in {each.code for each in found.warnings}


def test_each_guarantor_is_asked_for_itself() -> None:
    both = tuple(
        Guarantee(guarantor=Party(name=name), mode=JOINT, period_until=TODAY + 20 * ONE)
        for name in ("甲公司", "乙公司")
    )
    given = account(contracts=(contract(guarantees=both),))
    asked_one = event(E.GUARANTOR_REQUESTED, D(2026, 9, 1), reference="甲公司")
    found = decided(given, [asked_one])
    assert found.step is Step.GUARANTOR
    (fired,) = [each for each in found.fired if each.code == "E05"]
    assert fired.reason.facts["guarantor"] == "乙公司"


def test_a_suit_that_was_withdrawn_keeps_no_general_guarantee() -> None:
    given = account(contracts=guaranteed(GENERAL, TODAY + 20 * ONE))
    withdrawn = [event(E.ACTION_FILED, D(2026, 8, 3)), event(E.PROCEEDINGS_ENDED, D(2026, 9, 7))]
    assert decided(given, withdrawn).next.rule == "E05"


# Flight of property


def test_moving_property_comes_before_every_letter_and_filing() -> None:
    for given in (account(), ended(30), ended(90)):
        found = decided(declaring(Question.MOVING_ASSETS, given=given), ALL_LETTERS if given == account() else ())
        assert (found.step, found.next.rule) == (Step.PRESERVATION, "E12")


def test_what_was_preserved_is_sued_for_within_thirty_days() -> None:
    taken = event(E.PRESERVATION_TAKEN, D(2026, 11, 2))
    found = decided(account(), [taken])
    assert (found.step, found.next.rule) == (Step.LAWSUIT, "E12")
    (clock,) = [each for each in found.clocks if each.kind is ClockKind.PRESERVATION_SUIT]
    assert (clock.raw_end, clock.ours) == (D(2026, 12, 2), True)
    assert decided(account(), [taken, event(E.ACTION_FILED, D(2026, 11, 9))]).step is Step.PROCEEDINGS


def test_property_is_not_preserved_for_what_is_not_overdue() -> None:
    assert decided(declaring(Question.MOVING_ASSETS, given=account(invoice(due=TODAY)))).step is Step.REMINDER


# Due


def test_the_day_before_and_the_day_after_the_due_date() -> None:
    given = account(invoice(due=D(2026, 11, 24)))
    before = decided(given, as_of=D(2026, 11, 23))
    assert (before.next.rule, before.step, before.days_overdue) == ("E07", Step.REMINDER, -1)
    on = decided(given, as_of=D(2026, 11, 24))
    assert (on.next.rule, on.next.from_on, on.days_overdue) == ("E24", D(2026, 11, 25), 0)
    after = decided(given, as_of=D(2026, 11, 25))
    assert (after.next.rule, after.now, after.days_overdue) == ("E24", True, 1)


def test_a_claim_that_is_announced_is_not_announced_twice() -> None:
    given = account(invoice(due=D(2026, 11, 27)))
    assert decided(given).now
    found = decided(given, [event(E.REMINDER, TODAY)])
    assert (found.step, found.next.from_on) == (Step.REMINDER, D(2026, 11, 30))  # the day after, a Saturday, moved on


# Proceedings


@pytest.mark.parametrize(("day", "rule"), [(4, "C01"), (5, "E15")])
def test_enforcement_of_an_order_waits_for_the_last_day_to_object(day: int, rule: str) -> None:
    served = event(E.PAYMENT_ORDER_SERVED, D(2026, 10, 20))
    assert decided(account(), [served], as_of=D(2026, 11, day)).next.rule == rule


def test_the_time_to_object_that_ends_on_a_rest_day_ends_after_it() -> None:
    served = event(E.PAYMENT_ORDER_SERVED, D(2026, 10, 23))  # the fifteenth day is Saturday, 7 November
    assert decided(account(), [served], as_of=D(2026, 11, 9)).next.rule == "C01"
    assert decided(account(), [served], as_of=D(2026, 11, 10)).next.rule == "E15"


def test_a_late_objection_does_not_count() -> None:
    served = event(E.PAYMENT_ORDER_SERVED, D(2026, 10, 20))
    for day, rule in ((4, "E14"), (5, "E15")):
        objection = event(E.PAYMENT_ORDER_OBJECTION, D(2026, 11, day))
        assert decided(account(), [served, objection]).next.rule == rule


@pytest.mark.parametrize(("day", "rule"), [(13, "E14"), (16, "C01")])
def test_seven_days_after_the_ruling_the_suit_goes_on(day: int, rule: str) -> None:
    history = [
        event(E.PAYMENT_ORDER_SERVED, D(2026, 10, 20)),
        event(E.PAYMENT_ORDER_OBJECTION, D(2026, 10, 30)),
        event(E.PAYMENT_ORDER_LAPSED, D(2026, 11, 6)),
    ]
    assert decided(account(), history, as_of=D(2026, 11, day)).next.rule == rule


@pytest.mark.parametrize(("day", "rule", "step"), [(15, "C01", Step.PROCEEDINGS), (16, "E16", Step.ENFORCEMENT)])
def test_a_judgment_is_enforced_from_the_day_after_its_time_for_payment(day: int, rule: str, step: Step) -> None:
    judgment = event(E.JUDGMENT_EFFECTIVE, D(2026, 10, 1), perform_by=D(2026, 10, 15))
    found = decided(account(), [judgment], as_of=D(2026, 10, day))
    assert (found.next.rule, found.step) == (rule, step)


def test_enforcement_keeps_its_two_years_before_the_eyes() -> None:
    judgment = event(E.JUDGMENT_EFFECTIVE, D(2026, 10, 1), perform_by=D(2026, 10, 15))
    (clock,) = [each for each in decided(account(), [judgment]).clocks if each.kind is ClockKind.ENFORCEMENT]
    assert clock.raw_end == D(2028, 10, 15)
    late = decided(account(), [judgment], as_of=D(2028, 10, 16))
    assert late.step is Step.ENFORCEMENT
    assert "decision.enforcement_over" in {each.code for each in late.warnings}


def test_the_day_to_look_again_is_the_first_on_which_enforcement_is_open() -> None:
    judgment = event(E.JUDGMENT_EFFECTIVE, D(2026, 11, 9), perform_by=D(2026, 11, 26))
    assert decided(account(), [judgment]).look_again_on == D(2026, 11, 27)
    served = event(E.PAYMENT_ORDER_SERVED, D(2026, 10, 23))  # the fifteenth day is a Saturday, and moves on
    assert decided(account(), [served], as_of=D(2026, 11, 8)).look_again_on == D(2026, 11, 10)


def test_proceedings_stand_before_filters_and_floors() -> None:
    """A dispute, an arbitration clause and the end of limitation change nothing while the suit is pending."""
    given = replace(ended(30, disputed="100000"), contracts=(contract(dispute_clause=ARBITRATION_CLAUSE),))
    found = decided(given, [event(E.ACTION_FILED, TODAY - ONE)])
    assert (found.step, found.next.rule, found.beside) == (Step.PROCEEDINGS, "C01", ())


def test_a_suit_over_one_invoice_lets_the_other_go_on() -> None:
    given = account(invoice(), invoice("FP-2"))
    found = decided(given, [event(E.ACTION_FILED, D(2026, 10, 12), invoices=("FP-1",))])
    assert (found.step, found.next.invoices) == (Step.PROCEEDINGS, ("FP-1",))
    assert [(each.step, each.invoices) for each in found.beside] == [(Step.REMINDER, ("FP-2",))]


# Ends, and the hold

HARD: list[tuple[Account, tuple[Event, ...]]] = [
    (account(), ()),
    (account(), ALL_LETTERS),
    (ended(30), ()),
    (ended(-1), ()),
    (account(invoice(due=D(2027, 1, 31))), ()),
    (account(invoice(disputed="100000")), ()),
    (account(contracts=guaranteed(JOINT, TODAY + ONE)), ()),
    (account(contracts=guaranteed(GENERAL, TODAY + ONE)), ()),
    (account(), (event(E.PAYMENT_ORDER_SERVED, D(2026, 10, 20)),)),
    (account(), (event(E.JUDGMENT_EFFECTIVE, D(2026, 10, 1), perform_by=D(2026, 10, 15)),)),
]


@pytest.mark.parametrize("case", HARD)
@pytest.mark.parametrize(
    ("question", "step", "rule"),
    [
        (Question.BANKRUPTCY_ACCEPTED, Step.DECLARE_CLAIM, "E01"),
        (Question.DEBTOR_CANCELLED, Step.LAWYER, "E02"),
        (Question.CLAIM_ASSIGNED, Step.NOTHING, "B03"),
    ],
)
def test_an_end_decides_alone(
    case: tuple[Account, tuple[Event, ...]], question: Question, step: Step, rule: str
) -> None:
    found = decided(declaring(question, given=case[0]), case[1])
    assert (found.step, found.next.rule, found.beside) == (step, rule, ())
    assert {each.rule for each in found.refused} == {rule}
    assert {each.kind for each in found.side_steps} <= {SideKind.GUARANTOR}


def test_the_guarantor_of_a_bankrupt_is_still_asked() -> None:
    given = account(contracts=guaranteed(JOINT, TODAY + 90 * ONE))
    found = decided(declaring(Question.BANKRUPTCY_ACCEPTED, given=given))
    assert [each.kind for each in found.side_steps] == [SideKind.GUARANTOR]
    assigned = decided(declaring(Question.CLAIM_ASSIGNED, given=given))
    assert assigned.side_steps == ()


def test_who_is_bankrupt_and_gone_is_bankrupt_first() -> None:
    both = declaring(Question.BANKRUPTCY_ACCEPTED, Question.DEBTOR_CANCELLED)
    assert decided(both).next.rule == "E01"


@pytest.mark.parametrize("case", HARD)
def test_a_hold_stops_all_and_no_clock(case: tuple[Account, tuple[Event, ...]]) -> None:
    free = decided(*case)
    held = decided(replace(case[0], holds=(Hold(from_on=D(2026, 11, 1), reason="等总经理谈判"),)), case[1])
    assert (held.step, held.next.rule, held.beside, held.side_steps) == (Step.HOLD, "P01", (), ())
    assert held.clocks == free.clocks


def test_a_period_that_ends_during_a_hold_is_a_warning() -> None:
    hold = Hold(from_on=D(2026, 11, 1), until=TODAY + 30 * ONE, reason="等总经理谈判")
    found = decided(replace(ended(30), holds=(hold,)))
    warned = {each.code: each for each in found.warnings}
    assert warned["decision.ends_during_hold"].facts["on"] == (TODAY + 30 * ONE).isoformat()
    assert warned["decision.held_against_law"].facts["rule"] == "E04a"
    calm = decided(replace(ended(91), holds=(replace(hold, until=TODAY + ONE),)))
    assert not {"decision.ends_during_hold", "decision.held_against_law"} & {each.code for each in calm.warnings}


@pytest.mark.parametrize(("days", "told"), [(90, True), (91, False)])
def test_a_hold_without_an_end_warns_of_what_ends_within_the_days_of_a_demand(days: int, told: bool) -> None:
    hold = Hold(from_on=D(2026, 11, 1), reason="等总经理谈判")
    found = decided(replace(ended(days), holds=(hold,)))
    assert ("decision.ends_during_hold" in {each.code for each in found.warnings}) is told


def test_the_way_goes_on_after_a_hold() -> None:
    hold = Hold(from_on=D(2026, 11, 1), until=TODAY, reason="等总经理谈判")
    given = account(holds=(hold,))
    assert decided(given).look_again_on == TODAY + ONE
    assert decided(given, as_of=TODAY + ONE).step is Step.REMINDER


def test_expiry_stands_above_a_dispute_and_a_missing_debtor() -> None:
    given = declaring(Question.DEBTOR_MISSING, Question.WRITTEN_DISPUTE, given=ended(-1, disputed="100000"))
    assert decided(given).next.rule == "E03"


def test_letters_that_were_used_send_the_disputed_part_to_court() -> None:
    given = account(invoice(disputed="100000"))
    assert decided(given).step is Step.NEGOTIATION
    assert decided(given, ALL_LETTERS[:3]).step is Step.NEGOTIATION
    assert decided(given, ALL_LETTERS).step is Step.LAWSUIT
    arbitration = replace(given, contracts=(contract(dispute_clause=ARBITRATION_CLAUSE),))
    assert decided(arbitration, ALL_LETTERS).step is Step.ARBITRATION


def test_a_dispute_holds_its_part_and_the_rest_goes_on() -> None:
    found = decided(account(invoice(disputed="40000")))
    assert (found.step, str(found.next.amount)) == (Step.REMINDER, "60000.00")
    assert [(each.step, str(each.amount)) for each in found.beside] == [(Step.NEGOTIATION, "40000")]


# The law data's own ends


@pytest.mark.parametrize(
    "old",
    [
        event(E.PAYMENT_ORDER_SERVED, D(2023, 1, 5)),
        event(E.JUDGMENT_EFFECTIVE, D(2022, 1, 5), perform_by=D(2022, 2, 1)),
    ],
)
def test_a_period_that_the_law_data_does_not_know_is_not_guessed(old: Event) -> None:
    found = decided(account(invoice(due=D(2021, 12, 1))), [old])
    assert "decision.period_unknown" in {each.code for each in found.warnings}
    assert not {ClockKind.OBJECTION, ClockKind.ENFORCEMENT} & {each.kind for each in found.clocks}


def test_a_due_date_before_all_law_data_asks_for_the_law() -> None:
    found = decided(account(invoice(due=D(1985, 1, 1), issued_on=D(1984, 1, 1))))
    assert (found.step, found.next.ready) == (Step.FACTS, False)
    assert [each.code for each in found.warnings] == ["rule.missing"]


def test_the_tables_that_end_are_told_with_their_last_day() -> None:
    ends = {each.subject: each.raw_end for each in decided().clocks if each.kind is ClockKind.LAW_DATA}
    assert ends["holidays"] == D(max(LAW.holidays), 12, 31)
    published = LAW.lpr[-1].effective_on
    assert published + 25 * ONE < ends["lpr"] < published + 45 * ONE  # the day before the next month's is published
