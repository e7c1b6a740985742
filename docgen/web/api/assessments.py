"""Every figure of an account, with its rule and article; no letter is made."""

from __future__ import annotations

from flask import Response, current_app
from flask_smorest import Blueprint

import schemas
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk, assess_account
from docgen.usecases.report import assessment_answer
from docgen.web.api.body import JSON, answer, body, document, most_bytes, refusals
from docgen.web.api.components import reference
from docgen.web.api.query import ACCEPT_LANGUAGE, Parameter, query
from docgen.web.problems import language

assessments = Blueprint("assessments", __name__, url_prefix="/api/v1", description="What is owed, and by which rule")

LANGUAGE = Parameter(
    "language",
    tuple(item.value for item in Language),
    None,
    "The language of words in the answer; without it Accept-Language decides, else en.",
)


@assessments.post("/assessments")
@assessments.doc(
    operationId="assess",
    parameters=[LANGUAGE.described, ACCEPT_LANGUAGE],
    requestBody={
        "required": True,
        "content": {
            JSON: {
                "schema": reference("AssessmentRequest"),
                "examples": {kind.value: {"$ref": f"#/components/examples/{kind.value}"} for kind in LetterKind},
            }
        },
    },
    responses={
        "200": answer(
            "Every figure with its rule and its article.",
            {JSON: reference("Assessment")},
            "Content-Digest",
            "Docgen-Law-Data",
            "Docgen-Notices",
            "Content-Language",
        ),
        **refusals(400, 409, 413, 415, 422, 429),
    },
)
def post_assessment() -> Response:
    """Assess an account.

    The letter part may be left out; its interest choice counts where given. A figure that cannot be given is `missing`
    with its reason and says nothing about the others.
    """
    query(LANGUAGE, beside=_sent)
    desk: Desk = current_app.extensions["docgen"]
    loaded = _sent()
    reader = language()
    assessment = assess_account(desk, loaded.account, loaded.letter)
    notices = (*loaded.notices, *assessment.notices)
    return document(
        assessment_answer(assessment, notices, desk, reader),
        {"Docgen-Law-Data": desk.law.version, "Docgen-Notices": str(len(notices)), "Content-Language": reader},
    )


def _sent() -> schemas.Loaded:
    return schemas.load(body(JSON), most_bytes=most_bytes())
