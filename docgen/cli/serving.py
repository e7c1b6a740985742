"""`docgen serve`: the form and the API on this machine."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from typing import TYPE_CHECKING, NoReturn

import waitress

from docgen.cli.environment import OK, Environment
from docgen.cli.telling import tell
from docgen.config import Settings
from docgen.errors import ConfigurationFault, Finding
from docgen.printing.workers import Workers
from docgen.usecases import Desk
from docgen.usecases.desk import file_name

if TYPE_CHECKING:
    from flask import Flask

THREADS_BESIDE = 4  # beside those that print or wait for the press: for health, assessments, Word files and refusals
DRAINED = 4  # times the largest body: so much is read, and thrown away, to say 413 in words; the server refuses more


def serve(arguments: argparse.Namespace, environment: Environment) -> int:
    settings = environment.settings()
    port = settings.port if arguments.port is None else arguments.port
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(OK))
    app = environment.app()
    desk: Desk = app.extensions["docgen"]
    for (letter_language, kind), faults in desk.template_faults.items():
        broken = Finding("template.letter_unavailable", facts={"name": file_name(letter_language, kind)})
        tell((broken, *faults), arguments.reader, environment)
    tell(desk.template_remarks, arguments.reader, environment)
    try:
        serving = server(app, settings, port)
    except OSError as error:
        facts = {"port": str(port), "why": error.strerror or str(error)}
        raise ConfigurationFault(Finding("port.unusable", facts=facts)) from error
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"docgen: http://{host}:{serving.effective_port}/  (API: /api/docs; stop with Ctrl-C)", flush=True)
    for ending in (signal.SIGTERM, signal.SIGINT):  # `kill` and Ctrl-C
        signal.signal(ending, lambda *_: _stop(desk))
    serving.run()  # until it is told to stop
    serving.close()
    return OK


def _stop(desk: Desk) -> NoReturn:
    """End the service, and its presses with what they are printing: nobody would hear the answer any more.

    The presses in a thread of their own, as the one that a signal interrupts may hold what they wait for; the server
    waits some seconds for those whom it serves, and these for the presses.
    """
    if isinstance(desk.press, Workers):
        threading.Thread(target=desk.press.close, name="docgen stops").start()
    sys.exit(OK)


def server(app: Flask, settings: Settings, port: int) -> waitress.server.BaseWSGIServer:
    """A server with a thread for each press, one for each place before them, and some beside. Raises OSError."""
    return waitress.create_server(
        app,
        host=settings.host,
        port=port,
        threads=settings.presses + settings.waiting + THREADS_BESIDE,
        ident="docgen",
        max_request_body_size=DRAINED * settings.max_bytes,
    )
