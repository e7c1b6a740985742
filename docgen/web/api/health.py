"""Whether the service lives, and whether it can make letters."""

from __future__ import annotations

from typing import Any

from flask import current_app
from flask_smorest import Blueprint

from docgen import __version__
from docgen.usecases import Desk
from docgen.web.api.body import JSON
from docgen.web.api.components import reference

health = Blueprint("health", __name__, url_prefix="/api/v1", description="Is it alive, is it ready")


def _answer(description: str, name: str) -> dict[str, Any]:
    return {"200": {"description": description, "content": {JSON: {"schema": reference(name)}}}}


@health.get("/health")
@health.doc(operationId="health", responses=_answer("The process answers.", "Health"))
def alive() -> dict[str, Any]:
    """Is it alive."""
    return {"status": "ok", "version": __version__}


@health.get("/ready")
@health.doc(operationId="ready", responses=_answer("Law data, templates and fonts are loaded.", "Readiness"))
def ready() -> dict[str, Any]:
    """Is it ready."""
    desk: Desk = current_app.extensions["docgen"]
    return {
        "status": "ready",
        "version": __version__,
        "law_data": desk.law.version,
        "templates": {f"{language}/{kind}": template.digest for (language, kind), template in desk.templates.items()},
    }
