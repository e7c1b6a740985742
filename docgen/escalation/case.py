"""Everything that the rules read: one case, and its lots, computed once from the account, its history and the law.

A lot is what one invoice leaves open, by its side of a dispute: the undisputed part goes on, the disputed part is held.
Facts are three-valued: True, False, or None where nobody has stated them. Unknown is never no.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from docgen.accounts.account import Account, Answer, Event, EventKind, Hold, Proof, Question
from docgen.accounts.contract import Contract
from docgen.accounts.money import ZERO
from docgen.escalation import proceedings
from docgen.escalation.policy import Policy, Tier
from docgen.escalation.proceedings import COURT, NO_PROCEEDINGS, Proceedings
from docgen.escalation.promises import Promise, promises
from docgen.escalation.rungs import LETTERS, NO_RUNG, Rung, rung
from docgen.law.assessment import GuaranteeClock, LimitationClock, OpenItem, Standing
from docgen.law.jurisdiction import Forum, route
from docgen.law.limitation import ARRIVED
from docgen.law.position import Position, position
from docgen.law.statutes import LawData

_TRUTH = {Answer.YES: True, Answer.NO: False, Answer.UNKNOWN: None}
_FORUM = {Forum.ARBITRATION: True, Forum.COURT: False, None: None}
forum = lru_cache(maxsize=4096)(route)


@dataclass(slots=True, kw_only=True, eq=False)
class Lot:
    """disputed: whether this is the disputed part of the invoice. amount: what it comes to.
    guarantees: those that stand behind it, whose act is still to be done."""

    case: Case
    item: OpenItem
    disputed: bool
    amount: Decimal
    contract: Contract | None
    clock: LimitationClock | None
    guarantees: tuple[GuaranteeClock, ...]
    court: Proceedings
    rung: Rung

    @property
    def number(self) -> str:
        return self.item.invoice.number

    @property
    def due_on(self) -> dt.date | None:
        return self.item.due.on

    @property
    def due(self) -> bool:
        """Whether the day has come; a claim that is due today may still be paid in time today."""
        return self.item.due.on is not None and self.item.due.on <= self.case.as_of

    @property
    def overdue(self) -> bool:
        return self.item.due.on is not None and self.item.due.on < self.case.as_of

    @property
    def expired(self) -> bool:
        return self.item.standing is Standing.EXPIRED

    @property
    def days_left(self) -> int | None:
        """Days to the raw end of the limitation period; None before it runs, and once it is over."""
        if self.clock is None or not self.overdue or self.clock.expired:
            return None
        return (self.clock.raw_end - self.case.as_of).days

    @property
    def arbitration(self) -> bool | None:
        """Whether the contract chooses arbitration; None without a clause, or where its words leave a doubt."""
        return None if self.contract is None else _FORUM[forum(self.contract.dispute_clause)]


@dataclass(slots=True, kw_only=True, eq=False)
class Case:
    """events: those up to the day asked about, in order of day. demandable: what is due and undisputed, less money
    that stands against no invoice. hold: the one that stands on that day, of several the one that lasts longest."""

    account: Account
    as_of: dt.date
    law: LawData
    policy: Policy
    events: tuple[Event, ...]
    position: Position
    promises: tuple[Promise, ...]
    lots: tuple[Lot, ...]
    demandable: Decimal
    oldest_days: int | None  # days overdue of the oldest claim that may be asked for
    tier: Tier
    hold: Hold | None
    answers: dict[Question, bool | None]
    disputed_in_writing: bool | None = None
    alike: dict[str, bool | None] = field(default_factory=dict)  # by rule, the truth of those that hold for all or none

    def declared(self, question: Question) -> bool | None:
        return self.answers.get(question)

    def had(self, *kinds: EventKind) -> bool:
        return any(event.kind in kinds for event in self.events)

    @property
    def grade_known(self) -> bool:
        """Whether the customer's credit grade is one that the policy knows; one that uses none takes any."""
        grades = self.policy.grades
        return not grades or self.account.credit in grades

    @property
    def overdue(self) -> bool:
        """Whether any undisputed claim is overdue and not expired."""
        return self.oldest_days is not None and self.oldest_days > 0

    @property
    def abroad(self) -> bool | None:
        return True if self.account.debtor.country != "CN" else self.declared(Question.DEBTOR_ABROAD)


def _disputed_in_writing(case: Case) -> bool | None:
    """A dispute in writing on record, an objection to an earlier order, or a declaration (民诉法解释 435)."""
    on_invoice = any(
        lot.disputed and lot.item.invoice.dispute and lot.item.invoice.dispute.in_writing for lot in case.lots
    )
    on_file = any(
        event.kind is EventKind.PAYMENT_ORDER_OBJECTION
        or (event.kind is EventKind.DISPUTE and event.proof in {Proof.ARRIVED, Proof.SIGNED})
        for event in case.events
    )
    return True if on_invoice or on_file else case.declared(Question.WRITTEN_DISPUTE)


