"""What the page of many accounts shows: who first and why, what was collected, how old the rest is."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from docgen.accounts.aging import AgingBucket
from docgen.accounts.collection import Collection, Figures, Grain, Period
from docgen.accounts.money import ZERO
from docgen.errors import Finding, Severity
from docgen.escalation.priority import Place
from docgen.escalation.stakes import WAIT_DAYS
from docgen.letters.request import Language
from docgen.letters.wording import cite_all, figures, letter_date, plain_figures, table_date, unit
from docgen.usecases import Desk
from docgen.usecases.portfolio import Aging, Portfolio
from docgen.usecases.portfolio_report import percent
from docgen.web.pages.boxes import Label
from docgen.web.pages.charts import Chart, Column, bars, columns, share
from docgen.web.pages.sums import BUCKETS

MOST_SHOWN = 200  # places in the order; who is further behind is not called this month
CUT = " *"  # behind the name of a month of which only a part lies in the period
GRAINS: dict[Grain, Label] = {Grain.MONTH: _("Month"), Grain.QUARTER: _("Quarter"), Grain.YEAR: _("Year")}
_PERIODS = frozenset({"limitation", "guarantee", "enforcement", "preservation_suit"})  # reasons that are periods
_IN_COLUMNS = "priority.due"  # sum and age have columns of their own
_LARGE = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_LARGE_EN = ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"), (Decimal(10) ** 3, "k"))


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was sent. text: as it came, which the page carries on."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a file, or the period, could not be read; where it is in it."""

    name: str
    where: str
    say: str
    do: str


@dataclass(frozen=True, slots=True)
class Why:
    """A reason in words. period: it is a period of the law that runs out."""

    say: str
    do: str
    period: bool
    articles: str


@dataclass(frozen=True, slots=True)
class Row:
    """One place in the order. length: of its bar, of a hundred. document: its account, for the page of the way."""

    place: Place
    whys: tuple[Why, ...]
    length: str
    document: str


@dataclass(frozen=True, slots=True)
class Queue:
    """The order of one currency. cut: how many are not shown."""

    currency: str
    rows: tuple[Row, ...]
    cut: int
    loss: Decimal


