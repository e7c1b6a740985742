"""Letters that went out: with which versions, and the same bytes again."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from flask import Response
from flask_smorest import Blueprint

from docgen.errors import Finding, InvalidRequest, UnknownVersion
from docgen.usecases.studio.issuing import reissue
from docgen.usecases.studio.told import issued_document
from docgen.usecases.studio.versions import Right
from docgen.web.api.body import DOCX, JSON, PDF, answer, file, refusals
from docgen.web.api.components import reference
from docgen.web.api.query import Parameter, query
from docgen.web.api.studio.templates import ASKS
from docgen.web.api.studio.visiting import PERSON, visit

issued = Blueprint("issued", __name__, url_prefix="/api/v1", description="Letters issued, and the same bytes again")

MOST = 200
NUMBER = Parameter("number", (), None, "The letter's number.")
SINCE = Parameter("since", (), None, "The first day of the letters' dates, YYYY-MM-DD.")


@issued.get("/issued")
@issued.doc(
    operationId="listIssued",
    parameters=[PERSON, NUMBER.described, SINCE.described],
    responses={
        "200": answer("The newest first.", {JSON: reference("IssuedLetters")}),
        **refusals(403, 422, 429, 501, 503, shown=ASKS),
    },
)
def list_issued() -> dict[str, Any]:
    """Letters issued, those of companies that the person may read: the newest 200 of those asked for."""
    asked = query(NUMBER, SINCE, beside=visit)
    here = visit()
    since = _day(asked["since"]) if asked["since"] else None
    found = here.shelf.issued(letter=asked["number"].strip(), since=since, most=MOST)
    return {"issued": [issued_document(one) for one in found if here.may(Right.READ, one.unit)]}


def _file(which: str, media_type: str, does: str) -> None:
    @issued.get(f"/issued/<id>/{which}", endpoint=f"issued_{which}")
    @issued.doc(
        operationId=f"getIssued{which.capitalize()}",
        summary=does,
        parameters=[PERSON],
        responses={
            "200": answer(
                "The file.",
                {media_type: {"type": "string", "format": "binary"}},
                "Content-Digest",
                "Content-Disposition",
            ),
            **refusals(403, 404, 422, 429, 501, 503, shown=ASKS),
        },
    )
    def again(id: str) -> Response:
        query(beside=visit)
        here = visit()
        kept = reissue(here.shelf, here.person, id)
        content = kept.docx if which == "docx" else kept.pdf
        if content is None:
            raise UnknownVersion(Finding("studio.never_printed", facts={"number": kept.issued.number}))
        name = f"{kept.issued.number or kept.issued.kind}.{which}".replace("/", "_")
        return file(content, media_type, name, {})


_file("docx", DOCX, "The Word file of a letter issued, byte for byte")
_file("pdf", PDF, "The PDF of a letter issued, byte for byte")


def _day(text: str) -> dt.date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise InvalidRequest(Finding("query.not_a_day", facts={"name": "since", "value": text[:80]}))
