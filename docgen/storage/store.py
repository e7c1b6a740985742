"""The shelf over a database and a folder.

A file is written before the row that names it: a crash between the two leaves a file that nobody asks for, never a row
without its file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, Table, and_, exists, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from docgen.errors import Finding, StoreFailed
from docgen.storage import rows
from docgen.storage.files import Files
from docgen.storage.tables import changes, events, issued, issued_templates, items, people, units, versions
from docgen.usecases.studio.resolving import Named
from docgen.usecases.studio.shelf import Changed
from docgen.usecases.studio.versions import (
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

WRITES = "docgen_writes"  # marks a connection that is to take SQLite's lock for writing at once; see `opening`
_VERSIONS = select(versions, items.c.sort, items.c.name, items.c.language, items.c.unit).join(
    items, items.c.id == versions.c.item
)
_EVENTS = select(events, items.c.sort, items.c.name, items.c.language, items.c.unit).join(
    items, items.c.id == events.c.item
)


class Store:
    """`docgen.usecases.studio.shelf.Shelf`. Every call may raise StoreFailed, and has then changed nothing."""

    def __init__(self, engine: Engine, files: Files) -> None:
        self._engine = engine
        self._files = files

    def close(self) -> None:
        self._engine.dispose()

    # ---- Items and versions ------------------------------------------------------------------------------------------

    def items(self, *, sort: Sort | None = None, unit: str | None = None) -> tuple[Item, ...]:
        wanted = select(items).order_by(items.c.sort, items.c.name, items.c.language, items.c.unit)
        if sort is not None:
            wanted = wanted.where(items.c.sort == sort.value)
        if unit is not None:
            wanted = wanted.where(items.c.unit == unit)
        with self._reading() as connection:
            return tuple(sorted(rows.item_of(row) for row in connection.execute(wanted)))

    def versions(self, item: Item) -> tuple[Version, ...]:
        return self._versions(_VERSIONS.where(_is(item)).order_by(versions.c.number.desc()))

    def published(self) -> tuple[Version, ...]:
        return self._versions(_VERSIONS.where(versions.c.state == State.PUBLISHED.value))

    def shipped(self) -> tuple[Version, ...]:
        of_ours = _VERSIONS.where(versions.c.origin == Origin.SHIPPED.value)
        return self._versions(of_ours.order_by(versions.c.item, versions.c.number))

    def _versions(self, wanted: Select[Any]) -> tuple[Version, ...]:
        with self._reading() as connection:
            return tuple(rows.version_of(row) for row in connection.execute(wanted))

    def stamp(self) -> int:
        with self._reading() as connection:
            return int(connection.execute(select(changes.c.stamp)).scalar_one())

    def content(self, digest: str) -> bytes:
        return self._files.content(digest)

    def keep(self, content: bytes) -> str:
        return self._files.keep(content)[0]

    def add(self, version: Version, content: bytes, event: Event) -> Version:
        return self.add_all([(version, content, event)])[0]

    def add_all(self, new: Sequence[tuple[Version, bytes, Event]]) -> tuple[Version, ...]:
        digests = self._files.keep(*(content for _, content, _ in new))
        added = []
        with self._writing() as connection:
            for (version, _, event), digest in zip(new, digests, strict=True):
                added.append(_add(connection, replace(version, digest=digest), event))
            if added:
                _count(connection)
        return tuple(added)

    def change(self, before: Version, after: Version, event: Event) -> None:
        here = and_(_is(before.item), versions.c.number == before.number)
        with self._writing() as connection:
            kept = connection.execute(_VERSIONS.where(here).with_for_update(of=versions)).one_or_none()
            if kept is None or rows.version_of(kept) != before:
                raise Changed
            same = and_(versions.c.item == kept.item, versions.c.number == before.number)
            connection.execute(update(versions).where(same).values(rows.version_values(after)))
            connection.execute(events.insert().values(item=kept.item, **rows.event_values(event)))
            _count(connection)

    def events(self, item: Item | None = None) -> tuple[Event, ...]:
        wanted = _EVENTS.order_by(events.c.id.desc())
        with self._reading() as connection:
            found = connection.execute(wanted if item is None else wanted.where(_is(item)))
            return tuple(rows.event_of(row) for row in found)

    # ---- Units and people --------------------------------------------------------------------------------------------

    def units(self) -> tuple[Unit, ...]:
        with self._reading() as connection:
            return tuple(rows.unit_of(row) for row in connection.execute(select(units).order_by(units.c.id)))

    def save_unit(self, unit: Unit) -> None:
        with self._writing() as connection:
            _save(connection, units, rows.unit_values(unit))
            _count(connection)

    def people(self) -> tuple[Person, ...]:
        with self._reading() as connection:
            return tuple(rows.person_of(row) for row in connection.execute(select(people).order_by(people.c.id)))

    def save_person(self, person: Person) -> None:
        with self._writing() as connection:
            _save(connection, people, rows.person_values(person))

    # ---- Letters issued ----------------------------------------------------------------------------------------------

    def record(self, issued_now: Issued, files: Mapping[str, bytes]) -> None:
        self._files.keep(*files.values())
        with self._writing() as connection:
            if not _insert_unless_there(connection, issued, rows.issued_values(issued_now)):
                unprinted = and_(issued.c.id == issued_now.id, issued.c.pdf == "")
                connection.execute(update(issued).where(unprinted).values(pdf=issued_now.pdf))
                return
            for position, (item, number, _) in enumerate(issued_now.templates):
                in_it = select(items.c.id).where(_is(item)).scalar_subquery()
                values = {"issued": issued_now.id, "position": position, "item": in_it, "number": number}
                connection.execute(issued_templates.insert().values(values))

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
        wanted = select(issued).order_by(issued.c.issued_at.desc(), issued.c.id).limit(most)
        if item is not None or number is not None:
            inside = select(issued_templates.c.issued).join(items, items.c.id == issued_templates.c.item)
            inside = inside.where(issued_templates.c.issued == issued.c.id)
            if item is not None:
                inside = inside.where(_is(item))
            if number is not None:
                inside = inside.where(issued_templates.c.number == number)
            wanted = wanted.where(exists(inside))
        if letter:
            wanted = wanted.where(issued.c.number == letter)
        if since is not None:
            wanted = wanted.where(issued.c.dated_on >= since)
        if id:
            wanted = wanted.where(issued.c.id == id)
        with self._reading() as connection:
            found = connection.execute(wanted).all()
            templates = _templates(connection, [row.id for row in found])
        return tuple(rows.issued_of(row, tuple(templates.get(row.id, ()))) for row in found)

    # ---- Transactions ------------------------------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise failed(error) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                connection.info[WRITES] = True
                try:
                    with connection.begin():
                        yield connection
                finally:
                    connection.info.pop(WRITES, None)
        except SQLAlchemyError as error:
            raise failed(error) from error


def failed(error: SQLAlchemyError) -> StoreFailed:
    """The database's own words, first line: what it is about, and no statement with what people have written."""
    why = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    return StoreFailed(Finding("store.database_failed", facts={"why": why or type(error).__name__}))


