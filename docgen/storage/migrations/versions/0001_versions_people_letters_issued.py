"""Items, their versions and events; units and people; letters issued."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("stamp", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
    )
    op.create_table(
        "units",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("parent", sa.String(40)),
        sa.Column("registration_number", sa.Text, nullable=False),
        sa.Column("may_seal", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_units"),
        sa.ForeignKeyConstraint(["parent"], ["units.id"], name="fk_units_units"),
    )
    has_number = sa.text("registration_number <> ''")
    op.create_index(
        "ix_units_registration_number",
        "units",
        ["registration_number"],
        unique=True,
        sqlite_where=has_number,
        postgresql_where=has_number,
    )
    op.create_table(
        "people",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("rights", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_table(
        "items",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("sort", sa.String(20), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("unit", sa.String(40), nullable=False),
        sa.Column("last_number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_items"),
        sa.ForeignKeyConstraint(["unit"], ["units.id"], name="fk_items_units"),
        sa.UniqueConstraint("sort", "name", "language", "unit", name="uq_items"),
    )
    op.create_table(
        "versions",
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("author", sa.String(40), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("based_on", sa.Integer),
        sa.Column("in_force_from", sa.Date),
        sa.Column("in_force_until", sa.Date),
        sa.Column("acknowledged", sa.JSON, nullable=False),
        sa.Column("handed_in_by", sa.String(40), nullable=False),
        sa.Column("approved_by", sa.String(40), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True)),
        sa.Column("names", sa.JSON, nullable=False),
        sa.Column("includes", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("item", "number", name="pk_versions"),
        sa.ForeignKeyConstraint(["item"], ["items.id"], name="fk_versions_items"),
    )
    op.create_index("ix_versions_state", "versions", ["state"])
    op.create_index("ix_versions_origin", "versions", ["origin"])
    op.create_table(
        "events",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("act", sa.String(20), nullable=False),
        sa.Column("person", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.ForeignKeyConstraint(["item", "number"], ["versions.item", "versions.number"], name="fk_events_versions"),
    )
    op.create_index("ix_events_item_number", "events", ["item", "number"])
    op.create_table(
        "issued",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("kind", sa.String(80), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("unit", sa.String(40), nullable=False),
        sa.Column("debtor", sa.Text, nullable=False),
        sa.Column("dated_on", sa.Date, nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("facts", sa.String(64), nullable=False),
        sa.Column("docx", sa.String(64), nullable=False),
        sa.Column("pdf", sa.String(64), nullable=False),
        sa.Column("law_version", sa.Text, nullable=False),
        sa.Column("docgen_version", sa.Text, nullable=False),
        sa.Column("entry", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_issued"),
        sa.ForeignKeyConstraint(["unit"], ["units.id"], name="fk_issued_units"),
    )
    for column in ("number", "dated_on", "issued_at"):
        op.create_index(f"ix_issued_{column}", "issued", [column])
    op.create_table(
        "issued_templates",
        sa.Column("issued", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("item", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("issued", "position", name="pk_issued_templates"),
        sa.ForeignKeyConstraint(["issued"], ["issued.id"], name="fk_issued_templates_issued"),
        sa.ForeignKeyConstraint(
            ["item", "number"], ["versions.item", "versions.number"], name="fk_issued_templates_versions"
        ),
    )
    op.create_index("ix_issued_templates_item_number", "issued_templates", ["item", "number"])
