"""A PostgreSQL server of the tests' own: a fresh cluster in a temporary folder, on a free port of loopback."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path

NOBODYS = "postgres"  # whom the server runs as where the tests run as root, which it refuses
_PATIENCE = 30.0  # seconds


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`: Debian and Homebrew keep each release's apart, others on the path."""
    apart = ("/usr/lib/postgresql/*", "/opt/homebrew/opt/postgresql@*", "/usr/local/opt/postgresql@*")
    there = [Path(found) for kept in apart for found in glob(f"{kept}/bin/initdb")]  # noqa: PTH207 — from the root
    if there:
        return max(there, key=lambda initdb: int(re.sub(r"\D", "", initdb.parts[-3]) or 0)).parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def server() -> Iterator[str]:
    """Its address, without a database: "postgresql://docgen@127.0.0.1:PORT". It ends with these tests, also when they
    are killed. Raises RuntimeError with its log when it does not start.
    """
    there = programs()
    if there is None:
        raise RuntimeError("PostgreSQL is not installed: make test installs it")
    as_whom: list[str] = []
    with tempfile.TemporaryDirectory(prefix="docgen-postgresql-") as made:
        folder = Path(made)
        if os.geteuid() == 0:
            as_whom = ["setpriv", f"--reuid={NOBODYS}", f"--regid={NOBODYS}", "--clear-groups"]
            shutil.chown(folder, NOBODYS)
        with_us = ["setpriv", "--pdeathsig=INT"] if shutil.which("setpriv") else []
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": made}
        cluster, log = folder / "cluster", folder / "log"
        initdb = [str(there / "initdb"), "-D", str(cluster), "-U", "docgen", "-A", "trust", "-E", "UTF8", "--no-sync"]
        with log.open("wb") as written:
            told = {"cwd": folder, "env": environment, "stdout": written, "stderr": written}
            if subprocess.run([*as_whom, *initdb], **told, check=False).returncode:  # type: ignore[call-overload]
                raise RuntimeError(log.read_text())
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            settings = ("listen_addresses=127.0.0.1", f"port={port}", f"unix_socket_directories={made}", "fsync=off")
            options = [part for setting in settings for part in ("-c", setting)]
            command = [*as_whom, *with_us, str(there / "postgres"), "-D", str(cluster), *options]
            with subprocess.Popen(command, **told) as running:  # type: ignore[call-overload]
                try:
                    _wait(running, there / "pg_isready", port, log)
                    yield f"postgresql://docgen@127.0.0.1:{port}"
                finally:
                    running.send_signal(signal.SIGQUIT)  # at once: nobody will ask for its data again


def _wait(running: subprocess.Popen[bytes], ready: Path, port: int, log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while subprocess.run([str(ready), "-q", "-h", "127.0.0.1", "-p", str(port)], check=False).returncode:
        if running.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"PostgreSQL does not start: {log.read_text()}")
        time.sleep(0.05)
