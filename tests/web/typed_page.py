"""docs/api.md as a reader types it: its commands, run one after the other against a service.

`python -m tests.web.typed_page` runs them and writes the answers that came back into the page; read the difference.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import threading
from pathlib import Path

from werkzeug.serving import make_server

from docgen import app as wiring
from docgen.config import Settings

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
SHOWN_AT = "http://127.0.0.1:8750"
SECTION = re.compile(r"(?<=\n## From nothing to a letter\n).*?(?=\n## )", flags=re.DOTALL)
ANSWERED = {3: 422, 4: 409}  # the command whose answer the page shows → its status


def blocks(kind: str) -> list[str]:
    """The fenced blocks of one kind in the section."""
    (section,) = SECTION.findall(PAGE.read_text("utf-8"))
    return re.findall(rf"^```{kind}\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL)


def typed(address: str, folder: Path) -> list[str]:
    """What each command prints."""
    return [
        subprocess.run(
            ["/bin/sh", "-ec", command.replace(SHOWN_AT, address)],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for command in blocks("sh")
    ]


def main() -> None:
    server = make_server("127.0.0.1", 0, wiring.create_app(Settings.from_env(dict(os.environ))), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        answers = typed(f"http://127.0.0.1:{server.server_port}", Path(folder))
    server.shutdown()
    shown = iter([json.dumps(json.loads(answers[command]), ensure_ascii=False, indent=2) for command in ANSWERED])
    page = PAGE.read_text("utf-8")
    (section,) = SECTION.findall(page)
    answered = re.sub(
        r"^```json\n.*?^```$", lambda _: f"```json\n{next(shown)}\n```", section, flags=re.MULTILINE | re.DOTALL
    )
    PAGE.write_text(page.replace(section, answered), "utf-8")


if __name__ == "__main__":
    main()
