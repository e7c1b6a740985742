"""What a newcomer, a packager and a build server may take for granted about the repository itself."""

from __future__ import annotations

import re
import subprocess
import tomllib
import zipfile
from functools import cache
from pathlib import Path

import pytest

import docgen

ROOT = Path(__file__).parents[2]
PINS = ("requirements.txt", "requirements-dev.txt")
READMES = sorted(path.name for path in ROOT.glob("README*.md"))


@cache
def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def pinned(name: str) -> dict[str, set[str]]:
    """ "name==version ; marker" → the hashes of its files."""
    pins: dict[str, set[str]] = {}
    for requirement in re.split(r"\n(?=[a-z])", (ROOT / name).read_text("utf-8")):
        head, *hashes = requirement.split("\\\n")
        pins[head.strip()] = {found for line in hashes for found in re.findall(r"--hash=(sha256:[0-9a-f]{64})", line)}
    return pins


def normal(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=~! \[;]", name)[0]).lower()


@pytest.mark.parametrize("name", PINS)
def test_the_pins_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE), "an option of pip other than --hash"


@pytest.mark.parametrize("name", PINS)
def test_every_pin_has_one_version_and_its_hashes(name: str) -> None:
    for pin, hashes in pinned(name).items():
        assert re.match(r"[a-z0-9-]+==[\w.+!]+( ; .+)?$", pin), pin
        assert hashes, pin


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run = {normal(pin) for pin in pinned("requirements.txt")}
    assert {normal(name) for name in project["project"]["dependencies"]} <= run
    assert {normal(name) for name in project["build-system"]["requires"]} <= run
    named = {normal(name) for group in project["dependency-groups"].values() for name in group}
    assert named <= {normal(pin) for pin in pinned("requirements-dev.txt")}


def test_what_is_tested_is_what_runs() -> None:
    tested = pinned("requirements-dev.txt")
    for pin, hashes in pinned("requirements.txt").items():
        name, _, marker = pin.partition(" ; ")
        same = {other: found for other, found in tested.items() if other.partition(" ; ")[0] == name}
        assert same, f"{name} is not what the tests install"
        assert hashes in same.values(), f"{name}{marker}: other files"


# Folders that exist on one machine only: people's homes, mounts, scratch places.
MACHINE_PATH = re.compile(rb"(?<![\w.:/}])/(?:home|Users|mnt|work|workspace|tmp)/\w+")


def test_nothing_names_a_path_of_the_machine_it_was_written_on() -> None:
    assert [
        f"{path.relative_to(ROOT)}: {found.group().decode()}"
        for path in tracked()
        for content in contents(path)
        for found in MACHINE_PATH.finditer(content)
    ] == []


def contents(path: Path) -> list[bytes]:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as word_file:
            return [word_file.read(name) for name in word_file.namelist()]
    return [path.read_bytes()]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", READMES)
def test_the_readme_names_the_two_commands_and_only_verbs_that_exist(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    in_code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`|^ {4}[^\n]*", text, re.DOTALL | re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)", in_code))
    assert {"run", "test"} <= named
    assert named <= targets()


def test_make_says_what_each_verb_does() -> None:
    printed = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, check=True, capture_output=True, text=True)
    said = dict(line.split(maxsplit=2)[1:] for line in printed.stdout.splitlines())
    assert set(said) == targets()
    assert all(said.values())


def test_the_scripts_can_be_started() -> None:
    for script in [*(ROOT / "scripts").glob("*.sh"), ROOT / ".ci" / "run"]:
        assert script.stat().st_mode & 0o111, f"{script.name} is not executable"
        subprocess.run(["bash", "-n", script], check=True)


def test_one_version_stands_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    newest = re.search(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest
    assert docgen.__version__ == project == newest.group(1)


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_link_between_documents_leads_somewhere() -> None:
    dead = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in tracked()
        if path.suffix == ".md"
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists()
    ]
    assert dead == []
