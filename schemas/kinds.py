"""What one letter must be given: the fields that are free in general and needed for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from docgen.accounts.party import PartyKind
from docgen.errors import Finding, Severity
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.request import LetterKind, Purpose
from schemas.credit_code import has_credit_code
from schemas.values import nearest, shown

Row = Mapping[str, Any]

_BANK_ACCOUNT = "/account/creditor/bank_account"
_CODE = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")


def wanting(typed: Any, kind: LetterKind | None, acknowledgeable: Collection[str] | None) -> Iterator[Finding]:
    """What is missing for this letter, and what it cannot use. `typed` is what could be read of the request."""
    document = typed if isinstance(typed, Mapping) else {}
    if kind is not None:
        kind = LetterKind(kind)
        for place in CATALOGUE[kind].needed:
            if _is_missing(document, place):
                yield Finding("letter.missing", place=place)
        yield from _unknown_places(document, kind)
        yield from _nowhere_to_pay(document, kind)
    yield from _unknown_warnings(document, acknowledgeable)


def _is_missing(document: Row, place: str) -> bool:
    """Whether a field was left empty. One that was given and could not be read is not missing: it has its own fault."""
    *steps, last = place.removeprefix("/").split("/")
    owner: Any = document
    for step in steps:
        owner = owner.get(step)
        if not isinstance(owner, Mapping):
            return False
    if last == "registration_number" and not has_credit_code(owner):
        return False
    if last == "representative" and owner.get("kind") is PartyKind.NATURAL_PERSON:
        return False
    return last in owner and owner[last] in (None, (), [])


def _unknown_places(document: Row, kind: LetterKind) -> Iterator[Finding]:
    places = CATALOGUE[kind].places
    for name in (document.get("letter") or {}).get("paragraphs") or ():
        if name not in places:
            facts = {"place": shown(name), "known": ", ".join(places)}
            yield Finding("letter.unknown_place", place=f"/letter/paragraphs/{name}", facts=facts)


def _nowhere_to_pay(document: Row, kind: LetterKind) -> Iterator[Finding]:
    """A friendly letter may leave the account out, when the debtor has long known it; but seldom means to."""
    purpose = (document.get("letter") or {}).get("purpose")
    asks = kind is LetterKind.PAYMENT_REMINDER or (
        kind is LetterKind.BALANCE_CONFIRMATION and purpose is not Purpose.ACCOUNTS
    )
    if asks and _is_missing(document, _BANK_ACCOUNT):
        yield Finding("letter.no_bank_account", Severity.WARNING, _BANK_ACCOUNT)


def _unknown_warnings(document: Row, acknowledgeable: Collection[str] | None) -> Iterator[Finding]:
    for index, code in enumerate((document.get("letter") or {}).get("acknowledge") or ()):
        if code is None:
            continue
        known = bool(_CODE.fullmatch(code)) if acknowledgeable is None else code in acknowledgeable
        if not known:
            like = nearest(code, tuple(sorted(acknowledgeable or ())))
            facts = {"value": shown(code), "nearest": like}
            yield Finding("letter.unknown_warning", place=f"/letter/acknowledge/{index}", facts=facts)
