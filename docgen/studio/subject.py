"""The letter that a Word file is to make."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.letters.catalogue import CATALOGUE
from docgen.letters.context.fields import fields
from docgen.letters.entry import Entry
from docgen.letters.own import OwnLetter, names
from docgen.letters.request import Language, LetterKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """kind: a letter of the catalogue. own: the company's own letter, where it is one; `kind` is then the letter whose
    facts, bars and parts it has (`own.base`).
    """

    kind: LetterKind
    language: Language
    own: OwnLetter | None = None

    @property
    def name(self) -> str:
        """What the letter is called in addresses, files and requests: "demand_letter"."""
        return self.own.id if self.own else self.kind.value

    @property
    def entry(self) -> Entry:
        return CATALOGUE[self.kind]

    @property
    def title(self) -> str:
        return self.own.title(self.language) if self.own else self.entry.title(self.language)

    @property
    def fields(self) -> dict[str, tuple[str, str]]:
        """Every name that the template may print: a name, "[]" after a list → what it holds, zh and en."""
        found = fields(self.kind)
        if self.own:
            found |= names(self.own)
        return found
