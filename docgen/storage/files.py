"""The contents of kept files, each under its own SHA-256: written once, whole, and never changed."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import tempfile
from pathlib import Path

from docgen.errors import Finding, StoreFailed

_UNFINISHED = ".unfinished-"
_LEFT_BEHIND = dt.timedelta(days=1)


class _Absent(StoreFailed, KeyError):
    """No such file: the shelf's KeyError, with the words for it."""


class Files:
    """Safe to share between threads and between processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def prepare(self, now: dt.datetime) -> None:
        """Make the folder, for its owner alone, and remove what a crash left half written long ago. Raises OSError."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in self._folder.glob(f"{_UNFINISHED}*"):
            written = dt.datetime.fromtimestamp(left.stat().st_mtime, dt.UTC)
            if now - written > _LEFT_BEHIND:
                left.unlink(missing_ok=True)

    def keep(self, content: bytes) -> str:
        """Its digest. When this returns, the file outlasts a loss of power.

        A file of this digest that is damaged is put right.
        """
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        try:
            if path.is_file() and path.read_bytes() == content:
                return digest
            path.parent.mkdir(mode=0o700, exist_ok=True)
            handle, unfinished = tempfile.mkstemp(prefix=_UNFINISHED, dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                Path(unfinished).replace(path)
            except BaseException:
                Path(unfinished).unlink(missing_ok=True)
                raise
            for folder in (path.parent, self._folder):
                _flush(folder)
        except OSError as error:
            raise _unusable(self._folder, error) from error
        return digest

    def content(self, digest: str) -> bytes:
        """Raises KeyError when there is none, StoreFailed when it is no longer what was kept."""
        path = self._path(digest)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise _Absent(Finding("store.file_absent", facts={"digest": digest})) from None
        except OSError as error:
            raise _unusable(self._folder, error) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise StoreFailed(Finding("store.file_damaged", facts={"digest": digest}))
        return content

    def _path(self, digest: str) -> Path:
        if len(digest) != 64 or not digest.isalnum():
            raise _Absent(Finding("store.file_absent", facts={"digest": digest[:80]}))
        return self._folder / digest[:2] / digest


def _flush(folder: Path) -> None:
    """A new name in a folder is on disk only when the folder is."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unusable(folder: Path, error: OSError) -> StoreFailed:
    return StoreFailed(
        Finding("store.folder_failed", facts={"folder": str(folder), "why": error.strerror or str(error)})
    )
