"""The example account as a request document, and changes of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTHING = object()  # as a new value: take the field away


def example(kind: str = "demand_letter") -> dict[str, Any]:
    text = (EXAMPLES / f"{kind}.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return document


def changed(document: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """A copy with other values at these JSON pointers; "-" at the end of a pointer appends to a list."""
    result = copy.deepcopy(dict(document))
    for pointer, value in changes.items():
        *steps, last = pointer.removeprefix("/").split("/")
        owner: Any = result
        for step in steps:
            owner = owner[int(step)] if isinstance(owner, list) else owner[step]
        if isinstance(owner, list):
            if last == "-":
                owner.append(value)
            else:
                owner[int(last)] = value
        elif value is NOTHING:
            owner.pop(last, None)
        else:
            owner[last] = value
    return result
