"""The laws of the engine, over random accounts: it always answers, delay never makes the step milder, no policy turns a
rule of law off, the order of history tells nothing, and a decision can be made again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from docgen.accounts.account import Account, Answer, Declaration, Event, EventKind, Hold, Payment, Proof, Question
from docgen.accounts.contract import Contract, ContractKind, DueGround, DueTerms, Guarantee, GuaranteeMode
from docgen.accounts.invoice import Dispute, DocumentKind, Invoice
from docgen.accounts.party import Party, PartyKind, Size, SizeClass
from docgen.escalation.decision import RUNGS, STRENGTH, Decision, Force, Step
from docgen.escalation.memo import as_document
from docgen.escalation.policy import Policy, StepPolicy, Tier
from docgen.escalation.rules import BY_CODE
from tests.escalation.baseline import ARBITRATION_CLAUSE, COURT_CLAUSE, POLICY, D, decided

ONE = dt.timedelta(days=1)
FIRST, LAST = D(2021, 1, 1), D(2027, 12, 31)
LAW_RULES = {rule.code for rule in BY_CODE.values() if rule.force is Force.LAW}

days = st.dates(FIRST, LAST)
sums = st.integers(1, 5_000_000).map(lambda cents: Decimal(cents) / 100)


def told(decision: Decision) -> dict[str, object]:
    """Without the pointers into the history, which are places in what was handed in."""
    return {**as_document(decision), "asked": sorted(str(each.fact) for each in decision.asked)}


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


guarantees = st.lists(
    st.builds(
        Guarantee,
        guarantor=st.sampled_from([Party(name="甲担保公司"), Party(name="乙担保公司")]),
        mode=st.sampled_from(GuaranteeMode),
        period_until=maybe(days),
    ),
    max_size=2,
).map(tuple)

contracts = st.builds(
    Contract,
    number=st.just("HT-1"),
    kind=st.sampled_from(ContractKind),
    signed_on=maybe(days),
    amount=maybe(sums),
    due=maybe(st.builds(DueTerms, ground=st.sampled_from(DueGround), days=st.integers(0, 90))),
    dispute_clause=st.sampled_from([None, COURT_CLAUSE, ARBITRATION_CLAUSE, "仲裁或者诉讼"]),
    retention_of_title=st.sampled_from([None, True, False]),
    instalments=st.sampled_from([None, 1, 3]),
    guarantees=guarantees,
)


@st.composite
def invoices(draw: st.DrawFn, number: int) -> Invoice:
    issued = draw(days)
    amount = draw(sums)
    disputed = draw(maybe(st.sampled_from([amount, amount / 2])))
    return Invoice(
        number=f"FP-{number}",
        contract=draw(st.sampled_from(["HT-1", None])),
        issued_on=issued,
        due_on=draw(maybe(st.integers(0, 120).map(lambda ahead: issued + ahead * ONE))),
        amount=amount,
        delivered_on=draw(maybe(st.just(issued))),
        instalment_of=draw(st.sampled_from([None, None, "一期"])),
        dispute=disputed
        and Dispute(
            amount=disputed.quantize(Decimal("0.01")), reason="质量", raised_on=issued, in_writing=draw(st.booleans())
        ),
    )


events = st.builds(
    Event,
    kind=st.sampled_from(EventKind),
    on=days,
    proof=st.sampled_from(Proof),
    amount=maybe(sums),
    promised_on=maybe(days),
    perform_by=maybe(days),
    demands_payment=st.sampled_from([None, True, False]),
    invoices=st.sampled_from([(), ("FP-0",), ("FP-1",), ("FP-0", "FP-2")]),
    reference=st.sampled_from([None, "甲担保公司"]),
)


@st.composite
def parties(draw: st.DrawFn, name: str) -> Party:
    size = draw(maybe(st.sampled_from(Size)))
    return Party(
        name=name,
        kind=draw(st.sampled_from(PartyKind)),
        country=draw(st.sampled_from(["CN", "CN", "CN", "DE"])),
        address=draw(st.sampled_from([None, "杭州市余杭区良渚路2号"])),
        size=size and SizeClass(size=size, stated_on=FIRST, source="声明"),
    )


@st.composite
def accounts(draw: st.DrawFn, *, answers: st.SearchStrategy[Answer] | None = None, holds: bool = True) -> Account:
    of = answers or st.sampled_from(Answer)
    count = draw(st.integers(0, 4))
    bills = [draw(invoices(number)) for number in range(count)]
    if bills and draw(st.booleans()):
        bills.append(replace(bills[0], number="CN-1", document=DocumentKind.CREDIT_NOTE, credits="FP-0", dispute=None))
    stops = st.builds(Hold, from_on=days, until=maybe(days), reason=st.just("谈判"))
    return Account(
        as_of=LAST,
        booked_up_to=draw(days),
        creditor=draw(parties("江南纸业有限公司")),
        debtor=draw(parties("北山印务有限公司")),
        contracts=(draw(contracts),) if draw(st.booleans()) else (),
        invoices=tuple(bills),
        payments=tuple(
            draw(
                st.lists(
                    st.builds(
                        Payment, received_on=days, amount=sums, names=st.sampled_from([(), ("FP-0",), ("FP-1",)])
                    ),
                    max_size=3,
                )
            )
        ),
        declared={question: Declaration(answer=draw(of)) for question in Question if draw(st.booleans())},
        holds=tuple(draw(st.lists(stops, max_size=1))) if holds else (),
        credit=draw(st.sampled_from([None, "A", "C", "D"])),
    )


histories = st.lists(events, max_size=6)
often = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@often
@given(accounts(), histories, days)
def test_there_is_always_an_answer(given_: Account, history: list[Event], as_of: dt.date) -> None:
    found = decided(given_, history, as_of)
    assert found.next.from_on >= as_of
    assert found.look_again_on > as_of
    assert as_document(found)["step"] == found.step.value
    if found.next.rule not in {"P01"} and found.fired:
        assert found.next.rule in {each.code for each in found.fired}
    chosen = {found.step, *(each.step for each in found.beside)}
    assert found.step is Step.HOLD or chosen.isdisjoint(each.step for each in found.refused)


@often
@given(accounts(), histories, days, st.randoms(use_true_random=False))
def test_the_order_of_history_tells_nothing(
    given_: Account, history: list[Event], as_of: dt.date, random: Random
) -> None:
    shuffled = history.copy()
    random.shuffle(shuffled)

    assert told(decided(given_, history, as_of)) == told(decided(given_, shuffled, as_of))


@often
@given(accounts(), histories, days)
def test_the_same_facts_give_the_same_answer(given_: Account, history: list[Event], as_of: dt.date) -> None:
    assert as_document(decided(given_, history, as_of)) == as_document(decided(given_, tuple(history), as_of))


@often
@given(accounts(), histories, days)
def test_what_is_to_come_tells_nothing(given_: Account, history: list[Event], as_of: dt.date) -> None:
    known = [event for event in history if event.on <= as_of]
    assert told(decided(given_, history, as_of)) == told(decided(given_, known, as_of))


NAMED = {"E03", "E05", "E14", "P01"}
"""The rules by which delay alone may make a step milder: the end of a period, and a hold."""


@often
@given(accounts(holds=False), histories, days, st.integers(1, 400))
def test_more_delay_never_makes_the_step_milder(
    given_: Account, history: list[Event], as_of: dt.date, delay: int
) -> None:
    """But by an event that says so: what happens between the two days, a promise whose day comes, a period's end."""
    later = as_of + delay * ONE
    between = [event.on for event in history] + [payment.received_on for payment in given_.payments]
    between += [event.promised_on + POLICY.promise_grace_days * ONE for event in history if event.promised_on]
    between += [invoice.issued_on for invoice in given_.invoices]
    assume(not any(as_of < day <= later for day in between))
    early, late = decided(given_, history, as_of), decided(given_, history, later)
    ended = any(
        as_of <= clock.raw_end < later for clock in early.clocks if clock.kind.value in {"limitation", "guarantee"}
    )
    assume(not ended)
    assert STRENGTH[late.step] >= STRENGTH[early.step], (early.next, late.next)


