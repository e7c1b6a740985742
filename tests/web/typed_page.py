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
from dataclasses import replace
from pathlib import Path

from werkzeug.serving import make_server

from docgen import app as wiring
from docgen.config import Settings

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
SHOWN_AT = "http://127.0.0.1:8750"
LETTERS, TEMPLATES = "From nothing to a letter", "Templates, clauses and letterheads"
#: Of each section: the command whose answer it shows → its status.
ANSWERED = {LETTERS: {3: 422, 4: 409}, TEMPLATES: {4: 403}}


def section_of(page: str, title: str) -> str:
    (section,) = re.findall(rf"(?<=\n## {title}\n).*?(?=\n## )", page, flags=re.DOTALL)
    return str(section)


def blocks(kind: str, title: str = LETTERS) -> list[str]:
    """The fenced blocks of one kind in a section."""
    section = section_of(PAGE.read_text("utf-8"), title)
    return re.findall(rf"^```{kind}\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL)


def typed(address: str, folder: Path, title: str = LETTERS) -> list[str]:
    """What each command prints."""
    return [
        subprocess.run(
            ["/bin/sh", "-ec", command.replace(SHOWN_AT, address)],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for command in blocks("sh", title)
    ]


def main() -> None:
    """In a folder of its own for what is kept: the commands begin with nobody entered."""
    for title, answered in ANSWERED.items():
        with tempfile.TemporaryDirectory() as folder:
            settings = replace(Settings.from_env(dict(os.environ)), data=Path(folder, "data"), database_url="")
            server = make_server("127.0.0.1", 0, wiring.create_app(settings), threaded=True)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            answers = typed(f"http://127.0.0.1:{server.server_port}", Path(folder), title)
            server.shutdown()
        page = PAGE.read_text("utf-8")
        section = section_of(page, title)
        parts = re.split(r"^```json\n.*?^```$", section, flags=re.MULTILINE | re.DOTALL)
        shown = [json.dumps(json.loads(answers[at]), ensure_ascii=False, indent=2) for at in answered]
        fenced = (f"```json\n{one}\n```" for one in shown)
        written = parts[0] + "".join(f"{one}{part}" for one, part in zip(fenced, parts[1:], strict=True))
        PAGE.write_text(page.replace(section, written), "utf-8")


if __name__ == "__main__":
    main()
