"""Interest while an effective instrument is not performed: what it goes on awarding, and the doubled part.

The doubled part is 0.0175 % a day of the money debt that the instrument fixes, its ordinary interest left out
(民事诉讼法 264, 法释〔2014〕8号 1). It runs from the end of the time that the instrument leaves for payment, or
from its effect where it leaves none (2), up to and with the day of each payment (3). What is paid meets the judgment
debt first and the doubled part last (4), the reverse of Civil Code 561, which orders the judgment debt within itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from docgen.accounts.money import ZERO, rounded
from docgen.law.calendar import ONE_DAY
from docgen.law.choice import ImputationOrder
from docgen.law.statutes import LawData

FIGURE = "interest.judgment_daily_rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Awarded:
    """What an instrument awards. All sums in one currency.

    principal: with `other` (lawyers' fees it awards, say) the money debt that bears the doubled part.
    interest: ordinary interest that it awards as a sum. rate, running_from: ordinary interest that it lets run on, a
    fraction of the unpaid principal per day, from that day on. fees: court fees that it puts on the debtor; whether
    they bear the doubled part is contested, and here they do not.
    """

    principal: Decimal
    other: Decimal = ZERO
    interest: Decimal = ZERO
    rate: Decimal = ZERO
    running_from: dt.date | None = None
    fees: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    on: dt.date
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days on one base; `from_on` and `to_on` both count. amount: rounded for printing."""

    from_on: dt.date
    to_on: dt.date
    days: int
    base: Decimal
    rate: Decimal  # per day
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A payment, and what of it met which part of the debt; `over`: what met nothing."""

    on: dt.date
    amount: Decimal
    fees: Decimal = ZERO
    other: Decimal = ZERO
    interest: Decimal = ZERO
    principal: Decimal = ZERO
    doubled: Decimal = ZERO
    over: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Unperformed:
    """What is still owed on `until`, each sum rounded once at the end. doubled_from: the first day that bears the
    doubled part. ordinary, doubled: the stretches of each."""

    until: dt.date
    doubled_from: dt.date
    principal: Decimal
    other: Decimal
    interest: Decimal
    fees: Decimal
    doubled: Decimal
    running: tuple[Stretch, ...]
    doubling: tuple[Stretch, ...]
    put: tuple[Put, ...]
    articles: tuple[str, ...]

    @property
    def total(self) -> Decimal:
        return self.principal + self.other + self.interest + self.fees + self.doubled


def doubled_from(performed_by: dt.date | None, effective_on: dt.date) -> dt.date:
    """The first day of delay: the day after the last one that the instrument leaves for payment; where it leaves no
    time, the day of its effect (法释〔2014〕8号 2)."""
    return effective_on if performed_by is None else performed_by + ONE_DAY


def unperformed(
    law: LawData,
    awarded: Awarded,
    *,
    first_day: dt.date,
    until: dt.date,
    received: Iterable[Received] = (),
    order: ImputationOrder = ImputationOrder.PRINCIPAL_FIRST,
    currency: str = "CNY",
) -> Unperformed:
    """What an instrument's debt has come to on `until`. order: how a payment is put within the judgment debt; the
    doubled part comes last in either. Raises RuleMissing before the rate was law."""
    figure = law.figure(FIGURE, first_day)
    owed = _Owed(awarded, figure.value, first_day, order, currency)
    for one in sorted(received, key=lambda each: each.on):
        if one.on <= until:
            owed.runs_to(one.on)
            owed.receives(one)
    owed.runs_to(until)
    return Unperformed(
        until=until,
        doubled_from=first_day,
        **{name: rounded(owed.open[name], currency) for name in ("principal", "other", "interest", "fees", "doubled")},
        running=tuple(owed.running),
        doubling=tuple(owed.doubling),
        put=tuple(owed.put),
        articles=(*figure.articles, "delay_interest:2", "delay_interest:4"),
    )


# Within the judgment debt, then the doubled part (法释〔2014〕8号 4; 民法典 561).
_PUT = {
    ImputationOrder.PRINCIPAL_FIRST: ("principal", "other", "interest", "fees", "doubled"),
    ImputationOrder.ARTICLE_561: ("fees", "other", "interest", "principal", "doubled"),
}


class _Owed:
    """The debt as it stands while the days go by."""

    def __init__(
        self, awarded: Awarded, daily: Decimal, first_day: dt.date, order: ImputationOrder, currency: str
    ) -> None:
        self.daily, self.rate, self.order, self.currency = daily, awarded.rate, order, currency
        self.open = {
            "principal": awarded.principal,
            "other": awarded.other,
            "interest": awarded.interest,
            "fees": awarded.fees,
            "doubled": ZERO,
        }
        self.doubles_from = first_day
        self.runs_from = awarded.running_from if awarded.rate else None
        self.running: list[Stretch] = []
        self.doubling: list[Stretch] = []
        self.put: list[Put] = []

    def runs_to(self, day: dt.date) -> None:
        """Both kinds of interest up to and with this day."""
        if self.runs_from is not None and self.runs_from <= day:
            self._stretch(self.running, "interest", self.runs_from, day, self.open["principal"], self.rate)
            self.runs_from = day + ONE_DAY
        if self.doubles_from <= day:
            base = self.open["principal"] + self.open["other"]
            self._stretch(self.doubling, "doubled", self.doubles_from, day, base, self.daily)
            self.doubles_from = day + ONE_DAY

    def _stretch(
        self, into: list[Stretch], part: str, from_on: dt.date, to_on: dt.date, base: Decimal, rate: Decimal
    ) -> None:
        if not base:
            return
        days = (to_on - from_on).days + 1
        exact = base * rate * days
        self.open[part] += exact
        amount = rounded(exact, self.currency)
        into.append(Stretch(from_on=from_on, to_on=to_on, days=days, base=base, rate=rate, amount=amount))

    def receives(self, one: Received) -> None:
        left, met = one.amount, dict.fromkeys(self.open, ZERO)
        for part in _PUT[self.order]:
            met[part] = min(left, rounded(self.open[part], self.currency))
            self.open[part] = max(self.open[part] - met[part], ZERO)
            left -= met[part]
        self.put.append(Put(on=one.on, amount=one.amount, over=left, **met))
