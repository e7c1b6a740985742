"""Where the studio keeps versions, approvals and letters issued: `docgen.usecases.studio.shelf`, filled.

    opening      open_store(url, folder) → Store: the database made or brought up to date, under a lock
    store        the shelf: each call one transaction
    tables       the tables, as the newest migration leaves them
    rows         a row ↔ a value of `docgen.usecases.studio.versions`
    files        the files' contents, by content hash, in a folder
    migrations   how a database of an earlier release becomes one of this

SQLite by default, PostgreSQL by its address (docs/decisions/0009-where-versions-are-kept.md). Importing this room
imports nothing: SQLAlchemy is loaded when a store is opened, and a service without one never loads it.
"""
