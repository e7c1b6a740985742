"""How much memory a process holds at its peak, each size in a fresh one: a press that prints, and the whole way."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from bench import letters, printing
from bench.timing import SIZES, held, table
from docgen import app
from docgen.config import Settings
from docgen.letters.request import LetterKind
from docgen.printing.workers import make_press

MOST = 400  # MB


def main() -> None:
    row = table(
        "Memory: peak of a fresh process, in MB", ("invoices", "printing", "JSON → PDF", f"aim for both, {MOST}")
    )
    for count in SIZES:
        sizes = [peak_of(way, count) for way in ("printing", "whole")]
        row(f"{count:,}", *sizes, held(max(sizes), MOST, at_most=True))


def peak_of(way: str, count: int) -> int:
    """Megabytes, asked of another process."""
    command = [sys.executable, "-m", "bench.memory", way, str(count)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(way: str, count: int) -> int:
    """Do it in this process; its peak in megabytes."""
    if way == "printing":
        press = make_press(folder=None, font_map=None, most_blocks=printing.BLOCKS)
        press.print(printing.letter(count))
    else:
        settings = replace(Settings.from_env(os.environ), max_blocks=letters.BLOCKS)
        desk = app.make_desk(settings, app.read_messages())
        letters.whole_way(desk, LetterKind.PAYMENT_REMINDER, letters.request(desk, count))
    if sys.platform != "linux":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 20
    # What getrusage says on Linux begins with the peak of whoever started this process.
    (peak,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(peak) >> 10


if __name__ == "__main__":
    if sys.argv[1:]:
        print(measure(sys.argv[1], int(sys.argv[2])))
    else:
        main()
