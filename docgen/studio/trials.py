"""The accounts that a changed template is tried on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.accounts.account import Account
from docgen.letters.request import Language, LetterRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One account that a template is tried on. id: "example", "fifty_invoices" …; titles: what it is called."""

    id: str
    titles: Mapping[Language, str]
    account: Account
    request: LetterRequest
