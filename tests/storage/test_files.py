"""Files by content hash: whole or not there at all."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from pathlib import Path

import pytest

from docgen.errors import StoreFailed
from docgen.storage.files import Files

NOW = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
CONTENT = b"a letter"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    kept = Files(tmp_path / "files")
    kept.prepare(NOW)
    return kept


def all_files(files: Files) -> list[Path]:
    return [path for path in files._folder.rglob("*") if path.is_file()]


def test_the_same_content_is_kept_once(files: Files) -> None:
    assert files.keep(CONTENT) == files.keep(CONTENT) == (DIGEST,)
    assert files.keep(b"x", CONTENT, CONTENT)[1:] == (DIGEST, DIGEST)
    assert files.content(DIGEST) == CONTENT
    assert len(all_files(files)) == 2


def test_a_file_whose_content_has_changed_is_refused_and_can_be_put_right(files: Files) -> None:
    files.keep(CONTENT)
    (path,) = all_files(files)
    path.write_bytes(b"a lettre")
    with pytest.raises(StoreFailed) as refused:
        files.content(DIGEST)
    assert [finding.code for finding in refused.value.findings] == ["store.file_damaged"]
    files.keep(CONTENT)
    assert files.content(DIGEST) == CONTENT


@pytest.mark.parametrize("digest", [DIGEST, "", "../../etc/passwd", "." * 64, "0" * 63])
def test_what_is_not_there_is_a_key_error_with_words(files: Files, digest: str) -> None:
    with pytest.raises(KeyError):
        files.content(digest)
    with pytest.raises(StoreFailed) as refused:
        files.content(digest)
    assert [finding.code for finding in refused.value.findings] == ["store.file_absent"]


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_write_that_breaks_off_leaves_nothing(files: Files, broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os if broken == "fsync" else Path, broken, full)
        with pytest.raises(StoreFailed) as refused:
            files.keep(CONTENT)
    assert refused.value.findings[0].facts["why"] == "No space left on device"
    assert all_files(files) == []
    files.keep(CONTENT)
    assert files.content(DIGEST) == CONTENT


def test_what_a_crash_left_half_written_is_removed_a_day_later(files: Files, tmp_path: Path) -> None:
    old, young = tmp_path / "files" / ".unfinished-old", tmp_path / "files" / ".unfinished-young"
    for path, age in ((old, 25), (young, 1)):
        path.write_bytes(b"half")
        written = (NOW - dt.timedelta(hours=age)).timestamp()
        os.utime(path, (written, written))
    files.prepare(NOW)
    assert all_files(files) == [young]


def test_the_folder_is_its_owners_alone(files: Files, tmp_path: Path) -> None:
    files.keep(CONTENT)
    assert (tmp_path / "files").stat().st_mode & 0o077 == 0
    (path,) = all_files(files)
    assert path.stat().st_mode & 0o077 == 0
