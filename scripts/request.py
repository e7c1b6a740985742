"""Writes docs/request.md: every field of a request, from the schemas that read it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import schemas
from schemas import FieldKind, FormField

PAGE = Path(__file__).parents[1] / "docs" / "request.md"

KINDS = {
    FieldKind.TEXT: "text",
    FieldKind.LINES: "text, lines",
    FieldKind.MONEY: "amount",
    FieldKind.NUMBER: "number",
    FieldKind.WHOLE: "whole number",
    FieldKind.DAY: "day",
    FieldKind.CHOICE: "choice",
    FieldKind.YES_NO: "true or false",
    FieldKind.ANSWER: "answer",
    FieldKind.PART: "object",
    FieldKind.ROWS: "list of objects",
    FieldKind.TEXTS: "list of texts",
    FieldKind.PARAGRAPHS: "place → text",
    FieldKind.ANSWERS: "name → answer",
}
# Said once, above the tables, and not again in each row.
SAID_ABOVE = (
    " A day without a time, YYYY-MM-DD.",
    ' Text is recommended ("1234.50"): a JSON number may lose digits on its way.',
    " It may have several lines.",
)
ENGLISH = "What an English letter prints for it"


HEAD = """\
# The request

Written by `python scripts/request.py` from the schemas; a test keeps it up to date. The API, the command line and the
files that the form saves take the same document, `{"account": …, "letter": …}`. Its JSON Schema, with limits and
examples, is in `GET /api/v1/letters` and in `/api/v1/openapi.json`.

- Null, blank text, an empty list, an object with nothing in it and an absent field are one thing: not given.
- A day is `"2026-09-15"`; an amount or a number is best a string, `"1234.50"`; text is one line unless it says lines.
- **Bold** fields must be given where their object is; what one letter needs beyond that, its JSON Schema says.
- A field that ends in `_en` holds what an English letter prints for the field of the same name; without it, the letter
  prints the field as it stands, and one notice says so.
- An answer is `"yes"`, `"no"`, `"unknown"`, or an object that also says `by` whom and `on` which day.
"""


def page() -> str:
    """The page as Markdown."""
    lines = HEAD.splitlines()
    for part in ("account", "letter"):
        lines += [line for place, fields in tables(f"/{part}", schemas.fields(part)) for line in table(place, fields)]
    return "\n".join(lines) + "\n"


def tables(place: str, fields: tuple[FormField, ...]) -> Iterator[tuple[str, tuple[FormField, ...]]]:
    """Each object of the request with its pointer, the outer one first; a party that stands elsewhere is told once."""
    yield place, fields
    for field in fields:
        if field.fields and field.kind is not FieldKind.ANSWER and f"{place}/{field.name}" != "/account/debtor":
            inner = f"{place}/{field.name}" + ("/0" if field.kind is FieldKind.ROWS else "")
            if not inner.endswith("/guarantor"):
                yield from tables(inner, field.fields)


def table(place: str, fields: tuple[FormField, ...]) -> Iterator[str]:
    """The rows of one object; the English fields in one last line."""
    yield from ("", f"## `{place}`", "", "| Field | | Is | Means |", "|---|---|---|---|")
    for field in fields:
        if field.description.startswith(ENGLISH):
            continue
        name = f"**`{field.name}`**" if field.required else f"`{field.name}`"
        default = f" (`{field.default}` when not given)" if field.default is not None else ""
        yield f"| {name} | {field.label_zh} | {KINDS[field.kind]} | {means(field)}{default} |"
    if english := [f"`{field.name}`" for field in fields if field.description.startswith(ENGLISH)]:
        yield from ("", f"In English: {', '.join(english)}.")


def means(field: FormField) -> str:
    said = field.description
    for known in SAID_ABOVE:
        said = said.removesuffix(known)
    where = {"debtor": " Its fields are those of the creditor.", "guarantor": " Its fields are those of the creditor."}
    return (said + where.get(field.name, "")).replace("|", "&#124;")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"{PAGE.name}\n")
