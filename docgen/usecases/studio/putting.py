"""A file becomes a draft of its item: examined, and kept once however often it is sent."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from docgen.usecases.studio import rights
from docgen.usecases.studio.examining import Examined
from docgen.usecases.studio.lifecycle import draft
from docgen.usecases.studio.shelf import Shelf
from docgen.usecases.studio.versions import Item, Origin, Person, Right, Sort, State, Version
from docgen.wordfile import open_package


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """new: False where the very version was there already."""

    version: Version
    examined: Examined
    new: bool


def put(
    shelf: Shelf,
    person: Person,
    item: Item,
    content: bytes,
    examined: Callable[[bytes], Examined],
    *,
    note: str = "",
    based_on: int | None = None,
    origin: Origin = Origin.OWN,
    now: dt.datetime,
) -> Put:
    """Keep a file as a draft, whatever is wrong with its words and tags; a Word file that harms is not kept.

    The same file sent again by the same person, while the draft is still the newest version, is that draft: a retry
    after a lost connection keeps nothing twice. examined: what `examine` finds in a file of this item. Raises
    NotAllowed; HostileFile; NotReady for a unit that there is not.
    """
    rights.ask(shelf, person, Right.DRAFT, item)
    if item.sort in (Sort.LETTER, Sort.CLAUSE):
        open_package(content)
    found = examined(content)
    newest = next(iter(shelf.versions(item)), None)
    digest = hashlib.sha256(found.word_file).hexdigest()
    if newest and (newest.state, newest.author, newest.digest) == (State.DRAFT, person.id, digest):
        return Put(version=newest, examined=found, new=False)
    version = draft(
        shelf,
        person,
        item,
        found.word_file,
        note=note,
        based_on=based_on,
        names=found.names,
        includes=found.includes,
        origin=origin,
        now=now,
    )
    return Put(version=version, examined=found, new=True)
