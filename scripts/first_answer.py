"""Waits for a service that `make run` is starting, then asks it what a newcomer would ask.

    python3 scripts/first_answer.py LOG PID

LOG is what the service prints, PID the process that started it. Exit code 0 when the page opens, the service says
that it is ready, and one POST of the example gives a demand letter as PDF; 1, with the reason, when one of these fails,
the service ends, or gives no address within a quarter of an hour. Uses the standard library alone: it runs on machines
that have nothing else.
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
PAGES = ("/", "/api/v1/health", "/api/v1/ready")
EXAMPLE = Path(__file__).parents[1] / "examples" / "demand_letter.json"
LETTER = "/api/v1/letters/demand_letter?language=zh&format=pdf"


def main() -> int:
    log, process = Path(sys.argv[1]), int(sys.argv[2])
    address = wait_for_address(log, process)
    if address is None:
        print("no address was printed", file=sys.stderr)
        return 1
    return 0 if all(opens(address + path) for path in PAGES) and gives_a_letter(address + LETTER) else 1


def opens(url: str) -> bool:
    status, body = answer(urllib.request.Request(url))  # noqa: S310 # a loopback address, as matched
    print(f"GET {url}: {status}, {len(body)} bytes")
    return status == 200


def gives_a_letter(url: str) -> bool:
    post = urllib.request.Request(  # noqa: S310 # a loopback address, as matched
        url, data=EXAMPLE.read_bytes(), headers={"Content-Type": "application/json"}
    )
    started = time.monotonic()
    status, body = answer(post)
    print(f"POST {url}: {status}, {len(body)} bytes, {time.monotonic() - started:.2f} s")
    if status != 200 or not body.startswith(b"%PDF-"):
        print(body.decode("utf-8", errors="replace"), file=sys.stderr)
        return False
    return True


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


def answer(request: urllib.request.Request) -> tuple[int, bytes]:
    """Status and body. The address may be printed a moment before it is served, so: three attempts, then 0."""
    reason = ""
    for _ in range(3):
        try:
            with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310 # a loopback address, as matched
                return response.status, response.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()
        except OSError as silence:
            reason = str(silence)
            time.sleep(1)
    return 0, reason.encode()


if __name__ == "__main__":
    sys.exit(main())
