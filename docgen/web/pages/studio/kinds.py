"""Letters of a company's own: described on a page, with versions and approval as everything here; their Word files."""

from __future__ import annotations

import json
from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Answer

from docgen.errors import Finding, InvalidRequest, Severity
from docgen.escalation.decision import Step
from docgen.letters import own_file
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.own import LONGEST, Asked
from docgen.letters.request import Language
from docgen.usecases.studio import lifecycle
from docgen.usecases.studio.examining import examine
from docgen.usecases.studio.kinds import first_word_file, own_letter, own_letter_drafted
from docgen.usecases.studio.lifecycle import version_of
from docgen.usecases.studio.units import lineage
from docgen.usecases.studio.versions import Item, Sort, Version
from docgen.web.api.body import JSON, file
from docgen.web.examined import example
from docgen.web.pages.showing import today
from docgen.web.pages.studio.items import address
from docgen.web.pages.studio.kind_boxes import Boxes, box_at, boxes_of, document_of, filled, typed
from docgen.web.pages.studio.steps import note
from docgen.web.pages.studio.who import Visit, acting, back_to, now, page, reading, studio

_PLACE = "/own-letters/<name>/<unit>"
_EMPTY_ROWS = 2  # offered in a new description


@studio.get("/own-letters")
def kinds() -> Response:
    """Those of the company and of those above it."""
    here = reading()
    line = lineage(here.unit, here.units)
    items = sorted(item for item in here.shelf.items(sort=Sort.KIND) if item.unit in line)
    shown = [(item, here.shelf.versions(item)[0], described(here, here.shelf.versions(item)[0])) for item in items]
    return page("kinds", here, kinds=shown, reader=here.reader)


@studio.get("/own-letters/new")
def new_kind() -> Response:
    here = reading()
    return form(here, {"asks": [{} for _row in range(_EMPTY_ROWS)]})


@studio.get(_PLACE)
def kind(name: str, unit: str) -> Response:
    item = Item(Sort.KIND, name, "", unit)
    here = reading(item)
    versions = here.shelf.versions(item)
    if not versions:
        raise NotFound
    return form(here, boxes_of(described(here, versions[0]) or {}), item)


@studio.get(f"{_PLACE}/<int:number>.json")
def kind_file(name: str, unit: str, number: int) -> Response:
    here, person = acting()
    found = version_of(here.shelf, person, Item(Sort.KIND, name, "", unit), number)
    return file(here.shelf.content(found.digest), JSON, f"{name}-{number}.json", {})


@studio.post("/own-letters")
def keep_kind() -> Response | Answer:
    """A new draft of what the boxes hold; with a button of a row, the boxes again with a row more or less."""
    here, person = acting()
    boxes = typed()
    asks = boxes["asks"]
    verb, _sep, which = request.form.get("do", "keep").partition(":")
    known = Item(Sort.KIND, boxes["id"], "", here.unit)
    item = known if here.shelf.versions(known) else None
    if verb == "add":
        asks.append({})
        return form(here, boxes, item)
    if verb == "remove" and which.isdecimal() and int(which) < len(asks):
        del asks[int(which)]
        return form(here, boxes, item)
    boxes["asks"] = [row for row in asks if filled(row)]
    try:
        own = own_file.read(json.dumps(document_of(boxes), ensure_ascii=False).encode())
    except InvalidRequest as error:
        return form(here, boxes, item, faults=error.findings, status=422)
    item = Item(Sort.KIND, own.id, "", here.unit)
    content = own_file.write(own)
    names = examine(here.desk, here.shelf, example, item, content, day=today()).names
    made = lifecycle.draft(here.shelf, person, item, content, note=note(), names=names, now=now())
    words = _("Version %(number)s is kept as a draft.", number=made.number)
    return back_to(url_for("studio.kind", name=own.id, unit=here.unit), lambda: words)


