"""Errors as problem+json (RFC 9457): one table from the error tree to HTTP, worded for the caller."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import cast

from flask import Flask, Response, current_app, json, render_template, request
from flask_babel import get_locale
from werkzeug.exceptions import HTTPException, InternalServerError

from docgen.errors import (
    Barred,
    DocgenError,
    Finding,
    HostileFile,
    InvalidRequest,
    NoPress,
    NoStore,
    NotAllowed,
    NotJSON,
    NotReady,
    PressFailed,
    RuleMissing,
    StoreFailed,
    TemplateFault,
    Unacknowledged,
    UnknownLetter,
    UnknownVersion,
    Unprintable,
    UnsupportedMedia,
)
from docgen.usecases import Desk
from docgen.usecases.report import finding_document
from docgen.web.languages import LANGUAGES, negotiated
from docgen.web.queue import RETRY_AFTER

STATUS: dict[type[DocgenError], int] = {
    NotJSON: 400,
    NotAllowed: 403,
    UnknownLetter: 404,
    UnknownVersion: 404,
    Barred: 409,
    NotReady: 409,
    RuleMissing: 409,
    UnsupportedMedia: 415,
    InvalidRequest: 422,
    HostileFile: 422,
    Unprintable: 422,
    TemplateFault: 500,
    PressFailed: 500,
    NoStore: 501,
    StoreFailed: 503,
    NoPress: 503,
}

# HTTP's own refusals, under codes of ours that stay.
HTTP_CODES = {
    400: "bad_request",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "unsupported_media_type",
    422: "invalid_request",
    429: "too_many_requests",
    503: "busy",
}

# What is told beside the errors: what would bar the letter even without them; what the press has to say besides.
BESIDES = {InvalidRequest.code: "bars", Unprintable.code: "notices"}

# Calls that take many accounts, and those that take a file; the others take one account.
OF_ACCOUNTS = frozenset({"decisions", "portfolios"})
OF_FILES = frozenset({"prints", "checks", "templates"})
ACCOUNT_BYTES = 15_000  # of JSON: the account that ships, seven invoices with all that belongs to them

log = logging.getLogger(__name__)


def register(app: Flask) -> None:
    app.register_error_handler(DocgenError, refused)
    app.register_error_handler(HTTPException, http_refused)
    app.register_error_handler(Exception, failed)


def language() -> str:
    """The language of messages: Accept-Language, else the `language` asked for, else English.

    Only in an assessment `language` comes first: there it is the language of the answer, not of a letter to somebody
    who may read another.
    """
    asked = request.args.get("language")
    own = asked if asked in LANGUAGES else None
    if own and request.endpoint == "assessments.post_assessment":
        return own
    if request.accept_languages:
        return negotiated(request.accept_languages, default="en")
    return own or "en"


def refused(error: DocgenError) -> Response:
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
    if status >= 500:
        log.error("%s: %s", error.code, error)
    to_acknowledge = error.to_acknowledge if isinstance(error, Barred | NotReady) else ()
    response = problem(status, error.code, error.findings, to_acknowledge, error.besides)
    if status == 503:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _too_large() -> Finding:
    """What to do about a body that is too large is another thing for accounts than for the invoices of one."""
    most = int(current_app.config["MAX_CONTENT_LENGTH"])
    if request.blueprint in OF_ACCOUNTS:
        fits = most // ACCOUNT_BYTES
        fits -= fits % 10 if fits > 20 else 0
        return Finding("problem.too_large_accounts", facts={"most": f"{most:,}", "fits": f"{max(fits, 1):,}"})
    if request.blueprint in OF_FILES:
        return Finding("problem.too_large_file", facts={"most": f"{most:,}"})
    return Finding("problem.too_large")


def http_refused(error: HTTPException) -> Response:
    """A refusal by HTTP itself."""
    status = error.code or 500
    if status < 400:
        return cast(Response, error.get_response())
    if not request.path.startswith("/api/"):
        return page(status)
    title = _too_large() if status == 413 else None
    response = problem(status, HTTP_CODES.get(status, "http"), title=title)
    response.headers.extend(
        (name, value) for name, value in error.get_headers() if name.lower() in {"retry-after", "allow"}
    )
    return response


def failed(error: Exception) -> Response:
    """A fault of ours: the log has it, the caller gets a code and no stack."""
    log.exception("unexpected", exc_info=error)
    return problem(500, "internal") if request.path.startswith("/api/") else page(InternalServerError.code)


def page(status: int) -> Response:
    code = HTTP_CODES.get(status, "internal")
    message = Finding(f"problem.{code}")
    desk: Desk = current_app.extensions["docgen"]

    reader = str(get_locale())[:2]  # the page's language, as its switch has set it
    text = render_template(
        "problem.html", status=status, say=desk.messages.say(message, reader), do=desk.messages.do(message, reader)
    )
    return Response(text, status=status, mimetype="text/html")


def problem(
    status: int,
    code: str,
    findings: Sequence[Finding] = (),
    to_acknowledge: Sequence[str] = (),
    besides: Sequence[Finding] = (),
    title: Finding | None = None,
) -> Response:
    """A problem as the answer, in the reader's language."""
    reader = language()
    desk = current_app.extensions["docgen"]
    body = problem_document(desk, reader, status, code, findings, to_acknowledge, besides, title)
    response = Response(json.dumps(body, ensure_ascii=False), status=status, mimetype="application/problem+json")
    response.headers["Content-Language"] = reader
    return response


def problem_document(
    desk: Desk,
    reader: str,
    status: int,
    code: str,
    findings: Sequence[Finding] = (),
    to_acknowledge: Sequence[str] = (),
    besides: Sequence[Finding] = (),
    title: Finding | None = None,
) -> dict[str, object]:
    """A problem (RFC 9457); `errors` has every finding with pointer, code, message and remedy.

    to_acknowledge: with 409, what `letter.acknowledge` must hold once a person has read the warnings; `add` says it as
    the JSON to merge into the request. besides: what is told with the findings, under a name of its own. title: in
    the place of the code's own words.
    """
    title = title or Finding(f"problem.{code}")
    errors = [finding_document(finding, reader, desk) for finding in findings]
    body: dict[str, object] = {
        "type": "about:blank",
        "status": status,
        "code": code,
        "title": desk.messages.say(title, reader),
        "detail": errors[0]["message"] if errors else desk.messages.do(title, reader),
        "errors": errors,
    }
    if status == 409:
        body["acknowledge"] = list(to_acknowledge)
    if code == Unacknowledged.code:
        body["add"] = {"letter": {"acknowledge": list(to_acknowledge)}}
    if name := BESIDES.get(code):
        body[name] = [finding_document(finding, reader, desk) for finding in besides]
    return body
