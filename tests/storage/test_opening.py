"""A database is made, brought up to date by one process at a time, and refused when it is not ours to write."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from docgen.errors import ConfigurationFault
from docgen.messages import Messages
from docgen.storage import opening
from docgen.storage.opening import open_store
from docgen.storage.tables import REVISIONS, metadata
from docgen.usecases.studio.versions import GROUP
from tests.storage.conftest import Opens

NOW = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
MIGRATIONS = Path(opening.__file__).parent / "migrations"


def refusal(url: str, folder: Path) -> ConfigurationFault:
    with pytest.raises(ConfigurationFault) as refused:
        open_store(url, folder, now=NOW)
    return refused.value


def test_a_fresh_store_knows_the_group_and_nobody(opens: Opens) -> None:
    store = opens()
    assert [unit.id for unit in store.units()] == [GROUP]
    assert (store.people(), store.items(), store.events(), store.issued(), store.stamp()) == ((), (), (), (), 0)


def test_the_migrations_make_the_tables_that_the_program_knows(opens: Opens) -> None:
    with opens()._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_migrations_are_those_that_the_program_names() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(scripts)) == REVISIONS


def test_a_database_of_a_newer_release_is_refused_and_left_alone(opens: Opens, messages: Messages) -> None:
    engine = opens()._engine
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ConfigurationFault) as refused:
        opens()
    (finding,) = refused.value.findings
    assert (finding.code, dict(finding.facts)) == ("store.newer", {"found": "9999", "known": REVISIONS[-1]})
    assert "9999" in messages.say(finding, "zh") and "9999" in messages.say(finding, "en")


def test_processes_that_open_an_empty_database_at_once_make_it_once(tmp_path: Path, fresh_postgresql: object) -> None:
    folder = tmp_path / "data"
    program = (
        "import datetime as dt, sys; from pathlib import Path; from docgen.storage.opening import open_store\n"
        "print(open_store(sys.argv[1], Path(sys.argv[2]), now=dt.datetime.now(dt.UTC)).units()[0].id)"
    )
    bare = fresh_postgresql()  # type: ignore[operator]
    engine = create_engine(bare.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    for url in ("", bare):
        running = [
            subprocess.Popen(
                [sys.executable, "-c", program, url, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            for _ in range(3)
        ]
        ended = [process.communicate() for process in running]
        assert [(out, err[-2000:]) for out, err in ended] == [(b"group\n", b"")] * 3


def test_a_server_that_does_not_answer_is_named_without_the_password(tmp_path: Path) -> None:
    fault = refusal("postgresql://docgen:hunter2@127.0.0.1:1/docgen", tmp_path)
    (finding,) = fault.findings
    assert finding.code == "store.database_unusable"
    assert finding.facts["database"].endswith("docgen:***@127.0.0.1:1/docgen")
    assert "hunter2" not in str(fault) and finding.facts["why"]


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "docgen.db").write_bytes(b"Dear Sir or Madam," * 100)
    (finding,) = refusal("", tmp_path).findings
    assert (finding.code, finding.facts["why"]) == ("store.database_unusable", "file is not a database")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    (finding,) = refusal("", tmp_path / "taken" / "data").findings
    assert (finding.code, finding.facts["folder"]) == ("store.folder_unusable", str(tmp_path / "taken" / "data"))


def test_an_address_that_is_none_is_named(tmp_path: Path) -> None:
    assert [finding.code for finding in refusal("not an address", tmp_path).findings] == ["setting.no_database"]


def test_without_its_driver_postgresql_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    fault = refusal("postgresql://127.0.0.1/docgen", tmp_path)
    assert [finding.code for finding in fault.findings] == ["store.no_driver"]


def test_a_database_elsewhere_is_found_by_its_address(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path / 'there.db'}", tmp_path / "data", now=NOW).close()
    assert (tmp_path / "there.db").is_file() and not (tmp_path / "data" / "docgen.db").exists()


def test_who_opens_no_store_loads_no_database_library() -> None:
    program = "import docgen.app, docgen.storage, sys; print('sqlalchemy' in sys.modules or 'alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout == "False\n"


def test_opening_a_store_that_is_up_to_date_loads_no_migrations(tmp_path: Path) -> None:
    open_store("", tmp_path, now=NOW).close()
    program = (
        "import datetime as dt, sys; from pathlib import Path; from docgen.storage.opening import open_store\n"
        "open_store('', Path(sys.argv[1]), now=dt.datetime.now(dt.UTC)); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout == "False\n"
