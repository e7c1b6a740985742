"""What each button of the page does: it changes the page, and shows it again or hands out a file."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

from flask import Response, current_app, request
from flask_babel import gettext as _

import schemas
from docgen.escalation.steps import DOCUMENTS, STATING_FEES, STATING_INTEREST
from docgen.letters.own import sample
from docgen.letters.request import LetterKind, Purpose
from docgen.printing import Profile
from docgen.usecases.names import safe
from docgen.usecases.studio.issuing import issue
from docgen.web.api.body import DOCX, PDF, file
from docgen.web.pages import showing
from docgen.web.pages.boxes import not_for
from docgen.web.pages.paste import pasted
from docgen.web.pages.remedies import REMEDIES
from docgen.web.pages.sheet import PARTS, rows_named
from docgen.web.pages.typed import tidy
from docgen.web.pages.view import Page

MEDIA_TYPES = {"pdf": PDF, "docx": DOCX}

# What belongs to us and not to the letter before.
OUR_OWN = frozenset(
    {"signatory", "signatory_post", "signatory_en", "signatory_post_en", "interest", "law_firm", "delivery"}
)


def preview(page: Page, _what: str) -> Response:
    """The letter as pictures, or what stands against it."""
    showing.check(page, pictured=True)
    return showing.shown(page)


def download(page: Page, ending: str) -> Response:
    """The file, if it is the letter that was previewed; otherwise the preview again."""
    seen = request.form.get("seen", "")
    showing.check(page, pictured=False, profile=page.profile if ending == "pdf" else Profile.PLAIN)
    if page.answer is None or page.answer.letter is None:
        return showing.shown(page)
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
        showing.check(page, pictured=True)
        return showing.shown(page)
    return handed_out(page, ending)


def handed_out(page: Page, ending: str) -> Response:
    """The letter that was made, as a file."""
    assert page.answer is not None and page.answer.letter is not None  # noqa: S101 — asked by its callers
    letter = page.answer.letter
    pdf = page.answer.pdf if ending == "pdf" else b""
    if page.desk.shelf is not None:
        issue(page.desk.shelf, letter, pdf=pdf, entry="page", now=dt.datetime.now(dt.UTC))
    content = pdf or letter.docx
    dated = letter.request.dated_on or letter.assessment.as_of
    name = called(page, letter.request.purpose, dated.isoformat())
    return file(content, MEDIA_TYPES.get(ending, DOCX), f"{name}.{ending}", {})


def show(page: Page, _what: str) -> Response:
    """The form again, in the language now chosen, and the result that was on it."""
    if request.form.get("seen"):
        showing.check(page, pictured=True)
    return showing.shown(page)


def add(page: Page, name: str) -> Response:
    """One more row."""
    if rows := rows_named(name):
        showing.new_rows(page, name, rows, [{}])
        page.focus = f"{name}.{len(page.rows(name)) - 1}"
    return showing.shown(page)


def remove(page: Page, name: str) -> Response:
    """One row less."""
    of, _dot, index = name.rpartition(".")
    held = page.rows(of)
    if index.isdecimal() and int(index) < len(held):
        del held[int(index)]
        page.focus = of
    return showing.shown(page)


def paste(page: Page, name: str) -> Response:
    """Rows from the paste box under a table; what became of them is said beside it."""
    rows = rows_named(name)
    if rows is None or not rows.paste:
        return showing.shown(page)
    text = request.form.get(f"paste.{name}", "")
    debtor = (page.value("account.debtor.name"), page.value("account.debtor.name_en"))
    found = pasted(text, rows, debtor=debtor, held=[row for row in page.rows(name) if page.filled(row, rows)])
    if found.rows:
        showing.new_rows(page, name, rows, found.rows)
        page.read = {**page.read, **tidy(page.tree, page.parts)}
        page.unread = {box: words for box, words in page.unread.items() if box != name}
    page.pasted = {name: found}
    return showing.shown(page)


def remedy(page: Page, name: str) -> Response:
    """What would lift a bar, done at once; then the preview."""
    if chosen := REMEDIES.get(name):
        page.kind, page.own = chosen.kind or page.kind, None if chosen.kind else page.own
        page.draft_anyway = False
        for box, value in chosen.values.items():
            page.put(box, value)
    return preview(page, "")


def as_of_today(page: Page, _what: str) -> Response:
    """The account asked about as of today; days of the letter that have passed are left to their defaults."""
    day_today = showing.today().isoformat()
    page.put("account.as_of", day_today)
    clear_days_before(page, day_today)
    words = _(
        "The account is asked about as of today. Payments are booked up to %(day)s: please enter what came in "
        "since, and the new day.",
        day=page.value("account.booked_up_to") or "—",
    )
    page.told.append(("info", words))
    return showing.shown(page)


def clear_days_before(page: Page, day: str) -> None:
    """Leave days of the letter that have passed to their defaults."""
    for name in ("letter.dated_on", "letter.pay_by", "letter.reply_by"):
        if page.value(name) < day:
            page.put(name, "")


def new_customer(page: Page, sure: str) -> Response:
    """The next customer: what is our own stays. Asks first."""
    if page.unread:
        return preview(page, "")
    if sure != "yes":
        page.asking = "customer"
        return showing.shown(page)
    held = page.tree
    page.tree = {"account": {"creditor": held["account"].get("creditor", {})}, "letter": {}}
    page.tree["letter"] = {name: value for name, value in held.get("letter", {}).items() if name in OUR_OWN}
    return afresh(page)


def clear(page: Page, sure: str) -> Response:
    """An empty form. Asks first."""
    if sure != "yes":
        page.asking = "clear"
        return showing.shown(page)
    page.tree = {}
    return afresh(page, empty=True)


def afresh(page: Page, *, empty: bool = False) -> Response:
    """The form as it begins. empty: nothing was kept, so that whatever replaces it need not ask."""
    page.put("account.as_of", showing.today().isoformat())
    page.acknowledged, page.draft_anyway, page.answered_by, page.answered_on = frozenset(), False, "", ""
    page.read, page.unread, page.fresh = {}, {}, True
    page.untouched, page.remembered = showing.entered(page) if empty else "", ""
    return showing.shown(page)


def keep(page: Page, _what: str) -> Response:
    """All that is typed, as a file that the page, the API and the command line read."""
    if page.unread:
        return preview(page, "")
    name = f"{called(page)}.json"
    return file(showing.to_keep(page), "application/json", name, {})


def load(page: Page, sure: str) -> Response:
    """An account from a file. Asks first, where something was typed; the file waits on the page meanwhile."""
    upload = request.files.get("file")
    content = request.form.get("pending", "").encode() if sure == "yes" else upload.read() if upload else b""
    if not content:
        page.told.append(("warning", _("Please choose a file first.")))
        return showing.shown(page)
    if sure != "yes" and showing.changed(page) and showing.account_in(content) is not None:
        page.asking, page.pending = "load", content.decode("utf-8-sig")
        page.pending_name = (upload.filename if upload else "") or ""
        return showing.shown(page)
    page.asking = "old"
    return showing.loaded(page, content)


def example(page: Page, sure: str) -> Response:
    """An example account to play with, in which every letter can be tried. Asks first, where something was typed."""
    if sure != "yes" and showing.changed(page):
        page.asking = "example"
        return showing.shown(page)
    held: dict[str, str] = current_app.config.get("EXAMPLES", {})
    if not held:
        return showing.shown(page)
    examples = {kind: json.loads(text, parse_float=str, parse_int=str) for kind, text in held.items()}
    own = examples.get(page.kind.value) or next(iter(examples.values()))
    # what the other letters alone ask for, so that they can be tried on the same account
    others = {name for part in PARTS if part.name == "letter" for name in not_for(page.kind, part)}
    for other in examples.values():
        if other["account"] == own["account"]:
            own["letter"] = {name: value for name, value in other["letter"].items() if name in others} | own["letter"]
    if page.own:
        day = dt.date.fromisoformat(own["letter"].get("dated_on") or own["account"]["as_of"])
        own["letter"]["own"] = schemas.answers_document(sample(page.own, page.reader, day))
    return showing.loaded(page, json.dumps(own, ensure_ascii=False).encode())


def called(page: Page, purpose: Purpose | None = None, dated: str = "", what: str = "") -> str:
    """The name of a file: the debtor, the letter or what else it is, and its day."""
    if purpose is None and page.value("letter.purpose") in set(Purpose):
        purpose = Purpose(page.value("letter.purpose"))
    debtor = page.value("account.debtor.name")[:40]
    dated = dated or page.value("letter.dated_on") or page.value("account.as_of")
    letter = page.own.title(page.language) if page.own else page.title(page.kind, page.language, purpose)
    return safe("-".join(filter(None, (debtor, what or letter, dated))))


def opened(page: Page, what: str) -> Response:
    """The form as the page of the way carried it, with the letter chosen there ("kind", "kind/purpose",
    "guarantor_request/name" or the id of a letter of the company's own, behind an @ the day that it is to be dated, and
    behind a | the invoices that it is about, where not all); "" only opens it. Days of the letter before it that have
    passed are left to their defaults."""
    what, _bar, invoices = what.partition("|")
    what, _at, dated_on = what.partition("@")
    kind, _slash, which = what.partition("/")
    if kind in set(LetterKind) or kind in {own.id for own in page.own_letters}:
        showing.choose(page, kind, "")
        page.draft_anyway = False
        clear_days_before(page, page.value("account.as_of"))
        keep_to_policy(page)
        page.put("letter.invoices", invoices)
        if dated_on:
            page.put("letter.dated_on", dated_on)
        if kind == LetterKind.GUARANTOR_REQUEST and which:
            page.put("letter.guarantor", which)
        elif which in set(Purpose):
            page.put("letter.purpose", which)
        return preview(page, "")
    return show(page, "")


def keep_to_policy(page: Page) -> None:
    """Leave out of a step's letter the interest and the costs that the company's policy keeps out of it."""
    policy = page.desk.policy
    step = next((step for step, document in DOCUMENTS.items() if document == page.kind), None)
    if step in STATING_INTEREST - policy.interest_in:
        page.put("letter.interest.rule", "none")
    if step in STATING_FEES - policy.fees_in:
        page.put("letter.costs", "")


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
    "open": opened,
}
