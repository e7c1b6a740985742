"""Many accounts at once: who first and why, the collection rate, and the aging by customer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.account import Account
from docgen.accounts.aging import AgingBucket, age
from docgen.accounts.collection import Collection, Period, collection
from docgen.accounts.money import ZERO
from docgen.errors import Finding, RuleMissing, Severity
from docgen.escalation.priority import Place, priority, weigh
from docgen.law.position import Position, position
from docgen.law.remarks import STALE_AFTER_DAYS
from docgen.usecases.decision import decide_account
from docgen.usecases.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """What is open by days past due, the disputed part too. due_unknown: of invoices that nothing on record makes due.
    on_account: money and credits that stand against no invoice. total: what is owed after them."""

    buckets: Mapping[AgingBucket, Decimal]
    due_unknown: Decimal = ZERO
    on_account: Decimal = ZERO

    @property
    def total(self) -> Decimal:
        return sum(self.buckets.values(), ZERO) + self.due_unknown - self.on_account


@dataclass(frozen=True, slots=True, kw_only=True)
class Aging:
    """Of all accounts in one currency. customers: by name, the largest total first."""

    currency: str
    whole: Aged
    customers: tuple[tuple[str, Aged], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """order: the accounts with something open, first who is dearest to wait for, each currency by itself.
    collections, agings: one for each currency, CNY first. notices: what must be known about the accounts together."""

    accounts: tuple[Account, ...]
    period: Period
    order: tuple[Place, ...]
    collections: tuple[Collection, ...]
    agings: tuple[Aging, ...]
    notices: tuple[Finding, ...]


def look_over(desk: Desk, accounts: Iterable[Account], period: Period) -> Portfolio:
    """Each account on its own day, by the company's policy; the collection rate of the period."""
    accounts = tuple(accounts)
    places = []
    for number, account in enumerate(accounts):
        decision = decide_account(desk, account)
        places.append(weigh(account, decision, desk.policy, desk.law, desk.recovery, place=number))
    order = priority(place for place in places if place.open or place.loss is None)
    return Portfolio(
        accounts=accounts,
        period=period,
        order=order,
        collections=collection(accounts, period),
        agings=_agings(desk, accounts),
        notices=tuple(_notices(accounts, order)),
    )


def _agings(desk: Desk, accounts: Sequence[Account]) -> tuple[Aging, ...]:
    stands: defaultdict[str, list[tuple[str, Position]]] = defaultdict(list)
    for account in accounts:
        try:
            stands[account.currency].append((account.debtor.name, position(account, desk.law)))
        except RuleMissing:
            continue  # the notices name the account
    return tuple(
        _aging(currency, stands[currency]) for currency in sorted(stands, key=lambda each: (each != "CNY", each))
    )


def _aging(currency: str, stands: Sequence[tuple[str, Position]]) -> Aging:
    customers: defaultdict[str, list[Position]] = defaultdict(list)
    for name, stand in stands:
        customers[name].append(stand)
    aged = {name: _aged(own) for name, own in customers.items()}
    return Aging(
        currency=currency,
        whole=_aged([stand for _, stand in stands]),
        customers=tuple(sorted(aged.items(), key=lambda each: (-each[1].total, each[0]))),
    )


def _aged(stands: Iterable[Position]) -> Aged:
    stands = tuple(stands)
    items = [item for stand in stands for item in stand.items if item.open]
    return Aged(
        buckets=age((item.days_past_due, item.open) for item in items if item.due.on is not None),
        due_unknown=sum((item.open for item in items if item.due.on is None), ZERO),
        on_account=sum((stand.unallocated for stand in stands), ZERO),
    )


def _notices(accounts: Sequence[Account], order: Iterable[Place]) -> Iterator[Finding]:
    """What must be known before the figures of several accounts are read together."""
    days = sorted({account.as_of for account in accounts})
    if len(days) > 1:
        yield _told("portfolio.days_differ", first=days[0].isoformat(), last=days[-1].isoformat())
    creditors = {account.creditor.name for account in accounts}
    if len(creditors) > 1:
        yield _told("portfolio.creditors_differ", count=str(len(creditors)))
    currencies = sorted({account.currency for account in accounts})
    if len(currencies) > 1:
        yield _told("portfolio.currencies_differ", count=str(len(currencies)), currencies=", ".join(currencies))
    yield from _repeated(accounts)
    listed = {place.account: place for place in order}
    for number, account in enumerate(accounts):
        place = listed.get(number)
        late = (account.as_of - account.booked_up_to).days
        if place is not None and late > STALE_AFTER_DAYS:
            booked = account.booked_up_to.isoformat()
            facts = {"debtor": account.debtor.name, "booked_up_to": booked, "days": str(late)}
            yield _warning("portfolio.booked_late", f"/accounts/{number}/booked_up_to", **facts)
        for warning in place.decision.warnings if place is not None else ():
            if warning.code == "decision.unknown_grade":
                yield _warning("portfolio.unknown_grade", f"/accounts/{number}/credit", **warning.facts)
        if place is not None and place.loss is None:
            yield _warning("portfolio.unweighed", f"/accounts/{number}", debtor=account.debtor.name)
    if settled := len(accounts) - len(listed):
        yield _told("portfolio.settled", count=str(settled))


def _repeated(accounts: Sequence[Account]) -> Iterator[Finding]:
    """Accounts of one debtor that hold the same invoice: a sum counted twice is a wrong sum."""
    holders: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        for invoice in {each.number for each in account.invoices}:
            holders[account.creditor.name, account.debtor.name, invoice].append(number)
    told: Counter[tuple[str, tuple[int, ...]]] = Counter(
        (debtor, tuple(numbers)) for (_, debtor, _), numbers in holders.items() if len(numbers) > 1
    )
    for debtor, numbers in sorted(told):
        which = ", ".join(str(number + 1) for number in numbers)
        place = f"/accounts/{numbers[-1]}"
        yield _warning("portfolio.repeated", place, debtor=debtor, count=str(len(numbers)), accounts=which)


def _told(code: str, **facts: str) -> Finding:
    return Finding(code, Severity.INFORMATION, facts=facts)


def _warning(code: str, place: str, **facts: str) -> Finding:
    return Finding(code, Severity.WARNING, place=place, facts=facts)
