"""A letter, the clauses that it includes and its company's letterhead, put together to one Word file before it is
compiled: what is checked, compiled and recorded is always one file.

    clauses     {{ clause.NAME }} alone in a paragraph → the paragraphs and tables of the fragment of that name
    comments    taken out: a letter as a Word file brings no lawyer's remark to the debtor
    letterhead  logo, address line, colour and seal of a company, put where a letter's styles have their places
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.errors import TemplateFault, WordPlace
from docgen.letters.request import Language
from docgen.studio.composing.clauses import Inserted, insert, named_in
from docgen.studio.composing.comments import without_comments
from docgen.studio.composing.letterhead import Letterhead, Picture, headed
from docgen.wordfile import open_package

__all__ = ["Composed", "Letterhead", "Picture", "compose", "included"]


@dataclass(frozen=True, slots=True)
class Composed:
    """word_file: a template as any other. used: the clauses in it, in the order in which they stand. logo: the
    paragraph that a letterhead put in; None where there is none.
    """

    word_file: bytes
    used: tuple[str, ...]
    inserted: tuple[Inserted, ...]
    logo: WordPlace | None = None

    def source(self, place: WordPlace) -> tuple[WordPlace, str]:
        """Where a place of the composed file is in what a person wrote: in the letter (""), or in a clause."""
        place = self._without_logo(place)
        for one in self.inserted:
            if (within := one.within(place)) is not None:
                return within, one.clause
        for one in reversed(self.inserted):
            place = one.before(place)
        return place, ""

    def _without_logo(self, place: WordPlace) -> WordPlace:
        """The place before the letterhead came, of one in the same story: clauses are in the letter by then."""
        logo = self.logo
        if logo is None or _story(place) != _story(logo) or (place.paragraph or 0) <= (logo.paragraph or 0):
            return place
        return replace(place, paragraph=(place.paragraph or 0) - 1)


def compose(
    word_file: bytes,
    clauses: Mapping[str, bytes],
    letterhead: Letterhead | None = None,
    language: Language = Language.ZH,
) -> Composed:
    """clauses: name → Word fragment; of those that the letter does not name nothing is taken. language: the letter's,
    which of a letterhead's address lines it bears.

    Raises HostileFile, TemplateFault with every clause that is not known, or that stands where none can.
    """
    if silent := without_comments(open_package(word_file)):
        word_file = open_package(word_file).with_parts({name: [content] for name, content in silent.items()})
    package = open_package(word_file)
    findings, inserted, contents = insert(package, clauses)
    if findings:
        raise TemplateFault(findings)
    if contents:
        word_file = package.with_parts({name: [content] for name, content in contents.items()})
    logo = None
    if letterhead:
        word_file, logo = headed(word_file, letterhead, language)
    return Composed(word_file, tuple(dict.fromkeys(one.clause for one in inserted)), tuple(inserted), logo)


def included(word_file: bytes) -> tuple[str, ...]:
    """The names of the clauses that a Word file asks for, in the order in which they stand. Raises HostileFile."""
    return named_in(open_package(word_file))


def _story(place: WordPlace) -> tuple[str, int | None, int | None, int | None]:
    return place.part, place.table, place.row, place.cell
