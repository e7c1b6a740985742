"""Reads a policy from its TOML text; every fault at once, each with the key, its line and what is allowed.

What the text leaves out has its default. It cannot undercut the law: the margins before the end of a period have a
minimum, and no key turns a rule off.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from docgen.errors import ConfigurationFault, Finding
from docgen.escalation.decision import RUNGS, Step
from docgen.escalation.policy import Policy, StepPolicy, Tier

WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
COURT = (Step.PAYMENT_ORDER, Step.LAWSUIT, Step.ARBITRATION, Step.PRESERVATION, Step.ENFORCEMENT)
STEPS = {step.value: step for step in (*RUNGS, *COURT)}
IN_ORDER = (*RUNGS, Step.PAYMENT_ORDER)

LONGEST = 3650  # days; longer is a slip of the pen
# Whole numbers: the field of the policy, the least, the most. The least of the margins are those of the law rules.
PERIODS = {
    "limitation_file_days": (30, LONGEST),
    "limitation_demand_days": (90, LONGEST),
    "guarantee_days": (60, LONGEST),
    "promise_grace_days": (0, 90),
    "before_due_days": (0, 90),
}
DAYS = {Step.REMINDER: -90}  # the least `day`: a reminder may go before the due date
TABLES = frozenset({"name", "grades", "periods", "contacts", "letters", "small_claims", "tiers"})

_HEADER = re.compile(r"^\s*\[(\[)?\s*([\w.\"-]+)\s*\]")
_KEY = re.compile(r"^\s*([\w\"-]+)\s*=")
_AT_LINE = re.compile(r"line (\d+)")


def read(text: str) -> Policy:
    """The policy of this text. Raises ConfigurationFault with every fault found."""
    try:
        given = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as broken:
        line = _AT_LINE.search(str(broken))
        facts = {"line": line.group(1) if line else "1", "why": str(broken)}
        raise ConfigurationFault(Finding("policy.not_toml", facts=facts)) from broken
    reading = _Reading(_lines(text))
    policy = reading.policy(given, text)
    if reading.faults:
        raise ConfigurationFault(reading.faults)
    return policy


def _lines(text: str) -> Mapping[str, int]:
    """The line of each key and table, by its path: "tiers.0.steps.demand_letter"."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            name = header.group(2).replace('"', "")
            first, _, rest = name.partition(".")
            if header.group(1):
                counts[name] = counts.get(name, -1) + 1
                table = f"{name}.{counts[name]}"
            else:
                table = f"{first}.{counts[first]}.{rest}" if first in counts else name
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            path = f"{table}.{key.group(1)}" if table else key.group(1)
            found.setdefault(path.replace('"', ""), number)
    return found


