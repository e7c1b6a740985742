"""Any Word file as PDF."""

from __future__ import annotations

from flask import Response, current_app
from flask_smorest import Blueprint

from docgen.usecases import Desk, print_file
from docgen.web.api.body import DOCX, PDF, body, file, place_in_queue, refusals

prints = Blueprint("prints", __name__, url_prefix="/api/v1", description="Word files as PDF")


@prints.post("/prints")
@prints.doc(
    requestBody={"required": True, "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}}},
    responses={
        "200": {
            "description": "The file as PDF.",
            "headers": {"Docgen-Notices": {"schema": {"type": "string"}, "description": "How many notices there are."}},
            "content": {PDF: {"schema": {"type": "string", "format": "binary"}}},
        },
        **refusals(413, 415, 422, 429, 503),
    },
)
def post_print() -> Response:
    """Print a Word file."""
    desk: Desk = current_app.extensions["docgen"]
    word_file = body(DOCX)
    with place_in_queue():
        printed = print_file(desk, word_file)
    return file(printed.pdf, PDF, "print.pdf", {"Docgen-Notices": str(len(printed.notices))})
