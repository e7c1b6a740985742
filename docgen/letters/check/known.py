"""What an account explains: which sums and days a letter about it may name, and as what.

Every amount and every day of account, assessment and request is collected with the name of its field; sums that letters
make of them (principal and interest, the open invoices together) are added. Texts of the account explain what stands
in them; the free words of a request explain nothing, as they are what is checked.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from docgen.accounts.account import Account
from docgen.law.assessment import Assessment, Interest, OpenItem, Settlement, Standing
from docgen.letters.particulars import own_words
from docgen.letters.request import LetterRequest


@dataclass(frozen=True, slots=True)
class Explained:
    """As what a figure or a day stands in the account: a code that is put into words, and which one it is of."""

    code: str  # "explains.invoice_open"
    which: str = ""  # the number of the invoice, the day of the payment


# Fields by type and name; what is not listed is "a figure of the account".
_SUMS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("Totals", "demandable"): "explains.principal",
        ("Totals", "open"): "explains.balance",
        ("Totals", "invoiced"): "explains.invoiced",
        ("Totals", "paid"): "explains.paid",
        ("Totals", "credited"): "explains.credited",
        ("Totals", "disputed"): "explains.disputed",
        ("Totals", "expired"): "explains.expired",
        ("Totals", "not_due"): "explains.not_due",
        ("Interest", "total"): "explains.interest",
        ("Interest", "accrued"): "explains.interest",
        ("Settlement", "costs"): "explains.costs",
        ("Invoice", "amount"): "explains.invoice_amount",
        ("OpenItem", "open"): "explains.invoice_open",
        ("OpenItem", "demandable"): "explains.invoice_open",
        ("OpenItem", "paid"): "explains.invoice_paid",
        ("OpenItem", "credited"): "explains.invoice_credited",
        ("Payment", "amount"): "explains.payment",
        ("Contract", "amount"): "explains.contract_amount",
        ("Event", "amount"): "explains.event",
        ("Dispute", "amount"): "explains.disputed",
        ("Segment", "amount"): "explains.segment",
        ("Segment", "base"): "explains.segment",
        ("Fee", "amount"): "explains.fee",
    }
)
_DAYS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("Account", "as_of"): "explains.as_of",
        ("Account", "booked_up_to"): "explains.booked_up_to",
        ("LetterRequest", "dated_on"): "explains.dated_on",
        ("LetterRequest", "pay_by"): "explains.pay_by",
        ("LetterRequest", "reply_by"): "explains.reply_by",
        ("Contract", "signed_on"): "explains.signed_on",
        ("Invoice", "issued_on"): "explains.issued_on",
        ("Invoice", "due_on"): "explains.due_on",
        ("Due", "on"): "explains.due_on",
        ("Invoice", "delivered_on"): "explains.delivered_on",
        ("Invoice", "accepted_on"): "explains.accepted_on",
        ("Payment", "received_on"): "explains.payment_day",
        ("Event", "on"): "explains.event_day",
        ("Event", "promised_on"): "explains.promised_on",
    }
)
# A fraction is a rate and no sum; what is counted is none either.
_NO_SUMS = frozenset({"rate", "reference_rate", "multiplier", "value", "cap", "instalments"})


@dataclass(frozen=True)
class Known:
    """What explains the figures and days of one letter. Nothing is collected before something has to be explained."""

    account: Account
    assessment: Assessment | None = None
    request: LetterRequest | None = None

    @cached_property
    def sums(self) -> Mapping[Decimal, Explained]:
        found: dict[Decimal, Explained] = {}
        if self.assessment:
            for each in _totals(self.assessment):
                found.setdefault(*each)
        for name, which, value in self._named_first(_SUMS):
            if isinstance(value, Decimal) and name[1] not in _NO_SUMS and value:
                found.setdefault(abs(value), Explained(_SUMS.get(name, "explains.account"), which))
        return found

    @cached_property
    def days(self) -> Mapping[dt.date, Explained]:
        found: dict[dt.date, Explained] = {}
        for name, which, value in self._named_first(_DAYS):
            if isinstance(value, dt.date):
                found.setdefault(value, Explained(_DAYS.get(name, "explains.account_day"), which))
        for day in list(found):
            for near in (day - dt.timedelta(1), day + dt.timedelta(1)):  # "from the day after", "until the day before"
                if dt.date.min < day < dt.date.max:
                    found.setdefault(near, Explained("explains.next_day", day.isoformat()))
        return found

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every text of the account and of the request but its free words."""
        parts = [getattr(self.request, part.name) for part in fields(self.request)] if self.request else []
        free = {words for part in parts for _, words in own_words(part, "")}
        texts = (value for _, _, value in self._values if isinstance(value, str) and value.strip())
        return tuple(dict.fromkeys(text for text in texts if text not in free))

    def rounded(self, value: Decimal, step: Decimal) -> Explained | None:
        """What a sum in round figures may stand for: 87.67万元 for 876,650.50."""
        at = bisect_left(self._sorted, value - step / 2)
        near = self._sorted[at : at + 1]
        return self.sums[near[0]] if near and near[0] <= value + step / 2 else None

    @cached_property
    def _sorted(self) -> list[Decimal]:
        return sorted(self.sums)

    def _named_first(self, names: Mapping[tuple[str, str], str]) -> Iterator[tuple[tuple[str, str], str, object]]:
        """Every value; first those whose field has a name of its own, as the same day or sum may stand in several."""
        yield from (each for each in self._values if each[0] in names)
        yield from (each for each in self._values if each[0] not in names)

    @cached_property
    def _values(self) -> tuple[tuple[tuple[str, str], str, object], ...]:
        asked = replace(self.request, paragraphs={}, salutation=None, delivery=None) if self.request else None
        return tuple(
            each
            for part in (asked, self.assessment and self.assessment.chosen, self.account, self.assessment)
            if part is not None
            for each in _walked(part)
        )


