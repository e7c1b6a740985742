"""The page that checks letters at "/check": GET shows it empty, POST reads the text that is typed, or the Word file.

The page keeps no state: the answer carries the text and the account on, so that it can be changed and checked again.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from flask import Blueprint, Response, current_app, make_response, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge

import schemas
from docgen.errors import DocgenError, Finding
from docgen.letters.check.reading import wordless
from docgen.letters.request import LetterKind
from docgen.usecases import check_text
from docgen.usecases.check import MOST_CHARACTERS
from docgen.web.pages.checked import Slip, day_typed
from docgen.web.pages.printed import in_words, no_word_file
from docgen.web.pages.showing import reader, today
from docgen.wordfile.text import text as words_of

checks = Blueprint("check_page", __name__)


@checks.get("/check")
def empty() -> Response:
    return shown(blank())


@checks.post("/check")
def posted() -> Response:
    """Check what was sent, and show it with its marks; the switch of languages checks it again."""
    slip = sent()
    return shown(slip if slip.faults else looked_over(slip))


@checks.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Response:
    slip = blank()
    fault = Finding("word_file.too_large", facts={"limit": in_words(slip.most_bytes)})
    return shown(replace(slip, faults=(fault,)), 413)


@checks.errorhandler(CSRFError)
def expired(_error: CSRFError) -> tuple[Response, int]:
    """The page's token is too old or from before a restart: nothing is done, and the text is kept."""
    words = _("This page had been open since before the program was last started. Please press the button again.")
    return shown(replace(sent(), told=(("warning", words),))), 400


def blank() -> Slip:
    return Slip(
        desk=current_app.extensions["docgen"], reader=reader(), most_bytes=current_app.config["MAX_CONTENT_LENGTH"]
    )


def sent() -> Slip:
    """The text as it was typed, or that of the Word file just chosen, and the account beside it."""
    form, kind = request.form, request.form.get("kind", "")
    slip = replace(
        blank(),
        text=form.get("text", "").replace("\r\n", "\n"),
        kind=LetterKind(kind) if kind in set(LetterKind) else None,
        dated_on=form.get("dated_on", ""),
        name=form.get("kept_name", ""),
        account=form.get("kept_account", ""),
        account_name=form.get("kept_account_name", ""),
    )
    upload, account = request.files.get("file"), request.files.get("account")
    if form.get("no_account"):
        slip = replace(slip, account="", account_name="")
    if account and account.filename:
        slip = replace(slip, account=account.read().decode("utf-8-sig", "replace"), account_name=account.filename)
    if upload and upload.filename:
        content = upload.read()
        if fault := no_word_file(upload.filename, content):
            return replace(slip, faults=(fault,))
        try:
            slip = replace(slip, text=words_of(content).strip("\n"), name=upload.filename)
        except DocgenError as error:
            return replace(slip, faults=error.findings)
    return slip


def looked_over(slip: Slip) -> Slip:
    """The slip with what was found in its text, or with why nothing was checked."""
    if wordless(slip.text):
        return slip if request.form.get("do") == "switch" else replace(slip, faults=(Finding("check.nothing"),))
    if len(slip.text) > MOST_CHARACTERS:
        facts = {"length": str(len(slip.text)), "most": str(MOST_CHARACTERS)}
        return replace(slip, faults=(Finding("check.too_long", facts=facts),))
    reading = partial(
        check_text, slip.desk, slip.text, today=today(), kind=slip.kind, dated_on=day_typed(slip.dated_on)
    )
    try:
        if not slip.account:
            return replace(slip, reading=reading())
        loaded = schemas.load(slip.account)
        return replace(slip, reading=reading(account=loaded.account, request=loaded.letter))
    except DocgenError as error:
        # The text is checked without it, so that one wrong file does not hide what is wrong with another.
        unread = Finding("check.account_unread", facts={"name": slip.account_name or "JSON"})
        return replace(slip, reading=reading(), faults=(unread, *error.findings[:20]), account="", account_name="")


def shown(slip: Slip, status: int = 200) -> Response:
    """The page. The browser may keep it for its own Back button, which else asks to send the text once more."""
    response = make_response(render_template("pages/check.html", slip=slip), status)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
