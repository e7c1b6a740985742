"""Two versions of a letter: clauses word by word, fields and conditions, the Word file with tracked changes, and the
same letter made by both, page beside page.
"""

from __future__ import annotations

from flask import Response, request
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from docgen.letters.request import Language
from docgen.studio.marking import Said
from docgen.usecases.studio.lifecycle import version_of
from docgen.usecases.studio.versions import DOCGEN, Version
from docgen.web.api.body import DOCX, file
from docgen.web.pages.studio.drawn import fragment
from docgen.web.pages.studio.items import Called, address, called, in_force_of, numbered, of
from docgen.web.pages.studio.looked import looked_at
from docgen.web.pages.studio.versions import VERSION, on_trial
from docgen.web.pages.studio.who import Visit, acting, page, studio

_PAIR = f"{VERSION}/against/<above>/<int:old>"


@studio.get(f"{VERSION}/against")
def against(shelf: str, language: str, name: str, unit: str, number: int) -> Response:
    """The same by the box of the version's page: "group:3" is version 3 of the group."""
    above, _sep, typed = request.args.get("old", "").rpartition(":")
    if (old := numbered(typed)) is None:
        raise NotFound
    return compared(shelf, language, name, unit, number, above or unit, old)


@studio.get(_PAIR)
def compared(shelf: str, language: str, name: str, unit: str, number: int, above: str, old: int) -> Response:
    here, this, before, after = _pair(shelf, language, name, unit, number, above, old)
    # reads Word as the press does: no start waits for it
    from docgen.studio.comparing import compare  # noqa: PLC0415
    from docgen.web.pages.studio import differing  # noqa: PLC0415

    changes = compare(here.shelf.content(before.digest), here.shelf.content(after.digest))
    return page(
        "compare",
        here,
        item=this.item,
        title=this.title(here.reader),
        before=before,
        after=after,
        changes=changes,
        looks=differing.looks,
        layout=differing.layout,
        condition=differing.conditions(this.subject, here.reader),
        address=address,
        of=of,
    )


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


@studio.get(f"{VERSION}/taken-over.docx")
def taken_over(shelf: str, language: str, name: str, unit: str, number: int) -> Response:
    """The company's own letter with what is new in one that ships as tracked changes, and a comment where both differ
    from what shipped before.
    """
    here, person = acting()
    this = called(shelf, language, name, unit)
    new, own = version_of(here.shelf, person, this.item, number), in_force_of(here, this.item)
    if own is None or new.author != DOCGEN or new.based_on is None:
        raise NotFound
    base = version_of(here.shelf, person, this.item, new.based_on)
    from docgen.studio.comparing import merged  # noqa: PLC0415

    content = merged(
        *(here.shelf.content(version.digest) for version in (base, own, new)),
        author=DOCGEN,
        at=new.created_at,
        say=lambda finding: Said(*here.say(finding), ""),
        language=here.reader,
    )
    return file(content, DOCX, f"{this.title(Language(language))}-{own.number}-{number}.docx", {})


@studio.get(f"{_PAIR}/pages")
def page_beside_page(shelf: str, language: str, name: str, unit: str, number: int, above: str, old: int) -> Response:
    """The letter of the example by both versions."""
    before = looked_at(shelf, language, name, above, old)
    after = looked_at(shelf, language, name, unit, number)
    works = [(each.version.number, on_trial(each, "example")[1]) for each in (before, after)]
    return fragment(after.here, *((_("The letter by version %(number)s", number=one), draw) for one, draw in works))


def _pair(
    shelf: str, language: str, name: str, unit: str, number: int, above: str, old: int
) -> tuple[Visit, Called, Version, Version]:
    here, person = acting()
    this = called(shelf, language, name, unit)
    before = version_of(here.shelf, person, called(shelf, language, name, above).item, old)
    return here, this, before, version_of(here.shelf, person, this.item, number)
