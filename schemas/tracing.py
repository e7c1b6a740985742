"""From a letter back to its request: what the press found wrong with a character stands in some field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from docgen.errors import Finding
from schemas.document import Steps, pointer
from schemas.reading import read

_TOO_MANY = {
    "print.too_large",
    "print.too_many_changes",
    "print.too_much_text",
    "print.too_long",
    "print.too_much_memory",
}


def traced(findings: Iterable[Finding], document: bytes | str | Mapping[str, Any]) -> tuple[Finding, ...]:
    """The findings of a letter's print; those about a character have the pointer of a field that holds it, once for
    each such field, and keep the place in the letter where it was met first. One that no field holds comes from the
    template, and stays as it is. A letter too large to print has too many invoices.

    document: the request that the letter was made from; it has been loaded already.
    """
    values = read(document) if isinstance(document, bytes | str) else document
    texts = list(_texts(values))
    told: dict[tuple[str, str], Finding] = {}
    for number, finding in enumerate(findings):
        character = finding.facts.get("character", "")
        fields = [pointer(steps) for steps, text in texts if character and character in text]
        for field in fields:
            told.setdefault((finding.code + character, field), replace(finding, pointer=field))
        if finding.code in _TOO_MANY:
            told[finding.code, str(number)] = replace(finding, pointer="/account/invoices")
        elif not fields:
            told[finding.code, str(number)] = finding
    return tuple(told.values())


def _texts(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(inner, (*steps, name))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*steps, index))
