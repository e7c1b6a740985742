"""Waits for a service that `make run` is starting, then asks it what a newcomer would ask.

    python3 scripts/first_answer.py LOG PID

LOG is what the service prints, PID the process that started it. Exit code 0 when the page opens and the service says
that it is ready; 1, with the reason, when it ends, or gives no address within a quarter of an hour. Uses the standard
library alone: it runs on machines that have nothing else.
"""

import os
import re
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PATIENCE = 15 * 60  # seconds; a bare machine fetches its system packages first
ADDRESS = re.compile(r"http://(?:127\.0\.0\.1|localhost|\[::1\]):\d+")
ASKED = ("/", "/api/v1/health", "/api/v1/ready")


def main() -> int:
    log, process = Path(sys.argv[1]), int(sys.argv[2])
    address = wait_for_address(log, process)
    if address is None:
        print("no address was printed", file=sys.stderr)
        return 1
    for path in ASKED:
        status = answer(address + path)
        print(f"GET {address}{path}: {status}")
        if status != "200":
            return 1
    return 0


def wait_for_address(log: Path, process: int) -> str | None:
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        if log.exists() and (found := ADDRESS.search(log.read_text("utf-8", errors="replace"))):
            return found.group()
        if not alive(process):
            return None
        time.sleep(0.5)
    return None


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def answer(url: str) -> str:
    """The status, or why there is none. An address may be printed a moment before it is served, so: three attempts."""
    reason = ""
    for _ in range(3):
        try:
            with urllib.request.urlopen(url, timeout=60) as response:  # noqa: S310 # a loopback address, matched above
                return str(response.status)
        except urllib.error.HTTPError as refused:
            return str(refused.code)
        except OSError as silence:
            reason = str(silence)
            time.sleep(1)
    return reason


if __name__ == "__main__":
    sys.exit(main())
