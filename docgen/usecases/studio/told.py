"""Versions, what was found in them and what they differ in, as plain documents, for the API and the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from docgen.errors import Finding, Severity, UnknownLetter, WordPlace
from docgen.letters.request import Language
from docgen.messages.places import place_in_words
from docgen.studio.marking import Said
from docgen.studio.panel import Field
from docgen.usecases.desk import Desk
from docgen.usecases.report import finding_document
from docgen.usecases.studio.examining import Examined, subject_of
from docgen.usecases.studio.versions import Event, Issued, Item, Person, Sort, Unit, Version

if TYPE_CHECKING:  # reads Word as the press does: no start waits for it
    from docgen.studio.comparing import Comparison, Steer

VERDICTS = ("ok", "warn", "fault")


def item_document(item: Item) -> dict[str, Any]:
    return {"sort": item.sort.value, "name": item.name, "language": item.language, "unit": item.unit}


def version_document(version: Version) -> dict[str, Any]:
    """One version, without its content and without what was found in it."""
    return {
        **item_document(version.item),
        "number": version.number,
        "digest": version.digest,
        "state": version.state.value,
        "origin": version.origin.value,
        "author": version.author,
        "created_at": version.created_at.isoformat(),
        "note": version.note,
        "based_on": version.based_on,
        "in_force_from": version.in_force_from and version.in_force_from.isoformat(),
        "in_force_until": version.in_force_until and version.in_force_until.isoformat(),
        "acknowledged": list(version.acknowledged),
        "handed_in_by": version.handed_in_by,
        "approved_by": version.approved_by,
        "published_at": version.published_at and version.published_at.isoformat(),
        "names": sorted(version.names),
        "includes": list(version.includes),
    }


def examined_document(examined: Examined, desk: Desk, reader: str, besides: Iterable[Finding] = ()) -> dict[str, Any]:
    """What was found in a file. besides: what is found beside the file, of letters issued before, say."""
    findings = (*examined.findings, *besides)
    repairable = frozenset(map(id, examined.repairable))
    return {
        "verdict": verdict(findings),
        "digest": hashlib.sha256(examined.word_file).hexdigest(),
        "findings": [
            {**finding_document(finding, reader, desk), "repairable": id(finding) in repairable} for finding in findings
        ],
        "acknowledge": to_acknowledge(findings),
        "names": sorted(examined.names),
        "includes": list(examined.includes),
    }


def verdict(findings: Iterable[Finding]) -> str:
    """ "fault" stops a version, "warn" waits for somebody who has read it, "ok" does neither."""
    found = {finding.severity for finding in findings}
    if found & {Severity.FAULT, Severity.BAR}:
        return "fault"
    return "warn" if Severity.WARNING in found else "ok"


def to_acknowledge(findings: Iterable[Finding]) -> list[str]:
    """Codes of the warnings, each once."""
    return list(dict.fromkeys(finding.code for finding in findings if finding.severity is Severity.WARNING))


def comments(findings: Sequence[Finding], desk: Desk, reader: str) -> Callable[[Finding], Said]:
    """How each finding is worded in a comment: without its place, under its number in the list."""
    numbers = {id(finding): at for at, finding in enumerate(findings, 1)}

    def worded(finding: Finding) -> Said:
        sentence = desk.messages.say(finding, reader)
        if isinstance(finding.place, WordPlace):
            sentence = sentence.removeprefix(place_in_words(finding.place, reader))
        return Said(sentence, desk.messages.do(finding, reader), str(numbers.get(id(finding), "")))

    return worded


def comparison_document(changes: Comparison, item: Item | None, reader: str) -> dict[str, Any]:
    """What two versions differ in. item: of which letter, for the words of its fields; None where nobody knows."""
    from docgen.studio.comparing import in_words  # noqa: PLC0415 — as above

    meanings = _meanings(item)

    def steer(found: Steer | None) -> dict[str, Any] | None:
        if found is None:
            return None
        return {
            "tag": f"{found.word} {found.test}",
            "message": in_words(found, meanings, Language(reader)),
            "governs": found.governs,
            "place": _place(found.place),
        }

    return {
        "same": changes.is_same,
        "unchanged": changes.unchanged,
        "clauses": [
            {
                "sort": change.sort.value,
                "heading": change.heading,
                "old": change.old and _place(change.old),
                "new": change.new and _place(change.new),
                "runs": [{"text": text, "mark": mark.value} for text, mark in change.runs],
                "formats": list(change.formats),
            }
            for change in changes.clauses
            if not change.is_tag
        ],
        "fields": {"added": list(changes.fields.added), "removed": list(changes.fields.removed)},
        "conditions": [
            {
                "sort": change.sort.value,
                "heading": change.heading,
                "old": steer(change.old),
                "new": steer(change.new),
            }
            for change in changes.conditions
        ],
        "layout": [
            {"what": change.what, "name": change.name, "before": change.before, "after": change.after}
            for change in changes.layout
        ],
    }


def field_document(field: Field, reader: str, language: str) -> dict[str, Any]:
    """reader: of the words; language: of the letter, which the example is taken from."""
    tongue = Language(reader)
    return {
        "name": field.name,
        "tag": field.tag,
        "kind": field.kind.value,
        "meaning": field.meaning[tongue],
        "example": field.example[Language(language)],
        "group": field.group[tongue],
        "within": field.within,
    }


def event_document(event: Event) -> dict[str, Any]:
    return {"act": event.act.value, "person": event.person, "at": event.at.isoformat(), "note": event.note}


def person_document(person: Person) -> dict[str, Any]:
    rights = {unit: sorted(right.value for right in given) for unit, given in sorted(person.rights.items())}
    return {"id": person.id, "name": person.name, "rights": rights}


def unit_document(unit: Unit) -> dict[str, Any]:
    return {
        "id": unit.id,
        "name": unit.name,
        "parent": unit.parent,
        "registration_number": unit.registration_number,
        "may_seal": unit.may_seal,
    }


def issued_document(issued: Issued) -> dict[str, Any]:
    return {
        "id": issued.id,
        "number": issued.number,
        "kind": issued.kind,
        "language": issued.language,
        "unit": issued.unit,
        "debtor": issued.debtor,
        "dated_on": issued.dated_on.isoformat(),
        "issued_at": issued.issued_at.isoformat(),
        "templates": [
            {**item_document(item), "number": number, "digest": digest} for item, number, digest in issued.templates
        ],
        "facts": issued.facts,
        "docx": issued.docx,
        "pdf": issued.pdf,
        "law_data": issued.law_version,
        "docgen": issued.docgen_version,
        "entry": issued.entry,
    }


def _meanings(item: Item | None) -> Mapping[str, tuple[str, str]]:
    """What the fields of an item are, in words; nothing where nobody knows whose item it is."""
    with suppress(UnknownLetter):
        return subject_of(item).fields if item is not None and item.sort is Sort.LETTER else {}
    return {}


def _place(place: WordPlace) -> dict[str, Any]:
    names = ("part", "pages", "note", "in_box", "table", "row", "cell", "paragraph", "words")
    return {name: value for name in names if (value := getattr(place, name))}
