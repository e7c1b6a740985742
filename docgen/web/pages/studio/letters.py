"""Letters that went out: with which version, and the same bytes again."""

from __future__ import annotations

from flask import Response, request
from werkzeug.exceptions import NotFound

from docgen.usecases.studio import rights
from docgen.usecases.studio.issuing import reissue
from docgen.usecases.studio.versions import Right
from docgen.web.api.body import DOCX, PDF, file
from docgen.web.pages.studio.items import address
from docgen.web.pages.studio.who import acting, page, studio

_MOST = 200


@studio.get("/issued")
def issued() -> Response:
    here, person = acting()
    sought = request.args.get("number", "").strip()
    found = here.shelf.issued(letter=sought, most=_MOST)
    shown = [letter for letter in found if rights.may(person, Right.READ, letter.unit, here.units)]
    return page("issued", here, letters=shown, sought=sought, address=address, most=_MOST)


@studio.get("/issued/<id>.<any(docx, pdf):which>")
def again(id: str, which: str) -> Response:
    """The file as it went out, byte for byte."""
    here, person = acting()
    kept = reissue(here.shelf, person, id)
    content = kept.docx if which == "docx" else kept.pdf
    if content is None:
        raise NotFound
    name = f"{kept.issued.number or kept.issued.kind}.{which}".replace("/", "_")
    return file(content, DOCX if which == "docx" else PDF, name, {})
