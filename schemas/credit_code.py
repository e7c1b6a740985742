"""The unified social credit code (GB 32100-2015) and the organisation code inside it (GB 11714-1997)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from stdnum.cn import uscc

from docgen.accounts.party import PartyKind

LENGTH = 18
# The standard lets the first two places be letters (N2: rural collectives); I, O, S, V and Z never occur.
_SHAPE = re.compile("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def has_credit_code(party: Mapping[str, Any]) -> bool:
    """Whether the registration number of a party, as read, is a unified social credit code."""
    return party.get("country") == "CN" and party.get("kind") in {PartyKind.COMPANY, PartyKind.PUBLIC_BODY}


def normalised(code: str) -> str:
    """Capitals, without the blanks and hyphens people write for legibility."""
    return str(uscc.compact(code))


def fault_of(code: str) -> str | None:
    """The finding code of what is wrong with a normalised code; None when it is valid."""
    if len(code) != LENGTH:
        return "code.uscc_length"
    if not _SHAPE.fullmatch(code):
        return "code.uscc_characters"
    return None if uscc.calc_check_digit(code[:17]) == code[17] else "code.uscc_invalid"


def organisation_check(first_eight: str) -> str:
    """The check character of an organisation code: 11 less the weighted sum modulo 11; X for ten."""
    total = sum(_ORGANISATION_DIGITS.index(c) * w for c, w in zip(first_eight, _ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11]


def organisation_part_fails(code: str) -> bool:
    """Whether places 9 to 17 of a valid code fail their own check: codes of some registers do, so only a warning."""
    return organisation_check(code[8:16]) != code[16]
