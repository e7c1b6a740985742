"""Any text of a letter, checked before it leaves."""

from __future__ import annotations

import datetime as dt

from flask import Response, current_app, request
from flask_smorest import Blueprint

import schemas
from docgen.errors import Finding, InvalidRequest, UnsupportedMedia
from docgen.letters.request import LetterKind
from docgen.usecases import Desk, check_file, check_text
from docgen.usecases.check import Reading
from docgen.usecases.checked import check_answer
from docgen.web.api.body import DOCX, JSON, answer, body, document, refusals
from docgen.web.api.components import reference
from docgen.web.api.prints import zipped
from docgen.web.api.query import ACCEPT_LANGUAGE, Parameter, query
from docgen.web.problems import language

checks = Blueprint("checks", __name__, url_prefix="/api/v1", description="Letters read before they leave")

FORM = "multipart/form-data"
KIND = Parameter(
    "kind",
    tuple(kind.value for kind in LetterKind),
    None,
    "Which letter a Word file is, sent as the body; left out: of unknown origin.",
)
_EXAMPLE = {
    "text": "催款函\n根据《合同法》第一百零九条，请贵司支付货款人民币876,650.50元"
    "（大写：人民币捌拾柒万陆仟陆佰伍拾元整）。\n逾期不复视为确认，我司将在网上公布贵司欠款。\n2026年9月15日"
}


@checks.post("/checks")
@checks.doc(
    operationId="checkText",
    parameters=[KIND.described, ACCEPT_LANGUAGE],
    requestBody={
        "required": True,
        "content": {
            JSON: {
                "schema": reference("CheckRequest"),
                "examples": {"typed": {"summary": "A letter typed by hand", "value": _EXAMPLE}},
            },
            DOCX: {"schema": {"type": "string", "format": "binary"}},
            FORM: {
                "schema": {
                    "type": "object",
                    "properties": {
                        "file": {"type": "string", "format": "binary", "description": "The Word file."},
                        "request": {
                            "type": "string",
                            "description": "What is known beside it: the JSON of CheckRequest, without the words.",
                        },
                    },
                    "required": ["file"],
                }
            },
        },
    },
    responses={
        "200": answer(
            "What was found, and all that was read.",
            {JSON: reference("CheckAnswer")},
            "Content-Digest",
            "Docgen-Law-Data",
            "Docgen-Notices",
            "Content-Language",
        ),
        **refusals(400, 409, 413, 415, 422, 429),
    },
)
def post_check() -> Response:
    """Check a letter's text.

    The words come as JSON, as a Word file, or as a Word file in a form with what is known beside it. `verdict` is
    `block` where the law forbids a sentence, `warn` where somebody must decide, else `ok`. With an `account`, sums,
    days, names and numbers are held against it. Nothing is stored, and the answer is 200 whatever is found.
    """
    desk: Desk = current_app.extensions["docgen"]
    asked = query(KIND, beside=lambda: read(desk, None))["kind"]
    reader = language()
    reading, sent_as_file = read(desk, LetterKind(asked) if asked else None)
    found = check_answer(reading, desk, reader, with_paragraphs=sent_as_file)
    headers = {
        "Docgen-Law-Data": desk.law.version,
        "Docgen-Notices": str(len(found["findings"])),
        "Content-Language": reader,
    }
    return document(found, headers)


def read(desk: Desk, kind: LetterKind | None) -> tuple[Reading, bool]:
    """What the body holds, checked, and whether it was a Word file."""
    today = dt.datetime.now().astimezone().date()
    if request.mimetype == DOCX:
        return check_file(desk, zipped(body(DOCX)), today=today, kind=kind), True
    if request.mimetype == FORM:
        upload = request.files.get("file")
        missing = () if upload else (Finding("form.file.none", place="/file"),)
        try:
            known = schemas.load_check(request.form.get("request") or "{}", with_text=False)
        except InvalidRequest as error:
            raise InvalidRequest((*missing, *error.findings)) from None
        if upload is None:
            raise InvalidRequest(missing)
        word_file = zipped(upload.read())
        return check_file(
            desk,
            word_file,
            today=today,
            kind=known.kind or kind,
            language=known.language,
            dated_on=known.dated_on,
            account=known.account,
            request=known.letter,
        ), True
    if request.mimetype != JSON:
        facts = {"given": request.mimetype[:120] or "–", "wanted": f"{JSON}, {DOCX}, {FORM}"}
        raise UnsupportedMedia(Finding("body.media_type", facts=facts))
    sent = schemas.load_check(body(JSON))
    return check_text(
        desk,
        sent.text or "",
        today=today,
        kind=sent.kind or kind,
        language=sent.language,
        dated_on=sent.dated_on,
        account=sent.account,
        request=sent.letter,
    ), False
