"""The letters: what there is, and one POST that makes one."""

from __future__ import annotations

import base64
from typing import Any

import marshmallow as ma
from flask import Response, current_app, jsonify
from flask_smorest import Blueprint

import schemas
from docgen.errors import Finding, UnknownLetter
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, Letter, make_letter, print_letter
from docgen.usecases.report import assessment_document
from docgen.web.api.body import DOCX, PDF, body, file, place_in_queue, refusals
from docgen.web.problems import finding_document, language

letters = Blueprint("letters", __name__, url_prefix="/api/v1", description="The letters and what each asks for")


class LetterQuery(ma.Schema):
    language = ma.fields.String(
        load_default="zh",
        validate=ma.validate.OneOf([item.value for item in Language]),
        metadata={"description": "What the letter is written in."},
    )
    format = ma.fields.String(
        load_default="pdf",
        validate=ma.validate.OneOf(["pdf", "docx", "json"]),
        metadata={"description": "pdf or docx: the file itself; json: both files with facts, notices and bars."},
    )


@letters.get("/letters")
@letters.response(200, description="Every letter with its titles and the JSON Schema of its request.")
def list_letters() -> dict[str, Any]:
    """The catalogue."""
    return {
        "letters": [
            {
                "kind": kind.value,
                "titles": {
                    tongue.value: list(dict.fromkeys(title[tongue] for title in CATALOGUE[kind].titles.values()))
                    for tongue in Language
                },
                "languages": [tongue.value for tongue in Language],
                "formats": ["pdf", "docx", "json"],
                "href": f"/api/v1/letters/{kind.value}",
                "schema": schemas.json_schema(kind),
            }
            for kind in LetterKind
        ]
    }


@letters.post("/letters/<kind>")
@letters.arguments(LetterQuery, location="query", as_kwargs=True)
@letters.doc(
    requestBody={
        "required": True,
        "content": {"application/json": {"schema": schemas.json_schema(LetterKind.DEMAND_LETTER)}},
    },
    parameters=[
        {"name": "kind", "in": "path", "required": True, "schema": {"enum": [kind.value for kind in LetterKind]}}
    ],
    responses={
        "200": {
            "description": "The letter.",
            "headers": {
                name: {"schema": {"type": "string"}, "description": what}
                for name, what in {
                    "Content-Digest": "SHA-256 of the file (RFC 9530).",
                    "Docgen-Template": "SHA-256 of the Word template.",
                    "Docgen-Law-Data": "Version of the law data.",
                    "Docgen-Notices": "How many notices there are; format=json lists them.",
                    "Docgen-Draft": "true when the letter is a draft that names its bars.",
                }.items()
            },
            "content": {
                PDF: {"schema": {"type": "string", "format": "binary"}},
                DOCX: {"schema": {"type": "string", "format": "binary"}},
                "application/json": {"schema": {"type": "object"}},
            },
        },
        **refusals(400, 404, 409, 413, 415, 422, 429, 503),
    },
)
def post_letter(kind: str, language: str, format: str) -> Response:
    """Make a letter from an account."""
    if kind not in [item.value for item in LetterKind]:
        raise UnknownLetter(Finding("letter.unknown", place=None, facts={"kind": kind[:80]}))
    desk: Desk = current_app.extensions["docgen"]
    loaded = schemas.load(body("application/json"), kind=LetterKind(kind))
    with place_in_queue():
        letter = make_letter(desk, LetterKind(kind), Language(language), loaded.account, loaded.letter, loaded.notices)
        if format == "docx":
            return letter_file(letter, letter.docx, DOCX, len(letter.notices))
        printed = print_letter(desk, letter)
    notices = (*letter.notices, *printed.notices)
    if format == "pdf":
        return letter_file(letter, printed.pdf, PDF, len(notices))
    return jsonify(letter_document(letter, printed.pdf, printed.pages, notices, desk))


def letter_file(letter: Letter, content: bytes, media_type: str, notices: int) -> Response:
    ending = "pdf" if media_type == PDF else "docx"
    name = f"{CATALOGUE[letter.kind].title(letter.language, letter.request.purpose)}-{letter.request.number}.{ending}"
    return file(
        content,
        media_type,
        name.replace("/", "_"),
        {
            "Docgen-Template": letter.template_digest,
            "Docgen-Law-Data": letter.law_version,
            "Docgen-Notices": str(notices),
            "Docgen-Draft": "true" if letter.draft else "false",
        },
    )


def letter_document(letter: Letter, pdf: bytes, pages: int, notices: tuple[Finding, ...], desk: Desk) -> dict[str, Any]:
    """The whole answer of format=json."""
    reader = language()
    return {
        "kind": letter.kind.value,
        "language": letter.language.value,
        "draft": letter.draft,
        "pages": pages,
        "template": letter.template_digest,
        "law_data": letter.law_version,
        "files": {
            "docx": base64.b64encode(letter.docx).decode(),
            "pdf": base64.b64encode(pdf).decode(),
        },
        "facts": letter.facts,
        "defaults": [
            {
                "pointer": default.pointer,
                "value": default.value,
                "code": default.why,
                "message": desk.messages.say(default.finding, reader),
            }
            for default in letter.defaults
        ],
        "bars": [finding_document(bar, reader, desk) for bar in letter.bars],
        "notices": [finding_document(notice, reader, desk) for notice in notices],
        "assessment": assessment_document(letter.assessment, desk.law, reader),
    }
