"""What the engine answers: the next step, why, what bars the others, and every clock that runs.

A decision holds codes, days and sums, and no text for readers: each reason is a `Finding`, worded by
`docgen.messages`. It is a pure function of facts, law data and policy; `Decision.policy` and
`Decision.law_version` name the two, so that the same facts give the same answer years later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from docgen.accounts.account import Question
from docgen.errors import Finding
from docgen.law.assessment import Missing


class Step(StrEnum):
    """The steps of the way. The first rungs are the ladder, each stronger than the last; `RUNGS` gives their order."""

    NOTHING = "nothing"  # nothing is owed, or nothing that may be asked for
    HOLD = "hold"  # somebody has stopped everything
    FACTS = "facts"  # no step can be named before a fact is known: no invoice, no due date
    REMINDER = "payment_reminder"
    CONFIRMATION = "balance_confirmation"
    DEMAND = "demand_letter"
    LAWYERS_LETTER = "lawyers_letter"
    PAYMENT_ORDER = "payment_order"
    LAWSUIT = "lawsuit"
    ARBITRATION = "arbitration"
    PRESERVATION = "preservation"
    ENFORCEMENT = "enforcement"
    NEGOTIATION = "negotiation"  # all is disputed: the grounds are asked for in writing, and answered
    REPAYMENT_AGREEMENT = "repayment_agreement"  # after the limitation period: a lawyer's review and a new promise
    GUARANTOR = "guarantor_request"  # a joint guarantee ends soon: its guarantor is asked
    DECLARE_CLAIM = "declare_claim"  # in the debtor's bankruptcy
    LAWYER = "lawyer_review"  # the debtor is gone: successors, shareholders, liquidators
    PERFORMANCE_NOTICE = "performance_notice"  # no due date: a notice that leaves time to prepare
    PROCEEDINGS = "await_proceedings"  # a court or commission has the case: its next day is awaited
    WATCH = "watch"  # no property was found: the register is watched, and the application renewed


RUNGS = (Step.REMINDER, Step.CONFIRMATION, Step.DEMAND, Step.LAWYERS_LETTER)
"""The letters of the ladder, mildest first. The court comes after them: payment order, suit or arbitration."""

FILINGS = frozenset({Step.PAYMENT_ORDER, Step.LAWSUIT, Step.ARBITRATION})
"""The steps that bring the claim before a court or a commission, and so interrupt limitation (诉讼时效规定 10, 11)."""

STRENGTH: Mapping[Step, int] = MappingProxyType(
    {
        Step.NOTHING: 0,
        Step.FACTS: 1,
        Step.HOLD: 1,
        Step.PERFORMANCE_NOTICE: 2,
        Step.NEGOTIATION: 2,  # of the disputed part: what is undisputed goes first
        Step.REMINDER: 3,
        Step.CONFIRMATION: 4,
        Step.DEMAND: 5,
        Step.REPAYMENT_AGREEMENT: 5,
        Step.LAWYERS_LETTER: 6,
        Step.GUARANTOR: 7,
        Step.PAYMENT_ORDER: 8,
        Step.LAWSUIT: 9,
        Step.ARBITRATION: 9,
        Step.PRESERVATION: 10,
        Step.PROCEEDINGS: 11,
        Step.WATCH: 11,
        Step.ENFORCEMENT: 12,
        Step.LAWYER: 13,
        Step.DECLARE_CLAIM: 13,
    }
)
"""How strong each step is: which of several goes first, and what a floor may lift. More delay never makes it less,
but by an event that says so: payment, a kept promise, a dispute, a hold, or the end of a period."""


class Stage(StrEnum):
    """The kinds of rule, in the order in which they are asked."""

    ENDS = "ends"  # decide alone
    PROCEEDINGS = "proceedings"  # what is under way is followed up, not started again
    FILTER = "filter"  # takes steps away, or puts another in their place
    FLOOR = "floor"  # lifts the step when a clock runs out
    LADDER = "ladder"  # chooses among what is left
    SIDE = "side"  # stands beside the step


class Force(StrEnum):
    LAW = "law"  # hard: no policy changes it
    POLICY = "policy"  # a setting of the company


@dataclass(frozen=True, slots=True, kw_only=True)
class Fired:
    """A rule that holds for this case.

    code: "E09"; a setting of the policy has its own ("P03"). effect: what it did, a stable word
    ("takes_payment_order", "due_on_receipt"). reason: its sentence, with the facts that it read and its articles.
    """

    code: str
    stage: Stage
    force: Force
    effect: str
    reason: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A step that is not taken, and the rule that refuses it."""

    step: Step
    rule: str
    force: Force
    reason: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A fact that nobody has stated, in the clerk's words by its finding.

    fact: a declared question's name, or a field of the account ("due_on"). place: JSON pointer to where it is answered.
    rules: those that wait for it. blocking: the step cannot be taken before it is known.
    """

    fact: Question | str
    place: str
    rules: tuple[str, ...]
    blocking: bool
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a court would ask for and is not on record; its finding says how to get it."""

    code: str
    finding: Finding


