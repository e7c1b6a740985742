"""The sums behind a letter, set out so that every column adds up before the reader's eyes.

invoiced − credited − received + what of it met no invoice         = open
open − not due − without a due date − disputed − expired − credit  = may be demanded
may be demanded + interest + costs, as far as this letter asks it  = asked for in this letter
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import lazy_gettext as _

from docgen.accounts.money import ZERO
from docgen.law.assessment import AgingBucket, Assessment, Interest, OpenItem, Settlement, Standing
from docgen.law.choice import ImputationOrder
from docgen.letters.request import LetterKind, LetterRequest, Purpose
from docgen.web.pages.boxes import Label

WITH_INTEREST = frozenset({LetterKind.DEMAND_LETTER, LetterKind.LAWYERS_LETTER, LetterKind.PAYMENT_ORDER_APPLICATION})
WITH_COSTS = frozenset({LetterKind.DEMAND_LETTER, LetterKind.LAWYERS_LETTER})

# Why what is open of an invoice is not asked for; of every other invoice it is the part in dispute.
KEPT_BACK: dict[Standing, Label] = {
    Standing.NOT_DUE: _("Not due"),
    Standing.DUE_UNKNOWN: _("Due date unknown"),
    Standing.EXPIRED: _("Limitation period over"),
    Standing.DISPUTED: _("Disputed"),
    Standing.LEFT_OUT: _("Outside this letter"),
}

BUCKETS: dict[AgingBucket, Label] = {
    AgingBucket.NOT_DUE: _("Not due"),
    AgingBucket.DAYS_1_30: _("1–30 days"),
    AgingBucket.DAYS_31_60: _("31–60 days"),
    AgingBucket.DAYS_61_90: _("61–90 days"),
    AgingBucket.DAYS_91_180: _("91–180 days"),
    AgingBucket.DAYS_181_365: _("181–365 days"),
    AgingBucket.OVER_365: _("Over 365 days"),
}

_ON_ACCOUNT = _("Received or credited, but set against no invoice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a column. less: taken off. total: what the lines since the last total come to. aside: told only."""

    words: Label
    amount: Decimal
    less: bool = False
    total: bool = False
    aside: bool = False
    note: Label = ""


def account_lines(settlement: Settlement) -> Iterator[Line]:
    """From what was invoiced to what is open."""
    totals = settlement.totals
    yield Line(words=_("Invoiced"), amount=totals.invoiced)
    if totals.credited:
        yield Line(words=_("Credited"), amount=totals.credited, less=True)
    yield Line(words=_("Paid"), amount=totals.paid, less=True)
    if totals.unallocated:
        yield Line(words=_("plus what of it stands against no invoice"), amount=totals.unallocated)
    met = totals.open - totals.unallocated - (totals.invoiced - totals.credited - totals.paid)
    if met:  # Civil Code 561
        yield Line(words=_("plus what of it went to interest and costs"), amount=met)
    yield Line(words=_("Open"), amount=totals.open, total=True)


def letter_lines(assessment: Assessment, kind: LetterKind, request: LetterRequest) -> Iterator[Line]:
    """From what is open to what this letter asks for, or states."""
    settlement = assessment.chosen
    totals = settlement.totals
    if kind is LetterKind.BALANCE_CONFIRMATION and request.purpose is Purpose.ACCOUNTS:
        if totals.unallocated:
            yield Line(words=_ON_ACCOUNT, amount=totals.unallocated, less=True)
        yield Line(words=_("Balance to be confirmed"), amount=totals.open - totals.unallocated, total=True)
        return
    kept = kept_back(settlement.items)
    for standing, words in KEPT_BACK.items():
        if amount := kept.get(standing):
            yield Line(words=words, amount=amount, less=True)
    if used := totals.open - sum(kept.values(), ZERO) - totals.demandable:
        yield Line(words=_ON_ACCOUNT, amount=used, less=True)
    if excess := totals.unallocated - used:
        yield Line(words=_("More received than can be set off here"), amount=excess, aside=True)
    yield Line(words=_("May be demanded"), amount=totals.demandable, total=True)
    yield from _beside_the_principal(settlement, kind)
    yield from _in_the_other_order(assessment, kind)


