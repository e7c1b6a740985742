"""The page of the way at "/way": which step is next for a customer, and why.

GET shows where an account can be put in; POST decides, from the form's own boxes, a file, or what the page carries.
The page keeps no state: each answer to a question sends the account along, and the decision is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from flask import Blueprint, Response, make_response, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge

import schemas
from docgen.letters.request import LetterKind, LetterRequest
from docgen.usecases.replay import memo
from docgen.web.api.body import file
from docgen.web.pages import showing
from docgen.web.pages.buttons import MEDIA_TYPES, called, handed_out, preview
from docgen.web.pages.buttons import keep as keep_form
from docgen.web.pages.reading import day
from docgen.web.pages.view import Page
from docgen.web.pages.way_carried import CARRIED, brought, example, from_document, hold, lift
from docgen.web.pages.way_view import MEMO, Way, settled

ways = Blueprint("way_page", __name__)


@ways.get("/way")
def start() -> Response:
    """Where to put an account in."""
    return shown(Way(page=showing.blank()))


@ways.post("/way")
def posted() -> Response:
    if request.form.get("do") == "example" or (CARRIED not in request.form and "kind" not in request.form):
        return put_in()
    page = brought()
    if page is None:
        return not_read()
    if page.unread:  # rows that wait in the form are in no table: without them every sum may be wrong
        return preview(page, "")
    way = settled(Way(page=page), request.form.getlist("asked"))
    verb, _sep, what = request.form.get("do", "").partition(":")
    return VERBS.get(verb, decided)(way, what)


@ways.errorhandler(CSRFError)
def expired(_error: CSRFError) -> tuple[Response, int]:
    """The page's token is too old or from before a restart: nothing is done, nothing is lost."""
    page = brought() if CARRIED in request.form or "kind" in request.form else showing.blank()
    page = page or showing.blank()
    words = _(
        "This page had been open since before the program was last started. "
        "Nothing is lost: please press the button again."
    )
    page.told.append(("warning", words))
    if not page.tree:
        return shown(Way(page=page)), 400
    if page.unread:
        return showing.shown(page), 400
    return decided(settled(Way(page=page), request.form.getlist("asked")), ""), 400


@ways.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> tuple[Response, int]:
    page = showing.blank()
    page.told.append(("danger", _("This file is too large.")))
    return shown(Way(page=page)), 413


# -- an account comes in


def put_in() -> Response:
    """From a file, from text that was pasted, or the example."""
    upload = request.files.get("file")
    if request.form.get("do") == "example":
        content = example()
    elif upload and upload.filename:
        content = upload.read()
    else:
        content = request.form.get("pasted", "").encode("utf-8", "replace")
    if not content.strip():
        page = showing.blank()
        page.told.append(("warning", _("Please choose a file first.")))
        return shown(Way(page=page))
    brought_in = from_document(content)
    if brought_in is None:
        return not_read(content)
    if not brought_in.tree:
        return shown(Way(page=brought_in))
    brought_in.untouched = showing.entered(brought_in)
    return decided(Way(page=brought_in), "")


def not_read(content: bytes = b"") -> Response:
    page = showing.blank()
    page.told.append(("danger", showing.told_no_account(content)))
    return shown(Way(page=page))


# -- what each button does


def decided(way: Way, _what: str) -> Response:
    """The decision from all that is typed. What cannot be read is told, and what the page had before stays."""
    typed_for_hold(way)
    return answered(way)


def hold_all(way: Way, _what: str) -> Response:
    """Stop every step, from now on."""
    reason, until = request.form.get("hold.reason", "").strip(), day(request.form.get("hold.until", ""))
    if not reason:
        way.page.told.append(("warning", _("Please say why every step is to stop: the file must tell.")))
        return decided(way, "")
    hold(way.page, reason=reason, until=until, by=request.form.get("hold.by", "").strip())
    return answered(way)


def answered(way: Way) -> Response:
    way.decide()
    if way.decision is None and (before := from_document(request.form.get(CARRIED, "").encode("utf-8", "replace"))):
        showing.besides(before)
        earlier = settled(Way(page=before), way.asked_before)
        earlier.decide()
        if earlier.decision is not None:
            before.told = [("warning", way.fault_in_words(each)) for each in way.page.faults]
            typed_for_hold(earlier)
            return shown(earlier)
    return shown(way)


def typed_for_hold(way: Way) -> None:
    """What is typed for a hold stays in its boxes."""
    form = request.form
    way.hold_reason, way.hold_until, way.hold_by = (form.get(f"hold.{name}", "") for name in ("reason", "until", "by"))


def lift_hold(way: Way, place: str) -> Response:
    if place.isascii() and place.isdecimal() and len(place) < 6:
        lift(way.page, int(place))
    return decided(way, "")


def today(way: Way, _what: str) -> Response:
    way.page.put("account.as_of", showing.today().isoformat())
    return decided(way, "")


def keep_memo(way: Way, _what: str) -> Response:
    """The decision with all that it was made from, as a file that makes it again."""
    way.decide()
    if way.decision is None or way.account is None:
        return shown(way)
    account = schemas.dump(way.account, LetterRequest())["account"]
    content = json.dumps(memo(way.page.desk, account, way.decision), ensure_ascii=False, indent=2) + "\n"
    name = f"{called(way.page, what=_('decision'))}.json"
    return file(content.encode(), "application/json", name, {})


def print_memo(way: Way, ending: str) -> Response:
    """The decision on one page, made as a letter is; the form shows what stands against it."""
    if MEMO not in set(LetterKind) or ending not in MEDIA_TYPES:
        return decided(way, "")
    page: Page = way.page
    page.kind = LetterKind(MEMO)
    showing.check(page, pictured=False)
    if page.answer is None or page.answer.letter is None:
        return preview(page, "")
    return handed_out(page, ending)


def keep(way: Way, what: str) -> Response:
    return keep_form(way.page, what)


VERBS: dict[str, Callable[[Way, str], Response]] = {
    "decide": decided,
    "hold": hold_all,
    "lift": lift_hold,
    "today": today,
    "memo": keep_memo,
    "print": print_memo,
    "keep": keep,
}


def shown(way: Way) -> Response:
    """The page. The browser may keep it for its own Back button, which else asks to send the account once more."""
    response = make_response(render_template("pages/way.html", way=way, page=way.page))
    response.headers["Cache-Control"] = "private, no-cache"
    return response
