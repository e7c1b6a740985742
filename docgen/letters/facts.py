"""The facts that a template may print: plain strings, lists and booleans, already worded in the letter's language.

Both languages are given the same facts. Every field is always there, an absent one as an empty string, list or False,
so that a template may ask for any of them; `docs/fields.md` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from docgen.accounts.account import Account
from docgen.law.assessment import Assessment
from docgen.law.statutes import LawData
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.context.application import application
from docgen.letters.context.base import Case, base
from docgen.letters.context.confirmation import confirmation
from docgen.letters.context.demand import demand
from docgen.letters.context.lawyers import lawyers_letter
from docgen.letters.context.pen import Pen
from docgen.letters.context.reminder import reminder
from docgen.letters.own import OwnLetter, worded
from docgen.letters.papers import PAPERS
from docgen.letters.request import Language, LetterKind, LetterRequest

_OWN: Mapping[LetterKind, Callable[[Case], dict[str, object]]] = MappingProxyType(
    {
        LetterKind.PAYMENT_REMINDER: reminder,
        LetterKind.BALANCE_CONFIRMATION: confirmation,
        LetterKind.DEMAND_LETTER: demand,
        LetterKind.LAWYERS_LETTER: lawyers_letter,
        LetterKind.PAYMENT_ORDER_APPLICATION: application,
        **{kind: paper.worded for kind, paper in PAPERS.items()},
    }
)


def facts(
    kind: LetterKind,
    language: Language,
    account: Account,
    assessment: Assessment,
    request: LetterRequest,
    law: LawData,
    *,
    draft_because: tuple[str, ...] = (),
    decided: Mapping[str, Any] = MappingProxyType({}),
    own: OwnLetter | None = None,
) -> dict[str, object]:
    """What the template of this letter is merged with. `request` has been through `docgen.letters.defaults.complete`.

    draft_because: the reasons, already worded, why this is a draft only; they are printed on its face.
    decided: the decision of escalation, for a paper that is worded from it (`Paper.decides`).
    own: the company's own letter, where it is one; `kind` is then the one that it follows.
    Raises ValueError when the request still lacks its date, RuleMissing when the law data lacks an act that is cited.
    """
    case = Case(
        entry=CATALOGUE[LetterKind(kind)],
        account=account,
        assessment=assessment,
        request=request,
        pen=Pen(Language(language), assessment.currency, law),
        decided=decided,
    )
    found = base(case, draft_because) | _OWN[case.kind](case)
    if own:
        answers = worded(own, request.own, case.pen.language, assessment.currency)
        found |= {"kind": own.id, "title": own.title(case.pen.language), "own": answers}
    return found


__all__ = ["facts"]
