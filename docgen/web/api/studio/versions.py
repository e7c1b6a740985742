"""The versions of a letter and of whatever lives as letters do: drafted, handed in, approved, published, rolled back.

Each call is described once and had at the addresses of all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Response

from docgen.errors import NotReady, Severity
from docgen.letters.request import Language
from docgen.usecases.studio import lifecycle
from docgen.usecases.studio.breaking import breaking
from docgen.usecases.studio.examining import Examined
from docgen.usecases.studio.examining import marked_file as marked
from docgen.usecases.studio.examining import repaired_file as repaired
from docgen.usecases.studio.lifecycle import version_of
from docgen.usecases.studio.putting import put
from docgen.usecases.studio.told import (
    comments,
    event_document,
    examined_document,
    item_document,
    version_document,
)
from docgen.usecases.studio.versions import Right, State, Version
from docgen.web.api.body import JSON, answer, body, document, file, refusals
from docgen.web.api.components import reference
from docgen.web.api.query import ACCEPT_LANGUAGE, Parameter
from docgen.web.api.studio.places import LETTERHEADS, NUMBER, PLACES, Place, address, at
from docgen.web.api.studio.templates import ASKS, templates
from docgen.web.api.studio.visiting import (
    PERSON,
    UNIT,
    Visit,
    in_force,
    note,
    now,
    number,
    today,
)
from docgen.web.problems import language as reader_of
from schemas import studio as sent

NOTE = Parameter("note", (), None, "Why, for whoever reads it later; at most 500 characters.")
BASED_ON = Parameter("based_on", (), None, "The version that was changed, by its number.")
_BINARY = {"type": "string", "format": "binary"}
READS = refusals(403, 404, 422, 429, 501, 503, shown=ASKS)


def shown(here: Visit, version: Version, examined: Examined | None = None) -> dict[str, Any]:
    """A version with what is found in it now, and what was done with it."""
    found = examined or here.examination(version.item)(here.shelf.content(version.digest))
    new = breaking(here.shelf, version, today()).findings if version.state in (State.DRAFT, State.REVIEW) else ()
    events = (event for event in here.shelf.events(version.item) if event.number == version.number)
    told = examined_document(found, here.desk, reader_of(), new)
    kept = {name: told[name] for name in ("verdict", "findings", "acknowledge")}
    return {**version_document(version), **kept, "events": [event_document(event) for event in events]}


def _calls(place: Place) -> None:
    """Add the calls of one of them."""
    name, one, path = place.called, place.one, place.path
    held = {"type": "object"} if place.media_type == JSON else _BINARY
    in_query = [PERSON, UNIT.described, ACCEPT_LANGUAGE]

    @templates.get(path, endpoint=f"list{name}Versions")
    @templates.doc(
        operationId=f"list{name}Versions",
        summary=f"The versions of {one}",
        parameters=in_query,
        responses={"200": answer("The newest first.", {JSON: reference("TemplateVersions")}), **READS},
    )
    def versions(language: str = "", name: str = "") -> dict[str, Any]:
        here, item, _ = at(place, language, name)
        here.ask(Right.READ, item)
        used = in_force(here.shelf, item)
        return {
            **item_document(item),
            "in_force": used and version_document(used),
            "versions": [version_document(version) for version in here.shelf.versions(item)],
        }

    def drafted(language: str = "", name: str = "") -> tuple[Response, int] | Response:
        here, item, asked = at(place, language, name, NOTE, BASED_ON, beside=place.sent)
        content = place.sent()
        made = put(
            here.shelf,
            here.person,
            item,
            content,
            here.examination(item),
            note=note(asked),
            based_on=number(asked, "based_on"),
            now=now(),
        )
        told = document(shown(here, made.version, made.examined), {"Location": address(made.version)})
        return (told, 201) if made.new else told

    described = templates.doc(
        operationId=f"draft{name}",
        summary=f"Draft a version of {one}",
        description="The file is kept as a draft, whatever is wrong with it; the answer says what that is. The same "
        "file sent again by the same person, while the draft is the newest version, is that draft (200): a retry keeps "
        "nothing twice.",
        parameters=[*in_query, NOTE.described, BASED_ON.described],
        requestBody={"required": True, "content": {place.media_type: {"schema": held}}},
        responses={
            status: answer(words, {JSON: reference("TemplateVersion")}, *(["Location"]), "Content-Digest")
            for status, words in (("200", "It was there already."), ("201", "The draft."))
        }
        | refusals(403, 404, 409, 413, 415, 422, 429, 501, 503, shown={**ASKS, 422: "NotAWordFile"}),
    )
    register = templates.put if place is LETTERHEADS else templates.post
    register(path, endpoint=f"draft{name}")(described(drafted))

    @templates.get(f"{path}/{NUMBER}", endpoint=f"get{name}")
    @templates.doc(
        operationId=f"get{name}",
        summary=f"A version of {one}, with all that is found in it",
        parameters=in_query,
        responses={"200": answer("The version.", {JSON: reference("TemplateVersion")}, "Content-Digest"), **READS},
    )
    def version(number: int, language: str = "", name: str = "") -> Response:
        here, item, _ = at(place, language, name)
        return document(shown(here, version_of(here.shelf, here.person, item, number)), {})

    def had_as(which: str, does: str, made: Callable[[Visit, Version], bytes]) -> None:
        @templates.get(f"{path}/{NUMBER}/{which}", endpoint=f"get{place.called}_{which}")
        @templates.doc(
            operationId=f"get{place.called}{which.capitalize()}",
            summary=does,
            parameters=in_query,
            responses={
                "200": answer("The file.", {place.media_type: held}, "Content-Digest", "Content-Disposition"),
                **READS,
            },
        )
        def kept(number: int, language: str = "", name: str = "") -> Response:
            here, item, _ = at(place, language, name)
            found = version_of(here.shelf, here.person, item, number)
            called = "-".join((item.name or "letterhead", str(number), *([which] if which != "file" else [])))
            return file(made(here, found), place.media_type, f"{called}.{place.ending}", {})

    had_as("file", f"The file of a version of {one}, as it was sent", lambda here, it: here.shelf.content(it.digest))
    if place.is_word:
        had_as("marked", f"The Word file of {one} with a comment at each finding", _marked)
        had_as("repaired", f"The Word file of {one} with what is certain put right", _repaired)

    @templates.post(f"{path}/{NUMBER}/acts", endpoint=f"act{name}")
    @templates.doc(
        operationId=f"act{name}",
        summary=f"The next step in the life of a version of {one}",
        description="draft → in review → published → withdrawn. A version is handed in without faults, its warnings "
        "acknowledged by code, approved by somebody else than its author, and published. A 409 `not_ready` names every "
        "reason; `acknowledge` is what the next try must name once somebody has read the warnings.",
        parameters=in_query,
        requestBody={"required": True, "content": {JSON: {"schema": reference("TemplateAct")}}},
        responses={
            "200": answer("The version as it is now.", {JSON: reference("TemplateVersion")}, "Content-Digest"),
            **refusals(400, 403, 404, 409, 413, 415, 422, 429, 501, 503, shown=ASKS),
        },
    )
    def acted(number: int, language: str = "", name: str = "") -> Response:
        here, item, _ = at(place, language, name, beside=lambda: sent.load_act(body(JSON)))
        asked = sent.load_act(body(JSON))
        before = version_of(here.shelf, here.person, item, number)
        return document(shown(here, act(here, before, asked)), {})

    @templates.post(f"{path}/roll-back", endpoint=f"rollBack{name}")
    @templates.doc(
        operationId=f"rollBack{name}",
        summary=f"Publish an earlier version of {one} again",
        description="Its content, published once, under a new number; its approval goes with it.",
        parameters=in_query,
        requestBody={"required": True, "content": {JSON: {"schema": reference("RollBack")}}},
        responses={
            "201": answer("The version.", {JSON: reference("TemplateVersion")}, "Content-Digest", "Location"),
            **refusals(400, 403, 404, 409, 413, 415, 422, 429, 501, 503, shown=ASKS),
        },
    )
    def rolled_back(language: str = "", name: str = "") -> tuple[Response, int]:
        here, item, _ = at(place, language, name, beside=lambda: sent.load_roll_back(body(JSON)))
        asked = sent.load_roll_back(body(JSON))
        again = lifecycle.roll_back(here.shelf, here.person, item, asked["to"], note=asked["note"] or "", now=now())
        return document(shown(here, again), {"Location": address(again)}), 201


def act(here: Visit, version: Version, asked: dict[str, Any]) -> Version:
    """The version after a step. Raises NotAllowed, NotReady."""
    shelf, person, at = here.shelf, here.person, now()
    why = asked["note"] or ""
    match asked["act"]:
        case "hand_in":
            found = here.examination(version.item)(shelf.content(version.digest)).findings
            read = tuple(asked["acknowledge"])
            try:
                return lifecycle.hand_in(shelf, person, version, found, acknowledge=read, note=why, now=at)
            except NotReady as error:
                warnings = {finding.code for finding in found if finding.severity is Severity.WARNING}
                error.acknowledged = tuple(code for code in read if code in warnings)
                raise
        case "send_back":
            return lifecycle.send_back(shelf, person, version, note=why, now=at)
        case "approve":
            return lifecycle.approve(shelf, person, version, note=why, now=at)
        case "publish":
            days = {name: asked[name] for name in ("in_force_from", "in_force_until")}
            return lifecycle.publish(shelf, person, version, **days, note=why, now=at)
        case _:
            return lifecycle.withdraw(shelf, person, version, note=why, now=at)


def _marked(here: Visit, version: Version) -> bytes:
    found = here.examination(version.item)(here.shelf.content(version.digest))
    reader = reader_of()
    return marked(found, comments(found.findings, here.desk, reader), Language(reader))


def _repaired(here: Visit, version: Version) -> bytes:
    return repaired(here.examination(version.item)(here.shelf.content(version.digest))).word_file


for _place in PLACES:
    _calls(_place)
