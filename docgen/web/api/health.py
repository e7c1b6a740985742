"""Whether the service lives, and whether it can make letters."""

from __future__ import annotations

from typing import Any

from flask import current_app
from flask_smorest import Blueprint

from docgen import __version__
from docgen.errors import Finding, NoPress
from docgen.printing.workers import Workers
from docgen.usecases import Desk
from docgen.usecases.desk import file_name
from docgen.usecases.report import finding_document
from docgen.web.api.body import JSON, refusals
from docgen.web.api.components import reference
from docgen.web.problems import language

health = Blueprint("health", __name__, url_prefix="/api/v1", description="Is it alive, is it ready")


def _answer(description: str, name: str) -> dict[str, Any]:
    return {"200": {"description": description, "content": {JSON: {"schema": reference(name)}}}}


@health.get("/health")
@health.doc(operationId="health", responses=_answer("The process answers.", "Health"))
def alive() -> dict[str, Any]:
    """Is it alive."""
    desk: Desk = current_app.extensions["docgen"]
    faulty = sorted(file_name(language, kind) for language, kind in desk.template_faults)
    return {"status": "ok", "version": __version__, "faulty_templates": faulty}


@health.get("/ready")
@health.doc(
    operationId="ready",
    responses={
        **_answer("Law data and templates are loaded, and there is a press, or one is being made.", "Readiness"),
        **refusals(503, shown={503: "NoPress"}),
    },
)
def ready() -> dict[str, Any]:
    """Is it ready. A letter whose own Word file has faults is answered with them; the others are ready. Without a
    press, 503 `press_failed` with the finding `print.no_press`: letters can be had as Word files alone."""
    desk: Desk = current_app.extensions["docgen"]
    if isinstance(desk.press, Workers) and desk.press.lost():
        raise NoPress(Finding("print.no_press"))
    reader = language()
    return {
        "status": "ready",
        "version": __version__,
        "law_data": desk.law.version,
        "templates": {f"{language}/{kind}": template.digest for (language, kind), template in desk.templates.items()},
        "template_faults": {
            f"{letter_language}/{kind}": [finding_document(finding, reader, desk) for finding in faults]
            for (letter_language, kind), faults in desk.template_faults.items()
        },
        "template_remarks": [finding_document(remark, reader, desk) for remark in desk.template_remarks],
    }
