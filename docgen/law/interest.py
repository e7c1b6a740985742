"""Interest and penalties for late payment: which rule, which rates over which days, what they come to.

Three steps, each a pure function: `applicable_rule` chooses the rule in the order of the law,
`rate_periods` says which rate holds on which days, `accrue` puts the open balances under them.
Days run from the day after the due date to the day of payment, both counted. Everything is exact
until `total` rounds once, half-up, at the end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from docgen.accounts.contract import LatePaymentClause, LateRate, LprChoice, Tenor
from docgen.accounts.money import ZERO, rounded
from docgen.errors import Finding, RuleMissing
from docgen.law import lpr
from docgen.law.assessment import Segment
from docgen.law.choice import InterestChoice
from docgen.law.interest_rule import LPR_FROM, Basis, applicable_rule, multiplier_allowed
from docgen.law.statutes import LawData

__all__ = [
    "Basis",
    "ExactSegment",
    "RatePeriod",
    "accrue",
    "applicable_rule",
    "capped",
    "judgment_default",
    "multiplier_allowed",
    "rate_periods",
    "total",
]

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatePeriod:
    """A stretch of days, `from_on` and `to_on` both counted, with one rate.

    rate: fraction per `per` ("year" or "day"), multiplier or margin already in it.
    rule: "clause", "lpr_static", "lpr_floating", "benchmark" or "sme".
    """

    from_on: dt.date
    to_on: dt.date
    rate: Decimal
    per: str
    day_count: int
    reference_rate: Decimal | None
    reference_on: dt.date | None
    rule: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactSegment:
    """A printed segment and its amount before rounding."""

    segment: Segment
    exact: Decimal


def rate_periods(
    law: LawData,
    basis: Basis,
    *,
    due_on: dt.date,
    until: dt.date,
    clause: LatePaymentClause | None = None,
    choice: InterestChoice = InterestChoice(),  # noqa: B008 - frozen
) -> tuple[RatePeriod, ...]:
    """Which rate holds on which days, from the day after the due date (and grace) to `until`, both counted.

    Empty when `until` is not after the due date, or the rule is "none". Raises RuleMissing when a rate that
    is needed is not in the law data.
    """
    if basis.rule == "none":
        return ()
    breach_on = due_on + ONE_DAY
    if basis.rule == "clause":
        if clause is None or clause.value is None:
            raise RuleMissing(Finding("interest.no_clause"))
        return _agreed(law, basis, clause, clause.value, breach_on=breach_on, until=until)
    if until < breach_on:
        return ()
    if basis.rule == "sme":
        rate = law.figure("sme.daily_rate", breach_on).value
        return (_period(basis, "sme", breach_on, until, rate, per="day", day_count=choice.day_count),)
    periods: list[RatePeriod] = []
    if breach_on < LPR_FROM:
        periods += _by_benchmark(law, basis, breach_on, min(until, LPR_FROM - ONE_DAY), choice)
    if until >= LPR_FROM:
        periods += _by_lpr(law, basis, max(breach_on, LPR_FROM), until, choice)
    return tuple(periods)


def _agreed(
    law: LawData, basis: Basis, clause: LatePaymentClause, value: Decimal, *, breach_on: dt.date, until: dt.date
) -> tuple[RatePeriod, ...]:
    """The rates of a late-payment clause (Civil Code 585). A static one takes the rate of the day of breach."""
    from_on = breach_on + dt.timedelta(days=clause.grace_days)
    if until < from_on:
        return ()
    if clause.rate in {LateRate.PER_DAY, LateRate.PER_YEAR}:
        per = "day" if clause.rate is LateRate.PER_DAY else "year"
        return (_period(basis, "clause", from_on, until, value, per=per, day_count=clause.day_count),)
    if clause.lpr is LprChoice.STATIC:
        published = lpr.at(law, breach_on)
        stretches: tuple[lpr.Stretch, ...] = (
            lpr.Stretch(from_on, until, published.by_tenor[clause.tenor], published.effective_on),
        )
    else:
        stretches = lpr.over(law, from_on, until, clause.tenor)
    return tuple(
        _period(
            basis,
            "clause",
            stretch.from_on,
            stretch.to_on,
            stretch.rate + value if clause.rate is LateRate.LPR_PLUS else stretch.rate * value,
            day_count=clause.day_count,
            published=stretch,
        )
        for stretch in stretches
    )


def _by_lpr(
    law: LawData, basis: Basis, from_on: dt.date, until: dt.date, choice: InterestChoice
) -> Iterable[RatePeriod]:
    """买卖合同解释 18(4): static takes the rate of the first day (违约行为发生时), floating each day's own."""
    if not _floats(basis, choice):
        published = lpr.at(law, from_on)
        stretches: tuple[lpr.Stretch, ...] = (
            lpr.Stretch(from_on, until, published.by_tenor[Tenor.ONE_YEAR], published.effective_on),
        )
        rule = "lpr_static"
    else:
        stretches = lpr.over(law, from_on, until, Tenor.ONE_YEAR)
        rule = "lpr_floating"
    return _times(basis, rule, stretches, choice)


