"""Every rule of escalation, in the order in which they are asked: ends, proceedings, filters, floors, ladder, side."""

from __future__ import annotations

from docgen.escalation.case import Case, Lot
from docgen.escalation.rules.court import PROCEEDINGS
from docgen.escalation.rules.ends import ENDS
from docgen.escalation.rules.filters import FILTERS
from docgen.escalation.rules.floors import FLOORS, REQUESTS
from docgen.escalation.rules.ladder import LADDER, PAUSES
from docgen.escalation.rules.rule import Rule
from docgen.escalation.rules.side import SIDE

__all__ = [
    "ALL",
    "BY_CODE",
    "ENDS",
    "FILTERS",
    "FLOORS",
    "LADDER",
    "OF_LADDER",
    "ORDER",
    "PAUSES",
    "PROCEEDINGS",
    "REQUESTS",
    "SIDE",
    "Rule",
]

ALL: tuple[Rule[Case] | Rule[Lot], ...] = (*ENDS, *PROCEEDINGS, *FILTERS, *FLOORS, *LADDER, *PAUSES, *SIDE)
BY_CODE = {rule.code: rule for rule in ALL}
OF_LADDER = {rule.code: rule for rule in LADDER}
ORDER = {code: place for place, code in enumerate(BY_CODE)}
