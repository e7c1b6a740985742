"""The built wheel, installed into an environment that has never seen this folder, makes letters.

The libraries it depends on are lent to that environment from the one that runs the tests, so that nothing is fetched;
docgen itself is not, because a folder lent in this way brings its packages but not its path files.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ("docgen", "schemas", "templates", "examples")


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel, and a folder far from the checkout to work in."""

    python: Path
    folder: Path

    def environment(self) -> dict[str, str]:
        return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DOCGEN_"))}

    def run(self, *arguments: str) -> str:
        """`python -m docgen …`; what it printed."""
        done = subprocess.run(
            [self.python, "-m", "docgen", *arguments],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def example(self, name: str) -> Path:
        return self.package() / "examples" / f"{name}.json"

    def package(self) -> Path:
        [found] = self.python.parents[1].glob("lib/python*/site-packages/docgen")
        return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out], cwd=ROOT, check=True)
    [built] = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    home = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True)
    [site] = home.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text("\n".join(sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})))
    return Installed(python, tmp_path_factory.mktemp("elsewhere"))


def test_the_wheel_carries_every_file_that_ships(wheel: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", *SHIPPED], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    expected = {
        f"docgen/{name}" if name.startswith(("templates/", "examples/")) else name
        for name in listed.split("\0")
        if name and (ROOT / name).is_file()
    }
    carried = set(zipfile.ZipFile(wheel).namelist())
    assert expected - carried == set()
    kinds = {Path(name).suffix for name in expected}
    assert {".py", ".toml", ".docx", ".json"} <= kinds, "something that ships is not in the repository at all"


def test_the_wheel_carries_nothing_of_the_workshop(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"docgen", "schemas"}


def test_the_installed_program_is_the_wheel_and_not_the_checkout(installed: Installed) -> None:
    asked = "import docgen, schemas; print(docgen.__file__); print(schemas.__file__)"
    places = subprocess.run(
        [installed.python, "-c", asked],
        cwd=installed.folder,
        env=installed.environment(),
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert all(Path(place).is_relative_to(installed.python.parents[1]) for place in places), places
    command = subprocess.run(
        [installed.python.with_name("docgen"), "--version"], check=True, capture_output=True, text=True
    )
    assert command.stdout.strip() == "0.1.0"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_demand_letter_is_made_in_both_formats_from_the_packaged_example(installed: Installed, language: str) -> None:
    account = installed.example("demand_letter")
    field = {"zh": "name", "en": "name_en"}[language]
    parties = [json.loads(account.read_text("utf-8"))["account"][party][field] for party in ("creditor", "debtor")]
    for form in ("docx", "pdf"):
        made = installed.folder / f"letter.{language}.{form}"
        installed.run(
            *("render", "demand_letter", "--language", language, "--format", form),
            *("--account", str(account), "-o", str(made)),
        )
    word = word_text(installed.folder / f"letter.{language}.docx")
    printed = pdf_text(installed.folder / f"letter.{language}.pdf")
    for party in parties:
        assert without_spaces(party) in word
        assert without_spaces(party) in printed


def word_text(path: Path) -> str:
    letter = docx.Document(str(path))
    cells = [cell.text for table in letter.tables for row in table.rows for cell in row.cells]
    return without_spaces("".join([*(paragraph.text for paragraph in letter.paragraphs), *cells]))


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as letter:
        return without_spaces("".join(page.get_textpage().get_text_bounded() for page in letter))


def without_spaces(text: str) -> str:
    """Lines break elsewhere in each format; a name must be whole all the same."""
    return "".join(text.split())


def test_the_figures_are_worked_out_with_the_packaged_law_data(installed: Installed) -> None:
    answer = json.loads(
        installed.run("assess", "--language", "zh", "--account", str(installed.example("demand_letter")))
    )
    assert answer["law_version"]
    [due, *_] = (item["due"] for item in answer["chosen"]["items"])
    assert due["articles"][0]["citation"].startswith("《中华人民共和国民法典》")


def test_a_word_file_is_printed(installed: Installed) -> None:
    letter = docx.Document()
    letter.add_paragraph("货款 5,000 元")
    letter.save(str(installed.folder / "note.docx"))
    installed.run("print", "note.docx", "-o", "note.pdf")
    assert "货款5,000元" in pdf_text(installed.folder / "note.pdf")


@pytest.fixture
def address(installed: Installed) -> Iterator[str]:
    """The service, started from the wheel on a free port; the address that it prints."""
    service = subprocess.Popen(
        [installed.python, "-m", "docgen", "serve", "--port", "0"],
        cwd=installed.folder,
        env=installed.environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert service.stdout
    try:
        said = service.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert found, said
        yield found.group()
    finally:
        service.terminate()
        service.wait(timeout=20)
        service.stdout.close()


def test_the_service_starts_and_is_ready(address: str) -> None:
    assert fetched(f"{address}/api/v1/ready")["status"] == "ready"
    with urllib.request.urlopen(address, timeout=60) as page:
        assert "<form" in page.read().decode()


def fetched(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=60) as response:
        return json.load(response)
