"""Where a claim stands in court: an order, a suit, a judgment, enforcement. What is under way is not begun again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from docgen.accounts.account import Event, EventKind
from docgen.errors import RuleMissing
from docgen.law.assessment import Missing
from docgen.law.periods import Term, deadline
from docgen.law.statutes import LawData


class Stand(StrEnum):
    NONE = "none"
    PRESERVED = "preserved"  # property is frozen, or that was applied for, and no suit is filed
    ORDER_APPLIED = "order_applied"
    ORDER_SERVED = "order_served"  # the debtor's days to pay or object are running
    ORDER_OBJECTED = "order_objected"  # the court has still to rule on the objection
    ORDER_LAPSED = "order_lapsed"  # the ruling came: the suit goes on by itself unless it is refused
    BECAME_SUIT = "became_suit"
    ORDER_FINAL = "order_final"  # neither paid nor objected
    SUIT = "suit"
    JUDGMENT = "judgment"  # the days that it leaves for payment are running
    JUDGMENT_OPEN = "judgment_open"  # it is not on record until when it leaves time
    JUDGMENT_FINAL = "judgment_final"
    ENFORCING = "enforcing"
    NO_PROPERTY = "no_property"


UNDER_WAY = frozenset(
    {Stand.ORDER_APPLIED, Stand.ORDER_SERVED, Stand.SUIT, Stand.JUDGMENT, Stand.ENFORCING, Stand.BECAME_SUIT}
)

COURT = frozenset(
    {
        EventKind.ACTION_FILED,
        EventKind.ARBITRATION_FILED,
        EventKind.PAYMENT_ORDER_APPLIED,
        EventKind.PAYMENT_ORDER_SERVED,
        EventKind.PAYMENT_ORDER_OBJECTION,
        EventKind.PAYMENT_ORDER_LAPSED,
        EventKind.PRESERVATION_APPLIED,
        EventKind.PRESERVATION_TAKEN,
        EventKind.JUDGMENT_EFFECTIVE,
        EventKind.ENFORCEMENT_APPLIED,
        EventKind.NO_PROPERTY_FOUND,
        EventKind.PROCEEDINGS_ENDED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceedings:
    """stand: as of the day asked about. since: the event that brought it there. term: the period that runs now.

    enforceable_from: the day from which the two years for enforcement count (民事诉讼法 250).
    unserved: an order lapsed without an objection: it could not be served (民诉法解释 430).
    sued: the debtor was sued, or arbitration applied for, and that was not withdrawn.
    """

    stand: Stand = Stand.NONE
    since: Event | None = None
    term: Term | None = None
    enforceable_from: dt.date | None = None
    unserved: bool = False
    sued: bool = False


NO_PROCEEDINGS = Proceedings()


def read(events: Iterable[Event], as_of: dt.date, law: LawData) -> Proceedings:
    """events: those of the court that concern one invoice, in order of day."""
    last: dict[EventKind, Event] = {}
    unserved = sued = False
    for event in events:
        kind = event.kind
        if kind is EventKind.PROCEEDINGS_ENDED:
            sued = sued and EventKind.JUDGMENT_EFFECTIVE in last  # withdrawn: as if never filed (担保制度解释 31)
            last = {kept: each for kept, each in last.items() if kept in _TITLES}
            continue
        for ended in _ENDS.get(kind, ()):
            last.pop(ended, None)
        if kind is EventKind.PAYMENT_ORDER_LAPSED and EventKind.PAYMENT_ORDER_OBJECTION not in last:
            unserved = True
            for ended in _ORDER:
                last.pop(ended, None)
            continue
        sued = sued or kind in {EventKind.ACTION_FILED, EventKind.ARBITRATION_FILED}
        last[kind] = event
    return _Record(last, as_of, law, unserved, sued).stand()


_ORDER = (
    EventKind.PAYMENT_ORDER_APPLIED,
    EventKind.PAYMENT_ORDER_SERVED,
    EventKind.PAYMENT_ORDER_OBJECTION,
    EventKind.PAYMENT_ORDER_LAPSED,
)
_SUITS = (EventKind.ACTION_FILED, EventKind.ARBITRATION_FILED)
_SECURING = (EventKind.PRESERVATION_APPLIED, EventKind.PRESERVATION_TAKEN)
_TITLES = frozenset({EventKind.JUDGMENT_EFFECTIVE, EventKind.NO_PROPERTY_FOUND})
# What an event puts an end to. A suit ends the order (民诉法解释 430(1)), and preservation becomes part of it.
_ENDS = {
    EventKind.PAYMENT_ORDER_APPLIED: _ORDER,
    EventKind.ACTION_FILED: (*_ORDER, *_SECURING),
    EventKind.ARBITRATION_FILED: (*_ORDER, *_SECURING),
    EventKind.JUDGMENT_EFFECTIVE: (*_ORDER, *_SUITS, *_SECURING),
    EventKind.ENFORCEMENT_APPLIED: (EventKind.NO_PROPERTY_FOUND,),
    EventKind.NO_PROPERTY_FOUND: (EventKind.ENFORCEMENT_APPLIED,),
}


@dataclass(frozen=True, slots=True)
class _Record:
    """The last event of each kind that is not over."""

    last: dict[EventKind, Event]
    as_of: dt.date
    law: LawData
    unserved: bool
    sued: bool

    def at(
        self, stand: Stand, kind: EventKind, term: Term | None = None, from_on: dt.date | None = None
    ) -> Proceedings:
        return Proceedings(
            stand=stand,
            since=self.last[kind],
            term=term,
            enforceable_from=from_on,
            unserved=self.unserved,
            sued=self.sued,
        )

    def stand(self) -> Proceedings:
        """Enforcement stands before the judgment, the judgment before the suit, the suit before the order."""
        for kind, stand in _SIMPLE:
            if kind in self.last:
                return self.at(stand, kind) if kind is not EventKind.JUDGMENT_EFFECTIVE else self._judgment()
        if self.last.keys() & set(_ORDER):
            return self._order()
        if taken := self.last.get(EventKind.PRESERVATION_TAKEN):
            term = _term(self.law, "preservation_suit", taken.on)
            return self.at(Stand.PRESERVED, EventKind.PRESERVATION_TAKEN, term)
        if EventKind.PRESERVATION_APPLIED in self.last:
            return self.at(Stand.PRESERVED, EventKind.PRESERVATION_APPLIED)
        return Proceedings(unserved=self.unserved, sued=self.sued)

    def _judgment(self) -> Proceedings:
        kind = EventKind.JUDGMENT_EFFECTIVE
        judgment = self.last[kind]
        if judgment.perform_by is None:
            return self.at(Stand.JUDGMENT_OPEN, kind, from_on=judgment.on)
        over = self.as_of > judgment.perform_by
        return self.at(Stand.JUDGMENT_FINAL if over else Stand.JUDGMENT, kind, from_on=judgment.perform_by)

    def _order(self) -> Proceedings:
        lapsed = self.last.get(EventKind.PAYMENT_ORDER_LAPSED)
        if lapsed is not None:
            term = _term(self.law, "refuse_litigation", lapsed.on)
            over = _over(term, self.as_of)
            return self.at(Stand.BECAME_SUIT if over else Stand.ORDER_LAPSED, EventKind.PAYMENT_ORDER_LAPSED, term)
        served = self.last.get(EventKind.PAYMENT_ORDER_SERVED)
        objection = self.last.get(EventKind.PAYMENT_ORDER_OBJECTION)
        term = _term(self.law, "payment_order_objection", served.on) if served else None
        if objection is not None and not _over(term, objection.on):  # a late one does not count (民诉法解释 431)
            return self.at(Stand.ORDER_OBJECTED, EventKind.PAYMENT_ORDER_OBJECTION)
        if served is None:
            return self.at(Stand.ORDER_APPLIED, EventKind.PAYMENT_ORDER_APPLIED)
        if term is not None and _over(term, self.as_of):
            return self.at(Stand.ORDER_FINAL, EventKind.PAYMENT_ORDER_SERVED, term, term.raw_end)
        return self.at(Stand.ORDER_SERVED, EventKind.PAYMENT_ORDER_SERVED, term)


_SIMPLE = (
    (EventKind.ENFORCEMENT_APPLIED, Stand.ENFORCING),
    (EventKind.NO_PROPERTY_FOUND, Stand.NO_PROPERTY),
    (EventKind.JUDGMENT_EFFECTIVE, Stand.JUDGMENT_FINAL),
    (EventKind.ACTION_FILED, Stand.SUIT),
    (EventKind.ARBITRATION_FILED, Stand.SUIT),
)


def _term(law: LawData, name: str, from_on: dt.date) -> Term | None:
    """None where the law data does not reach back to that day."""
    try:
        return deadline(law, name, from_on)
    except RuleMissing:
        return None


def _over(term: Term | None, as_of: dt.date) -> bool:
    """Whether the other side's period is surely over; one that the law data does not know is not taken to be."""
    return term is not None and as_of > latest(term)


def latest(term: Term) -> dt.date:
    """The last day that the other side may argue for: moved on from a holiday where the calendar is known. What we
    do after its period waits for this day; what we must do in ours goes by `raw_end`."""
    return term.raw_end if isinstance(term.rolled_end, Missing) else term.rolled_end
