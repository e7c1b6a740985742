"""Letters that went out: what each was made from, and the same bytes again."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from docgen import __version__
from docgen.errors import Finding, UnknownVersion
from docgen.usecases.letter import Letter
from docgen.usecases.studio import rights
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import Issued, Person, Right, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Reissued:
    """The kept files, byte for byte. pdf: None when the letter was never printed."""

    issued: Issued
    docx: bytes
    pdf: bytes | None
    facts: Mapping[str, object]


def issue(
    shelf: Shelf,
    letter: Letter,
    *,
    pdf: bytes = b"",
    entry: str = "",
    now: dt.datetime,
) -> Issued | None:
    """Record a letter that goes out; None for a draft. The same letter again is the same record.

    pdf: as it was printed, where it was. entry: "api", "page" or "command".
    """
    if letter.draft:
        return None
    facts = json.dumps(letter.facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    files = {_digest(content): content for content in (facts, letter.docx, pdf) if content}
    record = Issued(
        id=_digest(letter.docx),
        number=letter.request.number or "",
        kind=letter.name,
        language=letter.language.value,
        unit=letter.unit,
        debtor=str(_fact(letter.facts, "debtor", "full_name")),
        dated_on=letter.request.dated_on or now.date(),
        issued_at=now,
        templates=letter.templates,
        facts=_digest(facts),
        docx=_digest(letter.docx),
        pdf=_digest(pdf) if pdf else "",
        law_version=letter.law_version,
        docgen_version=__version__,
        entry=entry,
    )
    shelf.record(record, files)
    return record


def reissue(shelf: Shelf, person: Person, id: str) -> Reissued:
    """A letter issued, as it went out. Raises NotAllowed, UnknownVersion; StoreFailed when a kept file is damaged."""
    found = shelf.issued(id=id)
    if not found:
        raise UnknownVersion(Finding("studio.letter_unknown", facts={"id": id[:80]}))
    issued = found[0]
    rights.ask(shelf, person, Right.READ, issued.unit)
    return Reissued(
        issued=issued,
        docx=shelf.content(issued.docx),
        pdf=shelf.content(issued.pdf) if issued.pdf else None,
        facts=json.loads(shelf.content(issued.facts)),
    )


def issued_with(shelf: Shelf, person: Person, version: Version, *, most: int | None = None) -> tuple[Issued, ...]:
    """The letters that went out with this version in them, the newest first."""
    rights.ask(shelf, person, Right.READ, version.item)
    return shelf.issued(item=version.item, number=version.number, most=most)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _fact(facts: Mapping[str, object], owner: str, name: str) -> object:
    held = facts.get(owner)
    return held.get(name, "") if isinstance(held, Mapping) else ""
