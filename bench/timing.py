"""Times, taken in turns; tables with what was aimed at."""

from __future__ import annotations

import math
import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

SIZES = (1, 6, 50, 500, 2_000, 10_000)
BUDGET = 20.0  # seconds for one row of a table; a peer that takes longer for one file is timed once
TOO_LONG = 120.0  # seconds for one file, after which a peer is cut off


@dataclass(frozen=True)
class Times:
    """Seconds of the same work, done again and again."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def p95(self) -> float:
        """Of fewer than twenty, the slowest."""
        return sorted(self.seconds)[math.ceil(0.95 * len(self.seconds)) - 1]

    def __str__(self) -> str:
        return f"{in_ms(self.median)} ({in_ms(self.p95)})"


def in_ms(seconds: float) -> str:
    ms = seconds * 1000
    return f"{ms:,.0f}" if ms >= 100 else f"{ms:.1f}"


def once(work: Callable[[], object]) -> float:
    """The seconds that it takes, or that it says itself."""
    started = perf_counter()
    said = work()
    return said if isinstance(said, float) else perf_counter() - started


def in_turns(works: Mapping[str, Callable[[], object]], rounds: int = 30, budget: float = BUDGET) -> dict[str, Times]:
    """The times of each, taken in turns so that what else the machine does falls on all of them.

    Fewer rounds where these would take longer than the budget, one at least. All have been done once before.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    started = perf_counter()
    for number in range(rounds):
        if number and (perf_counter() - started) * (number + 1) / number > budget:
            break
        for name, work in works.items():
            taken[name].append(once(work))
    return {name: Times(tuple(times)) for name, times in taken.items()}


def held(value: float, aim: float, *, at_most: bool) -> str:
    """The aim, and whether it is met."""
    met = value <= aim if at_most else value >= aim
    return f"{'≤' if at_most else '≥'} {aim:g}: {'met' if met else 'MISSED'}"


def table(title: str, heads: Iterable[str]) -> Callable[..., None]:
    """Begin a table; returns what prints a row of it, as Markdown."""
    heads = list(heads)
    print(f"\n### {title}\n", flush=True)
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads), flush=True)

    def row(*cells: object) -> None:
        print("| " + " | ".join(map(str, cells)) + " |", flush=True)

    return row


def machine() -> str:
    """What it was measured on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.processor())
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    load = "/".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{model}, {cores} cores, {memory} GB; {platform.system()}; Python "
        f"{platform.python_version()}; docxtpl {version('docxtpl')}; LibreOffice: {said(['soffice', '--version'])}; "
        f"Node: {said(['node', '--version'])}; load before the start: {load}"
    )


def said(command: list[str]) -> str:
    """What a program says of its version, or that it is not here."""
    if not shutil.which(command[0]):
        return "not here"
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip().split(" (")[0] or "?"
