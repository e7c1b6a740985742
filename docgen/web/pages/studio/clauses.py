"""Clauses that several letters share, of one company and of those above it."""

from __future__ import annotations

from flask import Response, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as Answer

from docgen.errors import Finding, NotReady
from docgen.letters.request import Language
from docgen.usecases.studio.resolving import touched
from docgen.usecases.studio.units import lineage
from docgen.usecases.studio.versions import Item, Sort
from docgen.web.pages.studio.items import CLAUSE_NAME, address, in_force_of, put_back
from docgen.web.pages.studio.who import acting, page, reading, studio


@studio.get("/clauses")
def clauses() -> Response:
    here = reading()
    line = lineage(here.unit, here.units)
    items = sorted((item for item in here.shelf.items(sort=Sort.CLAUSE) if item.unit in line), key=_order)
    shown = [
        (item, here.shelf.versions(item)[0], in_force_of(here, item), len(touched(here.shelf, item))) for item in items
    ]
    return page("clauses", here, clauses=shown, address=address, languages=[one.value for one in Language])


@studio.post("/clauses")
def new_clause() -> Answer:
    """The first version of a clause: its name, its language, its Word file."""
    here, _person = acting()
    name, language = request.form.get("name", "").strip(), request.form.get("language", "")
    if language not in set(Language):
        raise NotFound
    if not CLAUSE_NAME.fullmatch(name):
        raise NotReady(Finding("studio.clause_name", facts={"name": name[:60]}))
    return put_back("clauses", language, name, here.unit)


def _order(item: Item) -> tuple[str, str, str]:
    return item.name, item.language, item.unit
