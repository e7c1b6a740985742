"""The one page: GET shows an empty form, POST does what the pressed button says and shows the form again.

The page keeps no state: every button sends the whole form, and the answer holds all that was typed.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, current_app, make_response, render_template, request
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import ServiceUnavailable

import schemas
from docgen.errors import DocgenError
from docgen.letters.request import Language, LetterKind, Purpose
from docgen.web.api.body import DOCX, PDF, file, place_in_queue
from docgen.web.pages.answer import answer, barring, fingerprint
from docgen.web.pages.boxes import Rows
from docgen.web.pages.countries import countries
from docgen.web.pages.paste import pasted
from docgen.web.pages.reading import day
from docgen.web.pages.remedies import REMEDIES
from docgen.web.pages.sheet import PARTS, rows_named
from docgen.web.pages.typed import Tree, from_form, from_request, tidy, to_request
from docgen.web.pages.view import Page, ident, known_headings, pasted_order

pages = Blueprint("pages", __name__)

MEDIA_TYPES = {"pdf": PDF, "docx": DOCX}


@pages.app_template_global()
def reader() -> Language:
    """The language that the page is read in."""
    return Language(str(get_locale() or "zh")[:2])


pages.add_app_template_global(ident, "at")
pages.add_app_template_global(known_headings)
pages.add_app_template_global(countries)
pages.add_app_template_global(pasted_order)


@pages.get("/")
def empty() -> Response:
    """An empty form, with today as the day asked about."""
    page = blank()
    page.fresh = True
    page.tree = {"account": {"as_of": today().isoformat()}}
    return shown(page)


@pages.post("/")
def posted() -> Response:
    page = typed()
    verb, _sep, what = request.form.get("do", "preview").partition(":")
    return VERBS.get(verb, preview)(page, what)


@pages.errorhandler(CSRFError)
def expired(_error: CSRFError) -> tuple[Response, int]:
    """The form's token is too old or from before a restart: nothing is done, nothing is lost."""
    page = typed()
    page.told.append(
        (
            "warning",
            _(
                "This page had been open since before the program was last started. "
                "Nothing is lost: please press the button again."
            ),
        )
    )
    return shown(page), 400


# -- what the buttons do


def preview(page: Page, _what: str) -> Response:
    """The letter as pictures, or what stands against it."""
    check(page, pictured=True)
    return shown(page)


def download(page: Page, ending: str) -> Response:
    """The file, if it is the letter that was previewed; otherwise the preview again."""
    seen = request.form.get("seen", "")
    check(page, pictured=False)
    if page.answer is None or page.answer.letter is None:
        return shown(page)
    if page.answer.seen != seen:
        page.told.append(
            (
                "warning",
                _(
                    "Something was changed after the preview. This is the letter as it is now: "
                    "please look at it once more, then download it."
                ),
            )
        )
        check(page, pictured=True)
        return shown(page)
    letter = page.answer.letter
    content = page.answer.pdf if ending == "pdf" else letter.docx
    dated = letter.request.dated_on or letter.assessment.as_of
    name = called(page, letter.request.purpose, dated.isoformat())
    return file(content, MEDIA_TYPES.get(ending, DOCX), f"{name}.{ending}", {})


def show(page: Page, _what: str) -> Response:
    """The form again, in the language now chosen, and the result that was on it."""
    if request.form.get("seen"):
        check(page, pictured=True)
    return shown(page)


def add(page: Page, name: str) -> Response:
    """One more row."""
    if rows := rows_named(name):
        new_rows(page, name, rows, [{}])
        page.focus = f"{name}.{len(page.rows(name)) - 1}"
    return shown(page)


def remove(page: Page, name: str) -> Response:
    """One row less."""
    of, _dot, index = name.rpartition(".")
    held = page.rows(of)
    if index.isdecimal() and int(index) < len(held):
        del held[int(index)]
        page.focus = of
    return shown(page)


