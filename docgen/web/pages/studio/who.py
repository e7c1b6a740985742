"""Who is here, and for which company; what every page of the studio starts with.

A button posts and leads on by a redirect. What stands in its way is an error: `refusals` shows the page again that the
button stands on, with what was typed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    g,
    get_flashed_messages,
    make_response,
    redirect,
    render_template,
    request,
    session,
)
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from docgen.errors import Finding, NoStore, WordPlace
from docgen.letters.request import Language
from docgen.messages.places import place_in_words
from docgen.usecases import Desk
from docgen.usecases.studio import rights
from docgen.usecases.studio.people import person_of
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.units import name_of
from docgen.usecases.studio.versions import GROUP, Item, Person, Right, Unit
from docgen.web.pages.printed import in_words
from docgen.web.pages.showing import reader

UNNAMED = "集团"  # what a new store calls the group
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

    @property
    def own_units(self) -> tuple[Unit, ...]:
        """Those whose letters this person may see."""
        return tuple(unit for unit in self.units if self.may("read", unit.id))

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
    people, units = shelf.people(), tuple(map(_in_the_readers_words, shelf.units()))
    chosen = session.get("person", "")
    here = Visit(
        desk=desk,
        shelf=shelf,
        reader=reader(),
        people=people,
        units=units,
        person=next((person for person in people if person.id == chosen), None),
        unit=GROUP,
    )
    known = {unit.id for unit in units}
    form = g.typed if "typed" in g else request.form  # what was too large to be read is not read again
    if (asked := form.get("unit", "") or request.args.get("unit", "")) in known:
        if here.may("read", asked):
            session["unit"] = asked
        return replace(here, unit=asked)
    kept = session.get("unit", GROUP)
    return replace(here, unit=kept) if kept in known and here.may("read", kept) else here


def _in_the_readers_words(unit: Unit) -> Unit:
    """The group bears no name of its own until somebody enters one."""
    return replace(unit, name=_("The group")) if unit.id == GROUP and unit.name == UNNAMED else unit


def acting() -> tuple[Visit, Person]:
    """The visit of somebody who wants to change something. Raises NotAllowed when nobody has been chosen."""
    here = visit()
    return here, here.person or person_of(here.shelf, session.get("person", ""))


def reading(where: Item | str | None = None) -> Visit:
    """The visit of somebody who may see the letters of a unit: `where`, or the one chosen. Raises NotAllowed."""
    here, person = acting()
    rights.ask(here.shelf, person, Right.READ, where or here.unit)
    return here


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def page(name: str, here: Visit | None, status: int = 200, **shown: object) -> Response:
    """told: what stands in the way, (colour, words) each; typed: what the boxes held that were sent in vain."""
    told = [*g.get("told", ()), *get_flashed_messages(with_categories=True)]
    body = render_template(
        f"pages/studio/{name}.html",
        visit=here,
        language=reader(),
        told=told,
        typed=g.get("typed", {}),
        own_address=own_address,
        most_bytes=(most := current_app.config["MAX_CONTENT_LENGTH"]),
        most_in_words=in_words(most),
        **shown,
    )
    return make_response(body, status)


def own_address(**changed: str) -> str:
    """Where the page that is shown is got again, with what it was asked for; changed: what is asked instead."""
    return f"{g.get('address', request.path)}?{urlencode(request.args.to_dict() | changed)}".rstrip("?")


def back_to(address: str, done: Callable[[], Any]) -> Answer:
    """Do it and go there, where its words are told."""
    flash(done(), "success")
    return redirect(address, 303)
