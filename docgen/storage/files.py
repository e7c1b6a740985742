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

    def keep(self, *contents: bytes) -> tuple[str, ...]:
        """Their digests. When this returns, the files outlast a loss of power.

        A file of such a digest that is damaged is put right. Many at once cost the disk little more than one.
        """
        files = {hashlib.sha256(content).hexdigest(): content for content in contents}
        unfinished: dict[str, Path] = {}
        try:
            for digest, content in files.items():
                path = self._path(digest)
                if not path.is_file() or path.read_bytes() != content:
                    unfinished[digest] = self._unfinished(content)
            for written in unfinished.values():
                _flush(written)
            folders = {self._path(digest).parent for digest in unfinished}
            for folder in folders:
                folder.mkdir(mode=0o700, exist_ok=True)
            for digest, written in unfinished.items():
                written.replace(self._path(digest))
            for folder in (*folders, self._folder) if unfinished else ():
                _flush(folder)
        except OSError as error:
            raise _unusable(self._folder, error) from error
        finally:
            for written in unfinished.values():
                written.unlink(missing_ok=True)
        return tuple(hashlib.sha256(content).hexdigest() for content in contents)

    def _unfinished(self, content: bytes) -> Path:
        handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=self._folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        return Path(name)

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


def _flush(path: Path) -> None:
    """Onto the disk: the content of a file, or the names in a folder, which are there only when the folder is."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unusable(folder: Path, error: OSError) -> StoreFailed:
    return StoreFailed(
        Finding("store.folder_failed", facts={"folder": str(folder), "why": error.strerror or str(error)})
    )
