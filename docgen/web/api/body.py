"""Reading request bodies, and what every answer carries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from flask import Response, current_app, json, request

from docgen.errors import Finding, UnsupportedMedia
from docgen.usecases.report import digest
from docgen.web.api import examples
from docgen.web.api.components import reference

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
JSON = "application/json"
ZIP = "application/zip"


def body(media_type: str) -> bytes:
    """The request body as it came. Raises UnsupportedMedia (415) for another media type, a coding or a charset."""
    faults: list[Finding] = []
    if request.mimetype != media_type:
        facts = {"given": request.mimetype[:120] or "–", "wanted": media_type}
        faults.append(Finding("body.media_type", facts=facts))
    coding = (request.headers.get("Content-Encoding") or "identity").strip()
    if coding.lower() != "identity":
        faults.append(Finding("body.encoding", facts={"given": coding[:80]}))
    charset = request.mimetype_params.get("charset", "utf-8")
    if charset.lower() not in {"utf-8", "utf8"}:
        faults.append(Finding("body.charset", facts={"given": charset[:80]}))
    if faults:
        raise UnsupportedMedia(faults)
    return request.get_data(cache=False)


def most_bytes() -> int:
    """How long a body may be, by the setting; the server refuses a longer one (413) before anybody reads it."""
    return int(current_app.config["MAX_CONTENT_LENGTH"])


def file(content: bytes, media_type: str, name: str, headers: Mapping[str, str]) -> Response:
    """A file as the answer, with its digest (RFC 9530) and name (RFC 6266)."""
    response = answered(content, media_type, headers)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return response


def document(values: Mapping[str, Any], headers: Mapping[str, str]) -> Response:
    """A JSON document as the answer, with the headers that the file would have and a digest of its own."""
    return answered(json.dumps(values, ensure_ascii=False).encode(), JSON, headers)


def answered(content: bytes, media_type: str, headers: Mapping[str, str]) -> Response:
    response = Response(content, mimetype=media_type)
    response.headers["Content-Digest"] = digest(content)
    response.headers.update(headers)
    return response


# -- how the description names answers and the errors that every call shares

_HEADERS = {
    "Content-Digest": "SHA-256 of the body (RFC 9530).",
    "Content-Language": "The language of the words in the answer.",
    "Content-Disposition": "The file's name (RFC 6266); not with format=json.",
    "Location": "Where the version is.",
    "Docgen-Template": "SHA-256 of the Word template.",
    "Docgen-Template-Version": "Which version of it: company/language/letter/number; absent where nothing is kept.",
    "Docgen-Law-Data": "Version of the law data.",
    "Docgen-Policy": "Version of the policy of escalation.",
    "Docgen-Notices": "How many notices there are; format=json lists them.",
    "Docgen-Draft": "true when the letter says that it is a draft.",
    "Docgen-Pages": "How many pages the PDF has.",
    "Retry-After": "Seconds to wait before sending the same again.",
    "X-RateLimit-Limit": "Requests allowed in a window of time.",
    "X-RateLimit-Remaining": "Requests left in this window.",
    "X-RateLimit-Reset": "When the window ends, in seconds since 1970-01-01 UTC.",
}
_LIMITS = ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")

_WHY = {
    400: "The body is not JSON, or the request cannot be understood.",
    403: "Nobody is named in Docgen-Person, or this person may not do that here.",
    404: "No such letter, version or company.",
    409: "The law or the account bars this letter, a version is not where this step begins, or a warning waits to be "
    "acknowledged.",
    413: "The body is too large.",
    415: "The body is of the wrong media type, coded, or not in UTF-8.",
    422: "The request has faults.",
    429: "Too many requests.",
    500: "A fault of the service.",
    501: "Nothing is kept here: no folder is set for it.",
    503: "Busy printing, no press can be had, or what is kept cannot be read or written just now.",
}


def described_headers(*names: str) -> dict[str, Any]:
    return {name: {"description": _HEADERS[name], "schema": {"type": "string"}} for name in (*names, *_LIMITS)}


def answer(description: str, content: Mapping[str, Any], *headers: str) -> dict[str, Any]:
    """The answer 200 of a call. content: media type → schema."""
    return {
        "description": description,
        "headers": described_headers(*headers),
        "content": {media_type: {"schema": schema} for media_type, schema in content.items()},
    }


def refusals(*statuses: int, shown: Mapping[int, str] | None = None) -> dict[str, Any]:
    """The error answers of a call, each with an example. shown: status → the example to show instead of its first."""
    chosen = shown or {}
    return {
        str(status): {
            "description": _WHY[status],
            "headers": described_headers(*(["Retry-After"] if status in {429, 503} else [])),
            "content": {
                "application/problem+json": {
                    "schema": reference("Problem"),
                    "examples": examples.of(status, named=chosen.get(status)),
                }
            },
        }
        for status in (*statuses, 500)
    }
