"""What there is: every letter with the version in force; who is here; the people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Response, flash, redirect, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from docgen.errors import Finding, NotReady
from docgen.letters.catalogue import CATALOGUE, Group
from docgen.letters.request import Language, LetterKind
from docgen.usecases.studio.kinds import own_letters_drafted
from docgen.usecases.studio.people import admit, enter_unit
from docgen.usecases.studio.resolving import Resolver
from docgen.usecases.studio.shipping import offered
from docgen.usecases.studio.versions import GROUP, Item, Origin, Person, Right, Sort, State, Unit, Version
from docgen.web.pages.showing import today
from docgen.web.pages.studio.who import Visit, acting, back_to, page, reading, studio, visit

EVERYTHING = frozenset(Right)
_OWN = "own"  # the group of the company's own letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One letter of the list. in_force: None where what ships is used. waiting: drafts and versions in review. offered:
    a newer one that ships."""

    kind: str  # or the id of a letter of the company's own
    title: str
    language: Language
    in_force: Version | None
    waiting: tuple[Version, ...]
    offered: Version | None

    @property
    def own(self) -> bool:
        return self.in_force is not None and self.in_force.origin is not Origin.SHIPPED


@studio.get("")
def overview() -> Response:
    here = visit()
    if not here.people:
        return page("first", here)
    here = reading()
    groups: dict[str, list[Line]] = {name: [] for name in (*map(str, Group), _OWN)}
    for line in lines(here):
        groups[CATALOGUE[LetterKind(line.kind)].group.value if line.kind in set(LetterKind) else _OWN].append(line)
    return page("overview", here, groups=[(group, found) for group, found in groups.items() if found])


def lines(here: Visit) -> list[Line]:
    resolver = Resolver(here.shelf)
    waiting: dict[Item, list[Version]] = {}
    for item in here.shelf.items(sort=Sort.LETTER, unit=here.unit):
        for version in here.shelf.versions(item):
            if version.state in (State.DRAFT, State.REVIEW) and version.origin is not Origin.SHIPPED:
                waiting.setdefault(item, []).append(version)
    new = {version.item: version for version in offered(here.shelf)}
    found = []
    titles = [(kind.value, entry.title(here.reader), tuple(Language)) for kind, entry in CATALOGUE.items()]
    described = own_letters_drafted(here.shelf, here.unit, today())
    for kind, title, languages in [*titles, *((own.id, own.title(here.reader), own.languages) for own in described)]:
        for language in languages:
            item = Item(Sort.LETTER, kind, language.value, here.unit)
            found.append(
                Line(
                    kind=kind,
                    title=title,
                    language=language,
                    in_force=resolver.resolve_in(here.unit, kind, language.value, today()).letter,
                    waiting=tuple(waiting.get(item, ())),
                    offered=new.get(item),
                )
            )
    return found


@studio.post("/first")
def first() -> Answer:
    """The first person, who may do everything and enters the others."""
    here = visit()
    name = request.form.get("name", "").strip()
    id = request.form.get("id", "").strip().lower()

    def entered() -> Any:
        admit(here.shelf, None, Person(id=id, name=name, rights={GROUP: EVERYTHING}))
        session["person"] = id
        return _("You are %(name)s, and may do everything here. Now enter who approves what you draft.", name=name)

    return back_to(url_for("studio.people"), entered)


@studio.post("/person")
def choose() -> Answer:
    """From now on this person acts."""
    here = visit()
    chosen = request.form.get("person", "")
    if person := next((each for each in here.people if each.id == chosen), None):
        session["person"] = person.id
        flash(_("You are now %(name)s.", name=person.name), "success")
    where = request.form.get("back", "")
    return redirect(where if where.startswith("/studio") else url_for("studio.overview"), 303)


@studio.get("/people")
def people() -> Response:
    here, _person = acting()
    return page("people", here, rights=[right.value for right in Right])


@studio.post("/people")
def enter_person() -> Answer:
    here, by = acting()
    id = request.form.get("id", "").strip().lower()
    name = request.form.get("name", "").strip()
    given = frozenset(Right(right) for right in request.form.getlist("rights") if right in set(Right))
    before = next((each for each in here.people if each.id == id), None)
    kept = {unit: held for unit, held in (before.rights if before else {}).items() if unit != here.unit}

    def entered() -> Any:
        if before and before.name != name:  # what one has drafted and approved would stand under the other's name
            raise NotReady(Finding("studio.id_taken", facts={"id": id, "person": before.name}))
        admit(here.shelf, by, Person(id=id, name=name, rights=kept | ({here.unit: given} if given else {})))
        return _("%(name)s is entered.", name=name)

    return back_to(url_for("studio.people"), entered)


@studio.post("/units")
def enter() -> Answer:
    """A company or a business unit."""
    here, by = acting()
    unit = Unit(
        id=request.form.get("id", "").strip().lower(),
        name=request.form.get("name", "").strip(),
        parent=request.form.get("parent") or GROUP,
        registration_number=request.form.get("registration_number", "").strip(),
        may_seal=bool(request.form.get("may_seal")),
    )

    def entered() -> Any:
        enter_unit(here.shelf, by, unit)
        return _("%(name)s is entered.", name=unit.name)

    return back_to(url_for("studio.people"), entered)
