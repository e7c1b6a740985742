"""Reading request bodies, and what every file that leaves carries."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any
from urllib.parse import quote

from flask import Response, request
from werkzeug.exceptions import ServiceUnavailable, UnsupportedMediaType

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"

# Letters made or waiting at once. One press prints at a time, so a longer queue only makes callers wait.
_places = BoundedSemaphore(8)
WAIT = 10  # seconds


@contextmanager
def place_in_queue() -> Iterator[None]:
    """A place among those being served; none free for ten seconds: 503 with Retry-After."""
    if not _places.acquire(timeout=WAIT):
        raise ServiceUnavailable(retry_after=5)
    try:
        yield
    finally:
        _places.release()


def body(*media_types: str) -> bytes:
    """The request body, of one of these media types; another one is 415."""
    if request.mimetype not in media_types:
        raise UnsupportedMediaType
    return request.get_data(cache=False)


def file(content: bytes, media_type: str, name: str, headers: dict[str, str]) -> Response:
    """A file as the answer, with its digest (RFC 9530) and name (RFC 6266)."""
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response.headers["Content-Digest"] = f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"
    response.headers.update(headers)
    return response


# How the description names a file answer and the errors that every call shares.
PROBLEM = {
    "content": {
        "application/problem+json": {
            "schema": {
                "type": "object",
                "required": ["type", "status", "code", "title", "detail", "errors"],
                "properties": {
                    "type": {"type": "string"},
                    "status": {"type": "integer"},
                    "code": {"type": "string", "description": "Stable across releases."},
                    "title": {"type": "string"},
                    "detail": {"type": "string"},
                    "errors": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["code", "severity", "message", "remedy", "facts", "articles"],
                            "properties": {
                                "code": {"type": "string", "description": "Stable across releases."},
                                "severity": {"enum": ["fault", "bar", "warning", "information"]},
                                "pointer": {
                                    "type": ["string", "null"],
                                    "description": "JSON pointer (RFC 6901) into the request.",
                                },
                                "place": {"type": "object", "description": "Place in a Word file."},
                                "message": {"type": "string"},
                                "remedy": {"type": "string"},
                                "facts": {"type": "object"},
                                "articles": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "properties": {"ref": {"type": "string"}, "citation": {"type": "string"}},
                                    },
                                },
                            },
                        },
                    },
                },
            }
        }
    }
}


def refusals(*statuses: int) -> dict[str, Any]:
    """The error answers of a call, for its description."""
    why = {
        400: "The body is not JSON.",
        404: "No such letter.",
        409: "The law or the account bars this letter.",
        413: "The body is too large.",
        415: "The body is of the wrong media type.",
        422: "The request has faults.",
        429: "Too many requests.",
        500: "A fault of the service.",
        503: "Busy printing.",
    }
    return {str(status): {"description": why[status], **PROBLEM} for status in statuses}
