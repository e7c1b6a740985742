"""What must be read before anything is done, whatever the step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from docgen.accounts.account import EventKind
from docgen.errors import Finding, RuleMissing
from docgen.escalation.case import Case, Lot
from docgen.escalation.decision import Clock, ClockKind, NextStep, Step
from docgen.escalation.findings import caution
from docgen.escalation.proceedings import Stand
from docgen.escalation.rules.floors import SUE, ending
from docgen.escalation.way import Way
from docgen.law.remarks import STALE_AFTER_DAYS

_KEEPS_RUNNING = frozenset(
    {
        ClockKind.LIMITATION,
        ClockKind.GUARANTEE,
        ClockKind.PRESERVATION_SUIT,
        ClockKind.ENFORCEMENT,
        ClockKind.REFUSE_LITIGATION,
    }
)
_COUNTED_FROM = frozenset(
    {EventKind.PAYMENT_ORDER_SERVED, EventKind.PAYMENT_ORDER_LAPSED, EventKind.PRESERVATION_TAKEN}
)
ENFORCEMENT = "deadline.enforcement"
_ORDERS = frozenset({Stand.ORDER_APPLIED, Stand.ORDER_SERVED, Stand.ORDER_OBJECTED})


def warnings(
    case: Case, ways: Iterable[Way], steps: Iterable[NextStep], clocks: Iterable[Clock]
) -> tuple[Finding, ...]:
    ways, steps, clocks = tuple(ways), tuple(steps), tuple(clocks)
    return (
        *_of_books(case),
        *_of_grade(case),
        *_of_hold(case, ways, clocks),
        *_of_ways(ways, steps),
        *_of_clocks(clocks),
        *_of_law(case),
    )


def _of_books(case: Case) -> Iterator[Finding]:
    """Nobody is chased who has paid: how far the books go, and where they say less is open than the entries do."""
    account = case.account
    days = (case.as_of - account.booked_up_to).days
    if days > STALE_AFTER_DAYS and case.lots:
        facts = {"booked_up_to": account.booked_up_to.isoformat(), "days": str(days)}
        yield caution("decision.books_stale", (), place="/account/booked_up_to", **facts)
    for lot in case.lots:
        stated = lot.item.invoice.stated_open
        if stated is not None and lot.item.open > stated:
            place = f"/account/invoices/{account.invoices.index(lot.item.invoice)}/stated_open"
            facts = {"invoice": lot.number, "stated": f"{stated:f}", "open": f"{lot.item.open:f}"}
            yield caution("decision.stated_open", (), place=place, currency=account.currency, **facts)


def _of_grade(case: Case) -> Iterator[Finding]:
    """A grade that the policy does not know belongs to no tier: the waits are those of a customer without one."""
    account = case.account
    if account.credit is not None and not case.grade_known:
        facts = {"debtor": account.debtor.name, "grade": account.credit, "known": ", ".join(case.policy.grades)}
        yield caution("decision.unknown_grade", (), place="/account/credit", tier=case.tier.name, **facts)


def _of_hold(case: Case, ways: tuple[Way, ...], clocks: tuple[Clock, ...]) -> Iterator[Finding]:
    """A hold stops every step and no period: what runs out during it is said loudly; of one without an end, what runs
    out as soon as a demand would be due for it."""
    hold = case.hold
    if hold is None:
        return
    until = hold.until or case.as_of + dt.timedelta(days=case.policy.limitation_demand_days)
    for clock in clocks:
        if clock.kind in _KEEPS_RUNNING and not clock.expired and clock.raw_end <= until:
            facts = {"subject": clock.subject, "on": clock.raw_end.isoformat(), "left": str(clock.days_left)}
            yield caution("decision.ends_during_hold", clock.finding.articles, **facts)
    for code in sorted({way.rule for way in ways if way.rule.startswith(("E04", "E05", "E12", "E14", "E15", "E16"))}):
        numbers = ", ".join(dict.fromkeys(way.lot.number for way in ways if way.rule == code))
        yield caution("decision.held_against_law", (), rule=code, invoices=numbers)


def _of_ways(ways: tuple[Way, ...], steps: tuple[NextStep, ...]) -> Iterator[Finding]:
    for step in steps:
        concerned = [way for way in ways if way.step is step.step and way.lot.number in step.invoices]
        if step.step is Step.PAYMENT_ORDER and any(way.lot.arbitration for way in concerned):
            yield caution("decision.order_despite_arbitration", ("cpl:228", "arbitration_law:5"))
        if step.step in {Step.DEMAND, Step.LAWYERS_LETTER}:
            unproved = sorted({on for way in concerned if (on := way.lot.rung.unproved.get(step.step))})
            if unproved:
                sent = ", ".join(on.isoformat() for on in unproved)
                yield caution("decision.sent_without_proof", ("limitation_rules:8(1)(2)",), on=sent)
    for lot in (way.lot for way in ways):
        if lot.court.stand is Stand.ORDER_LAPSED and lot.arbitration and lot.court.term is not None:
            facts = {"invoices": lot.number, "on": lot.court.term.raw_end.isoformat()}
            yield caution("decision.suit_despite_arbitration", ("cpl_interpretation:438", "cpl:127(2)"), **facts)
        if lot.court.stand in _ORDERS and (clocks := ending(lot, SUE)):
            facts = {"guarantor": clocks[0].guarantor, "on": clocks[0].raw_end.isoformat()}
            yield caution("decision.order_keeps_no_guarantee", ("civil_code:693(1)",), invoices=lot.number, **facts)
    flight = any(way.step is Step.PRESERVATION for way in ways)
    suing = [way.lot for way in ways if way.step is Step.PRESERVATION and ending(way.lot, SUE)]
    if flight and suing:
        clock = ending(suing[0], SUE)[0]
        facts = {"guarantor": clock.guarantor, "on": clock.raw_end.isoformat(), "invoices": suing[0].number}
        yield caution("decision.sue_after_preservation", ("civil_code:693(1)", "cpl:104(3)"), **facts)


def _of_clocks(clocks: tuple[Clock, ...]) -> Iterator[Finding]:
    for clock in clocks:
        if not clock.expired:
            continue
        if clock.kind in {ClockKind.GUARANTEE, ClockKind.ENFORCEMENT, ClockKind.PRESERVATION_SUIT}:
            facts = {"subject": clock.subject, "on": clock.raw_end.isoformat()}
            yield caution(f"decision.{clock.kind.value}_over", clock.finding.articles, **facts)


def _of_law(case: Case) -> Iterator[Finding]:
    """Proceedings from before the law data reaches back: their period is not guessed from today's."""
    seen = {lot.court.since.on: lot for lot in case.lots if lot.court.since is not None and _unknown(lot)}
    for on, lot in seen.items():
        yield caution("decision.period_unknown", (), invoices=lot.number, since=on.isoformat())


def _unknown(lot: Lot) -> bool:
    court = lot.court
    if court.since is not None and court.since.kind in _COUNTED_FROM and court.term is None:
        return True
    try:
        return court.enforceable_from is not None and not lot.case.law.figure(ENFORCEMENT, court.enforceable_from)
    except RuleMissing:
        return True
