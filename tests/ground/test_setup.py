"""What scripts/setup.sh tells a machine that it cannot prepare by itself.

Each test gives the script a machine made of nothing but the commands named here.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("bash", "cat", "dirname", "grep", "sort", "tr", "env", "mktemp", "tail", "rm", "touch")


def machine(folder: Path, **commands: str) -> Path:
    """A folder with the script, and a PATH with ordinary tools and these commands, each given as a shell script."""
    (folder / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "setup.sh", folder / "scripts")
    path = folder / "bin"
    path.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found, tool
        (path / tool).symlink_to(found)
    standard = {"uname": "echo Linux", "ldconfig": "exit 0", "python3": f'exec {sys.executable} "$@"'}
    for name, script in (standard | commands).items():
        (path / name.replace("_", "-")).write_text(f"#!{path}/bash\n{script}\n")
        (path / name.replace("_", "-")).chmod(0o755)
    return folder


def set_up(folder: Path, purpose: str, system: str = "debian") -> subprocess.CompletedProcess[str]:
    (folder / "os-release").write_text(f"ID={system}\n")
    return subprocess.run(
        [folder / "bin" / "bash", folder / "scripts" / "setup.sh", purpose],
        env={"PATH": str(folder / "bin"), "HOME": str(folder), "OS_RELEASE": str(folder / "os-release")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_neither_root_nor_sudo_the_exact_commands_are_named(tmp_path: Path) -> None:
    done = set_up(machine(tmp_path, apt_get="exit 100", id="echo 1000"), "run")
    assert done.returncode == 1
    assert "fonts-noto-cjk               Chinese letters: Noto Serif CJK" in done.stdout
    assert "As root, run:" in done.stderr
    assert "apt-get update" in done.stderr
    assert "apt-get install --yes --no-install-recommends fonts-liberation fonts-noto-cjk\n" in done.stderr


def test_sudo_is_used_only_by_those_who_are_not_root(tmp_path: Path) -> None:
    note = 'echo "${0##*/} $*" >>"$HOME/asked"; exit 100'
    (tmp_path / "root").mkdir()
    (tmp_path / "clerk").mkdir()
    set_up(machine(tmp_path / "root", apt_get=note, sudo=note, id="echo 0"), "run")
    set_up(machine(tmp_path / "clerk", apt_get=note, sudo=note, id="echo 1000"), "run")
    assert "sudo" not in (tmp_path / "root" / "asked").read_text()
    assert all(line.startswith("sudo ") for line in (tmp_path / "clerk" / "asked").read_text().splitlines())


def test_an_installation_that_fails_names_the_command_to_run_by_hand(tmp_path: Path) -> None:
    done = set_up(machine(tmp_path, apt_get='echo "E: no route" >&2; exit 100', id="echo 0"), "run")
    assert done.returncode == 1
    assert "E: no route" in done.stderr
    assert "Run this yourself, then make run again:" in done.stderr
    assert "apt-get install --yes" in done.stderr


@pytest.mark.parametrize(
    ("system", "browser", "driver"),
    [("debian", "chromium", "chromium-driver"), ("ubuntu", "chromium-browser", "chromium-chromedriver")],
)
def test_the_tests_need_a_browser_its_driver_and_a_second_reader_of_word_files(
    tmp_path: Path, system: str, browser: str, driver: str
) -> None:
    done = set_up(machine(tmp_path, apt_get="exit 100", id="echo 1000"), "test", system)
    assert done.returncode == 1
    for package in (browser, driver, "libreoffice-writer-nogui"):
        assert f"  {package:<28} " in done.stdout
        assert f" {package}" in done.stderr


def test_a_browser_that_does_not_start_is_no_browser(tmp_path: Path) -> None:
    stub = 'echo "install the snap" >&2; exit 1'
    done = set_up(machine(tmp_path, apt_get="exit 100", id="echo 1000", chromium_browser=stub), "test", "ubuntu")
    assert "  chromium-browser  " in done.stdout


def test_any_browser_that_starts_will_do(tmp_path: Path) -> None:
    done = set_up(machine(tmp_path, apt_get="exit 100", id="echo 1000", google_chrome="echo 1"), "test", "ubuntu")
    assert "  chromium-browser  " not in done.stdout
    assert "  chromium-chromedriver  " in done.stdout


def test_a_system_without_apt_or_homebrew_is_told_what_to_install(tmp_path: Path) -> None:
    done = set_up(machine(tmp_path), "run")
    assert done.returncode == 1
    assert "This script knows apt-get and Homebrew only." in done.stderr
    assert "fonts-noto-cjk" in done.stderr


def test_an_old_python_is_refused_with_what_is_needed(tmp_path: Path) -> None:
    done = set_up(machine(tmp_path, python3="exit 1"), "run")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
