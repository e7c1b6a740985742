"""What the page that checks letters shows: the text with the places marked, and the reasons beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from flask_babel import lazy_gettext as _

from docgen.errors import Finding, Severity, TextPlace
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.check.standing import subject_of
from docgen.letters.request import Language, LetterKind
from docgen.letters.wording import cite
from docgen.letters.wording.dates import letter_date
from docgen.usecases import Desk
from docgen.usecases.check import Reading
from docgen.usecases.checked import act_title, matches
from docgen.web.pages.boxes import Label

MOST_SHOWN = 400  # paragraphs; of a longer text, those with something marked and their neighbours
_HARDNESS = {Severity.INFORMATION: 0, Severity.WARNING: 1, Severity.BAR: 2, Severity.FAULT: 2}
GRADES: dict[Severity, tuple[str, Label]] = {
    Severity.BAR: ("block", _("Must not be sent")),
    Severity.FAULT: ("block", _("Must not be sent")),
    Severity.WARNING: ("warning", _("To be decided")),
    Severity.INFORMATION: ("information", _("For information")),
}
STANDINGS: dict[str, Label] = {
    "in_force": _("in force"),
    "not_yet_in_force": _("not yet in force"),
    "repealed": _("repealed"),
    "before_2021": _("only for facts before 2021"),
    "old_number": _("old number"),
    "renumbered": _("renumbered: check which is meant"),
    "no_such_article": _("no such article"),
    "other_subject": _("about something else"),
    "not_held": _("in force, contents not in the law data"),
    "unknown_act": _("not in the law data"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """One finding in the reader's words. grade: its colour, and what that means."""

    number: int
    grade: str
    meaning: Label
    words: str
    say: str
    do: str
    instead: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a paragraph that bear the same marks. notes: their numbers; starts: of those that begin here."""

    text: str
    grade: str = ""
    notes: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, in pieces. skipped: how many paragraphs before it are not shown."""

    number: int
    pieces: tuple[Piece, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Something that was read: the words, what they are, and whether that is as it should be."""

    words: str
    what: Label
    detail: str
    good: bool


@dataclass(frozen=True, kw_only=True)
class Slip:
    """One showing of the page. Nothing is kept between two of them but what the page itself carries.

    text, kind, dated_on: as typed. name: of the Word file that the text came from. account: the request document that
    facts are held against, as JSON; account_name: what to call it. told: remarks on what was just done.
    """

    desk: Desk
    reader: Language
    most_bytes: int
    text: str = ""
    kind: LetterKind | None = None
    dated_on: str = ""
    name: str = ""
    account: str = ""
    account_name: str = ""
    reading: Reading | None = None
    faults: tuple[Finding, ...] = ()
    told: tuple[tuple[str, Label], ...] = ()

    @property
    def kinds(self) -> list[tuple[str, str]]:
        return [(kind.value, CATALOGUE[kind].title(self.reader)) for kind in LetterKind]

    @property
    def verdict(self) -> str:
        return self.reading.checked.verdict if self.reading else ""

    @property
    def day(self) -> str:
        """By which the law was chosen, in words."""
        return letter_date(self.reading.checked.dated_on, self.reader) if self.reading else ""

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """Why nothing was checked."""
        messages = self.desk.messages
        return [(messages.say(fault, self.reader), messages.do(fault, self.reader)) for fault in self.faults]

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        found = self.reading.checked.findings if self.reading else ()
        return tuple(self._note(number, finding) for number, finding in enumerate(found, start=1))

    def _note(self, number: int, finding: Finding) -> Note:
        grade, meaning = GRADES[finding.severity]
        return Note(
            number,
            grade,
            meaning,
            finding.place.words if isinstance(finding.place, TextPlace) else "",
            self.desk.messages.say(finding, self.reader),
            self.desk.messages.do(finding, self.reader),
            finding.facts.get("instead", ""),
            tuple(cite(ref, self.desk.law, self.reader) for ref in finding.articles),
        )

    def count(self, grade: str) -> int:
        return sum(note.grade == grade for note in self.notes)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The text with its marks."""
        return tuple(self._lines()) if self.reading else ()

    def _lines(self) -> Iterator[Line]:
        assert self.reading is not None  # noqa: S101 — asked by its only caller
        paragraphs = self.reading.paragraphs
        marks: dict[int, list[tuple[int, TextPlace, Severity]]] = {}
        for number, finding in enumerate(self.reading.checked.findings, start=1):
            if isinstance(finding.place, TextPlace):
                marks.setdefault(finding.place.paragraph, []).append((number, finding.place, finding.severity))
        near = {at + step for at in marks for step in (-1, 0, 1)}
        shown = [at for at in range(1, len(paragraphs) + 1) if len(paragraphs) <= MOST_SHOWN or at in near]
        last = 0
        for at in shown:
            yield Line(at, tuple(_pieces(paragraphs[at - 1], marks.get(at, []))), at - last - 1)
            last = at
        if last < len(paragraphs):
            yield Line(len(paragraphs) + 1, (), len(paragraphs) - last)

    # -- what was read

    @cached_property
    def citations(self) -> tuple[Row, ...]:
        if not self.reading:
            return ()
        rows = {}
        for one, place in self.reading.checked.citations:
            subject = subject_of(one.ref, self.desk.law)[0 if self.reader is Language.ZH else 1] if one.ref else ""
            what = STANDINGS[one.standing.value]
            title = act_title(one, self.desk, self.reader.value)
            detail = " · ".join(filter(None, (title, subject)))
            rows[place.words, one.standing] = Row(place.words, what, detail, one.standing.value == "in_force")
        return tuple(rows.values())

    @cached_property
    def facts(self) -> tuple[Row, ...]:
        """Sums and days, with what the account has them as; only where an account is there to hold them against."""
        if not self.reading or not self.account:
            return ()
        checked = self.reading.checked
        rows = {}
        found = (
            *((one.words, one.explained) for one in checked.sums),
            *((one.words, one.explained) for one in checked.days),
        )
        for words, explained in found:
            said = matches(explained, self.desk, self.reader.value)
            rows[words] = Row(words, said or _("not in the account"), "", said is not None)
        return tuple(rows.values())


def _pieces(text: str, marks: list[tuple[int, TextPlace, Severity]]) -> Iterator[Piece]:
    """A paragraph cut where marks begin and end."""
    edges = sorted({0, len(text), *(edge for _, place, _ in marks for edge in (place.start, place.end))})
    for start, end in pairwise(edges):
        over = [(number, place, severity) for number, place, severity in marks if place.start <= start < place.end]
        if not over:
            yield Piece(text[start:end])
            continue
        hardest = max((severity for _, _, severity in over), key=_HARDNESS.__getitem__)
        yield Piece(
            text[start:end],
            GRADES[hardest][0],
            tuple(number for number, _, _ in over),
            tuple(number for number, place, _ in over if place.start == start),
        )


def day_typed(words: str) -> dt.date | None:
    """The day in a date box; None where none is typed, or none that there is."""
    try:
        return dt.date.fromisoformat(words.strip())
    except ValueError:
        return None
