"""Which step is next for an account, why, and what bars the others."""

from __future__ import annotations

from typing import Any

from flask import Response, current_app
from flask_smorest import Blueprint

import schemas
from docgen.accounts.account import Account
from docgen.escalation.policy import Policy
from docgen.escalation.policy_file import read as read_policy
from docgen.letters.request import Language, LetterKind, LetterRequest
from docgen.usecases import Desk
from docgen.usecases.decision import decide_account, decision_answer
from docgen.usecases.replay import memo, replay
from docgen.web.api.body import JSON, answer, body, document, most_bytes, refusals
from docgen.web.api.components import reference
from docgen.web.api.query import ACCEPT_LANGUAGE, Parameter, query
from docgen.web.problems import language

decisions = Blueprint("decisions", __name__, url_prefix="/api/v1", description="Which step is next, and why")

LANGUAGE = Parameter(
    "language",
    tuple(item.value for item in Language),
    None,
    "The language of words in the answer; without it Accept-Language decides, else en.",
)
MEMO = Parameter(
    "memo",
    ("yes", "no"),
    "no",
    "yes: each decision comes with its memo, from which /decisions/replay makes it again.",
)
_HEADERS = ("Content-Digest", "Docgen-Law-Data", "Docgen-Policy", "Content-Language")


@decisions.post("/decisions")
@decisions.doc(
    operationId="decide",
    parameters=[LANGUAGE.described, MEMO.described, ACCEPT_LANGUAGE],
    requestBody={
        "required": True,
        "content": {
            JSON: {
                "schema": reference("DecisionRequest"),
                "examples": {kind.value: {"$ref": f"#/components/examples/{kind.value}"} for kind in LetterKind},
            }
        },
    },
    responses={
        "200": answer("A decision for each account, in their order.", {JSON: reference("Decisions")}, *_HEADERS),
        **refusals(400, 409, 413, 415, 422, 429),
    },
)
def post_decisions() -> Response:
    """Decide the next step.

    One account as in a letter's request (`account`; a `letter` part is not needed), or up to a thousand (`accounts`).
    The decision is made for each account's own `as_of`, by the policy of escalation that this service runs with. There
    is always an answer: where a fact is missing, `questions` asks for it, and says whether the step waits for it.
    """
    asked = query(LANGUAGE, MEMO, beside=_accounts)
    desk: Desk = current_app.extensions["docgen"]
    reader = language()
    found: list[dict[str, Any]] = []
    for account in _accounts():
        decision = decide_account(desk, account)
        told = decision_answer(decision, desk, reader, account)
        if asked["memo"] == "yes":
            told["memo"] = memo(desk, schemas.dump(account, LetterRequest())["account"], decision)
        found.append(told)
    return document({"decisions": found}, _headers(desk, reader))


@decisions.post("/decisions/replay")
@decisions.doc(
    operationId="replay",
    parameters=[LANGUAGE.described, ACCEPT_LANGUAGE],
    requestBody={"required": True, "content": {JSON: {"schema": reference("DecisionMemo")}}},
    responses={
        "200": answer("The decision made again.", {JSON: reference("Replayed")}, *_HEADERS),
        **refusals(400, 413, 415, 422, 429),
    },
)
def post_replay() -> Response:
    """Make a decision again from its memo.

    `same` says whether it came out as the memo has it; `differs` names what did not, and `other_law_data` the version
    of law data that the memo was made with, where this service has another.
    """
    query(LANGUAGE, beside=_memo)
    desk: Desk = current_app.extensions["docgen"]
    reader = language()
    kept = _memo()
    made = replay(desk, account=kept.account, policy=kept.policy, law_data=kept.law_data, decision=kept.decision)
    told = {
        "same": made.same,
        "differs": list(made.differs),
        "other_law_data": made.other_law,
        "decision": decision_answer(made.decision, desk, reader),
    }
    return document(told, _headers(desk, reader))


def _accounts() -> tuple[Account, ...]:
    return schemas.load_accounts(body(JSON), most_bytes=most_bytes())


def _memo() -> schemas.Memo[Policy]:
    return schemas.load_memo(body(JSON), policy=read_policy, most_bytes=most_bytes())


def _headers(desk: Desk, reader: str) -> dict[str, str]:
    return {
        "Docgen-Law-Data": desk.law.version,
        "Docgen-Policy": desk.policy.version,
        "Content-Language": reader,
    }
