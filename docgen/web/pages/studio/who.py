"""Who is here, and for which company; what every page of the studio starts with."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, current_app, flash, make_response, redirect, render_template, request, session
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as Answer

import schemas
from docgen.accounts.account import Account
from docgen.errors import DocgenError, Finding, NoStore, WordPlace
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.messages.places import place_in_words
from docgen.usecases import Desk
from docgen.usecases.studio import rights
from docgen.usecases.studio.people import person_of
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.units import name_of
from docgen.usecases.studio.versions import GROUP, Item, Person, Right, Unit
from docgen.web.pages.printed import in_words
from docgen.web.pages.showing import reader
from docgen.web.problems import STATUS

studio = Blueprint("studio", __name__, url_prefix="/studio")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """person: who has been chosen on the page; None is nobody yet. unit: the company whose letters are looked at."""

    desk: Desk
    shelf: Shelf
    reader: Language
    people: tuple[Person, ...]
    units: tuple[Unit, ...]
    person: Person | None
    unit: str

    def may(self, right: str, where: Item | str | None = None) -> bool:
        """right: "draft", "approve" …, for templates. Asked again by the use case, whatever a page shows."""
        return self.person is not None and rights.may(self.person, Right(right), where or self.unit, self.units)

    def name(self, unit: str) -> str:
        return name_of(unit, self.units)

    def who(self, id: str) -> str:
        return next((person.name for person in self.people if person.id == id), id)

    def say(self, finding: Finding) -> tuple[str, str]:
        """What is wrong, without its place, and what to do."""
        place = finding.place
        said = self.desk.messages.say(finding, self.reader.value)
        where = self.where(finding)
        return said.removeprefix(where) if place is not None else said, self.desk.messages.do(
            finding, self.reader.value
        )

    def where(self, finding: Finding) -> str:
        return place_in_words(finding.place, self.reader.value) if isinstance(finding.place, WordPlace) else ""


def visit() -> Visit:
    """Raises NoStore where nothing is kept."""
    desk: Desk = current_app.extensions["docgen"]
    if desk.shelf is None:
        raise NoStore(Finding("studio.no_store"))
    shelf = desk.shelf
    people, units = shelf.people(), shelf.units()
    chosen = session.get("person", "")
    if (unit := request.values.get("unit", "")) in {each.id for each in units}:
        session["unit"] = unit
    kept = session.get("unit", GROUP)
    return Visit(
        desk=desk,
        shelf=shelf,
        reader=reader(),
        people=people,
        units=units,
        person=next((person for person in people if person.id == chosen), None),
        unit=kept if kept in {each.id for each in units} else GROUP,
    )


def acting() -> tuple[Visit, Person]:
    """The visit of somebody who wants to change something. Raises NotAllowed when nobody has been chosen."""
    here = visit()
    return here, here.person or person_of(here.shelf, session.get("person", ""))


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@functools.cache
def _example(text: str, kind: LetterKind) -> tuple[Account, LetterRequest]:
    loaded = schemas.load(text, kind=kind)
    return loaded.account, loaded.letter


def example(kind: LetterKind) -> tuple[Account, LetterRequest]:
    """The account and the request that ship as a letter's example."""
    return _example(current_app.config["EXAMPLES"][kind.value], kind)


def page(name: str, here: Visit, status: int = 200, **shown: object) -> Response:
    return make_response(
        render_template(f"pages/studio/{name}.html", visit=here, language=here.reader, **shown), status
    )


def back_to(address: str, done: Callable[[], Any]) -> Answer:
    """Do it and go there; what stands against it is told there, and nothing is done."""
    try:
        flash(done(), "success")
    except DocgenError as error:
        tell(error.findings)
    return redirect(address, 303)


def tell(findings: Iterable[Finding]) -> None:
    """What stood in the way, on the next page that is shown."""
    desk: Desk = current_app.extensions["docgen"]
    tongue = reader().value
    for finding in [*findings][:8]:
        flash(f"{desk.messages.say(finding, tongue)} {desk.messages.do(finding, tongue)}", "danger")


@studio.errorhandler(DocgenError)
def stopped(error: DocgenError) -> tuple[Response, int]:
    """A page that cannot be shown says why, and what to do."""
    desk: Desk = current_app.extensions["docgen"]
    tongue = reader()
    lines = [(desk.messages.say(one, tongue.value), desk.messages.do(one, tongue.value)) for one in error.findings]
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
    shown = render_template("pages/studio/stopped.html", language=tongue, lines=lines, visit=None)
    return make_response(shown), status


@studio.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Answer:
    tell([Finding("word_file.too_large", facts={"limit": in_words(current_app.config["MAX_CONTENT_LENGTH"])})])
    return redirect(request.referrer or "/studio", 303)


@studio.errorhandler(CSRFError)
def expired(_error: CSRFError) -> Answer:
    flash(
        _("This page had been open since before the program was last started. Please press the button again."),
        "warning",
    )
    return redirect(request.referrer or "/studio", 303)