def _walked(root: object) -> Iterator[tuple[tuple[str, str], str, object]]:
    """Every value within a frozen object: its type and field, which thing it is of, and itself."""
    waiting: list[tuple[tuple[str, str], str, object]] = [(("", ""), "", root)]
    while waiting:
        name, which, value = waiting.pop()
        kind = type(value)
        if kind is str or kind is Decimal or kind is dt.date:
            yield name, which, value
        elif isinstance(value, tuple | list | frozenset):
            waiting += [(name, which, each) for each in reversed(tuple(value))]
        elif kind not in _NOTHING and (names := _names(kind)):
            which = _which(value) or which
            waiting += [((kind.__name__, each), which, getattr(value, each)) for each in names]
        elif isinstance(value, Mapping):
            waiting += [(name, which, each) for each in value.values()]


_NOTHING = frozenset({type(None), bool, int})


_FIELDS: dict[type[object], tuple[str, ...]] = {}


def _names(kind: type[object]) -> tuple[str, ...]:
    """The fields of a dataclass, the last first; none of another type."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(each.name for each in reversed(fields(kind))) if is_dataclass(kind) else ()
    return _FIELDS[kind]


_WHICH: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "Invoice": lambda each: getattr(each, "number", ""),
        "Contract": lambda each: getattr(each, "number", ""),
        "OpenItem": lambda each: each.invoice.number if isinstance(each, OpenItem) else "",
        "Segment": lambda each: getattr(each, "invoice", ""),
        "Payment": lambda each: getattr(each, "received_on", ""),
        "Event": lambda each: getattr(each, "on", ""),
    }
)


def _which(value: object) -> str:
    made = _WHICH.get(type(value).__name__)
    return str(made(value)) if made else ""


def _totals(assessment: Assessment) -> Iterator[tuple[Decimal, Explained]]:
    """The sums that a letter states: principal, interest, both, and what groups of invoices come to."""
    for settled in (assessment.chosen, assessment.alternative):
        principal = settled.totals.demandable
        yield principal, Explained("explains.principal")
        if isinstance(settled.interest, Interest):
            interest = settled.interest.total
            yield principal + interest, Explained("explains.total")
            yield principal + interest + settled.costs, Explained("explains.total")
            yield interest + settled.costs, Explained("explains.interest")
        yield principal + settled.costs, Explained("explains.total")
        yield from _grouped(settled)


_OF_AN_ITEM: tuple[Callable[[OpenItem], Decimal], ...] = (
    lambda item: item.invoice.amount,
    lambda item: item.open,
    lambda item: item.demandable,
    lambda item: item.undisputed,
    lambda item: item.disputed,
    lambda item: item.paid,
    lambda item: item.received,
    lambda item: item.credited,
    lambda item: item.paid + item.credited,
    lambda item: item.invoice.amount - item.open,
)


def _grouped(settled: Settlement) -> Iterator[tuple[Decimal, Explained]]:
    by_standing: dict[Standing | None, list[OpenItem]] = {None: list(settled.items)}
    for item in settled.items:
        by_standing.setdefault(item.standing, []).append(item)
    overdue = [*by_standing.get(Standing.OVERDUE, ()), *by_standing.get(Standing.DUE, ())]
    unsettled = [item for item in settled.items if item.open]
    for group in (each for each in (*by_standing.values(), overdue, unsettled) if len(each) > 1):
        for of_one in _OF_AN_ITEM:
            yield sum(map(of_one, group), Decimal(0)), Explained("explains.together", str(len(group)))
    for item in settled.items:
        yield item.paid + item.credited, Explained("explains.invoice_paid", item.invoice.number)
