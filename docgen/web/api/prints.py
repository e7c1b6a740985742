"""Any Word file as PDF."""

from __future__ import annotations

import base64

from flask import Response, current_app
from flask_smorest import Blueprint

from docgen.errors import Finding, NotAWordFile
from docgen.printing import Profile
from docgen.usecases import Desk, print_file
from docgen.usecases.names import stem
from docgen.usecases.report import digest, finding_document
from docgen.web.api.body import DOCX, JSON, PDF, answer, body, document, file, refusals
from docgen.web.api.components import reference
from docgen.web.api.query import ACCEPT_LANGUAGE, PROFILE, Parameter, query
from docgen.web.problems import language
from docgen.web.queue import place_in_queue

prints = Blueprint("prints", __name__, url_prefix="/api/v1", description="Word files as PDF")

# How a .doc, or a .docx under a password, begins; the gate before the press has a word for those.
OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"

FORMAT = Parameter("format", ("pdf", "json"), "pdf", "pdf: the file itself; json: the file in base64 with its notices.")


NAME = Parameter(
    "name",
    (),
    None,
    "What the file is called: the PDF takes its name, and an archive holds it under that name. Folders, control "
    "characters and what file names may not hold are left out; without a name: print.pdf, source.docx.",
)


@prints.post("/prints")
@prints.doc(
    operationId="printWordFile",
    parameters=[FORMAT.described, PROFILE.described, NAME.described, ACCEPT_LANGUAGE],
    requestBody={"required": True, "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}}},
    responses={
        "200": answer(
            "The file as PDF.",
            {PDF: {"type": "string", "format": "binary"}, JSON: reference("Print")},
            "Content-Digest",
            "Content-Disposition",
            "Docgen-Notices",
            "Docgen-Pages",
        ),
        **refusals(413, 415, 422, 429, 503, shown={422: "NotAWordFile"}),
    },
)
def post_print() -> Response:
    """Print a Word file.

    What is found in it has a `place` in the file, counted from one as Word counts, and no pointer. What is lost in the
    print is a notice; what cannot be printed at all is a 422 that names every place.
    """
    asked = query(FORMAT, PROFILE, NAME, beside=_word_file)
    desk: Desk = current_app.extensions["docgen"]
    word_file = _word_file()
    with place_in_queue():
        printed = print_file(desk, word_file, Profile(asked["profile"]), asked["name"])
    headers = {"Docgen-Notices": str(len(printed.notices)), "Docgen-Pages": str(printed.pages)}
    if asked["format"] == "pdf":
        return file(printed.pdf, PDF, f"{stem(asked['name'], otherwise='print')}.pdf", headers)
    values = {
        "pages": printed.pages,
        "pdf": base64.b64encode(printed.pdf).decode(),
        "digest": digest(printed.pdf),
        "notices": [finding_document(notice, language(), desk) for notice in printed.notices],
    }
    return document(values, headers)


def _word_file() -> bytes:
    return zipped(body(DOCX))


def zipped(content: bytes) -> bytes:
    """The same content. Raises NotAWordFile for what begins like none."""
    if not content.startswith((b"PK", OLD_OR_ENCRYPTED)):
        raise NotAWordFile(Finding("word_file.not_zip"))
    return content
