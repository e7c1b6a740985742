"""The worked examples of examples.csv: rule, inputs (JSON), expected (a plain string, or JSON), source."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

ROWS = list(csv.DictReader(Path(__file__).with_name("examples.csv").read_text("utf-8").splitlines()))
RULES = {row["rule"] for row in ROWS}
TESTED: set[str] = set()


def examples(rule: str) -> pytest.MarkDecorator:
    """Run a test once for every worked example of a rule, as (given, expected)."""
    TESTED.add(rule)
    rows = [(number, row) for number, row in enumerate(ROWS, start=2) if row["rule"] == rule]
    return pytest.mark.parametrize(
        ("given", "expected"),
        [
            pytest.param(json.loads(row["inputs"]), _value(row["expected"]), id=f"row {number}: {row['inputs']}"[:90])
            for number, row in rows
        ],
    )


def _value(expected: str) -> Any:
    return json.loads(expected) if expected[:1] in {"{", "["} or expected in {"true", "false"} else expected
