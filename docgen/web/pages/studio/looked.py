"""A version as it is looked at: what was found in it, numbered as in its list, its pages and its comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.errors import Finding, Severity
from docgen.studio.marking import Said
from docgen.usecases.studio.breaking import breaking
from docgen.usecases.studio.examining import Examined
from docgen.usecases.studio.lifecycle import version_of
from docgen.usecases.studio.versions import Item, Person, State, Version
from docgen.web.pages.showing import today
from docgen.web.pages.studio.examinations import examination
from docgen.web.pages.studio.items import Called, called
from docgen.web.pages.studio.who import Visit, acting


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding as the list shows it. number: in the list, on the pages, and in the comment of the Word file."""

    number: int
    code: str
    severity: Severity
    where: str
    say: str
    do: str
    repairable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """person: who looks."""

    here: Visit
    person: Person
    this: Called
    version: Version
    examined: Examined
    remarks: tuple[Remark, ...]

    @property
    def item(self) -> Item:
        return self.version.item

    @property
    def stops(self) -> bool:
        return self.examined.stops

    @property
    def is_mine(self) -> bool:
        """Whether somebody else has to approve it."""
        return self.person.id in (self.version.author, self.version.handed_in_by)

    def count(self, *severities: str) -> int:
        return sum(remark.severity.value in severities for remark in self.remarks)

    @property
    def to_read(self) -> tuple[tuple[Remark, int], ...]:
        """The first warning of each code, and at how many places there is one."""
        found: dict[str, list[Remark]] = {}
        for remark in self.remarks:
            if remark.severity is Severity.WARNING:
                found.setdefault(remark.code, []).append(remark)
        return tuple((of_code[0], len(of_code)) for of_code in found.values())

    def said(self, finding: Finding) -> Said:
        """How a finding is worded in a comment: as in the list, under its number there."""
        numbers = (at for at, other in enumerate(self.examined.findings, 1) if other is finding)
        sentence, remedy = self.here.say(finding)
        return Said(sentence, remedy, str(next(numbers, "")))


def looked_at(shelf: str, language: str, name: str, unit: str, number: int) -> Looked:
    """Raises NotAllowed, UnknownVersion."""
    here, person = acting()
    this = called(shelf, language, name, unit)
    version = version_of(here.shelf, person, this.item, number)
    examined = examination(here, this.item, here.shelf.content(version.digest))
    remarks = tuple(_remarks(here, version, examined))
    return Looked(here=here, person=person, this=this, version=version, examined=examined, remarks=remarks)


def _remarks(here: Visit, version: Version, examined: Examined) -> Iterator[Remark]:
    is_open = version.state in (State.DRAFT, State.REVIEW)
    new = breaking(here.shelf, version, today()).findings if is_open else ()
    for number, finding in enumerate((*examined.findings, *new), 1):
        say, do = here.say(finding)
        yield Remark(
            number=number,
            code=finding.code,
            severity=finding.severity,
            where=here.where(finding).rstrip("：: "),
            say=say,
            do=do,
            repairable=finding in examined.repairable,
        )
