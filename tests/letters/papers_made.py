"""A paper made as the program makes it, and what bars it."""

from __future__ import annotations

from typing import Any

import schemas
from docgen.errors import DocgenError
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, Letter, make_letter
from docgen.wordfile.text import text


def made(desk: Desk, kind: LetterKind, document: Any, language: Language = Language.ZH) -> Letter:
    loaded = schemas.load(document, kind=kind)
    return make_letter(desk, kind, language, loaded.account, loaded.letter, loaded.notices)


def words(desk: Desk, kind: LetterKind, document: Any, language: Language = Language.ZH) -> str:
    return text(made(desk, kind, document, language).docx)


def stopped(desk: Desk, kind: LetterKind, document: Any) -> set[str]:
    """The codes of what stops it; none where it is made."""
    return set(places(desk, kind, document))


def places(desk: Desk, kind: LetterKind, document: Any) -> dict[str, str]:
    """The codes of what stops it, each with its place."""
    try:
        made(desk, kind, document)
    except DocgenError as refused:
        return {finding.code: finding.place or "" for finding in refused.findings}
    return {}
