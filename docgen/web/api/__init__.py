"""The HTTP API, version 1, described by OpenAPI 3.1 and tried out offline at /api/docs."""

from __future__ import annotations

import json
import threading
from importlib.metadata import distribution
from typing import Any

from apispec import APISpec
from flask import Blueprint, Flask, Response, current_app, make_response, render_template, send_from_directory
from flask_smorest import Api

from docgen import __version__
from docgen.letters.catalogue import CATALOGUE
from docgen.letters.own import OwnLetter
from docgen.letters.request import Language, LetterKind
from docgen.usecases import Desk
from docgen.usecases.studio.kinds import all_own_letters
from docgen.web.api import examples
from docgen.web.api.assessments import assessments
from docgen.web.api.checks import checks
from docgen.web.api.components import components
from docgen.web.api.decisions import decisions
from docgen.web.api.health import health
from docgen.web.api.letters import letters, other_letter, today
from docgen.web.api.own_letters import with_own_letters
from docgen.web.api.portfolios import portfolios
from docgen.web.api.prints import prints
from docgen.web.api.studio import issued, people, templates

# A distribution that carries Swagger UI 5, the first to show OpenAPI 3.1; nothing of its code is run.
SWAGGER_UI = str(distribution("flask-openapi3-swagger").locate_file("flask_openapi3_swagger/templates/swagger"))

docs = Blueprint("api_docs", __name__, url_prefix="/api")


class DescribedApi(Api):  # type: ignore[misc]
    """The description holds what this API answers, and none of the framework's own errors and pages.

    Its parts are made when it is first asked for: no letter should wait for them after a start. The company's own
    letters are those in force today.
    """

    DEFAULT_ERROR_RESPONSE_NAME = None

    def __init__(self, app: Flask) -> None:
        self._description: dict[str, Any] = {}
        self._written: tuple[tuple[OwnLetter, ...], str] = (), ""
        self._describing = threading.Lock()
        super().__init__(app)

    def _openapi_json(self) -> Response:
        with self._describing:
            if not self._description:
                describe(self.spec, current_app)
                self._description = self.spec.to_dict()
            desk: Desk = current_app.extensions["docgen"]
            own = all_own_letters(desk.shelf, today())
            if self._written[0] != own or not self._written[1]:
                described = with_own_letters(self._description, own)
                self._written = own, current_app.json.dumps(described, indent=2, sort_keys=False)
            return current_app.response_class(self._written[1], mimetype="application/json")

    def _register_responses(self) -> None:
        """Every call names its own."""

    def _register_pagination_header(self) -> None:
        """Nothing comes in pages."""


def register(app: Flask) -> list[Blueprint]:
    """Put the API on the application; returns its blueprints."""
    app.config.update(
        API_TITLE="docgen",
        API_VERSION=__version__,
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api/v1",
        OPENAPI_JSON_PATH="openapi.json",
        API_SPEC_OPTIONS={
            "info": {
                "description": "Letters that get a company paid, from accounts receivable and contract data. "
                "Errors are problem+json with stable codes; the same request gives the same bytes."
            },
            "servers": [{"url": "/", "description": "This server."}],
        },
    )
    api = DescribedApi(app)
    blueprints = [letters, assessments, decisions, portfolios, checks, prints, templates, people, issued, health]
    for blueprint in blueprints:
        api.register_blueprint(blueprint)
    app.add_url_rule("/api/v1/letters/<kind>", "letters.other", other_letter, methods=["POST"])
    app.register_blueprint(docs)
    return [*blueprints, docs]


def describe(spec: APISpec, app: Flask) -> None:
    """Put the parts that calls refer to into the description: schemas, and examples of requests and refusals."""
    for name, schema in components().items():
        spec.components.schema(name, schema)
    for kind in LetterKind:
        text = app.config["EXAMPLES"].get(kind.value)
        value = {"summary": CATALOGUE[kind].title(Language.EN), "value": json.loads(text) if text else {}}
        spec.components.example(kind.value, value)
    for name, refusal in examples.documents(app.extensions["docgen"]).items():
        spec.components.example(name, refusal)


@docs.get("/docs")
def try_it() -> Response:
    """The page to try the API; its script and style come from this server."""
    response = make_response(render_template("api_docs.html"))
    # Swagger UI styles its own elements; its scripts stay files of this server.
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    )
    return response


@docs.get("/docs/assets/<path:name>")
def asset(name: str) -> Response:
    return send_from_directory(SWAGGER_UI, name)
