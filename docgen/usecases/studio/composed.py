"""Letters with the clauses and the letterhead that are in force for them."""

from __future__ import annotations

import datetime as dt

from docgen.letters.request import Language
from docgen.studio.composing import Composed, Letterhead, compose
from docgen.usecases.studio.resolving import Resolved, Resolver
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import Item, Version


def composed_of(shelf: Shelf, resolved: Resolved, word_file: bytes, language: Language) -> Composed:
    """A letter with the clauses and the letterhead of its unit. Raises TemplateFault, HostileFile."""
    clauses = {name: shelf.content(version.digest) for name, version in resolved.clauses.items()}
    held = resolved.letterhead
    letterhead = Letterhead.read(shelf.content(held.digest)) if held else None
    return compose(word_file, clauses, letterhead, language)


def with_clause(shelf: Shelf, letter: Version, clause: Item, content: bytes, *, day: dt.date) -> Composed:
    """A letter as it will be with another version of one of its clauses."""
    item = letter.item
    resolved = Resolver(shelf).resolve_in(item.unit, item.name, item.language, day)
    held = {name: shelf.content(version.digest) for name, version in resolved.clauses.items()}
    return compose(shelf.content(letter.digest), held | {clause.name: content}, None, Language(item.language))