@dataclass(frozen=True, kw_only=True)
class Overview:
    """One showing of the page. Nothing is kept between two of them but what the page itself carries.

    files: as they were sent. documents: the request document of each account. typed: the period's boxes, as typed.
    """

    desk: Desk
    reader: Language
    most_bytes: int
    files: tuple[Kept, ...] = ()
    documents: tuple[dict[str, Any], ...] = ()
    typed_from: str = ""
    typed_to: str = ""
    by: Grain = Grain.MONTH
    found: Portfolio | None = None
    wrong: tuple[Wrong, ...] = ()
    told: tuple[tuple[str, Label], ...] = ()
    example: bool = False

    # -- words

    def money(self, amount: Decimal, currency: str) -> str:
        return figures(amount, currency, self.reader)

    def plain(self, amount: Decimal, currency: str) -> str:
        """For a column whose head names the currency; nothing is ever minus zero."""
        return plain_figures(amount, currency) if amount else "—"

    def unit(self, currency: str) -> str:
        return unit(currency, self.reader)

    def day(self, day: dt.date) -> str:
        return letter_date(day, self.reader)

    def short_day(self, day: dt.date) -> str:
        return table_date(day, self.reader)

    def rate(self, own: Figures) -> str:
        rate = percent(own.rate)
        return "—" if rate is None else f"{rate:,.2f}%"

    def short(self, amount: Decimal) -> str:
        """At the scale of a chart: 120万, 1.2亿; 120k, 1.2m."""
        for size, word in _LARGE if self.reader is Language.ZH else _LARGE_EN:
            if abs(amount) >= size:
                return f"{(amount / size).normalize():f}{word}"
        return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:f}"

    def part(self, period: Period) -> str:
        """What a part of the period is called: 2026-03, 2026 Q1, 2026; with its days where it is cut short."""
        year = period.from_on.year
        name = {
            Grain.MONTH: f"{year}-{period.number:02}",
            Grain.QUARTER: gettext("%(year)s Q%(number)s", year=year, number=period.number),
            Grain.YEAR: f"{year}",
        }[period.by]
        return name if period.whole else f"{name}{CUT}"

    def says(self, finding: Finding) -> tuple[str, str]:
        messages = self.desk.messages
        return messages.say(finding, self.reader), messages.do(finding, self.reader)

    def step(self, place: Place) -> str:
        step = place.decision.next.step.value
        return self.desk.messages.say(Finding(f"step.{step}", Severity.INFORMATION), self.reader)

    def bucket(self, bucket: AgingBucket) -> Label:
        return BUCKETS[bucket]

    @cached_property
    def _english(self) -> dict[str, str]:
        parties = (account.debtor for account in self.found.accounts) if self.found else ()
        return {party.name: party.name_en for party in parties if party.name_en}

    def name(self, debtor: str) -> str:
        """A customer as the reader calls it."""
        return self._english.get(debtor, debtor) if self.reader is Language.EN else debtor

    @property
    def buckets(self) -> tuple[AgingBucket, ...]:
        return tuple(AgingBucket)

    @property
    def grains(self) -> tuple[tuple[Grain, Label], ...]:
        return tuple(GRAINS.items())

    @property
    def wait_days(self) -> int:
        return WAIT_DAYS

    @property
    def notices(self) -> list[tuple[bool, str, str]]:
        """Whether it is a warning, and its words."""
        found = self.found.notices if self.found else ()
        return [(notice.severity is Severity.WARNING, *self.says(notice)) for notice in found]

    # -- who first

    @cached_property
    def queues(self) -> tuple[Queue, ...]:
        by_currency: dict[str, list[Place]] = {}
        for place in self.found.order if self.found else ():
            by_currency.setdefault(place.decision.currency, []).append(place)
        return tuple(self._queue(currency, places) for currency, places in by_currency.items())

    def _queue(self, currency: str, places: Sequence[Place]) -> Queue:
        most = max((place.loss or ZERO for place in places), default=ZERO)
        return Queue(
            currency,
            tuple(
                Row(place, self._whys(place), share(place.loss or ZERO, most), self._document(place))
                for place in places[:MOST_SHOWN]
            ),
            max(len(places) - MOST_SHOWN, 0),
            sum((place.loss or ZERO for place in places), ZERO),
        )

    def _whys(self, place: Place) -> tuple[Why, ...]:
        return tuple(
            Why(
                *self.says(reason),
                reason.code.partition(".")[2] in _PERIODS,
                cite_all(reason.articles, self.desk.law, self.reader),
            )
            for reason in place.reasons
            if reason.code != _IN_COLUMNS
        )

    def _document(self, place: Place) -> str:
        return json.dumps(self.documents[place.account], ensure_ascii=False)

    # -- what was collected

    def collected(self, each: Collection) -> Chart:
        currency = each.currency
        return columns(
            [
                Column(
                    self.part(part).removesuffix(CUT),
                    own.billed,
                    own.received,
                    "" if own.rate is None else f"{own.rate.quantize(Decimal(1), rounding=ROUND_HALF_UP)}%",
                    (
                        f"{self.part(part)} · {gettext('Billed')}: {self.money(own.billed, currency)}",
                        f"{self.part(part)} · {gettext('Received')}: {self.money(own.received, currency)}",
                    ),
                )
                for part, own in each.parts
            ],
            ("billed", "received"),
            self.short,
        )

    def collected_in_words(self, each: Collection) -> str:
        """What the chart shows, for who does not see it."""
        rated = [(own.rate, self.part(part)) for part, own in each.parts if own.rate is not None]
        whole: str = gettext(
            "Billed %(billed)s, received %(received)s, collection rate %(rate)s.",
            billed=self.money(each.whole.billed, each.currency),
            received=self.money(each.whole.received, each.currency),
            rate=self.rate(each.whole),
        )
        if len(rated) < 2:
            return whole
        (low, low_in), (high, high_in) = min(rated), max(rated)
        extremes: str = gettext(
            "Lowest in %(low_in)s (%(low)s%%), highest in %(high_in)s (%(high)s%%).",
            low=percent(low), low_in=low_in, high=percent(high), high_in=high_in,
        )  # fmt: skip
        return f"{whole} {extremes}"

    @staticmethod
    def cut_short(each: Collection) -> bool:
        return any(not part.whole for part, _own in each.parts)

    # -- how old the rest is

    def aged(self, each: Aging) -> Chart:
        return bars(
            [(str(label), amount, self._behind(amount, each), kind) for label, amount, kind in self._ages(each)]
        )

    def aged_in_words(self, each: Aging) -> str:
        return "; ".join(
            f"{label}: {self._behind(amount, each)}" for label, amount, _kind in self._ages(each) if amount
        )

    def _ages(self, each: Aging) -> Iterator[tuple[Label, Decimal, str]]:
        for place, bucket in enumerate(AgingBucket):
            yield BUCKETS[bucket], each.whole.buckets[bucket], f"age-{place}"
        if each.whole.due_unknown:
            yield gettext("Due date unknown"), each.whole.due_unknown, "age-unknown"

    def _behind(self, amount: Decimal, each: Aging) -> str:
        whole = sum(each.whole.buckets.values(), ZERO) + each.whole.due_unknown
        return f"{self.money(amount, each.currency)} · {amount / whole:.1%}" if whole and amount else "—"

    def any_unknown(self, each: Aging) -> bool:
        return any(own.due_unknown for _name, own in each.customers)

    def any_on_account(self, each: Aging) -> bool:
        return any(own.on_account for _name, own in each.customers)
