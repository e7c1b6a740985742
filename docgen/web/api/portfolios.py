"""Many accounts at once: who first, the collection rate, the aging."""

from __future__ import annotations

from flask import Response, current_app
from flask_smorest import Blueprint

import schemas
from docgen.letters.request import LetterKind
from docgen.usecases import Desk
from docgen.usecases.portfolio import look_over
from docgen.usecases.portfolio_report import portfolio_answer
from docgen.web.api.body import JSON, answer, body, document, most_bytes, refusals
from docgen.web.api.components import reference
from docgen.web.api.decisions import LANGUAGE
from docgen.web.api.query import ACCEPT_LANGUAGE, query
from docgen.web.problems import language

portfolios = Blueprint("portfolios", __name__, url_prefix="/api/v1", description="Many accounts at once: who first")


@portfolios.post("/portfolios")
@portfolios.doc(
    operationId="lookOver",
    parameters=[LANGUAGE.described, ACCEPT_LANGUAGE],
    requestBody={
        "required": True,
        "content": {
            JSON: {
                "schema": reference("PortfolioRequest"),
                "examples": {
                    LetterKind.DEMAND_LETTER.value: {"$ref": f"#/components/examples/{LetterKind.DEMAND_LETTER.value}"}
                },
            }
        },
    },
    responses={
        "200": answer(
            "Who first, with the reasons; the collection rate; the aging.",
            {JSON: reference("Portfolio")},
            "Content-Digest",
            "Docgen-Law-Data",
            "Docgen-Policy",
            "Docgen-Notices",
            "Content-Language",
        ),
        **refusals(400, 413, 415, 422, 429),
    },
)
def post_portfolio() -> Response:
    """Look over many accounts.

    Up to a thousand `accounts`, or one `account` as in a letter's request. `priority` puts them in the order of what a
    month's waiting is expected to cost, each with its reasons: advice for an order of work, never law. `collection` is
    the collection rate of the `period` by its parts, by customer and by salesperson; `aging` what is open by days past
    due. Currencies stand beside each other and are never added. Nothing is stored.
    """
    query(LANGUAGE, beside=_sent)
    desk: Desk = current_app.extensions["docgen"]
    reader = language()
    sent = _sent()
    found = look_over(desk, sent.accounts, sent.period)
    headers = {
        "Docgen-Law-Data": desk.law.version,
        "Docgen-Policy": desk.policy.version,
        "Docgen-Notices": str(len(found.notices)),
        "Content-Language": reader,
    }
    return document(portfolio_answer(found, desk, reader), headers)


def _sent() -> schemas.Portfolio:
    return schemas.load_portfolio(body(JSON), most_bytes=most_bytes())
