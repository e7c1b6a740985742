"""What a template may be merged with: plain strings, whole numbers, yes and no, lists and dictionaries of them.

Types are compared exactly: a subclass could bring methods, or claim to be markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from docgen.errors import Finding

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_DEEPEST = 16
_KINDS = {str, int, bool, list, dict}


def faults(facts: Mapping[str, object]) -> Iterator[Finding]:
    """Every fact that is not plain data, or has a character that no XML can hold; named as invoices[2].number."""
    if not _sound(facts):
        for name, value in facts.items():
            yield from _faults(value, str(name), _DEEPEST)


def _sound(facts: Mapping[str, object]) -> bool:
    """Whether there is no fault: all facts of one depth looked at together, which takes a third of the time."""
    words: list[Any] = []
    level: list[Any] = list(facts.values())
    for _ in range(_DEEPEST + 1):
        kinds = set(map(type, level))
        if kinds - _KINDS:
            return False
        words += level if kinds == {str} else [value for value in level if type(value) is str]
        if not kinds & {list, dict}:
            together = "".join(words)
            return together.isprintable() or not _NOT_XML.search(together)
        dicts = [value for value in level if type(value) is dict]
        if set(map(type, chain.from_iterable(dicts))) - {str}:
            return False
        lists = [value for value in level if type(value) is list]
        level = [*chain.from_iterable(lists), *chain.from_iterable(map(dict.values, dicts))]
    return False


def _faults(value: object, name: str, deeper: int) -> Iterator[Finding]:
    if type(value) is str:
        found = _NOT_XML.search(value)
        if found:
            facts = {"name": name, "character": f"U+{ord(found.group()):04X}"}
            yield Finding("template.character", facts=facts)
    elif type(value) is int or type(value) is bool:
        return
    elif deeper and type(value) is list:
        for number, entry in enumerate(value, 1):
            yield from _faults(entry, f"{name}[{number}]", deeper - 1)
    elif deeper and type(value) is dict and all(type(key) is str for key in value):
        for key, entry in value.items():
            yield from _faults(entry, f"{name}.{key}", deeper - 1)
    else:
        yield Finding("template.not_plain", facts={"name": name, "kind": type(value).__name__})
