"""What a letter of a company's own asks the clerk: checked as every other field is, with the same words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from marshmallow import ValidationError

from docgen.letters.own import Asked, AskedField, OwnLetter
from schemas.parts import Part
from schemas.values import Day, Fault, Money, Text, Value, Whole, YesNo, fault, nearest, plain, shown

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LARGEST = 999_999_999


class Answers(Value):
    """The answers as they stand in a document that no letter is known for: name → text, yes or no. A number is kept as
    the text that says it; which of them it is, the letter knows."""

    most = 100
    words = Text("回答", "Answer", most=4000, lines=True)

    def read(self, value: Any) -> dict[str, str | bool]:
        if not isinstance(value, Mapping):
            raise fault("value.not_an_object")
        if len(value) > self.most:
            raise fault("list.too_long", length=str(len(value)), most=str(self.most))
        read: dict[str, str | bool] = {}
        errors: dict[str, Any] = {}
        for name, answer in value.items():
            if not _NAME.fullmatch(str(name)):
                errors[str(name)] = [Fault("field.unknown", {"name": shown(name), "nearest": ""})]
                continue
            try:
                given = answer if isinstance(answer, bool) else self.words.deserialize(_text(answer))
            except ValidationError as error:
                errors[str(name)] = error.messages
            else:
                if given is not None:
                    read[str(name)] = given
        if errors:
            raise ValidationError(errors, valid_data=read)
        return read

    def make(self, value: Mapping[str, object]) -> Mapping[str, object]:
        return MappingProxyType(dict(value))

    def write(self, value: Any) -> dict[str, str | int]:
        return {name: answer if isinstance(answer, int) else str(_text(answer)) for name, answer in value.items()}


def _text(answer: Any) -> Any:
    match answer:
        case Decimal():
            return format(plain(answer), "f") if answer.is_finite() else answer
        case int() | dt.date():
            return str(answer)
    return answer


class _OneOf(Value):
    """One of the choices of a field."""

    def __init__(self, asked: AskedField, *labelled: str, **more: Any) -> None:
        self.choices = asked.choices or {}
        meanings = "; ".join(f"{value} – {words['en']}" for value, words in self.choices.items())
        zh, en, description = labelled
        enum = [*self.choices, *([] if asked.required else [None])]
        super().__init__(zh, en, f"{description or en + '.'} {meanings}.", **{"type": "string", "enum": enum, **more})

    def read(self, value: Any) -> str:
        if isinstance(value, str) and value in self.choices:
            return value
        known = tuple(self.choices)
        raise fault(
            "value.not_a_choice",
            value=shown(value),
            allowed=", ".join(known),
            nearest=nearest(str(value)[:60], known),
        )


_FIELDS: Mapping[Asked, Callable[..., Value]] = {
    Asked.TEXT: Text,
    Asked.PARAGRAPH: Text,
    Asked.DATE: Day,
    Asked.AMOUNT: Money,
    Asked.WHOLE_NUMBER: Whole,
    Asked.YES_NO: YesNo,
}


def field(asked: AskedField) -> Value:
    """What a request may hold for it."""
    labelled = asked.labels["zh"], asked.labels["en"], asked.helps.get("en", "")
    if asked.kind is Asked.CHOICE:
        return _OneOf(asked, *labelled, required=asked.required)
    more: dict[str, Any] = {}
    if asked.kind in {Asked.TEXT, Asked.PARAGRAPH}:
        more = {"most": asked.longest, "lines": asked.kind is Asked.PARAGRAPH}
    elif asked.kind is Asked.AMOUNT:
        more = {"zero": True}
    elif asked.kind is Asked.WHOLE_NUMBER:
        more = {"least": int(asked.least or 0), "most": int(asked.most or _LARGEST)}
    return _FIELDS[asked.kind](*labelled, required=asked.required, **more)


def part_of(own: OwnLetter) -> type[Part]:
    """The fields of its answers as a part of a request."""
    asks = {asked.name: asked for asked in own.asks}

    class OwnAnswersPart(Part.from_dict({name: field(asked) for name, asked in asks.items()})):  # type: ignore[misc]
        makes = dict

        class Meta:
            register = False  # it is made anew for each letter of a company's own

        def wrong(self, read: Mapping[str, Any]) -> Iterator[tuple[str, Fault]]:
            """What is below or above what the letter allows."""
            for name, asked in asks.items():
                if (answer := read.get(name)) is not None:
                    yield from ((name, found) for found in _beyond(asked, answer))

    return OwnAnswersPart


def _beyond(asked: AskedField, answer: Any) -> Iterator[Fault]:
    reads: dict[Asked, Callable[[str], Any]] = {Asked.DATE: dt.date.fromisoformat, Asked.AMOUNT: Decimal}
    reading = reads.get(asked.kind)
    if reading is None:
        return
    if asked.least and answer < reading(asked.least):
        yield Fault("letter.own_least", {"value": shown(answer), "least": asked.least})
    if asked.most and answer > reading(asked.most):
        yield Fault("letter.own_most", {"value": shown(answer), "most": asked.most})


def answers_document(answers: Mapping[str, object]) -> dict[str, str | int]:
    """Answers as a request document holds them."""
    return Answers("", "").write(answers)
