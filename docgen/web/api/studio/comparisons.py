"""Two versions side by side, as JSON and as a Word file with tracked changes."""

from __future__ import annotations

from flask import Response

from docgen.usecases.studio.lifecycle import version_of
from docgen.usecases.studio.told import comparison_document
from docgen.usecases.studio.versions import Item, Version
from docgen.web.api.body import DOCX, JSON, answer, document, file
from docgen.web.api.components import reference
from docgen.web.api.query import ACCEPT_LANGUAGE, Parameter
from docgen.web.api.studio.places import CLAUSES, LETTERS, NUMBER, Place, at
from docgen.web.api.studio.templates import templates
from docgen.web.api.studio.versions import READS
from docgen.web.api.studio.visiting import PERSON, UNIT, Visit
from docgen.web.problems import language as reader_of

OLD_UNIT = Parameter("old_unit", (), None, "Whose the older version is; without it the company's own.")
_BINARY = {"type": "string", "format": "binary"}


def _calls(place: Place) -> None:
    path = f"{place.path}/{NUMBER}/against/{NUMBER.replace('number', 'old')}"
    in_query = [PERSON, UNIT.described, OLD_UNIT.described, ACCEPT_LANGUAGE]

    def pair(number: int, old: int, language: str, name: str) -> tuple[Visit, Version, Version]:
        here, item, asked = at(place, language, name, OLD_UNIT)
        above = Item(item.sort, item.name, item.language, asked["old_unit"] or item.unit)
        before = version_of(here.shelf, here.person, above, old)
        return here, before, version_of(here.shelf, here.person, item, number)

    @templates.get(path, endpoint=f"compare{place.called}")
    @templates.doc(
        operationId=f"compare{place.called}",
        summary=f"What one version of {place.one} changes of another",
        parameters=in_query,
        responses={"200": answer("What changed.", {JSON: reference("TemplateChanges")}, "Content-Digest"), **READS},
    )
    def compared(number: int, old: int, language: str, name: str) -> Response:
        from docgen.studio.comparing import compare  # noqa: PLC0415 — reads Word as the press does: no start waits for it

        here, before, after = pair(number, old, language, name)
        changes = compare(here.shelf.content(before.digest), here.shelf.content(after.digest))
        return document(comparison_document(changes, after.item, reader_of()), {})

    @templates.get(f"{path}/tracked", endpoint=f"track{place.called}")
    @templates.doc(
        operationId=f"track{place.called}",
        summary="The newer Word file with tracked changes against the older",
        parameters=in_query,
        responses={"200": answer("The file.", {DOCX: _BINARY}, "Content-Digest", "Content-Disposition"), **READS},
    )
    def tracked_file(number: int, old: int, language: str, name: str) -> Response:
        from docgen.studio.comparing import tracked  # noqa: PLC0415

        here, before, after = pair(number, old, language, name)
        who = next((one.name for one in here.shelf.people() if one.id == after.author), after.author)
        old_file, new_file = here.shelf.content(before.digest), here.shelf.content(after.digest)
        content = tracked(old_file, new_file, author=who, at=after.created_at)
        return file(content, DOCX, f"{after.item.name}-{old}-{number}.docx", {})


for _place in (LETTERS, CLAUSES):
    _calls(_place)
