"""The boxes of the notices."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from docgen.letters.request import LetterKind
from docgen.web.pages.boxes import Box, Part

NOTICES: tuple[Part, ...] = (
    Box(
        name="guarantor",
        label=_("Guarantor who is asked"),
        width=8,
        letters=frozenset({LetterKind.GUARANTOR_REQUEST}),
        hint=_("The name as under the contract. Empty: the only one on record."),
    ),
)
