"""The kinds of value that a request holds: text, money, day, choice, yes or no, one part, many.

Each is a marshmallow field that says what is wrong as a `Fault`: a stable code and the facts its
sentence names. Every field carries its label in both languages and a description, for the form and
for the JSON Schema. Null and an absent field are one thing: not given; so is blank text, where text is asked for.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from marshmallow import ValidationError, fields, missing

from schemas.choices import words

TOO_MUCH_MONEY = Decimal("1000000000000")  # 一万亿 in the currency's own unit: surely a slip of the keyboard
FIRST_YEAR, LAST_YEAR = 1980, 2100
FIRST_YEAR_OF_BIRTH = 1900
_AMOUNT = re.compile(r"^[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?$")
# The same for the JSON Schema: no sign, no blank, less than TOO_MUCH_MONEY; the first asks for more than zero, too.
_WRITTEN_AMOUNT = r"(?:[0-9]{1,3}(?:,[0-9]{3}){0,3}|[0-9]{1,12})(?:\.[0-9]{1,10})?$"
_WRITTEN_DAY = r"^(?:19[89][0-9]|20[0-9]{2}|2100)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
_WRITTEN_DAY_OF_BIRTH = _WRITTEN_DAY.replace("19[89][0-9]", "19[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")
_JOINERS = "\u200c\u200d"  # part of the spelling of some scripts; every other invisible character is refused
_MOST_DECIMALS = 10
ALIKE = 0.6  # ratio of matching characters from which one name is offered for another
_MOST_SHOWN = 60  # characters of a value that a sentence quotes


@dataclass(frozen=True, slots=True)
class Fault:
    code: str
    facts: Mapping[str, str]


def fault(code: str, **facts: str) -> ValidationError:
    return ValidationError([Fault(code, facts)])


def shown(value: object) -> str:
    """A value as a sentence may quote it: short, and with nothing invisible in it."""
    whole = str(Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value)
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in whole[:_MOST_SHOWN])
    return text + "…" if len(whole) > _MOST_SHOWN else text


@functools.lru_cache(maxsize=4096)
def nearest(name: str, known: tuple[str, ...]) -> str:
    """The known name most like this one; nothing where none is like it: a guess from afar misleads."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name[:60].lower())

    def likeness(candidate: str) -> float:
        matcher.set_seq1(candidate[:60].lower())
        return matcher.ratio()

    best = max(known, key=likeness, default="")
    return shown(best) if best and likeness(best) >= ALIKE else ""


def labels(zh: str, en: str, description: str) -> dict[str, str]:
    """The metadata that every field carries: for the form in both languages, for the JSON Schema in English."""
    return {
        "label_zh": zh,
        "label_en": en,
        "title": en,
        "description": description or (en if en.endswith("?") else f"{en}."),
    }


def not_given(field: fields.Field[Any]) -> Any:
    """What a field holds that is not given: its default. Raises a `Fault` where it must be given."""
    if field.required:
        raise fault("field.missing", name=str(field.name))
    return field.load_default() if callable(field.load_default) else field.load_default


class Value(fields.Field[Any]):
    """A field with its labels. `zh` and `en` are what the form calls it, `description` explains it in English."""

    def __init__(
        self, zh: str, en: str, description: str = "", *, required: bool = False, default: Any = None, **schema: Any
    ) -> None:
        metadata = {**labels(zh, en, description), **schema}
        super().__init__(
            required=required, allow_none=not required, load_default=missing if required else default, metadata=metadata
        )

    def deserialize(self, value: Any, attr: str | None = None, data: Any = None, **kwargs: Any) -> Any:  # noqa: ARG002
        if value is not missing and not self.empty(value):
            return self.read(value)
        return not_given(self)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        return None if value is None else self.write(value)

    def empty(self, value: Any) -> bool:
        """Whether this is nothing given: null alone. A value of the wrong type is a fault, never nothing."""
        return value is None

    def read(self, value: Any) -> Any:
        """The typed value of a JSON value; raises a `Fault`."""
        return value

    def write(self, value: Any) -> Any:
        """The JSON value of a typed value."""
        return value


