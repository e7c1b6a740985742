"""A shelf in memory, for tests of what is done with it."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace

from docgen.usecases.studio.shelf import Changed
from docgen.usecases.studio.versions import (
    GROUP,
    Event,
    Issued,
    Item,
    Origin,
    Person,
    Sort,
    State,
    Unit,
    Version,
)


class MemoryShelf:
    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._versions: dict[Item, list[Version]] = {}
        self._files: dict[str, bytes] = {}
        self._events: list[Event] = []
        self._units = {GROUP: Unit(id=GROUP, name="集团", parent=None)}
        self._people: dict[str, Person] = {}
        self._issued: dict[str, Issued] = {}
        self._stamp = 0

    def items(self, *, sort: Sort | None = None, unit: str | None = None) -> tuple[Item, ...]:
        wanted = (item for item in self._versions if sort in {None, item.sort} and unit in {None, item.unit})
        return tuple(sorted(wanted))

    def versions(self, item: Item) -> tuple[Version, ...]:
        return tuple(reversed(self._versions.get(item, ())))

    def published(self) -> tuple[Version, ...]:
        return tuple(one for kept in self._versions.values() for one in kept if one.state is State.PUBLISHED)

    def shipped(self) -> tuple[Version, ...]:
        return tuple(one for kept in self._versions.values() for one in kept if one.origin is Origin.SHIPPED)

    def stamp(self) -> int:
        return self._stamp

    def content(self, digest: str) -> bytes:
        return self._files[digest]

    def keep(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        self._files[digest] = content
        return digest

    def add(self, version: Version, content: bytes, event: Event) -> Version:
        with self._lock:
            kept = self._versions.setdefault(version.item, [])
            added = replace(version, number=len(kept) + 1, digest=self.keep(content))
            kept.append(added)
            self._events.append(replace(event, item=added.item, number=added.number))
            self._stamp += 1
            return added

    def add_all(self, new: Sequence[tuple[Version, bytes, Event]]) -> tuple[Version, ...]:
        return tuple(self.add(*one) for one in new)

    def change(self, before: Version, after: Version, event: Event) -> None:
        with self._lock:
            kept = self._versions.get(before.item, [])
            if before not in kept:
                raise Changed
            kept[kept.index(before)] = after
            self._events.append(event)
            self._stamp += 1

    def events(self, item: Item | None = None) -> tuple[Event, ...]:
        return tuple(event for event in reversed(self._events) if item in {None, event.item})

    def units(self) -> tuple[Unit, ...]:
        return tuple(sorted(self._units.values(), key=lambda unit: unit.id))

    def save_unit(self, unit: Unit) -> None:
        self._units[unit.id] = unit
        self._stamp += 1

    def people(self) -> tuple[Person, ...]:
        return tuple(sorted(self._people.values(), key=lambda person: person.id))

    def save_person(self, person: Person) -> None:
        self._people[person.id] = person

    def record(self, issued: Issued, files: Mapping[str, bytes]) -> None:
        with self._lock:
            self._files.update(files)
            before = self._issued.get(issued.id)
            if before is None:
                self._issued[issued.id] = issued
            elif issued.pdf and not before.pdf:
                self._issued[issued.id] = replace(before, pdf=issued.pdf)

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
        def wanted(one: Issued) -> bool:
            within = any(
                item in {None, each} and number in {None, numbered} for each, numbered, _ in one.templates
            ) or (item is None and number is None)
            return (
                within
                and letter in {"", one.number}
                and id in {"", one.id}
                and (since is None or since <= one.dated_on)
            )

        return tuple(one for one in reversed(self._issued.values()) if wanted(one))[:most]
