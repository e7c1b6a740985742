"""LibreOffice kept warm: one process converts file after file, and when each is done is read from the PDFs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from itertools import pairwise
from pathlib import Path

from bench.timing import TOO_LONG, Times

PROGRAM = shutil.which("soffice")


def warm(file: bytes, small: bytes, many: int) -> tuple[bytes, Times] | None:
    """The PDF of this file, and what it costs a LibreOffice that has just converted `small`, `many` times.

    None where it takes longer than anybody waits.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        files = [folder / "000.docx", *(folder / f"{number:03}.docx" for number in range(1, many + 1))]
        for path in files:
            path.write_bytes(small if path is files[0] else file)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(PROGRAM), profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", name]
        run([*command, str(files[0])])  # makes its profile
        files[0].with_suffix(".pdf").unlink()
        run([*command, *map(str, files)])
        done = [path.with_suffix(".pdf") for path in files if path.with_suffix(".pdf").exists()]
        if len(done) < 2:
            return None
        ends = [path.stat().st_mtime_ns / 1e9 for path in done]
        taken = tuple(end - begin for begin, end in pairwise(ends))
        return done[-1].read_bytes(), Times(taken)


def run(command: list[str]) -> None:
    """Run it as long as anybody waits; what it has started ends with it."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **quiet, start_new_session=True) as office:  # type: ignore[call-overload]
        try:
            office.wait(TOO_LONG)
        except subprocess.TimeoutExpired:
            os.killpg(office.pid, signal.SIGKILL)
