"""Every figure of an account, with its rule and article; no letter is made."""

from __future__ import annotations

from typing import Any

from flask import current_app
from flask_smorest import Blueprint

import schemas
from docgen.accounts.money import ZERO
from docgen.law import assess
from docgen.letters.request import LetterKind
from docgen.usecases import Desk
from docgen.usecases.report import assessment_document
from docgen.web.api.body import body, refusals
from docgen.web.problems import finding_document, language

assessments = Blueprint("assessments", __name__, url_prefix="/api/v1", description="What is owed, and by which rule")


@assessments.post("/assessments")
@assessments.doc(
    requestBody={
        "required": True,
        "content": {"application/json": {"schema": schemas.json_schema(LetterKind.DEMAND_LETTER)}},
    },
    responses=refusals(400, 413, 415, 422, 429),
)
@assessments.response(200, description="Every figure with its rule and its article.")
def post_assessment() -> dict[str, Any]:
    """Assess an account. The letter part may be left out; its interest choice counts where given."""
    desk: Desk = current_app.extensions["docgen"]
    loaded = schemas.load(body("application/json"))
    reader = language()
    assessment = assess(loaded.account, desk.law, loaded.letter.interest, costs=loaded.letter.costs or ZERO)
    document = assessment_document(assessment, desk.law, reader)
    notices = (*loaded.notices, *assessment.notices)
    document["notices"] = [finding_document(notice, reader, desk) for notice in notices]
    return document
