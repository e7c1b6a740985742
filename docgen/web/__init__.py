"""The web side: the HTTP API for integrators, the form for clerks, on loopback only."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from flask import Flask, Response, current_app, request, session
from flask_babel import Babel
from flask_bootstrap import Bootstrap5
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf import CSRFProtect

from docgen import __version__
from docgen.config import Settings
from docgen.usecases import Desk
from docgen.web import api, problems
from docgen.web.api.health import health
from docgen.web.languages import LANGUAGES, negotiated
from docgen.web.pages import checks, pages, portfolios, prints, studio, ways
from docgen.web.pages.studio import FRAGMENTS
from docgen.web.queue import Queue

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

# Files that a page brings along, and its pages of letters, each of which waits before the presses; they count against
# nobody's limit.
ASSETS = {"static", "pages.own_letters", "bootstrap.static", "api_docs.asset"} | FRAGMENTS

# Nothing is fetched from elsewhere, nothing inline runs; page pictures are data: images.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def create_app(desk: Desk, settings: Settings, examples: Mapping[str, str] | None = None, portfolio: str = "") -> Flask:
    """The application over one desk. `examples`: name → request document, for the page to play with; `portfolio`: many
    accounts in one document, for the same."""
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=settings.secret_key or secrets.token_hex(32),
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_HTTPONLY=True,
        MAX_CONTENT_LENGTH=settings.max_bytes,
        MAX_FORM_MEMORY_SIZE=settings.max_bytes,
        MAX_FORM_PARTS=100_000,
        TRUSTED_HOSTS=["127.0.0.1", "localhost"],
        WTF_CSRF_TIME_LIMIT=None,
        BOOTSTRAP_SERVE_LOCAL=True,
        BABEL_TRANSLATION_DIRECTORIES="translations",
        RATELIMIT_APPLICATION=settings.rate_limit,
        RATELIMIT_STORAGE_URI="memory://",
        EXAMPLES=dict(examples or {}),
        PORTFOLIO=portfolio,
        DOCGEN_VERSION=__version__,
    )
    app.wsgi_app = Loopback(app.wsgi_app)  # type: ignore[method-assign]
    app.extensions["docgen"] = desk
    app.extensions["docgen.queue"] = Queue(settings.presses, settings.waiting)

    Babel(app, locale_selector=locale)
    Bootstrap5(app)
    csrf = CSRFProtect(app)
    limiter = app.extensions["docgen.limiter"] = Limiter(get_remote_address, app=app)
    for blueprint in api.register(app):
        # The API takes no form bodies: a page of another site cannot send one without asking first.
        csrf.exempt(blueprint)
    limiter.exempt(health)
    app.register_blueprint(pages)
    app.register_blueprint(prints)
    app.register_blueprint(checks)
    app.register_blueprint(ways)
    app.register_blueprint(portfolios)
    app.register_blueprint(studio)
    limiter.request_filter(lambda: request.endpoint in ASSETS)
    problems.register(app)
    app.after_request(guard)
    return app


class Loopback:
    """`Host: [::1]` read as `localhost`: the list of trusted hosts knows no address with colons in it."""

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        host = environ.get("HTTP_HOST", "")
        if host == "[::1]" or host.startswith("[::1]:"):
            environ["HTTP_HOST"] = "localhost" + host.removeprefix("[::1]")
        return self._app(environ, start_response)


def locale() -> str:
    """The reader's language: asked for in the address, kept in the session, or the browser's."""
    if not request:
        return "zh"
    if (asked := request.args.get("lang")) in LANGUAGES:
        session["lang"] = asked
        return asked
    if request.path.startswith("/api/"):
        return problems.language()
    return session.get("lang") or negotiated(request.accept_languages, default="zh")


def guard(response: Response) -> Response:
    """The headers that every answer carries."""
    limiter: Limiter = current_app.extensions["docgen.limiter"]
    if limit := limiter.current_limit:
        response.headers["X-RateLimit-Limit"] = str(limit.limit.amount)
        response.headers["X-RateLimit-Remaining"] = str(limit.remaining)
        response.headers["X-RateLimit-Reset"] = str(limit.reset_at)
        if response.status_code == 429:
            response.headers["Retry-After"] = str(max(1, limit.reset_at - int(time.time())))
    response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("Cache-Control", "no-store")
    return response
