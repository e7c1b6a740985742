"""A request that is not finished: its account, where that is whole, although the letter has faults or wants more."""

from __future__ import annotations

from collections.abc import Mapping
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