def _by_benchmark(
    law: LawData, basis: Basis, from_on: dt.date, until: dt.date, choice: InterestChoice
) -> Iterable[RatePeriod]:
    """The central bank's one-year benchmark before the loan prime rate (买卖合同解释 18(4), 银发〔2003〕251号)."""
    if not _floats(basis, choice):
        stretches: tuple[lpr.Stretch, ...] = (replace(lpr.benchmark_over(law, from_on, from_on)[0], to_on=until),)
    else:
        stretches = lpr.benchmark_over(law, from_on, until)
    return _times(basis, "benchmark", stretches, choice)


def _floats(basis: Basis, choice: InterestChoice) -> bool:
    """Whether each period has its own rate: as chosen; for works always, whose article speaks of the rate of the same
    period (建设工程解释(一) 26: 同期)."""
    return basis.order == "I5" or choice.lpr is LprChoice.FLOATING


def _times(basis: Basis, rule: str, stretches: Iterable[lpr.Stretch], choice: InterestChoice) -> Iterable[RatePeriod]:
    multiplier = Decimal(1) if basis.multiplier is None else basis.multiplier
    for stretch in stretches:
        rate = stretch.rate * multiplier
        yield _period(basis, rule, stretch.from_on, stretch.to_on, rate, day_count=choice.day_count, published=stretch)


def _period(
    basis: Basis,
    rule: str,
    from_on: dt.date,
    to_on: dt.date,
    rate: Decimal,
    *,
    per: str = "year",
    day_count: int,
    published: lpr.Stretch | None = None,
) -> RatePeriod:
    return RatePeriod(
        from_on=from_on,
        to_on=to_on,
        rate=rate,
        per=per,
        day_count=day_count,
        reference_rate=published.rate if published else None,
        reference_on=published.published_on if published else None,
        rule=rule,
        articles=basis.articles,
    )


def accrue(
    invoice: str,
    balances: Sequence[tuple[dt.date, dt.date, Decimal]],
    periods: Sequence[RatePeriod],
    *,
    currency: str = "CNY",
) -> tuple[ExactSegment, ...]:
    """Put balances (from_on, to_on, base; both days counted) under the rates: a segment wherever either changes."""
    segments = []
    for balance_from, balance_to, base in balances:
        for period in periods:
            from_on, to_on = max(balance_from, period.from_on), min(balance_to, period.to_on)
            if base > 0 and from_on <= to_on:
                segments.append(_segment(invoice, (from_on, to_on), base, period, currency))
    return tuple(sorted(segments, key=lambda each: each.segment.from_on))


def _segment(
    invoice: str, days_on: tuple[dt.date, dt.date], base: Decimal, period: RatePeriod, currency: str
) -> ExactSegment:
    from_on, to_on = days_on
    days = (to_on - from_on).days + 1
    exact = base * period.rate * days / (period.day_count if period.per == "year" else 1)
    segment = Segment(
        invoice=invoice,
        from_on=from_on,
        to_on=to_on,
        days=days,
        base=base,
        rate=period.rate,
        per=period.per,
        day_count=period.day_count,
        reference_rate=period.reference_rate,
        reference_on=period.reference_on,
        rule=period.rule,
        articles=period.articles,
        amount=rounded(exact, currency),
    )
    return ExactSegment(segment=segment, exact=exact)


def total(segments: Iterable[ExactSegment], currency: str = "CNY") -> tuple[Decimal, Decimal]:
    """The sum rounded once, half-up, and the rounding difference: that sum less the printed amounts."""
    segments = tuple(segments)
    amount = rounded(sum((each.exact for each in segments), ZERO), currency)
    return amount, amount - sum((each.segment.amount for each in segments), ZERO)


def capped(amount: Decimal, clause: LatePaymentClause | None, invoice_amount: Decimal) -> tuple[Decimal, bool]:
    """The exact amount under the clause's cap (a fraction of the invoice amount), and whether the cap bit."""
    if clause is None or clause.cap is None:
        return amount, False
    most = invoice_amount * clause.cap
    return min(amount, most), amount > most


def judgment_default(law: LawData, base: Decimal, days: int, on: dt.date, currency: str = "CNY") -> Decimal:
    """The doubled part for performing a judgment late: base, without ordinary interest, by 0.0175 % a day
    (民事诉讼法 264, 迟延履行利息解释 1)."""
    return rounded(base * law.figure("interest.judgment_daily_rate", on).value * days, currency)
