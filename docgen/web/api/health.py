"""Whether the service lives, and whether it can make letters."""

from __future__ import annotations

from typing import Any

from flask import current_app
from flask_smorest import Blueprint

from docgen import __version__
from docgen.usecases import Desk

health = Blueprint("health", __name__, url_prefix="/api/v1", description="Is it alive, is it ready")


@health.get("/health")
@health.response(200, description="The process answers.")
def alive() -> dict[str, Any]:
    return {"status": "ok", "version": __version__}


@health.get("/ready")
@health.response(200, description="Law data, templates and fonts are loaded.")
def ready() -> dict[str, Any]:
    desk: Desk = current_app.extensions["docgen"]
    return {
        "status": "ready",
        "version": __version__,
        "law_data": desk.law.version,
        "templates": {f"{language}/{kind}": template.digest for (language, kind), template in desk.templates.items()},
    }
