"""Versions carried out of the shelf as files, and files back in as drafts."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from docgen.errors import Finding, NotAllowed, NotReady
from docgen.usecases.studio import rights
from docgen.usecases.studio.examining import Examined
from docgen.usecases.studio.folder import path_of
from docgen.usecases.studio.lifecycle import approve, hand_in, publish
from docgen.usecases.studio.putting import put
from docgen.usecases.studio.resolving import in_force
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.told import unit_document
from docgen.usecases.studio.versions import Item, Origin, Person, Right, State, Version

MANIFEST = "manifest.json"
Examine = Callable[[Item], Callable[[bytes], Examined]]


def exported(shelf: Shelf, person: Person, day: dt.date) -> Mapping[str, bytes]:
    """Every version in force on a day where the person may read: path → file; and a manifest of what they are.

    The same versions give the same bytes. Raises NotAllowed when the person may read nowhere.
    """
    units = shelf.units()
    readable = [unit for unit in units if rights.may(person, Right.READ, unit.id, units)]
    if not readable:
        rights.ask(shelf, person, Right.READ, units[0].id)
    found = (in_force(shelf.versions(item), day) for unit in readable for item in shelf.items(unit=unit.id))
    versions = {path_of(version.item): version for version in found if version}
    manifest = {
        "units": [unit_document(unit) for unit in sorted(readable, key=lambda unit: unit.id)],
        "versions": [
            {
                "file": path,
                "version": version.number,
                "digest": version.digest,
                "origin": version.origin.value,
                "approved_by": version.approved_by,
                "in_force_from": version.in_force_from and version.in_force_from.isoformat(),
                "in_force_until": version.in_force_until and version.in_force_until.isoformat(),
            }
            for path, version in sorted(versions.items())
        ],
    }
    written = json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"
    return {path: shelf.content(version.digest) for path, version in sorted(versions.items())} | {MANIFEST: written}


def left_behind(before: bytes, files: Mapping[str, bytes]) -> Mapping[str, str]:
    """What an earlier export wrote and this one does not: path → digest of what was written. before: its manifest."""
    return {path: digest for path, (_, digest) in _listed(before).items() if path not in files}


class Came(StrEnum):
    """What becomes of a file that is brought in."""

    SAME = "same"  # it is in force already
    WAITING = "waiting"  # it is a draft, or in review, already
    DRAFTED = "drafted"


@dataclass(frozen=True, slots=True)
class Brought:
    path: str
    came: Came
    version: Version
    findings: tuple[Finding, ...] = ()


def brought_in(
    shelf: Shelf,
    person: Person,
    files: Mapping[Item, bytes],
    examine: Examine,
    *,
    manifest: bytes = b"",
    note: str = "",
    now: dt.datetime,
) -> tuple[Brought, ...]:
    """Each file that is not in force becomes a draft; one that is, or waits already, stays what it is.

    All rights are asked, and every unit is looked for, before anything is kept. manifest: that of the folder, which
    says what each file was changed from. Raises NotAllowed, NotReady.
    """
    known = {unit.id for unit in shelf.units()}
    if strange := sorted({item.unit for item in files} - known):
        raise NotReady(Finding("studio.unit_unknown", facts={"unit": unit}) for unit in strange)
    changed = [item for item, content in files.items() if not _in_force(shelf, item, content, now.date())]
    for item in changed:
        rights.ask(shelf, person, Right.DRAFT, item)
    numbers = {path: number for path, (number, _) in _listed(manifest).items()}
    found = []
    for item, content in sorted(files.items()):
        path, versions = path_of(item), shelf.versions(item)
        if already := _in_force(shelf, item, content, now.date()):
            found.append(Brought(path, Came.SAME, already))
            continue
        newest = next(iter(versions), None)
        if newest and newest.state in (State.DRAFT, State.REVIEW) and newest.digest == _digest(content):
            found.append(Brought(path, Came.WAITING, newest))
            continue
        base = next((one.number for one in versions if one.number == numbers.get(path)), None)
        made = put(
            shelf,
            person,
            item,
            content,
            examine(item),
            note=note,
            based_on=base,
            origin=Origin.IMPORTED,
            now=now,
        )
        came = Came.DRAFTED if made.new else Came.WAITING
        found.append(Brought(path, came, made.version, made.examined.findings))
    return tuple(found)


def publish_at_once(
    shelf: Shelf,
    person: Person,
    other: Person,
    item: Item,
    content: bytes,
    examine: Examine,
    *,
    acknowledge: tuple[str, ...] = (),
    in_force_from: dt.date | None = None,
    in_force_until: dt.date | None = None,
    note: str = "",
    now: dt.datetime,
) -> Version:
    """A file drafted and handed in by one person, approved by another, and published by whoever of the two may.

    Goes on where an earlier try stopped; a file that is in force already stays the version that it is. Each step
    refuses as it does by itself: NotAllowed, NotReady.
    """
    if already := _in_force(shelf, item, content, now.date()):
        rights.ask(shelf, person, Right.READ, item)
        return already
    if person.id == other.id:  # told before anything is kept
        raise NotAllowed(Finding("studio.own_work", facts={"person": person.name, "nearest": ""}))
    publisher = person if rights.may(person, Right.PUBLISH, item, shelf.units()) else other
    rights.ask(shelf, person, Right.DRAFT, item)
    rights.ask(shelf, other, Right.APPROVE, item)
    rights.ask(shelf, publisher, Right.PUBLISH, item)
    newest = next(iter(shelf.versions(item)), None)
    if newest and newest.state is State.REVIEW and newest.digest == _digest(content):
        version = newest
    else:
        made = put(shelf, person, item, content, examine(item), note=note, now=now)
        version = hand_in(shelf, person, made.version, made.examined.findings, acknowledge=acknowledge, now=now)
    if not version.approved_by:
        version = approve(shelf, other, version, now=now)
    return publish(
        shelf, publisher, version, in_force_from=in_force_from, in_force_until=in_force_until, note=note, now=now
    )


def _in_force(shelf: Shelf, item: Item, content: bytes, day: dt.date) -> Version | None:
    """The item's version in force, if that is what the file holds."""
    version = in_force(shelf.versions(item), day)
    return version if version and version.digest == _digest(content) else None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _listed(manifest: bytes) -> dict[str, tuple[int, str]]:
    """path → number and digest; nothing of what is no manifest of ours."""
    try:
        told: Any = json.loads(manifest or b"{}")
        return {str(one["file"]): (int(one["version"]), str(one["digest"])) for one in told.get("versions", ())}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}
