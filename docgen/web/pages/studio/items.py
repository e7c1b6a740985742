"""One letter or one clause: the versions of a company, newest first, and the box to put a changed Word file back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Answer

from docgen.errors import NotAWordFile, UnknownLetter
from docgen.letters.request import Language
from docgen.studio.subject import Subject
from docgen.usecases.studio import rights
from docgen.usecases.studio.examining import subject_of
from docgen.usecases.studio.lifecycle import draft
from docgen.usecases.studio.resolving import Resolver, touched
from docgen.usecases.studio.versions import Item, Right, Sort, Version
from docgen.web.api.body import DOCX, file
from docgen.web.pages.printed import no_word_file
from docgen.web.pages.showing import today
from docgen.web.pages.studio.examinations import examination
from docgen.web.pages.studio.who import Visit, acting, back_to, now, page, reading, studio
from docgen.wordfile import open_package

CLAUSE_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
MOST_OF_A_NOTE = 500  # characters
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
#: What has pages like a letter's, as addresses call it.
SHELVES = {"letters": Sort.LETTER, "clauses": Sort.CLAUSE}
PLACE = f"/<any({', '.join(SHELVES)}):shelf>/<language>/<name>/<unit>"
_NAMES = {sort: shelf for shelf, sort in SHELVES.items()}


def of(item: Item) -> dict[str, Any]:
    """What the address of an item is made of."""
    return {"shelf": _NAMES[item.sort], "language": item.language, "name": item.name, "unit": item.unit}


def address(item: Item, number: int | None = None) -> str:
    """Where an item, or one of its versions, is looked at."""
    if number is None:
        return url_for("studio.item", **of(item))
    return url_for("studio.version", number=number, **of(item))


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """An item with what it is called. subject: of a letter; None of a clause."""

    item: Item
    subject: Subject | None

    def title(self, language: Language) -> str:
        return (self.subject.own or self.subject.entry).title(language) if self.subject else self.item.name


def called(shelf: str, language: str, name: str, unit: str) -> Called:
    """Raises NotFound where there can be no such item."""
    item = Item(SHELVES[shelf], name, language, unit)
    if language not in set(Language) or not CLAUSE_NAME.fullmatch(name):
        raise NotFound
    if item.sort is Sort.CLAUSE:
        return Called(item=item, subject=None)
    try:
        return Called(item=item, subject=subject_of(item, current_app.extensions["docgen"].shelf, today()))
    except UnknownLetter:
        raise NotFound from None


def in_force_of(here: Visit, item: Item) -> Version | None:
    """The version that letters of the item's unit have today."""
    resolved = Resolver(here.shelf).resolve_in(item.unit, item.name, item.language, today())
    return resolved.clauses.get(item.name) if item.sort is Sort.CLAUSE else resolved.letter


def numbered(typed: str) -> int | None:
    """The version that somebody names."""
    return int(typed) if _NUMBER.fullmatch(typed) else None


@studio.get(PLACE)
def item(shelf: str, language: str, name: str, unit: str) -> Response:
    this = called(shelf, language, name, unit)
    here = reading(this.item)
    return page(
        "item",
        here,
        item=this.item,
        title=this.title(here.reader),
        in_force=in_force_of(here, this.item),
        versions=here.shelf.versions(this.item),
        used=touched(here.shelf, this.item) if this.item.sort is Sort.CLAUSE else (),
        address=address,
        of=of,
        named=lambda one: called("letters", one.language, one.name, one.unit).title(here.reader),
    )


@studio.get(f"{PLACE}/in-force.docx")
def in_force_file(shelf: str, language: str, name: str, unit: str) -> Response:
    """The Word file that letters are made from today, to be changed."""
    this = called(shelf, language, name, unit)
    here = reading(this.item)
    if (found := in_force_of(here, this.item)) is None:
        raise NotFound
    return word_file(here, this, found)


def word_file(here: Visit, this: Called, found: Version) -> Response:
    title = this.title(Language(found.item.language))
    return file(here.shelf.content(found.digest), DOCX, f"{title}-{found.number}.docx", {})


@studio.post(PLACE)
def put_back(shelf: str, language: str, name: str, unit: str) -> Answer:
    """A changed Word file becomes a draft, whatever is wrong with its words and tags; the next page says what that is.

    Raises HostileFile.
    """
    here, person = acting()
    this = called(shelf, language, name, unit).item
    upload = request.files.get("file")
    content = upload.read() if upload and upload.filename else b""
    if fault := no_word_file(upload.filename or "" if upload else "", content):
        raise NotAWordFile(fault)
    rights.ask(here.shelf, person, Right.DRAFT, this)
    open_package(content)  # nothing is kept that harms; it is refused by name
    found = examination(here, this, content)
    drafted = draft(
        here.shelf,
        person,
        this,
        found.word_file,
        note=request.form.get("note", "").strip()[:MOST_OF_A_NOTE],
        based_on=numbered(request.form.get("based_on", "")),
        names=found.names,
        includes=found.includes,
        now=now(),
    )
    words = _("Version %(number)s is kept as a draft.", number=drafted.number)
    return back_to(address(this, drafted.number), lambda: words)
