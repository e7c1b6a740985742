"""The letterhead of a company: logo, address line, colour, seal; with versions and approval as everything here."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Answer

from docgen.errors import Finding, NotReady, WordFileFault
from docgen.letters.request import Language, LetterKind
from docgen.studio.composing import Letterhead, Picture, compose
from docgen.studio.subject import Subject
from docgen.usecases.studio import lifecycle
from docgen.usecases.studio.composed import composed_of
from docgen.usecases.studio.examining import trials_of
from docgen.usecases.studio.lifecycle import version_of
from docgen.usecases.studio.resolving import Resolver
from docgen.usecases.studio.versions import Item, Sort, Version
from docgen.web.examined import example
from docgen.web.pages.showing import today
from docgen.web.pages.studio.drawn import Pages, as_link, fragment, letter_on_trial
from docgen.web.pages.studio.examinations import examination
from docgen.web.pages.studio.who import Visit, acting, back_to, now, page, reading, studio

_SHOWN_WITH = LetterKind.DEMAND_LETTER


@studio.get("/letterhead")
def letterhead() -> Response:
    here = reading()
    item = Item(Sort.LETTERHEAD, "", "", here.unit)
    in_force = Resolver(here.shelf).resolve_in(here.unit, _SHOWN_WITH.value, "zh", today()).letterhead
    versions = here.shelf.versions(item)
    newest = versions[0] if versions else in_force
    return page(
        "letterhead",
        here,
        item=item,
        in_force=in_force,
        versions=versions,
        newest=newest,
        held=read(here, newest) if newest else Letterhead(),
        languages=[language.value for language in Language],
        as_link=as_link,
        may_seal=next((unit.may_seal for unit in here.units if unit.id == here.unit), False),
    )


@studio.post("/letterhead")
def set_letterhead() -> Answer:
    """A new draft: what the boxes hold; pictures that are not chosen anew stay as they were."""
    here, person = acting()
    item = Item(Sort.LETTERHEAD, "", "", here.unit)
    versions = here.shelf.versions(item)
    before = read(here, versions[0]) if versions else Letterhead()

    def done() -> Any:
        made = Letterhead(
            address_line={one.value: line for one in Language if (line := typed(f"address_{one.value}"))},
            colour=typed("colour").lstrip("#").upper(),
            logo=picture("logo", before.logo),
            seal=picture("seal", before.seal),
        )
        made.check()
        drafted = lifecycle.draft(here.shelf, person, item, made.write(), now=now())
        return _("Version %(number)s is kept as a draft.", number=drafted.number)

    return back_to(url_for("studio.letterhead"), done)


@studio.post("/letterhead/<unit>/<int:number>/<any(hand_in, send_back, approve, publish, withdraw, roll_back):act>")
def letterhead_acted(unit: str, number: int, act: str) -> Answer:
    here, person = acting()
    item = Item(Sort.LETTERHEAD, "", "", unit)

    def done() -> Any:
        if act == "roll_back":
            lifecycle.roll_back(here.shelf, person, item, number, now=now())
            return _("Published. Letters are made with it from now on.")
        version = version_of(here.shelf, person, item, number)
        match act:
            case "hand_in":
                content = here.shelf.content(version.digest)
                found = examination(here, item, content).findings
                lifecycle.hand_in(here.shelf, person, version, found, now=now())
            case "send_back":
                lifecycle.send_back(here.shelf, person, version, note=typed("note"), now=now())
            case "approve":
                lifecycle.approve(here.shelf, person, version, now=now())
            case "publish":
                lifecycle.publish(here.shelf, person, version, now=now())
            case _:
                lifecycle.withdraw(here.shelf, person, version, now=now())
        return _("Done.")

    return back_to(url_for("studio.letterhead", unit=unit), done)


@studio.get("/letterhead/<unit>/<int:number>/pages/<language>")
def letterhead_pages(unit: str, number: int, language: str) -> Response:
    """The demand letter of the example under this letterhead, with its seal."""
    here, person = acting()
    if language not in set(Language):
        raise NotFound
    version = version_of(here.shelf, person, Item(Sort.LETTERHEAD, "", "", unit), number)

    def drawn() -> Pages:
        tongue = Language(language)
        subject = Subject(kind=_SHOWN_WITH, language=tongue)
        resolved = Resolver(here.shelf).resolve_in(unit, _SHOWN_WITH.value, language, today())
        if resolved.letter is None:
            raise NotFound
        with_clauses = replace(resolved, letterhead=None)
        bare = composed_of(here.shelf, with_clauses, here.shelf.content(resolved.letter.digest), tongue)
        headed = compose(bare.word_file, {}, read(here, version), tongue)
        return letter_on_trial(here, subject, headed.word_file, trials_of(subject, example)[0])

    return fragment(here, (_("The letter under this letterhead"), drawn))


def read(here: Visit, version: Version) -> Letterhead:
    with contextlib.suppress(WordFileFault):
        return Letterhead.read(here.shelf.content(version.digest))
    return Letterhead()


def typed(name: str) -> str:
    return request.form.get(name, "").strip()


def picture(name: str, before: Picture | None) -> Picture | None:
    """The picture chosen, at the height typed; that of before where none is chosen, unless it is to go."""
    upload = request.files.get(name)
    written = typed(f"{name}_height")
    try:
        height = float(written) if written else before.height if before else 15.0
    except ValueError:
        raise NotReady(Finding("studio.picture_height", facts={"value": written[:20]})) from None
    if upload and upload.filename:
        return Picture(content=upload.read(), height=height)
    if typed(f"no_{name}") or before is None:
        return None
    return Picture(content=before.content, height=height)
