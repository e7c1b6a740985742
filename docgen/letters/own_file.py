"""A letter of a company's own, read from JSON and written to it.

    {"id": "site_stop_notice", "base": "demand_letter", "titles": {"zh": "停工通知函", "en": "Site Stop Notice"},
     "asks": [{"name": "stop_on", "kind": "date", "labels": {"zh": "停工日期", "en": "Stop on"}, "required": true}],
     "step": "demand_letter", "approver": "法务总监"}

Words that are given in one language alone stand for the other as well; a letter is written only in the languages that
its titles name.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from docgen.errors import Finding, InvalidRequest
from docgen.escalation.decision import Step
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.own import LONGEST, Asked, AskedField, OwnLetter, printed
from docgen.letters.request import Language, LetterKind

MOST_BYTES = 256 << 10
MOST_FIELDS = 40
MOST_CHOICES = 40
LONGEST_ANSWER = 4000  # characters, as a free paragraph of any letter
_WORDS, _HELP = 100, 300  # characters of a title, a label, a choice; of what helps the clerk
_ID = re.compile(r"[a-z][a-z0-9_]{2,39}")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,3})?")
_NUMBER = re.compile(r"[0-9]{1,9}")
_BOUNDS: Mapping[Asked, Callable[[str], Any]] = {
    Asked.DATE: dt.date.fromisoformat,
    Asked.AMOUNT: lambda text: Decimal(_matched(_AMOUNT, text)),
    Asked.WHOLE_NUMBER: lambda text: int(_matched(_NUMBER, text)),
}
_ALIKE = 0.6
_Member = TypeVar("_Member", bound=StrEnum)


def read(content: bytes) -> OwnLetter:
    """Raises InvalidRequest with everything that is wrong with it, each place a JSON pointer."""
    if len(content) > MOST_BYTES:
        raise InvalidRequest(Finding("studio.kind_unreadable", place=""))
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict):
        raise InvalidRequest(Finding("studio.kind_unreadable", place=""))
    at = _At(document, "", [])
    at.only("id", "base", "titles", "asks", "step", "approver")
    letter = OwnLetter(
        id=_id(at),
        base=at.one_of("base", LetterKind, "studio.kind_base") or LetterKind.DEMAND_LETTER,
        titles=_titles(at),
        asks=_asks(at),
        step=at.one_of("step", Step, "studio.kind_step", needed=False) or "",
        approver=at.text("approver", _WORDS, needed=False),
    )
    _twice(at, letter.asks)
    if at.found:
        raise InvalidRequest(at.found)
    return letter


def write(letter: OwnLetter) -> bytes:
    """The same bytes for the same letter, as people read them; `read` gives it back."""
    document = {
        "id": letter.id,
        "base": letter.base.value,
        "titles": {language.value: title for language, title in sorted(letter.titles.items(), reverse=True)},
        "asks": [_written(asked) for asked in letter.asks],
        "step": letter.step,
        "approver": letter.approver,
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _written(asked: AskedField) -> dict[str, Any]:
    kept = {
        "name": asked.name,
        "kind": asked.kind.value,
        "labels": _both(asked.labels),
        "helps": _both(asked.helps),
        "required": asked.required,
        "longest": asked.longest if asked.kind in {Asked.TEXT, Asked.PARAGRAPH} else None,
        "least": asked.least,
        "most": asked.most,
        "choices": {value: _both(words) for value, words in (asked.choices or {}).items()},
    }
    return {name: value for name, value in kept.items() if value not in ("", None, {})}


def _both(words: Mapping[str, str]) -> dict[str, str]:
    return {language.value: words[language.value] for language in Language if words.get(language.value)}


@dataclass(slots=True)
class _At:
    """An object of the document. found: what is wrong, shared by all of them."""

    held: Mapping[str, Any]
    place: str
    found: list[Finding] = field(default_factory=list)

    def wrong(self, code: str, name: str = "", **facts: str) -> None:
        place = f"{self.place}/{name}" if name else self.place
        self.found.append(Finding(code, place=place, facts={"name": name, **facts}))

    def only(self, *known: str) -> None:
        for name in self.held:
            if name not in known:
                self.wrong("studio.kind_field_unknown", name[:60], nearest=_nearest(name, known))

    def text(self, name: str, most: int, *, needed: bool = True) -> str:
        """One line. What is not there is ""."""
        value = self.held.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            if needed:
                self.wrong("studio.kind_field_missing", name)
            return ""
        if not isinstance(value, str):
            self.wrong("studio.kind_wrong_type", name)
            return ""
        value = value.strip()
        if len(value) > most:
            self.wrong("studio.kind_too_long", name, length=str(len(value)), most=str(most))
        elif not value.isprintable():
            self.wrong("studio.kind_character", name)
        return value

    def one_of(self, name: str, of: type[_Member], code: str, *, needed: bool = True) -> _Member | None:
        value = self.text(name, _WORDS, needed=needed)
        try:
            return of(value) if value else None
        except ValueError:
            self.wrong(code, name, value=value[:60], nearest=_nearest(value, of))
            return None

    def inner(self, name: str, *, needed: bool = True) -> _At:
        """The object of this name; an empty one where there is none."""
        value = self.held.get(name)
        if not isinstance(value, dict | None):
            self.wrong("studio.kind_wrong_type", name)
        elif needed and not value:
            self.wrong("studio.kind_field_missing", name)
        return _At(value if isinstance(value, dict) else {}, f"{self.place}/{name}", self.found)

    def words(self, name: str, most: int, *, needed: bool = True) -> dict[str, str]:
        """Words in both languages: where one is absent, those of the other."""
        at = self.inner(name, needed=needed)
        at.only(*Language)
        given = {language.value: at.text(language.value, most, needed=False) for language in Language}
        any_words = next(filter(None, given.values()), "")
        if needed and at.held and not any_words:
            self.wrong("studio.kind_field_missing", name)
        return {language: words or any_words for language, words in given.items()}


def _id(at: _At) -> str:
    id = at.text("id", _WORDS)
    if id in set(LetterKind):
        at.wrong("studio.kind_id_taken", "id", id=id, title=CATALOGUE[LetterKind(id)].title(Language.EN))
    elif id and not _ID.fullmatch(id):
        at.wrong("studio.kind_id", "id", id=id[:60])
    return id


def _titles(at: _At) -> dict[Language, str]:
    inner = at.inner("titles")
    inner.only(*Language)
    given = {language: inner.text(language.value, _WORDS, needed=False) for language in Language}
    if inner.held and not any(given.values()):
        at.wrong("studio.kind_field_missing", "titles")
    return {language: title for language, title in given.items() if title}


def _asks(at: _At) -> tuple[AskedField, ...]:
    rows = at.held.get("asks") or []
    if not isinstance(rows, list):
        at.wrong("studio.kind_wrong_type", "asks")
        return ()
    if len(rows) > MOST_FIELDS:
        at.wrong("studio.kind_too_many_fields", "asks", count=str(len(rows)), most=str(MOST_FIELDS))
        return ()
    found = []
    for number, row in enumerate(rows):
        here = _At(row if isinstance(row, dict) else {}, f"{at.place}/asks/{number}", at.found)
        if isinstance(row, dict):
            found.append(_asked(here))
        else:
            here.wrong("studio.kind_wrong_type")
    return tuple(found)


def _asked(at: _At) -> AskedField:
    at.only("name", "kind", "labels", "helps", "required", "longest", "least", "most", "choices")
    name = at.text("name", _WORDS)
    if name and not _NAME.fullmatch(name):
        at.wrong("studio.kind_name", "name", value=name[:60])
    kind = at.one_of("kind", Asked, "studio.kind_answer")
    required = at.held.get("required", True)
    if not isinstance(required, bool):
        at.wrong("studio.kind_wrong_type", "required")
    longest = at.held.get("longest", LONGEST)
    if not isinstance(longest, int) or isinstance(longest, bool) or not 1 <= longest <= LONGEST_ANSWER:
        at.wrong("studio.kind_longest", "longest", most=str(LONGEST_ANSWER))
    least, most = _bounds(at, kind)
    return AskedField(
        name=name,
        kind=kind or Asked.TEXT,
        labels=at.words("labels", _WORDS),
        helps=at.words("helps", _HELP, needed=False),
        required=required is True,
        longest=longest if isinstance(longest, int) else 1,
        least=least,
        most=most,
        choices=_choices(at, kind),
    )


def _bounds(at: _At, kind: Asked | None) -> tuple[str, str]:
    given = {name: at.text(name, _WORDS, needed=False) for name in ("least", "most")}
    values = []
    for name, text in given.items():
        if not text or kind is None:
            continue
        try:
            values.append(_BOUNDS[kind](text))
        except (KeyError, ValueError):
            at.wrong("studio.kind_bound", name, value=text[:60])
    if len(values) == len(given) and values[0] > values[1]:
        at.wrong("studio.kind_bounds_reversed", "most", **given)
    return given["least"], given["most"]


def _choices(at: _At, kind: Asked | None) -> dict[str, dict[str, str]] | None:
    inner = at.inner("choices", needed=False)
    fits = 2 <= len(inner.held) <= MOST_CHOICES if kind is Asked.CHOICE else not inner.held
    if kind is not None and not fits:
        at.wrong("studio.kind_choices", "choices", most=str(MOST_CHOICES))
    for value in inner.held:
        if not _NAME.fullmatch(value):
            inner.wrong("studio.kind_choice", value[:60], value=value[:60])
    return {value: inner.words(value, _WORDS) for value in inner.held} or None


def _twice(at: _At, asks: tuple[AskedField, ...]) -> None:
    """Two fields of one name, or one whose name is what a template prints of another: of an amount, NAME_full."""
    heads = [{name.split(".")[0] for name, _ in printed(asked)} for asked in asks if asked.name]
    taken = Counter(name for each in heads for name in each)
    for number, asked in enumerate(asks):
        if taken[asked.name] > 1:
            _At({}, f"{at.place}/asks/{number}", at.found).wrong("studio.kind_name_twice", "name", value=asked.name)


def _nearest(name: str, known: Iterable[str]) -> str:
    return "".join(get_close_matches(name[:60], [*map(str, known)], n=1, cutoff=_ALIKE))


def _matched(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text