def case(account: Account, events: tuple[Event, ...], policy: Policy, law: LawData) -> Case:
    """account: with the day asked about, and these events as its history. Raises RuleMissing where the law data does
    not reach back far enough to tell a due date or a period."""
    as_of = account.as_of
    stand = position(account, law)
    given = promises(account, events, stand.items, as_of, policy.promise_grace_days)
    clocks = {number: clock for clock in stand.limitation for number in clock.invoices}
    demandable = max(sum((item.demandable for item in stand.items), ZERO) - stand.unallocated, ZERO)
    found = Case(
        account=account,
        as_of=as_of,
        law=law,
        policy=policy,
        events=events,
        position=stand,
        promises=given,
        lots=(),
        demandable=demandable,
        oldest_days=max((item.days_past_due for item in stand.items if item.demandable), default=None),
        tier=policy.tiers[-1],
        hold=max((hold for hold in account.holds if hold.stands_on(as_of)), key=_lasting, default=None),
        answers={question: _TRUTH[each.answer] for question, each in account.declared.items()},
    )
    found.tier = tier_of(found)
    letters = tuple(event for event in events if event.kind in LETTERS)
    in_court = tuple(event for event in events if event.kind in COURT)
    contracts = {contract.number: contract for contract in account.contracts}
    lots: list[Lot] = []
    for item in stand.items:
        if not item.open:
            continue
        invoice, due_on = item.invoice, item.due.on
        court = _court(invoice.number, in_court, as_of, law)
        parts = ((False, item.undisputed), (True, item.disputed))
        if item.standing is Standing.EXPIRED:
            parts = ((False, item.open), (True, ZERO))
        lots += [
            Lot(
                case=found,
                item=item,
                disputed=disputed,
                amount=amount,
                contract=contracts.get(invoice.contract) if invoice.contract else None,
                clock=clocks.get(invoice.number),
                guarantees=_guarantees(invoice.number, stand, events, court) if stand.guarantees else (),
                court=court,
                rung=rung(invoice.number, due_on, letters, given) if due_on and due_on <= as_of else NO_RUNG,
            )
            for disputed, amount in parts
            if amount
        ]
    found.lots = tuple(lots)
    found.disputed_in_writing = _disputed_in_writing(found)
    return found


def _lasting(hold: Hold) -> tuple[object, ...]:
    """Of several holds the one that stands longest stops everything; then the one that began first."""
    return (hold.until or dt.date.max, -hold.from_on.toordinal(), hold.reason)


def tier_of(case: Case) -> Tier:
    """The first tier whose conditions all hold: the sum that is due, days overdue of the oldest, the credit grade."""
    days = case.oldest_days or 0
    for tier in case.policy.tiers:
        if tier.from_amount is not None and case.demandable < tier.from_amount:
            continue
        if tier.from_days is not None and days < tier.from_days:
            continue
        if tier.credit and case.account.credit not in tier.credit:
            continue
        return tier
    return case.policy.tiers[-1]


def _court(number: str, events: tuple[Event, ...], as_of: dt.date, law: LawData) -> Proceedings:
    concerned = [event for event in events if not event.invoices or number in event.invoices]
    return proceedings.read(concerned, as_of, law) if concerned else NO_PROCEEDINGS


def _guarantees(
    number: str, stand: Position, events: tuple[Event, ...], court: Proceedings
) -> tuple[GuaranteeClock, ...]:
    """The guarantees behind an invoice that still wait for their act: the guarantor asked, or the debtor sued, after
    the debt was due and before the period was over (民法典 693)."""
    alone = len({clock.guarantor for clock in stand.guarantees}) == 1
    return tuple(
        clock
        for clock in stand.guarantees
        if number in clock.invoices and not _done(clock, number, events, sued=court.sued, alone=alone)
    )


def _done(clock: GuaranteeClock, number: str, events: tuple[Event, ...], *, sued: bool, alone: bool) -> bool:
    """alone: there is one guarantor, so that a request need not name it; of several each is asked for itself."""
    if clock.act_needed == "sue_debtor":
        suits = {EventKind.ACTION_FILED, EventKind.ARBITRATION_FILED}
        return sued and any(
            event.kind in suits and event.on <= clock.raw_end and (not event.invoices or number in event.invoices)
            for event in events
        )
    return any(
        event.kind is EventKind.GUARANTOR_REQUESTED
        and event.proof in ARRIVED
        and clock.due_on < event.on <= clock.raw_end
        and (event.reference == clock.guarantor or (alone and event.reference is None))
        and (not event.invoices or number in event.invoices)
        for event in events
    )


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """By day, and on one day by what they are, so that the order in which they were entered tells nothing."""
    return tuple(sorted(events, key=_place))


def _place(event: Event) -> tuple[object, ...]:
    ends = event.kind is EventKind.PROCEEDINGS_ENDED
    return (
        event.on,
        ends,
        event.kind,
        event.proof,
        event.promised_on or dt.date.min,
        event.perform_by or dt.date.min,
        event.amount or ZERO,
        event.invoices,
        event.reference or "",
        event.note or "",
        event.demands_payment is not None,
        bool(event.demands_payment),
    )
