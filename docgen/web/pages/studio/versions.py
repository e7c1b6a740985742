"""One version: what was found in it, its pages with each place marked, its letters on trial, and what to do next."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Response, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound, ServiceUnavailable
from werkzeug.wrappers import Response as Answer

from docgen.errors import DocgenError, Finding, Severity, WordFileFault
from docgen.letters.request import Language
from docgen.studio.marking import Said, pictured
from docgen.studio.subject import Subject
from docgen.studio.trials import Trial
from docgen.usecases.studio import lifecycle, rights
from docgen.usecases.studio.breaking import breaking
from docgen.usecases.studio.examining import Examined, marked_file, repaired_file, subject_of, trials_of, with_clause
from docgen.usecases.studio.issuing import issued_with
from docgen.usecases.studio.lifecycle import version_of
from docgen.usecases.studio.resolving import touched
from docgen.usecases.studio.trying import try_letter
from docgen.usecases.studio.versions import Event, Item, Right, State, Version
from docgen.web.api.body import DOCX, file
from docgen.web.pages.answer import DOTS_PER_INCH, MOST_PICTURES
from docgen.web.pages.showing import today
from docgen.web.pages.studio.examinations import examination
from docgen.web.pages.studio.items import PLACE, Called, address, called, in_force_of, of, word_file
from docgen.web.pages.studio.who import Visit, acting, back_to, example, now, page, studio, visit
from docgen.web.queue import RETRY_AFTER, place_in_queue

_VERSION = f"{PLACE}/<int:number>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding as the list shows it. number: in the list, on the pages, and in the comment of the Word file."""

    number: int
    code: str
    severity: Severity
    where: str
    say: str
    do: str
    repairable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A version as it is looked at."""

    here: Visit
    this: Called
    version: Version
    examined: Examined
    remarks: tuple[Remark, ...]

    @property
    def item(self) -> Item:
        return self.this.item

    def count(self, severity: str) -> int:
        return sum(remark.severity.value == severity for remark in self.remarks)

    @property
    def to_read(self) -> tuple[str, ...]:
        """Codes of the warnings, each once."""
        warnings = (remark.code for remark in self.remarks if remark.severity is Severity.WARNING)
        return tuple(dict.fromkeys(warnings))

    @property
    def stops(self) -> bool:
        return self.examined.stops

    def remark_of(self, code: str) -> Remark:
        return next(remark for remark in self.remarks if remark.code == code)


def looked_at(shelf: str, language: str, name: str, unit: str, number: int) -> Looked:
    """Raises NotAllowed, UnknownVersion."""
    here, person = acting()
    this = called(shelf, language, name, unit)
    version = version_of(here.shelf, person, this.item, number)
    examined = examination(here, this.item, here.shelf.content(version.digest))
    new = breaking(here.shelf, version, today()).findings if version.state in (State.DRAFT, State.REVIEW) else ()
    remarks = tuple(
        Remark(
            number=at,
            code=finding.code,
            severity=finding.severity,
            where=here.where(finding).rstrip("：: "),
            say=here.say(finding)[0],
            do=here.say(finding)[1],
            repairable=finding in examined.repairable,
        )
        for at, finding in enumerate((*examined.findings, *new), 1)
    )
    return Looked(here=here, this=this, version=version, examined=examined, remarks=remarks)


@studio.get(_VERSION)
def version(shelf: str, language: str, name: str, unit: str, number: int) -> Response:
    looked = looked_at(shelf, language, name, unit, number)
    here, item = looked.here, looked.item
    in_force = in_force_of(here, item)
    events: list[Event] = [event for event in here.shelf.events(item) if event.number == number]
    person = here.person
    return page(
        "version",
        here,
        looked=looked,
        version=looked.version,
        item=item,
        title=looked.this.title(here.reader),
        in_force=in_force,
        events=events,
        trials=trials_of(looked.this.subject, example) if looked.this.subject else (),
        used=touched(here.shelf, item) if looked.this.subject is None else (),
        named=lambda one: called("letters", one.language, one.name, one.unit).title(here.reader),
        of=of,
        issued=issued_with(here.shelf, person, looked.version, most=50) if person else (),
        address=address,
        others=[one for one in here.shelf.versions(item) if one.number != number],
    )


@studio.get(f"{_VERSION}/<any(letter, marked, repaired):which>.docx")
def version_file(shelf: str, language: str, name: str, unit: str, number: int, which: str) -> Response:
    """The Word file as it was sent; with a comment at each finding; with what is certain put right."""
    looked = looked_at(shelf, language, name, unit, number)
    if which == "letter":
        return word_file(looked.here, looked.this, looked.version)
    if which == "repaired":
        content = repaired_file(looked.examined).word_file
    else:
        content = marked_file(looked.examined, say(looked), looked.here.reader)
    ending = {"marked": _("with remarks"), "repaired": _("repaired")}[which]
    return file(content, DOCX, f"{looked.this.title(Language(language))}-{number}-{ending}.docx", {})


def say(looked: Looked) -> Callable[[Finding], Said]:
    """How a finding is worded in a comment: as the list words it, under its number there."""
    numbers = {id(finding): at for at, finding in enumerate(looked.examined.findings, 1)}

    def worded(finding: Finding) -> Said:
        sentence, remedy = looked.here.say(finding)
        return Said(sentence, remedy, str(numbers.get(id(finding), "")))

    return worded


@studio.get(f"{_VERSION}/pages")
def marked_pages(shelf: str, language: str, name: str, unit: str, number: int) -> Response:
    """The pages of the template, its tags as words, each place shaded and numbered."""
    looked = looked_at(shelf, language, name, unit, number)

    def drawn() -> list[str]:
        shown = pictured(
            looked.examined.word_file, looked.examined.findings, looked.here.desk.press, 80, language=looked.here.reader
        )
        return [as_link(one) for one in shown.pages]

    return fragment(drawn, _("The pages of the Word file, each place marked with its number"))


@studio.get(f"{_VERSION}/trials/<trial>")
def tried(shelf: str, language: str, name: str, unit: str, number: int, trial: str) -> Response:
    """The letter that this version makes for one of the accounts it is tried on."""
    looked = looked_at(shelf, language, name, unit, number)
    return fragment(lambda: letter_pages(looked, trial), looked.here.desk.law.version)


def letter_pages(looked: Looked, trial: str) -> list[str]:
    """The pages of the trial letter, as links. Raises NotFound for no trial of ours, DocgenError for no letter."""
    subject = looked.this.subject
    one = next((each for each in trials_of(subject, example) if each.id == trial), None) if subject else None
    if subject is None or one is None:
        raise NotFound
    if (composed := looked.examined.composed) is None:
        raise WordFileFault([fault for fault in looked.examined.findings if fault.severity is Severity.FAULT][:3])
    return drawn_up(looked.here, subject, composed, one)


def drawn_up(here: Visit, subject: Subject, composed: bytes, trial: Trial) -> list[str]:
    desk = here.desk
    letter = try_letter(desk, subject, composed, trial)
    printed = desk.press.print(letter.docx)
    return [as_link(picture) for picture in desk.press.pictures(printed.pdf, DOTS_PER_INCH * 8 // 10, MOST_PICTURES)]


@studio.get(f"{_VERSION}/in/<letter>/<of_unit>")
def within(shelf: str, language: str, name: str, unit: str, number: int, letter: str, of_unit: str) -> Response:
    """The example of a letter that includes this clause, as it will be once this version is in force."""
    looked = looked_at(shelf, language, name, unit, number)
    host = next(
        (one for one in touched(looked.here.shelf, looked.item) if (one.item.name, one.item.unit) == (letter, of_unit)),
        None,
    )
    if host is None:
        raise NotFound

    def drawn() -> list[str]:
        subject = subject_of(host.item)
        composed = with_clause(looked.here.shelf, host, looked.item, looked.examined.word_file, day=today())
        return drawn_up(looked.here, subject, composed.word_file, trials_of(subject, example)[0])

    return fragment(drawn, letter)


def fragment(drawn: Callable[[], list[str]], label: str) -> Response:
    """Pictures of pages; put into the page by its script, and a page of their own without it."""
    try:
        with place_in_queue():
            pages, faults = drawn(), []
    except ServiceUnavailable:
        response = make_response(_("Too many files are being printed just now."), 503)
        response.headers["Retry-After"] = str(RETRY_AFTER)
        return response
    except DocgenError as error:
        here = visit()
        pages, faults = [], [here.say(finding) for finding in error.findings]
    inner = render_template("pages/studio/pages.html", pages=pages, faults=faults, label=label)
    if request.headers.get("X-Requested-With") == "fragment":
        return make_response(inner)
    return page("alone", visit(), inner=inner)


def as_link(picture: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(picture).decode()


@studio.post(f"{_VERSION}/repair")
def repair(shelf: str, language: str, name: str, unit: str, number: int) -> Answer:
    """A new draft with what is certain put right."""
    looked = looked_at(shelf, language, name, unit, number)
    here, person = acting()
    made: list[Version] = []

    def done() -> Any:
        rights.ask(here.shelf, person, Right.DRAFT, looked.item)
        mended = repaired_file(looked.examined)
        again = examination(here, looked.item, mended.word_file)
        made.append(
            lifecycle.draft(
                here.shelf,
                person,
                looked.item,
                mended.word_file,
                note=_("Repaired: %(number)s", number=looked.version.number),
                based_on=looked.version.based_on or looked.version.number,
                names=again.names,
                includes=again.includes,
                now=now(),
            )
        )
        return _("%(count)s put right. This is version %(number)s.", count=len(mended.done), number=made[0].number)

    answer = back_to(address(looked.item, number), done)
    return redirect(address(looked.item, made[0].number), 303) if made else answer


@studio.post(f"{_VERSION}/<any(hand_in, send_back, approve, publish, withdraw):act>")
def acted(shelf: str, language: str, name: str, unit: str, number: int, act: str) -> Answer:
    """The next step in the life of a version."""
    looked = looked_at(shelf, language, name, unit, number)
    here, person = acting()
    this, note = looked.version, request.form.get("note", "").strip()[:500]

    def done() -> Any:
        match act:
            case "hand_in":
                read = request.form.getlist("acknowledge")
                found = looked.examined.findings
                lifecycle.hand_in(here.shelf, person, this, found, acknowledge=read, note=note, now=now())
                return _("Handed in. Somebody else reads it now, and approves it or sends it back.")
            case "send_back":
                lifecycle.send_back(here.shelf, person, this, note=note, now=now())
                return _("Sent back to its author.")
            case "approve":
                lifecycle.approve(here.shelf, person, this, note=note, now=now())
                return _("Approved. It can be published now.")
            case "publish":
                days = {key: day(request.form.get(key, "")) for key in ("in_force_from", "in_force_until")}
                lifecycle.publish(here.shelf, person, this, **days, note=note, now=now())
                return _("Published. Letters are made with it from now on.")
            case _:
                lifecycle.withdraw(here.shelf, person, this, note=note, now=now())
                return _("Withdrawn.")

    return back_to(address(looked.item, number), done)


def day(typed: str) -> dt.date | None:
    """A day of a date box; browsers send nothing else than a day or nothing."""
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        return None
