"""What a month's waiting would put at stake: the periods of the law that would then leave too few days to act.

A limitation period or the period for enforcement needs the days that the policy keeps before a filing, a guarantee
those that it keeps before its end. What the period protects is at stake whole, disputed or on hold: no period waits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.money import ZERO
from docgen.escalation.case import Case, Lot
from docgen.escalation.decision import Clock, ClockKind
from docgen.escalation.proceedings import UNDER_WAY
from docgen.law.assessment import GuaranteeClock
from docgen.law.periods import last_safe_day

WAIT_DAYS = 30  # what "a month" is in an order of work: the studies of recovery know no finer grain
_COURT = frozenset({ClockKind.ENFORCEMENT, ClockKind.PRESERVATION_SUIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """A period that runs out for want of acting.

    lots: what it protects. amount: what is lost with it, at most what the guarantor answers for. needed: the days
    that acting takes. act_by: the last safe day. subject: the guarantor, of a guarantee.
    """

    kind: ClockKind
    lots: tuple[Lot, ...]
    amount: Decimal
    raw_end: dt.date
    act_by: dt.date
    needed: int
    articles: tuple[str, ...]
    subject: str = ""

    @property
    def numbers(self) -> str:
        return ", ".join(dict.fromkeys(lot.number for lot in self.lots))


def stakes(found: Case, clocks: tuple[Clock, ...]) -> tuple[Stake, ...]:
    """Soonest end first. clocks: those of the decision for this case."""
    each = (*_limitation(found), *_guarantees(found), *_of_court(found, clocks))
    return tuple(sorted(each, key=lambda stake: (stake.raw_end, stake.kind.value, stake.subject, stake.numbers)))


def _soon(found: Case, raw_end: dt.date, needed: int) -> bool:
    """Whether after a month fewer days than needed would be left; what is over is lost already."""
    return 0 <= (raw_end - found.as_of).days < WAIT_DAYS + needed


def _sum(lots: tuple[Lot, ...]) -> Decimal:
    return sum((lot.amount for lot in lots), ZERO)


def _limitation(found: Case) -> Iterator[Stake]:
    """Not of what is before a court: filing has interrupted the period, and it stands until the end (民法典 195)."""
    needed = found.policy.limitation_file_days
    ending: dict[dt.date, list[Lot]] = {}
    for lot in found.lots:
        in_court = lot.court.stand in UNDER_WAY or lot.court.enforceable_from is not None
        if lot.clock is not None and lot.days_left is not None and not in_court:
            ending.setdefault(lot.clock.raw_end, []).append(lot)
    for raw_end, lots in ending.items():
        clock = lots[0].clock
        if clock is not None and _soon(found, raw_end, needed):
            yield Stake(
                kind=ClockKind.LIMITATION,
                lots=tuple(lots),
                amount=_sum(tuple(lots)),
                raw_end=raw_end,
                act_by=clock.last_safe_day,
                needed=needed,
                articles=clock.articles,
            )


def _guarantees(found: Case) -> Iterator[Stake]:
    needed = found.policy.guarantee_days
    behind: dict[int, tuple[GuaranteeClock, list[Lot]]] = {}
    for lot in found.lots:
        for clock in lot.guarantees:
            if clock.due_on < found.as_of and not clock.expired:
                behind.setdefault(id(clock), (clock, []))[1].append(lot)
    for clock, lots in behind.values():
        if _soon(found, clock.raw_end, needed):
            yield Stake(
                kind=ClockKind.GUARANTEE,
                lots=tuple(lots),
                amount=min(_sum(tuple(lots)), _most(clock, lots[0])),
                raw_end=clock.raw_end,
                act_by=last_safe_day(found.law, clock.raw_end),
                needed=needed,
                articles=clock.articles,
                subject=clock.guarantor,
            )


def _most(clock: GuaranteeClock, lot: Lot) -> Decimal:
    """What the guarantor answers for at most."""
    agreed = (
        each.maximum
        for each in (lot.contract.guarantees if lot.contract else ())
        if each.guarantor.name == clock.guarantor and each.maximum is not None
    )
    return max(agreed, default=Decimal("Infinity"))


def _of_court(found: Case, clocks: tuple[Clock, ...]) -> Iterator[Stake]:
    """Enforcement, and the suit that must follow a preservation: the clocks name the invoices that they are of."""
    for clock in clocks:
        needed = found.policy.limitation_file_days if clock.kind is ClockKind.ENFORCEMENT else 0
        if clock.kind in _COURT and clock.ours and _soon(found, clock.raw_end, needed):
            numbers = clock.subject.split(", ")
            lots = tuple(lot for lot in found.lots if lot.number in numbers)
            yield Stake(
                kind=clock.kind,
                lots=lots,
                amount=_sum(lots),
                raw_end=clock.raw_end,
                act_by=clock.last_safe_day,
                needed=needed,
                articles=clock.finding.articles,
            )
