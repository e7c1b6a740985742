"""Everything a use case works with, made once at start and handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.law.statutes import LawData
from docgen.letters.request import Language, LetterKind
from docgen.messages import Messages
from docgen.printing import Press
from docgen.templating import CompiledTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    law: LawData
    messages: Messages
    templates: Mapping[tuple[Language, LetterKind], CompiledTemplate]
    press: Press
    own_templates: frozenset[tuple[Language, LetterKind]] = frozenset()  # the operator's, whose letters are checked
