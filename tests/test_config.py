"""Settings are read from the environment and refused at start when wrong, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.config import Settings
from docgen.errors import ConfigurationFault, Finding
from docgen.messages import Messages
from schemas.document import MOST_BYTES


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = Settings.from_env({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8750)
    assert 1 <= settings.presses <= 4
    assert settings.max_bytes == MOST_BYTES == 8 << 20


def test_every_wrong_setting_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationFault) as caught:
        Settings.from_env(
            {
                "DOCGEN_HOST": "0.0.0.0",  # noqa: S104  (what is refused here)
                "DOCGEN_PORT": "eighty",
                "DOCGEN_LAW_DATA": str(tmp_path / "absent"),
                "DOCGEN_MAX_BYTES": "12",
                "DOCGEN_MAX_BLOCKS": "99",
                "DOCGEN_PRESSES": "0",
                "DOCGEN_PRINT_SECONDS": "soon",
                "DOCGEN_PRINT_MEMORY": "12",
                "DOCGEN_WAITING": "-1",
                "DOCGEN_RATE_LIMIT": "as many as you like",
            }
        )
    assert {finding.place: finding.code for finding in caught.value.findings} == {
        "DOCGEN_HOST": "setting.not_loopback",
        "DOCGEN_PORT": "setting.no_number",
        "DOCGEN_LAW_DATA": "setting.no_folder",
        "DOCGEN_MAX_BYTES": "setting.no_number",
        "DOCGEN_MAX_BLOCKS": "setting.no_number",
        "DOCGEN_PRESSES": "setting.no_number",
        "DOCGEN_PRINT_SECONDS": "setting.no_number",
        "DOCGEN_PRINT_MEMORY": "setting.no_number",
        "DOCGEN_WAITING": "setting.no_number",
        "DOCGEN_RATE_LIMIT": "setting.no_rate",
    }


def test_a_wrong_setting_is_told_in_both_languages(messages: Messages) -> None:
    for code, facts in (
        ("no_folder", {}),
        ("no_file", {}),
        ("no_number", {"low": "1", "high": "9"}),
        ("no_rate", {}),
        ("not_loopback", {"known": "localhost"}),
    ):
        for language in ("zh", "en"):
            finding = Finding(f"setting.{code}", facts={"name": "DOCGEN_X", "value": "y", **facts})
            assert "DOCGEN_X" in messages.say(finding, language)
            assert messages.do(finding, language)


def test_things_are_kept_where_the_system_says_unless_told_otherwise(tmp_path: Path) -> None:
    assert Settings.from_env({}).data is None
    assert Settings.from_env({"HOME": "/srv/fang"}).data == Path("/srv/fang/.local/share/docgen")
    xdg = {"HOME": "/srv/fang", "XDG_DATA_HOME": str(tmp_path)}
    assert Settings.from_env(xdg).data == tmp_path / "docgen"
    assert Settings.from_env(xdg | {"DOCGEN_DATA": str(tmp_path / "new")}).data == tmp_path / "new"


def test_where_things_cannot_be_kept_is_told_without_the_password(tmp_path: Path, messages: Messages) -> None:
    (tmp_path / "taken").write_bytes(b"")
    for env, place, code in (
        ({"DOCGEN_DATA": str(tmp_path / "taken")}, "DOCGEN_DATA", "setting.not_a_folder"),
        ({"DOCGEN_DATABASE_URL": "postgresql://u:hunter2@h/d"}, "DOCGEN_DATA", "setting.no_data"),
        (
            {"HOME": "/srv/fang", "DOCGEN_DATABASE_URL": "mysql://u:hunter2@h/d"},
            "DOCGEN_DATABASE_URL",
            "setting.no_database",
        ),
    ):
        with pytest.raises(ConfigurationFault) as caught:
            Settings.from_env(env)
        (finding,) = caught.value.findings
        assert (finding.place, finding.code) == (place, code)
        said = [messages.say(finding, language) + messages.do(finding, language) for language in ("zh", "en")]
        assert all(said) and "hunter2" not in f"{said}{caught.value}"
    url = {"HOME": "/srv/fang", "DOCGEN_DATABASE_URL": "postgresql://u:hunter2@h/d"}
    assert "hunter2" not in repr(Settings.from_env(url))


def test_settings_cannot_be_changed_once_read() -> None:
    with pytest.raises(AttributeError):
        Settings.from_env({}).port = 1  # type: ignore[misc]
