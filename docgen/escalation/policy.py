"""The company's own rules of escalation: how long it waits, from what sum, who approves.

Law stands above it: nothing here opens a gate, shortens a period of the law or turns a rule of law off.
`read` (in `policy_file`) makes it from a TOML text that a finance manager can change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from docgen.escalation.decision import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPolicy:
    """One rung of the ladder, for one tier of customers.

    day: the earliest day after the due date (0 is the due date; the reminder's may be negative: before it).
    answer_days: days that the step is given to work before the next one.
    least: the smallest sum for which it is taken. approval: who must approve it, in the company's words; or None.
    """

    day: int
    answer_days: int
    least: Decimal = Decimal(0)
    approval: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A class of customers: amount × days overdue × credit.

    It is the first whose conditions all hold; one that states none holds always, and the last must.
    credit: the customer's own grades that belong to it; empty: any.
    """

    name: str
    from_amount: Decimal | None = None
    from_days: int | None = None
    credit: frozenset[str] = frozenset()
    steps: Mapping[Step, StepPolicy] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """grades: the company's credit grades, in its order; empty: it uses none, and any goes.
    limitation_file_days, limitation_demand_days, guarantee_days: before the raw end of a period, the days from which
    its floor holds; never fewer than those that the law rules need (`policy_file` refuses fewer).
    promise_grace_days: how long after a promised day a payment still counts as in time.
    working_days: weekdays on which letters leave, 0 is Monday; public holidays never are.
    quiet_from, quiet_to: hours in which nobody is contacted. contacts_a_week: the most contacts in seven days.
    interest_in, fees_in: the letters that state interest, and costs of collection, where there are any to be claimed.
    small_claims_limit: of the court's province, yuan, as entered with its year; None: not entered.
    """

    version: str  # the digest of its text, and its own name
    tiers: tuple[Tier, ...]
    grades: tuple[str, ...] = ()
    limitation_file_days: int = 30
    limitation_demand_days: int = 90
    guarantee_days: int = 60
    promise_grace_days: int = 5
    before_due_days: int = 7
    working_days: frozenset[int] = frozenset(range(5))
    quiet_from: dt.time = dt.time(20)
    quiet_to: dt.time = dt.time(9)
    contacts_a_week: int = 3
    interest_in: frozenset[Step] = frozenset({Step.DEMAND, Step.LAWYERS_LETTER, Step.PAYMENT_ORDER})
    fees_in: frozenset[Step] = frozenset({Step.DEMAND, Step.LAWYERS_LETTER})
    visit_from_amount: Decimal = Decimal(100000)
    small_claims_limit: Decimal | None = None
    small_claims_year: int | None = None
