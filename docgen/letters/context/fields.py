"""Every field that a template may print, with what it holds, in both languages: what `docs/fields.md` is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from docgen.letters.catalogue import CATALOGUE
from docgen.letters.context.field_groups import (
    APPLICATION,
    CLAIM,
    COMMON,
    CONFIRMATION,
    DEMAND,
    LAWYERS,
    LISTED,
    NOT_DEMANDED,
    REMINDER,
    SETTLED,
)
from docgen.letters.papers import PAPERS
from docgen.letters.request import LetterKind

_OWN: Mapping[LetterKind, tuple[Mapping[str, tuple[str, str]], ...]] = MappingProxyType(
    {
        LetterKind.PAYMENT_REMINDER: (LISTED, REMINDER, NOT_DEMANDED),
        LetterKind.BALANCE_CONFIRMATION: (LISTED, CONFIRMATION, NOT_DEMANDED, SETTLED),
        LetterKind.DEMAND_LETTER: (LISTED, CLAIM, DEMAND, NOT_DEMANDED, SETTLED),
        LetterKind.LAWYERS_LETTER: (LISTED, CLAIM, DEMAND, NOT_DEMANDED, SETTLED, LAWYERS),
        LetterKind.PAYMENT_ORDER_APPLICATION: (LISTED, CLAIM, SETTLED, APPLICATION),
        **{kind: (paper.fields,) for kind, paper in PAPERS.items()},
    }
)


def fields(kind: LetterKind) -> dict[str, tuple[str, str]]:
    """The fields of a letter: name → what it holds, in Chinese and in English."""
    found = dict(COMMON)
    for own in _OWN[kind]:
        found |= own
    found |= {f"paragraphs.{place}[]": ("自由段落", "free paragraphs") for place in CATALOGUE[kind].places}
    return found


def document() -> str:
    """`docs/fields.md`."""
    lines = [
        "# The fields of the letters / 函件字段",
        "",
        "What a Word template may print: `{{ letter.number }}`. A name with `[]` is a list, to be gone through with",
        "`{%p for one in contracts %}` … `{%p endfor %}` (paragraphs) or `{%tr for row in items %}` … `{%tr endfor %}`",
        "(rows of a table). Every field is always there; what is not known is an empty string. Written from",
        "`docgen/letters/context/fields.py` by `python -m tests.letters.regenerate`.",
        "",
        *_table("In every letter / 各函通用", COMMON.items()),
    ]
    for kind, entry in CATALOGUE.items():
        own = [(name, words) for name, words in fields(kind).items() if name not in COMMON]
        names = " / ".join(dict.fromkeys(title for titles in entry.titles.values() for title in titles.values()))
        lines += _table(f"`{kind.value}`: {names}", own)
    return "\n".join(lines)


def _table(heading: str, rows: Iterable[tuple[str, tuple[str, str]]]) -> list[str]:
    body = [f"| `{name}` | {zh} | {en} |" for name, (zh, en) in rows]
    return [f"## {heading}", "", "| Field | 含义 | Holds |", "|---|---|---|", *body, ""]
