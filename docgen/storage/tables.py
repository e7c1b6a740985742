"""The tables, as the newest migration leaves them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

# The migrations in their order; the last is what these tables are.
REVISIONS = ("0001",)


class Moment(TypeDecorator[dt.datetime]):
    """A moment with its zone; kept in UTC, also where the database knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:  # noqa: ARG002
        return value.astimezone(dt.UTC) if value else None

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        return value.replace(tzinfo=dt.UTC) if value and value.tzinfo is None else value


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# One row: how often a version or a unit has changed.
changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("stamp", Integer, nullable=False),
)

units = Table(
    "units",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("name", Text, nullable=False),
    Column("parent", String(40), ForeignKey("units.id")),
    Column("registration_number", Text, nullable=False),
    Column("may_seal", Boolean, nullable=False),
    Index(
        "ix_units_registration_number",
        "registration_number",
        unique=True,
        sqlite_where=text("registration_number <> ''"),
        postgresql_where=text("registration_number <> ''"),
    ),
)

people = Table(
    "people",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("name", Text, nullable=False),
    Column("rights", JSON, nullable=False),  # unit → rights
)

items = Table(
    "items",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sort", String(20), nullable=False),
    Column("name", String(80), nullable=False),
    Column("language", String(8), nullable=False),
    Column("unit", String(40), ForeignKey("units.id"), nullable=False),
    Column("last_number", Integer, nullable=False),
    UniqueConstraint("sort", "name", "language", "unit"),
)

versions = Table(
    "versions",
    metadata,
    Column("item", Integer, ForeignKey("items.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("state", String(20), nullable=False, index=True),
    Column("origin", String(20), nullable=False, index=True),
    Column("author", String(40), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("note", Text, nullable=False),
    Column("based_on", Integer),
    Column("in_force_from", Date),
    Column("in_force_until", Date),
    Column("acknowledged", JSON, nullable=False),
    Column("handed_in_by", String(40), nullable=False),
    Column("approved_by", String(40), nullable=False),
    Column("published_at", Moment),
    Column("names", JSON, nullable=False),
    Column("includes", JSON, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("act", String(20), nullable=False),
    Column("person", String(40), nullable=False),
    Column("at", Moment, nullable=False),
    Column("note", Text, nullable=False),
    ForeignKeyConstraint(["item", "number"], ["versions.item", "versions.number"]),
    Index(None, "item", "number"),
)

issued = Table(
    "issued",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("number", Text, nullable=False, index=True),
    Column("kind", String(80), nullable=False),
    Column("language", String(8), nullable=False),
    Column("unit", String(40), ForeignKey("units.id"), nullable=False),
    Column("debtor", Text, nullable=False),
    Column("dated_on", Date, nullable=False, index=True),
    Column("issued_at", Moment, nullable=False, index=True),
    Column("facts", String(64), nullable=False),
    Column("docx", String(64), nullable=False),
    Column("pdf", String(64), nullable=False),
    Column("law_version", Text, nullable=False),
    Column("docgen_version", Text, nullable=False),
    Column("entry", String(20), nullable=False),
)

# The versions that are in a letter issued: the letter's own first.
issued_templates = Table(
    "issued_templates",
    metadata,
    Column("issued", String(64), ForeignKey("issued.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("item", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    ForeignKeyConstraint(["item", "number"], ["versions.item", "versions.number"]),
    Index(None, "item", "number"),
)
