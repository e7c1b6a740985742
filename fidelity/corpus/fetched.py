"""The Word files in python-docx's source distribution, fetched when asked for and never kept in the repository."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from functools import partial
from importlib.metadata import version
from pathlib import Path

from fidelity.corpus.making import Case


def fetched(folder: Path) -> list[Case]:
    """Its Word files as they are; [] where they cannot be had. `folder`: where the distribution is kept."""
    archive = next(folder.glob("python_docx-*.tar.gz"), None) or _fetch(folder)
    if archive is None:
        return []
    cases = []
    with tarfile.open(archive) as packed:
        for entry in sorted(packed.getmembers(), key=lambda entry: entry.name):
            held = packed.extractfile(entry) if entry.isfile() and entry.name.endswith(".docx") else None
            if held:
                path = Path(entry.name)
                name = "_".join(
                    part for part in (*path.parts[1:-1], path.stem) if part not in ("src", "tests", "features")
                )
                cases.append(Case(f"fetched_{name}", "fetched", path.name, partial(bytes, held.read())))
    return cases


def _fetch(folder: Path) -> Path | None:
    folder.mkdir(parents=True, exist_ok=True)
    asked = f"python-docx=={version('python-docx')}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run(  # noqa: S603
        [*command, "--no-binary", ":all:", "--dest", str(folder), asked], check=False, capture_output=True, timeout=120
    )
    return next(folder.glob("python_docx-*.tar.gz"), None)
