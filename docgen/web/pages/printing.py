"""The page for any Word file at "/print": GET shows it empty, POST prints the file that comes with it.

The page keeps no state: the answer carries the PDF as a link, and the file itself where it is not too large, so that
it can be printed for another purpose, or once more where the press was busy, without being chosen again.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace

from flask import Blueprint, Response, current_app, make_response, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge, ServiceUnavailable

from docgen.errors import Finding
from docgen.printing import Profile
from docgen.web.api.body import PDF, file
from docgen.web.pages.printed import Sheet, looked_at, pictured
from docgen.web.pages.showing import reader
from docgen.web.queue import RETRY_AFTER, place_in_queue

prints = Blueprint("print_page", __name__)

PROFILES = {profile.value: profile for profile in Profile}


@prints.get("/print")
def empty() -> Response:
    return shown(blank())


@prints.post("/print")
def posted() -> Response:
    """Print what was sent, and show it; "save" gives the PDF at once, unless something in it must be seen first."""
    sheet, pressed = sent(), request.form.get("do", "look")
    if pressed == "switch" and not sheet.name:
        return shown(sheet)
    try:
        with place_in_queue():
            sheet = looked_at(sheet)
            if pressed == "save" and sheet.printed:
                if not sheet.otherwise or sheet.seen == request.form.get("seen"):
                    return file(sheet.pdf, PDF, sheet.pdf_name, {})
                words = _("Some of it prints otherwise than in Word. Please look at it first, then save the PDF.")
                sheet = replace(sheet, told=(("warning", words),))
            sheet = pictured(sheet)
    except ServiceUnavailable:
        words = _("Too many files are being printed just now. Please press the button again in a few seconds.")
        response = shown(replace(sheet, told=(("warning", words),)), 503)
        response.headers["Retry-After"] = str(RETRY_AFTER)
        return response
    return shown(sheet)


@prints.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Response:
    sheet = blank()
    fault = Finding("word_file.too_large", facts={"limit": sheet.largest})
    return shown(replace(sheet, findings=(fault,)), 413)


@prints.errorhandler(CSRFError)
def expired(_error: CSRFError) -> Response:
    """The page's token is too old or from before a restart: nothing is done, and the file is kept."""
    sheet = sent()
    words = (
        _("This page had been open since before the program was last started. Please press the button again.")
        if sheet.kept
        else _("This page had been open since before the program was last started. Please choose the file again.")
    )
    return shown(replace(sheet, told=(("warning", words),)), 400)


def blank() -> Sheet:
    return Sheet(
        desk=current_app.extensions["docgen"], reader=reader(), most_bytes=current_app.config["MAX_CONTENT_LENGTH"]
    )


def sent() -> Sheet:
    """The file and its purpose as they were posted: the one just chosen, else the one that the page carried.

    One that stopped printing is only shown once more: whoever has changed it in Word chooses it again.
    """
    upload, form = request.files.get("file"), request.form
    profile = PROFILES.get(form.get("profile", ""), Profile.PLAIN)
    if upload and upload.filename:
        return replace(blank(), profile=profile, name=upload.filename, content=upload.read())
    if form.get("stopped") and form.get("do") != "switch":
        return replace(blank(), profile=profile)
    try:
        kept = base64.b64decode(form.get("kept", ""), validate=True)
    except (binascii.Error, ValueError):
        kept = b""
    return replace(blank(), profile=profile, name=form.get("kept_name", "") if kept else "", content=kept)


def shown(sheet: Sheet, status: int = 200) -> Response:
    """The page. The browser may keep it for its own Back button, which else asks to send the file once more."""
    response = make_response(render_template("pages/print.html", sheet=sheet), status)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
