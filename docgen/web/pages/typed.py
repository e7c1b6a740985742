"""Between the form and the request: what is typed, as a tree of strings.

The tree has the request's shape, but every leaf is what somebody typed and empty rows keep their
place. ::

    form fields ──from_form──▶ Tree ──to_request──▶ request document, and which box each part came from
    request document ──from_request──▶ Tree
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from docgen.letters.request import LetterKind
from docgen.web.pages.boxes import Box, Group, Kind, Part, Rows
from docgen.web.pages.reading import read

Tree = dict[str, Any]  # nested: str | list[Tree] | Tree
MOST_ROWS = 5000
_NUMBERS = re.compile(r"[,，;；、\n]+")


# -- form → tree


def from_form(form: Mapping[str, str], parts: Iterable[Part]) -> Tree:
    """What was typed, along the description; fields that it does not know are left out."""
    indices: dict[str, set[int]] = {}
    for name in form:
        tokens = name.split(".")
        for place, token in enumerate(tokens):
            if token.isascii() and token.isdecimal() and len(token) < 7:
                indices.setdefault(".".join(tokens[:place]), set()).add(int(token))
    return _gather(form, indices, parts, "")


def _gather(form: Mapping[str, str], indices: Mapping[str, set[int]], parts: Iterable[Part], name: str) -> Tree:
    tree: Tree = {}
    for part in parts:
        full = f"{name}.{part.name}".strip(".")
        match part:
            case Box() if full in form:
                tree[part.name] = form[full].replace("\r\n", "\n").replace("\0", "")
            case Group(name=""):
                tree |= _gather(form, indices, part.parts, name)
            case Group():
                tree.setdefault(part.name, {}).update(_gather(form, indices, part.parts, full))
            case Rows():
                tree[part.name] = [
                    _gather(form, indices, part.parts, f"{full}.{index}")
                    for index in sorted(indices.get(full, ()))[:MOST_ROWS]
                ]
    return tree


# -- what is read, and shown as read


def tidy(tree: Tree, parts: Iterable[Part], name: str = "") -> dict[str, str]:
    """Read amounts, days and rates in place; returns what had been typed, by the box's name."""
    changed: dict[str, str] = {}
    for part, full, holder in walk(tree, parts, name):
        typed = holder.get(part.name, "")
        understood = read(part.kind, typed)
        if understood != typed:
            holder[part.name] = understood
            if understood != typed.strip():
                changed[full] = typed
    return changed


def walk(tree: Tree, parts: Iterable[Part], name: str = "") -> Iterable[tuple[Box, str, Tree]]:
    """Every box of the tree with its full name and the subtree that holds it."""
    for part in parts:
        full = f"{name}.{part.name}".strip(".")
        match part:
            case Box():
                yield part, full, tree
            case Group(name=""):
                yield from walk(tree, part.parts, name)
            case Group():
                yield from walk(tree.setdefault(part.name, {}), part.parts, full)
            case Rows():
                for index, row in enumerate(tree.get(part.name, [])):
                    yield from walk(row, part.parts, f"{full}.{index}")


# -- tree → request


@dataclass(slots=True)
class Places:
    """Which box, group or row of the form a JSON pointer leads to."""

    names: dict[str, str] = field(default_factory=dict)

    def name(self, pointer: str) -> str:
        """The form's name for a place in the request; what is absent there is named under its parent."""
        tokens = pointer.split("/")
        for length in range(len(tokens), 0, -1):
            known = self.names.get("/".join(tokens[:length]))
            if known is not None:
                return ".".join((known, *(_unescaped(token) for token in tokens[length:]))).strip(".")
        return ""


def to_request(tree: Tree, parts: Iterable[Part], kind: LetterKind | None) -> tuple[dict[str, Any], Places]:
    """The request document for one letter; with `kind` None, all that is typed, for keeping in a file."""
    places = Places({"": ""})
    return _request(tree, parts, kind, "", "", places), places


def _request(
    tree: Tree, parts: Iterable[Part], kind: LetterKind | None, pointer: str, name: str, places: Places
) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for part in parts:
        if kind is not None and kind not in part.letters:
            continue
        here, full = f"{pointer}/{part.name}", f"{name}.{part.name}".strip(".")
        match part:
            case Box():
                if typed := tree.get(part.name, ""):
                    document[part.name] = _value(part, typed)
                    places.names[here] = full
            case Group(name=""):
                document |= _request(tree, part.parts, kind, pointer, name, places)
            case Group():
                inside = cast(Tree, tree.get(part.name, {}))
                if part.always or filled(inside, part.parts):
                    places.names[here] = full
                    document.setdefault(part.name, {}).update(_request(inside, part.parts, kind, here, full, places))
            case Rows():
                rows: list[dict[str, Any]] = []
                places.names[here] = full
                for index, row in enumerate(tree.get(part.name, [])):
                    if filled(row, part.parts):
                        place = f"{here}/{len(rows)}"
                        places.names[place] = f"{full}.{index}"
                        rows.append(_request(row, part.parts, kind, place, f"{full}.{index}", places))
                if rows:
                    document[part.name] = rows
    return document


def filled(tree: Tree, parts: Iterable[Part]) -> bool:
    """Whether somebody filled in something here beyond what stands in an empty form."""
    for part in parts:
        match part:
            case Box():
                if not part.idle and tree.get(part.name, "") not in ("", part.usual):
                    return True
            case Group(name=""):
                if filled(tree, part.parts):
                    return True
            case Group():
                if filled(tree.get(part.name, {}), part.parts):
                    return True
            case Rows():
                if any(filled(row, part.parts) for row in tree.get(part.name, [])):
                    return True
    return False


def _value(box: Box, typed: str) -> object:
    match box.kind:
        case Kind.YES_NO:
            return {"yes": True, "no": False}.get(typed, typed)
        case Kind.WHOLE:
            return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else typed
        case Kind.LIST:
            return [line.strip() for line in typed.splitlines() if line.strip()]
        case Kind.NUMBERS:
            return [number.strip() for number in _NUMBERS.split(typed) if number.strip()]
    if box.name == "day_count":
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else typed
    return typed


# -- request → tree


def from_request(document: object, parts: Iterable[Part]) -> Tree:
    """The request document as if somebody had typed it; what the form has no box for is left out."""
    tree: Tree = {}
    if not isinstance(document, Mapping):
        return tree
    for part in parts:
        value = document.get(part.name) if part.name else document
        match part:
            case Box():
                if value is not None:
                    tree[part.name] = _typed(part, value)
            case Group(name=""):
                tree |= from_request(document, part.parts)
            case Group():
                if isinstance(value, str):  # a declared fact may stand as its bare answer
                    value = {part.parts[0].name: value}
                tree.setdefault(part.name, {}).update(from_request(value, part.parts))
            case Rows():
                tree[part.name] = [from_request(row, part.parts) for row in (value if isinstance(value, list) else ())][
                    :MOST_ROWS
                ]
    return tree


def _typed(box: Box, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ("\n" if box.kind is Kind.LIST else ", ").join(str(entry) for entry in value)
    return str(value)


def _unescaped(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")
