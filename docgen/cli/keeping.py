"""`docgen template publish`, `export` and `import`: on the versions that docgen keeps, by the list of rights."""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from docgen.cli.environment import OK, Environment
from docgen.cli.files import show, write
from docgen.cli.folders import given
from docgen.cli.telling import tell
from docgen.cli.templates import example_of, located
from docgen.errors import Finding, NoStore, UnknownLetter
from docgen.usecases import Desk
from docgen.usecases.studio.carrying import MANIFEST, brought_in, exported, left_behind, publish_at_once
from docgen.usecases.studio.examining import Examined, examine, subject_of
from docgen.usecases.studio.folder import path_of
from docgen.usecases.studio.people import person_of
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.told import version_document
from docgen.usecases.studio.versions import Item, Sort


def publish_file(arguments: argparse.Namespace, environment: Environment) -> int:
    """Draft a file, hand it in, have it approved, publish it; stops where the life of a version does."""
    desk, shelf = _kept(environment)
    person, other = person_of(shelf, arguments.who), person_of(shelf, arguments.approved_by)
    (file,) = given([arguments.file], arguments.letter, arguments.unit)
    if file.item is None:
        raise UnknownLetter(file.unplaced)
    if file.item.sort is Sort.LETTER:
        subject_of(file.item, shelf, _today())
    version = publish_at_once(
        shelf,
        person,
        other,
        file.item,
        file.content,
        _examine(desk, shelf, environment),
        acknowledge=tuple(arguments.acknowledge),
        in_force_from=arguments.from_on,
        in_force_until=arguments.until_on,
        note=arguments.note,
        now=_now(),
    )
    if arguments.json:
        show(version_document(version))
    else:
        print(f"{path_of(version.item)}: {version.number} {version.state.value} {version.digest}")
    return OK


def export_folder(arguments: argparse.Namespace, environment: Environment) -> int:
    """Write every version in force as a file, and a manifest of what they are; the same versions, the same bytes."""
    _, shelf = _kept(environment)
    files = exported(shelf, person_of(shelf, arguments.who), _today())
    folder: Path = arguments.folder
    there = folder / MANIFEST
    for path, digest in left_behind(there.read_bytes() if there.is_file() else b"", files).items():
        old = folder / path
        if old.is_file() and hashlib.sha256(old.read_bytes()).hexdigest() == digest:
            old.unlink()
            print(f"removed {path}")
    for path, content in files.items():
        to = folder / path
        if to.is_file() and to.read_bytes() == content:
            continue
        to.parent.mkdir(parents=True, exist_ok=True)
        write(to, content)
        print(f"written {path}")
    return OK


def import_folder(arguments: argparse.Namespace, environment: Environment) -> int:
    """Make a draft of each file that is not in force, and say what becomes of each."""
    desk, shelf = _kept(environment)
    person = person_of(shelf, arguments.who)
    folder: Path = arguments.folder
    if not folder.is_dir():
        raise NotADirectoryError(20, "Not a directory", str(folder))
    every = given([folder])
    files = {file.item: file.content for file in every if file.item}
    described = {item.name for item in files if item.sort is Sort.KIND}
    for item in files:
        if item.sort is Sort.LETTER and item.name not in described:
            subject_of(item, shelf, _today())
    there = folder / MANIFEST
    found = brought_in(
        shelf,
        person,
        files,
        _examine(desk, shelf, environment),
        manifest=there.read_bytes() if there.is_file() else b"",
        note=arguments.note,
        now=_now(),
    )
    if arguments.json:
        show({"files": [{"file": one.path, "came": one.came.value, **version_document(one.version)} for one in found]})
        return OK
    tell((file.unplaced for file in every if not file.item), arguments.reader, environment, to=sys.stdout)
    for one in found:
        print(f"{one.came.value} {one.path} {one.version.number}")
        told = [located(finding, one.path, one.version.item, shelf) for finding in one.findings]
        tell(told, arguments.reader, environment, desk.law, to=sys.stdout)
    return OK


def _kept(environment: Environment) -> tuple[Desk, Shelf]:
    desk = environment.desk()
    if desk.shelf is None:
        raise NoStore(Finding("studio.no_store"))
    return desk, desk.shelf


def _examine(desk: Desk, shelf: Shelf, environment: Environment) -> Callable[[Item], Callable[[bytes], Examined]]:
    example = example_of(environment)
    return lambda item: lambda content: examine(desk, shelf, example, item, content, day=_today())


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
