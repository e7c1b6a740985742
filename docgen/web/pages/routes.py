"""The one page: GET shows an empty form, POST does what the pressed button says and shows the form again.

The page keeps no state: every button sends the whole form, and the answer holds all that was typed.
"""

from __future__ import annotations

from flask import Blueprint, Response, make_response, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError

from docgen.web.pages import showing
from docgen.web.pages.buttons import VERBS, preview
from docgen.web.pages.countries import countries
from docgen.web.pages.own import style
from docgen.web.pages.view import ident, known_headings, pasted_order
from docgen.web.pages.way_carried import brought

pages = Blueprint("pages", __name__)

pages.add_app_template_global(showing.reader)
pages.add_app_template_global(ident, "at")
pages.add_app_template_global(known_headings)
pages.add_app_template_global(pasted_order)
pages.add_app_template_global(countries)


@pages.get("/")
def empty() -> Response:
    """An empty form, with today as the day asked about; its letter chosen where the address names one."""
    page = showing.blank()
    showing.choose(page, request.args.get("kind", ""), request.args.get("language", ""))
    page.fresh = True
    page.tree = {"account": {"as_of": showing.today().isoformat()}}
    page.untouched = showing.entered(page)
    return showing.shown(page)


@pages.get("/own-letters.css")
def own_letters() -> Response:
    """What the form shows for the company's own letters."""
    response = make_response(style(showing.blank().own_letters))
    response.mimetype = "text/css"
    return response


@pages.post("/")
def posted() -> Response:
    page = brought() or showing.blank()
    verb, _sep, what = request.form.get("do", "preview").partition(":")
    return VERBS.get(verb, preview)(page, what)


@pages.errorhandler(CSRFError)
def expired(_error: CSRFError) -> tuple[Response, int]:
    """The form's token is too old or from before a restart: nothing is done, nothing is lost."""
    page = brought() or showing.blank()
    page.told.append(
        (
            "warning",
            _(
                "This page had been open since before the program was last started. "
                "Nothing is lost: please press the button again."
            ),
        )
    )
    return showing.shown(page), 400
