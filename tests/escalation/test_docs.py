"""The page about escalation is that of today's rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from docgen.escalation.rules import ALL

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "escalation.md"


def test_the_tables_of_the_page_are_those_of_the_rules() -> None:
    code = "import sys; sys.path.insert(0, 'scripts'); import escalation; sys.stdout.write(escalation.page())"
    written = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    assert PAGE.read_text("utf-8") == written, "run python scripts/escalation.py"


def test_every_rule_stands_on_the_page_with_each_of_its_effects() -> None:
    text = PAGE.read_text("utf-8")
    for rule in ALL:
        for effect in rule.effects:
            assert f"| **{rule.code}** `{effect}` |" in text
    assert "{" not in text.partition("<!-- rules: begin -->")[2]


def test_the_sample_sentences_tell_of_a_case_that_can_be() -> None:
    written = PAGE.read_text("utf-8")
    assert "The 100,000.00 CNY that may be asked for are less than the 200,000.00 CNY" in written
    assert "took effect on 2026-10-20 and leaves time for payment until 2026-10-30" in written
