"""What a template's own words must not say, and articles that are not law any more: read without making a letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from docgen.errors import Finding, Severity, TextPlace
from docgen.law.statutes import LawData
from docgen.letters.check import examine
from docgen.letters.tone import allowed
from docgen.studio.checking.parts import Paragraph
from docgen.studio.subject import Subject

# What a text can be told by itself, without the account that a letter is made for.
_READ = ("tone.", "citation.", "trap.", "signer.")


def wording(paragraphs: Sequence[Paragraph], subject: Subject, law: LawData) -> Iterator[Finding]:
    """Blocked phrases and citations, each at its words. A bar of a letter is a fault of its template."""
    passing = {code for purpose in (None, *subject.entry.purposes) for code in allowed(subject.kind, purpose)}
    read = [paragraph for paragraph in paragraphs if any(map(str.isalpha, paragraph.bare))]
    checked = examine(
        [paragraph.bare for paragraph in read],
        kind=subject.kind,
        language=subject.language,
        dated_on=_day(law),
        law=law,
    )
    for finding in checked.findings:
        if finding.code in passing or not finding.code.startswith(_READ):
            continue
        if isinstance(finding.place, TextPlace):
            paragraph = read[finding.place.paragraph - 1]
            severity = Severity.FAULT if finding.severity is Severity.BAR else finding.severity
            place = paragraph.at(finding.place.start, finding.place.end)
            yield Finding(finding.code, severity, place, finding.facts, finding.articles)


def _day(law: LawData) -> dt.date:
    """The day up to which the law data is kept."""
    return dt.date.fromisoformat(law.version.partition("+")[0])
