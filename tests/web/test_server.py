"""The server as `docgen serve` starts it: what it answers while the press is busy, and to bodies that are too large."""

from __future__ import annotations

import http.client
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen import app as wiring
from docgen import cli
from docgen.config import Settings
from docgen.printing import Printed
from docgen.usecases import Desk
from docgen.web import create_app
from tests.printing.test_workers import gone_within
from tests.printing.word import p, word
from tests.web.test_api import DOCX

LETTER = "/api/v1/letters/demand_letter"
Call = Callable[..., tuple[int, dict[str, str], Any]]


class SlowPress:
    """Prints when it is let."""

    def __init__(self) -> None:
        self.begun, self.let = threading.Event(), threading.Event()

    def print(self, docx: bytes, *how: object) -> Printed:  # noqa: ARG002 — the press's own signature
        self.begun.set()
        assert self.let.wait(60)
        return Printed(b"%PDF-1.7", 1, ())


@pytest.fixture(scope="module")
def press() -> SlowPress:
    return SlowPress()


@pytest.fixture(scope="module")
def call(settings: Settings, desk: Desk, press: SlowPress) -> Iterator[Call]:
    """Sends a request to a real server with two places to wait in and bodies of 64 KiB at most."""
    small = replace(settings, presses=1, waiting=2, max_bytes=64 * 1024, port=0)
    server = cli.server(create_app(replace(desk, press=press), small, wiring.read_examples()), small, 0)  # type: ignore[arg-type]
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()

    def sent(method: str, path: str, body: bytes | None = None) -> tuple[int, dict[str, str], Any]:
        connection = http.client.HTTPConnection("127.0.0.1", server.effective_port, timeout=60)
        connection.request(method, path, body, {"Content-Type": "application/json", "Accept-Language": "en"})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        kind = answer.headers.get_content_type()
        return answer.status, dict(answer.headers), json.loads(content) if kind.endswith("json") else content

    try:
        yield sent
    finally:
        press.let.set()
        server.trigger.pull_trigger(server.close)  # in the server's own thread
        thread.join(10)
        assert not thread.is_alive()


def test_while_the_press_is_busy_health_is_answered_and_who_finds_no_place_is_told_so_at_once(
    call: Call, press: SlowPress, example: Any
) -> None:
    body = json.dumps(example("demand_letter")).encode()
    answered: list[int] = []
    callers = [threading.Thread(target=lambda: answered.append(call("POST", LETTER, body)[0])) for _ in range(3)]
    callers[0].start()
    assert press.begun.wait(60)
    for caller in callers[1:]:
        caller.start()
    time.sleep(0.5)  # the two have come to their places by now
    assert call("POST", LETTER + "?format=docx", body)[0] == 200  # a Word file needs no press
    began = time.monotonic()
    status, headers, problem = call("POST", LETTER, body)
    assert (status, problem["code"], headers["Retry-After"]) == (503, "busy", "5")
    for _ in range(6):  # no thread is left hanging by those that were refused
        assert call("GET", "/api/v1/health")[0] == 200
    assert call("POST", "/api/v1/assessments", body)[0] == 200
    assert time.monotonic() - began < 5
    began = time.monotonic()
    assert call("GET", "/api/v1/health")[0] == 200
    assert time.monotonic() - began < 1
    press.let.set()
    for caller in callers:
        caller.join(60)
    assert answered == [200, 200, 200]


@pytest.mark.parametrize("size", [64 * 1024 + 1, 4 * 64 * 1024 - 1])
def test_a_body_that_is_too_large_is_answered_with_a_problem_by_the_server_too(call: Call, size: int) -> None:
    status, headers, problem = call("POST", LETTER, b" " * size)
    assert (status, problem["code"]) == (413, "too_large")
    assert headers["Content-Type"] == "application/problem+json"


def test_ctrl_c_ends_the_service_and_its_presses_without_a_word() -> None:
    environment = {**os.environ, "DOCGEN_PORT": "0", "DOCGEN_PRESSES": "2"}
    service = subprocess.Popen(
        [sys.executable, "-m", "docgen", "serve"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    with service:
        assert service.stdout and service.stderr
        assert "http://127.0.0.1:" in service.stdout.readline()
        time.sleep(1.5)  # the second press is being made, or there already
        os.killpg(service.pid, signal.SIGINT)  # as the terminal does, to all that it knows of
        assert service.wait(10) == 0
        # Whoever still held the line of errors would keep it open.
        assert service.stderr.read() == ""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the children of a process are listed on Linux alone")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_in_the_midst_of_a_print_the_service_ends_at_once_and_leaves_no_process(
    how: signal.Signals,
) -> None:
    environment = {**os.environ, "DOCGEN_PORT": "0", "DOCGEN_PRESSES": "1", "DOCGEN_MAX_BYTES": str(64 << 20)}
    long = word(*[p(f"{number} 催款函 Demand letter " * 20) for number in range(30_000)])  # some ten seconds and more
    command = [sys.executable, "-m", "docgen", "serve"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as service:
        try:
            assert service.stdout
            address = service.stdout.readline().split("//")[1].split("/")[0]
            presses = children(service.pid)
            assert presses
            connection = http.client.HTTPConnection(address)
            connection.request("POST", "/api/v1/prints", long, {"Content-Type": DOCX})
            time.sleep(1.5)
            assert not select.select([connection.sock], [], [], 0)[0]  # no answer yet: it prints
            began = time.monotonic()
            service.send_signal(how)
            assert service.wait(10) == 0
            assert time.monotonic() - began < 4
            assert gone_within(1, *presses)
            connection.close()
            with pytest.raises(OSError):
                http.client.HTTPConnection(address).connect()
        finally:
            service.kill()


def children(process: int) -> list[int]:
    return [
        int(child)
        for task in Path(f"/proc/{process}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]
