"""A part that a letter must hold or must not, and how it is recognised in the text of the merged letter.

Its pattern is a regular expression in which {field} stands for the words of that field; a part whose field is empty is
not required of this letter.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.letters.equivalents import equivalent, example
from docgen.letters.request import Language

_FIELD = re.compile(r"\{([a-z_.]+)\}")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a letter: what it is called, and how it is recognised in each language.

    forbidden: the letter must not hold it. when: the part is asked for only where this field holds something, or one
    of several: "asks_payment or coming".
    """

    id: str
    zh: str
    en: str
    forbidden: bool = False
    when: str = ""

    def prints_a_field(self, language: Language) -> bool:
        return bool(_FIELD.search(self.pattern(language)))

    def pattern(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.en

    def found_in(self, text: str, language: Language, facts: Mapping[str, object]) -> bool | None:
        """Whether the text has it in our own words; None when it is not asked of this letter."""
        if self.when and not any(values_of(facts, name) for name in self.when.split(" or ")):
            return None
        return _found(self.pattern(language), text, facts)

    def put_otherwise(self, text: str, language: Language, facts: Mapping[str, object]) -> bool:
        """Whether the text has it in other words that mean the same."""
        pattern = equivalent(self.id, language)
        return bool(pattern) and _found(pattern, text, facts) is True

    def example(self, language: Language) -> str:
        """Words that would do, as they are typed in Word."""
        return example(self.id, next(iter(_FIELD.findall(self.pattern(language))), ""), language)


def same(part_id: str, pattern: str, *, when: str = "") -> Part:
    return Part(part_id, pattern, pattern, when=when)


def _found(pattern: str, text: str, facts: Mapping[str, object]) -> bool | None:
    """Whether the pattern is in the text for every value of its fields; None when one of them is empty."""
    values = {name: values_of(facts, name) for name in _FIELD.findall(pattern)}
    if not all(values.values()):
        return None
    if (field := _FIELD.fullmatch(pattern)) is not None:  # as most are: thousands of invoices need no patterns
        return all(words in text for words in values[field[1]])
    return all(re.search(_filled(pattern, words), text, re.IGNORECASE | re.DOTALL) for words in _each(values))


def values_of(facts: object, name: str) -> list[str]:
    """The words of a field: one, or those of every member where a step of the name is a list; none when it is empty."""
    step, _, rest = name.partition(".")
    value = facts.get(step) if isinstance(facts, Mapping) else None
    if isinstance(value, list):
        return [words for member in value for words in (values_of(member, rest) if rest else [str(member)])]
    if rest:
        return values_of(value, rest)
    return [str(value)] if value else []


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda match: re.escape(words[match[1]]), pattern)


def _each(values: Mapping[str, list[str]]) -> Iterator[dict[str, str]]:
    """Every way of taking one word of each field."""
    for chosen in itertools.product(*values.values()):
        yield dict(zip(values, chosen, strict=True))
