"""The steps of the way that are not taken, each with the rule that refuses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from docgen.accounts.account import Question
from docgen.errors import Finding, Severity
from docgen.escalation.case import Case
from docgen.escalation.decision import RUNGS, STRENGTH, NextStep, Refused, Step
from docgen.escalation.proceedings import Stand
from docgen.escalation.rules import BY_CODE
from docgen.escalation.rungs import of
from docgen.escalation.way import Way

COURT = (Step.PAYMENT_ORDER, Step.LAWSUIT, Step.ARBITRATION)
TITLES = frozenset({Stand.JUDGMENT, Stand.JUDGMENT_OPEN, Stand.JUDGMENT_FINAL, Stand.ORDER_FINAL, Stand.ENFORCING})


def refusals(case: Case, ways: tuple[Way, ...], steps: Iterable[NextStep], end: str | None) -> tuple[Refused, ...]:
    """end: the rule that decides alone, which refuses everything else."""
    chosen = {step.step for step in steps}
    found = {refused.step: refused for refused in _found(case, ways, end)}
    order = (*RUNGS, *COURT, Step.PRESERVATION, Step.ENFORCEMENT)
    return tuple(found[step] for step in order if step in found and step not in chosen)


def stopped(steps: Iterable[NextStep]) -> tuple[Refused, ...]:
    """The steps that a hold stops: those that would be taken without it."""
    waiting = dict.fromkeys(step.step for step in steps if step.step is not Step.NOTHING)
    return tuple(_refused(step, "P01", "refused.p01") for step in waiting)


def _found(case: Case, ways: tuple[Way, ...], end: str | None) -> Iterator[Refused]:
    """The weakest reason first: a later one for the same step takes its place."""
    way_steps = (*RUNGS, *COURT, Step.PRESERVATION, Step.ENFORCEMENT)
    if end is not None:
        yield from (_refused(step, end, f"refused.{end.lower()}") for step in way_steps)
        return
    if not ways:
        return
    strongest = max(ways, key=lambda way: STRENGTH[way.step])
    for step in (*RUNGS, Step.PAYMENT_ORDER, Step.LAWSUIT):
        if _comes_later(strongest, step):
            yield _later(case, strongest, step)
    if strongest.step is Step.PAYMENT_ORDER:
        yield _refused(Step.LAWSUIT, "E13", "refused.suit_after_order")
    if strongest.lot.arbitration is not True:
        yield _refused(Step.ARBITRATION, "E06", "refused.no_arbitration_clause")
    for way in ways:
        for step, (code, _) in way.taken.items():
            yield _refused(step, code, f"refused.{step}_{code.lower()}")
    if strongest.step is Step.PRESERVATION:
        yield _refused(Step.PAYMENT_ORDER, "E12", "refused.payment_order_e12")
    yield from _of_court(case, ways, strongest)


def _of_court(case: Case, ways: tuple[Way, ...], strongest: Way) -> Iterator[Refused]:
    if not any(way.lot.court.stand is Stand.PRESERVED for way in ways):
        known = case.declared(Question.MOVING_ASSETS) is not None
        yield _refused(Step.PRESERVATION, "E12", "refused.no_urgency" if known else "refused.urgency_unknown")
    if not any(way.lot.court.stand in TITLES for way in ways):
        yield _refused(Step.ENFORCEMENT, "E16", "refused.no_title")
    if strongest.step in {Step.PROCEEDINGS, Step.ENFORCEMENT, Step.WATCH}:
        for step in COURT:
            yield _refused(step, strongest.rule, "refused.under_way")


def _comes_later(strongest: Way, step: Step) -> bool:
    """Whether the step is stronger than what may go; after expiry every letter that demands is, and before the due
    date a confirmation of accounts, which demands nothing, is not."""
    if strongest.rule == "E03":
        return True
    if strongest.rule == "E07" and step is Step.CONFIRMATION:
        return False
    return STRENGTH[strongest.step] < STRENGTH[step] and STRENGTH[strongest.step] <= STRENGTH[Step.LAWYERS_LETTER]


def _later(case: Case, way: Way, step: Step) -> Refused:
    """A stronger step, which follows the one that is next: only after the due date, and after the rungs between."""
    if way.rule in {"E07", "E03", "P07"}:
        code = way.rule
        facts = {"due_on": way.lot.due_on.isoformat() if way.lot.due_on else "–"}
        return _refused(step, code, f"refused.{code.lower()}", **facts)
    if way.rule == "E09":
        return _refused(step, "E09", "refused.disputed")
    if way.step in {Step.FACTS, Step.PERFORMANCE_NOTICE}:
        return _refused(step, "E08", "refused.due_unknown")
    return _refused(step, "E24", f"refused.after_{way.step}", day=str(of(case.tier, step).day))


@lru_cache(maxsize=4096)  # the same few reasons, account after account
def _refused(step: Step, code: str, sentence: str, **facts: str) -> Refused:
    rule = BY_CODE[code]
    reason = Finding(sentence, Severity.INFORMATION, facts=facts, articles=rule.articles)
    return Refused(step=step, rule=code, force=rule.force, reason=reason)
