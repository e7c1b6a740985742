"""Who first: the customers of a portfolio in the order of what waiting a month is expected to cost.

Of what is due and undisputed: amount × (part recovered at its age − part recovered a month later), by `recovery`. Where
a period of the law would run out for want of acting, all that it protects is at stake (`stakes`). What cannot be acted
on – a dispute, a hold, a step whose day has not come – costs nothing by age while it waits; periods run on.

An order of work, advice and never law. Each place has its reasons, and the same accounts give the same order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.money import ZERO, rounded
from docgen.errors import Finding, RuleMissing, Severity
from docgen.escalation.case import Case, Lot, case, in_order
from docgen.escalation.decision import Decision, Step
from docgen.escalation.policy import Policy
from docgen.escalation.recovery import Recovery
from docgen.escalation.stakes import WAIT_DAYS, Stake, stakes
from docgen.law.statutes import LawData

IDLE = frozenset({Step.NOTHING, Step.PROCEEDINGS, Step.WATCH})  # steps that leave nothing to do for now
SUMLESS = frozenset({Step.NOTHING, Step.HOLD})  # with a sum that is not asked for
ONE_DAY = dt.timedelta(days=1)
_Told = Callable[..., Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One account's place in the order. Amounts are in the account's currency, rounded to its unit.

    number: 1 is first among the accounts of its currency. account: its place among those given, from zero.
    open: of all invoices. asked: what is due and undisputed, less money on account. disputed: of what is open.
    now, later: the part of `asked` that is recovered at its age, and after the wait; None where nothing is asked for.
    by_age: what waiting costs by age. by_period: what is at stake because a period runs out. loss: both, each invoice
    counted once; None where the law data does not let the account be weighed.
    act_by: the last safe day of the first period that runs out.
    """

    account: int
    decision: Decision
    salesperson: str | None = None
    number: int = 0
    open: Decimal = ZERO
    asked: Decimal = ZERO
    disputed: Decimal = ZERO
    now: Decimal | None = None
    later: Decimal | None = None
    by_age: Decimal = ZERO
    by_period: Decimal = ZERO
    loss: Decimal | None = ZERO
    act_by: dt.date | None = None
    reasons: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Aged:
    """What is asked for of one lot, and the days of its age between which it waits although something could be done."""

    lot: Lot
    amount: Decimal
    from_days: int
    to_days: int

    def lost(self, recovery: Recovery) -> Decimal:
        return self.amount * (recovery.rate(self.from_days) - recovery.rate(self.to_days))


def priority(places: Iterable[Place]) -> tuple[Place, ...]:
    """The order: of each currency by itself, the dearest wait first; what could not be weighed comes last.

    Of equal losses the one whose period ends first, then the larger sum, the older debt, the debtor's name.
    """
    numbered: list[Place] = []
    counts: dict[str, int] = {}
    for place in sorted(places, key=_rank):
        currency = place.decision.currency
        counts[currency] = counts.get(currency, 0) + 1
        numbered.append(replace(place, number=counts[currency]))
    return tuple(numbered)


def _rank(place: Place) -> tuple[object, ...]:
    decision = place.decision
    return (
        decision.currency != "CNY",
        decision.currency,
        place.loss is None,
        -(place.loss or ZERO),
        place.act_by or dt.date.max,
        -place.asked,
        -decision.days_overdue,
        -place.open,
        decision.debtor,
        place.account,
    )


def weigh(
    account: Account, decision: Decision, policy: Policy, law: LawData, recovery: Recovery, *, place: int = 0
) -> Place:
    """What waiting a month is expected to cost with this account. decision: of the same account, policy and law data.
    place: of the account among those given."""
    whose = Place(account=place, decision=decision, salesperson=account.salesperson)
    known = in_order(event for event in account.history if event.on <= decision.as_of)
    try:
        found = case(replace(account, as_of=decision.as_of, history=known), known, policy, law)
    except RuleMissing:
        return replace(whose, loss=None, reasons=decision.warnings)
    aged = tuple(_aged(found, decision))
    at_stake = stakes(found, decision.clocks)
    asked = sum((each.amount for each in aged), ZERO)
    by_age = {id(each.lot): each.lost(recovery) for each in aged}
    by_period = _protected(at_stake)
    both = (max(by_age.get(id(lot), ZERO), by_period.get(id(lot), ZERO)) for lot in found.lots)
    currency = decision.currency
    weighed = replace(
        whose,
        open=found.position.open,
        asked=asked,
        disputed=sum((lot.amount for lot in found.lots if lot.disputed), ZERO),
        now=_share(aged, asked, recovery, later=False),
        later=_share(aged, asked, recovery, later=True),
        by_age=rounded(sum(by_age.values(), ZERO), currency),
        by_period=rounded(sum(by_period.values(), ZERO), currency),
        loss=rounded(sum(both, ZERO), currency),
        act_by=min((stake.act_by for stake in at_stake), default=None),
    )
    return replace(weighed, reasons=tuple(_reasons(found, weighed, aged, at_stake, recovery)))


def _aged(found: Case, decision: Decision) -> Iterator[_Aged]:
    """What is due, undisputed and not expired, the oldest first; money on account is taken off the oldest."""
    on_account = found.position.unallocated
    asked = [lot for lot in found.lots if lot.due and not lot.disputed and not lot.expired]
    for lot in sorted(asked, key=lambda lot: (-lot.item.days_past_due, lot.number)):
        covered = min(on_account, lot.amount)
        on_account -= covered
        if lot.amount == covered:
            continue
        days, until = lot.item.days_past_due, lot.item.days_past_due + WAIT_DAYS
        free_on = _free_on(found, decision, lot)
        from_days = until if free_on is None else min(days + max((free_on - found.as_of).days, 0), until)
        yield _Aged(lot, lot.amount - covered, from_days, until)


