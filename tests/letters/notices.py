"""Notices as their tests make them, and what stands against them."""

from __future__ import annotations

from typing import Any

import pytest

import schemas
from docgen.errors import Barred
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, Letter, make_letter


def made(desk: Desk, kind: LetterKind, document: Any, language: Language = Language.ZH) -> Letter:
    loaded = schemas.load(document, kind=kind)
    return make_letter(desk, kind, language, loaded.account, loaded.letter, loaded.notices)


def barred(desk: Desk, kind: LetterKind, document: Any) -> set[str]:
    """The codes of what stands against a notice that is not made."""
    with pytest.raises(Barred) as refused:
        made(desk, kind, document)
    return {finding.code for finding in refused.value.findings}


def codes(desk: Desk, kind: LetterKind, document: Any) -> set[str]:
    """The same of one that may be made, too."""
    try:
        made(desk, kind, document)
    except Barred as refused:
        return {finding.code for finding in refused.findings}
    return set()