class Text(Value):
    """Text of at most `most` characters, kept character by character (no Unicode normalisation: it would
    turn rare variants in names into others). `lines`: line breaks are allowed."""

    def __init__(
        self, zh: str, en: str, description: str = "", *, most: int = 200, lines: bool = False, **more: Any
    ) -> None:
        asked = {"minLength": 1} if more.get("required") else {}
        pattern = printable(lines=lines, required=bool(more.get("required")))
        said = f"{description or en + '.'} It may have several lines." if lines else description
        super().__init__(zh, en, said, **{"type": "string", "maxLength": most, "pattern": pattern, **asked, **more})
        self.most, self.lines = most, lines

    def empty(self, value: Any) -> bool:
        """Null, or blank text."""
        return value is None or (isinstance(value, str) and not value.strip())

    def read(self, value: Any) -> str:
        if not isinstance(value, str):
            raise fault("value.not_text", value=shown(value))
        text = value.replace("\r\n", "\n").strip() if self.lines else value.strip()
        if len(text) > self.most:
            raise fault("text.too_long", length=str(len(text)), most=str(self.most))
        if not text.isprintable():  # as nearly every text is; what is unwelcome never is
            for position, character in enumerate(text, 1):
                if unwelcome(character, self.lines):
                    raise fault("text.character", character=f"U+{ord(character):04X}", position=str(position))
        return text


