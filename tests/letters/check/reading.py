"""Texts as tests check them: what was found, by code, with the words that it was found in."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any

import schemas
from docgen.accounts.account import Account
from docgen.law import assess
from docgen.law.assessment import Assessment
from docgen.letters.check import Checked, examine
from docgen.letters.request import LetterRequest
from tests.letters.making import example, law

DAY = dt.date(2026, 9, 15)


def read(text: str | list[str], **more: Any) -> Checked:
    return examine(text, **{"dated_on": DAY, "law": law(), **more})


def codes(text: str | list[str], **more: Any) -> list[str]:
    return [finding.code for finding in read(text, **more).findings]


def found(text: str, **more: Any) -> list[tuple[str, str]]:
    """Each code with the words that bear it."""
    return [(finding.code, finding.place.words) for finding in read(text, **more).findings]  # type: ignore[union-attr]


@functools.cache
def shipped() -> tuple[Account, Assessment, LetterRequest]:
    """The account that ships as the example of a demand letter."""
    loaded = schemas.load(example("demand_letter"))
    return loaded.account, assess(loaded.account, law(), loaded.letter.interest), loaded.letter


def beside(text: str, **more: Any) -> Checked:
    """Read beside that account."""
    account, assessment, request = shipped()
    return read(text, account=account, assessment=assessment, request=request, **more)
