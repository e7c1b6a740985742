"""Pages of letters as pictures, drawn after the page that shows them: a letter takes its turn before the presses."""

from __future__ import annotations

import base64
from collections.abc import Callable

from flask import Response, make_response, render_template, request
from flask_babel import gettext as _
from werkzeug.exceptions import ServiceUnavailable

from docgen.errors import DocgenError
from docgen.studio.subject import Subject
from docgen.studio.trials import Trial
from docgen.usecases.studio.trying import try_letter
from docgen.web.pages.answer import MOST_PICTURES
from docgen.web.pages.studio.who import Visit, page
from docgen.web.queue import RETRY_AFTER, place_in_queue

DOTS_PER_INCH = 90
#: Parts of a page that its script asks for; they wait before the presses, and count against nobody's limit.
FRAGMENTS = {f"studio.{name}" for name in ("marked_pages", "tried", "within", "page_beside_page", "letterhead_pages")}

Pages = list[str]  # each a picture as a link


def fragment(here: Visit, *works: tuple[str, Callable[[], Pages]]) -> Response:
    """The pages that each work draws under its label, several side by side; in the place of pages what stands against
    drawing them. Put into the page by its script, and a page of its own without it.
    """
    try:
        with place_in_queue():
            drawn = [(label, *_done(here, work)) for label, work in works]
    except ServiceUnavailable:
        response = make_response(_("Too many files are being printed just now."), 503)
        response.headers["Retry-After"] = str(RETRY_AFTER)
        return response
    inner = render_template("pages/studio/pages.html", drawn=drawn)
    if request.headers.get("X-Requested-With") == "fragment":
        return make_response(inner)
    return page("alone", here, inner=inner, title=works[0][0])


def _done(here: Visit, work: Callable[[], Pages]) -> tuple[Pages, list[tuple[str, str]]]:
    try:
        return work(), []
    except DocgenError as error:
        return [], [here.say(finding) for finding in error.findings]


def letter_on_trial(here: Visit, subject: Subject, composed: bytes, trial: Trial) -> Pages:
    """The letter that a composed template makes. Raises DocgenError for what stands against it."""
    press = here.desk.press
    printed = press.print(try_letter(here.desk, subject, composed, trial).docx)
    return [as_link(picture) for picture in press.pictures(printed.pdf, DOTS_PER_INCH, MOST_PICTURES)]


def as_link(picture: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(picture).decode()
