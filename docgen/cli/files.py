"""Files that a command reads and writes; "-" is standard input, or standard output."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def read(path: Path) -> bytes:
    return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()


def name_of(path: Path) -> str:
    """What a file is called in a remark; "" for standard input."""
    return "" if str(path) == "-" else path.name


def write(path: Path, content: bytes) -> None:
    if str(path) == "-":
        sys.stdout.buffer.write(content)
    else:
        path.write_bytes(content)


def show(document: Any) -> None:
    """Print an answer as JSON, as the API gives it."""
    print(json.dumps(document, ensure_ascii=False, indent=2))
