"""A rule as data: when it holds, what it does, on which article it rests, and what it asks where a fact is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, TypeVar

from docgen.accounts.account import Question
from docgen.escalation.case import Case, Lot
from docgen.escalation.decision import Force, SideKind, Stage, Step

Subject = TypeVar("Subject", Case, Lot)
NONE: Mapping[Step, Step] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[Subject]):
    """Read of a case as a whole, or of each lot by itself.

    holds: True, False, or None while a fact that it reads is not known.
    reads: names of what it reads, as the table of rules shows them.
    effects: the stable words for what it does; `effect` chooses one where there are several.
    facts: what its sentence names besides the invoices and the sum.
    cites: which of its articles this case rests on, where that is not all of them.

    What it does to the way of a lot: `instead`, the one step left; `takes`, steps taken away, each with what stands in
    its place; `lifts`, the least step. `side`: what it sets beside the step.
    alike: whether it reads nothing but the case, so that it holds for all lots or for none.
    asks: questions that decide it. asked_from: the step from whose strength on they matter. waits: the steps that
    cannot be taken before the answer.
    """

    code: str
    stage: Stage
    force: Force
    articles: tuple[str, ...]
    reads: tuple[str, ...]
    holds: Callable[[Subject], bool | None]
    effects: tuple[str, ...]
    effect: Callable[[Subject], str] | None = None
    facts: Callable[[Subject], Mapping[str, str]] | None = None
    cites: Callable[[Subject], tuple[str, ...]] | None = None
    instead: Callable[[Subject], Step | None] | None = None
    takes: Mapping[Step, Step] = field(default_factory=lambda: NONE)
    lifts: Callable[[Subject], Step] | None = None
    side: SideKind | None = None
    alike: bool = False
    asks: tuple[Question | str, ...] = ()
    asked_from: Step = Step.DEMAND
    waits: frozenset[Step] = frozenset()

    def effect_on(self, subject: Subject) -> str:
        return self.effect(subject) if self.effect else self.effects[0]

    def articles_on(self, subject: Subject) -> tuple[str, ...]:
        return self.cites(subject) if self.cites else self.articles

    def sentence(self, effect: str) -> str:
        """The code of the sentence that says why; one for each effect where there are several."""
        return f"rule.{self.code.lower()}.{effect}" if len(self.effects) > 1 else f"rule.{self.code.lower()}"


def any_of(*facts: bool | None) -> bool | None:
    """True as soon as one is; else unknown as long as one may be."""
    if True in facts:
        return True
    return None if None in facts else False