def _is(item: Item) -> Any:
    return and_(*(items.c[name] == value for name, value in rows.item_values(item).items()))


def _add(connection: Connection, version: Version, event: Event) -> Version:
    """With the item's next number; who adds to the same item at the same time waits for it."""
    _insert_unless_there(connection, items, rows.item_values(version.item) | {"last_number": 0})
    counted = update(items).where(_is(version.item)).values(last_number=items.c.last_number + 1)
    item, number = connection.execute(counted.returning(items.c.id, items.c.last_number)).one()
    added = replace(version, number=number)
    connection.execute(versions.insert().values(item=item, **rows.version_values(added)))
    connection.execute(events.insert().values(item=item, **rows.event_values(replace(event, number=number))))
    return added


def _count(connection: Connection) -> None:
    connection.execute(update(changes).values(stamp=changes.c.stamp + 1))


def _insert(connection: Connection, table: Table) -> Any:
    """Both databases say ON CONFLICT, each in a class of its own."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def _insert_unless_there(connection: Connection, table: Table, values: rows.Values) -> bool:
    key = next(iter(table.primary_key))
    inserted = connection.execute(_insert(connection, table).values(values).on_conflict_do_nothing().returning(key))
    return inserted.first() is not None


def _save(connection: Connection, table: Table, values: rows.Values) -> None:
    insert = _insert(connection, table).values(values)
    connection.execute(insert.on_conflict_do_update(index_elements=["id"], set_=values))


def _templates(connection: Connection, letters: list[str]) -> dict[str, list[Named]]:
    """The versions in each of these letters, the letter's own first."""
    wanted = (
        select(
            issued_templates.c.issued,
            versions.c.number,
            versions.c.digest,
            items.c.sort,
            items.c.name,
            items.c.language,
            items.c.unit,
        )
        .join(items, items.c.id == issued_templates.c.item)
        .join(
            versions,
            and_(versions.c.item == issued_templates.c.item, versions.c.number == issued_templates.c.number),
        )
        .order_by(issued_templates.c.issued, issued_templates.c.position)
    )
    found: dict[str, list[Named]] = {}
    for start in range(0, len(letters), 500):  # a statement takes only so many values
        some: list[Row[Any]] = list(
            connection.execute(wanted.where(issued_templates.c.issued.in_(letters[start : start + 500])))
        )
        for row in some:
            found.setdefault(row.issued, []).append((rows.item_of(row), row.number, row.digest))
    return found
