"""Words that an English letter prints in Chinese because nobody has given them in English.

A contract, a party and a letter request hold English words beside their own in fields named `…_en`. Where these are
empty the letter prints what there is; this says which they are, in one remark. The translation is not ours to guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from docgen.accounts.account import Account
from docgen.errors import Finding, Severity
from docgen.letters import wording
from docgen.letters.request import Language, LetterRequest

_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_BLANK = re.compile(r"\s+")
# Written for this one letter, in its language: they have no second field.
_IN_THE_LETTERS_LANGUAGE = frozenset({"salutation", "delivery", "paragraphs"})
_MOST_NAMED = 20
_MOST_QUOTED = 24  # characters


def missing_english(account: Account, request: LetterRequest, printed: Callable[[], str]) -> tuple[Finding, ...]:
    """One remark that names what an English letter says in Chinese, with where its English belongs; or none.

    printed: gives the text of the finished letter; asked for only where something may be missing.
    """
    wanting = [*_wanting(account, "/account"), *_wanting(request, "/letter")]
    if not wanting:
        return ()
    text = _BLANK.sub("", printed())
    found = [(place, words) for place, words in wanting if _BLANK.sub("", words) in text]
    if not found:
        return ()
    named = "; ".join(f"{_short(words)} ({place})" for place, words in found[:_MOST_NAMED])
    facts = {"count": str(len(found)), "places": named + ("; …" if len(found) > _MOST_NAMED else "")}
    return (Finding("letter.english_missing", Severity.INFORMATION, found[0][0], facts),)


def _wanting(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Chinese words without their English, each with the JSON pointer of the field that would hold it."""
    if isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _wanting(one, f"{place}/{index}")
    for name, has_english in _names(type(value)).items():  # type: ignore[arg-type]  # a class can be hashed
        held = getattr(value, name)
        if name in _IN_THE_LETTERS_LANGUAGE:
            yield from _own_words(held, f"{place}/{name}")
        elif not has_english:
            yield from _wanting(held, f"{place}/{name}")
        elif not getattr(value, f"{name}_en"):
            several = isinstance(held, tuple)
            for words in held if several else (held,) if held else ():
                if _CHINESE.search(wording.set_term(words, Language.EN)):
                    yield f"{place}/{name}_en", words


@cache
def _names(kind: type) -> Mapping[str, bool]:
    """The fields of a class that has some, and whether there is one beside each for its English."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    return {name: f"{name}_en" in names for name in names}


def _own_words(held: object, place: str) -> Iterator[tuple[str, str]]:
    """The sender's words for this letter, place by place and line by line."""
    if isinstance(held, Mapping):
        for name, words in held.items():
            yield from ((f"{place}/{name}", line) for line in words.splitlines() if _CHINESE.search(line))
    elif isinstance(held, str) and _CHINESE.search(held):
        yield place, held


def _short(words: str) -> str:
    one_line = _BLANK.sub(" ", words.strip())
    return f"“{one_line[:_MOST_QUOTED]}…”" if len(one_line) > _MOST_QUOTED else f"“{one_line}”"