def unwelcome(character: str, lines: bool) -> bool:
    """Control, invisible and private characters, lone surrogates and noncharacters. Unassigned ones pass:
    a newer Unicode may know them as rare ideographs; whether a font has them is the press's question."""
    if character == "\n":
        return not lines
    category = unicodedata.category(character)
    code = ord(character)
    return (
        category in {"Cc", "Cs", "Co", "Zl", "Zp"}
        or (category == "Cf" and character not in _JOINERS)
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


def printable(*, lines: bool, required: bool) -> str:
    """The pattern of text that `unwelcome` lets pass; the characters beyond the first plane are left to the check.
    Written with \\uXXXX alone, which every dialect of regular expressions reads."""
    refused = _refused(lines)
    return f"^[^{refused}]*[^\\s{refused}][^{refused}]*$" if required else f"^[^{refused}]*$"


@functools.cache
def _refused(lines: bool) -> str:
    """The unwelcome characters of the first plane as the ranges of a character class."""
    breaks = {0x0A, 0x0D} if lines else set()
    codes = [c for c in range(0x10000) if not 0xD800 <= c <= 0xDFFF and unwelcome(chr(c), lines) and c not in breaks]
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\u{a:04x}" if a == b else f"\\u{a:04x}-\\u{b:04x}" for a, b in ranges)


def english(zh: str, en: str, *, most: int = 200, lines: bool = False) -> Text:
    """The English words beside a field, by its labels: an English letter prints them in its place."""
    said = "What an English letter prints for it; without it, the field itself is printed as it stands."
    return Text(f"{zh}（英文）", f"{en} in English", said, most=most, lines=lines)


class Email(Text):
    def __init__(self, zh: str, en: str, description: str = "", **more: Any) -> None:
        not_these = _refused(lines=False)
        pattern = f"^[^@\\s{not_these}]{{1,64}}@[^@\\s.{not_these}]+(?:\\.[^@\\s.{not_these}]+)+$"
        super().__init__(zh, en, description, **{"format": "email", "pattern": pattern, **more})

    def read(self, value: Any) -> str:
        text = super().read(value)
        if not _EMAIL.fullmatch(text):
            raise fault("value.not_an_email", value=shown(text))
        return text


class Pattern(Text):
    """Text of one shape; `code` is the fault when it has another."""

    def __init__(self, zh: str, en: str, description: str = "", *, pattern: str, code: str, **more: Any) -> None:
        super().__init__(zh, en, description, **{"pattern": f"^{pattern}$", **more})
        self.shape, self.code = re.compile(pattern, re.ASCII), code

    def read(self, value: Any) -> str:
        text = super().read(value)
        if not self.shape.fullmatch(text):
            raise fault(self.code, value=shown(text))
        return text


class Code(Text):
    """A code of a published list (countries, currencies), in capitals."""

    def __init__(
        self, zh: str, en: str, description: str = "", *, known: Iterable[str], fault: str, **more: Any
    ) -> None:
        self.known, self.code = tuple(sorted(known)), fault
        letters = len(self.known[0])
        super().__init__(zh, en, description, **{"pattern": f"^[A-Z]{{{letters}}}$", **more})

    def read(self, value: Any) -> str:
        text = super().read(value).upper()
        if text not in self.known:
            raise fault(self.code, value=shown(text))
        return text


class Number(Value):
    """A decimal fraction between `least` and `most`, both allowed; given as text or as a JSON number."""

    def __init__(
        self, zh: str, en: str, description: str = "", *, least: str = "0", most: str = "1", **more: Any
    ) -> None:
        super().__init__(zh, en, description, **{**self.limits(least, most), **more})
        self.least, self.most = Decimal(least), Decimal(most)

    @staticmethod
    def limits(least: str, most: str) -> dict[str, Any]:
        """Text or number; `most` is a power of ten, so that digits can tell what is below it."""
        below = "0" if most == "1" else f"[0-9]{{1,{len(most) - 1}}}"
        pattern = rf"^(?:{most}(?:\.0{{1,10}})?|{below}(?:\.[0-9]{{1,10}})?)$"
        return {"type": ["string", "number"], "pattern": pattern, "minimum": int(least), "maximum": int(most)}

    def read(self, value: Any) -> Decimal:
        number = exact(value)
        if not self.least <= number <= self.most:
            raise fault("value.out_of_range", value=shown(value), least=str(self.least), most=str(self.most))
        return plain(number)

    def write(self, value: Any) -> str:
        return format(value, "f")


class Money(Number):
    """An amount: text ("1234.50", "1,234.50") or a JSON number, read exactly; never a binary float."""

    def __init__(self, zh: str, en: str, description: str = "", *, zero: bool = False, **more: Any) -> None:
        said = f'{description or en + "."} Text is recommended ("1234.50"): a JSON number may lose digits on its way.'
        least = {"minimum": 0} if zero else {"exclusiveMinimum": 0}
        limits = {
            "type": ["string", "number"],
            "pattern": ("^" if zero else "^(?=.*[1-9])") + _WRITTEN_AMOUNT,
            "exclusiveMaximum": int(TOO_MUCH_MONEY),
            "examples": ["1234.50"],
        }
        super().__init__(zh, en, said, **{**limits, **least, **more})
        self.zero = zero

    @staticmethod
    def limits(least: str, most: str) -> dict[str, Any]:  # noqa: ARG004 — an amount states its own
        return {}

    def read(self, value: Any) -> Decimal:
        amount = exact(value)
        if amount.copy_abs() >= TOO_MUCH_MONEY:  # abs() would round, and overflow
            raise fault("amount.too_large", value=shown(value), most=str(TOO_MUCH_MONEY))
        if amount < 0 or (amount == 0 and not self.zero):
            raise fault("amount.negative" if self.zero else "amount.not_positive", value=shown(value))
        return plain(amount.copy_abs())


def exact(value: Any) -> Decimal:
    """A finite Decimal from text or a JSON number."""
    if isinstance(value, float):
        raise fault("amount.binary_float", value=shown(value))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = Decimal(value)
    elif isinstance(value, str) and _AMOUNT.fullmatch(value):
        number = Decimal(value.replace(",", ""))
    else:
        raise fault("value.not_a_number", value=shown(value))
    if not number.is_finite():
        raise fault("value.not_a_number", value=shown(value))
    return number


def plain(number: Decimal) -> Decimal:
    """The same value without a power of ten, so that it is written as people write it. number: within its bounds."""
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_MOST_DECIMALS:
        raise fault("amount.too_many_decimals", value=shown(number), decimals=str(_MOST_DECIMALS))
    return number.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else number


class Whole(Value):
    """A whole number; `among` lists the only ones allowed."""

    def __init__(
        self,
        zh: str,
        en: str,
        description: str = "",
        *,
        least: int = 0,
        most: int = 3650,
        among: tuple[int, ...] = (),
        **more: Any,
    ) -> None:
        not_given = [] if more.get("required") else [None]
        limits: dict[str, Any] = {"enum": [*among, *not_given]} if among else {"minimum": least, "maximum": most}
        super().__init__(zh, en, description, **{"type": "integer", **limits, **more})
        self.least, self.most, self.among = least, most, among

    def read(self, value: Any) -> int:
        if isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value):
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise fault("value.not_a_whole_number", value=shown(value))
        if self.among and value not in self.among:
            raise fault(
                "value.not_a_choice",
                value=str(value),
                allowed=", ".join(map(str, self.among)),
                nearest=str(min(self.among, key=lambda known: abs(known - value))),
            )
        if not self.among and not self.least <= value <= self.most:
            raise fault("value.out_of_range", value=shown(value), least=str(self.least), most=str(self.most))
        return value


