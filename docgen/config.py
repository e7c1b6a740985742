"""Settings from the environment: read once, frozen, and refused at start when wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from limits import parse_many

from docgen.errors import ConfigurationFault, Finding

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_DATABASES = re.compile(r"(sqlite|postgres(ql)?(\+psycopg)?)://")
MOST_PRESSES = 4  # of those that are not asked for: each holds some hundred megabytes


def presses_here() -> int:
    """A press for each core that this process may use, within reason."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PRESSES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """host: a loopback address; docgen has no accounts yet, so it serves nobody else.
    max_bytes: the largest request body, and the longest account in JSON, whichever way it comes.
    max_blocks: the most paragraphs, those in table cells included, that one file may have to be printed.
    presses: how many files are printed at once, each in a process of its own.
    print_seconds: how long one file may take to be printed. print_memory: how much a press may hold, in megabytes.
    waiting: how many requests may wait for a press while all are printing; one more is refused at once.
    rate_limit: requests a caller may make, in Flask-Limiter's notation.
    secret_key: signs the form's tokens; None makes a new one at each start.
    data: where templates' versions and letters issued are kept; None keeps nothing.
    database_url: of PostgreSQL, or of SQLite elsewhere; "" is SQLite in `data`.
    """

    host: str = "127.0.0.1"
    port: int = 8750
    law_data: Path | None = None
    templates: Path | None = None
    fonts: Path | None = None
    font_map: Path | None = None
    policy: Path | None = None
    max_bytes: int = 8 * 1024 * 1024  # 10,000 invoices with every field filled in are 6 MB
    max_blocks: int = 350_000
    presses: int = field(default_factory=presses_here)
    print_seconds: int = 60
    print_memory: int = 1024
    waiting: int = 7
    rate_limit: str = "240 per minute"
    secret_key: str | None = None
    data: Path | None = None
    database_url: str = field(default="", repr=False)  # it may hold a password

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read the DOCGEN_… variables; every wrong one is a finding of one ConfigurationFault."""
        faults: list[Finding] = []

        def fault(name: str, wants: str, **facts: str) -> None:
            faults.append(Finding(f"setting.{wants}", place=name, facts={"name": name, "value": env[name], **facts}))

        def folder(name: str) -> Path | None:
            if not (value := env.get(name)):
                return None
            if not (path := Path(value).expanduser()).is_dir():
                fault(name, "no_folder")
            return path

        def file(name: str) -> Path | None:
            if not (value := env.get(name)):
                return None
            if not (path := Path(value).expanduser()).is_file():
                fault(name, "no_file")
            return path

        def number(name: str, default: int, low: int, high: int) -> int:
            if not (value := env.get(name)):
                return default
            if not value.isascii() or not value.isdecimal() or not low <= int(value) <= high:
                fault(name, "no_number", low=str(low), high=str(high))
                return default
            return int(value)

        def kept_in() -> Path | None:
            """By the XDG base directory specification, where nothing else is said."""
            if value := env.get("DOCGEN_DATA"):
                path = Path(value).expanduser()
                if path.exists() and not path.is_dir():
                    fault("DOCGEN_DATA", "not_a_folder")
                return path
            if home := env.get("XDG_DATA_HOME"):
                return Path(home) / "docgen"
            return Path(env["HOME"], ".local", "share", "docgen") if env.get("HOME") else None

        data = kept_in()
        database_url = env.get("DOCGEN_DATABASE_URL") or ""
        if database_url and not _DATABASES.match(database_url):  # told without its value
            faults.append(Finding("setting.no_database", place="DOCGEN_DATABASE_URL"))
        if database_url and data is None:
            faults.append(Finding("setting.no_data", place="DOCGEN_DATA"))
        rate_limit = env.get("DOCGEN_RATE_LIMIT") or "240 per minute"
        try:
            parse_many(rate_limit)
        except ValueError:
            fault("DOCGEN_RATE_LIMIT", "no_rate")
        host = env.get("DOCGEN_HOST") or "127.0.0.1"
        if host not in LOOPBACK:
            fault("DOCGEN_HOST", "not_loopback", known=", ".join(LOOPBACK))
        settings = cls(
            host=host,
            port=number("DOCGEN_PORT", 8750, 0, 65535),
            law_data=folder("DOCGEN_LAW_DATA"),
            templates=folder("DOCGEN_TEMPLATES"),
            fonts=folder("DOCGEN_FONTS"),
            font_map=file("DOCGEN_FONT_MAP"),
            policy=file("DOCGEN_POLICY"),
            max_bytes=number("DOCGEN_MAX_BYTES", 8 * 1024 * 1024, 1024, 256 * 1024 * 1024),
            max_blocks=number("DOCGEN_MAX_BLOCKS", 350_000, 100, 1_000_000),
            presses=number("DOCGEN_PRESSES", presses_here(), 1, 64),
            print_seconds=number("DOCGEN_PRINT_SECONDS", 60, 1, 3600),
            print_memory=number("DOCGEN_PRINT_MEMORY", 1024, 256, 65_536),
            waiting=number("DOCGEN_WAITING", 7, 0, 100),
            rate_limit=rate_limit,
            secret_key=env.get("DOCGEN_SECRET_KEY") or None,
            data=data,
            database_url=database_url,
        )
        if faults:
            raise ConfigurationFault(faults)
        return settings
