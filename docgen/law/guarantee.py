"""The guarantee period (保证期间): it cannot be interrupted, and what must be done in it depends on the mode."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from docgen.accounts.contract import Guarantee, GuaranteeMode
from docgen.accounts.money import ZERO
from docgen.errors import Finding, Severity
from docgen.law.assessment import GuaranteeClock
from docgen.law.periods import add_months
from docgen.law.statutes import LawData

ALARM_DAYS = 60

ACT_NEEDED = {GuaranteeMode.GENERAL: "sue_debtor", GuaranteeMode.JOINT: "request_guarantor"}
_ARTICLES = {GuaranteeMode.GENERAL: "civil_code:693(1)", GuaranteeMode.JOINT: "civil_code:693(2)"}
_NOT_JOINT = re.compile(r"(?:不|非|无须|无需|免除)[^，。；;]{0,6}连带")


def mode(stated: GuaranteeMode, words: str | None = None) -> GuaranteeMode:
    """The mode as stated; where it is unclear, joint only when the words say 连带 (民法典 688), else general
    (民法典 686(2))."""
    if stated is not GuaranteeMode.UNCLEAR:
        return stated
    joint = words is not None and "连带" in words and not _NOT_JOINT.search(words)
    return GuaranteeMode.JOINT if joint else GuaranteeMode.GENERAL


def act_needed(resolved: GuaranteeMode) -> str:
    """What keeps the guarantee alive: to sue or arbitrate against the debtor ("sue_debtor", 民法典 693(1)), or
    to request the guarantor ("request_guarantor", 693(2)). An unclear mode counts as general (686(2))."""
    return ACT_NEEDED[mode(resolved)]


def end(law: LawData, due_on: dt.date, agreed_until: dt.date | None) -> dt.date:
    """The last day of the period: as agreed; six months from the due date when nothing, nothing clear, or
    nothing later than the due date is agreed (民法典 692(2), 担保制度解释 32). No holiday extends it."""
    if agreed_until is not None and agreed_until > due_on:
        return agreed_until
    return add_months(due_on, int(law.figure("guarantee.months", due_on).value))


def clock(law: LawData, guarantee: Guarantee, *, contract: str, due_on: dt.date, as_of: dt.date) -> GuaranteeClock:
    """The period of one guarantee for a debt due on `due_on` (民法典 692, 693)."""
    resolved = mode(guarantee.mode, guarantee.words)
    raw_end = end(law, due_on, guarantee.period_until)
    return GuaranteeClock(
        guarantor=guarantee.guarantor.name,
        contract=contract,
        mode=resolved,
        act_needed=act_needed(resolved),
        due_on=due_on,
        raw_end=raw_end,
        expired=as_of > raw_end,
        articles=("civil_code:692", _ARTICLES[resolved]),
    )


def remarks(clocks: Iterable[GuaranteeClock], as_of: dt.date, currency: str) -> Iterator[Finding]:
    """By guarantor and contract: the invoices whose period is over, which nothing revives (担保制度解释 34(2)), and
    those whose period ends soon. Each due day counts as a debt of its own, the safe reading; whether several are
    instalments of one debt, so that the period runs from the last of them, is left to a lawyer."""
    by_guarantee = groupby(clocks, key=lambda clock: (clock.guarantor, clock.contract, clock.act_needed))
    for (_, _, act), of_one in by_guarantee:
        running = list(of_one)
        lost = [clock for clock in running if clock.expired]
        if lost:
            yield _told("guarantee.expired", lost, currency)
        for clock in running:
            left = (clock.raw_end - as_of).days
            if 0 <= left <= ALARM_DAYS:
                yield _told(f"guarantee.{act}", [clock], currency, days=str(left))


def _told(code: str, clocks: list[GuaranteeClock], currency: str, **facts: str) -> Finding:
    named = [f"{number} ({clock.raw_end.isoformat()})" for clock in clocks for number in clock.invoices]
    return Finding(
        code,
        Severity.WARNING,
        facts={
            "guarantor": clocks[0].guarantor,
            "contract": clocks[0].contract,
            "invoices": ", ".join(named),
            "amount": f"{sum((clock.open for clock in clocks), ZERO):f}",
            "currency": currency,
            "on": clocks[0].raw_end.isoformat(),
            **facts,
        },
        articles=clocks[0].articles,
    )