class Day(Value):
    """A calendar day, written YYYY-MM-DD. `of_birth`: one of the century before the first business day, too."""

    def __init__(self, zh: str, en: str, description: str = "", *, of_birth: bool = False, **more: Any) -> None:
        said = f"{description or en + '.'} A day without a time, YYYY-MM-DD."
        written = {"type": "string", "format": "date", "pattern": _WRITTEN_DAY, "examples": ["2026-09-15"]}
        if of_birth:
            written |= {"pattern": _WRITTEN_DAY_OF_BIRTH, "examples": ["1980-01-01"]}
        super().__init__(zh, en, said, **{**written, **more})
        self.first = FIRST_YEAR_OF_BIRTH if of_birth else FIRST_YEAR

    def read(self, value: Any) -> dt.date:
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            day = value
        elif isinstance(value, str) and _DAY.fullmatch(value):
            try:
                day = dt.date.fromisoformat(value)
            except ValueError:
                raise fault("date.impossible", value=shown(value)) from None
        else:
            raise fault("value.not_a_date", value=shown(value))
        if not self.first <= day.year <= LAST_YEAR:
            raise fault("date.out_of_bounds", value=shown(value), first=str(self.first), last=str(LAST_YEAR))
        return day

    def write(self, value: Any) -> str:
        return str(value.isoformat())


class Choice(Value):
    """One of the values of an enumeration."""

    def __init__(self, of: type[StrEnum], zh: str, en: str, description: str = "", **more: Any) -> None:
        self.of, self.allowed = of, tuple(of)
        enum = [*map(str, of), *([] if more.get("required") else [None])]
        meanings = "; ".join(f"{value} – {words(value)[1]}" for value in of)
        said = f"{description or en + '.'} {meanings}."
        super().__init__(zh, en, said, **{"type": "string", "enum": enum, **more})

    @property
    def worded(self) -> tuple[tuple[str, str, str], ...]:
        """(value, Chinese, English) of each choice."""
        return tuple((str(value), *words(value)) for value in self.allowed)

    def read(self, value: Any) -> StrEnum:
        if isinstance(value, str):
            try:
                return self.of(value)
            except ValueError:
                pass
        raise fault(
            "value.not_a_choice",
            value=shown(value),
            allowed=", ".join(self.allowed),
            nearest=nearest(str(value)[:60], self.allowed),
        )

    def write(self, value: Any) -> str:
        return str(value)


class YesNo(Value):
    """True or false; as text "true" or "false", for a form that knows text alone."""

    def __init__(self, zh: str, en: str, description: str = "", **more: Any) -> None:
        super().__init__(zh, en, description, **{"type": "boolean", **more})

    def read(self, value: Any) -> bool:
        if isinstance(value, str) and value in {"true", "false"}:
            return value == "true"
        if not isinstance(value, bool):
            raise fault("value.not_yes_or_no", value=shown(value))
        return value
