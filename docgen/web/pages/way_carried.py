"""The account as the page of the way carries it: one request document in a hidden box, with what is typed over it.

Nothing is kept between two requests: what the form had typed goes along as the file that it would save, and the page's
own boxes bear the names that they have in the form, so that an answer given there stands in the form, too.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from flask import current_app, request

from docgen.letters.request import LetterKind
from docgen.web.pages import showing
from docgen.web.pages.typed import Tree, walk
from docgen.web.pages.view import Page

CARRIED = "carried"  # the name of the hidden box
_HOLDS = "holds"


def brought() -> Page | None:
    """What was sent, as the form's page: from the form itself, or from the page of the way with all that is typed on
    it. None when it holds no account."""
    form = request.form
    if CARRIED not in form:
        return showing.typed()
    page = from_document(form[CARRIED].encode("utf-8", "replace"))
    if page is None:
        return None
    for box, name, holder in walk(page.tree, page.parts):
        if name in form:
            holder[box.name] = form[name].replace("\r\n", "\n").replace("\0", "")
    showing.besides(page)
    return page


def from_document(content: bytes) -> Page | None:
    """A file that the form, the API or the command line wrote, as the form's page; None when it is no account. Of one
    with more rows than a page holds nothing is taken, and the page says so."""
    document = showing.account_in(content)
    if document is None:
        return None
    page = showing.blank()
    if showing.too_many_rows(document):
        page.told.append(("danger", showing.told_too_many()))
        return page
    page.tree = showing.from_document(page, document)
    saved_for = document.get("saved_for")
    if isinstance(saved_for, dict):
        showing.choose(page, str(saved_for.get("kind")), str(saved_for.get("language")))
    for _box, _name, _holder in walk(page.tree, page.parts):
        pass  # makes room for what the document leaves out
    return page


def example() -> bytes:
    """The account that was demanded from, with the particulars of every letter that ships for it, so that each step
    opens filled in; empty where no examples are."""
    held: Mapping[str, str] = current_app.config.get("EXAMPLES", {})
    read = {kind: json.loads(text, parse_float=str, parse_int=str) for kind, text in held.items()}
    own: dict[str, Any] | None = read.get(LetterKind.DEMAND_LETTER.value) or next(iter(read.values()), None)
    if own is None:
        return b""
    for other in read.values():
        if other["account"] == own["account"]:
            own["letter"] = {**other["letter"], **own["letter"]}
    return json.dumps(own, ensure_ascii=False).encode()


# -- holds


def holds(page: Page) -> list[Tree]:
    account = page.tree.setdefault("account", {})
    found: list[Tree] = account.setdefault(_HOLDS, [])
    return found


def hold(page: Page, *, reason: str, until: str, by: str) -> None:
    """Stop every step from the day asked about on."""
    row = {"from_on": page.value("account.as_of"), "until": until, "reason": reason, "by": by}
    holds(page).append({name: value for name, value in row.items() if value})


def lift(page: Page, place: int) -> None:
    """End a hold with the day before the one asked about, so that the record keeps it; one that began no earlier is
    taken away."""
    rows = holds(page)
    if place >= len(rows):
        return
    try:
        before = dt.date.fromisoformat(page.value("account.as_of")) - dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return
    if rows[place].get("from_on", "") <= before.isoformat():
        rows[place]["until"] = before.isoformat()
    else:
        del rows[place]
