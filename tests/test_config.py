"""Settings are read from the environment and refused at start when wrong, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.config import Settings
from docgen.errors import ConfigurationFault


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = Settings.from_env({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8750)
    assert settings.cache == Path.home() / ".cache" / "docgen"


def test_every_wrong_setting_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationFault) as caught:
        Settings.from_env(
            {
                "DOCGEN_HOST": "0.0.0.0",  # noqa: S104  (what is refused here)
                "DOCGEN_PORT": "eighty",
                "DOCGEN_LAW_DATA": str(tmp_path / "absent"),
                "DOCGEN_MAX_BYTES": "12",
            }
        )
    assert {finding.place for finding in caught.value.findings} == {
        "DOCGEN_HOST",
        "DOCGEN_PORT",
        "DOCGEN_LAW_DATA",
        "DOCGEN_MAX_BYTES",
    }


def test_settings_cannot_be_changed_once_read() -> None:
    with pytest.raises(AttributeError):
        Settings.from_env({}).port = 1  # type: ignore[misc]
