"""Two versions of a letter, compared as a lawyer compares them.

    compare     what changed: clauses word by word, fields, conditions, layout; as plain values
    in_words    a condition in words: "if interest is claimed"
    tracked     the new file with tracked changes against the old one
    three_way   what ships anew against what a lawyer made of what shipped before: what can be taken over, what collides
    merged      the lawyer's file with what can be taken over as tracked changes, and comments where it collides

From the words up: `words` (which words differ) → `alignment` (which clause is which) → `settling`, `inlines`, `stories`
(a Word file as clauses) → `formats`, `steering`, `layout` → `difference`, `saying`; `borrowing` (what a deleted picture
or style needs in the new file), `marks`, `endings` → `tracking` → `offering`.
"""

from docgen.studio.comparing.comparison import (
    Change,
    Comparison,
    ConditionChange,
    FieldChanges,
    LayoutChange,
    Mark,
    Run,
    Sort,
    Steer,
)
from docgen.studio.comparing.difference import compare
from docgen.studio.comparing.offering import Conflict, Upgrade, merged, three_way
from docgen.studio.comparing.saying import in_words
from docgen.studio.comparing.tracking import tracked

__all__ = [
    "Change",
    "Comparison",
    "ConditionChange",
    "Conflict",
    "FieldChanges",
    "LayoutChange",
    "Mark",
    "Run",
    "Sort",
    "Steer",
    "Upgrade",
    "compare",
    "in_words",
    "merged",
    "three_way",
    "tracked",
]
