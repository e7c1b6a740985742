"""The fields of a request as a form needs them: labels in both languages, kinds, choices, limits."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from schemas.account import AccountPart, Declared
from schemas.document import RequestDocument
from schemas.letter import LetterPart, Paragraphs
from schemas.own import Answers
from schemas.parts import Many, One, Part
from schemas.values import Choice, Day, Money, Number, Text, Whole, shown

_LONGEST_INDEX = 6  # digits


class FieldKind(StrEnum):
    TEXT = "text"  # one line
    LINES = "lines"  # a text of several lines
    MONEY = "money"
    NUMBER = "number"
    WHOLE = "whole"
    DAY = "day"
    CHOICE = "choice"
    YES_NO = "yes_no"
    ANSWER = "answer"  # a declared fact: yes, no or unknown, by whom and when
    PART = "part"  # `fields` are its fields
    ROWS = "rows"  # a list of parts; `fields` are the columns
    TEXTS = "texts"  # a list of single lines
    PARAGRAPHS = "paragraphs"  # name of the place → words
    ANSWERS = "answers"  # what a letter of the company's own asks: name → text, yes or no


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field. `choices`: (value, Chinese, English). `most`: characters of a text, rows of a list.

    default: what is taken when nothing is given, as the document would write it; None for nothing.
    """

    name: str
    kind: FieldKind
    label_zh: str
    label_en: str
    description: str
    required: bool
    default: str | None = None
    most: int | None = None
    choices: tuple[tuple[str, str, str], ...] = ()
    fields: tuple[FormField, ...] = ()

    def label(self, language: str) -> str:
        return self.label_zh if language == "zh" else self.label_en


def fields(part: str) -> tuple[FormField, ...]:
    """The fields of "account" or of "letter", in the order in which a form asks for them."""
    return _fields_of({"account": AccountPart, "letter": LetterPart}[part]())


def label(pointer: str, language: str) -> str:
    """A JSON pointer in words: "/account/invoices/2/amount" is "Invoices 3, Amount". Rows count from one."""
    words: list[str] = []
    known: tuple[FormField, ...] = _document()
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        field = next((each for each in known if each.name == name), None)
        if field is not None:
            words.append(field.label(language))
            known = field.fields
        elif name.isascii() and name.isdigit() and len(name) < _LONGEST_INDEX and words:
            words[-1] += f" {int(name) + 1}"
        else:
            words.append(shown(name))
            known = ()
    return ("、" if language == "zh" else ", ").join(words[1:] or words)


@functools.cache
def _document() -> tuple[FormField, ...]:
    return _fields_of(RequestDocument())


def _fields_of(part: Part) -> tuple[FormField, ...]:
    return tuple(_described(name, field) for name, field in part.fields.items())


def _described(name: str, field: Any) -> FormField:
    kind, more = _kind(field)
    default = field.load_default
    return FormField(
        name=name,
        kind=kind,
        label_zh=field.metadata["label_zh"],
        label_en=field.metadata["label_en"],
        description=field.metadata["description"],
        required=field.required,
        default=_written(default),
        **more,
    )


def _written(default: Any) -> str | None:
    if isinstance(default, bool):
        return "true" if default else "false"
    return str(default) if isinstance(default, str | int) or hasattr(default, "quantize") else None


def _kind(field: Any) -> tuple[FieldKind, dict[str, Any]]:
    match field:
        case Declared():
            return FieldKind.ANSWER, {"fields": _fields_of(field.part)}
        case One():
            return FieldKind.PART, {"fields": _fields_of(field.part)}
        case Many(inner=One() as row):
            return FieldKind.ROWS, {"most": field.most, "fields": _fields_of(row.part)}
        case Many():
            return FieldKind.TEXTS, {"most": field.most}
        case Choice():
            return FieldKind.CHOICE, {"choices": field.worded}
        case Whole(among=among) if among:
            return FieldKind.CHOICE, {"choices": tuple((str(n), str(n), str(n)) for n in among)}
        case Text():
            return (FieldKind.LINES if field.lines else FieldKind.TEXT), {"most": field.most}
        case Paragraphs():
            return FieldKind.PARAGRAPHS, {"most": field.most}
        case Answers():
            return FieldKind.ANSWERS, {"most": field.most}
    kinds = ((Money, FieldKind.MONEY), (Number, FieldKind.NUMBER), (Whole, FieldKind.WHOLE), (Day, FieldKind.DAY))
    return next((kind for of, kind in kinds if isinstance(field, of)), FieldKind.YES_NO), {}
