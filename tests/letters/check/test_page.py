"""The page on the letter check says what the program checks."""

from __future__ import annotations

import runpy

from docgen.letters.check.traps import TRAPS
from docgen.letters.tone_rules import RULES
from tests.letters.making import ROOT


def test_the_table_of_all_that_is_checked_is_up_to_date() -> None:
    written = runpy.run_path(str(ROOT / "scripts" / "checks.py"))["page"]()
    assert (ROOT / "docs" / "check.md").read_text("utf-8") == written, "run python scripts/checks.py"


def test_every_rule_is_on_the_page() -> None:
    text = (ROOT / "docs" / "check.md").read_text("utf-8")
    for code in {*(rule.code for rule in RULES), *(trap.code for trap in TRAPS)}:
        assert f"| `{code}` |" in text