@often
@given(accounts(), histories, days, st.integers(1, 40))
def test_nothing_changes_by_itself_before_the_day_to_look_again(
    given_: Account, history: list[Event], as_of: dt.date, ahead: int
) -> None:
    """The step and its rule stay what they are until that day, and what may not be taken yet may not be taken still."""
    found = decided(given_, history, as_of)
    later = as_of + ahead * ONE
    happened = [event.on for event in history] + [payment.received_on for payment in given_.payments]
    assume(later < found.look_again_on and not any(as_of < on <= later for on in happened))
    then = decided(given_, history, later)
    assert (then.step, then.next.rule) == (found.step, found.next.rule)
    assert found.now or not then.now


steps = st.builds(
    StepPolicy,
    day=st.integers(1, 400),
    answer_days=st.integers(0, 400),
    least=st.sampled_from([Decimal(0), Decimal(10**9)]),
)
policies = st.builds(
    Policy,
    version=st.just("any"),
    tiers=st.tuples(
        st.builds(
            Tier, name=st.just("all"), steps=st.fixed_dictionaries(dict.fromkeys((*RUNGS, Step.PAYMENT_ORDER), steps))
        )
    ),
    promise_grace_days=st.integers(0, 90),
    before_due_days=st.integers(0, 90),
    working_days=st.frozensets(st.integers(0, 6), min_size=1),
    contacts_a_week=st.integers(1, 7),
    visit_from_amount=sums,
)


@often
@given(accounts(), histories, days, policies)
def test_no_policy_turns_a_rule_of_law_off(
    given_: Account, history: list[Event], as_of: dt.date, policy: Policy
) -> None:
    def by_law(decision: Decision) -> set[tuple[str, str]]:
        optional = {"E22"}  # its limit is a figure that the company enters
        return {(each.code, each.effect) for each in decision.fired if each.code in LAW_RULES - optional}

    usual, other = decided(given_, history, as_of), decided(given_, history, as_of, policy)
    # A complaint, a demand's answer time and a promise are days of the policy: what they open is no rule of law.
    by_days = {"E20", "E21"}
    assert {each for each in by_law(usual) if each[0] not in by_days} == {
        each for each in by_law(other) if each[0] not in by_days
    }
    assert [clock for clock in usual.clocks if clock.kind.value != "promise"] == [
        clock for clock in other.clocks if clock.kind.value != "promise"
    ]
    floors = {"E01", "E02", "E03", "E04a", "E05", "E12", "E14", "E15", "E16", "E17"}
    if usual.next.rule in floors:
        assert (usual.step, usual.next.from_on) == (other.step, other.next.from_on) or other.next.rule in floors
