"""What refusals look like: one problem document for each status, made by the code that answers with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from docgen.errors import Finding, Severity
from docgen.usecases import Desk
from docgen.web.problems import problem_document


@dataclass(frozen=True, slots=True)
class Refusal:
    """summary: what happened. The rest is what `problem_document` takes."""

    summary: str
    status: int
    code: str
    findings: Sequence[Finding] = ()
    to_acknowledge: Sequence[str] = ()


REFUSALS: Mapping[str, Refusal] = MappingProxyType(
    {
        "NotJSON": Refusal(
            "A comma too many", 400, "not_json", [Finding("json.syntax", facts={"line": "12", "column": "5"})]
        ),
        "Unacknowledged": Refusal(
            "A warning that nobody has said to have read",
            409,
            "unacknowledged",
            [
                Finding(
                    "letter.dated_before_as_of",
                    Severity.WARNING,
                    "/letter/dated_on",
                    {"dated_on": "2026-09-14", "as_of": "2026-09-15"},
                )
            ],
            ["letter.dated_before_as_of"],
        ),
        "NotAllowed": Refusal(
            "Nobody has said who they are",
            403,
            "not_allowed",
            [Finding("studio.person_absent", facts={"nearest": "fang, gao"})],
        ),
        "UnknownVersion": Refusal(
            "There is no version 7",
            404,
            "unknown_version",
            [Finding("studio.version_unknown", facts={"name": "demand_letter", "number": "7"})],
        ),
        "NotReady": Refusal(
            "A version that nobody has approved",
            409,
            "not_ready",
            [Finding("studio.not_approved", facts={"name": "demand_letter", "number": "2"})],
        ),
        "TooLarge": Refusal("A body beyond DOCGEN_MAX_BYTES", 413, "too_large"),
        "UnsupportedMediaType": Refusal(
            "A form instead of JSON",
            415,
            "unsupported_media_type",
            [
                Finding(
                    "body.media_type",
                    facts={"given": "application/x-www-form-urlencoded", "wanted": "application/json"},
                )
            ],
        ),
        "InvalidRequest": Refusal(
            "An invoice without an amount, and a field that nobody knows",
            422,
            "invalid_request",
            [
                Finding("field.missing", place="/account/invoices/2/amount", facts={"name": "amount"}),
                Finding(
                    "field.unknown",
                    place="/account/invoices/2/amout",
                    facts={"name": "amout", "nearest": "amount"},
                ),
            ],
        ),
        "NotAWordFile": Refusal("Not a Word file", 422, "not_word_file", [Finding("word_file.not_zip")]),
        "TooManyRequests": Refusal("Wait for Retry-After, and send the same again", 429, "too_many_requests"),
        "Internal": Refusal("A fault of the service, which its log has", 500, "internal"),
        "NoStore": Refusal("No folder is set", 501, "no_store", [Finding("studio.no_store")]),
        "Busy": Refusal("Wait for Retry-After, and send the same again", 503, "busy"),
        "StoreFailed": Refusal(
            "What is kept cannot be read just now",
            503,
            "store_failed",
            [Finding("store.database_failed", facts={"why": "the server closed the connection"})],
        ),
        "NoPress": Refusal("No press can be started", 503, "press_failed", [Finding("print.no_press")]),
    }
)


def of(status: int, *, named: str | None = None) -> dict[str, Any]:
    """The examples of a status, by reference. named: this one alone."""
    names = [named] if named else [name for name, one in REFUSALS.items() if one.status == status][:1]
    return {name: {"$ref": f"#/components/examples/{name}"} for name in names}


def documents(desk: Desk) -> dict[str, dict[str, Any]]:
    """Each example as the description holds it, in English."""
    return {
        name: {
            "summary": one.summary,
            "value": problem_document(desk, "en", one.status, one.code, one.findings, one.to_acknowledge),
        }
        for name, one in REFUSALS.items()
    }