def _free_on(found: Case, decision: Decision, lot: Lot) -> dt.date | None:
    """The first day on which something may be done about this claim; None: not within sight."""
    if found.hold is not None:
        return found.hold.until + ONE_DAY if found.hold.until else None
    steps = (decision.next, *decision.beside)
    days = [step.from_on for step in steps if lot.number in step.invoices and step.step not in IDLE]
    return min(days, default=None)


def _share(aged: tuple[_Aged, ...], asked: Decimal, recovery: Recovery, *, later: bool) -> Decimal | None:
    """The part of all that is asked for which debts of these ages bring in."""
    if not asked:
        return None
    parts = (each.amount * recovery.rate(each.to_days if later else each.from_days) for each in aged)
    return sum(parts, ZERO) / asked


def _protected(at_stake: tuple[Stake, ...]) -> dict[int, Decimal]:
    """What the periods protect, by lot: of several that protect the same, the one that protects most of it."""
    most: dict[int, Decimal] = {}
    for stake in at_stake:
        whole = sum((lot.amount for lot in stake.lots), ZERO)
        for lot in stake.lots:
            most[id(lot)] = max(most.get(id(lot), ZERO), lot.amount * stake.amount / whole)
    return most


def _reasons(
    found: Case, place: Place, aged: tuple[_Aged, ...], at_stake: tuple[Stake, ...], recovery: Recovery
) -> Iterator[Finding]:
    """What runs out first, then sum and age, then what is not counted and why."""
    currency = found.account.currency

    def told(code: str, articles: tuple[str, ...] = (), **facts: str) -> Finding:
        return Finding(code, Severity.INFORMATION, facts={"currency": currency, **facts}, articles=articles)

    for stake in at_stake:
        yield told(
            f"priority.{stake.kind.value}",
            stake.articles,
            invoices=stake.numbers,
            amount=_text(stake.amount, currency),
            on=stake.raw_end.isoformat(),
            left=str((stake.raw_end - found.as_of).days),
            act_by=stake.act_by.isoformat(),
            needed=str(stake.needed),
            guarantor=stake.subject,
        )
    if place.asked:
        oldest = str(max(each.lot.item.days_past_due for each in aged))
        yield told("priority.due", amount=_text(place.asked, currency), days=oldest)
        if place.by_age and place.now is not None and place.later is not None:
            now, later = f"{place.now:.1%}", f"{place.later:.1%}"
            waits = any(each.from_days > each.lot.item.days_past_due for each in aged)
            code = "priority.age_once_free" if waits else "priority.age"
            yield told(code, loss=_text(place.by_age, currency), days=str(WAIT_DAYS), now=now, later=later)
        if any(each.to_days > recovery.reaches for each in aged):
            yield told("priority.beyond_studies", days=str(recovery.reaches))
    yield from _not_counted(found, place, aged, told)


def _not_counted(found: Case, place: Place, aged: tuple[_Aged, ...], told: _Told) -> Iterator[Finding]:
    currency = found.account.currency
    if found.hold is not None:
        yield told("priority.held", until=found.hold.until.isoformat() if found.hold.until else "–")
    elif place.asked:
        waiting = [each for each in aged if each.from_days > each.lot.item.days_past_due]
        days = [on for each in waiting if (on := _free_on(found, place.decision, each.lot)) is not None]
        amount = sum((each.amount for each in waiting), ZERO)
        if days:
            yield told("priority.step_later", amount=_text(amount, currency), on=min(days).isoformat())
        elif waiting:
            yield told("priority.nothing_to_do", amount=_text(amount, currency))
    yield from _of_other_sum(place, {each.lot.number for each in aged}, told)
    apart = {
        "priority.disputed": (lot for lot in found.lots if lot.disputed),
        "priority.expired": (lot for lot in found.lots if lot.expired),
        "priority.not_due": (
            lot for lot in found.lots if lot.due_on is not None and not lot.due and not lot.disputed and not lot.expired
        ),
        "priority.due_unknown": (lot for lot in found.lots if lot.due_on is None and not lot.disputed),
    }
    for code, lots in apart.items():
        if amount := sum((lot.amount for lot in lots), ZERO):
            yield told(code, amount=_text(amount, currency))
    if found.position.unallocated:
        yield told("priority.on_account", amount=_text(found.position.unallocated, currency))


def _of_other_sum(place: Place, due: set[str], told: _Told) -> Iterator[Finding]:
    """The step beside the row's sum may be for another one. due: the invoices that the row's sum is of."""
    step, currency = place.decision.next, place.decision.currency
    if step.step in SUMLESS or not step.invoices or rounded(step.amount, currency) == rounded(place.asked, currency):
        return
    part = step.amount < place.asked and due.issuperset(step.invoices) and step.step is not Step.NEGOTIATION
    facts = {"amount": _text(step.amount, currency), "asked": _text(place.asked, currency)}
    code = "priority.step_for_part" if part else "priority.step_for_other" if place.asked else "priority.step_for_undue"
    yield told(code, **facts, invoices=", ".join(step.invoices), count=str(len(step.invoices)))


def _text(amount: Decimal, currency: str) -> str:
    return f"{rounded(amount, currency):f}"