class SideKind(StrEnum):
    SUSPEND_SUPPLY = "supply_suspension_notice"
    COMPLAINT = "sme_complaint"
    GUARANTOR = "guarantor_request"
    CALL = "call_sheet"
    VISIT = "visit_sheet"
    ACCELERATE = "acceleration"
    REPOSSESS = "repossession"
    SMALL_CLAIMS = "small_claims"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideStep:
    kind: SideKind
    rule: str
    reason: Finding


class ClockKind(StrEnum):
    LIMITATION = "limitation"
    GUARANTEE = "guarantee"
    OBJECTION = "objection"  # the debtor's, to a payment order
    REFUSE_LITIGATION = "refuse_litigation"  # after an objection: the case goes to suit unless it is refused
    PRESERVATION_SUIT = "preservation_suit"
    ENFORCEMENT = "enforcement"
    PROMISE = "promise"
    HOLD = "hold"
    LAW_DATA = "law_data"  # a table of the law data ends: rates, holidays


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A period that runs. Alarms and bars go by `raw_end`; `rolled_end` is the last arguable day.

    subject: what it is of: invoice numbers, a guarantor, a table. days_left: to `raw_end`, negative once it is over.
    ours: whether it is ours to lose (false for the debtor's objection, and for a promise).
    unsure: that the last safe day was told without the holidays of its year, where they are not in the law data.
    """

    kind: ClockKind
    subject: str
    raw_end: dt.date
    rolled_end: dt.date | Missing | None
    last_safe_day: dt.date
    days_left: int
    ours: bool
    finding: Finding
    unsure: Finding | None = None

    @property
    def expired(self) -> bool:
        return self.days_left < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """A step for certain invoices.

    from_on: the first day on which it may be taken, by law and policy; the day asked about at the earliest.
    document: the kind of the letter or paper that it is taken with (a value of `letters.LetterKind`), or None.
    purpose: of a balance confirmation. invoices: which it concerns. amount: what is asked for.
    limited: other invoices are due and undisputed, and no part of this step: its letter is to name its own alone.
    ready: no blocking question is open. approval: who must approve it by the policy, or None.
    interest, fees: whether its letter states interest, and costs of collection, by the policy.
    """

    step: Step
    rule: str
    from_on: dt.date
    invoices: tuple[str, ...]
    amount: Decimal
    document: str | None = None
    purpose: str | None = None
    limited: bool = False
    ready: bool = True
    approval: str | None = None
    interest: bool = True
    fees: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A step on record, with how far it can be proved."""

    step: Step
    on: dt.date
    proof: str
    counts: bool  # whether it is a step of the ladder: asks for payment, and is proved where the next needs that
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The answer for one account on one day.

    next: the step, and the rule that decided it. beside: steps for the invoices that stand on another rung.
    fired: every rule that holds, in the order asked. tier: of the customer, by the policy ("A").
    look_again_on: the day on which something changes by itself: a step is due, a clock ends, a promise falls due.
    warnings: what must be read before anything is done, such as a clock that runs out during a hold.
    """

    as_of: dt.date
    creditor: str
    debtor: str
    currency: str
    next: NextStep
    beside: tuple[NextStep, ...]
    fired: tuple[Fired, ...]
    refused: tuple[Refused, ...]
    asked: tuple[Asked, ...]
    evidence: tuple[Evidence, ...]
    side_steps: tuple[SideStep, ...]
    clocks: tuple[Clock, ...]
    done: tuple[Done, ...]
    warnings: tuple[Finding, ...]
    look_again_on: dt.date
    tier: str
    days_overdue: int  # of the oldest invoice that may be asked for; negative: days until the first falls due
    policy: str  # its version
    law_version: str

    @property
    def step(self) -> Step:
        return self.next.step

    @property
    def now(self) -> bool:
        """Whether the step may be taken on the day asked about."""
        return self.next.from_on <= self.as_of and self.next.ready
