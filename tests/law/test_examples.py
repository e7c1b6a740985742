"""Every worked example, each under the name of its rule."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from docgen.accounts.account import Account, Event, EventKind, Payment, Proof
from docgen.accounts.contract import ContractKind, GuaranteeMode, LprChoice
from docgen.accounts.invoice import Invoice
from docgen.accounts.ledger import post
from docgen.accounts.party import Party, Size
from docgen.law import (
    calendar,
    deposit,
    fees,
    guarantee,
    imputation,
    instalment,
    interest,
    jurisdiction,
    limitation,
    lpr,
    payment_order,
    periods,
    retention,
    setoff,
    sme,
    transfer,
)
from docgen.law.assessment import GateState, Missing
from docgen.law.choice import InterestChoice
from docgen.law.interest_rule import percent
from docgen.law.periods import Term
from docgen.law.statutes import LawData
from tests.law.worked import RULES, TESTED, examples

Given = dict[str, Any]
ON = dt.date(2026, 6, 1)  # a day on which every tariff and threshold below is in force


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def ends(term: Term) -> dict[str, str]:
    """The two ends as an example words them."""
    if isinstance(term.rolled_end, Missing):
        year = term.rolled_end.finding.facts["year"]
        return {"raw_end": str(term.raw_end), "rolled_end": f"needs the holiday table of {year}"}
    return {"raw_end": str(term.raw_end), "rolled_end": str(term.rolled_end)}


# Court fees


@examples("court_fee.property")
def test_court_fee_property(law: LawData, given: Given, expected: str) -> None:
    assert str(fees.property_case(law, Decimal(given["claim"]), ON).amount) == expected


@examples("court_fee.property_halved")
def test_court_fee_property_halved(law: LawData, given: Given, expected: str) -> None:
    assert str(fees.property_halved(law, Decimal(given["claim"]), ON).amount) == expected


@examples("court_fee.appeal")
def test_court_fee_appeal(law: LawData, given: Given, expected: str) -> None:
    assert str(fees.appeal(law, Decimal(given["appealed_part"]), ON).amount) == expected


@examples("court_fee.counterclaim")
def test_court_fee_counterclaim(law: LawData, given: Given, expected: str) -> None:
    assert str(fees.counterclaim(law, Decimal(given["counterclaim"]), ON).amount) == expected


@examples("court_fee.payment_order")
def test_court_fee_payment_order(law: LawData, given: Given, expected: str) -> None:
    assert str(fees.payment_order(law, Decimal(given["claim"]), ON).amount) == expected


@examples("court_fee.payment_order_topup")
def test_court_fee_payment_order_topup(law: LawData, given: Given, expected: str) -> None:
    topup = fees.payment_order_topup(law, Decimal(given["claim"]), Decimal(given["paid"]), ON)
    assert str(topup.amount) == expected


@examples("court_fee.preservation")
def test_court_fee_preservation(law: LawData, given: Given, expected: str) -> None:
    amount = None if given["amount"] is None else Decimal(given["amount"])
    assert str(fees.preservation(law, amount, ON).amount) == expected


@examples("court_fee.enforcement")
def test_court_fee_enforcement(law: LawData, given: Given, expected: str) -> None:
    assert str(fees.enforcement(law, Decimal(given["amount"]), ON).amount) == expected


@examples("court_fee.bankruptcy")
def test_court_fee_bankruptcy(law: LawData, given: Given, expected: str) -> None:
    assert str(fees.bankruptcy(law, Decimal(given["estate"]), ON).amount) == expected


# Limitation and guarantee


@examples("limitation.end")
def test_limitation_end(law: LawData, given: Given, expected: dict[str, str]) -> None:
    assert ends(limitation.end(law, day(given["due_date"]))) == expected


EVENTS = {
    "demand_arrived": (EventKind.DEMAND, Proof.ARRIVED),
    "demand_sent_no_proof_of_arrival": (EventKind.DEMAND, Proof.SENT),
    "debtor_promised_plan": (EventKind.PROMISE, Proof.PROMISED),
    "balance_confirmation_stamped_no_demand": (EventKind.CONFIRMATION, Proof.SIGNED),
}


@examples("limitation.restart")
def test_limitation_restart(law: LawData, given: Given, expected: dict[str, Any]) -> None:
    events = given["events"]
    clock = limitation.clock(
        law,
        invoices=("INV-1",),
        due_on=day(given["due_date"]),
        events=[
            Event(kind=EVENTS[name][0], proof=EVENTS[name][1], on=day(on)) for name, on in events if name in EVENTS
        ],
        part_paid_on=[day(on) for name, on in events if name == "debtor_paid_part"],
        as_of=day("2026-11-22"),
    )
    counted = all(interruption.counted for interruption in clock.interruptions)
    assert {"in_time": counted, "raw_end": str(clock.raw_end)} == expected


@examples("limitation.instalments")
def test_limitation_instalments(law: LawData, given: Given, expected: dict[str, Any]) -> None:
    base = limitation.base_days(map(day, given["instalments"]), same_debt=given["same_debt"])
    raw_ends = [str(limitation.end(law, on).raw_end) for on in base]
    assert (raw_ends[0] if given["same_debt"] else raw_ends) == expected["raw_end"]


@examples("guarantee.end")
def test_guarantee_end(law: LawData, given: Given, expected: str) -> None:
    agreed = given["agreed"]
    until = day(agreed) if agreed and agreed[0].isdigit() else None  # words without a day agree on none
    assert str(guarantee.end(law, day(given["due_date"]), until)) == expected


@examples("guarantee.mode")
def test_guarantee_mode(given: Given, expected: str) -> None:
    assert guarantee.mode(GuaranteeMode.UNCLEAR, given["words"]).value == expected


@examples("guarantee.acts_needed")
def test_guarantee_acts_needed(given: Given, expected: str) -> None:
    said = {
        "sue_debtor": "sue or arbitrate against the debtor within the period",
        "request_guarantor": "request the guarantor within the period",
    }
    assert said[guarantee.act_needed(GuaranteeMode(given["mode"]))] == expected


# Deadlines and working days


@examples("deadline.payment_order_objection")
def test_deadline_payment_order_objection(law: LawData, given: Given, expected: dict[str, str]) -> None:
    assert ends(periods.deadline(law, "payment_order_objection", day(given["served"]))) == expected


@examples("deadline.preservation_suit")
def test_deadline_preservation_suit(law: LawData, given: Given, expected: dict[str, str]) -> None:
    assert ends(periods.deadline(law, "preservation_suit", day(given["measure_taken"]))) == expected


@examples("deadline.enforcement")
def test_deadline_enforcement(law: LawData, given: Given, expected: dict[str, str]) -> None:
    assert ends(periods.deadline(law, "enforcement", day(given["last_day_of_performance"]))) == expected


@examples("deadline.appeal_judgment")
def test_deadline_appeal_judgment(law: LawData, given: Given, expected: dict[str, str]) -> None:
    assert ends(periods.deadline(law, "appeal_judgment", day(given["served"]))) == expected


@examples("deadline.refuse_litigation")
def test_deadline_refuse_litigation(law: LawData, given: Given, expected: dict[str, str]) -> None:
    assert ends(periods.deadline(law, "refuse_litigation", day(given["ruling_received"]))) == expected


@examples("deadline.fee_payment")
def test_deadline_fee_payment(law: LawData, given: Given, expected: dict[str, str]) -> None:
    assert ends(periods.deadline(law, "fee_payment", day(given["notice_received"]))) == expected


@examples("calendar.workday")
def test_calendar_workday(law: LawData, given: Given, expected: bool) -> None:
    assert calendar.is_workday(law, day(given["date"])) is expected


# The SME payment regulation

SIZES = {
    "medium": Size.MEDIUM,
    "small": Size.SMALL,
    "large_enterprise": Size.LARGE,
    "public_body": Size.PUBLIC_BODY,
}


@examples("sme.due_date")
def test_sme_due_date(law: LawData, given: Given, expected: str) -> None:
    on = {
        name: day(given[key]) if given.get(key) else None
        for name, key in (("inspection_passed_on", "inspection_passed"), ("inspection_deadline", "inspection_deadline"))
    }
    due = sme.due_date(
        law,
        buyer=SIZES[given["buyer"]],
        delivered_on=day(given["delivered"]),
        agreed_days=given["agreed_days"],
        payment_after_inspection=given.get("payment_after_inspection", False),
        **on,
    )
    assert str(due) == expected


@examples("sme.applies")
def test_sme_applies(given: Given, expected: bool) -> None:
    assert sme.applies_to(SIZES[given["creditor"]], SIZES[given["debtor"]]) is expected


@examples("sme.interest_rate")
def test_sme_interest_rate(law: LawData, given: Given, expected: str) -> None:
    agreed = given["agreed_annual_percent"]
    if agreed is None:
        assert f"{percent(law.figure('sme.daily_rate', ON).value)}% per day" == expected
        return
    floor = sme.floor_rate(law, day(given["contract_date"]))
    assert Decimal(agreed) / 100 < floor
    assert f"below floor: 1-year LPR at contract is {percent(floor)}% per year" == expected


@examples("sme.interest")
def test_sme_interest(law: LawData, given: Given, expected: str) -> None:
    amount = sme.interest(law, Decimal(given["principal"]), due_on=day(given["due"]), paid_on=day(given["paid"]))
    assert str(amount) == expected


# Interest


@examples("lpr.at")
def test_lpr_at(law: LawData, given: Given, expected: dict[str, str]) -> None:
    found = lpr.at(law, day(given["date"]))
    assert {
        "effective_date": str(found.effective_on),
        "one_year": percent(found.by_tenor["one_year"]),
        "five_year": percent(found.by_tenor["five_years"]),
    } == expected


@examples("lpr.stale")
def test_lpr_stale(law: LawData, given: Given, expected: bool) -> None:
    assert str(law.lpr[-1].effective_on) == given["last_row"]
    assert lpr.stale(law, day(given["date"])) is expected


def lpr_segments(law: LawData, given: Given, choice: LprChoice) -> tuple[interest.ExactSegment, ...]:
    """The segments of an example: one balance from its due date to its payment. The plain rate, without
    surcharge, is that of another contract; the rest are sales."""
    due, paid, multiplier = day(given["due"]), day(given["paid"]), Decimal(given["multiplier"])
    chosen = InterestChoice(multiplier=multiplier, lpr=choice, day_count=given["day_base"])
    basis = interest.applicable_rule(
        law,
        kind=ContractKind.OTHER if multiplier == 1 else ContractKind.SALE,
        clause=None,
        sme_applies=False,
        breach_on=due + calendar.ONE_DAY,
        choice=chosen,
    )
    rates = interest.rate_periods(law, basis, due_on=due, until=paid, choice=chosen)
    return interest.accrue("INV-1", [(due + calendar.ONE_DAY, paid, Decimal(given["principal"]))], rates)


@examples("interest.lpr_static")
def test_interest_lpr_static(law: LawData, given: Given, expected: dict[str, Any]) -> None:
    segments = lpr_segments(law, given, LprChoice.STATIC)
    (one,) = segments
    assert one.segment.reference_rate is not None
    assert {
        "days": one.segment.days,
        "interest": str(interest.total(segments)[0]),
        "lpr": percent(one.segment.reference_rate),
    } == expected


@examples("interest.lpr_floating")
def test_interest_lpr_floating(law: LawData, given: Given, expected: dict[str, Any]) -> None:
    segments = lpr_segments(law, given, LprChoice.FLOATING)
    assert {
        "interest": str(interest.total(segments)[0]),
        "segments": [
            [str(each.from_on), str(each.to_on), each.days, percent(each.reference_rate or Decimal(0))]
            for each in (exact.segment for exact in segments)
        ],
    } == expected


@examples("interest.straddle_2019")
def test_interest_straddle_2019(law: LawData, given: Given, expected: dict[str, Any]) -> None:
    segments = lpr_segments(law, given, LprChoice.STATIC)
    before, after = segments
    assert before.segment.reference_rate == Decimal(given["benchmark"]) / 100
    assert after.segment.reference_rate == Decimal(given["lpr"]) / 100
    assert {
        "before": str(before.segment.amount),
        "after": str(after.segment.amount),
        "days_before": before.segment.days,
        "days_after": after.segment.days,
        "interest": str(interest.total(segments)[0]),
    } == expected


@examples("interest.multiplier_allowed")
def test_interest_multiplier_allowed(law: LawData, given: Given, expected: bool) -> None:
    assert interest.multiplier_allowed(law, ContractKind.SALE, Decimal(given["multiplier"]), ON) is expected


@examples("interest.judgment_default")
def test_interest_judgment_default(law: LawData, given: Given, expected: str) -> None:
    assert str(interest.judgment_default(law, Decimal(given["base"]), given["days"], ON)) == expected


# Where a payment goes


@examples("imputation.art561")
def test_imputation_art561(given: Given, expected: dict[str, str]) -> None:
    owed = {name: Decimal(given[name]) for name in ("costs", "interest", "principal")}
    split = imputation.article_561(Decimal(given["payment"]), **owed)
    got = {"costs": split.costs, "interest": split.interest, "principal": split.principal}
    got["principal_left"] = owed["principal"] - split.principal
    assert {name: f"{amount:.2f}" for name, amount in got.items()} == expected


@examples("imputation.art560")
def test_imputation_art560(given: Given, expected: dict[str, str]) -> None:
    """Through the ledger: the payment comes in on 2026-04-30, when a debt that is "not due" is due in a year."""
    paid_on, later = day("2026-04-30"), day("2027-04-30")
    owed = {name: Decimal(amount) for name, amount, _, _ in given["debts"]}
    due_on = {
        name: day(due.removeprefix("due ")) if due.startswith("due ") else later for name, _, due, _ in given["debts"]
    }
    ledger = post(
        Account(
            as_of=paid_on,
            booked_up_to=paid_on,
            creditor=Party(name="债权人"),
            debtor=Party(name="债务人"),
            invoices=tuple(
                Invoice(number=name, issued_on=day("2026-01-01"), amount=owed[name], secured=security == "mortgaged")
                for name, _, _, security in given["debts"]
            ),
            payments=(
                Payment(
                    received_on=paid_on,
                    amount=Decimal(given["payment"]),
                    names=(given["debtor_named"],) if given["debtor_named"] else (),
                ),
            ),
        ),
        due_on,
    )
    assert {name: f"{owed[name] - still:.2f}" for name, still in ledger.open.items()} == expected


@examples("imputation.enforcement")
def test_imputation_enforcement(given: Given, expected: dict[str, str]) -> None:
    got = imputation.enforcement(
        Decimal(given["recovered"]),
        judgment_debt=Decimal(given["judgment_debt"]),
        doubled_part=Decimal(given["doubled_part"]),
    )
    assert {
        "judgment_debt_left": f"{got.judgment_debt_left:.2f}",
        "doubled_part_left": f"{got.doubled_part_left:.2f}",
    } == expected


# Deposit, instalments, retention of title, set-off, transfer


@examples("deposit.effective")
def test_deposit_effective(law: LawData, given: Given, expected: dict[str, str]) -> None:
    got = deposit.effective(law, paid=Decimal(given["paid_as_deposit"]), price=Decimal(given["price"]), on=ON)
    assert {"deposit": f"{got.effective:.2f}", "excess": f"{got.excess:.2f}"} == expected


@examples("deposit.double_return")
def test_deposit_double_return(given: Given, expected: str) -> None:
    got = deposit.to_return(Decimal(given["effective_deposit"]), deposit.BreachBy(given["breach_by"]))
    assert f"{got:.2f}" == f"{Decimal(expected):.2f}"


@examples("instalment.accelerate")
def test_instalment_accelerate(law: LawData, given: Given, expected: bool) -> None:
    got = instalment.may_accelerate(
        law,
        instalments=given["instalments"],
        overdue=Decimal(given["overdue"]),
        total_price=Decimal(given["total_price"]),
        demanded_and_time_passed=given["demand_and_reasonable_time"],
        on=ON,
    )
    assert got is expected


@examples("retention.repossess")
def test_retention_repossess(law: LawData, given: Given, expected: bool) -> None:
    got = retention.may_repossess(law, paid=Decimal(given["paid"]), price=Decimal(given["price"]), on=ON)
    assert got is expected


@examples("setoff.allowed")
def test_setoff_allowed(given: Given, expected: str | bool) -> None:
    said = {
        setoff.SetOff.YES: True,
        setoff.SetOff.NO: False,
        setoff.SetOff.UNLESS_LIMITATION_RAISED: "yes unless the other side raises limitation",
    }
    got = setoff.allowed(
        same_kind=given["same_kind"],
        their_debt_due=given["their_debt_due"],
        our_claim_time_barred=given.get("our_claim_time_barred", False),
    )
    assert said[got] == expected


@examples("debt_in_kind.effect")
def test_debt_in_kind_effect(given: Given, expected: dict[str, Any]) -> None:
    said: dict[transfer.InKind, dict[str, Any]] = {
        transfer.InKind.OLD_DEBT_CONTINUES: {
            "creditor_choice_after_demand": ["old debt", "debt-in-kind agreement"],
            "old_debt": "continues",
        },
        transfer.InKind.CLAUSE_VOID: {"clause": "void", "remedy": "auction, sale or valuation", "rest": "valid"},
    }
    got = transfer.in_kind(
        agreed_after_due=given["agreed"] == "after due date",
        delivered=given.get("delivered", False),
        falls_to_creditor_on_default="clause" in given,
    )
    assert said[got] == expected


@examples("assignment.effective_against_debtor")
def test_assignment_effective_against_debtor(given: Given, expected: bool) -> None:
    got = transfer.assignment_binds_debtor(
        notified=given["notice"], banned_in_contract=given.get("ban_in_contract", False)
    )
    assert got is expected


# Payment order and forum


@examples("payment_order.eligible")
def test_payment_order_eligible(law: LawData, given: Given, expected: dict[str, Any]) -> None:
    gates = payment_order.gates(
        law,
        payment_order.Facts(
            money_claim=given["kind"] == "money",
            due=given["due"],
            amount_fixed=given["amount_fixed"],
            other_debts=given["other_debt_disputes"],
            counter_performance=given["counter_performance"],
            debtor_in_china=given["debtor_in_china"],
            debtor_missing=given["debtor_missing"],
            serviceable=given["serviceable"],
            preservation_applied=given["pre_suit_preservation"],
            interest_claimed=given["interest_claimed"],
            interest_agreed=given["interest_agreed"],
            suit_pending=given.get("suit_pending_same_debt", False),
            written_dispute=False,
            court_has_jurisdiction=True,
        ),
    )
    assert payment_order.eligible(gates) is expected["eligible"]
    closed = [gate for gate in gates if gate.state is GateState.CLOSED]
    reasons = {
        "427(2)": "cpl_interpretation:427(1)(2)",
        "427(3)": "cpl_interpretation:427(1)(3)",
        "427(4)": "cpl_interpretation:427(1)(4)",
        "225(1)": "cpl:225(1)(1)",
        "225(2), 427(5)": "cpl_interpretation:427(1)(5)",
        "430(1)": "cpl_interpretation:430(1)",
    }
    if not expected["eligible"]:
        (gate,) = closed
        assert reasons[expected["reason"]] in gate.articles


@examples("payment_order.objection_ends_order")
def test_payment_order_objection_ends_order(given: Given, expected: bool) -> None:
    ground = payment_order.ObjectionGround.MERITS
    if "cannot pay" in given["objection"]:
        ground = payment_order.ObjectionGround.INABILITY
    assert payment_order.objection_ends_order(ground, in_writing="orally" not in given["objection"]) is expected


@examples("jurisdiction.level")
def test_jurisdiction_level(law: LawData, given: Given, expected: str) -> None:
    got = jurisdiction.level(law, Decimal(given["amount"]), given["one_party_outside_province"], ON)
    assert got is not None
    assert f"{got.value} court" == expected


@examples("forum.route")
def test_forum_route(given: Given, expected: str) -> None:
    assert jurisdiction.route(given["clause"]) == expected


def test_every_rule_of_the_worked_examples_has_a_test() -> None:
    assert TESTED == RULES
