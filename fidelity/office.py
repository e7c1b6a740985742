"""LibreOffice, which is the measure: many Word files in one start, and no file twice."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

#: Seconds for one start; a file takes a few tenths.
PATIENCE = 1800
_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


class NoOffice(Exception):
    """LibreOffice is not here; the words say what installs it."""


def program() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice") or (str(_MAC) if _MAC.exists() else "")
    if found:
        return found
    if sys.platform == "darwin":
        command = "brew install libreoffice"
    else:
        command = "apt-get install --yes --no-install-recommends libreoffice-writer-nogui"
        if hasattr(os, "geteuid") and os.geteuid():
            command = f"sudo {command}"
    raise NoOffice(
        f"LibreOffice prints the other side and was not found. Install it, then run make fidelity again:\n  {command}"
    )


def printed(files: Mapping[str, bytes], folder: Path, fontconfig: Path) -> dict[str, bytes]:
    """Name → PDF; a file that LibreOffice does not print is left out. What was printed before is kept in `folder`."""
    office = program()
    release = subprocess.run([office, "--version"], check=True, capture_output=True, timeout=PATIENCE).stdout  # noqa: S603
    kept = folder / "theirs"
    kept.mkdir(parents=True, exist_ok=True)
    salt = release + fontconfig.read_bytes()
    keys = {name: hashlib.sha256(salt + content).hexdigest()[:32] for name, content in files.items()}
    waiting = {key: files[name] for name, key in keys.items() if not (kept / f"{key}.pdf").exists()}
    while waiting:
        made = _convert(office, waiting, kept, folder, fontconfig)
        if not made:
            break
        waiting = {key: content for key, content in waiting.items() if key not in made}
        # One that ends the program ends all that come after it: the first that is missing is left out.
        waiting.pop(next(iter(waiting), ""), None)
    found = {name: kept / f"{key}.pdf" for name, key in keys.items()}
    return {name: path.read_bytes() for name, path in found.items() if path.exists()}


def _convert(office: str, files: Mapping[str, bytes], kept: Path, folder: Path, fontconfig: Path) -> set[str]:
    given = folder / "given"
    shutil.rmtree(given, ignore_errors=True)
    given.mkdir(parents=True)
    for key, content in files.items():
        (given / f"{key}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    command = [office, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(kept)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(fontconfig.resolve()), "LC_ALL": "C.UTF-8"}
    paths = [str(given / f"{key}.docx") for key in files]
    subprocess.run(  # noqa: S603
        [*command, *paths], check=False, capture_output=True, timeout=PATIENCE, env=environment
    )
    shutil.rmtree(given, ignore_errors=True)
    return {key for key in files if (kept / f"{key}.pdf").exists()}
