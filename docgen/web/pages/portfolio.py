"""The page of many accounts at "/portfolio": who first and why, the collection rate, the aging.

GET shows where files can be put in; POST looks over what was sent: files that the form has saved, one account each, or
files that hold many. The page keeps no state: it carries the files on, for another period or the other language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, current_app, make_response, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge

import schemas
from docgen.accounts.account import Account
from docgen.accounts.collection import Grain
from docgen.errors import DocgenError, Finding
from docgen.usecases.decision import MOST_ACCOUNTS
from docgen.usecases.portfolio import look_over
from docgen.web.pages.portfolio_view import Kept, Overview, Wrong
from docgen.web.pages.reading import day
from docgen.web.pages.showing import is_spreadsheet, reader, told_no_account

portfolios = Blueprint("portfolio_page", __name__)

MOST_FAULTS = 20  # of one file that are shown; the form shows them all
EXAMPLE = "PORTFOLIO"  # the accounts that ship, to play with
_OF_ACCOUNT = re.compile(r"/accounts/(\d{1,4})((?:/.*)?)$", re.DOTALL)


@portfolios.get("/portfolio")
def empty() -> Response:
    return shown(blank())


@portfolios.post("/portfolio")
def posted() -> Response:
    overview = sent()
    if not overview.files and request.form.get("do") != "switch":
        return shown(replace(overview, told=(("warning", _("Please choose a file first.")),)))
    return shown(looked_over(overview))


@portfolios.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Response:
    words = _("These files are too large together: %(most)s MB at most.", most=blank().most_bytes >> 20)
    return shown(replace(blank(), told=(("danger", words),)), 413)


@portfolios.errorhandler(CSRFError)
def expired(_error: CSRFError) -> Response:
    """The page's token is too old or from before a restart: nothing is done, and the files are kept."""
    words = _("This page had been open since before the program was last started. Please press the button again.")
    return shown(replace(sent(), told=(("warning", words),)), 400)


def blank() -> Overview:
    return Overview(
        desk=current_app.extensions["docgen"],
        reader=reader(),
        most_bytes=current_app.config["MAX_CONTENT_LENGTH"],
        example=bool(current_app.config.get(EXAMPLE)),
    )


def sent() -> Overview:
    """The files just chosen, else those that the page carried; the period as typed."""
    form = request.form
    uploads = [each for each in request.files.getlist("file") if each.filename]
    names, texts = form.getlist("kept_name"), form.getlist("kept")
    files = tuple(Kept(name, text) for name, text in zip(names, texts, strict=False))
    if form.get("do") == "example":
        files = (Kept(_("Example"), str(current_app.config.get(EXAMPLE) or "")),)
    elif uploads:
        files = tuple(Kept(str(each.filename), each.read().decode("utf-8-sig", "replace")) for each in uploads)
    by = form.get("by", "")
    return replace(
        blank(),
        files=files,
        typed_from=form.get("from_on", "").strip(),
        typed_to=form.get("to_on", "").strip(),
        by=Grain(by) if by in set(Grain) else Grain.MONTH,
    )


def looked_over(overview: Overview) -> Overview:
    """The overview with what was found. A file with a fault is not counted, and that is said; the others are."""
    accounts: list[Account] = []
    documents: list[dict[str, Any]] = []
    wrong: list[Wrong] = []
    for kept in overview.files:
        try:
            read = schemas.load_portfolio({**schemas.together([kept.text]), "period": None})
        except DocgenError as error:
            content = kept.text.encode("utf-8", "replace")
            if is_spreadsheet(content):
                wrong.append(Wrong(kept.name, "", told_no_account(content), ""))
            else:
                wrong += _wrong(overview, kept.name, error.findings)
        else:
            accounts += read.accounts
            documents += documents_in(kept.text)
    if len(accounts) > MOST_ACCOUNTS:
        facts = {"length": str(len(accounts)), "most": str(MOST_ACCOUNTS)}
        wrong += _wrong(overview, "", [Finding("list.too_long", facts=facts)])
        accounts = []
    if not accounts:
        return replace(overview, wrong=tuple(wrong))
    asked = {"from_on": day(overview.typed_from), "to_on": day(overview.typed_to), "by": overview.by.value}
    latest = max(account.as_of for account in accounts)
    try:
        period = schemas.load_period({name: value for name, value in asked.items() if value}, latest)
    except DocgenError as error:
        wrong += _wrong(overview, "", error.findings)
        period = schemas.load_period(None, latest)
    found = look_over(overview.desk, accounts, period)
    return replace(overview, found=found, documents=tuple(documents), wrong=tuple(wrong))


def documents_in(text: str) -> list[dict[str, Any]]:
    """The request document of each account in a file, with the figures as they were written: one that holds a single
    account may hold the particulars of its letter, too."""
    document: Mapping[str, Any] = json.loads(text, parse_float=str)
    if "accounts" in document:
        return [{"account": account} for account in document["accounts"]]
    return [{name: value for name, value in document.items() if name != "period"}]


def _wrong(overview: Overview, name: str, findings: Sequence[Finding]) -> Iterator[Wrong]:
    for finding in findings[:MOST_FAULTS]:
        yield Wrong(name, _where(str(finding.pointer or finding.place or ""), overview), *overview.says(finding))


def _where(place: str, overview: Overview) -> str:
    """A place in a file in words; of several accounts with the number of its account."""
    language = overview.reader.value
    if of_one := _OF_ACCOUNT.match(place):
        number, inside = int(of_one[1]), schemas.label(f"/account{of_one[2]}", language)
        return _("Account %(number)s: %(where)s", number=number + 1, where=inside) if number else inside
    return schemas.label(place, language) if place.startswith("/") else ""


def shown(overview: Overview, status: int = 200) -> Response:
    """The page. The browser may keep it for its own Back button, which else asks to send the files once more."""
    response = make_response(render_template("pages/portfolio.html", overview=overview), status)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