def paste(page: Page, name: str) -> Response:
    """Rows from the paste box under a table; what became of them is said beside it."""
    rows = rows_named(name)
    if rows is None or not rows.paste:
        return shown(page)
    text = request.form.get(f"paste.{name}", "")
    debtor = (page.value("account.debtor.name"), page.value("account.debtor.name_en"))
    found = pasted(text, rows, debtor=debtor, held=[row for row in page.rows(name) if page.filled(row, rows)])
    if found.rows:
        new_rows(page, name, rows, found.rows)
        page.read = {**page.read, **tidy(page.tree, PARTS)}
    else:
        page.unread = {name: text}
    page.pasted = {name: found}
    return shown(page)


def remedy(page: Page, name: str) -> Response:
    """What would lift a bar, done at once; then the preview."""
    if chosen := REMEDIES.get(name):
        page.kind = chosen.kind or page.kind
        page.draft_anyway = False
        for box, value in chosen.values.items():
            page.put(box, value)
    return preview(page, "")


def as_of_today(page: Page, _what: str) -> Response:
    """The account asked about as of today; days of the letter that have passed are left to their defaults."""
    day_today = today().isoformat()
    page.put("account.as_of", day_today)
    for name in ("letter.dated_on", "letter.pay_by", "letter.reply_by"):
        if page.value(name) < day_today:
            page.put(name, "")
    words = _(
        "The account is asked about as of today. Payments are booked up to %(day)s: please enter what came in "
        "since, and the new day.",
        day=page.value("account.booked_up_to") or "—",
    )
    page.told.append(("info", words))
    return shown(page)


def new_customer(page: Page, sure: str) -> Response:
    """The next customer: what is our own stays. Asks first."""
    if sure != "yes":
        page.asking = "customer"
        return shown(page)
    held = page.tree
    page.tree = {"account": {"creditor": held["account"].get("creditor", {})}, "letter": {}}
    page.tree["letter"] = {name: value for name, value in held.get("letter", {}).items() if name in OUR_OWN}
    return afresh(page)


def clear(page: Page, sure: str) -> Response:
    """An empty form. Asks first."""
    if sure != "yes":
        page.asking = "clear"
        return shown(page)
    page.tree = {}
    return afresh(page)


def afresh(page: Page) -> Response:
    page.put("account.as_of", today().isoformat())
    page.acknowledged, page.draft_anyway, page.answered_by, page.answered_on = frozenset(), False, "", ""
    page.read, page.fresh = {}, True
    return shown(page)


def keep(page: Page, _what: str) -> Response:
    """All that is typed, as a file that the page, the API and the command line read."""
    document, _places = to_request(page.tree, PARTS, None)
    document["saved_for"] = {"kind": page.kind.value, "language": page.language.value}
    content = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    name = f"{called(page)}.json"
    return file(content.encode("utf-8", "replace"), "application/json", name, {})


def load(page: Page, _what: str) -> Response:
    """An account from a file."""
    upload = request.files.get("file")
    content = upload.read() if upload else b""
    if not content:
        page.told.append(("warning", _("Please choose a file first.")))
        return shown(page)
    page.asking = "old"
    return loaded(page, content)


def example(page: Page, _what: str) -> Response:
    """An example account to play with: the chosen letter's own, where there is one."""
    examples: dict[str, str] = current_app.config.get("EXAMPLES", {})
    text = examples.get(page.kind.value) or next(iter(examples.values()), "")
    return loaded(page, text.encode()) if text else shown(page)


# What belongs to us and not to the letter before.
OUR_OWN = frozenset(
    {"signatory", "signatory_post", "signatory_en", "signatory_post_en", "interest", "law_firm", "delivery"}
)

VERBS: dict[str, Callable[[Page, str], Response]] = {
    "preview": preview,
    "download": download,
    "show": show,
    "add": add,
    "remove": remove,
    "paste": paste,
    "remedy": remedy,
    "keep": keep,
    "load": load,
    "example": example,
    "today": as_of_today,
    "customer": new_customer,
    "clear": clear,
}


