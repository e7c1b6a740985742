"""The service: how long after its start the first letter is there, and what a second press is worth."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bench import printing
from bench.timing import Times, held, once, table
from docgen.printing.workers import Workers, make_press

EXAMPLE = Path(__file__).parents[1] / "examples" / "demand_letter.json"
LETTERS, CALLERS = 48, 4


def main() -> None:
    starts, worked = [], []
    for _ in range(5):
        began, before = time.perf_counter(), processor_time()
        with service(presses=2) as address:
            demand(address)
            starts.append(time.perf_counter() - began)
        worked.append(processor_time() - before)
    times = Times(tuple(starts))
    heads = ("docgen serve", "aim, in s", "processor time, two presses that begin included")
    row = table("First letter after the start: median (95th percentile) in ms", heads)
    row(times, held(round(times.median, 1), 2, at_most=True), Times(tuple(worked)))
    heads = ("presses", "letters a second", "ms a letter")
    row = table(f"{LETTERS} demand letters asked of the service by {CALLERS} callers", heads)
    for presses in (1, 2):
        with service(presses) as address:
            row(presses, *throughput(partial(demand, address)))
    row = table(f"{LETTERS} Word files of six invoices printed for {CALLERS} callers", heads)
    making = partial(make_press, folder=None, font_map=None, most_blocks=1000)
    for presses in (1, 2):
        workers = Workers(presses, making, seconds=60, memory=1 << 30)
        row(presses, *throughput(partial(workers.print, printing.letter(6))))
        workers.close()


def throughput(work: Callable[[], object]) -> tuple[str, str]:
    """How much is done in a second when several ask for it, and how long each takes of it."""
    with ThreadPoolExecutor(CALLERS) as callers:
        list(callers.map(lambda _: work(), range(12)))
        seconds = once(lambda: list(callers.map(lambda _: work(), range(LETTERS))))
    return f"{LETTERS / seconds:.1f}", f"{seconds / LETTERS * 1000:.1f}"


def processor_time() -> float:
    """Seconds of every processor for the processes that have ended: other work on the machine hardly counts in it."""
    spent = os.times()
    return spent.children_user + spent.children_system


@contextmanager
def service(presses: int) -> Iterator[str]:
    """A server of its own, and its address."""
    settings = {"DOCGEN_PORT": "0", "DOCGEN_PRESSES": str(presses), "DOCGEN_RATE_LIMIT": "100000 per minute"}
    command = [sys.executable, "-m", "docgen", "serve"]
    with subprocess.Popen(command, env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            found = re.search(r"http://\S+/", process.stdout.readline())
            if not found:
                raise SystemExit("the service does not start")
            yield found.group()
        finally:
            process.terminate()


def demand(address: str) -> None:
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}api/v1/letters/demand_letter", EXAMPLE.read_bytes(), headers)  # noqa: S310
    with urllib.request.urlopen(request) as answer:  # noqa: S310 — ourselves
        if not answer.read().startswith(b"%PDF-"):
            raise SystemExit("no letter came")


if __name__ == "__main__":
    main()
