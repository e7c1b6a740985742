"""Bytes to plain JSON values: exact numbers, no binary float, nothing said twice."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import MAX_EMAX, Decimal, InvalidOperation
from typing import Any, NoReturn

from docgen.errors import Finding, NotJSON

MOST_DEPTH = 32
_HOLDING = (dict, list, tuple)
_SAFE_DIGITS = 18  # longer whole numbers are read as Decimal: int() of thousands of digits is slow and then refused

_STRING_OR_CONSTANT = re.compile(r'"(?:\\.|[^"\\])*"|(-?Infinity|NaN)', re.DOTALL)


class Twice(dict[str, Any]):
    """An object in which some names stand more than once; it keeps the first value of each."""

    names: tuple[str, ...] = ()


class _NotANumber(ValueError):
    pass


def read(document: bytes | str) -> Any:
    """The values of a JSON text. Numbers with a fraction are Decimal; NaN and Infinity are refused. Of any length:
    `load` asks for that.

    Raises NotJSON with one finding that names line and column, counted from one.
    """
    text = _decoded(document)
    try:
        return json.loads(
            text, parse_float=_fraction, parse_int=_whole, parse_constant=_constant, object_pairs_hook=_object
        )
    except json.JSONDecodeError as error:
        facts = {"line": str(error.lineno), "column": str(error.colno)}
        raise NotJSON(Finding("json.syntax", place="", facts=facts)) from None
    except _NotANumber:
        found = next(match for match in _STRING_OR_CONSTANT.finditer(text) if match[1])
        raise NotJSON(
            Finding("json.not_a_number", place="", facts={"word": found[1], **_position(text, found.start())})
        ) from None
    except RecursionError:
        raise NotJSON(Finding("json.too_deep", place="")) from None


def duplicates(document: Any) -> list[tuple[str | int, ...]]:
    """The places of all names that stand twice in one object.

    Raises NotJSON when objects and lists lie deeper in each other than any account does.
    """
    places: list[tuple[str | int, ...]] = []
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), document)] if isinstance(document, _HOLDING) else []
    while waiting:
        place, value = waiting.pop()
        if len(place) == MOST_DEPTH and value:
            raise NotJSON(Finding("json.too_deep", place=""))
        if isinstance(value, Twice):
            places += [(*place, name) for name in value.names]
        inside = value.items() if isinstance(value, Mapping) else enumerate(value)
        waiting += [((*place, name), inner) for name, inner in inside if isinstance(inner, _HOLDING)]
    return places


def _decoded(document: bytes | str) -> str:
    if isinstance(document, str):
        return document.removeprefix("\ufeff")
    try:
        return document.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = document[: error.start].decode("utf-8", errors="replace")
        raise NotJSON(Finding("json.not_utf8", place="", facts=_position(before, len(before)))) from None


def _position(text: str, at: int) -> dict[str, str]:
    line = text.count("\n", 0, at) + 1
    return {"line": str(line), "column": str(at - text.rfind("\n", 0, at))}


def _whole(digits: str) -> int | Decimal:
    return int(digits) if len(digits) <= _SAFE_DIGITS else Decimal(digits)


def _fraction(digits: str) -> Decimal:
    """The number exactly. One with a power of ten beyond any Decimal becomes the farthest, or the smallest, that there
    is: the field that it stands in finds it too large, or of too many decimals."""
    try:
        return Decimal(digits)
    except InvalidOperation:
        written, power = re.split("[eE]", digits)
        sign, side = ("-" if part.startswith("-") else "" for part in (written, power))
        return Decimal(f"{sign}1E{side}{MAX_EMAX}") if Decimal(written) else Decimal(0)


def _constant(word: str) -> NoReturn:
    raise _NotANumber(word)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    first = Twice()
    twice: dict[str, None] = {}
    for name, value in pairs:
        if name in first:
            twice[name] = None
        else:
            first[name] = value
    first.names = tuple(twice)
    return first
