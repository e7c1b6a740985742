"""Where the studio keeps what it keeps: SQLAlchemy over SQLite or PostgreSQL, files by content hash in a folder."""
