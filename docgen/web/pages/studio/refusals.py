"""What stands in the way: told on the page whose button was pressed, with all that was typed there.

Nothing is done then. Where that page cannot be shown either, a page of its own says so, keeps what was typed, and has
the button once more.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from flask import Response, current_app, g, make_response, request, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from docgen.errors import DocgenError, Finding, WordFileFault
from docgen.usecases import Desk
from docgen.web.pages.printed import in_words
from docgen.web.pages.showing import reader
from docgen.web.pages.studio.who import Visit, page, studio, visit
from docgen.web.problems import STATUS

#: The page that a button stands on.
ASKED_FROM = {
    "studio.first": "studio.overview",
    "studio.choose": "studio.overview",
    "studio.enter_person": "studio.people",
    "studio.enter": "studio.people",
    "studio.put_back": "studio.item",
    "studio.rolled_back": "studio.item",
    "studio.repair": "studio.version",
    "studio.acted": "studio.version",
    "studio.new_clause": "studio.clauses",
    "studio.set_letterhead": "studio.letterhead",
    "studio.letterhead_acted": "studio.letterhead",
    "studio.keep_kind": "studio.kinds",
    "studio.kind_acted": "studio.kind",
    "studio.first_file": "studio.kind",
}
MOST_TOLD = 12
Told = tuple[str, str]  # colour, words

log = logging.getLogger(__name__)


@studio.errorhandler(DocgenError)
def refused(error: DocgenError) -> Response:
    here = whoever()
    if here and here.people and not here.person and request.method == "GET":
        return page("choose", here)  # a question, and no refusal
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
    if isinstance(error, WordFileFault):
        status = 422  # it is about a file that somebody has just sent
    if status in (500, 503):
        log.error("%s: %s", error.code, error)
    return shown_again([("danger", words(finding)) for finding in error.findings[:MOST_TOLD]], status)


@studio.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Response:
    most = Finding("word_file.too_large", facts={"limit": in_words(current_app.config["MAX_CONTENT_LENGTH"])})
    return shown_again([("danger", words(most))], 413)


@studio.errorhandler(CSRFError)
def expired(_error: CSRFError) -> Response:
    """The page's token is too old or from before a restart."""
    told = _("This page had been open since before the program was last started. Please press the button again.")
    if request.files:
        told = _("This page had been open since before the program was last started. Please choose the file again.")
    return shown_again([("warning", told)], 400)


def words(finding: Finding) -> str:
    desk: Desk = current_app.extensions["docgen"]
    tongue = reader().value
    return f"{desk.messages.say(finding, tongue)} {desk.messages.do(finding, tongue)}"


def shown_again(told: Iterable[Told], status: int) -> Response:
    """The page that the button stands on, or a page that says why there is none."""
    g.told = tuple(told)
    g.typed = typed()
    if endpoint := ASKED_FROM.get(request.endpoint or ""):
        (rule,) = current_app.url_map.iter_rules(endpoint)
        where = {name: value for name, value in (request.view_args or {}).items() if name in rule.arguments}
        g.address = url_for(endpoint, **where)
        try:
            response = make_response(current_app.view_functions[endpoint](**where))
        except (DocgenError, HTTPException):
            log.debug("%s cannot be shown again", endpoint, exc_info=True)
        else:
            response.status_code = status
            return response
    once_more = [(name, value) for name, value in g.typed.items(multi=True) if name != "csrf_token"]
    with_file = request.method == "POST" and "multipart/form-data" in (request.content_type or "")
    return page("stopped", whoever(), status, once_more=once_more, with_file=with_file)


def typed() -> MultiDict[str, str]:
    """What was sent; nothing where it was too much to be read."""
    try:
        return request.form
    except RequestEntityTooLarge:
        return MultiDict()


def whoever() -> Visit | None:
    """Who is here, as far as that can be read."""
    try:
        return visit()
    except DocgenError:
        return None
