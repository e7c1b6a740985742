"""The way as a line of stations: what is done, where the customer stands, what comes later and why not now."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.errors import Finding
from docgen.escalation.decision import RUNGS, Decision, Done, NextStep, Refused, Step

COURT = (Step.PAYMENT_ORDER, Step.LAWSUIT, Step.ARBITRATION, Step.PRESERVATION, Step.ENFORCEMENT)
STATIONS = (*RUNGS, *COURT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One step of the line.

    state: "done", "here" (the next step), "beside" (the next for other invoices), "refused", or "open": neither taken
    nor refused. here: it is the next step, also where it was taken before. done: each time that it was taken.
    """

    step: Step
    state: str
    here: bool
    done: tuple[Done, ...] = ()
    refused: Refused | None = None
    next: NextStep | None = None
    passed: bool = False  # it lies before where the customer stands

    @property
    def reason(self) -> Finding | None:
        return self.refused.reason if self.refused else None


def stations(decision: Decision) -> tuple[Station, ...]:
    """The line from the reminder to enforcement; a next step that is none of these stands after what is done."""
    steps = list(STATIONS)
    here = decision.next.step
    done: dict[Step, list[Done]] = {}
    for each in decision.done:
        done.setdefault(each.step, []).append(each)
    refused = {each.step: each for each in decision.refused}
    beside = {each.step: each for each in reversed(decision.beside)}
    if here not in steps:
        steps.insert(max((place + 1 for place, step in enumerate(steps) if step in done), default=0), here)
    at = steps.index(here)
    return tuple(
        Station(
            step=step,
            state=_state(step, here, beside, done, refused),
            here=step is here,
            done=tuple(done.get(step, ())),
            refused=refused.get(step),
            next=decision.next if step is here else beside.get(step),
            passed=place < at,
        )
        for place, step in enumerate(steps)
    )


def _state(
    step: Step,
    here: Step,
    beside: dict[Step, NextStep],
    done: dict[Step, list[Done]],
    refused: dict[Step, Refused],
) -> str:
    if step is here:
        return "here"
    if step in beside:
        return "beside"
    if step in done:
        return "done"
    return "refused" if step in refused else "open"
