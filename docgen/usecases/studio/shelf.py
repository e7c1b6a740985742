"""Where the studio's things are kept, as the use cases see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Protocol

from docgen.usecases.studio.versions import Event, Issued, Item, Person, Sort, Unit, Version


class Changed(Exception):
    """Somebody else has changed the version meanwhile; nothing was done."""


class Shelf(Protocol):
    """Safe to share between threads. Each call is one transaction."""

    def items(self, *, sort: Sort | None = None, unit: str | None = None) -> tuple[Item, ...]: ...

    def versions(self, item: Item) -> tuple[Version, ...]:
        """All of them, the newest first; () for an item that nobody has drafted."""

    def published(self) -> tuple[Version, ...]:
        """Of all items, the versions that are published, whatever the days that they are in force on."""

    def shipped(self) -> tuple[Version, ...]:
        """Of all items, the versions that came with docgen, in any state; the oldest first."""

    def stamp(self) -> int:
        """Another number after every change of a version or a unit, whoever made it: what was read before still
        stands while it is the same.
        """

    def content(self, digest: str) -> bytes:
        """A kept file. Raises KeyError."""

    def keep(self, content: bytes) -> str:
        """Keep a file; the same content is kept once. Returns its digest."""

    def add(self, version: Version, content: bytes, event: Event) -> Version:
        """A new version; its number and digest are given here, whatever the argument says."""

    def add_all(self, new: Sequence[tuple[Version, bytes, Event]]) -> tuple[Version, ...]:
        """Several at once, all or none."""

    def change(self, before: Version, after: Version, event: Event) -> None:
        """Raises Changed when the kept version is no longer `before`."""

    def events(self, item: Item | None = None) -> tuple[Event, ...]:
        """The newest first."""

    def units(self) -> tuple[Unit, ...]: ...

    def save_unit(self, unit: Unit) -> None: ...

    def people(self) -> tuple[Person, ...]: ...

    def save_person(self, person: Person) -> None: ...

    def record(self, issued: Issued, files: Mapping[str, bytes]) -> None:
        """files: digest → content. The same letter issued again is the same record; its PDF may be added later."""

    def issued(
        self,
        *,
        item: Item | None = None,
        number: int | None = None,
        letter: str = "",
        since: dt.date | None = None,
        id: str = "",
        most: int | None = None,
    ) -> tuple[Issued, ...]:
        """The newest first: all, those made with a version of an item, those whose letter number is `letter`, those
        dated `since` or later, or the one of this id; no more than `most`.
        """