def _in_the_other_order(assessment: Assessment, kind: LetterKind) -> Iterator[Line]:
    """What a letter with interest would come to if payments went the other way; told where it makes a difference."""
    chosen, other = assessment.chosen, assessment.alternative
    here, there = chosen.interest, other.interest
    if kind not in WITH_INTEREST or not isinstance(here, Interest) or not isinstance(there, Interest):
        return
    if kind is LetterKind.PAYMENT_ORDER_APPLICATION and not here.agreed:
        return
    if (chosen.totals.demandable, here.total) == (other.totals.demandable, there.total):
        return
    words = (
        _("If payments went to principal first")
        if other.order is ImputationOrder.PRINCIPAL_FIRST
        else _("If payments went to costs, interest and principal in this order (Civil Code 561)")
    )
    amount = other.totals.demandable + there.total
    yield Line(words=words, amount=amount, aside=True, note=_("principal and interest, to compare"))


def _beside_the_principal(settlement: Settlement, kind: LetterKind) -> Iterator[Line]:
    """Interest and costs where this letter asks for them; where it does not, they are told and not counted."""
    principal, found = settlement.totals.demandable, settlement.interest
    extra: list[Line] = []
    if isinstance(found, Interest):
        agreed = kind is not LetterKind.PAYMENT_ORDER_APPLICATION or found.agreed
        asked = bool(principal) and found.total > 0 and kind in WITH_INTEREST and agreed
        words = (
            _("Interest to %(day)s", day=found.until)
            if asked
            else _("Interest to %(day)s, not asked for in this letter", day=found.until)
        )
        if found.total:
            extra.append(Line(words=words, amount=found.total, aside=not asked, note=RULES.get(found.rule, "")))
    if costs := settlement.costs:
        asked = bool(principal) and kind in WITH_COSTS
        words = _("Costs of collection") if asked else _("Costs of collection, not asked for in this letter")
        extra.append(Line(words=words, amount=costs, aside=not asked))
    yield from sorted(extra, key=lambda line: line.aside)
    if counted := [line.amount for line in extra if not line.aside]:
        yield Line(words=_("Asked for in this letter"), amount=principal + sum(counted, ZERO), total=True)


RULES: dict[str, Label] = {
    "clause": _("as the contract agrees"),
    "lpr_static": _("loan prime rate on the day of breach"),
    "lpr_floating": _("loan prime rate, floating"),
    "lpr": _("loan prime rate"),
    "benchmark": _("benchmark loan rate"),
    "sme": _("regulation on payments to small and medium-sized enterprises"),
    "mixed": _("by several rules"),
    "none": _("none claimed"),
}


def kept_back(items: Iterable[OpenItem]) -> dict[Standing, Decimal]:
    """What is open and not asked for, by its reason; each cent under one reason only."""
    kept: dict[Standing, Decimal] = {}
    for item in items:
        if back := item.open - item.demandable:
            reason = item.standing if item.standing in KEPT_BACK else Standing.DISPUTED
            kept[reason] = kept.get(reason, ZERO) + back
    return kept


def aging_lines(settlement: Settlement) -> list[Line]:
    """The buckets that hold something, what has no due date, and the whole."""
    held = [
        Line(words=BUCKETS.get(bucket, _("Due date unknown")), amount=amount)
        for bucket, amount in settlement.aging.items()
        if amount
    ]
    if undated := settlement.totals.open - sum((line.amount for line in held), ZERO):
        held.append(Line(words=_("Due date unknown"), amount=undated))
    return [*held, Line(words=_("Open"), amount=settlement.totals.open, total=True)] if held else []
