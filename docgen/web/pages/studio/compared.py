"""Two versions of a letter: clauses word by word, fields and conditions, the Word file with tracked changes, and the
same letter made by both, page beside page.
"""

from __future__ import annotations

from flask import Response, make_response, render_template, request
from werkzeug.exceptions import NotFound

from docgen.errors import DocgenError
from docgen.letters.request import Language
from docgen.usecases.studio.lifecycle import version_of
from docgen.usecases.studio.versions import Version
from docgen.web.api.body import DOCX, file
from docgen.web.pages.studio.items import PLACE, Called, address, called, of
from docgen.web.pages.studio.versions import letter_pages, looked_at
from docgen.web.pages.studio.who import Visit, acting, page, studio, visit
from docgen.web.queue import place_in_queue

_PAIR = f"{PLACE}/<int:number>/against/<above>/<int:old>"


@studio.get(f"{PLACE}/<int:number>/against")
def against(shelf: str, language: str, name: str, unit: str, number: int) -> Response:
    """The same by the box of the version's page: "group:3" is version 3 of the group."""
    above, _sep, old = request.args.get("old", "").rpartition(":")
    if not old.isdecimal():
        raise NotFound
    return compared(shelf, language, name, unit, number, above or unit, int(old))


@studio.get(_PAIR)
def compared(shelf: str, language: str, name: str, unit: str, number: int, above: str, old: int) -> Response:
    here, this, before, after = _pair(shelf, language, name, unit, number, above, old)
    from docgen.studio.comparing import compare  # noqa: PLC0415 — reads Word as the press does: no start waits for it

    changes = compare(here.shelf.content(before.digest), here.shelf.content(after.digest))
    return page(
        "compare", here, item=this.item, before=before, after=after, changes=changes, address=address, of=of,
        title=this.title(here.reader),
    )  # fmt: skip


@studio.get(f"{_PAIR}/tracked.docx")
def tracked_file(shelf: str, language: str, name: str, unit: str, number: int, above: str, old: int) -> Response:
    """The newer file with tracked changes against the older."""
    here, this, before, after = _pair(shelf, language, name, unit, number, above, old)
    from docgen.studio.comparing import tracked  # noqa: PLC0415

    content = tracked(
        here.shelf.content(before.digest),
        here.shelf.content(after.digest),
        author=here.who(after.author),
        at=after.created_at,
    )
    title = this.title(Language(language))
    return file(content, DOCX, f"{title}-{before.number}-{after.number}.docx", {})


@studio.get(f"{_PAIR}/pages")
def page_beside_page(shelf: str, language: str, name: str, unit: str, number: int, above: str, old: int) -> Response:
    """The letter of the example by both versions."""
    rows: list[tuple[str, list[str], list[tuple[str, str]]]] = []
    for where, which in ((above, old), (unit, number)):
        looked = looked_at(shelf, language, name, where, which)
        try:
            with place_in_queue():
                rows.append((str(which), letter_pages(looked, "example"), []))
        except DocgenError as error:
            rows.append((str(which), [], [looked.here.say(finding) for finding in error.findings]))
    inner = render_template("pages/studio/beside.html", rows=rows)
    if request.headers.get("X-Requested-With") == "fragment":
        return make_response(inner)
    return page("alone", visit(), inner=inner)


def _pair(
    shelf: str, language: str, name: str, unit: str, number: int, above: str, old: int
) -> tuple[Visit, Called, Version, Version]:
    here, person = acting()
    this = called(shelf, language, name, unit)
    before = version_of(here.shelf, person, called(shelf, language, name, above).item, old)
    return here, this, before, version_of(here.shelf, person, this.item, number)