@studio.post(f"{_PLACE}/<int:number>/<any(hand_in, send_back, approve, publish, withdraw, roll_back):act>")
def kind_acted(name: str, unit: str, number: int, act: str) -> Answer:
    """The next step in the life of a description."""
    here, person = acting()
    item = Item(Sort.KIND, name, "", unit)

    def done() -> Any:
        if act == "roll_back":
            lifecycle.roll_back(here.shelf, person, item, number, now=now())
            return _("Published. The letter can be made from now on.")
        version = version_of(here.shelf, person, item, number)
        match act:
            case "hand_in":
                content = here.shelf.content(version.digest)
                found = examine(here.desk, here.shelf, example, item, content, day=today()).findings
                read = request.form.getlist("acknowledge")
                lifecycle.hand_in(here.shelf, person, version, found, acknowledge=read, note=note(), now=now())
                return _("Handed in. Somebody else reads it now, and approves it or sends it back.")
            case "send_back":
                lifecycle.send_back(here.shelf, person, version, note=note(), now=now())
                return _("Sent back to its author.")
            case "approve":
                lifecycle.approve(here.shelf, person, version, note=note(), now=now())
                return _("Approved. It can be published now.")
            case "publish":
                lifecycle.publish(here.shelf, person, version, now=now())
                return _("Published. The letter can be made from now on.")
            case _:
                lifecycle.withdraw(here.shelf, person, version, note=note(), now=now())
                return _("Withdrawn.")

    return back_to(url_for("studio.kind", name=name, unit=unit), done)


@studio.post(f"{_PLACE}/word/<any({', '.join(Language)}):language>")
def first_file(name: str, unit: str, language: str) -> Answer:
    """The first draft of its Word file: that of the letter it follows, which bears the new title."""
    here, person = acting()
    if (own := own_letter_drafted(here.shelf, name, unit, today())) is None:
        raise NotFound
    if (content := first_word_file(here.shelf, own, Language(language), unit, today())) is None:
        raise NotFound
    item = Item(Sort.LETTER, name, language, unit)
    found = examine(here.desk, here.shelf, example, item, content, day=today())
    words = _("As in “%(letter)s”", letter=CATALOGUE[own.base].title(here.reader))
    made = lifecycle.draft(
        here.shelf, person, item, content, note=words, names=found.names, includes=found.includes, now=now()
    )
    told = _("Version %(number)s is kept as a draft.", number=made.number)
    return back_to(address(item), lambda: told)


def form(
    here: Visit, boxes: Boxes, item: Item | None = None, faults: tuple[Finding, ...] = (), status: int = 200
) -> Response:
    """The description in its boxes, its versions, its Word files; what is wrong stands beside its box."""
    versions = here.shelf.versions(item) if item else ()
    own = own_letter_drafted(here.shelf, item.name, item.unit, today()) if item else None
    beside: dict[str, list[tuple[str, str]]] = {}
    for fault in faults:
        beside.setdefault(box_at(str(fault.place or "")), []).append(here.say(fault))
    return page(
        "kind",
        here,
        status,
        item=item,
        boxes=boxes,
        beside=beside,
        versions=versions,
        in_force=bool(item and own_letter(here.shelf, item.name, item.unit, today())),
        own=own,
        word_files=_word_files(here, item, own.languages) if item and own else (),
        bases=[(each.value, entry.title(here.reader)) for each, entry in CATALOGUE.items()],
        steps=[(step.value, _step(here, step)) for step in Step],
        answers=_answers(),
        languages=[language.value for language in Language],
        longest=LONGEST,
    )


def _word_files(
    here: Visit, item: Item, languages: tuple[Language, ...]
) -> list[tuple[Language, str, tuple[Version, ...]]]:
    found = ((language, Item(Sort.LETTER, item.name, language.value, item.unit)) for language in languages)
    return [(language, address(letter), here.shelf.versions(letter)) for language, letter in found]


def _answers() -> list[tuple[str, str]]:
    words = {
        Asked.TEXT: _("one line"),
        Asked.PARAGRAPH: _("several lines"),
        Asked.DATE: _("a date"),
        Asked.AMOUNT: _("an amount of money"),
        Asked.WHOLE_NUMBER: _("a whole number"),
        Asked.CHOICE: _("one of some choices"),
        Asked.YES_NO: _("yes or no"),
    }
    return [(kind.value, str(said)) for kind, said in words.items()]


def _step(here: Visit, step: Step) -> str:
    return here.desk.messages.say(Finding(f"step.{step.value}", Severity.INFORMATION), here.reader.value)


def described(here: Visit, version: Version) -> dict[str, Any] | None:
    """The description that a version holds; None where it is none."""
    try:
        found = json.loads(here.shelf.content(version.digest))
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
