"""From a posted form or a file to a page, and from a page to the letter that is shown on it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

from flask import Response, current_app, make_response, render_template, request, session
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.exceptions import ServiceUnavailable

import schemas
from docgen.errors import DocgenError
from docgen.letters.own import OwnLetter
from docgen.letters.request import Language, LetterKind
from docgen.printing import Profile
from docgen.usecases.studio.kinds import letter_called
from docgen.usecases.studio.sealing import may_seal
from docgen.web.pages.answer import answer, barring, fingerprint
from docgen.web.pages.boxes import Rows
from docgen.web.pages.own import OWN, answered, kept, typed_answers
from docgen.web.pages.reading import day
from docgen.web.pages.sheet import PARTS
from docgen.web.pages.typed import MOST_ROWS, Tree, from_form, from_request, tidy, to_request, walk
from docgen.web.pages.view import Page
from docgen.web.queue import place_in_queue

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how the files of spreadsheet programs begin, new and old
PASTED = "paste."  # begins the names of the boxes for pasted rows
REMEMBERED = ("account.creditor.", "letter.signatory")  # what a browser fills into an empty form by itself


def reader() -> Language:
    """The language that the page is read in."""
    return Language(str(get_locale() or "zh")[:2])


def check(page: Page, *, pictured: bool, profile: Profile = Profile.PLAIN) -> None:
    """Load what is typed and make the letter; what is wrong and what comes of it go on the page.

    Rows that wait in a paste box stop it: without them every sum may be wrong. profile: what the PDF is for.
    """
    waiting = page.not_added()
    document, page.places = to_request(page.tree, PARTS, page.kind)
    particulars: dict[str, Any] = document.setdefault("letter", {})
    if page.own:
        particulars["own"] = answered(page.tree, page.own, page.own_boxes, page.places)
    if page.acknowledged:
        particulars["acknowledge"] = sorted(page.acknowledged)
    if page.draft_anyway:
        particulars["draft_anyway"] = True
    try:
        own = chosen_for(page, document)
        read = schemas.load(document, kind=page.kind, own=own, acknowledgeable=page.desk.messages.codes)
    except DocgenError as error:
        page.findings = (*waiting, *error.findings)
        if not waiting and (whole := schemas.unfinished(document)):
            # what bars the letter is told with what it still wants
            page.answer, barred = barring(page.desk, page.kind, page.language, whole.account, whole.letter)
            page.findings = (*barred, *error.findings)
        return
    if waiting:
        page.findings = waiting
        return
    number, dated = read.account.creditor.registration_number or "", read.letter.dated_on or read.account.as_of
    page.may_seal = may_seal(page.desk.shelf, session.get("person", ""), number, dated)
    page.sealed = page.may_seal and bool(request.form.get("seal"))
    try:
        with place_in_queue():
            page.answer, page.findings = answer(
                page.desk,
                page.kind,
                page.language,
                read.account,
                read.letter,
                read.notices,
                pictured=pictured,
                seen=fingerprint(document, page.name, page.language),
                profile=profile,
                source=to_keep(page),
                own=own,
                seal=page.sealed,
            )
    except ServiceUnavailable:
        page.told.append(("warning", _("Too many letters are being printed just now. Please press the button again.")))


def chosen_for(page: Page, document: dict[str, Any]) -> OwnLetter | None:
    """The company's own letter that is chosen, as the creditor's company has it on the letter's day. Raises
    UnknownLetter where it has none."""
    if page.own is None:
        return None
    number, day = schemas.written_by(document)
    _kind, own = letter_called(page.desk.shelf, page.own.id, number, day or page.today)
    return own


def to_keep(page: Page) -> bytes:
    """All that is typed, as a file that the page, the API and the command line read."""
    document, _places = to_request(page.tree, PARTS, None)
    if answers := kept(page.tree, page.own_letters, page.own_boxes, page.own):
        document.setdefault("letter", {})["own"] = answers
    document["saved_for"] = {"kind": page.name, "language": page.language.value}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def account_in(content: bytes) -> dict[str, Any] | None:
    """The request document that a file holds; None when it holds none."""
    try:
        document = json.loads(content.decode("utf-8-sig"), parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) and "account" in document else None


def is_spreadsheet(content: bytes) -> bool:
    """Whether a file is a workbook, or lines of cells with commas, tabs or semicolons between."""
    begins = content.lstrip()[:2000]
    line = begins.partition(b"\n")[0]
    cells = not begins.startswith((b"{", b"[")) and any(between in line for between in (b",", b"\t", b";"))
    return cells or content.startswith(_WORKBOOKS)


def told_no_account(content: bytes) -> str:
    """Why nothing was taken from a file; of a spreadsheet, where its rows go."""
    words: str = _("This file is not an account. Nothing was changed.")
    if is_spreadsheet(content):
        words = _(
            "This file is a spreadsheet, not an account. Nothing was changed. Open it, copy its rows, and paste them "
            "under “Paste from a spreadsheet” beside the invoices or payments of the form."
        )
    return words


def too_many_rows(document: dict[str, Any]) -> bool:
    """Whether a document holds more rows than a page does: none may be left out in silence."""
    account = document.get("account")
    lists = account.values() if isinstance(account, dict) else ()
    return any(isinstance(rows, list) and len(rows) > MOST_ROWS for rows in lists)


def told_too_many() -> str:
    words: str = _(
        "This account has more than %(most)s rows of a kind, more than a page holds. Nothing was changed. "
        "The API and the command line take it.",
        most=MOST_ROWS,
    )
    return words


def loaded(page: Page, content: bytes) -> Response:
    """The form filled from a request document, with all that is wrong with it."""
    document = account_in(content)
    if document is None:
        page.told.append(("danger", told_no_account(content)))
        return shown(page)
    if too_many_rows(document):
        page.told.append(("danger", told_too_many()))
        return shown(page)
    page.tree = from_document(page, document)
    saved_for = document.get("saved_for")
    if isinstance(saved_for, dict):
        choose(page, str(saved_for.get("kind")), str(saved_for.get("language")))
    page.read, page.unread = tidy(page.tree, page.parts), {}
    page.acknowledged, page.draft_anyway = frozenset(), False
    page.answered_by = page.answered_on = ""
    page.untouched = entered(page)
    _document, page.places = to_request(page.tree, PARTS, None)
    try:
        schemas.load(content, most_bytes=current_app.config["MAX_CONTENT_LENGTH"])
    except DocgenError as error:
        page.findings = error.findings
        page.told.append(("warning", _("The file is loaded. Some of it needs your attention.")))
    else:
        page.told.append(("success", _("The file is loaded.")))
    return shown(page)


def from_document(page: Page, document: dict[str, Any]) -> Tree:
    """A request document as if somebody had typed it."""
    return from_request(document, PARTS) | {OWN: typed_answers(document, page.own_letters)}


def new_rows(page: Page, name: str, rows: Rows, new: list[Tree]) -> None:
    """Put rows after the last filled one; they belong to the only contract where there is only one."""
    held = page.rows_for(name)
    while new != [{}] and held and not page.filled(held[-1], rows):
        held.pop()
    numbers = {row.get("number", "") for row in page.rows("account.contracts")} - {""}
    for row in new:
        if name == "account.invoices" and len(numbers) == 1:
            row.setdefault("contract", next(iter(numbers)))
        held.append(row)


def blank() -> Page:
    """A page in the reader's language; the letter's language is the reader's until another is chosen."""
    return Page(
        desk=current_app.extensions["docgen"],
        reader=reader(),
        language=reader(),
        today=today(),
        tree={},
        examples=bool(current_app.config.get("EXAMPLES")),
    )


