"""One version: what was found in it, its pages with each place marked, its letters on trial, its Word files."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from docgen.errors import Severity, WordFileFault
from docgen.letters.request import Language
from docgen.studio.marking import pictured
from docgen.usecases.studio.composed import with_clause
from docgen.usecases.studio.examining import marked_file, subject_of, trials_of
from docgen.usecases.studio.issuing import issued_with
from docgen.usecases.studio.resolving import touched
from docgen.usecases.studio.versions import Item
from docgen.web.api.body import DOCX, file
from docgen.web.examined import example
from docgen.web.pages.showing import today
from docgen.web.pages.studio.drawn import DOTS_PER_INCH, Pages, as_link, fragment, letter_on_trial
from docgen.web.pages.studio.items import PLACE, address, called, in_force_of, of, word_file
from docgen.web.pages.studio.looked import Looked, looked_at
from docgen.web.pages.studio.steps import seen
from docgen.web.pages.studio.who import page, studio

VERSION = f"{PLACE}/<int:number>"
MOST_ISSUED = 50


@studio.get(VERSION)
def version(shelf: str, language: str, name: str, unit: str, number: int) -> Response:
    looked = looked_at(shelf, language, name, unit, number)
    here, item, this = looked.here, looked.item, looked.version
    in_force = in_force_of(here, item)
    return page(
        "version",
        here,
        looked=looked,
        version=this,
        item=item,
        title=looked.this.title(here.reader),
        in_force=in_force,
        is_in_force=in_force is not None and (in_force.item, in_force.number) == (item, number),
        seen=seen(this),
        events=[event for event in here.shelf.events(item) if event.number == number],
        trials=trials_of(looked.this.subject, example) if looked.this.subject else (),
        used=touched(here.shelf, item) if looked.this.subject is None else (),
        named=lambda one: title_of(one, here.reader),
        issued=issued_with(here.shelf, looked.person, this, most=MOST_ISSUED),
        others=[one for one in here.shelf.versions(item) if one.number != number],
        address=address,
        of=of,
    )


def title_of(letter: Item, reader: Language) -> str:
    return called("letters", letter.language, letter.name, letter.unit).title(reader)


@studio.get(f"{VERSION}/<any(letter, marked):which>.docx")
def version_file(shelf: str, language: str, name: str, unit: str, number: int, which: str) -> Response:
    """The Word file as it was sent, or with a comment at each finding."""
    looked = looked_at(shelf, language, name, unit, number)
    if which == "letter":
        return word_file(looked.here, looked.this, looked.version)
    content = marked_file(looked.examined, looked.said, looked.here.reader)
    title = looked.this.title(Language(language))
    marked = _("with remarks")  # a name of its own: strings within an f-string are not found for translation
    return file(content, DOCX, f"{title}-{number}-{marked}.docx", {})


@studio.get(f"{VERSION}/pages")
def marked_pages(shelf: str, language: str, name: str, unit: str, number: int) -> Response:
    """The pages of the template, its tags as words, each place shaded and numbered."""
    looked = looked_at(shelf, language, name, unit, number)
    here, examined = looked.here, looked.examined

    def drawn() -> Pages:
        shown = pictured(examined.word_file, examined.findings, here.desk.press, DOTS_PER_INCH, language=here.reader)
        return [as_link(one) for one in shown.pages]

    return fragment(here, (_("The pages of the Word file, each place marked with its number"), drawn))


@studio.get(f"{VERSION}/trials/<trial>")
def tried(shelf: str, language: str, name: str, unit: str, number: int, trial: str) -> Response:
    """The letter that this version makes for one of the accounts it is tried on."""
    looked = looked_at(shelf, language, name, unit, number)
    return fragment(looked.here, on_trial(looked, trial))


def on_trial(looked: Looked, trial: str) -> tuple[str, Callable[[], Pages]]:
    """What draws the trial letter, under its title. Raises NotFound for no trial of ours."""
    subject = looked.this.subject
    one = next((each for each in trials_of(subject, example) if each.id == trial), None) if subject else None
    if subject is None or one is None:
        raise NotFound

    def drawn() -> Pages:
        if (composed := looked.examined.composed) is None:
            faults = (fault for fault in looked.examined.findings if fault.severity is Severity.FAULT)
            raise WordFileFault([*faults][:3])
        return letter_on_trial(looked.here, subject, composed, one)

    return one.titles[looked.here.reader], drawn


@studio.get(f"{VERSION}/in/<letter>/<of_unit>")
def within(shelf: str, language: str, name: str, unit: str, number: int, letter: str, of_unit: str) -> Response:
    """The example of a letter that includes this clause, as it will be once this version is in force."""
    looked = looked_at(shelf, language, name, unit, number)
    hosts = {(one.item.name, one.item.unit): one for one in touched(looked.here.shelf, looked.item)}
    if looked.this.subject or (letter, of_unit) not in hosts:
        raise NotFound
    host = hosts[letter, of_unit]

    def drawn() -> Pages:
        subject = subject_of(host.item, looked.here.shelf, today())
        composed = with_clause(looked.here.shelf, host, looked.item, looked.examined.word_file, day=today())
        return letter_on_trial(looked.here, subject, composed.word_file, trials_of(subject, example)[0])

    return fragment(looked.here, (title_of(host.item, looked.here.reader), drawn))
