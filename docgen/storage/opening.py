"""Opens the store: makes the database, or brings one of an earlier release up to date, once and under a lock."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from docgen.errors import ConfigurationFault, Finding
from docgen.storage.files import Files
from docgen.storage.store import WRITES, Store, failed
from docgen.storage.tables import REVISIONS, changes, units
from docgen.usecases.studio.versions import GROUP

DATABASE = "docgen.db"  # in the folder
_BUSY = 30  # seconds that a writer waits for another
_LOCK = 0x646F6367656E  # PostgreSQL's advisory lock while a database is brought up to date


def open_store(url: str, folder: Path, *, now: dt.datetime) -> Store:
    """The store in this folder, its database there too (SQLite) unless `url` names another.

    Raises ConfigurationFault when the folder or the database cannot be used, or the database was last written by a
    newer release.
    """
    files = Files(folder / "files")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        files.prepare(now)
    except OSError as error:
        facts = {"folder": str(folder), "why": error.strerror or str(error)}
        raise ConfigurationFault(Finding("store.folder_unusable", place="DOCGEN_DATA", facts=facts)) from error
    where = _where(url, folder)
    try:
        engine = _engine(where)
        try:
            _bring_up_to_date(engine)
        except BaseException:
            engine.dispose()
            raise
    except ImportError as error:
        raise ConfigurationFault(Finding("store.no_driver", place="DOCGEN_DATABASE_URL")) from error
    except SQLAlchemyError as error:
        why = failed(error).findings[0].facts["why"]
        facts = {"database": where.render_as_string(hide_password=True), "why": why}
        raise ConfigurationFault(
            Finding("store.database_unusable", place="DOCGEN_DATABASE_URL", facts=facts)
        ) from error
    return Store(engine, files)


def _where(url: str, folder: Path) -> URL:
    if not url:
        return URL.create("sqlite", database=str(folder / DATABASE))
    try:
        where = make_url(url)
    except ArgumentError as error:
        raise ConfigurationFault(Finding("setting.no_database", place="DOCGEN_DATABASE_URL")) from error
    return where.set(drivername="postgresql+psycopg") if where.drivername.startswith("postgres") else where


def _engine(where: URL) -> Engine:
    if where.get_backend_name() != "sqlite":
        return create_engine(where, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    engine = create_engine(where, connect_args={"timeout": _BUSY})
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    return engine


def _connected(connection: Any, _record: object) -> None:
    """Readers beside one writer; what is committed outlasts a loss of power; references hold."""
    connection.isolation_level = None  # transactions begin below, and not where the driver thinks fit
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begun(connection: Connection) -> None:
    """A writer takes the lock at once: who has read first and wants to write then would be refused, not wait."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if WRITES in connection.info else "BEGIN")


def _bring_up_to_date(engine: Engine) -> None:
    with engine.connect() as connection:
        if _revision(connection) == REVISIONS[-1]:
            return
    with engine.connect() as connection:
        connection.info[WRITES] = True
        try:
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                if _revision(connection) != REVISIONS[-1]:  # unless another process has just done it
                    _migrate(connection)
        finally:
            connection.info.pop(WRITES, None)


def _revision(connection: Connection) -> str:
    """The migration that the database was left by; "" of an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")
    if found and found not in REVISIONS:
        facts = {"found": found, "known": REVISIONS[-1]}
        raise ConfigurationFault(Finding("store.newer", place="DOCGEN_DATABASE_URL", facts=facts))
    return found


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 — needed once for each release, not at each start
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    connection.execute(insert(changes).values(id=1, stamp=0).on_conflict_do_nothing())
    group = {"id": GROUP, "name": "集团", "parent": None, "registration_number": "", "may_seal": False}
    connection.execute(insert(units).values(group).on_conflict_do_nothing())
