"""What two Word files differ in, as plain values: pages, the API and the command line word it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from docgen.errors import WordPlace


class Mark(StrEnum):
    """Whether words stand in both files, in the old one only, or in the new one only."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


class Run(NamedTuple):
    text: str
    mark: Mark


class Sort(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"  # stands elsewhere; its runs say whether its words changed too
    FORMATTED = "formatted"  # says the same and looks different


@dataclass(frozen=True, slots=True)
class Change:
    """A clause: a paragraph, or a row of a table with bars between its cells.

    old, new: where it stands in each file, its words with it; None where it does not stand.
    runs: its words in reading order, what was deleted before what was inserted in its stead.
    heading: the numbered heading above it, or its own first words where there is none, in the new file if it is there.
    formats: what looks different: "style", "alignment", "indents", "spacing", "numbering", "paragraph", "font", "size",
    "bold", "italic", "underline", "colour", "characters", "cells", "picture_size".
    is_tag: it holds nothing but tags that steer ({% if … %}, {% endfor %}); told as a condition and not as a clause.
    """

    sort: Sort
    old: WordPlace | None
    new: WordPlace | None
    runs: tuple[Run, ...]
    heading: str = ""
    formats: tuple[str, ...] = ()
    is_tag: bool = False

    @property
    def before(self) -> str:
        return "".join(text for text, mark in self.runs if mark is not Mark.INSERTED)

    @property
    def after(self) -> str:
        return "".join(text for text, mark in self.runs if mark is not Mark.DELETED)

    @property
    def has_left(self) -> bool:
        """Whether this is where a moved clause stood: only among `Comparison.lines`, where it has no new place."""
        return self.sort is Sort.MOVED and self.new is None

    @property
    def words_changed(self) -> bool:
        return any(mark is not Mark.SAME for _, mark in self.runs)


@dataclass(frozen=True, slots=True)
class FieldChanges:
    """The facts that a template asks for, dotted as in `CompiledTemplate.names`, sorted."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


@dataclass(frozen=True, slots=True)
class Steer:
    """A tag that steers: `word` is "if", "elif" or "for", `test` what is asked or gone through, as written.

    names: the facts in it, dotted; written: the same as (written, dotted): in a loop over items, "row.days" is
    "items.days". governs: the words that hang on it. within: the tests around it, the outermost first.
    """

    word: str
    test: str
    names: tuple[str, ...]
    governs: str
    within: tuple[str, ...]
    place: WordPlace
    written: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionChange:
    """sort: ADDED, REMOVED or CHANGED. heading: as of a clause."""

    sort: Sort
    old: Steer | None
    new: Steer | None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class LayoutChange:
    """What is no clause: `what` is "paper", "margins", "header_edge", "columns", "sections", "title_page", "style",
    "defaults", "theme", "property" or "picture"; `name` which of them ("Heading 1", "title", "footer"; of several
    sections its number); before and after are "" where there was or is none. Sizes in millimetres, "210 × 297".
    """

    what: str
    name: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """clauses: what changed, in reading order, what was removed where it stood. lines: the same among all that did
    not change, tags that steer too, a moved clause at both of its places: the two files side by side. unchanged: how
    many clauses say and look the same.
    """

    clauses: tuple[Change, ...]
    fields: FieldChanges
    conditions: tuple[ConditionChange, ...]
    unchanged: int
    layout: tuple[LayoutChange, ...] = ()
    lines: tuple[Change, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether a lawyer would see no difference."""
        return not (self.clauses or self.fields or self.conditions or self.layout)