# -- how they do it


def check(page: Page, *, pictured: bool) -> None:
    """Load what is typed and make the letter; what is wrong and what comes of it go on the page."""
    document, page.places = to_request(page.tree, PARTS, page.kind)
    particulars: dict[str, Any] = document.setdefault("letter", {})
    if page.acknowledged:
        particulars["acknowledge"] = sorted(page.acknowledged)
    if page.draft_anyway:
        particulars["draft_anyway"] = True
    try:
        read = schemas.load(document, kind=page.kind)
    except DocgenError as error:
        page.findings = error.findings
        if whole := schemas.unfinished(document):  # what bars the letter is told with what it still wants
            page.answer, barred = barring(page.desk, page.kind, page.language, whole.account, whole.letter)
            page.findings = (*barred, *error.findings)
        return
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
                seen=fingerprint(document, page.kind, page.language),
            )
    except ServiceUnavailable:
        page.told.append(("warning", _("Too many letters are being printed just now. Please press the button again.")))


def loaded(page: Page, content: bytes) -> Response:
    """The form filled from a request document, with all that is wrong with it."""
    try:
        document = json.loads(content.decode("utf-8-sig"), parse_float=str, parse_int=str)
        if not isinstance(document, dict) or "account" not in document:
            raise ValueError("not an account")
    except (ValueError, RecursionError):
        page.told.append(("danger", _("This file is not an account. Nothing was changed.")))
        return shown(page)
    page.tree = from_request(document, PARTS)
    saved_for = document.get("saved_for")
    if isinstance(saved_for, dict):
        page.kind = LetterKind(saved_for["kind"]) if saved_for.get("kind") in set(LetterKind) else page.kind
        page.language = Language(saved_for["language"]) if saved_for.get("language") in set(Language) else page.language
    page.read = tidy(page.tree, PARTS)
    page.acknowledged, page.draft_anyway = frozenset(), False
    _document, page.places = to_request(page.tree, PARTS, None)
    try:
        schemas.load(content)
    except DocgenError as error:
        page.findings = error.findings
        page.told.append(("warning", _("The file is loaded. Some of it needs your attention.")))
    else:
        page.told.append(("success", _("The file is loaded.")))
    return shown(page)


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
    page.tree = from_form(form, PARTS)
    page.answered_by, page.answered_on = form.get("answers.by", "").strip(), day(form.get("answers.on", ""))
    attribute(page)
    page.read = tidy(page.tree, PARTS)
    if form.get("kind") in set(LetterKind):
        page.kind = LetterKind(form["kind"])
    if form.get("language") in set(Language):
        page.language = Language(form["language"])
    page.acknowledged = frozenset(form.getlist("acknowledge"))
    page.draft_anyway = form.get("draft_anyway") == "yes"
    return page


def attribute(page: Page) -> None:
    """Who answers, and when, to every yes and no that does not say so itself."""
    for answered in page.tree["account"]["declared"].values():
        if answered.get("answer") in {"yes", "no"}:
            answered["by"] = answered.get("by") or page.answered_by
            answered["on"] = answered.get("on") or page.answered_on


def shown(page: Page) -> Response:
    return make_response(render_template("pages/form.html", page=page))


def called(page: Page, purpose: Purpose | None = None, dated: str = "") -> str:
    """The name of a file: the debtor, the letter and its day."""
    if purpose is None and page.value("letter.purpose") in set(Purpose):
        purpose = Purpose(page.value("letter.purpose"))
    debtor = page.value("account.debtor.name")[:40]
    dated = dated or page.value("letter.dated_on") or page.value("account.as_of")
    return file_name("-".join(filter(None, (debtor, page.title(page.kind, page.language, purpose), dated))))


def file_name(words: str) -> str:
    """Words as a file name that every system takes."""
    safe = ("_" if sign in '\\/:*?"<>|' or not sign.isprintable() else sign for sign in words)
    return "".join(safe).strip(". ")[:80] or "docgen"


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()