@dataclass(slots=True)
class _Reading:
    lines: Mapping[str, int]
    faults: list[Finding] = field(default_factory=list)

    def policy(self, given: Mapping[str, Any], text: str) -> Policy:
        self.known(given, TABLES, "")
        periods = self.table(given, "periods", frozenset(PERIODS))
        contacts = self.table(
            given,
            "contacts",
            frozenset({"working_days", "quiet_from", "quiet_to", "most_a_week", "visit_from_amount"}),
        )
        letters = self.table(given, "letters", frozenset({"interest_in", "fees_in"}))
        small = self.table(given, "small_claims", frozenset({"limit", "year"}))
        usual = Policy(version="", tiers=())
        numbers = {
            name: self.number(periods, "periods", name, least, most, getattr(usual, name))
            for name, (least, most) in PERIODS.items()
        }
        if numbers["limitation_demand_days"] <= numbers["limitation_file_days"]:
            self.fault("policy.demand_before_file", "periods.limitation_demand_days")
        limit = self.amount(small, "small_claims", "limit")
        year = self.number(small, "small_claims", "year", 2012, 2100, 0) or None
        if limit is not None and year is None:
            self.fault("policy.small_claims_year", "small_claims.limit")
        tiers = self.tiers(given)
        digest = hashlib.sha256(text.encode()).hexdigest()[:8]
        return Policy(
            version=f"{self.text(given, '', 'name') or 'policy'}+{digest}",
            tiers=tiers,
            grades=self.grades(given, tiers),
            **numbers,
            working_days=self.weekdays(contacts, usual.working_days),
            quiet_from=self.hour(contacts, "quiet_from", usual.quiet_from),
            quiet_to=self.hour(contacts, "quiet_to", usual.quiet_to),
            contacts_a_week=self.number(contacts, "contacts", "most_a_week", 1, 7, usual.contacts_a_week),
            interest_in=self.steps_named(letters, "interest_in", usual.interest_in),
            fees_in=self.steps_named(letters, "fees_in", usual.fees_in),
            visit_from_amount=self.amount(contacts, "contacts", "visit_from_amount") or usual.visit_from_amount,
            small_claims_limit=limit,
            small_claims_year=year,
        )

    def tiers(self, given: Mapping[str, Any]) -> tuple[Tier, ...]:
        rows = given.get("tiers")
        if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
            self.fault("policy.no_tiers", "tiers")
            return ()
        tiers = tuple(self.tier(row, f"tiers.{place}") for place, row in enumerate(rows))
        names = [tier.name for tier in tiers]
        for place, tier in enumerate(tiers):
            if tier.name in names[:place]:
                self.fault("policy.tier_twice", f"tiers.{place}.name", value=tier.name)
            last = place == len(tiers) - 1
            conditional = tier.from_amount is not None or tier.from_days is not None or bool(tier.credit)
            if last and conditional:
                self.fault("policy.last_tier", f"tiers.{place}", value=tier.name)
            elif not last and not conditional:
                self.fault("policy.tier_never_left", f"tiers.{place}", value=tier.name)
            if not last:
                self.no_longer_than(tier, tiers[place + 1], f"tiers.{place}")
        return tiers

    def grades(self, given: Mapping[str, Any], tiers: Iterable[Tier]) -> tuple[str, ...]:
        """The company's grades; where they are not listed, those that its tiers name."""
        named = {grade for tier in tiers for grade in tier.credit}
        value = given.get("grades")
        if value is None:
            return tuple(sorted(named))
        if not isinstance(value, list) or not value or not all(isinstance(grade, str) and grade for grade in value):
            self.fault("policy.wrong_kind", "grades", wanted='["A", "B", "C"]')
            return ()
        for place, tier in enumerate(tiers):
            for grade in sorted(tier.credit - set(value)):
                self.fault("policy.grade_unlisted", f"tiers.{place}.credit", value=grade, known=", ".join(value))
        return tuple(value)

    def tier(self, row: Mapping[str, Any], path: str) -> Tier:
        self.known(row, frozenset({"name", "from_amount", "from_days", "credit", "steps"}), path)
        steps = row.get("steps", {})
        if not isinstance(steps, dict):
            self.fault("policy.wrong_kind", f"{path}.steps", wanted="[tiers.steps]")
            steps = {}
        self.known(steps, frozenset(STEPS), f"{path}.steps")
        found = {
            step: self.step(steps[name], step, f"{path}.steps.{name}") for name, step in STEPS.items() if name in steps
        }
        for step in IN_ORDER:
            if step not in found:
                self.fault("policy.step_missing", f"{path}.steps", value=step.value)
        for earlier, later in pairwise(IN_ORDER):
            one, other = found.get(earlier), found.get(later)
            if one and other and other.day < one.day:
                self.fault("policy.day_before", f"{path}.steps.{later.value}", value=str(other.day), other=str(one.day))
            if one and other and other.least < one.least:
                least = f"{other.least:f}"
                self.fault("policy.least_falls", f"{path}.steps.{later.value}", value=least, other=f"{one.least:f}")
        credit = row.get("credit", [])
        if not isinstance(credit, list) or not all(isinstance(grade, str) for grade in credit):
            self.fault("policy.wrong_kind", f"{path}.credit", wanted='["A", "B"]')
            credit = []
        days = self.number(row, path, "from_days", 0, LONGEST, -1)
        return Tier(
            name=self.text(row, path, "name") or "?",
            from_amount=self.amount(row, path, "from_amount"),
            from_days=None if days < 0 else days,
            credit=frozenset(credit),
            steps=MappingProxyType(found),
        )

    def step(self, row: Any, step: Step, path: str) -> StepPolicy:
        if not isinstance(row, dict):
            self.fault("policy.wrong_kind", path, wanted="{ day = 15, answer_days = 10 }")
            return StepPolicy(day=1, answer_days=0)
        self.known(row, frozenset({"day", "answer_days", "least", "approval"}), path)
        for name in ("day", "answer_days"):
            if name not in row:
                self.fault("policy.key_missing", path, value=name)
        return StepPolicy(
            day=self.number(row, path, "day", DAYS.get(step, 1), LONGEST, 1),
            answer_days=self.number(row, path, "answer_days", 0, LONGEST, 0),
            least=self.amount(row, path, "least") or Decimal(0),
            approval=self.text(row, path, "approval") or None,
        )

    def no_longer_than(self, tier: Tier, following: Tier, path: str) -> None:
        """An earlier tier waits no longer and takes no larger sums than the one after it."""
        for step, own in tier.steps.items():
            other = following.steps.get(step)
            if other and (own.day > other.day or own.answer_days > other.answer_days or own.least > other.least):
                self.fault(
                    "policy.tier_waits_longer", f"{path}.steps.{step.value}", value=tier.name, other=following.name
                )

    def fault(self, code: str, path: str, **facts: str) -> None:
        """The line is the key's own, else that of the table around it."""
        at = path
        while at and at not in self.lines:
            at = at.rpartition(".")[0]
        self.faults.append(Finding(code, facts={"key": path, "line": str(self.lines.get(at, 1)), **facts}))

    def known(self, given: Mapping[str, Any], names: frozenset[str], path: str) -> None:
        for name in given.keys() - names:
            nearest = get_close_matches(name, sorted(names), n=1)
            place = f"{path}.{name}" if path else name
            self.fault("policy.unknown_key", place, value=name, nearest=nearest[0] if nearest else "")

    def table(self, given: Mapping[str, Any], name: str, names: frozenset[str]) -> Mapping[str, Any]:
        found = given.get(name, {})
        if not isinstance(found, dict):
            self.fault("policy.wrong_kind", name, wanted=f"[{name}]")
            return {}
        self.known(found, names, name)
        return found

    def number(self, given: Mapping[str, Any], path: str, name: str, least: int, most: int, usual: int) -> int:
        value = given.get(name)
        if value is None:
            return usual
        if not isinstance(value, int) or isinstance(value, bool):
            self.fault("policy.wrong_kind", f"{path}.{name}", wanted=str(max(least, 1)))
        elif not least <= value <= most:
            facts = {"value": str(value), "least": str(least), "most": str(most)}
            self.fault("policy.out_of_range", f"{path}.{name}", **facts)
        else:
            return value
        return usual

    def amount(self, given: Mapping[str, Any], path: str, name: str) -> Decimal | None:
        value = given.get(name)
        if value is None:
            return None
        try:
            amount = Decimal(value) if isinstance(value, int | Decimal | str) and not isinstance(value, bool) else None
        except InvalidOperation:
            amount = None
        if amount is None or not amount.is_finite() or amount < 0:
            self.fault("policy.wrong_kind", f"{path}.{name}", wanted="100000")
            return None
        return amount

    def text(self, given: Mapping[str, Any], path: str, name: str) -> str:
        value = given.get(name, "")
        place = f"{path}.{name}" if path else name
        if not isinstance(value, str):
            self.fault("policy.wrong_kind", place, wanted='"…"')
            return ""
        if name == "name" and not value.strip():
            self.fault("policy.key_missing", path or "name", value=name)
        return value.strip()

    def weekdays(self, given: Mapping[str, Any], usual: frozenset[int]) -> frozenset[int]:
        value = given.get("working_days")
        if value is None:
            return usual
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(day, str) and day in WEEKDAYS for day in value)
        ):
            self.fault("policy.wrong_kind", "contacts.working_days", wanted='["mon", "tue", "wed", "thu", "fri"]')
            return usual
        return frozenset(WEEKDAYS[day] for day in value)

    def hour(self, given: Mapping[str, Any], name: str, usual: dt.time) -> dt.time:
        value = given.get(name, usual)
        if not isinstance(value, dt.time):
            self.fault("policy.wrong_kind", f"contacts.{name}", wanted=f"{usual:%H:%M:%S}")
            return usual
        return value

    def steps_named(self, given: Mapping[str, Any], name: str, usual: frozenset[Step]) -> frozenset[Step]:
        value = given.get(name)
        if value is None:
            return usual
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.fault("policy.wrong_kind", f"letters.{name}", wanted='["demand_letter"]')
            return usual
        self.known(dict.fromkeys(value), frozenset(STEPS), f"letters.{name}")
        return frozenset(STEPS[each] for each in value if each in STEPS)
