"""One letter: the versions of a company, newest first, and the box to put a changed Word file back."""

from __future__ import annotations

from typing import Any

from flask import Response, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Answer

from docgen.errors import DocgenError
from docgen.letters.request import Language
from docgen.studio.subject import Subject
from docgen.usecases.studio import rights
from docgen.usecases.studio.examining import subject_of
from docgen.usecases.studio.lifecycle import draft, roll_back
from docgen.usecases.studio.resolving import Resolver
from docgen.usecases.studio.versions import Item, Right, Sort, Version
from docgen.web.api.body import DOCX, file
from docgen.web.pages.printed import no_word_file
from docgen.web.pages.showing import today
from docgen.web.pages.studio.examinations import examination
from docgen.web.pages.studio.who import Visit, acting, back_to, now, page, studio, tell, visit


def address(item: Item, number: int | None = None) -> str:
    """Where an item, or one of its versions, is looked at."""
    if number is None:
        return url_for("studio.item", language=item.language, name=item.name, unit=item.unit)
    return url_for("studio.version", language=item.language, name=item.name, unit=item.unit, number=number)


def letter_item(language: str, name: str, unit: str) -> tuple[Item, Subject]:
    """Raises NotFound where there is no such letter."""
    item = Item(Sort.LETTER, name, language, unit)
    try:
        return item, subject_of(item)
    except DocgenError:
        raise NotFound from None


@studio.get("/letters/<language>/<name>/<unit>")
def item(language: str, name: str, unit: str) -> Response:
    here = visit()
    this, subject = letter_item(language, name, unit)
    resolved = Resolver(here.shelf).resolve_in(unit, name, language, today())
    return page(
        "item",
        here,
        item=this,
        subject=subject,
        title=subject.entry.title(here.reader),
        in_force=resolved.letter,
        versions=here.shelf.versions(this),
        address=address,
    )


@studio.get("/letters/<language>/<name>/<unit>/in-force.docx")
def in_force_file(language: str, name: str, unit: str) -> Response:
    """The Word file that letters are made from today, to be changed."""
    here = visit()
    _this, subject = letter_item(language, name, unit)
    found = Resolver(here.shelf).resolve_in(unit, name, language, today()).letter
    if found is None:
        raise NotFound
    return word_file(here, subject, found)


def word_file(here: Visit, subject: Subject, found: Version) -> Response:
    called = f"{subject.entry.title(Language(found.item.language))}-{found.number}.docx"
    return file(here.shelf.content(found.digest), DOCX, called, {})


@studio.post("/letters/<language>/<name>/<unit>")
def put_back(language: str, name: str, unit: str) -> Answer:
    """A changed Word file becomes a draft, whatever is wrong with it; the next page says what that is."""
    here, person = acting()
    this, _subject = letter_item(language, name, unit)
    upload = request.files.get("file")
    content = upload.read() if upload and upload.filename else b""
    base = request.form.get("based_on", "")
    if fault := no_word_file(upload.filename if upload and upload.filename else "", content):
        tell([fault])
        return back_to_item(this)
    try:
        rights.ask(here.shelf, person, Right.DRAFT, this)
        found = examination(here, this, content)
        drafted = draft(
            here.shelf,
            person,
            this,
            found.word_file,
            note=request.form.get("note", "").strip()[:500],
            based_on=int(base) if base.isdecimal() else None,
            names=found.names,
            includes=found.includes,
            now=now(),
        )
    except DocgenError as error:
        tell(error.findings)
        return back_to_item(this)
    return back_to(
        address(this, drafted.number), lambda: _("Version %(number)s is kept as a draft.", number=drafted.number)
    )


@studio.post("/letters/<language>/<name>/<unit>/roll-back")
def rolled_back(language: str, name: str, unit: str) -> Answer:
    here, person = acting()
    this, _subject = letter_item(language, name, unit)
    to = request.form.get("to", "")

    def done() -> Any:
        again = roll_back(here.shelf, person, this, int(to) if to.isdecimal() else 0, now=now())
        return _("Version %(old)s is in force again, as version %(new)s.", old=to, new=again.number)

    return back_to(address(this), done)


def back_to_item(this: Item) -> Answer:
    return redirect(address(this), 303)
