"""A request that is not finished: its account, where that is whole, although the letter has faults or wants more; and
who writes it, on which day, whatever else is wrong with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from docgen.errors import InvalidRequest, NotJSON
from schemas.document import Loaded, load
from schemas.reading import read


def unfinished(document: bytes | str | Mapping[str, Any]) -> Loaded | None:
    """The account, and the letter as far as it can be read: with all its fields, else with its purpose alone, else
    with none. None when the account itself has faults.

    So that whoever still has fields to fill in can be told at once what bars the letter.
    """
    try:
        values = read(document) if isinstance(document, bytes | str) else document
    except NotJSON:
        return None
    if not isinstance(values, Mapping):
        return None
    letter = values.get("letter")
    purpose = letter.get("purpose") if isinstance(letter, Mapping) else None
    for attempt in (letter, {"purpose": purpose}, {}):
        try:
            return load({**values, "letter": attempt})
        except InvalidRequest:
            continue
    return None


def written_by(document: bytes | str | Mapping[str, Any]) -> tuple[str, dt.date | None]:
    """The creditor's registration number, "" where it cannot be read, and the day that the letter will bear: by these a
    company's own letters are found before it is known what they ask.
    """
    try:
        values = read(document) if isinstance(document, bytes | str) else document
    except NotJSON:
        return "", None
    number = _held(values, "account", "creditor", "registration_number")
    for day in (_held(values, "letter", "dated_on"), _held(values, "account", "as_of")):
        with suppress(TypeError, ValueError):
            return (number if isinstance(number, str) else ""), dt.date.fromisoformat(day)
    return (number if isinstance(number, str) else ""), None


def _held(values: Any, *steps: str) -> Any:
    for step in steps:
        values = values.get(step) if isinstance(values, Mapping) else None
    return values
