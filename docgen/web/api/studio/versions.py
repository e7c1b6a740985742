"""The versions of a letter, a clause or a letterhead: drafted, looked at, handed in, approved, published, rolled back.

The three live alike, so each call is described once and had at three addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
    comparison_document,
    event_document,
    examined_document,
    item_document,
    version_document,
)
from docgen.usecases.studio.versions import Item, Right, Sort, State, Version
from docgen.web.api.body import DOCX, JSON, ZIP, answer, body, document, file, refusals
from docgen.web.api.components import reference
from docgen.web.api.prints import zipped
from docgen.web.api.query import ACCEPT_LANGUAGE, Parameter, query
from docgen.web.api.studio.templates import ASKS, templates
from docgen.web.api.studio.visiting import (
    PERSON,
    UNIT,
    Visit,
    in_force,
    item_named,
    note,
    now,
    number,
    today,
    visit,
)
from docgen.web.problems import language as reader_of
from schemas import studio as sent

NOTE = Parameter("note", (), None, "Why, for whoever reads it later; at most 500 characters.")
BASED_ON = Parameter("based_on", (), None, "The version that was changed, by its number.")
OLD_UNIT = Parameter("old_unit", (), None, "Whose the older version is; without it the company's own.")
_BINARY = {"type": "string", "format": "binary"}
_READS = refusals(403, 404, 422, 429, 501, 503, shown=ASKS)


@dataclass(frozen=True, slots=True)
class Place:
    """One of the three. item: of a call, from its address and query. media_type: of its file."""

    sort: Sort
    path: str
    called: str  # "Template", in the names of calls
    one: str  # "a letter", in their words
    media_type: str = DOCX


LETTERS = Place(Sort.LETTER, "/templates/<any(zh, en):language>/<name>", "Template", "a letter")
CLAUSES = Place(Sort.CLAUSE, "/clauses/<any(zh, en):language>/<name>", "Clause", "a clause")
LETTERHEADS = Place(Sort.LETTERHEAD, "/letterheads", "Letterhead", "a letterhead", ZIP)
PLACES = (LETTERS, CLAUSES, LETTERHEADS)


def address(version: Version) -> str:
    """Where a version is, as `Location` says it."""
    item = version.item
    shelf = {Sort.LETTER: "templates", Sort.CLAUSE: "clauses", Sort.LETTERHEAD: "letterheads"}[item.sort]
    named = f"/{item.language}/{item.name}" if item.name else ""
    return f"/api/v1/{shelf}{named}/{version.number}?unit={item.unit}"


def shown(here: Visit, version: Version, examined: Examined | None = None) -> dict[str, Any]:
    """A version with what is found in it now, and what was done with it."""
    found = examined or here.examination(version.item)(here.shelf.content(version.digest))
    new = breaking(here.shelf, version, today()).findings if version.state in (State.DRAFT, State.REVIEW) else ()
    events = (event for event in here.shelf.events(version.item) if event.number == version.number)
    told = examined_document(found, here.desk, reader_of(), new)
    kept = {name: told[name] for name in ("verdict", "findings", "acknowledge")}
    return {**version_document(version), **kept, "events": [event_document(event) for event in events]}


def _calls(place: Place) -> None:
    """Add the calls of one of the three."""
    name, one, path = place.called, place.one, place.path
    in_query = [PERSON, UNIT.described, ACCEPT_LANGUAGE]

    def at(language: str, called: str, *besides: Parameter, beside: Callable[[], object] = visit) -> tuple[Any, ...]:
        asked = query(UNIT, *besides, beside=beside)
        here = visit()
        return here, item_named(place.sort, language, called, asked["unit"], here.shelf), asked

    @templates.get(path, endpoint=f"list{name}Versions")
    @templates.doc(
        operationId=f"list{name}Versions",
        summary=f"The versions of {one}",
        parameters=in_query,
        responses={"200": answer("The newest first.", {JSON: reference("TemplateVersions")}), **_READS},
    )
    def versions(language: str = "", name: str = "") -> dict[str, Any]:
        here, item, _ = at(language, name)
        here.ask(Right.READ, item)
        used = in_force(here.shelf, item)
        return {
            **item_document(item),
            "in_force": used and version_document(used),
            "versions": [version_document(version) for version in here.shelf.versions(item)],
        }

    def drafted(language: str = "", name: str = "") -> tuple[Response, int] | Response:
        here, item, asked = at(language, name, NOTE, BASED_ON, beside=lambda: zipped(body(place.media_type)))
        content = zipped(body(place.media_type))
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
        requestBody={"required": True, "content": {place.media_type: {"schema": _BINARY}}},
        responses={
            status: answer(words, {JSON: reference("TemplateVersion")}, *(["Location"]), "Content-Digest")
            for status, words in (("200", "It was there already."), ("201", "The draft."))
        }
        | refusals(403, 404, 409, 413, 415, 422, 429, 501, 503, shown={**ASKS, 422: "NotAWordFile"}),
    )
    register = templates.put if place is LETTERHEADS else templates.post
    register(path, endpoint=f"draft{name}")(described(drafted))

    @templates.get(f"{path}/<int(min=1, max=999999999):number>", endpoint=f"get{name}")
    @templates.doc(
        operationId=f"get{name}",
        summary=f"A version of {one}, with all that is found in it",
        parameters=in_query,
        responses={"200": answer("The version.", {JSON: reference("TemplateVersion")}, "Content-Digest"), **_READS},
    )
    def version(number: int, language: str = "", name: str = "") -> Response:
        here, item, _ = at(language, name)
        return document(shown(here, version_of(here.shelf, here.person, item, number)), {})

    def had_as(which: str, does: str, made: Callable[[Visit, Version], bytes]) -> None:
        @templates.get(f"{path}/<int(min=1, max=999999999):number>/{which}", endpoint=f"get{place.called}_{which}")
        @templates.doc(
            operationId=f"get{place.called}{which.capitalize()}",
            summary=does,
            parameters=in_query,
            responses={
                "200": answer("The file.", {place.media_type: _BINARY}, "Content-Digest", "Content-Disposition"),
                **_READS,
            },
        )
        def kept(number: int, language: str = "", name: str = "") -> Response:
            here, item, _ = at(language, name)
            found = version_of(here.shelf, here.person, item, number)
            ending = "zip" if place is LETTERHEADS else "docx"
            called = "-".join((item.name or "letterhead", str(number), *([which] if which != "file" else [])))
            return file(made(here, found), place.media_type, f"{called}.{ending}", {})

    had_as("file", f"The file of a version of {one}, as it was sent", lambda here, it: here.shelf.content(it.digest))
    if place is not LETTERHEADS:
        had_as("marked", f"The Word file of {one} with a comment at each finding", _marked)
        had_as("repaired", f"The Word file of {one} with what is certain put right", _repaired)

    @templates.post(f"{path}/<int(min=1, max=999999999):number>/acts", endpoint=f"act{name}")
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
        here, item, _ = at(language, name, beside=lambda: sent.load_act(body(JSON)))
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
        here, item, _ = at(language, name, beside=lambda: sent.load_roll_back(body(JSON)))
        asked = sent.load_roll_back(body(JSON))
        again = lifecycle.roll_back(here.shelf, here.person, item, asked["to"], note=asked["note"] or "", now=now())
        return document(shown(here, again), {"Location": address(again)}), 201

    if place is not LETTERHEADS:
        _comparisons(place, at)


def _comparisons(place: Place, at: Callable[..., tuple[Any, ...]]) -> None:
    """Two versions side by side, as JSON and as a Word file with tracked changes."""
    path = f"{place.path}/<int(min=1, max=999999999):number>/against/<int(min=1, max=999999999):old>"
    in_query = [PERSON, UNIT.described, OLD_UNIT.described, ACCEPT_LANGUAGE]

    def pair(number: int, old: int, language: str, name: str) -> tuple[Visit, Version, Version]:
        here, item, asked = at(language, name, OLD_UNIT)
        above = Item(item.sort, item.name, item.language, asked["old_unit"] or item.unit)
        before = version_of(here.shelf, here.person, above, old)
        return here, before, version_of(here.shelf, here.person, item, number)

    @templates.get(path, endpoint=f"compare{place.called}")
    @templates.doc(
        operationId=f"compare{place.called}",
        summary=f"What one version of {place.one} changes of another",
        parameters=in_query,
        responses={"200": answer("What changed.", {JSON: reference("TemplateChanges")}, "Content-Digest"), **_READS},
    )
    def compared(number: int, old: int, language: str, name: str) -> Response:
        from docgen.studio.comparing import compare  # noqa: PLC0415 — reads Word as the press does: no start waits for it

        here, before, after = pair(number, old, language, name)
        changes = compare(here.shelf.content(before.digest), here.shelf.content(after.digest))
        return document(comparison_document(changes, after.item, reader_of()), {})

    @templates.get(f"{path}/tracked", endpoint=f"track{place.called}")
    @templates.doc(
        operationId=f"track{place.called}",
        summary="The newer Word file with tracked changes against the older",
        parameters=in_query,
        responses={"200": answer("The file.", {DOCX: _BINARY}, "Content-Digest", "Content-Disposition"), **_READS},
    )
    def tracked_file(number: int, old: int, language: str, name: str) -> Response:
        from docgen.studio.comparing import tracked  # noqa: PLC0415

        here, before, after = pair(number, old, language, name)
        who = next((one.name for one in here.shelf.people() if one.id == after.author), after.author)
        old_file, new_file = here.shelf.content(before.digest), here.shelf.content(after.digest)
        content = tracked(old_file, new_file, author=who, at=after.created_at)
        return file(content, DOCX, f"{after.item.name}-{old}-{number}.docx", {})


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