def typed() -> Page:
    """The page as the posted form has it."""
    page = blank()
    form = request.form
    page.tree = from_form(form, page.parts)
    page.unread = {
        name.removeprefix(PASTED): text for name, text in form.items() if name.startswith(PASTED) and text.strip()
    }
    choose(page, form.get("kind", ""), form.get("language", ""))
    besides(page)
    return page


def besides(page: Page) -> None:
    """What was sent beside the account: who answers, what was acknowledged; and the boxes read as they are typed."""
    form = request.form
    page.untouched, page.remembered = form.get("untouched", ""), form.get("remembered", "")
    page.answered_by, page.answered_on = form.get("answers.by", "").strip(), day(form.get("answers.on", ""))
    attribute(page)
    page.read = tidy(page.tree, page.parts)
    page.acknowledged = page.desk.messages.codes.intersection(form.getlist("acknowledge"))
    page.draft_anyway = form.get("draft_anyway") == "yes"
    page.profile = next((each for each in Profile if each.value == form.get("profile")), Profile.PLAIN)


def choose(page: Page, kind: str, language: str) -> None:
    """The letter and its language, where there are such."""
    if kind in set(LetterKind):
        page.kind, page.own = LetterKind(kind), None
    elif own := next((each for each in page.own_letters if each.id == kind), None):
        page.kind, page.own = own.base, own
    page.language = Language(language) if language in set(Language) else page.language


def attribute(page: Page) -> None:
    """Who answers, and when, to every yes and no that does not say so itself."""
    for fact in page.tree["account"]["declared"].values():
        if fact.get("answer") in {"yes", "no"}:
            fact["by"] = fact.get("by") or page.answered_by
            fact["on"] = fact.get("on") or page.answered_on


def changed(page: Page) -> bool:
    """Whether something was typed since the form was emptied or loaded, and would be lost with it."""
    return page.untouched not in {entered(page), entered(page, but=REMEMBERED if page.remembered else ())}


def entered(page: Page, *, but: tuple[str, ...] = ()) -> str:
    """A digest of all that stands in the boxes beyond those of an empty form, but for names that begin so."""
    boxes = [
        (name, " ".join(value.split()))
        for part, name, holder in walk(page.tree, page.parts)
        if (value := holder.get(part.name, "")).strip() not in ("", part.usual) and not name.startswith(but)
    ]
    content = json.dumps([boxes, page.answered_by, page.answered_on, sorted(page.unread.items())])
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def shown(page: Page) -> Response:
    """The page. The browser may keep it for its own Back button, which else asks to send the form once more."""
    response = make_response(render_template("pages/form.html", page=page))
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()
